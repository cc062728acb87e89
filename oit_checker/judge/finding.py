"""One item: all its pieces, one status, the gaps, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_checker.judge.accounts import without_bare_accounts
from oit_checker.judge.dead_doors import without_dead_doors
from oit_checker.judge.gaps import MAKE_IT, component_gaps, missing_gap, piece_gaps, wrong_link_message
from oit_checker.judge.half_year import as_evidence, half_gap, halves_of
from oit_checker.judge.near import near_misses
from oit_checker.judge.old_pages import without_empty_old_pages
from oit_checker.judge.reasons import reason_of
from oit_checker.judge.status import (
    Piece,
    Seen,
    Situation,
    asked_components,
    joint_status,
    required_components,
    seen_of,
)
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import (
    NOT_YET,
    Finding,
    Gap,
    GapKind,
    ItemStatus,
    NearMiss,
)
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear

_ORDER = list(ItemStatus)
# The kinds of gap that a status rests on; they are told first.
_TELLING = {
    ItemStatus.UNREACHABLE: (GapKind.BROKEN_LINK, GapKind.NOT_PUBLIC),
    ItemStatus.OUTDATED: (GapKind.WRONG_YEAR,),
    ItemStatus.INCOMPLETE: (GapKind.COMPONENT_MISSING,),
}


def judge(
    item: Item,
    pieces: Sequence[Piece],
    situation: Situation,
    *,
    year: FiscalYear,
    kind: AgencyKind,
    hosts: Sequence[str],
    others: Sequence[NearMiss] = (),
    takes_halves: bool = True,
) -> Finding:
    """Say what is known of one item, from every piece of evidence that the site offers.

    What the agency's own list of the year offers is judged first; what was found
    elsewhere on the site counts where it makes the item whole, or where the list
    offers nothing. others are near misses that never became pieces.
    takes_halves: a report of a part of the year is told as what the item has; not so while the rest of the site may
    still hold the whole year's.
    """
    wanted = item.evidence_year.seen_from(year)
    pieces = without_empty_old_pages(without_dead_doors(item, pieces), item, year)
    usable = _without_spent_covers(pieces)
    halves = [] if usable or not takes_halves else halves_of(pieces, wanted)
    if halves:
        usable = [as_evidence(piece) for piece in halves]
        pieces = [*(piece for piece in pieces if piece not in halves), *usable]
    telling = without_bare_accounts(usable)
    status, decisive = _status(item, telling, situation, year, kind)
    if halves and situation.outcome != "failed":
        status = ItemStatus.INCOMPLETE
    shown = _in_order(_covers_told(_telling(decisive, item, year, kind) if status is ItemStatus.PASS else usable))
    if status is ItemStatus.MISSING:
        gaps = [missing_gap(item, wanted, situation, _wrong_links(pieces), shown)]
    else:
        gaps = _gaps(item, shown, status, year, kind, hosts)
        if status is ItemStatus.INCOMPLETE and not halves and all(gap.advisory for gap in gaps):
            # What lacks on the list's own pages may be shown elsewhere, without its year: it is named all the same.
            gaps = [*_gaps_of_list(item, usable, status, year, kind), *gaps]
        gaps = [*_wrong_link_gaps(pieces, status), *_half_gaps(halves, wanted), *gaps]
    return Finding(
        code=item.code,
        title=item.title_th,
        sub_indicator=item.sub_indicator,
        required_fiscal_year=wanted.be if wanted is not None else None,
        status=status,
        score=100 if status is ItemStatus.PASS else 0,
        confidence=_confidence(status, shown),
        evidence=tuple(piece.evidence for piece in shown),
        near_misses=near_misses(pieces, others, status),
        gaps=tuple(gaps),
        provisional=item.provisional,
        reason=reason_of(item, _in_order(_covers_told(telling)), situation, status, year, kind),
    )


def _gaps_of_list(
    item: Item, pieces: Sequence[Piece], status: ItemStatus, year: FiscalYear, kind: AgencyKind
) -> list[Gap]:
    """What lacks on the pages of this year's list: the parts that no piece shows, if these fail the item."""
    listed = [piece for piece in pieces if piece.listed]
    gaps = list(component_gaps(item, year, kind, listed, required_components(item, kind), status))
    shown = {c.id for c in asked_components(item, kind) if seen_of(c, item, year, pieces) is Seen.FOUND}
    unseen = [gap for gap in gaps if gap.component not in shown]
    return gaps if all(gap.advisory for gap in unseen) else unseen


def _half_gaps(halves: Sequence[Piece], wanted: FiscalYear | None) -> list[Gap]:
    return [half_gap(piece, wanted) for piece in halves] if wanted is not None else []


