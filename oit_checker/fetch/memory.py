"""What an address was answered before: in the crawl of this audit, or in the audit before it.

A server that has named the state of what it sent (ETag, Last-Modified) is asked only whether that changed; its 304 is
then as good as the answer itself. Cache-Control is not looked at: an audit always asks.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Protocol

from oit_checker.errors import SnapshotError
from oit_checker.fetch.body import Body
from oit_checker.fetch.heard import Heard
from oit_checker.fetch.spool import Heap
from oit_checker.model.page import NOT_MODIFIED, Failure, Fetched
from oit_checker.snapshot import Snapshot

NO_CONDITIONS: Mapping[str, str] = MappingProxyType({})


class Memory(Protocol):
    """Remembers answers, and their bodies."""

    def recall(self, url: str) -> Fetched | None:
        """The whole answer of this very address, with something to ask about; None where there is none."""
        ...

    def body(self, sha256: str) -> bytes | None: ...


class Nothing:
    """A memory of nothing."""

    def recall(self, url: str) -> Fetched | None:
        return None

    def body(self, sha256: str) -> bytes | None:
        return None


class SnapshotMemory:
    """Remembers the pages of a snapshot, and what the verification of an earlier one was answered."""

    def __init__(self, snapshot: Snapshot, previous: Snapshot | None = None) -> None:
        self._snapshot = snapshot
        self._previous = previous
        self._checks: dict[str, Fetched] = {}
        with contextlib.suppress(SnapshotError):  # what is damaged is not remembered
            checks = previous.checks() if previous is not None else ()
            self._checks = {check.final_url: check for check in checks if _can_be_asked_about(check)}

    def recall(self, url: str) -> Fetched | None:
        record = self._snapshot.page(url)
        if record is not None and record.fetched.final_url == url and _can_be_asked_about(record.fetched):
            return record.fetched
        return self._checks.get(url)

    def body(self, sha256: str) -> bytes | None:
        for snapshot in (self._snapshot, self._previous):
            if snapshot is not None and snapshot.bodies.has(sha256):
                with contextlib.suppress(SnapshotError):
                    return snapshot.body(sha256)
        return None


def conditions_of(known: Fetched | None) -> Mapping[str, str]:
    """The headers that ask whether an answer changed."""
    if known is None:
        return NO_CONDITIONS
    asked = {"If-None-Match": known.headers.get("etag"), "If-Modified-Since": known.headers.get("last-modified")}
    return {name: value for name, value in asked.items() if value}


def as_before(heard: Heard, known: Fetched, heap: Heap) -> Heard:
    """A 304 as the answer that it stands for."""
    declared = f"{known.media_type or ''}{f'; charset={known.charset}' if known.charset else ''}"
    return replace(
        heard,
        status=200,
        headers={"content-type": declared, **known.headers},
        media_type=known.media_type,
        body=Body(heap),
        declared_bytes=known.declared_bytes,
        note=NOT_MODIFIED,
    )


def _can_be_asked_about(fetched: Fetched) -> bool:
    is_whole = fetched.http_status == 200 and fetched.failure is Failure.NONE and not fetched.truncated
    return is_whole and fetched.body_sha256 is not None and bool(conditions_of(fetched))
