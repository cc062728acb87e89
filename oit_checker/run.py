"""One site end to end: crawl → verify and judge → save. The only file that knows them all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from oit_checker.checklist import all_phrases
from oit_checker.config import AuditOptions, CrawlLimits, Politeness
from oit_checker.fetch.archive import ArchiveFetcher, ContinuedFetcher
from oit_checker.fetch.crawled import CrawledFetcher
from oit_checker.fetch.http import HttpFetcher
from oit_checker.fetch.memory import Nothing, SnapshotMemory
from oit_checker.model.checklist import Checklist
from oit_checker.model.report import GapReport
from oit_checker.output import hold
from oit_checker.ready import make_ready
from oit_checker.snapshot import Snapshot
from oit_checker.snapshot.earlier import drop_previous, previous_of
from oit_checker.urls import host_of, is_private_address, site_url
from spiders.crawl import crawl
from spiders.ending import STOPPED_BY_USER
from spiders.job import Progress
from spiders.past import recipe_of
from spiders.stamp import now as now_here

LEAST_VERIFY_S = 180.0  # verification gets at least this long, however much of its time the crawl has used
_NOT_VERIFIED = "การตรวจลิงก์ของรอบนี้หยุดก่อนจบ ลิงก์ที่ยังไม่ได้ตรวจจึงต้องให้เจ้าหน้าที่เปิดดู"


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told while an audit runs.

    on_crawl(progress, items): items counts those whose words stood on a page so
    far. on_audit(stage, count, total) tells of verification and reading.
    """

    on_crawl: Callable[[Progress, int], None] | None = None
    on_audit: Callable[[str, int, int], None] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be audited, and how.

    rate None: two requests a second and host, none for a loopback address. fresh: what an earlier audit in the same
    place had seen is forgotten; resume: one that was cut short is gone on with. Raises UsageError for a contact that
    cannot be told to a website.
    """

    site: str
    checklist: Checklist
    output: Path
    hosts: tuple[str, ...] = ()
    limits: CrawlLimits = field(default_factory=CrawlLimits)
    rate: float | None = None
    contact: str = ""
    fresh: bool = False
    resume: bool = False
    options: AuditOptions = field(default_factory=AuditOptions)

    def __post_init__(self) -> None:
        Politeness(contact=self.contact)


def audit_site(plan: Plan, watch: Watch | None = None) -> GapReport:
    """Crawl, verify and judge one site; the snapshot stays in output/snapshot.

    Raises UsageError for an address or folder that cannot be used, or that another audit is using. A site that
    cannot be reached is no exception: the report's run says "failed" and why.
    """
    site = site_url(plan.site)
    with hold(plan.output) as output:
        return _audited(plan, site, output / "snapshot", watch or Watch())


def _audited(plan: Plan, site: str, folder: Path, watch: Watch) -> GapReport:
    polite = replace(politeness_for(site, plan.rate), contact=plan.contact)
    began = time.monotonic()
    unverified = _unverified(folder, site, _recipe(plan.checklist)) if plan.resume else None
    snapshot = unverified or _crawled(plan, site, folder, polite, watch)
    if watch.on_audit is not None and snapshot.manifest.reason == STOPPED_BY_USER:
        watch.on_audit("stopped", snapshot.manifest.pages, snapshot.manifest.pages)
    left = plan.limits.max_minutes * 60 - (time.monotonic() - began)
    fetcher = HttpFetcher(
        snapshot,
        politeness=polite,
        read_limits=plan.options.read_limits,
        site_hosts=snapshot.manifest.hosts,
        deadline_s=max(left, LEAST_VERIFY_S),
        on_answer=lambda answer: snapshot.record_checks([answer]),
        memory=Nothing() if plan.fresh else _memory(snapshot, folder),
        spool_folder=folder,
    )
    from oit_checker.audit import audit  # late: `_crawled` has it loaded while the crawl waits for the website

    answered = unverified.checks_so_far() if unverified is not None else ()
    crawled = CrawledFetcher(snapshot, fetcher, now=now_here, on_answer=lambda answer: snapshot.record_checks([answer]))
    with fetcher:
        now = now_here()
        report = audit(
            snapshot,
            plan.checklist,
            fetcher=ContinuedFetcher(answered, crawled),
            now=now,
            options=plan.options,
            on_progress=watch.on_audit,
        )
    finished = now_here()
    snapshot.note_finished(now, finished)
    drop_previous(folder)
    return _ended(report, finished)


def _crawled(plan: Plan, site: str, folder: Path, polite: Politeness, watch: Watch) -> Snapshot:
    threading.Thread(target=make_ready).start()
    return crawl(
        site,
        into=folder,
        hosts=plan.hosts,
        limits=plan.limits,
        politeness=polite,
        phrases=all_phrases(plan.checklist),
        boost=_boost(plan.checklist),
        progress=_counting_items(plan.checklist, watch.on_crawl),
        year=plan.checklist.fiscal_year,
        fresh=plan.fresh,
        resume=plan.resume,
    )


def _recipe(checklist: Checklist) -> str:
    """How a crawl for this checklist reads its pages, as the crawl names it."""
    return recipe_of((*_boost(checklist), *all_phrases(checklist)))


def _boost(checklist: Checklist) -> tuple[str, ...]:
    """The phrases that name an item."""
    return tuple(phrase for item in checklist.items for phrase in (item.title_th, *item.keywords.strong))


def _memory(snapshot: Snapshot, folder: Path) -> SnapshotMemory:
    previous = previous_of(folder)
    return SnapshotMemory(snapshot, Snapshot.resume(previous) if Snapshot.can_read(previous) else None)


def can_go_on(folder: Path, site: str, checklist: Checklist) -> bool:
    """Whether the snapshot folder holds an audit that was cut short, in the crawl or after it."""
    return Snapshot.begun(folder) is not None or _unverified(folder, site, _recipe(checklist)) is not None


def _unverified(folder: Path, site: str, recipe: str) -> Snapshot | None:
    """A crawl of this site that is whole, of which no report was written in the end; None where there is none."""
    if not Snapshot.can_read(folder) or not Snapshot.is_finished(folder) or Snapshot.begun(folder) is not None:
        return None
    snapshot = Snapshot.open(folder)
    manifest = snapshot.manifest
    is_ours = (manifest.site, manifest.recipe) == (site, recipe) and manifest.outcome != "failed"
    return snapshot if is_ours and not _is_told(snapshot) else None


def _is_told(snapshot: Snapshot) -> bool:
    """Whether a report was written after the audit of this snapshot had ended."""
    times = snapshot.finished()
    report = snapshot.folder.with_name("gap_report.json")
    return times is not None and report.exists() and report.stat().st_mtime >= times[1].timestamp()


def _counting_items(
    checklist: Checklist, on_crawl: Callable[[Progress, int], None] | None
) -> Callable[[Progress], None] | None:
    """Turn the phrases that a crawl has met into the number of items they name."""
    if on_crawl is None:
        return None
    codes = {phrase: item.code for item in checklist.items for phrase in (item.title_th, *item.keywords.strong)}
    met: set[str] = set()

    def tell(progress: Progress) -> None:
        met.update(codes[phrase] for phrase in progress.named if phrase in codes)
        on_crawl(progress, len(met))

    return tell


def judge_snapshot(folder: Path, checklist: Checklist, options: AuditOptions) -> GapReport:
    """Judge a kept snapshot again, without the network; the same snapshot and checklist give the same report.

    Raises SnapshotError where the folder holds no finished snapshot.
    """
    from oit_checker.audit import audit

    snapshot = Snapshot.open(folder)
    times = snapshot.finished()
    now, finished = times or (snapshot.manifest.finished_at, snapshot.manifest.finished_at)
    fetcher = ArchiveFetcher(snapshot.checks(), strict=False)
    report = _ended(audit(snapshot, checklist, fetcher=fetcher, now=now, options=options), finished)
    return report if times is not None else _stopped_early(report)


def politeness_for(site: str, rate: float | None) -> Politeness:
    """Two requests a second unless asked otherwise; a site on this very machine needs no limit."""
    if rate is None:
        host = host_of(site).rsplit(":", 1)[0]
        rate = 0.0 if host in {"localhost", "[::1]"} or (host.startswith("127.") and is_private_address(host)) else 2.0
    at_once = 2 if rate else 32
    return Politeness(rate=rate, at_once=at_once)


def _stopped_early(report: GapReport) -> GapReport:
    """A report on a snapshot whose links were not all verified says so; a failed run stays one."""
    if report.run.outcome != "completed":
        return report
    return replace(report, run=replace(report.run, outcome="partial", reason=_NOT_VERIFIED))


def _ended(report: GapReport, finished: datetime) -> GapReport:
    seconds = round((finished - report.run.started_at).total_seconds(), 1)
    return replace(report, run=replace(report.run, finished_at=finished, seconds=seconds))
