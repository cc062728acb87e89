"""Addresses → a fresh look at each, once, and what can be read there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.fetch import Fetcher
from oit_checker.model.evidence import Candidate, LinkCheck, Verification
from oit_checker.model.labels import VERIFICATION
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.snapshot import Snapshot
from oit_checker.urls import is_document
from oit_checker.verify.check import Checked, check_links


@dataclass(slots=True)
class Gathered:
    """Everything that was looked at so far, by address as linked.

    pages holds None for an address that did not open.
    """

    checked: dict[str, Checked] = field(default_factory=dict)
    pages: dict[str, Page | None] = field(default_factory=dict)
    offers: dict[str, list[Candidate]] = field(default_factory=dict)

    def link_checks(self) -> tuple[LinkCheck, ...]:
        """One LinkCheck per address, in the order in which they were first offered."""
        return tuple(self._link_check(url, offers) for url, offers in self.offers.items() if url in self.checked)

    def _link_check(self, url: str, offers: Sequence[Candidate]) -> LinkCheck:
        checked = self.checked[url]
        first = offers[0]
        return LinkCheck(
            url=url,
            found_on=first.found_on,
            link_text=first.link_text,
            items=tuple(dict.fromkeys(offer.code for offer in offers)),
            verification=checked.verdict.verification,
            http_status=checked.fetched.http_status,
            final_url=checked.fetched.final_url,
            attempts=checked.fetched.attempts,
            message=checked.verdict.message,
        )


class Gatherer:
    """Verifies and reads the addresses of candidates, each once in an audit."""

    def __init__(
        self,
        snapshot: Snapshot,
        fetcher: Fetcher,
        reader: Reader,
        on_progress: Callable[[str, int, int], None] | None = None,
        scan_reader: ScanReader | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._fetcher = fetcher
        self._reader = reader
        self._scan_reader = scan_reader
        self._on_progress = on_progress
        self.gathered = Gathered()

    def look_at(self, candidates: Iterable[Candidate]) -> None:
        """Verify the addresses that are new, and read what opens."""
        gathered = self.gathered
        for candidate in candidates:
            gathered.offers.setdefault(candidate.url, []).append(candidate)
        new = [url for url in gathered.offers if url not in gathered.checked]
        if not new:
            return
        self._tell("verify", len(new))
        expected = {url: is_document(url) for url in new}
        gathered.checked.update(check_links(expected, fetcher=self._fetcher, body=self._snapshot.body))
        self._read(new)

    def read_scans(self, urls: Iterable[str]) -> frozenset[str]:
        """Read the scans of documents that were looked at, in this order; the addresses whose pages are new by that."""
        if self._scan_reader is None:
            return frozenset()
        jobs = [job for url in dict.fromkeys(urls) if (job := self._scan_job(url)) is not None]
        if not jobs:
            return frozenset()
        self._tell("ocr", sum(len(job.page.scans) for job in jobs))
        read = self._scan_reader.read_all(jobs)
        self.gathered.pages.update(read)
        return frozenset(read)

    def has_unread_scans(self, url: str) -> bool:
        """Whether a document that was looked at has scans that OCR was not yet asked to read."""
        page = self.gathered.pages.get(url)
        return page is not None and bool(page.scans) and page.ocr is None

    def _scan_job(self, url: str) -> ScanJob | None:
        page, sha256 = self.gathered.pages.get(url), self.gathered.checked[url].fetched.body_sha256
        job = self._job(url)
        if page is None or sha256 is None or job is None or not self.has_unread_scans(url):
            return None
        return ScanJob(page, job, sha256)

    def _read(self, urls: Sequence[str]) -> None:
        gathered = self.gathered
        opened = [url for url in urls if gathered.checked[url].verdict.verification.opens]
        self._tell("read", len(opened))
        jobs = [job for url in opened if (job := self._job(url)) is not None]
        pages = self._reader.read_all(jobs)
        gathered.pages.update({url: pages.get(url) for url in urls})
        for url, page in pages.items():
            gathered.checked[url] = as_read(gathered.checked[url], page)

    def _job(self, url: str) -> ReadJob | None:
        fetched = self.gathered.checked[url].fetched
        if fetched.body_sha256 is None:
            return None
        return ReadJob(url, partial(self._snapshot.body, fetched.body_sha256), fetched.media_type)

    def _tell(self, stage: str, count: int) -> None:
        if self._on_progress is not None:
            self._on_progress(stage, count, len(self.gathered.offers))


def as_read(checked: Checked, page: Page) -> Checked:
    """A file that opens but holds nothing that can be read is no file to the public; only reading it shows that."""
    outcome = {Unreadable.CORRUPT: Verification.CORRUPT, Unreadable.EMPTY: Verification.EMPTY}.get(
        page.unreadable or Unreadable.UNKNOWN_FORMAT
    )
    if outcome is None or page.kind is PageKind.HTML or checked.fetched.truncated:
        return checked
    return replace(checked, verdict=replace(checked.verdict, verification=outcome, message=VERIFICATION[outcome]))
