"""Where a pattern stands in a page, with the words around it that tell what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from oit_checker.model.page import Page, PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

ABOVE = 600
"""Characters above a line that may name what stands in it."""

ON_PAGE = "ในหน้าเว็บ"

_HEAD_ROWS = 4
_FIGURE = regex(r"\d{5}")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spot:
    """One find, which may run on into the next line, and its span in `line`, the whole line or table row.

    Thai digits are written 0-9. above is what names it: the heads of its column, else the text above the
    line. is_column says which. about holds the headings over it, the title and
    the heads of all columns.
    """

    found: str
    line: str
    start: int
    end: int
    above: str
    is_column: bool
    about: str
    page_no: int | None = None
    sheet: str | None = None

    @property
    def before(self) -> str:
        return self.line[: self.start]

    @property
    def lead(self) -> str:
        """What leads to it: the line so far, and in a text the line before."""
        return self.before if self.is_column else f"{self.above.rstrip().rpartition(chr(10))[2]} {self.before}"

    @property
    def after(self) -> str:
        return self.line[self.end :]


class Text:
    """A page's text, made for searching once: passages one below the other, and tables by their rows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._held: dict[re.Pattern[str], bool] = {}
        rows = (row for table in page.tables for row in (table.header, *table.rows))
        self._written = "\n".join(passage.text.replace("\n", " ") for passage in page.passages)
        self._tables = "\n".join("\t".join(row) for row in rows)

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern stands anywhere in the text as it is written; its \\d means Thai digits too."""
        if pattern not in self._held:
            self._held[pattern] = any(pattern.search(text) is not None for text in (self._written, self._tables))
        return self._held[pattern]

    @cached_property
    def _passages(self) -> str:
        return arabic_digits(self._written)

    def spots(self, spans: Callable[[str], Iterable[Span]]) -> Iterator[Spot]:
        """Every place that `spans` gives for a line or a cell, in reading order."""
        yield from self._in_passages(spans)
        for table in self.page.tables:
            yield from self._in_table(table, spans)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(passage.text) + 1 for passage in self.page.passages)]

    def _in_passages(self, spans: Callable[[str], Iterable[Span]]) -> Iterator[Spot]:
        for start, end in spans(self._passages):
            number = bisect_right(self._starts, start) - 1
            passage = self.page.passages[number]
            first = self._starts[number]
            line = self._passages[first : self._starts[number + 1] - 1]
            above = self._passages[max(0, first - ABOVE) : first]
            about = f"{passage.heading or ''}\n{self._title}"
            found = self._passages[start:end]
            yield Spot(found, line, start - first, end - first, above, False, about, passage.page_no, passage.sheet)

    def _in_table(self, table: Table, spans: Callable[[str], Iterable[Span]]) -> Iterator[Spot]:
        about = arabic_digits("\n".join((table.heading or "", self._title, *table.header)))
        head = (table.header, *table.rows[:_HEAD_ROWS])
        for row in (table.header, *table.rows):
            line, begin = arabic_digits(" | ".join(row)), 0
            for column, cell in enumerate(row):
                for start, end in spans(line[begin : begin + len(cell)]):
                    above = _column_head(head, column)
                    found = line[begin + start : begin + end]
                    at = Spot(found, line, begin + start, begin + end, above, True, about)
                    yield replace(at, page_no=table.page_no, sheet=table.sheet)
                begin += len(cell) + len(" | ")

    @property
    def _title(self) -> str:
        return self.page.title or ""


def _column_head(rows: Sequence[Sequence[str]], column: int) -> str:
    """The words at the top of a column; a table's first filled row may be its name, and its heads stand below."""
    cells = [row[column] for row in rows if column < len(row)]
    return "\n".join(cell for cell in cells if cell and not _FIGURE.search(arabic_digits(cell)))


def place_of(page: Page, spot: Spot) -> str:
    """A Thai name of the place."""
    if spot.page_no is not None:
        return f"หน้า {spot.page_no}"
    if spot.sheet:
        return f"แผ่นงาน {spot.sheet}"
    return ON_PAGE if page.kind is PageKind.HTML else "ในเอกสาร"
