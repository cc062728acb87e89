"""What a site was asked: one entry a request, and the figures that are drawn from them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WINDOW_S = 10.0


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: when it came (seconds since the epoch), for what, how it was answered.

    page is the number of one of the site's pages; size counts the bytes of the answer's body; at_once how many requests
    were open with it, itself included.
    """

    at: float
    target: str
    kind: str
    status: int
    page: int | None
    size: int
    at_once: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of some requests. wasted: pages answered in full once more, and pages of the calendar."""

    requests: int = 0
    pages: int = 0
    wasted: int = 0
    size: int = 0
    not_modified: int = 0
    busiest: int = 0
    most_at_once: int = 0
    seconds: float = 0.0
    by_kind: dict[str, int] = field(default_factory=dict)


def tally(log: Iterable[Asked], *, since: float = 0.0, until: float = float("inf")) -> Tally:
    """The figures of what was asked in a stretch of time (seconds since the epoch, the end left out).

    busiest: most requests that came within WINDOW_S seconds; seconds: from the first request to the last.
    """
    asked = [entry for entry in log if since <= entry.at < until]
    if not asked:
        return Tally()
    times = sorted(entry.at for entry in asked)
    pages = Counter(entry.page for entry in asked if entry.page is not None)
    kinds = Counter(entry.kind for entry in asked)
    return Tally(
        requests=len(asked),
        pages=len(pages),
        wasted=pages.total() - len(pages) + kinds["calendar"],
        size=sum(entry.size for entry in asked),
        not_modified=sum(entry.status == 304 for entry in asked),
        busiest=busiest(times),
        most_at_once=max(entry.at_once for entry in asked),
        seconds=times[-1] - times[0],
        by_kind=dict(sorted(kinds.items())),
    )


def busiest(times: Sequence[float], window_s: float = WINDOW_S) -> int:
    """The most of some ascending times that fall within one window; the window's end is left out."""
    most = first = 0
    for last, time in enumerate(times):
        while time - times[first] >= window_s:
            first += 1
        most = max(most, last - first + 1)
    return most
