"""From an answer to a record in the snapshot: read once, in one call, so that the tree is gone when it returns.

A page that an earlier crawl has read, and that did not change, is not read again: its record is taken over. Its links
are left to the page that shows them first; where that page has lost them, `settle` reads them off the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oit_checker.documents.weblinks import MOST_LINKS
from oit_checker.model.page import Fetched, Link
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.snapshot.records import packed, unpacked, unpacked_places
from spiders.page_reader import PageReader
from spiders.past import Past, Remembered
from spiders.place import Place
from spiders.reading import ReadHere, Reading
from spiders.tally import Tally


@dataclass(frozen=True, slots=True)
class _Witness:
    """A page that shows links which it left to another page, and what the server declared of its encoding."""

    record: PageRecord
    declared: str | None


class Recorder:
    """Writes the records of one crawl and counts them."""

    def __init__(self, snapshot: Snapshot, phrases: Sequence[str], past: Past, beside: Reading | None = None) -> None:
        """beside reads pages in the order in which they are handed to it; they are read here where it is not given."""
        self.pages = 0
        self.cut = 0
        self.links = 0
        self.crowded = 0
        """Pages with more links than are read of one page."""
        self.parsed = 0
        self.unchanged = 0
        self.not_modified = 0
        self.last_url = ""
        self.tally = Tally()
        self._snapshot = snapshot
        self.has_new_text = True
        """Whether the page read last tells what no page told before it."""
        self._past = past
        self._phrases = phrases
        self._here = PageReader(phrases)
        self._seen = self._here.seen
        self._reading = beside or ReadHere(self._here)
        self._owed: dict[int, _Witness] = {}
        self._first_with: dict[str, str] = {}
        self._named: dict[int, bool] = {}

    async def page(self, fetched: Fetched, place: Place, body: bytes, declared: str | None) -> PageRecord:
        """Record an HTML page with its body; one whose body is known already is not read again."""
        sha = self._snapshot.keep_body(body)
        fetched = replace(fetched, body_sha256=sha, body_bytes=len(body))
        known = self._past.recall(fetched.final_url)
        if known is not None and known.sha256 == sha:
            return await self._taken_over(fetched, place, known, declared)
        if (record := self._same(fetched, place)) is not None:
            await self._reading.settled()  # the page that is the same may be under way
        else:
            record = await self._read(fetched, place, body, declared, known)
        return self._count(record)

    async def not_changed(self, fetched: Fetched, place: Place, known: Remembered) -> PageRecord | None:
        """Record a page of which the server says that we have it already, as the answer that its 304 stands for.

        None where we have lost its body.
        """
        if not self._past.lend(known, self._snapshot):
            return None
        self.not_modified += 1
        fetched = replace(
            fetched,
            http_status=200,
            media_type=known.media_type,
            body_sha256=known.sha256,
            body_bytes=known.body_bytes,
            charset=known.charset or fetched.charset,
        )
        return await self._taken_over(fetched, place, known, fetched.charset)

    def settle(self) -> Iterator[PageRecord]:
        """The links that pages taken over have left to pages which do not show them any more, as further records."""
        witnesses = {id(witness): witness for code, witness in self._owed.items() if not self._seen.knows(code)}
        self._owed.clear()
        for witness in witnesses.values():
            record = witness.record
            fetched, body = record.fetched, self._snapshot.body(record.fetched.body_sha256 or "")
            links, shown = self._here.links(fetched.final_url, body, witness.declared)
            if links:
                read = PageRecord(
                    fetched, record.depth, record.parent, links=links, same_as=fetched.final_url, shown=shown
                )
                self._add(read)
                self.links += len(links)
                yield read

    def replay(self, record: PageRecord) -> None:
        """Count a record of this snapshot that was written before the crawl was cut short."""
        if record.is_rendered:
            self.links += len(record.links)
            return
        self._seen.learn(unpacked(record.shown))
        if record.depth:
            self.tally.count(record.fetched)
        if record.fetched.body_sha256 is None or record.same_as == record.fetched.final_url:
            return
        self._first_with.setdefault(record.fetched.body_sha256, record.fetched.final_url)
        self._count_page(record)

    def newly_named(self) -> tuple[str, ...]:
        """The phrases found for the first time since this was last asked."""
        new = [place for place, told in self._named.items() if not told]
        self._named.update(dict.fromkeys(new, True))
        return tuple(self._phrases[place] for place in new)

    def answer(self, fetched: Fetched, place: Place) -> None:
        """Record an answer that is no page: an error, a redirect that is not followed, a document, a failure."""
        self._add(PageRecord(fetched, place.depth, place.parent))

    def rendered(
        self, fetched: Fetched, depth: int, parent: str | None, body: bytes, *, choice: str | None, more: Sequence[Link]
    ) -> PageRecord:
        """Record a page as a browser shows it, beside its plain record: with all its links, and no page more.

        more are links that only the browser told of. Raises SnapshotFullError where there is no room for it.
        """
        sha = self._snapshot.keep_body(body)
        title, links, hits = self._here.read_alone(fetched.final_url, body, fetched.charset)
        fetched = replace(fetched, body_sha256=sha, body_bytes=len(body))
        known = {link.url for link in links}
        links = (*links, *(link for link in more if link.url not in known))
        record = PageRecord(fetched, depth, parent, title, links, hits, choice=choice)
        self._snapshot.add_page(record)
        self.links += len(links)
        self._name(hits)
        return record

    def _count(self, record: PageRecord) -> PageRecord:
        self._add(record)
        self._count_page(record)
        return record

    def _count_page(self, record: PageRecord) -> None:
        self._name(record.hits)
        self.pages += 1
        self.cut += record.fetched.truncated
        self.links += len(record.links)
        self.crowded += len(record.links) >= MOST_LINKS
        self.last_url = record.fetched.final_url

    def _name(self, hits: str) -> None:
        """Note which phrases stand on a page; most do on every page of a site, in its menu."""
        new = [place for place in unpacked_places(hits) if place not in self._named]
        self._named.update(dict.fromkeys(new, False))

    def _add(self, record: PageRecord) -> None:
        self._snapshot.add_page(record)
        if record.depth:
            self.tally.count(record.fetched)

    def _same(self, fetched: Fetched, place: Place) -> PageRecord | None:
        """The record of a page whose body stood at another address before."""
        same_as = self._first_with.setdefault(fetched.body_sha256 or "", fetched.final_url)
        if same_as == fetched.final_url:
            return None
        return PageRecord(fetched, place.depth, place.parent, same_as=same_as)

    async def _taken_over(self, fetched: Fetched, place: Place, known: Remembered, declared: str | None) -> PageRecord:
        self.unchanged += 1
        self.has_new_text = True
        record = self._same(fetched, place) or self._as_remembered(fetched, place, known, declared)
        if record is None:
            body = self._snapshot.body(known.sha256)
            record = await self._read(fetched, place, body, declared, None)
        return self._count(record)

    def _as_remembered(
        self, fetched: Fetched, place: Place, known: Remembered, declared: str | None
    ) -> PageRecord | None:
        """The record of an unchanged page, without the links that this crawl has met elsewhere."""
        old = self._past.record(known)
        if old is None or old.same_as is not None:
            return None
        codes = unpacked(old.shown)
        own, others = codes[: len(old.links)], codes[len(old.links) :]
        fresh = [(link, code) for link, code in zip(old.links, own, strict=True) if not self._seen.knows(code)]
        new = [code for _, code in fresh]
        self._seen.learn(new)
        record = replace(
            old,
            fetched=fetched,
            depth=place.depth,
            parent=place.parent,
            links=tuple(link for link, _ in fresh),
            shown=packed([*new, *(code for code in own if code not in set(new)), *others]),
        )
        witness = _Witness(record, declared)
        self._owed.update((code, witness) for code in others if not self._seen.knows(code))
        return record

    async def _read(
        self, fetched: Fetched, place: Place, body: bytes, declared: str | None, known: Remembered | None
    ) -> PageRecord:
        self.parsed += 1
        known_text = known.text_sha256 if known is not None else None
        read = await self._reading.read(fetched.final_url, body, declared, known_text)
        self.has_new_text = read.has_new_text
        old = self._past.record(known) if known is not None and read.hits is None else None
        self.unchanged += old is not None
        hits = old.hits if old is not None else read.hits
        if hits is None:  # it tells what it told before, but what that was cannot be read back
            _, _, hits = self._here.read_alone(fetched.final_url, body, declared)
        return PageRecord(
            fetched,
            place.depth,
            place.parent,
            read.title,
            read.links,
            hits,
            shown=read.shown,
            text_sha256=read.text_sha256,
        )
