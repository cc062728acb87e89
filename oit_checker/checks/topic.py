"""The component's keywords, or what a matter is about: เรื่อง and its name, leading a line or after the deed.

after        words of deeds that are about something (ประชุม, รับฟัง); เรื่อง stands shortly after one of them
not_then     words with which no such name begins (ร้องเรียน: a complaint is called เรื่องร้องเรียน)
min_letters  how many Thai letters the name must have (default 8)

FOUND       เรื่อง ร่วมออกแบบหลักสูตรวิทยาการข้อมูล · ชุมชนร่วมประชุมเรื่องการปรับปรุงตลาดริมน้ำ
NOT FOUND   เรื่อง ขอเชิญประชุม · ศูนย์รับเรื่องร้องเรียน
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import squeeze

_LED = r"(?:^[\d.()•*-]*\s*)"
_QUOTED = 160


def topic(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    after: Sequence[str] = (),
    not_then: Sequence[str] = (),
    min_letters: int = 8,
) -> Observation:
    """Look for the keywords, then for a name after เรื่อง."""
    seen = keywords(component, matter, wanted)
    if seen.status is ComponentStatus.FOUND or not matter.holds(["เรื่อง"]):
        return seen
    pattern = _pattern(matter.folded_words(after), matter.fold("เรื่อง"))
    others = matter.folded_words(not_then)
    for line in matter.lines:
        for named in pattern.finditer(line.spaced):
            name = re.sub("[^ก-๎]", "", named["name"])
            if len(name) >= min_letters and not name.startswith(others):
                return found(squeeze(line.text)[:_QUOTED], line.place)
    return seen


def _pattern(deeds: Sequence[str], about_what: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, deeds)) or "(?!)"
    return re.compile(
        rf"(?:{_LED}{about_what}\s*[: ]|(?:{words})[^\s|]{{0,20}}\s?{about_what})\s*(?P<name>[^|]{{1,60}})"
    )
