"""The components of an item, over all its evidence: which document shows which. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.model.evidence import ComponentResult, ComponentStatus, Evidence, Finding, ItemStatus, lacking_parts

OTHER_YEAR = "other_year"


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a component stands: the document's number in the item's list, from 1, and what was read there."""

    number: int
    result: ComponentResult


@dataclass(frozen=True, slots=True)
class Part:
    """One component of an item; state is a ComponentStatus, or OTHER_YEAR where only another year's evidence shows it.

    shown are the documents that show it; told is the result that speaks for the component.
    """

    told: ComponentResult
    state: str
    shown: tuple[Shown, ...]


def parts_of(finding: Finding) -> tuple[Part, ...]:
    """Every component that was looked for, once, in the checklist's order."""
    ids = dict.fromkeys(part.id for piece in finding.evidence for part in piece.components)
    return tuple(_part(finding, asked) for asked in ids)


def shows(piece: Evidence) -> tuple[str, ...]:
    """Labels of the components that one piece of evidence shows."""
    return tuple(part.label for part in piece.components if part.status is ComponentStatus.FOUND)


def wears_status(finding: Finding, piece: Evidence) -> bool:
    """Whether a piece's own status says something: among pieces that make an item whole together, none does."""
    return finding.status is not ItemStatus.PASS or not piece.verification.opens


def _part(finding: Finding, asked: str) -> Part:
    results = [
        (piece, Shown(number, part))
        for number, piece in enumerate(finding.evidence, start=1)
        for part in piece.components
        if part.id == asked
    ]
    found = [(piece, it) for piece, it in results if it.result.status is ComponentStatus.FOUND]
    if not found and _is_whole_together(results):
        found = [(piece, it) for piece, it in results if it.result.parts]
    if not found:
        return _unseen([it.result for _, it in results])
    right = [it for piece, it in found if piece.status is not ItemStatus.OUTDATED]
    lacking = any(gap.component == asked and not gap.advisory for gap in finding.gaps)
    state = ComponentStatus.FOUND.value if right and not lacking else OTHER_YEAR
    shown = tuple(right) if state != OTHER_YEAR else tuple(it for _, it in found)
    return Part(shown[0].result, state, shown)


def _is_whole_together(results: list[tuple[Evidence, Shown]]) -> bool:
    """Whether the documents show together what none of them shows alone: the months of a year."""
    right = [it.result for piece, it in results if piece.status is not ItemStatus.OUTDATED]
    return lacking_parts(right) == ()


def _unseen(results: list[ComponentResult]) -> Part:
    unread = next((it for it in results if it.status is ComponentStatus.UNREADABLE), None)
    told = unread or next((it for it in results if it.note), results[0])
    return Part(told, told.status.value, ())
