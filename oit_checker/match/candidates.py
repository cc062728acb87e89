"""Where to look for an item on the whole site: menus, link texts, headings, file names and page titles."""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from oit_checker.match.best import KEEP_PER_ITEM, best_of, without_many_pages
from oit_checker.match.claims import Claim, Claims
from oit_checker.match.map_links import asked_of
from oit_checker.match.named_years import (
    RIGHT_YEAR,
    NamedYears,
    is_kept_beside_list,
    may_be_of_block,
    named_years,
    without_many_of_other_years,
    without_older_lists,
    year_bonus,
)
from oit_checker.match.offer import Offer
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Match
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.assessment import NATIONAL
from oit_checker.thai.link_words import is_generic
from oit_checker.thai.text import fold
from oit_checker.urls import extension, file_name, host_of, is_document, is_media, same_site

LEAST_WEIGHT = 1.8
OFF_SITE = -0.7
MANY_HEADINGS = 3
SHARE_OF_BEST = 0.6  # a link speaks for a second item only if nearly as plainly as for its first

_PICTURES = {"png", "jpg", "jpeg"}  # organisation charts and posters stand on many sites as pictures


# Words of a kind of document alone: they say neither whose plan it is nor what is reported.
_KIND_WORDS = (
    "แผนงาน", "แผน", "รายงานผล", "รายงาน", "ผลการดำเนินงาน", "ผล", "สรุปผล", "สรุป", "ความก้าวหน้า", "หลักเกณฑ์",
    "ประกาศ", "คำสั่ง", "คู่มือ", "แนวทาง", "แนวปฏิบัติ", "สถิติ", "มาตรการ", "นโยบาย", "ข้อมูล", "รายละเอียด",
    "เอกสาร", "ไฟล์", "ประกอบ", "แนบ", "ฉบับ", "เต็ม", "เล่ม", "ตาราง", "แบบฟอร์ม", "หลักฐาน", "อ้างอิง", "ที่",
    "และ", "ครั้ง", "รอบ", "เดือน", "ไตรมาส", "ประจำ", "งบประมาณ", "ปี", "พ.ศ.", "พศ",
)  # fmt: skip
_KIND_ALONE = regex(rf"^(?:{'|'.join(re.escape(fold(word)) for word in _KIND_WORDS)}|[\d\W_])*$")


@lru_cache(maxsize=4096)  # menus and lists repeat their words on page after page
def says_nothing(text: str) -> bool:
    """Whether a link text tells at most a kind of document and a year (แผน, เอกสารประกอบ, ประจำปี 2568)."""
    return is_generic(text) or _KIND_ALONE.match(fold(text)) is not None


@dataclass(slots=True)
class SiteMap:
    """All that the crawl saw of the site's links, by address.

    titles are those of crawled pages, by final address; path_to gives the
    clicks from the home page to a crawled page, that page last. files are addresses
    that answered with a document, whatever they end in. pages are the crawled pages with
    bodies of their own, nearest to the home page first, then by address. lists are pages on
    other hosts that are the agency's own ITA lists, strangers those that may be another's.
    """

    home: str
    hosts: tuple[str, ...]
    offers: dict[str, list[Offer]]
    titles: dict[str, str]
    path_to: Callable[[str], tuple[str, ...]]
    menu: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)
    lists: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)


class _Weighed(NamedTuple):
    """What a link is worth for an item: each claim with the share it has in the weight and where it stood."""

    weight: float
    offer: Offer
    told: tuple[tuple[Claim, float, str], ...]
    named: NamedYears


class _Hope(NamedTuple):
    """What a link may be worth for an item: its weight but for the years that it names."""

    code: str
    weight: float
    offer: Offer
    told: tuple[tuple[Claim, float, str], ...]

    @property
    def highest(self) -> float:
        """Its weight if it names the right year."""
        return self.weight + RIGHT_YEAR


