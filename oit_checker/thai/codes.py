"""Item codes in every spelling that agencies use: O1, o8_01, OIT 1, ๐25, O๒๕, MOIT5, EB 10.

A code is a hint: sites keep last year's numbers. Ranges in section headings
(O1 - O6), dates, money and words such as CO2 are no codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

Prefix = Literal["O", "MOIT", "EB"]

_D = "[0-9๐-๙]"
_NOT_BEFORE = r"(?<![0-9A-Za-z๐-๙])"
_SEP = r"[\s._:-]{0,2}"
# The letter o, or a Thai zero in front of western digits (๐25): no real number mixes the two scripts.
_CODE = re.compile(
    rf"{_NOT_BEFORE}(?:(?P<moit>MOIT){_SEP}(?P<m>{_D}{{1,2}})|(?P<eb>E?EB){_SEP}(?P<e>{_D}{{1,2}})"
    rf"|(?:OIT|O){_SEP}[0๐]?(?P<o>{_D}{{1,2}})|๐(?P<z>[0-9]{{1,2}}))(?!{_D})",
    re.IGNORECASE,
)
# What follows the first code of a range: O1 - O6, o1–o6, O1 ถึง O5.
_RANGE_AFTER = re.compile(rf"\s*(?:-|–|—|ถึง|to)\s*(?:OIT|O|๐)\s?{_D}", re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"(?:OIT|O|๐){_SEP}{_D}{{1,2}}\s*(?:-|–|—|ถึง|to)\s*$", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"\s?/\s?{_D}")
# Bullets, brackets, a list number or the word ข้อ may stand before a code at the head of a title.
_HEAD = re.compile(rf"(?:[^\wก-๙]|_|(?:ข้อ(?:ที่)?|ตัวชี้วัด(?:ที่)?)\s*|{_D}{{1,2}}[.)]\s+)*")
_ZERO = re.compile(rf"[0๐]({_D}{{1,2}})(?=\s|[-–—:|]|[ก-ฮเ-ไ]|$)(?!\s*[-–—/.]\s*{_D})")
_ZERO_IN_NAME = re.compile(r"(?:^|(?<=[\s_-]))0([0-9]{2})(?![0-9])(?=[^0-9]*$|[ก-ฮเ-ไ\s_-])")
_MOST: dict[Prefix, int] = {"O": 43, "MOIT": 30, "EB": 30}


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A code as it stands in a text: the half-open span, and what is printed there."""

    prefix: Prefix
    number: int
    printed: str
    start: int
    end: int

    @property
    def code(self) -> str:
        """The canonical form, such as O25 or MOIT5."""
        return f"{self.prefix}{self.number}"


def item_codes(text: str) -> tuple[ItemCode, ...]:
    """All codes in a text that are codes whatever stands around them.

    >>> [code.code for code in item_codes("อ้างอิงจาก ข้อ ๐25 การนำผลการประเมิน")]
    ['O25']
    """
    return tuple(_codes(text, _CODE))


def leading_code(text: str) -> ItemCode | None:
    """The code at the head of a title or link text, None where something else stands there.

    >>> leading_code("– o8_01 คู่มือ").code
    'O8'
    """
    head = _HEAD.match(text)
    start = head.end() if head is not None else 0
    first = next(iter(_codes(text, _CODE)), None)
    return first if first is not None and first.start <= start else None


def zero_code(text: str) -> ItemCode | None:
    """A code at the head that is typed with a zero for the letter: "01 โครงสร้าง", "010 - แผน…".

    Safe only where a whole list is written so: elsewhere 01 is a list number.
    """
    head = re.match(r"[^\wก-๙]*", text)
    found = _ZERO.match(text, head.end() if head is not None else 0)
    if found is None or not 1 <= int(found[1]) <= _MOST["O"]:
        return None
    return ItemCode("O", int(found[1]), found[0], found.start(), found.end())


def codes_in_name(name_or_url: str) -> tuple[ItemCode, ...]:
    """Codes in a file name or address: o-21.pdf, ITA_68_o12-ปี-68.xlsx, /ITA/2568/010, รายงาน-016.pdf.

    Spans are those of the last part of the path, decoded.
    """
    path = urlsplit(name_or_url).path if "://" in name_or_url else name_or_url
    name = unquote(path.rstrip("/").rsplit("/", 1)[-1])
    stem = name.rsplit(".", 1)[0] if re.search(r"\.[A-Za-z]{2,5}$", name) else name
    found = list(_codes(stem.replace("_", " "), _CODE))
    if not found:
        zeros = (z for z in _ZERO_IN_NAME.finditer(stem) if 1 <= int(z[1]) <= _MOST["O"])
        found = [ItemCode("O", int(zero[1]), zero[0], zero.start(), zero.end()) for zero in zeros]
    return tuple(found)


def _codes(text: str, pattern: re.Pattern[str]) -> Iterator[ItemCode]:
    for found in pattern.finditer(text):
        prefix: Prefix = "MOIT" if found["moit"] else "EB" if found["eb"] else "O"
        number = int(found["m"] or found["e"] or found["o"] or found["z"])
        if 1 <= number <= _MOST[prefix] and not _is_something_else(text, found):
            yield ItemCode(prefix, number, found[0], found.start(), found.end())


def _is_something_else(text: str, found: re.Match[str]) -> bool:
    """Whether the code is one end of a range, or begins a date (๐8/09/2569)."""
    after = text[found.end() : found.end() + 12]
    before = text[max(0, found.start() - 14) : found.start()]
    return bool(_RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before) or _DATE_AFTER.match(after))
