"""Many phrases looked for at once in folded text; Thai spelling says where a word may begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

import ahocorasick

from oit_checker.patterns import regex
from oit_checker.thai.folded import Folded, fold_mapped
from oit_checker.thai.text import fold, number_breaks, quote, toneless

_NO_BLOCKERS: Mapping[str, Sequence[str]] = MappingProxyType({})

# What stands before one of these carries it, so no word ends there.
_TRAILING = frozenset("ะัาิีึืฺุูๅ็่้๊๋์๎")
_LEADING = frozenset("เแโใไ")
# A consonant silenced by ์ closes the syllable before it (ศัพ-ท์, ศาส-ตร์, สิท-ธิ์); no word begins so.
_SILENCED = regex("[ก-ฮ](?:[ก-ฮ]|[ิุ])?์")
_YEAR_AT_END = regex("(?<![0-9])2[45][0-9]{2}$")
_LATIN = regex("[a-z]")
_ODD = regex(r"[\x00-/:-@\[-`{-\x7f]")
_APART = regex(r"[A-Za-z]\s+[A-Za-z]")

# Lengths from which no other word holds a phrase by chance, and a mark too much is a slip of the keyboard.
_LONG = 10
_LONG_LATIN = 6
# From here on a ์ after it is another spelling of the same word (อีเมล, อีเมล์).
_LONG_ENOUGH_FOR_SILENCE = 5


class PhraseHit(NamedTuple):
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


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """What one folded string stands for: phrases to report, and folded phrases that it blocks.

    is_latin: it holds Latin letters, so that its edges are looked at; is_sure:
    it is too long or too odd (Q&A, e-GP) to be a piece of another Latin word;
    is_free: whatever stands around it, it is a hit in folded text; is_plain: spelling alone says whether it is one.
    """

    folded: str
    phrases: tuple[str, ...]
    blocks: tuple[str, ...]
    is_latin: bool
    is_sure: bool
    is_free: bool
    is_plain: bool


def _key(folded: str, phrases: Sequence[str], blocks: Sequence[str]) -> _Key:
    letters = len(_LATIN.findall(folded))
    is_long = len(folded) >= _LONG
    is_sure = is_long or letters >= _LONG_LATIN or _ODD.search(folded) is not None
    begins_and_ends = folded[0] not in _TRAILING and not (folded[0].isdigit() or folded[-1].isdigit())
    is_free, is_plain = is_long and begins_and_ends, (is_sure or not letters) and begins_and_ends
    return _Key(folded, tuple(phrases), tuple(blocks), letters > 0, is_sure, is_free, is_plain)


Found = dict[_Key, None]
"""What was found, in the order of its first ends."""
_Hit = tuple[_Key, int, int]
_EdgeRule = Callable[[str, int, int, _Key], bool]
_Breaks = Callable[[], Collection[int]]


class PhraseIndex:
    """Phrases in one automaton; all of them are found, also where they overlap.

    not_in maps a phrase to longer words in which it means something else
    (บาท: บทบาท). A hit inside such a word is no hit. Raises ValueError for a
    phrase of which the fold leaves nothing.
    """

    def __init__(
        self,
        phrases: Iterable[str],
        not_in: Mapping[str, Sequence[str]] = _NO_BLOCKERS,
        *,
        spell: Callable[[str], str] | None = None,
    ) -> None:
        """spell says how a phrase stands in the text; folded, if not given."""
        spell = spell or _folded_phrase
        phrases = tuple(dict.fromkeys(phrases))
        spelled: dict[str, list[str]] = defaultdict(list)
        blocks: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            spelled[spell(phrase)].append(phrase)
        for phrase, longer_words in not_in.items():
            for word in longer_words:
                blocks[spell(word)].append(spell(phrase))
        self._automaton = ahocorasick.Automaton()
        for folded in {**spelled, **blocks}:
            self._automaton.add_word(folded, _key(folded, spelled.get(folded, ()), blocks.get(folded, ())))
        self._is_empty = not len(self._automaton)
        self.is_local = not (self._is_empty or blocks)
        """Whether only the letters beside a phrase can make it none."""
        self.longest = max(map(len, spelled), default=0)
        if not self._is_empty:
            self._automaton.make_automaton()
        self._given = (phrases, not_in)

    @cached_property
    def for_ocr(self) -> PhraseIndex:
        """The same phrases for `find` in text that OCR read, which is compared `toneless`."""
        phrases, not_in = self._given
        return PhraseIndex(phrases, not_in, spell=_spelled_for_ocr)

    def find(self, folded: str, *, breaks: _Breaks = tuple) -> list[PhraseHit]:
        """Every phrase that stands in `folded` (a result of `fold`) as words of its own, in the order of their ends.

        The fold has dropped the spaces, so a short Latin phrase beside other
        Latin letters (TOR in "director") cannot be told from a word of its own
        and is left out; `search` sees the original and can tell. So it is with
        numbers (มาตรา 128 3,000 บาท), unless breaks gives the places between
        them (`number_breaks`); it is asked only where a phrase's number runs on.
        """
        hits = self._hits(folded, _latin_edges_by_length, breaks=breaks)
        return [PhraseHit(phrase, start, end) for key, start, end in hits for phrase in key.phrases]

    def present(self, folded: str) -> tuple[str, ...]:
        """The phrases that `find` would report, once each, in the order of their first ends; faster than `find`."""
        if not self.is_local:
            return tuple(dict.fromkeys(hit.phrase for hit in self.find(folded)))
        found: Found = {}
        self.collect(folded, found, 0, len(folded))
        return phrases_of(found)

    def collect(self, folded: str, found: Found, start: int, end: int) -> None:
        """Add what `find` would report in start..end of `folded`; for an index that is local."""
        for last, key in self._automaton.iter(folded, start, end):
            # Two hits of three on a long page are of keys found before: told apart by what they are, at no cost.
            if key not in found and (key.is_free or _is_hit(folded, last + 1 - len(key.folded), last + 1, key)):
                found[key] = None

    def search(self, text: str) -> list[QuotedHit]:
        """As `find`, on text as it was written; spans are of `text`."""
        folded = fold(text)
        if self._is_empty or next(self._automaton.iter(folded), None) is None:
            return []
        mapped = fold_mapped(text)

        def latin_edges_as_written(_: str, start: int, end: int, key: _Key) -> bool:
            return _stands_alone_in(mapped, start, end, key)

        found = []
        breaks = cache(lambda: number_breaks(text))
        for key, start, end in self._hits(folded, latin_edges_as_written, breaks=breaks):
            first, last = mapped.span(start, end)
            found += [QuotedHit(phrase, quote(text, first, last), first, last) for phrase in key.phrases]
        return found

    def _hits(self, folded: str, latin_edges: _EdgeRule, *, breaks: _Breaks = tuple) -> list[_Hit]:
        """Hits by the rules."""
        if self._is_empty:
            return []
        hits: list[_Hit] = []
        blocked: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for last, key in self._automaton.iter(folded):
            end = last + 1
            start = end - len(key.folded)
            for phrase in key.blocks:
                blocked[phrase].append((start, end))
            if not key.phrases or not (key.is_free or _begins_and_ends_a_word(folded, start, end, breaks)):
                continue
            if not key.is_latin or latin_edges(folded, start, end, key):
                hits.append((key, start, end))
        return [hit for hit in hits if not _is_inside(hit, blocked)] if blocked else hits


def phrases_of(found: Found) -> tuple[str, ...]:
    return tuple(chain.from_iterable([key.phrases for key in found]))


def _is_hit(folded: str, start: int, end: int, key: _Key) -> bool:
    if key.is_plain:
        return _spelling_allows(folded, start, end)
    if not _begins_and_ends_a_word(folded, start, end, tuple):
        return False
    return not key.is_latin or _latin_edges_by_length(folded, start, end, key)


def _is_inside(hit: _Hit, blocked: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    key, start, end = hit
    return any(first <= start and end <= last for first, last in blocked.get(key.folded, ()))


def _folded_phrase(phrase: str) -> str:
    folded = fold(phrase)
    if not folded:
        raise ValueError(f"{phrase!r} holds nothing to look for")
    return folded


def _spelled_for_ocr(phrase: str) -> str:
    return toneless(_folded_phrase(phrase))


def _begins_and_ends_a_word(folded: str, start: int, end: int, breaks: _Breaks) -> bool:
    """Whether spelling allows a word to begin at `start` and to end at `end`."""
    first = folded[start]
    if first in _TRAILING or (folded[end - 1].isdigit() and not _digits_end(folded, start, end, breaks)):
        return False
    if start and first.isdigit() and folded[start - 1].isdigit() and start not in breaks():
        return False
    return _spelling_allows(folded, start, end)


def _spelling_allows(folded: str, start: int, end: int) -> bool:
    """As above, whatever digits there are, for what itself begins as a word does."""
    length = end - start
    if length >= _LONG:
        return True
    after = folded[end : end + 3]
    if "์" in after:
        if after[0] == "์":
            return length >= _LONG_ENOUGH_FOR_SILENCE and not _is_carried(folded, start)
        if _SILENCED.match(after):
            return False
    return after[:1] not in _TRAILING and not _is_carried(folded, start)


def _is_carried(folded: str, start: int) -> bool:
    """Whether a vowel before the place is written before the consonant there, and spoken after it."""
    return start > 0 and folded[start - 1] in _LEADING and "ก" <= folded[start] <= "ฮ"


def _digits_end(folded: str, start: int, end: int, breaks: _Breaks) -> bool:
    """Whether a number at the end of the phrase is whole; a year is, whatever list number follows it."""
    runs_on = folded[end - 1].isdigit() and folded[end : end + 1].isdigit()
    return not runs_on or _YEAR_AT_END.search(folded[start:end]) is not None or end in breaks()


def _latin_edges_by_length(folded: str, start: int, end: int, key: _Key) -> bool:
    if key.is_sure:
        return True
    if start and _is_latin(folded[start]) and _is_latin(folded[start - 1]):
        return False
    return not _is_latin(folded[end - 1]) or _ends_before(folded[end : end + 2])


def _stands_alone_in(mapped: Folded, start: int, end: int, key: _Key) -> bool:
    if key.is_sure:
        return True
    source, (first, last) = mapped.source, mapped.span(start, end)
    if _APART.search(source[first:last]) and not any(map(_APART.search, key.phrases)):
        return False  # "it a" is not ITA
    if first and _is_latin(mapped.text[start]) and _is_latin(source[first - 1]):
        return False
    return not _is_latin(mapped.text[end - 1]) or _ends_before(source[last : last + 2])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _ends_before(after: str) -> bool:
    """Whether a Latin word may end before these characters: no letter, or the s of a plural."""
    if not after or not _is_latin(after[0]):
        return True
    return after[0] in "sS" and not _is_latin(after[1:2] or " ")