class Searcher:
    """Looks through a site's links for all items at once."""

    def __init__(self, site: SiteMap, claims: Claims, year: FiscalYear) -> None:
        self._site = site
        self._claims = claims
        self._year = year
        self._repeated: set[tuple[str, str]] | None = None
        self._best_so_far: dict[str, list[tuple[float, int, str]]] = {}
        self._of_stem: dict[str, list[str]] = {}
        for url in site.offers:
            if is_document(url):
                self._of_stem.setdefault(_stem(url), []).append(url)

    def search(self, items: Sequence[Item]) -> dict[str, tuple[Candidate, ...]]:
        """Return at most KEEP_PER_ITEM candidates of each item, best first."""
        by_code = {item.code: item for item in items}
        found: dict[str, list[_Weighed]] = {item.code: [] for item in items}
        self._best_so_far = {}
        for url, offers in self._site.offers.items():
            if not is_place_to_look(url, self._site):
                continue
            for code, weighed in self._weigh_url(url, offers, asked_of(url, by_code)).items():
                found[code].append(weighed)
                self._note_best(code, weighed, by_code[code])
        return {code: self._with_twins(self._best(weighed, by_code[code])) for code, weighed in found.items()}

    def _best(self, weighed: Sequence[_Weighed], item: Item) -> tuple[Candidate, ...]:
        kept = list(compress(weighed, without_older_lists([one.named for one in weighed], item, self._year)))
        # Of a long crawl thousands of links name an item: candidates are made of those alone that may be kept.
        least = sorted((one.weight for one in kept), reverse=True)[:KEEP_PER_ITEM][-1:]
        best = best_of(self._candidate(item.code, one) for one in kept if one.weight >= least[0])
        best = without_many_pages(best, self._site.titles)
        named = {one.offer.link.url: one.named for one in kept}
        return tuple(compress(best, without_many_of_other_years([named[one.url] for one in best], item, self._year)))

    def _candidate(self, code: str, weighed: _Weighed) -> Candidate:
        matched = tuple(match for claim, _, where in weighed.told for match in claim.matches(where))
        return candidate_of(code, weighed.offer, weighed.weight, matched, self._site)

    def _with_twins(self, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Add the same document in other forms: o18-2568.xlsx beside o18-2568.pdf, though its link says only Excel."""
        known = {candidate.url for candidate in candidates}
        twins = [
            replace(candidate, url=url, link_text=self._site.offers[url][0].text, path=(*candidate.path[:-1], url))
            for candidate in candidates
            for url in self._of_stem.get(_stem(candidate.url), ())
            if url not in known
        ]
        return (*candidates, *{twin.url: twin for twin in twins}.values())

    def _weigh_url(self, url: str, offers: Sequence[Offer], items: Mapping[str, Item]) -> dict[str, _Weighed]:
        of_name = self._claims.of(file_name(url)) if is_document(url) else {}
        of_title = self._claims.of(self._site.titles.get(url, ""))
        hopes = [hope for offer in offers[:40] for hope in self._hopes(offer, of_name, of_title, items)]
        if not any(map(self._may_be_kept, hopes)):
            return {}
        best: dict[str, _Weighed] = {}
        years: dict[Offer, NamedYears] = {}
        for hope in hopes:
            known = best.get(hope.code)
            if known is not None and hope.highest <= known.weight:
                continue
            named = years.get(hope.offer) or years_around(hope.offer.link, hope.offer.found_on, self._site)
            years[hope.offer] = named
            weight = hope.weight + year_bonus(named, items[hope.code], self._year)
            if known is None or weight > known.weight:
                best[hope.code] = _Weighed(weight, hope.offer, hope.told, named)
        top = max((weighed.weight for weighed in best.values()), default=0.0)
        return {code: one for code, one in best.items() if one.weight >= max(LEAST_WEIGHT, top * SHARE_OF_BEST)}

    def _may_be_kept(self, hope: _Hope) -> bool:
        """Whether a link may yet be among the best of its item, or tell that the year's own list offers something.

        To read the years that a link names is most of the work, and of a long crawl thousands name each item.
        """
        best, offer = self._best_so_far.get(hope.code, []), hope.offer
        if len(best) < KEEP_PER_ITEM or self._rank(hope.highest, offer) < best[-1]:
            return True
        return may_be_of_block(self._year, offer.year_block, self._site.titles.get(offer.found_on), offer.found_on)

    def _note_best(self, code: str, weighed: _Weighed, item: Item) -> None:
        """Note the weight of a link that no list of the year pushes out, if it is among the best of its item so far."""
        if not is_kept_beside_list(weighed.named, item, self._year):
            return
        best = self._best_so_far.setdefault(code, [])
        insort(best, self._rank(weighed.weight, weighed.offer))
        del best[KEEP_PER_ITEM:]

    def _rank(self, weight: float, offer: Offer) -> tuple[float, int, str]:
        """Where a link would stand among the candidates of an item, as `best_of` puts them in order."""
        return -weight, len(self._site.path_to(offer.found_on)), offer.url

    def _hopes(
        self, offer: Offer, of_name: dict[str, Claim], of_title: dict[str, Claim], items: Mapping[str, Item]
    ) -> Iterator[_Hope]:
        """What a link may be worth for each item, whatever years it names."""
        link = offer.link
        of_text = self._claims.of(link.text)
        lend = says_nothing(link.text) or (not of_text and self._is_repeated(offer))
        of_row = self._claims.of(link.row) if lend else {}
        of_heading = self._claims.of(link.heading) if lend or is_document(link.url) else {}
        of_page = {} if not lend or link.in_menu or of_row or of_heading else self._claims.of(self._title_around(offer))
        parts = (
            (of_text, 1.0, "link"),
            (of_name, 0.7, "url"),
            (of_title, 0.7, "title"),
            (of_row, 0.7, "row"),
            (of_heading, 0.6, "heading"),
            (of_page, 0.5, "title"),
        )
        for code in {code for claims, _, _ in parts for code in claims if code in items}:
            told = [(claims[code], share, where) for claims, share, where in parts if code in claims]
            if not any(claim.strong for claim, _, _ in told) or any(claim.negative for claim, _, _ in told[:1]):
                continue
            weight = sum(claim.weight * share for claim, share, _ in told) + self._distance(link)
            if weight + RIGHT_YEAR >= LEAST_WEIGHT:
                yield _Hope(code, weight, offer, tuple(told))

    def _title_around(self, offer: Offer) -> str:
        return "" if offer.found_on == self._site.home else self._site.titles.get(offer.found_on, "")

    def _is_repeated(self, offer: Offer) -> bool:
        """Whether the page shows the link's text under several headings, which then say what each is."""
        if offer.heading is None or not self._claims.of(offer.heading):
            return False
        if self._repeated is None:
            self._repeated = self._texts_under_many_headings()
        return (offer.found_on, offer.text) in self._repeated

    def _texts_under_many_headings(self) -> set[tuple[str, str]]:
        """The texts that a page shows under MANY_HEADINGS headings that name an item, each with its page."""
        under = [
            offer
            for offers in self._site.offers.values()
            for offer in offers
            if offer.heading and not offer.in_menu and self._claims.of(offer.heading)
        ]
        times = Counter(hash((offer.found_on, offer.text)) for offer in under)
        headings: dict[tuple[str, str], set[str]] = {}
        for offer in under:  # of a long crawl few are left: a set for each text would be megabytes
            place = (offer.found_on, offer.text)
            if times[hash(place)] >= MANY_HEADINGS:
                headings.setdefault(place, set()).add(offer.heading or "")
        return {place for place, found in headings.items() if len(found) >= MANY_HEADINGS}

    def _distance(self, link: Link) -> float:
        return 0.0 if same_site(link.url, self._site.hosts) else OFF_SITE


def is_place_to_look(url: str, site: SiteMap) -> bool:
    """Whether an address may hold evidence at all: not the home page, a national system, or a film."""
    if not url or url == site.home or host_of(url) in NATIONAL:
        return False
    return not is_media(url) or extension(url) in _PICTURES


def years_around(link: Link, found_on: str, site: SiteMap) -> NamedYears:
    """The years that a link names, and the pages on which it stands and to which it leads."""
    return named_years(link, site.titles.get(found_on), found_on, site.titles.get(link.url))


def candidate_of(
    code: str, offer: Offer, weight: float, matched: tuple[Match, ...], site: SiteMap, *, is_weak: bool = False
) -> Candidate:
    """What a link offers for an item."""
    link = offer.link
    return Candidate(
        code=code,
        url=link.url,
        found_on=offer.found_on,
        link_text=link.text,
        path=(*site.path_to(offer.found_on), link.url),
        matched=matched,
        weight=weight,
        heading=link.heading,
        row=link.row,
        year_block=link.year_block,
        element=link.element,
        is_weak=is_weak,
    )


def _stem(url: str) -> str:
    """The address without its ending; a document's forms share it."""
    return url.removesuffix(f".{extension(url)}") if is_document(url) else ""
