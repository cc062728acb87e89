"""The lines by which a page or document says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from oit_checker.documents.paragraphs import CITES
from oit_checker.documents.titles import is_told
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

TITLE_LINES = 8
TITLE_CHARS = 400
TITLE_LINE_CHARS = 180  # a longer line is a paragraph
# What a table or a text under the title begins with: 1. การอบรม…, - จัดกิจกรรม…; "- 1 -" is the number of a page.
_LISTED = regex(r"\s*(?:\(?[0-9๐-๙]{1,2}[.)]|[-–•])\s*(?=[ก-ฮเ-ไA-Za-z])")
# The running head of the Royal Gazette, as its text layers spell it: หนา ๑๒ เลม ๑๓๙ ตอนที่ ๑๓ ก ราชกิจจานุเบกษา…
_GAZETTE = regex(r"เล่?ม\s*[0-9๐-๙]+\s*ตอน")
_FOREWORD = regex("|".join(map(fold, ("คำนำ", "สารบัญ", "บทนำ", "บทสรุป", "กิตติกรรม", "สาส์น", "ภาคผนวก"))))


def title_lines(page: Page) -> tuple[str, ...]:
    """The lines that say what a page or document is, the title first."""
    lines = [page.title] if page.title else []
    if page.kind is PageKind.HTML:
        lines += _top_headings(page.passages)
    else:
        lines += _first_lines(page.passages, are_paragraphs=page.kind is PageKind.DOCX)
    return tuple(dict.fromkeys(line[:TITLE_CHARS] for line in lines))


def behind_cover(page: Page) -> list[str]:
    """The first lines of the first page with text, where the cover before it is a picture; none of a foreword.

    They repeat the title of the cover more often than not, and are never as sure as the cover would be.
    """
    first = page.passages[0].page_no if page.passages else None
    if page.kind is PageKind.HTML or first is None or first == 1 or _FOREWORD.match(fold(page.passages[0].text)):
        return []
    return [line[:TITLE_CHARS] for line in _first_lines(page.passages, are_paragraphs=False, on_page=first)]


def _top_headings(passages: Sequence[Passage]) -> list[str]:
    """The headings before the first text, else the first heading: later ones name parts, and parts name other years."""
    top = list(takewhile(lambda passage: passage.is_heading, passages))[:3]
    top = top or [passage for passage in passages if passage.is_heading][:1]
    return [passage.text for passage in top]


def _first_lines(passages: Sequence[Passage], *, are_paragraphs: bool, on_page: int = 1) -> list[str]:
    """The short lines at the head of a document, up to its first paragraph, list or citation; in Word any sentence."""
    lines: list[str] = []
    for passage in passages[: TITLE_LINES * 2]:
        if len(passage.text) < TITLE_LINE_CHARS and _GAZETTE.search(passage.text):
            continue
        is_paragraph = len(passage.text) > TITLE_LINE_CHARS or (are_paragraphs and is_told(passage.text))
        is_paragraph = (is_paragraph and not passage.is_heading) or _LISTED.match(passage.text) is not None
        is_paragraph = is_paragraph or CITES.match(passage.text) is not None
        if passage.page_no not in (None, on_page) or len(lines) >= TITLE_LINES or (is_paragraph and lines):
            break
        lines.append(passage.text[:TITLE_LINE_CHARS] if is_paragraph else passage.text)
        if is_paragraph:  # a page run together begins with its title, and below it stands no line of one
            break
    return lines


def sheet_names(page: Page) -> list[str]:
    """The names of a workbook's sheets, each once: they often carry the month or year that the sheet does not name."""
    names = (*(passage.sheet for passage in page.passages), *(table.sheet for table in page.tables))
    return [name for name in dict.fromkeys(names) if name]
