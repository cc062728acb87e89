"""Why a person has to look at an item: one Thai sentence, made of what is open and what kept it open."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.judge.gaps import LOOK
from oit_checker.judge.maps import could_show, shows_little
from oit_checker.judge.status import Piece, Seen, Situation, component_year, required_components, seen_of
from oit_checker.model.checklist import Component, Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Evidence, ItemStatus
from oit_checker.model.labels import BY_OCR, DAMAGED_TEXT, EMPTY_COLUMN, IN_PICTURES, UNREADABLE, VERIFICATION
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear


def reason_of(
    item: Item, pieces: Sequence[Piece], situation: Situation, status: ItemStatus, year: FiscalYear, kind: AgencyKind
) -> str | None:
    """Why a person has to look: one Thai sentence for every item under review, None otherwise."""
    if status is not ItemStatus.REVIEW:
        return None
    if situation.outcome == "failed":
        return situation.reason or "รอบตรวจนี้ตรวจเว็บไซต์ไม่ได้"
    if not pieces:
        return situation.blind() or situation.reason or "รอบตรวจนี้ยังดูเว็บไซต์ไม่ครบ จึงยังสรุปไม่ได้ว่าไม่มี"
    limited = _kept_from_us(item, pieces, year, kind)
    if limited is not None:
        told = limited.unseen or VERIFICATION[limited.evidence.verification]
        told = told if LOOK in told else f"{told} {LOOK}"
        lacking = _lacking(item, pieces, year, kind)
        return f"หลักฐานที่เปิดได้ยังไม่แสดง: {lacking} และ {told}" if lacking else told
    unread = next((p.unreadable for p in pieces if p.unreadable is not None and not p.evidence.ocr_pages), None)
    if unread is not None:
        return f"อ่านเนื้อหาหลักฐานไม่ได้: {UNREADABLE[unread]}"
    doubt = next((piece.doubt for piece in pieces if piece.doubt is not None), None)
    if doubt is not None:
        return f"{doubt} โปรดเปิดดูด้วยตนเอง"
    if all(piece.only_lists for piece in pieces):
        return "หน้านี้มีแต่ลิงก์ต่อ และโปรแกรมไม่พบไฟล์หลักฐานของข้อนี้จากหน้านั้น โปรดเปิดดูด้วยตนเอง"
    return _open_question(item, [p.evidence for p in pieces], pieces, year, kind)


def _kept_from_us(item: Item, pieces: Sequence[Piece], year: FiscalYear, kind: AgencyKind) -> Piece | None:
    """The first piece that only we could not open, of those that could show what is still open."""
    opened = [piece for piece in pieces if piece.evidence.verification.opens]
    limited = [piece for piece in pieces if piece.evidence.verification.is_our_limit]
    asked = [c for c in required_components(item, kind) if seen_of(c, item, year, opened) is not Seen.FOUND]
    return next(
        (
            piece
            for piece in limited
            if not (opened and shows_little(piece.evidence)) or any(could_show(piece.evidence, c) for c in asked)
        ),
        None,
    )


def _denied(opened: Sequence[Piece], unclear: Sequence[str]) -> list[ComponentResult]:
    """Unclear components whose words stand in the evidence, only to say that the thing is not there yet."""
    results = (result for piece in opened for result in piece.evidence.components)
    asked = [one for one in results if one.id in unclear and one.status is ComponentStatus.UNREADABLE]
    return [one for one in asked if one.snippet and one.note]  # what OCR only believes to have read has no note


def _lacking(item: Item, pieces: Sequence[Piece], year: FiscalYear, kind: AgencyKind) -> str:
    """What the pieces that opened do not show, of what must be there; nothing where none but covers opened."""
    opened = [piece for piece in pieces if piece.evidence.verification.opens]
    if all(piece.only_lists for piece in opened):
        return ""
    states = [(c, seen_of(c, item, year, opened)) for c in required_components(item, kind)]
    return " · ".join(c.label_th for c, seen in states if seen in {Seen.ABSENT, Seen.WRONG_YEAR})


def _open_question(
    item: Item, evidence: Sequence[Evidence], pieces: Sequence[Piece], year: FiscalYear, kind: AgencyKind
) -> str:
    opened = [piece for piece in pieces if piece.evidence.verification.opens]
    states = [(c, seen_of(c, item, year, opened)) for c in required_components(item, kind)]
    undated = [c for c, seen in states if seen is Seen.UNDATED]
    if undated:
        wanted = component_year(undated[0], item, year)
        be = wanted.be if wanted is not None else year.be
        why = next((piece.year_doubt for piece in opened if piece.year_doubt is not None), None)
        if why is not None:
            return f"{why} จึงยืนยันไม่ได้ว่าเป็นของปีงบประมาณ พ.ศ. {be}"
        if any(piece.evidence.ocr_pages for piece in opened):
            return f"หลักฐานเป็นภาพ โปรแกรมอ่านปีจากภาพให้แน่ใจไม่ได้ โปรดเปิดดูว่าเป็นของปีงบประมาณ พ.ศ. {be}"
        return f"หลักฐานไม่ระบุปี จึงยืนยันไม่ได้ว่าเป็นของปีงบประมาณ พ.ศ. {be}"
    unread = [c.label_th for c, seen in states if seen is Seen.UNREADABLE]
    denied = _denied(opened, [c.id for c, seen in states if seen is Seen.UNREADABLE])
    if denied:
        labels = " · ".join(dict.fromkeys(result.label for result in denied))
        return f"{labels}: {denied[0].note}"
    if unread and any(piece.evidence.ocr_pages for piece in opened):
        why = DAMAGED_TEXT if _is_only_damaged(opened) else "หลักฐานบางหน้าเป็นภาพ"
        return f"{why} {BY_OCR} แล้วยังไม่พบ ซึ่งอาจอ่านผิด โปรดเปิดดูว่ามี: {' · '.join(unread)}"
    if unread and (pictured := _in_pictures(opened, [c.id for c, seen in states if seen is Seen.UNREADABLE])):
        return f"ไม่พบในข้อความที่อ่านได้ แต่อาจแสดงเป็นภาพ โปรดเปิดดูว่ามี: {pictured}"
    if unread:
        return f"บางหน้าของหลักฐานอ่านเป็นข้อความไม่ได้ จึงยังไม่ทราบว่ามี: {' · '.join(unread)}"
    blank = _left_blank(opened, [c.id for c, seen in states if seen is Seen.ABSENT])
    if blank is not None:
        return f"{blank.label}: {blank.note} โปรดเปิดดู และกรอกให้ครบ"
    return _still_open(states, opened)


def _still_open(states: Sequence[tuple[Component, Seen]], opened: Sequence[Piece]) -> str:
    """What is not there as it is asked for: what is there of another year is told so, and not as lacking."""
    elsewhen = [c.label_th for c, seen in states if seen is Seen.WRONG_YEAR and _is_found(c, opened)]
    lacks = {Seen.ABSENT, Seen.WRONG_YEAR}
    lacking = [c.label_th for c, seen in states if seen in lacks and c.label_th not in elsewhen]
    told = [f"พบ แต่เป็นของปีอื่น: {' · '.join(elsewhen)}"] if elsewhen else []
    told += [f"ยังไม่พบ: {' · '.join(lacking)}"] if lacking or not elsewhen else []
    return f"{' และ '.join(told)} ซึ่งคู่มืออาจกำหนดให้มี โปรดเปิดหลักฐานดู หากไม่มี ควรเพิ่มให้ครบ"


def _is_found(component: Component, pieces: Sequence[Piece]) -> bool:
    results = (result for piece in pieces for result in piece.evidence.components)
    return any(one.id == component.id and one.status is ComponentStatus.FOUND for one in results)


def _is_only_damaged(opened: Sequence[Piece]) -> bool:
    """Whether what OCR did not find is open for nothing but a font that lies: no page of it is a picture."""
    results = (result for piece in opened for result in piece.evidence.components)
    notes = [one.note or "" for one in results if one.status is ComponentStatus.UNREADABLE]
    return bool(notes) and all(DAMAGED_TEXT in note for note in notes)


def _in_pictures(opened: Sequence[Piece], unread: Sequence[str]) -> str:
    """The labels of what only the pictures of a page may hold, whose words were all read; nothing where more is open.

    What was seen in words stands behind a label: one name of several.
    """
    results = [one for piece in opened for one in piece.evidence.components if one.id in unread]
    if not results or not all((one.note or "").endswith(IN_PICTURES) for one in results):
        return ""
    seen = {one.label: (one.note or "").removesuffix(IN_PICTURES).removesuffix("นอกนั้น").strip() for one in results}
    return " · ".join(f"{label} ({said})" if said else label for label, said in seen.items())


def _left_blank(opened: Sequence[Piece], absent: Sequence[str]) -> ComponentResult | None:
    """What is not there, though a piece that shows something has a column for it, which nobody filled in."""
    told = (piece.evidence.components for piece in opened)
    results = (one for of in told if any(other.status is ComponentStatus.FOUND for other in of) for one in of)
    return next((one for one in results if one.id in absent and EMPTY_COLUMN in (one.note or "")), None)
