"""How many rows the head of a table is deep, and its lines as one: "ผู้เสนอราคา" over "ชื่อ" names a column "ผู้เสนอราคา ชื่อ".

Office forms have heads of two lines: some cells reach down over both, others span several columns and are split below.
What the second line says names columns; it is nothing that somebody has filled in.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from oit_checker.model.page import Table
from oit_checker.patterns import regex

_DEEPEST = 4  # rows of a head
_LONGEST_CAPTION = 200
_TOP = 60  # rows of a sheet within which its captions end and its table begins
_LONGEST_NAME = 80
_AMOUNT = regex(r"[\d๐-๙]{1,3}(?:,[\d๐-๙]{3})+(?:\.[\d๐-๙]+)?|[\d๐-๙]{5,}|[\d๐-๙]+\.[\d๐-๙]+")
_NUMBER = regex(r"\(?[\d๐-๙]+[.)]?")

Row = tuple[str, ...]
Cells = Sequence[Hashable]
"""Whose cell stands at each place of a row; the places of a merged cell hold the same."""
Range = tuple[tuple[int, int], tuple[int, int]]


def table_of(
    rows: Sequence[Row], *, sheet: str | None, heading: str | None, cells: Sequence[Cells] = ()
) -> Iterator[Table]:
    """The filled rows as one table with its head; nothing where none is filled.

    cells are those of the first rows; where they are not told, no places belong to one merged cell.
    """
    kept = [at for at, row in enumerate(rows) if any(row)]
    if not kept:
        return
    texts = [rows[at] for at in kept]
    top = [_cells_at(at, rows, cells) for at in kept[: _DEEPEST + 1]]
    deep = depth_of(texts, top)
    lines = lines_of(texts[:deep], top[:deep]) if deep > 1 else ()
    header = joined(lines, texts[deep - 1], top[deep - 1]) if lines else texts[0]
    yield Table(header=header, rows=tuple(texts[deep:]), sheet=sheet, heading=heading, head=lines)


def caption_rows(rows: Sequence[Row], cells: Sequence[Cells]) -> int:
    """How many rows at the top are one cell over three columns or more: they say what it is, and head nothing."""
    lone = takewhile(lambda at: len(cells[at]) > 2 and len(set(cells[at])) == 1, range(len(rows)))
    over = list(lone)
    is_above = len(over) + 1 < len(rows) and all(0 < len(rows[at][0]) <= _LONGEST_CAPTION for at in over)
    return len(over) if is_above else 0


def merged_in(rows: Sequence[Row], ranges: Iterable[Range], start: tuple[int, int]) -> list[Cells]:
    """The cells of the first rows of a sheet whose first place is `start`, by the ranges that are merged."""
    top = [list[Hashable]((at, place) for place in range(len(row))) for at, row in enumerate(rows[:_TOP])]
    for (first, left), (last, right) in ranges:
        for at in range(max(first - start[0], 0), min(last - start[0] + 1, len(top))):
            for place in range(max(left - start[1], 0), min(right - start[1] + 1, len(top[at]))):
                top[at][place] = (first - start[0], left - start[1])
    return [tuple(row) for row in top]


def _cells_at(at: int, rows: Sequence[Row], cells: Sequence[Cells]) -> Cells:
    return cells[at] if at < len(cells) else [(at, place) for place in range(len(rows[at]))]


def depth_of(rows: Sequence[Row], cells: Sequence[Cells]) -> int:
    """The rows of the head: as many as the deepest merged cell of the first row reaches down over.

    Where nothing is merged downwards, a second row that fills nothing but the columns of wide cells belongs to the
    head as well, if it names things. Rows that only share a label on their left are no head.
    """
    if len(rows) < 3 or not rows[0] or _NUMBER.fullmatch(rows[0][0]):
        return 1
    cells = [_cells_at(at, rows, cells) for at in range(min(len(rows), _DEEPEST + 1))]
    deep = max(_reach(cells, place) for place in range(len(cells[0])))
    if deep > 1:
        return deep if deep <= _DEEPEST and deep < len(rows) and _are_lines(rows, cells, deep) else 1
    return 2 if _names_below(rows, cells) else 1


def _names_below(rows: Sequence[Row], cells: Sequence[Cells]) -> bool:
    """Whether the second row fills only columns of wide cells of the first, with names, and the third begins anew."""
    if len(rows) < 3 or not rows[0] or not rows[2] or not rows[0][0] or not rows[2][0]:
        return False
    wide = [_is_wide(rows[0], cells[0], place) for place in range(len(rows[0]))]
    below = [place for place, cell in enumerate(rows[1]) if cell]
    is_under = all(place < len(wide) and wide[place] for place in below) and not wide[0]
    is_split = any(place + 1 in below and _is_one(rows[0], cells[0], place) for place in below)
    return is_under and is_split and all(_is_name(rows[1][place]) for place in below)


def lines_of(rows: Sequence[Row], cells: Sequence[Cells]) -> tuple[Row, ...]:
    """The lines of a head, each merged cell written at all its places."""
    said: dict[Hashable, str] = {}
    for row, owners in zip(rows, cells, strict=True):
        for text, owner in zip(row, owners, strict=True):
            said[owner] = said.get(owner) or text
    lines = [[said[owner] for owner in owners] for owners in cells]
    for above, below in pairwise(lines):
        for place in range(1, min(len(above), len(below))):
            if not above[place] and below[place]:
                above[place] = above[place - 1]
    return tuple(map(tuple, lines))


def joined(lines: Sequence[Row], last: Row = (), owners: Cells = ()) -> Row:
    """Lines on top of one another as one; the right parts of a wide cell stay as empty as the `last` line has them."""
    wide = max(map(len, lines), default=0)
    columns = ([line[place] for line in lines if place < len(line)] for place in range(wide))
    heads = [" ".join(dict.fromkeys(cell for cell in column if cell)) for column in columns]
    for place in range(1, min(len(last), len(owners))):
        if not last[place] and owners[place] == owners[place - 1]:
            heads[place] = ""
    return tuple(heads)


def _reach(cells: Sequence[Cells], place: int) -> int:
    """How many rows the cell at a place of the first row reaches down over."""
    first = cells[0][place]
    return sum(1 for _ in takewhile(lambda row: place < len(row) and row[place] == first, cells))


def _are_lines(rows: Sequence[Row], cells: Sequence[Cells], deep: int) -> bool:
    """Whether the rows below the first go on with it: they split its wide cells and name what stands there."""
    told = [_new_names(rows, cells, at) for at in range(1, deep)]
    if not all(_is_name(rows[at][place]) for at, places in enumerate(told, 1) for place in places):
        return False
    loose = [[place for place in places if not _is_under_wide(cells, at, place)] for at, places in enumerate(told, 1)]
    only_units = all(rows[at][place].startswith("(") for at, places in enumerate(loose, 1) for place in places)
    splits = any(_is_split(cells, at, place) for at, places in enumerate(told, 1) for place in places)
    if not splits:
        return told == loose and only_units
    return only_units or all(len(places) * 2 < len(cells[at]) for at, places in enumerate(loose, 1))


def _new_names(rows: Sequence[Row], cells: Sequence[Cells], at: int) -> list[int]:
    """The places of a row where something else is said than in the cell above."""
    above = cells[at - 1]
    new = (place for place, cell in enumerate(cells[at]) if place >= len(above) or cell != above[place])
    return [place for place in new if rows[at][place]]


def _is_under_wide(cells: Sequence[Cells], at: int, place: int) -> bool:
    above = cells[at - 1]
    return place < len(above) and above.count(above[place]) > 1


def _is_split(cells: Sequence[Cells], at: int, place: int) -> bool:
    """Whether the cell above a place spans columns in which different cells stand below."""
    here, above = cells[at], cells[at - 1]
    if place >= len(above):
        return False
    return len({here[other] for other, cell in enumerate(above) if cell == above[place] and other < len(here)}) > 1


def _is_name(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and _AMOUNT.fullmatch(cell) is None


def _is_wide(row: Row, cells: Cells, place: int) -> bool:
    """Whether a place is one of several that a cell stands over, or that no other cell of the row takes from it."""
    return any(_is_one(row, cells, left) for left in (place - 1, place) if left >= 0)


def _is_one(row: Row, cells: Cells, place: int) -> bool:
    """Whether the cell at a place goes on in the next: they are merged, or the next is empty."""
    return place + 1 < len(row) and (not row[place + 1] or cells[place] == cells[place + 1])
