"""What came back from the web, and what can be read in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal


class Failure(StrEnum):
    """Why a request got no usable answer; the HTTP status tells the rest."""

    NONE = "none"
    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    REDIRECT_LOOP = "redirect_loop"
    INVALID_URL = "invalid_url"
    FORBIDDEN_ADDRESS = "forbidden_address"
    """A redirect or link to a private, loopback or link-local address, or to a scheme other than http(s)."""
    ROBOTS = "robots"
    BUDGET = "budget"
    """A limit of our own (time, bytes, number of requests) was reached before it was asked."""
    NOT_RECORDED = "not_recorded"
    """An archive was asked for an address it does not hold."""


Slowing = Literal["", "crawl_delay", "retry_after", "busy"]
"""Why a host is asked less often than our rate allows: its robots.txt, a Retry-After, or 429 and 503 without one."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request that went out: when, for how many seconds it was open, to which host and IP address.

    status is None where no answer came, body_bytes what was read of it. pause_s and why: the seconds that were kept
    between requests because the host wished so; in an answer that asks us to slow down, the seconds it asks for.
    """

    at: datetime
    seconds: float
    host: str
    address: str
    status: int | None = None
    body_bytes: int = 0
    pause_s: float = 0.0
    why: Slowing = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a request brought back, good or bad.

    url is as asked, final_url after redirects (every hop in redirects, in order,
    final_url last). body_sha256 names the body in the snapshot; None where there
    is none. truncated: the body was cut at our byte cap (body_bytes is what was
    read, declared_bytes what the server announced). headers holds lower-case
    names of the few headers that are looked at. note is an English remark of the
    transport (the exception's words, a chain that browsers mend). charset is what the HTTP header declared. sent are
    the requests that it took, also for redirects, second chances and robots.txt.
    """

    url: str
    final_url: str
    http_status: int | None
    media_type: str | None
    fetched_at: datetime
    failure: Failure = Failure.NONE
    body_sha256: str | None = None
    body_bytes: int = 0
    declared_bytes: int | None = None
    truncated: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    redirects: tuple[str, ...] = ()
    attempts: int = 1
    via: str = "http"
    note: str | None = None
    charset: str | None = None
    sent: tuple[Sent, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its surroundings.

    url is absolute and canonical, href the attribute as written (entities
    decoded, white space stripped). text is what the link shows (its own text,
    else alt/title/aria-label of it or of its image). heading is the nearest
    heading, bold line, summary or button before it; row the text of the table
    row, list item or card around it; year_block the text of the nearest
    enclosing or preceding year container (tab, accordion, heading: "ปี 2569").
    element is where it stood: a, area, iframe, frame, option, meta, onclick, data.
    in_menu: it stands in nav/header/footer or an element named so.
    """

    url: str
    href: str
    text: str
    heading: str | None = None
    row: str | None = None
    year_block: str | None = None
    element: str = "a"
    in_menu: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text: a paragraph, heading, list item, line or cell.

    heading is the nearest heading above; page_no starts at 1 (PDF, DOCX as far
    as known); sheet is the sheet's name. is_heading: it is a heading itself.
    """

    text: str
    heading: str | None = None
    page_no: int | None = None
    sheet: str | None = None
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header cells (may be empty) and rows of cells, all text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    page_no: int | None = None
    sheet: str | None = None
    heading: str | None = None


class PageKind(StrEnum):
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    DOC = "doc"
    XLS = "xls"
    TEXT = "text"
    IMAGE = "image"
    OTHER = "other"


class Unreadable(StrEnum):
    """Why the text of a page or document could not be read."""

    NO_TEXT_LAYER = "no_text_layer"
    GARBAGE_TEXT = "garbage_text"
    NEEDS_SCRIPT = "needs_script"
    IMAGE_ONLY = "image_only"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    EMPTY = "empty"
    TOO_SLOW = "too_slow"
    TOO_BIG = "too_big"
    NEEDS_EXTRA = "needs_extra"
    """A format that only an optional extra can read, and the extra is not installed."""
    UNKNOWN_FORMAT = "unknown_format"
    VIEWER_ONLY = "viewer_only"
    """A service outside the website shows it to people, in a browser; its bytes could not be had."""
    MANY_FILES = "many_files"
    """A folder lists more files than are looked at."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or document as it can be read.

    title is the <title>, the document's first title line or its metadata title.
    unreadable is None where the text is good; partly_unreadable lists page
    numbers without usable text inside an otherwise readable document.
    pictures counts content images (not icons), fields the inputs of forms that
    are more than a search box; cut: read only as far as a limit.
    """

    url: str
    kind: PageKind
    title: str | None
    passages: tuple[Passage, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[Link, ...] = ()
    unreadable: Unreadable | None = None
    partly_unreadable: tuple[int, ...] = ()
    page_count: int | None = None
    pictures: int = 0
    fields: int = 0
    cut: bool = False
    metadata: dict[str, str] = field(default_factory=dict)

    @property
    def has_text(self) -> bool:
        return self.unreadable is None and bool(self.passages or self.tables)
