"""What a link that names an item only weakly is worth once it was opened: the document's own title tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_checker.judge import Piece
from oit_checker.match.claims import Claims
from oit_checker.match.subject import subjects_of
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import ComponentStatus, Evidence, ItemStatus, NearMiss
from oit_checker.model.labels import VERIFICATION
from oit_checker.model.page import Page
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

MOST = 0.5  # the share of a dead link's letters that the words naming an item must have
_NO_NAME = regex(r"[^ก-๛a-z]|ประจา|ปีงบประมาณ|ปี|พ\.ศ\.|ข้อมูล|ดาวน์โหลด|การ")  # folded: ประจำ is ประจา


def weighed(item: Item, piece: Piece, page: Page | None, claims: Claims, year: FiscalYear) -> Piece:
    """The piece as it counts: whole where its title names the item, doubtful where it may be meant, else set aside.

    It may be meant where it cannot be read, where its title names no item and most of what is asked stands in it, or
    where a dead link is called by the weak words and by hardly anything else: a link that only mentions them in passing
    (a neighbour's website, a list of officers) is no lost evidence. year is the checklist's.
    """
    wanted = item.evidence_year.seen_from(year)
    seen = piece.evidence.verification
    if piece.rejected is not None:
        return piece
    is_dead = not seen.opens and not seen.is_our_limit
    if is_dead and not (_may_be_of_year(piece.evidence, wanted) and (piece.listed or _is_called_so(piece.evidence))):
        return _set_aside(piece, "does_not_open", VERIFICATION[seen])
    if page is None or not seen.opens:
        return _doubted(piece)
    own = claims.of(" \n ".join(title_lines(page))).get(item.code)
    if own is not None and (own.strong or own.negative):
        return piece if own.strong else _set_aside(piece, "other_item", f"ชื่อเอกสารมีคำว่า “{own.look_alike}” ซึ่งเป็นเรื่องอื่น")
    if any(claim.code != item.code for claim in subjects_of(page, claims)):
        return _set_aside(piece, "other_item", "ชื่อเอกสารหรือชื่อหน้าเป็นเรื่องของข้ออื่น")
    if piece.only_lists:  # its files tell
        return piece
    if _shows_most(piece.evidence) or (piece.unreadable is not None and _may_be_of_year(piece.evidence, wanted)):
        return _doubted(piece)
    return _set_aside(piece, "weak_match", "ชื่อลิงก์ใกล้เคียง แต่เอกสารไม่ได้ระบุชื่อข้อนี้ และไม่พบข้อมูลส่วนใหญ่ที่ข้อนี้ต้องมี")


def without_idle_covers(pieces: Sequence[Piece], weak: Sequence[str]) -> list[Piece]:
    """Set aside the pages among `weak` addresses that only lead on, where nothing they lead to is evidence."""
    if any(piece.rejected is None and not piece.only_lists for piece in pieces):
        return list(pieces)
    return [
        _set_aside(piece, "weak_match", "ชื่อลิงก์ใกล้เคียง แต่หน้านี้มีแต่ลิงก์ต่อ และไม่พบหลักฐานของข้อนี้จากหน้านั้น")
        if piece.only_lists and piece.rejected is None and piece.evidence.url in weak
        else piece
        for piece in pieces
    ]


def _doubted(piece: Piece) -> Piece:
    words = piece.evidence.link_text.strip() or piece.evidence.url
    doubt = f"ลิงก์ “{words}” อาจหมายถึงข้อนี้ แต่ชื่อเอกสารไม่ได้ระบุชื่อข้อ จึงยังไม่แน่ใจว่าเป็นหลักฐานของข้อนี้"
    passes = piece.evidence.status is ItemStatus.PASS
    evidence = replace(piece.evidence, status=ItemStatus.REVIEW) if passes else piece.evidence
    return replace(piece, evidence=evidence, doubt=piece.doubt or doubt)


def _is_called_so(evidence: Evidence) -> bool:
    """Whether the words that led to a link make up most of what it is called, years and numbers aside."""
    called = _NO_NAME.sub("", fold(evidence.link_text))
    words = (fold(match.phrase) for match in evidence.matched if match.where in {"link", "url"})
    return bool(called) and MOST * len(called) <= max(map(len, words), default=0)


def _may_be_of_year(evidence: Evidence, wanted: FiscalYear | None) -> bool:
    return wanted is None or evidence.fiscal_year in {None, wanted.be}


def _shows_most(evidence: Evidence) -> bool:
    asked = [component for component in evidence.components if component.required]
    found = sum(component.status is ComponentStatus.FOUND for component in asked)
    return found * 2 > len(asked)


def _set_aside(piece: Piece, reason: str, message: str) -> Piece:
    evidence = piece.evidence
    return replace(piece, rejected=NearMiss(evidence.url, evidence.found_on, reason, message))
