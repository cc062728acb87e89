"""How long something takes: the component's keywords (ระยะเวลา), or a number of minutes, hours, days or months.

Takes no parameters. Opening hours (ตลอด 24 ชั่วโมง), reporting periods (รอบ 6 เดือน)
and dates (วันที่ 5 เดือนมีนาคม) are no durations.

A heading alone (ระยะเวลา, and no number in the text but those that count its rows) is left to a person.

FOUND       แจ้งผลภายใน 90 วัน · 10 นาที · ๑ วันทำการ · สามวันทำการ
NOT FOUND   เปิดให้บริการในวันทำการ ตลอด 24 ชั่วโมง
UNREADABLE  a scanned page: there is no text to look at; ระยะเวลาดำเนินการ, and no number but 1 รับเรื่อง 2 ตรวจสอบ
"""

from __future__ import annotations

import re

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.named_months import named_months
from oit_checker.thai.text import fold

_NUMBER = r"(?:(?<![\d.,/])\d{1,3}(?:\s?-\s?\d{1,3})?|หนึ่ง|สอง|สาม|ห้า|เจ็ด|สิบห้า|สามสิบ|เก้าสิบ)"
_LASTING = re.compile(rf"{_NUMBER}\s?(?:นาที|ชั่วโมง|ชม\.|วันทำการ|วัน(?!ที|อาทิตย์|จันทร์)|สัปดาห์|เดือน)")
# วันที: OCR loses the tone mark of วันที่.
_NO_DURATION = re.compile(r"(?:ตลอด|รอบ|รอบระยะเวลา|วันที่?|ทุก|อายุ|ครั้งที่|ระดับ)\s*$")
_SOME_NUMBER = re.compile(r"(?<![\d.,/])(\d{1,2})(?![\d.,/:)])|ทันที|ครึ่ง(?:ชั่วโมง|วัน)|(?:วัน|เดือน|ชั่วโมง)เดียว|วันทำการ")
_TIME = fold("เวลา")
_LEAD = 14  # letters before a number in which it is told what is counted


def duration(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a length of time, then for the keywords."""
    for chunk in matter.chunks:
        text = arabic_digits(chunk.text)
        for seen in () if chunk.is_claim else _LASTING.finditer(text):
            if not _NO_DURATION.search(text[max(0, seen.start() - _LEAD) : seen.start()]):
                place = matter.quote(chunk, seen.start(), seen.end())
                return found(place.snippet, place.place)
    named = best_place(component, matter)
    if named is None:
        return absent()
    if _tells_a_number(matter):
        return found(named.snippet, named.place)
    if (told := _in_column(matter)) is not None:
        return told
    note = f"มีแต่หัวข้อ “{named.snippet}” ไม่พบว่าใช้เวลาเท่าใด โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, named.snippet, named.place, note)


def _in_column(matter: Matter) -> Observation | None:
    """The first cell of a column of times that is told by months and dates: ระยะเวลา over ต.ค. – พ.ย., ภายใน ก.พ."""
    for table in matter.tables:
        for place in (at for at, head in enumerate(table.header) if _TIME in fold(head)):
            cells = [row[place] for row in table.rows if place < len(row)]
            told = [cell for cell in cells if named_months(cell)]
            if told and 2 * len(told) >= len(cells):
                return found(f"{table.header[place]}: {told[0]}", place_of_table(table))
    return None


def _tells_a_number(matter: Matter) -> bool:
    """Whether a figure of one or two digits, or a word for a short time, stands anywhere in what is shown."""
    texts = (arabic_digits(chunk.text) for chunk in matter.chunks if not chunk.is_claim)
    return any(_counts_something(text) for text in texts)


def _counts_something(text: str) -> bool:
    """Whether a text holds a number that is no ordinal: one that leads it, or the next of 1, 2, 3 … in it."""
    following = 1
    for seen in _SOME_NUMBER.finditer(text):
        if not seen[1] or (seen.start() > 0 and int(seen[1]) != following):
            return True
        following = int(seen[1]) + 1
    return False
