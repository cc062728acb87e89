"""Which page next: the addresses that were seen and not yet asked for, best first. Pure; knows no Scrapy."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from oit_checker.config import CrawlLimits
from oit_checker.model.page import Link
from oit_checker.snapshot import MAX_SKIPS, PageRecord, Skip
from oit_checker.snapshot.records import Why, count_places
from oit_checker.urls import host_of, is_document, is_media, page_key
from spiders.crowd import Crowd
from spiders.elsewhere import Elsewhere
from spiders.growth import Growth, is_choice, is_filter, nest
from spiders.interest import PROMISING
from spiders.place import Place
from spiders.traps import cap, shape, trap, without_order

SAME_SHAPE = 150
LATER = 200
DEEPER = 8
"""What a click more is worth to a page that waits to show whether its chain ends."""
FROM_SITEMAP = -20
MOST_BONUS = 10
MANY_CLICKS = 1_000_000


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
        self._ways: dict[str, Place] = {}
        self._limits = limits
        self._of_link = of_link
        self._visited: set[str] = set()
        self._keys: dict[str, str] = {}
        self._turned_away: set[str] = set()
        self._waiting: dict[str, Place] = {}
        self._heap: list[tuple[int, int, int, str]] = []
        self._shapes: Counter[str] = Counter()
        self._growth = Growth()
        self._crowd = Crowd()
        self._met: set[str] = set()
        self._elsewhere = Elsewhere(limits.max_hosts)
        self._doubted: set[str] = set()
        self._count = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def offer(self, links: Iterable[Link], *, parent: str, depth: int, bonus: int = 0, doubtful: bool = False) -> None:
        """Queue what the links of one page lead to; depth and bonus are the page's own."""
        for link in links:
            if link.url:
                self._offer(link, parent, depth + 1, bonus, doubtful=doubtful)

    def follow(self, record: PageRecord, *, has_new_text: bool = True) -> None:
        """Queue what the links of a recorded page lead to; a page with words of the checklist leads the way."""
        bonus = min(count_places(record.hits), MOST_BONUS) if record.depth else 0
        parent = record.fetched.final_url
        doubtful = self._is_barren(record, self.key_of(parent), has_new_text=has_new_text)
        self.offer(record.links, parent=parent, depth=record.depth, bonus=bonus, doubtful=doubtful)

    def _is_barren(self, record: PageRecord, key: str, *, has_new_text: bool) -> bool:
        """Whether a page has nothing to say and leads nowhere, or only to further pages of its own place."""
        if record.same_as is not None:
            if record.same_as != record.fetched.final_url:
                self._growth.echoed(key)
                if not is_choice(key):  # an end all the same
                    self._growth.ended(key)
            return False
        says_new = self._growth.says_new(record.title, record.links)
        new = [link.url for link in record.links if self._is_unmet(link.url)]
        grows = bool(new) and all(self._is_beside(url, key) for url in new)
        is_mute = not (new or says_new or has_new_text)
        ends_in_filters = is_mute and is_filter(key, self.key_of(record.parent or ""))
        is_barren = record.depth > 0 and not says_new and (grows or ends_in_filters)
        # Filters end in pages without a word of their own; elsewhere such a page is the end of a chain.
        if is_barren or not (is_mute and is_choice(key)):
            self._growth.note(key, is_barren=is_barren, is_doubtful=key in self._doubted)
        return is_barren or (is_mute and is_choice(key))

    def _is_unmet(self, url: str) -> bool:
        if not url or url in self._keys or is_media(url):
            return False
        return host_of(url) not in self.hosts or is_document(url) or self.key_of(url) not in self._met

    def _is_beside(self, url: str, key: str) -> bool:
        """Whether a new address is a page of the very place in the site at which `key` stands."""
        return host_of(url) in self.hosts and not is_document(url) and nest(self.key_of(url)) == nest(key)

    def reconsider(self, clicks: Mapping[str, int]) -> None:
        """Queue what was left out as too deep and is nearer to the home page than the way on which it was met."""
        for key in [key for key in self.too_deep if clicks.get(key, MANY_CLICKS) <= self._limits.max_depth]:
            del self.too_deep[key]
            self._queue(self._ways[key]._replace(depth=clicks[key]))

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

    def take(self, *, is_busy: bool = False) -> Place | None:
        """The most promising page that was not taken before; None where the queue is empty.

        is_busy: other pages are still under way. One that is suspected to lead on for ever waits until they have told
        what they know, so that not a crowd of them is asked for at once.
        """
        self._free(() if is_busy else self._crowd.dissolve())
        while self._heap:
            entry = heapq.heappop(self._heap)
            score, _, _, key = entry
            place = self._waiting.get(key)
            if place is None or place.score != -score:
                continue
            if is_busy and place.late and (place.doubtful or self._growth.is_suspect(key, doubtful=False)):
                heapq.heappush(self._heap, entry)
                return None
            is_of_crowd = is_busy and (place.doubtful or is_choice(key))
            if (is_of_crowd and self._crowd.holds_back(key)) or not self._has_its_turn(place):
                continue
            if is_of_crowd:
                self._crowd.goes(key)
            del self._waiting[key]
            self._visited.add(key)
            if place.doubtful and place.late:  # only who has waited tells whether the chain ends
                self._doubted.add(key)
            return place
        return None

    def landed(self, place: Place) -> None:
        """Note that a page that was taken has told what it knows, or will not."""
        self._free(self._crowd.landed(place.key))

    def _free(self, keys: Iterable[str]) -> None:
        for key in filter(self._waiting.__contains__, keys):
            self._push(self._waiting[key])

    def visit(self, url: str) -> bool:
        """Mark an address that was reached by another way, a redirect; False where it was visited before."""
        key = self.key_of(url)
        if key in self._visited:
            return False
        self._visited.add(key)
        self._waiting.pop(key, None)
        self.too_deep.pop(key, None)
        return True

    def is_too_long(self, url: str) -> bool:
        return len(url) > self._limits.url_length

    def replay(self, url: str) -> None:
        """Count a page as taken, once, that was asked for before the crawl was cut short."""
        if self.visit(url):
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

    def _offer(self, link: Link, parent: str, depth: int, bonus: int, *, doubtful: bool = False) -> None:
        url = link.url
        key = self._keys.get(url)
        if key is None:
            key = self._keys[url] = self._key_if_page(url)
            self._met.add(key)
        if key in self._visited:
            return
        if not key:
            host = host_of(url)
            if host not in self.hosts:
                self._leads_off(link, host, parent, depth)
        elif not self._is_page(url, parent):
            return
        elif depth > self._limits.max_depth and key not in self._waiting:
            promise = self._of_link(link, depth)
            self.too_deep[key] = max(promise, self.too_deep.get(key, promise))
            way = self._ways.setdefault(key, Place(url, key, depth, parent, promise + bonus, doubtful=doubtful))
            self._ways[key] = way._replace(doubtful=way.doubtful and doubtful)
        else:
            self.too_deep.pop(key, None)
            self._queue(Place(url, key, depth, parent, self._of_link(link, depth) + bonus, doubtful=doubtful))

    def _leads_off(self, link: Link, host: str, parent: str, depth: int) -> None:
        """Count a link that leads off the site, and queue it where the ITA list may stand there."""
        if host_of(parent) not in self.hosts:
            return
        if self._elsewhere.is_of_site(link, host, self.hosts):
            self.add_hosts((host,))
            self._offer(link, parent, depth, 0)
            return
        self.off_site[host] += 1
        is_shown = depth == 1 or link.in_menu
        if is_shown and self._elsewhere.is_list(link, host) and self._is_page(link.url, parent):
            self._queue(Place(link.url, self.key_of(link.url), depth, parent, self._of_link(link, depth)))

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
        if self.is_too_long(url):
            self.skip(url, "too_long", parent)
        elif trap(url) is not None:
            self.skip(url, "trap", parent)
        else:
            return True
        return False

    def _queue(self, place: Place) -> None:
        known = self._waiting.get(place.key)
        doubtful = place.doubtful and (known is None or known.doubtful)
        if known is None:
            self._push(place)
        elif place.score > known.score:
            # The nearer way stays the path of clicks, the better words decide the turn.
            self._push(known._replace(score=place.score, late=False, doubtful=doubtful))
        elif doubtful != known.doubtful:
            self._waiting[place.key] = known._replace(doubtful=doubtful)

    def _push(self, place: Place) -> None:
        self._waiting[place.key] = place
        self._count += 1
        heapq.heappush(self._heap, (-place.score, place.depth, self._count, place.key))

    def _has_its_turn(self, place: Place) -> bool:
        """Count the page to its shape; where the shape has had its share, the page comes later or never."""
        form = shape(place.key)
        most = cap(place.url)
        if (most is not None and self._shapes[form] >= most) or self._is_endless(place):
            del self._waiting[place.key]
            self.skip(place.url, "trap", place.parent or "")
            return False
        has_had_its_share = self._shapes[form] >= SAME_SHAPE
        if (has_had_its_share or self._growth.is_suspect(place.key, doubtful=place.doubtful)) and not place.late:
            deeper = DEEPER * place.depth if place.doubtful else 0
            if place.score < LATER:
                self._push(place._replace(score=place.score - LATER + deeper, late=True))
                return False
        self._shapes[form] += 1
        return True

    def _is_endless(self, place: Place) -> bool:
        """Whether a page that has waited for its turn is left out, because pages of its kind never end."""
        if not place.late:
            return False
        is_promising = place.score + LATER - DEEPER * place.depth * place.doubtful >= PROMISING
        is_closed = place.doubtful and self._growth.is_closed(place.key, is_promising=is_promising)
        return is_closed or self._growth.is_echo(place.key, is_promising=is_promising)
