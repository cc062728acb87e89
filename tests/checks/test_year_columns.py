"""A plan of several years: the asked year's column must hold something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
TITLE = "แผนปฏิบัติการ (พ.ศ. 2566 - 2570)"
YEARS = ("โครงการ", "ปี 2567", "งบปี 2568", "ปี 2569")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((("อบรม", "30,000", "20,000", ""), ("ค่าย", "5,000", "", "-")), "not_found", id="nothing in 2569"),
        pytest.param((("อบรม", "30,000", "20,000", ""), ("ค่าย", "", "", "5,000")), "found", id="one project in 2569"),
        pytest.param((("อบรม", "", "", ""), ("ค่าย", "", "", "")), "found", id="all blank, as coloured cells are"),
    ],
)
@pytest.mark.parametrize("is_second", [False, True], ids=["one head row", "two head rows"])
def test_the_asked_year_must_be_filled(
    ask: Ask, rows: tuple[tuple[str, ...], ...], expected: str, is_second: bool
) -> None:
    over = ("โครงการ", "งบประมาณ", "งบประมาณ", "งบประมาณ")
    table = Table(over, (YEARS, *rows)) if is_second else Table(YEARS, rows)
    seen = ask("fiscal_year", page={"title": TITLE, "tables": (table,)}, kind=PageKind.DOCX)
    assert seen.status == expected
    assert ("ปี 2569" in (seen.note or "")) is (expected == "not_found")


def test_another_table_may_fill_it(ask: Ask) -> None:
    blank = Table(YEARS, (("อบรม", "30,000", "20,000", ""),))
    filled = Table(YEARS, (("ค่าย", "", "", "5,000"),))
    page = {"title": TITLE, "tables": (blank, filled)}
    assert ask("fiscal_year", page=page, kind=PageKind.DOCX).status == "found"
    span = Table(("โครงการ", "ปี 2566 - 2569", "ผล"), (("ค่าย", "", "ดี"),))
    assert ask("fiscal_year", page={"title": TITLE, "tables": (span,)}, kind=PageKind.DOCX).status == "found"
