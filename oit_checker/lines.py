"""Dataclasses as lines of JSON that leave out what holds its default; read back by pydantic, written without it."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO, Any, TypeVar

from oit_checker.errors import SnapshotError

REMEDY = "โปรดตรวจเว็บไซต์ใหม่ด้วย oit-checker audit โดยเติม --fresh หรือระบุโฟลเดอร์ snapshot ของการตรวจที่เสร็จแล้ว"
_DAMAGED = "ข้อมูลที่เก็บไว้เสีย (a line is damaged)"
_TOO_LONG = "ข้อมูลที่เก็บไว้เสีย (a line is too long)"
MOST_LINE_BYTES = 64 * 1024 * 1024
_Kind = TypeVar("_Kind")
_NONE_OF_OURS = (ValueError, KeyError, TypeError)
"""What reading a damaged line raises."""


def line_of(value: Any) -> bytes:
    """A dataclass as one line of UTF-8."""
    return json.dumps(told(value), default=told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def told(value: Any) -> Any:
    """A dataclass as a dict without the fields that hold their default, a time in ISO form."""
    if isinstance(value, datetime):
        return value.isoformat()
    held_fields = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if held != default:
            held_fields[name] = held
    return held_fields


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, one.default if one.default_factory is MISSING else {}) for one in fields(kind))


@cache
def reader_of(kind: type) -> Callable[[bytes], Any]:
    """What reads a line back; raises ValueError for anything else."""
    # Late: the crawling child only writes, and pydantic takes a quarter of its start.
    from pydantic import TypeAdapter

    return TypeAdapter(kind).validate_json


def whole_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file; none where it is absent, and not the last one where that was cut short.

    Raises SnapshotError for a line longer than MOST_LINE_BYTES, which nothing of ours writes.
    """
    with contextlib.suppress(FileNotFoundError), path.open("rb") as source:
        while line := source.readline(MOST_LINE_BYTES):
            if line.endswith(b"\n"):
                yield line
            elif len(line) == MOST_LINE_BYTES:
                raise SnapshotError(_TOO_LONG, path=str(path.parent), where=path.name, remedy=REMEDY)


def read_lines(kind: type[_Kind], path: Path) -> Iterator[_Kind]:
    """A file's whole lines read back. Raises SnapshotError, with the line's number, for one that is something else."""
    return (found for _, found in placed_lines(kind, path))


def placed_lines(kind: type[_Kind], path: Path) -> Iterator[tuple[int, _Kind]]:
    """As `read_lines`, each with where it begins in the file."""
    about: Any = kind
    read, place = reader_of(about), 0
    for number, line in enumerate(whole_lines(path), start=1):
        try:  # no context manager: to enter and leave one takes a fifth of what the line takes
            found: _Kind = read(line)
        except _NONE_OF_OURS as fault:
            raise _damaged(path, number) from fault
        yield place, found
        place += len(line)


@contextlib.contextmanager
def refused_where_damaged(path: Path) -> Iterator[None]:
    """Turn what a damaged line makes its reader raise into SnapshotError."""
    try:
        yield
    except _NONE_OF_OURS as fault:
        raise _damaged(path) from fault


def _damaged(path: Path, number: int | None = None) -> SnapshotError:
    where = path.name if number is None else f"{path.name} บรรทัด {number}"
    return SnapshotError(_DAMAGED, path=str(path.parent), where=where, remedy=REMEDY)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, also when the power fails."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def append_whole(out: IO[bytes], lines: bytes) -> None:
    """Append to an unbuffered file all or nothing: what follows half a line would be glued to it, and both be lost.

    Raises OSError where the disk does not take it.
    """
    written = out.write(lines)
    if written != len(lines):
        out.truncate(out.tell() - written)
        raise OSError(errno.ENOSPC, "the disk took a record only in part", out.name)
