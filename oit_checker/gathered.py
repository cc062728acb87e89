"""What an audit has looked at so far: the answer of each address, and what could be read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from oit_checker.model.evidence import Candidate, LinkCheck
from oit_checker.model.page import Page
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import same_thing


@dataclass(slots=True)
class Gathered:
    """Everything that was looked at so far, by address; the spellings of one thing on a cloud service are one entry.

    pages holds None for an address that did not open. What is still being read stands in neither until it is asked for
    or `finish` is called: `reading` names it, and puts one after the other in its place.
    """

    checked: dict[str, Checked] = field(default_factory=dict)
    pages: dict[str, Page | None] = field(default_factory=dict)
    offers: dict[str, list[Candidate]] = field(default_factory=dict)
    reading: Iterator[str] = field(default_factory=lambda: iter(()))
    unread: set[str] = field(default_factory=set)

    def seen(self, url: str) -> Checked:
        """The answer that counts for an address, as linked."""
        return self.checked[self._read(same_thing(url))]

    def page(self, url: str) -> Page | None:
        """What can be read at an address, as linked; None where it did not open or was not asked."""
        return self.pages.get(self._read(same_thing(url)))

    def finish(self) -> None:
        """Wait until all is read that was begun."""
        for thing in self.reading:
            self.unread.discard(thing)

    def _read(self, thing: str) -> str:
        """The thing, read: those before it come first, so that pages stand in one order whoever asks."""
        while thing in self.unread:
            self.unread.discard(next(self.reading))
        return thing

    def part(self, url: str) -> Page | None:
        """As `page`; also a document in an archive, which is named after `#`."""
        archive = self.pages.get(self._read(archive_of(url)))
        inner = archive.inner if archive is not None else ()
        return next((part for part in inner if part.url == url), None) or self.page(url)

    def all_pages(self) -> Iterator[Page]:
        """Every page and document that was read, those in archives after their archive."""
        for page in self.pages.values():
            if page is not None:
                yield from (page, *page.inner)

    def lists_files(self, url: str) -> bool:
        """Whether the address is a folder on a cloud service whose files were listed."""
        checked = self.checked.get(self._read(same_thing(url)))
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


def archive_of(url: str) -> str:
    """The name of the archive in which a document lies that is named after `#`."""
    return same_thing(url.partition("#")[0])


def name_of(candidate: Candidate) -> str:
    """The name of what a candidate offers, one for all spellings; a document in an archive has one of its own."""
    return candidate.url if candidate.member is not None else same_thing(candidate.url)
