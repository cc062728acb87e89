"""Bytes of a web page to a tree, whatever the page is like."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, cast

from lxml import etree, html
from lxml.html import HtmlElement

from oit_checker.documents.blanked import blank_out
from oit_checker.documents.set_apart import set_apart
from oit_checker.documents.side_by_side import part_years
from oit_checker.patterns import regex
from oit_checker.thai.decode import sound_utf8

SENDS_TO = "data-sends-to"
"""Attribute that `parse_html` gives to a script that does nothing but send the reader to another page."""
_REDIRECT = regex(
    r"\s*(?:<!--\s*)?(?:window\.|document\.|top\.|self\.)?location(?:\.href\s*=|\.(?:assign|replace)\s*\(|\s*=)\s*"
    r"(['\"])(?P<url>[^'\"]+)\1\s*\)?[\s;]*(?:(?://)?\s*-->)?\s*\Z"
)
# libxml2 stops at the first </html>; pages glued together from parts have several, and browsers read on.
_SOMETHING = regex(rb"[^\x00 \t\r\n]")
_END_TAGS = regex(rb"</(?:html|body)\s*>", re.IGNORECASE)


class Parsed(NamedTuple):
    """A page as a tree, and as UTF-8 in which to look quickly for what it cannot have."""

    root: HtmlElement
    markup: bytes


def parse_html(body: bytes, declared: str | None = None) -> HtmlElement:
    """As `parse_page`, the tree alone."""
    return parse_page(body, declared).root


def parse_page(body: bytes, declared: str | None = None, *, closely: bool = True) -> Parsed:
    """The page as a tree, without comments, <template>, and the text of styles and of scripts outside <head>.

    Read closely, letters that nobody can read are left out too (see `blanked`), badges stand apart from the words
    beside them (see `set_apart`), and so do the lists of several years side by side in one table (see `side_by_side`);
    a crawl only looks for where to look.

    declared is the charset of the HTTP header, if any. Never raises on a bad page: an
    empty body gives an empty <html> element, broken markup what can be made of it.
    """
    if _SOMETHING.search(body) is None:
        return Parsed(html.Element("html"), b"")
    # Plain elements do all that is asked of them here; those of lxml.html take three times as long to be made.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    markup = _END_TAGS.sub(b"", sound_utf8(body, declared))
    try:
        root = cast("HtmlElement | None", etree.fromstring(markup, parser))
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    if root is None:
        return Parsed(html.Element("html"), b"")
    if _gave_up(parser):
        root = _second_way(markup, root)
    _silence(root)
    if closely:
        part_years(root, markup)
        set_apart(root, markup)
        blank_out(root, markup)
    return Parsed(root, markup)


def _gave_up(parser: etree.HTMLParser) -> bool:
    """Whether libxml2 came to one of its limits, where it drops the rest of the page.

    An unclosed comment or attribute is no such case: there a browser shows nothing of the rest either.
    """
    fatal = parser.error_log.filter_from_fatals()
    return any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in fatal)


def _second_way(markup: bytes, so_far: HtmlElement) -> HtmlElement:
    from oit_checker.documents.shallow import shallow_tree  # 100 ms to import, and hardly a page needs it

    whole = shallow_tree(markup.decode("utf-8"))
    return so_far if whole is None else whole


def _silence(root: HtmlElement) -> None:
    for element in list(root.iter("template", "style", "script")):
        if element.tag == "template":
            _drop(element)
        elif not element.text:  # most scripts stand in files of their own
            continue
        elif element.get("type") != "application/ld+json" and not _in_head(element):
            _note_redirect(element)
            element.text = None
        elif element.tag == "script":
            _note_redirect(element)


def _drop(element: HtmlElement) -> None:
    """Take an element out of its tree; the words behind it stay."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _note_redirect(script: HtmlElement) -> None:
    found = _REDIRECT.match(script.text or "")
    if found:
        script.set(SENDS_TO, found["url"])


def _in_head(element: HtmlElement) -> bool:
    above = element.getparent()
    return above is not None and above.tag == "head"


def all_text(element: HtmlElement) -> str:
    """What `itertext` gives, in one piece and in a sixth of the time."""
    text: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return text


def selector(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """A compiled XPath that selects elements."""
    return cast(Callable[[HtmlElement], list[HtmlElement]], etree.XPath(path))
