"""A link of the site's map: of a long crawl there are tens of thousands, so each is held tightly."""

from __future__ import annotations

from oit_checker.model.page import Link

_OWN_TEXT = "\x00"  # where a row repeats the link's text; no text of a page holds it


class Offer:
    """A link and the page on which it stood.

    words holds each text once for all links that share it: addresses, headings and words recur on page after page, and
    so does what stands around a link in its row (a date, a counter). The address as written is let go of: on a map of
    the whole site nobody asks for it.
    """

    __slots__ = ("_around", "element", "found_on", "heading", "in_menu", "text", "url", "year_block")

    def __init__(self, link: Link, found_on: str, words: dict[str, str] | None = None) -> None:
        words = {} if words is None else words
        around = link.row.replace(link.text, _OWN_TEXT, 1) if link.row and link.text else link.row
        self.url = words.setdefault(link.url, link.url)
        self.text = words.setdefault(link.text, link.text)
        self.heading = _once(link.heading, words)
        self._around = _once(around, words)
        self.year_block = _once(link.year_block, words)
        self.element = words.setdefault(link.element, link.element)
        self.in_menu = link.in_menu
        self.found_on = found_on

    @property
    def row(self) -> str | None:
        """The text of the row around the link."""
        return self._around.replace(_OWN_TEXT, self.text) if self._around is not None else None

    @property
    def link(self) -> Link:
        """The link, made anew at each asking; its href is its address."""
        return Link(self.url, self.url, self.text, self.heading, self.row, self.year_block, self.element, self.in_menu)


def _once(text: str | None, words: dict[str, str]) -> str | None:
    return words.setdefault(text, text) if text is not None else None
