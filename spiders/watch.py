"""The clock of a crawl: time limit, Ctrl-C, progress lines, and the manifest at the end."""

from __future__ import annotations

import asyncio
import os
import sys
import time

from oit_checker.snapshot import Snapshot
from spiders.ending import Ending, manifest
from spiders.frontier import Frontier
from spiders.job import Job, Progress
from spiders.recorder import Recorder

TICK_S = 0.5
SYNC_S = 5.0
"""What a power failure may cost: pages of so many seconds."""
GRACE_S = 3.0
CRAWLS_SHARE = 0.75
"""How much of the snapshot's room the crawl may take; the rest is for what verification opens."""
MOST_FOR_BODIES = 0.95
"""Where a body is refused, should a crawl be so fast as to come there; records of pages under way come on top."""


class Watch:
    """Ends a crawl when it is time. stopping is filled by the signal handler."""

    def __init__(
        self, job: Job, stopping: list[int], snapshot: Snapshot, frontier: Frontier, recorder: Recorder, ending: Ending
    ) -> None:
        self.is_stopped = False
        self._job = job
        self._stopping = stopping
        self._snapshot = snapshot
        self._frontier = frontier
        self._recorder = recorder
        self._ending = ending
        self._began = time.monotonic()
        self._stopped_at = 0.0
        self._is_finished = False
        self._synced_at = self._began

    def settled(self) -> None:
        """Keep what is needed to go on, once the home page is settled and whenever that changes."""
        self._snapshot.note_begun(self._ending.begun(self._job, self._frontier.hosts))

    def tick(self, loop: asyncio.AbstractEventLoop) -> None:
        """Look at the clock now and every TICK_S from now on."""
        now = time.monotonic()
        is_orphan = self._job.parent_pid and os.getppid() != self._job.parent_pid
        if self._stopping or is_orphan:
            self.stop("user")
        if now - self._began > self._job.limits.max_minutes * 60:
            self.stop("time")
        if self._snapshot.is_full or self._snapshot.size > CRAWLS_SHARE * self._job.limits.snapshot_bytes:
            self.stop("disk")
        if self._recorder.links >= self._job.limits.max_links:
            self.stop("links")
        if self.is_stopped and now - self._stopped_at > GRACE_S:
            self.finish()
            # What is still under way may take as long as a slow server likes.
            os._exit(0)
        if now - self._synced_at > SYNC_S:
            self._snapshot.sync()
            self._synced_at = now
        self._tell()
        loop.call_later(TICK_S, self.tick, loop)

    def stop(self, why: str) -> None:
        """Ask for nothing more; what is under way may still arrive, for GRACE_S."""
        if not self.is_stopped:
            self._ending.stopped, self.is_stopped, self._stopped_at = why, True, time.monotonic()

    def lose(self) -> None:
        """Leave the end to be written by who started this process: what is on the disk is whole, and more may lack."""
        self.is_stopped = self._is_finished = True

    def finish(self) -> None:
        """Write the manifest, once."""
        if self._is_finished:
            return
        if self._snapshot.is_full:  # since the clock was looked at last
            self.stop("disk")
        self._is_finished = True
        self._tell()
        told = manifest(self._job, self._ending, self._frontier, self._recorder)
        self._snapshot.finish(told)

    def _tell(self) -> None:
        record, frontier = self._recorder, self._frontier
        told = Progress(
            pages=record.pages,
            queued=len(frontier),
            documents=len(frontier.documents),
            links=record.links,
            off_site=frontier.off_site.total(),
            bytes_downloaded=self._ending.bytes_downloaded,
            seconds=round(time.monotonic() - self._began, 1),
            max_pages=self._job.limits.max_pages,
            url=record.last_url,
            named=record.newly_named(),
        )
        sys.stdout.write(told.line() + "\n")
        sys.stdout.flush()
