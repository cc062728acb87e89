"""One of the component's keywords stands in the text.

Text is compared in canonical form: spaces, Thai digits, case and damaged vowels
do not matter. A keyword of fewer than five letters is no proof alone: it counts
only beside another keyword of the same component. Links of a web page say what is
to be found there; they do not show it, and do not count.

min_count   how many different keywords must stand there (default 1); a keyword inside
            another one that stands there (สำนัก in สำนักปลัด) is not counted again
after       words of which one must lead to a keyword: shortly before it, in the heading above,
            or in the title of a document (หลักเกณฑ์ before การสรรหา)
not_beside  words that say of what stands beside them, in a table, under a heading or close by, that it is something
            else: what an order lays on a team (มีหน้าที่ดังต่อไปนี้) has not been done yet. Farther away on the same
            page or under the same heading they leave it to a person

FOUND       …มีผู้รับผิดชอบโครงการ คือ สำนักปลัด…            (keyword ผู้รับผิดชอบ)
NOT FOUND   a text that can be read and holds none of the words
UNREADABLE  a scanned page: there is no text to look at; a word far from one of not_beside on the same page
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold

SHORT = 5  # folded letters below which a word is no proof alone


def keywords(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    min_count: int = 1,
    after: Sequence[str] = (),
    not_beside: Sequence[str] = (),
) -> Observation:
    """Look for the component's keywords; the longest is quoted."""
    place = best_place(component, matter, min_count, after, not_beside)
    return found(place.snippet, place.place) if place is not None else absent()


def best_place(
    component: Component,
    matter: Matter,
    min_count: int = 1,
    after: Sequence[str] = (),
    not_beside: Sequence[str] = (),
) -> Place | None:
    """The place of the longest keyword, if enough different ones stand in the text; None otherwise."""
    standing: dict[str, Place] = {}
    for keyword in component.keywords:
        place = matter.first(keyword, in_claims=component.in_lists, after=after, not_beside=not_beside)
        if place is not None:
            standing.setdefault(fold(keyword), place)
    apart = [word for word in standing if not any(word != other and word in other for other in standing)]
    if len(apart) < min_count or not standing:
        return None
    longest = max(standing, key=len)
    if len(longest) < SHORT and len(apart) < 2:
        return None
    return standing[longest]
