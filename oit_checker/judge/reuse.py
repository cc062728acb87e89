"""The same file offered for many items or months, or as in the list of another year: a warning, never a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from oit_checker.model.evidence import Evidence, EvidenceWarning, Finding, ItemStatus, WarningKind
from oit_checker.thai.named_months import named_months

MANY = 3
"""From so many items on, one file for all of them is worth a look."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """What is needed to tell that a file serves too much.

    bodies gives the SHA-256 of the file at each address; web pages, which may rightly show several items, are left
    out. of_other_years holds the addresses and SHA-256 of what lists of other years offer, by the code of items that
    need a new document every year. names_item tells whether a title speaks of an item.
    """

    bodies: Mapping[str, str]
    of_other_years: Mapping[str, Collection[str]]
    names_item: Callable[[str, str], bool]

    def told_in(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings with a warning on each such piece of evidence."""
        users: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for finding in findings:
            for piece in finding.evidence:
                if piece.url in self.bodies:
                    users[self.bodies[piece.url]][finding.code] = None
        return tuple(
            replace(finding, evidence=tuple(self._told(piece, finding, users) for piece in finding.evidence))
            for finding in findings
        )

    def _told(self, piece: Evidence, finding: Finding, users: Mapping[str, Collection[str]]) -> Evidence:
        body = self.bodies.get(piece.url)
        if body is None:
            return piece
        found = (
            *self._shared(piece, finding, users[body]),
            *self._of_many_months(piece, finding, body),
            *self._from_other_year(piece, finding, body),
        )
        return replace(piece, warnings=(*piece.warnings, *found)) if found else piece

    def _shared(self, piece: Evidence, finding: Finding, codes: Collection[str]) -> Iterator[EvidenceWarning]:
        answers = piece.status is ItemStatus.PASS or self.names_item(piece.document_title or "", finding.code)
        if len(codes) >= MANY and not answers:
            message = (
                f"ไฟล์เดียวกันนี้ใช้เป็นหลักฐาน {len(codes)} ข้อ ({', '.join(codes)}) และชื่อเอกสารไม่ได้ระบุเรื่องของข้อนี้ "
                "โปรดตรวจว่ามีเนื้อหาของข้อนี้จริง"
            )
            yield EvidenceWarning(WarningKind.SAME_FILE, message, piece.document_title)

    def _of_many_months(self, piece: Evidence, finding: Finding, body: str) -> Iterator[EvidenceWarning]:
        """Links that name different months lead to copies of one file: all but one of the months are not shown."""
        same = [other for other in finding.evidence if self.bodies.get(other.url) == body and other.url != piece.url]
        months = {other.link_text: _months(other.link_text) for other in (piece, *same)}
        own = months.pop(piece.link_text)
        others = [words for words, named in months.items() if own and named and named.isdisjoint(own)]
        if others:
            links = ", ".join(f"“{words}”" for words in (piece.link_text, *others))
            message = f"ลิงก์ {links} เปิดไฟล์เดียวกัน แม้ระบุคนละเดือน โปรดตรวจว่าแต่ละเดือนเป็นไฟล์ของเดือนนั้น"
            yield EvidenceWarning(WarningKind.SAME_MONTHS, message, piece.document_title)

    def _from_other_year(self, piece: Evidence, finding: Finding, body: str) -> Iterator[EvidenceWarning]:
        """A year in the document's own title settles the matter; a link may have been copied with its file."""
        before = self.of_other_years.get(finding.code, ())
        if piece.fiscal_year_basis != "title" and (piece.url in before or body in before):
            message = "รายการ ITA ของปีอื่นใช้ไฟล์เดียวกันนี้เป็นหลักฐานของข้อนี้ โปรดตรวจว่าเป็นฉบับของปีที่กำหนด"
            yield EvidenceWarning(WarningKind.LAST_YEARS_FILE, message, piece.link_text or None)


def _months(words: str) -> frozenset[int]:
    return frozenset(month.number for month in named_months(words))
