"""The crawl's pages and links, laid out for searching."""

from __future__ import annotations

from collections.abc import Callable

from oit_checker.match.candidates import SiteMap
from oit_checker.match.offer import Offer
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.urls import canonical, same_site


def map_site(
    snapshot: Snapshot, is_own: Callable[[PageRecord], bool], on_page: Callable[[PageRecord], None] | None = None
) -> SiteMap:
    """Collect every link that the crawl recorded, by the address it leads to.

    is_own tells of a page on another host whether it is the agency's list; the
    links of any other page there are none of the site. on_page is told of each page: to read their list takes as long
    as to map it.

    An address that redirects is kept under the address that was linked; titles
    are known under both.
    """
    manifest = snapshot.manifest
    offers: dict[str, list[Offer]] = {}
    titles: dict[str, str] = {}
    files: set[str] = set()
    words: dict[str, str] = {}
    near: list[tuple[int, str]] = []
    lists: set[str] = set()
    strangers: set[str] = set()
    depths: dict[str, int] = {}
    for record in snapshot.pages():
        if on_page is not None:
            on_page(record)
        if record.fetched.media_type is not None and "html" not in record.fetched.media_type:
            files.update((record.fetched.url, canonical(record.fetched.url)))
        page = record.fetched.final_url
        if record.fetched.body_sha256 is not None and not same_site(page, manifest.hosts):
            is_list = is_own(record)
            (lists if is_list else strangers).update((page, record.fetched.url))
            if not is_list:
                continue
        depths.setdefault(page, record.depth)
        if record.fetched.body_sha256 is not None and record.same_as is None:
            near.append((record.depth, page))
        if record.title:
            titles[page] = record.title
            titles.setdefault(canonical(record.fetched.url), record.title)
        for link in record.links:
            offer = Offer(link, page, words)
            offers.setdefault(offer.url, []).append(offer)
    for offered in offers.values():
        if len(offered) > 1:  # the order in which pages came is chance
            offered.sort(key=lambda offer: (depths[offer.found_on], offer.found_on))
    home = manifest.home or manifest.site
    menu = {url for url, offered in offers.items() if any(o.in_menu and o.found_on == home for o in offered)}
    pages = [url for _, url in sorted(near)]
    return SiteMap(home, manifest.hosts, offers, titles, snapshot.path_to, menu, files, pages, lists, strangers)
