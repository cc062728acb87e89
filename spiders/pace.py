"""How a host is treated: what is downloaded of an answer, and how fast the next one is asked for."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import StopDownload
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Headers

from spiders.answers import HTML, Answer
from spiders.settings import SLOWEST

HEADERS = {
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
    "Accept-Language": "th,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_ERRAND_BYTES = 20 * 1024 * 1024
_FIRST_PAUSE = 1.0
SLOT = "site"
"""All hosts of a site wait in one line: with and without www. they are one server, and its sub-domains often are."""


def stop_unless_page(headers: Headers, request: Request) -> None:
    """Break off a page request whose answer turns out to be a document; raises StopDownload."""
    if "ask" not in request.cb_kwargs:
        return
    media_type = (headers.get("Content-Type") or b"").decode("latin-1").partition(";")[0].strip().lower()
    disposition: bytes = headers.get("Content-Disposition") or b""
    if media_type not in HTML or disposition.strip().lower().startswith(b"attachment"):
        raise StopDownload(fail=False)


def stop_at(most: int, data: bytes, request: Request) -> None:
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


def slow_down(crawler: Crawler, answer: Answer) -> float:
    """Halve the pace where a host that says it has too much to do; returns the seconds it wants to be left alone."""
    wanted = answer.headers.get("retry-after", "")
    if answer.status in {429, 503}:
        slot = crawler.engine.downloader.slots.get(SLOT)
        if slot is not None and crawler.settings.getfloat("DOWNLOAD_DELAY"):
            slot.delay = min(max(2 * slot.delay, _FIRST_PAUSE), SLOWEST)
    return float(wanted) if wanted.isdigit() else 0.0
