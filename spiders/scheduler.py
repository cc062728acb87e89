"""Where Scrapy asks for its next request: it is made only when it is to be sent, out of the frontier."""

from __future__ import annotations

from typing import Any, cast

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter

from spiders.site import SiteSpider


class FrontierScheduler(BaseScheduler):
    """Scrapy's face of the spider's own queue."""

    def open(self, spider: Spider) -> None:
        self._spider = cast("SiteSpider", spider)

    def has_pending_requests(self) -> bool:
        return self._spider.has_more()

    def enqueue_request(self, request: Request) -> bool:
        self._spider.outbox.send(request)
        return True

    def next_request(self) -> Request | None:
        return self._spider.next_request()


class Quiet(LogFormatter):
    """No line for every page; errors stay."""

    def crawled(self, request: Request, response: Response, spider: Spider) -> Any:
        return None
