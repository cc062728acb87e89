"""Which lines of a page open an item of a list: by code, by a zero for the letter O, or by title alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from oit_checker.match.candidates import is_generic
from oit_checker.match.hub_lines import EMPHASISED, LINKED, Line
from oit_checker.match.hub_titles import ALIKE, SURE, Titles, before_requirement
from oit_checker.match.hub_types import Prefix
from oit_checker.model.checklist import Checklist
from oit_checker.thai.codes import ItemCode, item_codes, leading_code, zero_code
from oit_checker.thai.text import fold

FEWEST_ITEMS = 3
_FEWEST_ZEROS = 5
_FEWEST_TITLES = 5
_LEAST_SHARE = 0.5
_LEAST_ORDER = 0.7
_LONGEST_LINE = 2000
_LONGEST_TITLE = 260
_TITLE_IS_NEAR = 4  # levels of the tree between a code of its own and its title
_WHOLE_PAGE = frozenset(("html", "body", "main"))
_RANGE = re.compile(r"\s*(?:[-–—~/]|ถึง|to)\s*(?:M?OIT|EB|O|o|๐|0)?\s*[0-9๐-๙]{1,2}\s*(?:[)\]]|\Z)")
_EDGES = " \t:;,.|/\\–—-−_•·►»>]["
_LIST_NUMBER = re.compile(r"\s*(?:ข้อ(?:ที่)?\s*)?(?:[0-9๐-๙]{1,2}(?:\s*[.)]|\s+(?=[ก-๙A-Za-z]))|[-–•●▪*►»])\s*")
_INDICATOR = re.compile(r"\s*(?:ตัวชี้วัด|ส่วนที่|หมวด(?:ที่)?\s*[0-9๐-๙]|(?:9|10|๙|๑๐)\.[0-9๐-๙](?![0-9๐-๙])\s*[ก-๙])")
_HOLDS_RANGE = re.compile(
    r"\(?\s*(?:M?OIT|EB|[Oo๐])\s*[0-9๐-๙]{1,2}\s*(?:[-–—~]|ถึง)\s*(?:M?OIT|EB|[Oo๐])?\s*[0-9๐-๙]{1,2}\s*\)?\s*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Opener:
    """A line that opens an item. printed is None where the code was told from the title."""

    line: Line
    prefix: Prefix
    number: int
    printed: str | None
    title: str
    misprinted: bool = False

    @property
    def key(self) -> tuple[str, int]:
        return (self.prefix, self.number)


def starts_item(text: str) -> bool:
    """Whether a text begins with the code of an item, and not with a range of them."""
    return coded(text) is not None


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
            *(one.title_th for one in (*checklist.indicators, *checklist.sub_indicators)),
        ]
        self._names = {fold(name) for name in names}

    def is_group(self, text: str) -> bool:
        """Whether a line is the heading of a group: "ตัวชี้วัดย่อยที่ 9.1 …", "ข้อมูลพื้นฐาน (O1 - O6)", "การประชาสัมพันธ์"."""
        return (
            bool(_INDICATOR.match(text))
            or bool(_HOLDS_RANGE.search(text))
            or fold(_LIST_NUMBER.sub("", text, 1)) in self._names
        )


def find_openers(lines: Sequence[Line], titles: Titles) -> list[Opener]:
    """Return the lines that open items, in order; empty where the page has no list.

    Codes count first. A zero for the letter O counts where the whole list is
    written so. Titles alone count only where there are no codes.
    """
    by_line = {line.index: opener for line in lines if (opener := _lettered(line)) is not None}
    by_line.update((opener.line.index, opener) for opener in _zeros(lines, titles, by_line))
    by_line.update((opener.line.index, opener) for opener in _trailing(lines, titles, by_line))
    if len({opener.key for opener in by_line.values()}) < FEWEST_ITEMS and (titled := _titled(lines, titles)):
        return titled
    openers = [by_line[index] for index in sorted(by_line)]
    _fetch_titles(openers, lines, by_line.keys())
    return openers


def _lettered(line: Line) -> Opener | None:
    code = coded(line.text)
    return None if code is None else Opener(line, code.prefix, code.number, code.printed, _title_beside(line, code))


def _title_beside(line: Line, code: ItemCode) -> str:
    """What follows the code outside links, else in the link."""
    own = coded(line.own) or zero_code(line.own)
    if own is not None and own.number == code.number:
        title = _trim(line.own[own.end :])
        if _says_title(title):
            return title
    title = _trim(line.text[code.end :])
    return title if _says_title(title) else ""


def _trim(text: str) -> str:
    trimmed = before_requirement(text.strip(_EDGES)).strip(_EDGES).lstrip(")").rstrip("(").strip(_EDGES)
    if trimmed.startswith("(") != trimmed.endswith(")") and trimmed.count("(") != trimmed.count(")"):
        trimmed = trimmed.strip("()" + _EDGES)
    return trimmed[:_LONGEST_TITLE]


def _says_title(text: str) -> bool:
    return sum(sign.isalpha() for sign in text) >= 2 and not is_generic(text)


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
    _fetch_titles(found, lines, {*lettered, *(one.line.index for one in found)})
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
        if line.index in skip or not 8 <= len(line.text) <= _LONGEST_TITLE or _HOLDS_RANGE.search(line.text):
            continue
        codes = item_codes(line.text)
        after = line.text[codes[0].end :].strip(_EDGES) if len(codes) == 1 else "more than one code"
        if after and not is_generic(after):
            continue
        title = _trim(line.text[: codes[0].start])
        if titles.is_known(title, ALIKE):
            found.append(Opener(line, codes[0].prefix, codes[0].number, codes[0].printed, title))
    return found


def _fetch_titles(openers: Sequence[Opener], lines: Sequence[Line], opening: Iterable[int]) -> None:
    """Give a code that stands alone the text that follows it in the same row, card or item."""
    starts = set(opening)
    for opener in openers:
        near = {element for element in opener.line.above[:_TITLE_IS_NEAR] if element.tag not in _WHOLE_PAGE}
        for line in lines[opener.line.index + 1 : opener.line.index + 4]:
            if opener.title or line.index in starts or near.isdisjoint(line.above):
                break
            text = line.own if _says_title(line.own) else line.text
            if _says_title(text):
                opener.title = _trim(text)
                break


def _titled(lines: Sequence[Line], titles: Titles) -> list[Opener]:
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
    if line.in_menu or len(line.text) > _LONGEST_TITLE or (line.rank < LINKED and len(line.block)):
        return None
    text = line.own if _says_title(line.own) else line.text
    title = _trim(_LIST_NUMBER.sub("", text, 1))
    likely = titles.best(title, "O") if _says_title(title) else None
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
