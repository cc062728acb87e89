"""Whether a web page shows something itself, only leads on to files, or holds nothing but its title."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from oit_checker.match.memo import PageMemo
from oit_checker.model.page import Link, Page, PageKind
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
# What a content system writes around the matter of a page: dates, counters, names of attachments, page numbers.
_MONTH = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|[ก-ฮ]{1,2}\.?\s?[คพย]\.)"
)
_AROUND_MATTER = re.compile(
    rf"\d{{1,2}}\s*{_MONTH}\s*(?:พ\.ศ\.\s*)?\d{{2,4}}|[\w./()\-]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png|gif)\b"
    r"|(?:วันที่)?\s*(?:ประกาศ|เผยแพร่|โพสต์|ลงประกาศ|ปรับปรุง|แก้ไข|อัปเดต|อัพเดท|สร้าง|บันทึก)(?:ข้อมูล|ล่าสุด|ครั้งล่าสุด)?\s*(?:เมื่อ|วันที่|ณ)?"
    r"|(?:จำนวน)?(?:ผู้)?(?:เข้าชม|เข้าดู|เปิดอ่าน|เปิดดู|อ่าน|ดาวน์โหลด|view|hits?|download)s?(?:แล้ว)?|ครั้ง|คน"
    r"|(?:เอกสาร|ไฟล์)(?:ที่)?(?:แนบ|ประกอบ)|แนบไฟล์|ชื่อไฟล์|ขนาด(?:ไฟล์)?|[kmg]b\b|bytes?|ผู้(?:เขียน|ประกาศ|ลงข้อมูล|ดูแลระบบ)|โดย|admin\w*"
    r"|ที่มา|หมวด(?:หมู่)?|ประเภท|ลำดับ(?:ที่)?|วันที่|เวลา|หัวข้อ|รายการ|เรื่อง|หน้า(?:แรก)?|ก่อนหน้า|ถัดไป|ย้อนกลับ|พิมพ์|แชร์|share|print|น\.",
    re.IGNORECASE,
)
_LEAST_MATTER = 3  # letters that remain of a text with matter of its own


class Substance(StrEnum):
    """CONTENT shows something itself; COVER only leads on; HOLLOW holds a title and nothing to go on to."""

    CONTENT = "content"
    COVER = "cover"
    HOLLOW = "hollow"


def substance_of(page: Page) -> Substance:
    """Say what a page, without the furniture of its site, is worth by itself."""
    if page.kind is not PageKind.HTML or page.unreadable is not None:
        return Substance.CONTENT
    away = _away(page)
    of_links = {squeeze(link.text) for link in away}
    headings = {squeeze(passage.text) for passage in page.passages if passage.is_heading}
    said_above = " ".join((page.title or "", *headings))
    texts = {squeeze(passage.text) for passage in page.passages} - headings - of_links
    own = {text for text in texts if text not in said_above and not _COPYRIGHT.search(text)}
    cells = {squeeze(cell) for table in page.tables for row in table.rows for cell in row} - of_links
    if away:  # a title, a date, counters and an attachment are a cover; a page that leads nowhere has only its words
        own, cells = ({text for text in said if not is_around_matter(text, of_links)} for said in (own, cells))
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


class Substances:
    """What the pages of one audit are worth, each looked at once: all items ask it of the same pages."""

    def __init__(self) -> None:
        self.of = PageMemo(substance_of).of

    def is_cover_of_files(self, page: Page) -> bool:
        """Whether a page is a title over attachments: the files are what it shows, whatever is asked."""
        return self.of(page) is Substance.COVER and _leads_to_files_only(page)


def _away(page: Page) -> list[Link]:
    """The links that lead to another address, those of menus left out."""
    return [link for link in page.links if link.url and not link.in_menu and link.url != page.url]


def _leads_to_files_only(page: Page) -> bool:
    return all(is_document(link.url) for link in _away(page))


def is_around_matter(text: str, of_links: Collection[str] = ()) -> bool:
    """Whether a text holds nothing but what stands around a page's matter: dates, counters, attachments, link texts.

    >>> is_around_matter("ประกาศเมื่อ 5 พฤศจิกายน 2568 เข้าชม 46 ครั้ง"), is_around_matter("ไม่มีเรื่องร้องเรียน")
    (True, False)
    """
    for said in sorted((said for said in of_links if said and said in text), key=len, reverse=True):
        text = text.replace(said, " ")
    return sum(sign.isalpha() for sign in _AROUND_MATTER.sub(" ", text)) < _LEAST_MATTER


def without_announcements(page: Page) -> Page:
    """A web page without the cells that only announce other pages, in rows of a list of posts (title, date, counter).

    A title in a list promises what stands behind it and shows nothing of it. Dates stay, and any row that says more.
    """
    announced = {squeeze(link.text) for link in _away(page)}
    if page.kind is not PageKind.HTML or not page.tables or not announced:
        return page
    tables = (replace(t, rows=tuple(_without_announced(row, announced) for row in t.rows)) for t in page.tables)
    return replace(page, tables=tuple(tables))


def _without_announced(row: tuple[str, ...], announced: Collection[str]) -> tuple[str, ...]:
    cells = [squeeze(cell) for cell in row]
    titles = [cell in announced for cell in cells]
    says_more = any(not is_title and not is_around_matter(cell) for cell, is_title in zip(cells, titles, strict=True))
    if says_more:
        return row
    return tuple("" if is_title else cell for cell, is_title in zip(row, titles, strict=True))
