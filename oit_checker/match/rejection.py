"""Why a document is no evidence of an item, however well it opens, and what only a person can decide of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oit_checker.match.bare_denial import bare_denial
from oit_checker.match.candidates import says_nothing
from oit_checker.match.claims import Claims
from oit_checker.match.kind_signs import KindFound
from oit_checker.match.kinds import contradicts, kinds_of_title
from oit_checker.match.minutes import without_outsiders
from oit_checker.match.part_year import part_by_link, part_in_text, part_of_year
from oit_checker.match.subject import doubt_of_subject, other_subject, subjects_of
from oit_checker.match.substance import Substance, Substances, promise_of
from oit_checker.match.title_lines import title_lines
from oit_checker.match.told_kinds import doubt_of_title, guide_of_assessment
from oit_checker.model.checklist import Checklist, DocumentKind, Item
from oit_checker.model.evidence import NOT_YET, PART_OF_YEAR, Candidate, ComponentResult, ComponentStatus, NearMiss
from oit_checker.model.labels import DOCUMENT_KIND
from oit_checker.model.page import Page, PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.thai.link_words import LIST_NUMBER, is_around_matter, is_generic
from oit_checker.thai.text import squeeze

_GUIDE = "คู่มือ"
# What is written of a system, and the word by which a component asks for it.
_OF_A_SYSTEM = {DocumentKind.MANUAL: _GUIDE, DocumentKind.STATISTICS: "สถิติ"}
_LONGEST_NAME = 160  # a longer row holds more than one link's name


class Rejection:
    """Holds documents against the words of one checklist's items."""

    def __init__(self, checklist: Checklist, claims: Claims, substances: Substances) -> None:
        self._checklist = checklist
        self._substances = substances
        self._claims = claims

    def of(
        self, item: Item, candidate: Candidate, page: Page, of_kind: KindFound, whole: Page | None = None
    ) -> NearMiss | None:
        """Why this is no evidence of the item, however well it opens; None where it may be.

        whole is the file of which the page is a part.
        """
        is_hollow = bool(item.document_kinds) and self._substances.of(page) is Substance.HOLLOW
        if is_hollow and bare_denial(item, page) is None:
            promise = promise_of(page)
            if promise is not None:
                message = f"หน้านี้แจ้งว่ายังจัดทำไม่เสร็จ: “{promise}”"
                return NearMiss(candidate.url, candidate.found_on, NOT_YET, message)
            message = "หน้านี้มีแต่ชื่อเรื่อง ไม่มีเนื้อหา ไฟล์แนบ หรือลิงก์ต่อ"
            return NearMiss(candidate.url, candidate.found_on, "weak_match", message)
        guide = guide_of_assessment(whole or page) if page.kind is not PageKind.HTML else None
        if guide is not None:
            message = f"เป็นคู่มือหรือรายการตรวจของการประเมิน (“{guide}”) ซึ่งบอกว่าต้องแสดงอะไร ไม่ใช่ข้อมูลที่ต้องแสดง"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        if _is_other_kind(item, page, of_kind):
            due = " หรือ ".join(DOCUMENT_KIND[kind] for kind in item.document_kinds) or "ช่องทางที่ใช้แจ้งหรือสอบถามได้"
            words = f" (“{of_kind.sign.words}”)" if of_kind.sign is not None else ""
            message = f"เป็น{DOCUMENT_KIND[of_kind.kinds[0]]}{words} แต่ข้อนี้ต้องเป็น{due}"
            return NearMiss(candidate.url, candidate.found_on, "wrong_kind", message)
        part = part_of_year(item, title_lines(page)) if page.kind is not PageKind.HTML else None
        if part is not None:
            message = f"ชื่อเอกสารระบุ “{part}” แต่ข้อนี้ต้องเป็นรายงานทั้งปี"
            return NearMiss(candidate.url, candidate.found_on, PART_OF_YEAR, message)
        about = other_subject(item, page)
        if about is not None:
            return NearMiss(candidate.url, candidate.found_on, "other_item", about)
        look_alike = self._look_alike(item, candidate, page)
        if look_alike is not None:
            message = f"มีคำว่า “{look_alike}” ซึ่งเป็นเรื่องอื่นที่ชื่อคล้ายกัน"
            return NearMiss(candidate.url, candidate.found_on, "other_item", message)
        other = self._other_item(item, candidate, page, of_kind.kinds)
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


