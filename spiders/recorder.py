"""From an answer to a record in the snapshot: read once, in one call, so that the tree is gone when it returns.

A page that an earlier crawl has read, and that did not change, is not read again: its record is taken over. Its links
are left to the page that shows them first; where that page has lost them, `settle` reads them off the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oit_checker.documents.searched import folded_text
from oit_checker.documents.tree import parse_page
from oit_checker.documents.weblinks import MOST_LINKS, page_title, quick_links
from oit_checker.model.page import Fetched, Link
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.snapshot.records import packed, packed_places, unpacked, unpacked_places
from oit_checker.thai.phrases import PhraseIndex
from spiders.growth import Texts
from spiders.past import Past, Remembered, text_sha256
from spiders.place import Place
from spiders.seen import Seen
from spiders.tally import Tally


@dataclass(frozen=True, slots=True)
class _Witness:
    """A page that shows links which it left to another page, and what the server declared of its encoding."""

    record: PageRecord
    declared: str | None


class Recorder:
    """Writes the records of one crawl and counts them."""

    def __init__(self, snapshot: Snapshot, phrases: Sequence[str], past: Past) -> None:
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
        self._texts = Texts()
        self._past = past
        self._phrases = phrases
        self._index = PhraseIndex(phrases)
        self._place_of = {phrase: place for place, phrase in enumerate(phrases)}
        self._seen = Seen()
        self._owed: dict[int, _Witness] = {}
        self._first_with: dict[str, str] = {}
        self._named: dict[int, bool] = {}

    def page(self, fetched: Fetched, place: Place, body: bytes, declared: str | None) -> PageRecord:
        """Record an HTML page with its body; one whose body is known already is not read again."""
        sha = self._snapshot.keep_body(body)
        fetched = replace(fetched, body_sha256=sha, body_bytes=len(body))
        known = self._past.recall(fetched.final_url)
        if known is not None and known.sha256 == sha:
            return self._taken_over(fetched, place, known, declared)
        record = self._same(fetched, place) or self._read(fetched, place, body, declared, known)
        return self._count(record)

    def not_changed(self, fetched: Fetched, place: Place, known: Remembered) -> PageRecord | None:
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
        return self._taken_over(fetched, place, known, fetched.charset)

    def settle(self) -> Iterator[PageRecord]:
        """The links that pages taken over have left to pages which do not show them any more, as further records."""
        witnesses = {id(witness): witness for code, witness in self._owed.items() if not self._seen.knows(code)}
        self._owed.clear()
        for witness in witnesses.values():
            record = witness.record
            read = self._read_links(record.fetched, witness.declared)
            if read.links:
                self._add(read := replace(read, depth=record.depth, parent=record.parent))
                self.links += len(read.links)
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
        root, markup = parse_page(body, fetched.charset, closely=False)
        title = page_title(root)
        links = tuple(quick_links(root, fetched.final_url, Seen(), markup))
        hits = self._hits(folded_text(root, title))
        fetched = replace(fetched, body_sha256=sha, body_bytes=len(body))
        known = {link.url for link in links}
        links = (*links, *(link for link in more if link.url not in known))
        record = PageRecord(fetched, depth, parent, title, links, hits, choice=choice)
        self._snapshot.add_page(record)
        self.links += len(links)
        for place in unpacked_places(hits):
            self._named.setdefault(place, False)
        return record

    def _count(self, record: PageRecord) -> PageRecord:
        self._add(record)
        self._count_page(record)
        return record

    def _count_page(self, record: PageRecord) -> None:
        for place in unpacked_places(record.hits):
            self._named.setdefault(place, False)
        self.pages += 1
        self.cut += record.fetched.truncated
        self.links += len(record.links)
        self.crowded += len(record.links) >= MOST_LINKS
        self.last_url = record.fetched.final_url

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

    def _taken_over(self, fetched: Fetched, place: Place, known: Remembered, declared: str | None) -> PageRecord:
        self.unchanged += 1
        self.has_new_text = True
        record = self._same(fetched, place) or self._as_remembered(fetched, place, known, declared)
        if record is None:
            body = self._snapshot.body(known.sha256)
            record = self._read(fetched, place, body, declared, None)
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

    def _read(
        self, fetched: Fetched, place: Place, body: bytes, declared: str | None, known: Remembered | None
    ) -> PageRecord:
        self.parsed += 1
        root, markup = parse_page(body, declared, closely=False)
        title = page_title(root)
        self._seen.begin_page()
        links = tuple(quick_links(root, fetched.final_url, self._seen, markup))
        folded = folded_text(root, title)
        self.has_new_text = self._texts.is_new(folded)
        text = text_sha256(folded)
        old = self._past.record(known) if known is not None and known.text_sha256 == text else None
        self.unchanged += old is not None
        hits = old.hits if old is not None else self._hits(folded)
        new, others = self._seen.shown()
        return PageRecord(
            fetched, place.depth, place.parent, title, links, hits, shown=packed([*new, *others]), text_sha256=text
        )

    def _hits(self, folded: str) -> str:
        return packed_places(map(self._place_of.__getitem__, self._index.present(folded)))

    def _read_links(self, fetched: Fetched, declared: str | None) -> PageRecord:
        root, markup = parse_page(self._snapshot.body(fetched.body_sha256 or ""), declared, closely=False)
        self._seen.begin_page()
        links = tuple(quick_links(root, fetched.final_url, self._seen, markup))
        new, _ = self._seen.shown()
        return PageRecord(fetched, 0, None, links=links, same_as=fetched.final_url, shown=packed(new))
