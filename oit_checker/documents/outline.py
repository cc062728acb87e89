"""Which headings of a web page govern what stands below them: h1 over h2 over h3, each to the next of its own rank."""

from __future__ import annotations

_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_OF_ITSELF = frozenset(("article", "aside"))
"""Parts that are complete in themselves: no heading in them speaks of what comes after them."""


def rank_of(name: str) -> int:
    """1 for h1, …, 6 for h6; 0 for what has no rank (a bold line, a caption)."""
    return _RANKS.get(name, 0)


class Outline:
    """The headings that are open where the reading of a page has come to, the outermost first in `above`."""

    def __init__(self) -> None:
        self.above: tuple[str, ...] = ()
        self._open: tuple[tuple[int, str], ...] = ()
        self._leading: str | None = None

    def begin(self, text: str, rank: int) -> tuple[str, ...]:
        """A heading begins; what governs the heading itself, the outermost first.

        One without a rank ends nothing, for nobody knows how far it reaches; it leads to a heading right below it.
        """
        if not rank:
            self._leading = text
            return self.above
        kept = tuple(one for one in self._open if one[0] < rank)
        led = (self._leading,) if self._leading is not None else ()
        self._leading = None
        self._open = (*kept, (rank, text))
        self.above = tuple(told for _, told in self._open)
        return (*(told for _, told in kept), *led)

    def go_on(self) -> None:
        """Something else than a heading stands here."""
        self._leading = None

    def enter(self, name: str) -> tuple[tuple[int, str], ...] | None:
        """Begin an element; what to `leave` it with, None where headings reach through it."""
        if name not in _OF_ITSELF:
            return None
        outside = self._open
        if name == "aside":
            self._resume(())
        return outside

    def leave(self, outside: tuple[tuple[int, str], ...] | None) -> None:
        """End an element."""
        if outside is not None:
            self._resume(outside)

    def _resume(self, opened: tuple[tuple[int, str], ...]) -> None:
        self._open, self._leading = opened, None
        self.above = tuple(told for _, told in opened)
