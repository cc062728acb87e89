"""Scans of an audited site: read where text does not suffice, kept, and judged again without the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oit_checker import demo
from oit_checker.checklist import load_checklist
from oit_checker.config import AuditOptions, ReadLimits
from oit_checker.model.evidence import ComponentStatus, Finding, ItemStatus
from oit_checker.model.report import GapReport
from oit_checker.run import Plan, audit_site, judge_snapshot

CHECKLIST = load_checklist("nacc-2569")
FAKE = """#!/bin/sh
echo "$*" >> "$(dirname "$0")/calls"
case "$*" in *--list-langs*) printf 'eng\\ntha\\n'; exit 0;; esac
cat > /dev/null
echo "%s"
"""
STATISTICS = "จำนวนเรืองรองเรียนทั้งหมด 4 เรือง ดำเนินการแลวเสร็จ 3 เรือง อยูระหวางดำเนินการ 1 เรือง ไม่มีเรืองรองเรียนการทุจริต"
REPORT_OF_ANOTHER_KIND = "แผนปฏิบัติการปองกันการทุจริต\n" + STATISTICS


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, says: str | None) -> Path:
    """Put a tesseract that says this first on PATH, or an empty folder alone; returns the note of its calls."""
    folder.mkdir(exist_ok=True)
    if says is not None:
        (folder / "tesseract").write_text(FAKE % says, encoding="utf-8")
        (folder / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin" if says is not None else str(folder))
    return folder / "calls"


def audit(folder: Path, **limits: int) -> GapReport:
    with demo.serve() as site:
        options = AuditOptions(read_limits=ReadLimits(**limits))
        return audit_site(Plan(site=site, checklist=CHECKLIST, output=folder, options=options))


def statistics(report: GapReport) -> Finding:
    return next(finding for finding in report.items if finding.code == "O18")


def test_a_scan_is_read_quoted_kept_and_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install(tmp_path / "bin", monkeypatch, STATISTICS)
    report = audit(tmp_path / "out")
    found = statistics(report)
    (evidence,) = found.evidence
    assert found.status is ItemStatus.REVIEW  # OCR shows the numbers, and nothing around the scan tells its year
    assert evidence.fiscal_year is None
    assert evidence.ocr_pages == (1,)
    assert all(part.by_ocr for part in evidence.components if part.status is ComponentStatus.FOUND)
    assert any(part.status is ComponentStatus.FOUND for part in evidence.components)
    assert "ปีจากภาพ" in (found.reason or "")
    assert report.run.pages_by_ocr == 1
    assert any("OCR 1 หน้า" in note for note in report.run.notes)
    assert calls.read_text().count("stdin") == 1

    install(tmp_path / "empty", monkeypatch, None)
    again = judge_snapshot(tmp_path / "out" / "snapshot", CHECKLIST, AuditOptions())
    assert again == report
    kept = [json.loads(line) for line in (tmp_path / "out" / "snapshot" / "ocr.jsonl").read_text("utf-8").splitlines()]
    assert [(line["page"], line["text"].strip()) for line in kept] == [(1, STATISTICS)]


def test_a_scan_that_seems_to_be_another_document_is_left_to_a_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "bin", monkeypatch, REPORT_OF_ANOTHER_KIND)
    (evidence,) = statistics(audit(tmp_path / "out")).evidence
    assert evidence.status is ItemStatus.REVIEW
    assert not any(part.status is ComponentStatus.FOUND for part in evidence.components)
    assert any("ชี้ว่า" in note for note in evidence.notes)


@pytest.mark.parametrize(
    ("says", "status"),
    [
        pytest.param(f"ปีงบประมาณ พ.ศ. 2568 {STATISTICS}", ItemStatus.PASS, id="the year of the link"),
        pytest.param(STATISTICS, ItemStatus.PASS, id="no year in the picture"),
        pytest.param(f"ปีงบประมาณ พ.ศ. ๒๕๕๕ {STATISTICS}", ItemStatus.PASS, id="a year misread"),
        pytest.param(
            f"ปีงบประมาณ พ.ศ. 2567 {STATISTICS}", ItemStatus.REVIEW, id="seemingly the file of the year before"
        ),
    ],
)
def test_the_year_of_a_scan_is_that_of_its_link_unless_it_seems_an_older_file(
    says: str, status: ItemStatus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = demo._body
    silent, dated = (f"สถิติเรื่องร้องเรียนการทุจริต{year} (PDF)".encode() for year in ("", " ปีงบประมาณ พ.ศ. 2568"))
    monkeypatch.setattr(demo, "_body", lambda path: (served(path) or b"").replace(silent, dated) or None)
    install(tmp_path / "bin", monkeypatch, says)
    found = statistics(audit(tmp_path / "out"))
    assert found.status is status
    assert found.evidence[0].fiscal_year == 2568


def test_the_next_scan_is_read_only_where_the_item_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = demo._body
    entry = '<a href="/files/o18-statistics{}.pdf">สถิติเรื่องร้องเรียนการทุจริต{} (PDF)</a>'
    offered = entry.format("", "").encode()
    two = "".join(entry.format(name, " ปีงบประมาณ พ.ศ. 2568") for name in ("", "-again")).encode()

    def body(path: str) -> bytes | None:
        if path.endswith("-again.pdf"):
            return (served(path.replace("-again", "")) or b"") + b"\n% of other bytes"
        return (served(path) or b"").replace(offered, two) or None

    monkeypatch.setattr(demo, "_body", body)
    calls = install(tmp_path / "bin", monkeypatch, STATISTICS)
    assert statistics(audit(tmp_path / "out")).status is ItemStatus.PASS
    assert calls.read_text().count("stdin") == 1


def test_without_the_program_the_report_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "empty", monkeypatch, None)
    report = audit(tmp_path / "out")
    assert statistics(report).status is ItemStatus.REVIEW
    assert any("tesseract-ocr-tha" in note for note in report.run.notes)
    assert not (tmp_path / "out" / "snapshot" / "ocr.jsonl").exists()


def test_zero_pages_switch_it_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install(tmp_path / "bin", monkeypatch, STATISTICS)
    report = audit(tmp_path / "out", max_ocr_pages=0)
    assert not calls.exists()
    assert any("--max-ocr-pages" in note for note in report.run.notes)
