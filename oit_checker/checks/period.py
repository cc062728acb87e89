"""When something is done: the component's keywords (ระยะเวลา, ไตรมาส), or the months of a timetable.

Takes no parameters. Three different months, or one from … to; a month under a head of time (เดือน, เริ่ม, สิ้นสุด) or a
term (ภายในสิ้นเดือนมีนาคม); a column of nothing but months beside what is done (ช่วงที่ทำ); columns of four quarters.
The half year or quarter that a report is about (รอบ 6 เดือน ตุลาคม – มีนาคม, รายงานความก้าวหน้า ไตรมาสที่ 2) is no
timetable. Where every period that names years ended before the year ahead of the asked one, a person must look.

FOUND       | โครงการ | ต.ค. | พ.ย. | ธ.ค. | · ม.ค. - มี.ค. 2569 · | เริ่ม | เสร็จ | / | ธ.ค. 68 | มี.ค. 69 |
NOT FOUND   รายงานรอบ 6 เดือน (ตุลาคม 2568 - มีนาคม 2569)
UNREADABLE  a scanned page: there is no text to look at · ระยะเวลา ตุลาคม 2566 - กันยายน 2567   (2569 is asked)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.checks.chunks import Chunk, Line
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.months import MONTH
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import DATES_NOTHING, year_mentions
from oit_checker.thai.text import fold, squeeze

MANY = 3  # months that make a timetable
_YEAR_AFTER = 12  # letters after the last month within which its year stands
_TOLD_WITHIN = 45  # letters from a keyword on within which its years stand
_TO = r"\s*(?:[\d๐-๙]{2,4})?\s*(?:-|–|—|ถึง)\s*"
_FROM_TO = regex(MONTH + _TO + MONTH)
_TERM = regex(rf"(?:ภายใน|กำหนด|แล้วเสร็จ|เสร็จ|เมื่อใด\s*:|เมื่อไร\s*:|เวลา\s*:|เดือน\s*:)[^|¦.]{{0,16}}?{MONTH}")
_OF_TIME = regex(
    r"(?:วันที่|วัน|เดือน|กำหนด|ช่วง)?(?:เริ่ม(?:ต้น|ดำเนินการ)?|สิ้นสุด|(?:แล้ว)?เสร็จ)|(?:กำหนด|ช่วง)?เดือน(?:ที่ทำ|ที่จัด)?|(?:กำหนด|ช่วง|ระยะ)?เวลา\S*|กำหนด(?:การ)?"
    r"|(?:จะ|ต้อง|เริ่ม|ทำ|จัด|ดำเนินการ|เสร็จ)*เมื่อ(?:ใด|ไร|ไหร่)|timeline|schedule|start|end|when",
    re.IGNORECASE,
)
# A cell that is a month or months, below a head that may speak of time and of no report.
_YEAR = r"\s*(?:พ\.ศ\.\s*)?(?:[\d๐-๙]{4}|[\d๐-๙]{2})?"
_ONLY_MONTHS = regex(rf"(?:เดือน\s*)?{MONTH}{_YEAR}(?:\s*(?:-|–|—|ถึง|,|และ)\s*{MONTH}{_YEAR})*\s*")
_MAY_BE_TIME = regex(r"ช่วง|ห้วง|เวลา|เมื่อ|เดือน|กำหนด|ภายใน|เริ่ม|(?:จะ|ที่)(?:ทำ|จัด|ดำเนินการ)")
_NO_TIMETABLE = regex(r"รายงาน|ข้อมูล|ปรับปรุงเมื่อ|ลงนาม|ลงวันที่|เผยแพร่|อนุมัติ|สัญญา|เบิก|จ่าย|แล้ว|จริง|ผล")
_DONE_BY_SOMEONE = regex(r"มาตรการ|โครงการ|กิจกรรม|แผนงาน|งาน|รายการ")
_QUARTERS = ("q1", "q2", "q3", "q4")
_A_MONTH = regex(MONTH)
_LEAD = 40  # letters before a month in which it is told what it is the month of
_SIGNED = regex(r"(?:ลง|เมื่อ|ณ)\s?วันที่\s*[\d๐-๙]{1,2}\s*(?:เดือน\s?)?$|รอบ[^()]{0,16}\([^()]{0,24}$")
_REPORTED = regex(r"รอบ[^()]{0,16}\(?[^()]{0,10}$")
# "รายงาน… ไตรมาสที่ 2", "ณ สิ้นไตรมาส 2": a quarter that is reported. Names of columns between them begin a table.
_ONE_QUARTER = regex(r"(?:ที่?)?[1-4](?!\d|[,-]|และ|ถึง)|$|[¦(]")
_OF_REPORT = regex(
    "(?:"
    + "|".join(map(fold, ("รายงาน", "ความก้าวหน้า", "คืบหน้า", "รอบ", "สิ้น", "ผลการ", "สะสม", "ติดตาม")))
    + ")(?P<between>[^|¦]*)$"
)
_A_HEAD = regex(
    "|".join(map(fold, ("(?<!ปี)(?<!จ่าย)(?<!การใช้)งบ", "รับผิดชอบ", "เป้าหมาย", "ตัวชี้วัด", "เวลา", "สถานะ", "แผน$")))
)
_IN_BRACKETS = regex(r"\([^()|]{0,12}$")
_REACH = 90  # folded letters before a quarter in which it is told what was reported of it


def period(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the keywords, then for months."""
    place = (
        best_place(component, matter, unless=_is_reported)
        or _timetable(matter)
        or _in_columns(matter)
        or _below_a_head(matter)
    )
    if place is None:
        return absent()
    past = _past(matter, place, wanted) if wanted is not None else None
    if past is None:
        return found(place.snippet, place.place)
    note = f"ช่วงเวลาที่พบเป็นของปีก่อน ๆ: “{past.snippet}” โปรดเปิดดูว่าเป็นของปีงบประมาณ พ.ศ. {wanted.be if wanted else ''}"
    return Observation(ComponentStatus.UNREADABLE, past.snippet, past.place, note)


