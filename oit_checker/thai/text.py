"""One canonical form for Thai text: everything is compared folded, and quoted as it was written.

`fold` works on a page of 256 characters (ASCII, Thai, the glyphs of old Thai
fonts, a few typographic signs): a text is turned into one byte a character, so
that dropping and replacing run in C. Text with other characters takes a
slower way to the same result.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, zip_longest
from typing import AnyStr

from oit_checker.patterns import regex
from oit_checker.thai.abbreviations import in_full
from oit_checker.thai.paged import (
    GAP,
    LOST_BY_OCR,
    PLACEHOLDER,
    TONES,
    VOWELS,
    composed,
    filled,
    paged,
    stands_alone,
    tidy,
    unpaged,
)

_SHORT = 60


def fold(text: str) -> str:
    """The canonical form of `text`, in which all comparing is done; idempotent.

    White space, zero-width and control characters go; old font glyphs become
    their letters; ำ, ํา and a split "ำ" become า; เเ becomes แ; marks stand in one
    order and once; Thai digits become 0-9; dashes and quotes become plain;
    letters lower case; งปม. and other abbreviations become their words. Never
    NFKC, which would split ำ.
    """
    return _of_short(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=4096)  # the words of a checklist are folded for every page that is held against them
def _of_short(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    page = paged(text)
    if GAP not in page:
        return unpaged(in_full(tidy(page)))
    if stands_alone(text, page):
        return _joined(*filled(text, page))
    folded = _joined(*filled(*composed(text)))
    # A foreign mark among Thai ones (U+0300 before ิุ) can come to stand beside one that it composes or sorts with.
    return folded if folded == text else fold(folded)


def _joined(page: bytes, gaps: list[str]) -> str:
    parts = unpaged(in_full(tidy(page))).split(PLACEHOLDER)
    return "".join(chain.from_iterable(zip_longest(parts, gaps, fillvalue="")))


_WITHOUT_TONES = dict.fromkeys(map(ord, LOST_BY_OCR))


def toneless(folded: str) -> str:
    """A folded text without tone marks, the smallest signs of the script, which OCR loses or takes for one another."""
    return folded.translate(_WITHOUT_TONES)


def all_places(text: AnyStr, word: AnyStr, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where a word stands in start..end of a text, overlaps included."""
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


_SHORTLY_BEFORE = 150  # characters in which words that lead to a place are looked for


def follows(text: str, start: int, words: Sequence[str], near: int = 16) -> bool:
    """Whether one of the words ends within `near` folded letters before `start` of the text.

    So near stand words and the year that is theirs (ประจำ…); ไปสู่การพัฒนาองค์กร is longer.

    >>> follows("ผลการประเมิน ITA ประจำปี 2568", 25, ["ผลการประเมิน ITA"])
    True
    """
    before = fold(text[max(0, start - _SHORTLY_BEFORE) : start]) if words else ""
    ends = (before.rfind(folded) + len(folded) for folded in map(fold, words) if folded in before)
    return any(len(before) - end <= near for end in ends)


# White space between digits of which one at least is part of a longer number.
_BETWEEN_NUMBERS = regex(r"(?:(?<=\d\d)|(?<=\d[.,]\d))\s+(?=\d)|(?<=\d)\s+(?=\d[.,]?\d)")


def number_breaks(text: str, folded: Callable[[str], str] = fold) -> frozenset[int]:
    """Places of the folded text at which one number ends and another begins, which the fold has joined.

    "มาตรา 128 3,000 บาท" has one, after 128. Digits that stand apart one by one (2 5 6 9) are one number.
    """
    breaks, at, last = set(), 0, 0
    for blank in _BETWEEN_NUMBERS.finditer(text):
        at += len(folded(text[last : blank.start()]))
        last = blank.end()
        breaks.add(at)
    return frozenset(breaks)


def letters_alike(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def squeeze(text: str) -> str:
    """Every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def quote(text: str, start: int, end: int, around: int = 60) -> str:
    """A snippet of `text` around the span start..end: up to `around` characters each side, … where it is cut."""
    first, last = max(0, start - around), min(len(text), end + around)
    while 0 < first < len(text) and _belongs_to_the_left(text[first]):
        first -= 1
    while last < len(text) and _belongs_to_the_left(text[last]):
        last += 1
    snippet = squeeze(text[first:last])
    return f"{'…' if text[:first].strip() else ''}{snippet}{'…' if text[last:].strip() else ''}"


def _belongs_to_the_left(char: str) -> bool:
    return char in VOWELS or char in TONES or char in "ะาำํ" or unicodedata.combining(char) != 0
