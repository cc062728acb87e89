"""Pages whose tags are never closed, as a tree: what libxml2 gives up on.

A page of a few thousand rows, each an unclosed <div> or <font>, nests a few thousand deep. libxml2 stops for good at
2,048 and drops the rest, while a browser shows all of it. BeautifulSoup keeps all as well, at ten times the cost.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree, html
from lxml.html import HtmlElement, soupparser

from oit_checker.patterns import regex

_DEEPEST = 100
_LONGEST = 3_000_000
_MOST_TAGS = 40_000
_TAG = regex("<")
_OF_THE_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript", "template"})
_NOT_FOR_A_TREE = regex(r"\A\s*<\?xml[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def shallow_tree(text: str) -> HtmlElement | None:
    """The page with no more than about a hundred levels, comments left out; None if that cannot be done.

    Costs about 1 s for 1 MB of HTML; what goes beyond 3 million characters or _MOST_TAGS tags is not read.
    """
    cleaned = _NOT_FOR_A_TREE.sub("", _with_few_tags(text[:_LONGEST]))
    try:
        root: HtmlElement = soupparser.fromstring(cleaned, beautifulsoup=_ShallowSoup, multi_valued_attributes=None)
    except (ParserRejectedMarkup, ValueError, RecursionError):
        return None
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    if root.find("body") is None:
        _give_body(root)
    return root


def _with_few_tags(text: str) -> str:
    """The text up to its _MOST_TAGS-th tag: a tree of a million of them takes a gigabyte."""
    opening = next(islice(_TAG.finditer(text), _MOST_TAGS, None), None)
    return text if opening is None else text[: opening.start()]


def _give_body(root: HtmlElement) -> None:
    body = html.Element("body")
    body.text, root.text = root.text, None
    body.extend([child for child in root if child.tag != "head" and child.tag not in _OF_THE_HEAD])
    root.append(body)


class _ShallowSoup(BeautifulSoup):
    """So deep down, an element ends where the next of its name begins, as rows do; the head ends at content."""

    def handle_starttag(self, name: str, *rest: Any, **more: Any) -> Tag | None:
        if name not in _OF_THE_HEAD and self.open_tag_counter.get("head"):
            self.handle_endtag("head")
        if len(self.tagStack) > _DEEPEST and self.open_tag_counter.get(name):
            self.handle_endtag(name)
        return super().handle_starttag(name, *rest, **more)
