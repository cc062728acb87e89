"""Asks the web for many addresses: many hosts at once, each politely; a plain call outside, asyncio inside.

Each answer is a value, also where there is none. What only we could not see (robots.txt, our time) is said as such.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
import time
from collections import Counter
from collections.abc import Callable, Collection, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from oit_checker.config import Politeness, ReadLimits
from oit_checker.errors import SnapshotFullError
from oit_checker.fetch import NO_ROOM, OUT_OF_TIME, Ask, BodyStore
from oit_checker.fetch.addresses import LOOKUPS_AT_ONCE, AddressBook, Resolve, ask_system
from oit_checker.fetch.allowance import Allowance
from oit_checker.fetch.memory import Memory, Nothing
from oit_checker.fetch.pace import Pace
from oit_checker.fetch.polite import Turns
from oit_checker.fetch.robots import RobotsBook
from oit_checker.fetch.spool import Spool
from oit_checker.fetch.tls import Trust, browser_context
from oit_checker.fetch.trip import Guide, Journey, copy_cookies, travel
from oit_checker.fetch.wire import Wire
from oit_checker.model.page import Failure, Fetched

MOST_CONNECTIONS = 100
"""Requests open at once in all; slow ones that stepped aside come on top."""
SHARE_OF_SLOW = 0.5
"""Of the time that is left, for hosts that wish to be asked more slowly than our rate."""


class HttpFetcher:
    """Asks the web. What it learns of hosts (addresses, robots.txt, mended chains) serves all its calls.

    site_hosts are the hosts of the audited site: addresses off the public internet are asked only in the kind of
    network in which the site itself lives. deadline_s counts from the first call; what is not answered by then is
    Failure.BUDGET. on_answer is called with every answer as it comes, probes and second tries included, so
    that a run can be recorded. What `memory` knows is asked about conditionally. Big bodies wait in spool_folder until
    they are kept (None: where the system keeps temporary files). A second ask of an address is sent with the cookies
    that the first pass was given, as by a browser that has been there before.
    """

    def __init__(
        self,
        bodies: BodyStore,
        politeness: Politeness | None = None,
        read_limits: ReadLimits | None = None,
        site_hosts: Collection[str] = (),
        deadline_s: float | None = None,
        on_answer: Callable[[Fetched], None] | None = None,
        *,
        memory: Memory | None = None,
        spool_folder: Path | None = None,
        resolve: Resolve = ask_system,
        make_context: Callable[[], ssl.SSLContext] = browser_context,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bodies = bodies
        self._politeness = politeness or Politeness()
        self._limits = read_limits or ReadLimits()
        self._deadline_s = deadline_s
        self._ends_at: float | None = None
        self._on_answer = on_answer
        self._now, self._clock = now, clock
        self._memory = memory or Nothing()
        self._book = AddressBook(site_hosts, resolve)
        self._allowance = Allowance(site_hosts, self._politeness.most_foreign)
        self._robots = RobotsBook(self._politeness.agent.partition("/")[0])
        self._trust = Trust(make_context)
        self._cookies = httpx.Cookies()
        self._asked: Counter[str] = Counter()
        self._paces: dict[str, Pace] = {}
        self._spool_folder = spool_folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget the cookies; connections end with each call."""
        self._cookies.clear()

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        """One answer per distinct address. Works from a plain thread and from within a running event loop."""
        distinct = list({ask.url: ask for ask in asks}.values())
        if self._deadline_s is not None and self._ends_at is None:
            self._ends_at = self._clock() + self._deadline_s
        self._book.forget_failures()
        self._robots.forget_unfinished()
        return _run(self._fetch_all(distinct))

    async def _fetch_all(self, asks: list[Ask]) -> dict[str, Fetched]:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(LOOKUPS_AT_ONCE))
        left = None if self._ends_at is None else max(0.0, self._ends_at - self._clock())
        wire = self._wire(left)
        guide = Guide(wire, self._robots, self._allowance, self._memory)
        keeping = asyncio.Lock()
        journeys = {ask.url: Journey(ask.url) for ask in asks}
        tasks = {ask.url: asyncio.create_task(self._answer(ask, journeys[ask.url], guide, keeping)) for ask in asks}
        try:
            await self._until_done_or_late(list(tasks.values()), left)
        finally:
            with contextlib.suppress(httpx.HTTPError, OSError):
                await wire.aclose()
        return {url: self._result(journeys[url], task) for url, task in tasks.items()}

    def _wire(self, left: float | None) -> Wire:
        """A wire for one pass; hosts that wish to be asked slowly get a part of the time that is left, never all."""
        slow_until = None if left is None else asyncio.get_running_loop().time() + left * SHARE_OF_SLOW
        return Wire(
            turns=Turns(self._politeness, most=MOST_CONNECTIONS, paces=self._paces, slow_until=slow_until),
            book=self._book,
            trust=self._trust,
            politeness=self._politeness,
            limits=self._limits,
            spool=Spool(self._spool_folder),
            now=self._now,
        )

    async def _until_done_or_late(self, tasks: list[asyncio.Task[Fetched]], left: float | None) -> None:
        if not tasks:
            return
        _, late = await asyncio.wait(tasks, timeout=left)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)

    def _result(self, journey: Journey, task: asyncio.Task[Fetched]) -> Fetched:
        if not task.cancelled():
            return task.result()
        url, sent = journey.url, tuple(journey.sent)
        late = Fetched(url, url, None, None, self._now(), Failure.BUDGET, note=OUT_OF_TIME, sent=sent)
        return self._say(late)

    async def _answer(self, ask: Ask, journey: Journey, guide: Guide, keeping: asyncio.Lock) -> Fetched:
        self._asked[ask.url] += 1
        attempts = self._asked[ask.url]
        cookies = copy_cookies(self._cookies.jar) if attempts > 1 else httpx.Cookies()
        await travel(journey, guide, cookies, probe=ask.kind == "probe", afresh=attempts > 1)
        for cookie in cookies.jar:
            self._cookies.jar.set_cookie(cookie)
        sha = await self._keep(journey, keeping)
        return self._say(_fetched(journey, sha, attempts, self._now()))

    async def _keep(self, journey: Journey, keeping: asyncio.Lock) -> str | None:
        """Keep the body and let go of its bytes: big ones are whole in memory one at a time."""
        heap = journey.heard.body.heap if journey.heard else None
        if heap is None or heap.is_closed or not heap.size:
            return None
        try:
            if not heap.is_big:
                return self._bodies.keep_body(heap.whole())
            async with keeping:
                return await asyncio.to_thread(lambda: self._bodies.keep_body(heap.whole()))
        except SnapshotFullError as full:
            journey.failure, journey.note = Failure.BUDGET, f"{NO_ROOM}: {full.problem}"
            return None
        finally:
            heap.close()

    def _say(self, fetched: Fetched) -> Fetched:
        if self._on_answer is not None:
            self._on_answer(fetched)
        return fetched


