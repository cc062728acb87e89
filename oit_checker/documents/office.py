"""Word and Excel files, and tables as text."""

from __future__ import annotations

import csv
import importlib.util
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, islice
from typing import Any

from oit_checker.documents.captions import split_captions
from oit_checker.documents.inner_text import tidy
from oit_checker.documents.page_numbers import is_number_line
from oit_checker.documents.paragraphs import passages_of
from oit_checker.documents.table_heads import Cells, Row, caption_rows, merged_in, table_of
from oit_checker.documents.text_layer import mended
from oit_checker.documents.titles import subject_of, title_of, with_wrapped_years, with_year_below
from oit_checker.documents.unseen import unseen_of
from oit_checker.model.page import Page, PageKind, Passage, Table, Unreadable
from oit_checker.thai.decode import decode

_MOST_UNPACKED_BYTES = 300 * 1024 * 1024
_ABSURD_RATIO = 400
_SMALL_BYTES = 10 * 1024 * 1024
_MOST_ROWS = 5000
_MOST_COLUMNS = 60
_LONGEST_HEADING = 160
_MOST_SHEETS = 40
_MOST_CELLS = 100_000
"""Cells of one file that are read; some sheets are filled to the last row with the same few words."""
MOST_TEXT_BYTES = 8 * 1024 * 1024
"""Of a table or text without a format of its own: some hundred thousand lines, more than any person looks through."""
_WORD_KINDS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_MACROS = "vbaProject.bin"


def read_docx(body: bytes, *, url: str) -> Page:
    """Read a Word file (.docx): running heads, paragraphs, headings and tables in their order, running feet.

    Raises MemoryError.
    """
    trouble = _zip_trouble(body)
    if trouble:
        return Page(url, PageKind.DOCX, None, unreadable=trouble)
    from oit_checker.documents.word_parts import feet_of, heads_of, unseen_in

    try:
        document = _opened(body)
        above, below = _running(heads_of(document)), _running(feet_of(document))
        passages, tables = _docx_parts(document, len(above))
        unseen = unseen_of(unseen_in(document.element.body))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - python-docx lets through whatever the XML inside makes it raise
        return Page(url, PageKind.DOCX, None, unreadable=Unreadable.CORRUPT)
    pictures = sum("image" in relation.reltype for relation in document.part.rels.values())
    unreadable = None if passages or tables else (Unreadable.IMAGE_ONLY if pictures else Unreadable.EMPTY)
    stated = tidy(document.core_properties.title)
    texts = with_wrapped_years([found.text for found in passages[:20]])
    title = subject_of(texts) or _headed(passages, texts) or title_of(texts, are_paragraphs=True)
    return Page(
        url=url,
        kind=PageKind.DOCX,
        title=title or stated or None,
        passages=(*above, *passages, *below),
        tables=tuple(tables),
        unreadable=unreadable,
        pictures=pictures,
        metadata={**({"title": stated} if stated else {}), **_macros(body), **unseen},
    )


def _headed(passages: Sequence[Passage], texts: Sequence[str]) -> str | None:
    """The heading with which a document begins, and the year below it."""
    place = next((place for place, found in enumerate(passages[:2]) if found.is_heading and texts[place]), None)
    if place is None:
        return None
    return with_year_below(texts[place], next(filter(None, texts[place + 1 :]), ""))


def _opened(body: bytes) -> Any:
    """The document, also of a file with macros or of a template: they differ in one word of their list of parts."""
    import docx  # 60 ms to import, and most sites offer no .docx
    from docx.opc.part import PartFactory
    from docx.parts.document import DocumentPart

    for kind in _WORD_KINDS:
        PartFactory.part_type_for[kind] = DocumentPart
    main = docx.package.Package.open(io.BytesIO(body)).main_document_part
    if not isinstance(main, DocumentPart):
        raise ValueError("no Word document")
    return main.document


