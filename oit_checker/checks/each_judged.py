"""Several things, each with a score and with words about it that judge it: an analysis, whatever it is called.

things       lists of spellings of one thing; each thing counts once, as for `each_told`
min_count    of how many of them this must be told; of fewer it is not there
judging      words that judge what was measured (ต้องแก้, รักษา, ยังไม่): one must stand beside each thing that counts
plans        words that begin what will be done (มาตรการ, ผู้รับผิดชอบ): what follows them in the words about a thing judges
             nothing
not_tables   words in the head of a table of what will be done; its rows judge nothing. A PDF gives lines and no
             columns: there two of these words shortly before the first of the things are such a head
levels       words that only name the level of a score (ผ่านเกณฑ์, ดีเยี่ยม): they are no words about it
years_back   how many years before the asked one the scores are of (default 1); where the text names an older year, and
             that one nowhere, it judges other scores
min_letters  how much must be told in words besides (default 12 letters)

FOUND       การใช้อำนาจ 83.00 คะแนน รักษามาตรฐานเดิม · การใช้งบประมาณ 71.50 ต้องแก้ ผู้ป่วยยังไม่รู้ช่องทาง   (and so of each)
NOT FOUND   การใช้อำนาจ 83.00 ผ่านเกณฑ์ · การใช้อำนาจ 83.00 มาตรการ: จัดอบรม
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from oit_checker.checks.apart import without_tables
from oit_checker.checks.each_told import NO_MATTER, REACH, SCORE, named_things
from oit_checker.checks.labelled import IN_LINES
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex

_HEAD = 160  # folded letters before the first thing within which the head of its table stands in a PDF
_UNIT = regex("คะแนน|ร้?อยละ|ค่?าเฉลี่?ย")


def each_judged(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    things: list[list[str]],
    min_count: int,
    judging: list[str],
    plans: Sequence[str] = (),
    not_tables: Sequence[str] = (),
    levels: Sequence[str] = (),
    years_back: int = 1,
    min_letters: int = 12,
) -> Observation:
    """Count the things that have a score and words that judge it; the first is quoted."""
    right = FiscalYear(wanted.be - years_back) if wanted is not None else None
    if sum(matter.holds(words) for words in things) < min_count or _is_older(matter, right):
        return absent()
    clean = _without_plans(matter, not_tables)
    ends = re.compile("|".join(map(re.escape, clean.folded_words(plans))) or r"(?!)")
    idle = re.compile("|".join((_UNIT.pattern, NO_MATTER.pattern, *map(re.escape, clean.folded_words(levels)))))
    words = clean.folded_words(judging)

    def judges(said: str) -> bool:
        said = ends.split(said)[0]
        is_told = SCORE.search(said) is not None and len(idle.sub("", said)) >= min_letters
        return is_told and any(word in said for word in words)

    judged = _judged(clean, things, judges)
    first = min(judged.values(), default=None)
    if len(judged) < min_count or first is None or _is_under_plan(clean, first[0], not_tables):
        return absent()
    place = clean.place_at(*first)
    return found(place.snippet, place.place)


def _judged(
    matter: Matter, things: Sequence[Sequence[str]], judges: Callable[[str], bool]
) -> dict[int, tuple[int, int]]:
    """Which of the things are judged by the words that follow their names, and where first."""
    named = named_things(matter, things)
    judged: dict[int, tuple[int, int]] = {}
    for (start, end, number), after in zip(named, _ends_of(named), strict=True):
        if judges(matter.at(end, min(after, end + REACH))):
            judged.setdefault(number, (start, end))
    return judged


def _is_older(matter: Matter, right: FiscalYear | None) -> bool:
    """Whether the text names an older year than the right one, and not that."""
    return (
        right is not None
        and any(mention.be < right.be for _, mention in matter.years)
        and matter.names_year(right) is None
    )


def _ends_of(named: Sequence[tuple[int, int, int]]) -> list[int]:
    """Where the words about each named thing end: at the next name of another."""
    following = [(start, number) for start, _, number in named]
    return [
        next((start for start, other in following[at + 1 :] if other != number), end + REACH)
        for at, (_, end, number) in enumerate(named)
    ]


def _without_plans(matter: Matter, heads: Sequence[str]) -> Matter:
    """The matter without the tables of what will be done."""
    words = matter.folded_words(heads)

    def is_plan(table: Table) -> bool:
        head = matter.fold(" ".join(table.header))
        return any(word in head for word in words)

    return without_tables(matter, is_plan) or matter


def _is_under_plan(matter: Matter, first: int, heads: Sequence[str]) -> bool:
    before = matter.at(max(0, first - _HEAD), first)
    return matter.page.kind in IN_LINES and sum(word in before for word in matter.folded_words(heads)) > 1
