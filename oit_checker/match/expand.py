"""A page that only lists documents: the documents on it are the evidence it offers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from oit_checker.match.candidates import says_nothing
from oit_checker.match.claims import Claims
from oit_checker.match.map_links import asked_of
from oit_checker.match.named_years import (
    NamedYears,
    named_years,
    without_many_of_other_years,
    without_older_lists,
    year_bonus,
)
from oit_checker.match.viewer_page import only_file
from oit_checker.model.checklist import Component, Item
from oit_checker.model.cloud import FILE_HOSTS
from oit_checker.model.evidence import Candidate, Match
from oit_checker.model.page import Link, Page
from oit_checker.model.year import FiscalYear
from oit_checker.networks import bare_host
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic, is_way_around
from oit_checker.thai.months import FULL_NAMES, SHORT_NAMES
from oit_checker.thai.text import fold
from oit_checker.urls import file_name, host_of, is_document, is_media

KEEP = 24
OPENED = 4  # pages of one item that are opened up for the documents they list
FURTHER_PAGES = 3  # web pages to which the pages of one item lead by its words alone: enough to see where it goes on
FURTHER_COVERS = 20  # more of them that show nothing themselves: a post for each month
_SHARE_OF_ROW = 0.7  # the row around a link may name other links too
_LETTERS_OF_A_THING = 8
# ม.ค., มี.ค. 2569; also with their dots or spaces astray (มี . ค).
_SHORT = "|".join(r"\s?\.?\s?".join(part for part in name.split(".") if part) + r"\s?\.?" for name in SHORT_NAMES)
_MONTHS = f"{'|'.join(FULL_NAMES)}|{_SHORT}"
_PERIOD = regex(
    rf"(?=.*(?:{_MONTHS}|[0-9๐-๙]{{4}}))"
    rf"(?:เดือน|ประจำ|ไตรมาส(?:ที่)?|รอบ|ครึ่งปี|ปี|พ\.ศ\.|งบประมาณ|{_MONTHS}|[0-9๐-๙\W_])+\Z"
)
"""A link that says no more than a month, a quarter or a year."""
WEAK = 0.6  # a weak word of the item is enough on the item's own page


def leads_to_document(url: str) -> bool:
    """Whether an address is a file, or a place of a file host where files are shown."""
    return is_document(url) or _shows_files(host_of(url))


@lru_cache(maxsize=256)  # the links of a page lead to few hosts
def _shows_files(host: str) -> bool:
    name = bare_host(host)
    return any(name == known or name.endswith("." + known) for known in FILE_HOSTS)


def worth_opening(known: Iterable[Candidate], is_cover: Callable[[Candidate], bool]) -> tuple[Candidate, ...]:
    """The pages of one item that are opened up, best first: the best ones, and further covers that its words led to."""
    best = sorted(known, key=lambda candidate: -candidate.weight)
    covers = [one for one in best[OPENED:] if not one.is_weak and is_cover(one)]
    return (*best[:OPENED], *covers[:FURTHER_COVERS])


class Listed(NamedTuple):
    """What a page lists for an item. is_further: a web page to which words of the item alone lead.

    None is so on a page that this year's own list names: what the agency lists is opened.
    """

    candidate: Candidate
    named: NamedYears
    is_further: bool


def listed_documents(
    page: Page,
    candidate: Candidate,
    item: Item,
    claims: Claims,
    year: FiscalYear,
    known: Collection[str],
    files: Collection[str] = (),
    keep: int = KEEP,
    *,
    is_cover: bool = False,
    lacking: Iterable[Component] = (),
    titles: Mapping[str, str] | None = None,
    own_pages: Collection[str] = (),
) -> tuple[Listed, ...]:
    """Return the documents that the candidate's page lists for this item, best first, at most `keep`.

    Links of menus, links already in `known` and links that speak for another item
    only are left out; of those that name other years only all but the newest are, save on a page that this year's own
    list names. A link to a further web page counts only where its words
    name the item, or one of the components that it still lacks; files are addresses
    known to answer with a document. is_cover: the page shows nothing itself; then each
    link that says nothing and has a name beside it counts, whatever it leads to: what it
    is, is told by what it answers. titles are those of crawled pages, given for a page that
    is the item's own and not all of it: there a web page counts too whose title names the item,
    and on a cover one whose link names a month or a year. own_pages: addresses that a page which
    this year's list names has to show, as it only leads on: they count whatever the words, but where these name another
    item or only lead around.
    """
    found: list[Listed] = []
    held = only_file(page)
    things = _words_of(lacking)
    for link in page.links:
        if not link.url or link.in_menu or link.url in known or link.url == page.url or is_media(link.url):
            continue
        weight, matched = _weight(link, item, claims) if asked_of(link.url, {item.code: item}) else (None, ())
        if weight is not None and not matched and _names_one(link, things):
            weight = WEAK
        is_file = leads_to_document(link.url) or link.url in files or link.url == held
        leads_on = is_file or (is_cover and _is_named_button(link, item, claims))
        leads_on = leads_on or (titles is not None and _is_part(link, item, claims, titles, is_cover=is_cover))
        leads_on = leads_on or (link.url in own_pages and not is_way_around(link.text))
        if weight is None or not (leads_on or weight >= WEAK):
            continue
        named = named_years(link, page.title, page.url)
        weight += candidate.weight * 0.5 + year_bonus(named, item, year)
        is_further = not leads_on and not candidate.from_hub
        found.append(Listed(_follow(candidate, page, link, weight, matched), named, is_further))
    best = _best(found, item, year, keep)
    if candidate.from_hub:  # what stands on a page that this year's own list names is meant, whatever year it names
        return best
    return tuple(compress(best, without_many_of_other_years([one.named for one in best], item, year)))


def _best(found: Sequence[Listed], item: Item, year: FiscalYear, keep: int) -> tuple[Listed, ...]:
    kept = compress(found, without_older_lists([one.named for one in found], item, year))
    unique = {one.candidate.url: one for one in sorted(kept, key=lambda one: one.candidate.weight)}
    return tuple(sorted(unique.values(), key=lambda one: (-one.candidate.weight, one.candidate.url))[:keep])


def _weight(link: Link, item: Item, claims: Claims) -> tuple[float | None, tuple[Match, ...]]:
    """How the link speaks for the item; None where it plainly speaks for another."""
    of_text = claims.of(link.text)
    of_name = claims.of(file_name(link.url)) if is_document(link.url) else {}
    own = [
        (c, where) for c, where in ((of_text.get(item.code), "link"), (of_name.get(item.code), "url")) if c is not None
    ]
    if any(claim.negative and not claim.strong for claim, _ in own):
        return None, ()
    if is_generic(link.text) and (of_row := claims.of(link.row).get(item.code)) is not None and not of_row.negative:
        own.append((of_row, "row"))
    others = [claim for claims_of in (of_text, of_name) for code, claim in claims_of.items() if code != item.code]
    if any(claim.strong for claim in others) and not any(claim.strong for claim, _ in own):
        return None, ()
    weight = sum(claim.weight * (_SHARE_OF_ROW if where == "row" else 1) for claim, where in own)
    if not own and not says_nothing(link.text):
        weight -= 0.2
    return weight, tuple(match for claim, where in own for match in claim.matches(where))


def _words_of(lacking: Iterable[Component]) -> tuple[str, ...]:
    """The folded words that name what is lacking, but for those that stand in many a link of other matters."""
    words = {fold(word) for component in lacking for word in component.keywords}
    return tuple(word for word in words if len(word) >= _LETTERS_OF_A_THING)


def _names_one(link: Link, things: Sequence[str]) -> bool:
    """Whether a link on the item's own page names a thing that the item lacks: a careful reader opens it."""
    said = fold(link.text)
    return len(said) >= _LETTERS_OF_A_THING and any(thing in said for thing in things)


