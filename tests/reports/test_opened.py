from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import html
from openpyxl import load_workbook

from oit_checker.model.report import GapReport, OpenData
from reports import render
from reports.opened import NO_CATALOG, opened, star_counts

TWIN = "https://www.huaisai.example.go.th/files/o1.csv"


@pytest.fixture
def with_data(report: GapReport) -> GapReport:
    """The first piece has a data file beside it, and the site links to a catalogue."""
    first = report.items[0]
    piece = replace(first.evidence[0], machine_readable_twin=TWIN)
    told = OpenData(9, (0, 7, 1, 1, 0, 0), 2, 1, "https://data.go.th/organization/huaisai", "บัญชีข้อมูล", None)
    return replace(report, items=(replace(first, evidence=(piece,)), *report.items[1:]), open_data=told)


def section_of(report: GapReport) -> str:
    page = html.document_fromstring(render(report, "html").decode())
    return " ".join(str(page.get_element_by_id("open-data").text_content()).split())


def test_pieces_that_open_are_told_once_with_what_stands_beside_them(with_data: GapReport) -> None:
    lines = opened(with_data)
    assert len({line.piece.url for line in lines}) == len(lines)
    assert all(line.piece.verification.opens for line in lines)
    assert {line.twin for line in lines} == {"เป็นไฟล์ข้อมูลอยู่แล้ว", "พบไฟล์ข้อมูลคู่กัน", "ไม่พบไฟล์ข้อมูลคู่กัน"}


def test_the_page_sums_up_stars_twins_and_the_catalogue(with_data: GapReport) -> None:
    section = section_of(with_data)
    for told in (
        "หลักฐานที่เปิดได้ 9 รายการ: เป็นไฟล์ข้อมูล 2 รายการ · มีไฟล์ข้อมูลคู่กัน 1 รายการ · ไม่พบไฟล์ข้อมูล 6 รายการ",
        "ระดับ 3 จาก 5 เป็นรูปแบบเปิด (CSV JSON XML ODS): 1 รายการ",
        "https://data.go.th/organization/huaisai",
        TWIN,
        "ไม่มีผลต่อคะแนน",
    ):
        assert told in section
    assert NO_CATALOG not in section


def test_a_site_without_a_catalogue_is_advised_and_not_blamed(report: GapReport) -> None:
    assert NO_CATALOG in section_of(report)


def test_only_stars_that_occur_are_told(with_data: GapReport) -> None:
    assert [(stars, count) for stars, _, count in star_counts(with_data)] == [(1, 7), (2, 1), (3, 1)]


def test_the_workbook_lists_them(with_data: GapReport) -> None:
    head, first, *_ = load_workbook(io.BytesIO(render(with_data, "xlsx")))["ข้อมูลเปิด"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (row["ไฟล์ข้อมูล"], row["ที่อยู่ของไฟล์ข้อมูล"]) == ("พบไฟล์ข้อมูลคู่กัน", TWIN)
