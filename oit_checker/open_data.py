"""Open data (ข้อมูลเปิด): how well a program can read the evidence, and where the site offers data beside its documents.

The scale is the five-star scheme as the Digital Government Development Agency uses it: 1 on the web in any form (PDF,
picture, Word, web page), 2 a table file of one maker (Excel), 3 an open format (CSV, JSON, XML, ODS), 4 data that names
things by addresses (RDF). Whether data is linked to other data (5) cannot be told from a file's format.
None of it changes a status.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit

from oit_checker.model.evidence import Evidence, Finding
from oit_checker.model.page import Page, PageKind
from oit_checker.model.report import OpenData
from oit_checker.thai.text import fold
from oit_checker.urls import extension, file_name, host_of, is_document, registered_domain

LINKED_FORMATS = frozenset(("rdf", "ttl", "nt", "n3", "jsonld"))
OPEN_FORMATS = frozenset(("csv", "tsv", "json", "geojson", "xml", "kml", "ods"))
TABLE_FORMATS = frozenset(("xlsx", "xls", "xlsm", "xlsb"))
DATA_FORMATS = LINKED_FORMATS | OPEN_FORMATS | TABLE_FORMATS

SHORTEST_NAME = 3
MOST_ON_A_PAGE = 3
"""A web page with more data files than these is a list of many things, and none of them is its twin."""

_STARS_OF_KIND = {PageKind.XLSX: 2, PageKind.XLS: 2, PageKind.CSV: 3}
_MEDIA = (
    ("opendocument.spreadsheet", 3),
    ("rdf+xml", 4),
    ("turtle", 4),
    ("ld+json", 4),
    ("json", 3),
    ("text/csv", 3),
    ("text/xml", 3),
    ("application/xml", 3),
)
_PORTALS = ("gdcatalog.go.th", "data.go.th")
_CATALOG_NAMES = ("catalog", "gdcatalog", "datacatalog", "data", "opendata", "ckan")


class Told(Protocol):
    """What is asked of a link here: one of a page that was read closely, or of the map of the site."""

    @property
    def url(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def row(self) -> str | None: ...
    @property
    def in_menu(self) -> bool: ...


Offered = tuple[Told, str]
"""A link, and the address of the page on which it stands."""


def stars(page: Page, media_type: str | None) -> int:
    """The stars of a page or document that opened, 1 to 4; what is served as a web page has one, whatever its name."""
    stated = (media_type or "").lower()
    if page.kind is PageKind.HTML and "html" in stated:
        return 1
    end = extension(page.url)
    of_media = next((count for part, count in _MEDIA if part in stated), 1)
    of_name = 4 if end in LINKED_FORMATS else 3 if end in OPEN_FORMATS else 1
    if page.kind in {PageKind.TEXT, PageKind.OTHER, PageKind.HTML, PageKind.XLS}:
        return max(of_media, of_name, _STARS_OF_KIND.get(page.kind, 1))
    return _STARS_OF_KIND.get(page.kind, 1)


def with_twins(findings: Sequence[Finding], offered: Iterable[Offered]) -> tuple[Finding, ...]:
    """The findings with the data file that stands beside each document that opens, where there is one.

    A twin has the document's own name in the same folder or on the same page, or
    stands in the same row or list item as its only document; a web page's twin is
    a data file on it. Whether the twin holds the same data, nobody has read.
    """
    shelf = _Shelf(offered)
    return tuple(
        replace(finding, evidence=tuple(_with_twin(piece, shelf) for piece in finding.evidence)) for finding in findings
    )


def _with_twin(piece: Evidence, shelf: _Shelf) -> Evidence:
    if piece.machine_readable or not piece.verification.opens:
        return piece
    twin = shelf.twin_of(piece.url)
    if twin is None and not is_document(piece.url):
        twin = shelf.only_data_on({piece.url, piece.final_url})
    return replace(piece, machine_readable_twin=twin) if twin is not None else piece


class _Shelf:
    """The documents and data files that a site offers, by where their links stand."""

    def __init__(self, offered: Iterable[Offered]) -> None:
        self._places: defaultdict[str, list[Offered]] = defaultdict(list)
        self._data: defaultdict[str, dict[str, Told]] = defaultdict(dict)
        self._in_row: defaultdict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
        self._in_folder: dict[tuple[str, str], str] = {}
        documents: dict[str, bool] = {}
        for link, page in offered:
            if link.url not in documents:
                documents[link.url] = is_document(link.url)
            if documents[link.url] and not link.in_menu:
                self._put(link, page)

    def _put(self, link: Told, page: str) -> None:
        is_data = extension(link.url) in DATA_FORMATS
        self._places[link.url].append((link, page))
        if is_data:
            self._data[page][link.url] = link
            self._in_folder.setdefault((_folder(link.url), _stem(link.url)), link.url)
        if link.row:
            self._in_row[page, link.row][link.url] = is_data

    def twin_of(self, url: str) -> str | None:
        """The data file of a document's name, else the one in its row."""
        stem = _stem(url)
        if len(stem) >= SHORTEST_NAME:
            if (_folder(url), stem) in self._in_folder:
                return self._in_folder[_folder(url), stem]
            for _, page in self._places.get(url, ()):
                named = next((data for data in self._data.get(page, ()) if _stem(data) == stem), None)
                if named is not None:
                    return named
        return next((twin for link, page in self._places.get(url, ()) if (twin := self._beside(link, page))), None)

    def _beside(self, link: Told, page: str) -> str | None:
        row = self._in_row.get((page, link.row), {}) if link.row else {}
        data = [url for url, is_data in row.items() if is_data]
        return data[0] if data and len(row) - len(data) == 1 else None

    def only_data_on(self, pages: Collection[str]) -> str | None:
        """A data file on one of the pages, where it holds few enough to be about one thing."""
        for page in sorted(pages):
            data = self._data.get(page, {})
            if 0 < len(data) <= MOST_ON_A_PAGE:
                return next(iter(data))
        return None


