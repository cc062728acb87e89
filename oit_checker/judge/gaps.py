"""What is still missing (สิ่งที่ยังขาด) and what to do about it (ข้อแนะนำ), in calm and checkable Thai."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_checker.judge.closed_links import SHOW_FIRST, broken_gap, found_at, home_gap, locked_gap, named, short
from oit_checker.judge.elsewhere import looking_advice, off_site_advice, viewer_advice
from oit_checker.judge.maps import shows_little
from oit_checker.judge.part_years import is_undated_part, undated_gap
from oit_checker.judge.span_told import year_told
from oit_checker.judge.status import (
    Piece,
    Seen,
    Situation,
    asked_components,
    component_year,
    lacking_together,
    other_months,
    seen_of,
)
from oit_checker.model.checklist import Component, Item
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import (
    NOT_YET,
    ComponentStatus,
    Evidence,
    Gap,
    GapKind,
    ItemStatus,
    NearMiss,
)
from oit_checker.model.labels import (
    BY_OCR,
    CLOUD_SERVICE,
    EMPTY_COLUMN,
    EMPTY_FIELD,
    UNREADABLE,
    VERIFICATION,
)
from oit_checker.model.page import Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.urls import same_site

LOOK = "โปรดเปิดลิงก์ด้วยตนเอง"
MAKE_IT = "จัดทำข้อมูลของข้อนี้ให้แล้วเสร็จ และเผยแพร่ไว้ในหน้านี้ ลิงก์ในหน้า ITA ไม่ต้องแก้"
_OURS = frozenset((Unreadable.TOO_BIG, Unreadable.TOO_SLOW, Unreadable.READER_FAILED))


def year_words(wanted: FiscalYear | None) -> str:
    """ประจำปีงบประมาณ พ.ศ. 2569 between spaces, or a space where any year will do."""
    return f" ประจำปีงบประมาณ พ.ศ. {wanted.be} " if wanted is not None else " "


def missing_gap(
    item: Item,
    wanted: FiscalYear | None,
    situation: Situation,
    wrong_links: Sequence[Piece] = (),
    older: Sequence[Piece] = (),
) -> Gap:
    """Nothing on the site discloses the item.

    wrong_links are meant as its evidence and open something else; older is what the lists of other years offer.
    """
    url = situation.list_url
    near = next((piece.rejected for piece in wrong_links if piece.rejected is not None), None)
    if near is not None:
        url, message = near.url, wrong_link_message(wrong_links[0], near)
    elif situation.local_link is not None:
        message = (
            f"หน้า ITA ของหน่วยงานมีชื่อข้อนี้ แต่ลิงก์ชี้ไปที่ไฟล์ในเครื่องของเจ้าหน้าที่หรือข้อมูลที่ฝังในหน้า (“{short(situation.local_link)}”) "
            "ประชาชนจึงเปิดไม่ได้"
        )
    elif situation.listed_without_link and older:
        message = f"หน้า ITA ของหน่วยงานมีชื่อข้อนี้ แต่ยังไม่มีลิงก์ไปยังหลักฐาน{year_words(wanted)}"
        message += f"สิ่งที่พบบนเว็บไซต์เป็นของปีอื่น (“{named(older[0].evidence)}”)"
    elif situation.listed_without_link:
        message = "หน้า ITA ของหน่วยงานมีชื่อข้อนี้ แต่ไม่มีลิงก์ไปยังหลักฐาน"
    else:
        message = f"ไม่พบ “{item.title_th}”{year_words(wanted)}บนเว็บไซต์หลักหรือจากลิงก์บนเว็บไซต์หลัก"
    parts = " · ".join(c.label_th for c in item.components if c.required and not c.applies_to)
    if near is not None and near.reason == NOT_YET:
        return Gap(GapKind.MISSING, url, None, message, f"{MAKE_IT} สิ่งที่ควรแสดง: {parts}")
    where = "แล้วทำลิงก์จากหน้า ITA ของหน่วยงาน" if situation.list_url else "และควรมีหน้า ITA ที่รวมลิงก์ของทุกข้อ"
    advice = f"เผยแพร่ข้อมูลข้อนี้{year_words(wanted)}บนเว็บไซต์หลัก {where} สิ่งที่ควรแสดง: {parts}"
    return Gap(GapKind.MISSING, url, None, message, advice)


def wrong_link_message(piece: Piece, near: NearMiss) -> str:
    """That a link meant for the item opens another document, with the words that say which."""
    if near.reason == NOT_YET:
        return near.message
    if piece.listed:
        return f"สิ่งที่หน้า ITA ลิงก์ไว้ในข้อนี้ไม่ใช่หลักฐานของข้อนี้: {near.message}"
    return f"ลิงก์ “{named(piece.evidence)}” เปิดเป็นเอกสารอื่น ไม่ใช่หลักฐานของข้อนี้: {near.message}"


def piece_gaps(
    piece: Piece, item: Item, year: FiscalYear, item_status: ItemStatus, hosts: Sequence[str]
) -> Iterator[Gap]:
    """What is wrong with one piece: it does not open, is of another year, cannot be read, or lies elsewhere."""
    evidence = piece.evidence
    settled = item_status is ItemStatus.PASS
    if not evidence.verification.opens:
        if evidence.verification.is_our_limit:
            yield _not_seen_gap(evidence, piece.unseen, piece.service)
        elif piece.is_front:
            message = f"ลิงก์ “{named(evidence)}” ให้เข้าสู่ระบบก่อน โปรแกรมจึงไม่เห็นบริการและวิธีใช้"
            yield Gap(
                GapKind.NOT_PUBLIC, evidence.url, None, message, SHOW_FIRST, advisory=True, quote=found_at(evidence)
            )
        else:
            # What the agency's own pages lack is not on another agency's site, whether that opens or not.
            is_others = piece.service is None and not same_site(evidence.url, hosts)
            is_aside = is_others and item_status is ItemStatus.INCOMPLETE
            is_locked = piece.unreadable is Unreadable.ENCRYPTED
            yield (
                locked_gap(evidence, settled)
                if is_locked
                else broken_gap(evidence, settled or is_aside, piece.service, item)
            )
        return
    if piece.leads_home and not settled:
        yield home_gap(evidence)
    if piece.stands_under is not None and not settled:
        message = f"“{named(evidence)}” เป็นเอกสารของข้อนี้ แต่หน้า ITA ลิงก์ไว้ในช่องของ {piece.stands_under}"
        advice = f"เลื่อนลิงก์นี้จากช่องของ {piece.stands_under} มาไว้ในช่องของ {item.code} ในหน้า ITA"
        yield Gap(GapKind.DOUBTFUL, evidence.url, None, message, advice, advisory=True)
    if piece.unreadable is not None:
        yield _unreadable_gap(evidence, piece.unreadable, piece.service)
    if piece.doubt is not None and item_status is ItemStatus.INCOMPLETE:  # under review, it is the reason itself
        yield _doubtful_gap(evidence, piece.doubt)
    wanted = _year_due(evidence, item, year)
    if wanted is not None and not settled and not piece.only_lists and evidence.status is not ItemStatus.INCOMPLETE:
        yield from _year_gaps(evidence, item, wanted, year)
    if not same_site(evidence.final_url, hosts):
        yield _off_site_gap(evidence, piece.service)


def _not_seen_gap(evidence: Evidence, unseen: str | None, service: CloudService | None) -> Gap:
    why = (unseen or VERIFICATION[evidence.verification]).removesuffix(LOOK).rstrip()
    message = f"โปรแกรมเปิด “{named(evidence)}” ไม่ได้: {why} จึงยังตัดสินไม่ได้"
    advice = looking_advice(None if shows_little(evidence) else service, look=LOOK)
    return Gap(GapKind.UNREADABLE, evidence.url, None, message, advice, advisory=True)


def _unreadable_gap(evidence: Evidence, why: Unreadable, service: CloudService | None) -> Gap:
    advice = "ควรเผยแพร่ไฟล์ที่ค้นหาข้อความได้ (เช่น ส่งออกจาก Word หรือ Excel โดยตรง)"
    if evidence.ocr_pages:
        message = f"“{named(evidence)}” {UNREADABLE[why]} โปรแกรมจึง{BY_OCR} ซึ่งอาจคลาดเคลื่อน"
    else:
        message = f"อ่านเนื้อหาของ “{named(evidence)}” ไม่ได้: {UNREADABLE[why]}"
        advice = f"โปรดเปิดดูว่าองค์ประกอบครบและตรงปีหรือไม่ และ{advice}"
    if why is Unreadable.VIEWER_ONLY:
        advice = f"โปรดเปิดดูในหน้าต่างไม่ระบุตัวตนว่าองค์ประกอบครบและตรงปีหรือไม่ และ{viewer_advice(service)}"
    elif why is Unreadable.MANY_FILES:
        advice = "โปรดเปิดดูไฟล์ที่เหลือในโฟลเดอร์ และควรทำลิงก์จากหน้า ITA ไปยังไฟล์ของข้อนี้โดยตรง"
    elif why in _OURS:
        advice = f"เป็นข้อจำกัดของโปรแกรมตรวจ ไม่ใช่ข้อบกพร่องของไฟล์ {LOOK}ว่าองค์ประกอบครบและตรงปีหรือไม่"
    return Gap(GapKind.UNREADABLE, evidence.url, None, message, advice, advisory=True)


def _doubtful_gap(evidence: Evidence, doubt: str) -> Gap:
    message = f"“{named(evidence)}” อาจยังใช้เป็นหลักฐานไม่ได้: {doubt}"
    advice = "โปรดเปิดดู หากไม่ใช่ฉบับที่ใช้จริงของหน่วยงาน ให้เผยแพร่ฉบับที่ใช้จริงแทน"
    return Gap(GapKind.DOUBTFUL, evidence.url, None, message, advice, advisory=True)


def _year_due(evidence: Evidence, item: Item, year: FiscalYear) -> FiscalYear | None:
    """The year of which a piece must be: that of the parts it shows, where all of them are due of another year."""
    own = item.evidence_year.seen_from(year)
    shown = {one.id for one in evidence.components if one.status is ComponentStatus.FOUND}
    due = {component_year(component, item, year) for component in item.components if component.id in shown}
    return due.pop() if own is not None and len(due) == 1 else own


def _year_gaps(evidence: Evidence, item: Item, wanted: FiscalYear, year: FiscalYear) -> Iterator[Gap]:
    if evidence.fiscal_year is None:
        message = f"ไม่พบข้อความที่บอกปีใน “{named(evidence)}” จึงยืนยันไม่ได้ว่าเป็นของปีงบประมาณ พ.ศ. {wanted.be}"
        advice = f"ระบุ “ประจำปีงบประมาณ พ.ศ. {wanted.be}” ไว้ที่ชื่อเอกสารและข้อความลิงก์"
        yield Gap(GapKind.WRONG_YEAR, evidence.url, None, message, advice, advisory=True)
    elif evidence.fiscal_year != wanted.be and evidence.status is ItemStatus.OUTDATED:
        what = "ข้อนี้" if wanted == item.evidence_year.seen_from(year) else "ส่วนนี้ของข้อนี้"
        is_of = f"“{named(evidence)}” เป็นของปีงบประมาณ พ.ศ. {year_told(evidence)}"
        message = f"{is_of} แต่{what}ต้องเป็นของปีงบประมาณ พ.ศ. {wanted.be}"
        advice = _year_advice(evidence, item, wanted, year)
        yield Gap(GapKind.WRONG_YEAR, evidence.url, None, message, advice, quote=evidence.fiscal_year_quote)


def _year_advice(evidence: Evidence, item: Item, wanted: FiscalYear, year: FiscalYear) -> str:
    """What to publish in place of another year's evidence, or beside it where that is right where it is."""
    of_year = f"ของปีงบประมาณ พ.ศ. {wanted.be}"
    if not item.document_kinds:  # news and activities are published anew; an old one stays
        due = [c for c in item.components if component_year(c, item, year) == wanted]
        shown = {one.id for one in evidence.components if one.status is ComponentStatus.FOUND}
        parts = [c.label_th for c in due if c.id in shown or not shown] if len(due) < len(item.components) else []
        what = " · ".join(parts) or item.title_th
        return f"เผยแพร่ “{what}” {of_year} เพิ่มบนเว็บไซต์หลัก"
    if str(wanted.be) in arabic_digits(evidence.link_text):
        return f"ลิงก์ระบุปี {wanted.be} แต่ไฟล์ที่เปิดเป็นของปี {evidence.fiscal_year} ให้เปลี่ยนไฟล์หลังลิงก์นี้เป็นฉบับ{of_year}"
    return f"เผยแพร่ฉบับปีงบประมาณ พ.ศ. {wanted.be} แล้วแก้ลิงก์ให้ชี้ไปที่ฉบับนั้น"


