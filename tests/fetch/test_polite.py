"""Politeness as the asked server sees it: by its own clock and its own count."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from typing import Any

import pytest

from oit_checker.config import Politeness
from oit_checker.fetch import Ask
from oit_checker.fetch.allowance import TOO_MANY
from oit_checker.fetch.http import HttpFetcher
from oit_checker.fetch.pace import LEFT_ALONE, Pace
from oit_checker.fetch.polite import NO_TIME_FOR_SLOW, Turns, WithheldError
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.verify.check import check_links

NAMES = ("tambon-a.example.go.th", "tambon-b.example.go.th")
FAST = Politeness(rate=0, at_once=4, timeout_s=5)


async def to_this_machine(_: str) -> list[str]:
    return ["127.0.0.1"]


def fetcher(bodies: Any, politeness: Politeness = FAST, **more: Any) -> HttpFetcher:
    more = {"site_hosts": ["127.0.0.1"], "resolve": to_this_machine, **more}
    return HttpFetcher(bodies, politeness, **more)


def busiest(times: Sequence[float], seconds: float) -> int:
    """Most requests in any window of so many seconds."""
    return max(sum(start <= time < start + seconds for time in times) for start in times)


def gaps(times: Sequence[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]


def test_two_names_of_one_address_share_the_rate_and_the_open_requests(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    """In every 10 s, for robots.txt, pages and redirects alike."""

    def page(request: Any, _: Any) -> bytes:
        time.sleep(0.4)
        moved = request.path.startswith("/moved")
        return raw_answer(status="302 Found", headers=("Location: /5",)) if moved else raw_answer(b"x")

    site.pages = dict.fromkeys((*(f"/{n}" for n in range(10)), "/moved1", "/moved2"), page)
    asks = [Ask(site.url(path, host=name)) for name in NAMES for path in site.pages]
    with fetcher(bodies, Politeness(rate=2, at_once=2, timeout_s=5)) as web:
        got = web.fetch(asks)
    assert {answer.http_status for answer in got.values()} == {200}
    assert len(site.times) == len(asks) + 2 * 3  # for each name: robots.txt and where two addresses led
    assert busiest(site.times, 10) <= 2 * 10
    assert site.most_busy <= 2
    noted = [mark.at.timestamp() for answer in got.values() for mark in answer.sent]
    assert len(noted) == len(site.times)
    assert busiest(noted, 10) <= 2 * 10


def test_a_rate_is_never_exceeded_by_slow_answers_that_are_awaited_beside(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    def slow(*_: Any) -> bytes:
        time.sleep(2.5)
        return raw_answer(b"x")

    site.pages = {"/quick": raw_answer(b"x"), **{f"/{n}": slow for n in range(3)}}
    with fetcher(bodies, Politeness(rate=50, at_once=1, timeout_s=9)) as web:
        web.fetch([Ask(site.url(path)) for path in site.pages])
    assert site.most_busy == 1


def test_crawl_delay_is_kept_for_every_host(site: Any, bodies: Any, raw_answer: Callable[..., bytes]) -> None:
    site.pages = {f"/{n}": raw_answer(b"x") for n in range(4)}
    site.pages["/robots.txt"] = raw_answer(b"User-agent: *\nCrawl-delay: 0.5\n", kind="text/plain")
    with fetcher(bodies) as web:
        got = web.fetch([Ask(site.url(f"/{n}", host="files.example.com")) for n in range(3)])
        got |= web.fetch([Ask(site.url("/3", host="files.example.com"))])
    assert {answer.http_status for answer in got.values()} == {200}
    assert site.asked.count("/robots.txt") == 1
    assert min(gaps(site.times)) > 0.4
    last = got[site.url("/3", host="files.example.com")].sent[-1]
    assert (last.pause_s, last.why) == (0.5, "crawl_delay")


def test_a_crawl_delay_beyond_our_time_leaves_the_rest_to_a_person(
    site: Any, other_site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    """And it takes no time from the other hosts of the run."""
    site.pages = {f"/{n}": raw_answer(b"x") for n in range(5)}
    site.pages["/robots.txt"] = raw_answer(b"User-agent: *\nCrawl-delay: 50\n", kind="text/plain")

    async def resolve(name: str) -> list[str]:
        return ["127.0.0.1"] if name == "slow.example.com" else [name]

    urls = [site.url(f"/{n}", host="slow.example.com") for n in range(5)]
    with fetcher(bodies, deadline_s=4, resolve=resolve) as web:
        got = web.fetch([Ask(url) for url in urls])
    assert {answer.failure for answer in got.values()} == {Failure.BUDGET}
    assert all((answer.note or "").startswith(NO_TIME_FOR_SLOW) for answer in got.values())
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize(
    "retry_after",
    [
        pytest.param(lambda: "2", id="seconds"),
        pytest.param(lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True), id="date"),
    ],
)
def test_retry_after_holds_up_the_whole_host(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes], status: str, retry_after: Callable[[], str]
) -> None:
    def busy(*_: Any) -> bytes:
        if site.asked.count("/busy") > 1:
            return raw_answer(b"x")
        return raw_answer(status=status, headers=(f"Retry-After: {retry_after()}",))

    site.pages = {"/busy": busy, "/a": raw_answer(b"x"), "/b": raw_answer(b"x")}
    urls = [site.url("/busy"), site.url("/a", host=NAMES[0]), site.url("/b", host=NAMES[0])]
    with fetcher(bodies, Politeness(rate=0, at_once=1, timeout_s=5)) as web:
        got = web.fetch([Ask(url) for url in urls])
    assert {answer.http_status for answer in got.values()} == {200}
    after = site.asked.index("/busy") + 1
    assert site.times[after] - site.times[after - 1] > 1.5
    first, second = (mark for mark in got[urls[0]].sent if mark.status != 404)
    assert (first.status, first.why) == (int(status[:3]), "retry_after")
    assert 1 < first.pause_s <= 3
    assert (second.status, second.why) == (200, "busy")


def test_a_host_without_words_for_it_is_slowed_down_and_recovers(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    busy = lambda *_: raw_answer(status="503 Busy") if site.asked.count("/0") == 1 else raw_answer(b"x")  # noqa: E731
    site.pages = {f"/{n}": raw_answer(b"x") for n in range(12)} | {"/0": busy}
    with fetcher(bodies, Politeness(rate=0, at_once=1, timeout_s=5)) as web:
        web.fetch([Ask(site.url(f"/{n}")) for n in range(12)])
    after = site.asked.index("/0")
    waits = gaps(site.times)[after:]
    assert waits[0] > 0.9
    assert waits[-1] < waits[0] / 2
    assert site.most_busy == 1


def test_a_host_that_wants_to_be_left_alone_is_left_alone(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    busy = raw_answer(status="429 Too Many Requests", headers=("Retry-After: 86400",))
    site.pages = {f"/{n}": busy for n in range(30)}
    with fetcher(bodies, Politeness(rate=0, at_once=1, timeout_s=5, longest_wait_s=0.5)) as web:
        got = web.fetch([Ask(site.url(f"/{n}")) for n in range(30)])
        later = web.fetch([Ask(site.url("/29"))])
    left = [answer for answer in got.values() if answer.failure is Failure.BUDGET]
    assert len(left) >= 28
    assert all((answer.note or "").startswith(LEFT_ALONE) for answer in [*left, *later.values()])
    assert len(site.asked) == 3  # robots.txt, one page, and one more when our patience was over


def test_of_ten_thousand_links_to_a_file_host_some_hundreds_are_asked(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    site.pages = {f"/file/d/{n}": raw_answer(f"<h1>file {n}</h1>".encode()) for n in range(10_000)}
    urls = [site.url(f"/file/d/{n}", host="drive.example.com") for n in range(10_000)]
    with fetcher(bodies, Politeness(rate=0, at_once=8, timeout_s=5), site_hosts=["www.example.go.th"]) as web:
        checked = check_links(dict.fromkeys(urls, False), fetcher=web, body=bodies.__getitem__)
    most = Politeness().most_foreign
    assert 100 <= most <= 1000
    opened = [url for url, seen in checked.items() if seen.verdict.verification.opens]
    left = [seen for seen in checked.values() if not seen.verdict.verification.opens]
    assert opened == urls[:most]
    assert {seen.verdict.verification for seen in left} == {Verification.NOT_CHECKED}
    assert {seen.fetched.note for seen in left} == {f"{TOO_MANY}: {most}"}
    assert {seen.verdict.message for seen in left} == {
        "ไม่ได้ตรวจ เพราะตรวจลิงก์ของเว็บไซต์ภายนอกแห่งนี้ครบจำนวนที่กำหนดต่อรอบแล้ว โปรดเปิดลิงก์ด้วยตนเอง"
    }
    assert len(set(site.asked) & set(site.pages)) == most


def test_our_own_waiting_is_no_time_out_of_the_host(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another answer asks for a pause, longer than the time-out, while the connection for this request is opened."""
    site.pages = {"/a": raw_answer(b"x")}
    plain, turns = Pace.begin, []

    def begin(pace: Pace, now: float) -> None:
        plain(pace, now)
        turns.append(now)
        if len(turns) == 1:
            pace.held_until = now + 1.5

    monkeypatch.setattr(Pace, "begin", begin)
    with fetcher(bodies, Politeness(rate=50, timeout_s=0.5)) as web:
        got = web.fetch([Ask(site.url("/a"))])[site.url("/a")]
    assert [mark.status for mark in got.sent] == [404, 200]
    assert len(site.asked) == len(turns) == 2


