"""Citizen numbers (เลขประจำตัวประชาชน) in any text: thirteen digits with a right check digit, however they are set.

A number that begins with 0 is a tax number of a body, one that begins with 9 is given to nobody. Where one digit was
misread or mistyped the check digit is wrong: such a number is hidden as well, but nobody is told of it as a find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote_to_bytes

from stdnum.th import moa, pin

from oit_checker.patterns import regex
from oit_checker.privacy.words import CITIZEN
from oit_checker.thai.digits import arabic_digits

# A Thai digit stands in an address percent-encoded, as UTF-8 or as Windows-874.
_D = r"(?:[0-9๐-๙]|%E0%B9%9[0-9]|%F[0-9])"
_DASH = r"(?:[-‐-―−_]|%E2%80%9[0-5])"
_GAP = rf"(?:\s{{0,2}}{_DASH}\s{{0,2}}|[\s.+\xa0]{{1,2}}|%20)?"
# %20 may stand right before it in an address; !4v… is the time stamp in a map's.
_NOT_BEFORE = r"(?:(?<![0-9๐-๙])|(?<=%[0-9A-F][0-9A-F]))(?<![!][0-9][a-z])"
_NO_FIGURE_BEFORE, _NO_FIGURE_AFTER = r"(?<![0-9๐-๙][.,])", r"(?![.,][0-9๐-๙])"
_NUMBER = regex(
    rf"{_NOT_BEFORE}(?:"
    rf"(?P<plain>{_D}{{13}})"
    rf"|{_NO_FIGURE_BEFORE}(?:(?P<grouped>{_D}{_GAP}{_D}{{4}}{_GAP}{_D}{{5}}{_GAP}{_D}{{2}}{_GAP}{_D})"
    rf"|(?P<dashed>(?<!-){_D}(?:{_DASH}?{_D}){{12}}(?!{_DASH}{_D}))"
    rf"|(?P<boxed>{_D}(?:\s{{1,2}}(?:{_DASH}\s{{1,2}})?{_D}){{12}}(?!\s{_D}))){_NO_FIGURE_AFTER}"
    rf")(?!{_D})",
    re.IGNORECASE,
)
_FIVE_GROUPS = (f"{_D}{{{size}}}" for size in (1, 4, 5, 2, 1))
_IN_GROUPS = regex(_GAP.removesuffix("?").join(_FIVE_GROUPS), re.IGNORECASE)
_POINT_BEFORE, _POINT_AFTER = regex(r"[0-9๐-๙]\.$"), regex(r"\.[0-9๐-๙]")
# The places behind the point of a share, or of a coordinate in a map's address.
_FRACTION = regex(r"(?:(?<![0-9.])0|(?:![0-9]d|[@=,/]|%2C|%20)-?[0-9]{1,3})\.$", re.IGNORECASE)
_NAMED = regex(rf"(?:{CITIZEN.pattern})[^0-9๐-๙\n]{{0,12}}$", re.IGNORECASE)
_NAME_REACH = 80
# However a number is set, it has its thirteen digits in a row, with no more than such a gap between two of them.
_ALL_DIGITS = regex(rf"{_D}(?:{_GAP}{_D}){{12}}", re.IGNORECASE)
_DIGIT = regex("[0-9๐-๙]")
_ENCODED = regex(r"%E0%B9%9[0-9]|%F[0-9]", re.IGNORECASE)
_NO_DIGIT = regex(r"[^0-9]+")


class Setting(Enum):
    """How a number is set: without a gap, in its own five groups with dashes, or in a way that figures share."""

    PLAIN = "plain"
    GROUPED = "grouped"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class CitizenNumber:
    """Where a number stands in a text (half-open span), its thirteen digits, and how it is set."""

    start: int
    end: int
    digits: str
    setting: Setting

    @property
    def masked(self) -> str:
        """`1-xxxx-xxxxx-12-3`: enough to find it again, too little to use it."""
        return f"{self.digits[0]}-xxxx-xxxxx-{self.digits[10:12]}-{self.digits[12]}"


def citizen_numbers(text: str) -> Iterator[CitizenNumber]:
    """Every citizen number in a text or an address, in order; Thai digits, dashes and spaces are read too."""
    return _numbers(text, _is_one)


def numbers_to_hide(text: str) -> Iterator[CitizenNumber]:
    """The same, and what is set or named like one although its check digit is wrong or a point stands beside it."""
    return _numbers(text, _is_to_hide)


def _numbers(text: str, is_wanted: Callable[[re.Match[str], str], bool]) -> Iterator[CitizenNumber]:
    # Most texts of a report hold no digit at all, which is seen much sooner than that they hold no thirteen in a row.
    if _DIGIT.search(text) is None or _ALL_DIGITS.search(text) is None:
        return
    found = _NUMBER.search(text)
    while found is not None:
        digits = _digits_of(found[0])
        wanted = is_wanted(found, digits)
        if wanted:
            yield CitizenNumber(found.start(), found.end(), digits, _setting(found))
        found = _NUMBER.search(text, found.end() if wanted else found.start() + 1)


def _is_one(found: re.Match[str], digits: str) -> bool:
    """A point with a digit beside it makes it perhaps a figure."""
    before = found.string[max(0, found.start() - 2) : found.start()]
    has_point = _POINT_BEFORE.search(before) or _POINT_AFTER.match(found.string, found.end())
    return not has_point and pin.is_valid(digits)


def _is_to_hide(found: re.Match[str], digits: str) -> bool:
    before = found.string[max(0, found.start() - _NAME_REACH) : found.start()]
    if _FRACTION.search(before):
        return False
    if pin.is_valid(digits):
        return True
    is_like_one = _IN_GROUPS.fullmatch(found[0]) is not None or _NAMED.search(before) is not None
    return is_like_one and not moa.is_valid(digits)


def _digits_of(written: str) -> str:
    decoded = _ENCODED.sub(_plain_digit, written) if "%" in written else written
    return _NO_DIGIT.sub("", arabic_digits(decoded.replace("%20", " ")))


def _plain_digit(found: re.Match[str]) -> str:
    raw = unquote_to_bytes(found[0])
    return raw.decode("utf-8" if len(raw) > 1 else "cp874")


def _setting(found: re.Match[str]) -> Setting:
    if found["plain"]:
        return Setting.PLAIN
    has_dashes = len(re.findall(_DASH, found[0])) >= 3
    return Setting.GROUPED if found["grouped"] and has_dashes else Setting.LOOSE
