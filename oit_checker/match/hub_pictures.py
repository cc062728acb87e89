"""Items whose codes stand only in pictures: what a picture on a card says, by its text or its file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import tidy
from oit_checker.match.hub_words import says_nothing
from oit_checker.patterns import regex
from oit_checker.thai.codes import codes_in_name, leading_code

_FEWEST_PICTURES = 3
_END_OF_NAME = regex(r"\.(?:png|jpe?g|gif|webp|svg)\Z", re.IGNORECASE)
_SOURCES = ("data-src", "data-lazy-src", "src")


def picture_text(image: HtmlElement) -> str:
    """The text that stands for a picture, without the end of a file name."""
    return _END_OF_NAME.sub("", tidy(image.get("alt") or image.get("title")))


def named_pictures(root: HtmlElement) -> Mapping[HtmlElement, str]:
    """Pictures inside links whose file names hold one code (/img/O1.png), each with the code and its text.

    Empty where there are fewer than three codes: names of scanned pages hold codes
    too, so that these are only for a page that prints none.
    """
    linked = (image for image in root.iter("img") if next(image.iterancestors("a"), None) is not None)
    codes = {image: code for image in linked if (code := _code_in_name(image)) is not None}
    if len(set(codes.values())) < _FEWEST_PICTURES:
        return {}
    same = Counter(picture_text(image) for image in codes)
    return {image: _with_title(code, picture_text(image), same) for image, code in codes.items()}


def _with_title(code: str, text: str, same: Mapping[str, int]) -> str:
    """A code with the text of its picture; a text that several pictures have (icon) is none."""
    if leading_code(text):
        return text
    return code if same[text] > 1 or says_nothing(text) else f"{code} {text}"


def _code_in_name(image: HtmlElement) -> str | None:
    for source in _SOURCES:
        address = image.get(source) or ""
        name = "" if address.startswith("data:") else address.partition("?")[0].rpartition("/")[2]
        codes = {code.code for code in codes_in_name(name)}
        if len(codes) == 1:
            return codes.pop()
    return None
