"""Items that print no code but a title alone: in whole lists, or forgotten among codes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from oit_checker.match.hub_in_order import Placed, placed_in_order
from oit_checker.match.hub_lines import EMPHASISED, LINKED, Line, row_of
from oit_checker.match.hub_openers import FEWEST_ITEMS, Groups, Opener
from oit_checker.match.hub_runs import Run
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN
from oit_checker.match.hub_words import (
    ALIKE,
    LIST_NUMBER,
    LONGEST_TITLE,
    SURE,
    bare,
    says_nothing,
    says_title,
    trim_title,
)
from oit_checker.match.hub_years import Years
from oit_checker.thai.link_words import is_generic

_FEWEST_TITLES = 5
_FEWEST_PLACED = 8
_SHORTEST_TITLE = 8
_LEAST_SHARE = 0.5
_LEAST_ORDER = 0.7
_SAYS_IT = 0.3  # beside codes a line without one may belong to the item before it


def titled_openers(lines: Sequence[Line], titles: Titles, years: Years) -> list[Opener]:
    """A list of titles without codes: titles of one known list, alike in shape, in its order, and little between.

    Without codes a menu or a news list may hold the same words, hence the many
    conditions: five titles that surely are the list's, or eight where the others are
    shortened ones in its order, and half of the lines made like them in each list or year.
    """
    found = [opener for line in lines if (opener := _by_title(line, titles)) is not None]
    shapes: dict[tuple[str, ...], list[Opener]] = defaultdict(list)
    for opener in found:
        shapes[shape_of(opener.line)].append(opener)
    headings = _group_headings(lines, titles)
    for shape, openers in sorted(shapes.items(), key=lambda pair: -len(pair[1])):
        lists = [
            _in_list(list_id, sure, _AlikeLines(lines, shape, sure, headings), titles, years)
            for list_id, sure in _sure_of_lists(openers, titles)
        ]
        kept = max(lists, key=len, default=[])
        sure = {opener.key for opener in kept if not opener.is_placed}
        placed = {opener.key for opener in kept}
        if len(sure) >= _FEWEST_TITLES or (len(sure) >= FEWEST_ITEMS and len(placed) >= _FEWEST_PLACED):
            return sorted(kept, key=lambda opener: opener.line.index)
    return []


def _in_list(list_id: str, sure: Sequence[Opener], alike: _AlikeLines, titles: Titles, years: Years) -> list[Opener]:
    """What a page has of one known list: year by year the sure titles, with those that their order tells."""
    parts: dict[tuple[int | None, int | None], list[Opener]] = defaultdict(list)
    for opener in sure:
        parts[years.part(opener.line)].append(opener)
    kept: list[Opener] = []
    for part, of_part in parts.items():
        beside = [line for line in alike.beside(of_part) if years.part(line) == part]
        whole = _with_placed(of_part, beside, list_id, titles)
        kept += whole if _is_dense(whole, alike) else []
    return kept


def _with_placed(sure: Sequence[Opener], beside: Sequence[Line], list_id: str, titles: Titles) -> list[Opener]:
    """The openers of one list together with the lines made like them that have a place between them."""
    by_line = {opener.line.index: opener for opener in sure}
    entries = [Placed(opener.line, opener.title, opener.number) for opener in sure]
    entries += [Placed(line, title_in(line)) for line in beside if line.index not in by_line]
    entries.sort(key=lambda entry: entry.line.index)
    return [
        by_line.get(one.line.index) or Opener(one.line, "O", one.number, None, one.title, is_placed=True)
        for one in placed_in_order(entries, list_id, titles)
        if one.number is not None
    ]


def _by_title(line: Line, titles: Titles) -> Opener | None:
    if line.in_menu or len(line.text) > LONGEST_TITLE or _is_running_text(line):
        return None
    title = title_in(line)
    likely = titles.best(title, "O") if says_title(title) else None
    if likely is None or likely.likeness < SURE:
        return None
    return Opener(line, "O", likely.known.number, None, title)


def title_in(line: Line) -> str:
    text = line.text if says_nothing(line.own) else line.own
    return trim_title(LIST_NUMBER.sub("", text, 1))


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


def _sure_of_lists(openers: Sequence[Opener], titles: Titles) -> Iterator[tuple[str, list[Opener]]]:
    """The openers whose title a known list surely has, as it numbers them; this checklist's first.

    Left out are lists that have fewer than three of them, or whose order they do not keep.
    """
    said = {opener.title for opener in openers}
    for list_id in sorted(titles.list_ids("O"), key=lambda one: one != titles.checklist.id):
        numbers = {title: number for title in said if (number := titles.number_in(list_id, "O", title)) is not None}
        sure = [
            Opener(opener.line, "O", numbers[opener.title], None, opener.title)
            for opener in openers
            if opener.title in numbers
        ]
        rising = sum(1 for one, other in pairwise(sure) if one.number <= other.number)
        if len(numbers) >= FEWEST_ITEMS and rising >= _LEAST_ORDER * (len(sure) - 1):
            yield list_id, sure


def _group_headings(lines: Sequence[Line], titles: Titles) -> set[int]:
    """The lines that are the heading of a group.

    แผนป้องกันการทุจริต names a group in older lists and an item in a shortened list: with a link in it, or a link that
    is no title itself right below, it is an item.
    """
    groups = Groups(titles.checklist)
    return {
        line.index
        for line, after in pairwise([*lines, *lines[-1:]])
        if groups.is_group(line.text)
        and not line.anchors
        and not (after.anchors and not titles.is_known(after.text, ALIKE))
    }


class _AlikeLines:
    """The lines of a page that are made like the titles of a list: its other entries, or the lines of something else.

    The other cells of a title's row are none, nor the headings of groups, nor lines without a number where all titles
    have one, nor links where no title is one (and the other way about).
    """

    def __init__(
        self, lines: Sequence[Line], shape: tuple[str, ...], sure: Sequence[Opener], headings: set[int]
    ) -> None:
        self._sure = {opener.line.index for opener in sure}
        self._titled = Counter(row for opener in sure if (row := row_of(opener.line)) is not None)
        self._are_numbered = all(_is_numbered(opener.line.text) for opener in sure)
        self._linked = {bool(opener.line.anchors) for opener in sure}
        self._lines = [
            line for line in lines if line.index not in headings and shape_of(line) == shape and self._is_alike(line)
        ]

    def _is_alike(self, line: Line) -> bool:
        if line.index in self._sure:
            return True
        if line.in_menu or says_nothing(line.text) or bool(line.anchors) not in self._linked:
            return False
        return self._titled[row_of(line)] != 1 and (_is_numbered(line.text) or not self._are_numbered)

    def beside(self, openers: Sequence[Opener]) -> list[Line]:
        """Those in what holds the openers of one list, fit to be titles; one in each row."""
        holder = next((one for one in openers[0].line.above if all(one in other.line.above for other in openers)), None)
        first_of_row: dict[HtmlElement | int, int] = {}
        for line in self._lines:
            row = row_of(line)
            first_of_row.setdefault(line.index if row is None else row, line.index)
        firsts = set(first_of_row.values())
        return [
            line
            for line in self._lines
            if line.index in firsts and len(line.text) <= LONGEST_TITLE
            if holder in line.above and not _is_running_text(line)
        ]

    def between(self, first: Line, last: Line) -> int:
        return sum(first.index <= line.index <= last.index for line in self._lines)


def _is_dense(openers: Sequence[Opener], alike: _AlikeLines) -> bool:
    """Whether at least half of the lines made like the titles are titles, each another one."""
    made_alike = alike.between(openers[0].line, openers[-1].line)
    return len({opener.key for opener in openers}) >= _LEAST_SHARE * made_alike


def list_of(run: Run, titles: Titles) -> str:
    """The known list whose numbers a coded list follows, also with shortened titles where it is this year's."""
    pairs = [(one.prefix, one.number, one.title) for one in run.openers]
    instrument = titles.instrument_of(pairs)
    if instrument == UNKNOWN and run.year == titles.checklist.fiscal_year:
        return titles.instrument_in_order(pairs)
    return instrument


