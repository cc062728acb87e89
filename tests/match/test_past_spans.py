"""Last year's plan under this year's title, and what rightly looks back."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.checks.matter import Matter
from oit_checker.match.past_spans import asks_for_times_to_come, is_of_several_years, past_times
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

URL = "https://www.example.go.th/files/plan.docx"
HEAD = ("กิจกรรม", "กำหนดเวลา", "ฝ่ายที่ทำ")


def past(*lines: str, rows: tuple[tuple[str, ...], ...] = (), head: tuple[str, ...] = HEAD) -> str | None:
    tables = (Table(head, rows),) if rows else ()
    page = Page(URL, PageKind.DOCX, "แผน ปี 2569", tuple(map(Passage, lines)), tables)
    return past_times(Matter(page, PhraseIndex(()), date(2026, 5, 1)), FiscalYear(2569))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param(
            (("เดินรณรงค์", "พ.ย. 67 - ธ.ค. 67", "ก"), ("ติดป้าย", "ก.พ. 2568", "ข")), "พ.ย. 67 - ธ.ค. 67", id="all over"
        ),
        pytest.param(
            (("เดินรณรงค์", "ไตรมาส 3", "ก"), ("ติดป้าย", "มี.ค. - มิ.ย. 2568", "ข")), "มี.ค. - มิ.ย. 2568", id="half"
        ),
        pytest.param((("เดินรณรงค์", "พ.ย. 67", "ก"), ("ติดป้าย", "ต.ค. 68", "ข")), None, id="one in the year"),
        pytest.param((("เดินรณรงค์", "ส.ค. 68 - พ.ย. 68", "ก"),), None, id="reaches into the year"),
        pytest.param(
            (("เดินรณรงค์", "ไตรมาส 1", "ก"), ("ติดป้าย", "ตลอดปี", "ข"), ("ค", "ก.ย. 68", "ง")), None, id="most silent"
        ),
        pytest.param((("ประชุมยกร่างแผน", "ส.ค. 68", "ก"), ("ผู้บริหารเห็นชอบ", "ก.ย. 68", "ข")), None, id="how it was made"),
    ],
)
def test_times_in_a_table(rows: tuple[tuple[str, ...], ...], told: str | None) -> None:
    assert past(rows=rows) == told


def test_a_column_that_tells_of_last_years_results_is_no_time_of_the_plan() -> None:
    assert past(rows=(("เดินรณรงค์", "พ.ย. 67", "ก"),), head=("กิจกรรม", "ผลการดำเนินการช่วงเวลาที่ผ่านมา", "ฝ่าย")) is None


@pytest.mark.parametrize(
    ("line", "is_past"),
    [
        ("ดำเนินการระหว่างเดือนตุลาคม 2567 ถึงเดือนกันยายน 2568", True),
        ("ดำเนินการตั้งแต่ตุลาคม 2568 - กันยายน 2569", False),
        ("จากข้อมูลการดำเนินการ ตุลาคม 2567 - กันยายน 2568 พบเรื่องร้องเรียนสองเรื่อง", False),
        ("ผู้บริหารเห็นชอบแผนเมื่อวันที่ 20 กันยายน 2568", False),
        ("ตามคำสั่งที่ 14/2568 ลงวันที่ 3 มีนาคม 2568", False),
    ],
)
def test_times_in_prose(line: str, is_past: bool) -> None:
    assert (past(line) is not None) is is_past


def test_a_plan_of_several_years_may_have_work_that_is_over() -> None:
    page = Page(URL, PageKind.DOCX, "แผนพัฒนาบุคลากร พ.ศ. 2567 - 2569")
    assert is_of_several_years(page, None)
    assert not is_of_several_years(Page(URL, PageKind.DOCX, "แผนพัฒนาบุคลากร พ.ศ. 2569"), "พ.ศ. 2569")


def test_only_what_is_of_the_year_alone_is_asked() -> None:
    asked = {item.code for item in load_checklist("nacc-2569").items if asks_for_times_to_come(item)}
    assert asked >= {"O6", "O13", "O21", "O23", "O25"}
    assert not asked & {"O5", "O7", "O18", "O20", "O24"}
