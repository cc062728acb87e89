"""How the year of a piece of evidence is told: of a span of years the whole, as no single one of them is its own."""

from __future__ import annotations

from oit_checker.model.evidence import Evidence
from oit_checker.thai.dates import year_mentions


def year_told(evidence: Evidence) -> str:
    """2568, or 2566 – 2570 where the words that date the evidence name such a span."""
    spans = (one for one in year_mentions(evidence.fiscal_year_quote or "") if one.last_be is not None)
    span = next((one for one in spans if one.be <= (evidence.fiscal_year or 0) <= (one.last_be or 0)), None)
    return f"{span.be} – {span.last_be}" if span is not None else str(evidence.fiscal_year)
