"""How large the letters of a PDF's lines are, as the reader sees them."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from statistics import median_low
from typing import Any

import pypdfium2.raw as pdfium

_ASKED = 24  # letters of a line; more of them do not change which size most have
_LINE_END = "\r\n"


def line_sizes(text_page: Any, lines: Sequence[str]) -> list[float]:
    """The size of most letters of each of the first lines of a page's raw text, in points; 0.0 for one without letters.

    A writer may set a font of size 1 and scale it, so that only the size and the scale together are what is seen.
    """
    sizes: list[float] = []
    first = 0
    for line in lines:
        letters = [first + place for place, sign in enumerate(line) if sign.isalnum()]
        step = -(-len(letters) // _ASKED) or 1
        sizes.append(_size_of_most(text_page, letters[::step]))
        first += len(line) + len(_LINE_END)
    return sizes


def _size_of_most(text_page: Any, places: Sequence[int]) -> float:
    """The median size; not asked further where more than half of the letters have one and the same."""
    found: list[float] = []
    for place in places:
        if size := size_at(text_page, place):
            found.append(size)
            if 2 * len(found) > len(places) and 2 * found.count(size) > len(places):
                return size
    return median_low(found) if found else 0.0


def size_at(text_page: Any, place: int) -> float:
    """The size of one letter as it is shown, in points."""
    size = float(pdfium.FPDFText_GetFontSize(text_page.raw, place))
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text_page.raw, place, matrix):
        size *= hypot(matrix.c, matrix.d)
    return round(size, 1)
