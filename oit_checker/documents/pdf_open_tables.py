"""The rows of a PDF's table of results that has no lines: told by places, and only where these leave no doubt.

Such a table has a head in one line, with a name of things (โครงการ, มาตรการ) and one of what became of them (ผล…).
Below it every run of text stands under one name. A line is a row where all columns are filled in it. Where the first
column counts the rows, each begins at its number, and a cell may go on below. Anything else (a name that goes on in a
line of its own, or a row without a result: nothing tells which) is no table, so that a blank cell is never hidden.
A table that may go on over the page is not told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.pdf_drawn import Drawn
from oit_checker.documents.pdf_places import Box, Placed
from oit_checker.documents.pdf_unruled import GAP, LEAST_ROWS, without_page_number
from oit_checker.documents.text_layer import mended
from oit_checker.model.page import Table
from oit_checker.patterns import regex

_OF_THINGS = "(?:ชื่อ)?(?:แผนงาน|โครงการ|กิจกรรม|มาตรการ|ความเสี่ยง|ประเด็น|เหตุการณ์|รายการ)"
_OF_RESULTS = "ผล|สิ่งที่(?:ได้)?(?:ดำเนิน|ทำ)|การดำเนินการ"
_HEAD = regex(rf"^(?=.{{0,120}}$)[^0-9๐-๙]{{0,20}}{_OF_THINGS}[^0-9๐-๙]{{0,60}}(?:{_OF_RESULTS})", re.MULTILINE)
_THINGS, _RESULTS = regex(_OF_THINGS), regex(_OF_RESULTS)
_COUNTS = regex(r"ลำดับ(?:\s?ที่)?|ที่|ข้อ(?:\s?ที่)?|No\.?")
_NUMBER = regex(r"[0-9๐-๙]{1,3}[.)]?")
_TOTAL = regex("รวม")
_LEAST_NAMES = 2
_LINE_END = "\r\n"

_Cells = dict[int, list[Box]]
_Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    table: Table
    may_go_on: bool


class OpenTableReader:
    """Looks at page after page of one document; `tables` gives the tables without lines that are known to their end."""

    def __init__(self) -> None:
        self._found: list[_Found] = []
        self._last_page = 0

    def look(self, placed: Placed, raw: str, page_no: int) -> None:
        """Look at one page; raw is its text as the layer has it, empty where it cannot be read."""
        self._last_page = page_no
        if _HEAD.search(raw.replace(_LINE_END, "\n")) is not None and Drawn(placed).is_unruled:
            self._found += _tables(placed, page_no)

    def tables(self) -> tuple[Table, ...]:
        return tuple(
            found.table for found in self._found if not found.may_go_on or found.table.page_no == self._last_page
        )


def _tables(placed: Placed, page_no: int) -> Iterator[_Found]:
    texts = without_page_number(placed.texts)
    for head in _lines(texts):
        names = [_said(box, placed) for box in head]
        if not _is_head(names):
            continue
        low = min(box.bottom for box in head)
        lines = list(_below(texts, low))
        rows = _rows(head, lines, placed, counted=_COUNTS.fullmatch(names[0]) is not None)
        if rows is not None:
            lowest = min(text.bottom for text in texts)
            may_go_on = any(text.bottom <= lowest for line in lines for text in line)
            yield _Found(Table(tuple(names), tuple(rows), page_no=page_no), may_go_on)


def _is_head(names: Sequence[str]) -> bool:
    """Whether runs of text that stand in one line name things and what became of them."""
    if len(names) < _LEAST_NAMES or len(set(names)) < len(names) or not all(names):
        return False
    thing = next((number for number, name in enumerate(names) if _THINGS.match(name)), None)
    return thing is not None and any(_RESULTS.match(name) for name in names[thing + 1 :])


def _rows(head: Sequence[Box], lines: Iterable[list[Box]], placed: Placed, *, counted: bool) -> _Rows | None:
    """The cells of each row; None where it cannot be told for sure what is one."""
    spans = [(box.left, box.right) for box in head]
    rows: list[_Cells] = []
    before: Collection[int] = ()  # columns that stand in the line before
    for line in lines:
        cells = _cells(line, spans)
        if cells is None:
            return None
        if rows and _TOTAL.match(_said(line[0], placed)):
            break
        begins = not counted or (0 in cells and _NUMBER.fullmatch(_said(cells[0][0], placed)) is not None)
        if begins and len(cells) >= (_LEAST_NAMES if counted else len(head)):
            rows.append(cells)
        elif counted and not begins and rows and cells.keys() <= set(before) - {0}:
            rows[-1] = {at: texts + cells.get(at, []) for at, texts in rows[-1].items()}
        else:  # of the row before or after, or a row of its own
            return None
        before = cells.keys()
    if len(rows) < LEAST_ROWS:
        return None
    return [tuple(" ".join(_said(box, placed) for box in row.get(at, ())) for at in range(len(head))) for row in rows]


def _cells(line: Sequence[Box], spans: list[tuple[float, float]]) -> _Cells | None:
    """What of a line stands under each name; None where something stands under none, or under two."""
    cells: _Cells = {}
    for text in sorted(line, key=lambda box: box.left):
        meets = [at for at, span in enumerate(spans) if text.meets(*span)]
        if len(meets) != 1:
            return None
        left, right = spans[meets[0]]
        spans[meets[0]] = min(left, text.left), max(right, text.right)
        cells.setdefault(meets[0], []).append(text)
    return cells


def _lines(texts: Sequence[Box]) -> Iterator[list[Box]]:
    """The lines from the top down, each from left to right; letters of another font stand higher or lower in one."""
    line: list[Box] = []
    for text in sorted(texts, key=lambda text: -(text.bottom + text.top)):
        if line and (text.bottom + text.top) / 2 < min(box.bottom for box in line):
            yield sorted(line, key=lambda box: box.left)
            line = []
        line.append(text)
    if line:
        yield sorted(line, key=lambda box: box.left)


def _below(texts: Sequence[Box], low: float) -> Iterator[list[Box]]:
    """The lines below a head, from left to right, as long as they follow one another like rows."""
    before, widest = low, 0.0
    for number, line in enumerate(_lines([text for text in texts if (text.top + text.bottom) / 2 < low])):
        middle = max((text.top + text.bottom) / 2 for text in line)
        if number >= LEAST_ROWS and before - middle > GAP * widest:
            return
        widest = max(widest, before - middle) if number else widest
        before = middle
        yield line


def _said(run: Box, placed: Placed) -> str:
    """The words of a run of text."""
    inside = (word for word, box in placed.words if _holds(run, box))
    return tidy(mended(" ".join(inside)))


def _holds(run: Box, word: Box) -> bool:
    x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    return run.left <= x <= run.right and run.bottom <= y <= run.top
