"""Where in the list of pages each record stands, by address in any spelling, and on which way it was reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oit_checker.lines import placed_lines
from oit_checker.snapshot.records import RecordHead
from oit_checker.urls import canonical, page_key


class Places:
    """The places of one list of pages, found when first asked for.

    Addresses are kept by their hashes of 64 bits: of a long crawl their strings would be megabytes.
    """

    def __init__(self, pages: Path) -> None:
        self._pages = pages
        self._places: dict[int, int] | None = None
        self._shown: dict[int, int] = {}
        self._parents: dict[int, str | None] = {}
        """The page that led to each record, by where it begins in the file."""
        self._paths: dict[str, tuple[str, ...]] = {}

    def forget(self) -> None:
        """The list has grown."""
        self._places = None
        self._paths.clear()

    def find(self, url: str) -> bytes | None:
        """The line of the page asked for or arrived at by this address; None where there is none."""
        offset = self._offset_of(url)
        return self._line_at(offset) if offset is not None else None

    def _offset_of(self, url: str) -> int | None:
        if self._places is None:
            self._places = self._find_all()
        offset = self._places.get(hash(url))
        if offset is None:  # perhaps in another spelling
            spelled = canonical(url)
            offset = self._places.get(hash(spelled), self._places.get(hash(page_key(spelled))))
        return offset

    def find_shown(self, url: str) -> bytes | None:
        """The line of a page as a browser shows it when its address is opened; None where none was opened so."""
        if self._places is None:
            self._places = self._find_all()
        spellings = (url, page_key(canonical(url))) if self._shown else ()
        offset = next((self._shown[hash(one)] for one in spellings if hash(one) in self._shown), None)
        return self._line_at(offset) if offset is not None else None

    def path_to(self, url: str) -> tuple[str, ...]:
        """The clicks from the home page to a page, itself last; only itself where it is not in the list."""
        if url not in self._paths:
            path = [url]
            while (parent := self._parent_of(path[-1])) is not None and parent not in path:
                path.append(parent)
            self._paths[url] = tuple(reversed(path))
        return self._paths[url]

    def _parent_of(self, url: str) -> str | None:
        offset = self._offset_of(url)
        return self._parents[offset] if offset is not None else None

    def _line_at(self, offset: int) -> bytes:
        with self._pages.open("rb") as source:
            source.seek(offset)
            return source.readline()

    def _kept_in(self, head: RecordHead, places: dict[int, int]) -> Iterator[dict[int, int]]:
        """Where a record is found by its address: a choice with an address of its own stands for a page, too."""
        if not head.is_rendered:
            yield places
        elif head.choice is None:
            yield self._shown
        elif head.fetched.final_url != head.parent:
            yield places
            yield self._shown

    def _find_all(self) -> dict[int, int]:
        """The places by address; the first record of an address counts. What a browser shows is kept apart."""
        places: dict[int, int] = {}
        parents: dict[str | None, str | None] = {}  # the same few addresses lead to all pages; each is held once
        self._shown.clear()
        self._parents.clear()
        for offset, head in placed_lines(RecordHead, self._pages):
            self._parents[offset] = parents.setdefault(head.parent, head.parent)
            names = {head.fetched.url, head.fetched.final_url}
            for kept in self._kept_in(head, places):
                for name in names:
                    kept.setdefault(hash(name), offset)
                    kept.setdefault(hash(page_key(name)), offset)
        return places
