"""A short label with something beside it: the head of a filled column, "ผู้ทำ: กองคลัง", "ความเสี่ยงที่ 1 …".

labels     the words of the label, whole: ผล is no label of ผลผลิต; what stands in brackets beside them does not matter.
           Of heads ทำอย่างไร stands for every way to ask how, ใครทำ for every way to ask who; ราคาเท่าไร is ราคา,
           วิธีการลด is วิธีลด, แก้ตัวชี้วัดที่ is แก้ตัวชี้วัด
heads      lists of words: a head is a label as well that begins with a word of each list, one after another, whatever
           follows (วิธี and ลด: วิธีการลดความเสี่ยง), unless one of not_heads follows (ที่มีอยู่)
cells      words of which one must stand in what is labelled (ตัวชี้วัดที่, กอง); first: it must begin with it, apart
           from numbers
not_cells  words with which nothing begins that is labelled (เทศบาล: the agency's name is no name of a service)
figures    what is labelled must be a figure, "-" or ไม่มี
numbered   a number after the label labels as a colon does (ความเสี่ยงที่ 1 เบิกค่าเดินทางเท็จ)
beside     lists of words; other heads of the same table must hold one of each. A PDF gives lines and no columns: there
           a line that holds the label and, of each list, a word is the head, and lines must follow. Without beside,
           heads of a PDF's tables show nothing
not_tables words with which a head of a table begins that explains what a label means (ความหมาย): its cells tell nothing
min_rows   how often it must be labelled so (default 1)
not_after  words that make the label something else where they stand before it in its line (ขอเชิญเสนอ …: …)

FOUND       | ขั้น | ผู้ทำ | / | รับเรื่อง | กลุ่มงานอำนวยการ |  · บริการ: ขอใช้สนามกีฬา
NOT FOUND   | ขั้น | ผู้ทำ | and empty cells · บริการ: ………… · a heading without anything below it
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from oit_checker.checks.apart import explains_a_scale
from oit_checker.checks.chunks import Line
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.checks.questions import asked as asked_by
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.page import PageKind, Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze, toneless

ROW_LETTERS = 30  # folded letters from which a line below a head is a row of it, though no number leads it
LEAST_PAIRS = 3  # rows of label and value from which a table of more than two columns is one of such rows
MOST_LINES = 40  # of a PDF's page below the head of a table that are its rows
IN_LINES = frozenset((PageKind.PDF, PageKind.TEXT))
_TAIL = r"[^\s:|]{0,14}"  # what may stand between a label and its colon: ความเห็น(ของชุมชน):
_BEFORE = r"(?:^|(?<=[\s|•●(/–-])|(?<=[\d.)]))"
_SIGNS = regex(r"\([^)]*\)|[^ก-๎a-z&']+")
_PARTS = regex(r"/|,|และ|หรือ")
_NUMBERING = regex(r"^[\d.()•*-]+")
_NOTHING = regex(r"[^ก-๎a-z]*")
_FIGURE = regex(r"-|ไม่มี.*|[\d,]+(?:\.\d+)?%?(?:เรื่อง|ราย|ครั้ง|กรณี|คน)?")
_ASKS_NUMBER = regex("ที่?$")  # แก้ตัวชี้วัดที่ | 2, 3
_NUMBERS = regex(r"\d{1,2}(?:(?:,|และ|-|/)\d{1,2})*")
_LEADING_FIGURE = regex(r"(?:จำนวน|จานวน)?\s*(?:[\d,]+|-(?=\s|$)|ไม่มี)")
_NOT_YET = regex(r"(?:จะ(?!ต้อง)|รอ(?:ข้อมูล|การ|ผล)|ยังไม่|อยู่(?:ใน)?ระหว่าง|ให้ระบุ|โปรดระบุ|ระบุ|\(ระบุ|[.…_]{3,})")
_TO_WRITE_ON = regex(r"[.…_]{3,}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The parameters, folded as the matter is."""

    labels: frozenset[str]
    plain_labels: frozenset[str]
    cells: tuple[str, ...]
    not_cells: tuple[str, ...]
    first: bool
    figures: bool
    not_after: tuple[str, ...]
    heads: re.Pattern[str] | None
    words: frozenset[str]
    not_tables: tuple[str, ...]

    def is_told(self, text: str) -> bool:
        """Whether a folded cell or the rest of a line tells what is asked."""
        if self.figures:
            return _FIGURE.fullmatch(text) is not None
        if _NOT_YET.match(text) or _NOTHING.fullmatch(text) or text.startswith(self.not_cells):
            return False
        if self.first:
            return _NUMBERING.sub("", text).startswith(self.cells)
        return not self.cells or any(word in text for word in self.cells)

    def is_label(self, head: str) -> bool:
        """Whether a folded head of a column is one of the labels, apart from numbers, brackets and its other half."""
        parts = [_plain(part) for part in (head, *_PARTS.split(head))]
        if any(part in self.labels or asked_by(part) in self.plain_labels for part in parts):
            return True
        return any(_ordinal(part) in self.labels for part in parts) or self._begins_so(parts)

    def _begins_so(self, parts: Sequence[str]) -> bool:
        return self.heads is not None and any(self.heads.match(part) for part in parts)


