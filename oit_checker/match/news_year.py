"""Of which year a page of news is: of its entries' dates. Years inside headlines are what the news is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from oit_checker.match.years import YearFound
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind
from oit_checker.model.year import FiscalYear

_OF_ALL_NEWS = "ข่าว"


def year_of_entries(
    found: YearFound,
    components: Sequence[Component],
    results: Iterable[ComponentResult],
    page: Page,
    wanted: FiscalYear | None,
) -> YearFound:
    """The asked year, where an entry of news is dated in it; else what was found.

    A title that calls all the news of the page older (ข่าวปี 2566) is believed. That of the year before is not: the
    fiscal year begins in it.
    """
    if wanted is None or found.be == wanted.be or page.kind is not PageKind.HTML:
        return found
    names_all = found.basis == "title" and found.quote is not None and _is_of_all_news(page, found.quote)
    if names_all and found.be is not None and found.be != wanted.previous.be:
        return found
    dated = {component.id for component in components if component.check == "news" and component.with_.get("dated")}
    shown = (result for result in results if result.id in dated and result.status is ComponentStatus.FOUND)
    entry = next((result.snippet for result in shown if result.snippet), None)
    return YearFound(wanted.be, "text", entry) if entry is not None else found


def _is_of_all_news(page: Page, year: str) -> bool:
    headings = (page.title or "", *(passage.text for passage in page.passages if passage.is_heading))
    return any(text.strip().startswith(_OF_ALL_NEWS) and year in text for text in headings)
