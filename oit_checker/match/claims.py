"""Which items a short text (a link, a title, a file name) speaks of, and by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from oit_checker.match.combined import Combinations, Named
from oit_checker.model.checklist import Checklist
from oit_checker.model.evidence import Match
from oit_checker.patterns import regex
from oit_checker.thai.phrases import PhraseHit, PhraseIndex
from oit_checker.thai.text import fold, number_breaks

Grade = Literal["strong", "weak", "negative"]

LONG_PHRASE = 24  # folded characters from which a strong phrase is as telling as it gets
KEEP = 20_000  # texts whose claims are remembered: links repeat from page to page
STRONG, WEAK, NEGATIVE = 2.0, 0.6, -3.0
_LINE = regex(r"(?<=[\n|])")  # titles of several lines, and cells of a row, stand in one text


@dataclass(frozen=True, slots=True)
class Claim:
    """How strongly a text speaks for one item.

    strong: at least one strong phrase stands in it, or a combination of head noun
    and topic. look_alike is the phrase that speaks against the item, None where there is none.
    """

    code: str
    weight: float
    strong: bool
    look_alike: str | None
    phrases: tuple[str, ...]

    @property
    def negative(self) -> bool:
        return self.look_alike is not None

    def matches(self, where: str) -> tuple[Match, ...]:
        return tuple(Match(phrase, where) for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class _Hit:
    code: str
    grade: Grade
    phrase: str
    start: int
    end: int
    letters: int  # those of its words: of a combination fewer than its span
    has_head: bool = False  # a combination: what begins in the midst of its words is what its head noun is about

    def inside(self, other: _Hit) -> bool:
        if other.has_head and other.start < self.start < other.end:
            return True
        return (
            other.start <= self.start and self.end <= other.end and (self.end - self.start) < (other.end - other.start)
        )


class Claims:
    """The words of all items in one index, so that one pass over a text serves them all."""

    def __init__(self, checklist: Checklist, names: Sequence[str] = ()) -> None:
        """names are those of the agency itself, which stand in the midst of its titles and say nothing."""
        self._names = sorted({fold(name) for name in names if len(fold(name)) >= 5}, key=len, reverse=True)
        self._known: dict[str, dict[str, Claim]] = {}
        self._uses: dict[str, list[tuple[str, Grade]]] = {}
        for item in checklist.items:
            titles = tuple(title for title in (item.title_th, item.title_as_published) if title)
            self._add(item.code, (*titles, *item.keywords.strong), "strong")
            self._add(item.code, item.keywords.weak, "weak")
            self._add(item.code, item.keywords.negative, "negative")
        self._combinations = Combinations(checklist)
        self._index = PhraseIndex((*self._uses, *self._combinations.words), checklist.not_in)

    def _add(self, code: str, phrases: Iterable[str], grade: Grade) -> None:
        for phrase in phrases:
            uses = self._uses.setdefault(phrase, [])
            if not any(known == code for known, _ in uses):
                uses.append((code, grade))

    def of(self, text: str | None) -> dict[str, Claim]:
        """Return the items that `text` speaks of.

        A strong phrase inside a longer strong phrase of another item says nothing
        of its own (แผนปฏิบัติการป้องกันการทุจริต inside รายงานผลการดำเนินการตามแผน…),
        nor does a negative phrase inside a longer strong one of the same item.
        """
        if not text:
            return {}
        if text not in self._known:
            if len(self._known) >= KEEP:
                self._known.clear()
            self._known[text] = self._claims_in(text)
        return self._known[text]

    def _claims_in(self, text: str) -> dict[str, Claim]:
        lines = [self._without_names(fold(line)) for line in _LINE.split(text)]
        found = self._index.find("".join(lines), breaks=cache(lambda: number_breaks(text, self._nameless)))
        hits = [
            _Hit(code, grade, hit.phrase, hit.start, hit.end, hit.end - hit.start)
            for hit in found
            for code, grade in self._uses.get(hit.phrase, ())
        ]
        return _weigh(_uncovered([*hits, *self._combined(lines, found, hits)]))

    def _nameless(self, text: str) -> str:
        return "".join(self._without_names(fold(line)) for line in _LINE.split(text))

    def _without_names(self, folded: str) -> str:
        for name in self._names:
            folded = folded.replace(name, "")
        return folded

    def _combined(self, lines: Sequence[str], found: Sequence[PhraseHit], hits: Sequence[_Hit]) -> Iterator[_Hit]:
        named = [Named(hit.code, hit.start, hit.end) for hit in hits if hit.grade == "strong"]
        at = 0
        for line in lines:
            end = at + len(line)
            own = [
                PhraseHit(hit.phrase, hit.start - at, hit.end - at) for hit in found if at <= hit.start < hit.end <= end
            ]
            taken = [Named(one.code, one.start - at, one.end - at) for one in named]
            for hit in self._combinations.find(line, own, taken):
                grade: Grade = "weak" if hit.by_date else "strong"
                span = hit.start + at, hit.end + at
                yield _Hit(hit.code, grade, hit.phrase, *span, hit.letters, has_head=not hit.by_date)
            at = end


def _uncovered(hits: Sequence[_Hit]) -> list[_Hit]:
    strong = [hit for hit in hits if hit.grade == "strong"]
    kept = []
    for hit in hits:
        others = (other for other in strong if hit.inside(other))
        if hit.grade == "negative":
            others = (other for other in others if other.code == hit.code)
        if not any(other.code != hit.code or hit.grade == "negative" for other in others):
            kept.append(hit)
    return kept


def _weigh(hits: Sequence[_Hit]) -> dict[str, Claim]:
    found: dict[str, list[_Hit]] = {}
    for hit in hits:
        found.setdefault(hit.code, []).append(hit)
    return {code: _claim(code, of_item) for code, of_item in found.items()}


def _claim(code: str, hits: Sequence[_Hit]) -> Claim:
    best: dict[Grade, int] = {}
    for hit in hits:
        best[hit.grade] = max(best.get(hit.grade, 0), hit.letters)
    weight = 0.0
    if "strong" in best:
        weight += STRONG + min(best["strong"] / LONG_PHRASE, 1.0) * 1.5
    if "weak" in best:
        weight += WEAK + (0.4 if best["weak"] >= 10 else 0.0)
    if "negative" in best:
        weight += NEGATIVE
    ordered = sorted((hit for hit in hits if hit.grade != "negative"), key=lambda hit: (hit.grade, hit.start - hit.end))
    phrases = tuple(dict.fromkeys(hit.phrase for hit in ordered))[:4]
    against = max((hit.phrase for hit in hits if hit.grade == "negative"), key=len, default=None)
    return Claim(code, weight, "strong" in best, against, phrases)
