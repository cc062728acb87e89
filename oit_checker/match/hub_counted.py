"""Numbers that are codes though they print no O: between codes, or from ข้อ 1 to the last item of the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_openers import Opener, fetch_titles
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_uncoded import shape_of
from oit_checker.match.hub_words import LONGEST_TITLE, bare_number, says_title, trim_title
from oit_checker.patterns import regex

_ITEM = regex(r"\s*ข้อ(?:ที่)?\s*(?P<number>[0-9๐-๙]{1,2})(?![0-9๐-๙]|[./][0-9๐-๙])\s*[.):]?\s*")
_LEAST_COUNTED = 0.8


def with_numbers_between(openers: Sequence[Opener], lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """The openers of coded lists, and the numbers that stand where codes are missing between them.

    O4, ข้อ 5, ข้อ 6, O7: who made the list changed hands in the middle of it. The numbers must stand in lines made
    like those of the codes, rise, and all fit into the gap: numbers of anything else begin with one. Behind the last
    code, and before the first, they must go on without a gap.
    """
    last = len(titles.checklist.items)
    found = []
    for before, after in pairwise([None, *openers, None]):
        first = before.line.index + 1 if before is not None else 0
        end = after.line.index if after is not None else len(lines)
        numbers = [one for line in lines[first:end] for one in _numbers(line, before, after)]
        low = before.number if before is not None else 0
        high = after.number if after is not None else last + 1
        said = [low, *(one.number for one in numbers), high]
        is_close = after is not None and before is not None
        if all(one < other for one, other in pairwise(said)) and (is_close or _go_on(said, before is None)):
            found += numbers
    fetch_titles(found, lines, {one.line.index for one in (*openers, *found)})
    return sorted([*openers, *found], key=lambda one: one.line.index)


def _go_on(said: Sequence[int], is_before: bool) -> bool:
    """Whether numbers go on behind the last code, or lead up to the first, without a gap."""
    ends = said[1:] if is_before else said[:-1]
    return all(other - one == 1 for one, other in pairwise(ends))


def _numbers(line: Line, before: Opener | None, after: Opener | None) -> Iterator[Opener]:
    """The number that a line is or, with the word ข้อ, begins with, where it is made like a code beside it."""
    beside = [one.line for one in (before, after) if one is not None and one.prefix == "O"]
    if line.in_menu or not any(_is_made_like(line, other) for other in beside):
        return
    item = _ITEM.match(line.text) if len(line.text) <= LONGEST_TITLE else None
    number = int(item["number"]) if item is not None else bare_number(line.text)
    if number:
        yield Opener(line, "O", number, line.text[: item.end()].strip() if item else line.text, _title(line))


def _is_made_like(line: Line, other: Line) -> bool:
    return shape_of(line) == shape_of(other) and line.block.get("class") == other.block.get("class")


def counted_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """A list that counts through the items of the year, with the word ข้อ or without; none where it counts otherwise.

    To be asked of a page about the ITA alone: regulations count their clauses so. Bare numbers, which any table has,
    count where the titles beside them follow the year's list.
    """
    of_shape: dict[tuple[str, ...], list[Opener]] = defaultdict(list)
    bare: dict[tuple[str, ...], list[Opener]] = defaultdict(list)
    for line in lines:
        item = _ITEM.match(line.text) if not line.in_menu and len(line.text) <= LONGEST_TITLE else None
        if item is not None:
            of_shape[shape_of(line)].append(Opener(line, "O", int(item["number"]), item[0].strip(), _title(line)))
        elif not line.in_menu and (number := bare_number(line.text)):
            bare[shape_of(line)].append(Opener(line, "O", number, line.text, ""))
    said = _whole(max(of_shape.values(), key=len, default=[]), lines, titles)
    return said or [
        one
        for alone in bare.values()
        if (found := _whole(alone, lines, titles)) and _follow(found, titles)
        for one in found
    ]


def _whole(found: list[Opener], lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """Openers that rise to the last item of the year, with their titles; none of any others."""
    ends = {sum(not item.provisional for item in titles.checklist.items), len(titles.checklist.items)}
    is_whole = bool(found) and found[-1].number in ends and len(found) >= _LEAST_COUNTED * found[-1].number
    if not is_whole or any(one.number >= other.number for one, other in pairwise(found)):
        return []
    fetch_titles(found, lines, {one.line.index for one in found})
    return found


def _follow(found: Sequence[Opener], titles: Titles) -> bool:
    pairs = [(one.prefix, one.number, one.title) for one in found]
    return titles.checklist.id in {titles.instrument_of(pairs), titles.instrument_in_order(pairs)}


def _title(line: Line) -> str:
    """What follows the number in its line, outside links if there is something."""
    for text in (line.own, line.text):
        item = _ITEM.match(text)
        title = trim_title(text[item.end() :]) if item is not None else ""
        if says_title(title):
            return title
    return ""
