"""What the agency's own ITA lists offer for each item, in the asked year and in others."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from oit_checker.documents.link_forms import is_of_one_machine
from oit_checker.documents.tree import parse_html
from oit_checker.match.candidates import SiteMap
from oit_checker.match.elsewhere import is_elsewhere_note
from oit_checker.match.hub import UNKNOWN, Hub, HubBlock, HubEntry, hub_likelihood, item_for_entry, read_hub
from oit_checker.match.hub_titles import titles_of
from oit_checker.match.hub_words import bare
from oit_checker.match.named_years import named_years, year_bonus
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Candidate, Match
from oit_checker.model.page import Link, Page, Passage, Unreadable
from oit_checker.model.rendering import Unrendered
from oit_checker.model.report import HubInfo
from oit_checker.model.year import FiscalYear
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.thai.text import squeeze
from oit_checker.urls import fragment_of, host_of

READ_CLOSELY = 40  # pages that look most like a list
GIVE_UP_AFTER = 8  # pages in a row, likeliest first, that turn out to be none
LEAST_LIKELIHOOD = 0.15
KEEP_PER_ITEM = 40
LISTED_WEIGHT, OTHER_YEAR_WEIGHT = 10.0, 2.5
WHOLE_SHARE = 0.6  # a list that names this share of the items is the list, not a part of it


@dataclass(slots=True)
class Listed:
    """candidates of the asked year and of other years by item code.

    empty_codes are named without a usable link, scripted_codes with one that only a script opens.
    local_links are addresses under an item that only the machine knows on which the page was written.

    whole: a list of the asked year was read that names most items; list_url is where it stands. hubs tells
    the report what was found; notes are Thai remarks on odd numbering.
    """

    this_year: dict[str, list[Candidate]] = field(default_factory=dict)
    other_years: dict[str, list[Candidate]] = field(default_factory=dict)
    empty_codes: set[str] = field(default_factory=set)
    scripted_codes: set[str] = field(default_factory=set)
    local_links: dict[str, str] = field(default_factory=dict)
    hubs: list[HubInfo] = field(default_factory=list)
    whole: bool = False
    list_url: str | None = None

    def elsewhere(self, code: str, searched: Iterable[Candidate]) -> list[Candidate]:
        """What the site offers outside this year's list, and older lists.

        What this year's list names as another item's evidence is left out where it names evidence of this item too:
        the agency has said which is which.
        """
        taken = self._listed_for_others(code) if code in self.this_year else set()
        found = (*searched, *self.other_years.get(code, ()))
        return [candidate for candidate in found if candidate.url not in taken]

    def _listed_for_others(self, code: str) -> set[str]:
        """Addresses that this year's list offers for other items, and not for `code`."""
        own = {candidate.url for candidate in self.this_year.get(code, ())}
        return {c.url for other, listed in self.this_year.items() if other != code for c in listed} - own


class Likeliest:
    """The pages that may be a list, of all that it is told of: the likeliest first, then the nearest.

    Only as many are held as are read closely, of a site that may have thousands.
    """

    def __init__(self, snapshot: Snapshot, checklist: Checklist) -> None:
        self._snapshot, self._checklist = snapshot, checklist
        # Of some hundred phrases that stand on each page, the few that are titles of items tell a list.
        titles, phrases = titles_of(checklist), enumerate(snapshot.manifest.phrases)
        self._telling = {place: phrase for place, phrase in phrases if titles.exactly(bare(phrase)) is not None}
        self._found: list[tuple[tuple[float, int, str], PageRecord]] = []

    def note(self, record: PageRecord) -> None:
        if record.fetched.body_sha256 is None or record.same_as is not None:
            return
        url = record.fetched.final_url
        hits = [self._telling[place] for place in self._telling.keys() & self._snapshot.hit_places(record)]
        score = hub_likelihood(record.title, url, record.links, hits, self._checklist)
        if score >= LEAST_LIKELIHOOD:
            self._found.append(((-score, record.depth, url), record))
        if len(self._found) > 2 * READ_CLOSELY:
            self._leave_out_others()

    def in_order(self) -> list[PageRecord]:
        self._leave_out_others()
        return [record for _, record in self._found]

    def _leave_out_others(self) -> None:
        self._found = heapq.nsmallest(READ_CLOSELY, self._found, key=itemgetter(0))


