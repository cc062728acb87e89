"""Pages that opened, as a browser shows them, where the crawl opened them in one."""

from __future__ import annotations

from collections.abc import Mapping

from oit_checker.documents.html import read_html
from oit_checker.model.page import Page, PageKind
from oit_checker.snapshot import Snapshot


def as_shown(pages: Mapping[str, Page], snapshot: Snapshot, final_urls: Mapping[str, str]) -> dict[str, Page]:
    """The pages, each web page as the browser showed it where that says more than what was sent.

    final_urls are the addresses arrived at, by the address asked, which is the key of pages.
    """
    if not snapshot.manifest.rendering.pages:
        return dict(pages)
    return {url: _shown(page, snapshot, final_urls.get(url, url)) for url, page in pages.items()}


def _shown(page: Page, snapshot: Snapshot, final_url: str) -> Page:
    record = snapshot.page_shown(final_url) if page.kind is PageKind.HTML else None
    if record is None or record.fetched.body_sha256 is None:
        return page
    body = snapshot.body(record.fetched.body_sha256)
    shown = read_html(body, url=page.url, declared=record.fetched.charset)
    return shown if page.unreadable is not None or _words(shown) > _words(page) else page


def _words(page: Page) -> int:
    cells = (cell for table in page.tables for row in table.rows for cell in row)
    return sum(len(passage.text) for passage in page.passages) + sum(map(len, cells)) + len(page.links)
