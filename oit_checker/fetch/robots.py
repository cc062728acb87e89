"""robots.txt, asked once per host."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from protego import Protego

READ_BYTES = 512 * 1024
Load = Callable[[str], Awaitable[bytes | None]]
"""The robots.txt at an address, redirects followed; None where there is none or the host did not answer."""


class RobotsBook:
    """Knows what each host forbids our agent. Without a robots.txt, or without an answer, nothing is forbidden."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._rules: dict[str, Protego | None] = {}
        self._asking: dict[str, asyncio.Future[Protego | None]] = {}

    async def allows(self, url: str, load: Load) -> bool:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            if origin not in self._asking:
                self._asking[origin] = asyncio.ensure_future(self._ask(origin, load))
            await asyncio.shield(self._asking[origin])
        rules = self._rules[origin]
        return rules is None or bool(rules.can_fetch(url, self._agent))

    def forget_unfinished(self) -> None:
        """Drop questions that belonged to an event loop that has ended."""
        self._asking.clear()

    async def _ask(self, origin: str, load: Load) -> Protego | None:
        raw = await load(f"{origin}/robots.txt")
        self._rules[origin] = Protego.parse(raw.decode("utf-8", "replace")) if raw else None
        return self._rules[origin]
