"""Answers of an earlier run, given again: an old crawl can be judged anew without the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from oit_checker.errors import SnapshotError
from oit_checker.fetch import Ask, Fetcher
from oit_checker.model.page import Failure, Fetched

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class ArchiveFetcher:
    """Gives the nth recorded answer of an address to its nth ask, and the last one ever after.

    An address without a record raises SnapshotError where strict, and is otherwise
    answered with Failure.NOT_RECORDED, dated as the latest record.
    """

    def __init__(self, recorded: Iterable[Fetched], *, strict: bool) -> None:
        self._answers: dict[str, list[Fetched]] = defaultdict(list)
        for fetched in recorded:
            self._answers[fetched.url].append(fetched)
        self._asked: dict[str, int] = defaultdict(int)
        self._strict = strict
        self._latest = max((a.fetched_at for answers in self._answers.values() for a in answers), default=_NEVER)

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        return {url: self._answer(url) for url in dict.fromkeys(ask.url for ask in asks)}

    def _answer(self, url: str) -> Fetched:
        answers = self._answers.get(url)
        if not answers:
            return self._without_record(url)
        nth = min(self._asked[url], len(answers) - 1)
        self._asked[url] += 1
        return answers[nth]

    def has_another(self, url: str) -> bool:
        """Whether there is a recorded answer to the next ask of an address that was not given before."""
        return self._asked[url] < len(self._answers.get(url, ()))

    def _without_record(self, url: str) -> Fetched:
        if self._strict:
            raise SnapshotError(
                "ไม่มีคำตอบของที่อยู่นี้ในข้อมูลที่บันทึกไว้ (the record holds no answer)",
                where=url,
                remedy="ตรวจเว็บไซต์ใหม่ด้วย oit-checker audit หรืออ่านข้อมูลที่บันทึกไว้โดยไม่ใช้ strict",
            )
        return Fetched(url, url, None, None, self._latest, failure=Failure.NOT_RECORDED)


class ContinuedFetcher:
    """Goes on with a verification that was cut short: what was answered then is not asked again."""

    def __init__(self, recorded: Iterable[Fetched], live: Fetcher) -> None:
        self._archive = ArchiveFetcher(recorded, strict=True)
        self._live = live

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        known = [ask for ask in asks if self._archive.has_another(ask.url)]
        open_asks = [ask for ask in asks if not self._archive.has_another(ask.url)]
        answers = {**self._archive.fetch(known), **(self._live.fetch(open_asks) if open_asks else {})}
        return {ask.url: answers[ask.url] for ask in asks}
