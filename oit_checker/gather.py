"""Addresses → a fresh look at each, once, and what can be read there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from oit_checker.documents.archive import digest_of
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.fetch import Fetcher
from oit_checker.match.viewer_page import only_file
from oit_checker.model.evidence import Candidate, LinkCheck, Verification
from oit_checker.model.labels import NEEDS_PASSWORD, VERIFICATION
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.snapshot import Snapshot
from oit_checker.urls import fragment_of, is_document, same_site
from oit_checker.verify.check import Checked, check_links
from oit_checker.verify.cloud import recognise, same_thing
from oit_checker.verify.cloud.contents import files_of_folder, read_contents
from oit_checker.verify.embedded import as_its_file
from oit_checker.verify.shown import as_shown

_NOT_FOR_THE_PUBLIC = {
    Unreadable.CORRUPT: Verification.CORRUPT,
    Unreadable.EMPTY: Verification.EMPTY,
    Unreadable.ENCRYPTED: Verification.FORBIDDEN,
}


@dataclass(slots=True)
class Gathered:
    """Everything that was looked at so far, by address; the spellings of one thing on a cloud service are one entry.

    pages holds None for an address that did not open.
    """

    checked: dict[str, Checked] = field(default_factory=dict)
    pages: dict[str, Page | None] = field(default_factory=dict)
    offers: dict[str, list[Candidate]] = field(default_factory=dict)

    def seen(self, url: str) -> Checked:
        """The answer that counts for an address, as linked."""
        return self.checked[same_thing(url)]

    def page(self, url: str) -> Page | None:
        """What can be read at an address, as linked; None where it did not open or was not asked."""
        return self.pages.get(same_thing(url))

    def part(self, url: str) -> Page | None:
        """As `page`; also a document in an archive, which is named after `#`."""
        archive = self.pages.get(archive_of(url))
        inner = archive.inner if archive is not None else ()
        return next((part for part in inner if part.url == url), None) or self.page(url)

    def all_pages(self) -> Iterator[Page]:
        """Every page and document that was read, those in archives after their archive."""
        for page in self.pages.values():
            if page is not None:
                yield from (page, *page.inner)

    def lists_files(self, url: str) -> bool:
        """Whether the address is a folder on a cloud service whose files were listed."""
        checked = self.checked.get(same_thing(url))
        return checked is not None and checked.lists

    def link_checks(self) -> tuple[LinkCheck, ...]:
        """One LinkCheck per thing, as first linked, in the order in which they were first offered."""
        return tuple(self._link_check(thing, offers) for thing, offers in self.offers.items() if thing in self.checked)

    def _link_check(self, thing: str, offers: Sequence[Candidate]) -> LinkCheck:
        checked = self.checked[thing]
        first = offers[0]
        return LinkCheck(
            url=first.url,
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
        self.own_hosts: Collection[str] = ()
        self.boxed: Collection[str] = ()
        """Hosts that show a box to sign in beside every page."""
        """The agency's hosts; a viewer's page anywhere else is followed to the file that it shows."""

    def look_at(self, candidates: Iterable[Candidate]) -> None:
        """Verify the addresses that are new, and read what opens."""
        gathered = self.gathered
        for candidate in candidates:
            gathered.offers.setdefault(same_thing(candidate.url), []).append(candidate)
        new = {thing: offers[0].url for thing, offers in gathered.offers.items() if thing not in gathered.checked}
        if not new:
            return
        self._tell("verify", len(new))
        expected = {url: is_document(url) for url in new.values()}
        answered = check_links(expected, fetcher=self._fetcher, body=self._snapshot.body, boxed=self.boxed)
        seen = {thing: answered[url] for thing, url in new.items()}
        gathered.checked.update(seen)
        gathered.checked.update(read_contents(seen, fetcher=self._fetcher, body=self._snapshot.body))
        self._read(new)
        self._follow_viewers(new)

    def _follow_viewers(self, new: Mapping[str, str]) -> None:
        """Read the one file that a page off the site holds and nothing else; asked once, and no further."""
        gathered, held = self.gathered, {}
        for thing in new:
            checked, page = gathered.checked[thing], gathered.pages[thing]
            if page is None or checked.unread is not None or checked.lists or not self._is_elsewhere(checked):
                continue
            if (url := only_file(page)) is not None:
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
        job = self._job(page.url if is_inside else self.gathered.offers[thing][0].url, checked)
        sha256 = checked.fetched.body_sha256
        if sha256 is None or job is None:
            return None
        member = fragment_of(page.url) if is_inside else None
        return ScanJob(page, job, digest_of(sha256, member) if member is not None else sha256, member)

    def _read(self, new: Mapping[str, str]) -> None:
        """Read what opens; new holds the address of each thing, as first linked."""
        gathered = self.gathered
        opened = {thing: url for thing, url in new.items() if _is_to_be_read(gathered.checked[thing])}
        self._tell("read", len(opened))
        jobs = [job for thing, url in opened.items() if (job := self._job(url, gathered.checked[thing])) is not None]
        arrived = {url: gathered.checked[thing].fetched.final_url for thing, url in opened.items()}
        pages = as_shown(self._reader.read_all(jobs), self._snapshot, arrived)
        for thing, url in new.items():
            checked, page = gathered.checked[thing], pages.get(url)
            if page is not None:
                gathered.checked[thing] = checked = as_read(checked, page)
                page = files_of_folder(page) if checked.lists else page
            elif thing in opened and checked.unread is not None:
                page = Page(url, PageKind.HTML, None, unreadable=checked.unread)
            gathered.pages[thing] = page

    def _job(self, url: str, checked: Checked) -> ReadJob | None:
        fetched = checked.fetched
        if fetched.body_sha256 is None or checked.unread is not None:
            return None
        return ReadJob(url, partial(self._snapshot.body, fetched.body_sha256), fetched.content_type)

    def _tell(self, stage: str, count: int) -> None:
        if self._on_progress is not None:
            self._on_progress(stage, count, len(self.gathered.offers))


def _is_to_be_read(checked: Checked) -> bool:
    """What opens; and a door that tells its services, which to the item that asks for them has opened."""
    return checked.verdict.verification.opens or checked.verdict.tells_services


def archive_of(url: str) -> str:
    """The name of the archive in which a document lies that is named after `#`."""
    return same_thing(url.partition("#")[0])


def name_of(candidate: Candidate) -> str:
    """The name of what a candidate offers, one for all spellings; a document in an archive has one of its own."""
    return candidate.url if candidate.member is not None else same_thing(candidate.url)


def as_read(checked: Checked, page: Page) -> Checked:
    """A file that opens but holds nothing that can be read is no file to the public; only reading it shows that.

    So is one that asks for a password before it shows anything: whoever has none meets a closed door.
    """
    outcome = _NOT_FOR_THE_PUBLIC.get(page.unreadable or Unreadable.UNKNOWN_FORMAT)
    if outcome is None or page.kind is PageKind.HTML or checked.fetched.truncated:
        return checked
    message = NEEDS_PASSWORD if page.unreadable is Unreadable.ENCRYPTED else VERIFICATION[outcome]
    return replace(checked, verdict=replace(checked.verdict, verification=outcome, message=message))
