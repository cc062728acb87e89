"""The quote of a component that stands in the head of a table: the head, and the first cell that is filled in below it.

A head alone says what ought to stand there. What the officer is shown as proof is what does. Labels with their values
beside them have no head: there the row itself is the proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.checks.pairs import are_pairs
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_MOST = 160
_MOST_CELL = 80
_NOTHING = regex(r"[\W_]*")
_AROUND = "…"
_SUM = regex(r"รวม|ยอดรวม|total\b", re.IGNORECASE)


def with_told_cell(seen: Observation, component: Component, matter: Matter) -> Observation:
    """The observation, quoting a filled cell where it quotes nothing but cells of a table's head."""
    if seen.status is not ComponentStatus.FOUND or not seen.snippet or "|" not in seen.snippet:
        return seen
    quoted = {squeeze(cell) for cell in seen.snippet.strip(_AROUND).split("|")}
    for table in matter.tables:
        if are_pairs((table.header, *table.rows)):
            continue
        heads = [squeeze(head) for head in table.header]
        if place_of_table(table) == seen.place and all(_is_head(cell, heads) for cell in quoted):
            told = list(_told(component, table, heads, matter))
            return replace(seen, snippet=" · ".join(told)[:_MOST]) if told else seen
    return seen


def _is_head(cell: str, heads: list[str]) -> bool:
    """Whether a quoted cell is one of the head; the first and the last one may be cut."""
    return not cell or any(cell in head for head in heads)


def _told(component: Component, table: Table, heads: list[str], matter: Matter) -> Iterator[str]:
    """Head and first filled cell of each column whose head holds what the component asks for."""
    words = [*component.keywords, *(word for words in component.with_.get("columns", ()) for word in words)]
    asked = matter.folded_words(words)
    for at, head in enumerate(heads):
        if head and any(word in matter.fold(head) for word in asked):
            cells = (squeeze(row[at]) for row in _rows(component, table) if at < len(row))
            cell = next((cell for cell in cells if not _NOTHING.fullmatch(cell) and cell != head), None)
            if cell is not None:
                yield f"{head}: {cell[:_MOST_CELL]}"


def _rows(component: Component, table: Table) -> list[tuple[str, ...]]:
    """The rows in reading order; of counts the sum comes first."""
    rows = list(own_rows(table))
    if component.check == "counts":
        rows.sort(key=lambda row: not any(_SUM.match(cell.strip()) for cell in row[:2]))
    return rows
