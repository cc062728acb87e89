"""What an earlier crawl of the site had read: a server is asked only whether it changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from oit_checker import __version__
from oit_checker.lines import whole_lines
from oit_checker.model.page import Failure, Fetched, Link
from oit_checker.patterns import regex
from oit_checker.snapshot import FORMAT, PageRecord, Snapshot
from oit_checker.snapshot.records import PAGES
from oit_checker.thai.text import fold

_COUNTERS = {
    word: regex(word + r"[^0-9]{0,30}[0-9][0-9.,]*")
    for word in map(fold, ("เข้าชม", "เยี่ยมชม", "ออนไลน์", "visitor", "online", "pageview"))
}


def recipe_of(phrases: Sequence[str]) -> str:
    """A name for the way pages are read: what was read by another one is read again."""
    said = "\0".join((str(FORMAT), __version__, *phrases))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def text_sha256(folded: str) -> str:
    """The hash of what a page tells its readers, folded; numbers behind the words of a visitor counter are left out."""
    for word, counter in _COUNTERS.items():
        if (at := folded.find(word)) >= 0:  # mostly at the foot of the page
            folded = folded[:at] + counter.sub(word, folded[at:])
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Remembered:
    """A page as it was: where its record begins, its body, and what tells a server which state of it we have.

    media_type and charset are what was declared with the body, which a 304 seldom repeats.
    """

    offset: int
    sha256: str
    body_bytes: int
    text_sha256: str | None
    etag: str
    last_modified: str
    media_type: str | None
    charset: str | None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers of a conditional request."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in asked.items() if value}


class Past:
    """The pages of an earlier snapshot of the same site, by the address that answered. Empty where there is none."""

    def __init__(self, folder: Path | None, recipe: str) -> None:
        self._folder = folder or Path()
        self._pages: dict[str, Remembered] = {}
        self._snapshot: Snapshot | None = None
        self._source: IO[bytes] | None = None
        self.is_same_recipe = False
        if folder is not None and Snapshot.can_read(folder):
            self._snapshot = Snapshot.resume(folder)
            self.is_same_recipe = _recipe_in(folder) == recipe
            self._pages = dict(_remembered(folder))

    def recall(self, url: str) -> Remembered | None:
        return self._pages.get(url)

    def record(self, page: Remembered) -> PageRecord | None:
        """What was read of the page; None where it was read by another recipe, or cannot be read back."""
        if not self.is_same_recipe:
            return None
        if self._source is None:
            self._source = (self._folder / PAGES).open("rb")
        self._source.seek(page.offset)
        try:
            return record_of(self._source.readline())
        except (ValueError, KeyError, TypeError):
            return None

    def lend(self, page: Remembered, snapshot: Snapshot) -> bool:
        """Copy the page's body into the new snapshot; False where it is not there any more."""
        return self._snapshot is not None and snapshot.bodies.take_over(self._snapshot.bodies, page.sha256)


def record_of(line: bytes) -> PageRecord:
    """A line of pages.jsonl read back without pydantic, which would double the child's start.

    Raises ValueError, KeyError or TypeError for anything else.
    """
    plain: dict[str, Any] = json.loads(line)
    told: dict[str, Any] = plain.pop("fetched")
    told["fetched_at"] = datetime.fromisoformat(told["fetched_at"])
    told["failure"] = Failure(told.get("failure", Failure.NONE))
    told["redirects"] = tuple(told.get("redirects", ()))
    plain["links"] = tuple(Link(**link) for link in plain.get("links", ()))
    return PageRecord(Fetched(**told), **plain)


def _remembered(folder: Path) -> Iterator[tuple[str, Remembered]]:
    offset = 0
    for line in whole_lines(folder / PAGES):
        begins, offset = offset, offset + len(line)
        try:
            plain = json.loads(line)
            told = plain["fetched"]
            if told.get("via") == "browser":  # no answer of the server, and opened anew each time
                continue
            if told.get("body_sha256") is None or told.get("truncated") or plain.get("same_as") == told["final_url"]:
                continue
            headers = told.get("headers", {})
            known = Remembered(
                begins,
                told["body_sha256"],
                told.get("body_bytes", 0),
                plain.get("text_sha256"),
                headers.get("etag", ""),
                headers.get("last-modified", ""),
                told["media_type"],
                told.get("charset"),
            )
            yield told["final_url"], known
        except (ValueError, KeyError, TypeError, AttributeError):
            continue


def _recipe_in(folder: Path) -> str:
    begun = Snapshot.begun(folder)
    if begun is not None:
        return begun.recipe
    return Snapshot.open(folder).manifest.recipe if Snapshot.is_finished(folder) else ""
