"""One page as checks look at it: its text folded once, and every phrase of the checklist found in one pass."""

from __future__ import annotations

import copy
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from oit_checker.checks.denial import Denials, is_state
from oit_checker.checks.empty_columns import empty_columns, filled_header, own_rows
from oit_checker.checks.places import place_of, place_of_table
from oit_checker.checks.requirement import is_requirement, without_quotation, without_requirement
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import YearMention, year_mentions
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold, quote, squeeze, toneless

_CUT = "¦"  # stands between chunks, so that no phrase is found across them
_CELL = " | "
_SHORTLY = 160  # folded letters within which a word stands shortly before another
_YEAR_CHARS = 200_000  # a document says which year it is of long before this many characters


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of text that is read as one, and a Thai name of its place.

    is_claim: a link of a web page, which says what is to be found there and does
    not show it. part: chunks in a row with the same part belong together (a page
    of a PDF, a section under a heading, a table); heading stands above them.
    """

    text: str
    place: str
    is_claim: bool = False
    part: str = ""
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stood: a quote of the original words, and a Thai name of the place."""

    phrase: str
    snippet: str
    place: str


class Matter:
    """A page with its chunks and the phrases in them.

    index holds the phrases of all items, so that one matter serves every item;
    today bounds checks that ask for what must be there by now. by_ocr: the text was read from pictures.
    """

    def __init__(self, page: Page, index: PhraseIndex, today: date, *, by_ocr: bool = False) -> None:
        self.page = page
        self.today = today
        self.by_ocr = by_ocr
        self._index = index
        self._heeds_denials = True
        self.chunks = tuple(_chunks(page))
        folded = self.fold(_CUT.join(chunk.text for chunk in self.chunks))
        self._folded = folded
        self._starts = _starts(folded)
        self._beside: dict[tuple[int, tuple[str, ...]], bool] = {}  # parts are asked again for every hit in them
        self._hits: dict[str, list[tuple[int, int]]] = {}
        for hit in (index.for_ocr if by_ocr else index).find(folded):
            self._hits.setdefault(hit.phrase, []).append((hit.start, hit.end))

    @cached_property
    def at_its_word(self) -> Matter:
        """The same matter, in which a phrase counts even where the text says that the thing is not there yet."""
        other = copy.copy(self)
        other._heeds_denials = False
        return other

    def denies_any(self, phrases: Sequence[str]) -> bool:
        """Whether one of the phrases stands where the text says that the thing is not there yet."""
        return any(
            self._is_denied(phrase, start, end) for phrase in phrases for start, end in self._hits.get(phrase, ())
        )

    def _is_denied(self, phrase: str, start: int, end: int) -> bool:
        return not is_state(phrase) and self._denials.is_hollow(start, end)

    @cached_property
    def _denials(self) -> Denials:
        return Denials(self._folded, by_ocr=self.by_ocr)

    @cached_property
    def body(self) -> Matter:
        """The same page without its title and headings."""
        passages = tuple(passage for passage in self.page.passages if not passage.is_heading)
        return Matter(replace(self.page, title=None, passages=passages), self._index, self.today, by_ocr=self.by_ocr)

    @cached_property
    def scanned(self) -> Matter | None:
        """What OCR read on the same page, and nothing else of it; None where it read nothing.

        Kept apart, so that it can show a component and cannot hide one, give a year or be a title.
        """
        ocr = self.page.ocr
        if ocr is None or not ocr.passages:
            return None
        page = replace(
            self.page,
            kind=PageKind.PDF,
            title=None,
            passages=ocr.passages,
            tables=(),
            links=(),
            unreadable=None,
            ocr=None,
        )
        return Matter(page, self._index, self.today, by_ocr=True)

    def fold(self, text: str) -> str:
        """`text` in the form in which this matter is compared: canonical, and without tone marks where OCR read it."""
        return toneless(fold(text)) if self.by_ocr else fold(text)

    def first(
        self,
        phrase: str,
        *,
        in_claims: bool = False,
        after: Sequence[str] = (),
        not_beside: Sequence[str] = (),
        unless: Callable[[str, int, int], bool] | None = None,
    ) -> Place | None:
        """The first place of a phrase, with the original words around it; None where it does not stand.

        in_claims: the links of a web page are looked at too. after: one of these
        words stands shortly before it, in the heading above, or in a document's
        title. not_beside: none of these stands in the same part. unless: told the folded
        text and the span of the phrase in it, says that what stands around makes it something else. A place where the
        text says that the thing is not there yet is passed over.
        """
        for start, end in self._hits.get(phrase, ()):
            number = bisect_right(self._starts, start) - 1
            if self.chunks[number].is_claim and not in_claims:
                continue
            if after and not self._holds(self._before(number, start), after):
                continue
            if self._heeds_denials and self._is_denied(phrase, start, end):
                continue
            if unless is not None and unless(self._folded, start, end):
                continue
            if not (not_beside and self._stands_beside(number, tuple(not_beside))):
                return self._place(phrase, number, start, end)
        return None

    def spans(
        self, pattern: re.Pattern[str], *, unless: Callable[[str, int, int], bool] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Where a pattern stands in the folded text, ¦ between chunks; in what is shown, not announced or denied.

        unless: as for `first`.
        """
        for seen in pattern.finditer(self._folded):
            is_claim = self.chunks[bisect_right(self._starts, seen.start()) - 1].is_claim
            is_hollow = self._heeds_denials and self._denials.is_hollow(*seen.span())
            if not is_claim and not is_hollow and not (unless is not None and unless(self._folded, *seen.span())):
                yield seen.span()

    def place_at(self, start: int, end: int) -> Place:
        """The quote of a span of the folded text, to the end of its first chunk."""
        number = bisect_right(self._starts, start) - 1
        last = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._folded)
        return self._place(self._folded[start : min(end, last)], number, start, min(end, last))

    def _before(self, number: int, start: int) -> str:
        """What leads to a place: a document's title, the heading above, and the words shortly before it."""
        title = self.page.title if self.page.kind is not PageKind.HTML else None
        first, _ = self._parts[number]
        shortly = self._folded[max(self._starts[first], start - _SHORTLY) : start]
        return _CUT.join((self.fold(title or ""), self.fold(self.chunks[number].heading or ""), shortly))

    def _stands_beside(self, number: int, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands in the part of a chunk, or in the heading above it."""
        first, last = self._parts[number]
        if (first, words) not in self._beside:
            end = self._starts[last + 1] if last + 1 < len(self._starts) else len(self._folded)
            part = self.fold(self.chunks[number].heading or "") + _CUT + self._folded[self._starts[first] : end]
            self._beside[first, words] = self._holds(part, words)
        return self._beside[first, words]

    @cached_property
    def _parts(self) -> list[tuple[int, int]]:
        """For each chunk the first and the last one of its part."""
        parts: list[tuple[int, int]] = []
        for _, chunks in groupby(enumerate(self.chunks), key=lambda numbered: numbered[1].part):
            numbers = [number for number, _ in chunks]
            parts += [(numbers[0], numbers[-1])] * len(numbers)
        return parts

    def _place(self, phrase: str, number: int, start: int, end: int) -> Place:
        chunk = self.chunks[number]
        mapped = fold_mapped(chunk.text)
        mapped = mapped.without_tones() if self.by_ocr else mapped
        local = start - self._starts[number]
        return Place(phrase, quote(chunk.text, *mapped.span(local, local + end - start)), chunk.place)

    @cached_property
    def years(self) -> tuple[tuple[Chunk, YearMention], ...]:
        """Every year that the text names, years of laws left out, in reading order; none in what OCR read.

        OCR reads Thai digits wrongly more often than not: ๒๕๖๙ becomes ๒๕๕๕.
        """
        if self.by_ocr:
            return ()
        found: list[tuple[Chunk, YearMention]] = []
        length = 0
        for chunk in self.chunks:
            found += [(chunk, mention) for mention in year_mentions(chunk.text) if mention.form != "law"]
            length += len(chunk.text)
            if length > _YEAR_CHARS:
                break
        return tuple(found)

    @cached_property
    def empty_headings(self) -> tuple[str, ...]:
        """Headings of columns that nobody has filled in, of all tables."""
        tables = (table for table in self.page.tables if len(table.header) > 1)
        return tuple(heading for table in tables for _, heading in empty_columns(table))

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


def _starts(folded: str) -> list[int]:
    starts, at = [0], folded.find(_CUT)
    while at >= 0:
        starts.append(at + 1)
        at = folded.find(_CUT, at + 1)
    return starts


def _chunks(page: Page) -> Iterator[Chunk]:
    if page.kind is PageKind.HTML:
        yield from _web_page(page)
    else:
        if page.title:
            yield _chunk(page.title, "ชื่อเอกสาร")
        if page.kind is PageKind.PDF:
            yield from _pdf_pages(page.passages)
        else:
            yield from (_of_passage(passage, is_quoting=True) for passage in page.passages)
    for number, table in enumerate(page.tables):
        yield from _rows(table, f"ตาราง {number}", asks=page.kind is PageKind.HTML)


def _web_page(page: Page) -> Iterator[Chunk]:
    """What a page shows, and apart from it what its links only announce."""
    links = {squeeze(link.text) for link in page.links if link.text and not link.in_menu}
    if page.title:
        yield _chunk(page.title, "ชื่อหน้าเว็บ")
    for passage in without_requirement(page.passages):
        yield _of_passage(passage, is_claim=squeeze(passage.text) in links)
    for text in sorted(links):
        yield _chunk(text, "ข้อความลิงก์", is_claim=True)


def _of_passage(passage: Passage, *, is_claim: bool = False, is_quoting: bool = False) -> Chunk:
    """A passage; is_quoting: it stands in a document, which may quote the handbook."""
    text = without_quotation(passage.text) if is_quoting else passage.text
    above = passage.text if passage.is_heading else passage.heading
    part = f"{passage.page_no} {passage.sheet} {above}"
    return _chunk(text, place_of(passage), is_claim=is_claim, part=part, heading=passage.heading)


# A line of a table of contents: words, a row of dots, a page number.
_CONTENTS = re.compile(r"[^.…¦]{1,120}(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*[0-9๐-๙]{1,3}(?![0-9๐-๙])")

_LEADERS = ("....", "……", ". . . .")


def _chunk(text: str, place: str, *, is_claim: bool = False, part: str = "", heading: str | None = None) -> Chunk:
    text = text.replace(_CUT, "|")
    if any(leader in text for leader in _LEADERS):
        text = _CONTENTS.sub(" ", text)
    return Chunk(squeeze(text), place, is_claim, part, heading)


def _pdf_pages(passages: Sequence[Passage]) -> Iterator[Chunk]:
    """A PDF gives lines, and phrases run on from one line to the next: a page is read as one."""
    for page_no, lines in groupby(passages, key=lambda passage: passage.page_no):
        place = f"หน้า {page_no}" if page_no else "ในเอกสาร"
        yield _chunk(without_quotation(" ".join(line.text for line in lines)), place, part=place)


def _rows(table: Table, part: str, *, asks: bool) -> Iterator[Chunk]:
    """The rows of a table; asks: a cell may hold the handbook's question, which is left out.

    A heading over a column that nobody has filled in shows nothing, and is left out as well, also where it is repeated.
    """
    place = place_of_table(table)
    for row in (filled_header(table), *own_rows(table)):
        cells = [cell for cell in row if not is_requirement(cell)] if asks else row
        if any(cells):
            yield _chunk(_CELL.join(cells), place, part=part, heading=table.heading)
