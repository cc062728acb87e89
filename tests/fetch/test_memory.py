"""Verification asks only whether an address changed, where it was answered before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import Politeness
from oit_checker.fetch import Ask
from oit_checker.fetch.http import HttpFetcher
from oit_checker.fetch.memory import SnapshotMemory
from oit_checker.model.page import NOT_MODIFIED, Fetched
from oit_checker.snapshot import PageRecord, Snapshot

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = "แผนปฏิบัติราชการ 2569".encode()


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    return Snapshot.create(tmp_path / "now")


def known(url: str, snapshot: Snapshot, body: bytes = PLAN, **more: Any) -> Fetched:
    sha = snapshot.keep_body(body)
    told = Fetched(url, url, 200, "text/html", NOW, body_sha256=sha, headers={"etag": '"v1"'}, charset="utf-8")
    return replace(told, **more)


def ask(snapshot: Snapshot, url: str, memory: SnapshotMemory, times: int = 1) -> Fetched:
    polite = Politeness(rate=0, timeout_s=2)
    with HttpFetcher(snapshot, polite, site_hosts=["127.0.0.1"], memory=memory) as web:
        for _ in range(times):
            got = web.fetch([Ask(url)])[url]
    return got


def answering(raw_answer: Any, etag: str, body: bytes, asked: list[str]) -> Any:
    """A page of one state, which says so to whom asks about it."""

    def page(request: Any, _: Any) -> bytes:
        condition = {name.lower(): value for name, value in request.headers.items()}.get("if-none-match", "")
        asked.append(condition)
        if condition == etag:
            return bytes(raw_answer(status="304 Not Modified", headers=(f"ETag: {etag}",)))
        return bytes(raw_answer(body, headers=(f"ETag: {etag}", "Cache-Control: no-store")))

    return page


def test_what_did_not_change_is_not_sent_again(site: Any, snapshot: Snapshot, raw_answer: Any) -> None:
    asked: list[str] = []
    site.pages["/plan"] = answering(raw_answer, '"v1"', PLAN, asked)
    snapshot.add_page(PageRecord(known(site.url("/plan"), snapshot), 1, None))
    got = ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot))
    assert asked == ['"v1"']
    assert (got.http_status, got.media_type, got.body_bytes, got.note) == (200, "text/html", len(PLAN), NOT_MODIFIED)
    assert snapshot.body(got.body_sha256 or "") == PLAN
    assert [(sent.status, sent.body_bytes) for sent in got.sent if sent.status != 404] == [(304, 0)]


def test_what_changed_is_read_anew(site: Any, snapshot: Snapshot, raw_answer: Any) -> None:
    asked: list[str] = []
    site.pages["/plan"] = answering(raw_answer, '"v2"', b"new", asked)
    snapshot.add_page(PageRecord(known(site.url("/plan"), snapshot), 1, None))
    got = ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot))
    assert (asked, snapshot.body(got.body_sha256 or "")) == (['"v1"'], b"new")


def test_a_document_of_the_audit_before_is_taken_over(
    site: Any, snapshot: Snapshot, tmp_path: Path, raw_answer: Any
) -> None:
    before = Snapshot.create(tmp_path / "before")
    before.record_checks([known(site.url("/plan.pdf"), before, b"%PDF-1.7 plan", media_type="application/pdf")])
    site.pages["/plan.pdf"] = answering(raw_answer, '"v1"', b"", [])
    got = ask(snapshot, site.url("/plan.pdf"), SnapshotMemory(snapshot, before))
    assert (got.media_type, snapshot.body(got.body_sha256 or "")) == ("application/pdf", b"%PDF-1.7 plan")


@pytest.mark.parametrize(
    "unfit",
    [
        pytest.param({"truncated": True}, id="cut short"),
        pytest.param({"http_status": 404}, id="an error"),
        pytest.param({"headers": {}}, id="nothing to ask about"),
        pytest.param({"body_sha256": None}, id="without a body"),
    ],
)
def test_what_was_not_had_whole_is_asked_without_conditions(
    site: Any, snapshot: Snapshot, raw_answer: Any, unfit: dict[str, Any]
) -> None:
    asked: list[str] = []
    site.pages["/plan"] = answering(raw_answer, '"v1"', PLAN, asked)
    snapshot.add_page(PageRecord(known(site.url("/plan"), snapshot, **unfit), 1, None))
    assert ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot)).http_status == 200
    assert asked == [""]


def test_a_lost_body_is_asked_for_again(site: Any, snapshot: Snapshot, raw_answer: Any) -> None:
    asked: list[str] = []
    site.pages["/plan"] = answering(raw_answer, '"v1"', PLAN, asked)
    snapshot.add_page(PageRecord(known(site.url("/plan"), snapshot, body_sha256="0" * 64), 1, None))
    got = ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot))
    assert (asked, got.http_status, snapshot.body(got.body_sha256 or "")) == (['"v1"', ""], 200, PLAN)


def test_the_second_try_asks_afresh(site: Any, snapshot: Snapshot, raw_answer: Any) -> None:
    asked: list[str] = []
    site.pages["/plan"] = answering(raw_answer, '"v1"', PLAN, asked)
    snapshot.add_page(PageRecord(known(site.url("/plan"), snapshot), 1, None))
    ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot), times=2)
    assert asked == ['"v1"', ""]


def test_a_304_that_nobody_asked_for_is_no_page(site: Any, snapshot: Snapshot, raw_answer: Any) -> None:
    site.pages["/plan"] = raw_answer(status="304 Not Modified")
    got = ask(snapshot, site.url("/plan"), SnapshotMemory(snapshot))
    assert (got.http_status, got.body_sha256) == (304, None)
