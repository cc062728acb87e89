"""Impossible addresses are the same in every round of an audit, and their hosts are asked for each of them once."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.fetch import Ask, Fetcher
from oit_checker.model.page import Failure, Fetched

_TOO_MANY, _OUT_OF_ORDER = 429, 500


class AskedOnce:
    """Gives the answer to a probe again that was answered before; all else goes out, as does what got no answer."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._told: dict[str, Fetched] = {}

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        told = {ask.url: self._told[ask.url] for ask in asks if ask.kind == "probe" and ask.url in self._told}
        unknown = [ask for ask in asks if ask.url not in told]
        answers = self._fetcher.fetch(unknown) if unknown else {}
        self._told.update((ask.url, answers[ask.url]) for ask in unknown if _is_settled(ask, answers[ask.url]))
        return {ask.url: told.get(ask.url) or answers[ask.url] for ask in asks}


def _is_settled(ask: Ask, answer: Fetched) -> bool:
    """Whether a host has said what it shows there; one that is too busy to say so may say it later."""
    if ask.kind != "probe" or answer.failure is not Failure.NONE or answer.http_status is None:
        return False
    return answer.http_status != _TOO_MANY and answer.http_status < _OUT_OF_ORDER
