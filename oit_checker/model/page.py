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


NOT_MODIFIED = "304 Not Modified"
"""The remark on an answer of which the server said that we have it already."""
AS_CRAWLED = "as the crawl was answered"
"""The remark on an answer that the crawl of the same audit was given shortly before, so that nobody asked again."""


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

    @property
    def content_type(self) -> str | None:
        """The media type, with the charset where one was declared; in the form of the HTTP header."""
        if self.charset is not None:
            return f"{self.media_type or ''}; charset={self.charset}"
        return self.headers.get("content-type") or self.media_type


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its surroundings.

    url is absolute and canonical, href the attribute as written (entities
    decoded, white space stripped). text is what the link shows (its own text,
    else alt/title/aria-label of it or of its image). heading is the nearest
    heading, bold line, summary or button before it; row the text of the table
    row, list item or card around it; year_block the text of the nearest
    enclosing or preceding year container (tab, accordion, heading: "ปี 2569").
    element is where it stood: a, area, iframe, frame, option, meta, onclick, data, text (an address typed as words).
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


class Unsure(StrEnum):
    """Why words of a web page may not be seen by who opens it."""

    CLOSED = "closed"
    """Hidden, and nothing on the page opens it that we know of; a script of the page may."""
    ALT = "alt"
    """They are said of a picture (alt), and shown only where the picture is not."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text: a paragraph, heading, list item, line or cell.

    heading is the nearest heading above; page_no starts at 1 (PDF, DOCX as far
    as known); sheet is the sheet's name. is_heading: it is a heading itself.
    by_ocr: it was read from a picture, so letters and above all digits may be wrong.
    names_link: it stands beside a link that says nothing itself (ดาวน์โหลด) and is that link's name.
    in_frame: it stands in a menu, the header or the footer of a page that has next to no other text.
    unsure: why it may not be seen; None for what is shown.
    rank: 1 to 6 for a heading h1 to h6 of a web page. above: the headings of rank that govern it there, the outermost
    first; an earlier heading of its own or a lower rank, which may be its `heading`, is none of them.
    breaks: where in text each further line of a document begins, where it was put together from lines.
    """

    text: str
    heading: str | None = None
    page_no: int | None = None
    sheet: str | None = None
    is_heading: bool = False
    by_ocr: bool = False
    names_link: bool = False
    in_frame: bool = False
    unsure: Unsure | None = None
    rank: int = 0
    above: tuple[str, ...] = ()
    breaks: tuple[int, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header cells (may be empty) and rows of cells, all text.

    empty are headings of columns that are known to be empty where the rows are not known (PDF); they are not in header.
    unsure: as of a passage. head: the lines of a head of several, which header holds as one: "ผู้เสนอราคา ชื่อ".
    after: how many passages stand before it, where that is known (Word).
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    page_no: int | None = None
    sheet: str | None = None
    heading: str | None = None
    empty: tuple[str, ...] = ()
    unsure: Unsure | None = None
    head: tuple[tuple[str, ...], ...] = ()
    after: int | None = field(default=None, compare=False)


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
    ARCHIVE = "archive"
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
    ARCHIVE = "archive"
    """Files packed into one: its documents are in `inner`, if it could be opened."""
    BLANK = "blank"
    """Every page is a picture of white paper."""
    VIEWER_ONLY = "viewer_only"
    """A service outside the website shows it to people, in a browser; its bytes could not be had."""
    MANY_FILES = "many_files"
    """A folder lists more files than are looked at."""
    READER_FAILED = "reader_failed"
    """Our reader ended in the middle of it, and did so again; people's programs may open it well."""


class OcrLack(StrEnum):
    """Why OCR did not read a page; all of these are ours, never the site's."""

    NOT_INSTALLED = "not_installed"
    NO_THAI = "no_thai"
    """The program is there, its Thai language data are not."""
    SWITCHED_OFF = "switched_off"
    PAGES_PER_FILE = "pages_per_file"
    PAGES_PER_RUN = "pages_per_run"
    TOO_SLOW = "too_slow"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class OcrReading:
    """What OCR read in the scans of one document.

    pages are the numbers of the pages that were read, whether or not words were found there, and blank those of white
    ones; left are pages that were not read, and lack says why. passages are all marked by_ocr. They stand apart from
    the document's own text, because they may show that something is there, and nothing else:
    no year, no title, no lack.
    """

    passages: tuple[Passage, ...] = ()
    pages: tuple[int, ...] = ()
    blank: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    lack: OcrLack | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page or document as it can be read.

    title is the <title>, the document's first title line or its metadata title.
    unreadable is None where the text is good; partly_unreadable lists page
    numbers without usable text inside an otherwise readable document. scans are the
    numbers of pages that OCR could read, ocr is what it read there (None: not asked).
    pictures counts content images (not icons), fields the inputs of forms that
    are more than a search box; cut: read only as far as a limit. inner are the
    documents of an archive, each under its address with its own name after `#`.
    laid_out are the tables of a PDF as far as their cells can be told from where they
    stand; their words are in passages too. unclear_heads are page numbers and lines of
    heads of tables without rules in which each row lacks a cell, nothing says which.
    frame are the lines of a web page's header and footer that may tell how to reach its owner; passages have none of
    them.
    damaged are page numbers whose font lies about some of its marks: what is found there stands there, what is not
    found may stand there all the same; they are among the scans.
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
    inner: tuple[Page, ...] = ()
    scans: tuple[int, ...] = ()
    ocr: OcrReading | None = None
    laid_out: tuple[Table, ...] = ()
    unclear_heads: tuple[tuple[int, str], ...] = ()
    frame: tuple[Passage, ...] = ()
    damaged: tuple[int, ...] = ()
