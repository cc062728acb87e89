"""The post of the agency's own head, as its name tells it, beside a person: แรงงานจังหวัดดอนทราย.

The posts are the keywords; of a provincial or district office they come from its own name. The same words are the field
itself (วัฒนธรรมจังหวัด) and stand in the names of offices, centres and volunteers: a post begins its line or cell, or
follows ตำแหน่ง, a word for one who acts for another, or a person's name; and somebody is named in that line, the one
before or the one after, or in its row.

FOUND       นายตัวอย่าง หนึ่ง · แรงงานจังหวัดดอนทราย
NOT FOUND   สำนักงานแรงงานจังหวัดดอนทราย · อาสาสมัครแรงงานจังหวัดดอนทราย · แรงงานจังหวัดดอนทราย where nobody is named
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.person_names import NAME
from oit_checker.checks.places import place_of, place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import quote

_ACTING = r"ตำแหน่ง|รักษา(?:การ|ราชการ)(?:แทน|ใน)?|ปฏิบัติ(?:หน้าที่|ราชการ)แทน|แทน"
_OF = regex("จังหวัด|อำเภอ|พื้นที่")  # the place may stand apart
_PAST = regex("อดีต|เคย")


def own_post(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a post with a person beside it; the line is quoted."""
    if not component.keywords or matter.by_ocr:
        return absent()
    post = _pattern(tuple(component.keywords))
    for line, near, place in _lines(matter):
        seen = post.search(line)
        if seen is not None and NAME.search(near) is not None and _PAST.search(near) is None:
            return found(quote(line, *seen.span("post")), place)
    return absent()


@lru_cache(maxsize=16)
def _pattern(posts: Sequence[str]) -> re.Pattern[str]:
    called = "|".join(_OF.sub(lambda of: of[0] + r"\s?", re.escape(post)) for post in posts)
    return re.compile(rf"(?:^\W*|{_ACTING}|{NAME.pattern})[\s:(\-–|]*(?P<post>{called})(?![ก-๎])")


def _lines(matter: Matter) -> Iterator[tuple[str, str, str]]:
    """Each line with those beside it, and each cell with its row, with the place of each."""
    shown = [passage for passage in matter.page.passages if not passage.names_link]
    lines = [(line.strip(), place_of(one)) for one in shown for line in one.text.split("\n") if line.strip()]
    for number, (line, place) in enumerate(lines):
        yield line, " · ".join(text for text, _ in lines[max(0, number - 1) : number + 2]), place
    for table in matter.tables:
        for row in table.rows:
            yield from ((cell, " · ".join(row), place_of_table(table)) for cell in row)
