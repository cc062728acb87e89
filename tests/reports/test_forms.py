from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from oit_checker.errors import ReportError
from oit_checker.model import labels
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import GapReport
from reports import FORMS, render, words


@pytest.mark.parametrize(
    ("form", "start"),
    [
        pytest.param("html", b"<!DOCTYPE html>", id="html"),
        pytest.param("xlsx", b"PK\x03\x04", id="xlsx"),
        pytest.param("csv", b"\xef\xbb\xbf", id="csv"),
        pytest.param("json", b'{\n  "schema_version": 1', id="json"),
    ],
)
def test_every_form_is_made(report: GapReport, form: str, start: bytes) -> None:
    assert render(report, form).startswith(start)
    assert form in FORMS


def test_an_unknown_form_is_named_with_those_there_are(report: GapReport) -> None:
    with pytest.raises(ReportError, match="docx") as refused:
        render(report, "docx")
    assert refused.value.remedy == "เลือกได้เฉพาะ html, xlsx, csv, json"


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = "import reports, sys; print(sorted({'jinja2', 'xlsxwriter', 'rich', 'jsonschema'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_every_status_and_outcome_has_its_sentences() -> None:
    assert set(words.STATUS_MEANS) == set(words.STATUS_ACTION) == set(ItemStatus)
    assert set(words.OUTCOME_MEANS) == set(labels.OUTCOME)
    assert set(words.CHECKLIST_SURENESS) == set(labels.CHECKLIST_STATUS)
    assert set(labels.DOCUMENT_KIND) == set(DocumentKind)


@pytest.mark.parametrize(
    ("media_type", "word"),
    [
        ("text/html; charset=utf-8", "หน้าเว็บ"),
        ("application/pdf", "PDF"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
        ("application/octet-stream", "application/octet-stream"),
        (None, ""),
    ],
)
def test_media_types_in_words(media_type: str | None, word: str) -> None:
    assert words.media(media_type) == word


@pytest.mark.parametrize(
    ("confidence", "basis", "provisional", "word"),
    [
        pytest.param(0.85, "confirmed", False, "สูง", id="sure"),
        pytest.param(0.85, "quoted", False, "สูง", id="sure of the manual's words"),
        pytest.param(0.97, "one-source", False, "ปานกลาง", id="no component is confirmed"),
        pytest.param(0.97, "confirmed", True, "ปานกลาง", id="the item is not confirmed"),
        pytest.param(0.6, "confirmed", False, "ปานกลาง", id="half sure"),
        pytest.param(0.59, "confirmed", False, "ต่ำ", id="unsure"),
    ],
)
def test_sureness_in_words(report: GapReport, confidence: float, basis: str, provisional: bool, word: str) -> None:
    piece = report.items[1].evidence[0]
    piece = replace(piece, components=tuple(replace(part, basis=basis) for part in piece.components))
    finding = replace(report.items[1], confidence=confidence, provisional=provisional, evidence=(piece,))
    assert words.sureness(finding) == word


@pytest.mark.parametrize(
    ("link_text", "named"),
    [
        pytest.param("แผนปฏิบัติการ", "แผนปฏิบัติการ", id="words that name it"),
        pytest.param(" ดาวน์โหลด ", "ดาวน์โหลด (o2.pdf)", id="words that name nothing"),
        pytest.param("Click here >>", "Click here >> (o2.pdf)", id="in English"),
        pytest.param("", "ข้อมูลผู้บริหาร", id="no words: the document's title"),
    ],
)
def test_a_document_is_never_called_download_alone(report: GapReport, link_text: str, named: str) -> None:
    assert words.document_name(replace(report.items[1].evidence[0], link_text=link_text)) == named
