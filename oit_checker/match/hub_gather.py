"""Which links belong to which item of a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from lxml.html import HtmlElement

from oit_checker.documents.content_pictures import content_pictures
from oit_checker.documents.forms import form_fields
from oit_checker.documents.surroundings import Surroundings
from oit_checker.match.hub_lines import HEADING, LINKED, Line, Linked, row_of
from oit_checker.match.hub_matter import Matter, tells_something
from oit_checker.match.hub_openers import Groups, Opener
from oit_checker.match.hub_runs import Found, Run
from oit_checker.match.hub_sections import Sections
from oit_checker.match.hub_shared import Shared
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_words import says_nothing
from oit_checker.model.page import Link
from oit_checker.thai.link_words import is_way_around
from oit_checker.urls import host_of

_NATIONAL = frozenset(("itas.nacc.go.th", "itap.nacc.go.th"))


@dataclass(frozen=True, slots=True)
class _Habit:
    """How far up from its code an item of a list reaches (-1: not known), and whether there are headings inside."""

    climb: int
    headed: bool

    def reaches(self, first: Line, line: Line, box: HtmlElement | None) -> bool:
        """Whether a line after the last item still belongs to it."""
        if box is None or box in line.above:
            return True
        return _climb(first, line) <= self.climb and (self.headed or line.rank < HEADING)


class Gatherer:
    """Gives each opener of a run the links that belong to it."""

    def __init__(self, lines: Sequence[Line], linked: Linked, around: Surroundings, titles: Titles) -> None:
        self._lines = lines
        self._linked = linked
        self._groups = Groups(titles.checklist)
        self._matter = Matter(self._groups, titles)
        self._of_element: dict[HtmlElement, list[Line]] = defaultdict(list)
        for line in lines:
            for element in line.above:
                self._of_element[element].append(line)
        self._sections = Sections(lines, self._of_element, around)

    def gather(self, run: Run, boundaries: Sequence[int]) -> None:
        """Fill run.found. boundaries are the lines at which any list's next item or another year begins."""
        shared = Shared(run.openers)
        habit = self._habit(run, shared, boundaries)
        opened = self._sections.of_run(run)
        taken = {line.index for lines in opened.values() for line in lines}
        told: list[tuple[Opener, list[Line]]] = []
        for opener in run.openers:
            elsewhere = opened.get(opener, [])
            own = [line for line in self._stretch(opener, shared, boundaries, habit) if line.index not in taken]
            links = self._own_section(opener, elsewhere) | self._links([*own, *elsewhere], opener)
            told.append((opener, [*(line for line in own if line.index > opener.line.index), *elsewhere]))
            box = shared.box(opener)
            run.found.append(
                Found(
                    opener,
                    links,
                    self._group_above(opener),
                    pictures=content_pictures(box),
                    fields=form_fields(box) if box is not None else 0,
                )
            )
        for found, text in zip(run.found, self._matter.of_list(told), strict=True):
            found.text = text

    def _habit(self, run: Run, shared: Shared, boundaries: Sequence[int]) -> _Habit:
        """How the links of this list stand to their codes, told by the items that another one follows."""
        climb, headed = -1, False
        for opener, after in pairwise(run.openers):
            if shared.together(opener) not in after.line.above:
                continue
            stretch = self._stretch(opener, shared, boundaries, None)
            climb = max(
                [climb, 0, *(_climb(opener.line, line) for line in stretch if line.anchors and not line.in_menu)]
            )
            headed = headed or any(line.rank == HEADING and line is not opener.line for line in stretch)
        return _Habit(climb, headed)

    def _stretch(self, opener: Opener, shared: Shared, boundaries: Sequence[int], habit: _Habit | None) -> list[Line]:
        """The lines of an item: from its row's beginning to the next item, group or year, inside what holds it."""
        first = opener.line.index
        end = next((index for index in boundaries if index > first), len(self._lines))
        stop = self._row_start(end, opener, shared.box_at(end))
        together = shared.together(opener)
        box = shared.box(opener)
        is_last = end not in shared.indices_under(together) and shared.holds_all(together)
        stretch = self._row_before(opener, box)
        for line in self._lines[first:stop]:
            if line is not opener.line and self._ends_item(line, opener, box):
                break
            if together is not None and together not in line.above:
                break
            if is_last and habit is not None and not habit.reaches(opener.line, line, box):
                break
            stretch.append(line)
        return stretch

    def _row_before(self, opener: Opener, box: HtmlElement | None) -> list[Line]:
        """Lines that stand before the code: in the same table row or list item, or links in the same box."""
        if box is None:
            return []
        row = row_of(opener.line)
        if row is not None and (row is box or box in row.iterancestors()):
            return [line for line in self._of_element[row] if line.index < opener.line.index]
        return self._links_before(opener.line, box)

    def _links_before(self, first: Line, box: HtmlElement) -> list[Line]:
        """The lines right before a code, inside its box, that are its links.

        Links around icons are; such with a text of their own where none follows the code.
        """
        inside = self._of_element[box]
        follow = any(line.anchors for line in inside if line.index >= first.index)
        before = reversed([line for line in inside if line.index < first.index])
        return list(takewhile(lambda line: says_nothing(line.text if follow else line.own), before))[::-1]

    def _row_start(self, end: int, opener: Opener, box: HtmlElement | None) -> int:
        """The first line of the table row, list item or box in which the next item's code stands."""
        if end >= len(self._lines):
            return end
        row = row_of(self._lines[end])
        if row is not None and row not in opener.line.above:
            return min(end, self._of_element[row][0].index)
        before = self._links_before(self._lines[end], box) if box is not None else []
        return before[0].index if before else end

    def _ends_item(self, line: Line, opener: Opener, box: HtmlElement | None) -> bool:
        if line.in_menu != opener.line.in_menu:
            return True
        is_inside = box is not None and box in line.above
        return not is_inside and (line.rank > LINKED or not line.anchors) and self._groups.is_group(line.text)

    def _own_section(self, opener: Opener, section: Sequence[Line]) -> dict[HtmlElement, tuple[Link, ...]]:
        """The jump from the contents to a section that tells the item's matter itself; in lists of items only."""
        if opener.prefix != "O" or not tells_something(section):
            return {}
        jumps = [anchor for anchor in opener.line.anchors if self._sections.is_jump(anchor)]
        return {anchor: links for anchor in jumps if (links := self._linked.of.get(anchor))}

    def _links(self, lines: Iterable[Line], opener: Opener) -> dict[HtmlElement, tuple[Link, ...]]:
        anchors = dict.fromkeys(
            anchor for line in lines if not line.in_menu or opener.line.in_menu for anchor in line.anchors
        )
        found = {}
        for anchor in anchors:
            links = tuple(link for link in self._linked.of.get(anchor, ()) if self._is_offer(link, anchor, opener))
            if links:
                found[anchor] = links
        return _without_repeats(found)

    def _is_offer(self, link: Link, anchor: HtmlElement, opener: Opener) -> bool:
        """Whether a link is more than the opener's own switch, or the way to the national system or back."""
        if (link.url and host_of(link.url) in _NATIONAL) or is_way_around(link.text):
            return False
        return anchor not in opener.line.anchors or not link.href.startswith("#") or len(link.href) == 1

    def _group_above(self, opener: Opener) -> str | None:
        for line in reversed(self._lines[: opener.line.index]):
            if line.rank > LINKED and self._groups.is_group(line.text):
                return line.text
            if line.rank == HEADING and line.index < opener.line.index - 400:
                break
        return None


def _without_repeats(found: dict[HtmlElement, tuple[Link, ...]]) -> dict[HtmlElement, tuple[Link, ...]]:
    """Count a document once that several buttons show in a frame of the same page."""
    kept: dict[HtmlElement, tuple[Link, ...]] = {}
    shown: set[str] = set()
    for anchor, links in sorted(found.items(), key=lambda pair: len(pair[1])):
        fresh = tuple(link for link in links if link.element != "iframe" or link.href not in shown)
        shown |= {link.href for link in fresh if link.element == "iframe"}
        if fresh:
            kept[anchor] = fresh
    return {anchor: kept[anchor] for anchor in found if anchor in kept}


def _climb(line: Line, other: Line) -> int:
    """Steps from a line's block up to the first element that holds the other line too."""
    holding = set(other.above)
    return next((steps for steps, element in enumerate(line.above) if element in holding), len(line.above))
