"""One candidate that was opened and read → one piece of evidence, with the reasons for everything said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oit_checker.checks import look
from oit_checker.checks.matter import Chunk, Matter
from oit_checker.judge import Piece, evidence_notes, piece_status
from oit_checker.judge.status import asked_components, component_year
from oit_checker.match.claims import Claims
from oit_checker.match.cover_year import seen_inside
from oit_checker.match.furniture import Furniture
from oit_checker.match.hollow import is_only_placeholder, warnings_of
from oit_checker.match.kind_signs import KindFound, kind_of
from oit_checker.match.kinds import contradicts
from oit_checker.match.other_agency import other_agency
from oit_checker.match.part_year import part_by_link, part_of_year
from oit_checker.match.subject import subjects_of
from oit_checker.match.substance import Substance, substance_of
from oit_checker.match.years import YearFound, is_of_another_thing, title_lines, year_of
from oit_checker.model.checklist import Checklist, Component, DocumentKind, Item
from oit_checker.model.evidence import (
    Candidate,
    ComponentResult,
    ComponentStatus,
    Evidence,
    EvidenceWarning,
    ItemStatus,
    NearMiss,
    Verification,
    WarningKind,
)
from oit_checker.model.labels import BY_OCR, DOCUMENT_KIND
from oit_checker.model.page import Page, PageKind
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from oit_checker.open_data import stars
from oit_checker.privacy import Personal, personal_data_in_link, personal_data_of, without_personal_data
from oit_checker.privacy.hiding import without_secrets
from oit_checker.thai.dates import YearMention, year_mentions
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.urls import file_name
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import service_of

_OF_A_YEAR = {"fiscal", "year", "span"}
_SUREST_BY_OCR = 0.7
_SHORTLY_BEFORE = 3  # years; a digit taken for another makes ๒๕๖๙ a year long past (๒๕๕๕, ๒๕๒๕)


class Appraiser:
    """Appraises candidates of one audit; folds each page once, however many items it serves.

    own_name is the agency's, None where the site does not say it.
    """

    def __init__(
        self,
        checklist: Checklist,
        claims: Claims,
        index: PhraseIndex,
        kind: AgencyKind,
        today: date,
        furniture: Furniture,
        own_name: str | None = None,
    ) -> None:
        self._checklist = checklist
        self._claims = claims
        self._index = index
        self._kind = kind
        self._today = today
        self._furniture = furniture
        self._own_name = own_name
        self._matters: dict[int, tuple[Page, Matter]] = {}
        self._bare: dict[int, tuple[Page, Page]] = {}
        self._personal: dict[int, tuple[Page, Personal]] = {}
        self._doubts: dict[int, tuple[Page, tuple[EvidenceWarning, ...]]] = {}

    def appraise(self, item: Item, candidate: Candidate, checked: Checked, page: Page | None) -> Piece:
        """Say what one candidate is worth for one item; page is None where nothing opened."""
        wanted = item.evidence_year.seen_from(self._checklist.year)
        verification = checked.verdict.verification
        if not verification.opens or page is None:
            found = year_of(None, candidate, wanted, covers_years=item.covers_years)
            return self._piece(item, candidate, checked, None, found, KindFound(), ())
        whole, page = page, self._without_furniture(page)
        matter = self._matter(page)
        found = year_of(
            page,
            candidate,
            wanted,
            covers_years=item.covers_years,
            not_after=item.year_not_after,
            text_years=lambda: self._years_of_text(item, matter),
        )
        if not item.year_not_after:
            found = seen_inside(found, matter, lambda: self._dated_chunks(item, matter))
        of_kind = kind_of(page, candidate, item.document_kinds)
        # A page is the cover of documents only where documents are due; contacts, news and systems are pages.
        is_cover = bool(item.document_kinds) and substance_of(page) is not Substance.CONTENT
        components = () if is_cover or checked.lists else self._look(item, page, whole)
        in_scan = self._doubt_of_scan(item, candidate, matter) or _other_year_in_scan(matter, found, wanted)
        if in_scan is not None:
            components = tuple(map(_withdrawn, components))
        return self._piece(item, candidate, checked, page, found, of_kind, components, in_scan)

    def _piece(
        self,
        item: Item,
        candidate: Candidate,
        checked: Checked,
        page: Page | None,
        found: YearFound,
        of_kind: KindFound,
        components: tuple[ComponentResult, ...],
        in_scan: str | None = None,
    ) -> Piece:
        unreadable = page.unreadable if page is not None else None
        secrets: frozenset[str] = frozenset()
        doubt = self._doubt(item, candidate, page, of_kind) if page is not None else None
        of_scans = evidence_notes(page) if page is not None else ()
        open_data_stars = stars(page, checked.fetched.media_type) if page is not None else 0
        evidence = Evidence(
            url=candidate.url,
            final_url=checked.fetched.final_url,
            found_on=candidate.found_on,
            link_text=_link_text(candidate),
            path=candidate.path,
            media_type=checked.fetched.media_type,
            http_status=checked.fetched.http_status,
            verification=checked.verdict.verification,
            fiscal_year=found.be,
            fiscal_year_basis=found.basis,
            fiscal_year_quote=found.quote,
            machine_readable=open_data_stars > 1,
            open_data_stars=open_data_stars,
            status=ItemStatus.REVIEW,
            confidence=_confidence(candidate, found, components),
            matched=candidate.matched,
            components=components,
            document_title=page.title if page is not None else None,
            document_kind=of_kind.kinds[0].value if of_kind.kinds else None,
            notes=_notes(checked.verdict.note, found.doubt, doubt, _cut_note(page, checked), in_scan, *of_scans),
            ocr_pages=page.ocr.pages if page is not None and page.ocr is not None else (),
            warnings=self._warnings(candidate, checked, page, of_kind.kinds),
        )
        if page is not None:
            personal = self._personal_data(page)
            secrets = personal.secrets
            told = (*personal_data_in_link(candidate.url, _link_text(candidate)), *personal.told)
            evidence = replace(without_personal_data(evidence, personal.secrets), personal_data=told)
        status = piece_status(evidence, item, self._checklist.year, self._kind, unreadable)
        if doubt is not None and status is ItemStatus.PASS:
            status = ItemStatus.REVIEW
        rejected = self._rejection(item, candidate, page, of_kind) if page is not None else None
        if rejected is not None:
            rejected = replace(rejected, message=without_secrets(rejected.message, secrets))
        return Piece(
            replace(evidence, status=status),
            candidate.from_hub,
            only_lists=page is not None and _only_lists(item, checked, page),
            unreadable=unreadable,
            rejected=rejected,
            doubt=without_secrets(doubt, secrets) if doubt is not None else None,
            year_doubt=without_secrets(found.doubt, secrets) if found.doubt is not None and found.be is None else None,
            service=service_of(candidate.url, checked.fetched.final_url),
        )

    def _warnings(
        self, candidate: Candidate, checked: Checked, page: Page | None, kinds: Sequence[DocumentKind]
    ) -> tuple[EvidenceWarning, ...]:
        """What makes the evidence doubtful though it opens."""
        if page is None or checked.verdict.verification is Verification.EMPTY:
            is_nothing = checked.verdict.verification is Verification.EMPTY and not checked.fetched.body_bytes
            return (
                (EvidenceWarning(WarningKind.EMPTY_FILE, "ไฟล์มีขนาด 0 ไบต์ โปรดนำไฟล์ฉบับเต็มขึ้นใหม่"),) if is_nothing else ()
            )
        if id(page) not in self._doubts:
            others = other_agency(page, self._own_name, kinds)
            found = warnings_of(page, candidate.member or file_name(candidate.url))
            self._doubts[id(page)] = (page, (*found, others) if others is not None else found)
        return self._doubts[id(page)][1]

    def _without_furniture(self, page: Page) -> Page:
        if id(page) not in self._bare:
            self._bare[id(page)] = (page, self._furniture.without(page))
        return self._bare[id(page)][1]

    def _years_of_text(self, item: Item, matter: Matter) -> list[YearMention]:
        return [year for _, year in self._dated_chunks(item, matter)]

    def _dated_chunks(self, item: Item, matter: Matter) -> list[tuple[Chunk, YearMention]]:
        """The years that the text names as its own, with where; none where the item asks for no year."""
        asked = asked_components(item, self._kind)
        if all(component_year(component, item, self._checklist.year) is None for component in asked):
            return []
        not_after = item.year_not_after
        return [(chunk, year) for chunk, year in matter.years if not is_of_another_thing(chunk.text, year, not_after)]

    def _personal_data(self, page: Page) -> Personal:
        if id(page) not in self._personal:
            # What OCR read is hidden too; it is not told of, as its digits may be wrong.
            read = page.ocr.passages if page.ocr is not None else ()
            in_scan = personal_data_of(replace(page, passages=read, tables=())).secrets if read else frozenset()
            personal = personal_data_of(page)
            self._personal[id(page)] = (page, replace(personal, secrets=personal.secrets | in_scan))
        return self._personal[id(page)][1]

    def _matter(self, page: Page) -> Matter:
        # Kept with its page, whose identity is then not another's: bare and furnished pages share an address.
        if id(page) not in self._matters:
            self._matters[id(page)] = (page, Matter(page, self._index, self._today))
        return self._matters[id(page)][1]

    def _look(self, item: Item, page: Page, whole: Page) -> tuple[ComponentResult, ...]:
        """Look for each component on the page; whole is the page with the furniture of its site."""
        year = self._checklist.year
        if is_only_placeholder(page):
            return tuple(_not_shown(component) for component in asked_components(item, self._kind))
        return tuple(
            look(
                component,
                self._matter(whole if component.in_furniture else page),
                wanted=component_year(component, item, year),
            )
            for component in asked_components(item, self._kind)
        )

    def _rejection(self, item: Item, candidate: Candidate, page: Page, of_kind: KindFound) -> NearMiss | None:
        """Why this is no evidence of the item, however well it opens; None where it may be."""
        if item.document_kinds and substance_of(page) is Substance.HOLLOW:
            message = "หน้านี้มีแต่ชื่อเรื่อง ไม่มีเนื้อหา ไฟล์แนบ หรือลิงก์ต่อ"
            return NearMiss(candidate.url, candidate.found_on, "weak_match", message)
        if self._is_other_kind(item, page, of_kind):
            due = " หรือ ".join(DOCUMENT_KIND[kind] for kind in item.document_kinds)
            words = f" (“{of_kind.sign.words}”)" if of_kind.sign is not None else ""
            message = f"เป็น{DOCUMENT_KIND[of_kind.kinds[0]]}{words} แต่ข้อนี้ต้องเป็น{due}"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        part = part_of_year(item, title_lines(page)) if page.kind is not PageKind.HTML else None
        if part is not None:
            message = f"ชื่อเอกสารระบุ “{part}” แต่ข้อนี้ต้องเป็นรายงานทั้งปี"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        look_alike = self._look_alike(item, candidate, page)
        if look_alike is not None:
            message = f"มีคำว่า “{look_alike}” ซึ่งเป็นเรื่องอื่นที่ชื่อคล้ายกัน"
            return NearMiss(candidate.url, candidate.found_on, "other_item", message)
        other = self._other_item(item, candidate, page, of_kind.kinds)
        if other is not None:
            message = f"เนื้อหาเป็นของข้อ {other.code} {other.title_th}"
            return NearMiss(candidate.url, candidate.found_on, "other_item", message)
        return None

    def _doubt_of_scan(self, item: Item, candidate: Candidate, matter: Matter) -> str | None:
        """Why what OCR read may be no evidence of the item, where the first page has no text to say what it is.

        OCR cannot prove that: the piece is not rejected, but what OCR found in it counts no longer.
        """
        scan = matter.scanned.page if matter.scanned is not None else None
        if scan is None or any(line.page_no in (None, 1) for line in matter.page.passages):
            return None
        of_kind = kind_of(scan, candidate, item.document_kinds)
        reason = self._rejection(item, candidate, scan, of_kind)
        if reason is not None:
            return f"ข้อความที่{BY_OCR} ชี้ว่า{reason.message} ซึ่งอาจอ่านผิด โปรดเปิดดู"
        doubt = self._doubt(item, candidate, scan, of_kind)
        return f"{doubt} ({BY_OCR} ซึ่งอาจอ่านผิด) โปรดเปิดดู" if doubt is not None else None

    @staticmethod
    def _doubt(item: Item, candidate: Candidate, page: Page, of_kind: KindFound) -> str | None:
        """Why a person has to look whether this is what the item asks for; None where nothing speaks against it."""
        if not item.document_kinds:
            return None
        link = part_by_link(item, title_lines(page), _link_text(candidate)) if page.kind is not PageKind.HTML else None
        return of_kind.doubt or link

    @staticmethod
    def _is_other_kind(item: Item, page: Page, of_kind: KindFound) -> bool:
        """Whether the document's own signs say that it is of another kind; a link never says so alone."""
        is_told = page.kind is not PageKind.HTML and of_kind.doubt is None and not of_kind.is_hint
        return is_told and contradicts(of_kind.kinds, item.document_kinds)

    def _look_alike(self, item: Item, candidate: Candidate, page: Page) -> str | None:
        """The words by which the document's own title, or the link where the title is silent, names a look-alike.

        A link in the agency's list carries the item's title whatever lies behind it: it cannot acquit a document that
        names itself otherwise.
        """
        own = [] if page.kind is PageKind.HTML else title_lines(page)[:2]
        for texts in (own, [candidate.link_text]):
            claims = [claim for text in texts if (claim := self._claims.of(text).get(item.code)) is not None]
            if claims:
                return None if any(claim.strong for claim in claims) else claims[0].look_alike
        return None

    def _other_item(self, item: Item, candidate: Candidate, page: Page, kinds: Sequence[DocumentKind]) -> Item | None:
        """The item that the document's own title plainly speaks of, where it says nothing of this one."""
        if page.kind is PageKind.HTML:
            return None
        own = self._claims.of(" \n ".join(title_lines(page))).get(item.code)
        if own is not None and (own.strong or own.weight > 0):
            return None
        others = [self._checklist.item(claim.code) for claim in subjects_of(page, self._claims)]
        # A manual or a report is never the channel or the system of another item, whatever words they share.
        return next((other for other in others if other is not None and _admits(other, kinds)), None)


