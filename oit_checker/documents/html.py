"""A web page as it can be read: passages under their headings, tables, links, and whether there is anything to read."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import replace

from lxml.html import HtmlElement

from oit_checker.documents.blanked import blank
from oit_checker.documents.closed import closed_parts
from oit_checker.documents.content_pictures import Pictures
from oit_checker.documents.forms import form_fields
from oit_checker.documents.framed import lines_that_reach, may_reach, with_frame_marked
from oit_checker.documents.html_table import read_in_part
from oit_checker.documents.inner_text import BLOCKS, SILENT, inner_text, tidy, word_set
from oit_checker.documents.link_names import boxes_of_names
from oit_checker.documents.menus import is_menu
from oit_checker.documents.outline import Outline, rank_of
from oit_checker.documents.scripted import ASKS_FOR_SCRIPT, FEW_LINKS, LITTLE_TEXT, MOUNT_POINTS
from oit_checker.documents.tree import Parsed, all_text, parse_page
from oit_checker.documents.weblinks import harvest, page_title
from oit_checker.model.page import Link, Page, PageKind, Passage, Table, Unreadable, Unsure
from oit_checker.patterns import regex
from oit_checker.urls import is_document

_HEADINGS = word_set("h1 h2 h3 h4 h5 h6 summary caption legend dt")
_BOLD = word_set("b strong th")
_UNREAD = SILENT | word_set("select textarea iframe")
_DEEPEST = 150
_LONGEST_HEADING = 200
_NEXT_TO_NOTHING = 60
_SHOWS_OTHER = word_set("iframe frame meta")
_ASKS_FOR_SCRIPT = regex(
    rf"{ASKS_FOR_SCRIPT}|กำลังโหลด|กำลังดาวน์โหลดข้อมูล|โปรดรอสักครู่|\bloading\b",
    re.IGNORECASE,
)
_SHORT_ALT = 5
_META_NAMES = {
    "og:title": "og:title",
    "og:site_name": "og:site_name",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "datepublished": "published",
    "datemodified": "modified",
    "description": "description",
    "generator": "generator",
}
_DATED = regex(r'"date(Published|Modified)"\s*:\s*"([^"]+)"')


def read_html(body: bytes, *, url: str, declared: str | None = None, parsed: Parsed | None = None) -> Page:
    """Read a web page; declared is the charset of the HTTP header. Never raises on a bad page.

    Menus, page header and footer are left out of the passages unless next to nothing would remain; their links have
    neither row nor year_block, of which nobody asks. Panels that a click opens are content. A page that needs a script
    keeps what little it shows, with unreadable set. parsed is the body as `parse_page` gives it, where it is at hand;
    more of it is blanked here.
    """
    root, markup = parsed or parse_page(body, declared)
    links = harvest(root, url, markup, bare_menus=True)
    names = boxes_of_names(root)
    in_doubt = _without_lost(root, markup)
    content = _Reading(skip_menus=True, names=names, in_doubt=in_doubt)
    content.read(root)
    whole = content if content.characters >= LITTLE_TEXT else _Reading(skip_menus=False, names=names, in_doubt=in_doubt)
    if whole is not content:
        whole.read(root)
        whole.passages = list(with_frame_marked(whole.passages, content.passages))
    pictures = content.pictures.within(root)
    return Page(
        url=url,
        kind=PageKind.HTML,
        title=page_title(root),
        passages=tuple(whole.passages),
        tables=tuple(whole.tables),
        links=tuple(links),
        unreadable=_unreadable(root, content, whole, links, pictures),
        pictures=pictures,
        fields=form_fields(root),
        metadata=_metadata(root),
        frame=_frame(content.menus) if whole is content else (),
    )


def _frame(menus: list[HtmlElement]) -> tuple[Passage, ...]:
    told = _Reading(skip_menus=False)
    for menu in menus:
        if may_reach(all_text(menu)):
            told.read(menu)
    return lines_that_reach(told.passages)


def needs_script(body: bytes, url: str, declared: str | None = None) -> bool:
    """Whether a page shows what it holds only to a browser; quicker than `read_html`, and of the same opinion."""
    root, markup = parse_page(body, declared)
    _without_lost(root, markup)
    content = _Reading(skip_menus=True, enough=LITTLE_TEXT)
    content.read(root)
    if content.characters >= LITTLE_TEXT:
        return False
    return read_html(body, url=url, declared=declared).unreadable is Unreadable.NEEDS_SCRIPT


def _without_lost(root: HtmlElement, markup: bytes) -> Collection[HtmlElement]:
    """Blank what is hidden for good, and tell what is hidden and a script may show."""
    lost, in_doubt = closed_parts(root, markup)
    for part in lost:
        blank(part)
    return in_doubt


class _Reading:
    """The passages and tables of a page, gathered in one walk."""

    def __init__(
        self,
        *,
        skip_menus: bool,
        names: Collection[HtmlElement] = (),
        in_doubt: Collection[HtmlElement] = (),
        enough: int = sys.maxsize,
    ) -> None:
        """enough: characters after which nothing more is read."""
        self.passages: list[Passage] = []
        self.tables: list[Table] = []
        self.menus: list[HtmlElement] = []
        """Menus, headers and footers that were left out."""
        self.characters = 0
        self.pictures = Pictures()
        self._enough = enough
        self._skip_menus = skip_menus
        self._names = names
        self._in_doubt = in_doubt
        self._unsure: Unsure | None = None
        self._in_name = False
        self._heading: str | None = None
        self._outline = Outline()
        self._run: list[str] = []
        self._plain_letters = 0

    def read(self, root: HtmlElement) -> None:
        body = root.find("body")
        self._walk(root if body is None else body, bold=False, depth=_DEEPEST)
        self._flush()

    def _walk(self, element: HtmlElement, *, bold: bool, depth: int) -> None:
        if depth == 0:
            self._add(" ".join(str(piece) for piece in element.itertext()), bold)
            return
        self._add(element.text, bold)
        for child in element:
            self._child(child, bold=bold, depth=depth)
            if tail := child.tail:
                self._add(tail, bold)
            if self.characters >= self._enough:
                return

    def _child(self, child: HtmlElement, *, bold: bool, depth: int) -> None:
        name = child.tag
        if name in _UNREAD:
            return
        if self._skip_menus and is_menu(child):
            self.menus.append(child)
            return
        if self._in_doubt and child in self._in_doubt and self._unsure is None:
            self._flush()
            self._unsure = Unsure.CLOSED
            self._child(child, bold=bold, depth=depth)
            self._flush()
            self._unsure = None
        elif name == "br":
            self._flush()
        elif name == "img":
            self._picture(child)
        elif name in _HEADINGS:
            self._flush()
            outside, self._in_name = self._in_name, self._in_name or child in self._names
            self._say(inner_text(child), is_heading=True, rank=rank_of(name))
            self._in_name = outside
        elif name in BLOCKS:
            self._flush()
            outside, self._in_name = self._in_name, self._in_name or child in self._names
            opened = self._outline.enter(name)
            if name != "table" or not self._table(child):
                self._walk(child, bold=bold or name in _BOLD, depth=depth - 1)
            self._flush()
            self._outline.leave(opened)
            self._in_name = outside
        else:
            self._walk(child, bold=bold or name in _BOLD, depth=depth - 1)

    def _picture(self, image: HtmlElement) -> None:
        """Say what a picture is said to show; a picture that is a link says where it leads, and is no text."""
        told = tidy(image.get("alt") or "")
        is_linked = next(image.iterancestors("a"), None) is not None
        if len(told) > _SHORT_ALT and not is_linked and self.pictures.shows_something(image):
            self._flush()
            self._say(told, is_heading=False, unsure=self._unsure or Unsure.ALT)

    def _table(self, element: HtmlElement) -> bool:
        caption = next((inner_text(part) for part in element.iter("caption")), "")
        tables = read_in_part(element, caption or self._heading, self._in_doubt)
        self._outline.go_on()
        for table in (one for one in tables if any(map(any, (one.header, *one.rows)))):
            self.tables.append(replace(table, unsure=self._unsure) if self._unsure else table)
            self.characters += sum(len(cell) for row in (table.header, *table.rows) for cell in row)
        return bool(tables)

    def _add(self, text: str | None, bold: bool) -> None:
        if text:
            self._run.append(text)
            if not bold and text.strip():
                self._plain_letters += 1

    def _flush(self) -> None:
        if self._run:
            text, plain = tidy("".join(self._run)), self._plain_letters
            self._run.clear()
            self._plain_letters = 0
            self._say(text, is_heading=not plain and len(text) <= _LONGEST_HEADING)

    def _say(self, text: str, *, is_heading: bool, unsure: Unsure | None = None, rank: int = 0) -> None:
        if not text:
            return
        above = self._outline.begin(text, rank) if is_heading else self._outline.above
        said = Passage(
            text, heading=self._heading, is_heading=is_heading, names_link=self._in_name, rank=rank, above=above
        )
        unsure = unsure or self._unsure
        self.passages.append(replace(said, unsure=unsure) if unsure else said)
        self.characters += len(text)
        if is_heading:
            self._heading = text[:_LONGEST_HEADING]
        else:
            self._outline.go_on()


def _unreadable(
    root: HtmlElement, content: _Reading, whole: _Reading, links: list[Link], pictures: int
) -> Unreadable | None:
    """Whether a browser would show more than we see; two signs are needed, as a lone one is common."""
    if content.characters >= LITTLE_TEXT:  # nearly every page; what a browser may add would not change that
        return None
    asks = any(_ASKS_FOR_SCRIPT.search(passage.text) for passage in content.passages) or _asks_without_script(root)
    mounts = any(
        part.get("id") in MOUNT_POINTS and not inner_text(part) for part in root.iter("div", "main", "section")
    )
    usable = [link for link in links if link.url]
    signs = (mounts, asks, content.characters < LITTLE_TEXT, len(usable) < FEW_LINKS)
    if (mounts or asks) and sum(signs) >= 2 and signs[2]:
        return Unreadable.NEEDS_SCRIPT
    if pictures:
        return Unreadable.IMAGE_ONLY if whole.characters < _NEXT_TO_NOTHING else None
    own = [link for link in usable if not link.in_menu]
    leads_on = any(link.element in _SHOWS_OTHER or is_document(link.url) for link in own) or len(own) >= FEW_LINKS
    if leads_on or content.characters >= _NEXT_TO_NOTHING or content.tables:
        return None
    if next(root.iter("script"), None) is not None:
        return Unreadable.NEEDS_SCRIPT
    return None if content.characters else Unreadable.EMPTY


def _asks_without_script(root: HtmlElement) -> bool:
    return any(
        _ASKS_FOR_SCRIPT.search(" ".join(str(piece) for piece in part.itertext())) for part in root.iter("noscript")
    )


def _metadata(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = tidy(meta.get("content"))
        if name in _META_NAMES and content:
            found.setdefault(_META_NAMES[name], content)
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            for what, when in _DATED.findall(script.text or ""):
                found.setdefault(what.lower(), when)
    language = (root.get("lang") or "").strip()
    return {**found, "language": language} if language else found
