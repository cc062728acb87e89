"""Zip files: the documents inside, each within limits of number and bytes; nothing is written to disk.

An archive inside an archive is named and not opened. Windows in Thai writes names in its own code page and says
so nowhere, which zip readers take for that of a PC of 1981.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from oit_checker.documents.inner_text import tidy
from oit_checker.extensions import DOCUMENT_EXTENSIONS
from oit_checker.model.page import Unreadable
from oit_checker.patterns import regex
from oit_checker.thai.decode import decode

BROKEN_ZIP = (
    zipfile.BadZipFile,
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    NotImplementedError,
    LookupError,
    zlib.error,
    struct.error,
)
"""What a broken zip makes its reader raise."""
_IS_LOCKED, _NAME_IS_UTF8 = 0x1, 0x800
_PICTURES = frozenset(("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp", "htm", "html"))
_OF_THE_SYSTEM = regex(r"(?:^|/)(?:__MACOSX/|\.|~\$|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How many documents of one archive are read, and how many unpacked bytes of it."""

    max_files: int
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Member:
    """A document inside an archive: its name with its folders, and its bytes, or why there are none."""

    name: str
    body: bytes = b""
    trouble: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The documents of an archive in its own order; left_out counts those that the limits kept us from reading."""

    members: tuple[Member, ...]
    left_out: int = 0


def unpacked(body: bytes, limits: ArchiveLimits) -> Unpacked:
    """The documents in a zip, hidden files and what is no document left out.

    Raises ValueError where the list of the archive itself cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parcel:
            entries = [entry for entry in parcel.infolist() if _is_document(entry)]
            members = tuple(_members(parcel, entries[: limits.max_files], limits.max_bytes))
    except BROKEN_ZIP as error:
        raise ValueError("no zip") from error
    return Unpacked(members, len(entries) - len(members))


def member_of(body: bytes, name: str, most: int) -> bytes | None:
    """The bytes of the first document of that name in a zip; None where it cannot be had, or has more than `most`."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parcel:
            named = (entry for entry in parcel.infolist() if _is_document(entry) and name_of(entry) == name)
            member = next((_member(parcel, entry, most) for entry in named), None)
    except BROKEN_ZIP:
        return None
    return member.body if member is not None and member.trouble is None and len(member.body) <= most else None


def digest_of(archive_sha256: str, name: str) -> str:
    """What stands for the SHA-256 of a document in an archive, whose bytes are not at hand."""
    return hashlib.sha256(f"{archive_sha256} {name}".encode()).hexdigest()


def _members(parcel: zipfile.ZipFile, entries: list[zipfile.ZipInfo], budget: int) -> Iterator[Member]:
    """Members until the bytes are used up; what an entry says of its own size is not believed."""
    for entry in entries:
        member = _member(parcel, entry, budget)
        budget -= len(member.body)
        if budget < 0:
            return
        yield member


def _member(parcel: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Member:
    name = name_of(entry)
    if entry.flag_bits & _IS_LOCKED:
        return Member(name, trouble=Unreadable.ENCRYPTED)
    try:
        with parcel.open(entry) as packed:
            return Member(name, packed.read(most + 1))
    except NotImplementedError:  # packed in a way that only newer programs know
        return Member(name, trouble=Unreadable.ARCHIVE)
    except BROKEN_ZIP:
        return Member(name, trouble=Unreadable.CORRUPT)


def _is_document(entry: zipfile.ZipInfo) -> bool:
    if entry.is_dir() or _OF_THE_SYSTEM.search(entry.filename):
        return False
    last = entry.filename.rpartition("/")[2]
    end = last.rpartition(".")[2].strip().lower() if "." in last else ""
    return not end or end in DOCUMENT_EXTENSIONS or end in _PICTURES


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name as the person who packed it saw it."""
    if entry.flag_bits & _NAME_IS_UTF8 or entry.filename.isascii():
        return tidy(entry.filename)
    try:
        raw = entry.filename.encode("cp437")
    except UnicodeEncodeError:
        return tidy(entry.filename)
    return tidy(decode(raw, "cp874").text)
