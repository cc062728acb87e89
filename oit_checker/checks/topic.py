"""The component's keywords, or what a matter is about: เรื่อง and its name, beside a deed that is about something.

after        words of such deeds (ประชุม, รับฟัง): เรื่อง stands shortly after one of them; or it leads its line, as it does
             in every official letter, and has a number (เรื่อง 1), or one of them stands in that line or beside it
not_then     words with which no such name begins (ร้องเรียน: a complaint is called เรื่องร้องเรียน)

FOUND       ชุมชนร่วมประชุมเรื่องการปรับปรุงตลาดริมน้ำ · เรื่อง หลักสูตรวิทยาการข้อมูล / ประชุมร่วมกับนักศึกษา
NOT FOUND   เรื่อง วันหยุดราชการเป็นกรณีพิเศษ / เรียน หัวหน้าส่วนราชการ · เรื่อง ขอเชิญประชุม · ศูนย์รับเรื่องร้องเรียน
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.checks.chunks import Line
from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import squeeze

_LED = r"(?:^[\d.()•*-]*\s*)"
_MIN_LETTERS = 8  # Thai letters of the name
_QUOTED = 160


def topic(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    after: Sequence[str] = (),
    not_then: Sequence[str] = (),
) -> Observation:
    """Look for the keywords, then for a name after เรื่อง."""
    seen = keywords(component, matter, wanted)
    if seen.status is ComponentStatus.FOUND or not matter.holds(["เรื่อง"]):
        return seen
    deeds, others = matter.folded_words(after), matter.folded_words(not_then)
    pattern = _pattern(deeds, matter.fold("เรื่อง"))
    for at, line in enumerate(matter.lines):
        for named in pattern.finditer(line.spaced):
            name = re.sub("[^ก-๎]", "", named["name"])
            if len(name) < _MIN_LETTERS or name.startswith(others):
                continue
            if named["deed"] or named["number"] or _is_beside(matter.lines[max(0, at - 1) : at + 2], deeds):
                return found(squeeze(line.text)[:_QUOTED], line.place)
    return seen


def _is_beside(lines: Sequence[Line], deeds: Sequence[str]) -> bool:
    return any(deed in line.folded for line in lines for deed in deeds)


def _pattern(deeds: Sequence[str], about_what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, deeds)) or "(?!)"
    leading = rf"{_LED}(?:(?P<number>{about_what}(?:ที่?)?\s*\d)|{about_what}\s*[: ])"
    return re.compile(rf"(?:{leading}|(?P<deed>{words})[^\s|]{{0,20}}\s?{about_what})\s*(?P<name>[^|]{{1,60}})")
