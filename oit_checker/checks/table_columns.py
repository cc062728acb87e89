"""A table has a column for each thing the manual asks for.

columns      a list of columns; each is a list of words, one of which must stand in a header cell
min_columns  how many of the columns must be there (default: all)

Text-layer PDFs give lines and no tables: there the header words must stand
close together on one page. Labels in prose (ผู้รับผิดชอบ : สำนักปลัด) count as well, unless dots beside them were left blank.

A column that nobody has filled in is none; "-" and ไม่มี fill it.

FOUND       | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ |
NOT FOUND   | มาตรการ | ขั้นตอน |              (no ผู้รับผิดชอบ)
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_checker.checks.blanks import is_left_blank
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import filled_header, own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.page import PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import all_places, squeeze

HEADER_ROWS = 3
NEAR = 400  # folded letters within which the words of one table head stand on a PDF page


def table_columns(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    columns: list[list[str]],
    min_columns: int | None = None,
) -> Observation:
    """Look for one table, or one page of a PDF, that has the columns."""
    needed = len(columns) if min_columns is None else min_columns
    asked = [[matter.fold(word) for word in words] for words in columns]
    best: list[int] = []
    for head, place in _heads(matter):
        standing = [number for number, words in enumerate(asked) if any(word in matter.fold(head) for word in words)]
        if len(standing) >= needed:
            return found(_short(head), place)
        best = max(best, standing, key=len)
    for chunk in matter.chunks if matter.page.kind is PageKind.PDF else ():
        folded = matter.fold(chunk.text)
        standing = _near_together(folded, asked)
        if len(standing) >= needed:
            words = " | ".join(next(word for word in columns[n] if matter.fold(word) in folded) for n in standing)
            return found(words, chunk.place)
        best = max(best, standing, key=len)
    lacking = [columns[number][0] for number in range(len(columns)) if number not in best]
    return absent(f"ยังไม่พบคอลัมน์: {' · '.join(lacking)}" if best else None)


def _heads(matter: Matter) -> Iterator[tuple[str, str]]:
    for table in (*matter.page.tables, *matter.page.laid_out):
        rows = [filled_header(table), *own_rows(table)[:HEADER_ROWS]]
        yield " | ".join(cell for row in rows for cell in row if cell), place_of_table(table)


def _near_together(folded: str, asked: Sequence[Sequence[str]]) -> list[int]:
    """The largest group of columns whose words stand within one window of the page."""
    places = sorted(
        (at, number)
        for number, words in enumerate(asked)
        for word in words
        for at in all_places(folded, word)
        if not is_left_blank(folded, at + len(word))
    )
    best: list[int] = []
    for first, (start, _) in enumerate(places):
        window = sorted({number for at, number in places[first:] if at - start <= NEAR})
        best = max(best, window, key=len)
    return best


def _short(head: str, most: int = 160) -> str:
    text = squeeze(head)
    return text if len(text) <= most else f"{text[: most - 1]}…"
