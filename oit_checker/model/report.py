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
    """One run (รอบการตรวจ) and how far it could see; reason is a Thai sentence where it is partial or failed."""

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
class OpenData:
    """Open data (ข้อมูลเปิด) among the evidence that opens; advice to assessors' taste, never a part of a status.

    pieces counts addresses, each once. by_stars[n] are those with n stars of the
    five-star scheme; readable are files for programs themselves (two stars and
    more), with_twin the others that have such a file beside them. catalog is the
    site's link to a data catalogue (บัญชีข้อมูลภาครัฐ), None where no crawled page has one.
    """

    pieces: int = 0
    by_stars: tuple[int, ...] = (0, 0, 0, 0, 0, 0)
    readable: int = 0
    with_twin: int = 0
    catalog: str | None = None
    catalog_text: str | None = None
    catalog_found_on: str | None = None


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
    open_data: OpenData = field(default_factory=OpenData)
