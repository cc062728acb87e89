"""Blanks after ำ that are in a PDF's text layer and not on its page: "ดำ เนินการ" for ดำเนินการ.

The sign is drawn in two strokes. Some writers give its letter with the first of them and a blank with the other; where
the letter seems to end long before the next one begins, pdfium supposes a blank by itself. In both cases the blank
stands left of the ำ that it follows, and the strokes reach up to the next letter.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from oit_checker.documents.letter_sizes import size_at
from oit_checker.documents.pdf_guard import Spans, end_of_span
from oit_checker.patterns import regex

NO_BLANK = "\u200b"
"""Stands for such a blank, so that every letter keeps its number."""
_LEAST_BLANK = 0.2  # of the letter size; letters beside one another stand closer
_SEEMS_BLANK = regex(r"ำ (?=[^\s])")


def without_false_blanks(raw: str, text_page: Any, spans: Spans) -> str:
    """The raw text of a page, in the same length, with NO_BLANK for blanks after ำ that nobody sees."""
    found = [seen.start() for seen in _SEEMS_BLANK.finditer(raw)]
    false = {place + 1 for place in found if _is_false(text_page, place, spans)}
    return "".join(NO_BLANK if place in false else sign for place, sign in enumerate(raw)) if false else raw


def _is_false(text_page: Any, place: int, spans: Spans) -> bool:
    sign, blank, after = (_sides(text_page, place + step) for step in range(3))
    if sign is None or blank is None or after is None or blank[0] >= sign[0] or after[0] < sign[0]:
        return False
    end = max(sign[1], end_of_span(text_page, place, spans))
    return after[0] - end < _LEAST_BLANK * size_at(text_page, place)


def _sides(text_page: Any, place: int) -> tuple[float, float] | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    is_known = pdfium.FPDFText_GetCharBox(text_page.raw, place, left, right, bottom, top)
    return (left.value, right.value) if is_known else None
