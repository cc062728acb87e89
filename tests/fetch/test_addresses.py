from __future__ import annotations

import asyncio

import pytest

from oit_checker.fetch.addresses import AddressBook
from oit_checker.networks import Network


@pytest.mark.parametrize(
    ("site", "host", "refused"),
    [
        pytest.param("203.150.0.1", "10.0.0.1", Network.PRIVATE, id="public site, private host"),
        pytest.param("10.0.0.5", "10.0.0.1", None, id="site inside, host inside"),
        pytest.param("10.0.0.5", "127.0.0.1", Network.LOOPBACK, id="site inside, this machine"),
        pytest.param("127.0.0.1", "169.254.169.254", Network.LINK_LOCAL, id="site on this machine, cloud metadata"),
        pytest.param("169.254.1.1", "169.254.169.254", Network.LINK_LOCAL, id="link-local even from there"),
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
