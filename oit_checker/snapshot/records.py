"""What stands in a snapshot's files: records of pages, and the manifest."""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from oit_checker.model.page import Failure, Fetched, Link
from oit_checker.model.rendering import Rendering
from oit_checker.model.run import Limits, Outcome

FORMAT = 3
PAGES = "pages.jsonl"
"""The file that holds the records of pages, one a line."""
MAX_SKIPS = 500


@dataclass(frozen=True, slots=True)
class PageRecord:
    """One answer of the site in the order in which it came, with the links that no earlier page had shown.

    depth counts clicks from the home page (0); parent is the page whose link led here, None for the home page. links:
    only pairs of address and text that are new on this page. hits: the phrases looked for that stand in title or
    text, by their places in the manifest's list (`packed_places`): spelt out they would be half of the snapshot.
    same_as names the earlier page with the very same body; a record that is the same as itself adds links that an
    earlier record of the page had left to another page, which then did not show them. A record without a body is an
    answer that was not HTML, or no answer: fetched tells which. shown: the codes of all links of the page (`packed`),
    those of `links` first. text_sha256 names what a reader is told, counters of visitors left out.

    fetched.via tells a page as a browser shows it, which is a further record beside that of the answer itself, with all
    its links. choice are the words that were chosen on it, as a year: parent is then the page on which they were, and
    fetched.final_url an address that shows the choice, or that page's own where none does.
    """

    fetched: Fetched
    depth: int
    parent: str | None
    title: str | None = None
    links: tuple[Link, ...] = ()
    hits: str = ""
    same_as: str | None = None
    shown: str = ""
    text_sha256: str | None = None
    choice: str | None = None

    @property
    def is_rendered(self) -> bool:
        """Whether it is the page as a browser shows it."""
        return self.fetched.via == "browser"


@dataclass(frozen=True, slots=True)
class RecordHead:
    """A PageRecord without its links and phrases, which are most of it: read in a sixth of the time."""

    fetched: Fetched
    depth: int
    parent: str | None
    title: str | None = None
    choice: str | None = None

    @property
    def is_rendered(self) -> bool:
        """Whether it is of the page as a browser shows it."""
        return self.fetched.via == "browser"


Why = Literal["robots", "limit", "trap", "off_site", "too_long", "document"]
"""Why an address was not asked for."""


@dataclass(frozen=True, slots=True)
class Skip:
    """An address of the site that the crawl saw and did not ask for."""

    url: str
    why: Why
    found_on: str


@dataclass(frozen=True, slots=True)
class Begun:
    """A crawl that is under way: what it needs to go on after it was killed.

    home is empty until the home page is settled. recipe names how pages are read (phrases, version of the program):
    what was read by another recipe is read again.
    """

    site: str
    hosts: tuple[str, ...]
    started_at: datetime
    run_id: str
    home: str = ""
    notes: tuple[str, ...] = ()
    recipe: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was crawled, how far, and why it ended.

    site is the address asked for, home where its home page stood after redirects; hosts are those that count as the
    main site. reason (a Thai sentence) tells why an outcome is not "completed", failure the same for programs where
    the home page could not be had. skips holds at most MAX_SKIPS examples, skipped the whole count by reason. refused
    counts the pages behind the home page that refused our program or did not answer it. off_site: the hosts linked to
    most, with the number of links. notes are Thai sentences for the officer. can_go_on: more pages were waiting when
    the crawl was ended. phrases are those looked for on every page. not_modified counts answers 304, unchanged the
    pages that an earlier crawl had read alike, parsed those that were read anew. rendering tells of pages made by
    script.
    """

    format: int
    site: str
    hosts: tuple[str, ...]
    started_at: datetime
    finished_at: datetime
    outcome: Outcome
    reason: str | None
    limits: Limits
    requests: int
    bytes_downloaded: int
    skips: tuple[Skip, ...] = ()
    notes: tuple[str, ...] = ()
    run_id: str = ""
    home: str = ""
    pages: int = 0
    failure: Failure = Failure.NONE
    skipped: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    off_site: tuple[tuple[str, int], ...] = ()
    user_agent: str = ""
    recipe: str = ""
    phrases: tuple[str, ...] = ()
    can_go_on: bool = False
    not_modified: int = 0
    unchanged: int = 0
    parsed: int = 0
    rendering: Rendering = field(default_factory=Rendering)

    @property
    def begun(self) -> Begun:
        """What is needed to go on with this crawl."""
        return Begun(self.site, self.hosts, self.started_at, self.run_id, self.home, self.notes, self.recipe)


def packed(codes: Iterable[int]) -> str:
    """Codes of 64 bits as text, 11 characters each."""
    return _packed("Q", codes)


def unpacked(shown: str) -> list[int]:
    """The codes that `packed` packed. Raises ValueError for anything else."""
    return _unpacked("Q", shown)


def packed_places(places: Iterable[int]) -> str:
    """Places in a list of up to four billion as text, 6 characters each."""
    return _packed("I", places)


def count_places(hits: str) -> int:
    """How many places `packed_places` packed."""
    return len(hits) * 3 // 4 // array("I").itemsize


def unpacked_places(hits: str) -> list[int]:
    """The places that `packed_places` packed. Raises ValueError for anything else."""
    return _unpacked("I", hits)


def _packed(kind: Literal["Q", "I"], numbers: Iterable[int]) -> str:
    return b64encode(array(kind, numbers).tobytes()).decode("ascii")


def _unpacked(kind: Literal["Q", "I"], text: str) -> list[int]:
    numbers = array(kind)
    numbers.frombytes(b64decode(text, validate=True))
    return numbers.tolist()
