"""One request and its answer: to a checked address, in the host's turn, read as far as we mean to."""

from __future__ import annotations

import asyncio
import contextlib
import math
import ssl
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

import httpx

from oit_checker.config import Politeness, ReadLimits
from oit_checker.fetch.addresses import AddressBook
from oit_checker.fetch.body import ACCEPT_ENCODING, ERROR_BYTES, cap_for, read_body
from oit_checker.fetch.heard import (
    ChainError,
    ConnectError,
    Errand,
    Heard,
    Mark,
    Target,
    WireError,
    declared_bytes,
    kept_headers,
    location_of,
    target_of,
)
from oit_checker.fetch.memory import NO_CONDITIONS
from oit_checker.fetch.pace import RATE_WAIT_S, retry_after_s
from oit_checker.fetch.polite import Turn, Turns, WithheldError
from oit_checker.fetch.spool import Spool
from oit_checker.fetch.tls import MENDED, TlsTrouble, Trust, mended_context, trouble_of
from oit_checker.model.page import Failure, Sent

CONNECT_S = 10.0
BODY_TIMES = 3
"""A body may take this many times the time-out, as long as it flows."""
DEAD_AFTER = 3
"""A host that let so many connections time out, and never answered, is not tried again in the same pass."""
_MOST_TRANSPORTS = 100
_BUSY = frozenset({429, 503})


