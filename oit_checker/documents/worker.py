"""The child process that reads documents: jobs come in on stdin, pages go out on stdout, both as lines of JSON.

A job that names a `scan` asks for the text of one page by OCR, and is answered with a ScanText instead of a Page.
Answers are written as `lines` writes them: pydantic is only for reading, and half of what it costs to begin a process.
A file that makes a reader crash or eat memory takes only this process with it. Run as
`python -m oit_checker.documents.worker`; `oit_checker.documents.worker_process` starts it and ends it.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from oit_checker.documents.archive import ArchiveLimits, member_of
from oit_checker.documents.extract import extract
from oit_checker.documents.scan import read_scan
from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import Engine
from oit_checker.lines import line_of
from oit_checker.model.page import OcrLack, Page, PageKind, Unreadable
from oit_checker.own_process import READY

MOST_ANSWER_BYTES = 24 * 1024 * 1024
"""What is read of one document, as JSON; a sheet that repeats one long cell could fill the memory of its reader."""
_SHARE_OF_LIMIT = 0.75
"""From this share of its memory on, what a reader could not find may be what it had no room for."""
_SPENT_SHARE = 0.5
"""A process that once held so much of its limit gives way to a fresh one: it rarely gives all of it back."""
_HIT_BY_LACK = frozenset((Unreadable.CORRUPT, Unreadable.EMPTY))


def serve(jobs: BinaryIO, answers: BinaryIO, limit_bytes: int | None = None) -> None:
    """Answer each job, a line of JSON followed by `bytes` bytes of body, with a line and a page as JSON.

    The line holds the length of the JSON, and 1 where this process ends now, else 0.
    """
    answers.write(READY)
    answers.flush()
    while line := jobs.readline():
        job: dict[str, Any] = json.loads(line)
        answer = _answer(job, jobs.read(int(job["bytes"])), limit_bytes)
        is_spent = _has_held(_SPENT_SHARE, limit_bytes)
        answers.write(b"%d %d\n%s" % (len(answer), is_spent, answer))
        answers.flush()
        if is_spent:
            return
        del answer, job


def _answer(job: dict[str, Any], body: bytes, limit_bytes: int | None) -> bytes:
    if "scan" in job:
        return line_of(_scanned(job["scan"], body))
    too_big = Page(job["url"], PageKind.OTHER, None, unreadable=Unreadable.TOO_BIG)
    try:
        page = _read(job, body)
        answer = line_of(_in_doubt(page) if _has_held(_SHARE_OF_LIMIT, limit_bytes) else page)
    except MemoryError:
        return line_of(too_big)
    return answer if len(answer) <= MOST_ANSWER_BYTES else line_of(too_big)


def _read(job: dict[str, Any], body: bytes) -> Page:
    archive = ArchiveLimits(job["max_archive_files"], job["max_archive_bytes"])
    return extract(body, url=job["url"], media_type=job["media_type"], max_pages=job["max_pages"], archive=archive)


def _in_doubt(page: Page) -> Page:
    """A page that was read with hardly any memory left: what is broken or absent in it may be so for that alone."""
    if page.unreadable in _HIT_BY_LACK:
        return replace(page, unreadable=Unreadable.TOO_BIG)
    return replace(page, cut=True, inner=tuple(map(_in_doubt, page.inner)))


def _has_held(share: float, limit_bytes: int | None) -> bool:
    """Whether this process once held that share of its memory; False where the system does not tell."""
    if limit_bytes is None:
        return False
    try:
        told = Path("/proc/self/status").read_text("ascii", "replace")
    except OSError:
        return False
    peak = next((line for line in told.splitlines() if line.startswith("VmPeak:")), "VmPeak: 0 kB")
    return int(peak.split()[1]) * 1024 > share * limit_bytes


def _scanned(scan: dict[str, Any], body: bytes) -> ScanText:
    engine = Engine(scan["path"], scan["languages"])
    if scan["member"] is not None:
        member = member_of(body, scan["member"], scan["max_bytes"])
        if member is None:
            return ScanText(lack=OcrLack.FAILED)
        body = member
    return read_scan(body, PageKind(scan["kind"]), scan["page"], engine, scan["seconds"])


def _limit_memory(megabytes: int) -> int | None:
    """Bound what this process may hold; the bound in bytes, None where the system knows none."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the clock still holds there
        return None
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return limit


def main() -> None:
    """Serve until stdin closes. What libraries print goes to stderr, as stdout carries the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_bytes = _limit_memory(int(sys.argv[1])) if len(sys.argv) > 1 else None
    serve(sys.stdin.buffer, answers, limit_bytes)


if __name__ == "__main__":
    main()
