"""Plain text files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.office import MOST_TEXT_BYTES, whole_lines_within
from oit_checker.documents.paragraphs import passages_of
from oit_checker.documents.table_heads import Row, table_of
from oit_checker.documents.titles import title_of
from oit_checker.model.page import Page, PageKind, Passage, Table, Unreadable
from oit_checker.patterns import regex
from oit_checker.thai.decode import decode

_BOLD_LINE = regex(r"\*\*(.+?)\*\*\Z", re.DOTALL)


def read_text(body: bytes, *, url: str, declared: str | None = None) -> Page:
    """Read a plain text: a line between ** is a heading, lines with tabs are rows of a table.

    It is read as far as MOST_TEXT_BYTES.
    """
    start, is_cut = whole_lines_within(body, MOST_TEXT_BYTES)
    text = decode(start, declared).text
    passages: list[Passage] = []
    tables: list[Table] = []
    rows: list[Row] = []
    heading: str | None = None
    for block in _text_blocks(text):
        if "\t" in block.strip("\n"):
            rows.append(tuple(tidy(cell) for cell in block.split("\t")))
            continue
        tables.extend(table_of(rows, sheet=None, heading=heading))
        rows = []
        marked = _BOLD_LINE.match(block.strip())
        if marked:
            heading = tidy(marked[1].replace("**", ""))
            passages.append(Passage(heading, is_heading=True))
        elif said := tidy(block.replace("**", "")):
            passages.extend(passages_of([said], page_no=None, heading=heading))
    tables.extend(table_of(rows, sheet=None, heading=heading))
    return Page(
        url=url,
        kind=PageKind.TEXT,
        title=title_of([found.text for found in passages[:20]]),
        passages=tuple(passages),
        tables=tuple(tables),
        unreadable=None if passages or tables else Unreadable.EMPTY,
        cut=is_cut,
    )


def _text_blocks(text: str) -> Iterator[str]:
    """Lines, a bold run that spans several lines as one."""
    open_run = ""
    for line in text.splitlines():
        if open_run:
            open_run += "\n" + line
            if line.count("**") % 2:
                yield open_run
                open_run = ""
        elif line.strip().startswith("**") and line.count("**") % 2:
            open_run = line
        else:
            yield line
    yield from open_run.splitlines()
