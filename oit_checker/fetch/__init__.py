"""One turn to the web: what is asked (Ask), who answers (Fetcher), and where bodies go (BodyStore).

http.HttpFetcher asks the web, archive.ArchiveFetcher answers from a record of an earlier run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from oit_checker.model.page import Fetched

# httpx comes with a command line of its own, and loads it where click, rich and pygments happen to be installed: that
# takes longer than all the rest of it. Told that there is none, it goes on without.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

OUT_OF_TIME = "our time was over"
"""The note of a Failure.BUDGET that came of the clock."""
NO_ROOM = "the snapshot is full"
"""How the note of a Failure.BUDGET begins that came of the disk."""
NO_SPOOL = "the disk has no room for a body while it comes"
"""How the note of a Failure.BUDGET begins where a body could not even wait on the disk."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An address to be asked for.

    "evidence" is an address that the site offers; a "probe" cannot exist and is asked
    to learn what its host answers then.
    """

    url: str
    kind: Literal["evidence", "probe"] = "evidence"


class Fetcher(Protocol):
    """Answers addresses; what goes wrong on the web is in the answer and never raised."""

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        """One answer per distinct address, keyed by the address as asked."""
        ...


class BodyStore(Protocol):
    def keep_body(self, body: bytes) -> str:
        """Keep a body and return its SHA-256 (hex)."""
        ...
