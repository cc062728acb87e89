"""Rows of a table that name a thing and say nothing of it, where the table is there to tell of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_checker.checks.matter import Matter
from oit_checker.empty_columns import empty_columns, is_blank, own_rows
from oit_checker.model.page import Table
from oit_checker.patterns import regex

_BESIDE = 24  # folded letters that may stand beside a name in its cell: ตัวชี้วัดที่ 10, (IIT)
_DASHES = frozenset("-–—")
_NUMBER = regex(r"\s*[\d๐-๙]{0,2}[.)]?\s*")  # of a row


def blank_things(matter: Matter, things: Sequence[Sequence[str]], min_count: int) -> list[str]:
    """The first names of things of which a table says nothing, though it tells of the others, and no other table does.

    A table that names so many of the things is there to tell of each of them. "-" says nothing of a thing either.
    """
    blank: set[int] = set()
    told: set[int] = set()
    for _, rows in _tables_of(matter, things, min_count):
        for number, row, place in rows:
            beside = [cell for at, cell in enumerate(row) if at > place or (at < place and not _NUMBER.fullmatch(cell))]
            if beside:
                (blank if all(map(_says_nothing, beside)) else told).add(number)
    return [things[number][0] for number in sorted(blank - told)] if told else []


def blank_column(matter: Matter, things: Sequence[Sequence[str]], min_count: int, headed: Sequence[str]) -> str | None:
    """The head of the empty column of a table of the things in which something was to be said of each.

    headed are words of such heads; None where any column with one is filled in.
    """
    words, found = matter.folded_words(headed), None
    for table, _ in _tables_of(matter, things, min_count):
        empty = {place for place, _ in empty_columns(table)}
        named = [at for at, head in enumerate(table.header) if any(word in matter.fold(head) for word in words)]
        if any(at not in empty for at in named):
            return None
        found = found or next((table.header[at] for at in named), None)
    return found


def _tables_of(
    matter: Matter, things: Sequence[Sequence[str]], min_count: int
) -> Iterator[tuple[Table, list[tuple[int, tuple[str, ...], int]]]]:
    """The tables of which so many rows name a thing: its number, the row, and the place of the name in it."""
    names = [tuple(word for word in matter.folded_words(words) if not word[-1].isdigit()) for words in things]
    for table in matter.tables:
        if len(table.rows) < min_count or len(table.header) < 2:
            continue
        rows = [named for row in own_rows(table) if (named := _named(row, names, matter)) is not None]
        if len({number for number, _, _ in rows}) >= min_count:
            yield table, rows


def _named(
    row: tuple[str, ...], names: Sequence[Sequence[str]], matter: Matter
) -> tuple[int, tuple[str, ...], int] | None:
    for place, cell in enumerate(row):
        folded = matter.fold(cell)
        number = next((at for at, words in enumerate(names) if any(word in folded for word in words)), None)
        if number is not None:
            is_alone = len(folded) <= max(map(len, names[number])) + _BESIDE
            return (number, row, place) if is_alone else None
    return None


def _says_nothing(cell: str) -> bool:
    return is_blank(cell) or cell.strip() in _DASHES
