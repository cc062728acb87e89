"""One candidate that was opened and read → one piece of evidence, with the reasons for everything said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.judge import Piece, piece_status
from oit_checker.judge.status import asked_components, component_year
from oit_checker.match.claims import Claims
from oit_checker.match.furniture import Furniture
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.match.part_year import part_of_year
from oit_checker.match.subject import subjects_of
from oit_checker.match.substance import Substance, substance_of
from oit_checker.match.years import YearFound, is_of_another_thing, title_lines, year_of
from oit_checker.model.checklist import Checklist, DocumentKind, Item
from oit_checker.model.evidence import (
    Candidate,
    ComponentResult,
    ComponentStatus,
    Evidence,
    ItemStatus,
    NearMiss,
)
from oit_checker.model.labels import DOCUMENT_KIND
from oit_checker.model.page import Page, PageKind
from oit_checker.model.site import AgencyKind
from oit_checker.open_data import stars
from oit_checker.privacy import Personal, personal_data_in_link, personal_data_of, without_personal_data
from oit_checker.thai.dates import YearMention
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.urls import file_name
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import service_of


class Appraiser:
    """Appraises candidates of one audit; folds each page once, however many items it serves."""

    def __init__(
        self,
        checklist: Checklist,
        claims: Claims,
        index: PhraseIndex,
        kind: AgencyKind,
        today: date,
        furniture: Furniture,
    ) -> None:
        self._checklist = checklist
        self._claims = claims
        self._index = index
        self._kind = kind
        self._today = today
        self._furniture = furniture
        self._matters: dict[int, tuple[Page, Matter]] = {}
        self._bare: dict[int, tuple[Page, Page]] = {}
        self._personal: dict[int, tuple[Page, Personal]] = {}

    def appraise(self, item: Item, candidate: Candidate, checked: Checked, page: Page | None) -> Piece:
        """Say what one candidate is worth for one item; page is None where nothing opened."""
        wanted = item.evidence_year.seen_from(self._checklist.year)
        verification = checked.verdict.verification
        if not verification.opens or page is None:
            found = year_of(None, candidate, wanted, covers_years=item.covers_years)
            return self._piece(item, candidate, checked, None, found, (), ())
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
        kinds = self._kinds(page, candidate)
        # A page is the cover of documents only where documents are due; contacts, news and systems are pages.
        is_cover = bool(item.document_kinds) and substance_of(page) is not Substance.CONTENT
        components = () if is_cover or checked.lists else self._look(item, page, whole)
        return self._piece(item, candidate, checked, page, found, kinds, components)

    def _piece(
        self,
        item: Item,
        candidate: Candidate,
        checked: Checked,
        page: Page | None,
        found: YearFound,
        kinds: Sequence[DocumentKind],
        components: tuple[ComponentResult, ...],
    ) -> Piece:
        unreadable = page.unreadable if page is not None else None
        open_data_stars = stars(page, checked.fetched.media_type) if page is not None else 0
        evidence = Evidence(
            url=candidate.url,
            final_url=checked.fetched.final_url,
            found_on=candidate.found_on,
            link_text=candidate.link_text,
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
            document_kind=kinds[0].value if kinds else None,
            notes=tuple(note for note in (checked.verdict.note, found.doubt, _cut_note(page, checked)) if note),
        )
        if page is not None:
            personal = self._personal_data(page)
            told = (*personal_data_in_link(candidate.url, candidate.link_text), *personal.told)
            evidence = replace(without_personal_data(evidence, personal.secrets), personal_data=told)
        status = piece_status(evidence, item, self._checklist.year, self._kind, unreadable)
        rejected = self._rejection(item, candidate, page, kinds) if page is not None else None
        return Piece(
            replace(evidence, status=status),
            candidate.from_hub,
            only_lists=page is not None and _only_lists(item, checked, page),
            unreadable=unreadable,
            rejected=rejected,
            service=service_of(candidate.url, checked.fetched.final_url),
        )

    def _without_furniture(self, page: Page) -> Page:
        if id(page) not in self._bare:
            self._bare[id(page)] = (page, self._furniture.without(page))
        return self._bare[id(page)][1]

    def _years_of_text(self, item: Item, matter: Matter) -> list[YearMention]:
        """The years that the text names as its own; none where the item asks for no year."""
        asked = asked_components(item, self._kind)
        if all(component_year(component, item, self._checklist.year) is None for component in asked):
            return []
        not_after = item.year_not_after
        return [year for chunk, year in matter.years if not is_of_another_thing(chunk.text, year, not_after)]

    def _personal_data(self, page: Page) -> Personal:
        if id(page) not in self._personal:
            self._personal[id(page)] = (page, personal_data_of(page))
        return self._personal[id(page)][1]

    def _matter(self, page: Page) -> Matter:
        # Kept with its page, whose identity is then not another's: bare and furnished pages share an address.
        if id(page) not in self._matters:
            self._matters[id(page)] = (page, Matter(page, self._index, self._today))
        return self._matters[id(page)][1]

    def _look(self, item: Item, page: Page, whole: Page) -> tuple[ComponentResult, ...]:
        """Look for each component on the page; whole is the page with the furniture of its site."""
        year = self._checklist.year
        return tuple(
            look(
                component,
                self._matter(whole if component.in_furniture else page),
                wanted=component_year(component, item, year),
            )
            for component in asked_components(item, self._kind)
        )

    def _kinds(self, page: Page, candidate: Candidate) -> tuple[DocumentKind, ...]:
        """The document's own title tells its kind; where it is silent, the link does."""
        lines = title_lines(page) if page.kind is not PageKind.HTML else ()
        for line in (*lines, candidate.link_text, file_name(candidate.url)):
            if kinds := kinds_of_title(line):
                return kinds
        return ()

    def _rejection(
        self, item: Item, candidate: Candidate, page: Page, kinds: Sequence[DocumentKind]
    ) -> NearMiss | None:
        """Why this is no evidence of the item, however well it opens; None where it may be."""
        if item.document_kinds and substance_of(page) is Substance.HOLLOW:
            message = "หน้านี้มีแต่ชื่อเรื่อง ไม่มีเนื้อหา ไฟล์แนบ หรือลิงก์ต่อ"
            return NearMiss(candidate.url, candidate.found_on, "weak_match", message)
        if page.kind is not PageKind.HTML and contradicts(kinds, item.document_kinds):
            due = " หรือ ".join(DOCUMENT_KIND[kind] for kind in item.document_kinds)
            message = f"เป็น{DOCUMENT_KIND[kinds[0]]} แต่ข้อนี้ต้องเป็น{due}"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        part = part_of_year(item, title_lines(page)) if page.kind is not PageKind.HTML else None
        if part is not None:
            message = f"ชื่อเอกสารระบุ “{part}” แต่ข้อนี้ต้องเป็นรายงานทั้งปี"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        look_alike = self._look_alike(item, candidate, page)
        if look_alike is not None:
            message = f"มีคำว่า “{look_alike}” ซึ่งเป็นเรื่องอื่นที่ชื่อคล้ายกัน"
            return NearMiss(candidate.url, candidate.found_on, "other_item", message)
        other = self._other_item(item, candidate, page, kinds)
        if other is not None:
            message = f"เนื้อหาเป็นของข้อ {other.code} {other.title_th}"
            return NearMiss(candidate.url, candidate.found_on, "other_item", message)
        return None

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
    return round(min(sure, 0.98), 2)


def _cut_note(page: Page | None, checked: Checked) -> str | None:
    if checked.fetched.truncated or (page is not None and page.cut):
        return "อ่านเพียงส่วนแรกของไฟล์ เพราะไฟล์ใหญ่เกินขนาดที่กำหนด"
    return None
