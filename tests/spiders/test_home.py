from __future__ import annotations

import asyncio

import pytest
from scrapy.exceptions import CannotResolveHostError
from twisted.internet.error import DNSLookupError

from oit_checker.config import CrawlLimits, Politeness
from oit_checker.model.page import Failure
from oit_checker.urls import host_of
from spiders.ending import Ending
from spiders.frontier import Frontier
from spiders.home import Home
from spiders.hosts import spellings
from spiders.job import Job
from spiders.redirects import Way, way
from spiders.troubles import failure_of, scripted_move
from spiders.wire.handler import DownloadHandler, ForbiddenAddressError


def home_of(site: str, hosts: tuple[str, ...]) -> tuple[Home, Frontier]:
    job = Job(site, "x", hosts, CrawlLimits(), Politeness(), (), ())
    frontier = Frontier(hosts, job.limits, lambda link, depth: 0)
    return Home(job, frontier, Ending()), frontier


@pytest.mark.parametrize(
    ("site", "failure", "door"),
    [
        ("https://x.go.th/", Failure.CONNECT, "http://x.go.th/"),
        ("https://x.go.th/", Failure.TLS, "http://x.go.th/"),
        ("https://x.go.th/", Failure.DNS, "https://www.x.go.th/"),
        ("https://www.x.go.th/ita", Failure.DNS, "https://x.go.th/ita"),
        ("http://x.go.th/", Failure.CONNECT, None),
        ("https://x.go.th/", Failure.REDIRECT_LOOP, None),
        ("http://127.0.0.1/", Failure.DNS, None),
    ],
)
def test_other_door(site: str, failure: Failure, door: str | None) -> None:
    home, _ = home_of(site, ("x.go.th", "www.x.go.th"))
    home.begin(site)
    assert home.other_door(site, failure) == door


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://x.go.th/new", Way.FOLLOW),
        ("https://other.go.th/", Way.RECORD),
        ("https://x.go.th/a.pdf", Way.RECORD),
        ("https://x.go.th/login", Way.RECORD),
        ("https://x.go.th/page", Way.LOOP),
        ("http://127.0.0.1/", Way.FORBIDDEN),
        ("http://169.254.169.254/latest/", Way.FORBIDDEN),
        ("http://2130706433/", Way.FORBIDDEN),
        (None, Way.INVALID),
    ],
)
def test_way_of_a_redirect(target: str | None, expected: Way) -> None:
    home, frontier = home_of("https://x.go.th/", ("x.go.th",))
    ask = home.begin("https://x.go.th/")
    page = frontier.begin("https://x.go.th/page")
    inner = type(ask)(type(page)(page.url, page.key, 1, ask.url, 0), page.url)
    assert way(inner, target, frontier, home) is expected


def test_a_home_page_may_move_to_another_public_host_only() -> None:
    home, frontier = home_of("https://x.go.th/", ("x.go.th",))
    ask = home.begin("https://x.go.th/")
    assert way(ask, "https://new.go.th/", frontier, home) is Way.FOLLOW
    assert {"new.go.th", "www.new.go.th"} <= frontier.hosts
    assert way(ask, "http://10.0.0.1/", frontier, home) is Way.FORBIDDEN


@pytest.mark.parametrize(
    ("site", "target", "expected"),
    [
        pytest.param("http://127.0.0.1:8000/", "http://localhost:8000/a", True, id="this machine to itself"),
        pytest.param("http://127.0.0.1:8000/", "http://169.254.169.254/latest", False, id="to cloud metadata"),
        pytest.param("http://127.0.0.1:8000/", "http://10.0.0.1/", False, id="to the network around it"),
        pytest.param("http://[::1]:8000/", "http://127.0.0.1:8000/a", True, id="IPv6 with a port"),
        pytest.param("http://10.0.0.5/", "http://10.0.0.1/", True, id="inside to inside"),
        pytest.param("http://10.0.0.5/", "http://127.0.0.1/", False, id="inside to this machine"),
        pytest.param("http://10.0.0.5/", "http://[fe80::1]/", False, id="inside to link-local"),
        pytest.param("http://10.0.0.5/", "https://x.go.th/", True, id="inside to public"),
    ],
)
def test_a_site_leads_to_its_own_kind_of_network_only(site: str, target: str, expected: bool) -> None:
    home, _ = home_of(site, (host_of(site),))
    assert home.may_go_to(target) is expected


@pytest.mark.parametrize(
    ("host", "name", "address", "is_refused"),
    [
        pytest.param("x.go.th", "x.go.th", "203.150.1.1", False, id="public"),
        pytest.param("x.go.th", "evil.example", "127.0.0.1", True, id="a name that leads inside"),
        pytest.param("intranet.x.go.th", "intranet.x.go.th", "10.0.0.8", False, id="the audited site stands inside"),
        pytest.param("127.0.0.1", "localhost", "127.0.0.1", False, id="the audited site is this machine"),
        pytest.param("[::1]:80", "localhost", "127.0.0.1", False, id="this machine by IPv6, with a port"),
        pytest.param("127.0.0.1:80", "evil.example", "10.0.0.8", True, id="this machine to the network around it"),
        pytest.param("127.0.0.1:80", "evil.example", "169.254.169.254", True, id="this machine to cloud metadata"),
        pytest.param("x.go.th", "x.go.th", "169.254.169.254", True, id="the site's own name at cloud metadata"),
    ],
)
def test_names_are_resolved_to_the_networks_of_the_site(host: str, name: str, address: str, is_refused: bool) -> None:
    async def resolve(asked: str) -> list[str]:
        literal = asked.strip("[]")
        return [address] if asked == name else [literal] if literal[:1].isdigit() or ":" in literal else []

    handler = DownloadHandler([host], 1, resolve)
    if is_refused:
        with pytest.raises(ForbiddenAddressError):
            asyncio.run(handler.addresses_of(name))
    else:
        assert asyncio.run(handler.addresses_of(name)) == (address,)


def test_a_name_that_could_not_be_resolved_is_asked_for_again() -> None:
    asked: list[str] = []

    async def resolve(name: str) -> list[str]:
        asked.append(name)
        return ["203.150.1.1"] if len(asked) > 2 else []

    async def ask_twice() -> tuple[str, ...]:
        handler = DownloadHandler([], 1, resolve)
        with pytest.raises(CannotResolveHostError):
            await handler.addresses_of("x.go.th")
        with pytest.raises(CannotResolveHostError):
            await handler.addresses_of("x.go.th")
        return await handler.addresses_of("x.go.th")

    assert asyncio.run(ask_twice()) == ("203.150.1.1",)


def test_spellings() -> None:
    assert spellings(["x.go.th", "www.y.go.th", "localhost:80", "10.0.0.1"]) == [
        *("x.go.th", "www.x.go.th", "www.y.go.th", "y.go.th", "localhost:80", "10.0.0.1")
    ]


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        (DNSLookupError("x"), Failure.DNS),
        (TimeoutError(), Failure.TIMEOUT),
        (ConnectionRefusedError(), Failure.CONNECT),
        (RuntimeError("[<Failure OpenSSL.SSL.Error: []>]"), Failure.TLS),
    ],
)
def test_failure_of(fault: BaseException, failure: Failure) -> None:
    assert failure_of(fault) is failure


def test_scripted_move() -> None:
    assert scripted_move(b"<script>window.location.href = 'main.php';</script>") == "main.php"
    assert scripted_move(b"<p>no</p>") is None
