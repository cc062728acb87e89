"""From an answer to a record in the snapshot: read once, in one call, so that the tree is gone when it returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import page_title, quick_links, visible_text
from oit_checker.model.page import Fetched, Link
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold
from spiders.frontier import Place
from spiders.tally import Tally

ENOUGH_TEXTS = 4


class Seen(set[tuple[str, str]]):
    """The pairs of address and text that were met; after ENOUGH_TEXTS an address has nothing new to say.

    Lists that print a date or a counter into each link would otherwise be new on every page.
    """

    def __init__(self) -> None:
        super().__init__()
        self._texts: Counter[str] = Counter()

    def __contains__(self, pair: object) -> bool:
        return super().__contains__(pair) or (isinstance(pair, tuple) and self._texts[pair[0]] >= ENOUGH_TEXTS)

    def add(self, pair: tuple[str, str]) -> None:
        self._texts[pair[0]] += 1
        super().add(pair)


class Recorder:
    """Writes the records of one crawl and counts them."""

    def __init__(self, snapshot: Snapshot, phrases: Sequence[str]) -> None:
        self.pages = 0
        self.cut = 0
        self.links = 0
        self.last_url = ""
        self.tally = Tally()
        self._snapshot = snapshot
        self._index = PhraseIndex(phrases)
        self._seen = Seen()
        self._first_with: dict[str, str] = {}
        self._named: dict[str, bool] = {}

    def page(self, fetched: Fetched, place: Place, body: bytes, declared: str | None) -> PageRecord:
        """Record an HTML page with its body; one whose body is known already is not read again."""
        sha = self._snapshot.keep_body(body)
        fetched = replace(fetched, body_sha256=sha, body_bytes=len(body))
        same_as = self._first_with.setdefault(sha, fetched.final_url)
        if same_as != fetched.final_url:
            record = PageRecord(fetched, place.depth, place.parent, same_as=same_as)
        else:
            title, links, hits = self._read(body, declared, fetched.final_url)
            record = PageRecord(fetched, place.depth, place.parent, title, links, hits)
            for phrase in hits:
                self._named.setdefault(phrase, False)
        self._add(record)
        self.pages += 1
        self.cut += fetched.truncated
        self.links += len(record.links)
        self.last_url = fetched.final_url
        return record

    def newly_named(self) -> tuple[str, ...]:
        """The phrases found for the first time since this was last asked."""
        new = tuple(phrase for phrase, told in self._named.items() if not told)
        self._named.update(dict.fromkeys(new, True))
        return new

    def answer(self, fetched: Fetched, place: Place) -> None:
        """Record an answer that is no page: an error, a redirect that is not followed, a document, a failure."""
        self._add(PageRecord(fetched, place.depth, place.parent))

    def _add(self, record: PageRecord) -> None:
        self._snapshot.add_page(record)
        if record.depth:
            self.tally.count(record.fetched)

    def _read(
        self, body: bytes, declared: str | None, url: str
    ) -> tuple[str | None, tuple[Link, ...], tuple[str, ...]]:
        root = parse_html(body, declared)
        title = page_title(root)
        links = tuple(quick_links(root, url, self._seen))
        return title, links, self._index.present(fold(f"{title or ''} {visible_text(root)}"))
