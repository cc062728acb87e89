"""Reports of a part of the year, where the whole last year is due."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_checker.model.checklist import DocumentKind, EvidenceYear, Item
from oit_checker.thai.digits import arabic_digits

_PART = re.compile(
    r"ไตรมาส(?:ที่)?\s*[1-4]|รอบ(?:ระยะเวลา)?\s*(?:3|6|9)\s*เดือน|ครึ่งปี(?:แรก|หลัง)?|รอบที่\s*[12]\s*\(|ประจำเดือน|ในรอบเดือน|รายเดือน"
)
_WHOLE = re.compile(
    r"รอบ\s*12\s*เดือน|ทั้งปี|ไตรมาส(?:ที่)?\s*1\s*(?:-|–|ถึง)\s*(?:ไตรมาส(?:ที่)?\s*)?4|ตุลาคม.{0,25}กันยายน|ต\.ค\..{0,20}ก\.ย\."
)


def part_of_year(item: Item, lines: Iterable[str]) -> str | None:
    """The words by which a document's own title says it covers less than the whole year that the item asks for."""
    if item.evidence_year is not EvidenceYear.PREVIOUS or DocumentKind.REPORT not in item.document_kinds:
        return None
    text = arabic_digits(" ".join(lines))
    part = _PART.search(text)
    return part[0] if part is not None and not _WHOLE.search(text) else None
