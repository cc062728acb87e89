from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy import Request

from spiders.sending import Sending


class Failing:
    """Asks for nothing, as it fails."""

    def next_request(self) -> Request | None:
        raise RuntimeError("a fault of ours")

    def has_more(self) -> bool:
        return True


def test_a_fault_of_who_asks_ends_the_crawl_and_is_told() -> None:
    told: list[str] = []

    async def run() -> None:
        crawler: Any = SimpleNamespace(
            engine=SimpleNamespace(downloader=None), settings=SimpleNamespace(getint=lambda name: 1)
        )
        await Sending(Failing(), crawler, lambda: told.append("lost")).run()

    with pytest.raises(RuntimeError):
        asyncio.run(run())
    assert told == ["lost"]
