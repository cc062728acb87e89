"""The agency's ITA list on another host: when it is its own, and when it was not read.

A page on another host that the home page or a menu calls by the words of the ITA is read as a list, that page alone.
It counts as the agency's own only where it names the agency or leads back to its website; a list that was not read, or
does not say whose it is, leaves it open whether anything is missing.
"""

from __future__ import annotations

from collections.abc import Collection

from oit_checker.match.candidates import SiteMap
from oit_checker.model.page import Link, Page
from oit_checker.thai.assessment import is_named_list
from oit_checker.thai.text import fold
from oit_checker.urls import host_of, is_document, is_media, same_site

_LEAST_NAME = 6


def is_of_agency(page: Page, names: Collection[str], hosts: Collection[str]) -> bool:
    """Whether a page on another host is shown to be the agency's: it names the agency, or leads back to its website."""
    if any(link.url and same_site(link.url, hosts) for link in page.links):
        return True
    said = fold(" ".join((page.title or "", *(passage.text for passage in page.passages))))
    return any(fold(name) in said for name in names if len(fold(name)) >= _LEAST_NAME)


def unread_list(site: SiteMap) -> Link | None:
    """A link of the home page or a menu to a list on another host that was not read as the agency's; None without."""
    for url, offers in site.offers.items():
        shown = [offer for offer in offers if offer.in_menu or offer.found_on == site.home]  # of most addresses none
        if not shown or not url or same_site(url, site.hosts):
            continue
        if url in site.lists or is_document(url) or is_media(url):
            continue
        for offer in shown:
            if is_named_list(offer.text, host_of(url)):
                return offer.link
    return None


def why_unread(link: Link) -> str:
    """The Thai sentence for a list on another host that was not read, with what to do."""
    host = host_of(link.url)
    return (
        f"ลิงก์ “{link.text}” ชี้ว่ารายการ ITA อยู่นอกเว็บไซต์หลัก ที่ {link.url} และโปรแกรมยังไม่ได้อ่านเป็นรายการของหน่วยงาน "
        f"จึงไม่ทราบว่ามีข้อมูลของข้อนี้หรือไม่ โปรดเปิดดูด้วยตนเอง หากเป็นของหน่วยงานให้ตรวจใหม่โดยเพิ่ม --host {host}"
    )


def is_elsewhere_note(host: str) -> str:
    """The Thai warning for a list that is the agency's own and stands beside its main website."""
    return f"รายการ ITA นี้อยู่ที่ {host} นอกเว็บไซต์หลัก ควรแสดงรายการไว้บนเว็บไซต์หลัก หรือให้ผู้ประเมินเข้าถึงได้จากเมนูของเว็บไซต์หลัก"
