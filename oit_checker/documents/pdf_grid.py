"""Tables of a PDF whose cells stand between drawn lines: every cell is read where it stands, whatever its head says.

Lines across and lines down make a grid; where one is not drawn, cells are one. A grid that cannot be told (lines that
make no cells, too many of them, a page that is shown turned) is no table. What is drawn in a cell without a word (a
tick, an arrow, a picture) fills it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.pdf_places import NEAR, THIN, Box, Placed
from oit_checker.documents.text_layer import mended

DRAWN = "✓"
"""Stands for what is drawn in a cell."""
MOST_CELLS = 2000
"""Of one page; a form or a map of more boxes is no table that people read."""
_FEWEST_LINES = 3
_SHORTEST = 6.0  # points of a line between cells
_LEAST_ACROSS = 0.35  # of the table's width that a line between rows takes; an arrow in a timetable takes less
_GAP = 2 * THIN

_Span = tuple[float, float]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
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
    cells: dict[tuple[int, int], _Cell]
    texts: dict[_Cell, str]

    @property
    def columns(self) -> range:
        return range(len(self.xs) - 1)

    @property
    def rows(self) -> range:
        return range(len(self.ys) - 1)

    def head(self) -> Head | None:
        """The first row that names two things, with the rows that its names go on in; None where nothing stands below."""
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

    def _written(self, row: int) -> set[_Cell]:
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


def grids_of(placed: Placed) -> list[Grid]:
    """The ruled tables of a page, from the top down."""
    down, across, marks = _lines(placed.objects)
    if len(down) < _FEWEST_LINES:
        return []
    grids: list[Grid] = []
    left = MOST_CELLS
    for top, bottom in _blocks(down):
        ruled = _Ruled.of(
            [line for line in down if line.bottom < top - NEAR and line.top > bottom + NEAR],
            [line for line in across if bottom - _GAP <= line.bottom <= top + _GAP],
            marks,
            placed.texts,
        )
        if ruled is None or ruled.count > left:
            continue
        left -= ruled.count
        grid = ruled.read(placed)
        grids += [grid] if grid is not None else []
    return grids


def _lines(objects: Iterable[tuple[int, Box]]) -> tuple[list[Box], list[Box], list[Box]]:
    """Lines that run down, lines that run across, and what else is drawn; a box is its four sides."""
    down: list[Box] = []
    across: list[Box] = []
    marks: list[Box] = []
    for kind, box in objects:
        wide, high = box.right - box.left, box.top - box.bottom
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            marks.append(box)
        elif wide <= THIN and high > THIN:
            down.append(box)
        elif high <= THIN and wide > THIN:
            across.append(box)
        elif high > THIN:
            marks.append(box)
            if high >= _SHORTEST and wide >= _SHORTEST:
                down += [box._replace(right=box.left), box._replace(left=box.right)]
                across += [box._replace(top=box.bottom), box._replace(bottom=box.top)]
    return down, across, marks


def _blocks(down: Iterable[Box]) -> Iterator[_Span]:
    """Top and bottom of each stretch of the page in which lines run down without a gap."""
    top = bottom = None
    for line in sorted(down, key=lambda line: -line.top):
        if top is None or bottom is None or line.top < bottom - _GAP:
            if top is not None and bottom is not None:
                yield top, bottom
            top, bottom = line.top, line.bottom
        bottom = min(bottom, line.bottom)
    if top is not None and bottom is not None:
        yield top, bottom


@dataclass(slots=True)
class _Ruled:
    """The lines of one table: places of lines down from the left, of lines across from the top, and what each covers."""

    xs: list[float]
    ys: list[float]
    down: list[list[_Span]]
    across: list[list[_Span]]
    marks: list[Box]

    @classmethod
    def of(cls, down: Sequence[Box], across: Sequence[Box], marks: Sequence[Box], texts: Sequence[Box]) -> _Ruled | None:
        """None unless the lines make two columns and two rows; rows without lines between them are lines of text."""
        columns = _gathered(((line.left + line.right) / 2, (line.bottom, line.top)) for line in down)
        columns = [(x, spans) for x, spans in columns if _covered(spans) >= _SHORTEST]
        if len(columns) < 3:  # two columns
            return None
        left, right = columns[0][0], columns[-1][0]
        within = [line for line in across if line.left < right and line.right > left]
        rows = _gathered(((line.bottom + line.top) / 2, (line.left, line.right)) for line in within)
        wide = [(y, spans) for y, spans in rows if _covered(spans) >= _LEAST_ACROSS * (right - left)]
        slim = [Box(spans[0][0], y, spans[0][1], y) for y, spans in rows if (y, spans) not in wide]
        if len(wide) < 3:
            top, bottom = max(line.top for line in down), min(line.bottom for line in down)
            wide = [(y, [(left, right)]) for y in _between(texts, Box(left, bottom, right, top))]
        if len(wide) < 3:
            return None
        xs, covers_down = zip(*columns, strict=True)
        ys, covers_across = zip(*reversed(wide), strict=True)
        return cls(list(xs), list(ys), list(covers_down), list(covers_across), [*marks, *slim])

    @property
    def count(self) -> int:
        return (len(self.xs) - 1) * (len(self.ys) - 1)

    def read(self, placed: Placed) -> Grid | None:
        cells = self._cells()
        texts = self._texts(cells, placed)
        return Grid(self.xs, self.ys, cells, texts) if len(texts) > 1 else None

    def _cells(self) -> dict[tuple[int, int], _Cell]:
        """The cell of each field of the grid; fields between which no line is drawn are one."""
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        cells: dict[tuple[int, int], _Cell] = {}
        for row in range(rows):
            height = (self.ys[row] + self.ys[row + 1]) / 2
            for column in range(columns):
                if (row, column) in cells:
                    continue
                right = column
                while right + 1 < columns and not _covers(self.down[right + 1], height):
                    right += 1
                middle = (self.xs[column] + self.xs[column + 1]) / 2
                bottom = row
                while bottom + 1 < rows and not _covers(self.across[bottom + 1], middle):
                    bottom += 1
                cell = _Cell(row, column, bottom, right)
                for at in ((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)):
                    cells.setdefault(at, cell)
        return cells

    def _texts(self, cells: dict[tuple[int, int], _Cell], placed: Placed) -> dict[_Cell, str]:
        written = {cells[at] for box in placed.texts for at in self._fields(box) if at in cells}
        texts = {cell: self._text(cell, placed) for cell in written}
        for mark in self.marks:
            at = self._field((mark.left + mark.right) / 2, (mark.bottom + mark.top) / 2)
            cell = cells.get(at) if at is not None else None
            if cell is not None and not texts.get(cell) and self._is_smaller(mark, cell):
                texts[cell] = DRAWN
        return texts

    def _fields(self, box: Box) -> Iterator[tuple[int, int]]:
        """The fields that a run of text meets, at the height of its middle."""
        height = (box.bottom + box.top) / 2
        first, last = self._field(box.left + NEAR, height), self._field(box.right - NEAR, height)
        if first is not None and last is not None:
            yield from ((first[0], column) for column in range(first[1], max(first[1], last[1]) + 1))
        elif (one := first or last or self._field((box.left + box.right) / 2, height)) is not None:
            yield one

    def _field(self, x: float, y: float) -> tuple[int, int] | None:
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda height: -height) - 1
        return (row, column) if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1 else None

    def _box(self, cell: _Cell) -> Box:
        return Box(self.xs[cell.left], self.ys[cell.bottom + 1], self.xs[cell.right + 1], self.ys[cell.top])

    def _text(self, cell: _Cell, placed: Placed) -> str:
        left, bottom, right, top = self._box(cell)
        text = placed.text_in(left + NEAR, bottom + NEAR, right - NEAR, top - NEAR)
        return _undoubled(tidy(mended(text).replace("\r\n", " ").replace("\n", " ")))

    def _is_smaller(self, mark: Box, cell: _Cell) -> bool:
        """Whether a thing is drawn in a cell; the ground of a cell, or a box of several, is as large."""
        box = self._box(cell)
        return mark.right - mark.left < box.right - box.left - _GAP and mark.top - mark.bottom < box.top - box.bottom + NEAR


def _between(texts: Iterable[Box], table: Box) -> list[float]:
    """Heights between the lines of text in a table, from the bottom, with its own bottom and top."""
    middles = sorted(
        (text.bottom + text.top) / 2 for text in texts if text.meets(table.left, table.right) and _is_in(text, table)
    )
    breaks = [(low + high) / 2 for low, high in pairwise(middles) if high - low > _GAP]
    return [table.bottom, *breaks, table.top] if breaks else []


def _is_in(text: Box, table: Box) -> bool:
    return table.bottom < (text.bottom + text.top) / 2 < table.top


def _gathered(lines: Iterable[tuple[float, _Span]]) -> list[tuple[float, list[_Span]]]:
    """Lines at the same place as one, with all the stretches that they cover."""
    gathered: list[tuple[float, list[_Span]]] = []
    for place, span in sorted(lines):
        if gathered and place - gathered[-1][0] <= THIN:
            gathered[-1][1].append(span)
        else:
            gathered.append((place, [span]))
    return gathered


def _covered(spans: Iterable[_Span]) -> float:
    """How long the stretches are together, each point counted once."""
    total, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _covers(spans: Iterable[_Span], place: float) -> bool:
    return any(start - NEAR <= place <= end + NEAR for start, end in spans)


def _undoubled(text: str) -> str:
    """Bold letters that were made by writing them twice."""
    half = len(text) // 2
    return text[:half] if half > 2 and text[:half] == text[half:] else text
