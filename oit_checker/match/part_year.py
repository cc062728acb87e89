"""Reports of a part of the year, where the whole last year is due.

A title that says so settles it. The text tells the period that its data cover more often than the title does; there it
makes a doubt, with the words, as a text may speak of other periods as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from oit_checker.match.part_table import part_in_tables
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind, EvidenceYear, Item
from oit_checker.model.page import Page, PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.months import thai_dates
from oit_checker.thai.part_ranges import part_beside_year
from oit_checker.thai.text import squeeze

_PART = regex(
    r"ไตรมาส(?:ที่)?\s*[1-4]|(?:รอบ|ห้วง|ช่วง)(?:ระยะ)?(?:เวลา)?\s*(?:3|6|9|สาม|หก|เก้า)\s*เดือน|[36]\s*เดือน(?:แรก|หลัง)|ครึ่งปี(?:งบประมาณ)?"
    r"(?:แรก|หลัง)?|รอบที่\s*[12]\s*\("
)
# Of a paper itself, at the head of a line or behind its kind; meetings, wages and what is published are monthly too.
_MONTHLY = regex(
    r"(?:^\s*|(?<!เผยแพร่)(?<!เผยแพร่\s)(?<!เปิดเผย)(?<!จัดทำ)(?<!ติดตาม)(?:รายงาน|สรุป|สถิติ|ข้อมูล|ผลการ|สขร)[^|\d]{0,60}?)(?P<words>(?<!ประชุม)(?<!ประชุม\s)ประจำเดือน(?!ทุก)|ในรอบเดือน|รายเดือน)"
)
_TO = r"[^()]{0,14}?(?:-|–|—|ถึง)[^()]{0,14}?"
_OCTOBER, _APRIL = r"(?:ตุลาคม|ต\.?ค\.)", r"(?:เมษายน|เม\.?ย\.)"
# From the beginning of the fiscal year to the end of a quarter before the last, or its second half.
_PART_SPAN = regex(rf"{_OCTOBER}{_TO}(?:ธันวาคม|ธ\.?ค\.|มีนาคม|มี\.?ค\.|มิถุนายน|มิ\.?ย\.)|{_APRIL}{_TO}(?:กันยายน|ก\.?ย\.)")
_WHOLE = regex(
    r"(?:รอบ|ห้วง|ช่วง)(?:ระยะ)?(?:เวลา)?\s*(?:12|สิบสอง)\s*เดือน|ทั้งปี|ไตรมาส(?:ที่)?\s*1\s*(?:-|–|ถึง)\s*(?:ไตรมาส(?:ที่)?\s*)?4|ตุลาคม.{0,25}กันยายน"
    r"|ต\.ค\..{0,20}ก\.ย\."
)

# The same in running text: dates in full, with words before them that say what the period is that of.
_IN_TEXT = r"[^()]{0,14}?(?:-|–|—|ถึง)[^()]{0,24}?"
_SPAN_IN_TEXT = regex(
    rf"(?:1\s*)?(?:{_OCTOBER}{_IN_TEXT}(?:ธันวาคม|ธ\.?ค\.|มีนาคม|มี\.?ค\.|มิถุนายน|มิ\.?ย\.)|{_APRIL}{_IN_TEXT}(?:กันยายน|ก\.?ย\.))"
    r"(?:\s*(?:พ\.ศ\.)?\s*(?:25)?\d\d)?"
)
_TELLS_OF = regex(r"ข้อมูล|รายงาน|สรุป|สถิติ|ผลการ|รอบ|ช่วง|ห้วง|งวด|ระหว่าง|ตั้งแต่|ประจำ")
_OF_STAFF = regex(r"เลื่อน(?:เงินเดือน|ขั้น|ค่าจ้าง|ค่าตอบแทน)|ประเมินผลการปฏิบัติ|แผนงาน|โครงการ|กิจกรรม|สัญญา")
_AS_OF = regex(r"ข้อมูล\s*(?:เมื่อ|ณ|สิ้นสุด|ถึง)\s*(?:วันที่)?\s*")
_ENDS = regex(r"(?:-|–|—|ถึง)[^()]{0,24}?(?:กันยายน|ก\.?ย\.)")  # to the end of the fiscal year
_LEAD = 60  # letters before a period in which it is said of what
_DATE = 30  # letters in which a date stands
_LAST_QUARTER, _FIRST_MONTH = 7, 10  # the months with which the last quarter and a fiscal year begin
_MOST = 20_000  # letters of a text in which a report says what it covers


def part_of_year(item: Item, lines: Iterable[str]) -> str | None:
    """The words by which a document's own title says it covers less than the whole year that the item asks for."""
    plain = [arabic_digits(line) for line in lines]
    return None if _WHOLE.search(" ".join(plain)) else _part(item, plain)


