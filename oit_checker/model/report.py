"""The gap report (รายงานช่องว่าง): gap_report.json, field for field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from oit_checker.model.checklist import Checklist
from oit_checker.model.evidence import Finding, ItemStatus, LinkCheck
from oit_checker.model.page import Slowing
from oit_checker.model.rendering import Rendering
from oit_checker.model.run import Limits, Outcome
from oit_checker.model.site import Agency

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

    @classmethod
    def of(cls, checklist: Checklist) -> ChecklistRef:
        """Which checklist a report was made by."""
        year, instrument = checklist.fiscal_year, checklist.instrument
        return cls(checklist.id, year, instrument, checklist.title_th, checklist.status)


@dataclass(frozen=True, slots=True)
class Busiest:
    """The most requests that one host or IP address had in any 10 seconds, and open at once where that is known.

    allowed is what the rate allows in 10 seconds, None where no rate was kept.
    """

    host: str
    requests: int
    allowed: float | None
    at_once: int | None = None
    allowed_at_once: int | None = None


@dataclass(frozen=True, slots=True)
class SlowedHost:
    """A host that was asked less often than our rate allows; pause_s are the most seconds that it asked for, if any.

    why is crawl_delay (its robots.txt), retry_after, or busy (429 or 503 without a time).
    """

    host: str
    why: Slowing
    pause_s: float


@dataclass(frozen=True, slots=True)
class Courtesy:
    """How the websites were treated (มารยาทในการตรวจ), told from what was recorded of each request.

    Times are of the first and the last request. crawl_busiest counts answers as they came, verification_busiest
    requests as they went out. not_modified are answers 304. skipped counts what was not asked, by the rule that
    forbade it: robots, limit, trap, off_site, too_long, document in the crawl; robots and budget (our limits and our
    time) in verification.
    """

    user_agent: str
    crawl_requests: int = 0
    verification_requests: int = 0
    bytes_downloaded: int = 0
    first_request_at: datetime | None = None
    last_request_at: datetime | None = None
    crawl_busiest: Busiest | None = None
    verification_busiest: Busiest | None = None
    not_modified: int = 0
    slowed: tuple[SlowedHost, ...] = ()
    crawl_skipped: dict[str, int] = field(default_factory=dict)
    verification_skipped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One run (รอบการตรวจ) and how far it could see; reason is a Thai sentence where it is partial or failed.

    pages_by_ocr counts the scanned pages of evidence that OCR read, pages_rendered the pages opened in a browser;
    rendering tells of them, and of those that would have needed it.
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
    courtesy: Courtesy | None = None
    rendering: Rendering | None = None


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
class ItemChange:
    """An item whose status is another than in the report before."""

    code: str
    title: str
    before: ItemStatus
    after: ItemStatus


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since the report that stood in the same folder (ตั้งแต่รอบก่อน), of the same website and checklist.

    since, run_id and oit are the beginning, the id and the estimate of that earlier run. better and worse go by the
    order of the statuses; unclear are items of which one of the two runs saw nothing that it could judge by.
    """

    since: datetime
    run_id: str
    oit: float
    better: tuple[ItemChange, ...] = ()
    worse: tuple[ItemChange, ...] = ()
    unclear: tuple[ItemChange, ...] = ()


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
    changes: Changes | None = None
