"""Columns that nobody has filled in, asked for one component: the note that names one, and what a second look may show.

What the layout of a page tells as blank stays blank: OCR of the same page reads the head once more, and nothing below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import EMPTY_COLUMN
from oit_checker.thai.text import fold

_MARKS = dict.fromkeys((0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)))  # vowels and tones above and below


def with_empty_column(seen: Observation, component: Component, matter: Matter) -> Observation:
    """Say of what is not there that its column is, and that nobody has filled it in."""
    if seen.status is not ComponentStatus.NOT_FOUND or seen.note is not None:
        return seen
    head = next(iter(blank_heads(component, matter)), None)
    if head is None:
        return seen
    return replace(seen, note=f"มีคอลัมน์ “{head}” {EMPTY_COLUMN} หากไม่มีให้ระบุว่า “ไม่มี” หรือ 0")


def as_doubt(seen: Observation, component: Component, matter: Matter) -> Observation | None:
    """The same as a doubt that quotes the head, for a page whose font may hide the thing elsewhere."""
    head = next(iter(blank_heads(component, matter)), None)
    if head is None or EMPTY_COLUMN not in (seen.note or ""):
        return None
    return replace(seen, status=ComponentStatus.UNREADABLE, snippet=head, note=f"{seen.note} โปรดเปิดดู")


def blank_heads(component: Component, matter: Matter) -> list[str]:
    """The heads of columns that nobody has filled in and that hold a word of the component.

    Where a font lies about marks, words are compared without any.
    """
    spelled = _unmarked if matter.page.damaged else fold
    words = [spelled(word) for word in component.keywords] if matter.empty_headings else []
    return [head for head in matter.empty_headings if any(word in spelled(head) for word in words)]


def without_words_of(heads: Sequence[str], component: Component) -> Component:
    """The component without the words that stand in some heads, whatever their marks."""
    folded = [_unmarked(head) for head in heads]

    def kept(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(word for word in words if not any(_unmarked(word) in head for head in folded))

    def params(given: dict[str, Any]) -> dict[str, Any]:
        return {**given, "labels": list(kept(given["labels"]))} if "labels" in given else given

    ways = tuple(
        way.model_copy(update={"keywords": kept(way.keywords), "with_": params(way.with_)}) for way in component.or_
    )
    own = {"keywords": kept(component.keywords), "with_": params(component.with_), "or_": ways}
    return component.model_copy(update=own)


def _unmarked(text: str) -> str:
    return fold(text).translate(_MARKS)
