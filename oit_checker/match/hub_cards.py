"""Cards of a list whose code is lost: a picture, an empty badge. They are items of their own all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from lxml.html import HtmlElement

from oit_checker.match.hub_in_order import Placed, placed_in_order
from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_openers import Opener
from oit_checker.match.hub_runs import Run
from oit_checker.match.hub_shared import Shared
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN
from oit_checker.match.hub_uncoded import list_of, title_in
from oit_checker.match.hub_words import says_nothing

_SAYS_IT_TOO = 0.1
_ROWS = frozenset(("tr", "td", "th", "li"))
"""Rows without a code mostly go on with the item above; those forgotten are told by their titles."""


def add_cards(run: Run, lines: Sequence[Line], titles: Titles) -> set[int]:
    """Add the items whose card stands between those of coded neighbours; returns the lines at which such cards begin.

    No link flows over the edge of a card, whatever it is about. It is an item where the list has as many items
    between the neighbours as there are cards, or its title tells which.
    """
    shared, instrument = Shared(run.openers), list_of(run, titles)
    edges: set[int] = set()
    added: list[Opener] = []
    for before, after in pairwise(run.openers):
        cards = list(_cards_between(before, after, shared, lines))
        if before.prefix != "O" or not 0 < len(cards) < after.number - before.number:
            continue
        edges |= {card[0].index for card in cards}
        if instrument != UNKNOWN:
            added += _items(before, after, cards, instrument, titles)
    run.openers = sorted([*run.openers, *added], key=lambda opener: opener.line.index)
    return edges


def _cards_between(before: Opener, after: Opener, shared: Shared, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each card between two coded ones that is made like both and offers something."""
    first, last = shared.box(before), shared.box(after)
    if first is None or last is None or first.tag in _ROWS or first.getparent() is not last.getparent():
        return
    between = lines[before.line.index + 1 : after.line.index]
    for card in takewhile(lambda one: one is not last, first.itersiblings()):
        inside = [line for line in between if card in line.above]
        if inside and _make(card) == _make(first) == _make(last) and any(line.anchors for line in inside):
            yield inside


def _make(card: HtmlElement) -> tuple[object, ...]:
    """What a card is made of, on its first two floors."""
    return (card.tag, card.get("class"), *((one.tag, one.get("class")) for one in card if isinstance(one.tag, str)))


def _items(
    before: Opener, after: Opener, cards: Sequence[list[Line]], instrument: str, titles: Titles
) -> Iterator[Opener]:
    ends = [Placed(one.line, one.title, one.number) for one in (before, after)]
    named = [next((line for line in card if not says_nothing(line.text)), None) for card in cards]
    entries = [
        Placed(line, title_in(line), titles.number_in(instrument, "O", title_in(line)))
        for line in named
        if line is not None
    ]
    for one in placed_in_order([ends[0], *entries, ends[1]], instrument, titles, _SAYS_IT_TOO):
        if one.number is not None and before.number < one.number < after.number:
            yield Opener(one.line, "O", one.number, None, one.title, is_placed=True)