def _wrong_link_gaps(pieces: Sequence[Piece], status: ItemStatus) -> list[Gap]:
    """What this year's own list links to and is something else: told before what other places of the site offer."""
    wrong = [piece for piece in _wrong_links(pieces) if piece.listed]
    covers = {piece.evidence.found_on for piece in wrong}
    stands = [p for p in pieces if p.listed and p.rejected is None and not (p.only_lists and _addresses(p) & covers)]
    if status is ItemStatus.PASS or not wrong or stands:
        return []
    near = next(piece.rejected for piece in wrong if piece.rejected is not None)
    message = wrong_link_message(wrong[0], near)
    advice = MAKE_IT if near.reason == NOT_YET else "แก้ลิงก์ของข้อนี้ในหน้า ITA ให้ชี้ไปยังหลักฐานของข้อนี้โดยตรง"
    return [Gap(GapKind.DOUBTFUL, near.url, None, message, advice)]


def _wrong_links(pieces: Sequence[Piece]) -> list[Piece]:
    """What is meant as the item's evidence and is something else: what the list, or a page of the item, leads to."""
    rejected = [piece for piece in pieces if piece.rejected is not None]
    covers = {url for piece in pieces if piece.only_lists and piece.rejected is None for url in _addresses(piece)}
    return [piece for piece in rejected if piece.listed] or [p for p in rejected if p.evidence.found_on in covers]


def _addresses(piece: Piece) -> set[str]:
    return {piece.evidence.url, piece.evidence.final_url}


def _without_spent_covers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that may be evidence: no cover whose files were read and are all something else."""
    usable = [piece for piece in pieces if piece.rejected is None]
    read = {piece.evidence.found_on for piece in pieces if piece.rejected is not None}
    of_use = {piece.evidence.found_on for piece in usable if not piece.only_lists}
    return [p for p in usable if not (p.only_lists and _addresses(p) & read and not _addresses(p) & of_use)]


def _status(
    item: Item, usable: Sequence[Piece], situation: Situation, year: FiscalYear, kind: AgencyKind
) -> tuple[ItemStatus, Sequence[Piece]]:
    if situation.outcome == "failed":
        return ItemStatus.REVIEW, usable
    if not usable:
        return _status_of_nothing(situation), usable
    listed = [piece for piece in usable if piece.listed]
    for pieces in (listed, usable):
        if pieces and joint_status(item, year, kind, pieces) is ItemStatus.PASS:
            return ItemStatus.PASS, pieces
    status = joint_status(item, year, kind, listed or usable)
    if situation.listed_without_link and not listed and status is ItemStatus.OUTDATED:
        # This year's list names the item and offers nothing; what other years offer is no disclosure of this one.
        status = ItemStatus.MISSING
    return status, usable


def _telling(pieces: Sequence[Piece], item: Item, year: FiscalYear, kind: AgencyKind) -> list[Piece]:
    """The pieces that make an item whole, and the links that do not open; what adds nothing is left out."""
    asked = asked_components(item, kind)
    return [
        piece
        for piece in pieces
        if not piece.evidence.verification.opens
        or any(seen_of(component, item, year, (piece,)) is Seen.FOUND for component in asked)
    ]


def _status_of_nothing(situation: Situation) -> ItemStatus:
    """Nothing was found: is it not there, or could we not look?"""
    if situation.listed_without_link:
        return ItemStatus.MISSING
    if situation.blind() is not None:
        return ItemStatus.REVIEW
    if situation.outcome == "completed" or situation.hub_read:
        return ItemStatus.MISSING
    return ItemStatus.REVIEW


def _covers_told(pieces: Sequence[Piece]) -> list[Piece]:
    """A page that only lists files is worth what its files are worth; where none was opened, a person must look."""
    files = [piece.evidence.status for piece in pieces if not piece.only_lists]
    best = max(files, key=_ORDER.index) if files else ItemStatus.REVIEW
    return [_as_cover(piece, best, has_files=bool(files)) if piece.only_lists else piece for piece in pieces]


def _as_cover(piece: Piece, status: ItemStatus, *, has_files: bool) -> Piece:
    notes = piece.evidence.notes
    if has_files:
        notes = (*notes, "หน้านี้เป็นหน้ารวมไฟล์ จึงพิจารณาจากไฟล์ที่หน้านี้ลิงก์ไป")
    return replace(piece, evidence=replace(piece.evidence, status=status, notes=notes))


def _in_order(pieces: Sequence[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda p: (not p.listed, -_ORDER.index(p.evidence.status), p.only_lists))


def _gaps(
    item: Item,
    pieces: Sequence[Piece],
    status: ItemStatus,
    year: FiscalYear,
    kind: AgencyKind,
    hosts: Sequence[str],
) -> list[Gap]:
    decisive = required_components(item, kind)
    gaps = [gap for piece in pieces for gap in piece_gaps(piece, item, year, status, hosts)]
    gaps += component_gaps(item, year, kind, pieces, decisive, status)
    unique: dict[tuple[str, str | None, str | None], Gap] = {}
    for gap in gaps:
        unique.setdefault((gap.kind, gap.url, gap.component), gap)
    return sorted(unique.values(), key=lambda gap: (gap.advisory, gap.kind not in _TELLING.get(status, ())))


def _confidence(status: ItemStatus, pieces: Sequence[Piece]) -> float:
    if not pieces:
        return 0.9 if status is ItemStatus.MISSING else 0.3
    best = max(piece.evidence.confidence for piece in pieces)
    return round(min(best, 0.5) if status is ItemStatus.REVIEW else best, 2)