def _docx_parts(document: Any, passages_above: int) -> tuple[list[Passage], list[Table]]:
    """The body; what stands in boxes of the text and in tables that are only a frame is read as text."""
    from oit_checker.documents import word_parts

    passages: list[Passage] = []
    tables: list[Table] = []

    def read(element: Any, heading: str | None) -> str | None:
        for block in word_parts.blocks_of(element):
            if word_parts.is_table(block):
                rows = list(word_parts.cells_of(block))
                texts = [tuple(tidy(mended(word_parts.text_in(cell))) for cell in row) for row in rows]
                if all(len(set(row)) == 1 for row in texts):  # a frame around text
                    for row in rows:
                        heading = read(row[0], heading)
                    continue
                over = caption_rows(texts, rows)
                passages.extend(Passage(text[0], heading=heading) for text in texts[:over])
                above = " ".join(filter(None, (heading, *(text[0] for text in texts[:over])))) or None
                found = table_of(texts[over:], sheet=None, heading=above, cells=rows[over:])
                tables.extend(replace(table, after=passages_above + len(passages)) for table in found)
            elif text := tidy(mended(word_parts.text_of(block))):
                is_heading = _is_docx_heading(document, block, text)
                passages.append(Passage(text, heading=heading, is_heading=is_heading))
                heading = text if is_heading else heading
        return heading

    read(document.element.body, None)
    return passages, tables


def _running(parts: Iterable[Any]) -> list[Passage]:
    """What the running heads or feet say, each line once; a bare page number is none."""
    from oit_checker.documents import word_parts

    texts = (tidy(mended(word_parts.text_in(part))) for part in parts)
    return [Passage(text) for text in dict.fromkeys(texts) if text and not is_number_line(text)]


def _is_docx_heading(document: Any, paragraph: Any, text: str) -> bool:
    from docx.text.paragraph import Paragraph

    from oit_checker.documents.word_parts import runs_of

    style = Paragraph(paragraph, document._body).style
    if style is not None and str(style.name).lower().startswith(("heading", "title", "หัวเรื่อง")):
        return True
    runs = [is_bold for words, is_bold in runs_of(paragraph) if words.strip()]
    return len(text) <= _LONGEST_HEADING and bool(runs) and all(runs)


def read_sheets(body: bytes, *, url: str, kind: PageKind) -> Page:
    """Read a workbook (.xlsx, .xls, .ods); each sheet's first row that is filled becomes its header.

    Sheets that are hidden are not read; metadata names them. Raises MemoryError.
    """
    trouble = _zip_trouble(body) if body[:2] == b"PK" else None
    if trouble:
        return Page(url, kind, None, unreadable=trouble)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(body))
        seen = python_calamine.SheetVisibleEnum.Visible
        names = [str(sheet.name) for sheet in book.sheets_metadata if sheet.visible == seen]
        hidden = [str(sheet.name) for sheet in book.sheets_metadata if sheet.visible != seen]
        sheets = [(name, *_calamine_rows(book, name)) for name in names[:_MOST_SHEETS]]
    except MemoryError:
        raise
    except python_calamine.PasswordError:
        return Page(url, kind, None, unreadable=Unreadable.ENCRYPTED)
    except Exception:  # noqa: BLE001 - calamine's errors share no parent, and a panic in it is a BaseException's child
        return Page(url, kind, None, unreadable=Unreadable.CORRUPT)
    page = _sheet_page(sheets, url=url, kind=kind, cut=len(names) > _MOST_SHEETS)
    told = {"hidden_sheets": " · ".join(hidden)} if hidden else {}
    return replace(page, metadata={**(_macros(body) if body[:2] == b"PK" else {}), **told})


def _calamine_rows(book: Any, name: str) -> tuple[list[Row], list[Cells]]:
    """The rows of a sheet, and which places of the first of them are merged."""
    sheet = book.get_sheet_by_name(name)
    grid = sheet.to_python(skip_empty_area=True, nrows=_MOST_ROWS + 1)
    rows = [tuple(_cell(value) for value in row[:_MOST_COLUMNS]) for row in grid]
    return rows, merged_in(rows, sheet.merged_cell_ranges or (), sheet.start or (0, 0))


