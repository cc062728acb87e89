"""How sure it is that a candidate is the item's evidence."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.match.years import YearFound
from oit_checker.model.evidence import Candidate, ComponentResult, ComponentStatus

_SUREST_BY_OCR = 0.7


def sureness(candidate: Candidate, found: YearFound, components: Sequence[ComponentResult]) -> float:
    """How sure the match is, 0..1; it never changes a status."""
    asked = [component for component in components if component.required]
    share = sum(c.status is ComponentStatus.FOUND for c in asked) / len(asked) if asked else 0.0
    sure = 0.4 + (0.2 if candidate.from_hub else min(candidate.weight, 5.0) * 0.03) + 0.25 * share
    sure += {"title": 0.12, "link": 0.08, "url": 0.06, "text": 0.05}.get(found.basis, 0.0)
    most = _SUREST_BY_OCR if any(component.by_ocr for component in components) else 0.98
    return round(min(sure, most), 2)
