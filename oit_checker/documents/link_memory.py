"""What a crawl remembers of the links that its pages have shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol


class LinkMemory(Protocol):
    """Which (address, text) pairs were met before."""

    def is_new(self, pair: tuple[str, str]) -> bool:
        """Whether the pair was not met so far; from now on it was."""
        ...

    def new_among(self, addresses: Sequence[str], texts: Sequence[str]) -> Iterator[int]:
        """The places of the new pairs, each asked for when its turn comes."""
        ...

    def was_none(self) -> None:
        """The pair asked for last was new, and turned out to be no link."""
        ...
