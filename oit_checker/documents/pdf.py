"""PDF files: text page by page, and which pages have none that can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from oit_checker.documents.by_place import by_place
from oit_checker.documents.header_lines import MOST_HEADS, Head, heads_of, table_of, without_names
from oit_checker.documents.inner_text import tidy
from oit_checker.documents.letter_sizes import line_sizes
from oit_checker.documents.page_numbers import front_matter_of, page_number_places
from oit_checker.documents.paragraphs import passages_of
from oit_checker.documents.pdf_columns_told import Columns
from oit_checker.documents.pdf_guard import DOUBLE, Spans, doubles_marked, looks_doubled, spans_of
from oit_checker.documents.pdf_places import Placed
from oit_checker.documents.pdf_tables import without_parts
from oit_checker.documents.pdf_unseen import without_unseen, words_between
from oit_checker.documents.reading_order import in_reading_order
from oit_checker.documents.sara_am import without_false_blanks
from oit_checker.documents.text_layer import is_damaged, is_garbage, mended, visible
from oit_checker.documents.titles import title_of
from oit_checker.documents.unseen import unseen_of
from oit_checker.model.page import Page, PageKind, Passage, Unreadable
from oit_checker.patterns import regex

_LINE_END = "\r\n"
_HARDLY_ANY = 20
_STAMP_ONLY = 100
_FEW_FOR_A_PAGE = 400
_MOST_OF_THE_PAGE = 0.6
_WHOLE_PAGE = 0.9
_DRAWN_TEXT = 30
_TITLE_LINES = 40
_TORN_LINES = 6  # that one line of the raw text may stand in
_PRODUCERS_THAT_DOUBLE = regex(r"skia|chrom", re.IGNORECASE)
_NO_TITLE = regex(
    r"microsoft\s|untitled|ไม่มีชื่อ|scan|slide\s*\d|presentation|document\d*\Z|doc\d|print|ilovepdf|canva|[\w ().-]+\."
    r"(?:docx?|xlsx?|pptx?|pdf|indd|cdr|ai|jpe?g|tif)\Z|[0-9a-f-]{20,}\Z|[A-Za-z0-9]*[-_0-9][\w-]*\Z|\W*\Z",
    re.IGNORECASE,
)
_METADATA = {"Title": "title", "CreationDate": "created", "ModDate": "modified", "Producer": "producer"}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one page of the file gave: its text, and why that is no good, if so.

    text is as the layer has it; parts are the same as running head, body and foot where the layer has these in other
    places, else the text alone. over_picture: the text is good but short, and lies on a picture that fills the page and
    may hold more. is_damaged: the font lies about some marks. heads are those of its tables. unseen is what the layer
    says and the page does not show. sizes are those of the letters of its first lines, where the title stands
    there and they are known. above counts the lines before the first table, where these were put in order by place.
    """

    number: int
    text: str
    parts: tuple[str, ...]
    trouble: Unreadable | None
    over_picture: bool = False
    is_damaged: bool = False
    heads: tuple[Head, ...] = ()
    unseen: str = ""
    sizes: Sequence[float] | None = None
    above: int = 0


def read_pdf(body: bytes, *, url: str, max_pages: int = 400) -> Page:
    """Read a PDF. Never raises on a bad file: it is EMPTY, ENCRYPTED or CORRUPT then.

    Each page is judged by itself. One without text but with a picture or drawing, or with text that makes no words,
    goes to partly_unreadable; if no page is left, the file is NO_TEXT_LAYER or GARBAGE_TEXT. Such pages are the scans
    of the file. Few letters on a picture of the whole page are read, and the page is doubted. Pages after max_pages are
    not read (cut).
    """
    if not body:
        return Page(url, PageKind.PDF, None, unreadable=Unreadable.EMPTY)
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        return Page(url, PageKind.PDF, None, unreadable=_why_not(error))
    try:
        return _read(document, url, max_pages)
    except pypdfium2.PdfiumError:
        return Page(url, PageKind.PDF, None, unreadable=Unreadable.CORRUPT)
    finally:
        document.close()


