"""Lists of several years side by side in one <table>, each with titles of its own, put apart into a table a year.

Read row by row, last year's title would stand beside this year's link. What one column says for all years (the title,
with a link column for each year) is left as it is.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from oit_checker.documents.cell_spans import cell_span
from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.year_labels import names_only_a_year, years_named
from oit_checker.thai.codes import leading_code

_HEAD_ROWS = 3
_FEWEST_ROWS = 3
_FEWEST_LETTERS = 8
_CELLS = frozenset(("td", "th"))


class _Cell(NamedTuple):
    """A cell and the columns it fills: from start to before end."""

    element: HtmlElement
    start: int
    end: int

    def is_in(self, span: _Cell) -> bool:
        return span.start <= self.start and self.end <= span.end

    def touches(self, span: _Cell) -> bool:
        return self.start < span.end and span.start < self.end


def part_years(root: HtmlElement, markup: bytes) -> None:
    """Put each year's own list in the place of a table that holds several beside one another."""
    if b"colspan" not in markup and b"COLSPAN" not in markup:
        return
    for table in list(root.iter("table")):
        if _may_hold_years(table) and (parts := _parts(table)):
            parts[-1].tail = table.tail
            for part in parts:
                table.addprevious(part)
            table.tail = None
            table.getparent().remove(table)


def _may_hold_years(table: HtmlElement) -> bool:
    """Whether two cells at the head span columns and say a year; quickly told of nearly every table."""
    rows = islice(table.iter("tr"), _HEAD_ROWS)
    return table.getparent() is not None and any(
        sum(1 for cell in row if cell.get("colspan") and _year_of(cell)) > 1 for row in rows
    )


def _year_of(cell: HtmlElement) -> int | None:
    text = inner_text(cell)
    return next(iter(years_named(text))) if names_only_a_year(text) and next(cell.iter("a"), None) is None else None


def _parts(table: HtmlElement) -> list[HtmlElement]:
    """A copy of the table for each year, with its own cells and the shared ones; none where the years share titles."""
    if sum(1 for _ in table.iter("table")) > 1:
        return []
    rows = list(_placed(table))
    head = next((place for place, row in enumerate(rows[:_HEAD_ROWS]) if len(_spans(row)) > 1), None)
    if head is None:
        return []
    spans, below = _spans(rows[head]), rows[head + 1 :]
    shares = sum(_says_title([one for one in row if _is_shared(one, spans)]) for row in below) >= _FEWEST_ROWS
    if not all(_has_own_list(span, below, shares_titles=shares) for span in spans):
        return []
    return [_copy_of(table, rows, span, spans) for span in spans]


def _spans(row: Sequence[_Cell]) -> list[_Cell]:
    """The cells of a head row that say a year and span columns, where each says another."""
    spans = [(year, cell) for cell in row if cell.end - cell.start > 1 and (year := _year_of(cell.element))]
    return [cell for _, cell in spans] if len({year for year, _ in spans}) == len(spans) else []


def _is_shared(cell: _Cell, spans: Sequence[_Cell]) -> bool:
    return not any(cell.touches(span) for span in spans)


def _has_own_list(span: _Cell, rows: Sequence[Sequence[_Cell]], *, shares_titles: bool) -> bool:
    """Whether what stands under a year has links, and codes of its own, or titles where none are shared."""
    own = [[cell for cell in row if cell.is_in(span)] for row in rows]
    links = sum(any(next(cell.element.iter("a"), None) is not None for cell in row) for row in own)
    coded = sum(any(leading_code(inner_text(cell.element)) for cell in row) for row in own)
    titled = 0 if shares_titles else sum(map(_says_title, own))
    return links >= _FEWEST_ROWS <= max(coded, titled)


def _says_title(cells: Sequence[_Cell]) -> bool:
    """Whether some cell says more than a code, a number or the word of a link."""
    texts = (inner_text(cell.element) for cell in cells)
    said = (text[code.end :] if (code := leading_code(text)) is not None else text for text in texts)
    return any(sum(sign.isalpha() for sign in text) >= _FEWEST_LETTERS for text in said)


def _copy_of(table: HtmlElement, rows: Sequence[Sequence[_Cell]], span: _Cell, spans: Sequence[_Cell]) -> HtmlElement:
    copied = copy.deepcopy(table)
    copied.tail = None
    for row, line in zip(rows, list(copied.iter("tr")), strict=True):
        for cell, element in zip(row, [one for one in line if one.tag in _CELLS], strict=True):
            if not (cell.touches(span) or _is_shared(cell, spans)):
                line.remove(element)
    return copied


def _placed(table: HtmlElement) -> Iterator[list[_Cell]]:
    """The cells of each row with their columns, below those that reach down from rows above."""
    reaching: dict[int, int] = {}
    for line in table.iter("tr"):
        row, at, new = [], 0, dict[int, int]()
        for element in (one for one in line if one.tag in _CELLS):
            while reaching.get(at):
                at += 1
            end = at + cell_span(element, "colspan")
            row.append(_Cell(element, at, end))
            new.update(dict.fromkeys(range(at, end), cell_span(element, "rowspan") - 1))
            at = end
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1} | new
        yield row
