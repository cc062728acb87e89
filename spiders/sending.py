"""Sends what the spider has to ask, so many requests at once, and hands it the answers.

Scrapy's downloader knows the pace of each line of requests. Its scheduler and its scraper are gone past: what they do
for pipelines and middlewares, of which an audit has none, costs more than to download a page.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from scrapy import Request
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future

from spiders.pace import SLOT
from spiders.settings import has_proxy

_LOOKS_EVERY_S = 5.0
_LEAST_UNREAD = 1024
_UNREAD_BYTES = 1_000_000
"""Pages that came and are not read yet: with more of them the best page to ask for next is chosen too blindly."""
_log = logging.getLogger(__name__)


class Asking(Protocol):
    """Who has something to ask."""

    def next_request(self) -> Request | None:
        """What is to be sent now; None where nothing is."""
        ...

    def has_more(self) -> bool:
        """Nothing is under way: whether there will be something to send all the same."""
        ...


class Sending:
    """The requests of one crawl that are under way."""

    def __init__(self, asking: Asking, crawler: Crawler, on_fault: Callable[[], None]) -> None:
        """on_fault is told that who asks has failed, before `run` raises it."""
        self._asking = asking
        self._on_fault = on_fault
        self._downloader: Downloader = crawler.engine.downloader
        self._at_once = crawler.settings.getint("CONCURRENT_REQUESTS")
        self._is_by_proxy = has_proxy()  # a middleware of the downloader sees to that
        self._loop = asyncio.get_running_loop()
        self._over: asyncio.Future[None] = self._loop.create_future()
        self._tasks: set[asyncio.Task[None]] = set()
        self._downloads = 0
        self._unread_bytes = 0
        self._is_to_look = False

    async def run(self) -> None:
        """Until nothing is under way, and nothing is left to ask. Raises what who asks has raised."""
        self._look_now_and_then()
        await self._over

    def look(self) -> None:
        """Send what may be sent, as soon as who asks for it has done."""
        if not self._is_to_look:
            self._is_to_look = True
            self._loop.call_soon(self._look)

    def _look_now_and_then(self) -> None:
        """What waits for something that is none of ours may have come."""
        if not self._over.done():
            self.look()
            self._loop.call_later(_LOOKS_EVERY_S, self._look_now_and_then)

    def _look(self) -> None:
        self._is_to_look = False
        if self._over.done():
            return
        try:
            self._send_what_may_be_sent()
            if not self._tasks and not self._asking.has_more():
                self._over.set_result(None)
        except Exception as fault:  # noqa: BLE001 (raised by `run`, for whom nobody waits here)
            self._on_fault()
            self._over.set_exception(fault)

    def _send_what_may_be_sent(self) -> None:
        while self._has_room() and (request := self._asking.next_request()) is not None:
            self._downloads += 1
            task = self._loop.create_task(self._send(request))
            self._tasks.add(task)
            task.add_done_callback(self._landed)

    def _has_room(self) -> bool:
        return self._downloads < self._at_once and self._unread_bytes <= _UNREAD_BYTES

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self.look()

    async def _send(self, request: Request) -> None:
        try:
            await self._hand_over(await self._answer(request), request)
        except Exception:  # noqa: BLE001 (one page that cannot be taken in does not end the crawl)
            _log.exception("An answer could not be taken in: %s", request)

    async def _answer(self, request: Request) -> Response | Exception:
        """What came, or why nothing did."""
        try:
            answer = await self._download(request)
        except Exception as fault:  # noqa: BLE001
            return fault
        finally:
            self._downloads -= 1
            self.look()
        return answer

    async def _download(self, request: Request) -> Response:
        line = self._downloader.slots.get(SLOT)
        if self._is_by_proxy or line is None or line.delay:
            came: Any = await maybe_deferred_to_future(self._downloader.fetch(request))
        else:  # nobody has to wait for a turn, and to stand in line costs as much as the download
            came = await self._downloader.handlers.download_request_async(request)
        answer: Response = came
        return answer

    async def _hand_over(self, answer: Response | Exception, request: Request) -> None:
        taking: Any = request.callback
        failing: Any = request.errback
        if isinstance(answer, Exception):
            failing(answer)
            return
        unread = max(len(answer.body), _LEAST_UNREAD)
        self._unread_bytes += unread
        try:
            taken: Awaitable[None] | None = taking(answer, **request.cb_kwargs)
            if taken is not None:
                await taken
        finally:
            self._unread_bytes -= unread
