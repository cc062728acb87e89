"""A snapshot folder may come from anywhere: what is read of it is a plain file of its own, and never more than a bound."""

from __future__ import annotations

import gzip
import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path

from oit_checker.errors import SnapshotError

MOST_BODY_BYTES = 128 * 1024 * 1024
"""Bytes that one kept body may unpack to; the limits of a crawl and of verification are far below."""
MOST_LINE_BYTES = 64 * 1024 * 1024
"""Bytes of one line of a snapshot's files."""
MOST_MANIFEST_BYTES = 8 * 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_REMEDY = "Use a folder that oit-checker itself has written."


def bytes_of(folder: Path) -> int:
    """The bytes that a snapshot takes on the disk. Raises SnapshotError where it holds links, devices or the like."""
    if folder.is_symlink() and not folder.is_dir():
        raise SnapshotError("the snapshot is no folder", path=str(folder), remedy=_REMEDY)
    total = 0
    for place in (*folder.iterdir(), *_inside(folder / "bodies")):
        mode = place.lstat()
        if stat.S_ISREG(mode.st_mode):
            total += mode.st_size
        elif not (stat.S_ISDIR(mode.st_mode) and place.parent == folder):
            raise SnapshotError("something in it is no plain file", path=str(place), remedy=_REMEDY)
    return total


def body_name(sha256: str) -> str:
    """The file name of a body. Raises SnapshotError for what is no SHA-256, as it might lead out of the folder."""
    if not _SHA256.match(sha256):
        raise SnapshotError("a body has a name that is no SHA-256", where=sha256[:80], remedy=_REMEDY)
    return f"{sha256}.gz"


def unpacked_body(path: Path) -> bytes:
    """A gzipped body. Raises OSError, EOFError or zlib.error where it is damaged, or unpacks to more than it may."""
    with gzip.open(path) as packed:
        body = packed.read(MOST_BODY_BYTES + 1)
    if len(body) > MOST_BODY_BYTES:
        raise zlib.error(f"more than {MOST_BODY_BYTES} bytes")
    return body


def bounded_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file. Raises SnapshotError for one that is too long to be ours."""
    with path.open("rb") as source:
        while line := source.readline(MOST_LINE_BYTES + 1):
            if len(line) > MOST_LINE_BYTES:
                raise SnapshotError("a line is too long", path=str(path.parent), where=path.name, remedy=_REMEDY)
            yield line


def small_file(path: Path) -> bytes:
    """A manifest. Raises OSError as opening does, ValueError for one that is too long to be ours."""
    with path.open("rb") as source:
        content = source.read(MOST_MANIFEST_BYTES + 1)
    if len(content) > MOST_MANIFEST_BYTES:
        raise ValueError(f"{path.name} is longer than {MOST_MANIFEST_BYTES} bytes")
    return content


def _inside(folder: Path) -> Iterator[Path]:
    if folder.is_dir() and not folder.is_symlink():
        yield from folder.iterdir()
