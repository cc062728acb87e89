"""A document in another item's row of the agency's list: rejected there, and offered to the item that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from oit_checker.gathered import Gathered
from oit_checker.judge import Piece
from oit_checker.match.claims import Claims
from oit_checker.match.subject import subjects_of
from oit_checker.model.evidence import PART_OF_YEAR, Candidate, ItemStatus
from oit_checker.model.page import PageKind

WITHOUT_ANY = frozenset((ItemStatus.MISSING, ItemStatus.OUTDATED))
"""The statuses of an item to which such a document is offered."""
_REJECTED_AS = frozenset(("other_item", "wrong_kind", PART_OF_YEAR))


def misplaced(
    pieces: Mapping[str, Mapping[str, Piece]],
    candidates: Mapping[str, Mapping[str, Candidate]],
    gathered: Gathered,
    claims: Claims,
) -> list[tuple[str, str, Candidate]]:
    """Documents that this year's list has in the row of another item, by their own titles.

    Items of which the list offers something that counts are left out. Each comes with the code of the item that its
    title names most plainly and that of the row, as a candidate of the former.
    """
    offered = {code for code, own in pieces.items() if any(p.listed and p.rejected is None for p in own.values())}
    found: list[tuple[str, str, Candidate]] = []
    for row, known in pieces.items():
        for name, piece in known.items():
            candidate = candidates[row].get(name)
            read = gathered.part(candidate.url) if candidate is not None else None
            if candidate is None or read is None or read.kind is PageKind.HTML or not piece.listed:
                continue
            if piece.rejected is None or piece.rejected.reason not in _REJECTED_AS:
                continue
            named = next(iter(subjects_of(read, claims)), None)
            if named is not None and named.code != row and named.code not in offered:
                found.append((named.code, row, replace(candidate, code=named.code, from_hub=False)))
    return found


def as_misplaced(piece: Piece, row: str) -> Piece:
    """The document as evidence of the item that it names; it makes none pass, as its row says otherwise."""
    status = piece.evidence.status
    evidence = replace(piece.evidence, status=ItemStatus.REVIEW if status is ItemStatus.PASS else status)
    doubt = f"พบเอกสารของข้อนี้ในช่องของ {row} ในหน้า ITA ไม่ใช่ในช่องของข้อนี้"
    return replace(piece, evidence=evidence, listed=False, doubt=piece.doubt or doubt, stands_under=row)
