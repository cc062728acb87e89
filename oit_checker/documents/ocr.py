"""Scans read by OCR: which pages, in which order, within which limits. The reading itself is done by worker processes.

The engine is looked for, and a process started, only when there is a page to read that nobody has read before.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from oit_checker.config import ReadLimits
from oit_checker.documents.ocr_cache import KeptText, OcrCache
from oit_checker.documents.reading import Reader, ReadJob, ScanAsk
from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import SETTINGS, Engine, find_engine
from oit_checker.documents.text_layer import mended
from oit_checker.model.page import OcrLack, OcrReading, Page, PageKind, Passage, Unreadable
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_WORDS = regex(r"[ก-ฮ][ก-๎]|[A-Za-z]{2}")  # a line without two letters in a row is a stain or a rule
_READABLE = frozenset((PageKind.PDF, PageKind.IMAGE))


@dataclass(frozen=True, slots=True)
class ScanJob:
    """A document with scans: its page as it was read without OCR, its body, and the body's SHA-256.

    Of a document in an archive, member is its name there, the body that of the archive, and sha256 stands for both.
    """

    page: Page
    job: ReadJob
    sha256: str
    member: str | None = None


class ScanReader:
    """Reads the scans of one audit or check, and counts what that costs against its limits.

    cache is None where nothing is kept. find looks for the engine, once; clock counts seconds.
    """

    def __init__(
        self,
        reader: Reader,
        limits: ReadLimits,
        cache: OcrCache | None,
        find: Callable[[], Engine | OcrLack] = find_engine,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reader = reader
        self._limits = limits
        self._cache = cache
        self._find = find
        self._clock = clock
        self._engine: Engine | OcrLack | None = None
        self._finding = threading.Lock()
        self._pages_left = limits.max_ocr_pages
        self._seconds_left = limits.ocr_seconds
        self._spent: dict[str, float] = defaultdict(float)

    def read_all(self, jobs: Sequence[ScanJob]) -> dict[str, Page]:
        """The documents by url with what OCR read in them, first document and first pages first.

        Jobs without scans, or already read, are left out; the same bytes at two addresses are read once. Raises as
        `Reader.read_all` does.
        """
        jobs = [job for job in jobs if job.page.scans and job.page.ocr is None and job.page.kind in _READABLE]
        if not jobs:
            return {}
        once = {job.sha256: job for job in reversed(jobs)}
        order = dict.fromkeys(job.sha256 for job in jobs)
        asks = [(once[sha256], number) for sha256 in order for number in self._chosen(once[sha256].page)]
        texts: dict[str, dict[int, ScanText]] = {sha256: {} for sha256 in order}
        started = self._clock()
        pool = ThreadPoolExecutor(max_workers=max(1, self._limits.processes))
        try:
            read = partial(self._text, deadline=started + self._seconds_left)
            for (job, number), text in zip(asks, pool.map(read, asks), strict=True):
                texts[job.sha256][number] = text
        finally:  # Ctrl+C waits for the pages that are being read, and for no others
            pool.shutdown(cancel_futures=True)
        self._seconds_left -= self._clock() - started
        return {job.job.url: self._with_texts(job.page, texts[job.sha256]) for job in jobs}

    def _chosen(self, page: Page) -> tuple[int, ...]:
        """The first pages, as many as the limits allow; cached ones count, so that judging again reads the same."""
        chosen = page.scans[: min(self._limits.ocr_pages_per_file, self._pages_left)]
        self._pages_left -= len(chosen)
        return chosen

    def _text(self, ask: tuple[ScanJob, int], deadline: float) -> ScanText:
        """What the cache knows of a page, else what the engine reads."""
        job, number = ask
        kept = self._cache.get(job.sha256, number, self._settings) if self._cache is not None else None
        if kept is not None:
            return ScanText(kept.text, kept.is_blank)
        engine = self._found_engine()
        if isinstance(engine, OcrLack):
            return ScanText(lack=engine)
        began = self._clock()
        if began >= deadline or self._spent[job.sha256] >= self._limits.ocr_seconds_per_file:
            return ScanText(lack=OcrLack.TOO_SLOW)
        text = self._reader.read_scan(ScanAsk(job.job, job.page.kind, number, job.member), engine)
        self._spent[job.sha256] += self._clock() - began
        if text.lack is None and self._cache is not None:
            self._cache.put(KeptText(job.sha256, number, engine.settings, text.text, text.is_blank))
        return text

    @property
    def _settings(self) -> str:
        """The settings of the engine, as soon as it is known; the usual ones find what another machine has read."""
        return self._engine.settings if isinstance(self._engine, Engine) else SETTINGS

    def _found_engine(self) -> Engine | OcrLack:
        with self._finding:
            if self._engine is None:
                self._engine = self._find()
            return self._engine

    def _with_texts(self, page: Page, texts: dict[int, ScanText]) -> Page:
        read = tuple(number for number, text in texts.items() if text.lack is None and not text.is_blank)
        blank = tuple(number for number, text in texts.items() if text.is_blank)
        left = tuple(number for number in page.scans if number not in read and number not in blank)
        ocr = OcrReading(
            passages=tuple(line for number in read for line in _lines(texts[number].text, number, page.kind)),
            pages=read,
            blank=blank,
            left=left,
            lack=self._why_left(page, texts) if left else None,
        )
        is_white = page.unreadable is not None and len(blank) == len(page.scans)
        return replace(
            page,
            ocr=ocr,
            partly_unreadable=tuple(number for number in page.partly_unreadable if number not in blank),
            unreadable=Unreadable.BLANK if is_white else page.unreadable,
        )

    def _why_left(self, page: Page, texts: dict[int, ScanText]) -> OcrLack:
        """The first lack that a page met; else the limit that kept the rest from being asked."""
        met = next((text.lack for text in texts.values() if text.lack is not None), None)
        if met is not None:
            return met
        if self._limits.max_ocr_pages <= 0:
            return OcrLack.SWITCHED_OFF
        return OcrLack.PAGES_PER_FILE if len(texts) >= self._limits.ocr_pages_per_file else OcrLack.PAGES_PER_RUN


def _lines(text: str, number: int, kind: PageKind) -> Iterator[Passage]:
    """The lines that hold something like words; a picture has no page numbers."""
    for line in mended(text).splitlines():
        if _WORDS.search(line):
            yield Passage(squeeze(line), page_no=number if kind is PageKind.PDF else None, by_ocr=True)
