"""What an element shows as text: blocks and line breaks separate words, inline elements do not."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement


def word_set(words: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(words.split())


BLOCKS = word_set(
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol optgroup option p pre section select "
    "summary table tbody td tfoot th thead tr ul"
)
SILENT = word_set("script style template noscript noframes head title svg math object audio video canvas")
_BREAKS = BLOCKS | {"br", "img", "input", "iframe"}
_DEEPEST = 150
_LOOKED_AT = 3
_EMPTY_ELEMENTS = 400
"""So much of an element is looked at for its first words: three letters for each that is wanted, and 400 empty tags."""


def tidy(text: str | None) -> str:
    """Runs of white space to one space; the two characters backslash and n, left by exports, are white space too."""
    if not text:
        return ""
    if "\\" in text:
        text = text.replace("\\r", " ").replace("\\n", " ").replace("\\t", " ")
    if "\u200b" in text or "\ufeff" in text or "\u00ad" in text:
        text = text.replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "")
    return " ".join(text.split())


def inner_text(element: HtmlElement, most: int | None = None) -> str:
    """The text inside `element`, scripts left out, cut with … after `most` characters.

    "<b>O1</b> <i>โครง</i>สร้าง<br>2569" gives "O1 โครงสร้าง 2569".
    """
    if len(element):
        parts: list[str] = []
        if most is None:
            _gather(element, parts, _DEEPEST)
        else:
            _gather_some(element, parts, _DEEPEST, _LOOKED_AT * most + _EMPTY_ELEMENTS)
        text = tidy("".join(parts))
    else:
        text = tidy(element.text)
    return cut(text, most) if most else text


def cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def shows_words(text: str) -> bool:
    """Whether there is a letter or digit of any script, and not only dots, dashes or icon-font signs."""
    return text[:1].isalnum() or any(sign.isalnum() for sign in text)


def _gather(element: HtmlElement, parts: list[str], depth: int) -> None:
    if depth == 0:  # unclosed tags nest without end; what is so deep is plain text to us
        parts.extend(str(piece) for piece in element.itertext())
        return
    # Each look at .text or .tail makes a new string of it, so there is one.
    if text := element.text:
        parts.append(text)
    for child in element:
        name = child.tag
        if name not in SILENT:
            breaks = name in _BREAKS
            if breaks:
                parts.append(" ")
            if len(child) or depth == 1:
                _gather(child, parts, depth - 1)
            elif text := child.text:
                parts.append(text)
            if breaks:
                parts.append(" ")
        if text := child.tail:
            parts.append(text)


def _gather_some(element: HtmlElement, parts: list[str], depth: int, left: int) -> int:
    """As `_gather`, up to `left` letters and elements, and what is left of these then.

    Without that bound, labels that hold a whole page each cost the square of its size.
    """
    if depth == 0:
        parts.extend(str(piece) for piece in islice(element.itertext(), left))
        return 0
    if text := element.text:
        parts.append(text)
        left -= len(text.strip())
    for child in element:
        if left <= 0:
            return 0
        left -= 1
        name = child.tag
        if name not in SILENT:
            breaks = name in _BREAKS
            if breaks:
                parts.append(" ")
            if len(child) or depth == 1:
                left = _gather_some(child, parts, depth - 1, left)
            elif text := child.text:
                parts.append(text)
                left -= len(text.strip())
            if breaks:
                parts.append(" ")
        if text := child.tail:
            parts.append(text)
            left -= len(text.strip())
    return left
