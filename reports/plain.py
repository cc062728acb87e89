"""Words and addresses of a foreign website, made fit to be shown.

Nothing here judges; it only sees to it that what a site wrote cannot act on
the reader: no control characters, no turned reading direction, and no link
that is anything but a web page.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes, urlsplit

from oit_checker.patterns import regex
from oit_checker.privacy.masking import is_masked

_HARMFUL = regex(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Controls (not tab and newline), direction marks, and code points that no file may hold."""

_ENCODED = regex(r"(?:%[0-9A-Fa-f]{2})+")
_RESERVED = frozenset('/?#&%+=;:@"<>\\')
_IN_HREF = "%/:?#[]@!$&'()*+,;=~"


def clean(text: str) -> str:
    """The text without characters that would act instead of being read."""
    return _HARMFUL.sub("", text)


@lru_cache(maxsize=1024)  # a report names most of its addresses several times
def safe_href(url: str | None) -> str | None:
    """The address for an href, percent-encoded; None unless it is http or https with a host, and whole.

    An address in which a citizen number was masked leads nowhere.
    """
    if is_masked(url or ""):
        return None
    cleaned = clean(url or "").strip()
    try:
        parts = urlsplit(cleaned)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    return quote(cleaned, safe=_IN_HREF)


@lru_cache(maxsize=1024)
def readable_url(url: str) -> str:
    """The address as a person reads it: Thai for %E0%B8…, Thai host names for xn--…; reserved signs stay encoded.

    For the eye only: a link goes to `safe_href`.
    """
    return _readable_host(_ENCODED.sub(_decoded, clean(url)))


def _decoded(run: re.Match[str]) -> str:
    try:
        text = unquote_to_bytes(run[0]).decode("utf-8")
    except UnicodeDecodeError:
        return run[0]
    return "".join(char if _is_readable(char) else quote(char, safe="") for char in text)


def _is_readable(char: str) -> bool:
    return char == " " or (char not in _RESERVED and unicodedata.category(char)[0] in "LMNPS")


def _readable_host(url: str) -> str:
    if "xn--" not in url:
        return url
    try:
        host = urlsplit(url).hostname or ""
        return url.replace(host, host.encode("ascii").decode("idna"), 1)
    except ValueError:
        return url
