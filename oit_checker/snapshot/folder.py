"""The snapshot folder itself: made, written, gone on with, opened and read."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from oit_checker.errors import SnapshotError, SnapshotFullError
from oit_checker.lines import (
    REMEDY,
    append_whole,
    line_of,
    read_lines,
    reader_of,
    refused_where_damaged,
    told,
    whole_lines,
    write_whole,
)
from oit_checker.model.page import Fetched
from oit_checker.snapshot.bodies import BodyPack
from oit_checker.snapshot.mending import mend
from oit_checker.snapshot.places import Places
from oit_checker.snapshot.records import FORMAT, PAGES, Begun, Manifest, PageRecord, RecordHead, unpacked_places
from oit_checker.snapshot.safety import manifest_bytes, refuse_foreign_files

_MANIFEST, _CHECKS, _BODIES = "manifest.json", "checks.jsonl", "bodies.pack"
_FINISHED = "finished.json"
_GO_ON = "ตรวจต่อด้วยคำสั่ง oit-checker audit เดิมโดยเติม --resume หรือตรวจใหม่ตั้งแต่ต้น"


class Snapshot:
    """A snapshot folder, being written or finished; make one with `create` or `open`."""

    def __init__(self, folder: Path, manifest: Manifest | None) -> None:
        self.folder = folder
        self.bodies = BodyPack(folder / _BODIES)
        self.most_bytes: int | None = None
        """What it may take on the disk; a body that would go beyond is refused, and the snapshot is_full."""
        self.is_full = False
        self._manifest = manifest
        self._pages_out: IO[bytes] | None = None
        self._places = Places(folder / PAGES)

    @classmethod
    def create(cls, folder: Path) -> Snapshot:
        """Begin a snapshot; an earlier one in the same folder is cleared away, but for what OCR read, which
        `earlier.set_aside` forgets: it goes by the bytes of documents, whoever crawled them.

        Raises SnapshotError where the folder holds anything else.
        """
        if folder.exists() and not cls.has(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise SnapshotError(
                "โฟลเดอร์นี้มีสิ่งอื่นที่ไม่ใช่ข้อมูลการตรวจ (no snapshot)",
                path=str(folder),
                remedy="ระบุโฟลเดอร์ว่างหรือโฟลเดอร์ใหม่ด้วย --output",
            )
        for name in (PAGES, _CHECKS, _FINISHED, _BODIES):
            (folder / name).unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _MANIFEST, json.dumps({"format": FORMAT, "unfinished": True}).encode())
        (folder / PAGES).touch()
        return cls(folder, None)

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """A finished snapshot. Raises SnapshotError where it is absent, foreign, of another format or unfinished."""
        plain = _manifest_of(folder)
        refuse_foreign_files(folder)
        if plain.get("unfinished"):
            raise _fault("การสำรวจรอบนี้หยุดกลางคัน ยังไม่จบ (cut short while being written)", folder, _GO_ON)
        try:
            return cls(folder, reader_of(Manifest)(json.dumps(plain).encode()))
        except ValueError as fault:
            raise _fault("ไฟล์ manifest.json เสีย", folder) from fault

    @classmethod
    def resume(cls, folder: Path) -> Snapshot:
        """An unfinished snapshot, to be finished with what is on disk. Raises SnapshotError as `open` does."""
        _manifest_of(folder)
        refuse_foreign_files(folder)
        return cls(folder, None)

    @classmethod
    def go_on(cls, folder: Path, begun: Begun) -> Snapshot:
        """The snapshot of a crawl that was cut short or ended early, whole up to its last page and to be added to.

        What was verified of it is forgotten: that is done anew when the crawl is over. Raises SnapshotError where the
        folder holds links or the like: what they name would be cut and written to.
        """
        refuse_foreign_files(folder)
        for name in (_FINISHED, _CHECKS):
            (folder / name).unlink(missing_ok=True)
        mend(folder / PAGES, folder / _BODIES)
        snapshot = cls(folder, None)
        snapshot.note_begun(begun)
        return snapshot

    @staticmethod
    def begun(folder: Path) -> Begun | None:
        """What a crawl that can be gone on with began; None where there is none, or none whose home page was settled.

        That is one that was cut short while being written, or that ended before it had asked for all it knew of.
        Raises SnapshotError where the folder holds links or the like.
        """
        if not Snapshot.has(folder):
            return None
        refuse_foreign_files(folder)
        try:
            plain = _manifest_of(folder)
            if plain.get("unfinished"):
                found: Begun = reader_of(Begun)(json.dumps(plain.get("begun")).encode())
                return found if found.home else None
            manifest = Snapshot.open(folder).manifest
        except (SnapshotError, ValueError):
            return None
        return manifest.begun if manifest.can_go_on else None

    @staticmethod
    def has(folder: Path) -> bool:
        """Whether the folder holds a snapshot of ours, finished or not, of this version or another."""
        with contextlib.suppress(SnapshotError):
            return bool(_any_manifest_of(folder))
        return False

    @staticmethod
    def can_read(folder: Path) -> bool:
        """Whether the folder holds a snapshot of the format that this version reads, finished or not."""
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
            raise _fault("การสำรวจยังไม่จบ (the crawl is not finished)", self.folder)
        return self._manifest

    def add_page(self, record: PageRecord) -> None:
        """Append one record; it is on disk, as far as the operating system goes, when this returns.

        Raises OSError where the disk does not take it, and then leaves no part of it behind.
        """
        if self._pages_out is None:
            self._pages_out = (self.folder / PAGES).open("ab", buffering=0)
        append_whole(self._pages_out, line_of(record))
        self._places.forget()

    def pages(self) -> Iterator[PageRecord]:
        """All records in the order of the crawl; a last line that was cut short is left out.

        Raises SnapshotError where another line cannot be read.
        """
        yield from read_lines(PageRecord, self.folder / PAGES)

    def heads(self) -> Iterator[RecordHead]:
        """As `pages`, for who does not ask for links and phrases."""
        yield from read_lines(RecordHead, self.folder / PAGES)

    def page(self, url: str) -> PageRecord | None:
        """The record of a page by the address asked for or arrived at, in any spelling; None where there is none."""
        return self._record_in(self._places.find(url))

    def page_shown(self, url: str) -> PageRecord | None:
        """The record of a page as a browser shows it when its address is opened; None where none was opened so."""
        return self._record_in(self._places.find_shown(url))

    def _record_in(self, line: bytes | None) -> PageRecord | None:
        if line is None:
            return None
        with refused_where_damaged(self.folder / PAGES):
            found: PageRecord = reader_of(PageRecord)(line)
        return found

    def hits(self, record: PageRecord) -> tuple[str, ...]:
        """The phrases that stand on a page. Raises SnapshotError for places that the manifest's list does not have."""
        return tuple(map(self.manifest.phrases.__getitem__, self.hit_places(record)))

    def hit_places(self, record: PageRecord) -> list[int]:
        """The places, in the manifest's list, of the phrases that stand on a page. Raises SnapshotError as `hits`."""
        try:
            places = unpacked_places(record.hits)
            if places:
                self.manifest.phrases[max(places)]
        except (ValueError, IndexError) as fault:
            raise _fault("ข้อมูลที่เก็บไว้เสีย (a record names phrases that were not looked for)", self.folder) from fault
        return places

    def path_to(self, url: str) -> tuple[str, ...]:
        """The clicks from the home page to a crawled page, itself last; only itself where it was not crawled."""
        return self._places.path_to(url)

    def keep_body(self, body: bytes) -> str:
        """Keep a body and return its SHA-256 (hex); the same bytes are kept once.

        Raises SnapshotFullError where there is no room for it within most_bytes.
        """
        if self.most_bytes is not None and self.size + len(body) > self.most_bytes:
            self.is_full = True
            raise SnapshotFullError("ข้อมูลที่เก็บถึงขนาดที่กำหนดแล้ว (there is no room for a body)", path=str(self.folder))
        return self.bodies.add(body)

    @property
    def size(self) -> int:
        """Bytes of bodies and records on the disk."""
        out = self._pages_out
        # Asked for every body: what is open for appending stands at its end.
        return self.bodies.size + ((self.folder / PAGES).stat().st_size if out is None else out.tell())

    def body(self, sha256: str) -> bytes:
        """A kept body. Raises SnapshotError where it is not there or not what its name says."""
        return self.bodies.get(sha256)

    def note_begun(self, begun: Begun) -> None:
        """Keep what the crawl needs to go on with if it should be killed."""
        plain = {"format": FORMAT, "unfinished": True, "begun": told(begun)}
        write_whole(self.folder / _MANIFEST, json.dumps(plain, default=told, ensure_ascii=False).encode())

    def sync(self) -> None:
        """Wait until all that was written is on the disk itself, bodies before the records that name them."""
        self.bodies.sync()
        if self._pages_out is not None:
            os.fsync(self._pages_out.fileno())

    def checks_so_far(self) -> tuple[Fetched, ...]:
        """What a verification that was cut short had been answered; a line that it left half written is cut off."""
        path = self.folder / _CHECKS
        end = sum(map(len, whole_lines(path)))
        if path.exists() and path.stat().st_size > end:
            with path.open("r+b") as out:
                out.truncate(end)
        return self.checks()

    def record_checks(self, answers: Sequence[Fetched]) -> None:
        """Append what verification was answered."""
        with (self.folder / _CHECKS).open("ab", buffering=0) as out:
            append_whole(out, b"".join(map(line_of, answers)))

    def checks(self) -> tuple[Fetched, ...]:
        """What verification was answered, in the order in which it was recorded; SnapshotError as `pages` has it."""
        return tuple(read_lines(Fetched, self.folder / _CHECKS))

    def note_finished(self, now: datetime, finished_at: datetime) -> None:
        """Keep when verification began, which is the day of the judgement, and when the audit ended."""
        told_times = {"now": now.isoformat(), "finished_at": finished_at.isoformat()}
        write_whole(self.folder / _FINISHED, json.dumps(told_times).encode())

    def finished(self) -> tuple[datetime, datetime] | None:
        """What `note_finished` kept; None where the audit did not end. Raises SnapshotError for a damaged file."""
        try:
            told_times = json.loads(manifest_bytes(self.folder / _FINISHED))
            return datetime.fromisoformat(told_times["now"]), datetime.fromisoformat(told_times["finished_at"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise _fault("ไฟล์ finished.json เสีย", self.folder) from fault

    def finish(self, manifest: Manifest) -> None:
        """Close the snapshot: from now on it can be opened and judged."""
        self.sync()
        self.bodies.close()
        if self._pages_out is not None:
            self._pages_out.close()
            self._pages_out = None
        plain = json.dumps(told(manifest), default=told, ensure_ascii=False, indent=1)
        write_whole(self.folder / _MANIFEST, plain.encode("utf-8", "replace"))
        self._manifest = manifest


def _manifest_of(folder: Path) -> dict[str, Any]:
    plain = _any_manifest_of(folder)
    if plain["format"] != FORMAT:
        raise _fault(f"ข้อมูลการตรวจนี้เป็นรูปแบบที่ {plain['format']} ของโปรแกรมรุ่นอื่น รุ่นนี้อ่านรูปแบบที่ {FORMAT}", folder)
    return plain


def _any_manifest_of(folder: Path) -> dict[str, Any]:
    try:
        plain = json.loads(manifest_bytes(folder / _MANIFEST))
    except FileNotFoundError as fault:
        raise _fault("ไม่มีข้อมูลการตรวจในโฟลเดอร์นี้ (no snapshot)", folder) from fault
    except (OSError, ValueError) as fault:
        raise _fault("อ่านไฟล์ manifest.json ไม่ได้ (cannot be read)", folder) from fault
    if not isinstance(plain, dict) or "format" not in plain:
        raise _fault("ไฟล์ manifest.json ไม่ใช่ของ oit-checker", folder)
    return plain


def _fault(problem: str, folder: Path, remedy: str = REMEDY) -> SnapshotError:
    return SnapshotError(problem, path=str(folder), remedy=remedy)
