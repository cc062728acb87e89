"""Pages that may lead on for ever are asked for a few at a time, so that the first can tell of the others.

Where many pages are under way at once, a whole crowd of filters upon filters has been asked for before the first of
them has shown that they say nothing. Two at a time, as many as our politeness allows one host, lose no time there.
"""

from __future__ import annotations

from collections import defaultdict, deque

from spiders.growth import nest

AT_ONCE = 2


class Crowd:
    """Which such pages are under way, by nest, and which are held back until one of theirs has come."""

    def __init__(self) -> None:
        self._under_way: defaultdict[str, set[str]] = defaultdict(set)
        self._held: defaultdict[str, deque[str]] = defaultdict(deque)

    def holds_back(self, key: str) -> bool:
        """Whether a page has to wait for others of its nest; it is kept until one of them has come."""
        place = nest(key)
        is_full = len(self._under_way[place]) >= AT_ONCE
        if is_full:
            self._held[place].append(key)
        return is_full

    def goes(self, key: str) -> None:
        self._under_way[nest(key)].add(key)

    def landed(self, key: str) -> list[str]:
        """Note that a page has come, or will not come; the one that was held back for it, if any."""
        place = nest(key)
        if key not in self._under_way.get(place, ()):
            return []
        self._under_way[place].discard(key)
        return [self._held[place].popleft()] if self._held[place] else []

    def dissolve(self) -> list[str]:
        """Nothing is under way any more: all that were held back."""
        freed = [key for held in self._held.values() for key in held]
        self._under_way.clear()
        self._held.clear()
        return freed
