"""Verify every address once: all of them, then impossible addresses beside them, then the failures a second time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from oit_checker.fetch import Ask, Fetcher
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.urls import host_of
from oit_checker.verify import Checked, Verdict
from oit_checker.verify.files import is_html
from oit_checker.verify.impossible import Impossible, ask_impossible
from oit_checker.verify.link import classify, look_of
from oit_checker.verify.look import Look

__all__ = ["Checked", "Progress", "check_links"]

_NETWORK = frozenset({Failure.DNS, Failure.CONNECT, Failure.TIMEOUT})
Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""
OnPage = Callable[[Checked, bytes, Look], None]
"""Told of a web page, with its bytes, right after it was looked at."""


def check_links(
    urls: Mapping[str, bool],
    *,
    fetcher: Fetcher,
    body: Callable[[str], bytes],
    boxed: Collection[str] = (),
    progress: Progress | None = None,
    on_answers: Callable[[Collection[Fetched]], None] | None = None,
    on_page: OnPage | None = None,
) -> dict[str, Checked]:
    """Verify each address of `urls` once (its value: whether a document is expected there); keyed as given.

    A failure counts only after a second try, made when all others have been asked. body gives the bytes that a
    Fetched.body_sha256 names. boxed are hosts that show a box to sign in on every page. on_answers is given the first
    answers before anything else is asked: what they hold can be read while the network is waited for. on_page is given
    each web page before the next is looked at: that it is parsed is half of what it takes to read it.
    """
    tell = progress or _silent
    tell("first", 0, len(urls))
    answers = fetcher.fetch([Ask(url) for url in urls])
    if on_answers is not None:
        on_answers(answers.values())
    judge = _Judge(urls, ask_impossible(answers.values(), fetcher, body), body, boxed, on_page)
    checked = {url: judge(answers[url]) for url in urls}
    again = [url for url, seen in checked.items() if _deserves_second_try(seen)]
    tell("second", len(urls) - len(again), len(urls))
    second = fetcher.fetch([Ask(url) for url in again]) if again else {}
    for url in again:
        checked[url] = _after_second_try(checked[url], replace(second[url], attempts=2), judge)
    tell("done", len(urls), len(urls))
    return _with_refused_hosts(checked, fetcher)


class _Judge:
    def __init__(
        self,
        expects: Mapping[str, bool],
        impossible: Impossible,
        body: Callable[[str], bytes],
        boxed: Collection[str],
        on_page: OnPage | None,
    ) -> None:
        self._expects, self._impossible, self._body, self._boxed = expects, impossible, body, boxed
        self._on_page = on_page

    def __call__(self, fetched: Fetched) -> Checked:
        raw = self._body(fetched.body_sha256) if fetched.body_sha256 else None
        look = look_of(fetched, raw) if raw is not None and is_html(raw, fetched.media_type) else None
        verdict = classify(
            fetched,
            raw,
            expects_document=self._expects[fetched.url],
            missing_page=self._impossible.page_for(fetched.url),
            has_box=host_of(fetched.final_url) in self._boxed,
            look=look,
        )
        checked = Checked(fetched, verdict)
        if self._on_page is not None and raw is not None and look is not None:
            self._on_page(checked, raw, look)
        return checked


def _deserves_second_try(seen: Checked) -> bool:
    """Every failure, and a host that asked us to come back later; not what our own limits or a wall kept from us."""
    verdict = seen.verdict.verification
    if verdict is Verification.RATE_LIMITED or seen.fetched.failure in _NETWORK:
        return True
    return not (verdict.opens or verdict.is_our_limit)


def _after_second_try(first: Checked, second: Fetched, judge: _Judge) -> Checked:
    """The second answer counts; where there was no time for one, a single failure proves nothing."""
    if second.failure is not Failure.BUDGET:
        return judge(second)
    message = f"ตรวจได้ครั้งเดียวและไม่สำเร็จ ({first.verdict.message}) แต่หมดเวลาก่อนได้ตรวจซ้ำ โปรดเปิดลิงก์ด้วยตนเอง"
    return Checked(first.fetched, Verdict(Verification.NOT_CHECKED, message))


def _with_refused_hosts(checked: dict[str, Checked], fetcher: Fetcher) -> dict[str, Checked]:
    """A host that refuses us even its home page with a plain 403 refuses programs, not the one page asked for."""
    forbidden: dict[str, list[str]] = defaultdict(list)
    for url, seen in checked.items():
        if seen.verdict.verification is Verification.FORBIDDEN and seen.fetched.http_status == 403:
            forbidden[_home_of(seen.fetched.final_url)].append(url)
    opened = {_home_of(s.fetched.final_url) for s in checked.values() if s.verdict.verification.opens}
    doubtful = [home for home in forbidden if home not in opened]
    homes = fetcher.fetch([Ask(home, "probe") for home in doubtful]) if doubtful else {}
    refused = {home for home, answer in homes.items() if answer.http_status == 403}
    return {**checked, **_as_blocked(checked, (url for home in refused for url in forbidden[home]))}


def _as_blocked(checked: Mapping[str, Checked], urls: Iterable[str]) -> dict[str, Checked]:
    message = "เว็บไซต์ปฏิเสธโปรแกรมตรวจทั้งเว็บไซต์ (403 แม้หน้าแรก) โปรดเปิดลิงก์ด้วยตนเอง"
    return {url: Checked(checked[url].fetched, Verdict(Verification.BLOCKED, message)) for url in urls}


def _home_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _silent(_what: str, _done: int, _of: int) -> None:
    return None
