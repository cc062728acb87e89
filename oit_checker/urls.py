"""Web addresses: one spelling for each, and what can be told from the spelling alone. Nothing here asks the network.

A canonical address is ASCII: Thai letters percent-encoded as UTF-8, host lower case (IDNA), default port, user
name and fragment dropped, `.` and `..` resolved, the query left in the order in which the site wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urljoin, urlsplit

from oit_checker.errors import UsageError
from oit_checker.extensions import DOCUMENT_EXTENSIONS, MEDIA_EXTENSIONS
from oit_checker.networks import Network, bare_host, ip_address, network_of
from oit_checker.networks import is_private_address as is_private_address
from oit_checker.patterns import regex

_SCRIPTS = frozenset(("", "php", "asp", "aspx", "ashx", "jsp", "do", "cfm", "cgi", "action"))
_DEFAULT_PORT = {"http": 80, "https": 443}
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SLASHES = regex(r"(https?):[/\\]*", re.IGNORECASE)
_FULL = regex(r"https?://[^/\\?#]")
_PLAIN = regex(r"[A-Za-z0-9/._~!$&'()*+,;=:@-]*\Z")
# A path with its query, spelt as in a canonical address: nothing to resolve, encode or leave out.
_PLAIN_PATH = regex(
    r"/(?:[A-Za-z0-9_~!$&'()*+,=:@/-]++|(?<!/)\.|(?:%[89A-F][0-9A-F])++)*+(?:\?[A-Za-z0-9/._~!$&'()*+,=:@-]+)?\Z"
)
_PERCENT = regex(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SAFE = "/%:@!$&'()*+,;=~-._?"
_INVISIBLE = regex("[\t\n\r\u200b-\u200f\u2060\ufeff]")
_LONE_SURROGATE = regex("[\ud800-\udfff]")
_HOST = regex(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_PLAIN_ORIGIN = regex(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?=/)")
_HANDS_OUT_FILES = regex(r"download|getfile|get_file|openfile|attach|loadfile|/dl\b|/file", re.IGNORECASE)
_NOT_PAGE_IDENTITY = regex(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_[ce]id|_gl|_ga|phpsessid|jsessionid|"
    r"aspsessionid\w*|cfid|cftoken|sessionid|session_id|sessid|sess_id|zenid|osCsid)(?:=.*)?\Z"
    # Sites also route by these names: ?sid=12 is a section, ?session=2 a meeting.
    r"|(?:sid|session|sess|s)=(?=\D*\d)[\w-]{20,}\Z",
    re.IGNORECASE,
)
_PATH_SESSION = regex(r";(?:jsessionid|phpsessid|sessionid|sid)=[^/?#;]*|/\((?:[A-Z]\([\w-]+\))+\)", re.IGNORECASE)
_INDEX_PAGE = regex(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp)\Z", re.IGNORECASE)


def absolute(base: str, href: str) -> str | None:
    """The canonical address that `href` on the page `base` leads to.

    None for what is no web address: mailto:, javascript:, tel:, data:, a scheme without a host, a malformed host.
    """
    if href[:1] == "/" and href[1:2] not in {"/", "\\"}:
        # Most links of a site: what they lead to depends on the host alone, and most were met before.
        end = base.find("/", len("https://"))
        origin, path = base if end < 0 else base[:end], href
    elif (plain := _PLAIN_ORIGIN.match(href)) is not None:
        origin, path = plain[0], href[plain.end() :]
    else:
        return _absolute("" if _FULL.match(href) else base, href)
    if _PLAIN_PATH.match(path):
        root = _absolute(origin, "/")
        return None if root is None else root + path[1:]
    return _absolute(origin, href)


@lru_cache(maxsize=4096)
def _absolute(base: str, href: str) -> str | None:
    written = _INVISIBLE.sub("", href).strip(" \u00a0\x00\x0c")
    scheme = _SCHEME.match(written)
    if scheme is not None:
        if scheme[1].lower() not in _DEFAULT_PORT:
            return None
        written = _SLASHES.sub(lambda m: f"{m[1].lower()}://", written, count=1)
        if not _FULL.match(written):
            return None
    try:
        head, mark, tail = written.partition("?")
        return _canonical(urljoin(base, head.replace("\\", "/") + mark + tail))
    except ValueError:
        return None


def canonical(url: str) -> str:
    """The one spelling of a full address; an address that cannot be read is given back as it is."""
    return absolute(url, url) or url


def fragment_of(href: str) -> str | None:
    """What stands after `#`, decoded; None where there is no `#` or nothing after it."""
    return _decoded(href.partition("#")[2].strip()) or None


def host_of(url: str) -> str:
    """The host name, lower case, with its port unless that is the scheme's own; empty where there is none."""
    plain = _PLAIN_ORIGIN.match(url)
    # What follows a plain origin does not matter, and all addresses of a site have one.
    return _host_of(plain[0] if plain is not None else url)


