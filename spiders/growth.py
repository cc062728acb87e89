"""Pages that only bring forth more of their own kind: calendars, filters upon filters, lists that go on when empty.

A careful reader would say: this page tells nothing that I have not read, names no document, leads nowhere but to
further pages like itself. After a few such pages in a row what they lead to waits for the end of the crawl, the
deepest first, as an endless chain shows itself soonest at its end; when that brings nothing either, it is left out. A
page of the same kind that ends the chain, or has something to say, sets the count back. Told without knowing any
address in advance, so that sites that route everything by one query (?mo=10&art=42030975) lose nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from oit_checker.model.page import Link
from oit_checker.patterns import regex
from spiders.traps import shape

SUSPECT_AFTER = 3
CLOSED_AFTER = 6
ECHOES = 12
MOST_WORDS = 300_000
"""Texts of pages, and titles and link texts, that are kept to tell new ones; after so many a page counts as new."""
_DIGITS = regex(r"[0-9๐-๙]+")
_TOKEN = regex(r"(?=[a-z]*\d)[0-9a-f]{12,}\Z", re.IGNORECASE)


class Growth:
    """What the pages of a crawl brought forth so far, by nest: the place in the site at which a kind of page lives."""

    def __init__(self) -> None:
        self._barren: Counter[str] = Counter()
        self._chained: Counter[str] = Counter()
        self._echoes: Counter[str] = Counter()
        self._said: set[str] = set()

    def is_suspect(self, key: str, *, doubtful: bool) -> bool:
        """Whether a page had better wait: one of a chain without news, or of a shape that shows one page only."""
        return (doubtful and self._barren[nest(key)] >= SUSPECT_AFTER) or self._echoes[shape(key)] >= SUSPECT_AFTER

    def is_closed(self, key: str, *, is_promising: bool) -> bool:
        """Whether what barren pages there lead to is left out; what the words of the checklist speak for, later."""
        most = CLOSED_AFTER * (2 if is_promising else 1)
        return self._chained[nest(key)] >= most

    def is_echo(self, key: str, *, is_promising: bool) -> bool:
        """Whether addresses of this shape have shown nothing but one page that is known already."""
        return self._echoes[shape(key)] >= ECHOES * (2 if is_promising else 1)

    def says_new(self, title: str | None, links: Iterable[Link]) -> bool:
        """Whether title or link texts hold words that no page has shown so far, numbers aside."""
        words = {_DIGITS.sub("0", text) for text in (title or "", *(link.text for link in links))}
        new = words - self._said
        if len(self._said) < MOST_WORDS:
            self._said |= new
        return bool(new)

    def note(self, key: str, *, is_barren: bool, is_doubtful: bool) -> None:
        """Count a page: barren where it had nothing to say and led only to further pages of its nest.

        is_doubtful: it was itself brought forth by such a page.
        """
        place = nest(key)
        self._barren[place] = self._barren[place] + 1 if is_barren else 0
        self._chained[place] = self._chained[place] + is_doubtful if is_barren else 0
        self._echoes[shape(key)] = 0

    def echoed(self, key: str) -> None:
        """Count a page that is the very same as an earlier one under another address, one of three fields or more."""
        self._echoes[shape(key)] += key.count("&") > 1

    def ended(self, key: str) -> None:
        """Set back the count of a place of which a chain has come to its end."""
        self._barren[nest(key)] = self._chained[nest(key)] = 0


class Texts:
    """What pages of a crawl told, numbers included, each by the hash of its folded text."""

    def __init__(self) -> None:
        self._met: set[int] = set()

    def is_new(self, folded: str) -> bool:
        """Whether no page has told the very same so far; from now on one has."""
        if len(self._met) >= MOST_WORDS:
            return True
        code = hash(folded)
        is_new = bool(folded) and code not in self._met
        self._met.add(code)
        return is_new


def is_choice(key: str) -> bool:
    """Whether an address chooses among the entries of a list: by three fields, or by two that hold no number.

    >>> is_choice("x.go.th/list?type=a&group=b"), is_choice("x.go.th/index.php?mo=10&art=42030975")
    (True, False)
    """
    fields = key.partition("?")[2].split("&")
    return len(fields) > 2 or (len(fields) == 2 and not any(field.partition("=")[2].isdigit() for field in fields))


def is_filter(key: str, parent: str) -> bool:
    """Whether an address is its parent's with another choice or one more, the third at least: a choice upon choices.

    >>> is_filter("x.go.th/list?a=1&b=2&c=3", "x.go.th/list?a=1&c=4")
    True
    """
    (path, _, query), (parents_path, _, parents_query) = key.partition("?"), parent.partition("?")
    names = [{field.partition("=")[0] for field in fields.split("&")} for fields in (query, parents_query)]
    return path == parents_path and len(names[0]) > 2 and len(names[1]) > 1 and names[1] <= names[0]


def nest(key: str) -> str:
    """The place of a page in the site: the path that takes a query, else the first folder.

    >>> nest("x.go.th/board/list.php?id=4&page=2"), nest("x.go.th/event/2026/03/")
    ('x.go.th/board/list.php?', 'x.go.th/event')
    """
    path, mark, _ = key.partition("?")
    host, *folders = path.split("/")
    if mark:
        return "/".join([host, *map(_plain, folders)]) + "?"
    return f"{host}/{_plain(folders[0]) if folders else ''}"


def _plain(segment: str) -> str:
    return "#" if _TOKEN.match(segment) else _DIGITS.sub("0", segment)
