"""As keywords, and the results that are spoken of must be those of the right year.

things      words whose year is asked for: that which follows them at once (ผลการประเมิน ITA ปี 2568)
years_back  how many years before the asked one it must lie (default 1: the year before)
min_count   how many different keywords must stand there (default 1)

A document that names no year of them is taken at its word, and that is said. One that names another year, and the
right one elsewhere, or the asked year itself, which may be its own, is left to a person.

FOUND       การวิเคราะห์ผลการประเมิน ITA ปี 2568        (fiscal year 2569 is asked)
NOT FOUND   การวิเคราะห์ผลการประเมิน ITA ปี 2567, and 2568 is named nowhere
UNREADABLE  a scanned page: there is no text to look at; การวิเคราะห์ผลการประเมิน ITA ปี 2569
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import YearMention
from oit_checker.thai.text import fold, follows

_NEXT = 8  # folded letters from one year of an enumeration to the next: ปี 2566, 2567 และ 2568
_WITH_YEAR = {"fiscal", "year", "span", "short"}


def results_of_year(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    things: Sequence[str],
    years_back: int = 1,
    min_count: int = 1,
) -> Observation:
    """Look for the keywords, then for the year of the things."""
    place = best_place(component, matter, min_count)
    right = FiscalYear(wanted.be - years_back) if wanted is not None else None
    named = list(_years_of(things, matter)) if right is not None else []
    if right is not None and named and not any(_covers(mention, right) for mention, _ in named):
        return _of_another_year(named, right, matter, is_told=place is not None)
    if place is None:
        return absent()
    where = next((where for mention, where in named if right is not None and _covers(mention, right)), None)
    if where is not None:
        return found(where.snippet, where.place)
    note = f"ไม่ได้ระบุปีของผลที่กล่าวถึงไว้ติดกัน โปรดดูว่าเป็นของปี {right.be}" if right is not None else None
    return found(place.snippet, place.place, note)


def _of_another_year(
    named: Sequence[tuple[YearMention, Place]], right: FiscalYear, matter: Matter, *, is_told: bool
) -> Observation:
    """Why results of another year do not count, quoted, so that no other way shows them; a doubt where they may."""
    mention, where = named[0]
    said = f"กล่าวถึงผลของปี {mention.last_be or mention.be} (“{where.snippet}”) ส่วนข้อนี้ต้องเป็นผลของปี {right.be}"
    if matter.names_year(right) is None and all(year.be < right.be for year, _ in named):
        return Observation(ComponentStatus.NOT_FOUND, where.snippet, where.place, said)
    return (
        Observation(ComponentStatus.UNREADABLE, where.snippet, where.place, f"{said} โปรดเปิดดู") if is_told else absent()
    )


def _years_of(things: Sequence[str], matter: Matter) -> Iterator[tuple[YearMention, Place]]:
    """The years that the text names as those of the things, to the end of an enumeration; links only announce."""
    for chunk, years in groupby(matter.years, key=lambda dated: dated[0]):
        last: YearMention | None = None
        for _, mention in () if chunk.is_claim else years:
            goes_on = last is not None and len(fold(chunk.text[last.end : mention.start])) <= _NEXT
            if mention.form in _WITH_YEAR and (goes_on or follows(chunk.text, mention.start, things)):
                last = mention
                yield mention, matter.quote(chunk, mention.start, mention.end)


def _covers(mention: YearMention, year: FiscalYear) -> bool:
    return mention.be <= year.be <= (mention.last_be or mention.be)
