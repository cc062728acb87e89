from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from oit_checker.errors import SnapshotError
from oit_checker.fetch import Ask
from oit_checker.fetch.archive import ArchiveFetcher
from oit_checker.model.page import Failure, Fetched

NOW = datetime(2026, 3, 2, tzinfo=UTC)
A, B = "https://x.go.th/a", "https://x.go.th/b"


def answered(url: str, status: int) -> Fetched:
    return Fetched(url, url, status, "text/html", NOW)


def test_the_nth_ask_gets_the_nth_answer_and_the_last_ever_after() -> None:
    archive = ArchiveFetcher([answered(A, 500), answered(B, 200), answered(A, 404)], strict=True)
    statuses = [archive.fetch([Ask(A)])[A].http_status for _ in range(4)]
    assert statuses == [500, 404, 404, 404]
    assert archive.fetch([Ask(B), Ask(B)])[B].http_status == 200


def test_without_a_record_it_says_so() -> None:
    got = ArchiveFetcher([answered(A, 200)], strict=False).fetch([Ask(B)])[B]
    assert (got.failure, got.http_status, got.fetched_at) == (Failure.NOT_RECORDED, None, NOW)


def test_strictly_without_a_record_it_raises() -> None:
    with pytest.raises(SnapshotError, match=re.escape(B)):
        ArchiveFetcher([answered(A, 200)], strict=True).fetch([Ask(B)])