def add_uncoded(run: Run, lines: Sequence[Line], titles: Titles) -> None:
    """Add the items of a coded list whose code was forgotten.

    Their line must be made like those of their neighbours and carry a title, whole or
    shortened, that the list has between the two.
    """
    instrument = list_of(run, titles)
    if instrument == UNKNOWN:
        return
    added = [
        found
        for before, after in pairwise(run.openers)
        if after.number - before.number > 1
        for found in _forgotten(lines, before, after, instrument, titles)
        if found.key not in run.keys
    ]
    run.openers = sorted([*run.openers, *added], key=lambda opener: opener.line.index)


def _forgotten(
    lines: Sequence[Line], before: Opener, after: Opener, instrument: str, titles: Titles
) -> Iterator[Opener]:
    ends = [Placed(one.line, one.title, one.number) for one in (before, after)]
    between = [line for line in lines[before.line.index + 1 : after.line.index] if _is_entry(line, before, after)]
    sure = {line.index: titles.number_in(instrument, before.prefix, line.text) for line in between}
    entries = [Placed(line, title_in(line), sure[line.index]) for line in between]
    placed = (
        placed_in_order([ends[0], *entries, ends[1]], instrument, titles, _SAYS_IT) if before.prefix == "O" else entries
    )
    for one in placed:
        if one.number is not None and before.number < one.number < after.number:
            is_placed = sure[one.line.index] is None
            yield Opener(one.line, before.prefix, one.number, None, one.title, is_placed=is_placed)


def _is_entry(line: Line, before: Opener, after: Opener) -> bool:
    return shape_of(line) in {shape_of(before.line), shape_of(after.line)} and not says_nothing(line.text)
