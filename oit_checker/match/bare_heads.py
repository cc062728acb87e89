"""Tables that only name things, and headings over tables: one over rows tells what they do, one over a head nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from oit_checker.match.item_names import ENOUGH, ItemNames
from oit_checker.model.page import Page, Table
from oit_checker.thai.text import fold

_LONGEST = 24  # folded letters of the name of a column


def _is_bare_head(table: Table) -> bool:
    """Whether a table is nothing but a head: several short names of columns, and no figure."""
    cells = [cell for cell in table.header if cell.strip()]
    is_short = all(len(fold(cell)) <= _LONGEST and not any(map(str.isdigit, cell)) for cell in cells)
    return not table.rows and len(cells) > 1 and is_short


def headed(page: Page) -> tuple[frozenset[int], frozenset[int]]:
    """The places of the headings over a table with rows, and of those over nothing but the head of one."""
    rows = {table.heading for table in page.tables if table.rows and table.heading}
    heads = {table.heading for table in page.tables if _is_bare_head(table)} - rows
    if not (rows or heads):
        return frozenset(), frozenset()
    following = chain((passage.is_heading for passage in page.passages[1:]), (True,))
    headings = [
        (number, passage.text, is_last)
        for number, (passage, is_last) in enumerate(zip(page.passages, following, strict=True))
        if passage.is_heading
    ]
    told = frozenset(number for number, text, _ in headings if text in rows)
    return told, frozenset(number for number, text, is_last in headings if is_last and text in heads)


def without_bare_rows(table: Table, names: ItemNames) -> Table | None:
    """A table without rows that only name things, where most of its rows do; None where no other is left.

    So is a head of several names with nothing below it.
    """
    if _is_bare_head(table) and any((named := names.named(cell)) and named.is_bare for cell in table.header):
        return None
    bare = [row for row in table.rows if _is_bare_row(row, names)]
    if len(bare) < ENOUGH or 2 * len(bare) <= len(table.rows):
        return table
    rows = tuple(row for row in table.rows if row not in bare)
    return replace(table, rows=rows) if rows else None


def _is_bare_row(row: Sequence[str], names: ItemNames) -> bool:
    """Whether the first cell with words names things, and no other tells anything."""
    cells = [cell for cell in row if any(map(str.isalpha, cell))]
    named = [names.named(cell) for cell in cells]
    has_figure = any(any(map(str.isdigit, cell)) for cell in row[1:])
    return bool(cells) and not has_figure and all(one is not None and one.is_bare for one in named)
