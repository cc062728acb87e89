"""Many documents read at once, each within its time and memory, whatever is in them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self

from oit_checker.config import PAGE_BYTES, ReadLimits
from oit_checker.documents.extract import extract, sniff
from oit_checker.documents.office import MOST_TEXT_BYTES
from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import Engine
from oit_checker.documents.tree import Parsed
from oit_checker.documents.volume import Volume
from oit_checker.documents.worker_process import Give, WorkerProcess
from oit_checker.errors import OitError
from oit_checker.lines import reader_of
from oit_checker.model.page import OcrLack, Page, PageKind, Unreadable

_SMALL_PAGE_BYTES = 512 * 1024
"""What is read in this process, where no clock ends it; an agency's page is a tenth of that."""
_ATTEMPTS = 2
"""A worker may have died of the machine's troubles; a file is READER_FAILED if a second one dies of it too."""
_BIG_BYTES = 4 * 1024 * 1024
"""Larger bodies are held by this process one at a time, and only until a worker has them."""
_HUGE_BYTES = 16 * 1024 * 1024
"""Larger bodies are read one at a time: a reader may need several times their room."""
_READ_HERE = frozenset((PageKind.HTML, PageKind.TEXT))
_PATIENCE_S = 0.5
"""How long a document waits for a worker that is busy before a further one is begun, which costs 0.3 s of CPU."""
_MOST_READ = {PageKind.HTML: PAGE_BYTES, PageKind.TEXT: MOST_TEXT_BYTES, PageKind.CSV: MOST_TEXT_BYTES}
_DRAWING_S = 10.0
"""How much longer than OCR itself a scanned page may take, to be drawn."""


@dataclass(frozen=True, slots=True)
class ReadJob:
    """A document to read: its bytes, or what gives them when its turn has come, and raises SnapshotError otherwise."""

    url: str
    load: Callable[[], bytes] | bytes
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class ScanAsk:
    """A page, by its number from 1, of a document of that kind, to be read by OCR.

    member is the document's name where the job's bytes are those of an archive.
    """

    job: ReadJob
    kind: PageKind
    page: int
    member: str | None = None


