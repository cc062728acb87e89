"""Which lines of a page open an item of a list: by code, by a zero for the letter O, or by title alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from oit_checker.match.hub_lines import Line
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import Prefix
from oit_checker.match.hub_words import ALIKE, EDGES, LIST_NUMBER, LONGEST_TITLE, says_title, trim_title
from oit_checker.model.checklist import Checklist
from oit_checker.patterns import regex
from oit_checker.thai.codes import ItemCode, item_codes, leading_code, zero_code
from oit_checker.thai.link_words import is_generic
from oit_checker.thai.text import fold

FEWEST_ITEMS = 3
_FEWEST_ZEROS = 5
_LONGEST_LINE = 2000
_TITLE_IS_NEAR = 4  # levels of the tree between a code of its own and its title
_RANGE = regex(r"\s*(?:[-–—~/]|ถึง|to)\s*(?:M?OIT|EB|O|o|๐|0)?\s*[0-9๐-๙]{1,2}\s*(?:[)\]]|\Z)")
INDICATOR = regex(r"\s*(?:ตัวชี้วัด|ส่วนที่|หมวด(?:ที่)?\s*[0-9๐-๙]|(?:9|10|๙|๑๐)\.[0-9๐-๙](?![0-9๐-๙])\s*[ก-๙])")
_HOLDS_RANGE = regex(
    r"\(?\s*(?:M?OIT|EB|[Oo๐])\s*[0-9๐-๙]{1,2}\s*(?:[-–—~]|ถึง)\s*(?:M?OIT|EB|[Oo๐])?\s*[0-9๐-๙]{1,2}\s*\)?\s*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Opener:
    """A line that opens an item.

    printed is None where the code was told from the title; is_bare where it is a
    number without letters or a zero, which alone makes no list of items; is_placed
    where neither code nor title tells the number but the place in the list.
    """

    line: Line
    prefix: Prefix
    number: int
    printed: str | None
    title: str
    misprinted: bool = False
    is_bare: bool = False
    is_placed: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return (self.prefix, self.number)


def starts_item(text: str) -> bool:
    """Whether a text begins with the code of an item, and not with a range of them."""
    return coded(text) is not None


@lru_cache(maxsize=1024)  # the pages of a site have one menu
def coded(text: str) -> ItemCode | None:
    """The code at the head of a text; None for a range ("O1 - O6") and for a text that is no title."""
    if len(text) > _LONGEST_LINE:
        return None
    code = leading_code(text)
    return None if code is None or _RANGE.match(text, code.end) else code


class Groups:
    """Tells the headings of sub-indicators and groups."""

    def __init__(self, checklist: Checklist) -> None:
        names = [
            *checklist.group_headings,
            *(one.title_th for one in checklist.indicators),
            *(one.title_th for one in checklist.sub_indicators),
        ]
        self._names = {fold(name) for name in names}

    def is_group(self, text: str) -> bool:
        """Whether a line is the heading of a group: "ตัวชี้วัดย่อยที่ 9.1 …", "ข้อมูลพื้นฐาน (O1 - O6)", "การประชาสัมพันธ์"."""
        return (
            bool(INDICATOR.match(text))
            or bool(_HOLDS_RANGE.search(text))
            or fold(LIST_NUMBER.sub("", text, 1)) in self._names
        )


def coded_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """Return the lines that open items by a code, in order. A zero counts for the letter O in a list written so."""
    by_line = {line.index: opener for line in lines if (opener := _lettered(line)) is not None}
    by_line.update((opener.line.index, opener) for opener in _zeros(lines, titles, by_line))
    by_line.update((opener.line.index, opener) for opener in _trailing(lines, titles, by_line))
    openers = [by_line[index] for index in sorted(by_line)]
    fetch_titles(openers, lines, by_line.keys())
    return openers


def _lettered(line: Line) -> Opener | None:
    code = coded(line.text)
    return None if code is None else Opener(line, code.prefix, code.number, code.printed, _title_beside(line, code))


def _title_beside(line: Line, code: ItemCode) -> str:
    """What follows the code outside links, else in the link."""
    own = coded(line.own) or zero_code(line.own)
    if own is not None and own.number == code.number:
        title = trim_title(line.own[own.end :])
        if says_title(title):
            return title
    title = trim_title(line.text[code.end :])
    return title if says_title(title) else ""


def _zeros(lines: Sequence[Line], titles: Titles, lettered: Mapping[int, Opener]) -> list[Opener]:
    """Lines like "010 แผนดำเนินงานประจำปี".

    They count where at least five carry a title that some list has under that
    number, or one by one where they fill a gap between items coded with an O.
    """
    found = []
    for line in lines:
        code = zero_code(line.text) if line.index not in lettered and len(line.text) <= _LONGEST_LINE else None
        if code is not None:
            found.append(Opener(line, "O", code.number, code.printed, _title_beside(line, code)))
    fetch_titles(found, lines, {*lettered, *(one.line.index for one in found)})
    proven = {id(one) for one in found if titles.any_list_says("O", one.number, one.title)}
    if len({one.number for one in found if id(one) in proven}) >= _FEWEST_ZEROS:
        return [one for place, one in enumerate(found) if id(one) in proven or _fits_between(found, place, proven)]
    if len({opener.key for opener in lettered.values()}) < FEWEST_ITEMS:
        return []
    present = {opener.key for opener in lettered.values()}
    return [one for one in found if id(one) in proven and one.key not in present]


def _fits_between(found: Sequence[Opener], place: int, proven: set[int]) -> bool:
    """Whether an unknown title continues the numbers of proven neighbours."""
    before = found[place - 1] if place else None
    after = found[place + 1] if place + 1 < len(found) else None
    number = found[place].number
    follows = before is not None and id(before) in proven and before.number == number - 1
    leads = after is not None and id(after) in proven and after.number == number + 1
    return follows or leads


def _trailing(lines: Sequence[Line], titles: Titles, taken: Iterable[int]) -> list[Opener]:
    """Lines like "โครงสร้าง หน้าที่และอำนาจ (O1)": a known title, and its code at the end."""
    found = []
    skip = set(taken)
    for line in lines:
        if line.index in skip or not 8 <= len(line.text) <= LONGEST_TITLE or _HOLDS_RANGE.search(line.text):
            continue
        codes = item_codes(line.text)
        after = line.text[codes[0].end :].strip(EDGES) if len(codes) == 1 else "more than one code"
        if after and not is_generic(after):
            continue
        title = trim_title(line.text[: codes[0].start])
        if titles.is_known(title, ALIKE):
            found.append(Opener(line, codes[0].prefix, codes[0].number, codes[0].printed, title))
    return found


def fetch_titles(openers: Sequence[Opener], lines: Sequence[Line], starts: Collection[int]) -> None:
    """Give a code that stands alone the text beside it: in its own row, card or item, else on the very next line."""
    codes_in = Counter(element for opener in openers for element in set(opener.line.above))
    of_element: dict[HtmlElement, list[Line]] = {}
    for opener in openers:
        if opener.title:
            continue
        own = [element for element in opener.line.above[:_TITLE_IS_NEAR] if codes_in[element] == 1]
        beside = _lines_in(own[-1], lines, of_element) if own else []
        after = [line for line in beside if line.index > opener.line.index]
        before = [line for line in reversed(beside) if line.index < opener.line.index]
        follows = lines[opener.line.index + 1 : opener.line.index + 2]
        alone = [line for line in follows if not any(codes_in[element] == 1 for element in line.above)]
        said = (line for line in (*after[:3], *before[:2], *alone) if line.index not in starts and not line.in_menu)
        opener.title = next((title for line in said if (title := title_of(line))), "")


def _lines_in(element: HtmlElement, lines: Sequence[Line], known: dict[HtmlElement, list[Line]]) -> list[Line]:
    if element not in known:
        known[element] = [line for line in lines if element in line.above]
    return known[element]


def title_of(line: Line) -> str:
    """The title that a line says, of its words outside links if they say one; "" for none."""
    text = line.own if says_title(line.own) else line.text
    return trim_title(text) if says_title(text) else ""
