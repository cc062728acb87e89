"""Addresses that cannot exist: what a host answers to them tells a missing page that is served as a good one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit

from oit_checker.urls import host_of, is_document
from oit_checker.verify.homes import is_home, names_nothing

NO_SUCH_NAME = "oit-checker-no-such-page-4f1c9b"
NO_SUCH_NUMBER = "999999999"
MOST_PER_HOST = 8
QUERY = "query"

Kind = tuple[str, ...]


def kind_of_address(url: str) -> Kind:
    """Addresses of one kind are answered by the same part of a site: pages by path, files, or one script's query.

    kind[1] is QUERY for the last; fields that choose no content make no query.
    """
    parts = urlsplit(url)
    origin = f"{parts.scheme}://{parts.netloc}"
    names = sorted(name for name, value in _fields(parts.query) if not names_nothing(name, value))
    if names:
        return origin, QUERY, parts.path, *names
    return origin, "file" if is_document(url) else "path", _ending(parts.path)


def without_query(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def probes_for(urls: Iterable[str]) -> dict[Kind, str]:
    """One impossible address for each kind among `urls`, MOST_PER_HOST a host; the same urls give the same probes.

    What has a query is of two kinds: the script may be missing, or the entry. A home page is never missing.
    """
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for url in sorted(urls):
        kind, bare = kind_of_address(url), without_query(url)
        by_kind[kind].append(url)
        if kind[1] == QUERY and not is_home(bare):
            by_kind[kind_of_address(bare)].append(bare)
    counts: Counter[str] = Counter()
    probes: dict[Kind, str] = {}
    for kind in sorted(by_kind, key=lambda kind: (-len(by_kind[kind]), kind)):
        host = host_of(by_kind[kind][0])
        if counts[host] < MOST_PER_HOST:
            counts[host] += 1
            probes[kind] = _impossible(kind, by_kind[kind])
    return probes


def _impossible(kind: Kind, urls: list[str]) -> str:
    if kind[1] == QUERY:
        return _impossible_query(urls[0])
    folders = Counter(urlsplit(url).path.rstrip("/").rpartition("/")[0] for url in urls)
    folder = min(folders, key=lambda path: (-folders[path], path))
    return f"{kind[0]}{folder}/{NO_SUCH_NAME}{kind[2]}"


def _impossible_query(url: str) -> str:
    """Numbers, which name entries, become one that no site has reached; without numbers the last value is replaced."""
    fields = _fields(urlsplit(url).query)
    telling = [n for n, field in enumerate(fields) if not names_nothing(*field)]
    numbers = [n for n in telling if fields[n][1].isdigit()]
    for n in numbers or telling[-1:]:
        fields[n] = (fields[n][0], NO_SUCH_NUMBER if numbers else NO_SUCH_NAME)
    return f"{without_query(url)}?{urlencode(fields)}"


def _fields(query: str) -> list[tuple[str, str]]:
    return parse_qsl(query, keep_blank_values=True)


def _ending(path: str) -> str:
    name = path.rpartition("/")[2]
    dot = name.rfind(".")
    end = name[dot:].lower() if dot > 0 else ""
    return end if 1 < len(end) <= 6 and end[1:].isalnum() else ""
