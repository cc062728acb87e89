"""Text of a web page that nobody can read, whatever is clicked: struck out, in the colour of its ground, of no size.

Only what the page says of an element itself is asked, never a stylesheet elsewhere: where a class may give the letters
another colour or size, they are left alone. Links keep their words, as these name what the link leads to.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import cache, lru_cache, partial
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from oit_checker.patterns import regex

STRUCK = frozenset(("del", "s", "strike"))
_DECLARATION = regex(r"\s*([\w-]+)\s*:\s*([^;]+)")
_SIZE = regex(r"(\d*\.?\d+)\s*(px|pt|em|rem|%|)\s*\Z")
_LEAST_SIZE = 2.0  # px or pt; smaller letters are dots
_LEAST_SHARE = {"em": 0.1, "rem": 0.1, "%": 10.0}
_SAME = 8  # of 255; colours no further apart cannot be told from one another
_WHITE = (255, 255, 255)
_BACKGROUNDS = ("background", "background-color", "background-image")

FAR_OUT = regex(r"-\s*(?:\d{4,}(?:\.\d+)?\s*(?:px|pt|%)?|\d{3,}(?:\.\d+)?\s*r?em)\s*\Z")
"""A length by which something is moved to where no screen reaches."""
FAINT = "data-may-be-unseen"
"""Attribute that `blank_out` gives to what is not seen unless a class of the elements in it says otherwise."""
# Attributes are quickly found by themselves; a question put to every element takes fifteen times as long.
_STYLED = cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath("/html/body//*/@style/.."))
_BODIES = cast("Callable[[HtmlElement], list[HtmlElement]]", etree.XPath("/html/body"))

Colour = tuple[int, int, int]
Style = dict[str, str]


class _Seen(Enum):
    """Whether the letters of an element are seen."""

    PLAINLY = auto()
    BY_CLASS = auto()
    NEVER = auto()


def blank_out(root: HtmlElement, markup: bytes) -> None:
    """Take the letters that nobody can read out of the tree; elements and the words of links stay.

    An element of which this holds unless a class says otherwise is marked with the attribute FAINT.
    """
    is_plain = cache(partial(_is_plain, markup))
    told_by_name = (element for body in _BODIES(root) for element in body.iter(*STRUCK, "font"))
    for element in (*_STYLED(root), *told_by_name):
        seen = _seen(element, is_plain)
        if seen is _Seen.NEVER:
            blank(element)
        elif seen is _Seen.BY_CLASS:
            element.set(FAINT, "")


def _is_plain(markup: bytes) -> bool:
    """Whether nothing may give the page another ground than white; looked for in all of it where it is asked."""
    small = markup.lower()
    return b"background" not in small and b"stylesheet" not in small


def blank(element: HtmlElement) -> None:
    """Take away what an element and its pictures say outside its links."""
    if element.tag == "a" or next(element.iterancestors("a"), None) is not None:
        return
    _blank(element)


def _blank(element: HtmlElement) -> None:
    stack = [element]
    while stack:
        part = stack.pop()
        if part.tag == "a" and part.get("href"):
            continue
        part.text = None
        if part.tag == "img":
            part.attrib.pop("alt", None)
        for child in part:
            child.tail = None
            stack.append(child)


@lru_cache(maxsize=2048)
def _parsed(style: str) -> Style:
    pairs = _DECLARATION.findall(style.lower())
    return {name: value.replace("!important", "").strip() for name, value in pairs}


def style_of(element: HtmlElement) -> Style:
    """What an element's own style attribute says, name by name, in small letters."""
    style = element.get("style")
    return _parsed(style) if style else {}


def _seen(element: HtmlElement, is_plain: Callable[[], bool]) -> _Seen:
    if element.tag in STRUCK:
        return _Seen.NEVER
    style = style_of(element)
    if "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", ""):
        return _Seen.NEVER
    if FAR_OUT.match(style.get("text-indent", "")):
        return _Seen.NEVER
    if _is_nothing(style.get("font-size", "")):
        return _seen_inside(element, "font-size", "font")
    if _is_in_ground(element, style, is_plain):
        return _seen_inside(element, "color", *_BACKGROUNDS)
    return _Seen.PLAINLY


def _seen_inside(element: HtmlElement, *names: str) -> _Seen:
    """What becomes of letters that have no look, where something inside may give them one of its own."""
    below = [inner for inner in element.iterdescendants() if isinstance(inner.tag, str)]
    if any(inner.tag == "font" or any(name in style_of(inner) for name in names) for inner in below):
        return _Seen.PLAINLY
    return _Seen.BY_CLASS if any(inner.get("class") for inner in below) else _Seen.NEVER


def _is_nothing(size: str) -> bool:
    found = _SIZE.match(size)
    if found is None:
        return False
    return float(found[1]) < _LEAST_SHARE.get(found[2], _LEAST_SIZE)


def _is_in_ground(element: HtmlElement, style: Style, is_plain: Callable[[], bool]) -> bool:
    """Whether letters have the colour of what lies behind them, so far as the page itself tells both."""
    written = style.get("color") or (element.get("color") if element.tag == "font" else None)
    if not written:
        return False
    if written == "transparent":
        return "text" not in style.get("background-clip", "") + style.get("-webkit-background-clip", "")
    colour = _colour(written)
    ground = _ground_of(element, is_plain) if colour is not None else None
    if colour is None or ground is None or "text-shadow" in style:
        return False
    return all(abs(one - other) <= _SAME for one, other in zip(colour, ground, strict=True))


def _ground_of(element: HtmlElement, is_plain: Callable[[], bool]) -> Colour | None:
    """The colour behind an element; None where a class, a picture or a stylesheet may give another."""
    for part in (element, *element.iterancestors()):
        style = style_of(part)
        if any(name in style for name in _BACKGROUNDS):
            told = style.get("background-color") or style.get("background") or ""
            return None if "background-image" in style else _colour(told)
        if part.get("bgcolor") or part.get("background"):
            return None if part.get("background") else _colour(part.get("bgcolor") or "")
        if part.get("class") or part.get("id"):
            return None
    return _WHITE if is_plain() else None


@lru_cache(maxsize=512)
def _colour(written: str) -> Colour | None:
    from PIL import ImageColor  # 14 ms to import, and hardly a page gives its letters a colour of their own

    try:
        found = ImageColor.getrgb(written.strip())
    except ValueError:
        return None
    return None if len(found) > 3 and found[3] < 255 else found[:3]
