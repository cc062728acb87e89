"""How a crawl ended, as the manifest says it: outcome, reason and notes in Thai."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from oit_checker.documents.weblinks import MOST_LINKS
from oit_checker.model.page import Failure
from oit_checker.model.rendering import Rendering
from oit_checker.model.run import Limits, Outcome
from oit_checker.snapshot import FORMAT, Begun, Manifest
from oit_checker.urls import registered_domain
from spiders.frontier import Frontier
from spiders.job import Job
from spiders.recorder import Recorder
from spiders.stamp import now
from spiders.tally import Tally

STOPPED_BY_USER = "ผู้ใช้หยุดการตรวจ"
CHILD_LOST = "โปรแกรมเก็บหน้าเว็บหยุดทำงานก่อนกำหนด จึงใช้เท่าที่เก็บได้"
REFUSALS = "เว็บไซต์เริ่มปฏิเสธโปรแกรมตรวจหลังอ่านได้ {pages:,} หน้า จึงหยุดตรวจ ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker"
GONE = "เว็บไซต์ไม่ตอบกลับต่อเนื่องหลังอ่านได้ {pages:,} หน้า จึงหยุดตรวจ โปรดตรวจใหม่ภายหลัง"
NEEDS_SCRIPT = "หน้าแรกแสดงเนื้อหาด้วยสคริปต์ โปรแกรมจึงไม่พบลิงก์ให้ตรวจต่อ"
_PAGE_LIMIT = "ครบจำนวนหน้าที่กำหนด ({most:,} หน้า) ยังเหลือหน้าที่ยังไม่ได้เปิดอย่างน้อย {left:,} หน้า"
_TIME_LIMIT = "ครบเวลาที่กำหนด ({minutes:g} นาที) อ่านได้ {pages:,} หน้า ยังเหลือหน้าที่ยังไม่ได้เปิดอย่างน้อย {left:,} หน้า"
MOSTLY_REFUSED = (
    "เปิดหน้าแรกได้ แต่เว็บไซต์ปฏิเสธหรือไม่ตอบโปรแกรมตรวจ {refused:,} จาก {asked:,} หน้าที่ขอเปิดต่อ ({kinds}) "
    "ทั้งนี้ประชาชนอาจเปิดได้ตามปกติ ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker แล้วตรวจใหม่"
)
ONLY_HOME = (
    "อ่านได้เพียงหน้าแรก หน้าอื่นของเว็บไซต์ที่หน้าแรกลิงก์ถึงเปิดไม่ได้ (ขอเปิด {asked:,} หน้า, robots.txt ห้ามเข้าอ่าน {closed:,} หน้า) "
    "โปรดเปิดเว็บไซต์ด้วยเบราว์เซอร์ และขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker แล้วตรวจใหม่"
)
_SOME_REFUSED = "เว็บไซต์ปฏิเสธหรือไม่ตอบโปรแกรมตรวจ {refused:,} จาก {asked:,} หน้าที่ขอเปิดต่อจากหน้าแรก ({kinds})"
DISK_LIMIT = (
    "ข้อมูลที่เก็บจากเว็บไซต์ถึงขนาดที่กำหนด ({most:,} MB) จึงหยุดสำรวจหลังอ่านได้ {pages:,} หน้า "
    "ยังเหลือหน้าที่ยังไม่ได้เปิดอย่างน้อย {left:,} หน้า"
)
LINKS_LIMIT = "เว็บไซต์มีลิงก์ถึงจำนวนที่กำหนด ({most:,} ลิงก์) จึงหยุดสำรวจหลังอ่านได้ {pages:,} หน้า"
CROWDED = "อ่านเพียง {most:,} ลิงก์แรกของหน้าที่มีลิงก์มากกว่านั้น {pages:,} หน้า"
_DEPTH_LIMIT = "ครบความลึกที่กำหนด ({clicks} คลิกจากหน้าแรก) ไม่ได้เปิดหน้าที่ลึกกว่านั้นอย่างน้อย {left:,} หน้า"
GONE_ON = "การสำรวจรอบนี้หยุดกลางคันและทำต่อจากเดิม จึงอาจเห็นเว็บไซต์ต่างเวลากัน"
SHALLOW = 4
HANDFUL = 5
_OFF_SITE_NAMED = 10


@dataclass(slots=True)
class Ending:
    """What the manifest needs to know, gathered while the crawl runs."""

    started_at: datetime = field(default_factory=now)
    home: str = ""
    requests: int = 0
    bytes_downloaded: int = 0
    stopped: str | None = None
    """Why the crawl was ended early: "user", "time", "disk", "links", "refusals", "gone", "script"."""
    failed: str | None = None
    """The Thai sentence for a home page that could not be had."""
    failure: Failure = Failure.NONE
    notes: list[str] = field(default_factory=list)
    run_id: str = ""
    recipe: str = ""
    rendering: Callable[[], Rendering] = Rendering
    """Tells what was opened in a browser."""

    def begun(self, job: Job, hosts: Iterable[str]) -> Begun:
        """What the crawl needs to go on with, should it be killed."""
        hosts = tuple(sorted(hosts))
        return Begun(job.site, hosts, self.started_at, self.run_id, self.home, tuple(self.notes), self.recipe)

    def go_on(self, begun: Begun, records: int, body_bytes: int) -> None:
        """Take up what an earlier sitting had begun."""
        self.home, self.started_at, self.run_id = begun.home, begun.started_at, begun.run_id
        self.requests, self.bytes_downloaded = records, body_bytes
        self.notes += begun.notes
        self.note(GONE_ON)

    def count_bytes(self, came: int) -> None:
        self.bytes_downloaded += came

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)


def manifest(job: Job, ending: Ending, frontier: Frontier, recorder: Recorder) -> Manifest:
    """The manifest of a crawl that is over."""
    outcome, reason = _outcome(job, ending, frontier, recorder)
    left = len(frontier)
    frontier.leave()
    return Manifest(
        format=FORMAT,
        site=job.site,
        hosts=tuple(sorted(frontier.hosts)),
        started_at=ending.started_at,
        finished_at=now(),
        outcome=outcome,
        reason=reason,
        limits=limits_of(job),
        requests=ending.requests,
        bytes_downloaded=ending.bytes_downloaded,
        skips=tuple(frontier.skips),
        notes=(*ending.notes, *_notes(job, frontier, recorder, reason)),
        run_id=ending.run_id or job.run_id,
        home=ending.home,
        pages=recorder.pages,
        failure=ending.failure,
        skipped=dict(frontier.skipped),
        refused=recorder.tally.refused,
        off_site=tuple(frontier.off_site.most_common(_OFF_SITE_NAMED)),
        user_agent=job.agent,
        recipe=ending.recipe,
        phrases=job.looked_for,
        can_go_on=outcome != "completed" and _has_unasked(ending, recorder, left),
        not_modified=recorder.not_modified,
        unchanged=recorder.unchanged,
        parsed=recorder.parsed,
        rendering=ending.rendering(),
    )


def _has_unasked(ending: Ending, recorder: Recorder, left: int) -> bool:
    """Whether another sitting would find something to ask for: what waited, or was kept from us by an outage."""
    return bool(ending.home) and bool(left or ending.stopped or recorder.tally.refused)


def limits_of(job: Job) -> Limits:
    polite = job.politeness
    return Limits(
        job.limits.max_pages, job.limits.max_depth, job.limits.max_minutes, polite.rate, max(1, polite.at_once)
    )


def _outcome(job: Job, ending: Ending, frontier: Frontier, recorder: Recorder) -> tuple[Outcome, str | None]:
    pages, left = recorder.pages, len(frontier)
    if ending.failed is not None:
        return "failed", ending.failed
    if ending.stopped == "user":
        return ("partial" if pages else "failed"), STOPPED_BY_USER
    if ending.stopped == "time" and (left or not pages):
        sentence = _TIME_LIMIT.format(minutes=job.limits.max_minutes, pages=pages, left=left)
        return ("partial" if pages else "failed"), sentence
    if ending.stopped in {"disk", "links"}:
        return ("partial" if pages else "failed"), _too_much(job, ending.stopped, pages, left)
    if ending.stopped in {"refusals", "gone"}:
        return "partial", (REFUSALS if ending.stopped == "refusals" else GONE).format(pages=pages)
    if ending.stopped == "script":
        return "partial", NEEDS_SCRIPT
    reason = _kept_out(frontier, recorder)
    if reason is None and left:
        reason = _PAGE_LIMIT.format(most=job.limits.max_pages, left=left)
    if reason is None and recorder.crowded:
        reason = CROWDED.format(most=MOST_LINKS, pages=recorder.crowded)
    if reason is None and _depth_matters(job, frontier, pages):
        reason = _too_deep(job, frontier)
    return ("partial", reason) if reason is not None else ("completed", None)


def _too_much(job: Job, stopped: str, pages: int, left: int) -> str:
    if stopped == "disk":
        return DISK_LIMIT.format(most=job.limits.max_snapshot_mb, pages=pages, left=left)
    return LINKS_LIMIT.format(most=job.limits.max_links, pages=pages)


def _kept_out(frontier: Frontier, recorder: Recorder) -> str | None:
    """The Thai sentence for a site of which our program saw little more than the home page; None where it saw more."""
    tally = recorder.tally
    if tally.is_mostly_refused:
        return MOSTLY_REFUSED.format(refused=tally.refused, asked=tally.asked, kinds=tally.kinds())
    closed = frontier.skipped["robots"]
    if recorder.pages > 1 or tally.had or not (tally.asked or closed):
        return None
    return ONLY_HOME.format(asked=tally.asked, closed=closed)


def _depth_matters(job: Job, frontier: Frontier, pages: int) -> bool:
    """Whether what the depth limit left out may hold what is looked for: it says so, or a shallow limit left out much.

    The tail of an archive, which any site has, is no reason to call a crawl partial.
    """
    left_out = frontier.too_deep
    if any(promise > 0 for promise in left_out.values()):
        return True
    return job.limits.max_depth < SHALLOW and bool(left_out) and (len(left_out) > HANDFUL or len(left_out) >= pages)


def _too_deep(job: Job, frontier: Frontier) -> str:
    return _DEPTH_LIMIT.format(clicks=job.limits.max_depth, left=len(frontier.too_deep))


def _notes(job: Job, frontier: Frontier, recorder: Recorder, reason: str | None) -> Sequence[str]:
    notes = []
    if recorder.tally.refused and (reason is None or reason != _kept_out(frontier, recorder)):
        notes.append(_some_refused(recorder.tally))
    if frontier.too_deep:
        notes.append(_too_deep(job, frontier))
    if frontier.skipped["robots"]:
        notes.append(f"robots.txt ห้ามเข้าอ่าน {frontier.skipped['robots']:,} หน้า จึงไม่ได้เปิด")
    if frontier.skipped["trap"]:
        notes.append(
            "ข้ามหน้าซ้ำที่ไม่ใช่เนื้อหา เช่น ปฏิทิน หน้าสั่งพิมพ์ หน้าเข้าสู่ระบบ หรือหน้าที่ต่อกันไม่รู้จบโดยไม่มีข้อความใหม่ "
            f"{frontier.skipped['trap']:,} ที่อยู่"
        )
    if recorder.cut:
        notes.append(
            f"อ่านเพียงส่วนต้นของหน้าที่ใหญ่เกิน {job.limits.max_page_bytes:,} ไบต์ หรือรับข้อมูลมาไม่ครบ {recorder.cut:,} หน้า"
        )
    if recorder.crowded:
        notes.append(CROWDED.format(most=MOST_LINKS, pages=recorder.crowded))
    notes += _sister_hosts(frontier)
    return [note for note in notes if note != reason]


def _some_refused(tally: Tally) -> str:
    return _SOME_REFUSED.format(refused=tally.refused, asked=tally.asked, kinds=tally.kinds())


def _sister_hosts(frontier: Frontier) -> list[str]:
    """Sub-domains of the site's own domain that it links to and that were not part of the crawl."""
    if not frontier.off_site:
        return []
    own = {registered_domain(host) for host in frontier.hosts}
    sisters = [host for host, _ in frontier.off_site.most_common(50) if host and registered_domain(host) in own][:3]
    if not sisters:
        return []
    return [f"เว็บไซต์ย่อยที่ถูกลิงก์ถึงแต่ไม่ได้ตรวจ: {', '.join(sisters)} หากเป็นส่วนหนึ่งของเว็บไซต์หลักให้ระบุด้วย --host"]
