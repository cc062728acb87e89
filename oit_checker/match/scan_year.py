"""A year that OCR read in a scan: never the year of the evidence, and enough to doubt the link's."""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.match.years import YearFound
from oit_checker.model.labels import BY_OCR
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions

_OF_A_YEAR = {"fiscal", "year", "span"}
_SHORTLY_BEFORE = 3  # years; a digit taken for another makes ๒๕๖๙ a year long past (๒๕๕๕, ๒๕๒๕)


def other_year_in_scan(matter: Matter, found: YearFound, wanted: FiscalYear | None) -> str | None:
    """Why a scan may be an old file under this year's link: OCR read a year shortly before, and never the wanted one.

    The year itself is not changed by that, as OCR reads digits wrongly; but nothing else of the file is believed then.
    """
    if matter.scanned is None or wanted is None or found.be != wanted.be or found.basis not in {"link", "url"}:
        return None
    mentions = [
        year for chunk in matter.scanned.chunks for year in year_mentions(chunk.text) if year.form in _OF_A_YEAR
    ]
    years = {be for year in mentions for be in range(year.be, (year.last_be or year.be) + 1)}
    before = sorted(years & set(range(wanted.be - _SHORTLY_BEFORE, wanted.be)))
    if not before or wanted.be in years:
        return None
    named_by = "ชื่อไฟล์" if found.basis == "url" else "ลิงก์"
    return f"{named_by}ระบุปี {wanted.be} แต่{BY_OCR} ได้ปี {before[-1]} ซึ่งอาจอ่านผิด โปรดเปิดดูปีในเอกสาร"
