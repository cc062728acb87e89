"""How the items of a list share the tree of their page: what holds one alone, and what holds it with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml.html import HtmlElement

from oit_checker.match.hub_openers import Opener


class Shared:
    """How the openers of a list share the tree."""

    def __init__(self, openers: Sequence[Opener]) -> None:
        self._keys: dict[HtmlElement, set[tuple[str, int]]] = defaultdict(set)
        self._indices: dict[HtmlElement, list[int]] = defaultdict(list)
        self._count = len(openers)
        self._by_index = {opener.line.index: opener for opener in openers}
        for opener in openers:
            for element in opener.line.above:
                self._keys[element].add(opener.key)
                self._indices[element].append(opener.line.index)

    def together(self, opener: Opener) -> HtmlElement | None:
        """The smallest element that holds the opener and another item."""
        return next((element for element in opener.line.above if len(self._keys[element]) > 1), None)

    def box(self, opener: Opener) -> HtmlElement | None:
        """The largest element that holds this item alone; None where even its block holds others."""
        box = None
        for element in opener.line.above:
            if len(self._keys[element]) > 1:
                break
            box = element
        return box

    def box_at(self, index: int) -> HtmlElement | None:
        """The box of the item that a line opens; None where it opens none of this list."""
        opener = self._by_index.get(index)
        return self.box(opener) if opener is not None else None

    def holds_all(self, element: HtmlElement | None) -> bool:
        """Whether the whole list stands in an element, so that what follows the last item may be anything."""
        return element is None or len(self._indices[element]) == self._count

    def indices_under(self, element: HtmlElement | None) -> list[int]:
        return self._indices[element] if element is not None else []
