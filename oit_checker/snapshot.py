"""The folder in which a crawl ends: pages as they were seen, and what verification was answered.

manifest.json      what was crawled, how far, and why it ended; written last
pages.jsonl        one PageRecord a line; readable up to the last whole line
checks.jsonl       one Fetched a line, added by verification
finished.json      when verification began and when the audit ended; absent where it did not end
bodies/<sha256>.gz answers' bodies, each once
ocr.jsonl          what OCR read in them (documents/ocr_cache.py); holds across crawls, as it goes by content

Lines leave out fields that hold their default.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Literal

from oit_checker.errors import SnapshotError
from oit_checker.lines import REMEDY, line_of, read_lines, reader_of, refused_where_damaged, told, whole_lines
from oit_checker.model.page import Failure, Fetched, Link
from oit_checker.model.report import Limits, Outcome
from oit_checker.urls import canonical, page_key

FORMAT = 1
MAX_SKIPS = 500
_MANIFEST, _PAGES, _CHECKS, _BODIES = "manifest.json", "pages.jsonl", "checks.jsonl", "bodies"
_FINISHED = "finished.json"


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One answer of the site in the order in which it came, with the links that no earlier page had shown.

    depth counts clicks from the home page (0); parent is the page whose link led here, None for the home page.
    links: only pairs of address and text that are new on this page. hits: the phrases looked for that stand in title
    or text. same_as names the earlier page with the very same body. A record without a body is an answer that was
    not HTML, or no answer: fetched tells which.
    """

    fetched: Fetched
    depth: int
    parent: str | None
    title: str | None = None
    links: tuple[Link, ...] = ()
    hits: tuple[str, ...] = ()
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """An address of the site that the crawl saw and did not ask for."""

    url: str
    why: Literal["robots", "limit", "trap", "off_site", "too_long", "document"]
    found_on: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was crawled, how far, and why it ended.

    site is the address asked for, home where its home page stood after redirects; hosts are those that count as the
    main site. reason (a Thai sentence) tells why an outcome is not "completed", failure the same for programs where
    the home page could not be had. skips holds at most MAX_SKIPS examples, skipped the whole count by reason.
    refused counts the pages behind the home page that refused our program or did not answer it. off_site: the hosts
    linked to most, with the number of links. notes are Thai sentences for the officer.
    """

    format: int
    site: str
    hosts: tuple[str, ...]
    started_at: datetime
    finished_at: datetime
    outcome: Outcome
    reason: str | None
    limits: Limits
    requests: int
    bytes_downloaded: int
    skips: tuple[Skip, ...] = ()
    notes: tuple[str, ...] = ()
    run_id: str = ""
    home: str = ""
    pages: int = 0
    failure: Failure = Failure.NONE
    skipped: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    off_site: tuple[tuple[str, int], ...] = ()
    user_agent: str = ""


class Snapshot:
    """A snapshot folder, being written or finished; make one with `create` or `open`."""

    def __init__(self, folder: Path, manifest: Manifest | None) -> None:
        self.folder = folder
        self._manifest = manifest
        self._kept: set[str] = set()
        self._pages_out: IO[bytes] | None = None
        self._places: dict[str, tuple[int, str | None]] | None = None

    @classmethod
    def create(cls, folder: Path) -> Snapshot:
        """Begin a snapshot; an earlier one in the same folder is cleared away.

        Raises SnapshotError where the folder holds anything else.
        """
        if folder.exists() and not cls.has(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise SnapshotError(
                "the folder holds something that is no snapshot",
                path=str(folder),
                remedy="Name an empty or new folder.",
            )
        for name in (_PAGES, _CHECKS, _FINISHED):
            (folder / name).unlink(missing_ok=True)
        for old in (folder / _BODIES).glob("*.gz"):
            old.unlink()
        (folder / _BODIES).mkdir(parents=True, exist_ok=True)
        _replace(folder / _MANIFEST, json.dumps({"format": FORMAT, "unfinished": True}).encode())
        (folder / _PAGES).touch()
        return cls(folder, None)

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """A finished snapshot. Raises SnapshotError where it is absent, foreign, of another format or unfinished."""
        plain = _manifest_of(folder)
        if plain.get("unfinished"):
            raise _fault("the crawl was cut short while being written", folder)
        try:
            return cls(folder, reader_of(Manifest)(json.dumps(plain).encode()))
        except ValueError as fault:
            raise _fault("manifest.json is damaged", folder) from fault

    @classmethod
    def resume(cls, folder: Path) -> Snapshot:
        """An unfinished snapshot, to be finished with what is on disk. Raises SnapshotError as `open` does."""
        _manifest_of(folder)
        return cls(folder, None)

    @staticmethod
    def has(folder: Path) -> bool:
        """Whether the folder holds a snapshot of ours, finished or not."""
        with contextlib.suppress(SnapshotError):
            return bool(_manifest_of(folder))
        return False

    @staticmethod
    def is_finished(folder: Path) -> bool:
        """Whether the folder holds a snapshot that can be opened and judged."""
        return not _manifest_of(folder).get("unfinished")

    @property
    def manifest(self) -> Manifest:
        if self._manifest is None:
            raise _fault("the crawl is not finished", self.folder)
        return self._manifest

    def add_page(self, record: PageRecord) -> None:
        """Append one record; it is on disk, as far as the operating system goes, when this returns."""
        if self._pages_out is None:
            self._pages_out = (self.folder / _PAGES).open("ab", buffering=0)
        self._pages_out.write(line_of(record))
        self._places = None

    def pages(self) -> Iterator[PageRecord]:
        """All records in the order of the crawl; a last line that was cut short is left out.

        Raises SnapshotError where another line cannot be read.
        """
        yield from read_lines(PageRecord, self.folder / _PAGES)

    def page(self, url: str) -> PageRecord | None:
        """The record of a page by the address asked for or arrived at, in any spelling; None where there is none."""
        place = self._place(url)
        if place is None:
            return None
        with (self.folder / _PAGES).open("rb") as source:
            source.seek(place[0])
            with refused_where_damaged(Path(source.name)):
                found: PageRecord = reader_of(PageRecord)(source.readline())
            return found

    def path_to(self, url: str) -> tuple[str, ...]:
        """The clicks from the home page to a crawled page, itself last; only itself where it was not crawled."""
        path = [url]
        place = self._place(url)
        while place is not None and place[1] is not None and place[1] not in path:
            path.append(place[1])
            place = self._place(place[1])
        return tuple(reversed(path))

    def keep_body(self, body: bytes) -> str:
        """Keep a body and return its SHA-256 (hex); the same bytes are kept once."""
        sha = hashlib.sha256(body).hexdigest()
        if sha not in self._kept and not (path := self.body_path(sha)).exists():
            _replace(path, gzip.compress(body, 1, mtime=0))
        self._kept.add(sha)
        return sha

    def body(self, sha256: str) -> bytes:
        """A kept body. Raises SnapshotError where it is not there or not what its name says."""
        try:
            body = gzip.decompress(self.body_path(sha256).read_bytes())
        except (OSError, EOFError, zlib.error) as fault:
            raise SnapshotError("a kept body is missing or damaged", path=str(self.folder), where=sha256) from fault
        if hashlib.sha256(body).hexdigest() != sha256:
            raise SnapshotError("a kept body is not what its name says", path=str(self.folder), where=sha256)
        return body

    def record_checks(self, answers: Sequence[Fetched]) -> None:
        """Append what verification was answered."""
        with (self.folder / _CHECKS).open("ab") as out:
            out.write(b"".join(map(line_of, answers)))

    def checks(self) -> tuple[Fetched, ...]:
        """What verification was answered, in the order in which it was recorded; SnapshotError as `pages` has it."""
        return tuple(read_lines(Fetched, self.folder / _CHECKS))

    def note_finished(self, now: datetime, finished_at: datetime) -> None:
        """Keep when verification began, which is the day of the judgement, and when the audit ended."""
        told_times = {"now": now.isoformat(), "finished_at": finished_at.isoformat()}
        _replace(self.folder / _FINISHED, json.dumps(told_times).encode())

    def finished(self) -> tuple[datetime, datetime] | None:
        """What `note_finished` kept; None where the audit did not end. Raises SnapshotError for a damaged file."""
        try:
            told_times = json.loads((self.folder / _FINISHED).read_bytes())
            return datetime.fromisoformat(told_times["now"]), datetime.fromisoformat(told_times["finished_at"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise _fault("finished.json is damaged", self.folder) from fault

    def finish(self, manifest: Manifest) -> None:
        """Close the snapshot: from now on it can be opened and judged."""
        if self._pages_out is not None:
            self._pages_out.close()
            self._pages_out = None
        plain = json.dumps(told(manifest), default=told, ensure_ascii=False, indent=1)
        _replace(self.folder / _MANIFEST, plain.encode("utf-8", "replace"))
        self._manifest = manifest

    def body_path(self, sha256: str) -> Path:
        """Where a body is kept, gzipped."""
        return self.folder / _BODIES / f"{sha256}.gz"

    def _place(self, url: str) -> tuple[int, str | None] | None:
        if self._places is None:
            self._places = self._find_places()
        for name in (url, canonical(url), page_key(canonical(url))):
            if name in self._places:
                return self._places[name]
        return None

    def _find_places(self) -> dict[str, tuple[int, str | None]]:
        """Where each record begins, and its parent, by address; the first record of an address counts."""
        places: dict[str, tuple[int, str | None]] = {}
        offset = 0
        for number, line in enumerate(whole_lines(self.folder / _PAGES), start=1):
            with refused_where_damaged(self.folder / _PAGES, number):
                plain = json.loads(line)
                asked, final = plain["fetched"]["url"], plain["fetched"]["final_url"]
                for name in (asked, final, page_key(asked), page_key(final)):
                    places.setdefault(name, (offset, plain["parent"]))
            offset += len(line)
        return places


def _manifest_of(folder: Path) -> dict[str, Any]:
    try:
        plain = json.loads((folder / _MANIFEST).read_bytes())
    except FileNotFoundError as fault:
        raise _fault("there is no snapshot here", folder) from fault
    except (OSError, ValueError) as fault:
        raise _fault("manifest.json cannot be read", folder) from fault
    if not isinstance(plain, dict) or "format" not in plain:
        raise _fault("manifest.json is not one of ours", folder)
    if plain["format"] != FORMAT:
        raise _fault(f"the snapshot has format {plain['format']}, this version reads {FORMAT}", folder)
    return plain


def _fault(problem: str, folder: Path) -> SnapshotError:
    return SnapshotError(problem, path=str(folder), remedy=REMEDY)


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
