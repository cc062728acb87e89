"""Labels with nothing said behind them: "ปัญหาและอุปสรรค" and then dots, the next label, a signature, or the end.

A form leaves its labels where nobody has answered. Only words that ask for something to be told are labels here (ปัญหา,
ข้อเสนอแนะ, ผลที่ได้, ค่าธรรมเนียม): the lines of a list name things one after another, and say what they are. A colon makes
others labels too (`open_labels`).
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.bare_lines import BareLines
from oit_checker.checks.chunks import Chunk
from oit_checker.checks.label_words import LABEL, NUMBERED, ends, is_answered, is_asking, unanswered
from oit_checker.checks.open_labels import asks_how_to_use, awaits, is_left_open, is_promised
from oit_checker.checks.places import TITLES
from oit_checker.empty_columns import is_blank
from oit_checker.model.page import Page, PageKind


class BareLabels:
    """The chunks of one page, asked whether one of them is a label with nothing behind it."""

    def __init__(self, page: Page, chunks: Sequence[Chunk], folded: str) -> None:
        self._chunks = chunks
        self._texts = folded.split("¦")
        self._is_told_apart = page.kind is PageKind.DOCX  # its blocks are known in their order, tables too
        titled = 0 if page.kind is PageKind.HTML or not page.title else 1
        self._before_tables = {table.after + titled for table in page.tables if table.after is not None and table.rows}
        self._page = page
        self._known: dict[int, bool] = {}
        self._lines = BareLines(page)
        self._known_lines: dict[int, list[tuple[int, int]]] = {}

    def is_bare(self, number: int, start: int) -> bool:
        """Whether chunk `number` is a bare label, or the line of it that stands at `start` of its folded text."""
        if number not in self._known:
            self._known[number] = self._is_bare(number)
            text = self._texts[number]
            self._known_lines[number] = [*self._lines.spans(number, text), *unanswered(text)]
        return self._known[number] or any(first <= start < end for first, end in self._known_lines[number])

    def _is_bare(self, number: int) -> bool:
        chunk = self._chunks[number]
        if chunk.is_claim or chunk.place in TITLES:
            return False
        return self._is_bare_row(number) if chunk.is_row else self._is_bare_line(number)

    def _is_bare_row(self, number: int) -> bool:
        """Whether a row says nothing but one label; not where its text may stand in the row below."""
        row = self._texts[number].split("|")
        told = _told(row)
        is_head = number == 0 or self._chunks[number - 1].part != self._chunks[number].part
        if is_head or len(row) < 2 or len(told) != 1 or not LABEL.fullmatch(told[0]):
            return False
        if number + 1 == len(self._chunks) or self._chunks[number + 1].part != self._chunks[number].part:
            return True
        after = self._texts[number + 1].split("|")
        said = _told(after)
        if self._is_told_apart:  # a cell over all columns stands in each of them
            return bool(NUMBERED.fullmatch(row[0])) or not (is_blank(after[0]) or NUMBERED.fullmatch(after[0]))
        return not said or LABEL.fullmatch(said[0]) is not None

    def _is_left_out(self, number: int, other: int) -> bool:
        """Whether the labels around a label that follow it and go before it say something, each in its line."""
        return (
            other == number + 1 and number > 0 and all(is_answered(self._chunks[at].text) for at in (number - 1, other))
        )

    def _is_over_a_heading(self, number: int) -> bool:
        """Whether a heading of a web page stands right over another of its rank, with no table or link of its own."""
        if number + 1 >= len(self._chunks):
            return False
        one, other = self._chunks[number], self._chunks[number + 1]
        if not (one.is_heading and other.is_heading) or len(other.above) > len(one.above):
            return False
        own = (*(table.heading for table in self._page.tables), *(link.heading for link in self._page.links))
        return one.text not in own

    def _waits_on_a_page(self, number: int) -> bool:
        """Whether a label of a web page ends in a colon, and the next line is a label; no table may stand between."""
        if self._page.kind is not PageKind.HTML or self._page.tables or number + 1 >= len(self._chunks):
            return False
        following = self._texts[number + 1]
        asks_too = following.endswith(":") and LABEL.fullmatch(following) is not None
        return self._texts[number].endswith(":") and (asks_too or is_answered(self._chunks[number + 1].text))

    def _is_left_open(self, number: int) -> bool:
        """Whether a line with a colon, or a heading, waits for its answer, whatever its words."""
        if number + 1 >= len(self._chunks):
            at_end = self._is_told_apart and number > 0 and number + 1 not in self._before_tables
            return at_end and awaits(self._chunks[number].text) and is_asking(self._chunks[number].text)
        one, after = self._chunks[number], self._chunks[number + 1]
        if after.is_row or after.is_claim or number + 1 in self._before_tables:
            return False
        if is_promised(one.text, after.text, is_heading=one.is_heading or after.heading == one.text):
            return True
        before = self._chunks[number - 1].text if number > 0 else ""
        may_tell_apart = self._page.kind is PageKind.HTML and bool(self._page.tables)
        return not may_tell_apart and is_left_open(before, one.text, after.text)

    def _is_bare_line(self, number: int) -> bool:
        label = self._texts[number]
        if self._is_left_open(number):
            return True
        if asks_how_to_use(self._chunks[number].text) and not self._page.pictures:  # instructions may be drawn
            return self._is_over_a_heading(number)
        if not LABEL.fullmatch(label):
            return False
        following = range(number + 1, len(self._texts))
        if not self._is_told_apart:
            is_blank_below = number + 1 in following and _is_to_write_on(self._texts[number + 1])
            return is_blank_below or self._is_over_a_heading(number) or self._waits_on_a_page(number)
        for other in following:
            if other in self._before_tables:
                return False
            text = self._texts[other]
            if self._chunks[other].is_row or ends(label, text) or self._is_left_out(number, other):
                return True
            if not _is_to_write_on(text):
                return False
        return len(self._texts) not in self._before_tables


def _told(row: Sequence[str]) -> list[str]:
    """The folded cells of a row that say something; its number says nothing."""
    cells = [cell for cell in row if not is_blank(cell)]
    return cells[1:] if cells and NUMBERED.fullmatch(cells[0]) else cells


def _is_to_write_on(text: str) -> bool:
    """Whether a line is dots to write on; a dash alone is an answer."""
    line = text.strip(":-")
    return bool(line) and is_blank(line)
