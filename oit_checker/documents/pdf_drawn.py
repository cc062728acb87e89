"""What is drawn on a page of a PDF, as far as it tells the columns of a table: lines, and marks in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pypdfium2.raw as pdfium

from oit_checker.documents.pdf_places import NARROW, NEAR, THIN, Box, Placed

_FEWEST_LINES = 3  # that run down, of a table
Band = tuple[float, float]
"""Left and right edge of a column."""


class Drawn:
    """The lines that run down a page, and all that is drawn on it and is neither line nor ground."""

    def __init__(self, placed: Placed) -> None:
        self._lines: list[Box] = []
        self._across: list[Box] = []
        self._marks: list[Box] = []
        self._has_pieces = any(kind == pdfium.FPDF_PAGEOBJ_FORM for kind, _ in placed.objects)
        for kind, box in placed.objects:
            wide, high = box.right - box.left, box.top - box.bottom
            if kind == pdfium.FPDF_PAGEOBJ_PATH and wide <= THIN and high > THIN:
                self._lines.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH and wide > THIN >= high:
                self._across.append(box)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH and high > THIN:
                self._lines += [box._replace(right=box.left), box._replace(left=box.right)]
                self._across.append(box._replace(top=box.bottom))
                self._marks.append(box)
            elif kind != pdfium.FPDF_PAGEOBJ_PATH:
                self._marks.append(box)

    @property
    def is_unruled(self) -> bool:
        """Whether no table can have lines here; what is drawn as a piece of its own is not looked into."""
        return len(self._lines) < _FEWEST_LINES and not self._has_pieces

    def bands(self, names: dict[str, Box]) -> dict[Band, str | None] | None:
        """Between which lines each name stands; None unless all stand between two, and in two columns at least."""
        bands: dict[Band, str | None] = {}
        for name, box in names.items():
            middle, height = (box.left + box.right) / 2, (box.bottom + box.top) / 2
            xs = [line.left for line in self._lines if line.bottom < height < line.top]
            left = max((x for x in xs if x <= middle), default=None)
            right = min((x for x in xs if x > middle), default=None)
            if left is None or right is None or left > box.left + NARROW / 2 or right < box.right - NARROW / 2:
                return None
            bands[left, right] = name if (left, right) not in bands else None
        return bands if len(bands) > 1 else None

    def bottom_of(self, bands: Iterable[Band], top: float) -> float:
        """Where the lines at the edges of the bands end, without a gap from `top` down."""
        edges = {edge for band in bands for edge in band}
        bottom = top
        for line in sorted(self._at(edges), key=lambda line: -line.top):
            if line.top >= bottom - 2 * THIN:
                bottom = min(bottom, line.bottom)
        return bottom

    def is_closed(self, names: dict[str, Box]) -> bool:
        """Whether the names stand in a table whose lines end in one that runs across."""
        bands = self.bands(names)
        top = min(box.bottom for box in names.values())
        return bands is not None and self.closes(bands, self.bottom_of(bands, top))

    def closes(self, bands: Iterable[Band], bottom: float) -> bool:
        """Whether lines run across at that height below all the bands: what stands below is no row of theirs."""
        there = [line for line in self._across if abs(line.bottom - bottom) <= 2 * THIN]
        return all(any(line.left <= (left + right) / 2 <= line.right for line in there) for left, right in bands)

    def top_of(self, edges: set[float]) -> float | None:
        """The top of the lines at all these places; None where one has none."""
        tops = [max((line.top for line in self._at({edge})), default=None) for edge in edges]
        known = [top for top in tops if top is not None]
        return min(known) if known and len(known) == len(tops) else None

    def within(self, bottom: float, top: float) -> list[Box]:
        """What is drawn between two heights and smaller than a cell."""
        there = (mark for mark in self._marks if mark.bottom >= bottom - NEAR and mark.top <= top + NEAR)
        return [mark for mark in there if self._is_mark(mark)]

    def _is_mark(self, box: Box) -> bool:
        """A ground of colour, or the box of a cell, reaches from line to line."""
        xs = [line.left for line in self._lines]
        return not all(sum(abs(x - side) <= THIN for x in xs) > 1 for side in (box.left, box.right))

    def _at(self, edges: set[float]) -> Iterator[Box]:
        return (line for line in self._lines if any(abs(line.left - edge) <= THIN for edge in edges))
