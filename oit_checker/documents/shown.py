"""A page as a browser shows it beside the same page as it was sent: which of the two says more."""

from __future__ import annotations

from oit_checker.documents.html import read_html
from oit_checker.model.page import Page
from oit_checker.snapshot import PageRecord, Snapshot

_MUCH, _AND_SOME = 1.25, 100


def shown_page(snapshot: Snapshot, url: str) -> Page | None:
    """The page at an address as the crawl's browser showed it; None where it was not opened in one."""
    return _read(snapshot, snapshot.page_shown(url))


def says_more(shown: Page, sent: Page) -> bool:
    """Whether the browser shows anything beyond what was sent."""
    return sent.unreadable is not None or _words(shown) > _words(sent)


def shows_much_more(snapshot: Snapshot, url: str) -> bool:
    """Whether a reader without a browser misses much of the page; not so where a script only adds a counter to it."""
    shown, sent = shown_page(snapshot, url), _read(snapshot, snapshot.page(url))
    if shown is None:
        return False
    return sent is None or sent.unreadable is not None or _words(shown) > _MUCH * _words(sent) + _AND_SOME


def page_of(snapshot: Snapshot, record: PageRecord) -> Page:
    """What a crawled page says, read from its kept body. Raises SnapshotError for a record without one."""
    fetched = record.fetched
    return read_html(snapshot.body(fetched.body_sha256 or ""), url=fetched.final_url, declared=fetched.charset)


def _read(snapshot: Snapshot, record: PageRecord | None) -> Page | None:
    return page_of(snapshot, record) if record is not None and record.fetched.body_sha256 is not None else None


def _words(page: Page) -> int:
    cells = (cell for table in page.tables for row in table.rows for cell in row)
    return sum(len(passage.text) for passage in page.passages) + sum(map(len, cells)) + len(page.links)
