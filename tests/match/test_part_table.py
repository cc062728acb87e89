"""Tables by month and quarter that stop before the year does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.match.part_table import part_in_tables
from oit_checker.match.part_year import part_in_text
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from tests.items.test_items import CHECKLIST

MONTHS = (
    "ต.ค. 67",
    "พ.ย. 67",
    "ธ.ค. 67",
    "ม.ค. 68",
    "ก.พ. 68",
    "มี.ค. 68",
    "เม.ย. 68",
    "พ.ค. 68",
    "มิ.ย. 68",
    "ก.ค. 68",
    "ส.ค. 68",
    "ก.ย. 68",
)


def page(*tables: Table, lines: tuple[str, ...] = (), kind: PageKind = PageKind.DOCX) -> Page:
    passages = tuple(Passage(line, page_no=1) for line in lines)
    return Page("https://www.example.go.th/x", kind, "สถิติ ปีงบประมาณ พ.ศ. 2568", passages, tables=tables)


def by_month(count: int, filled: int = 12, cell: str = "0") -> Table:
    return Table(
        ("เดือน", "รับ", "เสร็จ"),
        tuple((name, *((cell, cell) if n < filled else ("", ""))) for n, name in enumerate(MONTHS[:count])),
    )


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        pytest.param(page(by_month(4)), "มกราคม", id="four months"),
        pytest.param(page(by_month(12, filled=7)), "เดือนหลังจากนั้นยังว่าง", id="the rest is blank"),
        pytest.param(
            page(Table(("ที่", "ไตรมาส", "เรื่อง"), (("1", "ไตรมาสที่ 1", "2"), ("2", "ไตรมาสที่ 2", "-")))),
            "มีนาคม",
            id="two quarters",
        ),
        pytest.param(page(Table(("วิธี", *MONTHS[:6]), (("เฉพาะเจาะจง", *"123456"),))), "มีนาคม", id="columns"),
        pytest.param(
            page(lines=("ตุลาคม 2567 0 0", "พฤศจิกายน 2567 1 1", "ธันวาคม 2567 ไม่มี"), kind=PageKind.PDF),
            "ธันวาคม",
            id="lines",
        ),
        pytest.param(page(by_month(12)), None, id="the whole year"),
        pytest.param(page(by_month(12, cell="-")), None, id="dashes"),
        pytest.param(
            page(Table(("ช่วง", "รับ"), (("ตุลาคม 2567 - มีนาคม 2568", "1"), ("เมษายน - กันยายน 2568", "0")))),
            None,
            id="halves",
        ),
        pytest.param(
            page(by_month(6), Table(("เดือน", "รับ"), tuple((name, "1") for name in MONTHS[6:]))), None, id="two tables"
        ),
        pytest.param(
            page(Table(("เดือน", "กิจกรรม"), (("ธ.ค. 67", "อบรม"), ("มี.ค. 68", "ตรวจ"), ("มิ.ย. 68", "สรุป")))),
            None,
            id="dated deeds",
        ),
        pytest.param(page(Table(("กิจกรรม", *MONTHS), (("อบรม", "✓", *[""] * 11),))), None, id="a timetable"),
        pytest.param(page(Table(("โครงการ", "เดือน"), (("อบรม", "x"),))), None, id="no months"),
    ],
)
def test_part_of_the_year_in_tables(seen: Page, words: str | None) -> None:
    told = part_in_tables(seen)
    assert (told is None) if words is None else (told is not None and words in told)


@pytest.mark.parametrize(("code", "is_doubted"), [("O18", True), ("O12", True), ("O11", False), ("O6", False)])
def test_it_matters_where_the_whole_last_year_is_asked(code: str, is_doubted: bool) -> None:
    item = CHECKLIST.item(code)
    assert item is not None
    assert (part_in_text(item, page(by_month(3)), FiscalYear(2568)) is not None) is is_doubted


def test_a_table_goes_on_at_the_head_of_the_next_page() -> None:
    rows = tuple((month, "3") for month in MONTHS[:11])
    first = Passage("สถิติรายเดือน", page_no=1)
    table = Table(("เดือน", "จำนวน"), rows, page_no=1)
    whole = Page(
        "file:///a.pdf", PageKind.PDF, None, (first, Passage("ก.ย. ๖๘ ๔ รวม ๓๗", page_no=2)), laid_out=(table,)
    )
    assert part_in_tables(whole) is None
    cut = replace(whole, passages=(first, Passage("ผู้รายงาน หัวหน้าสำนักปลัด", page_no=2)))
    assert "สิงหาคม" in (part_in_tables(cut) or "")
