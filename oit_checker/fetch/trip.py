"""An address's way to its last answer: robots.txt, redirects, cookies and second chances, as a browser goes."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from http.cookiejar import CookieJar

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, retry_if_result, stop_after_attempt

from oit_checker.fetch.robots import RobotsBook, RobotsText
from oit_checker.fetch.wire import Heard, Wire, WireError, target_of
from oit_checker.model.page import Failure
from oit_checker.urls import absolute

MOST_HOPS = 10
MOST_ROBOTS_HOPS = 5
TRIES = 2
BACK_OFF_S = 0.5
RATE_BACK_OFF_S = 2.0
LONGEST_BACK_OFF_S = 10.0
_FLEETING = frozenset({429, 500, 502, 503, 504})
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_REFRESH_BYTES = 16 * 1024
_HIDDEN = re.compile(rb"<noscript\b.*?</noscript>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_REFRESH = re.compile(
    rb"<meta[^>]+http-equiv\s*=\s*[\"']?refresh[\"']?[^>]+content\s*=\s*[\"']?\s*([0-3])\s*[;,]\s*url\s*=\s*[\"']?"
    rb"([^\"'>]+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Journey:
    """How far an address led: hops after the first address, the last answer, and what ended the way early."""

    url: str
    hops: list[str] = field(default_factory=list)
    heard: Heard | None = None
    failure: Failure = Failure.NONE
    note: str | None = None

    @property
    def final_url(self) -> str:
        return self.hops[-1] if self.hops else self.url


async def travel(url: str, *, wire: Wire, robots: RobotsBook, cookies: httpx.Cookies, probe: bool) -> Journey:
    """Follow `url` to its last answer; `cookies` is filled on the way. Never raises for what the web does."""
    journey = Journey(url)
    try:
        await _follow(journey, wire, robots, cookies, probe=probe)
    except WireError as trouble:
        journey.failure, journey.note = trouble.failure, trouble.note
    except (ArithmeticError, LookupError, TypeError, ValueError) as fault:
        # What an answer makes a library stumble over: a length of five thousand digits, a header in no encoding.
        journey.failure, journey.note = Failure.CONNECT, f"the answer makes no sense: {str(fault)[:200]}"
    return journey


async def load_robots(url: str, wire: Wire) -> RobotsText | None:
    """What the host answers for `url`, a fleeting trouble asked twice; None where it does not answer."""
    status = 0
    for _ in range(MOST_ROBOTS_HOPS + 1):
        try:
            heard = await _with_second_chance(partial(wire.get, url, first=True, probe=True))
        except WireError:
            return None
        status = heard.status
        if heard.location is None:
            return RobotsText(status, heard.body.data)
        url = absolute(url, heard.location) or url
    return RobotsText(status)


async def _follow(journey: Journey, wire: Wire, robots: RobotsBook, cookies: httpx.Cookies, *, probe: bool) -> None:
    seen: set[tuple[str, str]] = set()
    for _ in range(MOST_HOPS + 1):
        url = journey.final_url
        target_of(url)
        sent = _cookie_header(cookies, url)
        if (url, sent) in seen:
            raise WireError(Failure.REDIRECT_LOOP, f"comes back to {url}")
        seen.add((url, sent))
        refusal = await robots.refusal(url, lambda address: load_robots(address, wire))
        if refusal is not None:
            raise WireError(Failure.ROBOTS, refusal)
        heard = await _with_second_chance(partial(wire.get, url, cookies=sent, first=bool(journey.hops), probe=probe))
        journey.heard = heard
        _keep_cookies(cookies, heard)
        if heard.body.is_foreign:
            raise WireError(Failure.BUDGET, heard.body.note or "")
        target = heard.location or _refresh(heard)
        if target is None:
            return
        _take(journey, target)
    raise WireError(Failure.REDIRECT_LOOP, f"more than {MOST_HOPS} redirects")


def _take(journey: Journey, target: str) -> None:
    """Note the next hop. Raises WireError where it is no web address; it stays noted as the end of the way."""
    found = absolute(journey.final_url, target)
    journey.hops.append(found or target)
    if found is None and _OTHER_SCHEME.match(target):
        raise WireError(Failure.FORBIDDEN_ADDRESS, f"redirects to a {target.partition(':')[0]}: address")
    if found is None:
        raise WireError(Failure.INVALID_URL, "redirects to what is no address")


async def _with_second_chance(ask: Callable[[], Awaitable[Heard]]) -> Heard:
    retrying = AsyncRetrying(
        stop=stop_after_attempt(TRIES),
        wait=_pause,
        retry=retry_if_result(_is_fleeting) | retry_if_exception(_is_reset),
        retry_error_callback=_last_outcome,
    )
    heard: Heard = await retrying(ask)
    return heard


def _is_fleeting(heard: Heard) -> bool:
    cut_short = heard.body.fault is not None and not isinstance(heard.body.fault, httpx.TimeoutException)
    return heard.status in _FLEETING or cut_short


def _is_reset(fault: BaseException) -> bool:
    return isinstance(fault, WireError) and fault.failure is Failure.CONNECT


def _last_outcome(state: RetryCallState) -> Heard:
    assert state.outcome is not None
    heard: Heard = state.outcome.result()
    return heard


def _pause(state: RetryCallState) -> float:
    """Seconds to wait: as long as the host asks, within reason."""
    outcome = state.outcome
    if outcome is None or outcome.failed:
        return BACK_OFF_S
    heard: Heard = outcome.result()
    asked = heard.headers.get("retry-after", "")
    if asked.isascii() and asked.isdigit():
        return min(float(asked), LONGEST_BACK_OFF_S)
    return RATE_BACK_OFF_S if heard.status == 429 else BACK_OFF_S


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
    data = heard.body.data
    if heard.status != 200 or len(data) > _REFRESH_BYTES or b"refresh" not in data.lower():
        return None
    found = _REFRESH.search(_HIDDEN.sub(b"", data))
    if found is None:
        return None
    target = found[2].strip().replace(b"&amp;", b"&").decode("utf-8", "replace")
    return None if absolute(heard.url, target) == heard.url else target
