"""What is still missing (สิ่งที่ยังขาด) and what to do about it (ข้อแนะนำ), in calm and checkable Thai."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from oit_checker.judge.elsewhere import looking_advice, mending_advice, off_site_advice, viewer_advice
from oit_checker.judge.status import (
    Piece,
    Seen,
    Situation,
    asked_components,
    component_year,
    lacking_together,
    seen_of,
)
from oit_checker.model.checklist import Component, Item
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import ComponentStatus, Evidence, Gap, GapKind, ItemStatus, NearMiss, Verification
from oit_checker.model.labels import BY_OCR, CLOUD_SERVICE, EMPTY_COLUMN, UNREADABLE, VERIFICATION
from oit_checker.model.page import Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from oit_checker.thai.digits import arabic_digits
from oit_checker.urls import host_of, is_private_address, same_site

LOOK = "โปรดเปิดลิงก์ด้วยตนเอง"
SHOW_FIRST = "แสดงบริการและวิธีใช้ก่อนหน้าเข้าสู่ระบบ และตรวจว่าประชาชนทั่วไปลงทะเบียนใช้ได้"
_OURS = frozenset((Unreadable.TOO_BIG, Unreadable.TOO_SLOW, Unreadable.READER_FAILED))
_BRING_OUT = "นำไฟล์หรือหน้านี้ขึ้นเว็บไซต์หลัก แล้วแก้ลิงก์ให้ชี้ไปยังที่อยู่ที่บุคคลทั่วไปเปิดได้"
_NOT_PUBLIC = {Verification.LOGIN_REQUIRED, Verification.FORBIDDEN}
_MENDING: dict[Verification, str] = {
    Verification.NOT_FOUND: "แก้ลิงก์ให้ตรงกับไฟล์หรือหน้าที่มีอยู่จริง หรือนำไฟล์ขึ้นใหม่ตามที่อยู่เดิม",
    Verification.GONE: "นำไฟล์ขึ้นใหม่ แล้วแก้ลิงก์ให้ชี้ไปยังที่อยู่ใหม่",
    Verification.SOFT_404: "แก้ลิงก์ให้ชี้ไปยังหน้าหรือไฟล์จริง",
    Verification.SERVER_ERROR: "ให้ผู้ดูแลเว็บไซต์ตรวจสาเหตุที่เครื่องแม่ข่ายขัดข้อง แล้วเปิดลิงก์อีกครั้ง",
    Verification.TIMEOUT: "ให้ผู้ดูแลเว็บไซต์ตรวจว่าหน้าหรือไฟล์นี้ตอบช้าเพราะเหตุใด ผู้ประเมินอาจเปิดไม่ได้เช่นกัน",
    Verification.DNS_ERROR: "ตรวจชื่อเว็บไซต์ในลิงก์ว่าพิมพ์ถูกและยังใช้งานอยู่",
    Verification.TLS_ERROR: "ต่ออายุหรือแก้ไขใบรับรองความปลอดภัย (HTTPS) ของเว็บไซต์นี้",
    Verification.CONNECTION_ERROR: "ให้ผู้ดูแลเว็บไซต์ตรวจว่าเครื่องแม่ข่ายเปิดให้บริการอยู่หรือไม่",
    Verification.REDIRECT_LOOP: "ให้ผู้ดูแลเว็บไซต์แก้การส่งต่อที่วนกลับมาที่เดิม",
    Verification.LOGIN_REQUIRED: "เปิดสิทธิ์ให้บุคคลทั่วไปเปิดดูได้โดยไม่ต้องเข้าสู่ระบบ หรือย้ายไฟล์มาไว้บนเว็บไซต์หลัก",
    Verification.FORBIDDEN: "เปิดสิทธิ์ให้บุคคลทั่วไปเปิดดูได้",
    Verification.EMPTY: "นำไฟล์ฉบับเต็มขึ้นใหม่ ไฟล์ที่เผยแพร่อยู่ว่างเปล่า",
    Verification.CORRUPT: "นำไฟล์ที่เปิดอ่านได้ขึ้นแทน ไฟล์ที่เผยแพร่อยู่เสีย",
    Verification.WRONG_TYPE: "แก้ลิงก์ให้ได้ไฟล์เอกสารจริง ขณะนี้ได้หน้าเว็บแทนเอกสาร",
    Verification.INVALID_URL: "แก้ที่อยู่ลิงก์ให้ถูกต้องและเปิดได้จากภายนอกหน่วยงาน",
}


def year_words(wanted: FiscalYear | None) -> str:
    """ประจำปีงบประมาณ พ.ศ. 2569 between spaces, or a space where any year will do."""
    return f" ประจำปีงบประมาณ พ.ศ. {wanted.be} " if wanted is not None else " "


def missing_gap(item: Item, wanted: FiscalYear | None, situation: Situation, wrong_links: Sequence[Piece] = ()) -> Gap:
    """Nothing on the site discloses the item; wrong_links are meant as its evidence and open something else."""
    url = situation.list_url
    near = next((piece.rejected for piece in wrong_links if piece.rejected is not None), None)
    if near is not None:
        url, message = near.url, wrong_link_message(wrong_links[0], near)
    elif situation.listed_without_link:
        message = "หน้า ITA ของหน่วยงานมีชื่อข้อนี้ แต่ไม่มีลิงก์ไปยังหลักฐาน"
    else:
        message = f"ไม่พบ “{item.title_th}”{year_words(wanted)}บนเว็บไซต์หลักหรือจากลิงก์บนเว็บไซต์หลัก"
    parts = " · ".join(c.label_th for c in item.components if c.required and not c.applies_to)
    where = "แล้วทำลิงก์จากหน้า ITA ของหน่วยงาน" if situation.list_url else "และควรมีหน้า ITA ที่รวมลิงก์ของทุกข้อ"
    advice = f"เผยแพร่ข้อมูลข้อนี้{year_words(wanted)}บนเว็บไซต์หลัก {where} สิ่งที่ควรแสดง: {parts}"
    return Gap(GapKind.MISSING, url, None, message, advice)


def wrong_link_message(piece: Piece, near: NearMiss) -> str:
    """That a link meant for the item opens another document, with the words that say which."""
    if piece.listed:
        return f"สิ่งที่หน้า ITA ลิงก์ไว้ในข้อนี้ไม่ใช่หลักฐานของข้อนี้: {near.message}"
    return f"ลิงก์ “{_named(piece.evidence)}” เปิดเป็นเอกสารอื่น ไม่ใช่หลักฐานของข้อนี้: {near.message}"


def piece_gaps(
    piece: Piece, item: Item, wanted: FiscalYear | None, item_status: ItemStatus, hosts: Sequence[str]
) -> Iterator[Gap]:
    """What is wrong with one piece: it does not open, is of another year, cannot be read, or lies elsewhere."""
    evidence = piece.evidence
    settled = item_status is ItemStatus.PASS
    if not evidence.verification.opens:
        if evidence.verification.is_our_limit:
            yield _not_seen_gap(evidence, piece.unseen, piece.service)
        elif piece.is_front:
            message = f"ลิงก์ “{_named(evidence)}” ให้เข้าสู่ระบบก่อน โปรแกรมจึงไม่เห็นบริการและวิธีใช้"
            yield Gap(
                GapKind.NOT_PUBLIC, evidence.url, None, message, SHOW_FIRST, advisory=True, quote=_found_at(evidence)
            )
        else:
            # What the agency's own pages lack is not on another agency's site, whether that opens or not.
            is_others = piece.service is None and not same_site(evidence.url, hosts)
            is_aside = is_others and item_status is ItemStatus.INCOMPLETE
            yield _broken_gap(evidence, settled or is_aside, piece.service, item)
        return
    if piece.stands_under is not None and not settled:
        message = f"“{_named(evidence)}” เป็นเอกสารของข้อนี้ แต่หน้า ITA ลิงก์ไว้ในช่องของ {piece.stands_under}"
        advice = f"เลื่อนลิงก์นี้จากช่องของ {piece.stands_under} มาไว้ในช่องของ {item.code} ในหน้า ITA"
        yield Gap(GapKind.DOUBTFUL, evidence.url, None, message, advice, advisory=True)
    if piece.unreadable is not None:
        yield _unreadable_gap(evidence, piece.unreadable, piece.service)
    if piece.doubt is not None and item_status is ItemStatus.INCOMPLETE:  # under review, it is the reason itself
        yield _doubtful_gap(evidence, piece.doubt)
    if wanted is not None and not settled and not piece.only_lists and evidence.status is not ItemStatus.INCOMPLETE:
        yield from _year_gaps(evidence, item, wanted)
    if not same_site(evidence.final_url, hosts):
        yield _off_site_gap(evidence, piece.service)


def _broken_gap(evidence: Evidence, advisory: bool, service: CloudService | None, item: Item) -> Gap:
    if _is_inside(evidence):
        message = f"ลิงก์ “{_named(evidence)}” เปิดได้เฉพาะเครือข่ายภายในของหน่วยงาน บุคคลทั่วไปเปิดไม่ได้"
        return Gap(GapKind.NOT_PUBLIC, evidence.url, None, message, _BRING_OUT, advisory, quote=_found_at(evidence))
    kind = GapKind.NOT_PUBLIC if evidence.verification in _NOT_PUBLIC else GapKind.BROKEN_LINK
    message = f"ลิงก์ “{_named(evidence)}” เปิดไม่ได้: {VERIFICATION[evidence.verification]}"
    advice = mending_advice(service, evidence.verification) or _MENDING.get(
        evidence.verification, "ตรวจและแก้ลิงก์ให้เปิดได้"
    )
    if service is None and item.login_is_front and evidence.verification is Verification.LOGIN_REQUIRED:
        advice = f"แก้ลิงก์ให้ชี้ไปยังบริการที่บุคคลภายนอกใช้ได้ {SHOW_FIRST}"
    return Gap(kind, evidence.url, None, message, advice, advisory, quote=_found_at(evidence))


def _is_inside(evidence: Evidence) -> bool:
    """Whether the address is right as it is, and leads into a network that the public cannot reach."""
    hosts = [host for url in (evidence.url, evidence.final_url) if (host := host_of(url))]
    return evidence.verification is Verification.INVALID_URL and any(map(is_private_address, hosts))


def _not_seen_gap(evidence: Evidence, unseen: str | None, service: CloudService | None) -> Gap:
    why = (unseen or VERIFICATION[evidence.verification]).removesuffix(LOOK).rstrip()
    message = f"โปรแกรมเปิด “{_named(evidence)}” ไม่ได้: {why} จึงยังตัดสินไม่ได้"
    advice = looking_advice(service, look=LOOK)
    return Gap(GapKind.UNREADABLE, evidence.url, None, message, advice, advisory=True)


def _unreadable_gap(evidence: Evidence, why: Unreadable, service: CloudService | None) -> Gap:
    advice = "ควรเผยแพร่ไฟล์ที่ค้นหาข้อความได้ (เช่น ส่งออกจาก Word หรือ Excel โดยตรง)"
    if evidence.ocr_pages:
        message = f"“{_named(evidence)}” {UNREADABLE[why]} โปรแกรมจึง{BY_OCR} ซึ่งอาจคลาดเคลื่อน"
    else:
        message = f"อ่านเนื้อหาของ “{_named(evidence)}” ไม่ได้: {UNREADABLE[why]}"
        advice = f"โปรดเปิดดูว่าองค์ประกอบครบและตรงปีหรือไม่ และ{advice}"
    if why is Unreadable.VIEWER_ONLY:
        advice = f"โปรดเปิดดูในหน้าต่างไม่ระบุตัวตนว่าองค์ประกอบครบและตรงปีหรือไม่ และ{viewer_advice(service)}"
    elif why is Unreadable.MANY_FILES:
        advice = "โปรดเปิดดูไฟล์ที่เหลือในโฟลเดอร์ และควรทำลิงก์จากหน้า ITA ไปยังไฟล์ของข้อนี้โดยตรง"
    elif why in _OURS:
        advice = f"เป็นข้อจำกัดของโปรแกรมตรวจ ไม่ใช่ข้อบกพร่องของไฟล์ {LOOK}ว่าองค์ประกอบครบและตรงปีหรือไม่"
    return Gap(GapKind.UNREADABLE, evidence.url, None, message, advice, advisory=True)


def _doubtful_gap(evidence: Evidence, doubt: str) -> Gap:
    message = f"“{_named(evidence)}” อาจยังใช้เป็นหลักฐานไม่ได้: {doubt}"
    advice = "โปรดเปิดดู หากไม่ใช่ฉบับที่ใช้จริงของหน่วยงาน ให้เผยแพร่ฉบับที่ใช้จริงแทน"
    return Gap(GapKind.DOUBTFUL, evidence.url, None, message, advice, advisory=True)


def _year_gaps(evidence: Evidence, item: Item, wanted: FiscalYear) -> Iterator[Gap]:
    if evidence.fiscal_year is None:
        message = f"ไม่พบข้อความที่บอกปีใน “{_named(evidence)}” จึงยืนยันไม่ได้ว่าเป็นของปีงบประมาณ พ.ศ. {wanted.be}"
        advice = f"ระบุ “ประจำปีงบประมาณ พ.ศ. {wanted.be}” ไว้ที่ชื่อเอกสารและข้อความลิงก์"
        yield Gap(GapKind.WRONG_YEAR, evidence.url, None, message, advice, advisory=True)
    elif evidence.fiscal_year != wanted.be and evidence.status is ItemStatus.OUTDATED:
        message = (
            f"“{_named(evidence)}” เป็นของปีงบประมาณ พ.ศ. {evidence.fiscal_year} แต่ข้อนี้ต้องเป็นของปีงบประมาณ พ.ศ. {wanted.be}"
        )
        advice = _year_advice(evidence, item, wanted)
        yield Gap(GapKind.WRONG_YEAR, evidence.url, None, message, advice, quote=evidence.fiscal_year_quote)


def _year_advice(evidence: Evidence, item: Item, wanted: FiscalYear) -> str:
    """What to publish in place of another year's evidence, or beside it where that is right where it is."""
    of_year = f"ของปีงบประมาณ พ.ศ. {wanted.be}"
    if not item.document_kinds:  # news and activities are published anew; an old one stays
        due = [c for c in item.components if c.evidence_year in {None, item.evidence_year}]
        shown = {one.id for one in evidence.components if one.status is ComponentStatus.FOUND}
        parts = [c.label_th for c in due if c.id in shown or not shown] if len(due) < len(item.components) else []
        what = " · ".join(parts) or item.title_th
        return f"เผยแพร่ “{what}” {of_year} เพิ่มบนเว็บไซต์หลัก"
    if str(wanted.be) in arabic_digits(evidence.link_text):
        return f"ลิงก์ระบุปี {wanted.be} แต่ไฟล์ที่เปิดเป็นของปี {evidence.fiscal_year} ให้เปลี่ยนไฟล์หลังลิงก์นี้เป็นฉบับ{of_year}"
    return f"เผยแพร่ฉบับปีงบประมาณ พ.ศ. {wanted.be} แล้วแก้ลิงก์ให้ชี้ไปที่ฉบับนั้น"