def test_a_host_that_does_not_answer_after_our_waiting_is_still_timed_out(site: Any, bodies: Any) -> None:
    site.pages = {"/slow": lambda *_: site.over.wait() and None}
    with fetcher(bodies, Politeness(rate=50, timeout_s=0.3)) as web:
        got = web.fetch([Ask(site.url("/slow"))])[site.url("/slow")]
    assert got.failure is Failure.TIMEOUT


def test_every_request_is_noted_with_the_answer_it_led_to(
    site: Any, bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    site.pages = {"/a": raw_answer(status="302 Found", headers=("Location: /b",)), "/b": raw_answer(b"1234")}
    url = site.url("/a", host=NAMES[0])
    began = datetime.now(UTC)
    with fetcher(bodies) as web:
        sent = web.fetch([Ask(url)])[url].sent
    assert [(mark.status, mark.body_bytes) for mark in sent] == [(404, 12), (302, 0), (200, 4)]
    assert {(mark.host, mark.address) for mark in sent} == {(f"{NAMES[0]}:{site.port}", "127.0.0.1")}
    assert began <= sent[0].at <= sent[1].at <= sent[2].at <= datetime.now(UTC)
    assert {mark.why for mark in sent} == {""}


def test_a_request_that_our_time_cut_off_is_noted_as_well(site: Any, bodies: Any) -> None:
    site.pages["/slow"] = lambda *_: site.over.wait() and None
    told: list[Fetched] = []
    with fetcher(bodies, deadline_s=1, on_answer=told.append) as web:
        web.fetch([Ask(site.url("/slow"))])
    assert [mark.status for mark in told[0].sent] == [404, None]


def test_hosts_that_turn_out_to_share_an_address_become_one_queue() -> None:
    """The third host stands at both addresses: from then on all three wait for each other."""

    async def run() -> tuple[bool, int]:
        turns = Turns(Politeness(rate=0, at_once=1), most=100, paces={})
        one, two = turns.lane(("10.0.0.1",)), turns.lane(("10.0.0.2",))
        assert one is not two
        both = turns.lane(("10.0.0.1", "10.0.0.2"))
        served = 0

        async def ask(lane: Any) -> None:
            nonlocal served
            async with turns.turn(lane.root):
                assert both.open == 1
                await asyncio.sleep(0)
                served += 1

        await asyncio.gather(*(ask(lane) for lane in (one, two, both) * 5))
        return one.root is two.root is both, served

    assert asyncio.run(run()) == (True, 15)


def test_a_turn_that_nobody_waits_for_any_more_goes_to_the_next() -> None:
    async def run() -> int:
        turns = Turns(Politeness(rate=0, at_once=1), most=100, paces={})
        lane = turns.lane(("10.0.0.1",))

        async def ask(entered: asyncio.Event) -> None:
            async with turns.turn(lane):
                entered.set()
                await asyncio.sleep(3600)

        entered = asyncio.Event()
        first = asyncio.create_task(ask(entered))
        await entered.wait()
        second, third = (asyncio.create_task(ask(asyncio.Event())) for _ in range(2))
        await asyncio.sleep(0)
        second.cancel()
        first.cancel()
        await asyncio.wait([first, second])
        opened = lane.open
        third.cancel()
        await asyncio.wait([third])
        return opened * 10 + lane.open

    assert asyncio.run(run()) == 10


def test_whoever_waits_for_a_closed_server_is_sent_away() -> None:
    async def run() -> None:
        pace = Pace(Politeness(rate=0))
        pace.closed = "why"
        turns = Turns(Politeness(rate=0), most=100, paces={"10.0.0.1": pace})
        with pytest.raises(WithheldError, match="why"):
            async with turns.turn(turns.lane(("10.0.0.1",))):
                raise AssertionError

    asyncio.run(run())