def _fetched(journey: Journey, sha: str | None, attempts: int, now: datetime) -> Fetched:
    heard = journey.heard
    common = {
        "fetched_at": now,
        "redirects": tuple(journey.hops),
        "attempts": attempts,
        "sent": tuple(journey.sent),
    }
    if heard is None:
        return Fetched(
            url=journey.url,
            final_url=journey.final_url,
            http_status=None,
            media_type=None,
            failure=journey.failure,
            note=journey.note,
            **common,  # type: ignore[arg-type]
        )
    body = heard.body
    stalled = isinstance(body.fault, httpx.TimeoutException)
    failure = Failure.TIMEOUT if stalled and journey.failure is Failure.NONE else journey.failure
    return Fetched(
        url=journey.url,
        final_url=journey.final_url,
        http_status=heard.status,
        media_type=heard.media_type,
        failure=failure,
        body_sha256=sha,
        body_bytes=body.size,
        declared_bytes=heard.declared_bytes,
        truncated=body.truncated,
        headers=heard.headers,
        note="; ".join(part for part in (journey.note, heard.note, body.note) if part) or None,
        **common,  # type: ignore[arg-type]
    )


def _run(work: Coroutine[None, None, dict[str, Fetched]]) -> dict[str, Fetched]:
    """Run to the end, in a thread of its own where this one already has a running loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as beside:
        return beside.submit(asyncio.run, work).result()
