"""What is known of each host while a crawl runs: its rules, and the pages that wait for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oit_checker.networks import is_private_address
from oit_checker.urls import host_of
from spiders.place import Place
from spiders.robots import Rules


@dataclass(frozen=True, slots=True)
class Ask:
    """One request to be made for a place: the address now, the hops that led to it, and which attempt it is."""

    place: Place
    url: str
    hops: tuple[str, ...] = ()
    attempt: int = 1
    is_conditional: bool = True
    """It may be asked only whether it changed, where an earlier crawl has it."""

    @property
    def is_home(self) -> bool:
        return self.place.depth == 0


class Hosts:
    """Rules by host. A host that was not asked yet has none, and its pages are parked until it has."""

    def __init__(self) -> None:
        self._rules: dict[str, Rules] = {}
        self._parked: dict[str, list[Ask]] = {}

    def rules(self, host: str) -> Rules | None:
        return self._rules.get(host)

    def park(self, ask: Ask) -> bool:
        """Keep a page until its host's rules are known; True where they must be asked for first."""
        host = host_of(ask.url)
        is_first = host not in self._parked
        self._parked.setdefault(host, []).append(ask)
        return is_first

    def expect(self, host: str) -> None:
        """Say that a host's rules have been asked for; its pages are parked from now on."""
        self._parked.setdefault(host, [])

    def learn(self, host: str, rules: Rules) -> list[Ask]:
        """Set a host's rules and give back what was parked for them."""
        self._rules.setdefault(host, rules)
        return self._parked.pop(host, [])

    def drop(self, host: str) -> list[Ask]:
        """Give back what was parked for a host that does not answer; it may be asked for its rules again."""
        return self._parked.pop(host, [])

    def has_parked(self) -> bool:
        return bool(self._parked)


def spellings(hosts: Iterable[str]) -> list[str]:
    """Each host with and without `www.`; an address or a name without a dot stays alone."""
    found: list[str] = []
    for host in hosts:
        found.append(host)
        if "." not in host or is_private_address(host) or host.rpartition(".")[2].partition(":")[0].isdigit():
            continue
        found.append(host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")
    return list(dict.fromkeys(found))
