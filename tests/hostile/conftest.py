"""An evil site on loopback, crawls of it with small limits, and whole audits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.snapshot import Snapshot
from spiders.crawl import crawl

sys.path.insert(0, str(Path(__file__).parent))

import evil as room

Crawl = Callable[..., Snapshot]


@pytest.fixture
def evil() -> Iterator[room.Evil]:
    with room.serving(room.Evil()) as started:
        yield started


@pytest.fixture
def crawled(tmp_path: Path) -> Crawl:
    """Crawl a site into a fresh folder, without delay unless a rate is given; other keyword arguments are limits."""

    def run(
        url: str,
        *,
        timeout_s: float = 2.0,
        rate: float = 0,
        at_once: int = 2,
        hosts: tuple[str, ...] = (),
        **limits: Any,
    ) -> Snapshot:
        polite = Politeness(rate=rate, at_once=at_once, timeout_s=timeout_s)
        return crawl(
            url, into=tmp_path / "snapshot", hosts=hosts, limits=CrawlLimits(**limits), politeness=polite, fresh=True
        )

    return run
