"""Which pages may need a browser: quick for the many that do not, close where one may."""

from __future__ import annotations

import re

from oit_checker.documents.scripted import FEW_LINKS, Sign, may_be_scripted, signs_of
from oit_checker.patterns import regex
from oit_checker.snapshot import PageRecord, Snapshot
from spiders.interest import PROMISING, names_a_list
from spiders.place import Place
from spiders.traps import decoded

_ANCHOR = regex(rb"<a\s", re.IGNORECASE)
_MARKS = (
    (b"(", regex(rb"\((?:(?<=fetch\()|(?<=\)\.load\()|(?<=\$\.get\()|(?<=\$\.post\())")),
    (b"x", regex(rb"x(?:(?<=ajax)|(?<=ax)ios|(?<= x)-data|(?<= hx)-)")),
    (b"J", regex(rb"J(?<=getJ)SON")),
    (b"X", regex(rb"XMLHttpRequest")),
    (b"{", regex(rb"\{\{")),
    (b"m", regex(rb"\"module\"")),
    (b"-", regex(rb"-(?:(?<= v-)for|(?<= ng-)|(?<=data-)(?:url|remote))")),
)
"""One of these stands in most pages made by script that have links of their own besides.

Few, as each costs time; each holds one letter, the rarest, by which words that share it are one mark. Whether a page
has that letter at all is told in no time.
"""


class Signs:
    """The signs of pages; of those with the very same body they are looked for once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._known: dict[str, tuple[Sign, ...]] = {}

    @staticmethod
    def rank(record: PageRecord, place: Place) -> int | None:
        """How early a page is opened: above 0 where it may hold items, 0 for a page of the menu; None for no page."""
        if record.fetched.body_sha256 is None or record.fetched.truncated:
            return None
        if record.depth == 0:
            return 1000
        if place.score >= PROMISING or names_a_list(decoded(record.fetched.final_url)):
            return max(1, place.score)
        return 0 if place.score > 0 else None

    def of(self, record: PageRecord, body: bytes | None, *, is_likely: bool) -> tuple[Sign, ...]:
        sha = record.fetched.body_sha256 or ""
        if sha not in self._known:
            body = self._snapshot.body(sha) if body is None else body
            is_asked = may_be_scripted(body) and self._is_suspect(body, record, is_likely=is_likely)
            self._known[sha] = signs_of(body, record.fetched.charset) if is_asked else ()
        return self._known[sha]

    @staticmethod
    def _is_suspect(body: bytes, record: PageRecord, *, is_likely: bool) -> bool:
        """Whether it is worth looking closely: quick, as this is asked of every page that a plain site has."""
        # Cut at the first few only: most pages show them in their first lines.
        if len(body.split(b"<a ", FEW_LINKS)) <= FEW_LINKS and len(_ANCHOR.findall(body)) < FEW_LINKS:
            return True
        if not is_likely:
            return False
        is_list = record.depth == 0 or names_a_list(decoded(record.fetched.final_url))
        return is_list or any(letter in body and mark.search(body) for letter, mark in _MARKS)
