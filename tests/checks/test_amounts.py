"""Money: a heading of money is none, figures beside or below it are; and whose figures they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

BUDGET = ("งบประมาณ", "วงเงิน", "บาท", "ไม่ใช้งบประมาณ")
SPEND = ("เบิกจ่าย", "คงเหลือ", "ใช้จ่ายจริง")


def table(*rows: tuple[str, ...], head: tuple[str, ...], pdf: bool = False) -> dict[str, Any]:
    if pdf:
        return {"laid_out": (Table(head, rows, page_no=1),)}
    return {"tables": (Table(head, rows),)}


@pytest.mark.parametrize("pdf", [False, True], ids=["docx", "pdf"])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("250,000", "80,000"), "found", id="filled"),
        pytest.param(("๒๕๐,๐๐๐", "๘๐,๐๐๐"), "found", id="Thai digits"),
        pytest.param(("900", "750"), "found", id="small sums"),
        pytest.param(("250,000.0 0", "80,000 .00"), "found", id="broken over two lines of a cell"),
        pytest.param(("250,000", "ไม่ใช้งบประมาณ"), "found", id="one costs nothing"),
        pytest.param(("", ""), "not_found", id="empty"),
        pytest.param(("", "80,000"), "unreadable", id="one of two"),
        pytest.param(("กองช่าง", "กองคลัง"), "unreadable", id="words"),
        pytest.param(("-", "-"), "unreadable", id="nothing but dashes"),
    ],
)
def test_a_column_of_money_shows_its_figures(cells: tuple[str, str], expected: str, pdf: bool, ask: Ask) -> None:
    rows = (("ทำฝาย", cells[0], "ม.ค."), ("ปลูกป่า", cells[1], "ก.พ."))
    page = table(*rows, head=("งาน", "วงเงิน (บาท)", "เดือน"), pdf=pdf)
    kind = PageKind.PDF if pdf else PageKind.DOCX
    assert ask("amounts", keywords=BUDGET, page=page, kind=kind).status == expected


def test_dashes_answer_where_one_amount_is_enough(ask: Ask) -> None:
    page = table(("อบรม", "-"), ("ประกาศ", "-"), head=("งาน", "งบประมาณ"))
    assert ask("amounts", keywords=BUDGET, page=page, kind=PageKind.DOCX, min_count=1).status == "found"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ที่ งาน วงเงิน (บาท) เดือน 1 ทำฝาย 250,000 ม.ค. 2 ปลูกป่า 80,000 ก.พ.", "found", id="sums"),
        pytest.param("ที่ งาน วงเงิน (บาท) เดือน 1 ทำฝาย ม.ค. 2 ปลูกป่า ก.พ.", "not_found", id="no figure"),
        pytest.param("ที่ งาน วงเงิน (บาท) 1 ทำฝาย 1,200 คน 2 ปลูกป่า 3,500 ไร่", "not_found", id="figures of other things"),
        pytest.param("วงเงิน (บาท) ปีงบประมาณ พ.ศ. 2569 ถึง 2570", "not_found", id="years"),
        pytest.param("1 ทำฝาย 250,000 2 ปลูกป่า 80,000", "not_found", id="sums without a heading"),
    ],
)
def test_lines_of_a_pdf_without_columns(text: str, expected: str, ask: Ask) -> None:
    assert ask("amounts", text, keywords=BUDGET, kind=PageKind.PDF).status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ทำฝาย เบิกจ่ายแล้ว 120,000", "found", id="beside the word"),
        pytest.param("เบิกจ่ายแล้วคิดเป็นร้อยละ 45", "found", id="a share"),
        pytest.param("งาน วงเงิน เบิกจ่าย 1 ทำฝาย 250,000 120,000 2 ปลูกป่า 80,000 0", "found", id="two side by side"),
        pytest.param("งาน วงเงิน สถานะ เบิกจ่าย ทำฝาย 250,000 เสร็จ ปลูกป่า 80,000 เสร็จ", "unreadable", id="whose is it"),
        pytest.param("งาน เบิกจ่าย สถานะ ทำฝาย เสร็จ", "not_found", id="no figure"),
        pytest.param("ทำฝายใช้ 120,000 บาท", "not_found", id="not said to be spent"),
    ],
)
def test_what_was_spent_is_not_what_was_planned(text: str, expected: str, ask: Ask) -> None:
    assert ask("amounts", text, keywords=SPEND, kind=PageKind.PDF, min_count=1, own=True).status == expected


def test_a_column_of_the_budget_does_not_show_what_was_spent(ask: Ask) -> None:
    head = ("งาน", "วงเงิน", "เบิกจ่าย")
    empty = table(("ทำฝาย", "250,000", ""), ("ปลูกป่า", "80,000", ""), head=head)
    full = table(("ทำฝาย", "250,000", "1,000"), ("ปลูกป่า", "80,000", "0"), head=head)
    seen = ask("amounts", keywords=SPEND, page=empty, kind=PageKind.DOCX, min_count=1, own=True)
    assert seen.status == "not_found"
    assert "เบิกจ่าย" in (seen.note or "")
    assert ask("amounts", keywords=SPEND, page=full, kind=PageKind.DOCX, min_count=1, own=True).status == "found"


IN_REPORT = ("งบประมาณ", "เบิกจ่าย", "ใช้จ่าย", "ไม่ใช้งบ", "(บาท)")


@pytest.mark.parametrize("pdf", [False, True], ids=["docx", "pdf"])
@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param(("งาน", "งบประมาณ (บาท)"), ("40,000",), "unreadable", id="a budget, spent or allotted"),
        pytest.param(("งาน", "งบประมาณที่จัดสรร"), ("40,000",), "not_found", id="what was allotted"),
        pytest.param(("งาน", "งบที่ได้รับ", "ใช้ไป (บาท)"), ("40,000", ""), "not_found", id="spending printed and blank"),
        pytest.param(("งาน", "งบประมาณ", "ใช้ไป (บาท)"), ("40,000", "39,500"), "found", id="spending filled"),
        pytest.param(("งาน", "งบประมาณ", "ใช้ไป (บาท)"), ("-", "-"), "found", id="dashes answer"),
        pytest.param(("งาน", "งบประมาณ", "ใช้ไป (บาท)"), ("40,000", "ไม่ใช้"), "found", id="none was spent"),
        pytest.param(("งาน", "งบที่จัดสรร", "ใช้จริง"), ("40,000", "39,500"), "found", id="spent, without a word for money"),
        pytest.param(("งาน", "งบที่จัดสรร", "ใช้จริง"), ("40,000", ""), "not_found", id="the same, blank"),
        pytest.param(("งาน", "แผนการใช้จ่ายงบประมาณ"), ("40,000",), "not_found", id="a plan to spend"),
        pytest.param(("งาน", "งบประมาณที่ได้รับ/ใช้จริง"), ("40,000 / 39,000",), "unreadable", id="two sums in a cell"),
    ],
)
def test_a_report_of_spending_tells_no_planned_sums(
    head: tuple[str, ...], cells: tuple[str, ...], expected: str, pdf: bool, ask: Ask
) -> None:
    page = table(("ซ่อมถนน", *cells), ("ขุดบ่อ", *cells), head=head, pdf=pdf)
    kind = PageKind.PDF if pdf else PageKind.DOCX
    assert ask("amounts", keywords=IN_REPORT, page=page, kind=kind, min_count=1, spent=True).status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ซ่อมถนนแล้วเสร็จ ไม่ใช้งบประมาณ", "found", id="none was used"),
        pytest.param("ซ่อมถนนแล้วเสร็จ งบประมาณที่ใช้ : ไม่มี", "found", id="none after a colon"),
        pytest.param("ซ่อมถนน ใช้งบประมาณไป 39,500 บาท", "found", id="spent"),
        pytest.param("ซ่อมถนน งบประมาณ 39,500 บาท", "found", id="the one sum of a report"),
        pytest.param("ซ่อมถนน งบประมาณที่ตั้งไว้ 40,000 บาท", "not_found", id="planned"),
        pytest.param("ซ่อมถนน ได้รับจัดสรรงบประมาณ และมอบเงินรางวัล 500 บาท", "not_found", id="money of another thing"),
        pytest.param("งบประมาณไม่มีเพียงพอ", "not_found", id="a complaint is no answer"),
    ],
)
def test_a_sentence_of_a_report_of_spending(text: str, expected: str, ask: Ask) -> None:
    keywords = (*IN_REPORT, "ใช้งบประมาณ")
    assert ask("amounts", text, keywords=keywords, kind=PageKind.DOCX, min_count=1, spent=True).status == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("รายงานผลการดำเนินงานและการใช้จ่ายงบประมาณ", "found"),
        ("รายงานผลการเบิกจ่ายของโครงการ", "found"),
        ("รายงานผลการดำเนินงานประจำปี", "unreadable"),
    ],
)
def test_a_bare_budget_counts_where_the_paper_says_that_it_tells_spending(ask: Ask, title: str, expected: str) -> None:
    page = {**table(("ซ่อมถนน", "40,000"), ("ขุดบ่อ", "20,000"), head=("งาน", "งบประมาณ (บาท)")), "title": title}
    seen = ask("amounts", keywords=IN_REPORT, page=page, kind=PageKind.DOCX, min_count=1, spent=True)
    assert seen.status == expected
