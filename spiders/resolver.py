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
        resolver.site_host = crawler.settings["OIT_SITE_HOST"].rpartition(":")[0] or crawler.settings["OIT_SITE_HOST"]
        resolver.site_is_private = is_private_address(resolver.site_host)
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(self._judge, name)

    def _judge(self, address: str, name: str) -> str:
        if not is_private_address(address):
            return address
        if name == self.site_host:
            self.site_is_private = True
        if not self.site_is_private:
            PublicResolver.refused.add(name)
            raise DNSLookupError(f"{name} is at the private address {address}")
        return address
