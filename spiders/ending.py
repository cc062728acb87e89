"""How a crawl ended, as the manifest says it: outcome, reason and notes in Thai."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from oit_checker.model.page import Failure
from oit_checker.model.report import Limits, Outcome
from oit_checker.snapshot import FORMAT, Manifest
from oit_checker.urls import registered_domain
from spiders.frontier import Frontier
from spiders.job import Job

STOPPED_BY_USER = "ผู้ใช้หยุดการตรวจ"
CHILD_LOST = "โปรแกรมเก็บหน้าเว็บหยุดทำงานก่อนกำหนด จึงใช้เท่าที่เก็บได้"
REFUSALS = "เว็บไซต์เริ่มปฏิเสธโปรแกรมตรวจหลังอ่านได้ {pages:,} หน้า จึงหยุดตรวจ ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker"
GONE = "เว็บไซต์ไม่ตอบกลับต่อเนื่องหลังอ่านได้ {pages:,} หน้า จึงหยุดตรวจ โปรดตรวจใหม่ภายหลัง"
NEEDS_SCRIPT = "หน้าแรกแสดงเนื้อหาด้วยสคริปต์ โปรแกรมจึงไม่พบลิงก์ให้ตรวจต่อ"
_PAGE_LIMIT = "ครบจำนวนหน้าที่กำหนด ({most:,} หน้า) ยังเหลือหน้าที่ยังไม่ได้เปิดอย่างน้อย {left:,} หน้า"
_TIME_LIMIT = "ครบเวลาที่กำหนด ({minutes:g} นาที) อ่านได้ {pages:,} หน้า ยังเหลือหน้าที่ยังไม่ได้เปิดอย่างน้อย {left:,} หน้า"
_OFF_SITE_NAMED = 10


@dataclass(slots=True)
class Ending:
    """What the manifest needs to know, gathered while the crawl runs."""

    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    home: str = ""
    requests: int = 0
    bytes_downloaded: int = 0
    stopped: str | None = None
    """Why the crawl was ended early: "user", "time", "refusals", "gone", "script"."""
    failed: str | None = None
    """The Thai sentence for a home page that could not be had."""
    failure: Failure = Failure.NONE
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def manifest(job: Job, ending: Ending, frontier: Frontier, *, pages: int, cut: int) -> Manifest:
    """The manifest of a crawl that is over."""
    left = len(frontier)
    outcome, reason = _outcome(job, ending, pages, left)
    frontier.leave()
    return Manifest(
        format=FORMAT,
        site=job.site,
        hosts=tuple(sorted(frontier.hosts)),
        started_at=ending.started_at,
        finished_at=datetime.now(UTC),
        outcome=outcome,
        reason=reason,
        limits=limits_of(job),
        requests=ending.requests,
        bytes_downloaded=ending.bytes_downloaded,
        skips=tuple(frontier.skips),
        notes=(*ending.notes, *_notes(job, frontier, cut)),
        run_id=job.run_id,
        home=ending.home,
        pages=pages,
        failure=ending.failure,
        skipped=dict(frontier.skipped),
        off_site=tuple(frontier.off_site.most_common(_OFF_SITE_NAMED)),
        user_agent=job.agent,
    )


def limits_of(job: Job) -> Limits:
    return Limits(job.limits.max_pages, job.limits.max_depth, job.limits.max_minutes)


def _outcome(job: Job, ending: Ending, pages: int, left: int) -> tuple[Outcome, str | None]:
    if ending.failed is not None:
        return "failed", ending.failed
    if ending.stopped == "user":
        return ("partial" if pages else "failed"), STOPPED_BY_USER
    if ending.stopped == "time" and (left or not pages):
        sentence = _TIME_LIMIT.format(minutes=job.limits.max_minutes, pages=pages, left=left)
        return ("partial" if pages else "failed"), sentence
    if ending.stopped in {"refusals", "gone"}:
        return "partial", (REFUSALS if ending.stopped == "refusals" else GONE).format(pages=pages)
    if ending.stopped == "script":
        return "partial", NEEDS_SCRIPT
    if left:
        return "partial", _PAGE_LIMIT.format(most=job.limits.max_pages, left=left)
    return "completed", None


def _notes(job: Job, frontier: Frontier, cut: int) -> Sequence[str]:
    notes = []
    if frontier.too_deep:
        notes.append(f"ไม่ได้เปิดหน้าที่ลึกเกิน {job.limits.max_depth} คลิกจากหน้าแรก {len(frontier.too_deep):,} หน้า")
    if frontier.skipped["robots"]:
        notes.append(f"robots.txt ห้ามเข้าอ่าน {frontier.skipped['robots']:,} หน้า จึงไม่ได้เปิด")
    if frontier.skipped["trap"]:
        notes.append(f"ข้ามหน้าซ้ำที่ไม่ใช่เนื้อหา เช่น ปฏิทิน หน้าสั่งพิมพ์ หน้าเข้าสู่ระบบ {frontier.skipped['trap']:,} ที่อยู่")
    if cut:
        notes.append(f"อ่านเพียงส่วนต้นของหน้าที่ใหญ่เกิน {job.limits.max_page_bytes:,} ไบต์ หรือรับข้อมูลมาไม่ครบ {cut:,} หน้า")
    notes += _sister_hosts(frontier)
    return notes


def _sister_hosts(frontier: Frontier) -> list[str]:
    """Sub-domains of the site's own domain that it links to and that were not part of the crawl."""
    if not frontier.off_site:
        return []
    own = {registered_domain(host) for host in frontier.hosts}
    sisters = [host for host, _ in frontier.off_site.most_common(50) if host and registered_domain(host) in own][:3]
    if not sisters:
        return []
    return [f"เว็บไซต์ย่อยที่ถูกลิงก์ถึงแต่ไม่ได้ตรวจ: {', '.join(sisters)} หากเป็นส่วนหนึ่งของเว็บไซต์หลักให้ระบุด้วย --host"]
