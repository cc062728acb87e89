"""Lines of running text to passages and to a title, by the habits of Thai office papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from oit_checker.documents.inner_text import tidy
from oit_checker.model.page import Passage

_LONGEST = 600
_LONGEST_HEADING = 90
_LONGEST_TITLE = 250
_ONLY_A_KIND = 16
_THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")
_THAI = re.compile(r"[\u0e01-\u0e5b\uf700-\uf71a]")
_NUMBERED = re.compile(
    r"(?:[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}){0,3}[.)]?\s|[0-9๐-๙]{1,2}[.)]|\([0-9๐-๙]{1,2}\)|[•●○▪➢✓-]\s)"
)
_PART = re.compile(r"(?:บทที่|ส่วนที่|หมวด(?:ที่)?|ตอนที่|ภาคผนวก|องค์ประกอบที่|ยุทธศาสตร์ที่|ตัวชี้วัดที่)\s*[0-9๐-๙ก-ฮ]{0,2}")
_SECTION = re.compile(r"(?:[0-9๐-๙]{1,2}\.(?:[0-9๐-๙]{1,2})?)\s*[\u0e01-\u0e2eเ-ไA-Za-z]")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,4}(?:\s*/\s*[0-9๐-๙]{1,4})?[-–—\s]*\Z")
_LETTERHEAD = re.compile(
    r"(?:บันทึกข้อความ|ส่วนราชการ|ที่\s|วันที่|โทร|เรียน\s|สำเนา|ส\s?ำ?าเนา|\(?ร่าง\)?\Z|ด่วน|ลับ|เว็บไซต์|https?:|www\.|"
    r"เลม|เล่ม\s|หน้า?\s|ราชกิจจานุเบกษา|เอกสารแนบ|เอกสารหมายเลข|อ้างถึง|สิ่งที่ส่งมาด้วย)"
)
_YEAR_LINE = re.compile(
    r"(?:\(?ประจำ)?ปี(?:งบประมาณ)?\s?(?:พ\.ศ\.?)?\s?[0-9๐-๙]{2,4}|(?:พ\.ศ\.|\()\s?(?:พ\.ศ\.)?\s?[0-9๐-๙]{4}"
)
_STAMPED = re.compile(r"(.{10,80}?)\s*\1")
_SUBJECT = re.compile(r"เรื่อง\s*[:：]?\s*(?=\S)")
_ISSUED = re.compile(r"(?:ประกาศ|ค\s?[ำา]\s?า?สั่ง|คำสั่ง|ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|บันทึกข้อความ|พระราชบัญญัติ|กฎกระทรวง)")
_SUBJECT_ENDS = re.compile(
    r"(?:เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|ด้วย|ตาม|แบบฟอร์ม|มีผล|โดยที่|เพื่อ|อาศัย|ความเป็นมา|[0-9๐-๙]{1,2}[.)]|[-–—_*.=]{3,}|ที่\s|วันที่)"
)

_Title = tuple[str, int]
"""A title and how many of the lines it has used up."""


def passages_of(lines: Iterable[str], *, page_no: int | None, heading: str | None = None) -> Iterator[Passage]:
    """Lines as passages of up to about 600 characters, ended at numbering, at headings and after a short line.

    Thai lines are joined without a space, as they were broken without one.
    """
    run = ""
    for line in lines:
        text = tidy(line)
        if not text or _PAGE_NUMBER.match(text):
            continue
        is_heading = _is_heading(text)
        if run and (is_heading or _NUMBERED.match(text) or len(run) > _LONGEST):
            yield Passage(run, heading=heading, page_no=page_no)
            run = ""
        if is_heading:
            yield Passage(text, heading=heading, page_no=page_no, is_heading=True)
            heading = text
        else:
            run = join_lines(run, text)
    if run:
        yield Passage(run, heading=heading, page_no=page_no)


def join_lines(before: str, after: str) -> str:
    """Two lines as one: "ประกาศองค์การ" + "บริหารส่วน" without a space, "ข้อ" + "2568" with one, "๒๕" + "๖" without."""
    if not before:
        return after
    if before[-1] in _THAI_DIGITS or after[0] in _THAI_DIGITS:
        glued = before[-1] in _THAI_DIGITS and after[0] in _THAI_DIGITS and len(after) <= 2
    else:
        glued = bool(_THAI.match(before[-1]) and _THAI.match(after))
    return before + after if glued else f"{before} {after}"


def title_of(lines: Sequence[str], sizes: Sequence[float] | None = None) -> str | None:
    """The title of a paper from the lines of its first page, and their letter sizes where they are known.

    What stands after เรื่อง, with the ประกาศ or คำสั่ง before it; else the lines in the largest letters; else the first
    lines that are no letterhead. A line right after it that only names the year belongs to it.
    """
    kept = [(tidy(line), sizes[place] if sizes else 0.0) for place, line in enumerate(lines)]
    kept = [(text, size) for text, size in kept if text and not _PAGE_NUMBER.match(text) and _says_something(text)][:30]
    texts = [text for text, _ in kept]
    title, used = _subject(texts[:16]) or _largest(kept) or _first(texts)
    if used < len(texts) and _YEAR_LINE.match(texts[used]):
        title = f"{title} {texts[used]}"
    return title[:_LONGEST_TITLE] or None


def has_subject(lines: Iterable[str]) -> bool:
    """Whether one of the lines begins with เรื่อง, as in letters, announcements and orders."""
    return any(_SUBJECT.match(line) for line in lines)


def _is_heading(text: str) -> bool:
    if len(text) > _LONGEST_HEADING:
        return False
    return bool(_PART.match(text)) or (len(text) <= 60 and bool(_SECTION.match(text)))


def _says_something(text: str) -> bool:
    return (
        sum(sign.isalnum() for sign in text) >= 3 and any(sign.isalpha() for sign in text) and not _STAMPED.search(text)
    )


def _subject(lines: Sequence[str]) -> _Title | None:
    for place, line in enumerate(lines):
        found = _SUBJECT.match(line)
        if found is None:
            continue
        issued = next((above for above in lines[max(0, place - 4) : place] if _ISSUED.match(above)), None)
        title, used = "เรื่อง " + line[found.end() :], place + 1
        for following in lines[place + 1 : place + 4]:
            if _SUBJECT_ENDS.match(following) or len(title) > 160:
                break
            is_year = _YEAR_LINE.match(following)
            title, used = f"{title} {following}" if is_year else join_lines(title, following), used + 1
        return (f"{issued} {title}" if issued else title), used
    return None


def _largest(kept: Sequence[tuple[str, float]]) -> _Title | None:
    sizes = sorted(size for _, size in kept if size)
    if not sizes or sizes[-1] < 1.15 * sizes[len(sizes) // 2]:
        return None
    used = next(place for place, (_, size) in enumerate(kept) if size >= 0.95 * sizes[-1])
    title = ""
    while used < len(kept) and kept[used][1] >= 0.85 * sizes[-1] and len(title) <= 160:
        title, used = f"{title} {kept[used][0]}".strip(), used + 1
    while len(title) < _ONLY_A_KIND and used < len(kept) and len(kept[used][0]) <= _LONGEST_HEADING:
        title, used = f"{title} {kept[used][0]}", used + 1
    return title, used


def _first(lines: Sequence[str]) -> _Title:
    title, used = "", 0
    for place, line in enumerate(lines):
        if not title and _LETTERHEAD.match(line):
            continue
        if title and (len(line) > _LONGEST_HEADING or _NUMBERED.match(line) or _SUBJECT_ENDS.match(line)):
            break
        title, used = f"{title} {line}".strip(), place + 1
        if len(title) > 120 or len(line) > _LONGEST_HEADING:
            break
    return title, used