def part_by_link(item: Item, lines: Iterable[str], link_text: str, member: str | None = None) -> str | None:
    """A doubt where only the link says that the report covers less than the year; the document's own words go first.

    member is the name of the document in an archive, which speaks before the link to the archive.
    """
    if _WHOLE.search(arabic_digits(" ".join((*lines, link_text, member or "")))):
        return None
    for place, text in (("ชื่อไฟล์ในไฟล์บีบอัด", member or ""), ("ข้อความลิงก์", link_text)):
        plain = arabic_digits(text)
        if (part := _part(item, [plain])) is not None:
            return f"{place}ระบุ “{part}” แต่ตัวเอกสารไม่ได้ระบุรอบไว้ และข้อนี้ต้องเป็นรายงานทั้งปี"
    return None


def part_in_text(item: Item, page: Page, year: FiscalYear) -> str | None:
    """A doubt where the text says that its data cover a part of `year` only, and speaks of no other part.

    Of a web page the title is asked too, which is not enough to turn it away.
    """
    if not _asks_for_year(item):
        return None
    if (shown := part_in_tables(page)) is not None:
        return f"{shown} จึงอาจยังไม่ครบทั้งปี และข้อนี้ต้องเป็นข้อมูลทั้งปี"
    lines = title_lines(page) if page.kind is PageKind.HTML else ()
    text = " ".join((*lines, *(passage.text for passage in page.passages)))[:_MOST]
    plain = arabic_digits(text)
    if _WHOLE.search(plain):
        return None
    words = part_of_year(item, lines) or part_beside_year(text) or _covered(plain) or _as_of(plain, year)
    return f"รายงานระบุช่วงข้อมูลว่า “{words}” จึงอาจยังไม่ครบทั้งปี และข้อนี้ต้องเป็นรายงานทั้งปี" if words is not None else None


def _covered(text: str) -> str | None:
    """The period of less than a year that a text says it tells of; none where the rest of the year is told of too."""
    told = [
        found
        for found in _SPAN_IN_TEXT.finditer(text)
        if _is_told_of(text[max(0, found.start() - _LEAD) : found.start()])
    ]
    is_from_october = {re.match(rf"(?:1\s*)?{_OCTOBER}", found[0]) is not None for found in told}
    if not told or len(is_from_october) > 1 or (True in is_from_october and _ENDS.search(text)):
        return None
    return squeeze(told[0][0])


def _is_told_of(before: str) -> bool:
    return _TELLS_OF.search(before) is not None and _OF_STAFF.search(before) is None


def _as_of(text: str, year: FiscalYear) -> str | None:
    """The day of the year, before its last quarter, up to which the data are."""
    for found in _AS_OF.finditer(text):
        near = text[found.start() : found.end() + _DATE]
        date = next((date for date in thai_dates(near)), None)
        if date is not None and date.day in year and (date.day.month < _LAST_QUARTER or date.day.month >= _FIRST_MONTH):
            return squeeze(near[: date.end])
    return None


def _asks_for_year(item: Item) -> bool:
    return item.evidence_year is EvidenceYear.PREVIOUS and DocumentKind.REPORT in item.document_kinds


def _part(item: Item, lines: Sequence[str]) -> str | None:
    """Months from … to are looked for in the title alone: below it they head the columns of both halves."""
    if not _asks_for_year(item) or not lines:
        return None
    monthly = next(filter(None, map(_MONTHLY.search, lines)), None)
    if monthly is not None:
        return monthly["words"]
    part = _PART.search(" ".join(lines)) or _PART_SPAN.search(lines[0])
    return part[0] if part is not None else None
