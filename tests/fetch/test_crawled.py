"""What the crawl of this audit has opened is not asked for again, where its answer is as good as a fresh look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from oit_checker.fetch import Ask
from oit_checker.fetch.crawled import FRESH_FOR, CrawledFetcher
from oit_checker.model.page import AS_CRAWLED, Failure, Fetched
from oit_checker.snapshot import PageRecord

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLAN = "http://x.go.th/plan"
BODY = "แผนปฏิบัติราชการ 2569".encode()


class Crawl:
    """Pages by the address asked for or arrived at."""

    def __init__(self, *pages: Fetched, body: bytes = BODY) -> None:
        self._pages = {name: page for page in pages for name in (page.url, page.final_url)}
        self._body = body

    def page(self, url: str) -> PageRecord | None:
        return PageRecord(self._pages[url], 1, None) if url in self._pages else None

    def body(self, sha256: str) -> bytes:
        return self._body


class Web:
    """Answers everything with 200 and remembers what it was asked."""

    def __init__(self, **told: Any) -> None:
        self.asked: list[str] = []
        self._told = told

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        self.asked += [ask.url for ask in asks]
        return {ask.url: replace(Fetched(ask.url, ask.url, 200, "text/html", NOW), **self._told) for ask in asks}


def crawled(url: str = PLAN, **told: Any) -> Fetched:
    page = Fetched(url, url, 200, "text/html", NOW, body_sha256="ab", body_bytes=len(BODY), charset="utf-8")
    return replace(page, **told)


def fetcher(crawl: Crawl, web: Web, said: list[Fetched] | None = None) -> CrawledFetcher:
    return CrawledFetcher(crawl, web, now=lambda: NOW, on_answer=said.append if said is not None else None)


def test_a_page_that_the_crawl_has_opened_is_not_asked_for_again() -> None:
    web, said = Web(), list[Fetched]()
    got = fetcher(Crawl(crawled()), web, said).fetch([Ask(PLAN)])[PLAN]
    assert (web.asked, said) == ([], [got])
    assert (got.http_status, got.body_sha256, got.content_type, got.note) == (
        200,
        "ab",
        "text/html; charset=utf-8",
        AS_CRAWLED,
    )


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(crawled(http_status=404, body_sha256=None), id="it did not open"),
        pytest.param(crawled(truncated=True), id="it was cut"),
        pytest.param(crawled(failure=Failure.TIMEOUT), id="it broke off"),
        pytest.param(crawled(body_sha256=None, media_type="application/pdf"), id="a document"),
        pytest.param(crawled(final_url="http://x.go.th/login"), id="it led elsewhere"),
        pytest.param(crawled(fetched_at=NOW - FRESH_FOR - timedelta(seconds=1)), id="too long ago"),
    ],
)
def test_what_is_no_whole_fresh_page_is_asked_for(page: Fetched) -> None:
    web = Web()
    got = fetcher(Crawl(page), web).fetch([Ask(PLAN)])[PLAN]
    assert (web.asked, got.note) == ([PLAN], None)


def test_a_small_page_that_may_send_its_reader_on_is_asked_for() -> None:
    web = Web()
    fetcher(Crawl(crawled(), body=b'<meta http-equiv="Refresh" content="0;url=/new">'), web).fetch([Ask(PLAN)])
    assert web.asked == [PLAN]


def test_a_second_look_and_an_impossible_address_go_out() -> None:
    web = Web()
    asking = fetcher(Crawl(crawled()), web)
    asking.fetch([Ask(PLAN)])
    asking.fetch([Ask(PLAN)])
    fetcher(Crawl(crawled()), web).fetch([Ask(PLAN, "probe")])
    assert web.asked == [PLAN, PLAN]


def test_the_end_of_a_redirect_is_known_by_its_own_address() -> None:
    web, new = Web(), "http://x.go.th/new"
    moved = crawled(final_url=new, redirects=(new,))
    got = fetcher(Crawl(moved), web).fetch([Ask(new)])[new]
    assert (web.asked, got.url, got.redirects) == ([], new, ())


SECURE = [f"https://x.go.th/{name}" for name in "abc"]


def test_of_a_host_that_speaks_tls_one_page_shows_its_certificate() -> None:
    web = Web()
    asking = fetcher(Crawl(*map(crawled, SECURE)), web)
    got = asking.fetch([Ask(url) for url in SECURE])
    assert web.asked == SECURE[:1]
    assert [got[url].note for url in SECURE] == [None, AS_CRAWLED, AS_CRAWLED]


@pytest.mark.parametrize(
    "told",
    [{"http_status": None, "failure": Failure.TLS}, {"note": "a chain that browsers mend"}, {"http_status": 503}],
)
def test_where_the_certificate_is_not_sound_every_page_is_asked_for(told: dict[str, Any]) -> None:
    web = Web(**told)
    asking = fetcher(Crawl(*map(crawled, SECURE)), web)
    got = asking.fetch([Ask(url) for url in SECURE])
    assert sorted(web.asked) == SECURE
    assert all(got[url].note != AS_CRAWLED for url in SECURE)


def test_answers_come_in_the_order_of_the_asks() -> None:
    other = "http://x.go.th/file.pdf"
    got = fetcher(Crawl(crawled()), Web()).fetch([Ask(other), Ask(PLAN)])
    assert list(got) == [other, PLAN]
