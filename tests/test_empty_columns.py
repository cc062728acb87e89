"""Columns that nobody has filled in, and those that people fill with colours."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.empty_columns import empty_columns
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.thai.phrases import PhraseIndex


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", ""), ["ผลการดำเนินการ"], id="no result"),
        pytest.param(("โครงการ", "ระยะเวลา"), ("อบรม", ""), ["ระยะเวลา"], id="no period"),
        pytest.param(("โครงการ", "ระยะเวลา", "", ""), ("อบรม", "", "", ""), [], id="a timetable to colour"),
        pytest.param(("โครงการ", "ระยะเวลา", "ระยะเวลา"), ("อบรม", "", ""), [], id="a timetable, its head repeated"),
        pytest.param(("โครงการ", "ต.ค. 68", "พ.ย. 68"), ("อบรม", "", ""), [], id="months to colour"),
        pytest.param(("เดือน", "เรื่องร้องเรียน"), ("ต.ค.", ""), ["เรื่องร้องเรียน"], id="no month ends in เรียน"),
        pytest.param(("โครงการ", "มิถุนายน"), ("อบรม", ""), [], id="a month in full to colour"),
        pytest.param(("โครงการ", "ไฟล์แนบ"), ("อบรม", ""), [], id="a file behind a picture"),
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", "-"), [], id="none is an answer"),
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", "........"), ["ผลการดำเนินการ"], id="dots to write on"),
        pytest.param(("เป้าประสงค์", "ค่าเป้าหมาย ปี 2570"), ("คนเก่ง", ""), ["ค่าเป้าหมาย ปี 2570"], id="a target of a year"),
        pytest.param(("โครงการ", "ปี 2569", "ปี 2570"), ("อบรม", "", ""), [], id="years to colour"),
        pytest.param(("โครงการ", "ปีงบประมาณ พ.ศ. 2569"), ("อบรม", ""), [], id="a fiscal year to colour"),
    ],
)
def test_empty_columns(header: tuple[str, ...], row: tuple[str, ...], expected: list[str]) -> None:
    assert [head for _, head in empty_columns(Table(header, (row,)))] == expected


def test_an_empty_column_of_a_pdf_is_told_where_its_component_lacks() -> None:
    wanted = Component.model_validate(
        {"id": "O7.x", "label_th": "ผล", "required": True, "basis": Basis.CONFIRMED, "keywords": ("ผลการดำเนินการ",)}
    )
    table = Table(("โครงการ", "งบประมาณ", ""), (), page_no=1, empty=("ผลการดำเนินการ",))
    page = Page("u", PageKind.PDF, None, (Passage("โครงการ งบประมาณ อบรม 5,000", page_no=1),), (table,))
    seen = look(wanted, Matter(page, PhraseIndex(wanted.keywords), date(2026, 4, 30)), wanted=None)
    assert seen.status is ComponentStatus.NOT_FOUND
    assert (seen.note or "").startswith("มีคอลัมน์ “ผลการดำเนินการ” แต่ไม่มีข้อมูล")
