"""Columns of years in a plan of several years: those of the asked year must hold something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_YEAR = regex(r"(?<!\d)25(\d\d)(?!\d)|(?:ปี|พ\.ศ\.)\s*(\d\d)(?!\d)")
_NOTHING = regex(r"[-–—.…_\s]*|ไม่มี")
_HEAD_ROWS = 2  # of a table, its header among them, in which its columns are called by years


def blank_year(matter: Matter, wanted: FiscalYear) -> Place | None:
    """The head of the asked year's columns, where all of them are blank and another year's beside them are filled.

    Columns of years that are blank throughout may be coloured, and say nothing.
    """
    blank = None
    for table in matter.tables:
        for header, rows in _headed(table):
            years = [_year(head) for head in header]
            if wanted.be not in years:
                continue
            filled = {year for year, at in _columns(years) if any(_is_filled(row, at) for row in rows)}
            if wanted.be in filled:
                return None
            if len(set(years) - {None}) < 2:  # a table of that year alone
                continue
            if filled:
                head = squeeze(header[years.index(wanted.be)])
                blank = blank or Place(head, head, place_of_table(table))
            break
    return blank


def _headed(table: Table) -> Iterator[tuple[Sequence[str], Sequence[Sequence[str]]]]:
    """A table's rows below each of those that may call its columns by years."""
    rows = (table.header, *own_rows(table))
    for at, header in enumerate(rows[:_HEAD_ROWS]):
        yield header, rows[at + 1 :]


def _columns(years: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    yield from ((year, at) for at, year in enumerate(years) if year is not None)


def _year(head: str) -> int | None:
    """The one year that a head names; None where it names none, or a span."""
    seen = {int(one[1] or one[2]) + 2500 for one in _YEAR.finditer(arabic_digits(head))}
    return seen.pop() if len(seen) == 1 else None


def _is_filled(row: Sequence[str], at: int) -> bool:
    return at < len(row) and _NOTHING.fullmatch(row[at].strip()) is None
