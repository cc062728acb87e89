"""What is asked and what is heard: the values of one request, and the few headers that are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlsplit

import httpx

from oit_checker.fetch.body import Body
from oit_checker.model.page import Failure, Sent, Slowing
from oit_checker.networks import bare_host
from oit_checker.urls import absolute

_DEFAULT_PORT = {"http": 80, "https": 443}
_KEPT = frozenset(
    name.encode()
    for name in (
        *("content-type", "content-disposition", "content-length", "content-encoding", "last-modified", "etag"),
        *("server", "retry-after", "www-authenticate", "cf-mitigated", "x-robots-tag", "x-sucuri-id", "x-iinfo"),
        "x-cdn",
    )
)


class WireError(Exception):
    """A request without a usable answer."""

    def __init__(self, failure: Failure, note: str) -> None:
        super().__init__(note)
        self.failure = failure
        self.note = note


class ConnectError(WireError):
    """Nothing was sent yet: another address of the host may be tried."""


class ChainError(WireError):
    """A certificate whose chain lacks a part, at that address."""

    def __init__(self, note: str, address: str) -> None:
        super().__init__(Failure.TLS, note)
        self.address = address


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer. location is where it sends us, as written and percent-encoded; cookies as Set-Cookie gave them."""

    url: str
    status: int
    headers: dict[str, str]
    media_type: str | None
    body: Body
    location: str | None
    cookies: tuple[str, ...]
    declared_bytes: int | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: host is without port and brackets, way is path and query."""

    scheme: str
    netloc: str
    host: str
    port: int
    way: str

    def at(self, address: str) -> httpx.URL:
        """The same, at a checked IP address."""
        return httpx.URL(f"{self.scheme}://{f'[{address}]' if ':' in address else address}:{self.port}{self.way}")


@dataclass(frozen=True, slots=True)
class Errand:
    """One GET and what it is made with."""

    url: str
    target: Target
    sent: list[Sent]
    cookies: str
    probe: bool
    delay_s: float
    conditions: Mapping[str, str]


@dataclass(slots=True)
class Mark:
    """What is known of a request while it is open; the words of Sent. since is the loop's time at `at`."""

    at: datetime
    since: float
    pause_s: float
    why: Slowing
    status: int | None = None
    body_bytes: int = 0


def target_of(url: str) -> Target:
    """Take an address apart. Raises WireError for what is no web address or no address at all."""
    scheme = url.partition(":")[0].strip().lower()
    if ":" in url and scheme not in _DEFAULT_PORT and scheme.isalpha():
        raise WireError(Failure.FORBIDDEN_ADDRESS, f"leads to a {scheme}: address")
    found = absolute(url, url) if scheme in _DEFAULT_PORT else None
    if found is None:
        raise WireError(Failure.INVALID_URL, "no usable host name")
    parts = urlsplit(found)
    port = parts.port or _DEFAULT_PORT[parts.scheme]
    way = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return Target(parts.scheme, parts.netloc, bare_host(parts.netloc), port, way)


def kept_headers(headers: httpx.Headers) -> dict[str, str]:
    """The headers that are looked at, in lower case; the first of several alike counts."""
    kept: dict[str, str] = {}
    for name, value in headers.raw:
        lower = name.lower()
        if lower in _KEPT:
            kept.setdefault(lower.decode(), _text(value))
    return kept


def location_of(headers: httpx.Headers) -> str | None:
    """Location as a browser reads it: bytes beyond ASCII are kept as they are and percent-encoded."""
    for name, value in headers.raw:
        if name.lower() == b"location":
            return quote(value.strip(), safe="!#$%&'()*+,/:;=?@[]~")
    return None


def declared_bytes(headers: dict[str, str]) -> int | None:
    """The length that a server announced, as far as it is that of the body we read."""
    length = headers.get("content-length", "")
    return int(length) if length.isdecimal() and "content-encoding" not in headers else None


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", "replace")