def _is_part(link: Link, item: Item, claims: Claims, titles: Mapping[str, str], *, is_cover: bool) -> bool:
    """Whether a link on the item's own page leads to a part of its matter: this month's page, or one titled so."""
    told = claims.of(titles[link.url]) if link.url in titles else {}
    if any(claim.strong for claim in told.values()):
        return item.code in told and told[item.code].strong and not told[item.code].negative
    return is_cover and _PERIOD.match(link.text) is not None


def _is_named_button(link: Link, item: Item, claims: Claims) -> bool:
    """Whether a link says nothing itself and stands beside words that may be its name, and name no other item."""
    if not link.row or not is_generic(link.text) or is_way_around(link.text) or is_generic(link.row):
        return False
    strong = {code for code, claim in claims.of(link.row).items() if claim.strong}
    return not strong or item.code in strong


def _follow(candidate: Candidate, page: Page, link: Link, weight: float, matched: tuple[Match, ...]) -> Candidate:
    return replace(
        candidate,
        url=link.url,
        found_on=candidate.url,
        link_text=link.text,
        path=(*candidate.path, link.url),
        matched=matched or candidate.matched,
        weight=weight,
        heading=link.heading or page.title,
        row=link.row,
        year_block=link.year_block or candidate.year_block,
        element=link.element,
    )
