"""What a page in the browser asks for: given out of the supply, turned away, or noted as where it wanted to go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oit_checker.urls import absolute
from spiders.browser.supply import Given, Refused, Supply

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Frame, Request, Route, WebSocketRoute

MOST_REQUESTS = 80
MOST_CALLS = 400
"""Of one page, those counted in that cost the website nothing."""
MOST_MOVES = 80
_PICTURES = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "cspviolationreport", "eventsource"})


@dataclass(slots=True)
class Heard:
    """What became known of a page by what it asked for; moves are addresses to which it wanted to go."""

    requests: int = 0
    moves: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    is_too_much: bool = False


class Traffic:
    """Answers one page. body is the page itself as the crawl has it; None: it is asked for.

    in_flight counts what is being asked for.
    """

    def __init__(self, supply: Supply, url: str, body: Given | None, main_frame: Callable[[], Frame | None]) -> None:
        self.heard = Heard()
        self.in_flight = 0
        self._waited_s = 0.0
        self.asked_at = 0.0
        self._supply = supply
        self._url = url
        self._body = body
        self._main_frame = main_frame
        self._calls = 0
        self._waits_since = 0.0
        self._is_opened = False

    @property
    def waited_s(self) -> float:
        """The seconds in which something was being asked for, up to now."""
        return self._waited_s + (time.monotonic() - self._waits_since if self.in_flight else 0.0)

    async def attend(self, context: BrowserContext) -> None:
        """Answer everything that is asked for in this context, by windows that a page may open too."""
        await context.route("**/*", self._answer)
        await context.route_web_socket("**/*", _close_socket)

    def note_moves(self, urls: Sequence[str]) -> None:
        """Note where the page wanted to go."""
        moves = self.heard.moves
        for target in filter(None, (absolute(self._url, url) for url in urls)):
            if target not in moves and len(moves) < MOST_MOVES:
                moves.append(target)

    async def _answer(self, route: Route, request: Request) -> None:
        """Answer one request of the page, or turn it away."""
        try:
            await self._answered(route, request)
        except errors():
            return  # the page is gone

    async def _answered(self, route: Route, request: Request) -> None:
        self._calls += 1
        if request.is_navigation_request():
            await self._navigate(route, request)
            return
        kind = request.resource_type
        if kind in _PICTURES or not request.url.startswith(("http://", "https://")):
            await route.abort("aborted")
        elif kind == "stylesheet":  # nothing is looked at; but scripts wait for it
            await route.fulfill(status=200, content_type="text/css", body="")
        elif self._is_too_much(request):
            self.heard.is_too_much = True
            await route.abort("aborted")
        else:
            await self._supplied(route, request)

    def _is_too_much(self, request: Request) -> bool:
        if self._calls > MOST_CALLS:
            return True
        return self.heard.requests >= MOST_REQUESTS and not self._supply.has(request.url, request.headers)

    async def _navigate(self, route: Route, request: Request) -> None:
        """The page itself is given; everywhere else it may not go, and where it wanted to is noted."""
        frame = self._frame_of(request)
        is_own = frame is not None and frame == self._main_frame()
        if is_own and not self._is_opened and request.method == "GET":
            self._is_opened = True
            if self._body is not None:
                await _fulfil(route, self._body)
            else:
                await self._supplied(route, request)
            return
        if request.method == "GET" and (frame is None or frame.parent_frame is None):
            self.note_moves([request.url])
        await route.abort("aborted")

    def _frame_of(self, request: Request) -> Frame | None:
        """The frame in which an address is to be shown; None for a window that is only about to open."""
        try:
            return request.frame
        except errors():
            return None

    async def _supplied(self, route: Route, request: Request) -> None:
        headers = await request.all_headers()
        if not self._supply.has(request.url, headers):
            self.heard.requests += 1
        self._begin_waiting()
        try:
            if request.method == "GET":
                answer = await self._supply.get(request.url, headers)
            elif request.method == "POST" and request.resource_type in {"xhr", "fetch"}:
                answer = await self._supply.post(request.url, headers, request.post_data_buffer or b"")
            else:
                answer = Refused("method")
        finally:
            self._end_waiting()
        if isinstance(answer, Refused):
            self.heard.refused.add(answer.why)
            await route.abort("failed")
        else:
            await _fulfil(route, answer)

    def _begin_waiting(self) -> None:
        if self.in_flight == 0:
            self._waits_since = time.monotonic()
        self.in_flight += 1

    def _end_waiting(self) -> None:
        self.in_flight -= 1
        self.asked_at = time.monotonic()
        if self.in_flight == 0:
            self._waited_s += self.asked_at - self._waits_since


async def _fulfil(route: Route, answer: Given) -> None:
    await route.fulfill(status=answer.status, headers=dict(answer.headers), body=answer.body)


def _close_socket(socket: WebSocketRoute) -> None:
    asyncio.get_running_loop().create_task(socket.close())


def errors() -> type[Exception]:
    """The exception of the browser's driver; named late, as it is imported where a page is opened."""
    from playwright.async_api import Error

    return Error
