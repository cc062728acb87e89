"""Things that are rated: the component's keywords (ระดับความเสี่ยง, ผลกระทบ) apart from what explains the scale.

scale   words with which heads of a table begin that explains a scale (ความหมาย, เกณฑ์)
things  words of heads of a table that rates things (เหตุการณ์, มาตรการ): such a table explains none

A legend under a table ("หมายเหตุ ระดับความเสี่ยงแบ่งเป็น สูง ปานกลาง ต่ำ") rates nothing, nor does the name of criteria
(เกณฑ์การประเมินผลกระทบ). In a longer sentence on criteria a person must look, unless it goes on to what was found (พบว่า).

FOUND       | เหตุการณ์ | ระดับความเสี่ยง | / | เรียกรับเงิน | สูง |
NOT FOUND   | ระดับความเสี่ยง | ความหมาย | / | สูง | เกิดทุกเดือน | · ระดับความเสี่ยงแบ่งเป็น 3 ระดับ
UNREADABLE  a scanned page: there is no text to look at; เกณฑ์ของหน่วยงานถือว่าการเรียกรับเงินมีผลกระทบสูง
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oit_checker.checks.apart import explains_a_scale, without_tables
from oit_checker.checks.around import clause_before
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold, toneless

_AHEAD = 16  # folded letters behind a word within which a legend goes on
# What stands between เกณฑ์ and what the criteria are of: เกณฑ์การประเมินระดับโอกาสและ(ผลกระทบ).
_OF_CRITERIA = (
    "การ|ใน|ของ|สำหรับ|ให้|คะแนน|ประเมิน|วัด|วิเคราะห์|พิจารณา|กำหนด|จัด|ระดับ|ค่า|โอกาส|ความเสี่ยง|ความรุนแรง|ผลกระทบ"
    "|และ|ด้าน|[()/:]"
)
_NAMED = f"เกณฑ์(?:{_OF_CRITERIA})*$"
_LED = ("หมายเหตุ", "แบ่งเป็น", "แบ่งออก", "แบ่งได้", f"(?<!ตาม){_NAMED}", "หมายถึง", "นิยาม", "ความหมายของ", "คำอธิบาย")
_THEN = ("(?:สามารถ)?แบ่ง", "หมายถึง", "ประกอบด้วย", "มี[2-9](?:ระดับ|กลุ่ม)", "ออกเป็น")
_UNSURE = ("(?<!ตาม)เกณฑ์(?!.*(?:พบ|ปรากฏ|ผลการ|ผลประเมิน))", _NAMED)


@lru_cache(maxsize=2)
def _patterns(by_ocr: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    spelled = toneless if by_ocr else str
    led, then, unsure = (re.compile(spelled("|".join(map(fold, words)))) for words in (_LED, _THEN, _UNSURE))
    return led, then, unsure


def rated(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    scale: Sequence[str] = (),
    things: Sequence[str] = (),
) -> Observation:
    """Look for the keywords outside legends and tables of a scale."""
    led, then, unsure = _patterns(matter.by_ocr)

    def explains(folded: str, start: int, end: int) -> bool:
        return led.search(clause_before(folded, start)) is not None or then.match(folded, end, end + _AHEAD) is not None

    def may_explain(folded: str, start: int, end: int) -> bool:
        return explains(folded, start, end) or unsure.search(clause_before(folded, start)) is not None

    rates = without_tables(matter, lambda table: explains_a_scale(table, matter, scale, things)) or matter
    place = best_place(component, rates, unless=may_explain)
    if place is not None:
        return found(place.snippet, place.place)
    place = best_place(component, rates, unless=explains)
    return _doubt(place) if place is not None else absent()


def _doubt(place: Place) -> Observation:
    note = f"พบแต่ในข้อความที่กล่าวถึงเกณฑ์: “{place.snippet}” โปรดเปิดดูว่าประเมินระดับของแต่ละรายการแล้วหรือไม่"
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)
