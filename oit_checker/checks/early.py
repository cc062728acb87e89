"""A report of less than the first half of the year: ไตรมาส 1, รอบ 3 เดือน, ข้อมูล ณ 31 ธันวาคม.

The title, a heading, one of the first lines or the head of a column says so, and nothing says that the report reaches
further: no ไตรมาส 2, no รอบ 6 เดือน, no later day of the figures. When a project is to be done (มี.ค. 69 in its row) says
nothing of how far the report goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind
from oit_checker.patterns import regex
from oit_checker.thai.months import FULL_NAMES, SHORT_NAMES
from oit_checker.thai.named_months import FISCAL_ORDER
from oit_checker.thai.text import fold, squeeze

_FIRST_LINES = 6
_LETTERS = 160  # folded letters of one of them; a PDF may give a table as one
_QUOTED = 100
_REPORT = "|".join(map(fold, ("ก้าวหน้า", "คืบหน้า", "รายงาน", "ผล", "สะสม", "ติดตาม", "รอบ", "สิ้น", "สถานะ", "ข้อมูล")))
_QUARTER = rf"(?:{fold('ไตรมาส')}(?:{fold('ที่')})?|q)"
_AS_OF = rf"ณ(?:{fold('วันที่')}|{fold('สิ้น')}|{fold('เดือน')})*\d{{0,2}}"


def _months(numbers: Sequence[int]) -> str:
    names = [name[number - 1] for name in (FULL_NAMES, SHORT_NAMES) for number in numbers]
    return "|".join(re.escape(fold(name)) for name in names)


_MARCH = FISCAL_ORDER.index(3)
_BEFORE_MARCH, _FROM_MARCH = _months(FISCAL_ORDER[:_MARCH]), _months(FISCAL_ORDER[_MARCH:])
_EARLY = regex(
    rf"(?:{_REPORT})[^¦]*?(?:{_QUARTER}1(?!\d|[-–,/&+]\d|[-–]{_QUARTER}|{fold('และ')}|{fold('ถึง')})|(?<!\d)3{fold('เดือน')})"
    rf"|(?:{_REPORT}).{{0,10}}{_AS_OF}(?:{_BEFORE_MARCH})"
)
_TO = rf"(?:1(?:[-–,/&+]|{fold('และ')}|{fold('ถึง')})(?:{_QUARTER})?)?"
_LATER = rf"{_QUARTER}{_TO}[234](?!\d)|(?:6|9|12|หก|เก้า){fold('เดือน')}|{fold('ครึ่งปี')}"
_REACHES = regex(f"{_LATER}|{_FROM_MARCH}")
_REACHES_ANYWHERE = regex(
    rf"(?:{_REPORT})[^¦|]{{0,20}}?(?:{_LATER})|{_AS_OF}(?:{_FROM_MARCH})|6{fold('เดือน')}{fold('แรก')}"
)


def unless_early(seen: Observation, matter: Matter) -> Observation:
    """What was found; a doubt, with the words, where the report says that it ends before the first half year does."""
    if seen.status is not ComponentStatus.FOUND:
        return seen
    own = list(_says_of_itself(matter))
    early = next((text for text in own if _EARLY.search(fold(text)[:_LETTERS])), None)
    if early is None or any(_REACHES.search(fold(text)[:_LETTERS]) for text in own):
        return seen
    if next(matter.spans(_REACHES_ANYWHERE), None) is not None:
        return seen
    note = f"“{squeeze(early)[:_QUOTED]}” เป็นผลที่ยังไม่ถึงรอบ 6 เดือนแรก (ถึงสิ้นเดือนมีนาคม) โปรดเปิดดูว่ามีผลรอบ 6 เดือนแล้วหรือไม่"
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, note)


def _says_of_itself(matter: Matter) -> Iterator[str]:
    """The title, the headings, its first lines, and the heads of columns of tables."""
    page = matter.page
    yield page.title or ""
    lines = page.passages
    if page.kind is PageKind.HTML:  # a link names another page, and a list of reports holds one of each quarter
        named = {link.text for link in page.links}
        lines = tuple(one for one in lines if one.text not in named)
    yield from (one.text for number, one in enumerate(lines) if one.is_heading or number < _FIRST_LINES)
    yield from (head for table in matter.tables for head in table.header)
