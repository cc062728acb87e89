"""Tables of a PDF without lines: columns are told by what stands below each name of the head, and rows by height.

Every run of text below the head must stand under one name, or under what stands under that name. Where one stands under
two, or under none, nothing is told. Text after a gap that is wider than those between the rows is no more of the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from oit_checker.documents.pdf_places import NARROW, Box

LEAST_ROWS = 2
_SAME_LINE = 4.5  # points by which the feet of texts of one line differ; letters with a tail stand lower
GAP = 1.6  # times the widest gap between rows so far
_LEAST_COLUMNS = 2  # in which so many rows stand

Line = list[Box]


def columns_below(names: dict[str, Box], below: Iterable[Box]) -> dict[str, list[Box]] | None:
    """What stands under each name; None where that cannot be told, or too little stands there."""
    spans = {name: (box.left, box.right) for name, box in names.items()}
    under: dict[str, list[Box]] = {name: [] for name in names}
    for line in table_lines(names, below):
        for text in line:
            meets = [name for name, span in spans.items() if text.meets(*span)]
            if len(meets) != 1:
                return None
            left, right = spans[meets[0]]
            spans[meets[0]] = min(left, text.left), max(right, text.right)
            under[meets[0]].append(text)
    full = [texts for texts in under.values() if len({round(text.bottom / _SAME_LINE) for text in texts}) >= LEAST_ROWS]
    return under if len(full) >= _LEAST_COLUMNS else None


def lacks_cells(names: dict[str, Box], below: Iterable[Box], texts: Iterable[Box]) -> bool:
    """Whether no line below a head has as many texts as the head itself: some column is empty, nothing says which.

    Asked only of a file whose writer put each name down by itself, as it does with cells; texts are all of the page.
    """
    top, bottom = max(box.top for box in names.values()), min(box.bottom for box in names.values())
    cells = sum(bottom <= (text.bottom + text.top) / 2 <= top for text in texts)
    lines = list(table_lines(names, below))
    most = max((len(line) for line in lines), default=0)
    return len(lines) >= LEAST_ROWS and _LEAST_COLUMNS <= most < cells and cells > _LEAST_COLUMNS


def table_lines(names: dict[str, Box], below: Iterable[Box]) -> Iterator[Line]:
    """The lines of text below a head, as long as they follow one another like rows."""
    before = min(box.bottom for box in names.values())
    widest = 0.0
    for number, line in enumerate(_lines(below)):
        gap = before - line[0].bottom
        if number >= LEAST_ROWS and gap > GAP * widest:
            return
        if number:
            widest = max(widest, gap)
        before = line[0].bottom
        yield line


def without_page_number(texts: Sequence[Box]) -> list[Box]:
    """The texts without a short one that stands alone at the bottom of the page."""
    lowest = min((text.bottom for text in texts), default=0.0)
    last = [text for text in texts if text.bottom < lowest + NARROW]
    if len(last) != 1 or last[0].right - last[0].left >= 5 * NARROW:
        return list(texts)
    return [text for text in texts if text is not last[0]]


def _lines(texts: Iterable[Box]) -> Iterator[Line]:
    line: Line = []
    for text in sorted(texts, key=lambda text: -text.bottom):
        if line and line[0].bottom - text.bottom > _SAME_LINE:
            yield line
            line = []
        line.append(text)
    if line:
        yield line
