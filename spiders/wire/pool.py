"""Connections to the hosts of a crawl: opened to judged addresses only, kept for the next request to the same host."""

from __future__ import annotations

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from spiders.wire.connection import Bounds, Came, Connection, UnansweredError

_IDLE_S = 240.0
_LEGACY_SERVER_CONNECT = 0x4
_ELSEWHERE_S = 5.0
"""After so long another address of the host is tried: one of two that are published may be dead."""
Resolve = Callable[[str], Awaitable[Sequence[str]]]
"""Host name to the addresses that may be connected to, best first; raises what tells that there is none."""


class Origin(NamedTuple):
    """Where a connection leads."""

    is_tls: bool
    host: str
    port: int


class Pool:
    """most: how many connections to one host are kept while nobody uses them."""

    def __init__(self, resolve: Resolve, most: int) -> None:
        self._resolve = resolve
        self._most = most
        self._idle: defaultdict[Origin, list[Connection]] = defaultdict(list)
        self._tls: ssl.SSLContext | None = None

    async def ask(self, origin: Origin, request: bytes, bounds: Bounds, *, may_repeat: bool) -> Came:
        """The answer to a request, asked over a kept connection or a new one.

        A server may close a connection that it kept just when it is used again: a request that it did not answer, and
        that changes nothing, is then asked once more.
        """
        connection = self._kept(origin) if may_repeat else None
        if connection is not None:
            with suppress(UnansweredError):
                return await self._ask(connection, origin, request, bounds)
        return await self._ask(await self._open(origin), origin, request, bounds)

    def close(self) -> None:
        for kept in self._idle.values():
            for connection in kept:
                _wake(connection)
                connection.end()
        self._idle.clear()

    async def _ask(self, connection: Connection, origin: Origin, request: bytes, bounds: Bounds) -> Came:
        came = await connection.ask(request, bounds)
        if connection.is_open:
            self._keep(connection, origin)
        return came

    def _kept(self, origin: Origin) -> Connection | None:
        kept = self._idle[origin]
        while kept:
            connection = kept.pop()  # the one that its server is least likely to have closed by now
            _wake(connection)
            if connection.is_open:
                return connection
        return None

    def _keep(self, connection: Connection, origin: Origin) -> None:
        kept = self._idle[origin]
        if len(kept) >= self._most:
            connection.end()
            return
        connection.idle = asyncio.get_running_loop().call_later(_IDLE_S, connection.end)
        kept.append(connection)

    async def _open(self, origin: Origin) -> Connection:
        *others, last = await self._resolve(origin.host)
        for address in others:
            with suppress(OSError):  # a time-out too
                async with asyncio.timeout(_ELSEWHERE_S):
                    return await self._open_at(address, origin)
        return await self._open_at(last, origin)

    async def _open_at(self, address: str, origin: Origin) -> Connection:
        tls = self._trusting_all() if origin.is_tls else None
        _, connection = await asyncio.get_running_loop().create_connection(
            Connection, address, origin.port, ssl=tls, server_hostname=origin.host if origin.is_tls else None
        )
        return connection

    def _trusting_all(self) -> ssl.SSLContext:
        """Whatever a server shows: whether a browser would trust it is told by verification, not by the crawl."""
        if self._tls is None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
            context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
            context.set_ciphers("DEFAULT:@SECLEVEL=0")
            context.options |= _LEGACY_SERVER_CONNECT
            self._tls = context
        return self._tls


def _wake(connection: Connection) -> None:
    if connection.idle is not None:
        connection.idle.cancel()
        connection.idle = None
