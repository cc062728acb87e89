"""Settings: limits and politeness. Read by the command line, handed down as arguments, never imported as a global."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from oit_checker import __version__
from oit_checker.errors import UsageError
from oit_checker.model.rendering import RenderMode
from oit_checker.model.site import AgencyKind
from oit_checker.patterns import regex

USER_AGENT = "oit-checker/{version} (+checks public disclosure for the agency itself; contact: {contact})"
NOBODY_NAMED = "the person who runs it"
CONTACT_LENGTH = 200
_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_E_MAIL = regex(rf"(?:(?![@<>(),:;])[!-~])+@{_HOST}")
_MAILBOX = regex(rf"(?:mailto:)?{_E_MAIL.pattern}")
_WEB = regex(rf"https?://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#][!-~]*)?", re.IGNORECASE)

PAGE_BYTES = 8 * 1024 * 1024
"""How much of one web page is read, by the crawl (unless told otherwise) and by verification alike."""


@dataclass(frozen=True, slots=True)
class CrawlLimits:
    """Where a crawl ends. Bytes are per body; minutes are of the whole crawl.

    max_links are the links of a whole crawl that are read. max_snapshot_mb is what the snapshot may take on the disk:
    the crawl ends at three quarters of it, verification has the rest. render says whether pages made by script are
    opened in a browser, where one is installed: those that need it (auto), also others that may hold items (always),
    none (never); max_rendered is how many times a page is opened so.
    """

    max_pages: int = 2000
    max_depth: int = 6
    max_minutes: float = 30.0
    max_page_bytes: int = PAGE_BYTES
    max_hosts: int = 8
    url_length: int = 8000
    max_links: int = 400_000
    max_snapshot_mb: int = 2048
    render: RenderMode = "auto"
    max_rendered: int = 30

    @property
    def snapshot_bytes(self) -> int:
        return self.max_snapshot_mb * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Politeness:
    """How often a host is asked, and who we say that we are.

    rate is requests per second and host; 0 means no limit. at_once is how many
    requests one host may have open. In verification both hold for each host and
    for each IP address. What a host asks for beyond that is kept within limits, in
    seconds: longest_delay_s of its Crawl-delay, longest_wait_s of one Retry-After,
    longest_pause_s of the pause that doubles with 429 and 503. most_foreign is how
    many addresses of one host that is not the site's own are verified.

    contact is an e-mail address or URL of the person who runs the program, told to
    every host. Raises UsageError for anything else.
    """

    rate: float = 2.0
    at_once: int = 2
    timeout_s: float = 20.0
    longest_delay_s: float = 60.0
    longest_wait_s: float = 60.0
    longest_pause_s: float = 30.0
    most_foreign: int = 300
    user_agent: str = USER_AGENT
    contact: str = ""

    def __post_init__(self) -> None:
        if len(self.contact) > CONTACT_LENGTH or not _is_contact(self.contact.strip(" ")):
            raise UsageError(
                "ข้อมูลติดต่อนี้แจ้งให้เว็บไซต์ทราบไม่ได้",
                where=repr(self.contact[:60]),
                remedy=(
                    "โปรดระบุอีเมลหรือที่อยู่เว็บไซต์ เช่น ita@example.go.th หรือ https://www.example.go.th/ita "
                    f"เป็นตัวอักษรภาษาอังกฤษ ยาวไม่เกิน {CONTACT_LENGTH} ตัว"
                ),
            )

    @property
    def agent(self) -> str:
        """The User-Agent header."""
        named = self.contact.strip() or NOBODY_NAMED
        return self.user_agent.replace("{version}", __version__).replace("{contact}", named)

    @property
    def who(self) -> dict[str, str]:
        """The headers by which we say who we are; From (RFC 9110, 10.1.2) only with an e-mail address."""
        sender = self.contact.strip()
        return {"User-Agent": self.agent, **({"From": sender} if _E_MAIL.fullmatch(sender) else {})}


def _is_contact(text: str) -> bool:
    """Whether somebody can be reached by it; nothing at all names nobody, and is right too."""
    return not text or any(shape.fullmatch(text) for shape in (_WEB, _MAILBOX))


MOST_CHECKED_FILES = 500
"""Documents that one `check` of files on disk reads; what is left out is said."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """Limits of reading documents: bytes downloaded per file, seconds and memory per file, pages per PDF.

    Those of OCR bound what reading scans may cost: pages of one audit (0: no OCR) and of one document, and seconds of
    one page, of one document (the sum over its pages) and of one audit (by the clock).
    """

    max_file_bytes: int = 40 * 1024 * 1024
    seconds_per_file: float = 20.0
    memory_mb: int = 1024
    max_pdf_pages: int = 400
    processes: int = 2
    max_archive_files: int = 40
    """Documents that are read of one zip; an archive inside an archive is never opened."""
    max_archive_bytes: int = 100 * 1024 * 1024
    """Unpacked bytes that are read of one zip."""
    max_ocr_pages: int = 200
    ocr_pages_per_file: int = 30
    ocr_seconds_per_page: float = 30.0
    ocr_seconds_per_file: float = 180.0
    ocr_seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What an officer may say beside site and checklist.

    kind None: guessed from the site. iit and eit are the other instruments'
    scores, 0..100, for a projection. include_provisional counts provisional items.
    """

    kind: AgencyKind | None = None
    include_provisional: bool = False
    iit: float | None = None
    eit: float | None = None
    read_limits: ReadLimits = field(default_factory=ReadLimits)
