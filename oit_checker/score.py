"""Findings to marks, as the assessor counts them: an item is all or nothing, and every level above it is a mean.

item 0 or 100 → sub-indicator = mean of its items → indicator = mean of its
sub-indicators → OIT = mean of the indicators → ITA = 30 IIT + 30 EIT + 40 OIT.

So an item of a small sub-indicator weighs more than one of a large one, and
the number of items found is not the score. All arithmetic is exact; only what
is shown is rounded, half up, to two decimals: 496.29 / 6 is 82.715 and is
published as 82.72, where binary floats would give 82.71.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from oit_checker.errors import UsageError
from oit_checker.model.checklist import Checklist, Level
from oit_checker.model.evidence import Finding, ItemStatus
from oit_checker.model.report import IndicatorScore, Projection, Score, SubIndicatorScore

Number = int | float | Decimal | Fraction
FULL_MARKS = Fraction(100)


def half_up(value: Number) -> Decimal:
    """Round to two decimals, a five always up (marks are never negative)."""
    return Decimal(int(_exact(value) * 100 + Fraction(1, 2))).scaleb(-2)


def mean(values: Iterable[Number]) -> Fraction:
    """The exact mean; 0 where there is nothing to take it of."""
    exact = [_exact(value) for value in values]
    return sum(exact, Fraction(0)) / len(exact) if exact else Fraction(0)


def score(
    findings: Sequence[Finding],
    checklist: Checklist,
    *,
    iit: Number | None = None,
    eit: Number | None = None,
    include_provisional: bool = False,
) -> tuple[Score, tuple[SubIndicatorScore, ...]]:
    """The estimate of one report, and its sub-indicators in checklist order.

    Items without a finding, and provisional ones unless they are asked for, are
    left out of every mean; so is a sub-indicator or indicator that has no item
    left. Marks are 0..100. With both iit and eit the ITA score is projected.

    Raises UsageError if iit or eit is no mark of 0..100.
    """
    status = {finding.code: finding.status for finding in findings}
    tree = _Tree.of(checklist, include_provisional=include_provisional, among=status)
    passing = {code for code, it in status.items() if it is ItemStatus.PASS}
    hopeful = passing | {code for code, it in status.items() if it is ItemStatus.REVIEW}
    now, best = tree.oit(passing), tree.oit(hopeful)
    ruled_out = _ruled_out(checklist, now)
    estimate = Score(
        oit=float(half_up(now)),
        oit_if_reviewed=float(half_up(best)),
        indicators=tree.indicator_scores(passing, checklist),
        levels_ruled_out=ruled_out,
        projection=None if iit is None or eit is None else project(iit, eit, now, checklist),
        levels_open_if_reviewed=tuple(level for level in ruled_out if level not in _ruled_out(checklist, best)),
    )
    return estimate, tree.sub_indicator_scores(passing, checklist)


def project(iit: Number, eit: Number, oit: Number, checklist: Checklist) -> Projection:
    """The ITA score of the three instruments, and the level (ระดับผลการประเมิน) it reaches.

    The two parts of EIT each have a least score of their own at the highest
    levels; only their mean is known here, so the level is the best possible one.
    """
    marks = {"iit": _mark("IIT", iit), "eit": _mark("EIT", eit), "oit": _mark("OIT", oit)}
    weights = checklist.scoring.ita_weights
    ita = sum((marks[name] * weight for name, weight in weights.items()), Fraction(0)) / sum(weights.values())
    reached = next((level.title_th for level in _best_first(checklist) if _reaches(level, ita, marks.values())), "")
    shown = {name: float(half_up(mark)) for name, mark in marks.items()}
    return Projection(iit=shown["iit"], eit=shown["eit"], ita=float(half_up(ita)), level=reached)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The counted item codes: indicator → sub-indicator → codes, nothing empty in it."""

    indicators: dict[str, dict[str, tuple[str, ...]]]

    @classmethod
    def of(cls, checklist: Checklist, *, include_provisional: bool, among: Collection[str] | None) -> _Tree:
        codes: dict[str, list[str]] = {}
        for item in checklist.items:
            if (include_provisional or not item.provisional) and (among is None or item.code in among):
                codes.setdefault(item.sub_indicator, []).append(item.code)
        grown = {
            indicator.code: {sub: tuple(codes[sub]) for sub in indicator.sub_indicators if sub in codes}
            for indicator in checklist.indicators
        }
        return cls({code: subs for code, subs in grown.items() if subs})

    def points(self, code: str) -> Fraction:
        for subs in self.indicators.values():
            for codes in subs.values():
                if code in codes:
                    return FULL_MARKS / len(codes) / len(subs) / len(self.indicators)
        return Fraction(0)

    def oit(self, passing: Collection[str]) -> Fraction:
        return mean(_of_indicator(subs, passing) for subs in self.indicators.values())

    def indicator_scores(self, passing: Collection[str], checklist: Checklist) -> tuple[IndicatorScore, ...]:
        name = {indicator.code: indicator.title_th for indicator in checklist.indicators}
        return tuple(
            IndicatorScore(code, name[code], float(half_up(_of_indicator(subs, passing))))
            for code, subs in self.indicators.items()
        )

    def sub_indicator_scores(self, passing: Collection[str], checklist: Checklist) -> tuple[SubIndicatorScore, ...]:
        name = {sub.code: sub.title_th for sub in checklist.sub_indicators}
        return tuple(
            SubIndicatorScore(
                code=sub,
                name=name.get(sub, ""),
                score=float(half_up(_of_sub_indicator(codes, passing))),
                items=len(codes),
                passed=sum(code in passing for code in codes),
                gaps=sum(code not in passing for code in codes),
                item_codes=codes,
                points_per_item=float(half_up(self.points(codes[0]))),
            )
            for subs in self.indicators.values()
            for sub, codes in subs.items()
        )


