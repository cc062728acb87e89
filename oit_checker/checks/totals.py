"""A summary in figures: how many and how much, with their sum, or how many of each kind.

count   words in the head of a column of how many (จำนวน); a head with a word of `money` is none
money   words in the head of a column of how much (บาท, วงเงิน)
total   words with which the row of sums begins (default รวม, ยอดรวม); whole numbers must stand in it below a head of
        how many, figures below one of how much
kinds   names of kinds (วิธีเฉพาะเจาะจง, วิธีคัดเลือก): two of them, each with a figure and one of `units` right after
        it, or each at the beginning of a row with a whole number below a head of how many
units   what is counted of a kind in a sentence (สัญญา, รายการ)

FOUND       | เดือน | จำนวนสัญญา | เงิน (บาท) | … | รวมทั้งปี | 282 | 14,166,000 |  · วิธีเฉพาะเจาะจง 270 สัญญา วิธีคัดเลือก 4 สัญญา
NOT FOUND   a list of purchases, one by one, whose last row sums up nothing but money
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_TOTAL = ("รวม", "ยอดรวม")
_WHOLE = regex(r"\d{1,3}(?:,\d{3})+|\d{1,6}")
_MONEY = regex(r"\d[\d,]*(?:\.\d+)?(?:\s*(?:บาท|ล้านบาท))?")
_MOST_BETWEEN = 6  # folded letters between a kind and its figure: จำนวน
_LEAST_KINDS = 2


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words, folded as the matter is."""

    count: tuple[str, ...]
    money: tuple[str, ...]
    total: tuple[str, ...]
    kinds: tuple[str, ...]


def totals(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    count: Sequence[str],
    money: Sequence[str],
    total: Sequence[str] = _TOTAL,
    kinds: Sequence[str] = (),
    units: Sequence[str] = (),
) -> Observation:
    """Look at the tables of which the cells are known, then for figures of kinds in the text."""
    asked = _Asked(*(matter.folded_words(words) for words in (count, money, total, kinds)))
    places = (_in_table(table, asked, matter) for table in matter.tables)
    place = next((place for place in places if place is not None), None)
    if place is None and kinds and units:
        place = _in_text(asked, matter.folded_words(units), matter)
    return found(place.snippet, place.place) if place is not None else absent()


def _in_table(table: Table, asked: _Asked, matter: Matter) -> Place | None:
    heads = [matter.fold(head) for head in table.header]
    of_money = [at for at, head in enumerate(heads) if any(word in head for word in asked.money)]
    of_count = [at for at, head in enumerate(heads) if at not in of_money and any(word in head for word in asked.count)]
    rows = [tuple(arabic_digits(cell.strip()) for cell in row) for row in own_rows(table)]
    counted = [row for row in rows if _holds(row, of_count, _WHOLE)]
    summed = [row for row in counted if _holds(row, of_money, _MONEY) and _begins(row, asked.total, matter)]
    of_kinds = [row for row in counted if _begins(row, asked.kinds, matter)]
    telling = summed[:1] or (of_kinds if len({row[0] for row in of_kinds}) >= _LEAST_KINDS else [])
    if not telling:
        return None
    said = (squeeze(" | ".join(filter(None, row))) for row in (table.header, *telling[:_LEAST_KINDS]))
    return Place(telling[0][0], " / ".join(said), place_of_table(table))


def _holds(row: Sequence[str], columns: Sequence[int], figure: re.Pattern[str]) -> bool:
    return any(at < len(row) and figure.fullmatch(row[at]) for at in columns)


def _begins(row: Sequence[str], words: tuple[str, ...], matter: Matter) -> bool:
    """Whether the first cell of a row that says anything begins with one of the words; a number of the row is none."""
    said = next((cell for cell in row if cell and not _WHOLE.fullmatch(cell.rstrip("."))), "")
    return bool(words) and matter.fold(said).startswith(words)


def _in_text(asked: _Asked, units: Sequence[str], matter: Matter) -> Place | None:
    """From the first kind with its figure to the last one, where two of them have one."""
    kinds, counted = ("|".join(map(re.escape, words)) for words in (asked.kinds, units))
    pattern = re.compile(rf"(?:{kinds})[^\d¦]{{0,{_MOST_BETWEEN}}}(?P<count>\d[\d,]*)(?:{counted})")
    spans = list(_told(pattern, matter))
    if len({name for _, _, name in spans}) < _LEAST_KINDS:
        return None
    return matter.place_at(spans[0][0], spans[0][1])


def _told(pattern: re.Pattern[str], matter: Matter) -> Iterator[tuple[int, int, str]]:
    for start, end in matter.spans(pattern):
        yield start, end, re.split(r"\d", matter.at(start, end), maxsplit=1)[0]
