"""Things that are rated: the component's keywords (ระดับความเสี่ยง, ผลกระทบ) apart from what explains the scale.

scale   words of heads of a table that explains a scale (ความหมาย, เกณฑ์)
things  words of heads of a table that rates things (เหตุการณ์, มาตรการ): such a table explains none

A legend under a table ("หมายเหตุ ระดับความเสี่ยงแบ่งเป็น สูง ปานกลาง ต่ำ") rates nothing, nor does a sentence on criteria.

FOUND       | เหตุการณ์ | ระดับความเสี่ยง | / | เรียกรับเงิน | สูง |
NOT FOUND   | ระดับความเสี่ยง | ความหมาย | / | สูง | เกิดทุกเดือน | · ระดับความเสี่ยงแบ่งเป็น 3 ระดับ
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold, toneless

_REACH = 60  # folded letters before a word in which its clause begins
_AHEAD = 16
_ENDS = re.compile("[¦|;]")
_LED = "|".join(map(fold, ("หมายเหตุ", "แบ่งเป็น", "แบ่งออก", "แบ่งได้", "เกณฑ์", "หมายถึง", "นิยาม", "ความหมายของ", "คำอธิบาย")))
_THEN = "|".join(map(fold, ("(?:สามารถ)?แบ่ง", "หมายถึง", "ประกอบด้วย", "มี[2-9](?:ระดับ|กลุ่ม)", "ออกเป็น")))
_LEGENDS = {by_ocr: [re.compile(toneless(one) if by_ocr else one) for one in (_LED, _THEN)] for by_ocr in (False, True)}


def rated(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    scale: Sequence[str] = (),
    things: Sequence[str] = (),
) -> Observation:
    """Look for the keywords outside legends and tables of a scale."""
    led, then = _LEGENDS[matter.by_ocr]

    def explains(folded: str, start: int, end: int) -> bool:
        before = _ENDS.split(folded[max(0, start - _REACH) : start])[-1]
        return led.search(before) is not None or then.match(folded, end, end + _AHEAD) is not None

    place = best_place(component, without_scales(matter, scale, things), unless=explains)
    return found(place.snippet, place.place) if place is not None else absent()


def without_scales(matter: Matter, scale: Sequence[str], things: Sequence[str]) -> Matter:
    """The matter without the tables that explain a scale; itself where there are none."""

    def explains(table: Table) -> bool:
        head = matter.fold(" ".join(table.header))
        return any(word in head for word in matter.folded_words(scale)) and not any(
            word in head for word in matter.folded_words(things)
        )

    tables = tuple(table for table in matter.page.tables if not explains(table))
    return matter.of(replace(matter.page, tables=tables)) if len(tables) < len(matter.page.tables) else matter
