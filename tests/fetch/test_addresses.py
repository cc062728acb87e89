from __future__ import annotations

import asyncio

import pytest

from oit_checker.fetch.addresses import AddressBook, Network, bare_host, network_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.150.0.1", Network.PUBLIC),
        ("2001:4860:4860::8888", Network.PUBLIC),
        ("127.0.0.53", Network.LOOPBACK),
        ("::1", Network.LOOPBACK),
        ("0.0.0.0", Network.LOOPBACK),
        ("::ffff:127.0.0.1", Network.LOOPBACK),
        ("10.1.2.3", Network.PRIVATE),
        ("172.20.0.1", Network.PRIVATE),
        ("192.168.0.1", Network.PRIVATE),
        ("100.64.0.1", Network.PRIVATE),
        ("fd00::1", Network.PRIVATE),
        ("224.0.0.1", Network.PRIVATE),
        ("2002:0a00:0001::1", Network.PRIVATE),
        ("64:ff9b::10.0.0.1", Network.PRIVATE),
        ("169.254.169.254", Network.LINK_LOCAL),
        ("fe80::1%eth0", Network.LINK_LOCAL),
    ],
)
def test_network_of(address: str, network: Network) -> None:
    assert network_of(address) is network


@pytest.mark.parametrize(
    ("netloc", "host"),
    [
        ("x.go.th", "x.go.th"),
        ("x.go.th:8080", "x.go.th"),
        ("[::1]:80", "::1"),
        ("::1", "::1"),
        ("10.0.0.1:9", "10.0.0.1"),
    ],
)
def test_bare_host(netloc: str, host: str) -> None:
    assert bare_host(netloc) == host


@pytest.mark.parametrize(
    ("site", "host", "refused"),
    [
        pytest.param("203.150.0.1", "10.0.0.1", Network.PRIVATE, id="public site, private host"),
        pytest.param("10.0.0.5", "10.0.0.1", None, id="site inside, host inside"),
        pytest.param("10.0.0.5", "127.0.0.1", Network.LOOPBACK, id="site inside, this machine"),
        pytest.param("127.0.0.1", "169.254.169.254", Network.LINK_LOCAL, id="site on this machine, cloud metadata"),
        pytest.param("127.0.0.1", "203.150.0.1", None, id="site on this machine, public host"),
    ],
)
def test_only_the_network_of_the_audited_site_is_open(site: str, host: str, refused: Network | None) -> None:
    async def resolve(name: str) -> list[str]:
        return [name]

    place = asyncio.run(AddressBook([f"{site}:8080"], resolve).place(host))
    assert place.refused is refused
    assert bool(place.addresses) is (refused is None)


def test_private_addresses_among_public_ones_are_left_out() -> None:
    async def resolve(host: str) -> list[str]:
        return ["10.0.0.1", "203.150.0.1"] if host == "www.example.go.th" else [host]

    place = asyncio.run(AddressBook(["203.150.0.9"], resolve).place("www.example.go.th"))
    assert place.addresses == ("203.150.0.1",)
