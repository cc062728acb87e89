"""One look at a page of HTML: what verification asks of it, gathered in a single walk over the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import page_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link"})
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


@dataclass(frozen=True, slots=True)
class Look:
    """texts are the visible runs of text in order; plain the same without what stands inside links.

    links, frames and pictures hold the addresses as written. has_fields: there is a form field to fill in, password:
    one of them asks for a password.
    """

    title: str | None
    headings: tuple[str, ...]
    texts: tuple[str, ...]
    plain: str
    links: tuple[str, ...]
    frames: tuple[str, ...]
    pictures: tuple[str, ...]
    has_script: bool
    has_fields: bool
    password: bool

    @property
    def text_length(self) -> int:
        return sum(map(len, self.texts))

    @property
    def is_blank(self) -> bool:
        """Whether a reader sees nothing, and nothing could still come: no text, picture, frame, link, field, script."""
        shows = self.texts or self.links or self.frames or self.pictures or self.has_script or self.has_fields
        return not shows


def look_at(body: bytes, declared: str | None = None) -> Look:
    """declared is the charset of the HTTP header, if any. Never raises on a bad page."""
    root = parse_html(body, declared)
    walk = _Walk()
    walk.into(root, in_link=False)
    return Look(
        title=page_title(root),
        headings=tuple(" ".join(" ".join(h.itertext()).split()) for h in root.iter(*_HEADINGS)),
        texts=tuple(walk.texts),
        plain=" ".join(walk.plain),
        links=tuple(walk.links),
        frames=tuple(walk.frames),
        pictures=tuple(walk.pictures),
        has_script=next(root.iter("script"), None) is not None,
        has_fields=walk.fields > 0,
        password=walk.passwords > 0,
    )


class _Walk:
    """Visits what is seen, with an own stack: broken pages nest thousands of elements deep."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.plain: list[str] = []
        self.links: list[str] = []
        self.frames: list[str] = []
        self.pictures: list[str] = []
        self.fields = 0
        self.passwords = 0

    def into(self, root: HtmlElement, *, in_link: bool) -> None:
        todo: list[tuple[HtmlElement | str | None, bool]] = [(root, in_link)]
        while todo:
            item, inside = todo.pop()
            if item is None or isinstance(item, str):
                self._text(item, in_link=inside)
                continue
            name = item.tag
            if not isinstance(name, str) or name in _UNSEEN:
                continue
            self._note(item, name)
            within = inside or name in {"a", "option"}
            self._text(item.text, in_link=within)
            for child in reversed(item):
                todo.append((child.tail, within))
                todo.append((child, within))

    def _text(self, text: str | None, *, in_link: bool) -> None:
        words = " ".join(text.split()) if text else ""
        if words:
            self.texts.append(words)
            if not in_link:
                self.plain.append(words)

    def _note(self, element: HtmlElement, name: str) -> None:
        if name in {"a", "area"}:
            self._add(self.links, element.get("href"))
        elif name in _FRAMES:
            self._add(self.frames, element.get(_FRAMES[name]) or element.get("data-src"))
        elif name in {"input", "textarea", "select", "button"}:
            kind = (element.get("type") or "").lower()
            self.fields += kind != "hidden"
            self.passwords += kind == "password"
        elif name in _PICTURES:
            self._add(self.pictures, element.get(_PICTURES[name]) or element.get("data-src") or name)

    @staticmethod
    def _add(into: list[str], address: str | None) -> None:
        if address and address.strip():
            into.append(address.strip())
