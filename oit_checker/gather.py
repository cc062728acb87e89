"""Addresses → a fresh look at each, once, and what can be read there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from oit_checker.documents.archive import digest_of
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.fetch import Fetcher
from oit_checker.gathered import Gathered, archive_of
from oit_checker.match.viewer_page import only_file
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.model.labels import NEEDS_PASSWORD, VERIFICATION
from oit_checker.model.page import Fetched, Page, PageKind, Unreadable
from oit_checker.snapshot import Snapshot
from oit_checker.urls import fragment_of, is_document, same_site
from oit_checker.verify.asked_once import AskedOnce
from oit_checker.verify.check import Checked, check_links
from oit_checker.verify.cloud import recognise, same_thing
from oit_checker.verify.cloud.contents import files_of_folder, read_contents
from oit_checker.verify.embedded import as_its_file
from oit_checker.verify.look import Look
from oit_checker.verify.shown import shown_or_sent

_WELL = 200
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_NOT_FOR_THE_PUBLIC = {
    Unreadable.CORRUPT: Verification.CORRUPT,
    Unreadable.EMPTY: Verification.EMPTY,
    Unreadable.ENCRYPTED: Verification.FORBIDDEN,
}


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
        self._fetcher = AskedOnce(fetcher)
        self._reader = reader
        self._scan_reader = scan_reader
        self._on_progress = on_progress
        self.gathered = Gathered()
        self.own_hosts: Collection[str] = ()
        """The agency's hosts; a viewer's page anywhere else is followed to the file that it shows."""
        self.boxed: Collection[str] = ()
        """Hosts that show a box to sign in beside every page."""
        self._begun: dict[str, tuple[Fetched, Future[Page]]] = {}
        """What is read already, by the address asked, with the answer whose body it is."""

    def expect_documents(self, offered: Iterable[str]) -> None:
        """Start the process that reads documents, which needs a while, where the site offers any."""
        if any(map(is_document, offered)):
            self._reader.expect_documents()

    def look_at(self, candidates: Iterable[Candidate]) -> None:
        """Verify the addresses that are new, and begin to read what opens: `gathered` waits for what is asked of it."""
        gathered = self.gathered
        gathered.finish()
        for candidate in candidates:
            gathered.offers.setdefault(same_thing(candidate.url), []).append(candidate)
        new = {thing: offers[0].url for thing, offers in gathered.offers.items() if thing not in gathered.checked}
        if not new:
            return
        self._tell("verify", len(new))
        expected = {url: is_document(url) for url in new.values()}
        body = self._snapshot.body
        answered = check_links(
            expected,
            fetcher=self._fetcher,
            body=body,
            boxed=self.boxed,
            on_answers=self._begin,
            on_page=self._read_page,
        )
        seen = {thing: answered[url] for thing, url in new.items()}
        gathered.checked.update(seen)
        gathered.checked.update(read_contents(seen, fetcher=self._fetcher, body=body))
        self._read(new)
        self._follow_viewers(new)

    def _begin(self, answers: Iterable[Fetched]) -> None:
        """Begin to read documents that have come, though they may turn out not to open.

        The network is waited for meanwhile. Web pages are read one by one as they are looked at.
        """
        for fetched in answers:
            is_read_aside = fetched.http_status == _WELL and fetched.media_type not in _PAGES and _is_its_own(fetched)
            if is_read_aside and (job := self._job(fetched.url, fetched)) is not None:
                self._begun[fetched.url] = fetched, self._reader.begin(job)

    def _read_page(self, checked: Checked, body: bytes, look: Look) -> None:
        """Read a web page that opens while it is parsed: to load and parse it anew would take half as long again."""
        fetched = checked.fetched
        if fetched.url in self._begun or not _is_to_be_read(checked) or not _is_its_own(fetched):
            return
        if (job := self._job(fetched.url, fetched)) is not None:
            self._begun[fetched.url] = fetched, self._reader.read_now(job, body, look.parsed)

    def _follow_viewers(self, new: Mapping[str, str]) -> None:
        """Read the one file that a page off the site holds and nothing else; asked once, and no further."""
        gathered, held = self.gathered, {}
        for thing in new:
            checked = gathered.checked[thing]
            if checked.unread is not None or checked.lists or not self._is_elsewhere(checked):
                continue
            page = gathered.page(new[thing])
            if page is not None and (url := only_file(page)) is not None:
                held[thing] = url
        if not held:
            return
        wanted = {url: is_document(url) for url in held.values()}
        answered = check_links(wanted, fetcher=self._fetcher, body=self._snapshot.body, boxed=self.boxed)
        answered.update(read_contents(answered, fetcher=self._fetcher, body=self._snapshot.body))
        for thing, url in held.items():
            gathered.checked[thing] = as_its_file(gathered.checked[thing], answered[url], self._snapshot.body)
        self._read({thing: new[thing] for thing in held})

    def _is_elsewhere(self, checked: Checked) -> bool:
        at = checked.fetched.final_url
        return bool(self.own_hosts) and not same_site(at, self.own_hosts) and recognise(at) is None

    def read_scans(self, urls: Iterable[str]) -> frozenset[str]:
        """Read the scans of documents that were looked at, in this order; returns what is new by that.

        That is the names under which `gathered` holds the pages.
        """
        if self._scan_reader is None:
            return frozenset()
        jobs = {name: job for name, url in self._names(urls).items() if (job := self._scan_job(url)) is not None}
        if not jobs:
            return frozenset()
        self._tell("ocr", sum(len(job.page.scans) for job in jobs.values()))
        read = self._scan_reader.read_all(list(jobs.values()))
        new = {name: page for name, job in jobs.items() if (page := read.get(job.job.url)) is not None}
        for name, page in new.items():
            self._put(name, page)
        return frozenset(new)

    def _names(self, urls: Iterable[str]) -> dict[str, str]:
        """The addresses, each under its one name; a document in an archive has none but its address."""
        part, page = self.gathered.part, self.gathered.page
        return {same_thing(url) if part(url) is page(url) else url: url for url in urls}

    def _put(self, name: str, page: Page) -> None:
        """Put a page that was read anew in its place, in its archive where it lies in one."""
        pages = self.gathered.pages
        archive = pages.get(archive_of(name))
        if archive is not None and archive.inner:
            inner = tuple(page if part.url == name else part for part in archive.inner)
            page, name = replace(archive, inner=inner), archive_of(name)
        pages[name] = page

    def has_unread_scans(self, url: str) -> bool:
        """Whether a document that was looked at has scans that OCR was not yet asked to read."""
        page = self.gathered.part(url)
        return page is not None and bool(page.scans) and page.ocr is None

    def _scan_job(self, url: str) -> ScanJob | None:
        page = self.gathered.part(url)
        if page is None or not self.has_unread_scans(url):
            return None
        thing = same_thing(url) if page is self.gathered.page(url) else archive_of(url)
        checked = self.gathered.checked[thing]
        is_inside = self.gathered.pages[thing] is not page
        url = page.url if is_inside else self.gathered.offers[thing][0].url
        job = self._job(url, checked.fetched) if checked.unread is None else None
        sha256 = checked.fetched.body_sha256
        if sha256 is None or job is None:
            return None
        member = fragment_of(page.url) if is_inside else None
        return ScanJob(page, job, digest_of(sha256, member) if member is not None else sha256, member)

    def _read(self, new: Mapping[str, str]) -> None:
        """Begin to read what opens; new holds the address of each thing, as first linked."""
        gathered = self.gathered
        gathered.finish()
        opened = {url: gathered.checked[thing] for thing, url in new.items()}
        opened = {url: checked for url, checked in opened.items() if _is_to_be_read(checked)}
        self._tell("read", len(opened))
        begun = {url: self._reading(url, checked.fetched) for url, checked in opened.items() if checked.unread is None}
        for _, in_vain in self._begun.values():
            in_vain.cancel()
        self._begun.clear()
        gathered.unread.update(new)
        gathered.reading = self._arriving(new, begun)

    def _arriving(self, new: Mapping[str, str], begun: Mapping[str, Future[Page] | None]) -> Iterator[str]:
        """Put each page in its place as it is there, and name it."""
        gathered = self.gathered
        for thing, url in new.items():
            checked, reading = gathered.checked[thing], begun.get(url)
            page = None
            if reading is not None:
                page = shown_or_sent(self._reader.taken(reading), self._snapshot, checked.fetched.final_url)
                gathered.checked[thing] = checked = as_read(checked, page)
                page = files_of_folder(page) if checked.lists else page
            elif checked.verdict.verification.opens and checked.unread is not None:
                page = Page(url, PageKind.HTML, None, unreadable=checked.unread)
            gathered.pages[thing] = page
            yield thing

    def _reading(self, url: str, fetched: Fetched) -> Future[Page] | None:
        """The reading of an answer's body, begun before or now; None where it has none."""
        answer, reading = self._begun.pop(url, (None, None))
        if answer is fetched:
            return reading
        if reading is not None:
            reading.cancel()
        job = self._job(url, fetched)
        return self._reader.begin(job) if job is not None else None

    def _job(self, url: str, fetched: Fetched) -> ReadJob | None:
        if fetched.body_sha256 is None:
            return None
        return ReadJob(url, partial(self._snapshot.body, fetched.body_sha256), fetched.content_type)

    def _tell(self, stage: str, count: int) -> None:
        if self._on_progress is not None:
            self._on_progress(stage, count, len(self.gathered.offers))


def _is_its_own(fetched: Fetched) -> bool:
    """Whether an answer shows what it holds, and no service outside the website has to be asked for it."""
    return recognise(fetched.url) is None and recognise(fetched.final_url) is None


def _is_to_be_read(checked: Checked) -> bool:
    """What opens; and a door that tells its services, which to the item that asks for them has opened."""
    return checked.verdict.verification.opens or checked.verdict.tells_services


def as_read(checked: Checked, page: Page) -> Checked:
    """A file that opens but holds nothing that can be read is no file to the public; only reading it shows that.

    So is one that asks for a password before it shows anything: whoever has none meets a closed door.
    """
    outcome = _NOT_FOR_THE_PUBLIC.get(page.unreadable or Unreadable.UNKNOWN_FORMAT)
    if outcome is None or page.kind is PageKind.HTML or checked.fetched.truncated:
        return checked
    message = NEEDS_PASSWORD if page.unreadable is Unreadable.ENCRYPTED else VERIFICATION[outcome]
    return replace(checked, verdict=replace(checked.verdict, verification=outcome, message=message))
