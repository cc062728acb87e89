"""One CSV row per item, for whoever gathers many agencies in one sheet. utf-8-sig, so that Excel reads the Thai."""

from __future__ import annotations

import csv
import io

from oit_checker.model.evidence import Finding
from oit_checker.model.labels import ITEM_STATUS
from oit_checker.model.report import GapReport
from reports.changes import EARLIER, before
from reports.personal import HEADING, told_of
from reports.plain import clean
from reports.view import Row, view_of
from reports.words import agency_name, required_year, sureness

COLUMNS = (
    "หน่วยงาน",
    "เว็บไซต์",
    "ปีงบประมาณ",
    "ตัวชี้วัดย่อย",
    "ข้อ",
    "ชื่อข้อ",
    "ปีที่กำหนด",
    "สถานะ",
    "รหัสสถานะ",
    "คะแนน",
    "คะแนน OIT ที่จะเพิ่ม",
    "เหตุผล",
    "สิ่งที่ยังขาด",
    "คำแนะนำ",
    "ข้อแนะนำเพิ่มเติม",
    "หลักฐาน",
    "ความมั่นใจ",
    HEADING,
    "ระดับข้อมูลเปิด (เต็ม 5)",
    "ข้อสังเกตของหลักฐาน",
    EARLIER,
)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_BETWEEN = " | "


def to_csv(report: GapReport) -> bytes:
    """All items in reading order, with a header; lines end in CRLF (RFC 4180)."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    earlier = before(report)
    for group in view_of(report).groups:
        told = ((*_values(report, row), earlier.get(row.finding.code, "")) for row in group.rows)
        writer.writerows([_cell(value) for value in values] for values in told)
    return sheet.getvalue().encode("utf-8-sig")


def _values(report: GapReport, row: Row) -> tuple[str, ...]:
    finding = row.finding
    return (
        agency_name(report),
        report.agency.url,
        str(report.checklist.fiscal_year),
        finding.sub_indicator,
        finding.code,
        finding.title,
        required_year(finding.required_fiscal_year),
        ITEM_STATUS[finding.status],
        finding.status.value,
        str(finding.score),
        f"{row.points:.2f}" if row.counted else "",
        finding.reason or "",
        _BETWEEN.join(lack.message for lack in row.binding),
        _BETWEEN.join(dict.fromkeys(lack.advice for lack in row.binding if lack.advice)),
        _BETWEEN.join(f"{lack.message} {lack.advice}".strip() for lack in row.advisory),
        _BETWEEN.join(dict.fromkeys(piece.url for piece in finding.evidence)),
        sureness(finding),
        _BETWEEN.join(told_of(finding)),
        _stars(finding),
        _BETWEEN.join(dict.fromkeys(it.message for piece in finding.evidence for it in piece.warnings)),
    )


def _stars(finding: Finding) -> str:
    """The best of what opens; empty where nothing does."""
    stars = [piece.open_data_stars for piece in finding.evidence if piece.verification.opens]
    return str(max(stars)) if stars else ""


def _cell(value: str) -> str:
    """Spreadsheets run a cell that begins like a formula; a leading apostrophe keeps it text (OWASP, CSV injection)."""
    shown = clean(value).replace("\n", " ")
    return f"'{shown}" if value.startswith(_FORMULA_SIGNS) or shown.startswith(_FORMULA_SIGNS) else shown
