"""Parts of an item that are due of another year than the item, or of any, and what is told of them."""

from __future__ import annotations

from dataclasses import replace

from oit_checker.judge.status import Seen, seen_of
from oit_checker.model.checklist import EvidenceYear
from oit_checker.model.evidence import ComponentStatus, GapKind, ItemStatus
from oit_checker.model.page import Unreadable

from .test_finding import YEAR, component, finding, item, piece

F, N, U = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE
DRIVE = item(component("declaration"), component("report", evidence_year=EvidenceYear.PREVIOUS))


def test_the_advice_names_the_year_of_the_part_that_a_piece_shows() -> None:
    report = piece(year=2567, url="r", asked=DRIVE, declaration=N)
    found = finding(piece(url="d", asked=DRIVE, report=N), report, asked=DRIVE)
    told = [gap for gap in found.gaps if gap.kind is GapKind.WRONG_YEAR]
    assert [gap.url for gap in told] == ["r"]
    assert "ส่วนนี้ของข้อนี้ต้องเป็นของปีงบประมาณ พ.ศ. 2568" in told[0].message
    assert "2568" in told[0].advice
    assert "report" in told[0].advice


def test_of_a_part_of_the_items_own_year_the_advice_names_that() -> None:
    declaration = piece(year=2567, url="d", asked=DRIVE, report=N)
    found = finding(declaration, piece(year=2568, url="r", asked=DRIVE, declaration=N), asked=DRIVE)
    told = [gap for gap in found.gaps if gap.kind is GapKind.WRONG_YEAR]
    assert "ข้อนี้ต้องเป็นของปีงบประมาณ พ.ศ. 2569" in told[0].message


def test_what_was_seen_and_only_lacks_its_year_is_told_before_what_could_not_be_read() -> None:
    asked = item(component("projects"), component("budget"))
    undated = piece(year=None, url="a", asked=asked, projects=N)
    scan = piece(url="b", asked=asked, unreadable=Unreadable.NO_TEXT_LAYER)
    whole = piece(url="c", asked=asked, budget=U)
    assert seen_of(asked.components[1], asked, YEAR, (undated, whole, scan)) is Seen.UNDATED
    assert "ไม่ระบุปี" in (finding(undated, whole, asked=asked).reason or "")


def test_a_part_of_any_year_needs_no_year() -> None:
    asked = item(component("team"), component("dos", evidence_year=EvidenceYear.ANY))
    assert finding(
        piece(url="a", asked=asked, dos=N), piece(None, url="b", asked=asked, team=N), asked=asked
    ).status is (ItemStatus.PASS)
    assert finding(
        piece(None, url="a", asked=asked, dos=N), piece(url="b", asked=asked, team=N), asked=asked
    ).status is (ItemStatus.REVIEW), "the team is still to be of the year"


def test_a_lasting_part_that_is_not_there_is_no_matter_of_the_year() -> None:
    parts = (component("team"), *(component(name, evidence_year=EvidenceYear.ANY) for name in ("code", "dos")))
    asked = item(*parts)
    assert finding(piece(2567, asked=asked, dos=N), asked=asked).status is ItemStatus.INCOMPLETE
    assert finding(piece(2567, asked=asked), asked=asked).status is ItemStatus.OUTDATED, "the team is of another year"
    assert finding(piece(2567, asked=asked, code=N, dos=N), asked=asked).status is ItemStatus.OUTDATED, "all of it is"


def test_of_the_lists_pages_only_what_no_piece_shows_is_told_as_lacking() -> None:
    asked = item(component("chart"), component("units"), component("powers"))
    listed = piece(url="list", asked=asked, chart=N, units=N, powers=N)
    elsewhere = piece(url="about", asked=asked, listed=False, powers=U)
    found = finding(listed, elsewhere, asked=asked)
    assert found.status is ItemStatus.INCOMPLETE
    assert [gap.component for gap in found.gaps if gap.component] == ["powers"]
    doubted = replace(piece(url="about", asked=asked, listed=False), doubt="ฉบับร่าง")
    in_doubt = finding(listed, doubted, asked=asked)
    assert in_doubt.status is ItemStatus.INCOMPLETE
    assert {gap.component for gap in in_doubt.gaps} >= {"chart", "units", "powers"}, "what is in doubt shows nothing"
