"""One look at a page of HTML: what verification asks of it, gathered in one walk that goes no further than is asked."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from oit_checker.documents.tree import Parsed, parse_page
from oit_checker.documents.weblinks import page_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link"})
_FIELDS = ("input", "textarea", "select", "button")
_FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_PICTURES = {
    "img": "src",
    "image": "href",
    "video": "src",
    "source": "src",
    "input": "src",
    "canvas": "id",
    "svg": "id",
}
_NOTED = frozenset({"a", "area", *_FRAMES, *_FIELDS, *_PICTURES})


class Look:
    """texts are the visible runs of text in order; plain the same without what stands inside links.

    links, frames and pictures hold the addresses as written. Most pages have much to say, and that alone answers most
    of what is asked: only the beginning of such a page is walked through. parsed is the page itself.
    """

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self._root = parsed.root
        self._walk = _Walk(parsed.root)

    @cached_property
    def title(self) -> str | None:
        return page_title(self._root)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        return tuple(" ".join(" ".join(h.itertext()).split()) for h in self._root.iter(*_HEADINGS))

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(self._whole.texts)

    @cached_property
    def plain(self) -> str:
        return " ".join(self._whole.plain)

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(self._whole.links)

    @property
    def frames(self) -> tuple[str, ...]:
        return tuple(self._whole.frames)

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(self._whole.pictures)

    @cached_property
    def has_script(self) -> bool:
        return next(self._root.iter("script"), None) is not None

    @cached_property
    def password(self) -> bool:
        """Whether a field that can be seen asks for a password."""
        asking = (field for field in self._root.iter(*_FIELDS) if (field.get("type") or "").lower() == "password")
        return any(all(around.tag not in _UNSEEN for around in field.iterancestors()) for field in asking)

    @property
    def is_blank(self) -> bool:
        """Whether a reader sees nothing, and nothing could still come: no text, picture, frame, link, field, script."""
        if not self.is_shorter_than(1):
            return False
        whole = self._whole
        return not (whole.links or whole.frames or whole.pictures or self.has_script or whole.has_fields)

    def is_shorter_than(self, chars: int) -> bool:
        """Whether its texts are, all together."""
        self._walk.on(chars)
        return self._walk.chars < chars

    def says_at_most(self, chars: int) -> bool:
        """Whether `plain` is no longer than that."""
        self._walk.on(plain=chars + 1)
        return self._walk.plain_chars <= chars

    @property
    def _whole(self) -> _Walk:
        self._walk.on()
        return self._walk


def look_at(body: bytes, declared: str | None = None) -> Look:
    """declared is the charset of the HTTP header, if any. Never raises on a bad page."""
    return Look(parse_page(body, declared))


class _Walk:
    """Visits what is seen, with an own stack: broken pages nest thousands of elements deep.

    chars are those of all texts so far, plain_chars those of `plain` with a space between its runs.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.texts: list[str] = []
        self.plain: list[str] = []
        self.links: list[str] = []
        self.frames: list[str] = []
        self.pictures: list[str] = []
        self.has_fields = False
        self.chars = self.plain_chars = 0
        self._todo: list[tuple[HtmlElement | str, bool]] = [(root, False)]

    def on(self, chars: int = sys.maxsize, plain: int = sys.maxsize) -> None:
        """Go on to the end, or until there are so many characters of texts or of plain text."""
        todo = self._todo
        while todo and self.chars < chars and self.plain_chars < plain:
            item, inside = todo.pop()
            if isinstance(item, str):
                self._text(item, in_link=inside)
                continue
            name = item.tag
            if not isinstance(name, str) or name in _UNSEEN:
                continue
            if name in _NOTED:
                self._note(item, name)
            within = inside or name in {"a", "option"}
            if text := item.text:
                self._text(text, in_link=within)
            for child in reversed(item):
                if tail := child.tail:
                    todo.append((tail, within))
                todo.append((child, within))

    def _text(self, text: str, *, in_link: bool) -> None:
        words = " ".join(text.split())
        if words:
            self.texts.append(words)
            self.chars += len(words)
            if not in_link:
                self.plain_chars += len(words) + bool(self.plain)
                self.plain.append(words)

    def _note(self, element: HtmlElement, name: str) -> None:
        if name in {"a", "area"}:
            self._add(self.links, element.get("href"))
        elif name in _FRAMES:
            self._add(self.frames, element.get(_FRAMES[name]) or element.get("data-src"))
        elif name in _FIELDS:
            self.has_fields |= (element.get("type") or "").lower() != "hidden"
        elif name in _PICTURES:
            self._add(self.pictures, element.get(_PICTURES[name]) or element.get("data-src") or name)

    @staticmethod
    def _add(into: list[str], address: str | None) -> None:
        if address and address.strip():
            into.append(address.strip())
