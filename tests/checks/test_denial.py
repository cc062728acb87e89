"""Words that name a thing only to say that it is not there yet show nothing, and are told with their words."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

FOUND, NOT_FOUND, UNREADABLE = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE
WORDS = ("ผู้รับผิดชอบ", "ความก้าวหน้า", "เบิกจ่าย", "ผลการดำเนินงาน", "เหตุการณ์ความเสี่ยง", "มาตรการ", "เรื่องร้องเรียน")


def asked(keyword: str, *lines: str, kind: PageKind = PageKind.DOCX, tables: tuple[Table, ...] = ()) -> ComponentResult:
    wanted = Component.model_validate(
        {"id": "O1.x", "label_th": "สิ่งที่ขอ", "required": True, "basis": Basis.CONFIRMED, "keywords": (keyword,)}
    )
    passages = tuple(Passage(line, page_no=1 if kind is PageKind.PDF else None) for line in lines)
    page = Page("https://www.example.go.th/p", kind, None, passages, tables=tables)
    return look(wanted, Matter(page, PhraseIndex(WORDS), date(2026, 4, 30)), wanted=FiscalYear(2569))


@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF, PageKind.HTML])
@pytest.mark.parametrize(
    ("keyword", "line"),
    [
        ("ผู้รับผิดชอบ", "ผู้รับผิดชอบ: ยังไม่ได้แต่งตั้ง"),
        ("มาตรการ", "มาตรการ/กิจกรรม: จะกำหนดภายหลัง"),
        ("มาตรการ", "มาตรการตามผลการประเมิน ITA ปี ๒๕๖๘ : อยู่ระหว่างการวิเคราะห์ผล"),
        ("ความก้าวหน้า", "ขณะนี้ยังไม่มีข้อมูลความก้าวหน้า"),
        ("เบิกจ่าย", "จะรายงานผลการดำเนินงานและผลการเบิกจ่ายภายหลังสิ้นไตรมาสที่ 2"),
        ("เบิกจ่าย", "หน่วยงานยังไม่ได้จัดทำรายงานผลการดำเนินงาน ผลการเบิกจ่าย ปัญหา และข้อเสนอแนะ"),
        ("เหตุการณ์ความเสี่ยง", "ขณะนี้ยังไม่ได้ระบุเหตุการณ์ความเสี่ยงการทุจริต"),
        ("ผู้รับผิดชอบ", "ขณะนี้อยู่ระหว่างจัดทำ โดยเอกสารจะประกอบด้วย มาตรการ ระยะเวลา มกราคม 2569 และผู้รับผิดชอบ"),
    ],
)
def test_a_denial_is_no_proof_and_no_certain_lack(keyword: str, line: str, kind: PageKind) -> None:
    seen = asked(keyword, line, kind=kind)
    assert seen.status is UNREADABLE
    assert keyword in (seen.note or "")
    assert keyword in (seen.snippet or "")


@pytest.mark.parametrize(
    ("keyword", "lines"),
    [
        ("เรื่องร้องเรียน", ("เรื่องร้องเรียนการทุจริต: ไม่มี",)),
        ("เรื่องร้องเรียน", ("ยังไม่มีเรื่องร้องเรียนการทุจริต จำนวน 0 เรื่อง",)),
        ("เบิกจ่าย", ("เบิกจ่าย 0 บาท", "ยังไม่ได้ดำเนินการ")),
        ("ผลการดำเนินงาน", ("ผลการดำเนินงาน: ยังไม่ได้ดำเนินการ", "ผลการดำเนินงาน: จัดทำคู่มือ 1 เล่ม")),
        ("ผลการดำเนินงาน", ("ผลการดำเนินงาน: อยู่ระหว่างดำเนินการ",)),
        ("ผู้รับผิดชอบ", ("ผู้รับผิดชอบ: ยังไม่ได้แต่งตั้ง", "ผู้รับผิดชอบ: สำนักปลัด")),
        ("มาตรการ", ("หน่วยงานยังไม่ได้จัดทำคู่มือ จึงกำหนดมาตรการจัดทำคู่มือ",)),
        ("มาตรการ", ("มาตรการ ปรับปรุงคู่มือ เพราะพบว่าเจ้าหน้าที่ยังไม่ได้รายงานผล",)),
        ("ผู้รับผิดชอบ", ("ปัญหา: ยังไม่ได้จัดทำคู่มือ", "ผู้รับผิดชอบ สำนักปลัด")),
    ],
)
def test_an_answer_is_an_answer(keyword: str, lines: tuple[str, ...]) -> None:
    assert asked(keyword, *lines).status is FOUND


def test_a_row_that_is_answered_with_a_denial() -> None:
    rows = (("มาตรการ", "อบรมเจ้าหน้าที่"), ("ผู้รับผิดชอบ", "ยังไม่ได้กำหนด"))
    tables = (Table(("เรื่อง", "รายละเอียด"), rows),)
    assert asked("ผู้รับผิดชอบ", tables=tables).status is UNREADABLE
    assert asked("มาตรการ", tables=tables).status is FOUND


def test_what_is_neither_told_nor_denied_is_not_found() -> None:
    assert asked("ผู้รับผิดชอบ", "มาตรการ: ยังไม่ได้กำหนด").status is NOT_FOUND


@pytest.mark.parametrize("line", ["ผู้รับผิดชอบ ..............", "ผู้รับผิดชอบ: ……………………", "ผู้รับผิดชอบ ________"])
def test_a_label_beside_dots_to_write_on_shows_nothing(line: str) -> None:
    assert asked("ผู้รับผิดชอบ", "มาตรการ ..............", line).status is UNREADABLE


@pytest.mark.parametrize(
    "line",
    [
        "ชื่อโครงการ ............ ผู้รับผิดชอบ ........................ ตำแหน่ง ............... วันที่ .........",
        "1. มาตรการ ............ 2. ผู้รับผิดชอบ ............ 3. ระยะเวลา ............ รายงาน ณ วันนี้",
        "ผู้รับผิดชอบ . . . . . . . . . (หัวหน้าส่วนราชการ)",
    ],
)
@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
def test_a_blank_in_the_middle_of_a_page_is_a_blank(line: str, kind: PageKind) -> None:
    assert asked("ผู้รับผิดชอบ", line, "สรุปผลการดำเนินงาน", kind=kind).status is UNREADABLE


@pytest.mark.parametrize(
    "line",
    [
        "ผู้รับผิดชอบ ......สำนักปลัด......",
        "ผู้รับผิดชอบ สำนักปลัด ........",
        "ผู้รับผิดชอบ - ",
        "ผู้รับผิดชอบ ....กองช่าง.... ตำแหน่ง ....ผู้อำนวยการ....",
    ],
)
def test_dots_that_were_written_on_hide_nothing(line: str) -> None:
    assert asked("ผู้รับผิดชอบ", line).status is FOUND


ASKED_FOR = (
    ("เอกสารนี้จะต้องแสดงข้อมูลดังนี้", "(1) บทวิเคราะห์ผล", "ตัวชี้วัดและมาตรการ", "(2) ขั้นตอน (3) ผู้รับผิดชอบ"),
    ("รายงานต้องแสดงรายละเอียด ประกอบด้วย ๑. มาตรการ ๒. ขั้นตอน ๓. ผู้รับผิดชอบ",),
    ("แผนต้องประกอบด้วย 1) มาตรการ 2) ผู้รับผิดชอบ",),
)


@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
@pytest.mark.parametrize("lines", ASKED_FOR)
def test_a_list_of_what_shall_be_shown_shows_nothing(lines: tuple[str, ...], kind: PageKind) -> None:
    for keyword in ("มาตรการ", "ผู้รับผิดชอบ"):
        assert asked(keyword, *lines, kind=kind).status is UNREADABLE
        assert asked(keyword, *lines, f"{keyword} เปิดเผยข้อมูล กองคลัง", kind=PageKind.DOCX).status is FOUND


def test_a_rule_with_no_list_asks_for_nothing() -> None:
    assert asked("มาตรการ", "ต้องแสดงบัตรประจำตัวดังนี้", "มาตรการ อบรมเจ้าหน้าที่").status is FOUND
