"""A column of results is what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

Ask = Callable[..., ComponentResult]

WORDS = ("ผลการดำเนินการ", "แล้วเสร็จ", "ผู้เข้าร่วม", "สถานะ")


@pytest.mark.parametrize("field", ["tables", "laid_out"])
@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("ผล", ("ติดป้ายครบทุกอาคาร", "ตรวจเดือนละครั้ง"), "found", id="a line for each"),
        pytest.param("ผลการปฏิบัติ", ("96", "88"), "found", id="figures"),
        pytest.param("ผล", ("", ""), "not_found", id="empty"),
        pytest.param("ผล", ("-", "–"), "not_found", id="dashes"),
        pytest.param("ผล", ("ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ"), "unreadable", id="nothing done"),
        pytest.param("ผล", ("เลื่อนไปปีหน้า", "ยกเลิกเพราะงบไม่พอ"), "unreadable", id="put off and called off"),
        pytest.param("ผล", ("จะติดป้ายหน้ากองช่าง", "จะตรวจพัสดุทุกเดือน"), "unreadable", id="only what will be done"),
        pytest.param("ผล", ("มีแผนจะติดป้าย", "คาดว่าจะตรวจพัสดุ"), "unreadable", id="planned and expected"),
        pytest.param("ผล", ("ติดป้ายแล้ว และจะติดเพิ่ม", "จะเห็นได้ว่าของอยู่ครบ"), "found", id="done, with what comes next"),
        pytest.param("ผล", ("เลื่อนไปปีหน้า", "ตรวจครบ 12 เดือน"), "unreadable", id="one put off, no words of results"),
        pytest.param("ผล", ("ติดป้ายครบทุกอาคาร", ""), "unreadable", id="one of two, and no words of results"),
        pytest.param("ทำได้จริง", ("ป้ายทุกอาคาร", "ตรวจเดือนละครั้ง"), "found", id="what could be done"),
        pytest.param("เกิดอะไรขึ้นจริง", ("ใช้ป้ายทุกอาคาร", "เรียกของคืน 3 ชิ้น"), "found", id="what came of it"),
        pytest.param("เกิดผลอย่างไร", ("-", "-"), "not_found", id="what came of it, dashes"),
        pytest.param("เกิดผลกระทบ", ("เสียชื่อเสียง", "เสียเงินของรัฐ"), "unreadable", id="what a risk would bring about"),
        pytest.param("ปลายปี", ("ติดแล้ว 12 แห่ง", "ครบ 12 เดือน ไม่พบของหาย"), "found", id="done and counted in every row"),
        pytest.param("ปลายปี", ("ติดแล้ว 12 แห่ง", "ตรวจทุกเดือน"), "unreadable", id="done and counted in one row"),
        pytest.param("เป้าหมาย", ("ติดให้ครบ 12 แห่ง", "ครบ 12 เดือน"), "not_found", id="the aim of a plan"),
        pytest.param("ผลที่คาดว่าจะได้รับ", ("คนรู้มากขึ้น", "คนร่วมมือ"), "not_found", id="expected"),
        pytest.param("ผลกระทบ", ("เสียชื่อเสียง", "เสียเงินของรัฐ"), "not_found", id="what a risk would do"),
        pytest.param("ผลการเบิกจ่าย", ("12,000 บาท", "3,000 บาท"), "not_found", id="money"),
    ],
)
def test_a_column_of_results(head: str, cells: tuple[str, str], expected: str, field: str, ask: Ask) -> None:
    found = Table(("กิจกรรม", head), (("ติดป้าย", cells[0]), ("ตรวจพัสดุ", cells[1])), page_no=1)
    kind = PageKind.PDF if field == "laid_out" else PageKind.DOCX
    assert ask("result_column", keywords=WORDS, page={field: (found,)}, kind=kind).status == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("อยู่ระหว่างดำเนินการ", "กำลังดำเนินการ"), "unreadable", id="all under way"),
        pytest.param(("อยู่ระหว่างดำเนินการ", "อยู่ระหว่างรวบรวม"), "unreadable", id="figures being gathered"),
        pytest.param(("อยู่ระหว่างดำเนินการ", "ติดป้ายครบทุกอาคาร"), "found", id="one result"),
        pytest.param(("อยู่ระหว่างก่อสร้าง คืบหน้าร้อยละ 60", "อยู่ระหว่างดำเนินการ"), "found", id="how far it has come"),
        pytest.param(("อยู่ระหว่างดำเนินการ ส่งมอบงวดแรกแล้ว", "กำลังดำเนินการ"), "found", id="a part is done"),
    ],
)
def test_of_a_year_that_is_over_what_is_under_way_is_no_result(cells: tuple[str, str], expected: str) -> None:
    words = {"id": "O7.x", "label_th": "ผล", "required": True, "basis": Basis.CONFIRMED, "check": "result_column"}
    component = Component.model_validate({**words, "keywords": WORDS})
    table = Table(("กิจกรรม", "ผลการดำเนินการ"), (("ติดป้าย", cells[0]), ("ตรวจพัสดุ", cells[1])))
    page = Page("https://www.example.go.th/p", PageKind.DOCX, None, (), tables=(table,))
    matter = Matter(page, PhraseIndex(WORDS), date(2026, 4, 30))
    assert look(component, matter, wanted=FiscalYear(2568)).status == expected
    assert look(component, matter, wanted=FiscalYear(2569)).status == "found"  # in the running year it is begun


def test_deeds_told_elsewhere_leave_an_empty_column_to_a_person(ask: Ask) -> None:
    page = {"tables": (Table(("กิจกรรม", "ผล"), (("ติดป้าย", "-"), ("ตรวจพัสดุ", "-"))),)}
    seen = ask("result_column", "ติดป้ายแล้วเสร็จ มีผู้เข้าร่วม 40 คน", keywords=WORDS, page=page, kind=PageKind.DOCX)
    assert seen.status == "unreadable"
    assert "ผล" in (seen.note or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ติดป้ายแล้วเสร็จ มีผู้เข้าร่วม 40 คน", "found", id="words of results"),
        pytest.param("มาตรการแรก ตรวจพัสดุเดือนละครั้งครบสิบสองครั้ง ของอยู่ครบตามบัญชี", "unreadable", id="in other words"),
        pytest.param("รายงานของปี 2568", "not_found", id="a title"),
    ],
)
def test_without_such_a_column_the_words_are_asked(text: str, expected: str, ask: Ask) -> None:
    assert ask("result_column", text, keywords=WORDS).status == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(("กิจกรรม", "เป้าหมาย", "งบประมาณ"), "not_found", id="the columns of a plan"),
        pytest.param(("กิจกรรม", "เป้าหมาย", "สิ่งที่เกิดขึ้น"), "unreadable", id="a column that may tell results"),
        pytest.param(("กิจกรรมที่ดำเนินการ", "เป้าหมาย", "งบประมาณ"), "unreadable", id="what was done"),
    ],
)
def test_results_lack_for_sure_in_a_plan(head: tuple[str, ...], expected: str, ask: Ask) -> None:
    rows = (("ติดป้ายเตือนภัยริมคลองทุกหมู่บ้าน", "สองหมู่บ้าน", "3,000"), ("ตรวจพัสดุ", "ปีละครั้ง", "0"))
    page = {"tables": (Table(head, rows),)}
    told = ask("result_column", keywords=WORDS, page=page, kind=PageKind.DOCX)
    assert told.status == expected
    assert (expected == "not_found") == ("ไม่มีคอลัมน์ผล" in (told.note or ""))
    beside = ask("result_column", "ติดป้ายแล้วเสร็จ", keywords=WORDS, page=page, kind=PageKind.DOCX)
    assert beside.status == "unreadable"
