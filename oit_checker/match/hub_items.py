"""Which item of the checklist an entry of a hub is: by its topic, whatever number the list gives it."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.match.claims import Claims
from oit_checker.match.hub_titles import Likely, Titles, titles_of
from oit_checker.match.hub_types import HubBlock, HubEntry
from oit_checker.match.hub_words import ALIKE, SURE
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Match

_WHERE = "heading"


@dataclass(frozen=True, slots=True)
class _Words:
    """What it takes to tell the items of one checklist."""

    titles: Titles
    claims: Claims


_REMEMBERED: list[_Words] = []
_MOST_REMEMBERED = 4


def item_for_entry(entry: HubEntry, block: HubBlock, checklist: Checklist) -> tuple[Item, tuple[Match, ...]] | None:
    """Return the item that an entry is about, and the words that say so.

    The title decides: as a title of this or another year's list, else by the
    longest strong phrase in it. The code only breaks a tie, or speaks where there
    is no title, and only in a list that is numbered like the checklist. Entries of
    MOIT and EB lists are never items of ours.
    """
    if block.prefix != "O":
        return None
    words = _words(checklist)
    coded = _by_code(entry, block, checklist)
    if not entry.title:
        return _with_code(coded, entry) if coded is not None else None
    likely = words.titles.best(entry.title, "O")
    if likely is not None and likely.likeness >= SURE and not _opposed(entry.title, likely.known.title):
        item = words.titles.item_of(likely.known.topic) if likely.known.topic else None
        return None if item is None else (item, (Match(likely.known.title, _WHERE), *_code_match(item, coded, entry)))
    item, matched = _by_phrase(entry.title, words, coded)
    if item is not None:
        return item, (*matched, *_code_match(item, coded, entry))
    if coded is not None and _may_be(entry.title, coded, likely):
        return coded, (Match(coded.title_th, _WHERE), *_code_match(coded, coded, entry))
    return None


def _words(checklist: Checklist) -> _Words:
    titles = titles_of(checklist)
    for words in _REMEMBERED:
        if words.titles is titles:
            return words
    words = _Words(titles, Claims(checklist))
    _REMEMBERED.append(words)
    del _REMEMBERED[:-_MOST_REMEMBERED]
    return words


def _by_code(entry: HubEntry, block: HubBlock, checklist: Checklist) -> Item | None:
    if block.instrument != checklist.id or entry.code is None:
        return None
    return checklist.item(entry.code)


def _with_code(item: Item, entry: HubEntry) -> tuple[Item, tuple[Match, ...]]:
    return item, _code_match(item, item, entry)


def _code_match(item: Item, coded: Item | None, entry: HubEntry) -> tuple[Match, ...]:
    if coded is None or coded.code != item.code:
        return ()
    return (Match(entry.code_printed or item.code, "code"),)


def _opposed(printed: str, known: str) -> bool:
    """Whether one is a plan and the other a report, however alike they are otherwise."""
    return contradicts(kinds_of_title(printed), kinds_of_title(known))


def _by_phrase(title: str, words: _Words, coded: Item | None) -> tuple[Item | None, tuple[Match, ...]]:
    """The item whose strong phrase in the title is the longest; of several equal ones that of the code."""
    checklist = words.titles.checklist
    claims = [claim for claim in words.claims.of(title).values() if claim.strong and not claim.negative]
    fitting = [claim for claim in claims if (item := checklist.item(claim.code)) and _kind_fits(title, item)]
    if not fitting:
        return None, ()
    own = coded.code if coded is not None else None
    ranked = sorted(fitting, key=lambda claim: (-claim.weight, claim.code != own))
    best = [claim for claim in ranked if claim.weight == ranked[0].weight]
    if len(best) > 1 and best[0].code != own:
        return None, ()
    return checklist.item(best[0].code), best[0].matches(_WHERE)


def _kind_fits(title: str, item: Item) -> bool:
    return not contradicts(kinds_of_title(title), item.document_kinds or kinds_of_title(item.title_th))


def _may_be(title: str, item: Item, likely: Likely | None) -> bool:
    """Whether a title that is unlike all others may still be the item's, so that the code may decide."""
    if not _kind_fits(title, item):
        return False
    return likely is None or likely.likeness < ALIKE or likely.known.topic in item.topics
