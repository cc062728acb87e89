"""Names of links that say nothing themselves: the words in the same card, row or paragraph as `<a>ดาวน์โหลด</a>`.

Such words promise what stands behind the link, as the text of any link does; the page shows nothing by them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import BLOCKS, inner_text
from oit_checker.thai.link_words import is_around_matter, is_generic, is_way_around, tells_a_fact

LETTERS_OF_A_NAME = 120  # for each link in a box: what is longer tells something
_LONGEST_TEXT_OF_LINK = 60  # no text that says nothing is longer
_SIGNS_PER_LETTER = 2  # vowels, tone marks, digits and spaces stand beside the letters
_HIGHEST = 8  # steps from a link up to what holds its name
_WHOLE_PAGE = frozenset(("body", "html"))


def boxes_of_names(root: HtmlElement) -> frozenset[HtmlElement]:
    """The elements whose text is the name of the links in them, of all links of a page that say nothing themselves.

    The box of a link is the smallest block around it that says more than such links do. It names them where it is
    short, as of a title for each link, and tells nothing that only a text tells: figures, persons, that there is none.
    """
    links = {anchor: text for anchor in root.iter("a") if (text := _said_by(anchor)) is not None}
    inside: dict[HtmlElement, list[HtmlElement]] = {}
    for anchor in links:
        for above in _blocks_above(anchor):
            inside.setdefault(above, []).append(anchor)
    worth: dict[HtmlElement, bool | None] = {}
    boxes = (_box(anchor, links, inside, worth) for anchor in links)
    return frozenset(box for box in boxes if box is not None)


def _said_by(anchor: HtmlElement) -> str | None:
    """The text of a link that leads somewhere and shows only ดาวน์โหลด, คลิกที่นี่ or an icon; None of any other."""
    href = (anchor.get("href") or "").strip()
    if not href or href[0] == "#" or href.lower().startswith(("mailto:", "tel:", "javascript:")):
        return None
    text = inner_text(anchor, _LONGEST_TEXT_OF_LINK + 1)
    says_nothing = len(text) <= _LONGEST_TEXT_OF_LINK and is_generic(text) and not is_way_around(text)
    return text if says_nothing else None


def _blocks_above(anchor: HtmlElement) -> Iterator[HtmlElement]:
    for above in islice(anchor.iterancestors(), _HIGHEST):
        if above.tag in _WHOLE_PAGE:
            return
        if above.tag in BLOCKS:
            yield above


def _box(
    anchor: HtmlElement,
    links: Mapping[HtmlElement, str],
    inside: Mapping[HtmlElement, list[HtmlElement]],
    worth: dict[HtmlElement, bool | None],
) -> HtmlElement | None:
    for above in _blocks_above(anchor):
        if above not in worth:
            worth[above] = _names(above, inside[above], links)
        if worth[above] is not None:
            return above if worth[above] else None
    return None


def _names(box: HtmlElement, within: list[HtmlElement], links: Mapping[HtmlElement, str]) -> bool | None:
    """Whether a block names the links within; None where it says no more than they do."""
    most = LETTERS_OF_A_NAME * len({link.get("href") for link in within})
    text = inner_text(box, _SIGNS_PER_LETTER * most + 1)
    if len(text) > _SIGNS_PER_LETTER * most:
        return False
    if is_generic(text) or is_around_matter(text, {links[link] for link in within}):
        return None
    return (len(text) <= most or sum(sign.isalpha() for sign in text) <= most) and not tells_a_fact(text)
