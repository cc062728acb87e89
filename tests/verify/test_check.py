"""The order of asking: once, then the impossible beside it, then the failures again; replay says the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from oit_checker.fetch import Ask
from oit_checker.fetch.archive import ArchiveFetcher
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.verify.check import check_links

V = Verification
NOW = datetime(2026, 3, 2, tzinfo=UTC)
SITE = "https://www.example.go.th"
PLAN = "<title>แผน</title><h1>แผนปฏิบัติราชการ 2569</h1><p>" + "โครงการ " * 50
HOME = "<title>หน้าแรก</title><h1>ยินดีต้อนรับ</h1><p>" + "ข่าวประชาสัมพันธ์ " * 50

Answer = tuple[int | Failure, str]


class Web:
    """Answers from a table: address → one answer for each ask, the last one ever after."""

    def __init__(self, answers: dict[str, Sequence[Answer]], otherwise: Answer = (404, "")) -> None:
        self.answers, self.otherwise = answers, otherwise
        self.rounds: list[list[Ask]] = []
        self.given: list[Fetched] = []
        self.bodies: dict[str, bytes] = {}
        self.asked: dict[str, int] = {}

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        self.rounds.append(list(asks))
        return {ask.url: self._answer(ask.url) for ask in asks}

    def _answer(self, url: str) -> Fetched:
        rows = self.answers.get(url, [self.otherwise])
        what, text = rows[min(self.asked.get(url, 0), len(rows) - 1)]
        self.asked[url] = self.asked.get(url, 0) + 1
        fetched = Fetched(url, url, None, None, NOW)
        if isinstance(what, Failure):
            fetched = replace(fetched, failure=what)
        else:
            body = text.encode()
            sha = hashlib.sha256(body).hexdigest()
            self.bodies[sha] = body
            fetched = replace(
                fetched,
                http_status=what,
                media_type="text/html",
                body_sha256=sha if body else None,
                body_bytes=len(body),
            )
        self.given.append(fetched)
        return fetched


def outcome(web: Web, *paths: str) -> list[Verification]:
    checked = check_links(
        {SITE + path: path.endswith("pdf") for path in paths}, fetcher=web, body=web.bodies.__getitem__
    )
    return [checked[SITE + path].verdict.verification for path in paths]


def test_a_failure_counts_only_after_a_second_try_made_after_all_others() -> None:
    web = Web({f"{SITE}/a": [(500, "x")], f"{SITE}/b": [(200, PLAN)], f"{SITE}/c": [(503, "x"), (200, PLAN)]})
    assert outcome(web, "/a", "/b", "/c") == [V.SERVER_ERROR, V.OK, V.OK]
    assert [ask.url for ask in web.rounds[0]] == [f"{SITE}/a", f"{SITE}/b", f"{SITE}/c"]
    assert [ask.url for ask in web.rounds[-1]] == [f"{SITE}/a", f"{SITE}/c"]


@pytest.mark.parametrize(
    ("answers", "expected", "attempts"),
    [
        pytest.param([(200, PLAN)], V.OK, 1, id="opens at once"),
        pytest.param([(404, ""), (404, "")], V.NOT_FOUND, 2, id="missing twice"),
        pytest.param([(Failure.TIMEOUT, ""), (200, PLAN)], V.OK, 2, id="slow, then well"),
        pytest.param([(Failure.DNS, ""), (Failure.DNS, "")], V.DNS_ERROR, 2, id="no such name, twice"),
        pytest.param([(429, ""), (200, PLAN)], V.OK, 2, id="asked to come back later"),
        pytest.param([(404, ""), (Failure.BUDGET, "")], V.NOT_CHECKED, 1, id="no time for a second try"),
        pytest.param([(Failure.ROBOTS, ""), (200, PLAN)], V.NOT_CHECKED, 1, id="robots.txt is not asked twice"),
        pytest.param([(Failure.BUDGET, ""), (200, PLAN)], V.NOT_CHECKED, 1, id="our time was over"),
    ],
)
def test_second_try(answers: Sequence[Answer], expected: Verification, attempts: int) -> None:
    web = Web({f"{SITE}/a": answers})
    checked = check_links({f"{SITE}/a": False}, fetcher=web, body=web.bodies.__getitem__)[f"{SITE}/a"]
    assert checked.verdict.verification is expected
    assert checked.fetched.attempts == attempts


def test_the_impossible_is_asked_once_for_each_kind_of_address() -> None:
    paths = ["/ita/a", "/ita/b", "/news.php?id=1", "/news.php?id=2", "/files/x.pdf"]
    web = Web({SITE + path: [(200, PLAN)] for path in paths})
    outcome(web, *paths)
    probes = [ask.url for ask in web.rounds[1]]
    assert all(ask.kind == "probe" for ask in web.rounds[1])
    assert sorted(probes) == [
        f"{SITE}/files/oit-checker-no-such-page-4f1c9b.pdf",
        f"{SITE}/ita/oit-checker-no-such-page-4f1c9b",
        f"{SITE}/news.php?id=999999999",
        f"{SITE}/oit-checker-no-such-page-4f1c9b.php",
    ]


def test_hosts_where_nothing_opens_are_not_probed() -> None:
    web = Web({})
    outcome(web, "/a")
    assert all(ask.kind == "evidence" for asks in web.rounds for ask in asks)


def test_a_host_that_answers_everything_with_its_home_page() -> None:
    web = Web({f"{SITE}/ita/plan": [(200, PLAN)]}, otherwise=(200, HOME))
    assert outcome(web, "/", "/ita/plan", "/ita/lost") == [V.OK, V.OK, V.SOFT_404]


def test_a_page_that_differs_only_in_its_content_opens() -> None:
    web = Web({f"{SITE}/a": [(200, PLAN)], f"{SITE}/b": [(200, PLAN.replace("แผน", "ผล"))]}, otherwise=(200, HOME))
    assert outcome(web, "/a", "/b") == [V.OK, V.OK]


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param((200, HOME), V.FORBIDDEN, id="the home page opens: this page is closed"),
        pytest.param((403, "no"), V.BLOCKED, id="even the home page is refused: programs are"),
    ],
)
def test_a_plain_403(home: Answer, expected: Verification) -> None:
    web = Web({f"{SITE}/": [home], f"{SITE}/a": [(403, "no")]})
    assert outcome(web, "/a") == [expected]


def test_replayed_from_the_record_it_says_the_same() -> None:
    urls = {f"{SITE}{path}": False for path in ("/", "/ita/plan", "/ita/lost", "/c", "/d")}
    web = Web(
        {f"{SITE}/ita/plan": [(200, PLAN)], f"{SITE}/c": [(500, ""), (200, PLAN)], f"{SITE}/d": [(403, "no")]},
        (200, HOME),
    )
    body: Callable[[str], bytes] = web.bodies.__getitem__
    first = check_links(urls, fetcher=web, body=body)
    again = check_links(urls, fetcher=ArchiveFetcher(web.given, strict=True), body=body)
    assert again == first


def test_nothing_to_check() -> None:
    web = Web({})
    assert check_links({}, fetcher=web, body=web.bodies.__getitem__) == {}


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    web = Web({f"{SITE}/a": [(200, PLAN)]})
    check_links(
        {f"{SITE}/a": False, f"{SITE}/b": False},
        fetcher=web,
        body=web.bodies.__getitem__,
        progress=lambda what, done, of: told.append((what, done, of)),
    )
    assert told == [("first", 0, 2), ("second", 1, 2), ("done", 2, 2)]
