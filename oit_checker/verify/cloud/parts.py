"""What every provider's file is written in: an address taken apart, the thing it shares, and the answer to judge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit

from oit_checker.model.cloud import CloudService
from oit_checker.model.page import Fetched
from oit_checker.networks import bare_host
from oit_checker.thai.text import fold
from oit_checker.verify import Verdict
from oit_checker.verify.look import Look

_MOST_WORDS_OF_A_NOTICE = 2000


class Kind(StrEnum):
    """What an address shares.

    A FILE is shown in a viewer and read elsewhere; a FOLDER lists files; a PAGE has words of its own in its HTML; a
    SHOW (a post, a video, a design) is put together by a browser only; a POINTER leads on to another address.
    OTHER is an address of the service that names none of these.
    """

    FILE = "file"
    FOLDER = "folder"
    PAGE = "page"
    SHOW = "show"
    POINTER = "pointer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address taken apart. host is without port; segments are the parts of the path that are not empty."""

    url: str
    scheme: str
    host: str
    port: str
    segments: tuple[str, ...]
    fields: dict[str, str]

    def on(self, *domains: str) -> bool:
        """Whether the host is one of `domains` or lies below one."""
        return any(self.host == domain or self.host.endswith(f".{domain}") for domain in domains)

    def after(self, *names: str) -> str | None:
        """The segment that follows the first of `names` in the path."""
        for before, segment in zip(self.segments, self.segments[1:], strict=False):
            if before in names:
                return segment
        return None

    def at(self, host: str, way: str) -> str:
        """The address `way` of another host of the same service, by the same scheme and port."""
        return f"{self.scheme}://{host}{self.port}/{way}"


@dataclass(frozen=True, slots=True)
class Shared:
    """What an address shares at which service.

    id names the thing at its service, the same in all spellings of its address; None where the address names none.
    read_at are the public addresses that hand out its bytes, the best first; empty where there are none.
    """

    service: CloudService
    kind: Kind
    id: str | None = None
    read_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: body is the start of the bytes, look what a reader sees of a page, None where it is no page."""

    fetched: Fetched
    body: bytes
    look: Look | None

    @property
    def opens(self) -> bool:
        """Whether the status claims success."""
        status = self.fetched.http_status
        return status is not None and 200 <= status < 300

    def says(self, *sentences: str) -> str | None:
        """The first of `sentences` that a short page shows; one that says much else is no notice of the service."""
        if self.look is None or not self.look.is_shorter_than(_MOST_WORDS_OF_A_NOTICE + 1):
            return None
        words = fold(" ".join((self.look.title or "", *self.look.headings, *self.look.texts)))
        return next((sentence for sentence in sentences if fold(sentence) in words), None)


@dataclass(frozen=True, slots=True)
class Provider:
    """recognise: what an address shares, None where it is not this provider's.

    judge: the verdict where the provider's own words or marks decide it, None where the general rules may.
    """

    recognise: Callable[[Address], Shared | None]
    judge: Callable[[Answer], Verdict | None]


def address_of(url: str) -> Address | None:
    """None for what cannot be read as a web address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    segments = tuple(segment for segment in parts.path.split("/") if segment)
    fields = dict(parse_qsl(parts.query, keep_blank_values=True))
    return Address(
        url, parts.scheme, bare_host(parts.hostname or ""), f":{port}" if port is not None else "", segments, fields
    )
