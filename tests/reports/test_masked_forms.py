from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.model.evidence import Gap, GapKind, LinkCheck, NearMiss, Verification
from oit_checker.model.report import GapReport
from oit_checker.privacy import is_masked, masked_report
from reports import render
from reports.plain import safe_href

NUMBER = "3109990000127"
FILE = f"https://www.huaisai.example.go.th/files/{NUMBER}_training.pdf"
PAGE = "https://www.huaisai.example.go.th/ita-2569"


@pytest.fixture
def leaking(report: GapReport) -> GapReport:
    """A report with a citizen number wherever a website can put one."""
    piece = replace(
        report.items[0].evidence[0],
        url=FILE,
        final_url=FILE,
        found_on=PAGE,
        path=(PAGE, FILE),
        link_text=f"ประวัติการอบรม {NUMBER}",
        document_title=NUMBER,
        fiscal_year_quote=f"ปี 2568 {NUMBER}",
    )
    gap = Gap(GapKind.COMPONENT_MISSING, FILE, None, f"พบ “{NUMBER}”", "ตรวจ", quote="เลข ๓-๑๐๙๙-๙๐๐๐๐-๑๒-๗")
    miss = NearMiss(FILE, PAGE, "weak_match", f"ชื่อ {NUMBER}")
    finding = replace(report.items[0], evidence=(piece,), gaps=(gap,), near_misses=(miss,), reason=f"เหตุ {NUMBER}")
    link = LinkCheck(FILE, PAGE, NUMBER, ("O14",), Verification.OK, 200, FILE, 1, "เปิดได้")
    run = replace(report.run, notes=(f"หน้า {FILE}",))
    return replace(report, items=(finding, *report.items[1:]), links=(link, *report.links), run=run)


@pytest.mark.parametrize("form", ["json", "html", "csv"])
def test_no_form_of_a_report_repeats_a_citizen_number(leaking: GapReport, form: str) -> None:
    assert NUMBER in render(leaking, form).decode()
    shown = render(masked_report(leaking), form).decode()
    assert NUMBER not in shown
    assert "๑๐๙๙" not in shown
    assert "3-xxxx-xxxxx-12-7_training.pdf" in shown


def test_an_address_that_was_masked_is_no_link_and_says_where_the_file_is_opened(leaking: GapReport) -> None:
    piece = masked_report(leaking).items[0].evidence[0]
    assert is_masked(piece.url)
    assert safe_href(piece.url) is None
    assert piece.path[0] == piece.found_on == PAGE
    assert any("เปิดไฟล์ได้จากหน้าที่มีลิงก์นี้" in note for note in piece.notes)


def test_a_report_without_numbers_stays_the_same(report: GapReport) -> None:
    assert masked_report(report) == report
    assert masked_report(report).links is report.links


def test_masking_twice_changes_nothing_more(leaking: GapReport) -> None:
    assert masked_report(masked_report(leaking)) == masked_report(leaking)
