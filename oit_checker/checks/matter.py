"""One page as checks look at it: its text folded once, and every phrase of the checklist found in one pass."""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from oit_checker.checks.around import folded_words
from oit_checker.checks.bare_labels import BareLabels
from oit_checker.checks.beside import Parts
from oit_checker.checks.chunks import CUT, Chunk, Line, lines_of
from oit_checker.checks.denial import Denials, is_state
from oit_checker.checks.leading import leading
from oit_checker.checks.page_text import PageText
from oit_checker.checks.sure_parts import in_plain_sight, without_closed, without_unclear_heads
from oit_checker.checks.undone import only_undone
from oit_checker.empty_columns import all_empty
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import DATES_NOTHING, YearMention, year_mentions
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import quote

_SHORTLY = 160  # folded letters within which a word stands shortly before another
_YEAR_CHARS = 200_000  # a document says which year it is of long before this many characters


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stood: a quote of the original words, and a Thai name of the place."""

    phrase: str
    snippet: str
    place: str


class Matter(PageText):
    """A page with its chunks and the phrases in them.

    index holds the phrases of all items, so that one matter serves every item;
    today bounds checks that ask for what must be there by now. by_ocr: the text was read from pictures.
    """

    def __init__(self, page: Page, index: PhraseIndex, today: date, *, by_ocr: bool = False) -> None:
        super().__init__(page, index, by_ocr=by_ocr)
        self.today = today
        self._heeds_denials = True
        self._heeds_names = False
        self._heeds_the_page = True

    @cached_property
    def at_its_word(self) -> Matter:
        """The same matter, in which a phrase counts even where the text says that the thing is not there yet."""
        return self._with("_heeds_denials", False)

    @cached_property
    def heeding_names(self) -> Matter:
        """The same matter, in which the names beside links that say nothing themselves count."""
        return self._with("_heeds_names", True)

    @cached_property
    def heeding_only_what_is_close(self) -> Matter:
        """The same matter, in which `not_beside` is asked of what surely belongs to a place, not of all its page."""
        return self._with("_heeds_the_page", False)

    def _with(self, flag: str, is_set: bool) -> Matter:
        other = copy.copy(self)
        other._hits = self._hits  # asked for by both, and found once
        setattr(other, flag, is_set)
        return other

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of what is shown, for what must stand at the beginning of one."""
        return tuple(lines_of(self.page, by_ocr=self.by_ocr))

    def holds(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands anywhere in the text, as itself or as a piece of another."""
        return any(word in self._folded for word in self.folded_words(words))

    def folded_words(self, words: Iterable[str]) -> tuple[str, ...]:
        """Words of a checklist in the form in which this matter is compared; folded once a process."""
        return folded_words(tuple(words), self.by_ocr)

    def denies_any(self, phrases: Sequence[str]) -> bool:
        """Whether one of the phrases stands where the text says that the thing is not there yet."""
        return any(self._is_denied(phrase, *span) for phrase in phrases for span in self._hits.get(phrase, ()))

    def _is_denied(self, phrase: str, start: int, end: int) -> bool:
        return not is_state(phrase) and self._is_hollow(start, end)

    def _is_hollow(self, start: int, end: int) -> bool:
        number = bisect_right(self._starts, start) - 1
        return self._bare_labels.is_bare(number, start - self._starts[number]) or self._denials.is_hollow(start, end)

    @cached_property
    def _bare_labels(self) -> BareLabels:
        return BareLabels(self.page, self.chunks, self._folded)

    @cached_property
    def _denials(self) -> Denials:
        return Denials(self._folded, by_ocr=self.by_ocr)

    def only_undone(self, wanted: FiscalYear | None) -> Place | None:
        """Where it says that nothing was done, if no result in the text or its tables says anything else."""
        is_over = wanted is not None and wanted.is_over(self.today)
        span = only_undone(self._folded, self.tables, by_ocr=self.by_ocr, is_over=is_over)
        if span is None:
            return None
        return self._place(self._folded[slice(*span)], bisect_right(self._starts, span[0]) - 1, *span)

    @cached_property
    def body(self) -> Matter:
        """The same page without its title and headings."""
        passages = tuple(passage for passage in self.page.passages if not passage.is_heading)
        return self.of(replace(self.page, title=None, passages=passages))

    def of(self, page: Page) -> Matter:
        """The same phrases on another page: a part of this one."""
        return Matter(page, self._index, self.today, by_ocr=self.by_ocr)

    @cached_property
    def without_unclear_heads(self) -> Matter | None:
        """The same document without heads of tables in which some column is empty, nothing says which."""
        return self._of(without_unclear_heads(self.page))

    @cached_property
    def in_plain_sight(self) -> Matter | None:
        """The same page without what may not be seen by who opens it; None where all of it is."""
        return self._of(in_plain_sight(self.page))

    @cached_property
    def without_closed(self) -> Matter:
        """The same page without what is hidden and may never be shown."""
        return self._of(without_closed(self.page)) or self

    def _of(self, page: Page | None) -> Matter | None:
        return None if page is None else self.of(page)

    @cached_property
    def scanned(self) -> Matter | None:
        """What OCR read on the same page, and nothing else of it; None where it read nothing.

        Kept apart, so that it can show a component and cannot hide one, give a year or be a title.
        """
        ocr = self.page.ocr
        if ocr is None or not ocr.passages:
            return None
        page = replace(self.page, kind=PageKind.PDF, title=None, passages=ocr.passages, unreadable=None, ocr=None)
        page = replace(page, tables=(), laid_out=(), unclear_heads=(), links=(), damaged=())
        return Matter(page, self._index, self.today, by_ocr=True)

    @cached_property
    def scanned_pictures(self) -> Matter | None:
        """What OCR read on pages that have no text of their own; None where it read nothing there."""
        if self.scanned is None:
            return None
        page = self.scanned.page
        passages = tuple(passage for passage in page.passages if passage.page_no not in self.page.damaged)
        return self.scanned.of(replace(page, passages=passages)) if passages else None

    @cached_property
    def without_tones(self) -> Matter | None:
        """The same page compared as what OCR read is, where its font lies about marks; None for a sound one."""
        return Matter(self.page, self._index, self.today, by_ocr=True) if self.page.damaged else None

    def first(
        self,
        phrase: str,
        *,
        in_claims: bool = False,
        after: Sequence[str] = (),
        not_beside: Sequence[str] = (),
        not_under: Sequence[str] = (),
        unless: Callable[[str, int, int], bool] | None = None,
    ) -> Place | None:
        """The first place of a phrase, with the original words around it; None where it does not stand.

        in_claims: the links of a web page are looked at too. after: one of these words stands shortly before it, in a
        heading that governs it, or in a document's title; not_under: no heading over one that holds such a word leads
        to it. not_beside: none of these stands in the same part (a page of a PDF, a section, a table). unless: told
        the folded text and the span of the phrase in it, says that what stands around makes it something else. A
        place where the text says that the thing is not there yet is passed over.
        """
        for start, end in self._hits.get(phrase, ()):
            number = bisect_right(self._starts, start) - 1
            chunk = self.chunks[number]
            if chunk.is_claim and not in_claims and not (chunk.is_name and self._heeds_names):
                continue
            if after and not self._holds(self._before(number, start, not_under), after):
                continue
            if self._heeds_denials and self._is_denied(phrase, start, end):
                continue
            if unless is not None and unless(self._folded, start, end):
                continue
            heeds_the_page = self._heeds_the_page
            if not (not_beside and self._parts.stand_beside(number, start, tuple(not_beside), heeds_the_page)):
                return self._place(phrase, number, start, end)
        return None

    def stands(self, phrase: str) -> Iterator[tuple[Chunk, int, int]]:
        """Each place of a phrase in what is shown, not announced or denied: its chunk and its span in that text."""
        for start, end in self._hits.get(phrase, ()):
            number = bisect_right(self._starts, start) - 1
            chunk = self.chunks[number]
            if chunk.is_claim or (self._heeds_denials and self._is_denied(phrase, start, end)):
                continue
            local = start - self._starts[number]
            yield chunk, *self._mapped(number).span(local, local + end - start)

    def text_from(self, chunk: Chunk, start: int) -> str:
        """What follows a place: to the end of its page in a PDF, to the end of anything else."""
        rest = [] if self.page.kind is PageKind.PDF else self.chunks[self.chunks.index(chunk) + 1 :]
        return " ".join([chunk.text[start:], *(other.text for other in rest if not other.is_claim)])

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of which the cells are known; those of a PDF where they are told by their places."""
        return (*(table for table in self.page.tables if table.rows), *self.page.laid_out)

    def spans(
        self, pattern: re.Pattern[str], *, unless: Callable[[str, int, int], bool] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where a pattern stands in the folded text, ¦ between chunks; in what is shown, not announced or denied.

        unless: as for `first`.
        """
        for seen in pattern.finditer(self._folded):
            is_claim = self.chunks[bisect_right(self._starts, seen.start()) - 1].is_claim
            is_hollow = self._heeds_denials and self._is_hollow(*seen.span())
            if not is_claim and not is_hollow and not (unless is not None and unless(self._folded, *seen.span())):
                yield seen.span()

    def at(self, start: int, end: int) -> str:
        """A stretch of the folded text, ¦ between chunks."""
        return self._folded[start:end]

    def place_at(self, start: int, end: int) -> Place:
        """The quote of a span of the folded text, to the end of its first chunk."""
        number = bisect_right(self._starts, start) - 1
        last = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._folded)
        return self._place(self._folded[start : min(end, last)], number, start, min(end, last))

    def _before(self, number: int, start: int, not_under: Sequence[str]) -> str:
        """What leads to a place: a document's title, the headings above, and the words shortly before it."""
        title = self.page.title if self.page.kind is not PageKind.HTML else None
        first, _ = self._parts.of(number)
        shortly = self._folded[max(self._starts[first], start - _SHORTLY) : start]
        headings = leading(self.chunks[number], self.fold, self.folded_words(not_under))
        return CUT.join((self.fold(title or ""), *headings, shortly))

    @cached_property
    def _parts(self) -> Parts:
        return Parts(self.page, self.chunks, self._folded, self._starts, self.fold)

    def _place(self, phrase: str, number: int, start: int, end: int) -> Place:
        chunk = self.chunks[number]
        local = start - self._starts[number]
        span = self._mapped(number).span(local, local + end - start)
        return Place(phrase, quote(chunk.text, *span), chunk.place)

    @cached_property
    def years(self) -> tuple[tuple[Chunk, YearMention], ...]:
        """Every year that the text names, years of laws left out, in reading order; none in what OCR read.

        OCR reads Thai digits wrongly more often than not: ๒๕๖๙ becomes ๒๕๕๕.
        """
        if self.by_ocr:
            return ()
        found, length = list[tuple[Chunk, YearMention]](), 0
        for chunk in self.chunks:
            found += [(chunk, mention) for mention in year_mentions(chunk.text) if mention.form not in DATES_NOTHING]
            length += len(chunk.text)
            if length > _YEAR_CHARS:
                break
        return tuple(found)

    @cached_property
    def empty_headings(self) -> tuple[str, ...]:
        return all_empty(self.page)

    def names_year(self, wanted: FiscalYear | None) -> Place | None:
        """Where the text first names the fiscal year, or a span that covers it; any year where wanted is None."""
        for chunk, mention in self.years:
            if wanted is None or mention.be <= wanted.be <= (mention.last_be or mention.be):
                return self.quote(chunk, mention.start, mention.end)
        return None

    def _holds(self, folded: str, words: Sequence[str]) -> bool:
        return any(self.fold(word) in folded for word in words)

    def quote(self, chunk: Chunk, start: int, end: int) -> Place:
        """Quote a span of a chunk's original text."""
        return Place(chunk.text[start:end], quote(chunk.text, start, end), chunk.place)
