"""The courtesy section from records: two names of one server, hosts that asked for patience, what was left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from oit_checker.courtesy import courtesy_of, foreign_notes
from oit_checker.fetch.allowance import TOO_MANY
from oit_checker.model.page import AS_CRAWLED, Failure, Fetched, Sent, Slowing
from oit_checker.model.report import Busiest, SlowedHost
from oit_checker.model.run import Limits
from oit_checker.snapshot import FORMAT, Manifest

START = datetime(2026, 11, 28, 9, 0, tzinfo=timezone(timedelta(hours=7)))
MANIFEST = Manifest(
    format=FORMAT,
    site="https://a.example.go.th/",
    hosts=("a.example.go.th",),
    started_at=START,
    finished_at=START,
    outcome="completed",
    reason=None,
    limits=Limits(2000, 6, 30.0, 2.0, 2),
    requests=7,
    bytes_downloaded=1000,
    skipped={"trap": 4, "robots": 1},
    user_agent="oit-checker/x",
    not_modified=5,
)


def after(seconds: float) -> datetime:
    return START.astimezone(UTC) + timedelta(seconds=seconds)


def sent(
    at: float, host: str = "a.example.go.th", *, seconds: float = 0.5, pause_s: float = 0.0, why: Slowing = ""
) -> Sent:
    return Sent(after(at), seconds, host, "203.0.114.7", 200, 10, pause_s, why)


def answered(url: str, *marks: Sent, failure: Failure = Failure.NONE, at: float = 0, status: int = 200) -> Fetched:
    known = failure is Failure.NONE
    return Fetched(url, url, status if known else None, None, after(at), failure, body_bytes=10, sent=marks)


def test_the_busiest_window_is_that_of_the_address_which_two_hosts_share() -> None:
    checks = [
        answered("https://a.example.go.th/1", *(sent(at) for at in (0, 4, 8, 12))),
        answered("https://b.example.go.th/1", *(sent(at, "b.example.go.th") for at in (2, 6, 10, 10.1))),
    ]
    told = courtesy_of(MANIFEST, [], checks, {check.url for check in checks})
    assert told.verification_requests == 8
    assert told.verification_busiest == Busiest("203.0.114.7", 6, 20.0, 2, 2)
    assert told.crawl_busiest is None
    assert told.bytes_downloaded == 1000 + 80
    assert (told.first_request_at, told.last_request_at) == (START, START + timedelta(seconds=12))
    assert told.last_request_at is not None
    assert told.last_request_at.tzinfo == START.tzinfo


def test_a_window_ends_before_its_tenth_second() -> None:
    check = answered("https://a.example.go.th/1", sent(0), sent(10))
    told = courtesy_of(MANIFEST, [], [check], {check.url})
    assert told.verification_busiest == Busiest("a.example.go.th", 1, 20.0, 1, 2)


def test_the_crawl_is_counted_by_its_answers() -> None:
    pages = [answered(f"https://a.example.go.th/{n}", at=n) for n in range(12)]
    lost = answered("https://a.example.go.th/lost", failure=Failure.DNS)
    told = courtesy_of(MANIFEST, [*pages, lost], [], ())
    assert told.crawl_busiest == Busiest("a.example.go.th", 10, 20.0)
    assert (told.crawl_requests, told.not_modified, told.user_agent) == (7, 5, "oit-checker/x")
    assert told.crawl_skipped == {"robots": 1, "trap": 4}


def test_what_the_crawl_was_answered_is_no_request_of_verification() -> None:
    again = replace(answered("https://a.go.th/plan"), note=AS_CRAWLED, body_bytes=700)
    told = courtesy_of(MANIFEST, [replace(again, note=None)], [again, answered("https://a.go.th/x.pdf", sent(1))], [])
    assert told.verification_requests == 1
    assert told.verification_busiest is not None
    assert told.verification_busiest.requests == 1
    assert told.bytes_downloaded == MANIFEST.bytes_downloaded + sent(1).body_bytes


def test_hosts_that_asked_for_patience_are_named_once_for_each_reason() -> None:
    checks = [
        answered("https://x.com/1", sent(0, "x.com", pause_s=10, why="crawl_delay")),
        answered("https://x.com/2", sent(0, "x.com", pause_s=10, why="crawl_delay")),
        answered("https://y.com/1", sent(0, "y.com", pause_s=5, why="retry_after"), sent(6, "y.com", why="busy")),
    ]
    crawled = answered("https://a.example.go.th/1", status=503)
    told = courtesy_of(MANIFEST, [crawled], checks, ())
    assert told.slowed == (
        SlowedHost("a.example.go.th", "busy", 0.0),
        SlowedHost("x.com", "crawl_delay", 10.0),
        SlowedHost("y.com", "busy", 0.0),
        SlowedHost("y.com", "retry_after", 5.0),
    )


def test_what_was_not_asked_counts_by_its_last_answer_and_only_where_it_was_offered() -> None:
    checks = [
        answered("https://x.com/1", failure=Failure.BUDGET),
        answered("https://x.com/2", failure=Failure.ROBOTS),
        answered("https://x.com/3", failure=Failure.BUDGET),
        answered("https://x.com/3"),
        answered("https://x.com/probe", failure=Failure.ROBOTS),
        answered("https://x.com/down", failure=Failure.TIMEOUT),
    ]
    told = courtesy_of(MANIFEST, [], checks, {f"https://x.com/{name}" for name in ("1", "2", "3", "down")})
    assert told.verification_skipped == {"budget": 1, "robots": 1}


def test_a_snapshot_from_before_requests_were_recorded_tells_what_it_knows() -> None:
    old = courtesy_of(MANIFEST, [], [answered("https://x.com/1", at=3)], ())
    assert (old.verification_requests, old.bytes_downloaded) == (1, 1010)
    assert old.verification_busiest == Busiest("x.com", 1, 20.0)


def test_a_host_with_more_addresses_than_are_asked_is_named() -> None:
    late = answered("https://x.com/late", failure=Failure.BUDGET)
    many = [
        replace(answered(f"https://drive.google.com/{name}", failure=Failure.BUDGET), note=f"{TOO_MANY}: 300")
        for name in ("1", "2", "2")
    ]
    (note,) = foreign_notes([answered("https://drive.google.com/0"), late, *many])
    assert note.startswith("เปิดที่อยู่ของ drive.google.com ครบ 300 แห่งที่กำหนดต่อรอบแล้ว จึงไม่ได้เปิดอีก 2 แห่ง")
    assert "ใช้ 2 ที่อยู่" in note
    assert foreign_notes([late]) == ()
