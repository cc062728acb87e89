"""What almost was evidence, and why it is not: the three best, kept for items that do not pass."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.judge.span_told import year_told
from oit_checker.judge.status import Piece
from oit_checker.model.evidence import ItemStatus, NearMiss
from oit_checker.model.labels import VERIFICATION

KEEP = 3


def near_misses(pieces: Sequence[Piece], others: Sequence[NearMiss], status: ItemStatus) -> tuple[NearMiss, ...]:
    """Rejected pieces first, then pieces of another year or that do not open, then what matching set aside."""
    if status is ItemStatus.PASS:
        return ()
    found = [piece.rejected for piece in pieces if piece.rejected is not None]
    leads = {piece.evidence.found_on for piece in pieces}
    found += [near for piece in pieces if not _only_leads(piece, leads) and (near := _near(piece)) is not None]
    unique = {near.url: near for near in reversed([*found, *others])}
    return tuple(reversed(unique.values()))[:KEEP]


def _only_leads(piece: Piece, leads: set[str]) -> bool:
    """Whether a page is but the way to another piece: the year of its list is that of no evidence."""
    addresses = {piece.evidence.url, piece.evidence.final_url}
    return piece.rejected is not None or (piece.only_lists and bool(addresses & leads))


def _near(piece: Piece) -> NearMiss | None:
    evidence = piece.evidence
    if evidence.status is ItemStatus.OUTDATED and evidence.fiscal_year is not None:
        return NearMiss(evidence.url, evidence.found_on, "wrong_year", f"เป็นของปี พ.ศ. {year_told(evidence)}")
    if evidence.status is ItemStatus.UNREACHABLE:
        return NearMiss(evidence.url, evidence.found_on, "does_not_open", VERIFICATION[evidence.verification])
    return None
