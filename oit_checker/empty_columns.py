"""Columns of a table that nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from oit_checker.model.page import Page, Table
from oit_checker.patterns import regex

_TO_WRITE_ON = regex(r"[.…_\s]*")
_DRAWN = regex(
    r"เดือน|ไตรมาส|^(?:ช่วง|ราย|ประจำ)?ปี|[ก-ฮ]{1,2}\.\s?[คยพ]\.|าคม\b|ายน\b|กุมภา|แผน|ไฟล์|เอกสาร|รูป|ภาพ|ลิงก์|ดาวน์โหลด|สถานะ|ก้าวหน้า|สำเร็จ|Q[1-4]"
)
_TIMETABLE = "เวลา"  # over several columns it is a timetable, and people colour that; alone it is written in
_WORDS = 3  # letters from which a cell that is repeated in all columns is a heading, and no "-" or 0


def filled_header(table: Table) -> tuple[str, ...]:
    """The header without the cells under which no row holds anything; whole where the table is nothing but a header."""
    if not table.rows or len(table.header) < 2:
        return table.header
    empty = {place for place, _ in empty_columns(table)}
    return tuple("" if place in empty else cell for place, cell in enumerate(table.header))


def own_rows(table: Table) -> tuple[tuple[str, ...], ...]:
    """The rows of a table without those in which its header is repeated."""
    heads = (table.header, *table.head)
    return tuple(row for row in table.rows if not any(_repeats(row, head) for head in heads))


def is_blank(cell: str) -> bool:
    """Whether a cell holds nothing, or only the dots and lines on which somebody is to write."""
    return _TO_WRITE_ON.fullmatch(cell) is not None


def is_written_in(head: str) -> bool:
    """Whether people write in a column of that heading, and do not colour it."""
    return _DRAWN.search(head) is None and _TIMETABLE not in head


def all_empty(page: Page) -> tuple[str, ...]:
    """Headings of columns that nobody has filled in, of all tables of a page."""
    tables = (table for table in (*page.tables, *page.laid_out) if len(table.header) > 1)
    return tuple(head for table in tables for head in (*table.empty, *(name for _, name in empty_columns(table))))


def empty_columns(table: Table) -> Iterator[tuple[int, str]]:
    """Place and heading of each column that nobody has filled in.

    A heading stands for the columns without one to its right as well, as a merged cell leaves them. "-" fills a cell
    (there is none), dots to write on do not; a row that says one thing in all its cells is a heading itself. Columns
    that people fill with colours, arrows, ticks and pictures (months, timetables, files) are never called empty. Where
    the header is repeated, a new table begins below it (a sheet that stacks its months).
    """
    rows = [row for row in own_rows(table) if not is_heading(row)]
    places = [place for place, cell in enumerate(table.header) if cell]
    for place, after in pairwise((*places, len(table.header))):  # none where no column has a heading
        cells = (cell for row in rows for cell in row[place:after])
        head = table.header[place]
        is_one = after == place + 1 and table.header.count(head) == 1 and not _is_tick_box(table, place)
        may_be_drawn = _DRAWN.search(head) is not None or (_TIMETABLE in head and not is_one)
        if rows and not may_be_drawn and all(map(is_blank, cells)):
            yield place, table.header[place]


def _is_tick_box(table: Table, place: int) -> bool:
    """Whether the last line of the head gives a column a number or a sign: one of the weeks of a timetable."""
    last = table.head[-1] if table.head else ()
    name = last[place] if place < len(last) else ""
    return len(table.head) > 1 and (len(name) < _WORDS or any(map(str.isdigit, name)))


def is_heading(row: tuple[str, ...]) -> bool:
    """Whether a row says one thing: in all its cells, as a merged cell is read."""
    return len(row) >= 2 and len(set(row)) == 1 and len(row[0]) >= _WORDS


def _repeats(row: tuple[str, ...], header: tuple[str, ...]) -> bool:
    """Whether a row is the header once more: so are most of its filled cells, each below its own."""
    filled = [place for place, cell in enumerate(row) if cell]
    same = [place for place in filled if place < len(header) and row[place] == header[place]]
    return len(same) > 1 and len(same) * 2 > len(filled)
