"""Names are resolved to public addresses only, unless the audited site itself stands on a private one."""

from __future__ import annotations

from typing import Any, ClassVar

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from oit_checker.urls import is_private_address


class PublicResolver(CachingThreadedResolver):
    """Refuses names that lead into a private network, as a redirect from outside may try."""

    refused: ClassVar[set[str]] = set()
    """Names that were refused; Twisted tells its caller only that there was no address."""

    site_host: str = ""
    site_is_private: bool = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> PublicResolver:
        resolver: PublicResolver = super().from_crawler(crawler, reactor)
        resolver.set_site(crawler.settings["OIT_SITE_HOST"])
        return resolver

    def set_site(self, host: str) -> None:
        """Name the audited site's host, with or without a port."""
        self.site_host = host.partition(":")[0]
        self.site_is_private = is_private_address(host)

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(self.judge, name)

    def judge(self, address: str, name: str) -> str:
        """The address, if it may be asked; raises DNSLookupError otherwise."""
        if not is_private_address(address):
            return address
        if name == self.site_host:
            self.site_is_private = True
        if not self.site_is_private:
            PublicResolver.refused.add(name)
            raise DNSLookupError(f"{name} is at the private address {address}")
        return address
