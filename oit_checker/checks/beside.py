"""The parts of a page (a page of a PDF, a section, a table), which words stand in a part, and how far they reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit_checker.checks.chunks import Chunk
from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import all_places, fold

_CLOSE = 300  # folded letters within which words stand beside each other, whatever else the page holds

ORDER_ENDS = fold("สั่ง ณ วันที่")
"""What an order lays on people ends with its date; the paragraphs after it are their own."""
_APPENDED = fold("แนบท้าย")  # unless the order goes on in a list after its date


@dataclass(frozen=True, slots=True)
class Beside:
    """Where words stand in one part of a page: places in the folded text, those of table heads among them.

    is_sure: they belong to all of the part, being in the heading above it or in the same table. ends are the places
    among them where the date of an order ends it.
    """

    is_sure: bool
    places: tuple[int, ...]
    heads: tuple[int, ...]
    ends: tuple[int, ...] = ()

    def of(self, folded: str, begins: int, start: int) -> tuple[int, ...]:
        """The places of the words that may speak of what stands at `start`, in a paragraph that begins at `begins`.

        None of those of an order that ended in a paragraph before it, unless another one begins between them.
        """
        end = next((at for at in reversed(self.ends) if at < begins), None)
        if end is None or _APPENDED in folded[end:start]:
            return self.places
        later = tuple(at for at in self.places if at > end)
        begins_after = bool(later) and later[0] > start and later[0] not in self.ends
        return () if begins_after else later


class Parts:
    """The parts of one page; starts are where its chunks begin in the folded text, fold brings words to its form."""

    def __init__(
        self, page: Page, chunks: Sequence[Chunk], folded: str, starts: Sequence[int], fold: Callable[[str], str]
    ) -> None:
        self._page = page
        self._chunks = chunks
        self._folded = folded
        self._starts = starts
        self._fold = fold
        self._spans: list[tuple[int, int]] = []
        for _, part in groupby(enumerate(chunks), key=lambda numbered: numbered[1].part):
            numbers = [number for number, _ in part]
            self._spans += [(numbers[0], numbers[-1])] * len(numbers)
        self._beside: dict[tuple[int, tuple[str, ...]], Beside] = {}  # parts are asked again for every hit in them

    def of(self, number: int) -> tuple[int, int]:
        """The first and the last chunk of the part of a chunk."""
        return self._spans[number]

    def stand_beside(self, number: int, start: int, words: tuple[str, ...], heeds_the_page: bool) -> bool:
        """Whether one of the words stands in the part of a chunk, or in the heading above it.

        Where only what is close is heeded: in that heading, in the same row or table, close by, or in the head of a
        table that stands above on the same page of a PDF.
        """
        first, last = self._spans[number]
        if (first, words) not in self._beside:
            self._beside[first, words] = self._seen_beside(number, first, last, words)
        beside = self._beside[first, words]
        speaking = beside.of(self._folded, self._starts[number], start)
        if heeds_the_page or beside.is_sure:
            return beside.is_sure or bool(speaking)
        return any(abs(place - start) <= _CLOSE for place in speaking) or (
            bool(beside.heads) and beside.heads[0] < start
        )

    def _seen_beside(self, number: int, first: int, last: int, words: tuple[str, ...]) -> Beside:
        end = self._starts[last + 1] if last + 1 < len(self._starts) else len(self._folded)
        chunk = self._chunks[number]
        folded = tuple(map(self._fold, words))
        places = [(at, word) for word in folded for at in all_places(self._folded, word, self._starts[first], end)]
        in_heads = {word for head in self._heads_at(chunk.place) for word in folded if word in head}
        above = self._fold(chunk.heading or "")
        return Beside(
            is_sure=any(word in above for word in folded) or (chunk.is_row and bool(places)),
            places=tuple(sorted(at for at, _ in places)),
            heads=tuple(sorted(at for at, word in places if word in in_heads)),
            ends=tuple(sorted(at for at, word in places if word == ORDER_ENDS)),
        )

    def _heads_at(self, place: str) -> list[str]:
        """The folded heads of the tables that stand on a page of a PDF, which has no rows of its own."""
        if self._page.kind is not PageKind.PDF:
            return []
        tables = (table for table in self._page.tables if place == f"หน้า {table.page_no}")
        return [self._fold(" ".join(table.header)) for table in tables]
