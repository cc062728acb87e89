"""The few candidates of an item that are opened."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from oit_checker.model.evidence import Candidate

KEEP_PER_ITEM = 6
KEEP_PAGES = 3
"""Of these, web pages: what names an item less plainly than three others is news that mentions it."""


def best_of(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The KEEP_PER_ITEM heaviest, the nearest to the home page first where they are even."""
    ordered = sorted(candidates, key=lambda c: (-c.weight, len(c.path), c.url))
    return tuple(ordered[:KEEP_PER_ITEM])


def without_many_pages(best: Sequence[Candidate], pages: Container[str]) -> tuple[Candidate, ...]:
    """All documents, and of the web pages, whose addresses `pages` holds, the first KEEP_PAGES."""
    beyond = {candidate.url for candidate in [one for one in best if one.url in pages][KEEP_PAGES:]}
    return tuple(candidate for candidate in best if candidate.url not in beyond)
