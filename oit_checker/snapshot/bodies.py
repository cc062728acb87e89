"""Bodies in one file that only grows: one write a body, whole up to the last one after whatever end.

An entry is a head (mark, SHA-256, how it is packed, bytes) and the packed body. A file for each body costs a third of
a millisecond to make, a tenth of what reading its page costs.
"""

from __future__ import annotations

import errno
import hashlib
import os
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from isal import isal_zlib

from oit_checker.errors import SnapshotError
from oit_checker.lines import REMEDY

MOST_BODY_BYTES = 128 * 1024 * 1024
"""No body that we keep is larger; a pack that says so is not one of ours."""
_HEAD = struct.Struct("<4s32sBI")
_MARK = b"OITB"
_PLAIN, _DEFLATED = 0, 1
_BIG_BYTES = 1024 * 1024
_NOT_PACKED_SO: Any = isal_zlib.error  # its stub takes the class for one of its instances
_PACKED_ALREADY = (b"%PDF", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG", b"\x1f\x8b")


class Place(NamedTuple):
    """Where a packed body stands, how long it is, and how it is packed."""

    offset: int
    length: int
    method: int


class BodyPack:
    """The bodies of one snapshot. Safe to use from several threads; one process writes at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._places: dict[bytes, Place] | None = None
        self._end = 0
        self._out: IO[bytes] | None = None
        self._lock = threading.Lock()

    def add(self, body: bytes) -> str:
        """Keep a body and return its SHA-256 (hex); the same bytes are kept once."""
        sha = hashlib.sha256(body)
        if sha.digest() not in self._index():
            is_packed = body.startswith(_PACKED_ALREADY)
            data = body if is_packed else isal_zlib.compress(body, 0)
            self._append(sha.digest(), _PLAIN if is_packed else _DEFLATED, data)
        return sha.hexdigest()

    def has(self, sha256: str) -> bool:
        return bytes.fromhex(sha256) in self._index()

    def get(self, sha256: str) -> bytes:
        """A kept body. Raises SnapshotError where it is not there or not what its name says."""
        place = self._place(sha256)
        if place is not None and place.length > MOST_BODY_BYTES:
            raise self._fault("ข้อมูลหน้าเว็บที่เก็บไว้ใหญ่ผิดปกติ (a kept body is larger than any of ours)", sha256)
        data = self._read(place) if place is not None else b""
        try:
            body = _unpacked(data, place.method) if place is not None else None
        except _NOT_PACKED_SO as fault:
            raise self._fault("ข้อมูลหน้าเว็บที่เก็บไว้เสีย (a kept body is damaged)", sha256) from fault
        if body is None:
            raise self._fault("ข้อมูลหน้าเว็บที่เก็บไว้หายไปหรือเสีย (a kept body is missing or damaged)", sha256)
        if hashlib.sha256(body).hexdigest() != sha256:
            raise self._fault("ข้อมูลหน้าเว็บที่เก็บไว้ไม่ตรงกับที่บันทึก (a kept body is not what its name says)", sha256)
        return body

    def take_over(self, other: BodyPack, sha256: str) -> bool:
        """Copy a body from another pack as it is packed there; False where that has none."""
        if self.has(sha256):
            return True
        place = other._place(sha256)
        if place is None:
            return False
        self._append(bytes.fromhex(sha256), place.method, other._read(place))
        return True

    def cut_at_damage(self) -> None:
        """Leave out the first entry that is not what it says, and all behind it, and all that is only begun."""
        end = 0
        for digest, place in _entries(self.path):
            try:
                body = _unpacked(self._read(place), place.method)
            except _NOT_PACKED_SO:
                break
            if body is None or hashlib.sha256(body).digest() != digest:
                break
            end = place.offset + place.length
        self.close()
        self._places = None
        if self.path.exists() and self.path.stat().st_size > end:
            with self.path.open("r+b") as out:
                out.truncate(end)

    @property
    def size(self) -> int:
        """Bytes of all whole entries."""
        self._index()
        return self._end

    def sync(self) -> None:
        """Wait until what was written is on the disk itself."""
        with self._lock:
            if self._out is not None:
                os.fsync(self._out.fileno())

    def close(self) -> None:
        with self._lock:
            if self._out is not None:
                self._out.close()
                self._out = None

    def _append(self, digest: bytes, method: int, data: bytes) -> None:
        index = self._index()
        with self._lock:
            if digest in index:
                return
            if self._out is None:
                self._out = self.path.open("r+b" if self.path.exists() else "w+b", buffering=0)
                # What a killed writer left behind its last whole entry would hide all that follows it.
                self._out.truncate(self._end)
                self._out.seek(self._end)
            head = _HEAD.pack(_MARK, digest, method, len(data))
            # One write for each, but for big bodies: joined to its head, such a one would be in memory twice.
            parts = (head, data) if len(data) > _BIG_BYTES else (head + data,)
            if sum(map(self._out.write, parts)) != len(head) + len(data):
                # What is kept next must stand where the index says.
                self._out.truncate(self._end)
                self._out.seek(self._end)
                raise OSError(errno.ENOSPC, "the disk took a body only in part", str(self.path))
            index[digest] = Place(self._end + _HEAD.size, len(data), method)
            self._end += _HEAD.size + len(data)

    def _place(self, sha256: str) -> Place | None:
        try:
            return self._index().get(bytes.fromhex(sha256))
        except ValueError:
            return None

    def _read(self, place: Place) -> bytes:
        with self.path.open("rb", buffering=0) as source:
            source.seek(place.offset)
            return source.read(place.length)

    def _index(self) -> dict[bytes, Place]:
        if self._places is None:
            with self._lock:
                if self._places is None:
                    places = dict(_entries(self.path))
                    self._end = max((place.offset + place.length for place in places.values()), default=0)
                    self._places = places
        return self._places

    def _fault(self, problem: str, sha256: str) -> SnapshotError:
        return SnapshotError(problem, path=str(self.path.parent), where=sha256, remedy=REMEDY)


def _entries(path: Path) -> Iterator[tuple[bytes, Place]]:
    """The whole entries from the beginning; what follows the first that is not whole is left out."""
    try:
        size, source = path.stat().st_size, path.open("rb")
    except FileNotFoundError:
        return
    with source:
        offset = 0
        while offset + _HEAD.size <= size:
            source.seek(offset)
            mark, digest, method, length = _HEAD.unpack(source.read(_HEAD.size))
            offset += _HEAD.size + length
            if mark != _MARK or offset > size:
                return
            yield digest, Place(offset - length, length, method)


def _unpacked(data: bytes, method: int) -> bytes | None:
    """The body, None where it does not end within MOST_BODY_BYTES. Raises _NOT_PACKED_SO."""
    if method == _PLAIN:
        return data
    unpacker = isal_zlib.decompressobj()
    body = unpacker.decompress(data, MOST_BODY_BYTES)
    return body if unpacker.eof else None
