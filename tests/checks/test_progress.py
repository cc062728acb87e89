"""Progress: what has become of each project, told in a column or in words; no heading tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
STATES = ("ลุล่วง", "กำลังก่อสร้าง")
ASKED: dict[str, Any] = {
    "keywords": (*STATES, "ความคืบหน้า", "รอบหกเดือน"),
    "columns": ["ความคืบหน้า", "สถานะ", "ผล"],
    "states": list(STATES),
}


@pytest.mark.parametrize("pdf", [False, True], ids=["docx", "pdf"])
@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("ความคืบหน้า", ("เทพื้นแล้ว", "40%"), "found", id="told of each"),
        pytest.param("ผล", ("เทพื้นแล้ว", ""), "found", id="of one that was due"),
        pytest.param("ความคืบหน้า", ("ยังไม่ดำเนินการ", "40%"), "found", id="not begun is a state"),
        pytest.param("ความคืบหน้า", ("", ""), "not_found", id="blank"),
        pytest.param("ผล", ("-", "จะเริ่มมิถุนายน"), "not_found", id="nothing but what will be"),
        pytest.param("สถานะ", ("", ""), "unreadable", id="a column that people colour"),
        pytest.param("ผลที่คาดว่าจะได้รับ", ("ถนนดี", "น้ำดี"), "not_found", id="what is expected"),
        pytest.param("ความคืบหน้าปีที่ผ่านมา", ("เสร็จ", "เสร็จ"), "not_found", id="of the year before"),
    ],
)
def test_a_column_of_progress(head: str, cells: tuple[str, str], expected: str, pdf: bool, ask: Ask) -> None:
    rows = (("สร้างศาลา", "90,000", cells[0]), ("ขุดบ่อ", "50,000", cells[1]))
    table = Table(("งาน", "วงเงิน", head), rows, page_no=1 if pdf else None)
    kind = PageKind.PDF if pdf else PageKind.DOCX
    page = {"laid_out": (table,)} if pdf else {"tables": (table,)}
    assert ask("progress", "งานของปีนี้ รอบหกเดือน", kind=kind, page=page, **ASKED).status == expected


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("งานถึงไหนแล้ว", ("อบรมแล้ว 6 รุ่น", "เทพื้นชั้น 2 แล้ว"), "found", id="each tells a deed"),
        pytest.param("ทำได้แล้ว", ("แจกกล้าแล้ว 8,000 ต้น", ""), "not_found", id="one of them blank"),
        pytest.param("เป้าหมาย", ("อบรมแล้วเข้าใจ", "ผู้ผ่านการอบรมแล้ว 40 คน"), "not_found", id="an aim"),
        pytest.param("กำหนด", ("ให้แล้วเสร็จภายในมีนาคม", "แล้วเสร็จภายในเมษายน"), "not_found", id="a term"),
        pytest.param("เงินไปถึงไหน", ("เบิกแล้ว 9,000", "เบิกแล้ว 1,000"), "not_found", id="money"),
        pytest.param("หมายเหตุ", ("จะจัดเมื่อฝนหยุดแล้ว", "ยังไม่เสร็จ"), "not_found", id="still to come"),
        pytest.param("ใช้อะไร", ("กำลังพล 20 นาย", "กำลังคน 5 คน"), "not_found", id="people"),
    ],
)
def test_a_column_that_tells_deeds_under_any_head(head: str, cells: tuple[str, str], expected: str, ask: Ask) -> None:
    rows = (("สร้างศาลา", "90,000", cells[0]), ("ขุดบ่อ", "50,000", cells[1]))
    page = {"tables": (Table(("โครงการ", "วงเงิน", head), rows),)}
    assert ask("progress", "งานของปีนี้", kind=PageKind.DOCX, page=page, **ASKED).status == expected


def test_few_rows_are_told_to_a_person(ask: Ask) -> None:
    rows = tuple((f"งานที่ {number}", "ลุล่วง" if number == 1 else "") for number in range(1, 6))
    seen = ask("progress", page={"tables": (Table(("งาน", "ความคืบหน้า"), rows),)}, kind=PageKind.DOCX, **ASKED)
    assert (seen.status, "1 จาก 5" in (seen.note or "")) == ("unreadable", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ความคืบหน้า สร้างศาลาลุล่วง ขุดบ่อกำลังก่อสร้าง", "found", id="states in words"),
        pytest.param("ความคืบหน้า รอบหกเดือน สร้างศาลา 90,000 บาท", "not_found", id="a title and a date"),
        pytest.param("รอบหกเดือน จะดำเนินการลุล่วง", "not_found", id="a promise"),
        pytest.param("สร้างศาลาลุล่วง", "not_found", id="one word alone"),
    ],
)
def test_words_of_progress(text: str, expected: str, ask: Ask) -> None:
    assert ask("progress", text, kind=PageKind.DOCX, **ASKED).status == expected


def test_a_blank_column_beside_words_of_a_state_is_a_doubt(ask: Ask) -> None:
    table = Table(("งาน", "ความคืบหน้า"), (("สร้างศาลา", ""), ("ขุดบ่อ", "")))
    table = Table(("งาน", "งบ", "ความคืบหน้า"), tuple((row[0], "1", row[1]) for row in table.rows))
    seen = ask("progress", "งานที่ลุล่วงมีสามงาน", page={"tables": (table,)}, kind=PageKind.DOCX, **ASKED)
    assert seen.status == "unreadable"
