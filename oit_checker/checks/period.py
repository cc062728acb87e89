"""When something is done: the component's keywords (ระยะเวลา, ไตรมาส), or the months of a timetable.

Takes no parameters. Three different months, or one from … to; the half year that a
report is about (รอบ 6 เดือน ตุลาคม – มีนาคม) is no timetable.

FOUND       | โครงการ | ต.ค. | พ.ย. | ธ.ค. | · ม.ค. - มี.ค. 2569
NOT FOUND   รายงานรอบ 6 เดือน (ตุลาคม 2568 - มีนาคม 2569)
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Chunk, Matter, Place
from oit_checker.checks.months import MONTH
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear

MANY = 3  # months that make a timetable
_TO = r"\s*(?:[\d๐-๙]{2,4})?\s*(?:-|–|—|ถึง)\s*"
_FROM_TO = re.compile(MONTH + _TO + MONTH)
_REPORTED = re.compile(r"รอบ[^()]{0,16}\(?[^()]{0,10}$")


def period(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the keywords, then for months."""
    place = best_place(component, matter) or _timetable(matter)
    return found(place.snippet, place.place) if place is not None else absent()


def _timetable(matter: Matter) -> Place | None:
    for chunk in matter.chunks:
        if chunk.is_claim:
            continue
        months = list(re.finditer(MONTH, chunk.text))
        if len({month[0] for month in months}) >= MANY:
            return matter.quote(chunk, months[0].start(), months[-1].end())
        if (span := _from_to(chunk)) is not None:
            return matter.quote(chunk, span.start(), span.end())
    return None


def _from_to(chunk: Chunk) -> re.Match[str] | None:
    spans = _FROM_TO.finditer(chunk.text)
    return next((span for span in spans if not _REPORTED.search(chunk.text[: span.start()][-40:])), None)
