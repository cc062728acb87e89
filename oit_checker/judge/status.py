"""The questions that decide a status; each can be read aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from oit_checker.judge.maps import could_show
from oit_checker.judge.other_month import OtherMonth, of_other_month
from oit_checker.model.checklist import Component, DocumentKind, Item
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import (
    ComponentResult,
    ComponentStatus,
    Evidence,
    ItemStatus,
    NearMiss,
    lacking_parts,
)
from oit_checker.model.page import Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence as it comes to be judged.

    listed: the agency's own list of the asked year offers it. only_lists: a web
    page that offers documents and is not meant as evidence itself. leads_to: the addresses to which a page leads that
    shows nothing itself, whatever the item asks for. rejected says
    why it is none for this item (wrong kind, another item's), None where it may be.
    doubt is a Thai sentence that quotes why it may be none after all (signs of its
    kind that disagree, a draft): then it makes no item pass by itself. year_doubt
    says why its year is not sure.
    service: where outside the website it is kept, None where that is no service we know.
    is_front: it asks who one is, which is the usual front of what the item asks for (an online service).
    leads_home: its link brings its visitors to the home page instead.
    stands_under: the code of the item in whose row of the agency's list it stands instead, None where in none.
    unseen: what is told of a link that only we could not open; None where it was opened, or its status says enough.
    """

    evidence: Evidence
    listed: bool = False
    only_lists: bool = False
    unreadable: Unreadable | None = None
    rejected: NearMiss | None = None
    doubt: str | None = None
    year_doubt: str | None = None
    service: CloudService | None = None
    unseen: str | None = None
    is_front: bool = False
    stands_under: str | None = None
    leads_home: bool = False
    leads_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """What a judgement has to know of the run.

    hub_read: the agency's own list of the asked year was read whole.
    listed_without_link: that list names the item and offers no link; local_link is what it has in its place, an
    address that only one machine knows (file:, C:\\), None where there is none.
    list_url is the address of that list. blind: a Thai reason why things may exist that we could not see (a list
    filled by script, pages that robots.txt forbids), None where there is none; asked only where nothing was found, as
    it takes a look at many pages.
    """

    outcome: Literal["completed", "partial", "failed"]
    reason: str | None = None
    hub_read: bool = False
    listed_without_link: bool = False
    local_link: str | None = None
    list_url: str | None = None
    blind: Callable[[], str | None] = lambda: None


class Seen(StrEnum):
    """What all pieces together say of one component."""

    FOUND = "found"
    UNDATED = "undated"
    UNREADABLE = "unreadable"
    WRONG_YEAR = "wrong_year"
    ABSENT = "absent"


_LACKS = frozenset((Seen.ABSENT, Seen.WRONG_YEAR))


def asked_components(item: Item, kind: AgencyKind) -> tuple[Component, ...]:
    """The components that this kind of agency must show, advice included."""
    return tuple(c for c in item.components if not c.applies_to or kind in c.applies_to)


def binding_components(item: Item, kind: AgencyKind) -> tuple[Component, ...]:
    """The components whose lack fails the item: required, and confirmed by the sources."""
    return tuple(c for c in asked_components(item, kind) if c.required and c.basis.is_binding)


def component_year(component: Component, item: Item, year: FiscalYear) -> FiscalYear | None:
    """The fiscal year that the component's evidence must be of; None where any will do."""
    return (component.evidence_year or item.evidence_year).seen_from(year)


def piece_status(
    evidence: Evidence, item: Item, year: FiscalYear, kind: AgencyKind, unreadable: Unreadable | None
) -> ItemStatus:
    """Judge one piece alone: does it open, can it be read, is it the right year, is it whole?"""
    if not evidence.verification.opens:
        return ItemStatus.REVIEW if evidence.verification.is_our_limit else ItemStatus.UNREACHABLE
    alone = (Piece(evidence, unreadable=unreadable),)
    status = _decide(item, year, kind, alone)
    if status is ItemStatus.OUTDATED:
        shown = [seen_of(component, item, year, alone) for component in asked_components(item, kind)]
        serves = Seen.FOUND in shown or serves_in_any_year(alone[0], item, year)
        return ItemStatus.INCOMPLETE if serves else status  # it shows a part for which its year will do
    return status


def required_components(item: Item, kind: AgencyKind) -> tuple[Component, ...]:
    """What must be there for a pass.

    What one source asks for, or is inferred, cannot fail an item; that the handbook may ask it is a doubt, and no pass.
    """
    return tuple(c for c in asked_components(item, kind) if c.required)


