"""Where things stand on a page of a PDF: runs of text, and what is drawn; each asked for once, when it is needed."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

THIN = 2.5  # points: a line, drawn as such or as a slim box
NEAR = 1.5  # points by which places are the same
NARROW = 12.0  # points: text no wider may be the blank of an empty cell
MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI = re.compile("[\u0e01-\u0e2e]")
_LONG_WITHOUT_MARKS = 4  # Thai consonants in a row; most words of so many have a mark
_MOST_OBJECTS = 5000
_FEWEST_OF_MANY = 6  # segments of a path that may be many lines in one: a box has five
_MOST_SEGMENTS = 5000


class Box(NamedTuple):
    """A place on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, left: float, right: float) -> bool:
        return self.left < right - NEAR and self.right > left + NEAR


class Placed:
    """A page and its text layer, asked where things stand."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._page = page
        self.text_page = text_page

    @cached_property
    def objects(self) -> tuple[tuple[int, Box], ...]:
        """The kind and place of all that is drawn and is no text; paths of many lines as their lines, one by one."""
        return tuple(self._objects())

    @cached_property
    def texts(self) -> tuple[Box, ...]:
        """The places of all runs of text, those of mere blanks left out."""
        return tuple(self._texts())

    def text_in(self, left: float, bottom: float, right: float, top: float) -> str:
        """The text in a part of the page; marks that take no room are not in any, and are looked up in the whole text."""
        text = str(self.text_page.get_text_bounded(left, bottom, right, top))
        if MARKS.search(text) or len(_THAI.findall(text)) < _LONG_WITHOUT_MARKS:
            return text
        bare, places = self._bare
        letters = "".join(text.split())
        at = bare.find(letters)
        return self._whole[places[at] : _end_of_marks(self._whole, places[at + len(letters) - 1] + 1)] if at >= 0 else text

    @cached_property
    def _whole(self) -> str:
        return str(self.text_page.get_text_range())

    @cached_property
    def _bare(self) -> tuple[str, list[int]]:
        """The text of the page without marks and spaces, and where each letter of it stands in the whole."""
        kept = [place for place, char in enumerate(self._whole) if not char.isspace() and not MARKS.match(char)]
        return "".join(self._whole[place] for place in kept), kept

    def _objects(self) -> Iterator[tuple[int, Box]]:
        sides = [ctypes.c_float() for _ in range(4)]
        left = _MOST_SEGMENTS
        for number in range(min(pdfium.FPDFPage_CountObjects(self._page.raw), _MOST_OBJECTS)):
            piece = pdfium.FPDFPage_GetObject(self._page.raw, number)
            kind = pdfium.FPDFPageObj_GetType(piece)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or not pdfium.FPDFPageObj_GetBounds(piece, *sides):
                continue
            box = Box(*(side.value for side in sides))
            is_path = kind == pdfium.FPDF_PAGEOBJ_PATH and min(box.right - box.left, box.top - box.bottom) > THIN
            count = pdfium.FPDFPath_CountSegments(piece) if is_path else 0
            if _FEWEST_OF_MANY <= count <= left and (lines := tuple(_straight(piece, count))):
                left -= count
                yield from ((kind, line) for line in lines)
            else:
                yield kind, box

    def _texts(self) -> Iterator[Box]:
        sides = [ctypes.c_double() for _ in range(4)]  # left, top, right, bottom
        for number in range(pdfium.FPDFText_CountRects(self.text_page.raw, 0, -1)):
            pdfium.FPDFText_GetRect(self.text_page.raw, number, *sides)
            left, top, right, bottom = (side.value for side in sides)
            if right - left > NARROW or str(self.text_page.get_text_bounded(left, bottom, right, top)).strip():
                yield Box(left, bottom, right, top)


def _end_of_marks(text: str, end: int) -> int:
    while end < len(text) and MARKS.match(text[end]):
        end += 1
    return end


def _straight(path: Any, count: int) -> Iterator[Box]:
    """The lines of a path that run down or across the page; none where any of it runs otherwise."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    lines: list[Box] = []
    for number in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        at = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = at
        else:
            lines.append(_line(before, at))
        if pdfium.FPDFPathSegment_GetClose(segment) and at != start:
            lines.append(_line(at, start))
        before = at
    if all(min(line.right - line.left, line.top - line.bottom) <= THIN for line in lines):
        yield from lines


def _line(one: tuple[float, float], other: tuple[float, float]) -> Box:
    return Box(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
