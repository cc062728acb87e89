"""A page without the lines that only name what an item must show, so that a name never stands for the thing.

Left out are lists and sentences of names with nothing told after them, headings with nothing below them, what refers to
a copy that is not on the web, and what tells staff to write it. Of a page that goes through the items of a checklist
only the part under the item's own title is left. A heading above a paragraph, and the head of a table with rows, stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from oit_checker.match.bare_heads import headed, without_bare_rows
from oit_checker.match.item_names import ENOUGH, ItemNames
from oit_checker.match.memo import PageMemo
from oit_checker.match.told_below import told_below
from oit_checker.model.checklist import Checklist, Component, Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.longest import LongestWords
from oit_checker.thai.text import fold, squeeze

OTHER_TITLES = 3  # titles of other items that make a page one that goes through a checklist
MOST_LETTERS = 60_000  # a longer document tells of what it names; a handbook is known by its title
_LONG_TITLE = 20  # folded letters; a shorter one (ข่าวประชาสัมพันธ์) stands on pages of any kind
_BESIDE_TITLE = 12  # folded letters that may stand beside a title in its line
_LONGEST_TITLE = 200  # letters
_LINES_AT_HAND = 1024
_PAGES_AT_HAND = 32
_ROW = 80  # letters of a line that may be a row below a head
_CODE = regex(r"^(?:ข้อ(?:ที่)?)?(?:o(?:it)?)?\d{1,2}[.:)\-]?")
_NO_FIGURE = regex(r"(?:พ\.ศ\.|ปี(?:งบประมาณ)?)?\s*25\d\d|^\s*\(?\d{1,2}[.)]")
# Checks of names, addresses and links: a list of these is the thing itself.
_LISTS = frozenset(("units", "person_names", "news", "phone", "email", "address"))
# Checks of what is told in words, rows and figures; years, months and files are named in titles and heads, and rightly.
_OF_MATTER = frozenset(
    (
        "about", "amounts", "clause", "counts", "drawn", "duration", "first_column", "keywords", "labelled", "link_to",
        "rated", "result_column", "signed", "steps", "table_columns", "told_under", "ways",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """A passage, what it names (things, none where it tells something) and whether nothing of it counts.

    is_other: it is the title of another item.
    """

    passage: Passage
    things: int = 0
    is_out: bool = False
    is_link: bool = False
    is_other: bool = False

    @property
    def is_bare(self) -> bool:
        return self.things > 0

    @property
    def tells(self) -> bool:
        return not (self.things or self.is_out or self.is_link or self.is_other)


class BareNames:
    """Knows the names of one checklist's items; each page is read once for each item that asks."""

    def __init__(self, checklist: Checklist) -> None:
        self._names = {item.code: ItemNames(item) for item in checklist.items}
        self._titles = {item.code: _titles(item) for item in checklist.items}
        self._known: dict[tuple[int, str], tuple[Page, Page | None]] = {}
        self._any_title = LongestWords(title for titles in self._titles.values() for title in titles)
        self._longest_title = max((len(title) for titles in self._titles.values() for title in titles), default=0)
        # The items of a page ask one after the other, each twice: where its own part stands, and what each line is.
        self._titled = lru_cache(maxsize=_LINES_AT_HAND)(self._item_titled)
        self._links = PageMemo(_links, _PAGES_AT_HAND).of

    def told(
        self, item: Item, component: Component, shown: ComponentResult, page: Page, *, is_part: bool = False
    ) -> Page | None:
        """What is left of a page that shows a component, to ask again; None where nothing has to be left out.

        is_part: the page was cut out of a file.
        """
        is_in_words = shown.status is ComponentStatus.FOUND and not shown.by_ocr and component.check in _OF_MATTER
        return self.of(item, page, is_part=is_part) if is_in_words and not component.in_lists else None

    def of(self, item: Item, page: Page, *, is_part: bool = False) -> Page | None:
        """The page without what only names things of the item; None where nothing has to be left out."""
        if page.unreadable is not None or not _asks_for_matter(item) or _is_long(page):
            return None
        if (id(page), item.code) not in self._known:  # kept with its page, whose identity is then not another's
            self._known[id(page), item.code] = (page, self._told(item, page, is_part=is_part))
        return self._known[id(page), item.code][1]

    def _told(self, item: Item, page: Page, *, is_part: bool) -> Page | None:
        is_own = not is_part and any(title in fold(page.title or "") for title in self._titles[item.code])
        own = self._own_part(item, page) if not is_own else None
        names = self._names[item.code]
        links = self._links(page)
        lines = [self._line(item, passage, links) for passage in (own or page).passages]
        over_rows, over_nothing = headed(own or page)
        lines = [replace(one, things=0, is_out=True) if at in over_nothing else one for at, one in enumerate(lines)]
        tables = tuple(without_bare_rows(table, names) for table in (own or page).tables)
        runs = _runs(lines, page.kind)
        hollow = {at for run, after in runs for at in _hollow(run, after, lines, own or page, over_rows)}
        hollow -= _told_below(own or page, lines)
        hollow |= {number for number, line in enumerate(lines) if line.is_out}
        if own is None and not hollow and tables == page.tables:
            return None
        passages = tuple(line.passage for number, line in enumerate(lines) if number not in hollow)
        if page.kind is PageKind.PDF:  # heads of which the rows are not known are lines of the text as well
            tables = tuple(table for table in tables if table is not None and table.rows)
        return replace(own or page, passages=passages, tables=tuple(table for table in tables if table is not None))

    def _line(self, item: Item, passage: Passage, links: Collection[str]) -> _Line:
        if passage.names_link or squeeze(passage.text) in links:
            return _Line(passage, is_link=True)
        named = self._names[item.code].named(passage.text)
        if named is not None and named.is_aside:
            return _Line(passage, is_out=True)
        if named is not None and named.is_bare:
            return _Line(passage, named.things)
        is_short = len(passage.text) <= _LONGEST_TITLE
        return _Line(passage, is_other=is_short and self._title(passage, links) not in (None, item.code))

    def _own_part(self, item: Item, page: Page) -> Page | None:
        """The part under the item's own title, of a page that bears the titles of several others; None elsewhere."""
        links = self._links(page)
        pieces = page.passages if page.kind is PageKind.HTML else tuple(self._pieces(page.passages))
        titled = [(number, code) for number, piece in enumerate(pieces) if (code := self._title(piece, links))]
        if len({code for _, code in titled if code != item.code}) < OTHER_TITLES:
            return None
        ends = [*(number for number, _ in titled[1:]), len(pieces)]
        own = [range(number, end) for (number, code), end in zip(titled, ends, strict=True) if code == item.code]
        if not own:
            return None
        passages = tuple(pieces[number] for part in own for number in part)
        text = fold(" ".join(passage.text for passage in passages))
        headings = {passage.text for passage in passages if passage.is_heading}
        tables = (table for table in page.tables if table.heading in headings or _stands_in(table, text))
        laid_out = (table for table in page.laid_out if _stands_in(table, text))
        return replace(page, title=None, passages=passages, tables=tuple(tables), laid_out=tuple(laid_out))

    def _pieces(self, passages: Sequence[Passage]) -> Iterator[Passage]:
        """The passages of a document, cut before each item's code and title: a PDF runs its lines together."""
        for passage in passages:
            folded = fold(passage.text)
            starts = [found.start() for found in self._coded.finditer(folded)] if "o" in folded else []
            if not starts:
                yield passage
                continue
            mapped = fold_mapped(passage.text)
            cuts = [0, *(mapped.index(start) for start in starts), len(passage.text)]
            yield from (
                replace(passage, text=part) for at, end in pairwise(cuts) if (part := passage.text[at:end].strip())
            )

    @cached_property
    def _coded(self) -> re.Pattern[str]:
        """An item's code right before its title."""
        titles = sorted({title for titles in self._titles.values() for title in titles}, key=len, reverse=True)
        return re.compile(rf"(?:ข้อ(?:ที่)?)?o(?:it)?\d{{1,2}}[.:)\-]?(?={'|'.join(map(re.escape, titles))})")

    def _title(self, passage: Passage, links: Collection[str]) -> str | None:
        """The item whose title a line is, with little else beside it, or whose code and title it begins with."""
        return None if squeeze(passage.text) in links else self._titled(passage.text[: 2 * _LONGEST_TITLE])

    def _item_titled(self, text: str) -> str | None:
        folded = fold(text)
        line = _CODE.sub("", folded)
        is_coded = line != folded
        if not is_coded and len(line) > self._longest_title + _BESIDE_TITLE:
            return None
        if not self._any_title.spans(line):
            return None
        for code, titles in self._titles.items():
            if any(
                title in line and (len(line) <= len(title) + _BESIDE_TITLE or (is_coded and line.startswith(title)))
                for title in titles
            ):
                return code
        return None


