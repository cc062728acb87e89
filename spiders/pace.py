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
from spiders.settings import SLOWEST, has_proxy

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


class Bounds:
    """How much of one answer is downloaded: of a page nothing but HTML, and no more than our cap."""

    def __init__(self, most_bytes: int, count: Callable[[int], None], *, is_page: bool) -> None:
        """count is told of every byte that came."""
        self._left = most_bytes if is_page else _ERRAND_BYTES
        self._count = count
        self._is_page = is_page

    def stop_at_head(self, content_type: bytes, disposition: bytes) -> bool:
        """Whether the answer to a request for a page turns out to be a document."""
        if not self._is_page:
            return False
        media_type = content_type.decode("latin-1").partition(";")[0].strip().lower()
        return media_type not in HTML or disposition.strip().lower().startswith(b"attachment")

    def stop_after(self, data: bytes) -> bool:
        """Whether the answer goes on beyond our cap with these bytes, so that its head is kept and the rest let be."""
        self._count(len(data))
        self._left -= len(data)
        return self._left < 0


def bound_answers(crawler: Crawler) -> None:
    """Have Scrapy's own client, which is used behind a proxy, break off answers that are out of their bounds."""

    def headers_came(headers: Headers, request: Request) -> None:
        told = (headers.get(name) or b"" for name in ("Content-Type", "Content-Disposition"))
        if request.meta["bounds"].stop_at_head(*told):
            raise StopDownload(fail=False)

    def bytes_came(data: bytes, request: Request) -> None:
        if request.meta["bounds"].stop_after(data):
            raise StopDownload(fail=False)

    if has_proxy():
        crawler.signals.connect(headers_came, signals.headers_received, weak=False)
        crawler.signals.connect(bytes_came, signals.bytes_received, weak=False)


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
