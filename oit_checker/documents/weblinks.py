"""The links of a web page in every form that agencies use, each with its surroundings.

`harvest` gives all of them, dead ones too, for a page that is read closely; `quick_links` only those that lead
somewhere and were not met on an earlier page, for a crawl.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple, cast

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, tidy
from oit_checker.documents.link_forms import (
    DATA_KEYS,
    FRAMES,
    Before,
    frame_address,
    is_of_one_machine,
    leads_nowhere,
    option_address,
    refresh_address,
    scripted_address,
    shown_in_viewer,
)
from oit_checker.documents.link_memory import LinkMemory
from oit_checker.documents.link_names import label_of
from oit_checker.documents.surroundings import Surroundings
from oit_checker.documents.tree import SENDS_TO, all_text, selector
from oit_checker.model.page import Link
from oit_checker.patterns import regex
from oit_checker.urls import absolute, canonical

_ANCHORS = ("a", "area")
_CARRIERS = (*_ANCHORS, *FRAMES, "option", "meta", "button")
_NOT_PLAIN = frozenset("#jJ \n\t")
"""How the address of an anchor begins that leads nowhere, to the page itself, or by a script."""
_ODD = ("area", "option", "button", *FRAMES, "meta")
# Attributes are few, and to ask each element for them takes three times as long; to go back up from many, far longer.
# That a page has none its markup shows in half the time.
_CLICKED = selector("descendant::*[(@onclick or @data-href) and not(self::a or self::area or self::button)]")
_TEXT = cast(Callable[[HtmlElement], list[str]], etree.XPath("descendant::text()", smart_strings=False))
_ADDRESS_KEYS = frozenset(("onclick", *DATA_KEYS))
_DATA_SIGN = regex("|".join(DATA_KEYS).encode())
MOST_LINKS = 20_000
"""Links of one page that are read; a page that offers more is no list that anybody reads."""
# Markup in small letters, one byte for each Thai letter: a third less to look through for what is ASCII.
_SMALL, _CONTINUED = bytes(range(256)).lower(), bytes(range(0x80, 0xC0))


class _Found(NamedTuple):
    """An address as written, where its text and surroundings are to be read, and the name of its form."""

    href: str
    at: HtmlElement
    form: str


def harvest(root: HtmlElement, base_url: str, markup: bytes | None = None, *, bare_menus: bool = False) -> list[Link]:
    """Every link at or below `root` in document order: frames, drop-downs, scripted buttons and modals included.

    A link that leads nowhere (#, #!, empty, javascript:void(0), an anchor that is not on the page) has url "". A jump
    inside the page has the page's own url. Left out are mailto: and tel:, and what stands in comments, templates or
    scripts, save for a script that sends the reader on from a page without links, and what comes after MOST_LINKS.
    root may be a part of a page; surroundings are still those of the whole page.
    markup is the page as `parse_page` gives it, where it is at hand. bare_menus: what stands around a link of a menu
    (row, year_block) is left out; most links of a page are such.
    """
    page = _Page(root, base_url, markup)
    found = list(islice(page.found(), MOST_LINKS))
    led = ((each, page.leads_to(each.href)) for each in found or page.redirects())
    return [page.link(each, url, bare_menus=bare_menus) for each, url in led if url is not None]


def quick_links(root: HtmlElement, base_url: str, seen: LinkMemory, markup: bytes | None = None) -> list[Link]:
    """The links that lead to another address and whose (address, text) pair is new to `seen`.

    The pairs hold the address as written, preceded by what it is relative to, so that one `seen` serves a whole
    crawl. Dead links and jumps inside the page are left out, and what comes after MOST_LINKS new pairs.
    """
    page = _Page(root, base_url, markup)
    found = []
    for each in islice(page.fresh(seen), MOST_LINKS):
        if url := page.leads_to(each.href):
            found.append((each, url))
        else:
            seen.was_none()
    return [page.link(each, url) for each, url in found]


def page_title(root: HtmlElement) -> str | None:
    """The page's <title>, else its first h1 that says something; None where there is neither."""
    head = root.find("head")
    titles = root.iter("title")
    if head is not None and head is root[0]:
        # An iterator is always one step ahead; that over the head alone does not walk the page for a second title.
        titles = chain(head.iter("title"), titles)
    for title in titles:
        above = title.getparent()
        if above is not None and above.tag != "svg" and (text := inner_text(title)):
            return text
    return next((text for heading in root.iter("h1") if (text := inner_text(heading))), None)


def visible_text(root: HtmlElement) -> str:
    """All text of a page from `parse_html`, hidden panels included, as one line for searching.

    Every change of element is a space, also inside a word; `inner_text` is for reading.
    """
    body = root.find("body")
    return tidy(" ".join(_TEXT(root if body is None else body)))


class _Page:
    """The addresses of one page; what is costly is worked out only for a link that is wanted."""

    def __init__(self, root: HtmlElement, page_url: str, markup: bytes | None) -> None:
        self._root = root
        self._page_url = page_url
        self._markup = markup
        self._base = _base_of(root, page_url)
        self._jumps: list[HtmlElement] | None = None

    @cached_property
    def _source(self) -> bytes:
        if self._markup is None:
            self._markup = etree.tostring(self._root.getroottree(), encoding="utf-8")
        return self._markup.translate(_SMALL, _CONTINUED)

    @cached_property
    def _has_frames(self) -> bool:
        return next(self._root.getroottree().getroot().iter(*FRAMES), None) is not None

    @cached_property
    def _around(self) -> Surroundings:
        return Surroundings(self._root.getroottree().getroot(), self._source, self._jumps)

    def found(self) -> Iterator[_Found]:
        """Every address of the page, in its order."""
        for element in self._carriers():
            href = element.get("href")
            if href and href[0] == "/" and element.tag in _ANCHORS:  # most, and none of the odd forms
                yield _Found(href.strip(), element, element.tag)
            else:
                yield from self.addresses(element)

    def _carriers(self) -> list[HtmlElement]:
        if b"onclick" in self._source or _DATA_SIGN.search(self._source):
            every = self._root.iter()
            found = [each for each in every if each.tag in _CARRIERS or not _ADDRESS_KEYS.isdisjoint(each.keys())]
        else:
            found = list(self._root.iter(*_CARRIERS))
        self._note_jumps(each for each in found if each.tag == "a")
        return found

    def _note_jumps(self, anchors: Iterable[HtmlElement]) -> None:
        if self._root.getparent() is None:
            self._jumps = [anchor for anchor in anchors if (anchor.get("href") or "").startswith("#")]

    def fresh(self, seen: LinkMemory) -> Iterator[_Found]:
        """The addresses that are new to `seen`. Written for speed: on most pages of a crawl there are none."""
        before = Before(self._base)
        origin = before.origin
        odd: list[HtmlElement] = []
        anchors: list[HtmlElement] = []
        hrefs: list[str] = []
        for anchor in self._root.iter("a"):
            href = anchor.get("href")
            if not href or href[0] in _NOT_PLAIN:
                odd.append(anchor)
            else:
                anchors.append(anchor)
                hrefs.append(href)
        addresses = [origin + href if href[0] == "/" else before(href) for href in hrefs]
        texts = [anchor.text or "" if not len(anchor) else all_text(anchor) for anchor in anchors]
        for place in seen.new_among(addresses, texts):
            yield _Found(hrefs[place].strip(), anchors[place], "a")
        self._note_jumps(odd)
        odd.extend(each for each in self._root.iter(*_ODD) if each.tag != "meta" or each.get("http-equiv"))
        if b"onclick" in self._source or b"data-href" in self._source:
            odd.extend(_CLICKED(self._root))
        for element in odd:
            yield from self._unseen(self.addresses(element), before, seen)
        if next(self._root.iter("a"), None) is None:
            yield from self._unseen(self.redirects(), before, seen)

    def redirects(self) -> Iterator[_Found]:
        """Where a script at once sends the reader; asked only where the page offers nothing else to go on."""
        for script in self._root.iter("script"):
            if address := script.get(SENDS_TO):
                yield _Found(address.strip(), script, "meta")

    def _unseen(self, found: Iterable[_Found], before: Before, seen: LinkMemory) -> Iterator[_Found]:
        for each in found:
            if leads_nowhere(each.href) or each.href.startswith("#"):
                continue
            if seen.is_new((before(each.href), all_text(each.at))):
                yield each

    def addresses(self, element: HtmlElement) -> Iterator[_Found]:
        """The addresses that one element carries."""
        name = element.tag
        if name in _ANCHORS:
            yield from self._of_anchor(element)
        elif name in FRAMES:
            address = frame_address(element)
            if address and not self._shown_by_opener(element):
                yield _Found(address, element, "frame" if name == "frame" else "iframe")
        elif name == "option":
            if address := option_address(element):
                yield _Found(address, element, "option")
        elif name == "meta":
            if address := refresh_address(element):
                yield _Found(address, element, "meta")
        else:
            yield from self._of_clickable(element)

    def _of_anchor(self, anchor: HtmlElement) -> Iterator[_Found]:
        written = anchor.get("href")
        href = (written or "").strip()
        if href and href[0] != "#" and not leads_nowhere(href):
            yield _Found(href, anchor, anchor.tag)
            return
        clicked = list(self._of_clickable(anchor))
        if clicked:
            yield from clicked
        elif written is not None:
            yield _Found(href, anchor, anchor.tag)

    def _of_clickable(self, element: HtmlElement) -> Iterator[_Found]:
        if scripted := scripted_address(element):
            yield _Found(scripted[0], element, scripted[1])
            return
        openers = self._around.openers if self._has_frames and _may_open(element) else None
        target = openers.target_of(element) if openers is not None else None
        if openers is not None and target is not None:
            for frame in target.iter(*FRAMES):
                if openers.speaker_for(frame) is element and (address := frame_address(frame)):
                    yield _Found(address, element, "iframe")

    def _shown_by_opener(self, frame: HtmlElement) -> bool:
        """Whether an anchor or button opens the modal that holds this frame, and so speaks for it."""
        opener = self._around.openers.speaker_for(frame)
        return opener is not None and opener.tag in {"a", "button"} and scripted_address(opener) is None

    def link(self, found: _Found, url: str, *, bare_menus: bool = False) -> Link:
        """The link with its surroundings."""
        text, around = label_of(found.at), self._around
        in_menu = around.in_menu(found.at)
        is_bare = bare_menus and in_menu
        return Link(
            url=url,
            href=found.href,
            text=text,
            heading=around.heading(found.at),
            row=around.row(found.at, text) if not is_bare else None,
            year_block=around.year_block(found.at) if not is_bare else None,
            element=found.form,
            in_menu=in_menu,
        )

    def leads_to(self, href: str) -> str | None:
        """The address; "" where there is none to go to, None for mailto:, tel: and the like."""
        if href[:1] == "/":  # most links of most sites, and none of the forms asked for below
            return absolute(self._base, shown_in_viewer(href))
        if leads_nowhere(href) or is_of_one_machine(href):
            return ""
        if href.startswith("#"):
            known = href[1:2] in {"/", "!"} or href.lower() == "#top" or self._around.openers.is_on_page(href[1:])
            return canonical(self._page_url) if known else ""
        return absolute(self._base, shown_in_viewer(href))


def _may_open(element: HtmlElement) -> bool:
    href = element.get("href") or ""
    return len(href) > 1 or any(key.startswith(("data-", "aria-c", "onclick")) for key in element.attrib)


def _base_of(root: HtmlElement, page_url: str) -> str:
    for base in root.getroottree().getroot().iter("base"):
        if href := (base.get("href") or "").strip():
            return absolute(page_url, href) or page_url
    return page_url
