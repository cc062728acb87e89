"""Against doubled letters: pdfium gives the /ActualText of a span once for each piece the span is drawn in."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_DOUBLED = re.compile(r"([ก-ฮ][ัิ-ฺ็-๎]+)[ก-ฮะาเ-ไ]?\s?\1")
_SUSPICIOUS = 3


def looks_doubled(text: str) -> bool:
    """Whether Thai clusters come twice in a row, as in "ส่งส่ เสริมริ"; a few do so in good text."""
    return sum(1 for _ in _DOUBLED.finditer(text)) >= _SUSPICIOUS


def text_without_doubles(page: Any, text_page: Any) -> str:
    """The page's text, with what pdfium repeats left out."""
    repeated = _span_followers(page.raw)
    if not repeated:
        return str(text_page.get_text_range())
    kept: list[str] = []
    dropped_before = False
    for place in range(pdfium.FPDFText_CountChars(text_page.raw)):
        owner = pdfium.FPDFText_GetTextObject(text_page.raw, place)
        is_generated = pdfium.FPDFText_IsGenerated(text_page.raw, place) == 1
        if (owner and _address(owner) in repeated) or (is_generated and dropped_before):
            dropped_before = True
            continue
        dropped_before = False
        kept.append(chr(pdfium.FPDFText_GetUnicode(text_page.raw, place)))
    return "".join(kept)


def _span_followers(page: Any) -> set[int]:
    """The text objects that continue a span whose ActualText its first object already gave."""
    followers: set[int] = set()
    last: int | None = None

    def walk(get: Callable[[int], Any], count: int) -> None:
        nonlocal last
        for number in range(count):
            piece = get(number)
            kind = pdfium.FPDFPageObj_GetType(piece)
            if kind == pdfium.FPDF_PAGEOBJ_FORM:
                walk(_members(piece), pdfium.FPDFFormObj_CountObjects(piece))
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                span = _actual_text_span(piece)
                if span is not None and span == last:
                    followers.add(_address(piece))
                last = span

    walk(lambda number: pdfium.FPDFPage_GetObject(page, number), pdfium.FPDFPage_CountObjects(page))
    return followers


def _members(form: Any) -> Callable[[int], Any]:
    return lambda number: pdfium.FPDFFormObj_GetObject(form, number)


def _actual_text_span(piece: Any) -> int | None:
    for number in range(pdfium.FPDFPageObj_CountMarks(piece) - 1, -1, -1):
        mark = pdfium.FPDFPageObj_GetMark(piece, number)
        if pdfium.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") == pdfium.FPDF_OBJECT_STRING:
            return _address(mark)
    return None


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
