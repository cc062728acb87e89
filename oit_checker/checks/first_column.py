"""The component's keywords, or a table whose other columns say what its first one tells.

beside       lists of words; the header of the table must hold one of each (โอกาส · ผลกระทบ)
min_letters  how much a cell of the first column must tell (default 8 letters)

The first column is the first that holds words: numbers of rows are none. Where every row has no more than a dash under
a head that holds a keyword, and no table tells more under such a head, the head shows nothing: a person looks.

FOUND       | เรื่อง | โอกาส | ผลกระทบ | / | เรียกรับเงินเพื่อเร่งคำขอ | 2 | 5 |
NOT FOUND   | เรื่อง | โอกาส | ผลกระทบ | and no row below
            | งาน | เรื่อง | โอกาส | ผลกระทบ | / | จัดซื้อพัสดุ | | 2 | 5 |
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_DASH = regex(r"\s*[-–—]+\s*")


def first_column(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    beside: list[list[str]] | None = None,
    min_letters: int = 8,
) -> Observation:
    """Look for the keywords, then for such a table."""
    place = best_place(component, matter)
    if place is not None and (dashed := _only_dashes(component, matter)) is not None:
        return dashed
    if place is not None:
        return found(place.snippet, place.place)
    others = [matter.folded_words(words) for words in beside or ()]
    for table in matter.tables if beside else ():
        head = matter.fold("".join(table.header))  # narrow columns of a PDF cut the words of their heads: โอกา|ส
        if all(any(word in head for word in words) for words in others):
            told = _told(table, min_letters, [matter.fold(cell) for cell in table.header], others)
            if told is not None:
                return found(told, place_of_table(table))
    return absent()


def _only_dashes(component: Component, matter: Matter) -> Observation | None:
    """A doubt, where the columns that the keywords head hold dashes and nothing else."""
    words = matter.folded_words(component.keywords)
    dashed: tuple[str, Table] | None = None
    for table in matter.tables:
        for column, head in enumerate(table.header):
            if not any(word in matter.fold(head) for word in words):
                continue
            cells = [row[column] for row in own_rows(table) if column < len(row)]
            if not cells or not all(_DASH.fullmatch(cell) for cell in cells):
                return None
            dashed = dashed or (head, table)
    if dashed is None:
        return None
    note = f"คอลัมน์ “{dashed[0]}” มีแต่ขีด (-) ทุกแถว โปรดเปิดดู และระบุของแต่ละรายการ"
    return Observation(ComponentStatus.UNREADABLE, dashed[0], place_of_table(dashed[1]), note)


def _told(table: Table, min_letters: int, heads: Sequence[str], others: Sequence[Sequence[str]]) -> str | None:
    """The first cell that tells enough, of the first column that has words.

    None where a column that stands before the others has a head and not one filled cell: it was to tell the thing.
    """
    told: str | None = None
    for column, head in enumerate(heads):
        cells = [row[column] for row in table.rows if column < len(row) and row[column].strip()]
        if told is not None and (_are_figures(cells) or any(word in head for words in others for word in words)):
            break
        if not cells and head:
            return None
        told = told or next(
            (cell for cell in cells if len(fold(cell)) >= min_letters and not _are_figures([cell])), None
        )
    return told


def _are_figures(cells: Sequence[str]) -> bool:
    return bool(cells) and all(cell.replace(" ", "").isdigit() for cell in cells)
