"""Items that print a bare number for a code: in a cell before the title, or at the head of it (ข้อ 7. รายงานผล…)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oit_checker.match.hub_lines import Line, row_of
from oit_checker.match.hub_openers import Opener, title_of
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN
from oit_checker.match.hub_uncoded import shape_of
from oit_checker.match.hub_words import ALIKE, LONGEST_TITLE, bare_number, says_nothing, says_title, trim_title
from oit_checker.patterns import regex

_FEWEST_PROVEN = 5
_LEAST_ORDER = 0.7
_SAYS_IT = 0.4
_SAYS_IT_TOO = 0.1
_AT_HEAD = regex(r"\s*(?P<item>ข้อ(?:ที่)?|ลำดับ(?:ที่)?)?\s*(?P<number>[0-9๐-๙]{1,2})(?:\s*[.):]+\s*|\s+)(?![0-9๐-๙])")


def numbered_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """A list whose numbers stand alone before their titles, in cells or boxes of their own: "7 | รายงานผล… | ดู".

    At least five titles, and half of all, must stand under their number in one
    known list: then the number is a code, also before a title nobody knows. Shortened
    titles count where all of them together follow one list's numbers.
    """
    return _proven(list(_beside(lines)), titles)


def headed_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """A list whose numbers begin its titles: "ข้อ 7. รายงานผล…", "7) รายงานผล…"; proven like numbers in cells.

    A number without the word ข้อ is often that of any list, so that its title must have something of the item's.
    """
    shapes: dict[tuple[str, ...], list[Opener]] = defaultdict(list)
    for opener in _at_head(lines):
        shapes[shape_of(opener.line)].append(opener)
    return max((_proven(openers, titles, at_head=True) for openers in shapes.values()), key=len, default=[])


def _proven(found: Sequence[Opener], titles: Titles, *, at_head: bool = False) -> list[Opener]:
    pairs = [(one.prefix, one.number, one.title) for one in found]
    whole = titles.instrument_of(pairs)
    instrument = titles.instrument_in_order(pairs) if whole == UNKNOWN else whole
    if instrument == UNKNOWN:
        return []
    proven = [one for one in found if _fits(one, instrument, titles, ALIKE if instrument == whole else _SAYS_IT)]
    if len({one.number for one in proven}) < _FEWEST_PROVEN:
        return []
    rising = sum(1 for one, other in pairwise(proven) if one.number < other.number)
    if (at_head or whole == UNKNOWN) and rising < _LEAST_ORDER * (len(proven) - 1):
        return []
    first, last = proven[0].line.index, proven[-1].line.index
    shapes = {shape_of(one.line) for one in proven}
    kept = [one for one in found if first <= one.line.index <= last and shape_of(one.line) in shapes]
    return [one for one in kept if not at_head or _is_item(one, instrument, titles)]


def _fits(opener: Opener, instrument: str, titles: Titles, least: float) -> bool:
    close = titles.closeness_at(instrument, "O", opener.number, opener.title) if least < ALIKE else 0.0
    return max(close, titles.likeness_at(instrument, "O", opener.number, opener.title)) >= least


def _is_item(opener: Opener, instrument: str, titles: Titles) -> bool:
    says_so = opener.printed is not None and not opener.printed[:1].isdecimal()
    return says_so or titles.closeness_at(instrument, "O", opener.number, opener.title) >= _SAYS_IT_TOO


def _beside(lines: Sequence[Line]) -> Iterator[Opener]:
    for line, after in pairwise(lines):
        number = None if line.in_menu or line.anchors else bare_number(line.text)
        title = title_of(after) if number and row_of(line) is row_of(after) else ""
        if number and title and not says_nothing(title):
            yield Opener(line, "O", number, line.text, title, is_bare=True)


def _at_head(lines: Sequence[Line]) -> Iterator[Opener]:
    for line in lines:
        found = _AT_HEAD.match(line.text) if not line.in_menu and len(line.text) <= LONGEST_TITLE else None
        if found is None:
            continue
        own = _AT_HEAD.match(line.own)
        title = trim_title(line.own[own.end() :]) if own is not None else ""
        title = title if says_title(title) else trim_title(line.text[found.end() :])
        if int(found["number"]) and says_title(title):
            yield Opener(line, "O", int(found["number"]), found[0].strip(), title, is_bare=True)
