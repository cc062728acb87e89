"""Columns that nobody has filled in, and those that people fill with colours."""

from __future__ import annotations

import pytest

from oit_checker.checks.empty_columns import empty_columns
from oit_checker.model.page import Table


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", ""), ["ผลการดำเนินการ"], id="no result"),
        pytest.param(("โครงการ", "ระยะเวลา"), ("อบรม", ""), ["ระยะเวลา"], id="no period"),
        pytest.param(("โครงการ", "ระยะเวลา", "", ""), ("อบรม", "", "", ""), [], id="a timetable to colour"),
        pytest.param(("โครงการ", "ระยะเวลา", "ระยะเวลา"), ("อบรม", "", ""), [], id="a timetable, its head repeated"),
        pytest.param(("โครงการ", "ต.ค. 68", "พ.ย. 68"), ("อบรม", "", ""), [], id="months to colour"),
        pytest.param(("โครงการ", "ไฟล์แนบ"), ("อบรม", ""), [], id="a file behind a picture"),
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", "-"), [], id="none is an answer"),
        pytest.param(("โครงการ", "ผลการดำเนินการ"), ("อบรม", "........"), ["ผลการดำเนินการ"], id="dots to write on"),
    ],
)
def test_empty_columns(header: tuple[str, ...], row: tuple[str, ...], expected: list[str]) -> None:
    assert [head for _, head in empty_columns(Table(header, (row,)))] == expected
