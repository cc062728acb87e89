"""The packaged demo site: it answers, it keeps to its own folder, and its links lead where they should."""

from __future__ import annotations

import http.client
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from oit_checker.demo import serve

MISSING_ON_PURPOSE = {"/files/o12-procurement-report-2568.pdf"}


def ask(url: str, path: str, method: str = "GET") -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    return answer.status, answer.headers["Content-Type"], answer.read()


@pytest.mark.parametrize(
    ("path", "status", "media_type"),
    [
        pytest.param("/", 200, "text/html; charset=utf-8", id="home"),
        pytest.param("/ita/", 200, "text/html; charset=utf-8", id="short address of the hub"),
        pytest.param("/files/o18-statistics.pdf", 200, "application/pdf", id="scan"),
        pytest.param("/nothing.html", 404, "text/html; charset=utf-8", id="no such page"),
        pytest.param("/files", 404, "text/html; charset=utf-8", id="a folder"),
        pytest.param("/_layout.html", 404, "text/html; charset=utf-8", id="the layout itself"),
        pytest.param("/../__init__.py", 404, "text/html; charset=utf-8", id="above the site"),
        pytest.param("/ita/%2e%2e/%2e%2e/__init__.py", 404, "text/html; charset=utf-8", id="above, encoded"),
        pytest.param("//etc/passwd", 404, "text/html; charset=utf-8", id="an absolute path"),
        pytest.param("/files%5c..%5c..%5c__init__.py", 404, "text/html; charset=utf-8", id="backslashes"),
    ],
)
def test_answers(path: str, status: int, media_type: str) -> None:
    with serve() as url:
        assert ask(url, path)[:2] == (status, media_type)


def test_head_has_the_length_and_no_body() -> None:
    with serve() as url:
        assert ask(url, "/", "HEAD")[2] == b""


def test_pages_carry_their_heading_as_title() -> None:
    with serve() as url:
        title = html.fromstring(ask(url, "/executives.html")[2].decode()).findtext(".//title")
    assert title == "ข้อมูลผู้บริหาร | เทศบาลตำบลตัวอย่าง"


def test_every_link_opens_but_the_one_that_is_missing_on_purpose() -> None:
    with serve() as url:
        seen, waiting, dead = {"/"}, ["/"], set()
        while waiting:
            path = waiting.pop()
            status, media_type, body = ask(url, path)
            if status != 200:
                dead.add(path)
            if media_type.startswith("text/html") and status == 200:
                found = html.fromstring(body.decode()).xpath("//a/@href | //img/@src | //link/@href")
                own = {urlsplit(urljoin(url + path[1:], link)) for link in found}
                fresh = {part.path for part in own if part.netloc == urlsplit(url).netloc} - seen
                seen |= fresh
                waiting += sorted(fresh)
    assert dead == MISSING_ON_PURPOSE
    assert len(seen) > 40


def test_the_demo_stays_small() -> None:
    site = files("oit_checker.demo").joinpath("site")
    folders = [site, site.joinpath("files"), site.joinpath("ita")]
    size = sum(len(place.read_bytes()) for folder in folders for place in folder.iterdir() if place.is_file())
    assert size < 300_000
