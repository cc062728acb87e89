"""Names of links that say nothing themselves: the words in the same card, row or paragraph as `<a>ดาวน์โหลด</a>`.

Such words promise what stands behind the link, as the text of any link does; the page shows nothing by them.
"""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import BLOCKS, inner_text
from oit_checker.thai.link_words import is_around_matter, is_generic, is_way_around, tells_a_fact

LETTERS_OF_A_NAME = 120  # for each link in a box: what is longer tells something
_LONGEST_TEXT_OF_LINK = 60  # no text that says nothing is longer
_MOST_LINKS = 40  # of one box
_HIGHEST = 8  # steps from a link up to what holds its name
_WHOLE_PAGE = frozenset(("body", "html"))


def boxes_of_names(root: HtmlElement) -> frozenset[HtmlElement]:
    """The elements whose text is the name of the links in them, of all links of a page that say nothing themselves.

    The box of a link is the smallest block around it that says more than such links do. It names them where it is
    short, as of a title for each link, and tells nothing that only a text tells: figures, persons, that there is none.
    """
    said: dict[HtmlElement, str] = {}
    boxes = (_box(anchor, said) for anchor in root.iter("a") if _says_nothing(anchor))
    return frozenset(box for box in boxes if box is not None)


def _says_nothing(anchor: HtmlElement) -> bool:
    """Whether a link leads somewhere and shows only ดาวน์โหลด, คลิกที่นี่ or an icon."""
    href = (anchor.get("href") or "").strip().lower()
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:")):
        return False
    text = inner_text(anchor, _LONGEST_TEXT_OF_LINK + 1)
    return len(text) <= _LONGEST_TEXT_OF_LINK and is_generic(text) and not is_way_around(text)


def _box(anchor: HtmlElement, said: dict[HtmlElement, str]) -> HtmlElement | None:
    for above in islice(anchor.iterancestors(), _HIGHEST):
        if above.tag in _WHOLE_PAGE:
            return None
        if above.tag not in BLOCKS:
            continue
        if above not in said:
            said[above] = inner_text(above, 2 * _MOST_LINKS * LETTERS_OF_A_NAME)
        text = said[above]
        if is_generic(text):
            continue
        links = [link for link in islice(above.iter("a"), _MOST_LINKS) if _says_nothing(link)]
        if sum(sign.isalpha() for sign in text) > LETTERS_OF_A_NAME * len({link.get("href") for link in links}):
            return None
        if not is_around_matter(text, {inner_text(link) for link in links}):
            return None if tells_a_fact(text) else above
    return None