def _plain(head: str) -> str:
    """A folded head without signs, and without what changes no meaning: วิธีการ is วิธี."""
    return _SIGNS.sub("", head).replace("วิธีการ", "วิธี")


def _ordinal(head: str) -> str:
    """A head that asks for a number, as its name: ตัวชี้วัดที่ is ตัวชี้วัด."""
    return head.removesuffix("ที่").removesuffix("ที")


def labelled(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    labels: list[str],
    cells: Sequence[str] = (),
    not_cells: Sequence[str] = (),
    first: bool = False,
    figures: bool = False,
    numbered: bool = False,
    beside: list[list[str]] | None = None,
    min_rows: int = 1,
    not_after: Sequence[str] = (),
    heads: Sequence[list[str]] = (),
    not_heads: Sequence[str] = (),
    not_tables: Sequence[str] = (),
) -> Observation:
    """Look at the tables, then at the lines."""
    if not matter.holds([*labels, *(heads[0] if heads else ())]):
        return absent()
    names = frozenset(map(_plain, matter.folded_words(labels)))
    asked = _Asked(
        names,
        frozenset(map(toneless, names)),
        matter.folded_words(cells),
        matter.folded_words(not_cells),
        first,
        figures,
        matter.folded_words(not_after),
        _beginning([matter.folded_words(words) for words in heads], matter.folded_words(not_heads)),
        names.union(matter.folded_words(heads[0]) if heads else ()),
        tuple(not_tables),
    )
    groups = [matter.folded_words(words) for words in beside or ()]
    for told in (
        _in_tables(asked, groups, matter),
        _in_lines(asked, numbered, matter),
        _in_heads(asked, groups, matter),
    ):
        places = list(islice(told, max(min_rows, 1)))
        if places and len(places) >= min_rows:
            return found(places[0].snippet, places[0].place)
    return absent()


