"""Pages that need a browser, and those of them that were not seen, or not wholly, as a browser shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from oit_checker.documents.scripted import Sign, SignKind
from oit_checker.model.rendering import Lack, Unrendered
from oit_checker.snapshot import PageRecord

MOST_LEFT = 100
TROUBLES = {
    "stuck": Lack.STUCK,
    "crashed": Lack.STUCK,
    "memory": Lack.MEMORY,
    "dialogs": Lack.DIALOGS,
    "never_settles": Lack.NEVER_SETTLES,
    "requests": Lack.TOO_MUCH,
    "presses": Lack.TOO_MUCH,
}

_PARTLY = frozenset({Lack.NEVER_SETTLES, Lack.TOO_MUCH, Lack.KEPT_OUT})
"""Reasons for which some of a page was not seen."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to be opened; may_hold_items: its address, or the link to it, speaks of the list or of an item."""

    record: PageRecord
    signs: tuple[Sign, ...]
    may_hold_items: bool


class Left:
    """Keeps what was left out, the first MOST_LEFT with their signs, and counts all by reason."""

    def __init__(self) -> None:
        self.pages: list[Unrendered] = []
        self.counts: Counter[str] = Counter()

    def add(self, wanted: Wanted, why: Lack) -> None:
        """Note a page. One without a sign, which --render always alone asked for, is none unless it was opened."""
        if not wanted.signs and why not in _PARTLY:
            return
        self.counts[why] += 1
        quotes = tuple(sign.quote for sign in wanted.signs)
        if len(self.pages) < MOST_LEFT:
            self.pages.append(Unrendered(wanted.record.fetched.final_url, why, quotes, wanted.may_hold_items))


def to(url: str) -> Sign:
    """The sign of a page that went on to another address by itself."""
    return Sign(SignKind.SCRIPTED_MOVE, f"location: {url}")
