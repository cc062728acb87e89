"""What parent and child tell each other: one job line down, progress lines up. Plain JSON, no library."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from oit_checker.config import CrawlLimits, Politeness


@dataclass(frozen=True, slots=True)
class Job:
    """One crawl.

    boost are phrases that name an item, phrases any words looked for; year is the assessed fiscal year (พ.ศ.).
    previous is the folder of an earlier snapshot of the site, empty where there is none; resumes: the snapshot in
    `into` was cut short, and is gone on with.
    """

    site: str
    into: str
    hosts: tuple[str, ...]
    limits: CrawlLimits
    politeness: Politeness
    phrases: tuple[str, ...]
    boost: tuple[str, ...]
    year: int | None = None
    run_id: str = ""
    parent_pid: int = 0
    previous: str = ""
    resumes: bool = False

    @property
    def folder(self) -> Path:
        return Path(self.into)

    @property
    def looked_for(self) -> tuple[str, ...]:
        """All phrases, each once; a record names them by their places here."""
        return tuple(dict.fromkeys((*self.boost, *self.phrases)))

    @property
    def agent(self) -> str:
        """The User-Agent header."""
        return self.politeness.agent

    def line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> Job:
        plain = json.loads(line)
        for name in ("hosts", "phrases", "boost"):
            plain[name] = tuple(plain[name])
        limits, politeness = CrawlLimits(**plain.pop("limits")), Politeness(**plain.pop("politeness"))
        return cls(limits=limits, politeness=politeness, **plain)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a crawl is.

    url is the page read last; documents and links were seen, not asked for. named are the phrases that stood on a page
    for the first time since the last Progress.
    """

    pages: int
    queued: int
    documents: int
    links: int
    off_site: int
    bytes_downloaded: int
    seconds: float
    max_pages: int
    url: str
    named: tuple[str, ...] = ()

    def line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> Progress | None:
        """A progress line; None for anything else that a library prints."""
        try:
            plain = json.loads(line)
            return cls(**plain)
        except (ValueError, TypeError):
            return None