def doubt_of(
    item: Item,
    candidate: Candidate,
    page: Page,
    of_kind: KindFound,
    wanted: FiscalYear | None = None,
    own_name: str | None = None,
) -> str | None:
    """Why a person has to look whether this is what the item asks for; None where nothing speaks against it.

    wanted is the year that the document has to cover, None where that is not asked of its text; own_name the agency's.
    """
    told_otherwise = doubt_of_title(item, page)
    if not item.document_kinds:  # of whatever kind it is, a draft is not in force
        return told_otherwise or (of_kind.doubt if of_kind.is_draft else None)
    doubt = of_kind.doubt or told_otherwise or (part_in_text(item, page, wanted) if wanted is not None else None)
    if doubt is None and page.kind is not PageKind.HTML:
        doubt = part_by_link(item, title_lines(page), candidate.link_text, candidate.member)
    if doubt is None and of_kind.kinds[:1] == (DocumentKind.MINUTES,) and DocumentKind.MINUTES in item.document_kinds:
        doubt = without_outsiders(page)
    return doubt or doubt_of_subject(item, page, own_name)


def link_words(candidate: Candidate) -> str:
    """What the link says; inside an archive followed by the name of the document meant."""
    return " › ".join(filter(None, (candidate.link_text, candidate.member)))


def named_link(candidate: Candidate) -> str:
    """What a report calls the link: its words, and where these name no document (เปิดดู) what stands beside it.

    That is the text of its own row or card; where this says nothing either, the title above.
    """
    title = None
    if is_generic(candidate.link_text):
        title = _name_in_row(candidate) or _told(candidate.heading)
    return " › ".join(filter(None, (title, link_words(candidate))))


def _told(heading: str | None) -> str | None:
    return heading if heading and not is_around_matter(heading) else None


def _name_in_row(candidate: Candidate) -> str | None:
    row = _without_link(squeeze(candidate.row or ""), squeeze(candidate.link_text))
    name = LIST_NUMBER.sub("", row).strip(" |–-·:")
    is_short = 0 < len(name) <= _LONGEST_NAME and not says_nothing(name) and not is_around_matter(name)
    return squeeze(name) if is_short else None


def _without_link(row: str, said: str) -> str:
    """A row without the words of its link, where they stand by themselves: เปิด is no part of ผลการเปิดโอกาส."""
    if not said:
        return row
    alone = re.sub(rf"(?<![ก-๎\w]){re.escape(said)}(?![ก-๎\w])", " ", row)
    return alone if alone != row else row.removesuffix(said)


def _is_other_kind(item: Item, page: Page, of_kind: KindFound) -> bool:
    """Whether the document's own signs say that it is of another kind; a link never says so alone."""
    is_told = page.kind is not PageKind.HTML and of_kind.doubt is None and not of_kind.is_hint
    return is_told and contradicts(of_kind.kinds, _asked(item))


def _asked(item: Item) -> Sequence[DocumentKind]:
    """The kinds that may serve; an item whose title asks for a channel (ช่องทาง) is not served by figures.

    Nor is it by a guide, unless a component asks for one.
    """
    own = kinds_of_title(item.title_th)
    if item.document_kinds or own != (DocumentKind.PAGE,):
        return item.document_kinds
    return (*own, DocumentKind.MANUAL) if _asks_for_guide(item) else own


def _asks_for_guide(item: Item) -> bool:
    return any(_GUIDE in component.label_th for component in item.components)


def of_guide(
    item: Item, of_kind: KindFound, components: tuple[ComponentResult, ...], kind: PageKind = PageKind.PDF
) -> tuple[ComponentResult, ...]:
    """Of a guide to an online system only what it tells as a guide: it names the system, and is none.

    So with a document of its figures; a web page of figures may have the door of the system beside them.
    """
    if item.document_kinds or not _asks_for_guide(item):
        return components
    told = next((told for written, told in _OF_A_SYSTEM.items() if written in of_kind.kinds), None)
    if told is None or (told is not _GUIDE and kind is PageKind.HTML):
        return components
    return tuple(one if told in one.label else _only_named(one, told) for one in components)


def _only_named(result: ComponentResult, told: str) -> ComponentResult:
    note = f"{told}กล่าวถึงระบบ แต่ไม่ใช่ตัวระบบ"
    return replace(result, status=ComponentStatus.NOT_FOUND, snippet=None, place=None, note=note, by_ocr=False)


def unless_a_part(near: NearMiss | None, of_kind: KindFound, components: Sequence[ComponentResult]) -> NearMiss | None:
    """What an item may hold as a component is no wrong kind for it: figures that it asks for beside its channel."""
    told = [word for kind, word in _OF_A_SYSTEM.items() if kind in of_kind.kinds]
    shown = [one.label for one in components if one.status is ComponentStatus.FOUND]
    is_part = near is not None and near.reason == "wrong_kind" and any(w in label for w in told for label in shown)
    return None if is_part else near


def _admits(item: Item, kinds: Sequence[DocumentKind]) -> bool:
    return bool(set(kinds) & set(item.document_kinds))
