"""What two runs over one website have between them: better, worse, and what one of them could not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from oit_checker.changes import changes_since
from oit_checker.model.evidence import (
    ComponentResult,
    ComponentStatus,
    Evidence,
    Finding,
    ItemStatus,
    Verification,
)
from oit_checker.model.report import Changes, ChecklistRef, GapReport, Generator, RunInfo, Score
from oit_checker.model.run import Limits
from oit_checker.model.site import Agency

NIGHT = datetime(2026, 11, 28, 1, tzinfo=UTC)
_S, _V, _C = ItemStatus, Verification, ComponentStatus


def piece(verification: Verification = _V.OK, part: ComponentStatus = _C.FOUND) -> Evidence:
    return Evidence(
        url="https://www.example.go.th/o23",
        final_url="https://www.example.go.th/o23",
        found_on="",
        link_text="O23",
        path=(),
        media_type="text/html",
        http_status=200,
        verification=verification,
        fiscal_year=2569,
        fiscal_year_basis="title",
        machine_readable=False,
        open_data_stars=1,
        status=_S.PASS,
        confidence=0.9,
        matched=(),
        components=(ComponentResult("O23.plan", "แผน", True, part, None),),
    )


def finding(status: ItemStatus, *evidence: Evidence) -> Finding:
    return Finding("O23", "แผนปฏิบัติการป้องกันการทุจริต", "10.2", 2569, status, 0, 0.9, evidence, (), ())


def report_of(found: Finding, run_id: str, **run: Any) -> GapReport:
    about = RunInfo(run_id, NIGHT, NIGHT, "completed", None, 1, 1, 1, 0, 0, 1.0, Limits(1, 1, 1))
    return GapReport(
        schema_version=1,
        generator=Generator("oit-checker", "0"),
        agency=Agency("อบต.ตัวอย่าง", "https://www.example.go.th/", ("www.example.go.th",)),
        checklist=ChecklistRef("nacc-2569", 2569, "nacc", "OIT 2569"),
        run=replace(about, **run),
        score=Score(84.0, 84.0, ()),
        sub_indicators=(),
        items=(found,),
        links=(),
    )


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        pytest.param(finding(_S.PASS, piece()), finding(_S.REVIEW, piece()), "worse", id="pass to a page to look at"),
        pytest.param(finding(_S.PASS, piece()), finding(_S.MISSING), "worse", id="pass to missing"),
        pytest.param(
            finding(_S.PASS, piece()), finding(_S.UNREACHABLE, piece(_V.NOT_FOUND)), "worse", id="pass to dead link"
        ),
        pytest.param(finding(_S.MISSING), finding(_S.PASS, piece()), "better", id="missing to pass"),
        pytest.param(finding(_S.OUTDATED, piece()), finding(_S.INCOMPLETE, piece()), "better", id="right year now"),
        pytest.param(finding(_S.PASS, piece()), finding(_S.REVIEW), "unclear", id="nothing seen in this run"),
        pytest.param(finding(_S.REVIEW), finding(_S.MISSING), "unclear", id="nothing seen in the run before"),
        pytest.param(
            finding(_S.PASS, piece()), finding(_S.REVIEW, piece(_V.BLOCKED)), "unclear", id="our program kept out"
        ),
        pytest.param(
            finding(_S.PASS, piece()),
            finding(_S.REVIEW, piece(part=_C.UNREADABLE)),
            "unclear",
            id="opened and not to be read by us",
        ),
    ],
)
def test_which_way_an_item_went(before: Finding, after: Finding, turn: str) -> None:
    changes = changes_since(report_of(before, "1"), report_of(after, "2"))
    assert changes is not None
    moved = {name: [it.code for it in getattr(changes, name)] for name in ("better", "worse", "unclear")}
    assert moved == {**{name: [] for name in moved}, turn: ["O23"]}
    (change,) = getattr(changes, turn)
    assert (change.before, change.after) == (before.status, after.status)


def test_the_same_status_is_no_change() -> None:
    same = finding(_S.PASS, piece())
    assert changes_since(report_of(same, "1"), report_of(same, "2")) == Changes(NIGHT, "1", 84.0)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(
            report_of(finding(_S.PASS), "1", outcome="failed"), report_of(finding(_S.MISSING), "2"), id="failed before"
        ),
        pytest.param(
            report_of(finding(_S.PASS), "1"), report_of(finding(_S.MISSING), "2", outcome="failed"), id="failed now"
        ),
        pytest.param(report_of(finding(_S.PASS), "1"), report_of(finding(_S.MISSING), "1"), id="one run judged anew"),
        pytest.param(
            replace(report_of(finding(_S.PASS), "1"), checklist=ChecklistRef("nacc-2568", 2568, "nacc", "OIT 2568")),
            report_of(finding(_S.MISSING), "2"),
            id="another year's items",
        ),
    ],
)
def test_what_cannot_be_compared_is_not(earlier: GapReport, later: GapReport) -> None:
    assert changes_since(earlier, later) is None
