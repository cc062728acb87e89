"""Settings: limits and politeness. Read by the command line, handed down as arguments, never imported as a global."""

from __future__ import annotations

from dataclasses import dataclass

USER_AGENT = "oit-checker/{version} (+checks public disclosure for the agency itself; contact: the person who runs it)"

PAGE_BYTES = 8 * 1024 * 1024
"""How much of one web page is read, by the crawl (unless told otherwise) and by verification alike."""


@dataclass(frozen=True, slots=True)
class CrawlLimits:
    """Where a crawl ends. Bytes are per body; minutes are of the whole crawl."""

    max_pages: int = 2000
    max_depth: int = 6
    max_minutes: float = 30.0
    max_page_bytes: int = PAGE_BYTES
    max_hosts: int = 8
    url_length: int = 8000


@dataclass(frozen=True, slots=True)
class Politeness:
    """How often a host is asked.

    rate is requests per second and host; 0 means no limit. at_once is how many
    requests one host may have open. loopback_unlimited: a loopback address has
    no rate limit unless one is asked for.
    """

    rate: float = 2.0
    at_once: int = 2
    timeout_s: float = 20.0
    user_agent: str = USER_AGENT


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
    max_ocr_pages: int = 200
    ocr_pages_per_file: int = 30
    ocr_seconds_per_page: float = 30.0
    ocr_seconds_per_file: float = 180.0
    ocr_seconds: float = 600.0
