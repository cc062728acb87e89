"""Pages that the crawl of this very audit has opened: their answer is a fresh look, and a guest does not ask twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from oit_checker.fetch import Ask, Fetcher
from oit_checker.fetch.trip import REFRESH_BYTES
from oit_checker.model.page import AS_CRAWLED, Failure, Fetched
from oit_checker.snapshot import PageRecord
from oit_checker.urls import host_of

FRESH_FOR = timedelta(hours=1)
"""A crawl's answer that is older, as after a pause, is asked for anew."""


class Crawled(Protocol):
    """What a crawl keeps: Snapshot's own methods."""

    def page(self, url: str) -> PageRecord | None: ...

    def body(self, sha256: str) -> bytes: ...


class CrawledFetcher:
    """Answers the first ask of a page with what the crawl was answered; all else, and every second look, goes out.

    Only whole pages count that came at once (200, no redirect, nothing that sends the reader on). The crawl does not
    look at certificates: of a host that speaks TLS the first page is asked for anew, and the others count once that
    was answered with nothing to remark. now tells the age of answers; on_answer is told of those that are given so.
    """

    def __init__(
        self,
        crawled: Crawled,
        live: Fetcher,
        *,
        now: Callable[[], datetime],
        on_answer: Callable[[Fetched], None] | None = None,
    ) -> None:
        self._crawled, self._live, self._now, self._on_answer = crawled, live, now, on_answer
        self._asked: set[str] = set()
        self._is_sound: dict[str, bool] = {}

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        known = {ask.url: page for ask in asks if (page := self._known(ask)) is not None}
        witnesses = self._witnesses(known)
        given = self._ask(
            {ask.url: ask for ask in asks if ask.url not in known or ask.url in witnesses}, witnesses=witnesses
        )
        unsound = {url for url in known if url not in given and not self._is_trusted(url)}
        given |= self._ask({ask.url: ask for ask in asks if ask.url in unsound})
        given |= {url: self._given(page) for url, page in known.items() if url not in given}
        self._asked.update(ask.url for ask in asks)
        return {ask.url: given[ask.url] for ask in asks}

    def _known(self, ask: Ask) -> Fetched | None:
        """The crawl's answer, where it is as good as a fresh one."""
        if ask.kind == "probe" or ask.url in self._asked:
            return None
        record = self._crawled.page(ask.url)
        if record is None or record.fetched.final_url != ask.url or not self._is_whole(record.fetched):
            return None
        return replace(record.fetched, url=ask.url, redirects=(), attempts=1, note=AS_CRAWLED, sent=())

    def _is_whole(self, fetched: Fetched) -> bool:
        is_page = fetched.http_status == 200 and fetched.failure is Failure.NONE and not fetched.truncated
        if not is_page or fetched.body_sha256 is None or self._now() - fetched.fetched_at > FRESH_FOR:
            return False
        may_send_on = fetched.body_bytes <= REFRESH_BYTES
        return not (may_send_on and b"refresh" in self._crawled.body(fetched.body_sha256).lower())

    def _witnesses(self, known: dict[str, Fetched]) -> dict[str, str]:
        """One page, by address, of each host whose certificate was not looked at so far."""
        first = {host_of(url): url for url in reversed(known) if url.startswith("https:")}
        return {url: host for host, url in first.items() if host not in self._is_sound}

    def _ask(self, asks: dict[str, Ask], witnesses: dict[str, str] | None = None) -> dict[str, Fetched]:
        answers = self._live.fetch(list(asks.values())) if asks else {}
        for url, host in (witnesses or {}).items():
            self._is_sound[host] = answers[url].http_status == 200 and answers[url].note is None
        return answers

    def _is_trusted(self, url: str) -> bool:
        return not url.startswith("https:") or self._is_sound.get(host_of(url), False)

    def _given(self, page: Fetched) -> Fetched:
        if self._on_answer is not None:
            self._on_answer(page)
        return page
