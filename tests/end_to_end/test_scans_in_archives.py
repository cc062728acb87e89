"""Scans inside a zip file: read as any other scan, kept, and judged again without the program."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from test_scans import STATISTICS, audit, install, statistics

from oit_checker import demo
from oit_checker.checklist import load_checklist
from oit_checker.config import AuditOptions
from oit_checker.model.evidence import ComponentStatus, ItemStatus
from oit_checker.run import judge_snapshot

NAME = "สถิติเรื่องร้องเรียนการทุจริต ปีงบประมาณ พ.ศ. 2568.pdf"


@pytest.fixture
def zipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo's scan of O18 in a zip file, beside a plain text."""
    served = demo._body
    scan = served("/files/o18-statistics.pdf")
    assert scan is not None
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w") as packed:
        packed.writestr("อ่านก่อน.txt", "เอกสารประกอบ")
        packed.writestr(NAME, scan)

    def body(path: str) -> bytes | None:
        if path.endswith("/o18-statistics.zip"):
            return parcel.getvalue()
        page = served(path)
        return page.replace(b"/files/o18-statistics.pdf", b"/files/o18-statistics.zip") if page else page

    monkeypatch.setattr(demo, "_body", body)


@pytest.mark.usefixtures("zipped")
def test_a_scan_in_a_zip_file_is_read_and_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = install(tmp_path / "bin", monkeypatch, STATISTICS)
    report = audit(tmp_path / "out")
    found = statistics(report)
    (evidence,) = (one for one in found.evidence if one.ocr_pages)
    assert evidence.url.partition("#")[0].endswith("/o18-statistics.zip")
    assert (found.status, evidence.fiscal_year) == (ItemStatus.PASS, 2568)
    assert any(part.by_ocr and part.status is ComponentStatus.FOUND for part in evidence.components)
    assert report.run.pages_by_ocr == 1
    assert calls.read_text().count("stdin") == 1

    install(tmp_path / "empty", monkeypatch, None)
    assert judge_snapshot(tmp_path / "out" / "snapshot", load_checklist("nacc-2569"), AuditOptions()) == report
    kept = (tmp_path / "out" / "snapshot" / "ocr.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["page"] for line in kept] == [1]


@pytest.mark.usefixtures("zipped")
def test_without_the_program_the_scan_in_a_zip_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "empty", monkeypatch, None)
    report = audit(tmp_path / "out")
    assert statistics(report).status is ItemStatus.REVIEW
    assert any("tesseract-ocr-tha" in note for note in report.run.notes)
