"""A <table> of a web page as header and rows; tables that only lay out a page are not read as tables."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from lxml.html import HtmlElement

from oit_checker.documents.blanked import blank
from oit_checker.documents.inner_text import inner_text
from oit_checker.model.page import Table, Unsure

_LONGEST_CELL = 1500
_LONGEST_HEADER_CELL = 80
_MOST_SPAN = 30
_MOST_CELLS = 200_000
"""Cells of one table, spans filled in; the rows after them are not read."""

Row = tuple[str, ...]


def read_table(table: HtmlElement, heading: str | None) -> Table | None:
    """The table's cells, spans filled in; None where it lays out a page: nested tables, one column, essays in cells.

    A cell that spans rows is repeated in each of them, a header cell that spans columns in each of those.
    """
    if any(inner is not table for inner in table.iter("table")):
        return None
    lines = list(table.iter("tr"))
    grid = _grid(lines)
    if len(grid) < 2 or max(map(len, grid)) < 2 or any(len(cell) > _LONGEST_CELL for row in grid for cell in row):
        return None
    deep = _header_depth(lines, grid)
    return Table(header=_joined(grid[:deep]), rows=tuple(row for row in grid[deep:] if any(row)), heading=heading)


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
    seen = read_table(shown, heading) or Table(whole.header, (), heading=heading)
    left = Counter(whole.rows) - Counter(seen.rows)
    return (seen, replace(whole, rows=tuple(left.elements()), unsure=Unsure.CLOSED))


def _grid(lines: list[HtmlElement]) -> list[Row]:
    grid: list[Row] = []
    cells_so_far = 0
    hanging: dict[int, tuple[str, int]] = {}
    for line in lines:
        row: list[str] = []
        cells = [cell for cell in line if cell.tag in {"td", "th"}]
        following: dict[int, tuple[str, int]] = {}
        for cell in cells:
            _fill_hanging(row, hanging, following)
            text, deep, wide = inner_text(cell), _span(cell, "rowspan"), _span(cell, "colspan")
            repeated = text if cell.tag == "th" or deep > 1 or _is_in_head(line) else ""
            for place in range(wide):
                shown = text if place == 0 else repeated
                if deep > 1:
                    following[len(row)] = (shown, deep - 1)
                row.append(shown)
        _fill_hanging(row, hanging, following)
        hanging = following
        grid.append(tuple(row))
        cells_so_far += len(row)
        if cells_so_far > _MOST_CELLS:
            break
    return [row for row in grid if row]


def _fill_hanging(row: list[str], hanging: dict[int, tuple[str, int]], following: dict[int, tuple[str, int]]) -> None:
    """Put in the cells of rows above that reach down to the place where `row` has come to."""
    while (reaching := hanging.get(len(row))) is not None:
        text, left = reaching
        if left > 1:
            following[len(row)] = (text, left - 1)
        row.append(text)


def _span(cell: HtmlElement, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written), _MOST_SPAN)) if written.isascii() and written.isdigit() else 1


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


def _joined(rows: list[Row]) -> Row:
    """Header rows on top of one another as one: "แผน" over "เริ่ม" gives "แผน เริ่ม"."""
    wide = max((len(row) for row in rows), default=0)
    columns = ([row[place] for row in rows if place < len(row)] for place in range(wide))
    return tuple(" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns)
