"""Reports of a part of the year, where the whole last year is due."""

from __future__ import annotations

import re
from collections.abc import Iterable

from oit_checker.model.checklist import DocumentKind, EvidenceYear, Item
from oit_checker.thai.digits import arabic_digits

_PART = re.compile(
    r"ไตรมาส(?:ที่)?\s*[1-4]|(?:รอบ|ห้วง|ช่วง)(?:ระยะ)?(?:เวลา)?\s*(?:3|6|9|สาม|หก|เก้า)\s*เดือน|[36]\s*เดือน(?:แรก|หลัง)|ครึ่งปี(?:งบประมาณ)?"
    r"(?:แรก|หลัง)?|รอบที่\s*[12]\s*\(|ประจำเดือน|ในรอบเดือน|รายเดือน"
)
_TO = r"[^()]{0,14}?(?:-|–|—|ถึง)[^()]{0,14}?"
_OCTOBER, _APRIL = r"(?:ตุลาคม|ต\.?ค\.)", r"(?:เมษายน|เม\.?ย\.)"
# From the beginning of the fiscal year to the end of a quarter before the last, or its second half.
_PART_SPAN = re.compile(
    rf"{_OCTOBER}{_TO}(?:ธันวาคม|ธ\.?ค\.|มีนาคม|มี\.?ค\.|มิถุนายน|มิ\.?ย\.)|{_APRIL}{_TO}(?:กันยายน|ก\.?ย\.)"
)
_WHOLE = re.compile(
    r"(?:รอบ|ห้วง|ช่วง)(?:ระยะ)?(?:เวลา)?\s*(?:12|สิบสอง)\s*เดือน|ทั้งปี|ไตรมาส(?:ที่)?\s*1\s*(?:-|–|ถึง)\s*(?:ไตรมาส(?:ที่)?\s*)?4|ตุลาคม.{0,25}กันยายน"
    r"|ต\.ค\..{0,20}ก\.ย\."
)


def part_of_year(item: Item, lines: Iterable[str]) -> str | None:
    """The words by which a document's own title says it covers less than the whole year that the item asks for."""
    plain = [arabic_digits(line) for line in lines]
    text = " ".join(plain)
    return None if _WHOLE.search(text) else _part(item, text, plain[0] if plain else "")


def part_by_link(item: Item, lines: Iterable[str], link_text: str, member: str | None = None) -> str | None:
    """A doubt where only the link says that the report covers less than the year; the document's own words go first.

    member is the name of the document in an archive, which speaks before the link to the archive.
    """
    if _WHOLE.search(arabic_digits(" ".join((*lines, link_text, member or "")))):
        return None
    for place, text in (("ชื่อไฟล์ในไฟล์บีบอัด", member or ""), ("ข้อความลิงก์", link_text)):
        plain = arabic_digits(text)
        if (part := _part(item, plain, plain)) is not None:
            return f"{place}ระบุ “{part}” แต่ตัวเอกสารไม่ได้ระบุรอบไว้ และข้อนี้ต้องเป็นรายงานทั้งปี"
    return None


def _part(item: Item, text: str, title: str) -> str | None:
    """Months from … to are looked for in the title alone: below it they head the columns of both halves."""
    if item.evidence_year is not EvidenceYear.PREVIOUS or DocumentKind.REPORT not in item.document_kinds:
        return None
    part = _PART.search(text) or _PART_SPAN.search(title)
    return part[0] if part is not None else None
