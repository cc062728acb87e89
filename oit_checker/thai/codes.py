"""Item codes (รหัสข้อ) in every spelling that agencies use, and none of the look-alikes.

OIT is the checklist of agencies and schools (O1, OIT 8, ๐25), MOIT and EB are
those of the hospitals of the Ministry of Public Health.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from oit_checker.patterns import regex
from oit_checker.thai.months import MONTH_IN_CAPITALS, plain
from oit_checker.thai.names import decoded_name

Prefix = Literal["O", "MOIT", "EB"]
LAST_NUMBER = 43


@dataclass(frozen=True, slots=True)
class ItemCode:
    """A code, the words it was printed as, and their half-open span in the text."""

    prefix: Prefix
    number: int
    printed: str
    start: int
    end: int

    @property
    def code(self) -> str:
        """The canonical form: O25, MOIT5, EB13."""
        return f"{self.prefix}{self.number}"


_PREFIXES: dict[str, Prefix] = {"MOIT": "MOIT", "OIT": "O", "O": "O", "EB": "EB", "EEB": "EB"}
_CODE = regex(
    r"(?<![0-9A-Za-z])(?<![A-Za-z]\.)(?:(?P<prefix>MOIT|OIT|EEB|EB|O) ?[-_.]? ?0{0,2}(?P<number>[1-9][0-9]?)"
    r"|(?P<zero>0)(?P<after_zero>[1-9][0-9]?))(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# The letter O typed for a zero in 02-281-8100, 08/09/2569, 08.30 น. and 0,000.
_NOT_A_CODE_AFTER = regex(r" ?-\d{3}(?!\d)| \d{3}[ \-]\d{4}| ?/ ?\d{1,2} ?/|[.:][0-5]\d *(?:น\.|- *\d|ถึง)|,\d{3}(?!\d)")
_RANGE_TO_CODE = regex(r" *(?:[-~]|ถึง|to) *(?:ข้อ *)?(?:MOIT|OIT|EEB|EB|O) ?-?\d{1,2}(?!\d)", re.IGNORECASE)
_RANGE_TO_NUMBER = regex(
    r"(?:(?P<tight>-)| *(?:[-~]|ถึง|to) *)(?P<last>\d{1,2})(?!\d)(?= *(?:[)\],;]|$))", re.IGNORECASE
)
_HEAD = regex(
    r"[\W_]*(?:\d{1,2} *[.)] *)?(?:(?:ข้อ|รหัส|ตัวชี้วัด)(?:ที่)? *)?(?:(?:ITA|OIT)[\W_]*(?:25\d\d)?[\W_]*)?", re.IGNORECASE
)
# The first letter or digit of all that `_HEAD` lets stand before a code, and of the code itself.
_MAY_BEGIN_WITH_CODE = regex(r"[\W_]*[\dขรตIOME]", re.IGNORECASE)
_ZERO_HEAD = regex(r"[\s•·*\-–—>]*(?:ข้อ *)?(?P<printed>0(?P<number>[1-9]|[1-3]\d|4[0-3]))(?!\d)")
_NO_ZERO_CODE_AFTER = regex(r" *[./:,)]| ?- ?(?:\d{2}|x)| \d{3}", re.IGNORECASE)


def item_codes(text: str) -> tuple[ItemCode, ...]:
    """Every item code that is safe on its own, in order.

    Read: O25, o 25, O-25, O_25, O08, O๒๕, ๐25 (a Thai zero before western digits),
    OIT 1, MOIT5, EB 13, and O8 of O8.1, O8-1, o8_01. Not read: both ends of a
    range (O1 - O6), a western zero (see `zero_code`), numbers over 43, telephone
    numbers, times and dates in which the letter stands for a zero.
    """
    plain_text = plain(text)
    codes = []
    place = 0
    while found := _CODE.search(plain_text, place):
        place = _end_of_range(plain_text, found)
        if place == found.end() and (code := _code(text, plain_text, found)):
            codes.append(code)
    return tuple(codes)


def _code(text: str, plain_text: str, found: re.Match[str]) -> ItemCode | None:
    printed = text[found.start() : found.end()]
    number = int(found["number"] or found["after_zero"])
    if number > LAST_NUMBER or _NOT_A_CODE_AFTER.match(plain_text, found.end()):
        return None
    if found["zero"] and not _is_thai_zero_for_o(printed, plain_text[: found.start()]):
        return None
    if printed.startswith("o") and " " in plain(printed):
        return None  # the hollow bullet of a word processor, copied as a letter
    prefix = _PREFIXES[(found["prefix"] or "O").upper()]
    return ItemCode(prefix, number, printed, *found.span())


def _is_thai_zero_for_o(printed: str, before: str) -> bool:
    """A Thai zero in front of western digits: no number mixes the two scripts; a date with the slip has more digits."""
    return printed[0] == "๐" and printed[1].isascii() and not re.search(r"\d ?[/.:\-]$", before[-3:])


def _end_of_range(plain_text: str, found: re.Match[str]) -> int:
    """Where a range that begins with this code ends; the code's own end where it is none."""
    if to_code := _RANGE_TO_CODE.match(plain_text, found.end()):
        return to_code.end()
    to_number = _RANGE_TO_NUMBER.match(plain_text, found.end())
    if to_number is None or int(to_number["last"]) <= int(found["number"] or found["after_zero"]):
        return found.end()
    in_brackets = plain_text[: found.start()].rstrip().endswith(("(", "["))
    return found.end() if to_number["tight"] and not in_brackets else to_number.end()