def shows_all(
    item: Item, kind: AgencyKind, results: Iterable[ComponentResult], kinds: Sequence[DocumentKind] = ()
) -> bool:
    """Whether a document of these kinds shows all that the item must show, apart from what another kind tells."""
    shown = {result.id for result in results if result.status is ComponentStatus.FOUND}
    asked = required_components(item, kind)
    return {component.id for component in asked if component.told_by is None or component.told_by in kinds} <= shown


def lacking_components(item: Item, pieces: Iterable[Piece]) -> tuple[Component, ...]:
    """The required components that none of the pieces shows, of whatever year."""
    results = (result for piece in pieces for result in piece.evidence.components)
    shown = {result.id for result in results if result.status is ComponentStatus.FOUND}
    return tuple(component for component in item.components if component.required and component.id not in shown)


def joint_status(item: Item, year: FiscalYear, kind: AgencyKind, pieces: Sequence[Piece]) -> ItemStatus:
    """Judge all pieces of an item together; pieces must hold at least one that is not rejected.

    What is whole only by the help of a piece in doubt is for a person to decide.
    """
    status = _joint(item, year, kind, pieces)
    sure = [piece for piece in pieces if piece.doubt is None]
    if status is not ItemStatus.PASS or len(sure) == len(pieces):
        return status
    return status if sure and _joint(item, year, kind, sure) is status else ItemStatus.REVIEW


def _joint(item: Item, year: FiscalYear, kind: AgencyKind, pieces: Sequence[Piece]) -> ItemStatus:
    opened = [piece for piece in pieces if piece.evidence.verification.opens]
    closed = len(pieces) - len(opened)
    if not opened or (closed and all(piece.only_lists for piece in opened)):
        limited = any(piece.evidence.verification.is_our_limit or piece.is_front for piece in pieces)
        return ItemStatus.REVIEW if limited else ItemStatus.UNREACHABLE
    if all(piece.only_lists for piece in opened):
        return ItemStatus.REVIEW  # a page that leads on, to nothing that was opened
    status = _decide(item, year, kind, opened)
    limits = [piece.evidence for piece in pieces if piece.evidence.verification.is_our_limit or piece.is_front]
    if status is ItemStatus.PASS or not limits:
        return status
    lacks = [c for c in binding_components(item, kind) if seen_of(c, item, year, opened) in _LACKS]
    # What none of the links that we could not open may show is not there, whatever stands behind them.
    is_certain = any(not any(could_show(one, component) for one in limits) for component in lacks)
    return status if is_certain else ItemStatus.REVIEW


def seen_of(component: Component, item: Item, year: FiscalYear, pieces: Sequence[Piece]) -> Seen:
    """Say what the opened pieces together show of one component."""
    wanted = component_year(component, item, year)
    found = [piece for piece in pieces if _result(piece, component) is ComponentStatus.FOUND]
    if (
        any(_fits(piece, wanted) or _is_of_its_own(piece, component, wanted) for piece in found)
        or lacking_together(component, pieces, wanted) == ()
    ):
        return Seen.FOUND
    # A page that only lists documents has no year of its own; it must not blur what its documents say.
    telling = [piece for piece in pieces if not piece.only_lists] or list(pieces)
    right = [piece for piece in telling if _fits(piece, wanted)]
    undated = [piece for piece in telling if wanted is not None and piece.evidence.fiscal_year is None]
    # Evidence without a year raises a doubt only where it shows the component; where it does not, it says nothing.
    # What was seen and only lacks its year is told before what could not be read, which may hold anything.
    if any(piece.evidence.fiscal_year is None for piece in found):
        return Seen.UNDATED
    if any(_result(piece, component) is ComponentStatus.UNREADABLE for piece in (*right, *undated)):
        return Seen.UNREADABLE
    if right or (undated and not found):
        return Seen.ABSENT
    # A part that another year's evidence should show is simply not there, if nothing of another year shows it.
    own_year = item.evidence_year.seen_from(year)
    serves = any(_fits(piece, own_year) or serves_in_any_year(piece, item, year) for piece in telling)
    return Seen.ABSENT if serves and not found else Seen.WRONG_YEAR


def serves_in_any_year(piece: Piece, item: Item, year: FiscalYear) -> bool:
    """Whether a piece shows, or is named as, a component that may be of any year: then its own year is not wrong."""
    of_any_year = [component for component in item.components if component_year(component, item, year) is None]
    if not of_any_year:
        return False
    names = [fold(name) for name in (piece.evidence.link_text, piece.evidence.document_title) if name]
    return any(
        _result(piece, component) is ComponentStatus.FOUND
        or any(name.startswith(fold(component.label_th)) for name in names)
        for component in of_any_year
    )


