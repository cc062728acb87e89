"""Links that name an item weakly: opened before anything is called missing, so that the document itself can tell.

An officer writes "สรุปจัดซื้อ ปี 68" where the manual writes a line and a half. A careful assessor opens such a link; only
what it then shows decides. So is a line of this year's own list opened whose words tell no item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from oit_checker.match.best import KEEP_PER_ITEM, best_of
from oit_checker.match.candidates import (
    SiteMap,
    candidate_of,
    is_place_to_look,
    says_nothing,
    years_around,
)
from oit_checker.match.claims import Claim, Claims
from oit_checker.match.hub_items import item_for_entry
from oit_checker.match.hub_types import Hub, HubEntry
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.match.map_links import asked_of
from oit_checker.match.named_years import year_bonus
from oit_checker.match.offer import Offer
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Candidate, Match
from oit_checker.urls import file_name, is_document

LISTED = 1.2  # a line of this year's list that prints the item's number, and words that tell no item
BY_HEADING = 0.5
MOST_ENTRIES = 40


def weak_links(
    site: SiteMap, claims: Claims, items: Sequence[Item], checklist: Checklist
) -> dict[str, list[Candidate]]:
    """The links that name each of these items by a weak word and no item plainly, best first, KEEP_PER_ITEM of each.

    A link that says to be of another kind than the item asks for is left out.
    """
    by_code = {item.code: item for item in items}
    found: dict[str, dict[str, Candidate]] = {code: {} for code in by_code}
    for url, offers in site.offers.items():
        if not is_place_to_look(url, site):
            continue
        for offer in offers[:KEEP_PER_ITEM]:
            for candidate in _of_offer(offer, site, claims, asked_of(url, by_code), checklist):
                best = found[candidate.code].get(url)
                if best is None or candidate.weight > best.weight:
                    found[candidate.code][url] = candidate
    return {code: list(best_of(of_item.values())) for code, of_item in found.items()}


def _of_offer(
    offer: Offer, site: SiteMap, claims: Claims, items: Mapping[str, Item], checklist: Checklist
) -> Iterator[Candidate]:
    link = offer.link
    of_name = claims.of(file_name(link.url)) if is_document(link.url) else {}
    said = [(claims.of(link.text), 1.0, "link", link.text), (of_name, 1.0, "url", file_name(link.url))]
    if not said[0][0] or says_nothing(link.text):
        said += [(claims.of(text), BY_HEADING, "heading", text) for text in (link.row, link.heading) if text]
    if any(claim.strong for claim in said[0][0].values() if claim.code not in items):
        return
    for code in dict.fromkeys(code for of_text, _, _, _ in said for code in of_text if code in items):
        told = [(of_text[code], share, where, text) for of_text, share, where, text in said if code in of_text]
        if any(claim.negative for claim, _, _, _ in told) or not _fits(told, items[code]):
            continue
        years = years_around(link, offer.found_on, site)
        weight = sum(claim.weight * share for claim, share, _, _ in told) + year_bonus(
            years, items[code], checklist.year
        )
        matched = tuple(match for claim, _, where, _ in told for match in claim.matches(where))
        yield candidate_of(code, offer, weight, matched, site, is_weak=True)


def _fits(told: Sequence[tuple[Claim, float, str, str]], item: Item) -> bool:
    """Whether none of the texts says to be of another kind than the item asks for."""
    return not any(contradicts(kinds_of_title(text), item.document_kinds) for _, _, _, text in told)


def unclaimed_entries(hubs: Sequence[Hub], checklist: Checklist, site: SiteMap) -> list[Candidate]:
    """What lines of this year's list offer whose words tell no item, under the number that they print ("" for none)."""
    found: dict[str, Candidate] = {}
    for hub in hubs:
        for block in hub.blocks:
            if block.prefix != "O" or block.fiscal_year != checklist.fiscal_year:
                continue
            for entry in block.entries:
                if item_for_entry(entry, block, checklist) is None:
                    for candidate in _of_entry(entry, hub.url, site):
                        found.setdefault(candidate.url, candidate)
    return list(found.values())[:MOST_ENTRIES]


def _of_entry(entry: HubEntry, hub_url: str, site: SiteMap) -> Iterator[Candidate]:
    matched = (Match(" ".join(filter(None, (entry.code_printed, entry.title))), "heading"),)
    for link in entry.links:
        if link.url and link.url != hub_url:
            offered = candidate_of(entry.code or "", Offer(link, hub_url), LISTED, matched, site, is_weak=True)
            yield replace(offered, link_text=link.text or entry.title, heading=entry.title, from_hub=True)
