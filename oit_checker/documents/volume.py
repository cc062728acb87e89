"""How much text one audit holds: forty tables of a hundred thousand cells each would fill the memory of the machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from oit_checker.model.page import Page, Table

MOST_OF_RUN = 20_000_000
"""Characters of all documents of an audit that are read in full: some 10,000 printed pages."""
LEAST_OF_PAGE = 100_000
"""Characters that each document may have all the same: some fifty printed pages."""
_OF_CELL = 40
"""What a cell takes besides its characters, in characters."""
_Piece = TypeVar("_Piece")


class Volume:
    """Counts what an audit has read so far, and cuts short what would be too much; what it cuts is marked `cut`."""

    def __init__(self, most: int = MOST_OF_RUN) -> None:
        self._left = most

    def within(self, page: Page) -> Page:
        """The page, or as much of its beginning as there is room for; documents in an archive one by one."""
        inner = tuple(map(self.within, page.inner))
        weight = sum(len(passage.text) for passage in page.passages) + sum(map(_weight, (*page.tables, *page.laid_out)))
        most = max(self._left, LEAST_OF_PAGE)
        self._left -= min(weight, most)
        page = page if inner == page.inner else replace(page, inner=inner)
        return page if weight <= most else _shortened(page, most)


def _shortened(page: Page, most: int) -> Page:
    passages = tuple(_first(((passage, len(passage.text)) for passage in page.passages), most))
    most -= sum(len(passage.text) for passage in passages)
    tables = []
    for table in page.tables:
        rows = tuple(_first(((row, _row_weight(row)) for row in table.rows), most - _row_weight(table.header)))
        if not rows:
            break
        tables.append(replace(table, rows=rows))
        most -= _weight(tables[-1])
    return replace(page, passages=passages, tables=tuple(tables), laid_out=(), cut=True)


def _first(weighed: Iterable[tuple[_Piece, int]], most: int) -> Iterator[_Piece]:
    for piece, weight in weighed:
        most -= weight
        if most < 0:
            return
        yield piece


def _weight(table: Table) -> int:
    return _row_weight(table.header) + sum(map(_row_weight, table.rows))


def _row_weight(row: tuple[str, ...]) -> int:
    return sum(map(len, row)) + _OF_CELL * len(row)
