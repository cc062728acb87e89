"""What a reader must know before any single item: one cause behind many items, and lists that were not found. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from oit_checker.model.evidence import ItemStatus
from oit_checker.model.labels import NOT_READ_BY_OCR
from oit_checker.model.report import GapReport

MANY = 4
"""From so many items on, a common cause is told at the top."""

NO_LIST = (
    "ไม่พบหน้า ITA ของหน่วยงาน (หน้าที่รวมลิงก์ของทุกข้อ) ผลรายข้อจึงได้จากการค้นหาทั่วเว็บไซต์หลัก "
    "ควรจัดทำหน้า ITA ที่รวมลิงก์หลักฐานของทุกข้อ และทำลิงก์จากหน้าแรก"
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A Thai sentence, and the codes of the items that it is about."""

    text: str
    codes: tuple[str, ...] = ()


def notices_of(report: GapReport) -> tuple[Notice, ...]:
    """Common causes of a review, most items first; a failed run tells its one cause by itself."""
    if report.run.outcome == "failed":
        return ()
    causes: defaultdict[str, list[str]] = defaultdict(list)
    for finding in report.items:
        if finding.status is ItemStatus.REVIEW and finding.reason and not finding.evidence:
            causes[finding.reason].append(finding.code)
    causes.pop(report.run.reason or "", None)
    common = sorted(((text, tuple(codes)) for text, codes in causes.items() if len(codes) >= MANY), key=_most_first)
    scripted = [Notice(note) for note in report.run.notes if "สคริปต์" in note and note not in causes]
    unread = [Notice(note) for note in report.run.notes if note.startswith(NOT_READ_BY_OCR)]
    missing = [Notice(NO_LIST)] if not (report.hubs or causes) and report.run.outcome == "completed" else []
    return (*(Notice(text, codes) for text, codes in common), *scripted, *unread, *missing)


def _most_first(cause: tuple[str, tuple[str, ...]]) -> int:
    return -len(cause[1])
