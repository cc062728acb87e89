"""Columns of a PDF's tables that nobody has filled in, told from where things stand on the page.

A text layer knows no cells, but the names in a table's head have places, and so has all text below them. A column is
called empty only where the lines between the columns, or text that plainly stands under one name each, leave no doubt;
whatever is drawn in it (a tick, a picture) fills it. A table that goes on over the page is looked at to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from oit_checker.documents.header_lines import Head, columns_of
from oit_checker.documents.pdf_cells import HeadPlace
from oit_checker.documents.pdf_drawn import Band, Drawn
from oit_checker.documents.pdf_places import NARROW, NEAR, Box, Placed
from oit_checker.documents.pdf_unruled import columns_below, lacks_cells, without_page_number
from oit_checker.documents.text_layer import mended
from oit_checker.empty_columns import is_written_in
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.text import fold

_LINE_END = "\r\n"


@dataclass(slots=True)
class _Table:
    """A table that is being looked at: the bands of its columns, which names are of empty ones so far, where it stands.

    A band has no name where the head has two in it, as "ผลตัวชี้วัดที่สอดคล้องกับมาตรการ" seems to have.
    """

    page_no: int
    head: Head
    bands: dict[Band, str | None]
    empty: set[str] = field(default_factory=set)
    has_rows: bool = False


class ColumnWatch:
    """Looks at page after page of one document; `empty` gives what nobody has filled in, when all were looked at."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._tables: list[_Table] = []
        self._unclear: set[tuple[int, Head]] = set()
        self._filled: set[tuple[int, Head]] = set()

    def look(
        self, page: Any, placed: Placed, raw: str, page_no: int, heads: Sequence[Head], ruled: Sequence[HeadPlace] = ()
    ) -> None:
        """Look at one page; heads are those of its raw text, by the numbers of its lines.

        ruled are the heads of tables whose cells are known: a name may go on below its line, and is no row there.
        raw is empty where the text was mended otherwise than line by line: then places in it are not known.
        """
        if not heads and not self._open:
            return
        if not raw or page.get_rotation():
            self._give_up()
            return
        texts = placed.texts
        going_on, self._open = self._open, []
        drawn = Drawn(placed) if going_on else None
        for table in going_on:
            if drawn is not None:
                self._go_on(table, _without_head(table.head, texts, ruled), drawn, is_headed=bool(heads))
        for number, head in enumerate(heads):
            names = _places_of(head, raw, placed.text_page)
            if names is None:
                continue
            below = _below(names, texts, ruled)
            drawn = drawn or Drawn(placed)
            if _stand_under(names, below) == names.keys() and not drawn.is_closed(names):
                self._filled.add((page_no, head))
                continue
            last = number == len(heads) - 1
            self._begin(page_no, head, names, below, drawn, last=last)
            if drawn.is_unruled and lacks_cells(names, without_page_number(below), texts):
                self._unclear.add((page_no, head))

    def empty(self, page_no: int, head: Head) -> tuple[str, ...]:
        """The names of the columns of a head that nobody has filled in, in its order."""
        found = self._found(page_no, head)
        if found is None or not found.has_rows:
            return ()
        return tuple(name for name in head.names if name in found.empty)

    def decided(self, page_no: int, head: Head) -> frozenset[str]:
        """The names of a head whose places told whether anything stands below them."""
        if (page_no, head) in self._filled:
            return frozenset(head.names)
        found = self._found(page_no, head)
        return frozenset(filter(is_written_in, head.names)) if found is not None and found.has_rows else frozenset()

    def _found(self, page_no: int, head: Head) -> _Table | None:
        return next((table for table in self._tables if table.page_no == page_no and table.head == head), None)

    def is_unclear(self, page_no: int, head: Head) -> bool:
        """Whether some column of a head is empty, and nothing tells which."""
        return (page_no, head) in self._unclear and not self.empty(page_no, head)

    def _begin(
        self, page_no: int, head: Head, names: dict[str, Box], below: Sequence[Box], drawn: Drawn, *, last: bool
    ) -> None:
        bands = drawn.bands(names)
        if bands is None:
            table = _unruled(page_no, head, names, below, drawn)
            if table is not None:
                self._tables.append(table)
            return
        top = min(box.bottom for box in names.values())
        bottom = drawn.bottom_of(bands, top)
        named = {name for name in bands.values() if name is not None and is_written_in(name)}
        table = _Table(page_no, head, bands, named)
        self._tables.append(table)
        _fill(table, [text for text in below if text.bottom >= bottom - NEAR], drawn.within(bottom, top))
        if table.has_rows and not drawn.closes(bands, bottom):  # lines may break off before the rows do
            _fill(table, [text for text in below if text.bottom < bottom - NEAR], ())
        if last and not any(text.top < bottom for text in without_page_number(below)):
            self._open.append(table)

    def _go_on(self, table: _Table, texts: Sequence[Box], drawn: Drawn, *, is_headed: bool) -> None:
        """The rest of a table on the page after; it has ended where the lines between its columns are not there."""
        top = drawn.top_of({edge for band in table.bands for edge in band})
        if top is None:
            return
        bottom = drawn.bottom_of(table.bands, top)
        rest = [text for text in texts if text.bottom >= bottom - NEAR and text.top <= top + NEAR]
        _fill(table, rest, drawn.within(bottom, top))
        if not is_headed and not any(text.top < bottom for text in without_page_number(texts)):
            self._open.append(table)

    def _give_up(self) -> None:
        """What goes on where it cannot be looked at is not known to be empty."""
        for table in self._open:
            table.empty.clear()
        self._open = []


