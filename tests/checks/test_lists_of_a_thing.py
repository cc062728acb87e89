"""Clauses under a heading that says what they are, and the name over the labelled lines of one service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Passage

Ask = Callable[..., ComponentResult]
CRITERIA: dict[str, Any] = {"headings": ["ข้อตกลง"], "not_headings": ["ตาราง"], "holding": ["รับสมาชิก"]}
JOIN = "1.1 การรับสมาชิก: เปิดรับปีละครั้ง โดยผู้สมัครต้องเป็นคนในหมู่บ้าน"
LEAVE = "1.2 การออก: แจ้งเป็นหนังสือล่วงหน้าหนึ่งเดือน และคืนของที่ยืมไป"


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(("ส่วนที่ 1 ข้อตกลง", JOIN, LEAVE), "found", id="a part of that name"),
        pytest.param(("ข้อตกลงของสหกรณ์ประมง", "๑. รับสมาชิก: " + JOIN[18:], LEAVE), "found", id="a title, Thai digits"),
        pytest.param(("ส่วนที่ 1 ข้อตกลง", LEAVE, "ส่วนที่ 2 ตารางงาน", JOIN, LEAVE), "not_found", id="in the next part"),
        pytest.param(("ตารางงานตามข้อตกลง", JOIN, LEAVE), "not_found", id="the heading of another thing"),
        pytest.param(("ข้อตกลง", "1. การรับสมาชิก 3", "2. การออก 5"), "not_found", id="a table of contents"),
        pytest.param(("ข้อตกลง", JOIN), "not_found", id="one clause is no list"),
        pytest.param(("ข้อตกลง", "1. การออก: แจ้งล่วงหน้า แล้วจึงรับสมาชิกใหม่แทนที่คนเดิม", LEAVE), "not_found", id="in passing"),
    ],
)
def test_clauses_under_a_heading(ask: Ask, lines: tuple[str, ...], status: str) -> None:
    assert ask("clauses_under", *lines, kind=PageKind.DOCX, **CRITERIA).status == status


def test_a_short_clause_that_was_taken_for_a_heading_ends_nothing(ask: Ask) -> None:
    passages = (Passage("ข้อตกลง"), Passage("1. การออก: แจ้งล่วงหน้า", is_heading=True), Passage("2. " + JOIN[4:]))
    assert ask("clauses_under", kind=PageKind.DOCX, page={"passages": passages}, **CRITERIA).status == "found"


SERVICE: dict[str, Any] = {"beside": [["ขั้นตอน"], ["ค่าเช่า"], ["เอกสาร"]], "generic": ["งานของเรา"]}
TOLD = ("ขั้นตอน : ยื่นบัตรแล้วรับกุญแจ", "ค่าเช่า : ไม่มี", "เอกสาร : บัตรประชาชน")


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(("ยืมเต็นท์และเก้าอี้", *TOLD), "found", id="the line over them"),
        pytest.param(("งานของเรา", *TOLD), "not_found", id="a name that names nothing"),
        pytest.param(("ยืมเต็นท์และเก้าอี้", *TOLD[:2]), "not_found", id="too little is told"),
        pytest.param(TOLD, "not_found", id="no line over them"),
        pytest.param(("โทร: 02 555 0100 ต่อ 7", *TOLD), "not_found", id="a labelled line is no name"),
    ],
)
def test_a_name_over_labelled_lines(ask: Ask, lines: tuple[str, ...], status: str) -> None:
    assert ask("named_over", *lines, **SERVICE).status == status


def test_what_stands_under_the_next_name_is_the_next_ones(ask: Ask) -> None:
    passages = (
        Passage("ยืมเต็นท์", is_heading=True),
        Passage(TOLD[0]),
        Passage("ยืมเรือพาย", is_heading=True),
        Passage(TOLD[1]),
        Passage(TOLD[2]),
    )
    assert ask("named_over", page={"passages": passages}, **SERVICE).status == "not_found"


def test_a_word_between_the_words_of_a_clause_makes_it_another(ask: Ask) -> None:
    def status(line: str) -> str:
        return ask("clause", line, groups=[["ผลการซ่อมตาม"], ["แล้ว"]], within=60, not_within=["จะ", "ให้แล้ว"]).status

    assert status("ผลการซ่อมตามคำขอ: เปลี่ยนหลอดไฟหน้าตลาดแล้ว") == "found"
    assert status("ผลการซ่อมตามคำขอ: จะเปลี่ยนหลอดไฟให้แล้วเสร็จ") == "not_found"
