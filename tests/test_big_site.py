"""The made site that benchmarks run on: the same everywhere, whole, and honest about what changed."""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent / "benchmarks"))

from big_site import Server
from kill_and_resume import Story, asked_again, differences
from site_log import Asked, busiest, tally
from site_pages import HUB, Kind, Pages, Plan, address, evidence_address

PLAN = Plan(pages=200)
Serve = Callable[..., Server]


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(PLAN)


@pytest.fixture
def serve(pages: Pages) -> Serve:
    def made(*, validators: str = "none", cache_control: str = "", counter: bool = False) -> Server:
        return Server(pages, validators=validators, cache_control=cache_control, counter=counter, latency_ms=0)

    return made


def asked(at: float, page: int | None, kind: str = "page", status: int = 200, target: str = "/") -> Asked:
    return Asked(at, target, kind, status, page, 10, 1)


def headers(answer: bytes) -> dict[str, str]:
    lines = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    return dict(line.split(": ", 1) for line in lines)


def test_the_same_plan_makes_the_same_site_and_another_seed_another(pages: Pages) -> None:
    again, other = Pages(PLAN), Pages(Plan(pages=200, seed=1))
    targets = [address(7), HUB, "/files/doc-3.pdf", evidence_address(2, 0)]
    assert [again.at(target) for target in targets] == [pages.at(target) for target in targets]
    assert other.at(address(7)).body != pages.at(address(7)).body


def test_every_page_is_found_by_following_links(pages: Pages) -> None:
    found: set[int] = set()
    waiting = ["/"]
    while waiting:
        content = pages.at(waiting.pop())
        if content.page is None or content.page in found:
            continue
        found.add(content.page)
        waiting += map(html.unescape, re.findall(r'<a href="([^"]+)"', content.body.decode()))
    assert found == set(range(200))


def test_pages_are_as_big_and_as_full_of_links_as_the_table_of_figures_says(pages: Pages) -> None:
    bodies = [pages.body(number) for number in range(200)]
    assert 38_000 < sum(map(len, bodies)) / 200 < 46_000
    assert 115 < sum(body.count(b"<a href") for body in bodies) / 200 < 135


def test_half_of_the_pages_change_and_the_others_stay_byte_by_byte(pages: Pages) -> None:
    changed = [number for number in range(200) if pages.edition(number, 1)]
    assert 70 < len(changed) < 130
    for number in range(200):
        assert (pages.at(address(number), 0).body != pages.at(address(number), 1).body) == (number in changed)


def test_two_orders_of_a_query_are_one_page(pages: Pages) -> None:
    assert pages.at("/index.php?cat=5&id=5") == pages.at("/index.php?id=5&cat=5")


@pytest.mark.parametrize(
    ("target", "kind", "status"),
    [
        ("/lost/1.html", Kind.MISSING, 404),
        ("/go/1", Kind.REDIRECT, 301),
        ("/calendar?month=3", Kind.CALENDAR, 200),
        ("/calendar?month=120", Kind.MISSING, 404),
        (HUB, Kind.HUB, 200),
        (evidence_address(1, 2), Kind.MISSING, 404),
        (evidence_address(1, 0), Kind.DOCUMENT, 200),
    ],
)
def test_what_else_stands_there(pages: Pages, target: str, kind: Kind, status: int) -> None:
    content = pages.at(target)
    assert (content.kind, content.status) == (kind, status)


@pytest.mark.parametrize(
    ("validators", "told", "asks"),
    [("etag", "ETag", "if-none-match"), ("last-modified", "Last-Modified", "if-modified-since")],
)
def test_not_modified_is_said_until_the_page_changes(
    serve: Serve, pages: Pages, validators: str, told: str, asks: str
) -> None:
    server = serve(validators=validators, cache_control="no-cache")
    target = address(next(number for number in range(200) if pages.edition(number, 1)))
    first = headers(server.answer(target, {}))
    assert first["Cache-Control"] == "no-cache"
    assert server.answer(target, {asks: first[told]}).startswith(b"HTTP/1.1 304")
    server.run = 1
    assert server.answer(target, {asks: first[told]}).startswith(b"HTTP/1.1 200")
    assert [entry.status for entry in server.log] == [200, 304, 200]


def test_a_change_moves_the_date_forward(serve: Serve, pages: Pages) -> None:
    server = serve(validators="last-modified")
    target = address(next(number for number in range(200) if pages.edition(number, 1)))
    before = parsedate_to_datetime(headers(server.answer(target, {}))["Last-Modified"])
    server.run = 1
    assert parsedate_to_datetime(headers(server.answer(target, {}))["Last-Modified"]) > before


def test_without_validators_nothing_is_not_modified(serve: Serve) -> None:
    answer = serve().answer("/", {"if-none-match": '"0-0"', "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT"})
    assert answer.startswith(b"HTTP/1.1 200")
    assert not {"ETag", "Last-Modified", "Cache-Control"} & headers(answer).keys()


@pytest.mark.parametrize("counter", [True, False])
def test_a_counter_differs_with_each_answer(serve: Serve, counter: bool) -> None:
    server = serve(counter=counter)
    first = server.answer("/", {})
    server.control("/-/reset")
    assert (server.answer("/", {}) != first) == counter


def test_a_second_full_answer_and_the_calendar_are_wasted_and_not_modified_pages_are_found() -> None:
    log = [asked(1, 1), asked(2, 1), asked(3, 2, status=304), asked(4, None, "calendar"), asked(5, None, "robots")]
    found = tally(log)
    assert (found.requests, found.pages, found.wasted, found.not_modified) == (5, 2, 2, 1)
    assert tally(log, since=2, until=4).requests == 2
    assert tally([]).requests == 0


def test_the_busiest_stretch_leaves_out_its_end() -> None:
    assert busiest([0.0, 9.9, 10.0, 10.1, 30.0]) == 3
    assert busiest([float(n) for n in range(100)]) == 10


def test_differences_are_named_also_where_a_part_is_missing() -> None:
    assert differences({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 0, "d": 4}) == ["b", "c", "d"]


def test_what_was_asked_again_is_told_apart_by_the_time_of_the_crawl() -> None:
    log = [asked(at, None, target=target) for at, target in ((1, "/p"), (2, "/p"), (11, "/p"), (21, "/p"), (3, "/q"))]
    crawl, rest = asked_again(log, Story(crawls=[(0, 10), (20, 30)]))
    assert (dict(crawl), dict(rest)) == ({"/p": 2}, {})