def _off_site_gap(evidence: Evidence, service: CloudService | None) -> Gap:
    where = f"เก็บไว้บน {CLOUD_SERVICE[service]} ซึ่ง" if service is not None else ""
    message = f"“{named(evidence)}” {where}อยู่นอกเว็บไซต์หลัก"
    advice = off_site_advice(service)
    return Gap(GapKind.OFF_SITE, evidence.final_url, None, message, advice, advisory=True)


_BLANK = regex(f"มี((?:คอลัมน์|ช่อง) “.+?”) (?:{EMPTY_COLUMN}|{EMPTY_FIELD}|แต่ไม่มีผลของรายการใด)")
_LACKING = regex(r"ยังไม่พบ(?:คอลัมน์)?: (.+)")
_YEAR_DECIDES = frozenset((ItemStatus.INCOMPLETE, ItemStatus.OUTDATED))


def component_gaps(
    item: Item,
    year: FiscalYear,
    kind: AgencyKind,
    pieces: Sequence[Piece],
    decisive: Sequence[Component],
    status: ItemStatus,
) -> Iterator[Gap]:
    """Components that were looked for in text that could be read, and are not there."""
    opened = [piece for piece in pieces if piece.evidence.verification.opens]
    if all(piece.only_lists for piece in opened):  # a page that only leads on is no place where components lack
        return
    binding = {component.id for component in decisive if component.basis.is_binding}
    # In an outdated file the whole file is to be replaced; naming its lacking parts too would only distract.
    is_told = status is not ItemStatus.INCOMPLETE and any(p.evidence.status is ItemStatus.OUTDATED for p in opened)
    for component in asked_components(item, kind):
        seen = seen_of(component, item, year, opened)
        wanted = component_year(component, item, year)
        of_others = other_months(component, item, year, opened) if seen is Seen.ABSENT else ()
        for file in of_others:
            yield Gap(GapKind.COMPONENT_MISSING, file.evidence.url, component.id, file.message, file.advice)
        if of_others and len(of_others) == len(lacking_together(component, opened, wanted) or ()):
            continue
        if seen is Seen.WRONG_YEAR and wanted is not None and is_undated_part(component, opened):
            yield undated_gap(component, wanted, opened)
        elif seen is Seen.ABSENT or (seen is Seen.WRONG_YEAR and status in _YEAR_DECIDES and not is_told):
            yield _component_gap(item, component, seen, wanted, opened, component.id in binding)


