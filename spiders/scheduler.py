"""What Scrapy has in the place of a queue and of its log of pages: nothing, as the spider sends its requests itself."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter


class NoScheduler(BaseScheduler):
    """Holds nothing; the queue is `frontier`, and `sending` sends what is taken of it."""

    def has_pending_requests(self) -> bool:
        return False

    def enqueue_request(self, request: Request) -> bool:
        return False

    def next_request(self) -> Request | None:
        return None


class Quiet(LogFormatter):
    """No line for every page; errors stay."""

    def crawled(self, request: Request, response: Response, spider: Spider) -> Any:
        return None
