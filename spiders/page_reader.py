"""What a crawl reads of a page: its title, the links that no page has shown before, and the phrases looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from oit_checker.documents.searched import folded_text, searched_text
from oit_checker.documents.tree import Parsed, parse_page
from oit_checker.documents.weblinks import page_title, quick_links
from oit_checker.model.page import Link
from oit_checker.snapshot.records import packed, packed_places
from oit_checker.thai.openings import Openings, Told
from oit_checker.thai.phrases import PhraseIndex
from spiders.growth import Texts
from spiders.past import text_sha256
from spiders.seen import Seen


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was read of a page, in the words of a PageRecord.

    hits is None where the page tells what it is known to have told before. has_new_text: it tells what no page told
    before it.
    """

    title: str | None
    links: tuple[Link, ...]
    hits: str | None
    shown: str
    text_sha256: str
    has_new_text: bool


class PageReader:
    """Reads the pages of one crawl, one after the other: what one has shown is not new on the next.

    The tree of a page is gone when its reading returns.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self.seen = Seen()
        self._texts = Texts()
        self._openings = Openings()
        self._phrases = phrases

    def read(self, url: str, body: bytes, declared: str | None, known_text: str | None = None) -> ReadPage:
        """A page that was not read before; known_text is the hash of what it told when its phrases were looked for."""
        page = parse_page(body, declared, closely=False)
        title, links = page_title(page.root), self._new_links(url, page)
        told = self._openings.told(title or "", searched_text(page.root))
        has_new_text, text = self._texts.is_new(told.folded), text_sha256(told.folded)
        hits = self._hits(told) if text != known_text else None
        new, others = self.seen.shown()
        return ReadPage(title, links, hits, packed([*new, *others]), text, has_new_text)

    def links(self, url: str, body: bytes, declared: str | None) -> tuple[tuple[Link, ...], str]:
        """The links of a page that are new by now, and their codes, packed."""
        links = self._new_links(url, parse_page(body, declared, closely=False))
        new, _ = self.seen.shown()
        return links, packed(new)

    def read_alone(self, url: str, body: bytes, declared: str | None) -> tuple[str | None, tuple[Link, ...], str]:
        """Title, links and phrases of a page, whatever other pages show."""
        root, markup = parse_page(body, declared, closely=False)
        title = page_title(root)
        return title, tuple(quick_links(root, url, Seen(), markup)), self._hits(Told(folded_text(root, title)))

    def _new_links(self, url: str, page: Parsed) -> tuple[Link, ...]:
        self.seen.begin_page()
        return tuple(quick_links(page.root, url, self.seen, page.markup))

    @cached_property
    def _index(self) -> PhraseIndex:
        return PhraseIndex(self._phrases)

    @cached_property
    def _place_of(self) -> dict[str, int]:
        return {phrase: place for place, phrase in enumerate(self._phrases)}

    def _hits(self, told: Told) -> str:
        return packed_places(map(self._place_of.__getitem__, told.present(self._index)))
