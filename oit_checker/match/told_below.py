"""Lines that tell something, alone under headings of their own: a <dt> names the matter, its <dd> says how."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_HOW = regex(fold("ตาม(?!ลำดับ)|โดย|เมื่อ|หาก|ทุก|ต้อง|ใช้"))
_LEAST = 2  # other such lines that tell something in words of their own


def told_below(page: Page, bare: Collection[int], telling: Collection[int]) -> frozenset[int]:
    """The places of lines of names that tell something all the same, and of their headings.

    bare are lines of an item's names and nothing else, telling those of more. Where most headings of a web page have
    one line each, and these tell something, so does a line among them whose names stand in a clause that says how.
    """
    if page.kind is not PageKind.HTML or not bare or len(telling) < _LEAST:
        return frozenset()
    passages = page.passages
    alone = [number for number in range(1, len(passages)) if _is_alone(number, passages, bare, telling)]
    others = sum(number in telling for number in alone)
    if others < _LEAST or 2 * others <= len(alone):
        return frozenset()
    told = [number for number in alone if number in bare and _HOW.search(fold(passages[number].text))]
    return frozenset(place for number in told for place in (number - 1, number))


def _is_alone(number: int, passages: Sequence[Passage], bare: Collection[int], telling: Collection[int]) -> bool:
    """Whether a line is all that stands under the heading above it."""
    if passages[number].is_heading or not passages[number - 1].is_heading:
        return False
    is_last = number + 1 == len(passages) or passages[number + 1].is_heading
    return is_last or not (number + 1 in bare or number + 1 in telling)
