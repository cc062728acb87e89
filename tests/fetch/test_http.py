"""The web as it is: redirects, cookies, caps, resets, robots.txt, politeness, private addresses."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import socket
import struct
import threading
import time
from typing import Any

import pytest

from oit_checker.config import PAGE_BYTES, CrawlLimits, Politeness, ReadLimits
from oit_checker.fetch import Ask, addresses
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.page import Failure, Fetched
from oit_checker.networks import Network

FAST = Politeness(rate=0, at_once=2, timeout_s=2)


def fetcher(bodies: Any, politeness: Politeness = FAST, **more: Any) -> HttpFetcher:
    more.setdefault("site_hosts", ["127.0.0.1"])
    return HttpFetcher(bodies, politeness, **more)


def fetch_one(bodies: Any, url: str, **more: Any) -> Fetched:
    with fetcher(bodies, **more) as web:
        return web.fetch([Ask(url)])[url]


def test_a_page_comes_back_with_its_body_and_headers(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/plan"] = raw_answer(
        "แผน 2569".encode(), headers=("Content-Disposition: attachment; filename=แผน.pdf",)
    )
    got = fetch_one(bodies, site.url("/plan"))
    assert (got.http_status, got.media_type, got.failure) == (200, "text/html", Failure.NONE)
    assert got.body_sha256 is not None
    assert bodies[got.body_sha256] == "แผน 2569".encode()
    assert got.body_bytes == got.declared_bytes == len("แผน 2569".encode())
    assert "content-disposition" in got.headers
    assert got.fetched_at.tzinfo is not None


def test_each_address_is_asked_once_however_often_it_is_named(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/a"] = raw_answer(b"a")
    with fetcher(bodies) as web:
        got = web.fetch([Ask(site.url("/a"))] * 5)
    assert list(got) == [site.url("/a")]
    assert site.asked.count("/a") == 1


def test_redirects_are_followed_hop_by_hop(site: Any, other_site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/1"] = raw_answer(status="302 Found", headers=("Location: /2?x=1",))
    site.pages["/2?x=1"] = raw_answer(status="301 Moved", headers=(f"Location: {other_site.url('/3')}",))
    other_site.pages["/3"] = raw_answer(b"<h1>here</h1>")
    got = fetch_one(bodies, site.url("/1"))
    assert got.redirects == (site.url("/2?x=1"), other_site.url("/3"))
    assert got.final_url == other_site.url("/3")
    assert got.http_status == 200


def test_a_raw_thai_location_is_followed_as_browsers_do(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/1"] = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /" + "แผน".encode() + b"\r\n\r\n"
    site.pages["/%E0%B9%81%E0%B8%9C%E0%B8%99"] = raw_answer(b"plan")
    got = fetch_one(bodies, site.url("/1"))
    assert got.http_status == 200
    assert got.final_url == site.url("/%E0%B9%81%E0%B8%9C%E0%B8%99")


@pytest.mark.parametrize(
    ("page", "reached"),
    [
        pytest.param(b'<meta http-equiv="refresh" content="0; url=/home.php">', "/home.php", id="at once"),
        pytest.param(b'<meta http-equiv="refresh" content="300; url=/home.php">', "/start", id="a page that reloads"),
        pytest.param(
            b'<noscript><meta http-equiv="refresh" content="0;url=/home.php"></noscript>', "/start", id="no script"
        ),
        pytest.param(b'<!-- <meta http-equiv="refresh" content="0;url=/home.php"> -->', "/start", id="in a comment"),
    ],
)
def test_meta_refresh(site: Any, bodies: Any, raw_answer: Any, page: bytes, reached: str) -> None:
    site.pages["/start"] = raw_answer(page)
    site.pages["/home.php"] = raw_answer(b"home")
    assert fetch_one(bodies, site.url("/start")).final_url == site.url(reached)


def test_a_redirect_to_itself_is_a_loop(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/a"] = raw_answer(status="302 Found", headers=("Location: /b",))
    site.pages["/b"] = raw_answer(status="302 Found", headers=("Location: /a",))
    got = fetch_one(bodies, site.url("/a"))
    assert got.failure is Failure.REDIRECT_LOOP
    assert site.asked.count("/a") == 1


def test_a_redirect_that_never_ends_is_a_loop(site: Any, bodies: Any, raw_answer: Any) -> None:
    for n in range(40):
        site.pages[f"/{n}"] = raw_answer(status="302 Found", headers=(f"Location: /{n + 1}",))
    assert fetch_one(bodies, site.url("/0")).failure is Failure.REDIRECT_LOOP


def test_a_redirect_that_only_wants_a_cookie_is_no_loop(site: Any, bodies: Any, raw_answer: Any) -> None:
    def page(request: Any, _: Any) -> bytes:
        if "seen=1" in request.headers.get("cookie", ""):
            return raw_answer(b"<h1>welcome</h1>")
        return raw_answer(status="302 Found", headers=("Location: /a", "Set-Cookie: seen=1; path=/"))

    site.pages["/a"] = page
    got = fetch_one(bodies, site.url("/a"))
    assert (got.http_status, got.failure) == (200, Failure.NONE)


def test_cookies_are_not_shared_between_addresses_but_kept_for_the_second_try(
    site: Any, bodies: Any, raw_answer: Any
) -> None:
    sent: list[tuple[str, str]] = []

    def page(request: Any, _: Any) -> bytes:
        sent.append((request.path, request.headers.get("cookie", "")))
        return raw_answer(b"x", headers=("Set-Cookie: visit=1; path=/",))

    site.pages |= {"/a": page, "/b": page}
    with fetcher(bodies) as web:
        web.fetch([Ask(site.url("/a")), Ask(site.url("/b"))])
        web.fetch([Ask(site.url("/a"))])
    assert sorted(sent) == [("/a", ""), ("/a", "visit=1"), ("/b", "")]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[fe80::1]/",
        "http://192.168.1.1:8080/admin",
    ],
)
def test_a_redirect_out_of_the_sites_own_network_is_never_followed(
    site: Any, bodies: Any, raw_answer: Any, target: str
) -> None:
    site.pages["/a"] = raw_answer(status="302 Found", headers=(f"Location: {target}",))
    got = fetch_one(bodies, site.url("/a"))
    assert got.failure is Failure.FORBIDDEN_ADDRESS


@pytest.mark.parametrize(
    "disguise",
    ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "localhost", "inner.example.go.th"],
)
def test_a_public_site_cannot_send_us_to_this_machine(site: Any, bodies: Any, raw_answer: Any, disguise: str) -> None:
    """The audited site is at a public address; everything else leads to the loopback server of this test."""
    target = f"http://{disguise}:{site.port}/secret"
    site.pages["/secret"] = raw_answer(b"secret")

    async def resolve(host: str) -> list[str]:
        await asyncio.sleep(0)
        return {"www.example.go.th": ["203.0.114.7"]}.get(host) or ["127.0.0.1"]

    got = fetch_one(bodies, target, site_hosts=["www.example.go.th"], resolve=resolve)
    assert got.failure is Failure.FORBIDDEN_ADDRESS
    assert site.asked == []


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/secret", "http://[::1]:{port}/secret", "file:///etc/passwd"]
)
def test_a_redirect_from_a_public_site_to_this_machine_is_refused(
    site: Any, bodies: Any, raw_answer: Any, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    """127.0.0.1 plays the public internet, the rest of loopback is what it is."""
    truly = addresses.network_of
    monkeypatch.setattr(addresses, "network_of", lambda ip: Network.PUBLIC if ip == "127.0.0.1" else truly(ip))
    refused = target.format(port=site.port)
    site.pages["/a"] = raw_answer(status="302 Found", headers=(f"Location: {refused}",))
    got = fetch_one(bodies, site.url("/a"))
    assert got.failure is Failure.FORBIDDEN_ADDRESS
    assert got.http_status == 302
    assert "/secret" not in site.asked


def test_the_checked_address_is_the_one_connected_to(site: Any, bodies: Any, raw_answer: Any) -> None:
    """A name that answers publicly once and privately the next time gains nothing: it is asked for once."""
    hosts: list[str] = []
    site.pages["/a"] = lambda request, _: (hosts.append(request.headers["host"]), raw_answer(b"x"))[1]
    calls: list[str] = []

    async def resolve(host: str) -> list[str]:
        await asyncio.sleep(0)
        calls.append(host)
        return ["127.0.0.1"] if calls.count(host) == 1 else ["10.0.0.1"]

    url = site.url("/a", host="www.example.go.th")
    with fetcher(bodies, site_hosts=["127.0.0.1"], resolve=resolve) as web:
        first, second = (web.fetch([Ask(url)])[url] for _ in range(2))
    assert first.http_status == second.http_status == 200
    assert calls.count("www.example.go.th") == 1
    assert set(hosts) == {f"www.example.go.th:{site.port}"}


def test_an_unknown_name_is_a_dns_failure_and_asked_again_later(bodies: Any) -> None:
    calls: list[str] = []

    async def resolve(host: str) -> list[str]:
        await asyncio.sleep(0)
        calls.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    url = "http://no-such-agency.go.th/"
    with fetcher(bodies, site_hosts=[], resolve=resolve) as web:
        first, second = (web.fetch([Ask(url)])[url] for _ in range(2))
    assert first.failure is second.failure is Failure.DNS
    assert len(calls) == 2
    assert (first.attempts, second.attempts) == (1, 2)


def test_another_address_of_the_host_is_tried_where_the_first_refuses(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/a"] = raw_answer(b"x")

    async def resolve(_: str) -> list[str]:
        await asyncio.sleep(0)
        return ["127.0.0.9", "127.0.0.1"]

    url = site.url("/a", host="www.example.go.th")
    assert fetch_one(bodies, url, resolve=resolve).http_status == 200


def test_a_refused_connection(bodies: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert fetch_one(bodies, f"http://127.0.0.1:{port}/").failure is Failure.CONNECT


@pytest.mark.parametrize("url", ["http://", "https://", "not an address", "", "http://a b.go.th/", "http://[::1/"])
def test_what_is_no_address_is_said_to_be_none(bodies: Any, url: str) -> None:
    assert fetch_one(bodies, url).failure is Failure.INVALID_URL


def test_a_reset_is_tried_once_more_at_once(site: Any, bodies: Any, raw_answer: Any) -> None:
    times: list[int] = []

    def page(_: Any, connection: socket.socket) -> bytes | None:
        times.append(1)
        if len(times) > 1:
            return raw_answer(b"well")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
        return None

    site.pages["/a"] = page
    assert fetch_one(bodies, site.url("/a")).http_status == 200
    assert len(times) == 2


@pytest.mark.parametrize("status", ["500 Error", "503 Busy", "429 Slow down"])
def test_a_fleeting_status_is_tried_once_more(site: Any, bodies: Any, raw_answer: Any, status: str) -> None:
    site.pages["/a"] = lambda *_: raw_answer(
        b"x", status=status if site.asked.count("/a") == 1 else "200 OK", headers=("Retry-After: 0",)
    )
    assert fetch_one(bodies, site.url("/a")).http_status == 200


def test_a_silent_host_times_out(site: Any, bodies: Any) -> None:
    site.pages["/a"] = lambda *_: site.over.wait(10) and None
    got = fetch_one(bodies, site.url("/a"), politeness=Politeness(rate=0, at_once=2, timeout_s=0.3))
    assert got.failure is Failure.TIMEOUT


def test_a_trickle_times_out(site: Any, bodies: Any) -> None:
    def page(_: Any, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n")
        while not site.over.wait(0.05):
            connection.sendall(b"x")

    site.pages["/a"] = page
    got = fetch_one(bodies, site.url("/a"), politeness=Politeness(rate=0, at_once=2, timeout_s=0.3))
    assert got.failure is Failure.TIMEOUT


def test_a_body_over_its_cap_is_read_as_far_as_the_cap_and_said_so(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/big.pdf"] = raw_answer(b"%PDF-1.4" + b"x" * 50_000, kind="application/pdf")
    got = fetch_one(bodies, site.url("/big.pdf"), read_limits=ReadLimits(max_file_bytes=10_000))
    assert (got.truncated, got.body_bytes, got.declared_bytes) == (True, 10_000, 50_008)
    assert "10000 bytes" in (got.note or "")


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
def test_packed_bodies_are_unpacked(site: Any, bodies: Any, raw_answer: Any, encoding: str) -> None:
    import zlib

    text = "แผนปฏิบัติราชการ".encode() * 500
    packed = zlib.compress(text) if encoding == "deflate" else gzip.compress(text)
    site.pages["/a"] = raw_answer(packed, headers=(f"Content-Encoding: {encoding}",))
    got = fetch_one(bodies, site.url("/a"))
    assert bodies[got.body_sha256] == text
    assert got.declared_bytes is None


def test_a_bomb_is_not_unpacked_past_the_cap(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/a"] = raw_answer(gzip.compress(b"0" * 60_000_000), headers=("Content-Encoding: gzip",))
    got = fetch_one(bodies, site.url("/a"))
    assert got.truncated
    assert got.body_bytes == PAGE_BYTES == CrawlLimits().max_page_bytes


def test_a_body_that_breaks_off_is_kept_and_said_so(site: Any, bodies: Any) -> None:
    site.pages["/a.pdf"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 999\r\n\r\n%PDF-1.4 half"
    )
    got = fetch_one(bodies, site.url("/a.pdf"))
    assert (got.http_status, got.body_bytes, got.declared_bytes) == (200, 13, 999)
    assert not got.truncated
    assert (got.note or "").startswith("cut short")


def test_robots_txt_is_asked_once_a_host_and_kept_to(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/robots.txt"] = raw_answer(b"User-agent: *\nDisallow: /private/\n", kind="text/plain")
    site.pages |= {path: raw_answer(b"x") for path in ("/a", "/b", "/private/c")}
    with fetcher(bodies) as web:
        got = web.fetch([Ask(site.url(path)) for path in ("/a", "/b", "/private/c")])
        web.fetch([Ask(site.url("/a"))])
    assert got[site.url("/private/c")].failure is Failure.ROBOTS
    assert got[site.url("/a")].http_status == 200
    assert "/private/c" not in site.asked
    assert site.asked.count("/robots.txt") == 1


NO_TO_ALL = b"User-agent: *\nDisallow: /"


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        pytest.param("200 OK", NO_TO_ALL, "robots.txt forbids it", id="forbids"),
        pytest.param(
            "200 OK", b"\xef\xbb\xbf" + NO_TO_ALL, "robots.txt forbids it", id="forbids, after a byte order mark"
        ),
        pytest.param("200 OK", b"<html>no rules</html>", None, id="a page instead of rules"),
        pytest.param("404 Not Found", NO_TO_ALL, None, id="there is none"),
        pytest.param("403 Forbidden", NO_TO_ALL, None, id="it is closed"),
        pytest.param("429 Too Many", NO_TO_ALL, "robots.txt unreachable: 429", id="asked too often"),
        pytest.param("500 Error", NO_TO_ALL, "robots.txt unreachable: 500", id="broken"),
        pytest.param("503 Busy", NO_TO_ALL, "robots.txt unreachable: 503", id="busy"),
    ],
)
def test_robots_txt_is_read_as_the_crawl_reads_it(
    site: Any, bodies: Any, raw_answer: Any, status: str, body: bytes, expected: str | None
) -> None:
    site.pages["/robots.txt"] = raw_answer(body, status=status, kind="text/plain", headers=("Retry-After: 0",))
    site.pages["/a"] = raw_answer(b"x")
    got = fetch_one(bodies, site.url("/a"))
    assert (got.failure, got.note) == ((Failure.ROBOTS, expected) if expected else (Failure.NONE, None))
    assert ("/a" in site.asked) is (expected is None)


def test_robots_txt_that_is_busy_once_is_asked_again(site: Any, bodies: Any, raw_answer: Any) -> None:
    busy = raw_answer(status="503 Busy", headers=("Retry-After: 0",))
    site.pages["/robots.txt"] = lambda *_: busy if site.asked.count("/robots.txt") == 1 else raw_answer(b"")
    site.pages["/a"] = raw_answer(b"x")
    assert fetch_one(bodies, site.url("/a")).http_status == 200


def test_a_host_that_breaks_off_at_robots_txt_is_told_by_its_page(site: Any, bodies: Any) -> None:
    site.pages |= {"/robots.txt": lambda *_: None, "/a": lambda *_: None}
    assert fetch_one(bodies, site.url("/a")).failure is Failure.CONNECT


@pytest.mark.parametrize("at_once", [1, 3])
def test_no_more_than_at_once_are_open_at_a_host(site: Any, bodies: Any, raw_answer: Any, at_once: int) -> None:
    def page(*_: Any) -> bytes:
        time.sleep(0.02)
        return raw_answer(b"x")

    asks = [Ask(site.url(f"/{n}")) for n in range(30)]
    site.pages |= {f"/{n}": page for n in range(30)}
    with fetcher(bodies, Politeness(rate=0, at_once=at_once, timeout_s=5)) as web:
        got = web.fetch(asks)
    assert all(answer.http_status == 200 for answer in got.values())
    assert site.most_busy <= at_once


def test_the_rate_is_kept(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages |= {f"/{n}": lambda *_: raw_answer(b"x") for n in range(6)}
    with fetcher(bodies, Politeness(rate=20, at_once=2, timeout_s=5)) as web:
        began = time.monotonic()
        web.fetch([Ask(site.url(f"/{n}")) for n in range(6)])
    # A lower bound: a slow machine only takes longer.
    assert time.monotonic() - began >= 5 / 20


def test_slow_answers_do_not_hold_up_the_others(site: Any, bodies: Any, raw_answer: Any) -> None:
    """Two addresses that wait until all others have been answered would fill both places of the host for good."""
    all_others = threading.Event()
    site.pages["/first"] = raw_answer(b"x")

    def other(*_: Any) -> bytes:
        if sum(path.startswith("/quick") for path in site.asked) == 8:
            all_others.set()
        return raw_answer(b"x")

    slow = lambda *_: raw_answer(b"x") if all_others.wait(9) else None  # noqa: E731
    site.pages |= {"/slow1": slow, "/slow2": slow, **{f"/quick{n}": other for n in range(8)}}
    paths = ["/first", "/slow1", "/slow2", *(f"/quick{n}" for n in range(8))]
    with fetcher(bodies, Politeness(rate=0, at_once=2, timeout_s=8)) as web:
        got = web.fetch([Ask(site.url(path)) for path in paths])
    assert [answer.http_status for answer in got.values()] == [200] * len(paths)


def test_when_time_is_over_the_rest_is_our_limit(site: Any, bodies: Any, raw_answer: Any) -> None:
    """The clock stands still while a page is fetched; the slow page answers only when the test is over."""
    now = [0.0]
    site.pages["/slow"] = lambda *_: site.over.wait() and None
    site.pages["/quick"] = raw_answer(b"x")
    with fetcher(bodies, deadline_s=600, clock=lambda: now[0]) as web:
        in_time = web.fetch([Ask(site.url("/quick"))])
        now[0] = 599.9
        cut = web.fetch([Ask(site.url("/slow"))])
        now[0] = 601
        late = web.fetch([Ask(site.url("/quick"))])
    assert in_time[site.url("/quick")].http_status == 200
    assert cut[site.url("/slow")].failure is Failure.BUDGET
    assert late[site.url("/quick")].failure is Failure.BUDGET


def test_it_works_inside_a_running_loop_and_tells_each_answer(site: Any, bodies: Any, raw_answer: Any) -> None:
    site.pages["/a"] = raw_answer(b"x")
    told: list[Fetched] = []

    async def inside() -> dict[str, Fetched]:
        await asyncio.sleep(0)
        with fetcher(bodies, on_answer=told.append) as web:
            return web.fetch([Ask(site.url("/a"), "probe")])

    assert asyncio.run(inside())[site.url("/a")].http_status == 200
    assert [answer.url for answer in told] == [site.url("/a")]


def test_nothing_to_ask(bodies: Any) -> None:
    assert fetcher(bodies).fetch([]) == {}


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"garbage\r\n\r\n", id="no http"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 300_000 + b"\r\n\r\n", id="endless header"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", id="negative length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nx", id="two lengths"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx", id="broken chunks"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nxyz", id="no gzip"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nxyz", id="no brotli"),
        pytest.param(b"HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n", id="broken location"),
        pytest.param(b"HTTP/1.1 302 Found\r\nLocation: //\r\nContent-Length: 0\r\n\r\n", id="location without host"),
        pytest.param(b"HTTP/1.1 302 Found\r\nLocation:\r\nContent-Length: 0\r\n\r\n", id="empty location"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nSet-Cookie: \xff=\xfe; expires=x\r\nContent-Length: 0\r\n\r\n", id="odd cookie"
        ),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Type: \xe0\xb9\x81\r\nContent-Length: 0\r\n\r\n", id="odd type"),
        pytest.param(b"HTTP/1.1 999 \r\nContent-Length: 0\r\n\r\n", id="odd status"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_no_answer_of_a_server_is_an_exception(site: Any, bodies: Any, raw: bytes) -> None:
    site.pages["/a"] = raw
    got = fetch_one(bodies, site.url("/a"))
    assert got.http_status is not None or got.failure is not Failure.NONE


def test_a_host_that_lets_connections_time_out_is_given_up_in_the_same_pass(bodies: Any) -> None:
    with socket.socket() as full, contextlib.ExitStack() as fillers:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for _ in range(4):
            filler = fillers.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        urls = [f"http://127.0.0.1:{full.getsockname()[1]}/{n}" for n in range(6)]
        with fetcher(bodies, Politeness(rate=0, at_once=1, timeout_s=0.2)) as web:
            got = web.fetch([Ask(url) for url in urls])
    assert {answer.failure for answer in got.values()} == {Failure.TIMEOUT}
    assert any("earlier tries" in (answer.note or "") for answer in got.values())