class Reader:
    """Reads documents in worker processes; web pages, which are small and safe, in this one.

    Use as a context manager. A worker is started when the first document needs one, and is ended and replaced when a
    file takes longer than seconds_per_file (TOO_SLOW), asks for too much memory (TOO_BIG) or makes it crash
    (READER_FAILED): all of these say something of us, not of the file.
    """

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._handing = threading.Lock()
        self._alone = threading.Lock()
        self._volume = Volume()
        self._idle: SimpleQueue[WorkerProcess] = SimpleQueue()
        self._beginning = threading.Lock()
        self._has_begun = False
        self._pool = ThreadPoolExecutor(max(1, limits.processes))
        self._starter = ThreadPoolExecutor(1)
        self._first: Future[WorkerProcess] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._starter.shutdown()
        if self._first is not None:
            with contextlib.suppress(OitError):
                self._first.result().end()
        with contextlib.suppress(Empty):
            while True:
                self._idle.get_nowait().end()

    def expect_documents(self) -> None:
        """Start the first worker while something else is waited for: it needs 0.3 s until it can read."""
        with self._beginning:
            if not self._has_begun:
                self._has_begun, self._first = True, self._starter.submit(WorkerProcess, self._limits)

    def begin(self, job: ReadJob) -> Future[Page]:
        """Read a document beside whatever is done meanwhile; jobs are begun in the order in which they are given."""
        return self._pool.submit(self._read, job)

    def read_now(self, job: ReadJob, body: bytes, parsed: Parsed) -> Future[Page]:
        """Read a small web page that is parsed already before this returns; anything else beside it, as `begin` does.

        body is what the job loads, parsed the same as `parse_page` gives it.
        """
        is_page = sniff(body, url=job.url, media_type=job.media_type).kind is PageKind.HTML
        if not is_page or len(body) > min(_SMALL_PAGE_BYTES, self._limits.max_file_bytes):
            return self.begin(job)
        reading = Future[Page]()
        reading.set_result(extract(body, url=job.url, media_type=job.media_type, parsed=parsed))
        return reading

    def taken(self, reading: Future[Page]) -> Page:
        """What `begin` has read, or as much of it as there is room for after all that was taken before it.

        Raises as `read_all` does.
        """
        return self._volume.within(reading.result())

    def read_all(self, jobs: Sequence[ReadJob]) -> dict[str, Page]:
        """The page of every job by its url, in the order of the jobs; a url given twice is read once.

        Raises what `load` of a job raises, OitError where no worker can be started.
        """
        wanted = {job.url: job for job in reversed(jobs)}
        begun = {url: self.begin(wanted[url]) for url in dict.fromkeys(job.url for job in jobs)}
        return {url: self.taken(reading) for url, reading in begun.items()}

    def read_scan(self, ask: ScanAsk, engine: Engine) -> ScanText:
        """The text of one scanned page, within ocr_seconds_per_page; may be called by several threads at once.

        Raises as `read_all` does. A page that makes the worker crash is FAILED.
        """
        seconds = self._limits.ocr_seconds_per_page
        scan = {
            "path": engine.path,
            "languages": engine.languages,
            "kind": ask.kind.value,
            "page": ask.page,
            "seconds": seconds,
            "member": ask.member,
            "max_bytes": self._limits.max_archive_bytes,
        }
        with self._worker() as worker:
            answer = worker.ask({"scan": scan}, partial(_handed, ask.job, self._handing), seconds + _DRAWING_S)
        if isinstance(answer, Unreadable):
            return ScanText(lack=OcrLack.TOO_SLOW if answer is Unreadable.TOO_SLOW else OcrLack.FAILED)
        text: ScanText = reader_of(ScanText)(answer)
        return text

    def _read(self, job: ReadJob) -> Page:
        with _handed(job, self._handing) as body:
            sniffed = sniff(body, url=job.url, media_type=job.media_type)
            if len(body) > self._limits.max_file_bytes:
                return Page(job.url, sniffed.kind, None, unreadable=Unreadable.TOO_BIG, cut=True)
            if sniffed.kind in _READ_HERE and len(body) <= _SMALL_PAGE_BYTES:
                return extract(body, url=job.url, media_type=job.media_type)
            if sniffed.kind in _MOST_READ:
                body = body[: _MOST_READ[sniffed.kind] + 1]  # a byte more than is read: the rest is left out, and said
            is_reloaded = len(body) > _BIG_BYTES and sniffed.kind not in _MOST_READ
            give = partial(_handed, job if is_reloaded else replace(job, load=body), self._handing)
            alone = self._alone if len(body) > _HUGE_BYTES else contextlib.nullcontext()
        del body
        with alone:
            answer = self._asked(job, give)
        if isinstance(answer, bytes):
            page: Page = reader_of(Page)(answer)
            return page
        return Page(job.url, sniffed.kind, None, unreadable=answer)

    def _asked(self, job: ReadJob, give: Give) -> bytes | Unreadable:
        for _ in range(_ATTEMPTS):
            with self._worker() as worker:
                answer = worker.ask(self._head(job), give, self._limits.seconds_per_file)
            if answer is not Unreadable.READER_FAILED:
                return answer
        return Unreadable.READER_FAILED

    def _head(self, job: ReadJob) -> dict[str, Any]:
        return {
            "url": job.url,
            "media_type": job.media_type,
            "max_pages": self._limits.max_pdf_pages,
            "max_archive_files": self._limits.max_archive_files,
            "max_archive_bytes": self._limits.max_archive_bytes,
        }

    @contextlib.contextmanager
    def _worker(self) -> Iterator[WorkerProcess]:
        worker = self._free_worker()
        try:
            yield worker
        finally:
            if worker.is_alive:
                self._idle.put(worker)
            else:
                worker.end()

    def _free_worker(self) -> WorkerProcess:
        with self._beginning:
            is_first, self._has_begun = not self._has_begun, True
            expected, self._first = self._first, None
        if expected is not None:
            return expected.result()
        try:
            return self._idle.get(timeout=0 if is_first else _PATIENCE_S)
        except Empty:
            return WorkerProcess(self._limits)


@contextlib.contextmanager
def _handed(job: ReadJob, lock: threading.Lock) -> Iterator[bytes]:
    """The bytes of a job; what has to be loaded is in the hands of one thread at a time where it is big."""
    if isinstance(job.load, bytes):
        yield job.load
        return
    with contextlib.ExitStack() as held:
        held.enter_context(lock)
        body = job.load()
        if len(body) <= _BIG_BYTES:
            held.close()
        yield body
        del body
