"""The lines of a page by their places, where the text layer gives a table in two passes that lie over one another.

A spreadsheet that is written to a PDF draws the cells of one font first, down to the foot of the page, and goes back up
for those of another. What is next to one another on the page is then far apart in the layer, and the title may come
last. Such a layer is told by a jump back up over a whole table, above it or in between its cells. In two columns of
text the second stands beside the first, and under a watermark there is no table: there the layer is right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any, NamedTuple

from oit_checker.documents.paragraphs import join_lines
from oit_checker.documents.pdf_cells import Cell, Grid
from oit_checker.documents.pdf_grid import grids_of
from oit_checker.documents.pdf_places import Box, Placed
from oit_checker.documents.reading_order import MOST_LINES, line_places
from oit_checker.documents.titles import names_kind

_LINE_END = "\r\n"
MOST_WORDS, _MOST_LAYER_LINES = 6000, 3000  # of one page
_MOST_JUMPS = 8  # each is held against every word of the page
_LEAST_BEFORE, _LEAST_LINES = 2, 2  # words and lines before a jump
_LEAST_JUMP = 1.5  # heights of a line
_ABOVE = 2  # lines of the page that may stand above what is drawn after a jump: the title, and one below
_SAME_LINE = 0.5  # of the height of letters by which the middles of one line may differ
_SPACE = 0.5  # of the height of letters: more than a space is the gap between two cells
_NO_SPACE = 0.12  # of the same, between two that stand together


_Middle = tuple[float, float]
"""The height at which a word or line stands, by its middle, and the height of its letters."""


class _Word(NamedTuple):
    """What the layer gives in one line with no more than a space between, and its place."""

    text: str
    box: Box

    @property
    def middle(self) -> float:
        return (self.box.bottom + self.box.top) / 2

    @property
    def high(self) -> float:
        return self.box.top - self.box.bottom


class Ordered(NamedTuple):
    """The text of a page in the order of its places: above each ruled table, the table, and below the last.

    above counts the lines before the first table.
    """

    parts: tuple[str, ...] = ()
    above: int = 0


def by_place(raw: str, page: Any, placed: Placed) -> Ordered:
    """A page by its places; without parts where the order of the layer may be right.

    In a table each row is one line, and a cell is read to its end before the next.
    """
    is_long = raw.count(_LINE_END) > _MOST_LAYER_LINES
    if is_long or page.get_rotation() or not any(_jumps(_middles_of_lines(raw, placed.text_page))):
        return Ordered()
    words = _words(placed)
    if len(words) > MOST_WORDS:
        return Ordered()
    jumps = list(islice(_jumps([(word.middle, word.high) for word in words]), _MOST_JUMPS))
    grids = grids_of(placed) if jumps else []
    if not any(_goes_back_over(grid, words, at) for grid in grids for at in jumps):
        return Ordered()
    parts: list[str] = []
    for grid in grids:
        above = [word for word in words if word.middle >= grid.ys[0]]
        within = [word for word in words if _is_in(word, grid)]
        words = [word for word in words if word.middle <= grid.ys[-1]]
        parts += [_LINE_END.join(_lines(above)), _LINE_END.join(_rows(within, grid))]
    parts.append(_LINE_END.join(_lines(words)))
    return Ordered(tuple(part for part in parts if part), parts[0].count(_LINE_END) + 1 if parts[0] else 0)


def _words(placed: Placed) -> list[_Word]:
    words: list[_Word] = []
    for (text, box), is_after_blank in zip(placed.words, placed.after_blank, strict=True):
        word, before = _Word(text, box), words[-1] if words else None
        if before is not None and is_after_blank and _goes_on(before, word):
            last = before.box
            whole = Box(last.left, min(last.bottom, box.bottom), max(last.right, box.right), max(last.top, box.top))
            words[-1] = _Word(f"{before.text} {text}", whole)
        else:
            words.append(word)
    return words


def _goes_on(before: _Word, word: _Word) -> bool:
    """Whether a word stands in the line of the one before, with no more than a space between."""
    gap = word.box.left - before.box.right
    return abs(word.middle - before.middle) < _SAME_LINE * word.high and -word.high < gap <= _SPACE * word.high


def _goes_back_over(grid: Grid, words: Sequence[_Word], at: int) -> bool:
    """Whether the layer, having been in several lines of a table, goes back above it, or in between its cells.

    What is drawn last above a table, and nothing of it, is a running head, unless it says what the paper is.
    """
    before = [word for word in words[:at] if _is_in(word, grid)]
    after = [word for word in words[at:] if _is_in(word, grid)]
    if len(before) < _LEAST_BEFORE or _count_lines(before) < _LEAST_LINES:
        return False
    if words[at].middle > grid.ys[0]:
        return bool(after) or _is_title(words, at, grid)
    return _lies_between(before, after)


def _is_title(words: Sequence[_Word], at: int, grid: Grid) -> bool:
    """Whether the words from `at` on are the title of a page that holds hardly anything but the table below."""
    around = [word for word in words[:at] if not _is_in(word, grid)]
    named = next(_lines(words[at:]))
    return names_kind(named) and not any(map(names_kind, _lines(around))) and _count_lines(around) <= MOST_LINES


def _count_lines(words: Iterable[_Word]) -> int:
    return sum(1 for _ in _lines(words))


def _is_in(word: _Word, grid: Grid) -> bool:
    return grid.ys[-1] < word.middle < grid.ys[0]


def _middles_of_lines(raw: str, text_page: Any) -> list[_Middle]:
    """Of each line of the layer; asked of one letter a line, as most pages are told by that to be in order."""
    places = line_places(raw.split(_LINE_END), text_page)
    return [((bottom + top) / 2, top - bottom) for bottom, top in filter(None, places)]


def _jumps(middles: Sequence[_Middle]) -> Iterator[int]:
    """The words, or lines, with which the layer goes back up to the first lines of the page; never the first one."""
    for at, ((before, _), (middle, high)) in enumerate(pairwise(middles), 1):
        if middle - before >= _LEAST_JUMP * high:
            above = {round(one / max(its, 1.0)) for one, its in middles[:at] if one > middle + _SAME_LINE * high}
            if len(above) < _ABOVE:
                yield at


def _lies_between(before: Sequence[_Word], after: Sequence[_Word]) -> bool:
    """Whether in the lines that both share some of `after` stands right, and some left, of what came before."""
    is_right = is_left = False
    for word in after:
        for other in before:
            if abs(word.middle - other.middle) < _SAME_LINE * min(word.high, other.high):
                is_right = is_right or word.box.left >= other.box.right
                is_left = is_left or word.box.right <= other.box.left
                if is_right and is_left:
                    return True
    return False


def _lines(words: Iterable[_Word]) -> Iterator[str]:
    """Words as lines from the top down, each from the left."""
    line: list[_Word] = []
    for word in sorted(words, key=lambda word: -word.middle):
        if line and line[0].middle - word.middle > _SAME_LINE * min(line[0].high, word.high):
            yield _joined(line)
            line = []
        line.append(word)
    if line:
        yield _joined(line)


def _joined(line: Sequence[_Word]) -> str:
    text, end = "", float("-inf")
    for word in sorted(line, key=lambda word: word.box.left):
        text += f" {word.text}" if text and word.box.left - end > _NO_SPACE * word.high else word.text
        end = word.box.right
    return text


def _rows(words: Iterable[_Word], grid: Grid) -> Iterator[str]:
    """The rows of a table, each as one line; a cell is read to its end before the next."""
    cells: dict[Cell, list[_Word]] = {}
    for word in words:
        cells.setdefault(_cell_of(word, grid), []).append(word)
    rows: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.top, cell.left)):
        text = ""
        for line in _lines(cells[cell]):
            text = join_lines(text, line)
        rows.setdefault(cell.top, []).append(text)
    yield from (" ".join(row) for row in rows.values())


def _cell_of(word: _Word, grid: Grid) -> Cell:
    """The cell in which a word begins; what stands beside the table goes with the cell next to it."""
    x = word.box.left + word.high / 4
    column = min(max(bisect_right(grid.xs, x) - 1, 0), len(grid.columns) - 1)
    row = min(max(bisect_right(grid.ys, -word.middle, key=lambda y: -y) - 1, 0), len(grid.rows) - 1)
    return grid.cells[row, column]
