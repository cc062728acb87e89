"""Which item of the checklist an entry of a hub is: by its topic, whatever number the list gives it."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.match.claims import Claims
from oit_checker.match.hub_titles import Likely, Titles, titles_of
from oit_checker.match.hub_types import HubBlock, HubEntry
from oit_checker.match.hub_words import ALIKE, SURE, bare
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Match

_WHERE = "heading"
_ALL_OF_IT = 0.9


@dataclass(frozen=True, slots=True)
class _Words:
    """What it takes to tell the items of one checklist."""

    titles: Titles
    claims: Claims


@dataclass(frozen=True, slots=True)
class _Told:
    """The item that a title alone tells, None where it names a matter that is no item of ours.

    likely is the known title that it is, None where a phrase in it tells.
    """

    item: Item | None
    matched: tuple[Match, ...]
    likely: Likely | None = None


_REMEMBERED: list[_Words] = []
_MOST_REMEMBERED = 4


def item_for_entry(entry: HubEntry, block: HubBlock, checklist: Checklist) -> tuple[Item, tuple[Match, ...]] | None:
    """Return the item that an entry is about, and the words that say so.

    In a list of another year or numbering the title decides: as a title of any
    year's list, else by the longest strong phrase in it. In this year's own list,
    numbered like the checklist, the code decides, unless the title plainly is that
    of another item: titles there are shortened (การมีส่วนร่วม, คู่มือเจ้าหน้าที่), and
    short words name many things. Entries of MOIT and EB lists are never items of ours.
    """
    if block.prefix != "O":
        return None
    words = _words(checklist)
    coded = _by_code(entry, block, checklist)
    if not entry.title:
        return _with_code(coded, entry) if coded is not None else None
    told = _by_title(entry.title, words, coded)
    if coded is not None and _code_decides(entry.title, coded, told, block, words.titles):
        return coded, (Match(entry.title, _WHERE), *_code_match(coded, coded, entry))
    if told is None or told.item is None:
        return None
    return told.item, (*told.matched, *_code_match(told.item, coded, entry))


def _by_title(title: str, words: _Words, coded: Item | None) -> _Told | None:
    """What a title alone says; None where it says nothing that we know."""
    likely = words.titles.best(title, "O")
    if likely is not None and likely.likeness >= SURE and not _opposed(title, likely.known.title):
        item = words.titles.item_of(likely.known.topic) if likely.known.topic else None
        return _Told(item, (Match(likely.known.title, _WHERE),), likely)
    item, matched = _by_phrase(title, words, coded)
    return None if item is None else _Told(item, matched)


def _code_decides(title: str, coded: Item, told: _Told | None, block: HubBlock, titles: Titles) -> bool:
    if told is not None and told.item is coded:
        return False
    if block.fiscal_year in {None, titles.checklist.fiscal_year}:
        return told is None or not _is_plainly(told, title, coded, titles)
    return told is None and _may_be(title, coded, titles.best(title, "O"))


def _may_be(title: str, item: Item, likely: Likely | None) -> bool:
    """Whether a title that is unlike all others may still be the item's, so that the code may decide."""
    if not _kind_fits(title, item):
        return False
    return likely is None or likely.likeness < ALIKE or likely.known.topic in item.topics


def _is_plainly(told: _Told, title: str, coded: Item, titles: Titles) -> bool:
    """Whether a title says another item (or a matter that is none) so plainly that the code beside it must be wrong.

    As a title of its own it does, unless it is only the beginning of that title, or as much the coded item's and of
    its kind; by a phrase in it only where more of it is the other item's title than the coded one's.
    """
    as_coded = titles.closeness_to(coded, title)
    if told.likely is not None:
        is_whole = not told.likely.known.bare.startswith(bare(title)) or told.likely.known.bare == bare(title)
        of_kind = not contradicts(kinds_of_title(title), coded.document_kinds)
        return is_whole and not (as_coded >= _ALL_OF_IT and of_kind)
    return told.item is not None and titles.closeness_to(told.item, title) > as_coded


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
    return (Match(entry.code_printed, "code"),) if entry.code_printed is not None else ()


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