def _read(document: Any, url: str, max_pages: int) -> Page:
    count = len(document)
    told = {ours: str(value) for theirs, ours in _METADATA.items() if (value := _told(document, theirs))}
    always_guard = bool(_PRODUCERS_THAT_DOUBLE.search(f"{told.get('producer', '')} {_told(document, 'Creator')}"))
    columns = Columns()
    sheets = list(_sheets(document, min(count, max_pages), columns, always_guard=always_guard))
    troubled = [sheet for sheet in sheets if sheet.trouble or sheet.over_picture]
    good = [sheet for sheet in sheets if not sheet.trouble]
    passages: list[Passage] = []
    front_matter = front_matter_of((sheet.number, sheet.text.splitlines()) for sheet in good)
    for sheet in good:
        heading = next((passage.text for passage in reversed(passages) if passage.is_heading), None)
        for part in _parts_without_number(sheet, front_matter):
            lines = _without_empty(part, sheet, columns)
            passages.extend(passages_of(lines, page_no=sheet.number, heading=heading))
    heads = ((sheet.number, head) for sheet in good for head in sheet.heads)
    tables = (table_of(head, page_no, columns.empty(page_no, head)) for page_no, head in heads)
    unreadable = None
    if not passages:
        unreadable = max((sheet.trouble for sheet in troubled if sheet.trouble), default=Unreadable.EMPTY, key=_weight)
    return Page(
        url=url,
        kind=PageKind.PDF,
        title=_title(sheets, told, columns),
        passages=tuple(passages),
        tables=tuple(islice(tables, MOST_HEADS)),
        unclear_heads=tuple(_unclear(good, columns)) if passages else (),
        laid_out=columns.tables() if passages else (),
        unreadable=unreadable,
        partly_unreadable=() if unreadable else tuple(sheet.number for sheet in troubled),
        page_count=count,
        cut=count > max_pages,
        metadata={**told, **unseen_of(" ".join(sheet.unseen for sheet in sheets))},
        scans=tuple(
            sheet.number
            for sheet in sheets
            if (sheet in troubled or sheet.is_damaged) and sheet.trouble is not Unreadable.CORRUPT
        ),
        damaged=tuple(sheet.number for sheet in sheets if sheet.is_damaged),
    )


def _unclear(sheets: list[_Sheet], columns: Columns) -> Iterator[tuple[int, str]]:
    """Page and text of each line of a head, or each name in it, of which nothing tells whether its column is empty."""
    for sheet in sheets:
        lines = sheet.text.splitlines() if sheet.heads else []
        for head in sheet.heads:
            if columns.watch.is_unclear(sheet.number, head):
                yield from ((sheet.number, tidy(line)) for line in lines[head.first : head.last + 1])
            else:
                yield from ((sheet.number, name) for name in columns.disputed(sheet.number, head))


def _without_empty(lines: list[str], sheet: _Sheet, columns: Columns) -> list[str]:
    """The lines, those of a table's head without the names of columns that nobody has filled in."""
    for parts, unfilled in columns.reader.empty(sheet.number):
        lines = without_parts(lines, parts, unfilled)
    empty = {head: names for head in sheet.heads if (names := columns.watch.empty(sheet.number, head))}
    if not empty:
        return lines
    own = sheet.text.splitlines()
    cut = {own[at]: names for head, names in empty.items() for at in range(head.first, head.last + 1)}
    return [without_names(line, cut[line]) if line in cut else line for line in lines]


def _parts_without_number(sheet: _Sheet, front_matter: frozenset[int]) -> Iterator[list[str]]:
    """The lines of a page part by part; what is its head and its foot is asked of the page as the reader sees it."""
    parts = [part.splitlines() for part in sheet.parts]
    lines = [line for part in parts for line in part]
    numbers = page_number_places(lines, page_no=sheet.number, front_matter=front_matter)
    first = 0
    for part in parts:
        yield [line for place, line in enumerate(part, first) if place not in numbers]
        first += len(part)


