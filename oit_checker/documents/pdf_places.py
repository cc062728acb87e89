"""Where things stand on a page of a PDF: runs of text, and what is drawn; each asked for once, when it is needed."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from oit_checker.documents.pdf_guard import DOUBLE
from oit_checker.patterns import regex

THIN = 2.5  # points: a line, drawn as such or as a slim box
NEAR = 1.5  # points by which places are the same
NARROW = 12.0  # points: text no wider may be the blank of an empty cell
_WORD = regex(r"[^\s\x00-\x20\ufffe\uffff]+")
_WIDE = regex("[\U00010000-\U0010ffff]")  # two places of the layer in one
_SPACE = 0.5  # of the height of letters: more than a space is the gap between two cells
SHAPE = pdfium.FPDF_PAGEOBJ_SHADING
"""The kind of what is drawn and is neither line nor box."""
_MOST_OBJECTS = 3000
_OF_BOX = 5  # segments; a path of more is many lines in one
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
    """A page and its text layer, asked where things stand; raw is the text of the layer, with repeated signs marked."""

    def __init__(self, page: Any, text_page: Any, raw: str) -> None:
        self._page = page
        self._whole = raw
        self.text_page = text_page
        self._rect = pdfium.FS_RECTF()

    @cached_property
    def objects(self) -> tuple[tuple[int, Box], ...]:
        """The kind and place of all that is drawn and is no text; paths of many lines as their lines, one by one."""
        return tuple(self._objects())

    @cached_property
    def words(self) -> tuple[tuple[str, Box], ...]:
        """What stands between spaces and ends of lines, with its place, in the order of the text layer.

        Empty where the layer holds signs of which the place cannot be told. Places are those of the room that letters
        take, as a font that is not at hand gives their shapes no size.
        """
        return tuple((word[0].replace(DOUBLE, ""), box) for word, box in self._found)

    @cached_property
    def after_blank(self) -> tuple[bool, ...]:
        """Of each word whether a blank of the layer stands before it, and not the end of a line."""
        return tuple(word.start() > 0 and self._whole[word.start() - 1] == " " for word, _ in self._found)

    @cached_property
    def _found(self) -> tuple[tuple[re.Match[str], Box], ...]:
        if len(self._whole) != pdfium.FPDFText_CountChars(self.text_page.raw) or _WIDE.search(self._whole):
            return ()
        found = ((word, self.place_of(word.start(), word.end())) for word in _WORD.finditer(self._whole))
        return tuple((word, box) for word, box in found if box is not None)

    @cached_property
    def texts(self) -> tuple[Box, ...]:
        """The places of all runs of text: words of one line with no more than a space between them."""
        runs: list[Box] = []
        for _, box in self.words:
            last = runs[-1] if runs else None
            if last is not None and _goes_on(last, box):
                runs[-1] = Box(last.left, min(last.bottom, box.bottom), box.right, max(last.top, box.top))
            else:
                runs.append(box)
        return tuple(runs)

    def place_of(self, start: int, end: int) -> Box | None:
        """The place of letters start..end of the text, in one line; None where they take no room."""
        first = next((box for at in range(start, end) if (box := self._letter(at)) is not None), None)
        last = next((box for at in range(end - 1, start - 1, -1) if (box := self._letter(at)) is not None), None)
        if first is None or last is None:
            return None
        return Box(min(first.left, last.left), first.bottom, max(first.right, last.right), first.top)

    def letters_of(self, place: int) -> Iterator[tuple[str, Box]]:
        """The letters of a word, by its number, one by one; a mark that takes no room goes with the letter before."""
        word = next(islice(_WORD.finditer(self._whole), place, None))
        letters: list[tuple[str, Box]] = []
        for at in (at for at in range(word.start(), word.end()) if self._whole[at] != DOUBLE):
            box = self._letter(at)
            if box is not None:
                letters.append((self._whole[at], box))
            elif letters:
                letters[-1] = letters[-1][0] + self._whole[at], letters[-1][1]
        yield from letters

    def _letter(self, place: int) -> Box | None:
        box = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self.text_page.raw, place, box) or box.right <= box.left:
            return None
        return Box(box.left, box.bottom, box.right, box.top)

    def _objects(self) -> Iterator[tuple[int, Box]]:
        sides = [ctypes.c_float() for _ in range(4)]
        left = _MOST_SEGMENTS
        for number in range(min(pdfium.FPDFPage_CountObjects(self._page.raw), _MOST_OBJECTS)):
            piece = pdfium.FPDFPage_GetObject(self._page.raw, number)
            kind = pdfium.FPDFPageObj_GetType(piece)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or not pdfium.FPDFPageObj_GetBounds(piece, *sides):
                continue
            box = Box(*(side.value for side in sides))
            if kind != pdfium.FPDF_PAGEOBJ_PATH or min(box.right - box.left, box.top - box.bottom) <= THIN:
                yield kind, box
                continue
            count = pdfium.FPDFPath_CountSegments(piece)
            lines = tuple(_straight(piece, count)) if count <= left else ()
            left -= count
            if not lines:
                yield SHAPE, box
            elif count <= _OF_BOX:
                yield kind, box
            else:
                yield from ((kind, line) for line in lines)


def _goes_on(before: Box, after: Box) -> bool:
    """Whether a word stands in the line of the one before it, with no more than a space between."""
    high = before.top - before.bottom
    is_in_line = abs(before.bottom - after.bottom) < high / 2
    return is_in_line and -high < after.left - before.right <= _SPACE * high


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
