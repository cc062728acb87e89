"""How often a crawl asks, by the clock of the server that is asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.config import Politeness
from oit_checker.snapshot import Snapshot

Crawl = Callable[..., Snapshot]
WINDOW_S = 10.0


class Clock:
    """When each request came, and how many were open at once."""

    def __init__(self, site: Any) -> None:
        self.came: list[float] = []
        self.most_open = 0
        self._open = 0
        self._lock = threading.Lock()
        self._answer = site.answer
        self.hold_s = 0.0
        site.answer = self.answer

    def answer(self, path: str, headers: dict[str, str]) -> Any:
        with self._lock:
            self.came.append(time.monotonic())
            self._open += 1
            self.most_open = max(self.most_open, self._open)
        time.sleep(self.hold_s)
        with self._lock:
            self._open -= 1
        return self._answer(path, headers)

    def busiest(self, window_s: float) -> int:
        return max(sum(start <= came < start + window_s for came in self.came) for start in self.came)


@pytest.fixture
def many(site: Any) -> Any:
    site.links("/", *(f"/p{n}" for n in range(130)))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path[:2] == "/p" else None
    return site


def test_no_window_holds_more_requests_than_the_rate_allows(many: Any, crawled: Crawl) -> None:
    clock = Clock(many)
    rate = 10.0
    snapshot = crawled(many.url, politeness=Politeness(rate=rate, at_once=2, timeout_s=5))
    assert snapshot.manifest.pages == 131
    # One at the beginning of a window, and one after each pause in it.
    assert clock.busiest(WINDOW_S) <= rate * WINDOW_S + 1
    assert clock.came[-1] - clock.came[0] >= (len(clock.came) - 1) / rate * 0.98


def test_names_of_one_server_wait_in_one_line(many: Any, crawled: Crawl) -> None:
    other = many.url.replace("127.0.0.1", "localhost")
    many.links("/", *(f"{other}/p{n}" for n in range(10)), *(f"/q{n}" for n in range(10)))
    many.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path[:2] in "/p/q" else None
    clock = Clock(many)
    crawled(many.url, hosts=[other], politeness=Politeness(rate=20, at_once=2, timeout_s=5))
    assert many.asked.total() >= 20
    assert clock.busiest(0.5) <= 0.5 * 20 + 1


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_more_are_open_at_once_than_allowed(many: Any, crawled: Crawl, at_once: int) -> None:
    clock = Clock(many)
    clock.hold_s = 0.15
    crawled(many.url, politeness=Politeness(rate=50, at_once=at_once, timeout_s=5), max_pages=20)
    assert clock.most_open == at_once


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_left_alone_as_long_as_it_asks(many: Any, crawled: Crawl, status: int) -> None:
    busy_at: list[float] = []

    def busy_once(headers: dict[str, str]) -> Any:
        if not busy_at:
            busy_at.append(time.monotonic())
            return status, {"Content-Type": "text/html", "Retry-After": "3"}, b"busy"
        return 200, {"Content-Type": "text/html"}, b"p3"

    many.pages["/p3"] = busy_once
    clock = Clock(many)
    snapshot = crawled(many.url, politeness=Politeness(rate=20, at_once=1, timeout_s=5), max_pages=12)
    assert snapshot.manifest.pages == 12
    after = [came - busy_at[0] for came in clock.came if came > busy_at[0]]
    assert min(after) >= 2.8


def test_a_busy_server_is_asked_less_often_from_then_on(many: Any, crawled: Crawl) -> None:
    many.pages["/p3"] = (429, {"Content-Type": "text/html"}, b"busy")
    clock = Clock(many)
    crawled(many.url, politeness=Politeness(rate=50, at_once=1, timeout_s=5), max_pages=9)
    gaps = [later - earlier for earlier, later in zip(clock.came, clock.came[1:], strict=False)]
    assert max(gaps) >= 0.9
