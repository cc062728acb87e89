"""How a host is treated: what is downloaded of an answer, and how fast the next one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Headers

from oit_checker.fetch.pace import retry_after_s
from spiders.answers import HTML, Answer
from spiders.settings import SLOWEST

HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
    "Accept-Language": "th,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_ERRAND_BYTES = 10 * 1024 * 1024
_FIRST_PAUSE = 1.0
_LEAST_DELAY = 0.001
LONGEST_WAIT_S = 60.0
"""However long a server wants to be left alone, and however often a request failed."""
SLOT = "site"
"""All hosts of a site wait in one line: with and without www. they are one server, and its sub-domains often are."""


def bound_answers(crawler: Crawler, most_bytes: int, count: Callable[[int], None]) -> None:
    """Break off answers that are no pages, or too long for one; count is told of every byte that came."""

    def headers_came(headers: Headers, request: Request) -> None:
        _stop_unless_page(headers, request)

    def bytes_came(data: bytes, request: Request) -> None:
        count(len(data))
        _stop_at(most_bytes, data, request)

    crawler.signals.connect(headers_came, signals.headers_received, weak=False)
    crawler.signals.connect(bytes_came, signals.bytes_received, weak=False)


def _stop_unless_page(headers: Headers, request: Request) -> None:
    """Break off a page request whose answer turns out to be a document; raises StopDownload."""
    if "ask" not in request.cb_kwargs:
        return
    media_type = (headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()
    disposition: bytes = headers.get("Content-Disposition") or b""
    if media_type not in HTML or disposition.strip().lower().startswith(b"attachment"):
        raise StopDownload(fail=False)


def _stop_at(most: int, data: bytes, request: Request) -> None:
    """Break off an answer that goes on beyond our cap and keep its head; raises StopDownload."""
    got = request.meta.get("got", 0) + len(data)
    request.meta["got"] = got
    if got > (most if "ask" in request.cb_kwargs else _ERRAND_BYTES):
        raise StopDownload(fail=False)


def keep(crawler: Crawler, seconds: float) -> None:
    """Never ask the site more often than once in `seconds`, as a host's robots.txt wishes."""
    downloader = crawler.engine.downloader
    downloader.per_slot_settings[SLOT] = {
        "delay": max(seconds, crawler.settings.getfloat("DOWNLOAD_DELAY")),
        "concurrency": 1,
    }
    slot = downloader.slots.get(SLOT)
    if slot is not None:
        slot.delay, slot.concurrency = max(slot.delay, seconds), 1
    throttle = crawler.get_extension(AutoThrottle)
    if throttle is not None:
        throttle.mindelay = max(throttle.mindelay, seconds)


def slow_down(crawler: Crawler, answer: Answer, now: datetime) -> float:
    """Leave a site alone that says it has too much to do, for as long as it asks, and ask it less often from then on.

    Returns the seconds for which the refused request itself has to wait.
    """
    asked = answer.headers.get("retry-after", "")
    wait_s = min(retry_after_s(asked, now) or 0.0, LONGEST_WAIT_S)
    slot = crawler.engine.downloader.slots.get(SLOT)
    if slot is None or answer.status not in {429, 503}:
        return wait_s
    if crawler.settings.getfloat("DOWNLOAD_DELAY"):
        slot.delay = min(max(2 * slot.delay, _FIRST_PAUSE), SLOWEST)
    slot.delay = max(slot.delay, _LEAST_DELAY)
    # Scrapy sends the next request `delay` seconds after the last one: as if that had been sent so much later.
    slot.lastseen = max(slot.lastseen, monotonic() + wait_s - slot.delay)
    return wait_s
