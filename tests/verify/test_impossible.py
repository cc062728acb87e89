"""What a query proves that cannot exist: nothing where the page is the same without it. On loopback, and replayed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from oit_checker.config import Politeness
from oit_checker.fetch.archive import ArchiveFetcher
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Fetched
from oit_checker.verify.check import Checked, check_links

V = Verification
Answer = Callable[[str, dict[str, str]], str | int | None]
"""From path and query to a page, a status, or None for a redirect to the home page."""


def page(title: str, words: str) -> str:
    return f"<title>{title}</title><h1>{title}</h1><p>{words * 40}</p><a href='/'>หน้าแรก</a>"


HOME = page("เทศบาลตำบลตัวอย่าง", "ข่าวประชาสัมพันธ์ ")
STRUCTURE = page("โครงสร้างหน่วยงาน", "กองคลัง กองช่าง ")
NEWS = page("แผนปฏิบัติราชการ", "โครงการ ")
LIST = page("รายการข่าว", "กรุณาเลือกข่าว ")
SHELL = page("รายละเอียดข่าว", "วันที่ประกาศ ผู้ประกาศ ")


def deaf(path: str, _: dict[str, str]) -> str | int:
    """A site whose pages read no query."""
    return {"/structure.html": STRUCTURE, "/": HOME}.get(path, 404)


def script(path: str, query: dict[str, str]) -> str | int:
    """A script with one entry: a list without a query, an empty frame for what it does not know."""
    if path != "/news.php":
        return 404
    return NEWS if query.get("id") == "1" else SHELL if "id" in query else LIST


def home_script(path: str, query: dict[str, str]) -> str | int:
    """The home page's script with one entry: whatever else is asked, it shows the home page."""
    if path not in {"/", "/index.php"}:
        return 404
    return NEWS if query.get("mo") == "1" else HOME


def home_for_all(path: str, _: dict[str, str]) -> str | int:
    return STRUCTURE if path == "/structure.html" else HOME


def sends_home(path: str, query: dict[str, str]) -> str | int | None:
    """A script that sends its reader to the home page unless it knows the entry."""
    if path == "/news.php":
        return NEWS if query.get("id") == "1" else None
    return HOME if path == "/" else 404


def broken_without_query(path: str, query: dict[str, str]) -> str | int:
    return 404 if path != "/news.php" else SHELL if query else 500


@pytest.fixture
def serving(httpserver: HTTPServer) -> Callable[[Answer], HTTPServer]:
    def start(answer: Answer) -> HTTPServer:
        def give(request: Request) -> Response:
            said = answer(request.path, dict(request.args))
            if said is None:
                return Response(status=302, headers={"Location": "/"})
            if isinstance(said, int):
                return Response("no", said, content_type="text/html")
            return Response(said, content_type="text/html; charset=utf-8")

        httpserver.expect_request(re.compile(".*")).respond_with_handler(give)
        return httpserver

    return start


class Bodies(dict[str, bytes]):
    def keep_body(self, body: bytes) -> str:
        sha = hashlib.sha256(body).hexdigest()
        self[sha] = body
        return sha


def check_and_replay(urls: list[str]) -> dict[str, Checked]:
    """Check over the web; a replay of the record must say the same."""
    bodies, told = Bodies(), list[Fetched]()
    politeness = Politeness(rate=0, at_once=4, timeout_s=5)
    asked = dict.fromkeys(urls, False)
    web = HttpFetcher(bodies, politeness, site_hosts=["127.0.0.1"], on_answer=told.append)
    seen = check_links(asked, fetcher=web, body=bodies.__getitem__)
    again = check_links(asked, fetcher=ArchiveFetcher(told, strict=True), body=bodies.__getitem__)
    assert {url: one.verdict for url, one in again.items()} == {url: one.verdict for url, one in seen.items()}
    return seen


@pytest.mark.parametrize(
    ("answer", "paths", "expected"),
    [
        pytest.param(deaf, ["/structure.html?lang=th"], [V.OK], id="language"),
        pytest.param(deaf, ["/structure.html?v=2"], [V.OK], id="version"),
        pytest.param(deaf, ["/structure.html?menu=5"], [V.OK], id="menu"),
        pytest.param(deaf, ["/structure.html?menu=5", "/structure.html?menu=6"], [V.OK, V.OK], id="two menus"),
        pytest.param(deaf, ["/structure.html", "/structure.html?page=ita"], [V.OK, V.OK], id="beside the plain page"),
        pytest.param(deaf, ["/?menu=5"], [V.OK], id="home page that reads no query"),
        pytest.param(script, ["/news.php?id=1", "/news.php?id=7"], [V.OK, V.SOFT_404], id="unknown entry"),
        pytest.param(script, ["/news.php?id=7&lang=th"], [V.SOFT_404], id="unknown entry, with a language"),
        pytest.param(home_script, ["/index.php?mo=1", "/index.php?mo=9"], [V.OK, V.SOFT_404], id="home for an entry"),
        pytest.param(home_for_all, ["/lost.php?id=5"], [V.SOFT_404], id="home for a script that is gone"),
        pytest.param(home_for_all, ["/structure.html?menu=5", "/lost?a=b"], [V.OK, V.SOFT_404], id="one is there"),
        pytest.param(sends_home, ["/news.php?id=7"], [V.SOFT_404], id="sent home for an entry"),
        pytest.param(broken_without_query, ["/news.php?id=7"], [V.OK], id="doubt is no proof"),
    ],
)
def test_a_query_that_cannot_exist(
    serving: Callable[[Answer], HTTPServer], answer: Answer, paths: list[str], expected: list[Verification]
) -> None:
    site = serving(answer)
    urls = [site.url_for(path) for path in paths]
    seen = check_and_replay(urls)
    assert [seen[url].verdict.verification for url in urls] == expected, seen


def test_the_sentence_puts_no_words_into_the_mouth_of_the_page(serving: Callable[[Answer], HTTPServer]) -> None:
    url = serving(script).url_for("/news.php?id=7")
    message = check_and_replay([url])[url].verdict.message
    assert "ที่อยู่ซึ่งไม่มีจริง" in message
    assert "แจ้ง" not in message
    assert "ไม่พบ" not in message
