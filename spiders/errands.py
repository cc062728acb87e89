"""The few requests that are no pages: robots.txt of each host before anything else of it, and sitemaps."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from oit_checker.codings import can_unpack, codings_of, unpacked
from oit_checker.model.page import Failure
from oit_checker.urls import absolute
from spiders import troubles
from spiders.answers import header
from spiders.outbox import Outbox
from spiders.robots import Rules
from spiders.sitemap import MAX_BYTES, read_sitemap

ATTEMPTS = 3
MAX_HOPS = 5
MAX_SITEMAPS = 20
AGAIN = frozenset({408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Brought:
    """What an errand brought back; status is 0 where failure tells why there is none."""

    status: int
    body: bytes
    url: str
    failure: Failure = Failure.NONE


Done = Callable[[Brought], None]


@dataclass(frozen=True, slots=True)
class Errand:
    url: str
    done: Done
    hops: int = 0
    attempt: int = 1


class Errands:
    """Makes the requests and follows their redirects; `done` is told once, when nothing better can come."""

    def __init__(self, outbox: Outbox, may_go_to: Callable[[str], bool]) -> None:
        self._outbox = outbox
        self._may_go_to = may_go_to
        self._sitemaps: deque[str] = deque()
        self._known: set[str] = set()

    def robots(self, url: str, done: Done) -> Request:
        """The request for the robots.txt of the host of `url`."""
        parts = urlsplit(url)
        return self._request(Errand(f"{parts.scheme}://{parts.netloc}/robots.txt", done))

    def add_sitemaps(self, rules: Rules, home: str) -> None:
        """Line up the sitemaps that a host's robots.txt names, else the usual one."""
        self._line_up(home, [*rules.sitemaps()] or ["/sitemap.xml"])

    def _line_up(self, base: str, hrefs: Iterable[str]) -> None:
        for url in filter(None, (absolute(base, href) for href in hrefs)):
            if url not in self._known and len(self._known) < MAX_SITEMAPS and self._may_go_to(url):
                self._known.add(url)
                self._sitemaps.append(url)

    def has_sitemaps(self) -> bool:
        return bool(self._sitemaps)

    def next_sitemap(self, pages: Callable[[tuple[str, ...]], None]) -> Request:
        """The request for the next sitemap; `pages` is told what it lists."""

        def done(brought: Brought) -> None:
            if brought.status != 200:
                return
            found = read_sitemap(brought.body)
            self._line_up(brought.url, found.more)
            pages(tuple(url for one in found.pages if (url := absolute(brought.url, one)) is not None))

        return self._request(Errand(self._sitemaps.popleft(), done))

    def _request(self, errand: Errand) -> Request:
        return self._outbox.request(
            errand.url,
            callback=self._answered,
            errback=partial(self._failed, errand),
            cb_kwargs={"errand": errand},
        )

    def _answered(self, response: Response, errand: Errand) -> None:
        target = absolute(errand.url, header(response, "location")) if response.status in MOVED else None
        if target is not None and errand.hops < MAX_HOPS and self._may_go_to(target):
            self._outbox.send(self._request(replace(errand, url=target, hops=errand.hops + 1)))
        elif response.status in AGAIN and errand.attempt < ATTEMPTS:
            self._outbox.again(self._request(replace(errand, attempt=errand.attempt + 1)), errand.attempt)
        else:
            codings = codings_of(header(response, "content-encoding"))
            body = unpacked(response.body, codings, MAX_BYTES)[0] if can_unpack(codings) else b""
            errand.done(Brought(response.status, body, errand.url))

    def _failed(self, errand: Errand, fault: Exception) -> None:
        failure = troubles.failure_of(fault)
        if failure is Failure.TIMEOUT and errand.attempt < ATTEMPTS:
            self._outbox.again(self._request(replace(errand, attempt=errand.attempt + 1)), errand.attempt)
        else:
            errand.done(Brought(0, b"", errand.url, failure))
