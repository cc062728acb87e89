"""robots.txt, asked once per host and read as the crawl reads it (RFC 9309)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

READ_BYTES = 512 * 1024
UNREACHABLE = "robots.txt unreachable"
"""How a refusal begins where the host could not say what it forbids."""


@dataclass(frozen=True, slots=True)
class RobotsText:
    """What a host answered to the question for its robots.txt, redirects followed."""

    status: int
    body: bytes = b""


Load = Callable[[str], Awaitable[RobotsText | None]]
"""The robots.txt at an address; None where the host gave no answer at all."""


@dataclass(frozen=True, slots=True)
class _Rules:
    text: Protego | None = None
    unreachable: str | None = None

    def refusal(self, url: str, agent: str) -> str | None:
        if self.unreachable is not None:
            return self.unreachable
        return None if self.text is None or self.text.can_fetch(url, agent) else "robots.txt forbids it"

    def crawl_delay(self, agent: str) -> float:
        delay = self.text.crawl_delay(agent) if self.text is not None else None
        return max(0.0, float(delay or 0))


class RobotsBook:
    """Knows what each host forbids our agent, and how often it wishes to be asked.

    agent is the product name alone ("oit-checker"): what else a User-Agent header tells must not meet another's rules.

    A host without a robots.txt (4xx) forbids nothing; one that answers 429 or 5xx forbids everything, for it could not
    say (RFC 9309, 2.3.1.4). Where there was no answer at all the page itself is asked: that it cannot be reached
    either is what the reader has to know.
    """

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._rules: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Future[_Rules]] = {}

    async def refusal(self, url: str, load: Load) -> str | None:
        """Why `url` may not be asked for, None where it may."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            if origin not in self._asking:
                self._asking[origin] = asyncio.ensure_future(self._ask(origin, load))
            await asyncio.shield(self._asking[origin])
        return self._rules[origin].refusal(url, self._agent)

    def crawl_delay(self, url: str) -> float:
        """Seconds between two requests that the host of `url` asks for; 0 where it does not, or was not asked yet."""
        scheme, _, rest = url.partition("://")
        rules = self._rules.get(f"{scheme}://{rest.partition('/')[0]}")
        return rules.crawl_delay(self._agent) if rules is not None else 0.0

    def forget_unfinished(self) -> None:
        """Drop questions that belonged to an event loop that has ended."""
        self._asking.clear()

    async def _ask(self, origin: str, load: Load) -> _Rules:
        self._rules[origin] = _read(await load(f"{origin}/robots.txt"))
        return self._rules[origin]


def _read(said: RobotsText | None) -> _Rules:
    if said is None or (300 <= said.status < 500 and said.status != 429):
        return _Rules()
    if not 200 <= said.status < 300:
        return _Rules(unreachable=f"{UNREACHABLE}: {said.status}")
    return _Rules(Protego.parse(said.body[:READ_BYTES].decode("utf-8-sig", "replace")))
