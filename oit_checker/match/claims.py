"""Which items a short text (a link, a title, a file name) speaks of, and by which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from oit_checker.model.checklist import Checklist
from oit_checker.model.evidence import Match
from oit_checker.thai.phrases import PhraseHit, PhraseIndex
from oit_checker.thai.text import fold, number_breaks

Grade = Literal["strong", "weak", "negative"]

LONG_PHRASE = 24  # folded characters from which a strong phrase is as telling as it gets
KEEP = 20_000  # texts whose claims are remembered: links repeat from page to page
STRONG, WEAK, NEGATIVE = 2.0, 0.6, -3.0


@dataclass(frozen=True, slots=True)
class Claim:
    """How strongly a text speaks for one item.

    strong: at least one strong phrase stands in it. look_alike is the phrase that
    speaks against the item, None where there is none.
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

    def inside(self, other: _Hit) -> bool:
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
        self._index = PhraseIndex(self._uses, checklist.not_in)

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
        found = self._index.find(self._nameless(text), breaks=cache(lambda: number_breaks(text, self._nameless)))
        hits = [self._hit(use, hit) for hit in found for use in self._uses[hit.phrase]]
        return _weigh(_uncovered(hits))

    def _nameless(self, text: str) -> str:
        folded = fold(text)
        for name in self._names:
            folded = folded.replace(name, "")
        return folded

    @staticmethod
    def _hit(use: tuple[str, Grade], hit: PhraseHit) -> _Hit:
        return _Hit(use[0], use[1], hit.phrase, hit.start, hit.end)


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
        best[hit.grade] = max(best.get(hit.grade, 0), hit.end - hit.start)
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
