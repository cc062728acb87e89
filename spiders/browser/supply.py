"""What a page in the browser asks for, asked by our own downloader: the browser has no network of its own.

So robots.txt, pace, private addresses, limits and our name hold for it as for every other request.
"""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from oit_checker.codings import can_unpack, codings_of, unpacked
from oit_checker.model.page import Failure
from oit_checker.patterns import regex
from oit_checker.thai.decode import decode
from oit_checker.urls import absolute, host_of
from spiders import pace, troubles
from spiders.answers import header, read_answer
from spiders.errands import MOVED, Brought, Errands
from spiders.frontier import Frontier
from spiders.home import Home
from spiders.hosts import Hosts
from spiders.job import Job
from spiders.outbox import Outbox
from spiders.robots import Rules

MOST_HOPS = 5
MOST_BYTES = 10 * 1024 * 1024
KEPT_BYTES = 24 * 1024 * 1024
"""Of scripts and data that several pages ask for; the least used go first."""
MOST_SENT_BYTES = 64 * 1024
_NOT_OURS_TO_TELL = frozenset(
    {"user-agent", "host", "connection", "content-length", "accept-encoding", "from", "if-none-match"}
    | {"if-modified-since", "upgrade-insecure-requests", "cache-control", "pragma"}
)
_NOT_THE_BROWSERS = frozenset({"content-encoding", "content-length", "transfer-encoding", "connection", "set-cookie2"})
_TRACKERS = regex(
    r"(?:^|\.)(?:google-analytics|googletagmanager|googlesyndication|doubleclick|hotjar|clarity|histats|statcounter|"
    r"truehits|facebook|fbcdn|line-scdn|addthis|sharethis|matomo|newrelic|nr-data)\.(?:com|net|in\.th|ms|org)(?::\d+)?$",
    re.IGNORECASE,
)
_TEXT = regex(r"\s*(?:text/|application/(?:x-)?javascript)", re.IGNORECASE)
_CHANGES = regex(
    r"(?<![a-z])(?:delete|remove|update|insert|save|submit|login|logout|register|subscribe|vote|poll|comment|contact|"
    r"like|rating|rate|upload|hit|hits|counter|track|collect|log)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer for the browser, unpacked."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


HARMLESS = frozenset({"tracker", "elsewhere", "private"})


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the browser gets no answer.

    tracker, elsewhere (data sent to another website) and private keep no content from us; robots, method (it may change
    something), redirects, or how the request failed may.
    """

    why: str


class Supply:
    """Answers the browser's requests; the same address is asked once for all pages."""

    def __init__(
        self,
        job: Job,
        crawler: Crawler,
        outbox: Outbox,
        errands: Errands,
        hosts: Hosts,
        home: Home,
        frontier: Frontier,
        look_again: Callable[[], None],
    ) -> None:
        """look_again has the crawl see whether there is something to ask; by itself it looks every few seconds."""
        self.requests = 0
        self.look_again = look_again
        self._crawler = crawler
        self._outbox = outbox
        self._errands = errands
        self._hosts = hosts
        self._home = home
        self._frontier = frontier
        self._agent = job.agent.partition("/")[0]
        self._rules: dict[str, asyncio.Future[Rules]] = {}
        self._kept: OrderedDict[str, Given] = OrderedDict()
        self._kept_bytes = 0
        self._asking: dict[str, asyncio.Future[Given | Refused]] = {}

    def has(self, url: str, headers: Mapping[str, str]) -> bool:
        """Whether an address was answered already, so that it costs the website nothing."""
        return _key(url, headers) in self._kept

    async def get(self, url: str, headers: Mapping[str, str]) -> Given | Refused:
        """What stands at an address."""
        key = _key(url, headers)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asking:
            self._asking[key] = asyncio.ensure_future(self._travel(url, "GET", headers, b""))
        answer = await asyncio.shield(self._asking[key])
        self._asking.pop(key, None)
        if isinstance(answer, Given) and answer.status == 200:
            self._keep(key, answer)
        return answer

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Given | Refused:
        """The answer to what a page's script sends to its own website, where it looks like asking for data.

        Many lists of Thai agencies are fetched so (admin-ajax.php). What names a change, is long, or goes to another
        website is not sent, and nothing that a person would have to submit.
        """
        said = f"{url.partition('//')[2].partition('/')[2]} {body[:MOST_SENT_BYTES].decode('utf-8', 'replace')}"
        if host_of(url) not in self._frontier.hosts:
            return Refused("elsewhere")
        if len(body) > MOST_SENT_BYTES or _CHANGES.search(said):
            return Refused("method")
        return await self._travel(url, "POST", headers, body)

    async def _travel(self, url: str, method: str, headers: Mapping[str, str], body: bytes) -> Given | Refused:
        for _ in range(MOST_HOPS + 1):
            if (why := await self._why_not(url)) is not None:
                return Refused(why)
            answer = await self._ask(url, method, headers, body)
            if isinstance(answer, Refused) or answer.status not in MOVED or not answer.headers.get("location"):
                return answer
            target = absolute(url, answer.headers["location"])
            if target is None:
                return answer
            if answer.status not in {307, 308}:
                method, body = "GET", b""
            url = target
        return Refused("redirects")

    async def _why_not(self, url: str) -> str | None:
        host = host_of(url)
        if _TRACKERS.search(host):
            return "tracker"
        if not self._home.may_go_to(url):
            return "private"
        return None if (await self._rules_of(url)).allow(url) else "robots"

    async def _rules_of(self, url: str) -> Rules:
        host = host_of(url)
        known = self._hosts.rules(host)
        if known is not None:
            return known
        if host not in self._rules:
            found: asyncio.Future[Rules] = asyncio.get_running_loop().create_future()
            self._rules[host] = found

            def done(brought: Brought) -> None:
                if brought.failure is not Failure.NONE:
                    rules = Rules(unreachable=True)
                else:
                    rules = Rules.from_answer(brought.status or 503, brought.body, self._agent)
                if not found.done():
                    found.set_result(rules)

            self._send(self._errands.robots(url, done), host)
        return await asyncio.shield(self._rules[host])

    async def _ask(self, url: str, method: str, headers: Mapping[str, str], body: bytes) -> Given | Refused:
        answered: asyncio.Future[Given | Refused] = asyncio.get_running_loop().create_future()

        def came(response: Response) -> None:
            if host_of(url) in self._frontier.hosts:
                pace.slow_down(self._crawler, read_answer(response, 0), datetime.now(UTC))
            if not answered.done():
                answered.set_result(_given(response, url))

        def failed(fault: Exception) -> None:
            if not answered.done():
                answered.set_result(Refused(str(troubles.failure_of(fault))))

        request = self._outbox.request(url, callback=came, errback=failed)
        told = {name: value for name, value in headers.items() if name.lower() not in _NOT_OURS_TO_TELL}
        sent = request.replace(method=method, body=body)
        sent.headers.update(told)
        self._send(sent, host_of(url))
        return await answered

    def _send(self, request: Request, host: str) -> None:
        """Hosts of the site wait in their common line, every other one in its own."""
        request.meta["download_slot"] = pace.SLOT if host in self._frontier.hosts else host
        self.requests += 1
        self._outbox.send(request)

    def _keep(self, key: str, answer: Given) -> None:
        if key in self._kept or len(answer.body) > KEPT_BYTES // 4:
            return
        self._kept[key] = answer
        self._kept_bytes += len(answer.body)
        while self._kept_bytes > KEPT_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._kept_bytes -= len(oldest.body)


def _key(url: str, headers: Mapping[str, str]) -> str:
    """One address may give a page to one and its data to another who asks for those."""
    return "\n".join((url, headers.get("accept", ""), headers.get("x-requested-with", "")))


def _given(response: Response, url: str) -> Given:
    codings = codings_of(header(response, "content-encoding"))
    body = unpacked(response.body, codings, MOST_BYTES)[0] if can_unpack(codings) else b""
    headers = {
        name.decode("latin-1").lower(): (b"\n" if name == b"Set-Cookie" else b", ").join(values).decode("latin-1")
        for name, values in response.headers.items()
        if name.decode("latin-1").lower() not in _NOT_THE_BROWSERS
    }
    media_type, _, charset = headers.get("content-type", "").partition(";")
    if _TEXT.match(media_type) and "charset" not in charset.lower():
        headers["content-type"], body = f"{media_type.strip()}; charset=utf-8", as_utf8(body, None)
    return Given(url, response.status, headers, body)


def as_utf8(body: bytes, declared: str | None) -> bytes:
    """A text in the encoding that the crawl reads it in: browsers guess otherwise, and a page may be made of both."""
    return decode(body, declared).text.encode("utf-8", "replace")
