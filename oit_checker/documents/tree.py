"""Bytes of a web page to a tree, whatever the page is like."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement

from oit_checker.thai.decode import decode


def parse_html(body: bytes, declared: str | None = None) -> HtmlElement:
    """The page as a tree, without its comments and without what stands inside <template>.

    declared is the charset of the HTTP header, if any. Never raises on a bad page: an
    empty body gives an empty <html> element, broken markup what can be made of it.
    """
    text = decode(body, declared).text.replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return html.Element("html")
    for template in list(root.iter("template")):
        if isinstance(template, HtmlElement):
            template.drop_tree()
    return root


def selector(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """A compiled XPath that selects elements."""
    return cast(Callable[[HtmlElement], list[HtmlElement]], etree.XPath(path))
