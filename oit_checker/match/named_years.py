"""Which years a link names for what it leads to, and how they speak for or against an item.

An agency's page "ITA 2569" lists what the assessment of 2569 looks at: this year's plans and last year's reports alike.
So the tab or page of the assessed year speaks for every item, whichever year its document must be of, and a tab of
another assessment speaks against. On other pages (รายงานประจำปี, a tab a year) a block's year is that of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from oit_checker.documents.year_labels import names_only_a_year
from oit_checker.model.checklist import EvidenceYear, Item
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear
from oit_checker.thai.assessment import speaks_of_assessment
from oit_checker.thai.dates import DATES_NOTHING, YearMention, year_mentions, year_mentions_in_name
from oit_checker.urls import file_name

RIGHT_YEAR, WRONG_YEAR = 0.8, -1.5
KEEP_OF_OTHER_YEARS = 2
"""Links of one item that name other years only and are opened all the same: enough to say what is there instead."""


@dataclass(frozen=True, slots=True)
class NamedYears:
    """The years of one link; of a span every year it covers.

    own: by its words and the name of the file. block: by the tab, heading or page in which it stands, which is one
    of an assessment where of_assessment says so. folder: by the folders of its address, asked last.
    """

    own: frozenset[int]
    block: frozenset[int]
    of_assessment: bool
    folder: frozenset[int]

    def is_of_block(self, year: FiscalYear) -> bool:
        """Whether the link stands in the list of that year's assessment."""
        return self.of_assessment and year.be in self.block

    def is_of_other_block(self, year: FiscalYear) -> bool:
        """Whether the link stands in the list of another assessment."""
        return self.of_assessment and bool(self.block) and year.be not in self.block


def named_years(
    link: Link, page_title: str | None = None, page_url: str = "", own_title: str | None = None
) -> NamedYears:
    """Sort the years that a link names; page_title and page_url are those of the page on which it stands.

    own_title is that of the page to which it leads, where that is known: it is heard where the link names no year.
    """
    block, years, is_list = _of_block(link.year_block, page_title, page_url)
    texts = (link.text, link.row, *(text for text in {link.heading, link.year_block} if text != block))
    own = [mention for text in texts if text for mention in year_mentions(text)]
    named = year_mentions(link.text) if _names_a_year(year_mentions(link.text)) else year_mentions(own_title or "")
    if _names_a_year(named):  # the day on which it was put up, in the row, dates it no more
        own = [*named, *(mention for mention in own if mention.form != "date")]
    in_name = _in_name(file_name(link.url))
    folder = _years(_in_name(link.url)) - _years(in_name)
    return _shared(_years([*own, *in_name]), years, is_list, folder)


def may_be_of_block(year: FiscalYear, year_block: str | None, page_title: str | None, page_url: str) -> bool:
    """Whether a link in that block of that page stands in the list of the year's assessment; its words are not read."""
    _, years, is_list = _of_block(year_block, page_title, page_url)
    return is_list and year.be in years


@lru_cache(maxsize=1024)  # the links of a page stand in few blocks
def _of_block(block: str | None, page_title: str | None, page_url: str) -> tuple[str | None, frozenset[int], bool]:
    """A block if it is one of years, the years that it, or else its page, names, and whether these are assessments."""
    if block and not (names_only_a_year(block) or speaks_of_assessment(block)):
        block = None  # a heading that names a document and its year
    is_list = speaks_of_assessment(block, page_title, page_url)
    around = year_mentions(block or (page_title or "" if is_list else ""))
    return block, _years(around), is_list


@lru_cache(maxsize=1024)
def _shared(own: frozenset[int], block: frozenset[int], of_assessment: bool, folder: frozenset[int]) -> NamedYears:
    """One for all links that name the same years: they are few, and the links of a long crawl tens of thousands."""
    return NamedYears(own, block, of_assessment, folder)


def year_bonus(named: NamedYears, item: Item, year: FiscalYear) -> float:
    """How the years of a link speak for or against the item: its own words first, then its block, then its folder."""
    wanted = {wanted.be for wanted in wanted_years(item, year)}
    if not wanted:
        return 0.0
    if named.own:
        return RIGHT_YEAR if wanted & named.own else WRONG_YEAR
    if named.block and named.of_assessment:
        return RIGHT_YEAR if year.be in named.block else WRONG_YEAR
    around = named.block or named.folder
    if not around or (year.be in around and year.be not in wanted):  # may be the year in which it was assessed
        return 0.0
    return RIGHT_YEAR if wanted & around else WRONG_YEAR


def without_older_lists(years: Sequence[NamedYears], item: Item, year: FiscalYear) -> list[bool]:
    """Which links to keep: where the assessed year's tab offers one, none that a tab of another assessment offers.

    A link there whose own words name the right year stays.
    """
    if not any(named.is_of_block(year) for named in years):
        return [True] * len(years)
    return [is_kept_beside_list(named, item, year) for named in years]


def is_kept_beside_list(named: NamedYears, item: Item, year: FiscalYear) -> bool:
    """Whether a link stays where the assessed year's own list offers something."""
    return not named.is_of_other_block(year) or any(wanted.be in named.own for wanted in wanted_years(item, year))


def without_many_of_other_years(years: Sequence[NamedYears], item: Item, year: FiscalYear) -> list[bool]:
    """Which links to keep of those that are opened for an item: of other years, the newest.

    A list of ten years of the same report says no more of this year's than its two newest entries.
    """
    wanted = {wanted.be for wanted in wanted_years(item, year)}
    others = [n for n, named in enumerate(years) if wanted and named.own and not wanted & named.own]
    newest = sorted(others, key=lambda n: -max(years[n].own))
    dropped = set(newest[KEEP_OF_OTHER_YEARS:])
    return [n not in dropped for n in range(len(years))]


def wanted_years(item: Item, year: FiscalYear) -> tuple[FiscalYear, ...]:
    """All years that the item or one of its components asks for; empty where any will do."""
    if item.evidence_year is EvidenceYear.ANY:
        return ()
    asked = {item.evidence_year, *(c.evidence_year for c in item.components if c.evidence_year is not None)}
    years = {asked_year.seen_from(year) for asked_year in asked}
    return tuple(sorted(found for found in years if found is not None))


def _names_a_year(mentions: Iterable[YearMention]) -> bool:
    """Whether words name the year of what they speak of, not only a day."""
    return any(mention.form not in DATES_NOTHING and mention.form != "date" for mention in mentions)


@lru_cache(maxsize=4096)  # an address is asked about once for each link to it, and for each item
def _in_name(name: str) -> tuple[YearMention, ...]:
    return tuple(mention for mention in year_mentions_in_name(name) if mention.form != "christian")


def _years(mentions: Iterable[YearMention]) -> frozenset[int]:
    spans = (range(m.be, (m.last_be or m.be) + 1) for m in mentions if m.form not in DATES_NOTHING)
    return frozenset(be for span in spans for be in span)
