"""Opens one page after another in the browser, and ends the browser where a page does harm."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from oit_checker.model.rendering import Lack
from spiders.browser import chromium

if TYPE_CHECKING:
    from spiders.browser.page import Rendered
    from spiders.browser.supply import Given, Supply

MOST_ENDS = 5
"""Times that the browser is ended for a page's sake; then it is left alone."""
LOOK_S = 0.15


class Opener:
    """Counts the pages that it opens; lack says why it opens no more, if so."""

    def __init__(self, supply: Supply, years: Sequence[int], most_bytes: int) -> None:
        self.opened = 0
        self.lack: Lack | None = None
        self._supply = supply
        self._years = years
        self._most_bytes = most_bytes
        self._chromium = chromium.Chromium()
        self._ends = 0

    async def visit(self, url: str, body: Given | None, *, presses: bool = True) -> Rendered | None:
        """Open one page, and press what opens; None where the browser does not start."""
        from spiders.browser.page import MOST_PRESSES, Visit
        from spiders.browser.traffic import errors

        try:
            context = await self._chromium.context()
        except (errors(), OSError, TimeoutError):
            self.lack = Lack.NO_START
            return None
        self.opened += 1
        visit = Visit(context, self._supply, url, body, self._most_bytes)
        guard = asyncio.create_task(self._watch_memory(visit.give_up))
        try:
            seen = await visit.look(self._years, presses=MOST_PRESSES if presses else 0)
        finally:
            guard.cancel()
        try:
            async with asyncio.timeout(chromium.STOP_S):
                if await visit.close():
                    await context.close()
                else:
                    await self._end_browser()
        except (errors(), TimeoutError):
            await self._end_browser()
        return seen

    async def stop(self) -> None:
        """End the browser for good."""
        await self._chromium.stop()

    async def _end_browser(self) -> None:
        await self._chromium.end()
        self._ends += 1
        if self._ends >= MOST_ENDS:
            self.lack = Lack.STUCK

    async def _watch_memory(self, give_up: Callable[[str], None]) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            if self._chromium.own_mb() > chromium.BROWSER_MB:
                give_up("memory")
                await self._chromium.end()
                return