class Wire:
    """Speaks HTTP with hosts; lives as long as one event loop.

    httpx searches its connection pool from end to end for every request, so each host has a pool of its own; and it is
    given the checked IP address to connect to, with the host's name for TLS and the Host header.
    """

    def __init__(
        self,
        *,
        turns: Turns,
        book: AddressBook,
        trust: Trust,
        politeness: Politeness,
        limits: ReadLimits,
        spool: Spool,
        now: Callable[[], datetime],
    ) -> None:
        self.spool = spool
        self._turns, self._book, self._trust, self._limits, self._now = turns, book, trust, limits, now
        self._at_once = max(1, politeness.at_once)
        self._timeout_s = politeness.timeout_s
        connect_s = min(CONNECT_S, self._timeout_s)
        self._timeouts = httpx.Timeout(self._timeout_s, connect=connect_s, pool=None).as_dict()
        self._connect_s = connect_s
        self._headers = {
            **politeness.who,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf,*/*;q=0.8",
            "Accept-Language": "th,en;q=0.8",
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        self._transports: dict[tuple[str, str, str], httpx.AsyncHTTPTransport] = {}
        self._lost: Counter[str] = Counter()
        self._alive: set[str] = set()
        self._mending: dict[str, asyncio.Future[bool]] = {}

    async def aclose(self) -> None:
        for transport in self._transports.values():
            await transport.aclose()

    async def get(
        self,
        url: str,
        sent: list[Sent],
        *,
        cookies: str = "",
        first: bool = False,
        probe: bool = False,
        delay_s: float = 0.0,
        conditions: Mapping[str, str] = NO_CONDITIONS,
    ) -> Heard:
        """One GET; each request made for it is added to `sent`. delay_s is the Crawl-delay of the host.

        conditions are the headers of a conditional request, which may be answered with 304.

        Raises WireError, after a second try where only the certificate chain was incomplete.
        """
        errand = Errand(url, target_of(url), sent, cookies, probe, delay_s, conditions)
        try:
            return await self._get(errand, first=first)
        except ChainError as incomplete:
            if not await self._mend(errand, incomplete.address):
                raise
            return await self._get(errand, first=True)

    async def _get(self, errand: Errand, *, first: bool) -> Heard:
        target = errand.target
        place = await self._book.place(target.host)
        if place.fault is not None:
            raise WireError(Failure.DNS, place.fault)
        if place.refused is not None:
            raise WireError(Failure.FORBIDDEN_ADDRESS, f"leads to a {place.refused} address")
        lane = self._turns.lane(place.addresses)
        if errand.delay_s:
            lane.pace.wish(errand.delay_s)
        try:
            async with self._turns.turn(lane, first=first) as turn:
                self._give_up_on_the_dead(target.netloc)
                for address in place.addresses[:-1]:
                    with contextlib.suppress(ConnectError):
                        return await self._exchange(errand, address, turn)
                return await self._exchange(errand, place.addresses[-1], turn)
        except WithheldError as withheld:
            raise WireError(Failure.BUDGET, str(withheld)) from withheld

    def _give_up_on_the_dead(self, netloc: str) -> None:
        if self._lost[netloc] >= DEAD_AFTER and netloc not in self._alive:
            raise WireError(Failure.TIMEOUT, f"no connection to this host in {self._lost[netloc]} earlier tries")

    async def _exchange(self, errand: Errand, address: str, turn: Turn) -> Heard:
        """Ask one address, and note that it was asked, whatever came of it."""
        loop, pace = asyncio.get_running_loop(), turn.pace
        mark = Mark(self._now(), loop.time(), pace.pause_s if pace.is_slowed else 0.0, pace.why)
        try:
            return await self._ask(errand, address, turn, mark)
        finally:
            seconds = math.floor((loop.time() - mark.since) * 1000) / 1000  # never into the next request's time
            errand.sent.append(
                Sent(
                    mark.at,
                    seconds,
                    errand.target.netloc,
                    address,
                    mark.status,
                    mark.body_bytes,
                    mark.pause_s,
                    mark.why,
                )
            )

    async def _ask(self, errand: Errand, address: str, turn: Turn, mark: Mark) -> Heard:
        target, netloc = errand.target, errand.target.netloc
        headers = {"Host": netloc, **self._headers, **errand.conditions}
        if errand.cookies:
            headers["Cookie"] = errand.cookies
        extensions: dict[str, Any] = {"timeout": self._timeouts, "sni_hostname": target.host}
        transport = await self._transport(target, address)
        limit = asyncio.timeout(self._connect_s + self._timeout_s)
        if turn.pace.pause_s:
            extensions["trace"] = partial(self._when_ready, turn, mark, limit)
        else:
            turn.count()
        try:
            async with limit:
                response = await transport.handle_async_request(
                    httpx.Request("GET", target.at(address), headers=headers, extensions=extensions)
                )
        except (httpx.HTTPError, ssl.SSLError, OSError) as fault:
            raise self._trouble(fault, netloc, address) from fault
        mark.status = response.status_code
        turn.answered()
        self._alive.add(netloc)
        self._keep_pace(response, turn, mark)
        heard = await self._hear(errand, response)
        mark.body_bytes = heard.body.size
        return heard

    async def _when_ready(self, turn: Turn, mark: Mark, limit: asyncio.Timeout, event: str, _: Any) -> None:
        """Told by httpx of what happens on the connection (its `trace` extension), which may be late to open.

        How long we then wait for our own pace is no time that the server took to answer.
        """
        if event.endswith("send_request_headers.started"):
            limit.reschedule(None)
            await turn.send()
            mark.at, mark.since = self._now(), asyncio.get_running_loop().time()
            limit.reschedule(mark.since + self._timeout_s)

    def _keep_pace(self, response: httpx.Response, turn: Turn, mark: Mark) -> None:
        """Slow down for a server that says it has too much to do, and take up speed again when it answers well."""
        asked = response.headers.get("retry-after") if response.status_code >= 400 else None
        wait_s = retry_after_s(asked, self._now()) if asked else None
        if wait_s is None and response.status_code not in _BUSY:
            turn.went_well()
            return
        mark.why = "busy" if wait_s is None else "retry_after"
        mark.pause_s = wait_s if wait_s is not None else RATE_WAIT_S if response.status_code == 429 else 0.0
        if wait_s != 0:  # "at once" is an answer as well
            turn.went_badly(mark.pause_s, about_pace=wait_s is not None or response.status_code == 429)

    async def _hear(self, errand: Errand, response: httpx.Response) -> Heard:
        status, headers = response.status_code, kept_headers(response.headers)
        media_type = headers.get("content-type", "").partition(";")[0].strip().lower() or None
        location = location_of(response.headers) if 300 <= status < 400 else None
        cap = ERROR_BYTES if location else cap_for(status, media_type, self._limits, probe=errand.probe)
        try:
            body = await read_body(response, cap=cap, seconds=BODY_TIMES * self._timeout_s, spool=self.spool)
        finally:
            await response.aclose()
        return Heard(
            url=errand.url,
            status=status,
            headers=headers,
            media_type=media_type,
            body=body,
            location=location,
            cookies=tuple(cookie for cookie in response.headers.get_list("set-cookie") if cookie.isascii()),
            declared_bytes=declared_bytes(headers),
            note=MENDED if self._trust.mended.get(errand.target.netloc) else None,
        )

    def _trouble(self, fault: Exception, netloc: str, address: str) -> WireError:
        words = str(fault) or type(fault).__name__
        tls = trouble_of(fault)
        if tls is not None and not isinstance(fault, (httpx.TimeoutException, TimeoutError)):
            note = f"{tls[0]}: {tls[1]}"
            if tls[0] is TlsTrouble.UNKNOWN_ISSUER and netloc not in self._trust.mended:
                return ChainError(note, address)
            return WireError(Failure.TLS, note)
        if isinstance(fault, (httpx.ConnectTimeout, httpx.ConnectError)):
            timed_out = isinstance(fault, httpx.ConnectTimeout)
            self._lost[netloc] += timed_out
            return ConnectError(Failure.TIMEOUT if timed_out else Failure.CONNECT, words)
        if isinstance(fault, (httpx.TimeoutException, TimeoutError)):
            return WireError(Failure.TIMEOUT, f"no answer within {self._timeout_s:g} s")
        if isinstance(fault, (httpx.LocalProtocolError, httpx.UnsupportedProtocol)):
            return WireError(Failure.INVALID_URL, words)
        return WireError(Failure.CONNECT, words)

    async def _mend(self, errand: Errand, address: str) -> bool:
        """Complete a host's chain, once; whether there is something new to try with."""
        netloc = errand.target.netloc
        if netloc not in self._mending:
            self._mending[netloc] = asyncio.ensure_future(self._fetch_chain(errand.target, errand.sent, address))
        return await asyncio.shield(self._mending[netloc])

    async def _fetch_chain(self, target: Target, sent: list[Sent], address: str) -> bool:
        netloc = target.netloc
        context = await mended_context(
            address,
            target.port,
            target.host,
            partial(self._small_file, sent),
            seconds=self._timeout_s,
            base=self._trust.make,
        )
        self._trust.mended[netloc] = context
        stale = self._transports.pop((target.scheme, netloc, address), None)
        if stale is not None:
            await stale.aclose()
        return context is not None

    async def _small_file(self, sent: list[Sent], url: str) -> bytes:
        try:
            heard = await self._get(Errand(url, target_of(url), sent, "", True, 0.0, NO_CONDITIONS), first=True)
        except WireError:
            return b""
        return heard.body.heap.whole() if heard.status == 200 else b""

    async def _transport(self, target: Target, address: str) -> httpx.AsyncHTTPTransport:
        key = (target.scheme, target.netloc, address)
        if key not in self._transports:
            await self._close_idle()
            most = self._at_once + self._turns.beside
            self._transports[key] = httpx.AsyncHTTPTransport(
                verify=self._trust.context(target),
                trust_env=False,
                limits=httpx.Limits(max_connections=most, max_keepalive_connections=self._at_once),
            )
        return self._transports[key]

    async def _close_idle(self) -> None:
        if len(self._transports) < _MOST_TRANSPORTS:
            return
        for key in [key for key in self._transports if self._turns.is_idle(key[2])]:
            await self._transports.pop(key).aclose()
