"""A chart that words name is there: a picture, a table, or lines of which each is a unit or a post.

A web page whose title names the chart, and whose text only tells of units in a sentence, is for a person to look at: a
page may draw in ways that cannot be read. So is one whose heading of the chart stands empty before the units of
another. A picture that is said to show another thing (อาคาร, a person) is no chart. Documents draw in shapes, whose
words stand in their text anyhow.

FOUND       ผังโครงสร้าง / ผู้อำนวยการ / กลุ่มงานเภสัชกรรม / กลุ่มงานบริหารทั่วไป
NOT FOUND   a page without the keywords
UNREADABLE  a scanned page: there is no text to look at; โครงสร้างองค์กร / โรงพยาบาลมีกลุ่มงานเภสัชกรรม และงานพัสดุ
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.checks.pictured_apart import said_to_show_else
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze
from oit_checker.urls import is_document

_LEAST_LINES = 3  # that make a chart of boxes or of a list
_LINE = 70  # letters of a box or of a line of a list; a longer one is a sentence
_UNIT_OR_POST = regex(
    r"[\s\d.)(•\-–]*(?:สำนัก|กอง|ศูนย์|กลุ่ม|ฝ่าย|แผนก|งาน|ส่วน|หน่วย|คณะ|สาขา|สถาบัน|ที่ทำการ|ภาควิชา|วิทยาลัย|โรงเรียน|โรงพยาบาล|สถานี"
    r"|ผู้|รอง|นายก|ปลัด|อธิบดี|อธิการ|เลขา|คณบดี|ประธาน|สภา|หัวหน้า|สมาชิก|กรรมการ|นายอำเภอ|ผอ\.|สว\.|รมว\.)"
)
# A heading over units, which is none itself.
_UNITS = regex(r"(?:หน่วยงาน|ส่วนงาน|ส่วนราชการ|กลุ่มงาน|งาน)(?:ภายใน|ในสังกัด|ย่อย|ของเรา|ต่าง\s?ๆ)?")
_TELLS = regex(r"(?:ประกอบด้วย|แบ่งเป็น|แบ่งออก|ได้แก่|มีหน้าที่|จำนวน|ดังนี้)")
_DRAWING = regex(r"ผัง|แผนภูมิ|โครงสร้าง|chart|structure|org", re.IGNORECASE)
_PICTURE = regex(r"\.(?:png|jpe?g|gif|webp|svg)(?:[?#]|$)", re.IGNORECASE)


def drawn(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the keywords, then for what they name."""
    seen = keywords(component, matter, wanted)
    if seen.status is not ComponentStatus.FOUND or matter.page.kind is not PageKind.HTML:
        return seen
    if _shows(matter.page, tuple(_without_others(matter.page.passages, component, matter.fold))):
        return seen
    note = f"มีแต่ชื่อ “{seen.snippet}” ไม่พบภาพ ตาราง หรือรายการส่วนงานที่เป็นแผนผัง โปรดเปิดดูว่าแสดงแผนผังไว้หรือไม่"
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, note)


def _without_others(passages: Sequence[Passage], component: Component, fold: Callable[[str], str]) -> Iterator[Passage]:
    """The passages that may be the chart: where its own heading stands empty, none that follow until it is named anew.

    The heading stands empty where the next one, of its own rank or a higher one, only names what follows.
    """
    words = [fold(word) for word in component.keywords]
    is_empty = False
    for passage, following in zip_longest(passages, passages[1:]):
        if passage.is_heading and any(word in fold(passage.text) for word in words):
            is_empty = following is not None and _begins_another(passage, following)
        if not is_empty:
            yield passage


def _begins_another(chart: Passage, following: Passage) -> bool:
    is_beside = following.is_heading and bool(chart.above or following.above) and chart.text not in following.above
    return is_beside and (_UNITS.fullmatch(following.text.strip()) is not None or not _is_box(following.text))


def _shows(page: Page, shown: Sequence[Passage]) -> bool:
    """Whether a page shows anything that may be a chart, or leads to a file that is named as one."""
    if page.tables or page.pictures > len(said_to_show_else(page, or_persons=True)):
        return True
    if any(_PICTURE.search(link.url) or (is_document(link.url) and _DRAWING.search(link.text)) for link in page.links):
        return True
    texts = (squeeze(part) for passage in shown for part in passage.text.splitlines())
    return len({text for text in texts if _is_box(text)}) >= _LEAST_LINES


def _is_box(text: str) -> bool:
    named = text.split(":")[0]  # "สำนักงานจังหวัด: กลุ่มงานยุทธศาสตร์ กลุ่มงานอำนวยการ" is a box and what is in it
    return len(named) <= _LINE and _UNIT_OR_POST.match(named) is not None and _TELLS.search(named) is None
