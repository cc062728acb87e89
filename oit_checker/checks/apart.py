"""A matter without some of its tables, and the table that explains a scale: it rates nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from oit_checker.checks.matter import Matter
from oit_checker.model.page import Table
from oit_checker.patterns import regex

_NUMBERING = ("ลำดับ", "ลำดับที่", "ที่", "ข้อ", "no.", "no")
# A head in which these come first is a rating's own, whatever it goes on to name: ระดับความเสี่ยงการทุจริต, โอกาสเกิดเหตุการณ์.
_RATINGS = ("ระดับ", "คะแนน", "ค่าความ", "ค่าของ", "โอกาส", "ผลกระทบ", "ความรุนแรง", "ความถี่")
_RISK = "ความเสี่ยง"
_OFTEN = "ความถี่"  # explains how likely a level is, and beside things it rates them
_PARTS = regex("/|,|และ|หรือ")
_OF_LEVELS = regex(r"ระดับ|ความ|เสี่ยง|คะแนน|น้อย|ต่ำ|ปาน|กลาง|สูง|มาก|ที่สุด|เล็ก|รุนแรง|high|medium|low|very|[^ก-๎a-z]+", re.I)


def without_tables(matter: Matter, leave_out: Callable[[Table], bool]) -> Matter | None:
    """The matter without the tables that are to be left out; None where there are none of them."""
    tables = tuple(table for table in matter.page.tables if not leave_out(table))
    return matter.of(replace(matter.page, tables=tables)) if len(tables) < len(matter.page.tables) else None


def explains_a_scale(table: Table, matter: Matter, scale: Sequence[str], things: Sequence[str] = ()) -> bool:
    """Whether a table tells what the levels of a scale mean.

    One of its heads begins with a word of the scale (เกณฑ์, ความหมาย), or holds one and its rows are the levels; and no
    column names what is rated, unless the rows are the levels: ระดับ | ความหมาย | มาตรการ.
    """
    words = matter.folded_words(scale)
    heads = [matter.fold(cell) for cell in table.header]
    if not any(word in head for head in heads for word in (*words, matter.fold(_OFTEN))):
        return False
    begins = any(head.startswith(words) for head in heads)
    if _leads_with_levels(table, heads, matter):
        return begins or not _rates(table, heads, matter, things)
    return begins and not _rates(table, heads, matter, things)


def _rates(table: Table, heads: Sequence[str], matter: Matter, things: Sequence[str]) -> bool:
    """Whether a column names what is rated; one of risks (ความเสี่ยง) may name the levels of risk instead."""
    named = [
        min((at for word in matter.folded_words(things) if (at := head.find(word)) >= 0), default=-1) for head in heads
    ]
    ratings = matter.folded_words(_RATINGS)
    if any(at >= 0 and not any(word in head[:at] for word in ratings) for head, at in zip(heads, named, strict=True)):
        return True
    risk = matter.fold(_RISK)
    of_risks = [at for at, head in enumerate(heads) if any(part.startswith(risk) for part in _PARTS.split(head))]
    return any(not _are_levels(row[at] for row in table.rows if at < len(row)) for at in of_risks)


def _leads_with_levels(table: Table, heads: Sequence[str], matter: Matter) -> bool:
    numbering = matter.folded_words(_NUMBERING)
    first = next((at for at, head in enumerate(heads) if head not in numbering), None)
    return first is not None and _are_levels(row[first] for row in table.rows if first < len(row))


def _are_levels(cells: Iterable[str]) -> bool:
    return not any(_OF_LEVELS.sub("", cell) for cell in cells)
