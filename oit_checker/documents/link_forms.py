"""The forms in which a page writes an address: attributes, drop-downs, refreshes, scripted clicks, document viewers."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import word_set
from oit_checker.patterns import regex

FRAMES = frozenset(("iframe", "frame", "embed", "object"))
DATA_KEYS = ("data-href", "data-url", "data-link", "data-file", "data-src")
_FRAME_KEYS = ("src", "data-src", "data", "data-lazy-src")
_SHOWS_MEDIA = word_set("img source video audio script picture")
_GOES_TO = regex(
    r"(?:location(?:\.href)?\s*=\s*|location\.(?:assign|replace)\s*\(\s*|(?:window\.|^|[\s;:])open\s*\(\s*)(['\"])(?P<url>.+?)\1",
    re.DOTALL,
)
_DOCUMENT_IN_CALL = regex(
    r"\(\s*(?:[^'\"()]*,\s*)?(['\"])(?P<url>[^'\"]+\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)(?:\?[^'\"]*)?)\1", re.IGNORECASE
)
_REFRESH = regex(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_LOOKS_LIKE_ADDRESS = regex(
    r"(?:(?:https?:)?//[^\s/]|\.{0,2}/\S|[^\s<>]+\.(?:php|html?|aspx?|jsp|pdf|docx?|xlsx?|csv|zip)(?:[?#]|\Z)|[\w./-]*\?\w+=)",
    re.IGNORECASE,
)
_NOWHERE = regex(r"(?:#!?|https?:/*|javascript:.*|about:blank|void\(0\);?)?\Z", re.IGNORECASE | re.DOTALL)
_OF_ONE_MACHINE = regex(r"\s*(?:file:|data:|[A-Za-z]:[\\/](?!/)|\\\\[^\\])", re.IGNORECASE)
_VIEWER = regex(r"docs\.google\.com/(?:gview|viewer\w*)|view\.officeapps\.live\.com|/viewer\.html\?", re.IGNORECASE)
_PLAIN_ADDRESS = regex(r"(https?://[a-z0-9.:-]+)(/[A-Za-z0-9/._~%-]*)(?:[?#]|\Z)")
_VIEWER_KEYS = ("url", "src", "file")


def leads_nowhere(href: str) -> bool:
    """Whether an address as written is dead by its form: empty, #, #!, https://, javascript:…"""
    return _NOWHERE.match(href) is not None


def is_of_one_machine(href: str) -> bool:
    """Whether an address is one of the machine where the page was written, or no address at all: file:, C:\\, data:"""
    return _OF_ONE_MACHINE.match(href) is not None


def scripted_address(element: HtmlElement) -> tuple[str, str] | None:
    """The address in a click handler ("onclick") or in a data attribute ("data") of `element`."""
    for script in (element.get("href") or "", element.get("onclick") or ""):
        if script and (found := _GOES_TO.search(script) or _DOCUMENT_IN_CALL.search(script)):
            return found["url"].strip(), "onclick"
    if element.tag in _SHOWS_MEDIA:
        return None
    for key in DATA_KEYS:
        value = (element.get(key) or "").strip()
        if value and _LOOKS_LIKE_ADDRESS.match(value):
            return value, "data"
    return None


def frame_address(frame: HtmlElement) -> str | None:
    """What an iframe, frame, embed or object shows; None for an empty or data: one."""
    for key in _FRAME_KEYS:
        value = (frame.get(key) or "").strip()
        if value and not leads_nowhere(value) and not value.startswith("data:"):
            return value
    return None


def option_address(option: HtmlElement) -> str | None:
    """The value of a drop-down entry where it is an address."""
    value = (option.get("value") or "").strip()
    return value if _LOOKS_LIKE_ADDRESS.match(value) and not leads_nowhere(value) else None


def refresh_address(meta: HtmlElement) -> str | None:
    """Where <meta http-equiv="refresh"> sends the reader."""
    if (meta.get("http-equiv") or "").strip().lower() != "refresh":
        return None
    found = _REFRESH.search(meta.get("content") or "")
    return found[1].strip() or None if found else None


def shown_in_viewer(href: str) -> str:
    """The document that an on-line viewer (Google, Office, pdf.js) is asked to show; any other address as it is."""
    if "view" not in href.lower() or not _VIEWER.search(href):
        return href
    asked = parse_qs(urlsplit(href).query)
    return next((asked[key][0] for key in _VIEWER_KEYS if asked.get(key)), href)


class Before:
    """An address as written, with what it is relative to, so that equal strings mean equal addresses."""

    def __init__(self, base: str) -> None:
        plain = _PLAIN_ADDRESS.match(base)  # nearly all are; to take others apart takes ten times as long
        self.origin, path = plain.groups() if plain is not None else _parts(base)
        self._script = self.origin + path
        self._folder = self._script[: self._script.rfind("/") + 1]

    def __call__(self, href: str) -> str:
        if href[:4] == "http":
            return href
        if href[0] == "/":
            return self.origin + href
        return (self._script if href[0] == "?" else self._folder) + href


def _parts(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}", parts.path
