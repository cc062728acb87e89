"""Addresses that lead a crawler in circles, told from their spelling alone."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from oit_checker.patterns import regex
from oit_checker.urls import split_address

MAX_SEGMENTS = 16
FEW = 3
SOME = 24

_NOT_A_PAGE = regex(
    r"/(?:wp-admin|wp-json|wp-login\.php|xmlrpc\.php|administrator|phpmyadmin|log[-_]?in|log[-_]?out|sign[-_]?in|"
    r"sign[-_]?out|register|cart|checkout|my-account|lostpassword|cgi-bin|cdn-cgi|feed|rss)(?:/|\.\w+\Z|\Z)"
    r"|/print/",
    re.IGNORECASE,
)
_NOT_A_VIEW = regex(
    r"(?:^|&)(?:print=\w|replytocom=|add[-_]to[-_]cart=|share=|like_comment=|format=(?:feed|print|raw|json|ical)|"
    r"(?:action|task|do|view|option|page|mod)=(?:print|log[-_]?in|log[-_]?out|register|lostpassword|com_users)\b|feed=|type=(?:rss|atom)|"
    r"printable=|export=|outlook-ical|ical=)",
    re.IGNORECASE,
)
_ORDER = regex(
    r"(?:sort|sort_?by|sort_?dir|sort_?order|order_?by|order_?dir|ordering|filter_order\w*)=.*"
    # Names that also route a site (?dir=plan/2569) only sort where their value says so.
    r"|(?:order|dir|direction|way)=(?:asc|desc|ascending|descending|up|down|date|title|name|hits|views|size|id)?"
    r"|(?:asc|desc)(?:=\d?)?|(?-i:C=[NMSD]|O=[AD])"
    r"|(?:limit|per_?page|page_?size|items_?per_?page|rows)=(?:\d{1,4}|all)\Z",
    re.IGNORECASE,
)
_DAY = regex(r"(?:^|[?&;])(?:date|day|from|start_?date)=[^&;]*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}", re.IGNORECASE)
_DAY_FIELDS = (
    regex(r"[?&;](?:d|day|วัน)=\d", re.IGNORECASE),
    regex(r"[?&;](?:m|mo|mon|month|เดือน)=-?\d", re.IGNORECASE),
    regex(r"[?&;](?:y|yr|year|ปี)=\d", re.IGNORECASE),
)
_CALENDAR = regex(r"calendar|ปฏิทิน|minical|jevents|tribe-bar|eventdate|com_jcal", re.IGNORECASE)
_DATED_LISTING = regex(r"/(?:19|20|25)\d\d/(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|[12]\d|3[01]))?/?\Z")
_SEARCH = regex(r"/search(?:/|\.|\Z)|(?:\?|&)(?:s|q|keyword|search|query|searchword)=", re.IGNORECASE)
_DIGITS = regex(r"\d+")
_NUMBERS = regex(r"-?\d+")


@lru_cache(maxsize=512)
def decoded(url: str) -> str:
    """An address as its reader sees it, Thai letters spelt out. Asked several times of each page."""
    return unquote(url)


@lru_cache(maxsize=8192)  # most addresses are linked to with several texts
def trap(url: str) -> str | None:
    """Why an address is never asked for (an English word), or None. The address is canonical."""
    _, path, query = split_address(url)
    if _NOT_A_PAGE.search(path):
        return "not a page"
    if query and _NOT_A_VIEW.search(query):
        return "another view"
    return "endless path" if _grows(path) else None


@lru_cache(maxsize=8192)  # asked once more when a page that was put off has its turn
def cap(url: str) -> int | None:
    """How many pages of this address' shape are worth asking for at all; None where there is no such limit."""
    words = decoded(url)
    if _CALENDAR.search(words) and _DIGITS.search(words.partition("://")[2].partition("/")[2]):
        return FEW
    if _SEARCH.search(url) or _DAY.search(words) or all(field.search(words) for field in _DAY_FIELDS):
        return FEW
    return SOME if _DATED_LISTING.search(split_address(url)[1]) else None


def without_order(key: str) -> str:
    """A page key without the fields that only sort or say how much is shown: `?id=3&sort=asc` and `?id=3`."""
    path, mark, query = key.partition("?")
    if not mark or ("=" not in query):
        return key
    kept = [field for field in re.split("[&;]", query) if not _ORDER.fullmatch(field)]
    return f"{path}?{'&'.join(kept)}" if kept else path


@lru_cache(maxsize=65536)
def shape(key: str) -> str:
    """The pattern of a page key: numbers are 0, Thai names are ~, values of the query are left out unless they route.

    >>> shape("x.go.th/content/17/?id=4&cat=news")
    'x.go.th/content/0/?cat=news&id=0'
    """
    path, _, query = key.partition("?")
    path = "/".join("~" if "%E0%B8" in part or "%E0%B9" in part else _DIGITS.sub("0", part) for part in path.split("/"))
    if not query:
        return path
    fields = (field.partition("=") for field in query.split("&"))
    return f"{path}?{'&'.join(sorted(f'{name}={_value(value)}' for name, _, value in fields))}"


def _value(value: str) -> str:
    return "~" if "%" in value or len(value) > 24 else _NUMBERS.sub("0", value)


def _grows(path: str) -> bool:
    """Whether a path repeats itself, as /a/b/a/b/a/b or /a/a/a do when a relative link is followed for ever."""
    segments = [part for part in path.split("/") if part]
    if len(segments) > MAX_SEGMENTS:
        return True
    if len(segments) < 3:
        return False
    if any(a == b == c and not a.isdigit() for a, b, c in zip(segments, segments[1:], segments[2:], strict=False)):
        return True
    if any(_repeats(segments, length) for length in range(2, len(segments) // 2 + 1)):
        return True
    pairs = list(pairwise(segments))
    return any(pairs.count(pair) >= 3 for pair in pairs)


def _repeats(segments: list[str], length: int) -> bool:
    """Whether a run of so many segments, not all of them numbers, stands twice in a row, as in /news/2569/news/2569."""
    places = range(len(segments) - 2 * length + 1)
    return any(
        (run := segments[place : place + length]) == segments[place + length : place + 2 * length]
        and not all(part.isdigit() for part in run)
        for place in places
    )
