"""How the pages behind the home page answered: had, or kept from us, and by what."""

from __future__ import annotations

from collections import Counter

from oit_checker.model.page import Failure, Fetched
from spiders.traps import trap

REFUSED = "refused"
"""The note on a record whose answer was a bot wall or a refusal."""
_REFUSALS = frozenset({401, 403, 407, 429, 451})
_NO_ANSWER = frozenset({Failure.TIMEOUT, Failure.CONNECT, Failure.TLS, Failure.DNS})
_WALL, _SILENT = "ระบบป้องกันโปรแกรมอัตโนมัติ", "ไม่ตอบกลับ"
_KINDS_NAMED = 4
TOO_MANY_IN_A_ROW = 12


class Tally:
    """Counts the final answers to what was asked for besides the home page: pages of the site and what they led to."""

    def __init__(self) -> None:
        self.asked = 0
        self.had = 0
        self._kept_from_us: Counter[str] = Counter()

    @property
    def refused(self) -> int:
        """How many pages were refused or not answered. What is gone (404) or leads in circles is the site's word."""
        return self._kept_from_us.total()

    @property
    def is_mostly_refused(self) -> bool:
        return self.refused > 0 and self.refused * 2 >= self.asked

    def count(self, fetched: Fetched) -> None:
        self.asked += 1
        by_what = kept_by(fetched)
        if by_what is not None:
            self._kept_from_us[by_what] += 1
        elif fetched.failure is Failure.NONE and _has_content(fetched):
            self.had += 1

    def kinds(self) -> str:
        """What kept us out, as the officer reads it: `HTTP 403 8 หน้า, HTTP 500 1 หน้า`."""
        return ", ".join(f"{what} {pages:,} หน้า" for what, pages in self._kept_from_us.most_common(_KINDS_NAMED))


class InARow:
    """Answers of one bad kind with no other between them; after TOO_MANY_IN_A_ROW there is no use in going on."""

    def __init__(self) -> None:
        self._count = 0

    def are_too_many(self) -> bool:
        """Count one more; whether that is too many."""
        self._count += 1
        return self._count >= TOO_MANY_IN_A_ROW

    def end(self) -> None:
        self._count = 0


def _has_content(fetched: Fetched) -> bool:
    """Whether there is something behind an answer; behind a redirect to a sign-in page there is not."""
    status = fetched.http_status or 0
    return status < 300 or (status < 400 and trap(fetched.final_url) is None)


def kept_by(fetched: Fetched) -> str | None:
    """What kept a page from us, as the officer reads it; None where it was had, or the site has no such page."""
    status = fetched.http_status
    if fetched.failure in _NO_ANSWER:
        return _SILENT
    if status is not None and (status in _REFUSALS or status >= 500):
        return f"HTTP {status}"
    return _WALL if fetched.note == REFUSED else None