def _told_below(page: Page, lines: Sequence[_Line]) -> frozenset[int]:
    bare = {number for number, line in enumerate(lines) if line.is_bare and line.things < ENOUGH}
    return told_below(page, bare, {number for number, line in enumerate(lines) if line.tells})


def _stands_in(table: Table, text: str) -> bool:
    """Whether the head of a PDF's table is a part of the text."""
    head = [folded for cell in table.header if (folded := fold(cell))]
    return table.page_no is not None and bool(head) and all(cell in text for cell in head)


def _titles(item: Item) -> tuple[str, ...]:
    folded = (fold(title) for title in (item.title_th, item.title_as_published) if title)
    return tuple(title for title in folded if len(title) >= _LONG_TITLE)


def _asks_for_matter(item: Item) -> bool:
    """Whether an item's components are told in words; names, addresses and news are shown by lists of them."""
    return not any(one.check in _LISTS or one.in_furniture for one in item.components)


def _is_long(page: Page) -> bool:
    return sum(len(passage.text) for passage in page.passages) > MOST_LETTERS


def _links(page: Page) -> frozenset[str]:
    if page.kind is not PageKind.HTML:
        return frozenset()
    return frozenset(squeeze(link.text) for link in page.links if link.text and not link.in_menu)


def _runs(lines: Sequence[_Line], kind: PageKind) -> Iterator[tuple[list[int], list[int]]]:
    """Each run of bare lines, and the lines after it that tell something, to the next bare line or heading.

    A heading right after a run may be below its last line, which it then tells something of.
    """
    run: list[int] = []
    after: list[int] = []
    for number, line in enumerate(lines):
        is_heading = line.passage.is_heading and kind is not PageKind.PDF  # in a PDF a row in bold may look like one
        if (after and (line.is_bare or is_heading)) or (run and line.is_other):
            yield run, after
            run, after = [], []
        if line.is_bare:
            run.append(number)
        elif run and line.tells:
            after.append(number)
    if run:
        yield run, after


