"""What was found in words although a column headed for it stands there and nobody has filled it in.

A component that names two or three things (who won, at what price, why) needs each of them: each_of gives the words of
their columns, and an empty one is a lack however full its neighbours are. Of any other component words elsewhere make
an empty column a doubt, unless another column of it is filled in. A table that is empty all over is a form to fill in.
A head that is the beginning of a word (ยุทธศาสตร์ of ยุทธศาสตร์การ…) is headed for it too. And where the word stands in the
heading right over a table, the table is to tell it: one that tells nothing in words is a doubt, whatever its heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent
from oit_checker.empty_columns import empty_columns, filled_header, is_blank, is_heading, own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import EMPTY_COLUMN
from oit_checker.model.page import Table
from oit_checker.patterns import regex

# Checks that look for words: what a directory, a list of links or a form shows does not stand in one column.
_LEAST_NAME = 6  # folded letters
_NO_WORDS = regex(
    r"(?:[^ก-๎A-Za-z]|(?:ภายใน|ไม่เกิน|ใช้|เวลา|ประมาณ|ต่อ|ละ|นาที|ชั่วโมง|ชม|วัน|ทำการ|ทันที|เดือน|สัปดาห์|ปี|บาท|ราย|ครั้ง|ฉบับ|คน)"
    r"|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)(?:คม|ยน|พันธ์))*+"
)
_MAY_BE_EMPTY = regex("หมายเหตุ|อื่น|เพิ่มเติม")  # columns in which most rows have nothing to say
_OF_WORDS = frozenset(("keywords", "steps", "first_column", "rated", "clause"))


def unless_unfilled(seen: Observation, component: Component, matter: Matter) -> Observation:
    """What was found; a lack or a doubt that names the column, where nobody has filled in one that is headed for it."""
    if seen.status is not ComponentStatus.FOUND or not matter.empty_headings:
        return seen
    for words in component.each_of:
        if (head := _unfilled(matter.folded_words(words), matter)) is not None:
            return absent(f"มีคอลัมน์ “{head}” {EMPTY_COLUMN} หากไม่มีให้ระบุว่า “ไม่มี” หรือ 0")
    if component.check not in _OF_WORDS or component.in_lists or component.in_furniture:
        return seen
    head = _unfilled(matter.folded_words(component.keywords), matter) or _under_heading(seen, matter)
    if head is None:
        return seen
    note = f"มีคอลัมน์ “{head}” {EMPTY_COLUMN} แต่พบถ้อยคำในที่อื่น: “{seen.snippet}” โปรดเปิดดู และกรอกให้ครบ"
    return replace(seen, status=ComponentStatus.UNREADABLE, note=note)


def _unfilled(words: Sequence[str], matter: Matter) -> str | None:
    """The heading of an empty column that begins with one of the words, if no column that holds one is filled in."""
    tables = [table for table in matter.tables if table.rows]
    filled = [matter.fold(head) for table in tables for head in filled_header(table)]
    if any(word in head for head in filled for word in words):
        return None
    empty = next((head for head in _empty_heads(matter) if matter.fold(head).startswith(tuple(words))), None)
    if empty is not None or any(_begins_one(head, words) for head in filled):
        return empty
    return next((head for head in _empty_heads(matter) if _begins_one(matter.fold(head), words)), None)


def _begins_one(head: str, words: Sequence[str]) -> bool:
    """Whether a head is so long a piece of a word, from its beginning, that it names the same."""
    return len(head) >= _LEAST_NAME and any(word.startswith(head) for word in words)


def _under_heading(seen: Observation, matter: Matter) -> str | None:
    """The head of an empty column in the table right under the heading that shows the thing, if no other tells it."""
    said = matter.fold(seen.snippet or "")
    for table in matter.tables:
        if not table.heading or matter.fold(table.heading) != said or not _tells_nothing(table):
            continue
        return next((head for _, head in empty_columns(table) if not _MAY_BE_EMPTY.search(head)), None)
    return None


def _tells_nothing(table: Table) -> bool:
    """Whether no cell of a table says anything in words but numbers, sums and times."""
    cells = (cell for row in own_rows(table) if not is_heading(row) for cell in row)
    return all(_NO_WORDS.fullmatch(cell) for cell in cells)


def _empty_heads(matter: Matter) -> Iterator[str]:
    """The headings of empty columns of the tables in which others are filled in: what is empty all over is a form."""
    for table in (*matter.page.tables, *matter.page.laid_out):
        yield from table.empty
        if len(table.header) > 1 and _is_filled_in(table):
            yield from (head for _, head in empty_columns(table))


def _is_filled_in(table: Table) -> bool:
    """Whether some row fills half of the columns: one that says that there was nothing to buy does not."""
    filled = (sum(not is_blank(cell) for cell in row) for row in own_rows(table) if not is_heading(row))
    return any(2 * count >= len(table.header) for count in filled)
