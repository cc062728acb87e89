"""How a run ended and where it had to end; apart from the report, as the crawling child knows of nothing else there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["completed", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a run ends, and how often it asks a host; rate 0 is no limit, None stands for what was not recorded."""

    max_pages: int
    max_depth: int
    max_minutes: float
    rate: float | None = None
    at_once: int | None = None
