"""One site into one snapshot, crawled by a child process: Scrapy's reactor starts once per process and dies with it."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.errors import SnapshotError, UsageError
from oit_checker.snapshot import FORMAT, Begun, Manifest, Snapshot
from oit_checker.snapshot.earlier import previous_of, set_aside
from oit_checker.urls import host_of, site_url
from spiders.child import any_child
from spiders.ending import CHILD_LOST, STOPPED_BY_USER, limits_of
from spiders.hosts import spellings
from spiders.job import Job, Progress
from spiders.past import recipe_of
from spiders.stamp import new_run_id, now

_GRACE_S = 30.0


def crawl(
    site: str,
    *,
    into: Path,
    hosts: Sequence[str] = (),
    limits: CrawlLimits = CrawlLimits(),  # noqa: B008
    politeness: Politeness = Politeness(),  # noqa: B008
    phrases: Sequence[str] = (),
    boost: Sequence[str] = (),
    progress: Callable[[Progress], None] | None = None,
    year: int | None = None,
    run_id: str = "",
    fresh: bool = False,
    resume: bool = False,
) -> Snapshot:
    """Crawl a site into the folder `into`, best pages first, and return the finished snapshot.

    site is what an officer typed; its host counts with and without `www.`, and so does each of `hosts`. phrases are
    looked for in every page, boost (a subset, the ones that name an item) leads the way, and so does year, the
    assessed fiscal year (พ.ศ.). progress is called about twice a second. run_id names the run; one is made where none
    is given.

    An earlier snapshot in the same place is asked about first: what did not change since is neither sent nor read
    again. fresh: it is forgotten. resume: a crawl of this site that was cut short there, or ended before it had asked
    for all it knew of, is gone on with; where there is none, a new one begins.

    A site that cannot be reached, or keeps us out, is no exception: the manifest says "failed" and why. SIGINT and
    SIGTERM end the crawl as "partial"; a second one kills it. Raises UsageError for what is no web address,
    SnapshotError where `into` holds something else, or where the child died without a page.
    """
    home = site_url(site)
    given = [host_of(site_url(host)) for host in hosts][: max(0, limits.max_hosts - 1)]
    phrases, boost = tuple(phrases), tuple(boost)
    begun = _begun(into, home, recipe_of((*boost, *phrases))) if resume else None
    snapshot = _place_for(into, begun, fresh=fresh)
    previous = _previous(into)
    job = Job(
        site=home,
        into=str(into.resolve()),
        hosts=tuple(spellings([host_of(home), *given])),
        limits=limits,
        politeness=politeness,
        phrases=phrases,
        boost=boost,
        year=year,
        run_id=run_id or new_run_id(),
        parent_pid=os.getpid(),
        previous=str(previous.resolve()) if previous is not None else "",
        resumes=begun is not None,
    )
    started_at = now()
    last_words, was_stopped = _run_child(job, progress)
    if not Snapshot.is_finished(into):
        _finish_for(job, snapshot, started_at, last_words, was_stopped=was_stopped)
    finished = Snapshot.open(into)
    finished.most_bytes = limits.snapshot_bytes
    return finished


def _begun(into: Path, home: str, recipe: str) -> Begun | None:
    """The crawl to go on with. Raises UsageError where it is one of another site."""
    begun = Snapshot.begun(into)
    if begun is not None and begun.site != home:
        raise UsageError(
            f"การตรวจที่ค้างอยู่ในโฟลเดอร์นี้เป็นของ {begun.site}",
            path=str(into),
            remedy="ระบุเว็บไซต์นั้น หรือเริ่มใหม่โดยไม่ใช้ --resume หรือระบุ --output อื่น",
        )
    # What was read by another version or for other words is read again, as an earlier crawl's.
    return begun if begun is not None and begun.recipe == recipe else None


def _place_for(into: Path, begun: Begun | None, *, fresh: bool) -> Snapshot:
    if begun is not None:
        return Snapshot.go_on(into, begun)
    set_aside(into, forget=fresh)
    return Snapshot.create(into)


def _previous(into: Path) -> Path | None:
    """The earlier crawl to ask about; refused here where somebody else made it, as the child could not say so."""
    folder = previous_of(into)
    return Snapshot.resume(folder).folder if Snapshot.can_read(folder) else None


def _run_child(job: Job, progress: Callable[[Progress], None] | None) -> tuple[str, bool]:
    """Run the child to its end; returns the last line it wrote to stderr, and whether the user stopped it."""
    child, last_words = any_child(), ""
    deadline = threading.Timer(job.limits.max_minutes * 60 + _GRACE_S, child.process.kill)
    deadline.daemon = True
    deadline.start()
    try:
        with _forwarding(child.process) as signalled:
            _talk(child.process, job, progress)
    finally:
        deadline.cancel()
        last_words = child.end()
    return last_words, bool(signalled)


def _talk(child: subprocess.Popen[bytes], job: Job, progress: Callable[[Progress], None] | None) -> None:
    if child.stdin is None or child.stdout is None:
        raise AssertionError("the child was started with pipes")
    with child.stdout as told:
        try:
            child.stdin.write(job.line().encode() + b"\n")
            child.stdin.close()
        except BrokenPipeError:
            return
        for line in told:
            step = Progress.read(line.decode("utf-8", "replace")) if progress is not None else None
            if step is not None and progress is not None:
                progress(step)
    child.wait()


@contextmanager
def _forwarding(child: subprocess.Popen[bytes]) -> Iterator[list[int]]:
    """While it lasts, the first SIGINT or SIGTERM asks the child to end, the second one kills it."""
    signalled: list[int] = []

    def forward(number: int, _frame: Any) -> None:
        signalled.append(number)
        child.send_signal(signal.SIGINT if len(signalled) == 1 else signal.SIGKILL)

    if threading.current_thread() is not threading.main_thread():
        yield signalled
        return
    before = {number: signal.signal(number, forward) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield signalled
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _finish_for(job: Job, snapshot: Snapshot, started_at: datetime, last_words: str, *, was_stopped: bool) -> None:
    """Finish what a child left that was killed or died, from what is on disk."""
    records = list(snapshot.pages())
    records = [record for record in records if not record.is_rendered]
    pages = [r for r in records if r.fetched.body_sha256 is not None and r.same_as != r.fetched.final_url]
    begun = Snapshot.begun(job.folder) or Begun(
        job.site, job.hosts, started_at, job.run_id, pages[0].fetched.final_url if pages else ""
    )
    if not pages and not was_stopped:
        raise SnapshotError(
            "โปรแกรมสำรวจหยุดก่อนได้หน้าแรก (the crawler ended before it had a page)",
            path=job.into,
            remedy=f"โปรดสั่งตรวจใหม่ หากเป็นซ้ำ ให้ส่งข้อความต่อไปนี้แก่ผู้ดูแลโปรแกรม\n{last_words}".rstrip(),
        )
    snapshot.finish(
        Manifest(
            format=FORMAT,
            site=job.site,
            hosts=begun.hosts,
            started_at=begun.started_at,
            finished_at=now(),
            outcome="partial" if pages else "failed",
            reason=STOPPED_BY_USER if was_stopped else CHILD_LOST,
            limits=limits_of(job),
            requests=len(records),
            bytes_downloaded=sum(record.fetched.body_bytes for record in pages),
            notes=(*begun.notes, last_words) if last_words else begun.notes,
            run_id=begun.run_id,
            home=begun.home,
            pages=len(pages),
            recipe=begun.recipe,
            phrases=job.looked_for,
            can_go_on=bool(begun.home),
        )
    )