def _stand_under(names: dict[str, Box], below: Iterable[Box]) -> set[str]:
    """The names under which text stands that is under no other."""
    under = ([name for name, box in names.items() if text.meets(box.left, box.right)] for text in below)
    return {meets[0] for meets in under if len(meets) == 1}


def _fill(table: _Table, texts: Iterable[Box], marks: Iterable[Box]) -> None:
    """Take out of `empty` the columns in which something stands; text across columns is of none."""
    filled: set[Band] = set()
    for box in (*texts, *marks):
        meets = [band for band in table.bands if box.meets(*band)]
        if len(meets) == 1:
            filled.add(meets[0])
        elif len(meets) > 1 and box.right - box.left < NARROW:
            filled.update(meets)
    table.empty -= {name for band in filled if (name := table.bands[band]) is not None}
    table.has_rows = table.has_rows or len(filled) > 1


def _unruled(page_no: int, head: Head, names: dict[str, Box], below: Sequence[Box], drawn: Drawn) -> _Table | None:
    """A table without lines; None where it cannot be told what stands under each name."""
    under = columns_below(names, without_page_number(below))
    if under is None:
        return None
    marks = drawn.within(0.0, min(box.bottom for box in names.values()))
    bare = {name for name, texts in under.items() if not texts and is_written_in(name)}
    empty = {name for name in bare if not any(mark.meets(names[name].left, names[name].right) for mark in marks)}
    return _Table(page_no, head, {}, empty, has_rows=True)


def _below(names: dict[str, Box], texts: Iterable[Box], ruled: Iterable[HeadPlace]) -> list[Box]:
    """The texts below the names, and below the cells in which these stand."""
    own = [place.box.bottom for place in ruled if all(map(place.holds, names.values()))]
    bottom = min((*(box.bottom for box in names.values()), *own))
    return [text for text in texts if (text.top + text.bottom) / 2 < bottom]


def _without_head(head: Head, texts: Iterable[Box], ruled: Iterable[HeadPlace]) -> list[Box]:
    """The texts of a page but for those of a head that is repeated there."""
    again = [place for place in ruled if place.says(head.names)]
    return [text for text in texts if not any(place.holds(text) for place in again)]


def _places_of(head: Head, raw: str, text_page: Any) -> dict[str, Box] | None:
    """Where each name of a head stands; None where one cannot be found, or two have one name."""
    lines = raw.split(_LINE_END)
    if head.last >= len(lines):
        return None
    first = sum(len(line) + len(_LINE_END) for line in lines[: head.first])
    mapped = fold_mapped(_LINE_END.join(lines[head.first : head.last + 1]))
    places: dict[str, Box] = {}
    at = 0
    # A second line may already be the first row (โครงการ…), so a first one that is a head by itself is the whole.
    for name in columns_of(mended(lines[head.first])) or head.names:
        folded = fold(name)
        found = mapped.text.find(folded, at)
        if found < 0 or name in places:
            return None
        at = found + len(folded)
        start, end = mapped.span(found, at)
        boxes = list(_letters(text_page, range(first + start, first + end)))
        if not boxes:
            return None
        places[name] = Box(
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        )
    return places


def _letters(text_page: Any, places: Iterable[int]) -> Iterator[Box]:
    box = pdfium.FS_RECTF()
    for place in places:
        if pdfium.FPDFText_GetLooseCharBox(text_page.raw, place, box) and box.right > box.left:
            yield Box(box.left, box.bottom, box.right, box.top)
