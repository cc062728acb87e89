"""Whether a web page shows something itself, only leads on to files, or holds nothing but its title."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from oit_checker.match.memo import PageMemo
from oit_checker.model.checklist import Item
from oit_checker.model.page import Link, Page, PageKind, Passage
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_around_matter, is_generic, is_way_around, tells_a_fact
from oit_checker.thai.text import quote, squeeze
from oit_checker.urls import is_document

FEW_LETTERS = 80  # own words below which a page shows nothing itself; an address with a telephone number is longer
NEXT_TO_NOTHING = 20  # a page that leads nowhere may say what it has to say shortly: ไม่มีเรื่องร้องเรียน
_NOT_YET = regex(
    r"อยู่\s*(?:ใน)?\s*ระหว่าง(?:การ)?\s*(?:จัดทำ|ดำเนินการ|ปรับปรุง|รวบรวม|จัดเตรียม|เตรียม|เสนอ|พิจารณา|ตรวจ|สรุป|ขออนุมัติ|ลงนาม|แก้ไข)|กำลัง(?:อยู่ระหว่าง)?\s*(?:จัดทำ|ปรับปรุง|รวบรวม)"
    r"|รอข้อมูล|ยังไม่มีข้อมูล|ไม่มีข้อมูล|เร็ว\s*ๆ\s*นี้|coming\s+soon|under\s+construction",
    re.IGNORECASE,
)
_COPYRIGHT = regex(r"สงวนลิขสิทธิ์|copyright|©", re.IGNORECASE)
_QUOTED = 80  # letters after the words of a promise
_FIGURE = regex(r"[\d,.\s%-]+")  # ๐–๙ are digits too


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
    letters = beside = 0
    for text in _own_texts(page, away):
        letters += len(text)
        beside += 0 if _NOT_YET.search(text) else len(text)
        if letters >= FEW_LETTERS and beside >= NEXT_TO_NOTHING:
            return Substance.CONTENT  # whatever the rest may be: most pages are known by their first lines
    is_promise = beside < NEXT_TO_NOTHING and beside < letters
    if letters >= (FEW_LETTERS if away else NEXT_TO_NOTHING) and not is_promise:
        return Substance.CONTENT
    if is_promise and not any(is_document(link.url) for link in away):
        return Substance.HOLLOW
    if page.pictures or page.fields:
        return Substance.CONTENT
    return Substance.COVER if away else Substance.HOLLOW


def _own_texts(page: Page, away: Sequence[Link]) -> Iterator[str]:
    """The passages and cells of a page that are its matter, in part worked out only when they are asked for.

    A title, a date, counters and an attachment are a cover; a page that leads nowhere has only its words.
    """
    of_links = {squeeze(link.text) for link in away}
    passages = [passage for passage in page.passages if not passage.in_frame]
    headings = {squeeze(passage.text) for passage in passages if passage.is_heading}
    said_above = " ".join((page.title or "", *headings))
    names = {squeeze(passage.text) for passage in passages if passage.names_link}
    for text in {squeeze(passage.text) for passage in passages} - headings - of_links - names:
        if text not in said_above and not _COPYRIGHT.search(text) and not (away and is_around_matter(text, of_links)):
            yield text
    for cell in {squeeze(cell) for table in page.tables for row in table.rows for cell in row} - of_links:
        if not (away and is_around_matter(cell, of_links)):
            yield cell


def promise_of(page: Page) -> str | None:
    """The words by which a page says that what it is for is still being made; None where it says nothing so."""
    for passage in page.passages:
        found = None if passage.is_heading else _NOT_YET.search(passage.text)
        if found is not None:
            begins = passage.text.rfind(" ", 0, found.start()) + 1
            return quote(passage.text, begins, min(found.end() + _QUOTED, len(passage.text)), around=0)
    return None


class Substances:
    """What the pages of one audit are worth, each looked at once: all items ask it of the same pages.

    files are addresses that answered with a document, whatever they end in.
    """

    def __init__(self, files: Collection[str] = ()) -> None:
        self.of = PageMemo(substance_of).of
        self._files = files

    def is_cover_of_files(self, page: Page) -> bool:
        """Whether a page is a title over attachments: the files are what it shows, whatever is asked."""
        return self.of(page) is Substance.COVER and all(self._is_file(link) for link in _away(page))

    def leads_to(self, page: Page | None) -> tuple[str, ...]:
        """The addresses to which a page leads that shows nothing itself; none for any other page."""
        if page is None or self.of(page) is not Substance.COVER:
            return ()
        return tuple(link.url for link in _away(page))

    def only_lists(self, item: Item, page: Page, *, is_list: bool) -> bool:
        """Whether a page offers documents and is no evidence itself: a cover, or a folder on a cloud service (is_list).

        A page that leads to pages is a cover only where documents are due; contacts, news and systems are pages.
        """
        if is_list:
            return page.unreadable is None
        return self.is_cover_of_files(page) or (bool(item.document_kinds) and self.of(page) is Substance.COVER)

    def _is_file(self, link: Link) -> bool:
        return is_document(link.url) or link.url in self._files


def _away(page: Page) -> list[Link]:
    """The links that lead to another address; those of menus and those that only lead around the site left out."""
    return [
        link
        for link in page.links
        if link.url and not link.in_menu and link.url != page.url and not is_way_around(link.text)
    ]


def without_announcements(page: Page) -> Page:
    """A web page without the cells that only announce other pages, in rows of a list of posts (title, date, counter).

    A title in a list promises what stands behind it and shows nothing of it; so does the one title in a row beside a
    link that says nothing itself (ดาวน์โหลด), which is kept as that link's name. Dates stay, and any row that says more.
    """
    if page.kind is not PageKind.HTML or not page.tables:
        return page
    away = _away(page)
    announced = {squeeze(link.text) for link in away}
    named = {squeeze(link.row) for link in away if link.row and is_generic(link.text)}
    if not announced:
        return page
    names: list[str] = []
    tables = tuple(
        replace(
            table,
            header=_without_name(table.header, named, names),
            rows=tuple(_without_announced(_without_name(row, named, names), announced) for row in table.rows),
        )
        for table in page.tables
    )
    kept = tuple(Passage(name, names_link=True) for name in dict.fromkeys(names))
    return replace(page, tables=tables, passages=(*page.passages, *kept))


def _without_name(row: tuple[str, ...], named: Collection[str], names: list[str]) -> tuple[str, ...]:
    """The row without the one cell that names the link in it, which is added to `names`; a row of figures stays."""
    if not named or squeeze(" ".join(row)) not in named:
        return row
    telling = [at for at, cell in enumerate(row) if not is_generic(cell) and not is_around_matter(cell)]
    has_figures = any(_FIGURE.fullmatch(cell.strip()) for cell in row[1:])
    if len(telling) != 1 or has_figures or tells_a_fact(row[telling[0]]):
        return row
    names.append(row[telling[0]])
    return tuple("" if at == telling[0] else cell for at, cell in enumerate(row))


def _without_announced(row: tuple[str, ...], announced: Collection[str]) -> tuple[str, ...]:
    cells = [squeeze(cell) for cell in row]
    titles = [cell in announced for cell in cells]
    says_more = any(not is_title and not is_around_matter(cell) for cell, is_title in zip(cells, titles, strict=True))
    if says_more:
        return row
    return tuple("" if is_title else cell for cell, is_title in zip(row, titles, strict=True))


def asks_for_door(item: Item) -> bool:
    """Whether an item asks for a system or channel on a page: the name beside a button is how its door is shown."""
    return any(one.check == "link_to" and one.with_.get("pages_only") for one in item.components)


def with_doors(page: Page) -> Page:
    """A page on which the names beside buttons count as text."""
    if not any(passage.names_link for passage in page.passages):
        return page
    return replace(page, passages=tuple(replace(passage, names_link=False) for passage in page.passages))
