"""Does a label put what stands under it into one year? "ปี 2568", "ITA ปีงบประมาณ พ.ศ. ๒๕๖๘", a tab that says "2568"."""

from __future__ import annotations

import re
from functools import lru_cache

from oit_checker.patterns import regex

_YEAR = regex(
    r"(?<![0-9๐-๙])(?:[2๒][5๕][4-9๔-๙][0-9๐-๙]|20[0-4][0-9])(?![0-9๐-๙])"
    r"|(?:ปี|พ\.?\s?ศ\.?|FY)\s*(?:งบประมาณ|งบ|การศึกษา)?\s*(?:พ\.?\s?ศ\.?)?\s*([5-7๕-๗][0-9๐-๙])(?![0-9๐-๙])",
    re.IGNORECASE,
)
_SPAN = regex(r"[0-9๐-๙]{2,4}\s*(?:[-–—~/]|ถึง)\s*(?:พ\.?\s?ศ\.?\s*)?[0-9๐-๙]{2,4}(?![0-9๐-๙])")
_YEAR_WORDS = regex(
    r"ปีงบประมาณ|ประจำ|งบประมาณ|ปี|พุทธศักราช|พ\.?\s?ศ\.?|ITAS?|M?OIT|EIT|IIT|EB|FY|year|online|"
    r"การประเมิน|คุณธรรม|และ|ความโปร่งใส|ในการดำเนินงาน|ของ|หน่วยงาน|ภาครัฐ|แบบวัด|การเปิดเผย|ข้อมูล|สาธารณะ|"
    r"รายการ|ข่าว|ประกาศ|เอกสาร|โครงการ|การ|ระบบ|สำหรับ|แบบ|ตรวจ|ผล",
    re.IGNORECASE,
)
_ITEM = regex(r"\s*(?:ข้อ\s*)?(?:MOIT|OIT|EB|[Oo๐0])\s?[-.]?\s?[0-9๐-๙]{1,2}(?![0-9๐-๙])", re.IGNORECASE)
_NOT_LETTERS = regex(r"[^ก-ฮA-Za-zะ-ูเ-ไ]+")
_MOST_OTHER_LETTERS = 12
_LONGEST = 160
_LONGEST_LOOSE = 70
_NUMBERED = regex(r"\s*[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]")


def years_named(label: str) -> frozenset[int]:
    """The years in a label as Buddhist-era numbers: "ปี 68", "๒๕๖๘" and "2025" are all 2568."""
    return frozenset(_buddhist(int(found[1] or found[0])) for found in _YEAR.finditer(label))


def names_one_year(label: str) -> bool:
    """Whether a label of a container names exactly one year and is not the heading of an item or a span of years."""
    if len(label) > _LONGEST or _ITEM.match(label) or _SPAN.search(label):
        return False
    return len(years_named(label)) == 1


@lru_cache(maxsize=4096)
def names_only_a_year(label: str) -> bool:
    """Whether a label says a year, and besides it at most that it is about ITA."""
    if not names_one_year(label):
        return False
    rest = _NOT_LETTERS.sub("", _YEAR_WORDS.sub("", _YEAR.sub("", label)))
    return len(rest) <= _MOST_OTHER_LETTERS


@lru_cache(maxsize=4096)
def is_about_a_year(label: str) -> bool:
    """Whether a label names one year among other words and is still a label: short, and no numbered line of a list."""
    return len(label) <= _LONGEST_LOOSE and not _NUMBERED.match(label) and names_one_year(label)


def is_year_line(text: str) -> bool:
    """Whether a plain, unmarked line is short and about a year alone, so that it serves as a heading."""
    return 0 < len(text) <= 60 and names_only_a_year(text)


def _buddhist(number: int) -> int:
    if number < 100:
        return 2500 + number
    return number if number >= 2400 else number + 543
