"""Forms of the gap report (รายงานช่องว่าง), each made from the one document and nothing else.

A form's libraries are loaded when that form is asked for, so that the command
line starts quickly.
"""

from __future__ import annotations

from collections.abc import Callable

from oit_checker.errors import ReportError
from oit_checker.model.report import GapReport


def render(report: GapReport, form: str) -> bytes:
    """The whole file of one form. Raises ReportError for a form that is not in FORMS."""
    if form not in FORMS:
        raise ReportError(f"ไม่มีรายงานรูปแบบ {form!r}", remedy=f"เลือกได้เฉพาะ {', '.join(FORMS)}")
    return FORMS[form](report)


def _html(report: GapReport) -> bytes:
    from reports.to_html import to_html

    return to_html(report)


def _xlsx(report: GapReport) -> bytes:
    from reports.to_xlsx import to_xlsx

    return to_xlsx(report)


def _csv(report: GapReport) -> bytes:
    from reports.to_csv import to_csv

    return to_csv(report)


def _json(report: GapReport) -> bytes:
    from reports.to_json import dump

    return dump(report)


FORMS: dict[str, Callable[[GapReport], bytes]] = {"html": _html, "xlsx": _xlsx, "csv": _csv, "json": _json}
