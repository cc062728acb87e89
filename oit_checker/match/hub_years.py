"""Which words put a part of a hub page under a fiscal year: tabs, headings, the page's title and its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml.html import HtmlElement

from oit_checker.documents.cell_spans import cell_span
from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.surroundings import Surroundings
from oit_checker.documents.year_labels import names_one_year, names_only_a_year, years_named
from oit_checker.match.hub_lines import HEADING, Line, Linked
from oit_checker.match.hub_openers import INDICATOR, coded
from oit_checker.match.hub_titles import Titles
from oit_checker.patterns import regex
from oit_checker.thai.dates import year_mentions_in_name

_LONGEST_LABEL = 200
_SHORT_YEAR = regex(r"(?:ITAS?|OIT|MOIT|ita|oit)[\s_-]*([67๖๗][0-9๐-๙])(?![0-9๐-๙])")
_ABOUT_ITA = regex(
    r"(?<![A-Za-z])(?:ITAS?|OIT|MOIT)(?![A-Za-z])|คุณธรรมและความโปร่งใส|การเปิดเผยข้อมูลสาธารณะ|Integrity\s+and\s+Transparency",
    re.IGNORECASE,
)
_DATE = regex(
    r"[0-9๐-๙]{1,2}\s*(?:[./-]\s*[0-9๐-๙]{1,2}\s*[./-]|(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?\s*[0-9๐-๙]"
    r"|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))"
)
_RESULTS = regex(r"ผล(?:การประเมิน|คะแนน)|คะแนน|ประกาศผล|รางวัล|เกียรติ")
"""A heading about last year's result puts no list under that year."""
_ITA_IN_ADDRESS = regex(r"(?<![A-Za-z])(?:ita|oit)[\s_-]*(20[0-4][0-9])(?![0-9])", re.IGNORECASE)
_TITLES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEAD_ROWS = 2
_CHOSEN = frozenset(["active", "current", "selected", "show", "is-active"])


@dataclass(frozen=True, slots=True)
class YearLabel:
    """Words that name one year. index is the line in which they stand, -1 for title and address of the page."""

    be: int
    text: str
    index: int = -1
    line: Line | None = None
    chosen: bool = False
    is_heading: bool = False
    is_option: bool = False


def is_about_ita(text: str | None) -> bool:
    return bool(text) and _ABOUT_ITA.search(text or "") is not None


def year_in(label: str | None) -> int | None:
    """The one year that a label names; "ITA64" and "OIT 2023" count, a span, a date and an item's title do not."""
    if not label or len(label) > _LONGEST_LABEL or _DATE.search(label):
        return None
    if names_one_year(label):
        return next(iter(years_named(label)))
    short = {int(found[1]) for found in _SHORT_YEAR.finditer(label)}
    return 2500 + short.pop() if len(short) == 1 and not years_named(label) else None


