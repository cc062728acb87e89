"""The text of one page: cut into chunks, folded, and searched for every phrase of the checklist in one pass.

Each of these is done when it is first asked for: many a page only tells its year, or is a cover that nobody looks into.
"""

from __future__ import annotations

from functools import cache, cached_property

from oit_checker.checks.chunks import CUT, Chunk, chunks_of, starts_of
from oit_checker.model.page import Page
from oit_checker.thai.folded import Folded, fold_mapped
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold, number_breaks, toneless


class PageText:
    """A page's chunks, and where phrases stand in them; by_ocr: the text was read from pictures."""

    def __init__(self, page: Page, index: PhraseIndex, *, by_ocr: bool = False) -> None:
        self.page = page
        self.by_ocr = by_ocr
        self._index = index
        self._folds: dict[int, Folded] = {}

    def fold(self, text: str) -> str:
        """`text` in the form in which this page is compared: canonical, and without tone marks where OCR read it."""
        return toneless(fold(text)) if self.by_ocr else fold(text)

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """The page as runs of text that are read as one."""
        return tuple(chunks_of(self.page))

    @cached_property
    def _text(self) -> str:
        return CUT.join(chunk.text for chunk in self.chunks)

    @cached_property
    def _folded(self) -> str:
        """The text of all chunks in the form in which it is compared, ¦ between them."""
        return self.fold(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each chunk begins in the folded text."""
        return starts_of(self._folded)

    @cached_property
    def _hits(self) -> dict[str, list[tuple[int, int]]]:
        """Where each phrase of the checklist stands in the folded text."""
        hits: dict[str, list[tuple[int, int]]] = {}
        index = self._index.for_ocr if self.by_ocr else self._index
        breaks = cache(lambda: number_breaks(self._text, self.fold))
        for phrase, start, end in index.find(self._folded, breaks=breaks):
            hits.setdefault(phrase, []).append((start, end))
        return hits

    def _mapped(self, number: int) -> Folded:
        """A chunk, folded, with the way back to its original."""
        if number not in self._folds:
            mapped = fold_mapped(self.chunks[number].text)
            self._folds = {number: mapped.without_tones() if self.by_ocr else mapped}  # asked again and again
        return self._folds[number]
