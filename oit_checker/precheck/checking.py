"""Files → pages → evidence → findings: the audit's walk without a website.

Every document is evidence of the items that it names (or of the one that was asked for), the documents of one item
are judged together, and what is said of a file never stops the others.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from oit_checker import __version__
from oit_checker.appraise import Appraiser
from oit_checker.checklist import all_phrases
from oit_checker.config import MOST_CHECKED_FILES, ReadLimits
from oit_checker.errors import UsageError
from oit_checker.gather import as_read
from oit_checker.judge import Piece, Situation, judge, piece_status
from oit_checker.match.agency import describe_agency, own_names
from oit_checker.match.claims import Claim, Claims
from oit_checker.match.furniture import Furniture
from oit_checker.model.check import (
    CHECK_SCHEMA_VERSION,
    CheckedDocument,
    CheckOutcome,
    CheckReport,
    ItemNamed,
)
from oit_checker.model.checklist import Checklist, EvidenceYear, Item
from oit_checker.model.evidence import Candidate, ComponentStatus, Finding, ItemStatus, Verification
from oit_checker.model.page import Fetched, Page, PageKind
from oit_checker.model.report import ChecklistRef, Generator
from oit_checker.model.site import AgencyKind
from oit_checker.precheck.documents import Loose, judged, twin_of
from oit_checker.precheck.files import Collected, collect
from oit_checker.precheck.naming import Answered, Namer
from oit_checker.precheck.reading import read_documents
from oit_checker.precheck.wording import NOT_NAMED, SEEN_ON_SITE, SITE_CHECKS, in_words_of_files, not_judged
from oit_checker.privacy import masked_check
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.urls import fragment_of
from oit_checker.verify import Verdict
from oit_checker.verify.check import Checked

_UNFIT = frozenset((ItemStatus.OUTDATED, ItemStatus.UNREACHABLE))
"""A document of another year is not to be published for the item, whatever its neighbours show."""
_NO_HOST = ("",)  # a file has none; nothing it says is then called off the site


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """item holds all documents against that one item, together. agency_name warns of documents that name another."""

    item: str | None = None
    agency_kind: AgencyKind | None = None
    agency_name: str | None = None
    read_limits: ReadLimits = field(default_factory=ReadLimits)
    most_files: int = MOST_CHECKED_FILES


def check_files(
    paths: Sequence[Path],
    checklist: Checklist,
    *,
    now: datetime,
    options: CheckOptions | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> CheckReport:
    """Judge the documents at `paths` (files, or folders with all that is in them) before they are published.

    now is an aware time; "today" in a check is its day. on_progress is told how many files of how many were read.
    Citizen numbers are masked in the report wherever they stand.

    Raises UsageError for an item that the checklist does not have. What is wrong with a file stands in the report.
    """
    options = options or CheckOptions()
    if options.item is not None and checklist.item(options.item) is None:
        known = f"{checklist.items[0].code} ถึง {checklist.items[-1].code}"
        raise UsageError(
            f"แบบวัด {checklist.id} ไม่มีข้อ {options.item}",
            remedy=f"ข้อที่มี: {known} หารหัสจากคำในชื่อข้อได้ เช่น oit-checker explain จัดซื้อจัดจ้าง",
        )
    found = collect(paths, most=options.most_files)
    loose = list(read_documents(found, options.read_limits, on_progress))
    return masked_check(_Check(checklist, options, now).report(loose, found))


class _Judged(NamedTuple):
    loose: Loose
    answered: Answered
    document: CheckedDocument


class _Check:
    """One check: the checklist's words, folded once for all documents."""

    def __init__(self, checklist: Checklist, options: CheckOptions, now: datetime) -> None:
        self._checklist = checklist
        self._options = options
        self._now = now
        named = describe_agency("", (), options.agency_name, (), options.agency_kind)
        self._kind = named.kind
        claims = Claims(checklist, own_names(options.agency_name))
        index = PhraseIndex(all_phrases(checklist), checklist.not_in)
        self._namer = Namer(checklist, claims, self._kind)
        self._appraiser = Appraiser(checklist, claims, index, self._kind, now.date(), Furniture(), options.agency_name)
        self._asked = checklist.item(options.item) if options.item is not None else None

    def report(self, loose: Sequence[tuple[str, Loose]], found: Collected) -> CheckReport:
        names = {url: document.name for url, document in loose}
        others = [document for _, document in loose]
        judgements = [self._judged(url, document, others) for url, document in loose]
        items = self._items(judgements)
        findings = tuple(self._finding(item, judgements, names) for item in items)
        documents = tuple(judgement.document for judgement in judgements)
        return CheckReport(
            schema_version=CHECK_SCHEMA_VERSION,
            generator=Generator("oit-checker", __version__),
            checklist=ChecklistRef.of(self._checklist),
            checked_at=self._now,
            agency_name=self._options.agency_name,
            agency_kind=self._kind,
            asked_item=self._options.item,
            outcome=_outcome(documents, findings, found),
            documents=documents,
            items=findings,
            faults=tuple(found.faults),
            skipped=tuple(found.skipped),
            not_judged=not_judged(
                items,
                self._checklist,
                found.left_out,
                self._options.most_files,
                [document.page for document in others],
                self._options.agency_name,
            ),
        )

    def _judged(self, url: str, loose: Loose, others: Sequence[Loose]) -> _Judged:
        def appraise(item: Item, claim: Claim | None) -> Piece:
            return self._appraised(url, loose, item, claim)

        asked = self._asked
        if asked is None:
            answered = self._namer.answered(loose.page, loose.name.rpartition("/")[2], appraise)
        else:
            answered = _asked_for(asked, appraise(asked, None))
        named = [(told, self._item(told.code)) for told, piece in answered.pieces if piece.rejected is None]
        evidence = (
            answered.pieces[0][1].evidence if answered.pieces else appraise(self._any_item(answered), None).evidence
        )
        return _Judged(loose, answered, judged(loose, evidence, named, answered.nearest, twin_of(loose, others)))

    def _appraised(self, url: str, loose: Loose, item: Item, claim: Claim | None) -> Piece:
        """What a document is worth for an item; the words of its link and page are not there yet."""
        member = fragment_of(url) if loose.archive is not None else None
        matched = claim.matches("title") if claim is not None else ()
        weight = claim.weight if claim is not None else 0.0
        candidate = Candidate(
            item.code, url, "", "", (), matched, weight, from_hub=self._asked is not None, member=member
        )
        media_type, _ = mimetypes.guess_type(loose.name)
        fetched = Fetched(url, url, None, media_type, self._now, body_sha256=loose.sha256, body_bytes=loose.file_bytes)
        checked = as_read(Checked(fetched, Verdict(Verification.OK, "")), loose.page)
        return self._seen_on_disk(self._appraiser.appraise(item, candidate, checked, loose.page), item, loose.page)

    def _seen_on_disk(self, piece: Piece, item: Item, page: Page) -> Piece:
        """What only the website can show is neither missing in a document nor proved by its words."""
        on_site = {c.id for c in item.components if c.check in SITE_CHECKS}
        if page.kind is PageKind.HTML or not any(c.id in on_site for c in piece.evidence.components):
            return piece
        components = tuple(
            replace(part, status=ComponentStatus.UNREADABLE, note=SEEN_ON_SITE) if part.id in on_site else part
            for part in piece.evidence.components
        )
        evidence = replace(piece.evidence, components=components)
        status = piece_status(evidence, item, self._checklist.year, self._kind, piece.unreadable)
        return replace(piece, evidence=replace(evidence, status=status))

    def _any_item(self, answered: Answered) -> Item:
        """The item by which year, kind and warnings of a document are read that answers none."""
        if answered.nearest:
            return self._item(answered.nearest[0].code)
        items = self._checklist.items
        return next((item for item in items if item.evidence_year is EvidenceYear.CURRENT), items[0])

    def _items(self, judgements: Sequence[_Judged]) -> list[Item]:
        if self._asked is not None:
            return [self._asked]
        codes = {told.code for judgement in judgements for told, _ in judgement.answered.pieces}
        return [item for item in self._checklist.items if item.code in codes]

    def _finding(self, item: Item, judgements: Sequence[_Judged], names: dict[str, str]) -> Finding:
        named = [(told, piece) for one in judgements for told, piece in one.answered.pieces if told.code == item.code]
        sure = [piece for told, piece in named if told.named_by != "headings"]
        finding = self._judge(item, sure) if sure else None
        if finding is None or finding.status is not ItemStatus.PASS:
            finding = self._judge(item, [piece for _, piece in named])
            if finding.status is ItemStatus.PASS:
                finding = replace(finding, status=ItemStatus.REVIEW, score=0, reason=NOT_NAMED)
        return in_words_of_files(finding, item, names)

    def _judge(self, item: Item, pieces: Sequence[Piece]) -> Finding:
        situation = Situation("completed", hub_read=True)
        return judge(item, pieces, situation, year=self._checklist.year, kind=self._kind, hosts=_NO_HOST)

    def _item(self, code: str) -> Item:
        item = self._checklist.item(code)
        if item is None:
            raise KeyError(code)
        return item


def _asked_for(item: Item, piece: Piece) -> Answered:
    told = ItemNamed(item.code, item.title_th, "asked")
    if piece.rejected is None:
        return Answered(((replace(told, status=piece.evidence.status), piece),), ())
    return Answered(((told, piece),), (replace(told, reason=piece.rejected.message),))


def _outcome(documents: Sequence[CheckedDocument], findings: Sequence[Finding], found: Collected) -> CheckOutcome:
    if found.faults or not documents:
        return "bad_input"
    if found.left_out:  # nobody may take what was not read for whole
        return "lacking"
    fit = all(
        document.answers and all(told.status not in _UNFIT for told in document.answers) for document in documents
    )
    return "whole" if fit and all(finding.status is ItemStatus.PASS for finding in findings) else "lacking"
