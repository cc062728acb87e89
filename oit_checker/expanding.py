"""The round in which the web pages of an item are opened up for what they list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from oit_checker.gathered import Gathered, name_of
from oit_checker.judge import Piece
from oit_checker.judge.status import lacking_components
from oit_checker.match.candidates import SiteMap
from oit_checker.match.claims import Claims
from oit_checker.match.expand import FURTHER_PAGES, KEEP, Listed, listed_documents, worth_opening
from oit_checker.match.substance import Substance, substance_of
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.urls import same_site
from oit_checker.verify.cloud import same_thing
from oit_checker.verify.cloud.contents import MOST_FILES_PER_FOLDER

_FEW_PAGES = 2
_DOORS = frozenset(("link_to", "news"))


@dataclass(frozen=True, slots=True)
class Expander:
    """Opens up pages of a site; hubs are the addresses of its ITA lists, hosts those of its own pages and lists."""

    site: SiteMap
    claims: Claims
    year: FiscalYear
    hubs: Collection[str]
    hosts: Collection[str]

    def expanded(
        self,
        item: Item,
        known: Mapping[str, Candidate],
        pieces: dict[str, Piece],
        gathered: Gathered,
        *,
        by_words: bool = True,
    ) -> list[Candidate]:
        """The documents that the item's own web pages list; a piece that the year's list offers after all is marked.

        by_words: further web pages, to which nothing but words of the item leads, are opened too.
        """
        found: list[Listed] = []
        for candidate, listed in self._listed(item, known, pieces, gathered):
            if (thing := same_thing(listed.candidate.url)) not in pieces:
                found.append(listed)
            elif candidate.from_hub:  # found elsewhere before, and offered by this year's list after all
                pieces[thing] = replace(pieces[thing], listed=True)
        further = sorted((one for one in found if one.is_further), key=lambda one: -one.candidate.weight)
        beyond = further[FURTHER_PAGES if by_words else 0 :]
        return [one.candidate for one in found if one not in beyond]

    def _listed(
        self, item: Item, known: Mapping[str, Candidate], pieces: Mapping[str, Piece], gathered: Gathered
    ) -> Iterator[tuple[Candidate, Listed]]:
        """Each thing that a page of the item lists, behind the candidate that the page is."""
        covers = {name for name, piece in pieces.items() if piece.only_lists and piece.rejected is None}
        lacking = tuple(lacking_components(item, pieces.values()))
        offered = {piece.evidence.url for piece in pieces.values() if piece.listed}
        naming = self._naming(known.values(), gathered)
        for candidate in worth_opening(known.values(), lambda one: name_of(one) in covers):
            page, is_folder = gathered.page(candidate.url), gathered.lists_files(candidate.url)
            if page is None or not self._is_to_be_opened(page, is_folder=is_folder):
                continue
            is_cover = name_of(candidate) in covers
            is_named = candidate.from_hub and candidate.found_on in naming and (is_cover or bool(lacking))
            for listed in listed_documents(
                page,
                candidate,
                item,
                self.claims,
                self.year,
                self._skipped(is_named=is_named) | offered,
                self.site.files,
                MOST_FILES_PER_FOLDER if is_folder else KEEP,
                is_cover=is_cover,
                lacking=lacking,
                titles=self.site.titles if is_named or is_cover else None,
                own_pages=self._leads_to(page) if is_named and not _asks_for_doors(item) else (),
            ):
                yield candidate, listed

    def _naming(self, known: Iterable[Candidate], gathered: Gathered) -> set[str]:
        """The lists, and the page of its own that a list gives an item, where that only leads on to the item's page."""
        own = {one.url: gathered.page(one.url) for one in known if one.from_hub and one.found_on in self.hubs}
        return {*self.hubs, *(url for url, page in own.items() if page and substance_of(page) is Substance.COVER)}

    def _leads_to(self, page: Page) -> set[str]:
        """What a page that only leads on has to show, whatever its cards are called: no other part of the site."""
        if substance_of(page) is not Substance.COVER:
            return set()
        own = {link.url for link in page.links if not link.in_menu and same_site(link.url, self.hosts)}
        return {url for url in own - self.site.menu if not self._is_everywhere(url)}

    def _is_everywhere(self, url: str) -> bool:
        """Whether the home page or page after page links it, as a menu does that nothing marks as one."""
        on = {offer.found_on for offer in self.site.offers.get(url, ())}
        return self.site.home in on or len(on) > _FEW_PAGES

    def _is_to_be_opened(self, page: Page, *, is_folder: bool) -> bool:
        """Pages of the agency alone; what a list offers was read entry by entry."""
        is_own = page.kind is PageKind.HTML and (is_folder or same_site(page.url, self.hosts))
        return is_own and page.url not in self.hubs

    def _skipped(self, *, is_named: bool) -> set[str]:
        """Addresses that a link only leads around to.

        What the page that the year's list names for the item links in its text is meant as evidence where the page
        itself lacks something, though the menu of the site may lead there too.
        """
        return {self.site.home, *(self.hubs if is_named else self.site.menu)}


def _asks_for_doors(item: Item) -> bool:
    """Whether an item asks for a channel, a system or the news: there the page that leads on is the evidence."""
    return any(component.check in _DOORS for component in item.components)
