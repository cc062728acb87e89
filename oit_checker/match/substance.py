"""Whether a web page shows something itself, only leads on to files, or holds nothing but its title."""

from __future__ import annotations

import re
from enum import StrEnum

from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import squeeze
from oit_checker.urls import is_document

FEW_LETTERS = 80  # own words below which a page shows nothing itself; an address with a telephone number is longer
NEXT_TO_NOTHING = 20  # a page that leads nowhere may say what it has to say shortly: ไม่มีเรื่องร้องเรียน
_NOT_YET = re.compile(
    r"อยู่\s*(?:ใน)?\s*ระหว่าง(?:การ)?\s*(?:จัดทำ|ดำเนินการ|ปรับปรุง|รวบรวม|จัดเตรียม|เตรียม)|กำลัง(?:อยู่ระหว่าง)?\s*(?:จัดทำ|ปรับปรุง|รวบรวม)"
    r"|รอข้อมูล|ยังไม่มีข้อมูล|ไม่มีข้อมูล|เร็ว\s*ๆ\s*นี้|coming\s+soon|under\s+construction",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"สงวนลิขสิทธิ์|copyright|©", re.IGNORECASE)


class Substance(StrEnum):
    """CONTENT shows something itself; COVER only leads on; HOLLOW holds a title and nothing to go on to."""

    CONTENT = "content"
    COVER = "cover"
    HOLLOW = "hollow"


def substance_of(page: Page) -> Substance:
    """Say what a page, without the furniture of its site, is worth by itself."""
    if page.kind is not PageKind.HTML or page.unreadable is not None:
        return Substance.CONTENT
    away = [link for link in page.links if link.url and not link.in_menu and link.url != page.url]
    of_links = {squeeze(link.text) for link in away}
    headings = {squeeze(passage.text) for passage in page.passages if passage.is_heading}
    said_above = " ".join((page.title or "", *headings))
    texts = {squeeze(passage.text) for passage in page.passages} - headings - of_links
    own = {text for text in texts if text not in said_above and not _COPYRIGHT.search(text)}
    cells = {squeeze(cell) for table in page.tables for row in table.rows for cell in row} - of_links
    letters = sum(map(len, own)) + sum(map(len, cells))
    beside = sum(len(text) for text in (*own, *cells) if not _NOT_YET.search(text))
    is_promise = beside < NEXT_TO_NOTHING and beside < letters
    if letters >= (FEW_LETTERS if away else NEXT_TO_NOTHING) and not is_promise:
        return Substance.CONTENT
    if is_promise and not any(is_document(link.url) for link in away):
        return Substance.HOLLOW
    if page.pictures or page.fields:
        return Substance.CONTENT
    return Substance.COVER if away else Substance.HOLLOW
