"""Items of a list of titles told by their place: shortened titles that stand in the checklist's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_words import SURE

_LIKE_IT = 0.6
_SAYS_IT_TOO = 0.1  # a run of three letters in common: แผนวิสาหกิจ for แผนยุทธศาสตร์
_AGAIN = 0.3  # what a second entry of an item costs against one of the next item
_MOST_LINES = 150


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the title it says, and the number that a list gives it; None where that is not known."""

    line: Line
    title: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Chain:
    score: float = 0.0
    last: tuple[int, int] | None = None
    before: _Chain | None = None


def placed_in_order(
    entries: Sequence[Placed], list_id: str, titles: Titles, least: float = _SAYS_IT_TOO
) -> list[Placed]:
    """The entries of one list, top to bottom, that have a place in a known list, with their numbers.

    Entries that surely have a title come with its number. Of the others, made like them, those count whose title is
    a shortened form of one that the list has between its neighbours' numbers; and where as many entries as numbers
    are left between two neighbours, or before the first, those are the ones in between, as far as they say a word of
    it (`least` is the share of the title that must stand in the item's).
    """
    if len(entries) > _MOST_LINES:
        return [entry for entry in entries if entry.number is not None]
    numbers = _by_likeness(entries, list_id, titles)
    numbers.update(_by_count(entries, numbers, list_id, titles, least))
    sure = {place: entry.number for place, entry in enumerate(entries) if entry.number is not None}
    return [
        Placed(entries[place].line, entries[place].title, number)
        for place, number in sorted({**numbers, **sure}.items())
    ]


def _by_likeness(entries: Sequence[Placed], list_id: str, titles: Titles) -> dict[int, int]:
    """The best way to give rising numbers to the entries; a place without one is left out.

    An item may have several entries (หลักเกณฑ์…, แผน…): of those the title is more like it than any other.
    """
    chains = [_Chain()] * (titles.length_of(list_id) + 1)
    for place, entry in enumerate(entries):
        scores = [0.0, *(_score(entry, number, list_id, titles) for number in range(1, len(chains)))]
        most = max(scores)
        best, longer = chains[0], {}
        for number, score in enumerate(scores[1:], 1):
            if score:
                longer[number] = _Chain(best.score + score, (place, number), best)
            if score and score == most and chains[number].score - _AGAIN > best.score:
                longer[number] = _Chain(chains[number].score - _AGAIN + score, (place, number), chains[number])
            best = max(best, chains[number], key=lambda chain: chain.score)
        for number, chain in longer.items():
            chains[number] = max(chains[number], chain, key=lambda one: one.score)
    found = {}
    link: _Chain | None = max(chains, key=lambda one: one.score)
    while link is not None and link.last is not None:
        found[link.last[0]] = link.last[1]
        link = link.before
    return found


def _score(entry: Placed, number: int, list_id: str, titles: Titles) -> float:
    if entry.number is not None:
        return 2.0 if entry.number == number else 0.0
    close = max(
        titles.closeness_at(list_id, "O", number, entry.title), titles.likeness_at(list_id, "O", number, entry.title)
    )
    return close if close >= _LIKE_IT else 0.0


def _by_count(
    entries: Sequence[Placed], numbers: dict[int, int], list_id: str, titles: Titles, least: float
) -> dict[int, int]:
    found = {}
    for (before, first), (after, last) in pairwise([(-1, 0), *sorted(numbers.items())]):
        missing = range(first + 1, last)
        between = range(before + 1, after)
        if len(missing) != len(between) or any(entries[place].number is not None for place in between):
            continue
        for place, number in zip(between, missing, strict=True):
            title = entries[place].title
            if not titles.is_known(title, SURE) and titles.closeness_at(list_id, "O", number, title) >= least:
                found[place] = number
    return found
