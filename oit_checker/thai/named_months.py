"""Months that a text names for themselves, and not as a part of a date: ประจำเดือนตุลาคม 2568, ต.ค.67, ไตรมาสที่ 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from oit_checker.patterns import regex
from oit_checker.thai.months import (
    MONTH,
    MONTH_2,
    YEAR_AFTER_MONTH,
    be_year,
    dates_in_plain,
    fiscal_be,
    month_number,
    plain,
    year_group,
)
from oit_checker.thai.text import squeeze

FISCAL_ORDER = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
"""The months of a fiscal year, October first."""
_QUARTER = 3
_QUARTER_SIGNS = ("ไตรมาส", "Q", "q")
_SPAN_SIGNS = ("-", "~", "ถึง")
_TO = r" *+(?:-+|~|ถึง|จนถึง) *+"
_SHORT = 400  # letters of a text that is known again
_SHORT_TEXT = 60  # a longer one says more than a month
_WORD = regex(r"[ก-๙A-Za-z]{2}")
_BEFORE = 16  # letters before a month in which เดือน or รอบ says that it is one


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month, 1..12, the fiscal year (พ.ศ.) that a year beside it makes it of, and the half-open span of its words.

    be is None where no year stands beside it; is_called: เดือน, ประจำ or รอบ stands before it, or no other words beside.
    """

    number: int
    be: int | None
    is_called: bool
    quote: str
    start: int
    end: int


@cache  # compiled when first asked: the month names are many
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    year, year2 = year_group("year"), year_group("year2")
    span = rf"{MONTH}(?:{YEAR_AFTER_MONTH}{year})?{_TO}(?:เดือน *+)?{MONTH_2}(?:{YEAR_AFTER_MONTH}{year2})?"
    one = rf"{MONTH}(?:{YEAR_AFTER_MONTH}{year}(?![.,]\d))?"
    quarter = r"(?:ไตรมาส *+(?:ที่)? *+|(?<![A-Za-z])[Qq] ?)(?P<quarter>[1-4])(?!\d)(?! *+(?:-|ถึง) *+[1-4])"
    return tuple(re.compile(pattern) for pattern in (span, one, quarter))  # type: ignore[return-value]


def named_months(text: str) -> tuple[NamedMonth, ...]:
    """Every month that `text` names, in order; a quarter or a span of up to three months names each of its months.

    >>> [(month.number, month.be) for month in named_months("แบบ สขร.1 ประจำเดือน ต.ค.68 - ธ.ค.68")]
    [(10, 2569), (11, 2569), (12, 2569)]
    """
    return _of_short_text(text) if len(text) < _SHORT else _named_months(text)


@lru_cache(maxsize=1024)  # the texts of links, of which every item with months asks
def _of_short_text(text: str) -> tuple[NamedMonth, ...]:
    return _named_months(text)


def _named_months(text: str) -> tuple[NamedMonth, ...]:
    flat = plain(text)
    taken = bytearray(len(text))
    for date in dates_in_plain(flat, text):
        _take(taken, date.start, date.end)
    found: list[NamedMonth] = []
    span, one, quarter = _patterns()
    for seen in span.finditer(flat) if any(map(flat.__contains__, _SPAN_SIGNS)) else ():
        if _is_free(seen, taken):
            _take(taken, *seen.span())
            found += _of_span(seen, text)
    for seen in one.finditer(flat):
        if _is_free(seen, taken):
            number = month_number(seen["month"])
            found.append(_month(number, seen["year"], seen, text))
    for seen in quarter.finditer(flat) if any(map(flat.__contains__, _QUARTER_SIGNS)) else ():
        first = (int(seen["quarter"]) - 1) * _QUARTER
        months = (_month(number, None, seen, text) for number in FISCAL_ORDER[first : first + _QUARTER])
        found += [replace(month, is_called=True) for month in months]
    return tuple(sorted(found, key=lambda month: month.start))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (end - start)


def _is_free(seen: re.Match[str], taken: bytearray) -> bool:
    return taken.find(1, *seen.span()) < 0


def _of_span(seen: re.Match[str], text: str) -> Iterator[NamedMonth]:
    """The months of a span no longer than a quarter; a longer one claims months and names none."""
    first, last = FISCAL_ORDER.index(month_number(seen["month"])), FISCAL_ORDER.index(month_number(seen["month2"]))
    if not 0 <= last - first < _QUARTER:
        return
    for number in FISCAL_ORDER[first : last + 1]:
        own = seen["year"] if number == month_number(seen["month"]) else None
        end = seen["year2"]
        is_before_new_year = number >= FISCAL_ORDER[0] > month_number(seen["month2"])
        year = own or (str(be_year(end) - 1) if end and is_before_new_year else end)
        yield _month(number, year, seen, text)


def _month(number: int, year: str | None, seen: re.Match[str], text: str) -> NamedMonth:
    be = fiscal_be(be_year(year), number) if year else None
    before = text[max(0, seen.start() - _BEFORE) : seen.start()]
    is_short = len(text) <= _SHORT_TEXT
    is_alone = is_short and not _WORD.search(text[: seen.start()] + " " + text[seen.end() :])
    is_called = is_alone or re.search(r"(?:เดือน|ประจำ|รอบ)[\s:.]*$", before) is not None
    return NamedMonth(number, be, is_called, squeeze(text[slice(*seen.span())]), *seen.span())
