"""Inline elements that a page shows apart from the words beside them: badges (PDF, New) and the items of a flex row.

In the markup nothing stands between them, and read as running text they grow together: หลักเกณฑ์PDF. Other inline
elements do not part words: editors cut one word into many of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import word_set

_BADGES = word_set("badge chip")
_ROWS = word_set("d-flex d-inline-flex flex inline-flex")
_INLINE = word_set("span small sup sub a b strong em i label time")


def set_apart(root: HtmlElement, markup: bytes) -> None:
    """Put a space on both sides of each of them, so that all readers see the border."""
    if b"badge" in markup or b"chip" in markup or b"flex" in markup:
        for element in list(_shown_apart(root)):
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"


def _shown_apart(root: HtmlElement) -> Iterator[HtmlElement]:
    for element in root.iterfind(".//*[@class]"):
        classes = element.get("class", "").split()
        if element.tag in _INLINE and not _BADGES.isdisjoint(classes):
            yield element
        elif len(element) > 1 and not _ROWS.isdisjoint(classes):
            yield from (child for child in element if child.tag in _INLINE)