def read_hubs(snapshot: Snapshot, checklist: Checklist, site: SiteMap, likely: Likeliest) -> list[Hub]:
    """Read the crawled pages that look most like an ITA list; nearest to the home page first."""
    hubs: list[Hub] = []
    told: dict[int, PageRecord] = {}
    none_in_a_row = 0
    for record in likely.in_order():
        if none_in_a_row == GIVE_UP_AFTER:
            break
        if record.fetched.final_url in site.strangers:
            continue
        root = parse_html(snapshot.body(record.fetched.body_sha256 or ""), record.fetched.charset)
        hub = read_hub(root, record.fetched.final_url, checklist)
        none_in_a_row = 0 if hub is not None else none_in_a_row + 1
        if hub is not None:
            is_lost = record.choice is not None and record.fetched.final_url == record.parent
            hubs.append(replace(hub, by_choice=is_lost))
            told[len(hubs) - 1] = record
    return _as_shown(hubs, told) if snapshot.manifest.rendering.pages else hubs


def _as_shown(hubs: Sequence[Hub], records: Mapping[int, PageRecord]) -> list[Hub]:
    """Of a list read as it was sent and as a browser shows it, the one that offers more; the latter where equal."""
    best: dict[str, int] = {}
    for number, hub in enumerate(hubs):
        if records[number].choice is None:
            other = best.setdefault(hub.url, number)
            if _worth(hub, records[number]) > _worth(hubs[other], records[other]):
                best[hub.url] = number
    return [hub for number, hub in enumerate(hubs) if records[number].choice is not None or best[hub.url] == number]


def _worth(hub: Hub, record: PageRecord) -> tuple[int, bool]:
    return sum(bool(entry.links) for block in hub.blocks for entry in block.entries), record.is_rendered


def offered_by_hubs(
    hubs: Sequence[Hub], checklist: Checklist, site: SiteMap, left: Collection[Unrendered] = ()
) -> Listed:
    """Sort the entries of all lists by item and by year.

    left are pages that a script makes and that were not seen, or not wholly: what has no link there may have one.
    """
    listed = Listed()
    unseen = {page.url for page in left}
    blocks = [(hub, block) for hub in hubs for block in hub.blocks]
    linked = [(hub, block) for hub, block in blocks if _has_links(block)]
    dated = any(block.fiscal_year == checklist.fiscal_year and block.prefix == "O" for _, block in linked)
    if dated or any(_may_be_of(block, checklist) for _, block in linked):
        blocks = linked  # a page that names the items and links none is the list only where no other page is
    named: set[str] = set()
    for hub, block in blocks:
        notes = (*block.notes, is_elsewhere_note(host_of(hub.url))) if hub.url in site.lists else tuple(block.notes)
        listed.hubs.append(HubInfo(hub.url, block.fiscal_year, block.instrument, len(block.entries), notes))
        if block.prefix != "O":
            continue
        is_undated = not dated and _may_be_of(block, checklist)
        is_asked = block.fiscal_year == checklist.fiscal_year or is_undated
        for entry in block.entries:
            code = _offer(entry, hub, block, checklist, site, listed, is_asked, is_unseen=hub.url in unseen)
            if code is not None and is_asked and _has_links(block):
                named.add(code)
    listed.empty_codes -= {*listed.this_year, *listed.scripted_codes}
    listed.list_url = next((hub.url for hub, block in blocks if block.fiscal_year == checklist.fiscal_year), None)
    scored = [item.code for item in checklist.items if not item.provisional]
    listed.whole = len(named & set(scored)) >= WHOLE_SHARE * len(scored)
    for offered in (listed.this_year, listed.other_years):
        for code, candidates in offered.items():
            offered[code] = _best(candidates)
    return listed


def _may_be_of(block: HubBlock, checklist: Checklist) -> bool:
    """A list without a year is this year's where no other one is and its numbers are not an older list's."""
    return block.prefix == "O" and block.fiscal_year is None and block.instrument in {checklist.id, UNKNOWN}