def leading_code(text: str) -> ItemCode | None:
    """The code at the head of a heading or link ("O1 …", "OIT 1", "1. o8_01", "ข้อ O25"), None where there is none."""
    if not _MAY_BEGIN_WITH_CODE.match(text):  # as of most links: they begin with a Thai word
        return None
    codes = item_codes(text[:_HEAD_LENGTH])
    return codes[0] if codes and _HEAD.fullmatch(text[: codes[0].start]) else None


_HEAD_LENGTH = 80


def zero_code(text: str) -> ItemCode | None:
    """A digit zero that stands for the letter O at the head of a text: "01 โครงสร้าง", "010 - แผน", "024รายงานผล".

    Only safe where a whole list is written so: elsewhere it is a list number, a
    telephone number or a day, the plain ones of which are left out.
    """
    plain_text = plain(text[:_HEAD_LENGTH])
    found = _ZERO_HEAD.match(plain_text)
    if (
        found is None
        or _NO_ZERO_CODE_AFTER.match(plain_text, found.end())
        or re.match(f" *{MONTH_IN_CAPITALS}", plain_text[found.end() :])
    ):
        return None
    start, end = found.span("printed")
    return ItemCode("O", int(found["number"]), text[start:end], start, end)


_OPAQUE = regex(r"(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*[0-9])[A-Za-z0-9_-]{20,}", re.ASCII)
_ZERO_IN_NAME = regex(
    r"(?<![0-9A-Za-z.])(?:0(?P<number>[1-3]\d|4[0-3])|(?<=/)0(?P<small>[1-9])(?=/?$))(?=[-_. )ก-๙/]|$)(?!-\d{3})"
)
_ITA_FOLDER = regex(r"(?:ita|oit)[^/]*/(?:[^/]*25\d\d[^/]*/)?$", re.IGNORECASE)


def codes_in_name(file_name_or_url: str) -> tuple[ItemCode, ...]:
    """Every code in a file name or address, percent signs decoded, the host left out.

    Also reads a zero for the letter where three digits make it plain (-016.pdf,
    /ITA/2568/010), and 01..09 as a whole folder below an ITA one. start and end
    are places in the decoded text.
    """
    _, name = decoded_name(file_name_or_url)
    name = _OPAQUE.sub(lambda token: "\x00" * len(token[0]) if _is_opaque(token[0]) else token[0], name)
    zero_codes = (
        ItemCode("O", int(found["number"] or found["small"]), found[0], *found.span())
        for found in _ZERO_IN_NAME.finditer(name)
        if found["number"] or _ITA_FOLDER.search(name[: found.start()])
    )
    return tuple(sorted([*item_codes(name), *zero_codes], key=lambda code: code.start))


def _is_opaque(token: str) -> bool:
    """Whether a token is an identifier made by a machine, in which any code would be chance."""
    pieces = re.split("[-_]", token)
    return any(
        len(piece) >= 10 and all(re.search(kind, piece) for kind in ("[a-z]", "[A-Z]", "[0-9]")) for piece in pieces
    )