@lru_cache(maxsize=1024)
def _host_of(url: str) -> str:
    try:
        parts = urlsplit(url)
        return _netloc(parts.scheme.lower(), parts.hostname, parts.port)
    except ValueError:
        return ""


def registered_domain(host: str) -> str:
    """The name that was registered: `moph.go.th` for `ita.moph.go.th:8080`. An IP address is its own."""
    name = bare_host(host)
    if ip_address(name) is not None:
        return name
    found = _suffixes()(name).top_domain_under_public_suffix
    return str(found) or name


def file_name(url: str) -> str:
    """The last segment of the path, percent-decoded (UTF-8, else Thai Windows-874); empty for a folder."""
    return _decoded(_path_of(url).rpartition("/")[2])


@lru_cache(maxsize=1024)  # of one link it is asked several times in turn
def extension(url: str) -> str:
    """The file extension of the path, lower case, without its dot; empty where there is none."""
    name, dot, end = _path_of(url).rpartition("/")[2].rpartition(".")
    end = _decoded(end).strip().lower()
    return end if dot and end.isalnum() and len(end) <= 5 and not (name == "" and end in _SCRIPTS) else ""


@lru_cache(maxsize=1024)  # all links to an address are looked at in turn, and each asks several times
def is_document(url: str) -> bool:
    """Whether the address names a document (pdf, docx, xlsx, zip …), also as `download.php?file=plan.pdf`."""
    end = extension(url)
    if end in DOCUMENT_EXTENSIONS:
        return True
    if end not in _SCRIPTS or "?" not in url or not _HANDS_OUT_FILES.search(_path_of(url)):
        return False
    values = (value for _, value in parse_qsl(url.partition("?")[2].partition("#")[0]))
    return any(value.rpartition(".")[2].strip().lower() in DOCUMENT_EXTENSIONS for value in values if "." in value)


def is_media(url: str) -> bool:
    """Whether the address names an image, video, sound, style sheet, script, font or program."""
    return extension(url) in MEDIA_EXTENSIONS


def same_site(url: str, hosts: Collection[str]) -> bool:
    """Whether the address is on one of `hosts` (host names as `host_of` gives them)."""
    return host_of(url) in hosts


@lru_cache(maxsize=512)  # of one page it is asked several times in turn
def page_key(url: str) -> str:
    """What two addresses of one page have in common, for telling that a page was already visited; no address itself.

    Left out: http or https, `www.`, session and tracking fields, the order of the query's fields, `index.html`.
    An address that cannot be read is its own.
    """
    try:
        netloc, path, query = split_address(url)
    except ValueError:
        return url
    path = _INDEX_PAGE.sub("/", _PATH_SESSION.sub("", path)) or "/"
    host = netloc.removeprefix("www.")
    if not query:
        return host + path
    fields = [field for field in query.split("&") if field and not _NOT_PAGE_IDENTITY.match(field)]
    return f"{host}{path}?{'&'.join(sorted(fields))}" if fields else host + path


