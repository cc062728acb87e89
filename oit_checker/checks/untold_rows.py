"""Rows of a table that name a step, a project or a risk, and of which its column (time, spending, result) says nothing.

Whatever stands in the cell is an answer, "-" as well. A merged cell says the same in all of its rows. Rows that name
nothing need no answer: sub-headings (nothing but a name, over rows that tell more), sums, numbers of columns, a row
that goes on with the one above. Nor does a row that says elsewhere why there is none: not begun, put off, no budget, a
risk that is accepted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from oit_checker.empty_columns import is_blank, is_heading, own_rows
from oit_checker.model.page import Table
from oit_checker.patterns import regex

_LETTERS = regex(r"[ก-๎A-Za-z]{3}")
_SUM = regex(r"\W*(?:รวม|ยอดรวม|ทั้งสิ้น|ผลรวม|เฉลี่ย|หมายเหตุ|total\b)", re.IGNORECASE)
_EXCUSED = regex(
    r"ยังไม่|ยกเลิก|เลื่อน|ชะลอ|ระงับ|งดจัด|รอ(?:การ|ดำเนิน|จัดสรร|อนุมัติ|งบ|ผล)|ไม่ใช้(?:งบ|เงิน)|ไม่มี(?:งบ|ค่าใช้จ่าย)|ไม่ได้(?:ใช้|รับ|ดำเนิน|จัด)"
    r"|ไม่ถึงกำหนด|จะดำเนิน|อยู่ระหว่างเตรียม|ยอมรับ(?:ความเสี่ยง|ได้)|(?:ระดับ)?(?:ความเสี่ยง)?(?:ต่ำ|น้อย)(?:มาก)?$"
)
_MOST_NAMED = 60
_SOME = 2


def named_rows(table: Table, places: Collection[int]) -> list[tuple[str, ...]]:
    """The rows that name a thing of which some columns must tell."""
    rows = [row for row in own_rows(table) if not all(map(is_blank, row)) and not is_heading(row)]
    naming = _naming(table, rows)
    is_narrow = all(at <= naming or at in places or not head for at, head in enumerate(table.header))
    named = []
    for row, after in zip(rows, (*rows[1:], ()), strict=True):
        told = [at for at, cell in enumerate(row) if not is_blank(cell)]
        goes_before_told = any(at < len(after) and not is_blank(after[at]) for at in places)
        is_over_others = told[-1] <= naming and (not is_narrow or (len(told) == 1 and goes_before_told))
        if naming in told and _LETTERS.search(row[naming]) and not is_over_others and not _is_sum(row):
            named.append(row)
    return named


def untold(table: Table, places: Collection[int]) -> list[str]:
    """The names of the rows that say nothing in all of some columns, and nothing of why."""
    rows = named_rows(table, places)
    place = _naming(table, rows)
    if place in places:  # the column names its rows itself
        return []
    silent = [row for row in rows if all(is_blank(row[at]) for at in places if at < len(row))]
    return [row[place].strip()[:_MOST_NAMED] for row in silent if not any(map(_EXCUSED.search, row))]


def sums_are_told(table: Table, places: Collection[int]) -> bool:
    """Whether the row of sums tells of all the rows at once."""
    sums = [row for row in own_rows(table) if _is_sum(row)]
    return any(at < len(row) and not is_blank(row[at]) for row in sums for at in places)


def _naming(table: Table, rows: Sequence[Sequence[str]]) -> int:
    """The first column in which some rows have words: numbers of rows and codes are none.

    Where a step is told in several rows, its name and its time may stand in the first of them alone.
    """
    several = [row for row in rows if sum(not is_blank(cell) for cell in row) > 1 and not _is_sum(row)] or rows
    for place in range(len(table.header)):
        told = sum(place < len(row) and _LETTERS.search(row[place]) is not None for row in several)
        if told >= _SOME or (told and 2 * told >= len(several)):
            return place
    return 0


def _is_sum(row: Sequence[str]) -> bool:
    return any(_SUM.match(cell) for cell in row[:2])
