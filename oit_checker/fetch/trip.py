"""An address's way to its last answer: robots.txt, redirects, cookies and second chances, as a browser goes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import CookieJar

import httpx

from oit_checker.fetch import NO_SPOOL
from oit_checker.fetch.allowance import Allowance
from oit_checker.fetch.heard import Heard, WireError, target_of
from oit_checker.fetch.memory import Memory, as_before, conditions_of
from oit_checker.fetch.robots import RobotsBook, RobotsText
from oit_checker.fetch.spool import NoRoomError
from oit_checker.fetch.wire import Wire
from oit_checker.model.page import Failure, Fetched, Sent
from oit_checker.patterns import regex
from oit_checker.urls import absolute

MOST_HOPS = 10
MOST_ROBOTS_HOPS = 5
BACK_OFF_S = 0.5
_NOT_MODIFIED = 304
_FLEETING = frozenset({429, 500, 502, 503, 504})
_OTHER_SCHEME = regex(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
REFRESH_BYTES = 16 * 1024
"""Pages up to this size are looked at for a <meta> refresh that sends the reader on."""
_HIDDEN = regex(rb"<noscript\b.*?</noscript>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_REFRESH = regex(
    rb"<meta[^>]+http-equiv\s*=\s*[\"']?refresh[\"']?[^>]+content\s*=\s*[\"']?\s*([0-3])\s*[;,]\s*url\s*=\s*[\"']?"
    rb"([^\"'>]+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Journey:
    """How far an address led: hops after the first address, the last answer, and what ended the way early.

    sent holds the requests that were made on the way.
    """

    url: str
    hops: list[str] = field(default_factory=list)
    heard: Heard | None = None
    failure: Failure = Failure.NONE
    note: str | None = None
    sent: list[Sent] = field(default_factory=list)

    @property
    def final_url(self) -> str:
        return self.hops[-1] if self.hops else self.url


@dataclass(frozen=True, slots=True)
class Guide:
    """What every journey of a run goes by."""

    wire: Wire
    robots: RobotsBook
    allowance: Allowance
    memory: Memory


async def travel(journey: Journey, guide: Guide, cookies: httpx.Cookies, *, probe: bool, afresh: bool) -> None:
    """Follow the journey's address to its last answer; `cookies` is filled on the way.

    afresh: what was answered before does not count. Never raises for what the web does.
    """
    try:
        await _follow(journey, guide, cookies, probe=probe, afresh=afresh or probe)
    except WireError as trouble:
        journey.failure, journey.note = trouble.failure, trouble.note
    except NoRoomError as full:
        journey.failure, journey.note = Failure.BUDGET, f"{NO_SPOOL}: {full}"
    except (ArithmeticError, LookupError, TypeError, ValueError) as fault:
        # What an answer makes a library stumble over: a length of five thousand digits, a header in no encoding.
        journey.failure, journey.note = Failure.CONNECT, f"the answer makes no sense: {str(fault)[:200]}"


async def load_robots(url: str, wire: Wire, sent: list[Sent]) -> RobotsText | None:
    """What the host answers for `url`, a fleeting trouble asked twice; None where it does not answer."""
    status = 0
    for _ in range(MOST_ROBOTS_HOPS + 1):
        try:
            heard = await _with_second_chance(partial(wire.get, url, sent, first=True, probe=True))
        except WireError as trouble:
            if trouble.failure is Failure.BUDGET:  # not asked, so nothing is known of its rules
                raise
            return None
        status = heard.status
        if heard.location is None:
            return RobotsText(status, heard.body.heap.whole())
        url = absolute(url, heard.location) or url
    return RobotsText(status)


async def _follow(journey: Journey, guide: Guide, cookies: httpx.Cookies, *, probe: bool, afresh: bool) -> None:
    seen: set[tuple[str, str]] = set()
    for _ in range(MOST_HOPS + 1):
        url = journey.final_url
        netloc = target_of(url).netloc
        shown = _cookie_header(cookies, url)
        if (url, shown) in seen:
            raise WireError(Failure.REDIRECT_LOOP, f"comes back to {url}")
        seen.add((url, shown))
        delay_s = await _may_ask(url, netloc, journey.sent, guide, probe=probe)
        ask = partial(
            guide.wire.get,
            url,
            journey.sent,
            cookies=shown,
            first=bool(journey.hops),
            probe=probe,
            delay_s=delay_s,
        )
        known = None if afresh else guide.memory.recall(url)
        heard = await _with_second_chance(partial(ask, conditions=conditions_of(known)))
        if heard.status == _NOT_MODIFIED and known is not None:
            body = guide.memory.body(known.body_sha256 or "")
            heard = await _as_before(heard, known, body, guide) if body is not None else await _with_second_chance(ask)
        journey.heard = heard
        _keep_cookies(cookies, heard)
        if heard.body.is_foreign:
            raise WireError(Failure.BUDGET, heard.body.note or "")
        target = heard.location or _refresh(heard)
        if target is None:
            return
        _take(journey, target)
        if heard.body.heap.is_big:  # it must not keep another from its turn
            heard.body.heap.close()
    raise WireError(Failure.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")


async def _as_before(heard: Heard, known: Fetched, body: bytes, guide: Guide) -> Heard:
    heap = guide.wire.spool.begin()
    await heap.add(body)
    return as_before(heard, known, heap)


async def _may_ask(url: str, netloc: str, sent: list[Sent], guide: Guide, *, probe: bool) -> float:
    """The Crawl-delay to keep, in seconds. Raises WireError where a limit of ours or robots.txt forbids to ask."""
    too_many = None if probe else guide.allowance.refusal(url, netloc)
    if too_many is not None:
        raise WireError(Failure.BUDGET, too_many)
    refusal = await guide.robots.refusal(url, lambda address: load_robots(address, guide.wire, sent))
    if refusal is not None:
        raise WireError(Failure.ROBOTS, refusal)
    return guide.robots.crawl_delay(url)


def _take(journey: Journey, target: str) -> None:
    """Note the next hop. Raises WireError where it is no web address; it stays noted as the end of the way."""
    found = absolute(journey.final_url, target)
    journey.hops.append(found or target)
    if found is None and _OTHER_SCHEME.match(target):
        raise WireError(Failure.FORBIDDEN_ADDRESS, f"redirects to a {target.partition(':')[0]}: address")
    if found is None:
        raise WireError(Failure.INVALID_URL, "redirects to what is no address")


async def _with_second_chance(ask: Callable[[], Awaitable[Heard]]) -> Heard:
    """Ask once more after a fleeting trouble; the host's own pace decides when, a short while is the least."""
    try:
        heard = await ask()
        if not _is_fleeting(heard):
            return heard
        heard.body.heap.close()
    except WireError as trouble:
        if trouble.failure is not Failure.CONNECT:
            raise
    await asyncio.sleep(BACK_OFF_S)
    return await ask()