def _not_shown(component: Component) -> ComponentResult:
    """A title over text that only promises content shows nothing, whatever words stand in it."""
    return ComponentResult(
        id=component.id,
        label=component.label_th,
        required=component.required,
        status=ComponentStatus.NOT_FOUND,
        basis=component.basis.value,
        note="เอกสารมีแต่ข้อความรอเนื้อหา",
    )


def _link_text(candidate: Candidate) -> str:
    """What the link says; inside an archive followed by the name of the document meant."""
    return " › ".join(filter(None, (candidate.link_text, candidate.member)))


def _other_year_in_scan(matter: Matter, found: YearFound, wanted: FiscalYear | None) -> str | None:
    """Why a scan may be an old file under this year's link: OCR read a year shortly before, and never the wanted one.

    The year itself is not changed by that, as OCR reads digits wrongly; but nothing else of the file is believed then.
    """
    if matter.scanned is None or wanted is None or found.be != wanted.be or found.basis not in {"link", "url"}:
        return None
    mentions = [
        year for chunk in matter.scanned.chunks for year in year_mentions(chunk.text) if year.form in _OF_A_YEAR
    ]
    years = {be for year in mentions for be in range(year.be, (year.last_be or year.be) + 1)}
    before = sorted(years & set(range(wanted.be - _SHORTLY_BEFORE, wanted.be)))
    if not before or wanted.be in years:
        return None
    return f"ลิงก์ระบุปี {wanted.be} แต่{BY_OCR} ได้ปี {before[-1]} ซึ่งอาจอ่านผิด โปรดเปิดดูปีในเอกสาร"


