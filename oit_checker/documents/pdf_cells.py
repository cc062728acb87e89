"""A table as it stands on one page of a PDF: its cells, and from them its head and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.pdf_places import THIN, Box
from oit_checker.thai.text import fold

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Rows and columns of the grid that a cell takes, from the top left."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands on one page: places of its lines from the left and from the top, its cells, what is in them.

    A cell that takes several rows says the same in all of them.
    """

    xs: list[float]
    ys: list[float]
    cells: dict[tuple[int, int], Cell]
    texts: dict[Cell, str]

    @property
    def columns(self) -> range:
        return range(len(self.xs) - 1)

    @property
    def rows(self) -> range:
        return range(len(self.ys) - 1)

    def head(self) -> Head | None:
        """The first row that names two things, with the rows its names go on in; None where nothing stands below."""
        first = next((row for row in self.rows if len(self._written(row)) > 1), None)
        if first is None:
            return None
        last = self._last_of_head(first)
        if last + 1 >= len(self.rows):
            return None
        starts = sorted({self.cells[last, column].left for column in self.columns})
        parts = tuple(self._parts(column, first, last) for column in starts)
        edges = tuple(self.xs[column] for column in (*starts, len(self.columns)))
        return Head(edges, parts, last + 1) if len(starts) > 1 else None

    def head_place(self) -> HeadPlace | None:
        """The names of the head, and from where to where its cells reach."""
        head = self.head()
        if head is None:
            return None
        return HeadPlace(head.names, Box(self.xs[0], self.ys[head.below], self.xs[-1], self.ys[0]))

    def rows_under(self, edges: Sequence[float], first: int = 0) -> tuple[Row, ...] | None:
        """The rows from `first` on by the columns of a head; None where a line down is missing at one of its edges."""
        starts = [self._at(edge) for edge in edges]
        if any(start is None for start in starts):
            return None
        spans = list(pairwise([start for start in starts if start is not None]))
        rows = (tuple(self._said(row, *span) for span in spans) for row in self.rows[first:])
        return tuple(row for row in rows if any(row))

    def _at(self, edge: float) -> int | None:
        return next((number for number, x in enumerate(self.xs) if abs(x - edge) <= 2 * THIN), None)

    def _written(self, row: int) -> set[Cell]:
        return {cell for column in self.columns if self.texts.get(cell := self.cells[row, column])}

    def _last_of_head(self, first: int) -> int:
        """The last row of a head: a name beside names over several columns takes the row below these as well."""
        of_head = {self.cells[first, column] for column in self.columns}
        shallow, deep = min(cell.bottom for cell in of_head), max(cell.bottom for cell in of_head)
        is_deep = any(cell.right > cell.left and cell.bottom < deep for cell in of_head)
        return deep if is_deep else max(shallow, first)

    def _parts(self, column: int, first: int, last: int) -> tuple[str, ...]:
        over = dict.fromkeys(self.cells[row, column] for row in range(first, last + 1))
        return tuple(text for cell in over if (text := self.texts.get(cell)))

    def _said(self, row: int, start: int, end: int) -> str:
        there = dict.fromkeys(self.cells[row, column] for column in range(start, end))
        return tidy(" ".join(self.texts.get(cell, "") for cell in there))


class Head(NamedTuple):
    """The edges of a head's columns, the names over each from the top, and the first row below it."""

    edges: tuple[float, ...]
    parts: tuple[tuple[str, ...], ...]
    below: int

    @property
    def names(self) -> Row:
        return tuple(" ".join(parts) for parts in self.parts)


class HeadPlace(NamedTuple):
    """The names of a table's head, and the place that its cells take: what stands there is of no row."""

    names: Row
    box: Box

    def holds(self, text: Box) -> bool:
        """Whether the middle of a text stands in the head."""
        x, y = (text.left + text.right) / 2, (text.bottom + text.top) / 2
        return self.box.left <= x <= self.box.right and self.box.bottom <= y <= self.box.top

    def says(self, names: Sequence[str]) -> bool:
        """Whether all the names are in it."""
        text = fold(" ".join(self.names))
        return all(fold(name) in text for name in names)
