"""Items that print no code but a bare number or a title alone: in whole lists, or forgotten among codes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oit_checker.match.candidates import is_generic
from oit_checker.match.hub_lines import EMPHASISED, LINKED, Line, row_of
from oit_checker.match.hub_openers import Opener, title_of
from oit_checker.match.hub_runs import Run
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN
from oit_checker.match.hub_words import (
    ALIKE,
    LIST_NUMBER,
    LONGEST_TITLE,
    SURE,
    bare,
    bare_number,
    says_nothing,
    says_title,
    trim_title,
)

_FEWEST_TITLES = 5
_SHORTEST_TITLE = 8
_LEAST_SHARE = 0.5
_LEAST_ORDER = 0.7


def numbered_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """A list whose numbers stand alone before their titles, in cells or boxes of their own: "7 | รายงานผล… | ดู".

    At least five titles, and half of all, must stand under their number in one
    known list: then the number is a code, also before a title nobody knows.
    """
    found = list(_numbered(lines))
    instrument = titles.instrument_of([(one.prefix, one.number, one.title) for one in found])
    proven = [one for one in found if titles.likeness_at(instrument, "O", one.number, one.title) >= ALIKE]
    if len({one.number for one in proven}) < _FEWEST_TITLES:
        return []
    first, last = proven[0].line.index, proven[-1].line.index
    shapes = {shape_of(one.line) for one in proven}
    return [one for one in found if first <= one.line.index <= last and shape_of(one.line) in shapes]


def _numbered(lines: Sequence[Line]) -> Iterator[Opener]:
    for line, after in pairwise(lines):
        number = None if line.in_menu or line.anchors else bare_number(line.text)
        title = title_of(after) if number and row_of(line) is row_of(after) else ""
        if number and title and not says_nothing(title):
            yield Opener(line, "O", number, line.text, title, is_bare=True)


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
    if line.in_menu or len(line.text) > LONGEST_TITLE or _is_running_text(line):
        return None
    text = line.text if says_nothing(line.own) else line.own
    title = trim_title(LIST_NUMBER.sub("", text, 1))
    likely = titles.best(title, "O") if says_title(title) else None
    if likely is None or likely.likeness < SURE:
        return None
    return Opener(line, "O", likely.known.number, None, title)


def _is_running_text(line: Line) -> bool:
    """Whether a line stands among other elements in plain words and offers nothing; a list number is no word."""
    return line.rank < LINKED and len(line.block) > 0 and not line.anchors


def shape_of(line: Line) -> tuple[str, ...]:
    """What a line is made of; the items of one list are mostly made alike."""
    return (*(element.tag for element in line.above[:3]), "strong" if line.rank >= EMPHASISED else "plain")


def other_matters(run: Run, lines: Sequence[Line]) -> Iterator[int]:
    """The lines in or after a list of titles that are made like the title before them and are none we know.

    What they offer belongs to no item of the list.
    """
    if any(opener.printed is not None for opener in run.openers):
        return
    own = {opener.line.index for opener in run.openers}
    before = run.openers[0].line
    for line in lines[before.index :]:
        if line.index in own:
            before = line
        elif _is_made_like(line, before):
            yield line.index


def _is_made_like(line: Line, title: Line) -> bool:
    if shape_of(line) != shape_of(title) or bool(line.anchors) != bool(title.anchors):
        return False
    if row_of(line) is not None and row_of(line) is row_of(title):
        return False
    is_numbered = _is_numbered(line.text) == _is_numbered(title.text)
    return is_numbered and len(bare(line.text)) >= _SHORTEST_TITLE and not is_generic(line.text)


def _is_numbered(text: str) -> bool:
    found = LIST_NUMBER.match(text)
    return found is not None and any(sign.isdecimal() for sign in found[0])


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
    """Whether at least half of the lines made like the titles are titles.

    The other cells of a title's row are none, nor lines without a number where all
    titles have one.
    """
    first, last = openers[0].line.index, openers[-1].line.index
    own = {opener.line.index for opener in openers}
    titled = Counter(row for opener in openers if (row := row_of(opener.line)) is not None)
    are_numbered = all(_is_numbered(opener.line.text) for opener in openers)

    def is_other(line: Line) -> bool:
        if line.index in own or shape_of(line) != shape or says_nothing(line.text):
            return False
        return titled[row_of(line)] != 1 and (_is_numbered(line.text) or not are_numbered)

    alike = len(own) + sum(1 for line in lines[first : last + 1] if is_other(line))
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
