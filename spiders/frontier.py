"""Which page next: the addresses that were seen and not yet asked for, best first. Pure; knows no Scrapy."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from oit_checker.config import CrawlLimits
from oit_checker.model.page import Link
from oit_checker.snapshot import MAX_SKIPS, PageRecord, Skip
from oit_checker.urls import host_of, is_document, is_media, page_key
from spiders.traps import cap, shape, trap, without_order

SAME_SHAPE = 150
LATER = 200
FROM_SITEMAP = -20
MOST_BONUS = 10

Why = Literal["robots", "limit", "trap", "off_site", "too_long", "document"]


@dataclass(frozen=True, slots=True)
class Place:
    """A page to ask for. key is the same for all spellings of its address; late: its shape has had its share."""

    url: str
    key: str
    depth: int
    parent: str | None
    score: int
    late: bool = False


class Frontier:
    """The queue of one crawl.

    hosts are the host names of the main site; more may be added while it runs. of_link scores a link.
    """

    def __init__(self, hosts: Iterable[str], limits: CrawlLimits, of_link: Callable[[Link, int], int]) -> None:
        self.hosts: set[str] = set(hosts)
        self.documents: set[str] = set()
        self.off_site: Counter[str] = Counter()
        self.skips: list[Skip] = []
        self.skipped: Counter[str] = Counter()
        self.too_deep: dict[str, int] = {}
        """What only our depth limit left out, by key, with what its links promise at best."""
        self._limits = limits
        self._of_link = of_link
        self._visited: set[str] = set()
        self._keys: dict[str, str] = {}
        self._turned_away: set[str] = set()
        self._waiting: dict[str, Place] = {}
        self._heap: list[tuple[int, int, int, str]] = []
        self._shapes: Counter[str] = Counter()
        self._count = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def offer(self, links: Iterable[Link], *, parent: str, depth: int, bonus: int = 0) -> None:
        """Queue what the links of one page lead to; depth and bonus are the page's own."""
        for link in links:
            if link.url:
                self._offer(link, parent, depth + 1, bonus)

    def follow(self, record: PageRecord) -> None:
        """Queue what the links of a recorded page lead to; a page with words of the checklist leads the way."""
        bonus = min(len(record.hits), MOST_BONUS) if record.depth else 0
        self.offer(record.links, parent=record.fetched.final_url, depth=record.depth, bonus=bonus)

    def offer_sitemap(self, urls: Iterable[str], home: str) -> None:
        """Queue addresses of a sitemap, behind everything that a link speaks for."""
        for url in urls:
            self._offer(Link(url=url, href=url, text=""), home, 1, FROM_SITEMAP)

    def add_hosts(self, hosts: Iterable[str]) -> None:
        """Count further hosts as the main site's."""
        self.hosts.update(hosts)
        self._keys.clear()

    def begin(self, url: str) -> Place:
        """The home page, marked as taken."""
        key = self.key_of(url)
        self._visited.add(key)
        return Place(url, key, 0, None, 0)

    def take(self) -> Place | None:
        """The most promising page that was not taken before; None where the queue is empty."""
        while self._heap:
            score, _, _, key = heapq.heappop(self._heap)
            place = self._waiting.get(key)
            if place is None or place.score != -score:
                continue
            if not self._has_its_turn(place):
                continue
            del self._waiting[key]
            self._visited.add(key)
            return place
        return None

    def visit(self, url: str) -> bool:
        """Mark an address that was reached by another way, a redirect; False where it was visited before."""
        key = self.key_of(url)
        if key in self._visited:
            return False
        self._visited.add(key)
        self._waiting.pop(key, None)
        self.too_deep.pop(key, None)
        return True

    def replay(self, url: str) -> None:
        """Count a page as taken that was asked for before the crawl was cut short."""
        self.visit(url)
        self._shapes[shape(self.key_of(url))] += 1

    def forget(self, place: Place) -> None:
        """Give another spelling of a page that could not be reached its chance."""
        self._visited.discard(place.key)

    def skip(self, url: str, why: Why, found_on: str) -> None:
        """Count an address that is not asked for, once; the first ones are kept as examples."""
        if url in self._turned_away:
            return
        self._turned_away.add(url)
        self.skipped[why] += 1
        if len(self.skips) < MAX_SKIPS:
            self.skips.append(Skip(url, why, found_on))

    def leave(self) -> None:
        """Count what is still waiting as left out by our limits."""
        for place in sorted(self._waiting.values(), key=lambda place: -place.score):
            self.skip(place.url, "limit", place.parent or "")

    @staticmethod
    def key_of(url: str) -> str:
        return without_order(page_key(url))

    def _offer(self, link: Link, parent: str, depth: int, bonus: int) -> None:
        url = link.url
        key = self._keys.get(url)
        if key is None:
            key = self._keys[url] = self._key_if_page(url)
        if key in self._visited:
            return
        if not key:
            host = host_of(url)
            if host not in self.hosts:
                self.off_site[host] += 1
        elif not self._is_page(url, parent):
            return
        elif depth > self._limits.max_depth and key not in self._waiting:
            promise = self._of_link(link, depth)
            self.too_deep[key] = max(promise, self.too_deep.get(key, promise))
        else:
            self.too_deep.pop(key, None)
            self._queue(link, key, parent, depth, bonus)

    def _key_if_page(self, url: str) -> str:
        """The key of a page of the site; empty for what is off the site, a document (noted) or a picture."""
        if host_of(url) not in self.hosts:
            return ""
        if is_document(url):
            self.documents.add(url)
            return ""
        return "" if is_media(url) else self.key_of(url)

    def _is_page(self, url: str, parent: str) -> bool:
        """Whether an address may be asked for at all; what may not is counted."""
        if len(url) > self._limits.url_length:
            self.skip(url, "too_long", parent)
        elif trap(url) is not None:
            self.skip(url, "trap", parent)
        else:
            return True
        return False

    def _queue(self, link: Link, key: str, parent: str, depth: int, bonus: int) -> None:
        score = self._of_link(link, depth) + bonus
        known = self._waiting.get(key)
        if known is None:
            place = Place(link.url, key, depth, parent, score)
        elif score <= known.score:
            return
        else:
            # The nearer way stays the path of clicks, the better words decide the turn.
            place = replace(known, score=score, late=False)
        self._push(place)

    def _push(self, place: Place) -> None:
        self._waiting[place.key] = place
        self._count += 1
        heapq.heappush(self._heap, (-place.score, place.depth, self._count, place.key))

    def _has_its_turn(self, place: Place) -> bool:
        """Count the page to its shape; where the shape has had its share, the page comes later or never."""
        form = shape(place.key)
        most = cap(place.url)
        if most is not None and self._shapes[form] >= most:
            del self._waiting[place.key]
            self.skip(place.url, "trap", place.parent or "")
            return False
        if self._shapes[form] >= SAME_SHAPE and not place.late and place.score < LATER:
            self._push(replace(place, score=place.score - LATER, late=True))
            return False
        self._shapes[form] += 1
        return True
