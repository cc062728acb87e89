"""Pages that are made to cost: a million links or tags, addresses of any form, and a site that never ends."""

from __future__ import annotations

import random
from typing import Any

import pytest
from evil import Asked, Evil, answer, moved, page

from oit_checker.documents import weblinks
from oit_checker.documents.html import read_html
from oit_checker.documents.tree import parse_html
from oit_checker.model.page import Failure
from oit_checker.verify.look import look_at
from spiders.seen import Seen

CROWD = 6_000
COSTLY = {
    "open div": "<div>" * 100_000,
    "open bold": "<b>" * 200_000,
    "links in one line": "<table><tr>" + "".join(f"<td><a href=/p{n}>O{n % 25} ก</a></td>" for n in range(CROWD)),
    "nested tables": "<table><tr><td>" * 300 + "".join(f"<a href=/p{n}>O{n % 25} ก</a> " for n in range(CROWD)),
    "headings": "".join(f"<h2>2569 x{n}</h2><a href=/p{n}>O{n % 25} ก</a>" for n in range(CROWD)),
    "spans": "<table>" + "<tr><td rowspan=1000 colspan=1000>ก</td></tr>" * 5_000 + "</table>",
    "tabs": "".join(f'<a href="#x{n}" data-toggle=tab>2569</a><div id=x{n} class=tab>' for n in range(5_000)),
}


@pytest.mark.parametrize("body", COSTLY.values(), ids=COSTLY.keys())
def test_a_page_of_any_shape_is_read(body: str) -> None:
    """Each took minutes, or gigabytes, once; what is asserted is that all readers end, and within their bounds."""
    raw = f"<h1>แผน</h1>{body}".encode()
    assert read_html(raw, url="http://x.go.th/").title == "แผน"
    assert look_at(raw).headings
    assert len(weblinks.quick_links(parse_html(raw), "http://x.go.th/", Seen())) <= weblinks.MOST_LINKS


def test_a_crowded_page_makes_the_crawl_partial_and_says_so(evil: Evil, crawled: Any) -> None:
    evil.links("/", "/list")
    rows = "".join(f"<a href=http://127.0.0.9/{n}>{n}</a>" for n in range(weblinks.MOST_LINKS + 50))
    evil.pages["/list"] = page(rows)
    manifest = crawled(evil.url).manifest
    assert manifest.outcome == "partial"
    assert "20,000 ลิงก์แรก" in (manifest.reason or "")


def test_a_site_with_too_many_links_is_partial(evil: Evil, crawled: Any) -> None:
    evil.otherwise = lambda asked: page("".join(f"<a href={asked.path}x{n}>{n}</a>" for n in range(50)))
    manifest = crawled(evil.url, max_links=400).manifest
    assert manifest.outcome == "partial"
    assert "400 ลิงก์" in (manifest.reason or "")


def test_a_site_without_end_stays_within_its_room_on_the_disk(evil: Evil, crawled: Any) -> None:
    """Every page is new, says something new, and cannot be packed."""

    def anything(asked: Asked) -> bytes | None:
        if asked.path in {"/robots.txt", "/sitemap.xml"}:
            return None
        seed = random.Random(asked.path)
        words = " ".join(f"{seed.getrandbits(64):x}" for _ in range(3000))
        return page(words + "".join(f'<a href="/{seed.getrandbits(40):x}">{words[n : n + 9]}</a>' for n in range(9)))

    evil.otherwise = anything
    snapshot = crawled(evil.url, max_snapshot_mb=2)
    assert snapshot.manifest.outcome == "partial"
    assert "2 MB" in (snapshot.manifest.reason or "")
    assert 0 < snapshot.size <= 2 * 1024 * 1024


def test_links_of_any_length_and_form_are_left_alone(evil: Evil, crawled: Any) -> None:
    odd = [
        *(f"/{'a' * 100_000}{n}" for n in range(3)),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "gopher://x/",
            "http://[::1",
            "http://",
            "//",
        ),
        *(
            "http://x y/",
            "http://\x01/",
            "http://127.0.0.1:99999/",
            "http://a..b/",
            "mailto:a@b",
            "http://%00/",
            "?" * 99,
        ),
        *("http://2130706433:1/", "http://0x7f.1:1/", "http://0177.0.0.1:1/", "http://[::ffff:127.0.0.1]:1/"),
    ]
    evil.links("/", *odd, "/good")
    evil.pages["/good"] = page("ดี")
    snapshot = crawled(evil.url)
    assert {target for target in evil.pages_asked() if not target.startswith("/?")} == {"/", "/good"}
    assert snapshot.manifest.skipped["too_long"] == 3


@pytest.mark.parametrize("hosts", ["127.0.0.1", "127.0.0.{n}"], ids=["one host", "many hosts"])
def test_redirects_without_end_are_left(evil: Evil, crawled: Any, hosts: str) -> None:
    def onward(asked: Asked) -> bytes | None:
        number = int(asked.path.rpartition("/")[2] or 0) if asked.path.startswith("/r/") else None
        if number is None:
            return None
        return moved(f"http://{hosts.format(n=2 + number % 200)}:{evil.port}/r/{number + 1}")

    evil.links("/", "/r/1", "/long", "/cookie", "/good")
    evil.otherwise = onward
    evil.pages["/long"] = moved("/" + "a" * 12_000)
    evil.pages["/cookie"] = lambda asked, _: moved("/cookie", f"Set-Cookie: a={len(evil.asked)}; path=/")
    evil.pages["/good"] = page("ดี")
    snapshot = crawled(evil.url, hosts=tuple(f"127.0.0.{n}:{evil.port}" for n in range(2, 9)))
    assert len(evil.pages_asked()) < 30
    by_url = {record.fetched.url: record.fetched for record in snapshot.pages()}
    assert by_url[f"{evil.url}/cookie"].failure is Failure.REDIRECT_LOOP
    assert not any(target.startswith("/aaa") for target in evil.asked)


@pytest.mark.parametrize(
    "where", ["http://169.254.169.254/", "http://10.0.0.1/", "http://[::ffff:a9fe:a9fe]/", "file:///x"]
)
def test_a_redirect_out_of_the_sites_network_is_not_followed(evil: Evil, crawled: Any, where: str) -> None:
    evil.links("/", "/away", "/good")
    evil.pages["/away"] = moved(where)
    evil.pages["/good"] = page("ดี")
    snapshot = crawled(evil.url)
    away = next(record.fetched for record in snapshot.pages() if record.fetched.url.endswith("/away"))
    assert away.failure in {Failure.FORBIDDEN_ADDRESS, Failure.INVALID_URL}


def test_wrong_charsets_do_not_matter(evil: Evil, crawled: Any) -> None:
    evil.pages["/"] = answer(b"\xff\xfe\x00<a href=/x>\xe0\xb8</a>", kind="text/html; charset=\x00utf-99")
    evil.pages["/x"] = page("x")
    assert crawled(evil.url).manifest.outcome in {"completed", "partial", "failed"}
