"""Items that print a title without a code: in whole lists of titles, or forgotten among codes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from oit_checker.match.hub_lines import EMPHASISED, LINKED, Line
from oit_checker.match.hub_openers import Opener
from oit_checker.match.hub_runs import Run
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN
from oit_checker.match.hub_words import LIST_NUMBER, LONGEST_TITLE, SURE, says_title, trim_title

_FEWEST_TITLES = 5
_LEAST_SHARE = 0.5
_LEAST_ORDER = 0.7


def titled_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """A list of titles without codes: five titles of one known list, alike in shape, in its order, and little between.

    Without codes a menu or a news list may hold the same words, hence the many
    conditions.
    """
    found = [opener for line in lines if (opener := _by_title(line, titles)) is not None]
    shapes: dict[tuple[str, ...], list[Opener]] = defaultdict(list)
    for opener in found:
        shapes[shape_of(opener.line)].append(opener)
    for shape, openers in sorted(shapes.items(), key=lambda pair: -len(pair[1])):
        kept = _in_one_list(openers, titles)
        if len({opener.key for opener in kept}) >= _FEWEST_TITLES and _is_dense(kept, shape, lines):
            return kept
    return []


def _by_title(line: Line, titles: Titles) -> Opener | None:
    if line.in_menu or len(line.text) > LONGEST_TITLE or (line.rank < LINKED and len(line.block)):
        return None
    text = line.own if says_title(line.own) else line.text
    title = trim_title(LIST_NUMBER.sub("", text, 1))
    likely = titles.best(title, "O") if says_title(title) else None
    if likely is None or likely.likeness < SURE:
        return None
    return Opener(line, "O", likely.known.number, None, title)


def shape_of(line: Line) -> tuple[str, ...]:
    """What a line is made of; the items of one list are mostly made alike."""
    return (*(element.tag for element in line.above[:3]), "strong" if line.rank >= EMPHASISED else "plain")


def _in_one_list(openers: Sequence[Opener], titles: Titles) -> list[Opener]:
    """The openers as the one known list numbers them that has most of them; none where they do not keep its order."""
    counted: Counter[str] = Counter()
    numbers: dict[tuple[str, str], int] = {}
    for title in {opener.title for opener in openers}:
        for list_id in titles.list_ids("O"):
            number = titles.number_in(list_id, "O", title)
            if number is not None:
                counted[list_id] += 1
                numbers[list_id, title] = number
    if not counted:
        return []
    own = titles.checklist.id
    best = max(counted, key=lambda one: (counted[one], one == own))
    kept = [
        Opener(opener.line, "O", numbers[best, opener.title], None, opener.title)
        for opener in openers
        if (best, opener.title) in numbers
    ]
    rising = sum(1 for one, other in pairwise(kept) if one.number <= other.number)
    return kept if rising >= _LEAST_ORDER * (len(kept) - 1) else []


def _is_dense(openers: Sequence[Opener], shape: tuple[str, ...], lines: Sequence[Line]) -> bool:
    first, last = openers[0].line.index, openers[-1].line.index
    alike = sum(1 for line in lines[first : last + 1] if shape_of(line) == shape)
    return len({opener.key for opener in openers}) >= _LEAST_SHARE * alike


def add_uncoded(run: Run, lines: Sequence[Line], titles: Titles) -> None:
    """Add the items of a coded list whose code was forgotten.

    Their line must be made like those of their neighbours and carry a title that
    the list has between the two.
    """
    instrument = titles.instrument_of([(one.prefix, one.number, one.title) for one in run.openers])
    if instrument == UNKNOWN:
        return
    added = [
        found
        for before, after in pairwise(run.openers)
        if after.number - before.number > 1
        for line in lines[before.line.index + 1 : after.line.index]
        if (found := _forgotten(line, before, after, instrument, titles)) is not None and found.key not in run.keys
    ]
    run.openers = sorted([*run.openers, *added], key=lambda opener: opener.line.index)


def _forgotten(line: Line, before: Opener, after: Opener, instrument: str, titles: Titles) -> Opener | None:
    if shape_of(line) not in {shape_of(before.line), shape_of(after.line)}:
        return None
    number = titles.number_in(instrument, before.prefix, line.text)
    if number is None or not before.number < number < after.number:
        return None
    return Opener(line, before.prefix, number, None, line.text)
