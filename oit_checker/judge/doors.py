"""The links by which a page shows a thing (a web board, a form, a system), and what the crawl found behind one."""

from __future__ import annotations

from oit_checker.checks.link_to import says_closed
from oit_checker.documents.shown import page_of
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.labels import IN_LINK
from oit_checker.patterns import regex
from oit_checker.snapshot import PageRecord, Snapshot

_DOOR = regex(r"(?:(?P<text>[\s\S]*?) \()?(?P<url>https?://\S+?)(?(text)\))")


def door_of(result: ComponentResult) -> tuple[str, str] | None:
    """The text and the address of the link that shows a component; None where none does."""
    if result.status is not ComponentStatus.FOUND or result.place != IN_LINK:
        return None
    door = _DOOR.fullmatch(result.snippet or "")
    return (door["text"] or "", door["url"]) if door is not None else None


def closed_notice(snapshot: Snapshot, record: PageRecord) -> str | None:
    """The words by which a crawled page says that its service is closed; None where it does not, or is no page."""
    fetched = record.fetched
    is_page = fetched.body_sha256 is not None and "html" in (fetched.media_type or "html")
    return says_closed(page_of(snapshot, record)) if is_page else None