def read_csv(body: bytes, *, url: str, declared: str | None = None) -> Page:
    """Read comma, semicolon or tab separated values, as far as MOST_TEXT_BYTES."""
    start, is_cut = whole_lines_within(body, MOST_TEXT_BYTES)
    text = decode(start, declared).text
    try:
        dialect: Any = csv.Sniffer().sniff(text[:8192], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        lines = csv.reader(io.StringIO(text, newline=""), dialect)
        rows = [tuple(map(tidy, row[:_MOST_COLUMNS])) for row in islice(lines, _MOST_ROWS + 1)]
    except csv.Error as fault:
        is_long = "field limit" in str(fault)  # a cell longer than we read; office programs open it
        trouble = Unreadable.TOO_BIG if is_long else Unreadable.CORRUPT
        return Page(url, PageKind.CSV, None, unreadable=trouble)
    return _sheet_page([(None, rows, [])], url=url, kind=PageKind.CSV, cut=is_cut)


def whole_lines_within(body: bytes, most: int) -> tuple[bytes, bool]:
    """The first whole lines of a text, and whether some are left out."""
    if len(body) <= most:
        return body, False
    start = body[:most]
    return start.rpartition(b"\n")[0] or start, True


def _sheet_page(
    sheets: Iterable[tuple[str | None, list[Row], list[Cells]]], *, url: str, kind: PageKind, cut: bool
) -> Page:
    passages: list[Passage] = []
    tables: list[Table] = []
    left = _MOST_CELLS
    for name, all_rows, cells in sheets:
        rows = _within(all_rows, left)
        left -= sum(map(len, rows))
        cut = cut or len(rows) < len(all_rows) or len(rows) > _MOST_ROWS
        rows = rows[:_MOST_ROWS]
        above, below = split_captions(rows, cells)
        passages.extend(Passage(text, sheet=name, is_heading=True) for text in above)
        merged = cells[len(rows) - len(below) :]
        tables.extend(table_of(below, sheet=name, heading=" ".join(above) or None, cells=merged))
    return Page(
        url=url,
        kind=kind,
        title=title_of([found.text for found in passages[:6]]),
        passages=tuple(passages),
        tables=tuple(tables),
        unreadable=None if passages or tables else Unreadable.EMPTY,
        cut=cut,
    )


def _within(rows: list[Row], cells: int) -> list[Row]:
    """The first rows, with no more than so many cells in all."""
    so_far = accumulate(map(len, rows))
    return [row for row, count in zip(rows, so_far, strict=True) if count <= cells]


def _cell(value: object) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(mended(str(value)))


def read_legacy(body: bytes, *, url: str, media_type: str, kind: PageKind) -> Page:
    """Read .doc, .rtf, .odt and the like, if the extra [office] is installed; else NEEDS_EXTRA. Raises MemoryError."""
    if importlib.util.find_spec("kreuzberg") is None:
        return Page(url, kind, None, unreadable=Unreadable.NEEDS_EXTRA)
    import kreuzberg

    try:
        text = str(kreuzberg.extract_bytes_sync(body, media_type).content)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken file makes the reader raise
        return Page(url, kind, None, unreadable=Unreadable.CORRUPT)
    lines = [line for line in mended(text).splitlines() if line.strip()]
    passages = tuple(found for line in lines for found in passages_of([line], page_no=None))
    return Page(
        url=url,
        kind=kind,
        title=title_of(lines[:40]),
        passages=passages,
        unreadable=None if passages else Unreadable.EMPTY,
    )


def _macros(body: bytes) -> dict[str, str]:
    """Says that a file of today's formats carries programs; its list of parts names them in the clear."""
    return {"macros": _MACROS} if _MACROS.encode() in body else {}


def _zip_trouble(body: bytes) -> Unreadable | None:
    """Refuse what unpacks to more than memory should hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parcel:
            unpacked = sum(part.file_size for part in parcel.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return Unreadable.CORRUPT
    is_absurd = unpacked > _SMALL_BYTES and unpacked > _ABSURD_RATIO * len(body)
    return Unreadable.TOO_BIG if unpacked > _MOST_UNPACKED_BYTES or is_absurd else None
