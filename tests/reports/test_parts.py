from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.model.evidence import (
    ComponentStatus,
    Evidence,
    Finding,
    Gap,
    GapKind,
    ItemStatus,
    Verification,
)
from oit_checker.model.report import GapReport
from reports.parts import OTHER_YEAR, parts_of, wears_status


@pytest.fixture
def finding(report: GapReport) -> Finding:
    return report.items[1]


def _with(finding: Finding, *columns: tuple[ItemStatus, ComponentStatus]) -> Finding:
    """The finding with pieces of that status, whose first component is so."""
    piece = finding.evidence[0]
    pieces = tuple(
        replace(piece, status=status, components=(replace(piece.components[0], status=seen),))
        for status, seen in columns
    )
    return replace(finding, evidence=pieces)


FOUND, NOT_FOUND, UNREADABLE = ComponentStatus


@pytest.mark.parametrize(
    ("columns", "state", "numbers"),
    [
        pytest.param([(ItemStatus.PASS, FOUND)], "found", [1], id="one document shows it"),
        pytest.param(
            [(ItemStatus.INCOMPLETE, NOT_FOUND), (ItemStatus.INCOMPLETE, FOUND)], "found", [2], id="the second shows it"
        ),
        pytest.param(
            [(ItemStatus.OUTDATED, FOUND), (ItemStatus.PASS, FOUND)], "found", [2], id="another year does not count"
        ),
        pytest.param([(ItemStatus.OUTDATED, FOUND)], OTHER_YEAR, [1], id="only another year shows it"),
        pytest.param([(ItemStatus.INCOMPLETE, NOT_FOUND)], "not_found", [], id="none shows it"),
        pytest.param(
            [(ItemStatus.INCOMPLETE, NOT_FOUND), (ItemStatus.REVIEW, UNREADABLE)], "unreadable", [], id="one is unread"
        ),
    ],
)
def test_a_component_is_told_once_over_all_documents(
    finding: Finding, columns: list[tuple[ItemStatus, ComponentStatus]], state: str, numbers: list[int]
) -> None:
    (part,) = parts_of(_with(finding, *columns))
    assert (part.state, [it.number for it in part.shown]) == (state, numbers)


def test_a_component_that_a_gap_calls_lacking_is_of_another_year(finding: Finding) -> None:
    gap = Gap(GapKind.COMPONENT_MISSING, None, "O2.a", "พบแต่ของปีอื่น", "")
    told = replace(_with(finding, (ItemStatus.INCOMPLETE, FOUND)), gaps=(gap,))
    assert [part.state for part in parts_of(told)] == [OTHER_YEAR]


def _piece(finding: Finding, verification: Verification) -> Evidence:
    return replace(finding.evidence[0], verification=verification)


@pytest.mark.parametrize(
    ("status", "verification", "worn"),
    [
        pytest.param(ItemStatus.PASS, Verification.OK, False, id="a part of a whole"),
        pytest.param(ItemStatus.PASS, Verification.NOT_FOUND, True, id="a link that does not open"),
        pytest.param(ItemStatus.INCOMPLETE, Verification.OK, True, id="an item that lacks something"),
    ],
)
def test_which_pieces_wear_their_own_status(
    finding: Finding, status: ItemStatus, verification: Verification, worn: bool
) -> None:
    assert wears_status(replace(finding, status=status), _piece(finding, verification)) is worn


def test_documents_that_show_a_component_together_are_all_named(finding: Finding) -> None:
    piece = finding.evidence[0]
    months = [
        replace(piece.components[0], status=NOT_FOUND, parts=(month,), due=("ต.ค.", "พ.ย."))
        for month in ("ต.ค.", "พ.ย.")
    ]
    pieces = tuple(replace(piece, status=ItemStatus.PASS, components=(month,)) for month in months)
    together = parts_of(replace(finding, evidence=pieces))[0]
    assert (together.state, [shown.number for shown in together.shown]) == ("found", [1, 2])
    alone = parts_of(replace(finding, evidence=pieces[:1]))[0]
    assert alone.state == "not_found"
