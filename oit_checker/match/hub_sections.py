"""What the line of an item opens elsewhere on the page: a tab, a modal, or a section that its link jumps to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from lxml.html import HtmlElement

from oit_checker.documents.surroundings import Surroundings
from oit_checker.match.hub_lines import HEADING, Line
from oit_checker.match.hub_openers import Opener
from oit_checker.match.hub_runs import Run


class Sections:
    """The parts of a page that the items of a list open or jump to."""

    def __init__(
        self, lines: Sequence[Line], of_element: Mapping[HtmlElement, list[Line]], around: Surroundings
    ) -> None:
        self._lines = lines
        self._of_element = of_element
        self._around = around
        root = lines[0].above[-1] if lines else None
        elements = [element for element in root.iter() if element.attrib] if root is not None else []
        self._named = {name: element for element in elements if element.tag == "a" and (name := element.get("name"))}
        self._by_id: dict[str, list[HtmlElement]] = defaultdict(list)
        for element in elements:
            if name := element.get("id"):
                self._by_id[name].append(element)

    def of_run(self, run: Run) -> dict[Opener, list[Line]]:
        """The lines that each opener of a list opens elsewhere; openers without any are left out."""
        targets = {opener: target for opener in run.openers if (target := self._target(opener)) is not None}
        starts = {opener: start for opener, target in targets.items() if (start := self._start(target)) is not None}
        found = {}
        for opener, start in starts.items():
            lines = self._section(targets[opener], start, starts.values())
            others = {one.line.index for one in run.openers if one.key != opener.key}
            if lines and others.isdisjoint(line.index for line in lines):
                found[opener] = lines
        return found

    def is_jump(self, anchor: HtmlElement) -> bool:
        """Whether an anchor only leads to a place further down, and opens nothing."""
        return self._around.openers.target_of(anchor) is None and self._jumped_to(anchor) is not None

    def _target(self, opener: Opener) -> HtmlElement | None:
        for element in (*opener.line.anchors, *opener.line.above[:2]):
            opened = self._around.openers.target_of(element)
            target = self._jumped_to(element) if opened is None else opened
            if target is not None and (nearest := self._nearest(target, opener)) not in opener.line.above:
                return nearest
        return None

    def _nearest(self, target: HtmlElement, opener: Opener) -> HtmlElement:
        """Of several elements with the id of `target` the one nearest to the opener: years are copied, ids and all."""
        same = self._by_id.get(target.get("id") or "", [])
        if len(same) < 2:
            return target
        depth = {element: len(opener.line.above) - place for place, element in enumerate(opener.line.above)}
        return max(same, key=lambda one: next((depth[above] for above in one.iterancestors() if above in depth), 0))

    def _jumped_to(self, element: HtmlElement) -> HtmlElement | None:
        name = (element.get("href") or "").strip()
        if not name.startswith("#") or len(name) == 1:
            return None
        by_id = self._around.openers.by_id(name[1:])
        return self._named.get(name[1:]) if by_id is None else by_id

    def _start(self, target: HtmlElement) -> int | None:
        """The first line in, at or after an element; empty anchors stand before or in what they name."""
        for element in (target, *target.itersiblings(), target.getparent()):
            if element is not None and self._of_element.get(element):
                return self._of_element[element][0].index
        return None

    def _section(self, target: HtmlElement, start: int, starts: Collection[int]) -> list[Line]:
        """The lines of a target, or, where it is a heading or a mere mark, those down to the next one."""
        inside = self._of_element.get(target, [])
        if any(line.rank < HEADING for line in inside):
            return list(inside)
        end = min((other for other in starts if other > start), default=len(self._lines))
        holder = self._lines[start].above[1:2]
        section = []
        for line in self._lines[start:end]:
            if any(element not in line.above for element in holder) or (
                line.in_menu and not self._lines[start].in_menu
            ):
                break
            section.append(line)
        return section
