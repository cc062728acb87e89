"""Many phrases looked for at once in folded text; Thai spelling says where a word may begin and end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import ahocorasick

from oit_checker.thai.text import Folded, fold, fold_mapped, quote

_NO_BLOCKERS: Mapping[str, Sequence[str]] = MappingProxyType({})

# A letter that carries one of these belongs to what stands before it.
_TRAILING = frozenset("ะัาิีึืฺุูๅ็่้๊๋์๎")
_LEADING = frozenset("เแโใไ")
# A consonant silenced by ์ closes the syllable before it (ศัพ-ท์, ศาส-ตร์, สิท-ธิ์); no word begins so.
_SILENCED = re.compile("[ก-ฮ](?:[ก-ฮ]|[ิุ])?์")
# After ั and ื (with or without a tone mark) a syllable always takes one more consonant: วั-น, คื-อ.
_OPEN = re.compile("[ัื][่้๊๋]?$")
_LATIN = re.compile("[a-z]")
_LONG_LATIN = 6


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase, as it was given, and the half-open span of the folded text where it stands."""

    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotedHit:
    """A phrase, as it was given, the words around it, and the half-open span of the original where it stands."""

    phrase: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Key:
    """What one folded string stands for: phrases to report, and phrases that it blocks."""

    folded: str
    phrases: tuple[str, ...]
    blocks: tuple[str, ...]
    latin_letters: int


_EdgeRule = Callable[[str, int, int, _Key], bool]


class PhraseIndex:
    """Phrases in one automaton; all of them are found, also where they overlap.

    not_in maps a phrase to longer words in which it means something else
    (บาท: บทบาท). A hit inside such a word is no hit. Raises ValueError for a
    phrase of which the fold leaves nothing.
    """

    def __init__(self, phrases: Iterable[str], not_in: Mapping[str, Sequence[str]] = _NO_BLOCKERS) -> None:
        spelled: dict[str, list[str]] = defaultdict(list)
        blocks: dict[str, list[str]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            spelled[_folded_phrase(phrase)].append(phrase)
        for phrase, longer_words in not_in.items():
            for word in longer_words:
                blocks[_folded_phrase(word)].append(_folded_phrase(phrase))
        self._automaton = ahocorasick.Automaton()
        for folded in {**spelled, **blocks}:
            letters = len(_LATIN.findall(folded))
            key = _Key(folded, tuple(spelled.get(folded, ())), tuple(blocks.get(folded, ())), letters)
            self._automaton.add_word(folded, key)
        self._is_empty = not len(self._automaton)
        if not self._is_empty:
            self._automaton.make_automaton()

    def find(self, folded: str) -> list[PhraseHit]:
        """Every phrase that stands in `folded` (a result of `fold`) as words of its own, in the order of their ends.

        The fold has dropped the spaces, so a short Latin phrase beside other
        Latin letters (TOR in "director") cannot be told from a word of its own
        and is left out; `search` sees the original and can tell.
        """
        return [
            PhraseHit(phrase, start, end)
            for key, start, end in self._hits(folded, _latin_edges_by_length)
            for phrase in key.phrases
        ]

    def search(self, text: str) -> list[QuotedHit]:
        """As `find`, on text as it was written; spans are of `text`."""
        folded = fold(text)
        if self._is_empty or next(self._automaton.iter(folded), None) is None:
            return []
        mapped = fold_mapped(text)

        def latin_edges_as_written(_: str, start: int, end: int, key: _Key) -> bool:
            return _stands_alone_in(mapped, start, end, key)

        found = []
        for key, start, end in self._hits(folded, latin_edges_as_written):
            first, last = mapped.span(start, end)
            found += [QuotedHit(phrase, quote(text, first, last), first, last) for phrase in key.phrases]
        return found

    def _hits(self, folded: str, latin_edges: _EdgeRule) -> Iterator[tuple[_Key, int, int]]:
        if self._is_empty:
            return
        hits: list[tuple[_Key, int, int]] = []
        blocked: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for last, key in self._automaton.iter(folded):
            end = last + 1
            start = end - len(key.folded)
            for phrase in key.blocks:
                blocked[phrase].append((start, end))
            if key.phrases and _begins_and_ends_a_word(folded, start, end):
                if key.latin_letters and not latin_edges(folded, start, end, key):
                    continue
                hits.append((key, start, end))
        for key, start, end in hits:
            if not any(first <= start and end <= last for first, last in blocked.get(key.folded, ())):
                yield key, start, end


def _folded_phrase(phrase: str) -> str:
    folded = fold(phrase)
    if not folded:
        raise ValueError(f"{phrase!r} holds nothing to look for")
    return folded


def _begins_and_ends_a_word(folded: str, start: int, end: int) -> bool:
    """Whether spelling allows a word to begin at `start` and to end at `end`."""
    after, is_number = folded[end : end + 3], folded[end - 1].isdigit()
    if after and (after[0] in _TRAILING or _SILENCED.match(after) or (is_number and after[0].isdigit())):
        return False
    first = folded[start]
    if first in _TRAILING:
        return False
    before = folded[max(0, start - 2) : start]
    if not before:
        return True
    if "ก" <= first <= "ฮ" and (before[-1] in _LEADING or _OPEN.search(before)):
        return False
    return not (first.isdigit() and before[-1].isdigit())


def _latin_edges_by_length(folded: str, start: int, end: int, key: _Key) -> bool:
    if key.latin_letters >= _LONG_LATIN:
        return True
    if start and _is_latin(folded[start]) and _is_latin(folded[start - 1]):
        return False
    return not _is_latin(folded[end - 1]) or _ends_before(folded[end : end + 2])


def _stands_alone_in(mapped: Folded, start: int, end: int, key: _Key) -> bool:
    first, last = mapped.span(start, end)
    source = mapped.source
    if key.latin_letters < _LONG_LATIN and _has_new_space(source[first:last], key):
        return False
    if first and _is_latin(mapped.text[start]) and _is_latin(source[first - 1]):
        return key.latin_letters >= _LONG_LATIN
    if not _is_latin(mapped.text[end - 1]) or _ends_before(source[last : last + 2]):
        return True
    return key.latin_letters >= _LONG_LATIN


def _has_new_space(written: str, key: _Key) -> bool:
    """Whether the words stand apart where no spelling of the phrase has a space: "it a" is not ITA."""
    apart = bool(re.search("[A-Za-z]\\s+[A-Za-z]", written))
    return apart and not any(re.search("[A-Za-z]\\s+[A-Za-z]", phrase) for phrase in key.phrases)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _ends_before(after: str) -> bool:
    """Whether a Latin word may end before these characters: no letter, or the s of a plural."""
    if not after or not _is_latin(after[0]):
        return True
    return after[0] in "sS" and not _is_latin(after[1:2] or " ")
