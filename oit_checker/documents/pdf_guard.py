"""Against doubled letters: pdfium gives the /ActualText of a span once for each piece the span is drawn in."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from oit_checker.patterns import regex

_DOUBLED = regex(r"([ก-ฮ][ัิ-ฺ็-๎]+)[ก-ฮะาเ-ไ]?\s?\1")
_SUSPICIOUS = 3


def looks_doubled(text: str) -> bool:
    """Whether Thai clusters come twice in a row, as in "ส่งส่ เสริมริ"; a few do so in good text."""
    return sum(1 for _ in _DOUBLED.finditer(text)) >= _SUSPICIOUS


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of a page that give their letters as /ActualText.

    followers are the addresses of the pieces that continue a span whose letters its first piece already gave; ends tell
    by the address of a span how far to the right its pieces reach, in points.
    """

    followers: frozenset[int] = frozenset()
    ends: Mapping[int, float] = field(default_factory=dict)


DOUBLE = "\u2060"
"""Stands, without width, for each sign that pdfium repeats, where places in the text must stay."""


def doubles_marked(raw: str, text_page: Any, spans: Spans) -> str:
    """The raw text of a page, as long as it was, with DOUBLE for what pdfium repeats."""
    if not spans.followers or len(raw) != pdfium.FPDFText_CountChars(text_page.raw):
        return raw
    kept: list[str] = []
    dropped_before = False
    for place, sign in enumerate(raw):
        owner = pdfium.FPDFText_GetTextObject(text_page.raw, place)
        is_generated = pdfium.FPDFText_IsGenerated(text_page.raw, place) == 1
        if (owner and address_of(owner) in spans.followers) or (is_generated and dropped_before):
            dropped_before = True
            kept.append(DOUBLE)
            continue
        dropped_before = False
        kept.append(sign)
    return "".join(kept)


def spans_of(page: Any) -> Spans:
    """Look through the pieces of a page."""
    followers: set[int] = set()
    ends: dict[int, float] = {}
    last: int | None = None
    sides = [ctypes.c_float() for _ in range(4)]  # left, bottom, right, top

    def walk(get: Callable[[int], Any], count: int, *, in_form: bool = False) -> None:
        nonlocal last
        for number in range(count):
            piece = get(number)
            kind = pdfium.FPDFPageObj_GetType(piece)
            if kind == pdfium.FPDF_PAGEOBJ_FORM:
                walk(_members(piece), pdfium.FPDFFormObj_CountObjects(piece), in_form=True)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                span = _actual_text_span(piece)
                if span is not None and span == last:
                    followers.add(address_of(piece))
                    # What stands in a form has places of its own.
                    if not in_form and pdfium.FPDFPageObj_GetBounds(piece, *sides):
                        ends[span] = max(ends.get(span, 0.0), sides[2].value)
                last = span

    walk(lambda number: pdfium.FPDFPage_GetObject(page.raw, number), pdfium.FPDFPage_CountObjects(page.raw))
    return Spans(frozenset(followers), ends)


def end_of_span(text_page: Any, place: int, spans: Spans) -> float:
    """How far to the right the span of a letter reaches; 0.0 where it has none, or one of a single piece."""
    owner = pdfium.FPDFText_GetTextObject(text_page.raw, place) if spans.ends else None
    span = _actual_text_span(owner) if owner else None
    return spans.ends.get(span, 0.0) if span is not None else 0.0


def _members(form: Any) -> Callable[[int], Any]:
    return lambda number: pdfium.FPDFFormObj_GetObject(form, number)


def _actual_text_span(piece: Any) -> int | None:
    for number in range(pdfium.FPDFPageObj_CountMarks(piece) - 1, -1, -1):
        mark = pdfium.FPDFPageObj_GetMark(piece, number)
        if pdfium.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") == pdfium.FPDF_OBJECT_STRING:
            return address_of(mark)
    return None


def address_of(handle: Any) -> int:
    """By what an object of pdfium is known again: each call wraps it anew."""
    return ctypes.addressof(handle.contents) if handle else 0
