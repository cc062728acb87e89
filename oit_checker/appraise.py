"""One candidate that was opened and read → one piece of evidence, with the reasons for everything said of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.checks.results import not_shown, together, unless_elsewhere, unless_named, withdrawn
from oit_checker.judge import Piece, evidence_notes, piece_status
from oit_checker.judge.status import asked_components, component_year, shows_all
from oit_checker.match.bare_denial import bare_denial, left_open
from oit_checker.match.bare_names import BareNames
from oit_checker.match.bundle import Parts
from oit_checker.match.claims import Claims
from oit_checker.match.cover_year import seen_inside
from oit_checker.match.deed_year import dated_by_itself
from oit_checker.match.foreign_body import foreign_body
from oit_checker.match.foreign_maker import foreign_maker
from oit_checker.match.furniture import Furniture
from oit_checker.match.hollow import is_only_placeholder, left_blank, warnings_of, without_samples
from oit_checker.match.kind_signs import KindFound, kind_of
from oit_checker.match.matter_doubts import cut_note, doubt_of_matter, notes_of, of_another_agency, unless_sample
from oit_checker.match.memo import PageMemo
from oit_checker.match.news_year import year_of_entries
from oit_checker.match.other_agency import other_agency
from oit_checker.match.pictured import is_only_pictures, may_be_pictured
from oit_checker.match.rejection import Rejection, doubt_of, link_words, named_link, of_guide, unless_a_part
from oit_checker.match.scan_year import other_year_in_scan
from oit_checker.match.substance import Substance, Substances, asks_for_door, with_doors, without_announcements
from oit_checker.match.sureness import sureness
from oit_checker.match.text_years import dated_chunks, years_of_text
from oit_checker.match.unfilled import unfilled
from oit_checker.match.years import YearFound, year_of
from oit_checker.model.checklist import Checklist, DocumentKind, Item
from oit_checker.model.evidence import (
    Candidate,
    ComponentResult,
    ComponentStatus,
    Evidence,
    EvidenceWarning,
    ItemStatus,
    Verification,
    WarningKind,
)
from oit_checker.model.labels import BY_OCR
from oit_checker.model.page import Page, Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.open_data import stars
from oit_checker.privacy import personal_data_and_scans, personal_data_in_link, without_personal_data
from oit_checker.privacy.hiding import without_secrets
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.urls import file_name
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import service_of
from oit_checker.verify.front import is_front, with_open_front
from oit_checker.verify.homes import sends_home

_FRONT = "ลิงก์นี้ให้เข้าสู่ระบบก่อน ซึ่งอาจเป็นหน้าแรกตามปกติของบริการออนไลน์ โปรแกรมจึงไม่เห็นบริการและวิธีใช้"
_HOME = "ลิงก์นี้พากลับไปหน้าแรกของเว็บไซต์แทนหลักฐาน ไฟล์หรือหน้านั้นน่าจะถูกย้ายหรือลบ"
_MATTERS_AT_HAND = 32  # pages folded and searched at a time: the items of a page ask one after the other


class Appraiser:
    """Appraises candidates of one audit; folds each page once, however many items it serves.

    own_name is the agency's, None where the site does not say it; files are addresses known to answer with a document.
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
        files: Collection[str] = (),
    ) -> None:
        self._checklist = checklist
        self._substances = Substances(files)
        self._rejection = Rejection(checklist, claims, self._substances)
        self._kind = kind
        self._own_name = own_name
        self._parts = Parts(claims)
        self._bare_names = BareNames(checklist)
        self._matter = PageMemo(lambda page: Matter(page, index, today), _MATTERS_AT_HAND).of
        self._without_furniture = PageMemo(lambda page: without_announcements(furniture.without(page))).of
        self._framed = PageMemo(lambda page: replace(page, passages=(*page.passages, *page.frame), frame=())).of
        self._with_doors = PageMemo(lambda page: with_doors(self._without_furniture(page))).of
        self._personal_data = PageMemo(personal_data_and_scans).of
        self._unfilled = PageMemo(unfilled).of
        self._without_samples = PageMemo(without_samples).of
        self._doubts: dict[int, tuple[Page, tuple[EvidenceWarning, ...]]] = {}

    def appraise(self, item: Item, candidate: Candidate, checked: Checked, page: Page | None) -> Piece:
        """Say what one candidate is worth for one item; page is None where nothing opened."""
        checked = with_open_front(item, candidate, checked)
        wanted = item.evidence_year.seen_from(self._checklist.year)
        verification = checked.verdict.verification
        if not verification.opens or page is None:
            found = year_of(None, candidate, wanted, covers_years=item.covers_years)
            piece = self._piece(item, candidate, checked, None, found, KindFound(), ())
            is_locked = page is not None and page.unreadable is Unreadable.ENCRYPTED
            return replace(piece, unreadable=Unreadable.ENCRYPTED) if is_locked else piece
        whole, page = page, self._shown(item, page)
        page, dated = self._parts.of(item.code, page, wanted)
        of_year = self._matter(dated)
        found = year_of(
            dated,
            candidate,
            wanted,
            covers_years=item.covers_years,
            not_after=item.year_not_after,
            text_years=lambda: years_of_text(item, of_year) if self._asks_for_year(item) else [],
        )
        if not item.year_not_after and self._asks_for_year(item):
            found = seen_inside(found, of_year, lambda: dated_chunks(item, of_year))
        of_kind = kind_of(page, candidate, item.document_kinds)
        denial = bare_denial(item, page)
        is_cover = self._substances.is_cover_of_files(page) or (
            bool(item.document_kinds) and self._substances.of(page) is not Substance.CONTENT and denial is None
        )
        components = () if is_cover or checked.lists else self._look(item, page, whole)
        components = of_guide(item, of_kind, components, page.kind)
        if of_kind.may_be_whole and shows_all(item, self._kind, components, of_kind.kinds):
            of_kind = replace(of_kind, doubt=None)
        components = tuple(left_open(one, denial) for one in components) if denial is not None else components
        found = year_of_entries(found, item.components, components, page, wanted)
        matter = self._matter(page)
        in_scan = self._doubt_of_scan(item, candidate, matter) or other_year_in_scan(matter, found, wanted)
        if in_scan is not None:
            components = tuple(map(withdrawn, components))
        else:
            components = tuple(self._dated_by_itself(item, result, page, found.be) for result in components)
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
        warnings = self._warnings(candidate, checked, page, of_kind.kinds)
        wanted = item.evidence_year.seen_from(self._checklist.year)
        noted = doubt_of(item, candidate, page, of_kind, wanted, self._own_name) if page is not None else None
        at_front = is_front(item, candidate, checked)
        noted = _FRONT if at_front else noted
        leads_home = page is not None and sends_home(checked.fetched)
        noted = noted or (_HOME if leads_home else None)
        doubt = noted or of_another_agency(warnings) or left_blank(item, warnings) or self._of_matter(item, page, found)
        of_scans = evidence_notes(page) if page is not None else ()
        open_data_stars = stars(page, checked.fetched.media_type) if page is not None else 0
        evidence = Evidence(
            url=candidate.url,
            final_url=checked.fetched.final_url,
            found_on=candidate.found_on,
            link_text=named_link(candidate),
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
            confidence=sureness(candidate, found, components),
            matched=candidate.matched,
            components=components,
            document_title=page.title if page is not None else None,
            document_kind=of_kind.kinds[0].value if of_kind.kinds else None,
            notes=notes_of(
                checked.verdict.note,
                found.doubt,
                noted,
                cut_note(page, truncated=checked.fetched.truncated),
                in_scan,
                *of_scans,
            ),
            ocr_pages=page.ocr.pages if page is not None and page.ocr is not None else (),
            warnings=warnings,
        )
        if page is not None:
            personal = self._personal_data(self._parts.whole_of(page))
            secrets = personal.secrets
            told = (*personal_data_in_link(candidate.url, link_words(candidate)), *personal.told)
            evidence = replace(without_personal_data(evidence, personal.secrets), personal_data=told)
        status = piece_status(evidence, item, self._checklist.year, self._kind, unreadable)
        if at_front or (doubt is not None and status is ItemStatus.PASS):
            status = ItemStatus.REVIEW
        whole = self._parts.whole_of(page) if page is not None else None
        rejected = self._rejection.of(item, candidate, page, of_kind, whole) if page is not None else None
        rejected = unless_a_part(rejected, of_kind, components)
        if rejected is not None:
            rejected = replace(rejected, message=without_secrets(rejected.message, secrets))
        return Piece(
            replace(evidence, status=status),
            candidate.from_hub,
            only_lists=page is not None and self._substances.only_lists(item, page, is_list=checked.lists),
            leads_to=self._substances.leads_to(page),
            unreadable=unreadable,
            rejected=rejected,
            doubt=without_secrets(doubt, secrets) if doubt is not None else None,
            year_doubt=without_secrets(found.doubt, secrets) if found.doubt is not None and found.be is None else None,
            service=service_of(candidate.url, checked.fetched.final_url),
            is_front=at_front,
            leads_home=leads_home,
            unseen=(checked.verdict.message or None) if checked.verdict.verification.is_our_limit else None,
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
            whole = self._parts.whole_of(page)
            signs = (sign(whole, self._own_name, kinds) for sign in (other_agency, foreign_body, foreign_maker))
            others = next(filter(None, signs), None)
            found = warnings_of(page, candidate.member or file_name(candidate.url))
            self._doubts[id(page)] = (page, (*found, others) if others is not None else found)
        return self._doubts[id(page)][1]

    def _of_matter(self, item: Item, page: Page | None, found: YearFound) -> str | None:
        if page is None or page.unreadable is not None:
            return None
        return doubt_of_matter(item, self._matter(page), found, self._checklist.year, self._unfilled(page))

    def _clean_matter(self, page: Page) -> Matter:
        return self._matter(self._without_samples(page))

    def _shown(self, item: Item, page: Page) -> Page:
        """The page without the furniture of its site, as the item looks at it."""
        return self._with_doors(page) if asks_for_door(item) else self._without_furniture(page)

    def _asks_for_year(self, item: Item) -> bool:
        asked = asked_components(item, self._kind)
        return any(component_year(component, item, self._checklist.year) is not None for component in asked)

    def _look(self, item: Item, page: Page, whole: Page) -> tuple[ComponentResult, ...]:
        """Look for each component on the page; whole is the page with the furniture of its site."""
        asked = asked_components(item, self._kind)
        if is_only_placeholder(page):
            return tuple(map(not_shown, asked))
        around, framed = self._parts.whole_of(page), self._framed(whole)
        seen: list[ComponentResult] = []
        for component in asked:
            wanted = component_year(component, item, self._checklist.year)
            shown = look(component, self._matter(page), wanted=wanted)
            if component.in_furniture and shown.status is not ComponentStatus.FOUND:  # the page's own words come first
                shown = look(component, self._matter(framed), wanted=wanted)
            if around is not page and shown.status is ComponentStatus.NOT_FOUND:
                shown = unless_elsewhere(shown, look(component, self._matter(around), wanted=wanted))
            if (told := self._bare_names.told(item, component, shown, page, is_part=around is not page)) is not None:
                shown = unless_named(shown, look(component, self._matter(told), wanted=wanted))
            looked_at = framed if component.in_furniture else page
            seen.append(unless_sample(component, shown, wanted, partial(self._clean_matter, looked_at)))
        shown_in_sight = together(asked, seen)
        return tuple(map(may_be_pictured, shown_in_sight)) if is_only_pictures(page) else shown_in_sight

    def _dated_by_itself(self, item: Item, result: ComponentResult, page: Page, be: int | None) -> ComponentResult:
        component = next(one for one in item.components if one.id == result.id)
        wanted = component_year(component, item, self._checklist.year)
        kinds = item.document_kinds
        return dated_by_itself(
            component, result, page, wanted, be, kinds, lambda part: look(component, self._matter(part), wanted=wanted)
        )

    def _doubt_of_scan(self, item: Item, candidate: Candidate, matter: Matter) -> str | None:
        """Why what OCR read may be no evidence of the item, where the first page has no text to say what it is.

        OCR cannot prove that: the piece is not rejected, but what OCR found in it counts no longer.
        """
        scan = matter.scanned.page if matter.scanned is not None else None
        if scan is None or any(line.page_no in (None, 1) for line in matter.page.passages):
            return None
        of_kind = kind_of(scan, candidate, item.document_kinds)
        item = item.model_copy(update={"must_name": ()})  # a word that OCR does not find may stand there all the same
        reason = self._rejection.of(item, candidate, scan, of_kind)
        if reason is not None:
            return f"ข้อความที่{BY_OCR} ชี้ว่า{reason.message} ซึ่งอาจอ่านผิด โปรดเปิดดู"
        doubt = doubt_of(item, candidate, scan, of_kind)
        return f"{doubt} ({BY_OCR} ซึ่งอาจอ่านผิด) โปรดเปิดดู" if doubt is not None else None
