"""A <table> of a web page as header and rows; tables that only lay out a page are not read as tables."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from lxml.html import HtmlElement

from oit_checker.documents.blanked import blank
from oit_checker.documents.cell_spans import cell_span
from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.table_heads import Cells, Row, depth_of, joined, lines_of
from oit_checker.model.page import Table, Unsure

_LONGEST_CELL = 1500
_LONGEST_HEADER_CELL = 80
_MOST_CELLS = 200_000
"""Cells of one table, spans filled in; the rows after them are not read."""

_Placed = tuple[str, HtmlElement]
_Hanging = tuple[_Placed, int]


def read_table(table: HtmlElement, heading: str | None) -> Table | None:
    """The table's cells, spans filled in; None where it lays out a page: nested tables, one column, essays in cells.

    A cell that spans rows is repeated in each of them, a header cell that spans columns in each of those.
    """
    if any(inner is not table for inner in table.iter("table")):
        return None
    lines = list(table.iter("tr"))
    grid, cells = _grid(lines)
    if len(grid) < 2 or max(map(len, grid)) < 2 or any(len(cell) > _LONGEST_CELL for row in grid for cell in row):
        return None
    marked = _header_depth(lines, grid)
    deep = max(marked, depth) if (depth := depth_of(grid, cells)) > 1 else marked
    head = lines_of(grid[:deep], cells[:deep]) if deep > 1 else ()
    header = joined(head, grid[deep - 1], cells[deep - 1]) if head else joined(grid[:deep])
    return Table(header=header, rows=tuple(row for row in grid[deep:] if any(row)), heading=heading, head=head)


def read_in_part(table: HtmlElement, heading: str | None, in_doubt: Collection[HtmlElement]) -> tuple[Table, ...]:
    """As `read_table`; rows that may not be seen are told apart, as a table of their own under the same header."""
    whole = read_table(table, heading)
    hidden = [at for at, line in enumerate(table.iter("tr")) if line in in_doubt] if in_doubt else []
    if whole is None or not hidden:
        return (whole,) if whole is not None else ()
    shown = copy.deepcopy(table)
    lines = list(shown.iter("tr"))
    for at in hidden:
        blank(lines[at])
    seen = read_table(shown, heading) or Table(whole.header, (), heading=heading, head=whole.head)
    left = Counter(whole.rows) - Counter(seen.rows)
    return (seen, replace(whole, rows=tuple(left.elements()), unsure=Unsure.CLOSED))


def _grid(lines: list[HtmlElement]) -> tuple[list[Row], list[Cells]]:
    """The text at each place of each row, and the element whose it is."""
    grid: list[Row] = []
    owners: list[Cells] = []
    cells_so_far = 0
    hanging: dict[int, _Hanging] = {}
    for line in lines:
        row: list[_Placed] = []
        following: dict[int, _Hanging] = {}
        for cell in (cell for cell in line if cell.tag in {"td", "th"}):
            _fill_hanging(row, hanging, following)
            text, deep, wide = inner_text(cell), cell_span(cell, "rowspan"), cell_span(cell, "colspan")
            repeated = text if cell.tag == "th" or deep > 1 or _is_in_head(line) else ""
            for place in range(wide):
                placed = (text if place == 0 else repeated, cell)
                if deep > 1:
                    following[len(row)] = (placed, deep - 1)
                row.append(placed)
        _fill_hanging(row, hanging, following)
        hanging = following
        if row:
            grid.append(tuple(text for text, _ in row))
            owners.append([cell for _, cell in row])
        cells_so_far += len(row)
        if cells_so_far > _MOST_CELLS:
            break
    return grid, owners


def _fill_hanging(row: list[_Placed], hanging: dict[int, _Hanging], following: dict[int, _Hanging]) -> None:
    """Put in the cells of rows above that reach down to the place where `row` has come to."""
    while (reaching := hanging.get(len(row))) is not None:
        placed, left = reaching
        if left > 1:
            following[len(row)] = (placed, left - 1)
        row.append(placed)


def _is_in_head(line: HtmlElement) -> bool:
    above = line.getparent()
    return above is not None and above.tag == "thead"


def _header_depth(lines: list[HtmlElement], grid: list[Row]) -> int:
    """How many rows at the top are header: those of <thead> or all <th>, else a first row of short, filled cells."""
    deep = 0
    for line in lines:
        cells = [cell for cell in line if cell.tag in {"td", "th"}]
        if not cells or not (_is_in_head(line) or all(cell.tag == "th" for cell in cells)):
            break
        deep += 1
    if deep:
        return min(deep, len(grid) - 1)
    first = grid[0]
    return int(len(first) > 1 and all(cell and len(cell) <= _LONGEST_HEADER_CELL for cell in first))
