"""Pages that opened, as a browser shows them, where the crawl opened them in one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from oit_checker.documents.shown import says_more, shown_page
from oit_checker.model.page import Page, PageKind
from oit_checker.snapshot import Snapshot


def as_shown(pages: Mapping[str, Page], snapshot: Snapshot, final_urls: Mapping[str, str]) -> dict[str, Page]:
    """The pages, each web page as the browser showed it where that says more than what was sent.

    final_urls are the addresses arrived at, by the address asked, which is the key of pages.
    """
    return {url: _shown(page, snapshot, final_urls.get(url, url)) for url, page in pages.items()}


def _shown(page: Page, snapshot: Snapshot, final_url: str) -> Page:
    shown = shown_page(snapshot, final_url) if page.kind is PageKind.HTML else None
    return replace(shown, url=page.url) if shown is not None and says_more(shown, page) else page
