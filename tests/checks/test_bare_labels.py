"""A label, heading or cell with nothing said behind it is left to a person."""

from __future__ import annotations

import pytest

from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Table

from .conftest import Ask

DOTS = "...................."
SIGNED = "ลงชื่อ ปลัดเทศบาล"
TOLD = (("โครงการ", "ผล"), (("อบรม", "ผ่าน 30 คน"),))


def problems(ask: Ask, *lines: str, kind: PageKind = PageKind.DOCX, **page: object) -> ComponentStatus:
    return ask("keywords", *lines, keywords=("ปัญหา", "อุปสรรค"), kind=kind, page=page).status


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("ปัญหาและอุปสรรค", DOTS, "ข้อเสนอแนะ", DOTS), id="dots on the next line"),
        pytest.param(("ปัญหาและอุปสรรค", "ข้อเสนอแนะ", SIGNED), id="the next label"),
        pytest.param(("3. ปัญหา/อุปสรรคในการดำเนินงาน:", "4. งบประมาณที่ใช้", "50,000 บาท"), id="the next number"),
        pytest.param(("อบรม 30 คน", "ปัญหาและอุปสรรค", SIGNED), id="a signature"),
        pytest.param(("อบรม 30 คน", "บทที่ 4 ปัญหา อุปสรรค และข้อเสนอแนะ"), id="the end"),
    ],
)
def test_a_label_with_nothing_behind_it_is_left_to_a_person(ask: Ask, lines: tuple[str, ...]) -> None:
    assert problems(ask, *lines) is ComponentStatus.UNREADABLE


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("ปัญหาและอุปสรรค", "ฝนตกจนงานล่าช้า", "ข้อเสนอแนะ", "เลี่ยงฤดูฝน"), id="told below"),
        pytest.param(("ปัญหาและอุปสรรค", "ไม่มี"), id="none"),
        pytest.param(("ปัญหาและอุปสรรค", "-"), id="a dash"),
        pytest.param(("4. ปัญหาและอุปสรรค", "1. งบประมาณไม่พอ", "2. ฝนตก"), id="a list that begins anew"),
        pytest.param(("4. ปัญหาและอุปสรรค", "4.1 ด้านบุคลากร", "คนน้อย"), id="a heading of lower rank"),
        pytest.param(("ไม่มีปัญหาและอุปสรรค",), id="a sentence"),
        pytest.param(("ปัญหาและอุปสรรค: ฝนตก",), id="told in the same line"),
    ],
)
def test_what_is_told_below_counts(ask: Ask, lines: tuple[str, ...]) -> None:
    assert problems(ask, *lines) is ComponentStatus.FOUND


def test_a_table_under_a_label_tells_it(ask: Ask) -> None:
    lines = ("รายงานผล", "ปัญหาและอุปสรรค", "ข้อเสนอแนะ", SIGNED)
    assert problems(ask, *lines, tables=(Table(*TOLD, after=2),)) is ComponentStatus.FOUND
    assert problems(ask, *lines, tables=(Table(*TOLD, after=1),)) is ComponentStatus.UNREADABLE
    assert problems(ask, *lines[:2], tables=(Table(*TOLD, after=2),)) is ComponentStatus.FOUND


def test_on_a_web_page_only_dots_below_speak_against_a_label(ask: Ask) -> None:
    assert problems(ask, "ปัญหาและอุปสรรค", DOTS, kind=PageKind.HTML) is ComponentStatus.UNREADABLE
    assert problems(ask, "ปัญหาและอุปสรรค", "ข้อเสนอแนะ", kind=PageKind.HTML) is ComponentStatus.FOUND


def test_names_one_after_another_are_a_list(ask: Ask) -> None:
    lines = ("ช่องทางร้องเรียน", "ทางไปรษณีย์", "ทางโทรศัพท์", SIGNED)
    seen = ask("keywords", *lines, keywords=("ทางไปรษณีย์", "ทางโทรศัพท์"), kind=PageKind.DOCX)
    assert seen.status is ComponentStatus.FOUND


PAIRS = (("ผู้มีส่วนร่วม", "ประชาชน 112 คน"), ("ค่าธรรมเนียม", ""), ("เอกสารที่ใช้", ""))


@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.XLSX, PageKind.HTML])
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(PAIRS, ComponentStatus.UNREADABLE, id="blank values"),
        pytest.param((*PAIRS[:2], ("เอกสารที่ใช้", DOTS)), ComponentStatus.UNREADABLE, id="dots"),
        pytest.param((*PAIRS[:2], ("เอกสารที่ใช้", "บัตรประชาชน")), ComponentStatus.FOUND, id="told"),
        pytest.param((*PAIRS, ("1", "บัตรประชาชน")), ComponentStatus.FOUND, id="told in rows below"),
    ],
)
def test_a_row_of_label_and_value(
    ask: Ask, kind: PageKind, rows: tuple[tuple[str, ...], ...], expected: ComponentStatus
) -> None:
    table = Table(("ชื่องาน", "ขอถังขยะ"), rows)
    assert ask("keywords", keywords=("เอกสารที่ใช้",), kind=kind, page={"tables": (table,)}).status is expected


def test_names_in_a_table_with_a_blank_column_of_remarks_count(ask: Ask) -> None:
    table = Table(("รายการ", "หมายเหตุ"), (("สำเนาบัตรประชาชน", ""), ("ทะเบียนบ้าน", "")))
    seen = ask("keywords", keywords=("สำเนาบัตรประชาชน",), kind=PageKind.DOCX, page={"tables": (table,)})
    assert seen.status is ComponentStatus.FOUND


def test_what_a_clause_asks_is_not_told_by_a_label_alone(ask: Ask) -> None:
    table = Table(("เรื่อง", "ประชาคม"), (("การนำผลไปปรับปรุง", ""),))
    page = {"tables": (table,)}
    seen = ask("clause", keywords=("ไม่มีคำนี้",), kind=PageKind.DOCX, page=page, groups=[["นำผล"], ["ไปปรับปรุง"]])
    assert seen.status is not ComponentStatus.FOUND


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("ผู้เข้าร่วม 90 คน", "สิ่งที่ได้จากเวที", "การนำความเห็นไปใช้"), "unreadable", id="two bare headings"),
        pytest.param(("การนำความเห็นไปใช้", "ปรับลำดับโครงการแล้ว"), "found", id="told below"),
        pytest.param(("การนำความเห็นไปใช้ปรับลำดับโครงการฝาย",), "found", id="a line that tells it"),
    ],
)
def test_results_in_an_agencys_own_words(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    assert ask("keywords", *lines, keywords=("การนำความเห็นไปใช้",), kind=PageKind.DOCX).status == expected
