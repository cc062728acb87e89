"""The crawling child: one job line on stdin, progress lines on stdout, the snapshot on disk."""

from __future__ import annotations

import gc
import signal
import sys
from typing import Any

from oit_checker.own_process import run_and_end
from spiders.job import Job


def main() -> None:
    """Crawl one site. SIGINT and SIGTERM end it politely, with a snapshot that can be judged."""
    stopping: list[int] = []

    def stop(number: int, _frame: Any) -> None:
        stopping.append(number)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    gc.disable()  # what is loaded now stays
    # Late: Scrapy takes most of the start, and a signal during it must not be lost.
    from scrapy.crawler import AsyncCrawlerProcess

    from spiders.reading import reading_beside
    from spiders.settings import has_proxy, settings
    from spiders.site import SiteSpider

    line = sys.stdin.readline()
    if not line:  # started early, and not wanted
        return
    job = Job.read(line)
    # Trees die by reference counts: the collector finds little, however often it looks.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()
    if has_proxy():  # only then Scrapy's own client is used, which is large
        from spiders.heads import bound_heads

        bound_heads()
    beside = reading_beside(job)
    process = AsyncCrawlerProcess(settings(job))
    process.crawl(SiteSpider, job=job, stopping=stopping, beside=beside)
    try:
        process.start(install_signal_handlers=False)
    finally:
        if beside is not None:
            beside.end()


if __name__ == "__main__":
    run_and_end(main)
