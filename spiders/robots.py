"""robots.txt as one host gives it, read by Protego."""

from __future__ import annotations

from collections.abc import Iterator

from protego import Protego

MAX_BYTES = 512 * 1024


class Rules:
    """What a host asks of us. unreachable: it could not say, which RFC 9309 (2.3.1.4) reads as a no to everything."""

    def __init__(self, text: str = "", *, agent: str = "", unreachable: bool = False) -> None:
        self.unreachable = unreachable
        self._agent = agent
        self._rules = Protego.parse(text) if text else None

    @classmethod
    def from_answer(cls, status: int, body: bytes, agent: str) -> Rules:
        """A missing file (4xx) forbids nothing; an answer that is a web page holds no rules."""
        if status >= 500 or status == 429:
            return cls(unreachable=True)
        if status >= 300:
            return cls()
        return cls(body[:MAX_BYTES].decode("utf-8-sig", "replace"), agent=agent)

    def allow(self, url: str) -> bool:
        if self.unreachable:
            return False
        return self._rules is None or bool(self._rules.can_fetch(url, self._agent))

    @property
    def crawl_delay(self) -> float:
        """Seconds between two requests that the host asks for; 0 where it does not."""
        delay = self._rules.crawl_delay(self._agent) if self._rules is not None else None
        return float(delay or 0)

    def sitemaps(self) -> Iterator[str]:
        if self._rules is not None:
            yield from self._rules.sitemaps
