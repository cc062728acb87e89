"""Lines of a PDF that are a label with nothing said behind it, though the text of the page runs on.

"กฎหมายที่เกี่ยวข้อง" on a line of its own tells nothing where the next line is a label too. The heads of a table stand so as
well, each on a line: a page with a table says nothing here, nor do three labels in a row with text below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, groupby, pairwise, takewhile

from oit_checker.checks.chunks import CUT
from oit_checker.checks.label_words import LABEL, SIGNED, ends, is_answered
from oit_checker.checks.open_labels import is_left_open, is_promised
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.thai.text import fold

_LONGEST = 60  # letters of a line that is nothing but a label
_HEADS = 3  # labels in a row that may be the heads of a table
_AROUND = 16  # folded letters of the lines beside a label by which it is found again in its page


class BareLines:
    """The pages of a PDF in their order, each asked where its bare labels stand in its folded text."""

    def __init__(self, page: Page) -> None:
        is_pdf = page.kind is PageKind.PDF
        grouped = groupby(page.passages if is_pdf else (), key=lambda passage: passage.page_no)
        self._pages = [(page_no, tuple(passages)) for page_no, passages in grouped]
        self._first = 1 if page.title else 0
        drawn = {table.page_no for table in (*page.tables, *page.laid_out)}
        self._of_tables = drawn.union(number for number, _ in page.unclear_heads)

    def spans(self, number: int, folded: str) -> list[tuple[int, int]]:
        """Where the bare labels of a chunk, given as folded, stand in it."""
        place = number - self._first
        if not 0 <= place < len(self._pages) or self._pages[place][0] in self._of_tables:
            return []
        lines = [line for passage in self._pages[place][1] for line in _lines(passage)]
        found, after = [], 0
        for at in _bare(lines, is_last=place + 1 == len(self._pages)):
            before = fold(lines[at - 1])[-_AROUND:] if at else ""
            label = fold(lines[at])
            following = fold(lines[at + 1])[:_AROUND] if at + 1 < len(lines) else ""
            start = folded.find(before + label + following, after)
            if start >= 0:
                after = start + len(before)
                found.append((after, after + len(label)))
        return found


def _lines(passage: Passage) -> Iterator[str]:
    """The lines of which a passage was put together."""
    for start, end in pairwise((0, *passage.breaks, len(passage.text))):
        if line := passage.text[start:end].strip():
            yield line


def _bare(lines: Sequence[str], *, is_last: bool) -> Iterator[int]:
    """The places of lines that are bare labels; is_last: nothing follows the last of them."""
    short = [at for at, line in enumerate(lines) if len(line) <= _LONGEST and CUT not in line]
    texts = fold(CUT.join(lines[at] for at in short)).split(CUT) if short else []
    labels = {at: text for at, text in zip(short, texts, strict=True) if LABEL.fullmatch(text)}
    for at in short:
        before, after = (lines[at - 1] if at else ""), (lines[at + 1] if at + 1 < len(lines) else "")
        is_open = is_left_open(before, lines[at], after) or is_promised(lines[at], after, is_heading=False)
        if is_open or (at in labels and _is_bare(at, labels, lines, is_last=is_last)):
            yield at


def _is_bare(at: int, labels: dict[int, str], lines: Sequence[str], *, is_last: bool) -> bool:
    """Whether nothing is said behind the label in a line.

    Between lines that are labels and say something, it was left out; with a colon it waits for an answer.
    """
    if at + 1 == len(lines):
        return is_last
    following, asks = lines[at + 1], labels[at].endswith(":")
    if is_answered(following) and not SIGNED.match(fold(following)):
        return asks or (at > 0 and is_answered(lines[at - 1]))
    if not ends(labels[at], labels.get(at + 1, fold(following))):
        return False
    first, last = (list(takewhile(labels.__contains__, count(at, step)))[-1] for step in (-1, 1))
    below = fold(lines[last + 1]) if last + 1 < len(lines) else "" if is_last else ":"
    is_open = not below or SIGNED.match(below) is not None
    return is_open or last - first + 1 < _HEADS or (asks and labels.get(at + 1, ":").endswith(":"))