def _withdrawn(result: ComponentResult) -> ComponentResult:
    """A component that only OCR found, taken back to a doubt."""
    return replace(result, status=ComponentStatus.UNREADABLE, by_ocr=False) if result.by_ocr else result


def _only_lists(item: Item, checked: Checked, page: Page) -> bool:
    """Whether a page offers documents and is not meant as evidence itself: a cover, or a folder on a cloud service."""
    if checked.lists:
        return page.unreadable is None
    return bool(item.document_kinds) and substance_of(page) is Substance.COVER


def _admits(item: Item, kinds: Sequence[DocumentKind]) -> bool:
    return bool(set(kinds) & set(item.document_kinds))


def _confidence(candidate: Candidate, found: YearFound, components: Sequence[ComponentResult]) -> float:
    """How sure the match is, 0..1; it never changes a status."""
    asked = [component for component in components if component.required]
    share = sum(c.status is ComponentStatus.FOUND for c in asked) / len(asked) if asked else 0.0
    sure = 0.4 + (0.2 if candidate.from_hub else min(candidate.weight, 5.0) * 0.03) + 0.25 * share
    sure += {"title": 0.12, "link": 0.08, "url": 0.06, "text": 0.05}.get(found.basis, 0.0)
    most = _SUREST_BY_OCR if any(component.by_ocr for component in components) else 0.98
    return round(min(sure, most), 2)


def _notes(*notes: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for note in notes if note))


def _cut_note(page: Page | None, checked: Checked) -> str | None:
    if checked.fetched.truncated or (page is not None and page.cut):
        return "อ่านเพียงส่วนแรกของไฟล์ เพราะไฟล์ใหญ่เกินขนาดที่กำหนด"
    return None