def _is_reported(folded: str, start: int, end: int) -> bool:
    """Whether a phrase is the quarter that a report is about."""
    is_quarter = folded.endswith(fold("ไตรมาส"), start, end) and _ONE_QUARTER.match(folded, end) is not None
    return is_quarter and _is_of_report(folded[max(0, start - _REACH) : start])


def _is_of_report(folded: str) -> bool:
    """Whether what stands before a time says that it is the time that is reported on."""
    led = _OF_REPORT.search(folded)
    return led is not None and not _A_HEAD.search(led["between"])


def _past(matter: Matter, place: Place, wanted: FiscalYear) -> Place | None:
    """The first of the periods that name years, where all of them are long over; None otherwise.

    The year before the asked one is not over: a fiscal year begins in it.
    """
    named = max(place.snippet.find(place.phrase), 0)
    told = [(place, place.snippet[named : named + _TOLD_WITHIN]), *_spans(matter)]
    dated = [(one, years) for one, text in told if (years := _years(text))]
    if not dated or any(year >= wanted.be - 1 for _, years in dated for year in years):
        return None
    return dated[0][0]


def _spans(matter: Matter) -> Iterator[tuple[Place, str]]:
    """Every "from month to month" with the year right after it."""
    for chunk in matter.chunks:
        for span in () if chunk.is_claim else _FROM_TO.finditer(chunk.text):
            end = min(span.end() + _YEAR_AFTER, len(chunk.text))
            yield matter.quote(chunk, span.start(), end), chunk.text[span.start() : end]


def _years(text: str) -> list[int]:
    return [mention.last_be or mention.be for mention in year_mentions(text) if mention.form not in DATES_NOTHING]


def _timetable(matter: Matter) -> Place | None:
    for chunk in matter.chunks:
        if chunk.is_claim:
            continue
        months = [month for month in _A_MONTH.finditer(chunk.text) if not _is_no_plan(chunk.text, month.start())]
        if len({month[0] for month in months}) >= MANY:
            return matter.quote(chunk, months[0].start(), months[-1].end())
        if (span := _from_to(chunk) or _TERM.search(chunk.text)) is not None:
            return matter.quote(chunk, span.start(), span.end())
    return None


def _is_no_plan(text: str, start: int) -> bool:
    """Whether a month is that of a signature, of the day of the figures or of the period that is reported."""
    before = text[max(0, start - _LEAD) : start]
    return _SIGNED.search(before) is not None or _is_of_reported(text, start)


def _is_of_reported(text: str, start: int) -> bool:
    """Whether months are those of the half year or quarter that is reported: รอบ 6 เดือน (…, รายงาน… ไตรมาสที่ 2 (…."""
    before = text[max(0, start - _REACH) : start]
    in_brackets = _IN_BRACKETS.search(before) is not None
    return _REPORTED.search(before[-_LEAD:]) is not None or (in_brackets and _is_of_report(fold(before)))


def _in_columns(matter: Matter) -> Place | None:
    """A month in a column of time, or columns of four quarters."""
    for table in (*matter.page.tables, *matter.page.laid_out):
        heads = [squeeze(head) for head in table.header]
        if {fold(head) for head in heads} >= set(_QUARTERS):
            return Place("Q1", " | ".join(heads), place_of_table(table))
        for column in (at for at, head in enumerate(heads) if _OF_TIME.fullmatch(head)):
            cells = (row[column] for row in table.rows if column < len(row))
            told = next((cell for cell in cells if _A_MONTH.search(cell)), None)
            if told is not None:
                return Place(told, f"{heads[column]}: {squeeze(told)}", place_of_table(table))
        if (place := _of_months_alone(table)) is not None:
            return place
    return None


def _of_months_alone(table: Table) -> Place | None:
    """A column of which every filled cell is a month, two rows at least, beside what is to be done."""
    if not any(_DONE_BY_SOMEONE.search(head) or "สิ่งที่" in head for head in table.header):
        return None
    for column, head in enumerate(table.header):
        cells = [squeeze(row[column]) for row in table.rows if column < len(row) and row[column].strip()]
        may_be = _MAY_BE_TIME.search(head) is not None and _NO_TIMETABLE.search(head) is None
        if may_be and len(cells) > 1 and all(map(_ONLY_MONTHS.fullmatch, cells)):
            return Place(cells[0], f"{squeeze(head)}: {cells[0]}", place_of_table(table))
    return None


def _below_a_head(matter: Matter) -> Place | None:
    """A month below the head of a table in the lines of a PDF, which names a column of time and what is done."""
    if matter.page.kind is not PageKind.PDF:
        return None
    head: Line | None = None
    for line in matter.lines:
        words = line.text.split()
        if any(_OF_TIME.fullmatch(word) for word in words) and any(_DONE_BY_SOMEONE.match(word) for word in words):
            head = line
        elif head is not None and head.part == line.part and _A_MONTH.search(line.text):
            return Place(line.text, f"{squeeze(head.text)[:80]}: {squeeze(line.text)[:80]}", line.place)
    return None


def _from_to(chunk: Chunk) -> re.Match[str] | None:
    spans = _FROM_TO.finditer(chunk.text)
    return next((span for span in spans if not _is_of_reported(chunk.text, span.start())), None)
