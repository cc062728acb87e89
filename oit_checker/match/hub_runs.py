"""From the lines that open items to lists: one run of openers for each year or instrument on the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from oit_checker.match.hub_openers import Opener
from oit_checker.match.hub_years import YearLabel, Years
from oit_checker.model.page import Link

_SAME_LIST_AGAIN = 3


@dataclass(slots=True, eq=False)
class Found:
    """One opener with the links and the text that belong to it, and how many pictures and fields of a form do."""

    opener: Opener
    links: dict[HtmlElement, tuple[Link, ...]]
    group: str | None
    text: tuple[str, ...] = ()
    pictures: int = 0
    fields: int = 0


@dataclass(slots=True, eq=False)
class Run:
    """One list on the page, in order. label is what puts it under a year."""

    label: YearLabel | None
    openers: list[Opener] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)

    @property
    def keys(self) -> set[tuple[str, int]]:
        return {opener.key for opener in self.openers}

    @property
    def year(self) -> int | None:
        return self.label.be if self.label is not None else None

    @property
    def has_links(self) -> bool:
        return any(one.links for one in self.found)


def drop_references(openers: Sequence[Opener], years: Years) -> list[Opener]:
    """Leave out codes that only refer to an item which a more prominent line of the same year opens."""
    best: dict[tuple[tuple[str, int], int | None], int] = defaultdict(int)
    year_of = {opener: label.be if (label := years.pane(opener.line)) else None for opener in openers}
    for opener in openers:
        key = (opener.key, year_of[opener])
        best[key] = max(best[key], opener.line.rank)
    kept: list[Opener] = []
    for opener in openers:
        is_inside = bool(kept) and kept[-1].key != opener.key and kept[-1].line.rank > opener.line.rank
        if not (is_inside and opener.line.rank < best[opener.key, year_of[opener]]):
            kept.append(opener)
    return kept


def runs_of(openers: Sequence[Opener], years: Years) -> list[Run]:
    """Split the openers of a page into lists.

    A new list begins in the tab or accordion of another year, after a heading of
    another year that stands above the items or where the numbers begin again, and
    where three items in a row were there before.
    """
    runs: list[Run] = []
    after = -1
    seen = Counter(opener.key for opener in openers)
    are_several = sum(count > 1 for count in seen.values()) >= _SAME_LIST_AGAIN
    for place, opener in enumerate(openers):
        pane = years.pane(opener.line)
        heading = years.before(after, opener.line.index)
        if runs and not are_several and heading is not None and not _restarts(runs[-1], opener):
            heading = None
        after = opener.line.index
        if runs and not _begins_again(openers, place, runs[-1], pane, heading):
            runs[-1].openers.append(opener)
        else:
            runs.append(Run(pane or heading, [opener]))
    return runs


def _begins_again(
    openers: Sequence[Opener], place: int, run: Run, pane: YearLabel | None, heading: YearLabel | None
) -> bool:
    last = run.openers[-1]
    opener = openers[place]
    if pane is not None and pane.be != run.year:
        return True
    is_other_year = pane is None and heading is not None and heading.be != run.year
    if is_other_year and (_restarts(run, opener) or _stands_above(heading, last, opener)):
        return True
    if opener.key == last.key:
        return False
    following = list(dict.fromkeys(later.key for later in openers[place:]))[:_SAME_LIST_AGAIN]
    return len(following) >= _SAME_LIST_AGAIN and set(following) <= run.keys


def _restarts(run: Run, opener: Opener) -> bool:
    last = run.openers[-1]
    return opener.prefix != last.prefix or opener.number <= last.number


def _stands_above(heading: YearLabel | None, last: Opener, opener: Opener) -> bool:
    """Whether a year's heading governs the items after it, and is no part of the item before it (its older years)."""
    line = heading.line if heading is not None else None
    if line is None or line.level >= min(last.line.level, opener.line.level):
        return False
    shared = next((element for element in last.line.above if element in line.above), None)
    return shared is not None and shared in opener.line.above