def _is_fleeting(heard: Heard) -> bool:
    cut_short = heard.body.fault is not None and not isinstance(heard.body.fault, httpx.TimeoutException)
    return heard.status in _FLEETING or cut_short


def _cookie_header(cookies: httpx.Cookies, url: str) -> str:
    if not len(cookies.jar):
        return ""
    request = httpx.Request("GET", url)
    cookies.set_cookie_header(request)
    return str(request.headers.get("cookie", ""))


def _keep_cookies(cookies: httpx.Cookies, heard: Heard) -> None:
    if heard.cookies:
        headers = [("set-cookie", cookie) for cookie in heard.cookies]
        cookies.extract_cookies(httpx.Response(heard.status, headers=headers, request=httpx.Request("GET", heard.url)))


def copy_cookies(source: CookieJar) -> httpx.Cookies:
    fresh = httpx.Cookies()
    for cookie in source:
        fresh.jar.set_cookie(cookie)
    return fresh


def _refresh(heard: Heard) -> str | None:
    """Where a small page sends its reader at once by <meta http-equiv="refresh">; scripts are not followed."""
    if heard.status != 200 or heard.body.size > REFRESH_BYTES:
        return None
    data = heard.body.heap.whole()
    if b"refresh" not in data.lower():
        return None
    found = _REFRESH.search(_HIDDEN.sub(b"", data))
    if found is None:
        return None
    target = found[2].strip().replace(b"&amp;", b"&").decode("utf-8", "replace")
    return None if absolute(heard.url, target) == heard.url else target
