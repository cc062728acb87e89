"""Requests on their way out: made with our headers and the host's cookies, sent in turn or after a while."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from scrapy import Request

from oit_checker.urls import host_of
from spiders import pace
from spiders.ending import Ending
from spiders.job import Job

BACK_OFF_S = 1.0
NO_CONDITIONS: Mapping[str, str] = MappingProxyType({})


class Outbox:
    """What is ready to be sent before anything else, and what waits for its time."""

    def __init__(self, job: Job, ending: Ending) -> None:
        self._job = job
        self._ending = ending
        self._ready: deque[Request] = deque()
        self._waiting = 0
        self._headers = {**pace.HEADERS, **job.politeness.who}
        self._cookies: dict[str, str] = {}
        self._tell: Callable[[], None] = lambda: None

    def __len__(self) -> int:
        return len(self._ready) + self._waiting

    def open(self, tell: Callable[[], None]) -> None:
        """Say who is told that there is something to send."""
        self._tell = tell

    def next(self) -> Request | None:
        return self._ready.popleft() if self._ready else None

    def request(self, url: str, conditions: Mapping[str, str] = NO_CONDITIONS, **about: Any) -> Request:
        """A request that counts as made. conditions are the headers of a conditional one."""
        self._ending.requests += 1
        headers = {**self._headers, **conditions}
        if (cookie := self._cookies.get(host_of(url))) is not None:
            headers["Cookie"] = cookie
        # Without Scrapy's own middleware for it the time-out of its settings is that of nobody.
        meta = {
            "download_slot": pace.SLOT,
            "download_timeout": self._job.politeness.timeout_s,
            "bounds": pace.Bounds(
                self._job.limits.max_page_bytes, self._ending.count_bytes, is_page="ask" in about.get("cb_kwargs", ())
            ),
        }
        return Request(url, headers=headers, dont_filter=True, meta=meta, **about)

    def send(self, request: Request) -> None:
        self._ready.append(request)
        self._tell()

    def again(self, request: Request, attempt: int, at_least_s: float = 0.0) -> None:
        """Send a request once more, after a while that grows with each attempt."""
        self._waiting += 1
        wait_s = min(max(BACK_OFF_S * 3 ** (attempt - 1), at_least_s), pace.LONGEST_WAIT_S)
        asyncio.get_running_loop().call_later(wait_s, self._send_late, request)

    def keep_cookies(self, host: str, given: str) -> bool:
        """Send these cookies to a host from now on; False where it has some already, or gave none."""
        if not given or host in self._cookies:
            return False
        self._cookies[host] = given
        return True

    def _send_late(self, request: Request) -> None:
        self._waiting -= 1
        self.send(request)