def _component_gap(
    item: Item, component: Component, seen: Seen, wanted: FiscalYear | None, opened: Sequence[Piece], binding: bool
) -> Gap:
    evidence = [p.evidence for p in opened if not p.only_lists and _has_room_for(p.evidence, wanted)]
    place = next((one for one in evidence if _BLANK.search(_note(one, component))), None)
    place = place or next(iter(evidence), opened[0].evidence)
    note = _note(place, component)
    if seen is Seen.WRONG_YEAR:
        message = f"ยังไม่พบ “{component.label_th}”{year_words(wanted)}(พบแต่ของปีอื่น)"
    else:
        message = f"ไม่พบ “{component.label_th}”"
    lacking = " · ".join(lacking_together(component, opened, wanted) or ())
    if lacking:
        message = f"{message} ยังขาด: {lacking}"
    elif note:
        message = f"{message}: {note}"
    advice = _advice(component, lacking, note)
    if not binding:
        sure = "คู่มืออาจกำหนดให้มี" if component.required else "ไม่บังคับ แต่ควรมี"
        message = f"{message} ({sure})"
    return Gap(GapKind.COMPONENT_MISSING, place.url, component.id, message, advice, advisory=not binding)


def _note(evidence: Evidence, component: Component) -> str:
    return next((one.note for one in evidence.components if one.id == component.id and one.note), "")


def _advice(component: Component, lacking: str, note: str) -> str:
    """What to add or to fill in: the blank column, or the parts that lack, by name."""
    blank, parts = _BLANK.search(note), _LACKING.search(note)
    if lacking:
        return f"{component.advice_th or f'เพิ่ม “{component.label_th}” ให้ครบ'} (ยังขาด: {lacking})"
    if blank is not None:
        return f"กรอก{blank[1]} ให้ครบทุกรายการ รายการที่ไม่มีให้ระบุว่า “ไม่มี” หรือ 0"
    if component.advice_th:
        return component.advice_th
    what = f"“{component.label_th}”" + (f" ส่วนที่ยังขาด ({parts[1]})" if parts is not None else "")
    return f"เพิ่ม {what} ในหลักฐานของข้อนี้ หรือเพิ่มลิงก์ไปยังหน้าที่แสดงข้อมูลนี้"


def _has_room_for(evidence: Evidence, wanted: FiscalYear | None) -> bool:
    return wanted is None or evidence.fiscal_year == wanted.be