def split_address(url: str) -> tuple[str, str, str]:
    """Host with port, path and query as they are spelt. Raises ValueError for an address that cannot be read."""
    plain = _PLAIN_ORIGIN.match(url)
    if plain is None or "#" in url or not url.isprintable():
        parts = urlsplit(url)
        return parts.netloc, parts.path, parts.query
    # Most addresses are looked at once, and `urlsplit` costs as much as all the rest of the looking.
    before, _, query = url.partition("?")
    end = plain.end()
    return before[before.index("//") + 2 : end], before[end:], query


def site_url(typed: str) -> str:
    """What an officer typed, as the address of a home page: `www.x.go.th` → `https://www.x.go.th/`.

    A path is kept, for sites that live in a folder of another. Raises UsageError for what is no web address.
    """
    text = typed.strip()
    remedy = "โปรดระบุที่อยู่หน้าแรกของหน่วยงาน เช่น https://www.example.go.th"
    scheme = _SCHEME.match(text)
    if scheme is not None and "//" not in text and not text[scheme.end() :].partition("/")[0].isdigit():
        raise UsageError(f"“{typed}” ไม่ใช่ที่อยู่เว็บไซต์", remedy=remedy)
    if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", text):
        text = f"https://{text.removeprefix('//')}"
    found = absolute(text, text) if not re.search(r"\s", text) and "@" not in text.partition("?")[0] else None
    if found is None or not _looks_like_a_site(bare_host(host_of(found))):
        raise UsageError(f"“{typed}” ไม่ใช่ที่อยู่เว็บไซต์", remedy=remedy)
    if network_of(host_of(found)) is Network.LINK_LOCAL:
        raise UsageError(f"“{typed}” เป็นที่อยู่ภายในเครื่องหรือเครือข่ายย่อย ซึ่งไม่มีเว็บไซต์เผยแพร่", remedy=remedy)
    return found


def _looks_like_a_site(name: str) -> bool:
    return name == "localhost" or ip_address(name) is not None or ("." in name and not name.endswith(".pdf"))


def _canonical(joined: str) -> str | None:
    parts = urlsplit(joined)
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORT:
        return None
    netloc = _netloc(scheme, parts.hostname, parts.port)
    if not netloc:
        return None
    path = _without_dots(_encoded(parts.path)) or "/"
    query = f"?{_encoded(parts.query)}" if parts.query else ""
    return f"{scheme}://{netloc}{path}{query}"


@lru_cache(maxsize=4096)
def _netloc(scheme: str, hostname: str | None, port: int | None) -> str:
    name = _ascii_host(hostname or "")
    if not name or port is None or port == _DEFAULT_PORT.get(scheme):
        return name
    return f"{name}:{port}"


def _ascii_host(hostname: str) -> str:
    name = hostname.lower().rstrip(".")
    if ":" in name:
        return f"[{name}]"
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    return name if _HOST.match(name) else ""


def _encoded(part: str) -> str:
    if _PLAIN.match(part):
        return part
    whole = _LONE_SURROGATE.sub("\ufffd", part)  # as browsers do; `quote` would write a "?", which begins a query
    return quote(_PERCENT.sub(_one_percent, whole), safe=_SAFE)


def _one_percent(found: re.Match[str]) -> str:
    if found[1] is None:
        return "%25"
    letter = chr(int(found[1], 16))
    return letter if letter in _UNRESERVED else f"%{found[1].upper()}"


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/".join(kept)


def _path_of(url: str) -> str:
    return url.partition("#")[0].partition("?")[0].partition("://")[2].partition("/")[2]


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    raw = unquote_to_bytes(text)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", errors="replace")


@cache
def _suffixes() -> Any:
    # Late, because it takes longer to load than the rest together; with no list address, so it never asks the network.
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