def lacking_together(
    component: Component, pieces: Sequence[Piece], wanted: FiscalYear | None
) -> tuple[str, ...] | None:
    """The parts (months) that all pieces of the right year together lack; None where the component has no parts."""
    right = [piece for piece in pieces if piece.unreadable is None and _fits(piece, wanted)]
    return lacking_parts(r for piece in right for r in piece.evidence.components if r.id == component.id)


def other_months(component: Component, item: Item, year: FiscalYear, pieces: Sequence[Piece]) -> tuple[OtherMonth, ...]:
    """The files that a link calls by a month which no piece shows, and that are of another month."""
    lacking = lacking_together(component, pieces, component_year(component, item, year))
    evidence = (piece.evidence for piece in pieces if piece.evidence.verification.opens)
    return tuple(of_other_month(evidence, component.id, lacking)) if lacking else ()


def could_tell_more(piece: Piece, item: Item, year: FiscalYear, kind: AgencyKind) -> bool:
    """Whether the scans of a piece may show a required component that its text left open, in a year that may do."""
    if piece.rejected is not None or piece.only_lists or not piece.evidence.verification.opens:
        return False
    return any(
        _result(piece, component) is ComponentStatus.UNREADABLE
        and (_fits(piece, component_year(component, item, year)) or piece.evidence.fiscal_year is None)
        for component in required_components(item, kind)
    )


def _decide(item: Item, year: FiscalYear, kind: AgencyKind, pieces: Sequence[Piece]) -> ItemStatus:
    seen = {c.id: seen_of(c, item, year, pieces) for c in required_components(item, kind)}
    if seen and all(state is Seen.FOUND for state in seen.values()):
        return ItemStatus.PASS
    binding = {component.id for component in binding_components(item, kind)}
    binding |= {c.id for c in required_components(item, kind) if other_months(c, item, year, pieces)}
    if seen and all(state is Seen.WRONG_YEAR for state in seen.values()):
        # What was read and shows nothing of the item is the wrong paper; its year is beside the point.
        is_wrong_paper = bool(binding) and not any(may_show(piece) for piece in pieces)
        return ItemStatus.INCOMPLETE if is_wrong_paper else ItemStatus.OUTDATED
    faults = {id: state for id, state in seen.items() if id in binding and state in _LACKS}
    if not faults:
        return ItemStatus.REVIEW
    own = [faults[c.id] for c in item.components if c.id in faults and _is_of_item_year(c, item)]
    # Beside a part that holds in any year, another such part that is not there is no matter of the year.
    lasting = [faults[c.id] for c in item.components if c.id in faults and component_year(c, item, year) is None]
    if Seen.ABSENT in lasting and any(serves_in_any_year(piece, item, year) for piece in pieces):
        return ItemStatus.INCOMPLETE
    return ItemStatus.OUTDATED if own and all(state is Seen.WRONG_YEAR for state in own) else ItemStatus.INCOMPLETE


def may_show(piece: Piece) -> bool:
    """Whether a piece shows a component of the item, or was not looked through (a cover, a scan, a folder)."""
    results = piece.evidence.components
    return (
        piece.unreadable is not None or not results or any(r.status is not ComponentStatus.NOT_FOUND for r in results)
    )


def _is_of_item_year(component: Component, item: Item) -> bool:
    return component.evidence_year is None or component.evidence_year is item.evidence_year


def _result(piece: Piece, component: Component) -> ComponentStatus:
    result: ComponentResult | None = None
    for result in piece.evidence.components:  # a plain loop: every piece is asked for every component, again and again
        if result.id == component.id:
            break
    else:
        result = None
    if piece.unreadable is not None:  # without text of its own, it shows what OCR found, and lacks nothing for sure
        is_found = result is not None and result.by_ocr and result.status is ComponentStatus.FOUND
        return ComponentStatus.FOUND if is_found else ComponentStatus.UNREADABLE
    return result.status if result is not None else ComponentStatus.NOT_FOUND


def _is_of_its_own(piece: Piece, component: Component, wanted: FiscalYear | None) -> bool:
    """Whether the component has a heading or date of its own in the wanted year, whatever year the document is of."""
    own = (result.fiscal_year for result in piece.evidence.components if result.id == component.id)
    return wanted is not None and wanted.be in own


def _fits(piece: Piece, wanted: FiscalYear | None) -> bool:
    return wanted is None or piece.evidence.fiscal_year == wanted.be
