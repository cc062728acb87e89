from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from oit_checker.model.evidence import EvidenceWarning, Verification, WarningKind
from oit_checker.model.report import GapReport
from reports import render
from reports.to_xlsx import CELL_LIMIT

MORE = ("ข้อมูลส่วนบุคคล", "ข้อมูลเปิด")


def book_of(report: GapReport) -> Workbook:
    return load_workbook(io.BytesIO(render(report, "xlsx")))


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_sheets_stand_in_reading_order(report: GapReport) -> None:
    assert book_of(report).sheetnames == ["สรุป", "รายข้อ", "สิ่งที่ต้องทำ", "หลักฐาน", "ลิงก์", *MORE]


@pytest.mark.parametrize("name", ["รายข้อ", "สิ่งที่ต้องทำ", "หลักฐาน", "ลิงก์", *MORE])
def test_tables_can_be_sorted_and_scrolled(report: GapReport, name: str) -> None:
    sheet = book_of(report)[name]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_every_item_has_a_row_with_its_status_in_words_and_colour(report: GapReport) -> None:
    sheet = book_of(report)["รายข้อ"]
    rows = rows_of(sheet)
    assert [row["ข้อ"] for row in rows] == [finding.code for finding in report.items]
    assert rows[0]["สถานะ"] == "องค์ประกอบข้อมูลไม่ครบ"
    assert rows[0]["คะแนน OIT ที่จะเพิ่ม"] == 2.5
    assert rows[0]["คำแนะนำ"] == "เพิ่มหัวข้อหน้าที่และอำนาจของหน่วยงานในหน้านี้"
    assert rows[-1]["คะแนน OIT ที่จะเพิ่ม"] == rows[-1]["คะแนน"] == "ยังไม่นับ"
    assert rows[0]["ที่อยู่"] == "https://www.huaisai.example.go.th/structure"
    assert sheet["F2"].number_format == "0.00"
    assert sheet["E2"].fill.fgColor.rgb == "FFFCEFDB"


def test_the_to_do_list_has_a_line_per_gap(report: GapReport) -> None:
    rows = rows_of(book_of(report)["สิ่งที่ต้องทำ"])
    assert [(row["ลำดับ"], row["ข้อ"]) for row in rows[:3]] == [(1, "O22"), (2, "O25"), (2, "O25")]


def test_what_a_person_must_look_at_comes_with_its_reason_and_address(report: GapReport) -> None:
    row = next(row for row in rows_of(book_of(report)["สิ่งที่ต้องทำ"]) if row["ข้อ"] == "O8")
    assert str(row["เรื่อง"]).startswith("เอกสารเป็นภาพสแกน")
    assert str(row["คำแนะนำ"]).startswith("โปรดเปิดหลักฐานดูด้วยตนเอง")
    assert row["ที่อยู่"] == "https://www.huaisai.example.go.th/files/o8.pdf"


def test_the_summary_tells_score_counts_and_marks(report: GapReport) -> None:
    cells = [cell for row in book_of(report)["สรุป"].iter_rows(values_only=True) for cell in row if cell is not None]
    for told in ("เทศบาลตำบลห้วยทราย", 68.34, 72.51, "ข้อมูลพื้นฐาน", 18, "20 พฤศจิกายน 2569 เวลา 01.00 น."):
        assert told in cells


def test_a_failed_run_has_no_number_for_a_score(
    report: GapReport, cut_short: Callable[[GapReport, str], GapReport]
) -> None:
    cells = [cell for row in book_of(cut_short(report, "failed"))["สรุป"].iter_rows(values_only=True) for cell in row]
    assert 68.34 not in cells
    assert "ไม่มีคะแนนโดยประมาณ เพราะรอบนี้ตรวจเว็บไซต์ไม่ได้" in cells


def test_nothing_a_site_wrote_becomes_a_formula_or_a_link(report: GapReport) -> None:
    wicked = replace(report.links[0], link_text='=HYPERLINK("http://evil","x")', message="@SUM(A1)")
    book = book_of(replace(report, links=(wicked, *report.links)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.coordinate
                assert cell.hyperlink is None
    assert book["ลิงก์"]["B6"].value == '=HYPERLINK("http://evil","x")'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("ก\x00ข\x0bค", "กขค", id="control characters"),
        pytest.param("ก\ud800ข", "กข", id="half a character"),
        pytest.param("_x0041_", "_x0041_", id="what looks like an escape of the format"),
        pytest.param(
            "https://a.go.th/" + "ก" * 3000, "https://a.go.th/" + "ก" * 3000, id="an address longer than a link may be"
        ),
        pytest.param("ก" * 40_000, "ก" * (CELL_LIMIT - 1) + "…", id="longer than a cell"),
    ],
)
def test_any_text_fits_into_a_cell(report: GapReport, text: str, shown: str) -> None:
    link = replace(report.links[0], link_text=text, verification=Verification.NOT_FOUND)
    assert book_of(replace(report, links=(link,)))["ลิงก์"]["B2"].value == shown


def test_a_report_without_items_and_links_is_a_workbook_too(report: GapReport) -> None:
    book = book_of(replace(report, items=(), links=(), sub_indicators=(), hubs=()))
    assert [row["ข้อ"] for row in rows_of(book["รายข้อ"])] == ["ไม่มีรายการ"]
    assert book["ข้อมูลส่วนบุคคล"]["A2"].value == "ไม่พบ"


def test_what_a_failed_run_did_not_look_for_is_not_called_absent(report: GapReport) -> None:
    failed = replace(report, run=replace(report.run, outcome="failed"))
    assert book_of(failed)["ข้อมูลส่วนบุคคล"]["A2"].value.startswith("ยังไม่ได้ดู")


def test_the_same_report_gives_the_same_bytes(report: GapReport) -> None:
    assert render(report, "xlsx") == render(report, "xlsx")


def test_a_warning_stands_in_the_row_of_its_evidence(report: GapReport) -> None:
    first, *others = report.items
    doubt = EvidenceWarning(WarningKind.EMPTY_TABLE, "ตารางมีแต่หัวตาราง", "ที่ | โครงการ")
    piece = replace(first.evidence[0], warnings=(doubt,))
    warned = replace(report, items=(replace(first, evidence=(piece, *first.evidence[1:])), *others))
    rows = rows_of(book_of(warned)["หลักฐาน"])
    assert [row["ข้อควรตรวจ"] for row in rows if row["ข้อควรตรวจ"]] == ["ตารางไม่มีข้อมูล: ตารางมีแต่หัวตาราง ที่ | โครงการ"]
