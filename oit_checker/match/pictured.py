"""A web page that says its title and shows pictures: what stands in them was not read, so nothing of it is absent."""

from __future__ import annotations

from dataclasses import replace

from oit_checker.documents.link_forms import FRAMES
from oit_checker.match.substance import FEW_LETTERS
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Unsure
from oit_checker.thai.link_words import is_around_matter
from oit_checker.thai.text import squeeze
from oit_checker.urls import is_document

_IN_PICTURE = "หน้านี้มีแต่ชื่อเรื่องกับภาพ โปรแกรมไม่ได้อ่านข้อความในภาพ โปรดเปิดดู และควรเผยแพร่เป็นข้อความหรือตารางด้วย"


def is_only_pictures(page: Page) -> bool:
    """Whether a page, without the furniture of its site, holds pictures and next to no words, tables or files."""
    if page.kind is not PageKind.HTML or page.unreadable is not None or not page.pictures:
        return False
    if page.tables or page.fields or any(_leads_to_matter(page, link.url, link.element) for link in page.links):
        return False
    linked = {squeeze(link.text) for link in page.links}
    headings = {squeeze(passage.text) for passage in page.passages if passage.is_heading}
    above = " ".join((page.title or "", *headings))
    own = {squeeze(passage.text) for passage in page.passages if passage.unsure is not Unsure.ALT} - headings - linked
    return sum(len(text) for text in own if text not in above and not is_around_matter(text, linked)) < FEW_LETTERS


def _leads_to_matter(page: Page, url: str, element: str) -> bool:
    return url != page.url and (is_document(url) or element in FRAMES)


def may_be_pictured(result: ComponentResult) -> ComponentResult:
    """What was not found on such a page, as what could not be read."""
    if result.status is not ComponentStatus.NOT_FOUND:
        return result
    return replace(result, status=ComponentStatus.UNREADABLE, note=_IN_PICTURE)
