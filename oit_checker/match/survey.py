"""What the crawled pages say of the site as a whole: its home page, whose it is, its furniture, where we are blind."""

from __future__ import annotations

import re

from oit_checker.documents.html import read_html
from oit_checker.match.agency import describe_agency
from oit_checker.match.furniture import SAMPLE
from oit_checker.model.page import Page, Unreadable
from oit_checker.model.site import Agency, AgencyKind
from oit_checker.snapshot import Manifest, PageRecord, Snapshot

_IS_LIST = re.compile(r"(?<![a-z])(?:ita|oit)(?![a-z])|คุณธรรมและความโปร่งใส|เปิดเผยข้อมูลสาธารณะ", re.IGNORECASE)


def home_page(snapshot: Snapshot) -> Page | None:
    """The site's home page; None where it was not had."""
    manifest = snapshot.manifest
    record = snapshot.page(manifest.home or manifest.site)
    return _read(snapshot, record) if record is not None and record.fetched.body_sha256 is not None else None


def sample_pages(snapshot: Snapshot) -> list[Page]:
    """The first crawled pages with bodies of their own, at most SAMPLE, the home page first."""
    pages: list[Page] = []
    for record in snapshot.pages():
        if record.fetched.body_sha256 is not None and record.same_as is None:
            pages.append(_read(snapshot, record))
        if len(pages) == SAMPLE:
            break
    return pages


def agency_of(manifest: Manifest, home: Page | None, kind: AgencyKind | None) -> Agency:
    """Name the agency by its home page; its kind is guessed unless given."""
    headings = [passage.text for passage in home.passages if passage.is_heading] if home is not None else []
    title = home.title if home is not None else None
    return describe_agency(manifest.home or manifest.site, manifest.hosts, title, headings, kind)


def why_blind(snapshot: Snapshot) -> str | None:
    """A Thai reason why the agency's list may exist unseen: filled by script, or forbidden by robots.txt."""
    for skip in snapshot.manifest.skips:
        if skip.why == "robots" and _IS_LIST.search(skip.url):
            return f"robots.txt ของเว็บไซต์ไม่อนุญาตให้โปรแกรมเปิด {skip.url} จึงไม่ทราบว่ามีข้อมูลหรือไม่"
    for record in snapshot.pages():
        told = f"{record.title or ''} {record.fetched.final_url}"
        if record.fetched.body_sha256 is None or not _IS_LIST.search(told):
            continue
        page = _read(snapshot, record)
        if page.unreadable is Unreadable.NEEDS_SCRIPT:
            return f"หน้า {page.url} แสดงรายการด้วยสคริปต์ โปรแกรมจึงไม่เห็นรายการ โปรดเปิดหน้านั้นด้วยตนเอง"
    return None


def _read(snapshot: Snapshot, record: PageRecord) -> Page:
    body = snapshot.body(record.fetched.body_sha256 or "")
    return read_html(body, url=record.fetched.final_url, declared=record.fetched.headers.get("content-type"))
