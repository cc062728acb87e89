"""Inline elements that a page shows apart from the words beside them: badges (PDF, New) and the items of a flex row.

In the markup nothing stands between them, and read as running text they grow together: หลักเกณฑ์PDF. Other inline
elements do not part words: editors cut one word into many of them.
"""

from __future__ import annotations

from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.documents.inner_text import word_set

_INLINE = word_set("span small sup sub a b strong em i label time")
_WITH_BADGE = etree.XPath("descendant::*[contains(@class, 'badge')]")
_WITH_FLEX = etree.XPath("descendant::*[contains(@class, 'd-flex')]")


def set_apart(root: HtmlElement, markup: bytes) -> None:
    """Put a space on both sides of each of them, so that all readers see the border."""
    badges = _of_class("badge", _WITH_BADGE, root) if b"badge" in markup else []
    rows = _of_class("d-flex", _WITH_FLEX, root) if b"d-flex" in markup else []
    items = [item for row in rows if len(row) > 1 for item in row]
    for element in (*badges, *items):
        if element.tag in _INLINE:
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"


def _of_class(name: str, with_letters: etree.XPath, root: HtmlElement) -> list[HtmlElement]:
    found = cast("list[HtmlElement]", with_letters(root))
    return [element for element in found if name in element.get("class", "").split()]
