"""The gap report (รายงานช่องว่าง): gap_report.json, field for field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from oit_checker.model.evidence import Finding, LinkCheck
from oit_checker.model.site import Agency

Outcome = Literal["completed", "partial", "failed"]
SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Generator:
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class ChecklistRef:
    id: str
    fiscal_year: int
    instrument: str
    title: str
    status: str = "draft"


@dataclass(frozen=True, slots=True)
class Limits:
    max_pages: int
    max_depth: int
    max_minutes: float


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One run (รอบการตรวจ) and how far it could see; reason is a Thai sentence where it is partial or failed.

    pages_by_ocr counts the scanned pages of evidence that OCR read.
    """

    id: str
    started_at: datetime
    finished_at: datetime
    outcome: Outcome
    reason: str | None
    pages_crawled: int
    documents_read: int
    urls_verified: int
    pages_rendered: int
    bytes_downloaded: int
    seconds: float
    limits: Limits
    notes: tuple[str, ...] = ()
    pages_by_ocr: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    code: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Projection:
    """The ITA score that the given IIT and EIT scores and this OIT estimate would make."""

    iit: float
    eit: float
    ita: float
    level: str


@dataclass(frozen=True, slots=True)
class Score:
    """An estimate, 0..100 with two decimals; the assessor is the authority.

    levels_ruled_out names the rating levels that the OIT score alone already
    excludes; those among them that come back into reach if every `review` item
    passes are in levels_open_if_reviewed as well.
    """

    oit: float
    oit_if_reviewed: float
    indicators: tuple[IndicatorScore, ...]
    levels_ruled_out: tuple[str, ...] = ()
    projection: Projection | None = None
    levels_open_if_reviewed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubIndicatorScore:
    """Marks of one sub-indicator; points_per_item are the OIT points that one more passed item of it adds."""

    code: str
    name: str
    score: float
    items: int
    passed: int
    gaps: int
    item_codes: tuple[str, ...]
    points_per_item: float = 0.0


@dataclass(frozen=True, slots=True)
class HubInfo:
    """The agency's own ITA list as it was found: where, for which year, numbered how, and what is odd about it."""

    url: str
    fiscal_year: int | None
    instrument: str
    entries: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapReport:
    schema_version: int
    generator: Generator
    agency: Agency
    checklist: ChecklistRef
    run: RunInfo
    score: Score
    sub_indicators: tuple[SubIndicatorScore, ...]
    items: tuple[Finding, ...]
    links: tuple[LinkCheck, ...]
    hubs: tuple[HubInfo, ...] = field(default=())
