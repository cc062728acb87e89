"""Names are resolved to public addresses only, and to the kind of network in which the audited site itself stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from oit_checker.model.page import Failure
from oit_checker.networks import Network, bare_host, may_lead_to, network_of
from oit_checker.urls import host_of


class PublicResolver(CachingThreadedResolver):
    """Refuses names that lead into a private network, as a redirect from outside may try."""

    refused: ClassVar[set[str]] = set()
    """Names that were refused; Twisted tells its caller only that there was no address."""

    site_names: frozenset[str] = frozenset()
    own: frozenset[Network] = frozenset()

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> PublicResolver:
        resolver: PublicResolver = super().from_crawler(crawler, reactor)
        resolver.set_site(crawler.settings["OIT_SITE_HOSTS"])
        return resolver

    def set_site(self, hosts: Iterable[str]) -> None:
        """Name the audited site's hosts, with or without a port."""
        self.site_names = frozenset(map(bare_host, hosts))
        self.own = frozenset(map(network_of, self.site_names))

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(self.judge, name)

    def judge(self, address: str, name: str) -> str:
        """The address, if it may be asked; raises DNSLookupError otherwise."""
        there = network_of(address)
        if bare_host(name) in self.site_names:
            self.own |= {there}
        if may_lead_to(self.own, there):
            return address
        PublicResolver.refused.add(name)
        raise DNSLookupError(f"{name} is at the {there} address {address}")


def named(failure: Failure, url: str) -> Failure:
    """The failure, which only the resolver can tell from a name without an address where it refused the name."""
    is_ours = failure is Failure.DNS and bare_host(host_of(url)) in PublicResolver.refused
    return Failure.FORBIDDEN_ADDRESS if is_ours else failure
