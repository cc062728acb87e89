"""A page that opened, as a browser shows it, where the crawl opened it in one."""

from __future__ import annotations

from dataclasses import replace

from oit_checker.documents.shown import says_more, shown_page
from oit_checker.model.page import Page, PageKind
from oit_checker.snapshot import Snapshot


def shown_or_sent(page: Page, snapshot: Snapshot, final_url: str) -> Page:
    """The page; a web page as the browser showed it where that says more than what was sent.

    final_url is the address arrived at.
    """
    shown = shown_page(snapshot, final_url) if page.kind is PageKind.HTML else None
    return replace(shown, url=page.url) if shown is not None and says_more(shown, page) else page
