"""Pictures of a web page that show something: no icons, logos, signs of a file's kind, or pictures of menus.

A drawing (svg) is one where it writes in several boxes, or is said to be a chart; other drawings are icons.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, shows_words
from oit_checker.documents.menus import is_menu
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic

_NO_CONTENT_PICTURE = regex(
    r"icon|logo|arrow|bullet|button|btn|spacer|pixel|blank|loading|avatar|badge|favicon|flag|line\.|/new\.gif|counter",
    re.IGNORECASE,
)
# Signs of a file's kind beside its link: pdf.gif, icon-less doc.png, word2.jpg.
_FILE_SIGN = regex(
    r"(?:file|ico|img)?[_-]?(?:pdf|docx?|xlsx?|pptx?|word|excel|zip|rar|download|attach|file)s?[_-]?\d{0,2}\.(?:gif|png|jpe?g|svg|webp)",
    re.IGNORECASE,
)
_SMALL_PX = 80
_PIXELS = regex(r"\s*(\d{1,5})\s*(?:px)?\s*\Z", re.ASCII)
_LEAST_BOXES = 3  # texts of a drawing that make it a chart
_CHART = regex(r"ผัง|แผนภูมิ|โครงสร้าง|org[a-z]* *chart", re.IGNORECASE)
_LETTERS = regex(r"[ก-ฮA-Za-z]{2}")
_LONGEST_WORDS = 200  # of a link beside its picture


def content_pictures(element: HtmlElement | None) -> int:
    """Pictures in an element that show something; icons, logos and those of menus are left out."""
    return Pictures().within(element) if element is not None else 0


class Pictures:
    """Tells the pictures of one page apart: what several stand in is looked at once for all of them."""

    def __init__(self) -> None:
        self._furniture: dict[HtmlElement, bool] = {}

    def within(self, element: HtmlElement) -> int:
        """How many pictures in an element show something."""
        drawings = (drawing for drawing in element.iter("svg") if is_chart(drawing))
        drawn = sum(not self._is_in_furniture(drawing) for drawing in drawings)
        return drawn + sum(map(self.shows_something, element.iter("img")))

    def shows_something(self, image: HtmlElement) -> bool:
        """Whether a picture is none of icons, logos and menus."""
        source = (image.get("src") or image.get("data-src") or "").strip()
        name = source.rpartition("/")[2]
        if not source or _FILE_SIGN.fullmatch(name) or (source.startswith("data:") and len(source) < 4000):
            return False
        if _NO_CONTENT_PICTURE.search(f"{name} {image.get('class') or ''} {image.get('id') or ''}"):
            return False
        if any(0 < _pixels(image.get(side)) < _SMALL_PX for side in ("width", "height")):
            return False
        return not self._is_in_furniture(image)

    def _is_in_furniture(self, image: HtmlElement) -> bool:
        """Whether a menu, or a link that only says ดาวน์โหลด, holds the picture."""
        passed: list[HtmlElement] = []
        answer = False
        for above in image.iterancestors():
            known = self._furniture.get(above)
            passed.append(above)
            if known is not None or is_menu(above) or _is_button(above):
                answer = known is not False
                break
        self._furniture.update(dict.fromkeys(passed, answer))
        return answer


def is_chart(drawing: HtmlElement) -> bool:
    """Whether a drawing writes in several boxes, or says of itself that it is a chart."""
    titles = (title.text for title in drawing.iter("title"))
    if any(_CHART.search(said) for said in (drawing.get("aria-label"), *titles) if said):
        return True
    boxes = {" ".join(text.itertext()).strip() for text in drawing.iter("text")}
    return sum(_LETTERS.search(box) is not None for box in boxes) >= _LEAST_BOXES


def _is_button(element: HtmlElement) -> bool:
    """Whether it is a link that says ดาวน์โหลด or the like beside its picture, which then is an icon."""
    if element.tag != "a":
        return False
    text = inner_text(element, _LONGEST_WORDS)
    return shows_words(text) and is_generic(text)


def _pixels(written: str | None) -> int:
    found = _PIXELS.match(written) if written else None
    return int(found[1]) if found else 0
