"""What Scrapy's downloader is given in the place of its own HTTP client."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection
from time import monotonic

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadFailedError,
    DownloadTimeoutError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response

from oit_checker.fetch.addresses import AddressBook, Resolve, ask_system
from spiders.wire.connection import Came
from spiders.wire.head import NonsenseError
from spiders.wire.pool import Origin, Pool

_ADDRESS = re.compile(
    r"(https?)://(?:[^/?#@]*@)?(\[[^]]*\]|[^/?#:]+)(?::(\d{0,5}))?([!-\"$-~]*)(?:#.*)?", re.IGNORECASE
)
_PORTS = {False: 80, True: 443}
_LAST_PORT = 65535


class ForbiddenAddressError(OSError):
    """A name leads into a network in which the audited site does not stand, as a redirect from outside may try."""


class DownloadHandler:
    """Asks over connections of the crawl's own, within the bounds and the time-out that a request's meta tell."""

    lazy = True

    def __init__(self, site_hosts: Collection[str], most: int, resolve: Resolve = ask_system) -> None:
        """site_hosts are those of the audited site; most: connections kept to one host."""
        self._book = AddressBook(site_hosts, resolve)
        self._pool = Pool(self.addresses_of, most)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> DownloadHandler:
        settings = crawler.settings
        return cls(settings["OIT_SITE_HOSTS"], settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))

    async def download_request(self, request: Request) -> Response:
        """Raises what `troubles.failure_of` tells apart."""
        began, timeout_s = monotonic(), request.meta["download_timeout"]
        origin, asked = _as_sent(request)
        try:
            async with asyncio.timeout(timeout_s):
                came = await self._pool.ask(origin, asked, request.meta["bounds"], may_repeat=request.method == "GET")
        except TimeoutError as fault:
            raise DownloadTimeoutError(f"Getting {request.url} took longer than {timeout_s} seconds.") from fault
        except ForbiddenAddressError:
            raise
        except (OSError, NonsenseError) as fault:
            raise DownloadFailedError(str(fault)) from fault
        request.meta["download_latency"] = came.head_at - began
        return _response(request.url, came)

    async def close(self) -> None:
        self._pool.close()

    async def addresses_of(self, host: str) -> tuple[str, ...]:
        """The addresses to connect to, best first; a name that cannot be resolved now may be asked for again."""
        place = await self._book.place(host)
        if place.addresses:
            return place.addresses
        self._book.forget(host)
        if place.refused is not None:
            raise ForbiddenAddressError(f"{host} is in the {place.refused} network")
        raise CannotResolveHostError(place.fault)


def _as_sent(request: Request) -> tuple[Origin, bytes]:
    """Where a request goes, and what is sent there."""
    address = _ADDRESS.fullmatch(request.url)
    if address is None:
        raise UnsupportedURLSchemeError(f"no web address: {request.url}")
    scheme, host, port, target = address.groups()
    is_tls = scheme.lower() == "https"
    origin = Origin(is_tls, host.strip("[]"), int(port or _PORTS[is_tls]))
    if origin.port > _LAST_PORT:
        raise UnsupportedURLSchemeError(f"no port has that number: {request.url}")
    lines = [f"{request.method} {target if target.startswith('/') else f'/{target}'} HTTP/1.1".encode()]
    if request.body:
        lines.append(b"Content-Length: %d" % len(request.body))
    for name, values in request.headers.items():
        lines.extend(name + b": " + b" ".join(value.splitlines()) for value in values)
    lines.append(f"Host: {host if origin.port == _PORTS[is_tls] else f'{host}:{origin.port}'}".encode())
    return origin, b"\r\n".join([*lines, b"", request.body])


def _response(url: str, came: Came) -> Response:
    return Response(url, came.status, headers=came.headers, body=came.body, flags=list(came.flags))
