"""Titles told by head noun and topic: `keywords.combined` of a checklist, found in one line of text.

Thai names a thing by its head noun, and agencies put their own words between it and the topic: ผลการป้องกันทุจริต,
รายงานผลการดำเนินการด้านการป้องกันการทุจริต and สรุปผลป้องกันและปราบปรามทุจริต are one thing, and คู่มือ or แผน before
the same topic are others. So the first head noun of a line says which combinations may speak; further ones count only
where they are joined to it (รายงานผล, หลักเกณฑ์และแผน). What another item plainly names in the gap is the topic instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from oit_checker.model.checklist import Checklist, Combination
from oit_checker.patterns import regex
from oit_checker.thai.phrases import PhraseHit
from oit_checker.thai.whole_year import months_of_whole_year

_MONTH = "เดือน"
# Between head nouns that are one head: แผนและรายงาน, คู่มือ/แนวทาง, รายงานข้อมูลสถิติ.
_JOINED = regex(r"(?:และ|หรือ|[/,()-]|การ|ข้อมูล|เชิง|แบบ|สรุป|จัดทำ)*")
# What a line may hold besides the words of a whole combination; folded, so ประจำ is ประจา.
_NOTHING = regex(r"(?:[^ก-๛a-z]|o(?=\d)|ประจา?|ปีงบประมาณ|ปีงบ|ปี|พ\.ศ\.|พศ|ข้อมูล|หน้า|เมนู|รายละเอียด|กับ|ของ|การ|เรื่อง|และ)*")


class CombinedHit(NamedTuple):
    """An item that a combination speaks for: its words as shown, their span, and how many letters they have.

    by_date: one of the words is no more than the เดือน before a month of a span of a whole year.
    """

    code: str
    phrase: str
    start: int
    end: int
    letters: int
    by_date: bool = False


class Named(NamedTuple):
    """A span of the text that a strong phrase of an item names."""

    code: str
    start: int
    end: int


class Combinations:
    """The combinations of all items; words are what has to be looked for."""

    def __init__(self, checklist: Checklist) -> None:
        self._heads = frozenset(checklist.head_nouns)
        self._by_last: dict[str, list[_Spoken]] = {}
        words = dict.fromkeys(checklist.head_nouns)
        for item in checklist.items:
            for combination in item.keywords.combined:
                words |= dict.fromkeys(word for group in (*combination.words, combination.without) for word in group)
                spoken = _Spoken.of(item.code, combination)
                for word in combination.words[-1]:
                    self._by_last.setdefault(word, []).append(spoken)
        self.words = tuple(words)

    def find(self, folded: str, hits: Sequence[PhraseHit], named: Sequence[Named]) -> Iterator[CombinedHit]:
        """Yield what speaks in one folded line; hits are those of `words` in it, named what strong phrases name."""
        dates = months_of_whole_year(folded) if _MONTH in folded else frozenset()
        told = [hit for hit in hits if not (hit.phrase == _MONTH and hit.start in dates)]
        spoken = list(self._find(folded, told, named))
        yield from spoken
        if len(told) < len(hits):
            codes = {hit.code for hit in spoken}
            by_date = (hit for hit in self._find(folded, hits, named) if hit.code not in codes)
            yield from (hit._replace(by_date=True) for hit in by_date)

    def _find(self, folded: str, hits: Sequence[PhraseHit], named: Sequence[Named]) -> Iterator[CombinedHit]:
        words = {hit.phrase for hit in hits}
        line: _Line | None = None
        for code, combination in self._that_may_speak(words, hits):
            line = line or _Line(folded, hits, self._heads)
            found = line.meets(combination, [(one.start, one.end) for one in named if one.code != code])
            if found is not None:
                letters = sum(one.end - one.start for one in found)
                phrase = " … ".join(one.phrase for one in found)
                yield CombinedHit(code, phrase, found[0].start, found[-1].end, letters)

    def _that_may_speak(self, words: set[str], hits: Sequence[PhraseHit]) -> Iterator[tuple[str, Combination]]:
        """The combinations of which each group has a word in the line, once each: of most lines none."""
        tried: set[int] = set()
        for hit in hits:
            for spoken in self._by_last.get(hit.phrase, ()):
                if id(spoken) not in tried:
                    tried.add(id(spoken))
                    if spoken.may_speak(words):
                        yield spoken.code, spoken.combination


class _Spoken(NamedTuple):
    """A combination with its item, and its words as sets, for a first look at the words of a line."""

    code: str
    combination: Combination
    before: tuple[frozenset[str], ...]
    without: frozenset[str]

    @classmethod
    def of(cls, code: str, combination: Combination) -> _Spoken:
        """The combination of an item; the words of its last group are looked for by themselves."""
        return cls(code, combination, tuple(map(frozenset, combination.words[:-1])), frozenset(combination.without))

    def may_speak(self, words: set[str]) -> bool:
        """Whether a line with these words may hold the combination, in whatever order."""
        for group in self.before:  # written out: this runs for every link of a site
            if group.isdisjoint(words):
                return False
        return self.without.isdisjoint(words)


class _Line:
    """One line: where its words stand, and which head nouns are its head."""

    def __init__(self, folded: str, hits: Sequence[PhraseHit], heads: frozenset[str]) -> None:
        self._folded = folded
        self._places: dict[str, list[PhraseHit]] = {}
        for hit in hits:
            self._places.setdefault(hit.phrase, []).append(hit)
        self._head, self._others = _parted(folded, [hit for hit in hits if hit.phrase in heads])

    def meets(self, combination: Combination, taken: Sequence[tuple[int, int]]) -> list[PhraseHit] | None:
        """The words of a combination, one of each group; None where it does not speak here."""
        for first in self._of(combination.words[0]):
            found = self._followed(first, combination)
            if found is not None and self._is_open(found, taken) and self._is_whole(found, combination):
                return found
        return None

    def _of(self, group: Iterable[str]) -> list[PhraseHit]:
        """Where words of a group stand; of several at one place the longest."""
        hits = (hit for word in group for hit in self._places.get(word, ()))
        return sorted(hits, key=lambda hit: (hit.start, -hit.end))

    def _followed(self, first: PhraseHit, combination: Combination) -> list[PhraseHit] | None:
        found = [first]
        for group in combination.words[1:]:
            end = found[-1].end
            following = next((hit for hit in self._of(group) if 0 <= hit.start - end <= combination.gap), None)
            if following is None:
                return None
            found.append(following)
        return found

    def _is_open(self, found: Sequence[PhraseHit], taken: Sequence[tuple[int, int]]) -> bool:
        """Whether no other head noun and no other item's own words stand before or between the words."""
        again = self._begins_again(found[0])
        if not again and found[0].start not in self._head and any(start < found[0].start for start in self._head):
            return False
        own = {hit.start for hit in found}
        begin = found[0].start if again else 0
        if any(begin <= start < found[-1].start and start not in own for start in self._others):
            return False
        gaps = [(before.end, after.start) for before, after in pairwise(found)]
        return not any(first <= start and end <= last for first, last in gaps for start, end in taken)

    def _begins_again(self, first: PhraseHit) -> bool:
        """Whether the head noun of the line stands here once more: titles of two lines often say their name twice."""
        if first.start not in self._others:
            return False
        return any(hit.start in self._head for hit in self._places[first.phrase])

    def _is_whole(self, found: Sequence[PhraseHit], combination: Combination) -> bool:
        if not combination.whole:
            return True
        spans = [(0, 0), *((hit.start, hit.end) for hit in found), (len(self._folded), len(self._folded))]
        return all(_NOTHING.fullmatch(self._folded, before[1], after[0]) for before, after in pairwise(spans))


def _parted(folded: str, heads: Sequence[PhraseHit]) -> tuple[set[int], set[int]]:
    """Where the head nouns stand that are the head of the line, and where the others do."""
    head: set[int] = set()
    others: set[int] = set()
    end: int | None = None
    for hit in sorted(heads, key=lambda one: (one.start, -one.end)):
        if end is not None and hit.start < end:  # part of a longer one
            continue
        if not others and (end is None or _JOINED.fullmatch(folded, end, hit.start)):
            head.add(hit.start)
            end = hit.end
        else:
            others.add(hit.start)
    return head, others
