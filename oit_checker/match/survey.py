"""What the crawled pages say of the site as a whole: its home page, whose it is, its furniture, where we are blind."""

from __future__ import annotations

from collections.abc import Callable

from oit_checker.documents.html import needs_script
from oit_checker.documents.shown import page_of
from oit_checker.match.agency import describe_agency, own_names
from oit_checker.match.candidates import SiteMap
from oit_checker.match.elsewhere import is_of_agency, unread_list, why_unread
from oit_checker.match.furniture import SAMPLE
from oit_checker.model.labels import RENDER_LACK
from oit_checker.model.page import Failure, Fetched, Page
from oit_checker.model.site import Agency, AgencyKind
from oit_checker.snapshot import Manifest, PageRecord, Snapshot
from oit_checker.thai.assessment import speaks_of_assessment
from oit_checker.urls import is_document

FOOTER = 12  # passages at a page's end in which the copyright is claimed
_REFUSED = {401, 403, 429}


def home_page(snapshot: Snapshot) -> Page | None:
    """The site's home page; None where it was not had."""
    manifest = snapshot.manifest
    home = manifest.home or manifest.site
    record = snapshot.page_shown(home) or snapshot.page(home)
    return page_of(snapshot, record) if record is not None and record.fetched.body_sha256 is not None else None


def sample_pages(snapshot: Snapshot, site: SiteMap) -> list[Page]:
    """The SAMPLE crawled pages nearest to the home page: the same ones in whatever order they were crawled."""
    records = (snapshot.page(url) for url in site.pages[:SAMPLE])
    return [page_of(snapshot, record) for record in records if record is not None and record.fetched.body_sha256]


def agency_of(manifest: Manifest, home: Page | None, kind: AgencyKind | None) -> Agency:
    """Name the agency by its home page; its kind is guessed unless given."""
    headings = [passage.text for passage in home.passages if passage.is_heading] if home is not None else []
    title = home.title if home is not None else None
    links = [link.text for link in home.links] if home is not None else []
    footer = [passage.text for passage in home.passages[-FOOTER:]] if home is not None else []
    home_url = manifest.home or manifest.site
    return describe_agency(home_url, manifest.hosts, title, headings, kind, links=links, footer=footer)


def why_blind(snapshot: Snapshot, site: SiteMap) -> str | None:
    """A Thai reason why the agency's list may exist unseen; None where nothing that looks like a list was kept from us.

    It may be filled by script, forbidden by robots.txt, refused to us, broken at
    the time, longer than we read, or kept on another host.
    """
    for skip in snapshot.manifest.skips:
        if skip.why == "robots" and _may_be_list(skip.url, None, site):
            return f"robots.txt ของเว็บไซต์ไม่อนุญาตให้โปรแกรมเปิด {skip.url} จึงไม่ทราบว่ามีข้อมูลหรือไม่"
    for page in snapshot.manifest.rendering.left:
        if page.may_hold_items:
            return (
                f"หน้า {page.url} แสดงเนื้อหาด้วยสคริปต์ โปรแกรมจึงไม่เห็นรายการหรือเห็นไม่ครบ เพราะ{RENDER_LACK[page.why]} "
                "โปรดเปิดหน้านั้นด้วยตนเอง"
            )
    for record in snapshot.heads():
        fetched = record.fetched
        if not record.is_rendered and snapshot.page_shown(fetched.final_url) is not None:
            continue  # what a browser shows of it is another record
        moved = fetched.final_url != fetched.url and _may_be_list(fetched.final_url, None, site)
        if not moved and not _may_be_list(fetched.url, record.title, site):
            continue
        if _was_kept_from_us(fetched):
            status = f" (รหัส {fetched.http_status})" if fetched.http_status else ""
            return f"โปรแกรมเปิดหน้า {fetched.url} ไม่ได้{status} จึงไม่ทราบว่าหน้านั้นมีรายการข้อมูลหรือไม่ โปรดเปิดด้วยตนเอง"
        if fetched.truncated:
            return f"หน้า {fetched.url} ยาวเกินขนาดที่โปรแกรมอ่าน จึงอ่านรายการได้ไม่ครบ โปรดเปิดด้วยตนเอง"
        if fetched.body_sha256 is not None and needs_script(*_source(snapshot, fetched)):
            return f"หน้า {fetched.url} แสดงรายการด้วยสคริปต์ โปรแกรมจึงไม่เห็นรายการ โปรดเปิดหน้านั้นด้วยตนเอง"
    elsewhere = unread_list(site)
    return why_unread(elsewhere) if elsewhere is not None else None


def owned_by(snapshot: Snapshot, agency: Agency) -> Callable[[PageRecord], bool]:
    """Asks of a page on another host whether it is the agency's own."""
    names = own_names(agency.name)
    return lambda record: is_of_agency(page_of(snapshot, record), names, agency.hosts)


def _may_be_list(url: str, title: str | None, site: SiteMap) -> bool:
    """Whether an address, a page's title, or the words of a link to it speak of the ITA."""
    said = [url, title or "", *(offer.text for offer in site.offers.get(url, ()))]
    return speaks_of_assessment(*said)


def _was_kept_from_us(fetched: Fetched) -> bool:
    """Whether there is no body because we were refused or the site failed; a page that does not exist is neither."""
    if fetched.body_sha256 is not None or is_document(fetched.url):
        return False
    status = fetched.http_status
    return fetched.failure is not Failure.NONE or (status is not None and (status in _REFUSED or status >= 500))


def _source(snapshot: Snapshot, fetched: Fetched) -> tuple[bytes, str, str | None]:
    return snapshot.body(fetched.body_sha256 or ""), fetched.final_url, fetched.charset