def _sheets(document: Any, count: int, columns: Columns, *, always_guard: bool) -> Iterator[_Sheet]:
    is_title_due = True
    for place in range(count):
        sizes: Sequence[float] | None = None
        try:
            page = document[place]
            text_page = page.get_textpage()
            every = str(text_page.get_text_range())
            raw = seen = without_unseen(every, page, text_page)
            unseen = words_between(every, raw)
            spans = spans_of(page) if always_guard or looks_doubled(raw) else Spans()
            raw = without_false_blanks(raw, text_page, spans)
            marked = doubles_marked(raw, text_page, spans)
            layer = marked.replace(DOUBLE, "") if marked != raw else raw
            placed = Placed(page, text_page, marked)
            placed_parts, above = by_place(raw, page, placed)
            known = raw if layer == raw and not placed_parts else ""
            layer = _LINE_END.join(placed_parts) or layer
            text = mended(layer)
            ordered = placed_parts or (in_reading_order(raw, page, text_page) if known else (layer,))
            parts = tuple(map(mended, ordered)) if len(ordered) > 1 else (text,)
            trouble = _trouble(page, text)
            over_picture = trouble is None and _lies_on_a_picture(page, text)
            damaged = trouble is None and is_damaged(layer)
            heads = tuple(heads_of(text.splitlines())) if trouble is None else ()
            columns.look(page, placed, known, place + 1, heads, is_good=trouble is None)
            if is_title_due and trouble is None and visible(text):
                sizes = _sizes(text_page, seen, text)
            text_page.close()
            page.close()
        except pypdfium2.PdfiumError:
            text, parts, heads, trouble, unseen = "", (), (), Unreadable.CORRUPT, ""
            over_picture, damaged, above = False, False, 0
            columns.reader.pass_over()
        is_title_due = is_title_due and not (trouble or visible(text))
        yield _Sheet(place + 1, text, parts, trouble, over_picture, damaged, heads, unseen, sizes, above)


def _trouble(page: Any, text: str) -> Unreadable | None:
    signs = len(visible(text))
    if signs < _STAMP_ONLY and _is_picture(page, least_cover=0.0 if signs < _HARDLY_ANY else _MOST_OF_THE_PAGE):
        return Unreadable.NO_TEXT_LAYER
    return Unreadable.GARBAGE_TEXT if is_garbage(text) else None


def _lies_on_a_picture(page: Any, text: str) -> bool:
    """Whether the page has too few letters for a page of text, above a picture of the whole page."""
    signs = len(visible(text))
    return _STAMP_ONLY <= signs < _FEW_FOR_A_PAGE and _is_picture(page, least_cover=_WHOLE_PAGE)


def _is_picture(page: Any, *, least_cover: float) -> bool:
    """Whether an image covers that share of the page, or, for a page without text, letters are drawn as shapes."""
    width, height = page.get_size()
    paths = 0
    for piece in page.get_objects(max_depth=3):
        if piece.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = piece.get_bounds()
            if (right - left) * (top - bottom) >= least_cover * width * height:
                return True
        elif piece.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
    return least_cover == 0.0 and paths >= _DRAWN_TEXT


def _title(sheets: list[_Sheet], told: dict[str, str], columns: Columns) -> str | None:
    """The title on the first page with text; none where a picture of a cover stands before it."""
    first = next((sheet for sheet in sheets if sheet.trouble or visible(sheet.text)), None)
    found = None
    if first is not None and not first.trouble:
        lines = first.text.splitlines()[:_TITLE_LINES]
        table = min((head.first for head in first.heads), default=None)
        table = min(filter(None, (table, first.above)), default=None)
        found = title_of(_without_empty(lines, first, columns), first.sizes, table=table)
    if found:
        return found
    stated = told.get("title", "").strip()
    return stated if stated and not _NO_TITLE.match(stated) else None


def _sizes(text_page: Any, raw: str, text: str) -> Sequence[float] | None:
    """The letter size of each of the first lines of a page's text, in points.

    None where one of them is not among those of the raw text.
    """
    raw_lines = raw.splitlines()[: 2 * _TITLE_LINES]
    shown = [visible(mended(line)) for line in raw_lines]
    places: list[int] = []
    at = 0
    for line in map(visible, text.splitlines()[:_TITLE_LINES]):
        place = _place_of(line, shown, at)
        if place is None:  # mended by more than its own signs
            return None
        first, at = place
        places.append(first)
    sizes = line_sizes(text_page, raw_lines[:at])
    return [sizes[place] for place in places]


def _place_of(line: str, shown: list[str], start: int) -> tuple[int, int] | None:
    """From where to where the line stands among those shown; a short month may be torn into some ("ต", ".", "ค.")."""
    if line in shown[start:]:
        first = shown.index(line, start)
        return first, first + 1
    for first in range(start, len(shown)):
        for end in range(first + 2, first + 1 + _TORN_LINES):
            if shown[first] and "".join(shown[first:end]) == line:
                return first, end
    return None


def _told(document: Any, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return ""


def _weight(trouble: Unreadable) -> int:
    return [Unreadable.CORRUPT, Unreadable.NO_TEXT_LAYER, Unreadable.GARBAGE_TEXT].index(trouble)


def _why_not(error: pypdfium2.PdfiumError) -> Unreadable:
    code = getattr(error, "err_code", None)
    is_locked = code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower()
    return Unreadable.ENCRYPTED if is_locked else Unreadable.CORRUPT
