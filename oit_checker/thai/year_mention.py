"""A year that a text names, and what it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

YearForm = Literal["fiscal", "year", "span", "month", "quarter", "date", "short", "christian", "law", "since"]

DATES_NOTHING: frozenset[YearForm] = frozenset({"law", "since"})
"""Forms that say nothing of the text's own year."""


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year that a text names.

    be is the fiscal year meant, in the Buddhist era (ต.ค. 2568 is 2569);
    last_be the last one of a span (2566-2570), else None. form tells what it was
    read from; "law" is the year of a law or standard that the text cites, "since" the one from
    which something goes on to this day (2565 – ปัจจุบัน): both say nothing of the
    text's own year. "short" (ปี 68) and "christian" (2026) are the weaker readings.
    quote is text[start:end] with single spaces.
    """

    be: int
    last_be: int | None
    form: YearForm
    quote: str
    start: int
    end: int
