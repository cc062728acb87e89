"""The child process that reads documents: jobs come in on stdin, pages go out on stdout, both as lines of JSON.

A job that names a `scan` asks for the text of one page by OCR, and is answered with a ScanText instead of a Page.
A file that makes a reader crash or eat memory takes only this process with it. Run as
`python -m oit_checker.documents.worker`; `oit_checker.documents.reading` starts it and ends it.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, BinaryIO

from pydantic import TypeAdapter

from oit_checker.documents.archive import ArchiveLimits, member_of
from oit_checker.documents.extract import extract
from oit_checker.documents.scan import ScanText, read_scan
from oit_checker.documents.tesseract import Engine
from oit_checker.model.page import OcrLack, Page, PageKind, Unreadable

PAGE = TypeAdapter(Page)
SCAN = TypeAdapter(ScanText)
READY = b"ready\n"
MOST_ANSWER_BYTES = 24 * 1024 * 1024
"""What is read of one document, as JSON; a sheet that repeats one long cell could fill the memory of its reader."""


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Answer each job, a line of JSON followed by `bytes` bytes of body, with a length line and a page as JSON."""
    answers.write(READY)
    answers.flush()
    while line := jobs.readline():
        job: dict[str, Any] = json.loads(line)
        body = jobs.read(int(job["bytes"]))
        answer = _answer(job, body)
        answers.write(b"%d\n%s" % (len(answer), answer))
        answers.flush()


def _answer(job: dict[str, Any], body: bytes) -> bytes:
    if "scan" in job:
        return SCAN.dump_json(_scanned(job["scan"], body))
    answer = PAGE.dump_json(_read(job, body))
    if len(answer) > MOST_ANSWER_BYTES:
        return PAGE.dump_json(Page(job["url"], PageKind.OTHER, None, unreadable=Unreadable.TOO_BIG))
    return answer


def _read(job: dict[str, Any], body: bytes) -> Page:
    archive = ArchiveLimits(job["max_archive_files"], job["max_archive_bytes"])
    try:
        return extract(body, url=job["url"], media_type=job["media_type"], max_pages=job["max_pages"], archive=archive)
    except MemoryError:
        return Page(job["url"], PageKind.OTHER, None, unreadable=Unreadable.TOO_BIG)


def _scanned(scan: dict[str, Any], body: bytes) -> ScanText:
    engine = Engine(scan["path"], scan["languages"])
    if scan["member"] is not None:
        member = member_of(body, scan["member"], scan["max_bytes"])
        if member is None:
            return ScanText(lack=OcrLack.FAILED)
        body = member
    return read_scan(body, PageKind(scan["kind"]), scan["page"], engine, scan["seconds"])


def _limit_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the clock still holds there
        return
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def main() -> None:
    """Serve until stdin closes. What libraries print goes to stderr, as stdout carries the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if len(sys.argv) > 1:
        _limit_memory(int(sys.argv[1]))
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
