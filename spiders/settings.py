"""Scrapy's settings for one crawl: politeness, limits, and nothing running that an audit does not need.

Redirects, robots.txt, retries, cookies and decompression are ours (`spiders.site`): they are decided where the
queue is known, and each of Scrapy's own middlewares costs every request.
"""

from __future__ import annotations

import urllib.request
from importlib.util import find_spec
from typing import Any

from spiders.job import Job

MOST_AT_ONCE = 32
SLOWEST = 30.0

_PROXY = "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware"
_HANDLER = "spiders.wire.handler.DownloadHandler"
_HANDLER_BY_PROXY = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
_THROTTLE = "scrapy.extensions.throttle.AutoThrottle"


def settings(job: Job) -> dict[str, Any]:
    """What Scrapy is told. A rate of 0 means no delay and MOST_AT_ONCE requests at a time."""
    polite = job.politeness
    at_once = max(1, polite.at_once) if polite.rate > 0 else MOST_AT_ONCE
    proxied = has_proxy()
    handler = _HANDLER_BY_PROXY if proxied else _HANDLER
    return {
        "USER_AGENT": job.agent,
        "SCHEDULER": "spiders.scheduler.NoScheduler",
        "OIT_SITE_HOSTS": list(job.hosts),
        "CONCURRENT_REQUESTS": at_once,
        "CONCURRENT_REQUESTS_PER_DOMAIN": at_once,
        "DOWNLOAD_DELAY": 1 / polite.rate if polite.rate > 0 else 0,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "RANDOMIZE_DOWNLOAD_DELAY": False,
        "DOWNLOAD_TIMEOUT": polite.timeout_s,
        "DOWNLOAD_MAXSIZE": 0,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": False,
        "DOWNLOADER_CLIENT_TLS_CIPHERS": "DEFAULT:@SECLEVEL=0",
        "AUTOTHROTTLE_ENABLED": polite.rate > 0,
        "AUTOTHROTTLE_START_DELAY": 0,
        "AUTOTHROTTLE_MAX_DELAY": SLOWEST,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(at_once),
        # The base lists, because what is only switched off is still imported.
        "DOWNLOADER_MIDDLEWARES_BASE": {_PROXY: 1} if proxied else {},
        "SPIDER_MIDDLEWARES_BASE": {},
        "EXTENSIONS_BASE": {_THROTTLE: 1} if polite.rate > 0 else {},
        "DOWNLOAD_HANDLERS_BASE": {"http": handler, "https": handler},
        # A third of what the loop itself costs; where it cannot be had, the standard one does the same.
        **({"ASYNCIO_EVENT_LOOP": "uvloop.Loop"} if find_spec("uvloop") is not None else {}),
        "STATS_CLASS": "scrapy.statscollectors.DummyStatsCollector",
        "LOG_FORMATTER": "spiders.scheduler.Quiet",
        "LOG_LEVEL": "ERROR",
        "LOG_VERSIONS": [],  # found out however little is logged
        "WARN_ON_GENERATOR_RETURN_VALUE": False,
        "TELNETCONSOLE_ENABLED": False,
    }


def has_proxy() -> bool:
    return bool({"http", "https"} & urllib.request.getproxies().keys())
