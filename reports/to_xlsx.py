"""The report as a workbook to sort, filter and hand on: สรุป, รายข้อ, สิ่งที่ต้องทำ, หลักฐาน, ลิงก์,
ข้อมูลส่วนบุคคล, ข้อมูลเปิด.

Every text is written as a text: nothing a site wrote becomes a formula or a link.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from oit_checker.model import labels
from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import GapReport
from reports.changes import change_rows
from reports.courtesy import courtesy_rows
from reports.notices import Notice
from reports.personal import HEADING, one_line
from reports.plain import clean
from reports.rendered import rendered_rows
from reports.tables import Cell, Sheet, sheets
from reports.thai_date import thai_bytes, thai_duration, thai_moment
from reports.view import View, view_of
from reports.words import (
    CHECKLIST_SURENESS,
    ESTIMATE,
    LIMITS_OF_READING,
    NO_SCORE,
    OUTCOME_MEANS,
    TITLE,
    agency_kind,
    agency_name,
    levels_sentences,
)

CELL_LIMIT = 32_767
"""Most characters of one cell (Excel specifications and limits)."""

STATUS_COLOURS: dict[ItemStatus, tuple[str, str]] = {
    ItemStatus.PASS: ("#17643A", "#E3F3E9"),
    ItemStatus.REVIEW: ("#1C5488", "#E4EFF9"),
    ItemStatus.INCOMPLETE: ("#80480A", "#FCEFDB"),
    ItemStatus.OUTDATED: ("#5F3A94", "#F0E9F9"),
    ItemStatus.UNREACHABLE: ("#97341A", "#FDEAE3"),
    ItemStatus.MISSING: ("#96192F", "#FCE6EA"),
}
_FONT = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}
_LINES = {**_FONT, "border": 1, "border_color": "#C9D2D6"}


def to_xlsx(report: GapReport) -> bytes:
    """The workbook; the same report gives the same bytes."""
    view = view_of(report)
    body = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(body, options)
    book.set_properties(
        {"title": f"{TITLE} ปีงบประมาณ พ.ศ. {report.checklist.fiscal_year}", "created": _created(report)}
    )
    formats = _Formats(book)
    _write_summary(book, view, formats)
    for sheet in sheets(view):
        _write_table(book, sheet, formats)
    book.close()
    return body.getvalue()


class _Formats:
    """The cell formats of one workbook; a format belongs to the book that made it."""

    def __init__(self, book: Any) -> None:
        self.title = book.add_format({**_FONT, "bold": True, "font_size": 15, "font_color": "#0F5C6E"})
        self.label = book.add_format({**_FONT, "font_color": "#55646D"})
        self.plain = book.add_format({**_FONT, "text_wrap": True, "align": "left"})
        self.big = book.add_format({**_FONT, "bold": True, "font_size": 15, "align": "left", "num_format": "0.00"})
        self.head = book.add_format(
            {**_LINES, "bold": True, "text_wrap": True, "bg_color": "#0F5C6E", "font_color": "#FFFFFF"}
        )
        self.text = book.add_format({**_LINES, "text_wrap": True})
        self.whole = book.add_format({**_LINES, "align": "right", "num_format": "0"})
        self.marks = book.add_format({**_LINES, "align": "right", "num_format": "0.00"})
        self.status = {
            status: book.add_format({**_LINES, "bold": True, "text_wrap": True, "font_color": ink, "bg_color": ground})
            for status, (ink, ground) in STATUS_COLOURS.items()
        }


def _write_table(book: Any, sheet: Sheet, formats: _Formats) -> None:
    page = book.add_worksheet(sheet.name)
    _for_paper(page)
    for column, (heading, width) in enumerate(sheet.columns):
        page.set_column(column, column, width)
        page.write_string(0, column, heading, formats.head)
    last = 0
    for last, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, last, column, value, formats)
    if not last:
        last = 1
        page.write_string(last, 0, sheet.empty, formats.plain)
    page.freeze_panes(1, 2)
    page.repeat_rows(0)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def _write(page: Any, row: int, column: int, value: Cell, formats: _Formats) -> None:
    if isinstance(value, ItemStatus):
        page.write_string(row, column, labels.ITEM_STATUS[value], formats.status[value])
    elif isinstance(value, str):
        page.write_string(row, column, _text(value), formats.text)
    else:
        page.write_number(row, column, value, formats.marks if isinstance(value, float) else formats.whole)


def _write_summary(book: Any, view: View, formats: _Formats) -> None:
    page = book.add_worksheet("สรุป")
    _for_paper(page)
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 62)
    page.set_column(2, 4, 11)
    page.write_string(0, 0, _text(agency_name(view.report)), formats.title)
    row = 2
    for label, value in _facts(view):
        page.write_string(row, 0, label, formats.label)
        if isinstance(value, float):
            page.write_number(row, 1, value, formats.big)
        else:
            page.write_string(row, 1, _text(value), formats.plain)
        row += 1
    row = _write_counts(page, row + 1, view, formats)
    _write_marks(page, row + 1, view, formats)


def _facts(view: View) -> list[tuple[str, str | float]]:
    report, run = view.report, view.report.run
    score: list[tuple[str, str | float]] = [("คะแนน OIT โดยประมาณ", NO_SCORE)]
    if view.has_score:
        score = [
            ("คะแนน OIT โดยประมาณ", report.score.oit),
            ("หากข้อที่รอตรวจผ่านทั้งหมด", report.score.oit_if_reviewed),
            *(("ระดับผลการประเมิน", sentence) for sentence in levels_sentences(report)),
            *_projected(report),
            ("หมายเหตุ", ESTIMATE),
        ]
    return [
        ("เว็บไซต์", report.agency.url),
        ("ประเภทหน่วยงาน", agency_kind(report.agency).removeprefix("ประเภทหน่วยงาน: ")),
        ("แบบวัด", report.checklist.title),
        ("รายการตรวจ", f"{report.checklist.id} {CHECKLIST_SURENESS.get(report.checklist.status, '')}".strip()),
        ("ตรวจเมื่อ", thai_moment(run.started_at)),
        (
            "ผลของรอบ",
            " ".join(filter(None, (f"{labels.OUTCOME[run.outcome]}:", run.reason, OUTCOME_MEANS[run.outcome]))),
        ),
        *(("โปรดทราบ", _noticed(notice)) for notice in view.notices),
        *((HEADING, warning) for warning in [one_line(report)] if warning),
        *score,
        *change_rows(report),
        ("ขอบเขตที่ตรวจจริง", f"{run.pages_crawled:,} หน้า {run.documents_read:,} เอกสาร {run.urls_verified:,} ลิงก์"),
        ("ใช้เวลาและดาวน์โหลด", f"{thai_duration(run.seconds)} {thai_bytes(run.bytes_downloaded)}"),
        *rendered_rows(run.rendering),
        *courtesy_rows(run.courtesy),
        ("ข้อจำกัด", "\n".join(LIMITS_OF_READING)),
    ]


def _noticed(notice: Notice) -> str:
    return f"{notice.text} (ข้อ {', '.join(notice.codes)})" if notice.codes else notice.text


def _projected(report: GapReport) -> list[tuple[str, str | float]]:
    it = report.score.projection
    if it is None:
        return []
    return [("คะแนน ITA โดยประมาณ", f"{it.ita:.2f} ระดับ “{it.level}” (IIT {it.iit:.2f} EIT {it.eit:.2f})")]


def _write_counts(page: Any, row: int, view: View, formats: _Formats) -> int:
    page.write_string(row, 0, "สถานะ", formats.head)
    page.write_string(row, 1, "จำนวนข้อที่นับคะแนน", formats.head)
    for line, status in enumerate(reversed(ItemStatus), start=row + 1):
        _write(page, line, 0, status, formats)
        _write(page, line, 1, view.scored[status], formats)
    return row + 1 + len(ItemStatus)


def _write_marks(page: Any, row: int, view: View, formats: _Formats) -> None:
    for column, heading in enumerate(("ตัวชี้วัด", "ชื่อ", "ผ่าน", "ข้อ", "คะแนน")):
        page.write_string(row, column, heading, formats.head)
    for chapter in view.chapters:
        subs = [group.score for group in chapter.groups if group.score]
        lines: list[tuple[Cell, ...]] = [(s.code, s.name, s.passed, s.items, float(s.score)) for s in subs]
        if chapter.indicator:
            passed, items = sum(s.passed for s in subs), sum(s.items for s in subs)
            lines.insert(
                0, (chapter.indicator.code, chapter.indicator.name, passed, items, float(chapter.indicator.score))
            )
        for line in lines:
            row += 1
            for column, value in enumerate(line if view.has_score else (*line[:-1], "–")):
                _write(page, row, column, value, formats)


def _for_paper(page: Any) -> None:
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _created(report: GapReport) -> datetime:
    """The run's own time, without a zone as the file format wants it, so that the bytes depend on the report alone."""
    return report.run.finished_at.replace(tzinfo=None)


def _text(value: str) -> str:
    shown = clean(value)
    return shown if len(shown) <= CELL_LIMIT else shown[: CELL_LIMIT - 1] + "…"
