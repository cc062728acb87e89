"""A count that is above nought: two complaints that came, in a table or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_ABOVE = regex(r"0*[1-9][\d,]*(?:\s*(?:เรื่อง|ราย|ครั้ง|กรณี))?")
_YEAR = regex(r"2[45]\d\d")
_UNITS = "เรื่อง|ราย|กรณี|ครั้ง"


def above_nought(matter: Matter, words: Sequence[str]) -> Place | None:
    """The first count above nought that the words name; None where there is none."""
    return next(_in_tables(matter, matter.folded_words(words)), None) or _in_lines(matter, words)


def is_above_nought(cell: str) -> bool:
    """Whether a cell holds such a count, and no year."""
    figure = arabic_digits(cell.strip())
    return _ABOVE.fullmatch(figure) is not None and _YEAR.fullmatch(figure) is None


def _in_tables(matter: Matter, words: Sequence[str]) -> Iterator[Place]:
    for table in matter.tables:
        rows = [table.header, *own_rows(table)]
        for at, head in enumerate(table.header):
            is_named = any(word in matter.fold(head) for word in words)
            for cell in (row[at] for row in rows[1:] if is_named and at < len(row)):
                if is_above_nought(cell):
                    yield Place(cell, f"{squeeze(head)}: {squeeze(cell)}", place_of_table(table))
        for row in rows:
            if len(row) > 1 and is_above_nought(row[1]) and any(word in matter.fold(row[0]) for word in words):
                yield Place(row[1], f"{squeeze(row[0])}: {squeeze(row[1])}", place_of_table(table))


def _in_lines(matter: Matter, words: Sequence[str]) -> Place | None:
    named = "|".join(re.escape(word) for word in matter.folded_words(words))
    count = re.compile(
        rf"(?:{named})[^\d¦|]{{0,12}}0*[1-9]\d{{0,3}}(?:{'|'.join(map(matter.fold, _UNITS.split('|')))})"
    )
    span = next(matter.spans(count), None)
    return matter.place_at(*span) if span is not None else None
