"""Every form tells what became better or worse since the run before."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from rich.console import Console

from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import Changes, GapReport, ItemChange
from reports import render
from reports.changes import HEADING, SAME, change_rows
from reports.terminal import print_summary
from reports.to_json import dump, load, validate

WORSE = ItemChange("O23", "แผนปฏิบัติการป้องกันการทุจริต", ItemStatus.PASS, ItemStatus.REVIEW)
BETTER = ItemChange("O5", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", ItemStatus.MISSING, ItemStatus.PASS)
SINCE = Changes(datetime(2026, 11, 19, 18, tzinfo=UTC), "01", 90.0, (BETTER,), (WORSE,))
TOLD = ("ถดถอย 1 ข้อ", "ผ่าน → ต้องให้เจ้าหน้าที่ตรวจ", "ดีขึ้น 1 ข้อ", "ไม่พบการเปิดเผย → ผ่าน", "20 พฤศจิกายน 2569", "90.00")


@pytest.fixture
def second(report: GapReport) -> GapReport:
    return replace(report, changes=SINCE)


def printed(report: GapReport) -> str:
    console = Console(file=io.StringIO(), width=200)
    print_summary(report, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def summary_of(report: GapReport) -> str:
    rows = load_workbook(io.BytesIO(render(report, "xlsx")))["สรุป"].iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


@pytest.mark.parametrize("told", TOLD)
def test_every_form_tells_the_same(second: GapReport, told: str) -> None:
    for shown in (printed(second), render(second, "html").decode(), summary_of(second)):
        assert told in shown


def test_tables_tell_the_earlier_status_of_what_moved(second: GapReport) -> None:
    rows = list(csv.DictReader(io.StringIO(render(second, "csv").decode("utf-8-sig"), newline="")))
    assert {row["ข้อ"]: row["สถานะรอบก่อน"] for row in rows if row["สถานะรอบก่อน"]} == {
        "O5": "ไม่พบการเปิดเผย",
        "O23": "ผ่าน",
    }
    sheet = load_workbook(io.BytesIO(render(second, "xlsx")))["รายข้อ"]
    assert {row[0]: row[-1] for row in sheet.iter_rows(min_row=2, values_only=True) if row[-1]} == {
        "O5": "ไม่พบการเปิดเผย",
        "O23": "ผ่าน",
    }


def test_nothing_moved_is_said(report: GapReport) -> None:
    still = replace(report, changes=replace(SINCE, better=(), worse=()))
    assert SAME in printed(still)
    assert SAME in render(still, "html").decode()
    assert change_rows(still)[0][1].endswith(SAME)


def test_a_first_run_says_nothing_of_it(report: GapReport) -> None:
    assert change_rows(report) == ()
    assert HEADING not in printed(report)
    assert HEADING not in render(report, "html").decode()


def test_json_holds_it_as_the_schema_says(second: GapReport) -> None:
    body = dump(second)
    validate(body)
    assert load(body).changes == SINCE


def test_a_report_of_an_older_version_has_none(second: GapReport) -> None:
    assert load(dump(second).decode().replace('"changes"', '"unknown"')).changes is None