def _of_sub_indicator(codes: Sequence[str], passing: Collection[str]) -> Fraction:
    return mean(FULL_MARKS if code in passing else 0 for code in codes)


def _of_indicator(subs: Mapping[str, Sequence[str]], passing: Collection[str]) -> Fraction:
    return mean(_of_sub_indicator(codes, passing) for codes in subs.values())


def _ruled_out(checklist: Checklist, oit: Fraction) -> tuple[str, ...]:
    """Levels out of reach whatever IIT and EIT turn out to be, best level first."""
    weights = checklist.scoring.ita_weights
    best_ita = (weights["oit"] * oit + (sum(weights.values()) - weights["oit"]) * FULL_MARKS) / sum(weights.values())
    return tuple(level.title_th for level in _best_first(checklist) if not _reaches(level, best_ita, [oit]))


def _reaches(level: Level, ita: Fraction, marks: Iterable[Fraction]) -> bool:
    """Levels are drawn on published marks, which have two decimals (…84.99 | 85.00…)."""
    each_min = level.each_min
    return half_up(ita) >= _exact(level.ita_min) and (
        each_min is None or all(half_up(mark) >= _exact(each_min) for mark in marks)
    )


def _best_first(checklist: Checklist) -> list[Level]:
    return sorted(checklist.levels, key=lambda level: (level.ita_min, level.each_min or 0.0), reverse=True)


def _mark(name: str, value: Number) -> Fraction:
    if not 0 <= value <= FULL_MARKS:
        raise UsageError(f"{value} ไม่ใช่คะแนน {name}", remedy="โปรดระบุคะแนนระหว่าง 0 ถึง 100 เช่น 91.07")
    return _exact(value)


def _exact(value: Number) -> Fraction:
    """A float stands for the decimal it is printed as: 91.07 is 9107/100."""
    return Fraction(str(value)) if isinstance(value, float) else Fraction(value)
