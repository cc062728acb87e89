"""A report of a part of the right year is the item's report and covers too little: the item lacks the rest of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_checker.judge.closed_links import found_at, named
from oit_checker.judge.status import Piece
from oit_checker.model.evidence import PART_OF_YEAR, Gap, GapKind, ItemStatus
from oit_checker.model.year import FiscalYear


def halves_of(pieces: Sequence[Piece], wanted: FiscalYear | None) -> list[Piece]:
    """The reports of a part of the wanted year that this year's list, or a page of the item, leads to."""
    covers = {url for piece in pieces if piece.only_lists for url in (piece.evidence.url, piece.evidence.final_url)}
    return [
        piece
        for piece in pieces
        if piece.rejected is not None
        and piece.rejected.reason == PART_OF_YEAR
        and wanted is not None
        and piece.evidence.fiscal_year == wanted.be
        and (piece.listed or piece.evidence.found_on in covers)
    ]


def as_evidence(piece: Piece) -> Piece:
    """Such a report as what the item has to show: not whole, whatever else stands in it."""
    return replace(piece, rejected=None, evidence=replace(piece.evidence, status=ItemStatus.INCOMPLETE))


def half_gap(piece: Piece, wanted: FiscalYear) -> Gap:
    """That the report covers a part of the year, in its own words, and what to publish."""
    evidence, why = piece.evidence, piece.rejected.message if piece.rejected is not None else ""
    message = f"“{named(evidence)}” ยังไม่ครบทั้งปี: {why}"
    span = f"(ตุลาคม {wanted.be - 1} - กันยายน {wanted.be})"
    advice = f"เผยแพร่รายงานของทั้งปีงบประมาณ พ.ศ. {wanted.be} {span} แล้วแก้ลิงก์ของข้อนี้ให้ชี้ไปที่ฉบับนั้น"
    return Gap(GapKind.COMPONENT_MISSING, evidence.url, None, message, advice, quote=found_at(evidence))