class Years:
    """The years of one page."""

    def __init__(self, lines: Sequence[Line], linked: Linked, around: Surroundings, titles: Titles) -> None:
        self._around = around
        self._titles = titles
        self._linked = linked
        self._heads: dict[HtmlElement, dict[int, YearLabel]] = {}
        self._panes: dict[HtmlElement, YearLabel | None] = {}
        labels = {line.index: label for line in lines if (label := self._flat_label(line)) is not None}
        elsewhere = {line.index for line in lines if line.index in labels and self._leads_elsewhere(line)}
        here = [label for index, label in labels.items() if index not in elsewhere]
        self.tabs = _side_by_side([label for label in here if not label.is_option])
        """Tabs or buttons of several years, in order, that nothing on the page ties to what they show."""
        self._flat = [label for label in here if not label.is_option and label not in self.tabs]
        chosen = {label.be: label for label in labels.values() if label.chosen and label not in self.tabs}
        self.chosen = next(iter(chosen.values())) if len(chosen) == 1 else None
        """The year that a drop-down or a row of links to the pages of other years shows as the present one."""

    def pane(self, line: Line) -> YearLabel | None:
        """The innermost tab, accordion or <details> around a line whose label is a year."""
        for element in line.above:
            if element not in self._panes:
                self._panes[element] = self._pane_label(element)
            label = self._panes[element]
            if label is not None:
                return label
        return None

    def before(self, after: int, index: int) -> YearLabel | None:
        """The nearest heading that names a year between two lines."""
        return next((label for label in reversed(self._flat) if after < label.index < index), None)

    def part(self, line: Line) -> tuple[int | None, int | None]:
        """The years of the pane around a line and of the heading before it: what tells the lists of a page apart."""
        pane, heading = self.pane(line), self.before(-1, line.index)
        return pane.be if pane is not None else None, heading.be if heading is not None else None

    def column(self, element: HtmlElement) -> YearLabel | None:
        """The year in the head of the table column in which an element stands."""
        cell = next((above for above in (element, *element.iterancestors()) if above.tag in {"td", "th"}), None)
        table = next(cell.iterancestors("table"), None) if cell is not None else None
        if cell is None or table is None:
            return None
        if table not in self._heads:
            self._heads[table] = _year_heads(table)
        return self._heads[table].get(_place_of(cell))

    def _pane_label(self, element: HtmlElement) -> YearLabel | None:
        text = self._around.openers.label(element)
        if text is None and element.tag == "details":
            summary = element.find("summary")
            text = inner_text(summary) if summary is not None else None
        be = self._year_of_container(text)
        return YearLabel(be, text or "") if be is not None else None

    def _year_of_container(self, text: str | None) -> int | None:
        be = year_in(text)
        if be is None or text is None or coded(text) is not None or _RESULTS.search(text):
            return None
        if names_only_a_year(text) or _SHORT_YEAR.search(text):
            return be
        about = is_about_ita(text) or INDICATOR.match(text) is not None
        return be if about and not self._titles.is_known(text) else None

    def _flat_label(self, line: Line) -> YearLabel | None:
        if line.in_menu and line.rank < HEADING:
            return None
        be = self._year_of_container(line.text)
        if be is None:
            return None
        is_option = line.block.tag == "option"
        return YearLabel(be, line.text, line.index, line, _is_chosen(line), _is_heading(line), is_option)

    def _leads_elsewhere(self, line: Line) -> bool:
        return any(link.url and not link.href.startswith("#") for link in self._linked.links(line.anchors))


def _year_heads(table: HtmlElement) -> dict[int, YearLabel]:
    """The cells of the first rows that say a year and little else, by the places of the columns they span."""
    heads: dict[int, YearLabel] = {}
    for row in islice(table.iter("tr"), _HEAD_ROWS):
        for cell in row.iterchildren("td", "th"):
            text = inner_text(cell)
            be = year_in(text) if names_only_a_year(text) and next(cell.iter("a"), None) is None else None
            if be is not None:
                first = _place_of(cell)
                for place in range(first, first + cell_span(cell, "colspan")):
                    heads.setdefault(place, YearLabel(be, text))
    return heads if len({label.be for label in heads.values()}) > 1 else {}


def _place_of(cell: HtmlElement) -> int:
    """The column from the right, so that a cell that spans rows at the left does no harm."""
    return sum(cell_span(after, "colspan") for after in cell.itersiblings("td", "th"))


def _is_chosen(line: Line) -> bool:
    near = [*line.anchors, *line.above[:2]]
    return any(
        element.get("aria-selected") == "true"
        or element.get("selected") is not None
        or element.get("aria-current") not in (None, "false")
        or not _CHOSEN.isdisjoint((element.get("class") or "").lower().split())
        for element in near
    )


def _is_heading(line: Line) -> bool:
    return any(element.tag in _TITLES for element in line.above[:2])


def _side_by_side(labels: Sequence[YearLabel]) -> list[YearLabel]:
    """Labels of different years right after one another: tabs or buttons, and no headings of empty years."""
    menu: list[YearLabel] = []
    for one, other in pairwise(labels):
        if other.index == one.index + 1 and other.be != one.be and not (one.is_heading and other.is_heading):
            menu += [label for label in (one, other) if label not in menu]
    return menu


def year_of_page(title: str | None, url: str) -> YearLabel | None:
    """The year that the page's title names, else its address."""
    be = year_in(title)
    if be is not None and title:
        return YearLabel(be, title)
    named = {mention.be: mention.quote for mention in year_mentions_in_name(url) if mention.form != "christian"}
    named |= {int(found[1]) + 543: found[0] for found in _ITA_IN_ADDRESS.finditer(url)}
    if len(named) == 1:
        return YearLabel(*next(iter(named.items())))
    short = _SHORT_YEAR.search(url)
    return YearLabel(2500 + int(short[1]), short[0]) if short and not named else None