def _has_links(block: HubBlock) -> bool:
    return any(entry.links for entry in block.entries)


def _offer(
    entry: HubEntry,
    hub: Hub,
    block: HubBlock,
    checklist: Checklist,
    site: SiteMap,
    listed: Listed,
    is_asked: bool,
    *,
    is_unseen: bool,
) -> str | None:
    """File an entry under its item; return the item's code, or None where the entry is none of ours."""
    known = item_for_entry(entry, block, checklist)
    if known is None:
        return None
    item, matched = known
    links = [link for link in entry.links if link.url and link.url != hub.url]
    told = _told_in_list(entry, hub.url)
    if not links and told is None and is_asked:
        by_script = is_unseen or any(link.href.lower().startswith("javascript:") for link in entry.links)
        (listed.scripted_codes if by_script else listed.empty_codes).add(item.code)
        local = next((link.href for link in entry.links if not link.url and is_of_one_machine(link.href)), None)
        if local is not None:
            listed.local_links.setdefault(item.code, local)
    target = listed.this_year if is_asked else listed.other_years
    for link in links:
        target.setdefault(item.code, []).append(
            _candidate(item, link, entry, hub, checklist.year, matched, site, is_asked)
        )
    if told is not None and is_asked:
        candidate = _candidate(item, told, entry, hub, checklist.year, matched, site, is_asked)
        listed.this_year.setdefault(item.code, []).append(
            replace(candidate, path=site.path_to(hub.url))
            if hub.by_choice  # whoever opens the page sees it without the choice, and so it is judged
            else replace(
                candidate, path=site.path_to(hub.url), told=entry.text, pictures=entry.pictures, fields=entry.fields
            )
        )
    return item.code


def _told_in_list(entry: HubEntry, hub_url: str) -> Link | None:
    """A link to the list itself, where it shows the matter under the item; a picture counts where nothing else does."""
    jump = next((link for link in entry.links if link.url == hub_url and fragment_of(link.href)), None)
    if entry.text or (entry.pictures and not any(link.url for link in entry.links)):
        return jump or Link(hub_url, hub_url, entry.title)
    return None


def _candidate(
    item: Item,
    link: Link,
    entry: HubEntry,
    hub: Hub,
    year: FiscalYear,
    matched: tuple[Match, ...],
    site: SiteMap,
    is_asked: bool,
) -> Candidate:
    base = LISTED_WEIGHT if is_asked else OTHER_YEAR_WEIGHT
    return Candidate(
        code=item.code,
        url=link.url,
        found_on=hub.url,
        link_text=link.text or entry.title,
        path=(*site.path_to(hub.url), link.url),
        matched=matched,
        weight=base + year_bonus(named_years(link, hub.title, hub.url), item, year),
        heading=entry.title,
        row=link.row,
        year_block=link.year_block,
        from_hub=is_asked,
        element=link.element,
    )


def _best(candidates: Sequence[Candidate]) -> list[Candidate]:
    unique: dict[str, Candidate] = {}
    for candidate in candidates:
        if candidate.url not in unique or candidate.weight > unique[candidate.url].weight:
            unique[candidate.url] = candidate
    return sorted(unique.values(), key=lambda c: -c.weight)[:KEEP_PER_ITEM]


def part_of_list(page: Page, candidate: Candidate) -> Page:
    """The part of a list's page that tells an item's matter, as a page of its own."""
    heading = candidate.heading or candidate.link_text
    unsure = {squeeze(passage.text): passage.unsure for passage in page.passages if passage.unsure}
    passages = tuple(Passage(text, heading, unsure=unsure.get(squeeze(text))) for text in candidate.told)
    return Page(
        url=f"{page.url}#{candidate.code}",
        kind=page.kind,
        title=heading,
        passages=(Passage(heading, is_heading=True), *passages),
        unreadable=page.unreadable if passages else Unreadable.IMAGE_ONLY,
        pictures=candidate.pictures,
        fields=candidate.fields,
    )
