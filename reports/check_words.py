"""Thai sentences of a check of documents, said alike on the terminal and in HTML. Pure."""

from __future__ import annotations

from oit_checker.model.check import CheckedDocument, CheckReport, ItemNamed
from oit_checker.model.evidence import ItemStatus
from oit_checker.model.labels import DOCUMENT_KIND, NAMED_BY, TEXT_QUALITY, YEAR_BASIS
from reports.thai_date import thai_bytes

TITLE = "ผลการตรวจเอกสารก่อนเผยแพร่ (OIT)"
OUTCOME: dict[str, str] = {
    "whole": "เอกสารทุกฉบับตรงปีและพบองค์ประกอบครบ",
    "lacking": "มีเอกสารที่ยังต้องแก้ไขหรือต้องให้เจ้าหน้าที่ตรวจ",
    "bad_input": "มีไฟล์หรือโฟลเดอร์ที่เปิดตรวจไม่ได้",
}
NO_ITEM = "ไม่พบว่าตอบข้อใดของรายการตรวจ"
FILE_KIND: dict[str, str] = {
    "html": "หน้าเว็บ",
    "pdf": "PDF",
    "docx": "Word",
    "doc": "Word รุ่นเก่า",
    "xlsx": "Excel",
    "xls": "Excel รุ่นเก่าหรือ ODS",
    "csv": "CSV",
    "text": "ข้อความ",
    "image": "รูปภาพ",
    "archive": "ไฟล์บีบอัด",
    "other": "ไฟล์อื่น",
}


def facts(document: CheckedDocument) -> str:
    """Kind of file, pages, size, kind of document and how its text can be read, in one line."""
    pages = f" {document.page_count:,} หน้า" if document.page_count else ""
    size = thai_bytes(document.file_bytes) if document.archive is None else f"อยู่ใน {document.archive}"
    said = [f"{FILE_KIND.get(document.file_kind, document.file_kind)}{pages}", size]
    if document.document_kind:
        said.append(f"เป็น{DOCUMENT_KIND_BY_VALUE.get(document.document_kind, document.document_kind)}")
    return " · ".join([*said, TEXT_QUALITY[document.text_quality]])


def year(document: CheckedDocument) -> str:
    """The fiscal year and where it was read."""
    if document.fiscal_year is None:
        return YEAR_BASIS["none"]
    return f"ปีงบประมาณ พ.ศ. {document.fiscal_year} ({YEAR_BASIS[document.fiscal_year_basis]})"


def named(item: ItemNamed) -> str:
    """O25 การนำผล… (จากชื่อเรื่อง “…”)."""
    words = f" “{item.quote}”" if item.quote else ""
    return f"{item.code} {item.title} ({NAMED_BY[item.named_by]}{words})"


def summary(report: CheckReport) -> str:
    """How many documents, how many items, and how many of these are whole."""
    whole = sum(finding.status is ItemStatus.PASS for finding in report.items)
    return f"{len(report.documents):,} เอกสาร · ตอบ {len(report.items)} ข้อ · ครบ {whole} ข้อ"


DOCUMENT_KIND_BY_VALUE = {kind.value: word for kind, word in DOCUMENT_KIND.items()}