def _stem(url: str) -> str:
    """The file's name without its ending, as it is compared; empty for an address that hides the name."""
    name, dot, _ = file_name(url).rpartition(".")
    return fold(name).replace("_", "").replace("-", "") if dot else ""


def _folder(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[0]


def open_data_of(findings: Sequence[Finding], offered: Iterable[Offered], hosts: Collection[str]) -> OpenData:
    """Sum up the evidence that opens, each address once, and name the site's link to a data catalogue."""
    pieces = {p.url: p for finding in findings for p in finding.evidence if p.verification.opens}
    counts = [0] * 6
    for piece in pieces.values():
        counts[min(max(piece.open_data_stars, 0), 5)] += 1
    catalog = _catalog(offered, hosts)
    return OpenData(
        pieces=len(pieces),
        by_stars=tuple(counts),
        readable=sum(piece.machine_readable for piece in pieces.values()),
        with_twin=sum(piece.machine_readable_twin is not None for piece in pieces.values()),
        catalog=catalog[0].url if catalog else None,
        catalog_text=catalog[0].text if catalog else None,
        catalog_found_on=catalog[1] if catalog else None,
    )


def _catalog(offered: Iterable[Offered], hosts: Collection[str]) -> Offered | None:
    """The first link to a data catalogue, the agency's own before the government's."""
    best: tuple[int, Offered] | None = None
    ranks: dict[str, int] = {}
    for link, page in offered:
        if link.url not in ranks:
            ranks[link.url] = _catalog_rank(link.url, hosts)
        rank = ranks[link.url]
        if rank and (best is None or rank > best[0]):
            best = (rank, (link, page))
    return best[1] if best else None


def _catalog_rank(url: str, hosts: Collection[str]) -> int:
    """3 the agency's own catalogue, 2 a place inside the government's, 1 its front door, 0 none."""
    host = host_of(url)
    path = urlsplit(url).path.strip("/")
    if any(host == portal or host.endswith(f".{portal}") for portal in _PORTALS):
        return 2 if path or host.partition(".")[0] not in {"www", "data", "gdcatalog"} else 1
    may_be_own = host.partition(".")[0] in _CATALOG_NAMES or path.split("/")[0] == "dataset"
    if may_be_own and registered_domain(host) in {registered_domain(own) for own in hosts}:
        return 3
    return 0
