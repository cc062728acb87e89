"""A name that leads to a public address when it is checked, and to this machine when it is asked again.

127.0.0.1 plays the public internet and 127.0.0.9 this machine: a server listens on both, on the same port, so that
a connection to the wrong one would be seen.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from oit_checker.config import Politeness
from oit_checker.fetch import Ask, addresses
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.page import Failure, Fetched
from oit_checker.networks import Network

INSIDE = "127.0.0.9"
EVIL = "evil.example.com"
HOME = "www.example.go.th"


@pytest.fixture
def inside(site: Any) -> Iterator[list[int]]:
    """Connections to the machine inside, at the same port as the site."""
    connections: list[int] = []
    with socket.create_server((INSIDE, site.port)) as listening:

        def take() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                connections.append(1)
                connection.close()

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        yield connections
        listening.shutdown(socket.SHUT_RDWR)
        thread.join()


@pytest.fixture
def public_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    truly = addresses.network_of
    monkeypatch.setattr(addresses, "network_of", lambda ip: Network.PUBLIC if ip == "127.0.0.1" else truly(ip))


class Rebinding:
    """Answers for EVIL with each of `answers` in turn, the last one ever after."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def __call__(self, host: str) -> list[str]:
        await asyncio.sleep(0)
        if host != EVIL:
            return ["127.0.0.1"]
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


def look(bodies: Any, url: str, resolve: Rebinding, times: int = 1) -> list[Fetched]:
    with HttpFetcher(bodies, Politeness(rate=0, at_once=2, timeout_s=2), site_hosts=[HOME], resolve=resolve) as web:
        return [web.fetch([Ask(url)])[url] for _ in range(times)]


@pytest.mark.usefixtures("public_internet")
def test_a_name_is_looked_up_once_for_robots_txt_pages_and_later_passes(
    site: Any, inside: list[int], bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    resolve = Rebinding(["127.0.0.1"], [INSIDE])
    site.pages["/a"] = raw_answer(b"x")
    got = look(bodies, site.url("/a", host=EVIL), resolve, times=3)
    assert [answer.http_status for answer in got] == [200, 200, 200]
    assert {mark.address for answer in got for mark in answer.sent} == {"127.0.0.1"}
    assert resolve.asked == 1
    assert inside == []


@pytest.mark.usefixtures("public_internet")
def test_a_redirect_to_a_name_that_changed_meanwhile_goes_to_the_checked_address(
    site: Any, inside: list[int], bodies: Any, raw_answer: Callable[..., bytes]
) -> None:
    """First asked by the page itself, then by a redirect from another host."""
    resolve = Rebinding(["127.0.0.1"], [INSIDE])
    site.pages["/a"] = raw_answer(status="302 Found", headers=(f"Location: {site.url('/b', host=HOME)}",))
    site.pages["/b"] = raw_answer(status="302 Found", headers=(f"Location: {site.url('/secret', host=EVIL)}",))
    site.pages["/secret"] = raw_answer(b"x")
    [got] = look(bodies, site.url("/a", host=EVIL), resolve)
    assert got.http_status == 200
    assert {mark.address for mark in got.sent} == {"127.0.0.1"}
    assert inside == []


@pytest.mark.usefixtures("public_internet")
@pytest.mark.parametrize("path", ["/a", "/robots.txt"], ids=["page", "robots.txt"])
def test_a_redirect_to_a_name_that_leads_inside_is_refused(
    site: Any, inside: list[int], bodies: Any, raw_answer: Callable[..., bytes], path: str
) -> None:
    site.pages["/a"] = raw_answer(b"x")
    site.pages[path] = raw_answer(status="302 Found", headers=(f"Location: {site.url('/secret', host=EVIL)}",))
    [got] = look(bodies, site.url("/a", host=HOME), Rebinding([INSIDE]))
    assert got.failure is (Failure.FORBIDDEN_ADDRESS if path == "/a" else Failure.NONE)
    assert "/secret" not in site.asked
    assert inside == []


@pytest.mark.usefixtures("public_internet")
def test_of_a_public_and_an_inner_address_only_the_public_one_is_tried(
    site: Any, inside: list[int], bodies: Any
) -> None:
    """Also where the public one does not answer: then the other is no second chance."""
    site.pages |= {"/robots.txt": lambda *_: None, "/a": lambda *_: None}
    [got] = look(bodies, site.url("/a", host=EVIL), Rebinding([INSIDE, "127.0.0.1"]))
    assert got.failure is Failure.CONNECT
    assert {mark.address for mark in got.sent} == {"127.0.0.1"}
    assert inside == []


@pytest.mark.usefixtures("public_internet")
@pytest.mark.parametrize(
    "host",
    [
        pytest.param("127.9", id="short"),
        pytest.param("2130706441", id="decimal"),
        pytest.param("0x7f000009", id="hex"),
        pytest.param("0x7f.0.0.9", id="hex and decimal"),
        pytest.param("0177.0.0.011", id="octal"),
        pytest.param("017700000011", id="octal, in one"),
        pytest.param("[::ffff:127.0.0.9]", id="v4 in v6"),
        pytest.param("[::ffff:7f00:9]", id="v4 in v6, hex"),
        pytest.param("[64:ff9b::7f00:9]", id="nat64"),
        pytest.param("[2002:7f00:9::1]", id="6to4"),
        pytest.param("[::1]", id="v6 loopback"),
        pytest.param("[::]", id="v6 unspecified"),
        pytest.param("[fd00::9]", id="v6 private"),
        pytest.param("[fe80::9]", id="v6 link-local"),
        pytest.param("[fd00:ec2::254]", id="v6 cloud metadata"),
        pytest.param("10.0.0.9", id="private"),
        pytest.param("0xa9fea9fe", id="cloud metadata, hex"),
        pytest.param("0", id="zero"),
        pytest.param("127。0。0。9", id="ideographic dots"),
        pytest.param("①27.0.0.9", id="circled digit"),
    ],
)
@pytest.mark.parametrize("way", ["link", "redirect", "robots.txt"])
def test_every_spelling_of_an_inner_address_is_known(
    site: Any, inside: list[int], bodies: Any, raw_answer: Callable[..., bytes], host: str, way: str
) -> None:
    async def resolve(name: str) -> list[str]:
        return ["127.0.0.1"] if name == HOME else await addresses.ask_system(name)

    inner = site.url("/secret", host=host)
    moved = raw_answer(status="302 Found", headers=(f"Location: {inner}",)) if host.isascii() else None
    site.pages["/a"] = raw_answer(b"x")
    if way != "link":
        site.pages["/a" if way == "redirect" else "/robots.txt"] = moved or _raw_location(inner)
    url = inner if way == "link" else site.url("/a", host=HOME)
    with HttpFetcher(bodies, Politeness(rate=0, timeout_s=2), site_hosts=[HOME], resolve=resolve) as web:
        got = web.fetch([Ask(url)])[url]
    if way == "robots.txt":
        assert got.http_status == 200
    else:
        assert got.failure in {Failure.FORBIDDEN_ADDRESS, Failure.INVALID_URL, Failure.DNS}
    assert "/secret" not in site.asked
    assert inside == []


def _raw_location(url: str) -> bytes:
    return b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: " + url.encode() + b"\r\n\r\n"
