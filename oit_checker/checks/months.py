"""Months of the asked fiscal year, each named: in a heading, on a sheet, in a row of its own, in the file's name.

min_months    how many different months must be named (default 1); where too few are named for themselves, those of
              dates and of longer spans count as well, unless the months that are named are all another year's
first_months  so many months from October on must each be named, of those only the ones that had ended on the day of
              the audit; several documents may show them together (default 0: not asked)
full_year     all twelve months, or words that say the whole year (ตุลาคม 2567 – กันยายน 2568, ประจำปีงบประมาณ 2568),
              unless others say a part of it (รอบ 6 เดือน, ตุลาคม – มีนาคม, a range of days beside the year that ends
              before it)

A month without a year counts where เดือน stands before it, or nothing beside it, and the text names the asked year
elsewhere. A month in which nothing was bought counts once that is said (ไม่มีการจัดซื้อจัดจ้าง); a sheet that holds
nothing, or a month that is still to come (อยู่ระหว่างจัดทำ), does not. Days of contracts name no month. The file's name
counts where the text names no month for itself.

FOUND       แบบ สขร.1 ประจำเดือนตุลาคม 2568            (fiscal year 2569 is asked)
NOT FOUND   แบบ สขร.1 ประจำเดือนตุลาคม 2567
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.page import PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.months import FULL_NAMES, SHORT_NAMES
from oit_checker.thai.named_months import FISCAL_ORDER, named_months
from oit_checker.thai.part_ranges import part_beside_year
from oit_checker.thai.text import fold
from oit_checker.urls import file_name

MONTH = (
    "(?:" + "|".join((*FULL_NAMES, *(name.replace(".", r" ?\. ?").removesuffix(" ?") for name in SHORT_NAMES))) + ")"
)
"""A pattern of any month, in full or short; blanks may stand beside the dots."""
_WHOLE_YEAR = regex(
    "(?:" + fold("ตุลาคม|ต.ค.").replace(".", r"\.") + r")[^¦]{0,40}?(?:" + fold("กันยายน|ก.ย.").replace(".", r"\.") + ")"
)
_TWELVE = regex(fold("ทั้งปี|รอบ12เดือน|12เดือน|ปีงบประมาณ|ประจำปี").replace(".", r"\."))
# "ข้อมูลระหว่างวันที่ 1 ตุลาคม 2567 - 31 มีนาคม 2568" under a title of the whole year.
_PART = regex(
    f"รอบ(?:6|3|9|หก|สาม|{fold('เก้า')})เดือน|ครึ่งปี|ไตรมาส(?:ที่)?[1-4]"
    f"|(?:{fold('ตุลาคม')}|ต\\.ค\\.)(?:พ\\.ศ\\.)?(?:25)?\\d{{2}}(?:-|ถึง)[^¦|]{{0,12}}?"
    + "(?:"
    + "|".join(re.escape(fold(name)) for name in (*FULL_NAMES[:8], *SHORT_NAMES[:8], *FULL_NAMES[9:], *SHORT_NAMES[9:]))
    + ")"
)
_TO_COME = regex(r"อยู่\s*(?:ใน)?\s*ระหว่าง|กำลัง(?:จัดทำ|ดำเนินการ)|รอข้อมูล|ยังไม่(?:มีข้อมูล|ถึง|ดำเนินการ|เผยแพร่)")
_NONE = regex(r"ไม่มี|ไม่ได้|-")
_SAYS_NONE = regex(r"\s*(?:(?:ใน|ประจำ|สำหรับ|รอบ)*เดือน[^|]{0,30}?)?ไม่(?:มี|ได้)")  # เดือนนี้ไม่มีการจัดซื้อจัดจ้าง
_FILE_NAME = "ชื่อไฟล์"
_PROMISE = 80  # letters of a document that says only what is still to come
_SHORTLY = 60  # letters after a month in which it is told that it is still to come


def months(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    min_months: int = 1,
    full_year: bool = False,
    first_months: int = 0,
) -> Observation:
    """Count the months that are named in a text of the asked year; the first one is quoted."""
    if matter.by_ocr:  # OCR reads the digits of a year wrongly
        return absent(None)
    place = matter.names_year(wanted)
    named = _named(matter, wanted, has_year=place is not None)
    told = [number for number in FISCAL_ORDER if number in named]
    shown = next((named[number] for number in told), place)
    note = f"พบ {len(told)} เดือน: {' · '.join(SHORT_NAMES[number - 1] for number in told)}" if told else None
    if full_year:
        if place is not None and (len(told) == len(FULL_NAMES) or _says_whole_year(matter)):
            return found(place.snippet, place.place)
        return absent(note)
    if first_months:
        due = months_due(wanted or FiscalYear.of(matter.today), matter.today, first_months)
        return _each(due, told, shown, note)
    if shown is not None and len(told) >= min_months:
        return found(shown.snippet, shown.place, note)
    if (
        place is not None
        and not _is_of_another_year(matter, wanted)
        and len(in_dates := _in_any_words(matter)) >= min_months
    ):
        return found(place.snippet, place.place, f"พบชื่อเดือนในวันที่หรือช่วงเวลา: {' · '.join(in_dates)}")
    return absent(note)


def months_due(year: FiscalYear, today: date, first: int) -> tuple[int, ...]:
    """Of the first months of a fiscal year those that had ended before `today`."""
    ends = {number: _last_day(year, number) for number in FISCAL_ORDER[:first]}
    return tuple(number for number, end in ends.items() if end < today)


def _last_day(year: FiscalYear, month: int) -> date:
    of_year = year.start.year if month >= year.start.month else year.end.year
    return date(of_year, month, monthrange(of_year, month)[1])


def _each(due: tuple[int, ...], told: list[int], shown: Place | None, note: str | None) -> Observation:
    lacking = [SHORT_NAMES[number - 1] for number in due if number not in told]
    parts = tuple(SHORT_NAMES[number - 1] for number in told)
    asked = tuple(SHORT_NAMES[number - 1] for number in due)
    if shown is not None and not lacking:
        return found(shown.snippet, shown.place, note if due else "ยังไม่มีเดือนใดที่สิ้นสุด ณ วันที่ตรวจ", parts, asked)
    return absent(f"{note or 'ไม่พบชื่อเดือน'} ยังไม่พบ: {' · '.join(lacking)}", parts, asked)


def _is_of_another_year(matter: Matter, wanted: FiscalYear | None) -> bool:
    """Whether the text calls months for themselves, with their year, and all of another year.

    Then a date of the asked one is the day of signing: สรุปผลในรอบเดือนกันยายน 2568, ลงวันที่ 3 ตุลาคม 2568.
    """
    called = {month.be for chunk in _chunks(matter) for month in named_months(chunk.text) if month.is_called}
    return wanted is not None and None not in called and bool(called) and wanted.be not in called


def _in_any_words(matter: Matter) -> list[str]:
    """Months whose names stand anywhere in what is shown, dates included."""
    text = fold("¦".join(chunk.text for chunk in matter.chunks if not chunk.is_claim))
    names = zip(FULL_NAMES, SHORT_NAMES, strict=True)
    return [short for name, short in names if fold(name) in text or fold(short) in text]


def _says_whole_year(matter: Matter) -> bool:
    text = fold("¦".join(chunk.text for chunk in matter.chunks))
    if _WHOLE_YEAR.search(text):
        return True
    return bool(_TWELVE.search(text)) and not (_PART.search(text) or _tells_a_part(matter))


def _tells_a_part(matter: Matter) -> bool:
    return any(part_beside_year(chunk.text) is not None for chunk in matter.chunks)


def _named(matter: Matter, wanted: FiscalYear | None, *, has_year: bool) -> dict[int, Place]:
    """The months that are named, by number, with the first place of each."""
    named: dict[int, Place] = {}
    for chunk in _chunks(matter):
        if chunk.place == _FILE_NAME and (named or _is_all_to_come(matter)):
            break  # what a name promises is told by what is there
        for month in named_months(chunk.text):
            is_of_year = month.be is not None and (wanted is None or month.be == wanted.be)
            is_bare = month.be is None and month.is_called and has_year
            is_to_come = _TO_COME.search(chunk.text[month.end : month.end + _SHORTLY])
            if (is_of_year or is_bare) and not is_to_come:
                named.setdefault(month.number, matter.quote(chunk, month.start, month.end))
    return named


def _is_all_to_come(matter: Matter) -> bool:
    """Whether a document says no more than that its data are still to come."""
    texts = [chunk.text for chunk in matter.chunks if not chunk.is_claim]
    return sum(map(len, texts)) <= _PROMISE and any(map(_TO_COME.search, texts))


def _chunks(matter: Matter) -> Iterator[Chunk]:
    """What a document shows, the cells of its tables apart, its sheets' names and its own; empty sheets left out."""
    page = matter.page
    empty = {f"แผ่นงาน {name}" for name in _empty_sheets(matter)}
    for chunk in matter.chunks:
        if not chunk.is_claim and chunk.place not in empty:
            yield from (Chunk(cell, chunk.place) for cell in chunk.text.split(" | "))
    sheets = dict.fromkeys(table.sheet for table in page.tables if table.sheet)
    yield from (Chunk(name, f"แผ่นงาน {name}") for name in sheets if f"แผ่นงาน {name}" not in empty)
    if page.kind is not PageKind.HTML:
        yield Chunk(re.sub(r"[_+]", " ", file_name(page.url)), _FILE_NAME)


def _empty_sheets(matter: Matter) -> set[str]:
    """Sheets with a head, nothing under it and no word that there was nothing."""
    page = matter.page
    names = {passage.sheet for passage in page.passages if passage.sheet}
    names |= {table.sheet for table in page.tables if table.sheet}
    full = {table.sheet for table in page.tables if any(sum(map(bool, row)) > 1 for row in table.rows)}
    texts = [(passage.sheet, passage.text) for passage in page.passages]
    texts += [(table.sheet, cell) for table in page.tables for row in table.rows for cell in row]
    full |= {sheet for sheet, text in texts if _NONE.fullmatch(text) or _SAYS_NONE.match(text)}
    return {name for name in names if name not in full}
