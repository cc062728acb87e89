from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from lxml import html
from openpyxl import load_workbook
from rich.console import Console

from oit_checker.model.labels import PERSONAL_DATA
from oit_checker.model.personal_data import PersonalData, PersonalDataKind
from oit_checker.model.report import GapReport
from reports import render
from reports.personal import HEADING, one_line, told_of, warned
from reports.terminal import print_summary

CITIZEN = PersonalDataKind.CITIZEN_NUMBER
MASKED = "3-xxxx-xxxxx-12-7"
FOUND = (
    PersonalData(CITIZEN, "ชื่อไฟล์หรือที่อยู่ของไฟล์", MASKED, MASKED),
    PersonalData(CITIZEN, "หน้า 2", MASKED, f"เลขบัตรประชาชน {MASKED}", 12, 2),
    PersonalData(CITIZEN, "หน้า 3", MASKED, f"เลขบัตรประชาชน {MASKED}", 3, 3),
    PersonalData(PersonalDataKind.BANK_ACCOUNT, "หน้า 3", "xxx-x-xxxx9-0", "เลขที่บัญชี xxx-x-xxxx9-0", 1, 3),
)


@pytest.fixture
def warning(report: GapReport) -> GapReport:
    """The same document serves two items, and personal data stands in it."""
    piece = replace(report.items[0].evidence[0], personal_data=FOUND)
    first, second, *rest = report.items
    items = (replace(first, evidence=(piece,)), replace(second, evidence=(piece,)), *rest)
    return replace(report, items=items)


def test_a_document_is_told_once_by_kind_with_its_places_and_advice(warning: GapReport) -> None:
    name, citizen, account = warned(warning)
    assert (name.places, name.count) == (("ชื่อไฟล์หรือที่อยู่ของไฟล์",), 1)
    assert name.advice.startswith("เปลี่ยนชื่อไฟล์")
    assert (citizen.kind, citizen.places, citizen.count) == ("เลขประจำตัวประชาชน", ("หน้า 2", "หน้า 3"), 15)
    assert citizen.context == f"เลขบัตรประชาชน {MASKED}"
    assert citizen.codes == ("O1", "O2")
    assert "เลขที่บัญชี" in account.advice


def test_every_kind_has_a_label_and_an_advice(warning: GapReport) -> None:
    for kind in PersonalDataKind:
        told = PersonalData(kind, "หน้า 1", "x", "x")
        piece = replace(warning.items[0].evidence[0], personal_data=(told,))
        (line,) = warned(replace(warning, items=(replace(warning.items[0], evidence=(piece,)),)))
        assert line.kind == PERSONAL_DATA[kind]
        assert line.advice.startswith("ลบหรือปิด")


def test_the_page_has_a_section_and_a_way_to_it(warning: GapReport) -> None:
    page = html.document_fromstring(render(warning, "html").decode())
    section = " ".join(str(page.get_element_by_id("personal-data").text_content()).split())
    for told in (HEADING, "เลขประจำตัวประชาชน 15 รายการ", "หน้า 2, หน้า 3", "ไม่มีผลต่อคะแนน", "O1, O2", "ภาพสแกน"):
        assert told in section
    assert page.xpath('//nav/a[@href="#personal-data"]')


def test_the_workbook_has_a_sheet_and_a_line_on_the_first_page(warning: GapReport) -> None:
    book = load_workbook(io.BytesIO(render(warning, "xlsx")))
    rows = list(book["ข้อมูลส่วนบุคคล"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["เลขประจำตัวประชาชน", "เลขประจำตัวประชาชน", "เลขที่บัญชีธนาคารของบุคคล"]
    assert (HEADING, one_line(warning)) in {row[:2] for row in book["สรุป"].iter_rows(values_only=True)}


def test_the_terminal_tells_it_in_a_line(warning: GapReport) -> None:
    out = io.StringIO()
    print_summary(warning, Console(file=out, width=300))
    assert "ที่ควรปกปิดในหลักฐาน 1 รายการ (เลขประจำตัวประชาชน เลขที่บัญชีธนาคารของบุคคล)" in out.getvalue()


def test_a_report_without_any_says_nothing_of_it(report: GapReport) -> None:
    assert one_line(report) == ""
    assert 'id="personal-data"' not in render(report, "html").decode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_each_row_of_an_item_tells_it_alike(warning: GapReport, form: str) -> None:
    body = render(warning, form)
    if form == "csv":
        sheet = csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""))
        cells = [row[HEADING].split(" | ") for row in sheet]
    else:
        head, *rows = load_workbook(io.BytesIO(body))["รายข้อ"].iter_rows(values_only=True)
        cells = [str(row[head.index(HEADING)] or "").split("\n") for row in rows]
    assert cells[0] == cells[1] == list(told_of(warning.items[0]))
    assert len(cells[0]) == 3
    assert cells[0][1].startswith("เลขประจำตัวประชาชน 15 แห่ง ใน “")
    assert all(cell == [""] for cell in cells[2:])
