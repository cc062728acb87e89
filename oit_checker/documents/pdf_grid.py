"""Tables of a PDF whose cells stand between drawn lines: every cell is read where it stands, whatever its head says.

Lines across and lines down make a grid; where one is not drawn, cells are one. A grid that cannot be told (lines that
make no cells, too many of them, a page that is shown turned) is no table. What is drawn in a cell without a word (a
tick, an arrow, a picture) fills it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2.raw as pdfium

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.pdf_cells import Cell, Grid
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
    """The lines of a table: places of lines down from the left, of lines across from the top, and what each covers."""

    xs: list[float]
    ys: list[float]
    down: list[list[_Span]]
    across: list[list[_Span]]
    marks: list[Box]

    @classmethod
    def of(
        cls, down: Sequence[Box], across: Sequence[Box], marks: Sequence[Box], texts: Sequence[Box]
    ) -> _Ruled | None:
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

    def _cells(self) -> dict[tuple[int, int], Cell]:
        """The cell of each field of the grid; fields between which no line is drawn are one."""
        columns, rows = len(self.xs) - 1, len(self.ys) - 1
        cells: dict[tuple[int, int], Cell] = {}
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
                cell = Cell(row, column, bottom, right)
                for at in ((r, c) for r in range(row, bottom + 1) for c in range(column, right + 1)):
                    cells.setdefault(at, cell)
        return cells

    def _texts(self, cells: dict[tuple[int, int], Cell], placed: Placed) -> dict[Cell, str]:
        words: dict[Cell, list[str]] = {}
        for number, (word, box) in enumerate(placed.words):
            ends = self._cell_at(cells, box.left, box), self._cell_at(cells, box.right, box)
            if ends[0] is ends[1]:
                if ends[0] is not None:
                    words.setdefault(ends[0], []).append(word)
                continue
            letters = (
                (letter, self._cell_at(cells, (at.left + at.right) / 2, at)) for letter, at in placed.letters_of(number)
            )
            for cell, part in groupby(letters, key=lambda one: one[1]):
                if cell is not None:
                    words.setdefault(cell, []).append("".join(letter for letter, _ in part))
        texts = {cell: _undoubled(tidy(mended(" ".join(own)))) for cell, own in words.items()}
        for mark in self.marks:
            cell = self._cell_at(cells, (mark.left + mark.right) / 2, mark)
            if cell is not None and not texts.get(cell) and self._is_smaller(mark, cell):
                texts[cell] = DRAWN
        return texts

    def _cell_at(self, cells: dict[tuple[int, int], Cell], x: float, box: Box) -> Cell | None:
        """The cell at a place, at the height of the middle of a box."""
        at = self._field(x, (box.bottom + box.top) / 2)
        return cells.get(at) if at is not None else None

    def _field(self, x: float, y: float) -> tuple[int, int] | None:
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda height: -height) - 1
        return (row, column) if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1 else None

    def _box(self, cell: Cell) -> Box:
        return Box(self.xs[cell.left], self.ys[cell.bottom + 1], self.xs[cell.right + 1], self.ys[cell.top])

    def _is_smaller(self, mark: Box, cell: Cell) -> bool:
        """Whether a thing is drawn in a cell; the ground of a cell, or a box of several, is as large."""
        box = self._box(cell)
        return (
            mark.right - mark.left < box.right - box.left - _GAP
            and mark.top - mark.bottom < box.top - box.bottom + NEAR
        )


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
