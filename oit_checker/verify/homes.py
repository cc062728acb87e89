"""Which addresses are a site's home page, told from their spelling."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

from oit_checker.model.page import Fetched

_HOME = frozenset({"", "index", "home", "main", "default", "homepage", "หน้าแรก", "หน้าหลัก"})
_LANGUAGES = frozenset(
    {"th", "en", "tha", "eng", "thai", "english", "th-th", "en-us", "web", "www", "site", "frontend"}
)
_SCRIPTS = (".php", ".html", ".htm", ".asp", ".aspx", ".jsp", ".do")
_NEUTRAL = frozenset({"lang", "language", "locale", "hl", "l", "v", "ver", "fbclid", "gclid", "sid", "phpsessid"})


def is_home(url: str) -> bool:
    """Whether the address is a home page: /, /index.php, /th/home, /?page=home, /?lang=th.

    >>> is_home("https://x.go.th/th/index.php"), is_home("https://x.go.th/index.php?id=5")
    (True, False)
    """
    parts = urlsplit(url)
    segments = [_bare(unquote(segment)) for segment in parts.path.split("/")]
    if not all(segment in _HOME or segment in _LANGUAGES for segment in segments):
        return False
    return all(_is_neutral(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True))


def sends_home(fetched: Fetched) -> bool:
    """Whether the address of a page of its own was answered with a home page of the same host."""
    asked, came = urlsplit(fetched.url), urlsplit(fetched.final_url)
    is_same_host = (asked.hostname or "").removeprefix("www.") == (came.hostname or "").removeprefix("www.")
    return is_same_host and bool(fetched.redirects) and is_home(fetched.final_url) and not is_home(fetched.url)


def names_nothing(name: str, value: str) -> bool:
    """Whether a field of a query chooses no content: the language, the version of a file, a visitor's trace.

    >>> names_nothing("lang", "th"), names_nothing("utm_source", "fb"), names_nothing("id", "5")
    (True, True, False)
    """
    lowered = name.lower()
    return lowered in _NEUTRAL or lowered.startswith("utm_") or _bare(value) in _LANGUAGES


def _bare(segment: str) -> str:
    name = segment.strip().lower()
    return next((name.removesuffix(end) for end in _SCRIPTS if name.endswith(end)), name)


def _is_neutral(name: str, value: str) -> bool:
    return names_nothing(name, value) or _bare(value) in _HOME
