"""What an audit tells of itself and of the site, beside its findings: run, courtesy, links, files used again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

from oit_checker.courtesy import courtesy_of, foreign_notes
from oit_checker.gathered import Gathered
from oit_checker.judge import run_notes
from oit_checker.judge.rendered import rendering_notes
from oit_checker.judge.reuse import Reuse
from oit_checker.match.candidates import SiteMap
from oit_checker.match.claims import Claims
from oit_checker.match.listed import Listed
from oit_checker.model.checklist import Checklist, EvidenceYear
from oit_checker.model.page import Fetched, PageKind
from oit_checker.model.report import Courtesy, RunInfo
from oit_checker.open_data import Offered
from oit_checker.snapshot import Snapshot


def run_info(snapshot: Snapshot, gathered: Gathered, now: datetime) -> RunInfo:
    """What the run did; finished_at is `now`, which the caller may move to the end of verification."""
    manifest = snapshot.manifest
    documents = [page for page in gathered.pages.values() if page is not None and page.kind is not PageKind.HTML]
    pages = list(gathered.all_pages())
    verified = snapshot.checks() or [checked.fetched for checked in gathered.checked.values()]
    courtesy = _courtesy(snapshot, gathered, verified)
    return RunInfo(
        id=manifest.run_id,
        started_at=manifest.started_at,
        finished_at=now,
        outcome=manifest.outcome,
        reason=manifest.reason,
        pages_crawled=manifest.pages,
        documents_read=len(documents),
        urls_verified=len(gathered.checked),
        pages_rendered=manifest.rendering.pages,
        bytes_downloaded=courtesy.bytes_downloaded,
        seconds=round((now - manifest.started_at).total_seconds(), 1),
        limits=manifest.limits,
        notes=(*manifest.notes, *rendering_notes(manifest.rendering), *run_notes(pages), *foreign_notes(verified)),
        pages_by_ocr=sum(len(page.ocr.pages) for page in pages if page.ocr is not None),
        courtesy=courtesy,
        rendering=manifest.rendering,
    )


def _courtesy(snapshot: Snapshot, gathered: Gathered, verified: Sequence[Fetched]) -> Courtesy:
    """What was recorded tells it; a caller who records nothing has the answers of this audit alone."""
    crawled = (record.fetched for record in snapshot.heads() if not record.is_rendered)
    return courtesy_of(snapshot.manifest, crawled, verified, [offers[0].url for offers in gathered.offers.values()])


def offered_links(site: SiteMap, gathered: Gathered) -> Iterator[Offered]:
    """Every link that was seen and not found dead, with the page on which it stands."""
    outcomes = ((offers, gathered.checked[thing].verdict.verification) for thing, offers in gathered.offers.items())
    dead = {offer.url for offers, seen in outcomes if not (seen.opens or seen.is_our_limit) for offer in offers}
    crawled = ((offer, offer.found_on) for offers in site.offers.values() for offer in offers)
    opened = ((link, page.url) for page in gathered.pages.values() if page is not None for link in page.links)
    return (offered for offered in chain[Offered](crawled, opened) if offered[0].url not in dead)


def reuse_of(gathered: Gathered, listed: Listed, checklist: Checklist, claims: Claims) -> Reuse:
    """What tells that one file serves many items, or that another year's list already offered it."""
    bodies = {
        offer.url: checked.fetched.body_sha256
        for thing, checked in gathered.checked.items()
        if checked.fetched.body_sha256 and (page := gathered.pages.get(thing)) and page.kind is not PageKind.HTML
        for offer in gathered.offers[thing]
    }
    yearly = [item for item in checklist.items if item.evidence_year is not EvidenceYear.ANY and not item.covers_years]
    urls = {item.code: {old.url for old in listed.other_years.get(item.code, ())} for item in yearly}
    before = {code: {*old, *(bodies[url] for url in old if url in bodies)} for code, old in urls.items()}
    return Reuse(bodies, before, lambda title, code: (claim := claims.of(title).get(code)) is not None and claim.strong)
