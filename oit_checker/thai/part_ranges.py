"""A range of days beside a budget year that it does not fill: ปีงบประมาณ พ.ศ. 2568 (1 ตุลาคม 2567 - 31 มีนาคม 2568)."""

from __future__ import annotations

import re
from datetime import date

from oit_checker.patterns import regex
from oit_checker.thai.months import plain, thai_dates
from oit_checker.thai.text import squeeze

_SIGN = "ปีงบประมาณ"
_SINCE = r"(?:(?:ระหว่าง|ตั้งแต่|ช่วง|รอบ|ห้วง) *)?(?:วันที่ *)?"
_FIRST = r"\d{1,2}[ /.][^()|¦\d]{0,14}[^()|¦]{0,8}?\d{2,4}"
_LAST = r"\d{1,2}[ /.][^()|¦]{4,24}"
_RANGE = regex(
    rf"{_SIGN} *(?:พ ?\. ?ศ ?\.?)? *(?P<year>25\d\d)[ (:,]*{_SINCE}"
    rf"(?P<range>{_FIRST} *(?:-+|ถึง|จนถึง) *(?:วันที่ *)?(?P<last>{_LAST}))"
)
_BEFORE_YEAR, _SEPTEMBER, _OCTOBER = 543, 9, 10


def part_beside_year(text: str) -> str | None:
    """The words of a range of days right after a budget year, where it ends before the year does or begins in it.

    Only its last day must be readable: a font may have damaged the month of the first.
    """
    if _SIGN not in text:
        return None
    flat = plain(text)
    for found in _RANGE.finditer(flat):
        last = next((one for one in thai_dates(found["last"]) if one.start == 0), None)
        if last is not None and _is_part(int(found["year"]) - _BEFORE_YEAR, _day(found), last.day):
            start = found.start("range")
            return squeeze(text[start : found.start("last") + last.end])
    return None


def _day(found: re.Match[str]) -> date | None:
    range_, last = found["range"], found.start("last") - found.start("range")
    return next((one.day for one in thai_dates(range_[:last])), None)


def _is_part(year: int, first: date | None, last: date) -> bool:
    """Whether a range is of the fiscal year that ends in September of `year` (ค.ศ.), and not the whole of it."""
    if not date(year - 1, _OCTOBER, 1) <= last <= date(year, _SEPTEMBER, 30):
        return False
    return last < date(year, _SEPTEMBER, 1) or (first is not None and first >= date(year - 1, _OCTOBER + 1, 1))
