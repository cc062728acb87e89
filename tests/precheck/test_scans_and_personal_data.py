"""Scans on disk are read as an audit reads them, and what should be masked is told before it is published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import documents
import pdf_writer
import pytest

from oit_checker.checklist import load_checklist
from oit_checker.config import ReadLimits
from oit_checker.model.check import CheckReport, TextQuality
from oit_checker.model.evidence import ComponentStatus, ItemStatus
from oit_checker.model.personal_data import PersonalDataKind
from oit_checker.precheck import CheckOptions, check_files
from reports.check_json import dump
from reports.personal import before_publishing

FAKE = """#!/bin/sh
case "$*" in *--list-langs*) printf 'eng\\ntha\\n'; exit 0;; esac
cat > /dev/null
echo "จำนวนเรืองรองเรียนทั้งหมด 4 เรือง ดำเนินการแลวเสร็จ 3 เรือง อยูระหวางดำเนินการ 1 เรือง"
"""
NAME = "สถิติเรื่องร้องเรียนการทุจริต ปีงบประมาณ พ.ศ. 2568.pdf"


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "tesseract").write_text(FAKE, encoding="utf-8")
    (folder / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def check(path: Path, **limits: int) -> CheckReport:
    options = CheckOptions(item="O18", read_limits=ReadLimits(**limits))
    return check_files([path], load_checklist("nacc-2569"), now=datetime(2026, 3, 2, tzinfo=UTC), options=options)


def scan_at(place: Path) -> Path:
    if place.suffix == ".pdf":
        place.write_bytes(pdf_writer.scan())
        return place
    parcel = io.BytesIO()
    with zipfile.ZipFile(parcel, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(NAME, pdf_writer.scan())
    place.write_bytes(parcel.getvalue())
    return place


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("name", [NAME, "เอกสารทั้งหมด.zip"])
def test_a_scan_is_read_by_ocr(name: str, tmp_path: Path) -> None:
    report = check(scan_at(tmp_path / name))
    (document,) = report.documents
    assert document.text_quality is TextQuality.SCANNED
    assert document.ocr_pages == (1,)
    found = [part for part in report.items[0].evidence[0].components if part.status is ComponentStatus.FOUND]
    assert found
    assert all(part.by_ocr and "OCR" in (part.place or "") for part in found)
    assert report.items[0].status is not ItemStatus.INCOMPLETE
    assert any("OCR 1 หน้า จากเอกสาร 1 ไฟล์" in note for note in report.not_judged)


@pytest.mark.usefixtures("tesseract")
def test_zero_pages_switch_it_off(tmp_path: Path) -> None:
    report = check(scan_at(tmp_path / NAME), max_ocr_pages=0)
    assert report.documents[0].ocr_pages == ()
    assert report.items[0].status is ItemStatus.REVIEW
    assert any("--max-ocr-pages" in note for note in report.not_judged)


def test_without_the_program_it_says_what_to_install_and_to_check_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (note,) = (note for note in check(scan_at(tmp_path / NAME)).not_judged if "tesseract" in note)
    assert note.endswith("แล้วตรวจอีกครั้ง")
    assert "snapshot" not in note


def test_personal_data_is_told_before_it_is_published(tmp_path: Path, source: Callable[..., str]) -> None:
    number = "3-1099-90000-12-7"
    place = tmp_path / "o25.docx"
    place.write_bytes(documents.to_docx(f"{source('o25')}\nนายสมชาย ใจดี เลขประจำตัวประชาชน {number}\n"))
    options = CheckOptions()
    report = check_files([place], load_checklist("nacc-2569"), now=datetime(2026, 3, 2, tzinfo=UTC), options=options)
    (told,) = report.documents[0].personal_data
    assert told.kind is PersonalDataKind.CITIZEN_NUMBER
    (sentence,) = before_publishing(report.documents[0])
    assert sentence.startswith("พบเลขประจำตัวประชาชน 1 แห่ง")
    assert sentence.endswith("ก่อนเผยแพร่")
    assert number not in dump(report).decode()
