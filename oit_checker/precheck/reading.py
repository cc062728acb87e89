"""Files on disk → documents as they were read, those inside an archive one by one."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import replace

from PIL import Image

from oit_checker.config import ReadLimits
from oit_checker.documents.archive import digest_of
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.model.check import InputFault
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.precheck.documents import Loose
from oit_checker.precheck.files import Collected, FileFound, read_fault
from oit_checker.urls import fragment_of

_AT_ONCE = 8
"""Files held in memory at the same time."""


def read_documents(
    found: Collected, limits: ReadLimits, on_progress: Callable[[int, int], None] | None = None
) -> Iterator[tuple[str, Loose]]:
    """Each document that could be opened, with its address; what cannot be opened is added to found.faults.

    Scans are read by OCR as an audit reads them, within the same limits, and nothing of it is kept.
    """
    count = len(found.files)
    with Reader(limits) as reader:
        scans = ScanReader(reader, limits, None)
        for first in range(0, count, _AT_ONCE):
            batch = found.files[first : first + _AT_ONCE]
            bodies = {file.url: _body(file, found.faults, limits.max_file_bytes) for file in batch}
            pages = reader.read_all([ReadJob(url, body) for url, body in bodies.items() if body is not None])
            for file in batch:
                body = bodies[file.url]
                if body is not None:
                    yield from _with_scans(list(_documents(file, _sound(pages[file.url], body), body)), body, scans)
            if on_progress is not None:
                on_progress(min(first + _AT_ONCE, count), count)


def _body(file: FileFound, faults: list[InputFault], most: int) -> bytes | None:
    """The bytes, up to one more than are read; None where the file cannot be opened after all."""
    try:
        with file.path.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as fault:
        faults.append(read_fault(file.name, fault))
        return None


def _sound(page: Page, body: bytes) -> Page:
    """The page, told damaged where it calls itself a picture and has not even a picture's head."""
    if page.kind is not PageKind.IMAGE or page.unreadable is not Unreadable.IMAGE_ONLY or body[4:8] == b"ftyp":
        return page
    try:
        with Image.open(io.BytesIO(body)):  # the head alone is read
            return page
    except (OSError, SyntaxError):  # an unknown head is an OSError too
        return replace(page, unreadable=Unreadable.CORRUPT, scans=())
    except (ValueError, Image.DecompressionBombError):  # it may be read elsewhere
        return page


def _with_scans(documents: list[tuple[str, Loose]], body: bytes, scans: ScanReader) -> Iterator[tuple[str, Loose]]:
    """The documents of one file with what OCR read in them."""
    jobs = [
        ScanJob(loose.page, ReadJob(url, body), loose.sha256, fragment_of(url) if loose.archive is not None else None)
        for url, loose in documents
    ]
    read = scans.read_all(jobs)
    for url, loose in documents:
        yield url, replace(loose, page=read.get(url, loose.page))


def _documents(file: FileFound, page: Page, body: bytes) -> Iterator[tuple[str, Loose]]:
    """The documents of an archive, and the archive itself where a part of it was not read; else the file."""
    digest = hashlib.sha256(body).hexdigest()
    for inner in page.inner:
        member = fragment_of(inner.url) or ""
        yield (
            inner.url,
            Loose(f"{file.name} › {member}", file.name, inner, len(body), digest_of(digest, member)),
        )
    if not page.inner or page.cut:
        yield file.url, Loose(file.name, None, page, len(body), digest)
