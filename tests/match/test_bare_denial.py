"""A page of statistics that says "ไม่พบข้อมูล" and nothing else is left to a person."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.bare_denial import bare_denial, left_open
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage


def words(code: str, *lines: str, kind: PageKind = PageKind.HTML) -> str | None:
    item = load_checklist("nacc-2569").item(code)
    assert item is not None
    head = Passage("เรื่องร้องเรียนปี 2568", is_heading=True)
    return bare_denial(item, Page("https://www.example.go.th/s", kind, None, (head, *map(Passage, lines))))


@pytest.mark.parametrize("line", ["ไม่พบข้อมูล", "- ไม่มีรายการ -", "No data found"])
def test_only_a_person_can_tell_what_it_means(line: str) -> None:
    assert words("O18", line) == line


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("O18", ("ไม่มีเรื่องร้องเรียนการทุจริต",)),
        ("O18", ("ไม่พบข้อมูล", "จำนวนเรื่องที่รับไว้ในรอบปี สิบสองเรื่อง ดำเนินการแล้วทุกเรื่อง " * 3)),
        ("O23", ("ไม่พบข้อมูล",)),
        ("O18", ()),
    ],
)
def test_what_says_more_or_asks_for_something_else(code: str, lines: tuple[str, ...]) -> None:
    assert words(code, *lines) is None


def test_what_was_found_stays_found() -> None:
    lacks = ComponentResult("O18.total", "จำนวน", True, ComponentStatus.NOT_FOUND)
    shown = ComponentResult("O18.total", "จำนวน", True, ComponentStatus.FOUND, "0 เรื่อง")
    assert left_open(lacks, "ไม่พบข้อมูล").status is ComponentStatus.UNREADABLE
    assert left_open(shown, "ไม่พบข้อมูล") is shown
