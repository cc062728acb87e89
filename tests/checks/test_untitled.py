"""Results below the title: what a title, a heading or a plan says of them is none."""

from __future__ import annotations

from typing import Any

import pytest

from oit_checker.checks.untitled import is_plan, untitled
from oit_checker.model.page import Page, PageKind, Passage, Table
from tests.checks.conftest import Ask

WORDS = ("รายงานผลการดำเนินงาน", "ผลการดำเนินงาน", "แล้วเสร็จ", "ผู้เข้าร่วม", "อุปสรรค", "ข้อเสนอแนะ")
TITLE = "รายงานผลการดำเนินงานประจำปี 2568"
PLAN = Table(
    ("โครงการ", "เป้าหมาย", "งบประมาณที่ตั้งไว้", "ระยะเวลา"), (("ขุดสระ", "2 แห่ง", "90,000", "พ.ค. 2568"),), page_no=1
)


@pytest.mark.parametrize(
    ("lines", "tables", "expected"),
    [
        pytest.param(("อุปสรรค ไม่มี", "ข้อเสนอแนะ ไม่มี"), (), "unreadable", id="the title alone"),
        pytest.param(("อุปสรรค ไม่มี",), (PLAN,), "unreadable", id="a plan below it"),
        pytest.param(("ขุดสระแล้วเสร็จ 2 แห่ง", "อุปสรรค ไม่มี"), (PLAN,), "found", id="a plan, and results in words"),
        pytest.param(("ขุดสระได้ทำครบ 2 แห่ง ใช้เงินไป 88,000 บาท", "อุปสรรค ไม่มี"), (), "found", id="plain words"),
        pytest.param(("มีผู้เข้าร่วม 40 คน", "ข้อเสนอแนะ ไม่มี"), (), "found", id="people who came"),
    ],
)
def test_results_stand_below_the_title(
    lines: tuple[str, ...], tables: tuple[Table, ...], expected: str, ask: Ask
) -> None:
    page: dict[str, Any] = {"title": TITLE, "tables": tables}
    seen = ask("result_column", TITLE, *lines, keywords=WORDS, page=page, kind=PageKind.DOCX)
    assert seen.status == expected
    assert seen.snippet is not None
    assert expected == "unreadable" or TITLE not in seen.snippet


def test_a_pdf_runs_on_from_its_title(ask: Ask) -> None:
    text = f"{TITLE} เทศบาลตำบลตัวอย่าง โครงการ เป้าหมาย งบประมาณที่ตั้งไว้ ระยะเวลา ขุดสระ 2 แห่ง 90,000 พ.ค. 2568 อุปสรรค: ไม่มี"
    page: dict[str, Any] = {"title": f"{TITLE} เทศบาลตำบลตัวอย่าง", "tables": (PLAN,)}
    assert ask("result_column", text, keywords=WORDS, page=page, kind=PageKind.PDF).status == "unreadable"
    done = text.replace("ขุดสระ 2 แห่ง", "ขุดสระ 2 แห่ง ขุดเสร็จเดือนมิถุนายน")
    assert ask("result_column", done, keywords=WORDS, page=page, kind=PageKind.PDF).status == "found"


@pytest.mark.parametrize(
    ("header", "row", "planned"),
    [
        (("โครงการ", "เป้าหมาย", "งบประมาณ", "ผู้รับผิดชอบ"), ("อบรม", "30 คน", "9,000", "สำนักปลัด"), True),
        (("โครงการ", "เป้าหมาย", "งบประมาณ", "ใช้จ่ายจริง"), ("อบรม", "30 คน", "9,000", "8,700"), False),
        (("โครงการ", "เป้าหมาย", "งบประมาณ", "หมายเหตุ"), ("อบรม", "30 คน", "9,000", "อบรมแล้ว"), False),
        (("โครงการ", "งบประมาณ"), ("อบรม", "9,000"), False),
    ],
)
def test_a_table_of_what_is_planned(header: tuple[str, ...], row: tuple[str, ...], planned: bool) -> None:
    assert is_plan(Table(header, (row,))) is planned


def test_running_heads_are_the_title_once_more() -> None:
    lines = (
        Passage(TITLE, page_no=1),
        Passage("ขุดสระเสร็จ", page_no=1),
        Passage(TITLE, page_no=2),
        Passage("ถมถนน", page_no=2),
    )
    page = Page("https://www.example.go.th/x.pdf", PageKind.PDF, TITLE, lines)
    assert [passage.text for passage in untitled(page).passages] == ["ขุดสระเสร็จ", "ถมถนน"]
