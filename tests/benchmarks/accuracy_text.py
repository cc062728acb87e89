"""How far a text is from what was typed from the page, white space left out: for tests/benchmarks/accuracy.py."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein


def error_rate(expected: str, told: str) -> float:
    expected, told = "".join(expected.split()), "".join(told.split())
    return Levenshtein.distance(expected, told) / max(len(expected), 1)


def by_line(lines: Iterable[str], told: str) -> float:
    """The error rate where each typed line is looked for anywhere: a running head may stand last in the layer."""
    told = "".join(told.split())
    kept = ["".join(line.split()) for line in lines if line.strip()]
    return sum(least_distance(line, told) for line in kept) / max(sum(map(len, kept)), 1)


def least_distance(line: str, text: str) -> int:
    """The least edit distance between a line and any stretch of a text."""
    row = [0] * (len(text) + 1)
    for number, sign in enumerate(line, start=1):
        before, row = row, [number, *([0] * len(text))]
        for at, other in enumerate(text, start=1):
            row[at] = min(before[at - 1] + (sign != other), before[at] + 1, row[at - 1] + 1)
    return min(row)
