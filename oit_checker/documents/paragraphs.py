"""Lines of running text to passages, by the habits of Thai office papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oit_checker.documents.inner_text import tidy
from oit_checker.documents.page_numbers import is_named_page_number
from oit_checker.model.page import Passage
from oit_checker.patterns import regex

_LONGEST = 600
WIDEST_LINE = 110
_NEAR_THE_MARGIN = 0.7  # of the widest line; one that ends sooner was not broken by the margin
_OF_A_CELL = 16  # letters; a shorter line may be one of a narrow cell, which breaks words
_NO_WIDTH = regex(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
LONGEST_HEADING = 90
_LABELLED = regex(r"[ก-ฮเ-ไ][^:|]{2,45}:(?![0-9๐-๙/])")  # an hour or an address is no label
_THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")
_THAI = regex(r"[\u0e01-\u0e5b\uf700-\uf71a]")
NUMBERED = regex(r"(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}[.)]?\s|[0-9๐-๙]{1,2}[.)]|\([0-9๐-๙]{1,2}\)|[•●○▪➢✓-]\s)")
CITES = regex(r"(?:เอกสาร)?อ้างอิง\s*[:：]|(?:ระเบียบ|กฎหมาย|ข้อกฎหมาย)(?:/[ก-๎]{1,16})?\s?ที่(?:ใช้|เกี่ยวข้อง)(?:บังคับ)?\s*[:：]")
"""Begins a line that names the statutes by which a paper goes; their owners and years are not the paper's."""
_PART = regex(r"(?:บทที่|ส่วนที่|หมวด(?:ที่)?|ตอนที่|ภาคผนวก|องค์ประกอบที่|ยุทธศาสตร์ที่|ตัวชี้วัดที่)\s*[0-9๐-๙ก-ฮ]{0,2}")
_SECTION = regex(r"(?:[0-9๐-๙]{1,2}\.(?:[0-9๐-๙]{1,2})?)\s*[\u0e01-\u0e2eเ-ไA-Za-z]")


def passages_of(lines: Iterable[str], *, page_no: int | None, heading: str | None = None) -> Iterator[Passage]:
    """Lines as passages of up to about 600 characters, ended at numbering, headings, citations and short lines.

    Thai lines are joined without a space, as they were broken without one; not so behind a line that ended before the
    margin. Lines that say that they number a page are left out (- 3 -, หน้า 3); bare numbers are kept, as they may be
    years, answers or cells of a table.
    """
    texts = [text for line in lines if (text := tidy(line)) and not is_named_page_number(text)]
    margin = _NEAR_THE_MARGIN * min(max(map(width, texts), default=0), WIDEST_LINE)
    run, is_ended, breaks = "", False, list[int]()
    for text in texts:
        is_heading = _is_heading(text)
        if run and (is_heading or NUMBERED.match(text) or CITES.match(text) or len(run) > _LONGEST):
            yield Passage(run, heading=heading, page_no=page_no, breaks=tuple(breaks))
            run, breaks = "", []
        if is_heading:
            yield Passage(text, heading=heading, page_no=page_no, is_heading=True)
            heading = text
        else:
            is_first, run = not run, f"{run} {text}" if run and is_ended else join_lines(run, text)
            breaks += [] if is_first else [len(run) - len(text)]
            is_ended = _OF_A_CELL < width(text) < margin
    if run:
        yield Passage(run, heading=heading, page_no=page_no, breaks=tuple(breaks))


def width(text: str) -> int:
    """Letters that take room in a line; most vowel and tone marks of Thai stand above or below another."""
    return len(_NO_WIDTH.sub("", text))


def join_lines(before: str, after: str) -> str:
    """Two lines as one: "ประกาศองค์การ" + "บริหารส่วน" without a space, "ข้อ" + "2568" with one, "๒๕" + "๖" without.

    A line that begins with a label (สรุปความเห็น : …) begins anew, whatever stands before it.
    """
    if not before:
        return after
    if before[-1] in _THAI_DIGITS or after[0] in _THAI_DIGITS:
        glued = before[-1] in _THAI_DIGITS and after[0] in _THAI_DIGITS and len(after) <= 2
    else:
        glued = bool(_THAI.match(before[-1]) and _THAI.match(after)) and _LABELLED.match(after) is None
    return before + after if glued else f"{before} {after}"


def _is_heading(text: str) -> bool:
    if len(text) > LONGEST_HEADING:
        return False
    return bool(_PART.match(text)) or (len(text) <= 60 and bool(_SECTION.match(text)))
