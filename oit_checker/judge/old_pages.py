"""A page of another year that shows nothing of the item is no outdated evidence of it; it is a near miss at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_checker.judge.span_told import year_told
from oit_checker.judge.status import Piece, may_show
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import NearMiss
from oit_checker.model.year import FiscalYear


def without_empty_old_pages(pieces: Sequence[Piece], item: Item, year: FiscalYear) -> list[Piece]:
    """The pieces, those rejected that are of another year, show no component and are not offered by this year's list.

    What the list offers, itself or by a page to which it leads, is meant as this year's evidence and is judged.
    """
    wanted = item.evidence_year.seen_from(year)
    if wanted is None:
        return list(pieces)
    offered = {url for piece in pieces if piece.listed for url in (piece.evidence.url, piece.evidence.final_url)}
    return [_judged(piece, wanted, piece.listed or piece.evidence.found_on in offered) for piece in pieces]


def _judged(piece: Piece, wanted: FiscalYear, is_offered: bool) -> Piece:
    evidence = piece.evidence
    is_old = evidence.fiscal_year is not None and evidence.fiscal_year != wanted.be
    if is_offered or not is_old or piece.rejected is not None or piece.only_lists:
        return piece
    if not evidence.verification.opens or may_show(piece):
        return piece
    message = f"เป็นของปี พ.ศ. {year_told(evidence)} และไม่แสดงข้อมูลที่ข้อนี้ต้องมี"
    return replace(piece, rejected=NearMiss(evidence.url, evidence.found_on, "wrong_year", message))
