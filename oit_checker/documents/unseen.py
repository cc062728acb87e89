"""What a document holds and does not show, told of in its metadata."""

from __future__ import annotations

from oit_checker.documents.inner_text import cut, tidy

UNSEEN = "unseen"
_LEAST_LETTERS = 80  # fewer are a remark of the program that wrote the file
_QUOTED = 80


def unseen_of(words: str) -> dict[str, str]:
    """The first of those words as an entry of a page's metadata; none where they are few."""
    told = tidy(words)
    is_much = sum(sign.isalnum() for sign in told) >= _LEAST_LETTERS
    return {UNSEEN: cut(told, _QUOTED)} if is_much else {}
