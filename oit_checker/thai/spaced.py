"""Words in canonical form that keep the spaces between them."""

from __future__ import annotations

from oit_checker.thai.abbreviations import in_full
from oit_checker.thai.paged import CANONICAL, DISORDER, DROPPED, GAP, in_order, is_in_order, paged, unpaged
from oit_checker.thai.text import fold, squeeze

_DROPPED_BUT_SPACES = DROPPED.replace(b" ", b"")


def fold_words(text: str) -> str:
    """Each word of `text` folded, one space between them.

    Equal to " ".join(map(fold, text.split())), but all words are folded at once: no mark is moved across a space.
    """
    page = paged(squeeze(text))
    if GAP in page:
        return " ".join(map(fold, text.split()))
    page = page.translate(CANONICAL, _DROPPED_BUT_SPACES)
    return unpaged(in_full(page if is_in_order(page) else DISORDER.sub(in_order, page)))
