"""One connection, on which one request after the other is sent and answered."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from time import monotonic
from typing import Protocol, cast

from spiders.wire.body import Body, body_of
from spiders.wire.head import MOST_HEAD_BYTES, Head, Headers, NonsenseError, end_of_head, read_head

STOPPED, LOST = "download_stopped", "dataloss"
"""Why a body is not whole: we let the rest be, or it never came. The words are Scrapy's."""


class UnansweredError(ConnectionError):
    """The connection ended before the first byte of an answer."""


class BrokenOffError(ConnectionError):
    """The connection ended before the head of the answer did."""


class Bounds(Protocol):
    """How much of an answer is wanted."""

    def stop_at_head(self, content_type: bytes, disposition: bytes) -> bool:
        """Whether nothing of the body is."""
        ...

    def stop_after(self, data: bytes) -> bool:
        """Whether nothing is of what follows these bytes of the body; asked once for all that come."""
        ...


@dataclass(frozen=True, slots=True)
class Came:
    """An answer: its body as far as it was wanted and came, flags that tell where there was more of it."""

    status: int
    headers: Headers
    body: bytes
    flags: tuple[str, ...]
    head_at: float
    """When its head had come, by the monotonic clock."""


class Connection(asyncio.Protocol):
    """Speaks with one server. Where it cannot be used again after an answer it is not open any more."""

    def __init__(self) -> None:
        self.is_open = False
        self.idle: asyncio.TimerHandle | None = None
        """What ends it while nobody uses it."""
        self._transport: asyncio.Transport
        self._answer: _Answer | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self.is_open = True

    async def ask(self, request: bytes, bounds: Bounds) -> Came:
        """Send a request and hear its answer. Raises ConnectionError or NonsenseError."""
        answer = self._answer = _Answer(bounds, asyncio.get_running_loop().create_future())
        self._transport.write(request)
        try:
            return await answer.came
        finally:
            self._answer = None
            if not answer.is_clean:
                self.end()

    def data_received(self, data: bytes) -> None:
        if self._answer is None or self._answer.came.done():  # what nobody asked for
            self.end()
        else:
            self._answer.hear(data)

    def connection_lost(self, fault: Exception | None) -> None:
        self.is_open = False
        if self._answer is not None:
            self._answer.lose(fault)

    def end(self) -> None:
        """Let go of it at once: to close politely is to read on until the server closes; over TLS, for ever."""
        self.is_open = False
        self._transport.abort()


class _Answer:
    """An answer as it comes; came is what is waited for."""

    def __init__(self, bounds: Bounds, came: asyncio.Future[Came]) -> None:
        self.came = came
        self.is_clean = False
        """It came to its end, so that another one may follow on the same connection."""
        self._bounds = bounds
        self._raw = b""
        self._head_bytes = 0
        self._head: Head | None = None
        self._head_at = 0.0
        self._body: Body
        self._parts: list[bytes] = []

    def hear(self, data: bytes) -> None:
        if self._head is not None:
            self._hear_body(data)
            return
        try:
            self._hear_head(data)
        except NonsenseError as fault:
            self.came.set_exception(fault)

    def lose(self, fault: Exception | None) -> None:
        """The connection ended."""
        if self.came.done():
            return
        if self._head is not None:
            self._finish(() if self._body.may_end and fault is None else (LOST,))
            return
        kind = BrokenOffError if self._raw or self._head_bytes else UnansweredError
        ended = kind("the connection ended before the answer")
        ended.__cause__ = fault
        self.came.set_exception(ended)

    def _hear_head(self, data: bytes) -> None:
        start, self._raw = max(0, len(self._raw) - 2), self._raw + data
        while self._head is None:
            end, begin = end_of_head(self._raw, start)
            if self._head_bytes + (len(self._raw) if end < 0 else end) > MOST_HEAD_BYTES:
                raise NonsenseError("the headers are too long")
            if end < 0:
                return
            head, self._raw = read_head(self._raw[:end]), self._raw[begin:]
            start, self._head_bytes = 0, self._head_bytes + begin
            if not 100 <= head.status < 200:
                self._begin_body(head)

    def _begin_body(self, head: Head) -> None:
        self._head, self._head_at, self._body = head, monotonic(), body_of(head)
        content_type, disposition = (
            head.headers.get(name, (b"",))[-1] for name in (b"Content-Type", b"Content-Disposition")
        )
        if self._bounds.stop_at_head(content_type, disposition):
            self._finish((STOPPED,))
        elif self._body.is_whole:
            self._finish(is_clean=not self._raw)
        elif self._raw:
            self._hear_body(self._raw)
        self._raw = b""

    def _hear_body(self, data: bytes) -> None:
        part = self._body.take(data)
        if part:
            self._parts.append(part)
            if self._bounds.stop_after(part):
                self._finish((STOPPED,))
                return
        if self._body.is_broken:
            self._finish((LOST,))
        elif self._body.is_whole:
            self._finish(is_clean=not self._body.has_more)

    def _finish(self, flags: tuple[str, ...] = (), *, is_clean: bool = False) -> None:
        assert self._head is not None
        self.is_clean = is_clean and not self._head.is_last
        body = b"".join(self._parts)
        self.came.set_result(Came(self._head.status, self._head.headers, body, flags, self._head_at))
