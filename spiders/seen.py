"""The links that a crawl has met: pairs of address and text, each known by a code that is the same in every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import cast

ENOUGH_TEXTS = 4


class Seen:
    """Tells new pairs from old ones, and which pairs the page that is being read shows.

    After ENOUGH_TEXTS an address has nothing new to say: lists that print a date or a counter into each link would
    otherwise be new on every page. Pairs and addresses are remembered by their hashes of 64 bits: their strings would
    be most of a long crawl's memory.
    """

    def __init__(self) -> None:
        self._codes: dict[int, int] = {}
        self._known: set[int] = set()
        self._texts: dict[int, int] = {}
        self._new: list[int] = []
        self._old: list[int] = []

    def begin_page(self) -> None:
        self._new, self._old = [], []

    def is_new(self, pair: tuple[str, str]) -> bool:
        """Whether no page has shown this pair so far; from now on one has."""
        key = hash(pair)
        code = self._codes.get(key)
        if code is not None:
            self._old.append(code)
            return False
        address = hash(pair[0])
        texts = self._texts.get(address, 0)
        if texts >= ENOUGH_TEXTS:
            return False
        self._texts[address] = texts + 1
        code = self._codes[key] = _code(pair)
        if code in self._known:  # met on a page that was not read anew
            self._old.append(code)
            return False
        self._known.add(code)
        self._new.append(code)
        return True

    def new_among(self, addresses: Sequence[str], texts: Sequence[str]) -> Iterator[int]:
        """The places of the pairs of an address and its text that are new, each asked for in its turn, as by `is_new`.

        Nearly all pairs of a page are known: they are looked up together.
        """
        codes = list(map(self._codes.get, map(hash, zip(addresses, texts, strict=True))))
        known = cast("list[int]", codes)  # save at the places that are left out
        begin = 0
        for place in [place for place, code in enumerate(codes) if code is None]:
            self._old += known[begin:place]
            begin = place + 1
            if self.is_new((addresses[place], texts[place])):
                yield place
        self._old += known[begin:]

    def was_none(self) -> None:
        """What was asked for last, and was new, turned out to be no link."""
        self._old.append(self._new.pop())

    def shown(self) -> tuple[list[int], list[int]]:
        """The codes of the page since `begin_page`: the new ones in the order of meeting, and the others."""
        return self._new, list(dict.fromkeys(self._old))

    def knows(self, code: int) -> bool:
        return code in self._known

    def learn(self, codes: Iterable[int]) -> None:
        """Count links as met that a page shows which is not read anew."""
        self._known.update(codes)


def _code(pair: tuple[str, str]) -> int:
    said = "\0".join(pair).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "little")
