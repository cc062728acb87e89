"""The agency's own ITA list (hub): a page or block per year that names the items and links their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from oit_checker.documents.weblinks import page_title
from oit_checker.match.hub_cards import add_cards
from oit_checker.match.hub_counted import counted_openers, with_numbers_between
from oit_checker.match.hub_gather import Gatherer
from oit_checker.match.hub_items import item_for_entry
from oit_checker.match.hub_lines import Line, linked_elements, read_lines, surroundings_of
from oit_checker.match.hub_numbered import headed_openers, numbered_openers
from oit_checker.match.hub_numbers import block_of, by_column, correct_misprints, merge_runs
from oit_checker.match.hub_openers import FEWEST_ITEMS, Opener, coded, coded_openers, starts_item
from oit_checker.match.hub_pictures import named_pictures
from oit_checker.match.hub_runs import Run, drop_references, runs_of
from oit_checker.match.hub_titles import Titles, titles_of
from oit_checker.match.hub_typed import tie_typed_addresses
from oit_checker.match.hub_types import UNKNOWN, Hub, HubBlock, HubEntry
from oit_checker.match.hub_uncoded import add_uncoded, other_matters, titled_openers
from oit_checker.match.hub_words import bare
from oit_checker.match.hub_years import YearLabel, Years, is_about_ita, year_of_page
from oit_checker.model.checklist import Checklist
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex

__all__ = ["UNKNOWN", "Hub", "HubBlock", "HubEntry", "block_for_year", "hub_likelihood", "item_for_entry", "read_hub"]

_ENOUGH = 12
_IN_ADDRESS = regex(r"(?<![a-z])(?:ita|oit|moit)(?![a-z])")
_MENTIONS_NEAR_TOP = 12


def read_hub(root: HtmlElement, url: str, checklist: Checklist) -> Hub | None:
    """Read the list or lists on a page; None where the page holds none.

    root is the whole page as `parse_html` gives it, url its address. A part of a
    list (one sub-indicator, three items) is a hub too. Menus with the words of
    items, news and procurement lists are not.
    """
    titles, title = titles_of(checklist), page_title(root)
    around = surroundings_of(root)
    linked = linked_elements(root, url, around)
    lines = read_lines(root, linked, around, starts_item)
    tie_typed_addresses(lines, linked, url, around)
    years = Years(lines, linked, around, titles)
    of_ita = is_about_ita(title) or _is_ita_in(url)
    openers = _openers(lines, titles, years, of_ita=of_ita)
    if not openers and (named := named_pictures(root)):
        lines = read_lines(root, linked, around, starts_item, named)
        years = Years(lines, linked, around, titles)
        openers = _openers(lines, titles, years, of_ita=of_ita)
    if not openers:
        return None
    runs = runs_of(drop_references(openers, years), years)
    cards: set[int] = set()
    for run in runs:
        correct_misprints(run, titles)
        add_uncoded(run, lines, titles)
        cards |= add_cards(run, lines, titles)
    boundaries = _boundaries(runs, lines, cards)
    gatherer = Gatherer(lines, linked, around, titles)
    for run in runs:
        gatherer.gather(run, boundaries)
    runs = merge_runs([part for run in runs for part in by_column(run, years)])
    _date(runs, years, title, url)
    about = of_ita or _is_ita_near(lines, openers[0].line)
    blocks = [block for run in runs for block in block_of(run, lines, titles, about_ita=about)]
    return Hub(url, title, tuple(blocks)) if blocks else None


def _openers(lines: Sequence[Line], titles: Titles, years: Years, *, of_ita: bool) -> list[Opener]:
    """The lines that open items: by code, else by number or title; those of a menu only where there are no others."""
    openers = coded_openers(lines, titles)
    if _distinct(openers) >= FEWEST_ITEMS:
        openers = with_numbers_between(openers, lines, titles)
    elif of_ita and (counted := counted_openers(lines, titles)):
        openers = counted
    else:
        numbered, titled = numbered_openers(lines, titles), titled_openers(lines, titles, years)
        openers = max(numbered, titled, headed_openers(lines, titles), key=_distinct) or openers
    outside = [opener for opener in openers if not opener.line.in_menu]
    return outside if _distinct(outside) >= FEWEST_ITEMS else openers


def _distinct(openers: Sequence[Opener]) -> int:
    return len({opener.key for opener in openers})


def _boundaries(runs: Sequence[Run], lines: Sequence[Line], cards: set[int]) -> list[int]:
    """The lines at which an item, a card without a code, a list of another year, or another matter begins."""
    starts = cards | {opener.line.index for run in runs for opener in run.openers}
    starts |= {run.label.index for run in runs if run.label is not None and run.label.index >= 0}
    starts |= {index for run in runs for index in other_matters(run, lines)}
    return sorted(starts)


def _date(runs: Sequence[Run], years: Years, title: str | None, url: str) -> None:
    """Give lists without a year that of the tabs, in order, or, if there is one such list, that of the page.

    Where tabs of several years stand above a single list, nothing tells whose it
    is, and it stays undated.
    """
    undated = [run for run in runs if run.label is None]
    if len(undated) > 1 and len(undated) == len(years.tabs):
        for run, of_tab in zip(undated, years.tabs, strict=True):
            run.label = of_tab
    elif len(undated) == 1 and not years.tabs:
        dated = {run.year for run in runs}
        label: YearLabel | None = years.chosen or year_of_page(title, url)
        if label is not None and label.be not in dated:
            undated[0].label = label


def _is_ita_near(lines: Sequence[Line], first: Line) -> bool:
    """Whether what stands right above a list says that it is one of the ITA."""
    near = [line for line in lines[: first.index] if not line.in_menu and not line.anchors]
    return any(is_about_ita(line.text) for line in near[-_MENTIONS_NEAR_TOP:])


def _is_ita_in(url: str) -> bool:
    """Whether the path or the query of an address says ita, oit or moit."""
    if "%" not in url and "it" not in url.lower():  # quickly told of nearly every page of a site
        return False
    parts = urlsplit(url)
    return _IN_ADDRESS.search(unquote(f"{parts.path}?{parts.query}").lower()) is not None


def block_for_year(hub: Hub, year: FiscalYear | int) -> HubBlock | None:
    """The block of the asked year, the one with most linked entries where there are several.

    A hub with one undated block and none of the year gives that one; its
    fiscal_year is then None.
    """
    be = year.be if isinstance(year, FiscalYear) else year
    dated = [block for block in hub.blocks if block.fiscal_year == be]
    if dated:
        return max(dated, key=lambda block: sum(bool(entry.links) for entry in block.entries))
    undated = [block for block in hub.blocks if block.fiscal_year is None]
    return undated[0] if len(undated) == 1 else None


def hub_likelihood(
    title: str | None, url: str, links: Sequence[Link], hits: Sequence[str], checklist: Checklist
) -> float:
    """How much a crawled page looks like a hub, 0..1; cheap, to choose which pages to read closely.

    Counts distinct item codes and item titles among the link texts and headings
    of links, and items among the phrases found in the text.
    """
    titles = titles_of(checklist)
    said = dict.fromkeys(text for link in links for text in (link.text, link.heading) if text and len(text) < 300)
    coded_texts = [(text, coded(text)) for text in said]
    codes = {(code.prefix, code.number) for _, code in coded_texts if code is not None}
    titles_said = (text if code is None else text[code.end :] for text, code in coded_texts)
    named = {topic for title_said in titles_said if (topic := titles.exactly(bare(title_said))) is not None}
    in_text = {known for hit in hits if (known := titles.exactly(bare(hit))) is not None}
    about = is_about_ita(title) or _is_ita_in(url)
    likelihood = (
        0.25 * about
        + 0.45 * min(len(codes) / _ENOUGH, 1.0)
        + 0.2 * min(len(named) / _ENOUGH, 1.0)
        + 0.1 * min(len(in_text) / _ENOUGH, 1.0)
    )
    return min(likelihood, 1.0)
