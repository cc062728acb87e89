"""Many documents read at once, each within its time and memory, whatever is in them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import oit_checker
from oit_checker.config import ReadLimits
from oit_checker.documents.extract import extract, sniff
from oit_checker.documents.worker import PAGE, READY
from oit_checker.errors import OitError
from oit_checker.model.page import Page, PageKind, Unreadable

_SMALL_PAGE_BYTES = 2 * 1024 * 1024
_ATTEMPTS = 2
"""A worker may have died of the machine's troubles; a file is CORRUPT if a second one dies of it too."""
_WORKER_MODULE = "oit_checker.documents.worker"
_READ_HERE = frozenset((PageKind.HTML, PageKind.TEXT))


@dataclass(frozen=True, slots=True)
class ReadJob:
    """A document to read: its bytes, or what gives them when its turn has come, and raises SnapshotError otherwise."""

    url: str
    load: Callable[[], bytes] | bytes
    media_type: str | None = None


class Reader:
    """Reads documents in worker processes; web pages, which are small and safe, in this one.

    Use as a context manager. A worker is started when the first document needs one, and is ended and replaced when a
    file takes longer than seconds_per_file (TOO_SLOW) or makes it crash (CORRUPT).
    """

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._idle: SimpleQueue[_Worker] = SimpleQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(Empty):
            while True:
                self._idle.get_nowait().end()

    def read_all(self, jobs: Sequence[ReadJob]) -> dict[str, Page]:
        """The page of every job by its url, in the order of the jobs; a url given twice is read once.

        Raises what `load` of a job raises, OitError where no worker can be started.
        """
        wanted = {job.url: job for job in reversed(jobs)}
        order = list(dict.fromkeys(job.url for job in jobs))
        if not order:
            return {}
        with ThreadPoolExecutor(max_workers=max(1, self._limits.processes)) as pool:
            return dict(zip(order, pool.map(self._read, [wanted[url] for url in order]), strict=True))

    def _read(self, job: ReadJob) -> Page:
        body = job.load if isinstance(job.load, bytes) else job.load()
        sniffed = sniff(body, url=job.url, media_type=job.media_type)
        if len(body) > self._limits.max_file_bytes:
            return Page(job.url, sniffed.kind, None, unreadable=Unreadable.TOO_BIG, cut=True)
        if sniffed.kind in _READ_HERE and len(body) <= _SMALL_PAGE_BYTES:
            return extract(body, url=job.url, media_type=job.media_type)
        for _ in range(_ATTEMPTS):
            with self._worker() as worker:
                answer = worker.read(job, body)
            if isinstance(answer, Page):
                return answer
            if answer is Unreadable.TOO_SLOW:
                break
        trouble = Unreadable.TOO_SLOW if answer is Unreadable.TOO_SLOW else Unreadable.CORRUPT
        return Page(job.url, sniffed.kind, None, unreadable=trouble)

    @contextlib.contextmanager
    def _worker(self) -> Iterator[_Worker]:
        try:
            worker = self._idle.get_nowait()
        except Empty:
            worker = _Worker(self._limits)
        try:
            yield worker
        finally:
            if worker.is_alive:
                self._idle.put(worker)
            else:
                worker.end()


class _Worker:
    """One child process and the pipes to it."""

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        home = str(Path(oit_checker.__file__).parents[1])
        paths = os.pathsep.join(path for path in (home, os.environ.get("PYTHONPATH", "")) if path)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-m", _WORKER_MODULE, str(limits.memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, "OMP_THREAD_LIMIT": "1"},
            start_new_session=True,
        )
        self.is_alive = self._process.stdout is not None and self._process.stdout.readline() == READY
        if not self.is_alive:
            self.end()
            raise OitError(
                "the process that reads documents does not start",
                remedy=f"Give it more memory than {limits.memory_mb} MB, or look for what ends new processes here.",
            )

    def read(self, job: ReadJob, body: bytes) -> Page | Unreadable:
        """The page, or why there is none: out of time, or the worker died of the file."""
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            self._process.kill()

        clock = threading.Timer(self._limits.seconds_per_file, stop)
        clock.start()
        try:
            page = self._ask(job, body)
        except (OSError, ValueError):
            self.is_alive = False
            return Unreadable.TOO_SLOW if overdue.is_set() else Unreadable.CORRUPT
        finally:
            clock.cancel()
        self.is_alive = not overdue.is_set()
        return page

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _ask(self, job: ReadJob, body: bytes) -> Page:
        send, receive = self._process.stdin, self._process.stdout
        if send is None or receive is None:
            raise OSError("the worker has no pipes")
        head = {
            "url": job.url,
            "media_type": job.media_type,
            "max_pages": self._limits.max_pdf_pages,
            "bytes": len(body),
        }
        send.write(json.dumps(head).encode() + b"\n" + body)
        send.flush()
        return PAGE.validate_json(receive.read(int(receive.readline())))
