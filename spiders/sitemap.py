"""sitemap.xml: lists of addresses, lists of lists, plain or gzip."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from oit_checker.codings import unpacked

MAX_BYTES = 10 * 1024 * 1024
MAX_URLS = 20_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """pages of the site, and further sitemaps."""

    pages: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def read_sitemap(body: bytes) -> Sitemap:
    """What a sitemap lists, at most MAX_URLS; empty for what is none."""
    if body[:2] == b"\x1f\x8b":
        body = unpacked(body, ("gzip",), MAX_BYTES)[0]
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Sitemap()
    if root is None or etree.QName(root).localname not in {"urlset", "sitemapindex"}:
        return Sitemap()
    places = (place.text.strip() for place in root.iter("{*}loc") if place.text)
    urls = tuple(url for _, url in zip(range(MAX_URLS), places, strict=False))
    return Sitemap(more=urls) if etree.QName(root).localname == "sitemapindex" else Sitemap(pages=urls)