def _off_site_gap(evidence: Evidence, service: CloudService | None) -> Gap:
    where = f"เก็บไว้บน {CLOUD_SERVICE[service]} ซึ่ง" if service is not None else ""
    message = f"“{_named(evidence)}” {where}อยู่นอกเว็บไซต์หลัก"
    advice = off_site_advice(service)
    return Gap(GapKind.OFF_SITE, evidence.final_url, None, message, advice, advisory=True)


_FILL_IN = "กรอกข้อมูลหรือตัวเลขในคอลัมน์นี้ให้ครบ หากไม่มีให้ระบุ 0 หรือ “ไม่มี”"
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
        if seen is Seen.ABSENT or (seen is Seen.WRONG_YEAR and status in _YEAR_DECIDES and not is_told):
            yield _component_gap(
                item, component, seen, component_year(component, item, year), opened, component.id in binding
            )


def _component_gap(
    item: Item, component: Component, seen: Seen, wanted: FiscalYear | None, opened: Sequence[Piece], binding: bool
) -> Gap:
    place = next(
        (p.evidence for p in opened if not p.only_lists and _has_room_for(p.evidence, wanted)), opened[0].evidence
    )
    is_blank = False
    if seen is Seen.WRONG_YEAR:
        message = f"ยังไม่พบ “{component.label_th}”{year_words(wanted)}(พบแต่ของปีอื่น)"
    else:
        message = f"ไม่พบ “{component.label_th}”"
    if lacking := lacking_together(component, opened, wanted):
        message = f"{message} ยังขาด: {' · '.join(lacking)}"
    elif note := next((one.note for one in place.components if one.id == component.id and one.note), None):
        message = f"{message}: {note}"
        is_blank = EMPTY_COLUMN in note
    advice = (
        _FILL_IN
        if is_blank
        else component.advice_th or f"เพิ่ม “{component.label_th}” ในหลักฐานของข้อนี้ หรือเพิ่มลิงก์ไปยังหน้าที่แสดงข้อมูลนี้"
    )
    if not binding:
        sure = "แหล่งอ้างอิงยังไม่ยืนยันว่าบังคับ" if component.required else "ไม่บังคับ แต่ควรมี"
        message = f"{message} ({sure})"
    return Gap(GapKind.COMPONENT_MISSING, place.url, component.id, message, advice, advisory=not binding)


def _has_room_for(evidence: Evidence, wanted: FiscalYear | None) -> bool:
    return wanted is None or evidence.fiscal_year == wanted.be


def _named(evidence: Evidence) -> str:
    name = evidence.link_text.strip() or unquote(evidence.url.rstrip("/").rsplit("/", 1)[-1]) or evidence.url
    return name if len(name) <= 90 else f"{name[:89]}…"


def _found_at(evidence: Evidence) -> str | None:
    return f"{evidence.link_text} ({evidence.found_on})" if evidence.link_text else evidence.found_on or None