def _hollow(
    run: Sequence[int], after: Sequence[int], lines: Sequence[_Line], page: Page, over_rows: Collection[int]
) -> Iterator[int]:
    """The lines of a run that nothing follows which they may name."""
    if _has_table(run, lines, page):
        last = [at for at in run if at > max((one for one in run if one in over_rows), default=run[-1])]
        if not after and all(lines[at].passage.is_heading for at in last):  # headings below the table of another
            yield from last
        return
    if not after:
        yield from run
        return
    listed = [number for number in run if not lines[number].passage.is_heading]
    is_list = len(listed) >= ENOUGH or any(lines[number].things >= ENOUGH for number in listed)
    if is_list and not _may_be_rows([lines[number].passage.text for number in after], len(listed), page.kind):
        yield from listed
    headings = [number for number in run if number not in listed and lines[number].passage.text != page.title]
    if len(headings) >= ENOUGH:  # the first may head the others, and the last what follows
        yield from headings[1:-1]


def _has_table(run: Sequence[int], lines: Sequence[_Line], page: Page) -> bool:
    """Whether a run heads a table with rows, or is the head of one."""
    passages = [lines[number].passage for number in run]
    headings = {passage.text if passage.is_heading else passage.heading for passage in passages}
    if any(table.rows and table.heading and table.heading in headings for table in page.tables):
        return True
    text = fold(" ".join(passage.text for passage in passages))
    return any(table.rows and _stands_in(table, text) for table in (*page.tables, *page.laid_out))


def _may_be_rows(texts: Sequence[str], heads: int, kind: PageKind) -> bool:
    """Whether lines below a list of names may be the rows below the heads of a table: figures, or a cell for each."""
    if kind is PageKind.PDF:
        return len(texts) > 1 or _has_figure(texts[0])
    return (heads > 1 and len(texts) >= heads) or (len(texts[0]) <= _ROW and _has_figure(texts[0]))


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, _NO_FIGURE.sub("", arabic_digits(text))))
