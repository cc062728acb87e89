"""Letters in the text layer of a PDF that nobody sees on the page: white on white, under 2 points, drawn as invisible.

A few letters of each page are asked, which costs some tenths of a millisecond; only where one of them looks so are all
letters asked, and what lies behind them. White letters on a dark cell or a picture are seen, and so are the invisible
letters that OCR lays over a scan.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from oit_checker.documents.letter_sizes import size_at
from oit_checker.documents.pdf_guard import address_of
from oit_checker.documents.pdf_places import Box

_EVERY = 12  # letters, of which one is asked at first
_LEAST_SIZE = 2.0  # points
_WHITE = 250  # of 255
_FAINT = 13  # of 255; letters no more opaque than that are not seen
_MOST_OBJECTS = 3000
_OF_THE_PAGE = 0.6
_NO_ICON = 0.02  # of the page
_DRAWN_LETTERS, _LARGEST_LETTER = 30, 60.0
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_FILLED = frozenset((pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP))
_DEEPEST = 3
_BLANK, _BREAKS = " ", "\r\n"


class _Look(IntEnum):
    """How a letter is drawn."""

    PLAIN = 0
    WHITE = 1
    INVISIBLE = 2
    NOTHING = 3
    """Too small, or too faint, wherever it stands."""


class _Grounds(NamedTuple):
    """What is drawn on a page behind its letters: places of all that is not white, those of pictures, and outlines.

    has_outlines: so many small shapes that they may be its letters.
    """

    dark: tuple[Box, ...]
    pictures: tuple[Box, ...]
    is_scan: bool
    has_outlines: bool


def without_unseen(raw: str, page: Any, text_page: Any) -> str:
    """The raw text of a page, in the same length, with blanks for letters that nobody sees."""
    if len(raw) != pdfium.FPDFText_CountChars(text_page.raw):
        return raw
    letters = _Letters(text_page, _in_faint_forms(page))
    if not any(letters.look(place) for place in range(0, len(raw), _EVERY) if not raw[place].isspace()):
        return raw
    grounds = _grounds_of(page)
    if grounds is None:
        return raw
    unseen = {place for place in range(len(raw)) if letters.is_unseen(place, grounds)}
    return "".join(_BLANK if at in unseen and sign not in _BREAKS else sign for at, sign in enumerate(raw))


def words_between(raw: str, seen: str) -> str:
    """What `without_unseen` took out of a text."""
    if raw == seen:
        return ""
    return " ".join("".join(_BLANK if one == other else one for one, other in zip(raw, seen, strict=True)).split())


class _Letters:
    """The letters of a page; what is told of one holds for all that are drawn with it."""

    def __init__(self, text_page: Any, faint: Iterable[int] = ()) -> None:
        self._text_page = text_page
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._box = pdfium.FS_RECTF()
        self._looks = dict.fromkeys(faint, _Look.NOTHING)

    def look(self, place: int) -> _Look:
        owner = pdfium.FPDFText_GetTextObject(self._text_page.raw, place)
        if not owner:  # supposed by the reader, as the blank between two words
            return _Look.PLAIN
        name = address_of(owner)
        if name not in self._looks:
            self._looks[name] = self._look_of(owner, place)
        return self._looks[name]

    def is_unseen(self, place: int, grounds: _Grounds) -> bool:
        look = self.look(place)
        if look is _Look.PLAIN:
            return False
        if look is _Look.NOTHING:
            return True
        if look is _Look.INVISIBLE and (grounds.is_scan or grounds.has_outlines):
            return False
        behind = grounds.dark if look is _Look.WHITE else grounds.pictures
        return not self._lies_on(place, behind)

    def _look_of(self, owner: Any, place: int) -> _Look:
        mode = pdfium.FPDFTextObj_GetTextRenderMode(owner)
        if mode == _INVISIBLE:
            return _Look.INVISIBLE
        if pdfium.FPDFText_GetFontSize(self._text_page.raw, place) < _LEAST_SIZE and self._is_tiny(place):
            return _Look.NOTHING
        if mode not in _FILLED or not pdfium.FPDFText_GetFillColor(self._text_page.raw, place, *self._colour):
            return _Look.PLAIN
        *colour, opaque = (part.value for part in self._colour)
        if opaque <= _FAINT:
            return _Look.NOTHING
        return _Look.WHITE if min(colour) >= _WHITE else _Look.PLAIN

    def _is_tiny(self, place: int) -> bool:
        """Whether both the stated size and the room that the letter takes are tiny; some fonts state it otherwise."""
        if size_at(self._text_page, place) >= _LEAST_SIZE:
            return False
        box = self._box
        is_known = pdfium.FPDFText_GetLooseCharBox(self._text_page.raw, place, box)
        return bool(is_known) and abs(box.top - box.bottom) < 2 * _LEAST_SIZE

    def _lies_on(self, place: int, behind: tuple[Box, ...]) -> bool:
        box = self._box
        if not pdfium.FPDFText_GetLooseCharBox(self._text_page.raw, place, box):
            return True
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        near = abs(box.top - box.bottom)  # what runs over the edge of its box belongs to it
        across = (one for one in behind if one.bottom - near <= y <= one.top + near)
        return any(one.left - near <= x <= one.right + near for one in across)


def _in_faint_forms(page: Any) -> Iterator[int]:
    """The addresses of what stands in groups that are drawn next to transparent."""
    colour = [ctypes.c_uint() for _ in range(4)]
    for number in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        piece = pdfium.FPDFPage_GetObject(page.raw, number)
        is_form = pdfium.FPDFPageObj_GetType(piece) == pdfium.FPDF_PAGEOBJ_FORM
        if is_form and pdfium.FPDFPageObj_GetFillColor(piece, *colour) and colour[3].value <= _FAINT:
            for inner in range(min(pdfium.FPDFFormObj_CountObjects(piece), _MOST_OBJECTS)):
                yield address_of(pdfium.FPDFFormObj_GetObject(piece, inner))


def _grounds_of(page: Any) -> _Grounds | None:
    """What is drawn on a page; None where that is too much to be asked for."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return None
    dark: list[Box] = []
    pictures: list[Box] = []
    small = 0
    for number in range(count):
        piece = pdfium.FPDFPage_GetObject(page.raw, number)
        box = _box_of(piece)
        if box is None:
            continue
        kinds = set(_kinds_in(piece, _DEEPEST))
        if kinds - {pdfium.FPDF_PAGEOBJ_TEXT}:
            dark.append(box)
        if pdfium.FPDF_PAGEOBJ_IMAGE in kinds:
            pictures.append(box)
        small += kinds == {pdfium.FPDF_PAGEOBJ_PATH} and _is_like_a_letter(box)
    width, height = page.get_size()
    covered = sum(map(_area, pictures))
    large = tuple(box for box in pictures if _area(box) >= _NO_ICON * width * height)
    return _Grounds(tuple(dark), large, covered >= _OF_THE_PAGE * width * height, small >= _DRAWN_LETTERS)


def _kinds_in(piece: Any, depth: int) -> Iterator[int]:
    """The kinds of what is drawn and gives a ground to letters: pictures, shadings, areas that are not white."""
    kind = pdfium.FPDFPageObj_GetType(piece)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth:
            for number in range(min(pdfium.FPDFFormObj_CountObjects(piece), _MOST_OBJECTS)):
                yield from _kinds_in(pdfium.FPDFFormObj_GetObject(piece, number), depth - 1)
    elif kind != pdfium.FPDF_PAGEOBJ_PATH or _is_dark_area(piece):
        yield kind


def _is_dark_area(path: Any) -> bool:
    mode, is_stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, mode, is_stroked) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return False
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(path, *colour):
        return True  # a pattern
    *parts, opaque = (part.value for part in colour)
    return opaque > _FAINT and min(parts) < _WHITE


def _box_of(piece: Any) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    return Box(*(side.value for side in sides)) if pdfium.FPDFPageObj_GetBounds(piece, *sides) else None


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)


def _is_like_a_letter(box: Box) -> bool:
    return all(1.0 < side <= _LARGEST_LETTER for side in (box.right - box.left, box.top - box.bottom))
