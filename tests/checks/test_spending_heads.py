"""What was spent, under a head in the agency's own words beside the budget."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

SPEND = ("เบิกจ่าย", "คงเหลือ", "ใช้จ่ายจริง")
BUDGET = ("งบประมาณ", "วงเงิน", "บาท")
SUMS = ("884,200", "1,250,000")


def spend(ask: Ask, head: str, cells: tuple[str, str] = SUMS, budget: str = "งบที่ได้รับ (บาท)") -> str:
    rows = (("อบรมเกษตรกร", "900,000", cells[0]), ("จัดหารัง", "2,500,000", cells[1]))
    page = {"laid_out": (Table(("กิจกรรม", budget, head), rows, page_no=1),)}
    return ask("amounts", keywords=SPEND, page=page, kind=PageKind.PDF, min_count=1, own=True).status


@pytest.mark.parametrize("head", ["ใช้งบไป (บาท)", "เงินที่จ่ายแล้ว", "งบที่เบิก", "ใช้เงิน (บาท)", "จ่ายงบประมาณไป"])
def test_words_of_spending_and_money_over_sums_are_spending(head: str, ask: Ask) -> None:
    assert spend(ask, head) == "found"
    assert spend(ask, head, ("", "")) == "not_found"
    assert spend(ask, head, ("ดี", "กำลังทำ")) == "unreadable"


@pytest.mark.parametrize(
    "head", ["แผนการใช้เงิน", "งบที่จะใช้", "งบประมาณรายจ่าย", "ไตรมาส 2", "จำนวนผู้เข้าอบรม", "เงินอุดหนุน", "รวม", "ม.ค."]
)
def test_parts_of_a_plan_are_no_spending(head: str, ask: Ask) -> None:
    assert spend(ask, head) == "not_found"


def test_a_word_of_spending_alone_may_be_the_budget_itself(ask: Ask) -> None:
    assert spend(ask, "งบที่ใช้", budget="เดือน") == "not_found"
    rows = (("อบรม", "เงินรายได้", "884,200"), ("จัดหารัง", "เงินอุดหนุน", "1,250,000"))
    page = {"laid_out": (Table(("กิจกรรม", "งบประมาณ", "จำนวนเงินที่ใช้"), rows, page_no=1),)}
    assert ask("amounts", keywords=SPEND, page=page, kind=PageKind.PDF, min_count=1, own=True).status == "not_found"


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("ถึงตอนนี้", SUMS, "unreadable", id="sums below the budget"),
        pytest.param("ถึงตอนนี้", ("2,500,000", "900"), "not_found", id="more than the budget"),
        pytest.param("ถึงตอนนี้", ("40 คน", "600 รัง"), "not_found", id="counts"),
    ],
)
def test_sums_under_an_unknown_head_are_left_to_a_person(
    head: str, cells: tuple[str, str], expected: str, ask: Ask
) -> None:
    assert spend(ask, head, cells) == expected


def test_what_was_spent_is_no_budget(ask: Ask) -> None:
    rows = (("อบรม", "884,200"), ("จัดหารัง", "1,250,000"))
    page = {"laid_out": (Table(("กิจกรรม", "ใช้งบไป (บาท)"), rows, page_no=1),)}
    assert ask("amounts", keywords=BUDGET, page=page, kind=PageKind.PDF, planned=True).status == "not_found"
