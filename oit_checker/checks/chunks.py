"""A page as runs of text that are read as one, each with a Thai name of its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit_checker.checks.places import IN_TITLE_OF_DOCUMENT, IN_TITLE_OF_PAGE, place_of, place_of_table
from oit_checker.checks.requirement import is_requirement, without_quotation, without_requirement
from oit_checker.empty_columns import filled_header, own_rows
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.patterns import regex
from oit_checker.thai.spaced import fold_words
from oit_checker.thai.text import all_places, squeeze, toneless

CUT = "¦"  # stands between chunks, so that no phrase is found across them
_CELL = " | "


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of text that is read as one, and a Thai name of its place.

    is_claim: a link of a web page, which says what is to be found there and does
    not show it. is_name: such a claim that stands beside a link that says nothing itself.
    part: chunks in a row with the same part belong together (a page of a PDF, a section
    under a heading, a table); heading stands above them, and above are the headings that govern that, the outermost
    first. is_heading: it is a heading. is_row: it is a row of a table.
    """

    text: str
    place: str
    is_claim: bool = False
    part: str = ""
    heading: str | None = None
    is_row: bool = False
    is_name: bool = False
    is_heading: bool = False
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is shown, and a Thai name of its place.

    spaced: each of its words in canonical form, one space between them; folded: the same without spaces. Lines in a row
    with the same part belong together, as chunks do.
    """

    text: str
    spaced: str
    folded: str
    place: str
    part: str
    is_heading: bool = False


def lines_of(page: Page, *, by_ocr: bool = False) -> Iterator[Line]:
    """The lines of a page or document without what its links announce and what the handbook asks.

    by_ocr: they are compared as what OCR read is, without tone marks.
    """
    links = {squeeze(link.text) for link in page.links if link.text and not link.in_menu}
    is_page = page.kind is PageKind.HTML
    for passage in without_requirement(page.passages) if is_page else page.passages:
        if is_page and squeeze(passage.text) in links:
            continue
        spaced = toneless(fold_words(passage.text)) if by_ocr else fold_words(passage.text)
        folded = spaced.replace(" ", "")
        yield Line(passage.text, spaced, folded, place_of(passage), _part_of(passage), passage.is_heading)


def chunks_of(page: Page) -> Iterator[Chunk]:
    """The chunks of a page or document in reading order, the rows of its tables last."""
    if page.kind is PageKind.HTML:
        yield from _web_page(page)
    else:
        if page.title:
            yield Chunk(_read_as_one(page.title), IN_TITLE_OF_DOCUMENT)
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
        yield Chunk(_read_as_one(page.title), IN_TITLE_OF_PAGE)
    for passage in without_requirement(page.passages):
        yield _of_passage(passage, is_claim=passage.names_link or squeeze(passage.text) in links)
    for text in sorted(links):
        yield Chunk(_read_as_one(text), "ข้อความลิงก์", is_claim=True)


def _of_passage(passage: Passage, *, is_claim: bool = False, is_quoting: bool = False) -> Chunk:
    """A passage; is_quoting: it stands in a document, which may quote the handbook."""
    text = without_quotation(passage.text) if is_quoting else passage.text
    heading = passage.heading
    if passage.rank:  # the section before it may be another thing, whose heading says nothing of this one
        heading = passage.above[-1] if passage.above else None
    return Chunk(
        _read_as_one(text),
        place_of(passage),
        is_claim,
        _part_of(passage),
        heading,
        is_name=is_claim and passage.names_link,
        is_heading=passage.is_heading and bool(passage.above),
        above=passage.above,
    )


def _part_of(passage: Passage) -> str:
    above = passage.text if passage.is_heading else passage.heading
    return f"{passage.page_no} {passage.sheet} {above}"


# A line of a table of contents: words, a row of dots, a page number. "มาตรการ ........ 2." is the blank of a form.
_CONTENTS = regex(r"[^.…¦]{1,120}(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*[0-9๐-๙]{1,3}(?![0-9๐-๙.)])")


def _read_as_one(text: str) -> str:
    text = text.replace(CUT, "|")
    has_leader = "...." in text or "……" in text or ". . . ." in text
    return squeeze(_CONTENTS.sub(" ", text) if has_leader else text)


def _pdf_pages(passages: Sequence[Passage]) -> Iterator[Chunk]:
    """A PDF gives lines, and phrases run on from one line to the next: a page is read as one."""
    for page_no, lines in groupby(passages, key=lambda passage: passage.page_no):
        place = f"หน้า {page_no}" if page_no else "ในเอกสาร"
        yield Chunk(_read_as_one(without_quotation(" ".join(line.text for line in lines))), place, part=place)


def _rows(table: Table, part: str, *, asks: bool) -> Iterator[Chunk]:
    """The rows of a table; asks: a cell may hold the handbook's question, which is left out.

    A heading over a column that nobody has filled in shows nothing, and is left out as well, also where it is repeated.
    """
    place = place_of_table(table)
    for row in (filled_header(table), *own_rows(table)):
        cells = [cell for cell in row if not is_requirement(cell)] if asks else row
        if any(cells):
            yield Chunk(_read_as_one(_CELL.join(cells)), place, part=part, heading=table.heading, is_row=True)


def starts_of(folded: str) -> list[int]:
    """Where each chunk begins in the folded text of all of them."""
    return [0, *(at + 1 for at in all_places(folded, CUT))]
