"""Snapshot + checklist → gap report: the straight walk.

    lists and links → candidates → a fresh look at each address → pages → evidence → findings → score

It goes in rounds: what the agency's own list of the year offers; for items that are not yet whole, what was found
elsewhere on the site and the documents that listing pages list; last, documents whose names tell nothing. In each
round scans are read by OCR where text did not suffice.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial

from oit_checker import __version__
from oit_checker.appraise import Appraiser
from oit_checker.checklist import all_phrases
from oit_checker.config import AuditOptions
from oit_checker.documents.ocr import ScanReader
from oit_checker.documents.ocr_cache import OcrCache
from oit_checker.documents.reading import Reader
from oit_checker.doors_found_shut import through_open_doors
from oit_checker.doors_to_try import failing_doors
from oit_checker.expanding import Expander
from oit_checker.fetch import Fetcher
from oit_checker.gather import Gatherer
from oit_checker.gathered import archive_of, name_of
from oit_checker.judge import Piece, Situation, could_tell_more, in_turn, judge, likeliest_first, with_rendering
from oit_checker.match.agency import own_names
from oit_checker.match.candidates import Searcher
from oit_checker.match.claims import Claims
from oit_checker.match.furniture import furniture_of
from oit_checker.match.inside import opened_up
from oit_checker.match.listed import Likeliest, offered_by_hubs, part_of_list, read_hubs
from oit_checker.match.own_head import with_own_posts
from oit_checker.match.reached import reached
from oit_checker.match.site_map import map_site
from oit_checker.match.survey import agency_of, home_page, owned_by, sample_pages, why_blind
from oit_checker.match.unnamed import retitled, unnamed_documents
from oit_checker.match.weakly import unclaimed_entries, weak_links
from oit_checker.misplaced import WITHOUT_ANY, as_misplaced, misplaced
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Candidate, Finding, ItemStatus
from oit_checker.model.page import Page, Unreadable
from oit_checker.model.report import SCHEMA_VERSION, ChecklistRef, GapReport, Generator
from oit_checker.open_data import open_data_of, with_twins
from oit_checker.privacy import mask, masked_report
from oit_checker.score import score
from oit_checker.snapshot import Snapshot
from oit_checker.snapshot.earlier import previous_of
from oit_checker.telling import offered_links, reuse_of, run_info
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.urls import host_of, is_document
from oit_checker.verify.box import hosts_with_box
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import same_thing
from oit_checker.weak_links import weighed, without_idle_covers

_LOG = logging.getLogger(__name__)
_OPENED_BY_SCRIPT = "หน้า ITA เปิดหลักฐานของข้อนี้ด้วยสคริปต์ โปรแกรมจึงไม่เห็นที่อยู่ โปรดเปิดดูด้วยตนเอง"


def audit(
    snapshot: Snapshot,
    checklist: Checklist,
    *,
    fetcher: Fetcher,
    now: datetime,
    options: AuditOptions | None = None,
    on_progress: Callable[[str, int, int], None] | None = None,
) -> GapReport:
    """Judge one site's snapshot against one checklist.

    fetcher is asked once per distinct URL (twice where it failed), however many
    items offer it. now is an aware time, passed in so that an old report can be
    made again; "today" in a check is its day.

    Returns one Finding per item, in checklist order, also for items without
    evidence. What the site did wrong is in the findings and is never raised.
    Citizen numbers are masked wherever the site has put them.

    Raises SnapshotError if the snapshot was cut short while being written.
    """
    options = options or AuditOptions()
    with Reader(options.read_limits) as reader:
        scan_reader = ScanReader(reader, options.read_limits, OcrCache(snapshot.folder, previous_of(snapshot.folder)))
        gatherer = Gatherer(snapshot, fetcher, reader, on_progress, scan_reader)
        walk = _Walk(snapshot, checklist, gatherer, options, now)
        findings = with_twins(walk.findings(), offered_links(walk.site, walk.gatherer.gathered))
    scored, by_sub = score(
        findings, checklist, iit=options.iit, eit=options.eit, include_provisional=options.include_provisional
    )
    report = GapReport(
        schema_version=SCHEMA_VERSION,
        generator=Generator("oit-checker", __version__),
        agency=walk.agency,
        checklist=ChecklistRef.of(checklist),
        run=run_info(snapshot, walk.gatherer.gathered, now),
        score=scored,
        sub_indicators=by_sub,
        items=findings,
        links=walk.gatherer.gathered.link_checks(),
        hubs=tuple(walk.listed.hubs),
        open_data=open_data_of(findings, offered_links(walk.site, walk.gatherer.gathered), walk.agency.hosts),
    )
    return masked_report(report)


class _Walk:
    """The state of one audit: what is known of each item so far."""

    def __init__(
        self, snapshot: Snapshot, checklist: Checklist, gatherer: Gatherer, options: AuditOptions, now: datetime
    ) -> None:
        self._snapshot = snapshot
        self._manifest = snapshot.manifest
        self.gatherer = gatherer
        self.agency = agency_of(self._manifest, home_page(snapshot), options.kind)
        self._checklist = checklist = with_own_posts(checklist, self.agency.name)
        gatherer.own_hosts, gatherer.boxed = self.agency.hosts, hosts_with_box(snapshot)
        likely = Likeliest(snapshot, checklist)
        self.site = map_site(snapshot, owned_by(snapshot, self.agency), likely.note)
        self.claims = Claims(checklist, own_names(self.agency.name))
        self._hubs = read_hubs(snapshot, checklist, self.site, likely)
        self.listed = offered_by_hubs(self._hubs, checklist, self.site, self._manifest.rendering.left)
        hubs, hosts = {hub.url for hub in self.listed.hubs}, {*self.agency.hosts, *map(host_of, self.site.lists)}
        self._expander = Expander(self.site, self.claims, checklist.year, hubs, hosts)
        index = PhraseIndex(all_phrases(checklist), checklist.not_in)
        furniture = furniture_of(sample_pages(snapshot, self.site))
        self._appraiser = Appraiser(
            checklist, self.claims, index, self.agency.kind, now.date(), furniture, self.agency.name, self.site.files
        )
        self._candidates: dict[str, dict[str, Candidate]] = {item.code: {} for item in checklist.items}
        self._pieces: dict[str, dict[str, Piece]] = {item.code: {} for item in checklist.items}

    def findings(self) -> tuple[Finding, ...]:
        if self._manifest.outcome != "failed":
            self._gather_all()
        reuse = reuse_of(self.gatherer.gathered, self.listed, self._checklist, self.claims)
        return with_rendering(reuse.told_in([self._finding(item) for item in self._checklist.items]), self._snapshot)

    def _gather_all(self) -> None:
        self.gatherer.expect_documents(self.site.offers)
        self._round((item, self.listed.this_year.get(item.code, ())) for item in self._checklist.items)
        searched = Searcher(self.site, self.claims, self._checklist.year).search(self._checklist.items)
        self._round((item, self.listed.elsewhere(item.code, searched[item.code])) for item in self._not_whole())
        # A page that carries files is their cover: the files are opened even where the page alone would do.
        lacking = {item.code for item in self._not_whole()}
        self._round((item, self._expanded(item, by_words=item.code in lacking)) for item in self._checklist.items)
        self._round((item, self._expanded(item, by_words=False)) for item in self._not_whole())
        self._read_unnamed()
        self._open_weak_links()
        self._round(failing_doors(self._checklist.items, self._pieces, self._candidates, self._snapshot))
        self._offer_misplaced()
        self.gatherer.gathered.finish()

    def _round(self, offered: Iterable[tuple[Item, Iterable[Candidate]]]) -> None:
        """Look at the new candidates of each item, all addresses at once, and appraise them."""
        new: list[tuple[Item, Candidate]] = []
        for item, candidates in offered:
            known = self._candidates[item.code]
            for candidate in candidates:
                if same_thing(candidate.url) not in known:
                    known[same_thing(candidate.url)] = candidate
                    new.append((item, candidate))
        self.gatherer.look_at(candidate for _, candidate in new)
        for item, candidate in new:
            if not self._is_same_page(item, candidate, self.gatherer.gathered.seen(candidate.url)):
                self._appraise(item, candidate)
        page = self.gatherer.gathered.page
        parts = ((item, part) for item, one in new for part, _ in opened_up(one, page(one.url)))
        self._read_scans([(item, part) for item, part in parts if name_of(part) in self._pieces[item.code]])

    def _appraise(self, item: Item, candidate: Candidate) -> None:
        gathered, pieces = self.gatherer.gathered, self._pieces[item.code]
        checked, page = gathered.seen(candidate.url), gathered.page(candidate.url)
        if page is not None and (candidate.told or candidate.pictures):
            page = part_of_list(page, candidate)
        for part, read in opened_up(candidate, page):
            piece = self._appraised(item, part, checked, read)
            piece = replace(piece, evidence=reached(item, piece.evidence, self.site))
            piece = weighed(item, piece, read, self.claims, self._checklist.year) if part.is_weak else piece
            name = name_of(part)
            was_listed = name in pieces and pieces[name].listed
            pieces[name] = replace(piece, listed=piece.listed or was_listed)

    def _appraised(self, item: Item, part: Candidate, checked: Checked, read: Page | None) -> Piece:
        """As Appraiser.appraise; a page on which we fail is told as one that we could not read."""
        try:
            look = partial(self._appraiser.appraise, item, part, checked)
            return through_open_doors(item, read, self._snapshot, look)
        except Exception as fault:  # a fault of ours on one page must not take the report of all others along
            if read is None:
                raise
            at = traceback.extract_tb(fault.__traceback__)[-1]
            _LOG.error("%s, %s: %s at %s:%s", item.code, mask(part.url), type(fault).__name__, at.name, at.lineno)
        unread = Page(read.url, read.kind, read.title, unreadable=Unreadable.READER_FAILED)
        return self._appraiser.appraise(item, part, checked, unread)

    def _read_scans(self, new: Sequence[tuple[Item, Candidate]]) -> None:
        """Have scans read that may yet decide an item: of each item the likeliest, and the next where it stays open."""
        waiting = [one for one in new if self.gatherer.has_unread_scans(one[1].url)]
        waiting.sort(key=lambda one: likeliest_first(self._piece(*one), one[1]))
        for urls in in_turn(waiting, self._is_open):
            read = self.gatherer.read_scans(urls)
            for item in self._checklist.items:
                known = self._candidates[item.code]
                for name in sorted(read & self._pieces[item.code].keys()):
                    self._appraise(item, known[name if name in known else archive_of(name)])

    def _piece(self, item: Item, candidate: Candidate) -> Piece:
        return self._pieces[item.code][name_of(candidate)]

    def _is_open(self, item: Item, candidate: Candidate) -> bool:
        may_tell = could_tell_more(self._piece(item, candidate), item, self._checklist.year, self.agency.kind)
        return may_tell and self._finding(item).status is not ItemStatus.PASS

    def _is_same_page(self, item: Item, candidate: Candidate, checked: Checked) -> bool:
        """Whether the item already has this very page under another address."""
        body = checked.fetched.body_sha256
        if body is None or is_document(candidate.url) or checked.unread is not None:
            return False
        if not checked.verdict.verification.opens:  # links that fail alike are told one by one
            return False
        own, known = same_thing(candidate.url), self.gatherer.gathered.checked
        # A document inside an archive has no address of its own there.
        others = (known[thing].fetched for thing in self._pieces[item.code] if thing != own and thing in known)
        is_shell = self._snapshot.page_shown(checked.fetched.final_url) is not None  # filled anew at each address
        return not is_shell and any(other.body_sha256 == body for other in others)

    def _not_whole(self) -> list[Item]:
        """The items for which more is looked for; what has no piece yet is so without being judged."""
        items, pieces = self._checklist.items, self._pieces
        return [item for item in items if not pieces[item.code] or self._finding(item).status is not ItemStatus.PASS]

    def _expanded(self, item: Item, *, by_words: bool = True) -> list[Candidate]:
        """The documents that the item's own web pages list."""
        known, pieces = self._candidates[item.code], self._pieces[item.code]
        return self._expander.expanded(item, known, pieces, self.gatherer.gathered, by_words=by_words)

    def _read_unnamed(self) -> None:
        """For items that nothing offers: read the documents that no words describe, and let their titles tell."""
        bare = [item for item in self._checklist.items if not self._pieces[item.code]]
        if not bare:
            return
        documents = unnamed_documents(self.site, self.claims, bare[0].code)
        self.gatherer.look_at(documents)
        for item in bare:
            self._round([(item, retitled(item, documents, self.gatherer.gathered.page, self.claims))])

    def _open_weak_links(self) -> None:
        """Before an item is called missing: open what names it weakly, and what this year's list does not explain."""
        missing = [
            item
            for item in self._checklist.items
            if self._finding(item, takes_halves=False).status is ItemStatus.MISSING
        ]
        weak = weak_links(self.site, self.claims, missing, self._checklist) if missing else {}
        entries = unclaimed_entries(self._hubs, self._checklist, self.site) if missing else []
        self.gatherer.look_at(entries)
        for item in missing:
            named = retitled(item, entries, self.gatherer.gathered.page, self.claims)
            coded = [entry for entry in entries if entry.code == item.code]
            self._round([(item, self.listed.elsewhere(item.code, [*named, *coded, *weak[item.code]]))])
            self._round([(item, self._expanded(item))])
            pieces, known = self._pieces[item.code], self._candidates[item.code].values()
            told = without_idle_covers(list(pieces.values()), [one.url for one in known if one.is_weak])
            pieces.update(zip(list(pieces), told, strict=True))

    def _offer_misplaced(self) -> None:
        for code, row, candidate in misplaced(self._pieces, self._candidates, self.gatherer.gathered, self.claims):
            item, own, name = self._checklist.item(code), self._pieces[code], name_of(candidate)
            if item is not None and name not in own and self._finding(item, takes_halves=False).status in WITHOUT_ANY:
                self._appraise(item, candidate)
                own[name] = as_misplaced(own[name], row)

    def _finding(self, item: Item, *, takes_halves: bool = True) -> Finding:
        situation = Situation(
            outcome=self._manifest.outcome,
            reason=self._manifest.reason,
            hub_read=self.listed.whole,
            listed_without_link=item.code in self.listed.empty_codes,
            local_link=self.listed.local_links.get(item.code),
            list_url=self.listed.list_url,
            blind=lambda: _OPENED_BY_SCRIPT if item.code in self.listed.scripted_codes else self._blind,
        )
        pieces, year = tuple(self._pieces[item.code].values()), self._checklist.year
        of = self.agency
        return judge(item, pieces, situation, year=year, kind=of.kind, hosts=of.hosts, takes_halves=takes_halves)

    @cached_property
    def _blind(self) -> str | None:
        return None if self.listed.whole else why_blind(self._snapshot, self.site)
