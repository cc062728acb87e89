"""The yardstick: a Scrapy spider as the tutorial has it, that follows every link of a site and keeps nothing.

    python tests/benchmarks/plain_spider.py http://127.0.0.1:8900/

CrawlSpider with LinkExtractor, 32 requests at once, no delay; Scrapy's own middlewares, as they come.
"""

from __future__ import annotations

import sys

from scrapy.crawler import CrawlerProcess
from scrapy.http import Response
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

SETTINGS = {
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
    "DOWNLOAD_DELAY": 0,
    "ROBOTSTXT_OBEY": True,
    "COOKIES_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
}


class PlainSpider(CrawlSpider):
    name = "plain"
    rules = (Rule(LinkExtractor(), callback="parse_page", follow=True),)

    def parse_page(self, response: Response) -> None:
        """Every page is followed by the rule; nothing is kept of it."""


def main(url: str) -> None:
    process = CrawlerProcess(SETTINGS)
    process.crawl(PlainSpider, start_urls=[url])
    process.start()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] in {"-h", "--help"}:
        print(__doc__)
    else:
        main(sys.argv[1])