def _beginning(groups: Sequence[Sequence[str]], others: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern of plain heads that begin with a word of each group, การ between them or not; None without groups."""
    if not groups:
        return None
    words = "(?:การ)?".join(f"(?:{'|'.join(map(re.escape, group))})" for group in groups)
    return re.compile(rf"{words}(?!.*(?:{'|'.join(map(re.escape, others))}))" if others else words)


def _in_tables(asked: _Asked, groups: Sequence[Sequence[str]], matter: Matter) -> Iterator[Place]:
    """What stands in the column of a label, and beside a label in a row that holds nothing else."""
    for table in matter.tables:
        heads = [matter.fold(cell) for cell in table.header]
        if asked.not_tables and explains_a_scale(table, matter, asked.not_tables):
            continue
        if table.rows and _hold_each(heads, groups):
            for column in (at for at, head in enumerate(heads) if _is_labelled(asked, table, at, head, matter)):
                yield from _in_column(asked, table, column, matter)
        for cell, after in _pairs(table):
            if asked.is_label(matter.fold(cell)) and asked.is_told(matter.fold(after)):
                yield Place(after, f"{squeeze(cell)}: {squeeze(after)[:100]}", place_of_table(table))


def _is_labelled(asked: _Asked, table: Table, column: int, head: str, matter: Matter) -> bool:
    """Whether a column has one of the labels: its folded head, or a line of it where that has several."""
    lines = (matter.fold(line[column]) for line in table.head if column < len(line))
    return asked.is_label(head) or any(map(asked.is_label, lines))


def _pairs(table: Table) -> list[tuple[str, str]]:
    """Label and value of each row of a table of two columns; of a wider one that begins with such rows, of these.

    Where the head fills more cells, a row with two of them lacks what the others name.
    """
    rows = (table.header, *own_rows(table))
    if len(table.header) == 2:
        return [(row[0], row[1]) for row in rows if len(row) > 1]
    filled = [tuple(dict.fromkeys(cell for cell in row if cell)) for row in rows]
    if len(filled[0]) != 2:
        return []
    pairs = [(told[0], told[1]) for row, told in zip(rows, filled, strict=True) if len(told) == 2 and row[0]]
    return pairs if len(pairs) >= LEAST_PAIRS else []


def _in_column(asked: _Asked, table: Table, column: int, matter: Matter) -> Iterator[Place]:
    asks_number = _ASKS_NUMBER.search(matter.fold(table.header[column])) is not None
    for row in own_rows(table):
        cell = row[column] if column < len(row) else ""
        told = matter.fold(cell)
        if len(set(row)) > 1 and (asked.is_told(told) or (asks_number and _NUMBERS.fullmatch(told))):
            yield Place(cell, f"{squeeze(table.header[column])}: {squeeze(cell)[:100]}", place_of_table(table))


def _hold_each(heads: Sequence[str], groups: Sequence[Sequence[str]]) -> bool:
    return all(any(word in head for head in heads for word in words) for words in groups)


def _in_lines(asked: _Asked, numbered: bool, matter: Matter) -> Iterator[Place]:
    """What follows a label and its colon or number, in its line or in the next."""
    lines = matter.lines
    for number, line in enumerate(lines):
        may_tell = ":" in line.spaced or numbered or asked.figures
        if not may_tell or _any_of(asked.labels).search(line.folded) is None:
            continue
        for seen in _pattern(asked.labels, numbered, asked.figures).finditer(line.spaced):
            if any(word in line.spaced[: seen.start()].replace(" ", "") for word in asked.not_after):
                continue
            rest = line.spaced[seen.end() :]
            if not rest.strip() and number + 1 < len(lines) and _goes_on(line, lines[number + 1]):
                rest = lines[number + 1].spaced
            if asked.figures:
                is_told = _LEADING_FIGURE.match(rest.strip()) is not None
            else:
                is_told = asked.is_told(rest.replace(" ", "")) and not _TO_WRITE_ON.match(rest.strip())
            if is_told:
                yield Place(rest, f"{squeeze(line.text)[:160]}", line.place)


def _goes_on(line: Line, following: Line) -> bool:
    return not following.is_heading and following.part == line.part and not following.spaced.rstrip().endswith(":")


@lru_cache(maxsize=256)
def _any_of(labels: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, labels)))


@lru_cache(maxsize=256)
def _pattern(labels: frozenset[str], numbered: bool, figures: bool) -> re.Pattern[str]:
    words = "|".join(r"\s?".join(map(re.escape, label)) for label in sorted(labels, key=len, reverse=True))
    ends = rf"(?:\s?\([^)]*\))?{_TAIL}\s*:"
    if numbered:
        ends = rf"(?:{ends}|\s*(?:ที่)?\s*\d{{1,2}}(?![\d/]|\.\d)\s*[.):–-]?(?=\s*[^\s\d.…]))"
    if figures:
        ends = rf"(?:{ends}|(?:แล้ว)?(?=\s*(?:จานวน)?\s*(?:\d|-\s)))"
    return re.compile(rf"{_BEFORE}(?:{words}){ends}")


def _in_heads(asked: _Asked, groups: Sequence[Sequence[str]], matter: Matter) -> Iterator[Place]:
    """What stands below the head of a table in the lines of a PDF."""
    if not groups or matter.page.kind not in IN_LINES:
        return
    lines, stands, others = matter.lines, _any_of(asked.words), matter.folded_words(asked.not_tables)
    for number, line in enumerate(lines):
        if stands.search(line.folded) is None or not _hold_each([line.folded], groups) or _holds(line, others):
            continue
        tokens = line.spaced.split()
        if not any(asked.is_label(token) for token in tokens) or not _hold_each(tokens, groups):
            continue
        for below in lines[number + 1 : number + 1 + MOST_LINES]:
            if below.part != line.part:
                break
            if (asked.cells or _is_row(below)) and asked.is_told(below.folded):
                yield Place(below.text, f"{squeeze(line.text)[:80]}: {squeeze(below.text)[:80]}", below.place)


def _holds(line: Line, words: Sequence[str]) -> bool:
    return any(word in line.folded for word in words)


def _is_row(line: Line) -> bool:
    """Whether a line below a head is one of its rows: it begins with a number, or it fills more columns than one."""
    is_long = len(line.folded) >= ROW_LETTERS and line.spaced.count(" ") > 1
    return not line.is_heading and (is_long or any(char.isdigit() for char in line.folded[:3]))
