"""Where a host name leads, and whether we may go there.

A public website must not be able to send us to the machine we run on or to the network around it. Each host is
resolved once a run, the address that was checked is the address that is connected to, and an address that is not of
the public internet is refused unless the audited site itself lives in that kind of network.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass

from oit_checker.networks import Network, bare_host, may_lead_to, network_of

Resolve = Callable[[str], Awaitable[Sequence[str]]]
"""Host name to IP addresses, best first; raises OSError where there are none."""

RESOLVE_S = 15.0
LOOKUPS_AT_ONCE = 48
"""A dead name server holds a thread for many seconds; names that can be resolved must not wait behind it."""
_MOST_ADDRESSES = 4


@dataclass(frozen=True, slots=True)
class Place:
    """The checked addresses of a host, best first; refused names the network we will not go to."""

    addresses: tuple[str, ...] = ()
    refused: Network | None = None
    fault: str | None = None
    """Why the name could not be resolved."""


async def ask_system(host: str) -> list[str]:
    """Resolve with the operating system, IPv4 first: some agency hosts publish IPv6 addresses that do not answer."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return [str(entry[4][0]) for entry in found]


class AddressBook:
    """Resolves and checks hosts, each once; knows in which networks the audited site lives."""

    def __init__(self, site_hosts: Collection[str], resolve: Resolve = ask_system) -> None:
        self._site_hosts = [bare_host(host) for host in site_hosts]
        self._resolve = resolve
        self._places: dict[str, asyncio.Future[Place]] = {}
        self._kept: dict[str, Place] = {}
        self._own: asyncio.Future[frozenset[Network]] | None = None

    async def place(self, host: str) -> Place:
        """Where `host` (without port) leads; never raises."""
        if host in self._kept:
            return self._kept[host]
        if host not in self._places:
            self._places[host] = asyncio.ensure_future(self._look_up(host))
        return await asyncio.shield(self._places[host])

    def forget(self, host: str) -> None:
        """Let one name that could not be resolved be asked again, and those of the site where none of them could."""
        self._places.pop(host, None)
        if self._own is not None and self._own.done() and not self._own.result():
            self._own = None

    def forget_failures(self) -> None:
        """Let names that could not be resolved be asked again; call between passes, outside of any loop."""
        self._places.clear()
        self._own = None

    async def _look_up(self, host: str) -> Place:
        if self._own is None:
            self._own = asyncio.ensure_future(self._own_networks())
        own = await asyncio.shield(self._own)
        addresses, fault = await self._addresses(host)
        if fault is not None:
            return Place(fault=fault)
        networks = [network_of(address) for address in addresses]
        good = tuple(a for a, network in zip(addresses, networks, strict=True) if may_lead_to(own, network))
        place = Place(good[:_MOST_ADDRESSES]) if good else Place(refused=networks[0])
        if good or own:  # where the site's own names could not be resolved, nobody knows yet where it stands
            self._kept[host] = place
        return place

    async def _own_networks(self) -> frozenset[Network]:
        found = [await self._addresses(host) for host in self._site_hosts]
        return frozenset(network_of(address) for addresses, _ in found for address in addresses)

    async def _addresses(self, host: str) -> tuple[list[str], str | None]:
        try:
            async with asyncio.timeout(RESOLVE_S):
                addresses = list(dict.fromkeys(await self._resolve(host)))
        except TimeoutError:
            return [], f"the name server did not answer within {RESOLVE_S:g} s"
        except (OSError, UnicodeError) as fault:
            return [], str(fault)
        return addresses, None if addresses else "the name has no address"
