"""What a place that a rule for years has found means: which year, and in what form it is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from oit_checker.thai.months import be_year, fiscal_be, month_number
from oit_checker.thai.other_numbers import COUNTS_YEARS, PHONE_BEFORE, is_other_number
from oit_checker.thai.year_mention import YearForm


@dataclass(frozen=True, slots=True)
class Reading:
    be: int
    form: YearForm
    last_be: int | None = None


Reader = Callable[[re.Match[str]], Reading | None]

_LONGEST_SPAN = 20
_PLAUSIBLE = range(2540, 2601)
_LAST_BARE_CHRISTIAN = 2037


def _is_christian(digits: str) -> bool:
    return digits.startswith(("19", "20")) and len(digits) == 4


def _plausible(be: int, form: YearForm) -> Reading | None:
    return Reading(be, form) if be in _PLAUSIBLE else None


def read_law(found: re.Match[str]) -> Reading | None:
    return Reading(be_year(found["year"].replace(" ", "")), "law")


def read_cited(found: re.Match[str]) -> Reading | None:
    return Reading(fiscal_be(be_year(found["year"]), month_number(found["month"])), "law")


def read_since(found: re.Match[str]) -> Reading | None:
    be, month = be_year(found["year"]), found.groupdict().get("month")
    return Reading(fiscal_be(be, month_number(month)) if month else be, "since")


def read_month_range(found: re.Match[str]) -> Reading | None:
    first_month, last_month = month_number(found["month"]), month_number(found["month2"])
    last_year = be_year(found["year2"])
    first_year = be_year(found["year"]) if found["year"] else last_year - (first_month > last_month)
    first, last = fiscal_be(first_year, first_month), fiscal_be(last_year, last_month)
    if not first <= last <= first + _LONGEST_SPAN:
        return None
    return Reading(first, "date" if found["day"] else "month", last if last > first else None)


def read_month(found: re.Match[str]) -> Reading | None:
    return Reading(fiscal_be(be_year(found["year"]), month_number(found["month"])), "month")


def read_quarter(found: re.Match[str]) -> Reading | None:
    return _plausible(be_year(found["year"]), "quarter")


def read_span(found: re.Match[str]) -> Reading | None:
    first = be_year(found["year"])
    last = be_year(found["last"]) if found["last"] else first - first % 100 + int(found["last_two"])
    if not first < last <= first + _LONGEST_SPAN or PHONE_BEFORE.search(
        found.string[max(0, found.start() - 8) : found.start()]
    ):
        return None
    return Reading(first, "christian" if _is_christian(found["year"]) else "span", last)


def read_fiscal(found: re.Match[str]) -> Reading | None:
    return _plausible(be_year(found["year"].replace(" ", "")), "fiscal")


def read_year(found: re.Match[str]) -> Reading | None:
    digits = found["year"].replace(" ", "")
    return Reading(be_year(digits), "christian" if _is_christian(digits) else "year")


def read_short(found: re.Match[str]) -> Reading | None:
    # Not in the pattern, which is fast where it begins with a letter.
    if COUNTS_YEARS.search(found.string, max(0, found.start() - 5), found.start()):
        return None
    return Reading(be_year(found["year"]), "short")


def read_bare(found: re.Match[str]) -> Reading | None:
    before = found.string[max(0, found.start() - 24) : found.start()]
    if is_other_number(before, found.string[found.end() : found.end() + 12]):
        return None
    if not _is_christian(found["year"]):
        return _plausible(be_year(found["year"]), "year")
    return _plausible(be_year(found["year"]), "christian") if int(found["year"]) <= _LAST_BARE_CHRISTIAN else None
