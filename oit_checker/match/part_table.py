"""Tables that go by month or quarter and stop before the year does, or whose last months nobody has filled in.

A table goes by month where rows (or the heads of its columns) name October and the months after it, one after
another. Activities that happen to be dated in a few months are no such table: they leave months out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oit_checker.empty_columns import is_blank
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.months import FULL_NAMES
from oit_checker.thai.named_months import FISCAL_ORDER, named_months
from oit_checker.thai.text import squeeze

LEAST = 2  # months, one row each, that make a table by month
_FIRST_COLUMNS = 2  # the name of a month stands in the first column, or after the number of its row
_MONTHS_OF_ROW = 6  # a row may stand for a quarter or half of the year
_LONGEST = 40  # letters of a cell that names a month and nothing else
_HALVES = regex(
    r"(?:ต\.?ค\.?|ตุลาคม)[^|]{0,12}?(?:-|–|ถึง)[^|]{0,12}?(?:มี\.?ค\.?|มีนาคม)|(?:เม\.?ย\.?|เมษายน)[^|]{0,12}?(?:-|–|ถึง)[^|]{0,12}?(?:ก\.?ย\.?|กันยายน)"
)
_LINE = regex(
    r"^(?:\d{1,2}[.)]?\s+)?(?P<name>\D{3,20}?(?:\s*(?:พ\.ศ\.)?\s*(?:25)?\d\d)?)\s+(?P<rest>[\d,.\-–\s]+|.*ไม่มี.*)$"
)
# Rows that a table has left to the next page, run together with what follows them there.
_RUN_ON = regex(
    r"\s*(?:\d{1,2}[.)]?\s+)?(?P<name>[ก-๙]\D{2,20}?(?:\s*(?:พ\.ศ\.)?\s*(?:25)?\d\d)?)\s+[\d,.\-–]+(?:\s+[\d,.\-–]+)*(?=\s|$)"
)


def part_in_tables(page: Page) -> str | None:
    """What the tables by month show of the year, in Thai words; None where they go to its end, or there is none."""
    told, blank = set[int](), set[int]()
    for months, is_filled in _rows(page):
        (told if is_filled else blank).update(months)
    return _lacking(told, blank)


def _lacking(told: set[int], blank: set[int]) -> str | None:
    order = [FISCAL_ORDER.index(month) for month in told]
    if not told or FISCAL_ORDER[-1] in told or len(told) < LEAST:
        return None
    if sorted(order) != list(range(len(order))):  # a month is left out: no table by month
        return None
    last = FULL_NAMES[FISCAL_ORDER[max(order)] - 1]
    if FISCAL_ORDER[-1] in blank:
        return f"ตารางรายเดือนมีข้อมูลถึงเดือน{last} เดือนหลังจากนั้นยังว่าง"
    return f"ตารางรายเดือนมีข้อมูลถึงเดือน{last} ไม่มีเดือนหลังจากนั้น"


def _rows(page: Page) -> Iterator[tuple[tuple[int, ...], bool]]:
    """The months of each row or column that names some, and whether anything stands in it."""
    is_in_tables = False
    for table in (*page.tables, *page.laid_out):
        by_row = [(months, row) for row in (table.header, *table.rows) if (months := _of_row(row))]
        shown = [(months, _is_filled(row)) for months, row in by_row] if len(by_row) >= LEAST else [*_by_column(table)]
        is_in_tables = is_in_tables or bool(shown)
        yield from shown
    if is_in_tables:
        yield from _on_next_pages(page)
    elif page.kind in (PageKind.PDF, PageKind.TEXT):
        yield from _by_line(passage.text for passage in page.passages)


def _on_next_pages(page: Page) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Rows at the head of a PDF's pages: a table that begins on the page before goes on there."""
    heads = {passage.page_no: passage.text for passage in reversed(page.passages) if (passage.page_no or 0) > 1}
    for text in heads.values():
        at, plain = 0, arabic_digits(text)
        while (row := _RUN_ON.match(plain, at)) is not None and (months := _named(row["name"])):
            yield months, True
            at = row.end()


def _of_row(row: Sequence[str]) -> tuple[int, ...]:
    """The months that the first cells of a row name, with nothing else in the cell."""
    for cell in row[:_FIRST_COLUMNS]:
        if months := _named(cell):
            return months
    return ()


def _named(cell: str) -> tuple[int, ...]:
    text = squeeze(arabic_digits(cell))
    if not text or len(text) > _LONGEST:
        return ()
    if (half := _HALVES.search(text)) is not None:
        first = 0 if half[0].startswith("ต") else _MONTHS_OF_ROW
        return FISCAL_ORDER[first : first + _MONTHS_OF_ROW]
    return tuple(month.number for month in named_months(text) if month.is_called or month.be is not None)


def _is_filled(row: Sequence[str]) -> bool:
    """Whether a cell besides the month's name holds anything; "-" and 0 say that there was nothing."""
    return any(not is_blank(cell) and not _named(cell) for cell in row[1:])


def _by_column(table: Table) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Months as heads of columns with figures; ticks and colours are those of a timetable."""
    heads = [(place, months) for place, cell in enumerate(table.header) if (months := _named(cell))]
    if len(heads) < LEAST:
        return
    for place, months in heads:
        cells = [row[place] for row in table.rows if place < len(row)]
        yield months, any(any(map(str.isdigit, cell)) for cell in cells)


def _by_line(lines: Iterable[str]) -> Iterator[tuple[tuple[int, ...], bool]]:
    """Lines of a PDF that begin with a month and go on with figures."""
    for line in lines:
        row = _LINE.match(squeeze(arabic_digits(line)))
        if row is not None and (months := _named(row["name"])):
            yield months, True
