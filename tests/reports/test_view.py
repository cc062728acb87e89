from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from oit_checker.model.evidence import Evidence, Gap, GapKind, ItemStatus, Match, Verification
from oit_checker.model.report import GapReport
from reports.view import crumbs, matched_words, view_of


def test_groups_stand_in_checklist_order_and_hold_every_item_once(report: GapReport) -> None:
    view = view_of(report)
    assert [group.code for group in view.groups] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert [row.finding for group in view.groups for row in group.rows] == list(report.items)
    assert [(chapter.indicator.code, len(chapter.groups)) for chapter in view.chapters if chapter.indicator] == [
        ("9", 5),
        ("10", 2),
    ]


def test_to_do_is_ordered_by_marks_and_then_by_effort(report: GapReport) -> None:
    steps = [(row.finding.code, row.points) for row in view_of(report).to_do]
    assert steps == [
        ("O22", 8.33),
        ("O25", 8.33),
        ("O11", 5.0),
        ("O14", 3.33),
        ("O19", 2.5),
        ("O1", 2.5),
        ("O8", 1.67),
        ("O26", 0.0),
    ]


@pytest.mark.parametrize(
    ("message", "cause"),
    [
        pytest.param("หน้า ITA ลิงก์ไปที่แผน", "หน้า ITA ลิงก์ไปที่แผน", id="something else stands there"),
        pytest.param("ไม่พบรายงาน", "", id="nothing stands there"),
    ],
)
def test_what_stands_in_an_items_place_is_told_in_the_to_do(report: GapReport, message: str, cause: str) -> None:
    gap = Gap(GapKind.MISSING, None, None, message, "เผยแพร่รายงาน")
    items = tuple(replace(it, gaps=(gap,)) if it.code == "O11" else it for it in report.items)
    rows = {row.finding.code: row for row in view_of(replace(report, items=items)).to_do}
    assert (rows["O11"].cause, rows["O11"].first_step) == (cause, "เผยแพร่รายงาน")


def test_a_dead_link_of_an_item_that_passes_is_last_to_do(report: GapReport) -> None:
    url = "https://a.go.th/form"
    dead = Gap(GapKind.BROKEN_LINK, url, None, "ลิงก์ “แบบคำขอ” เปิดไม่ได้", "แก้ลิงก์", advisory=True)
    advice = Gap(GapKind.OFF_SITE, url, None, "อยู่นอกเว็บไซต์", "ย้ายไฟล์", advisory=True)
    passed = [it.code for it in report.items if it.status is ItemStatus.PASS]
    gaps = {passed[0]: (advice, dead), passed[1]: (advice,)}
    items = tuple(replace(it, gaps=gaps[it.code]) if it.code in gaps else it for it in report.items)
    rows = view_of(replace(report, items=items)).to_do
    assert [row.finding.code for row in rows if row.passes] == [rows[-1].finding.code] == [passed[0]]
    assert (rows[-1].cause, rows[-1].first_step, rows[-1].address) == (dead.message, "แก้ลิงก์", url)
    assert rows[-1].points == 0.0


def test_the_address_in_a_reason_is_where_to_look(report: GapReport) -> None:
    reason = "หน้า https://a.go.th/ita แสดงรายการด้วยสคริปต์ โปรดเปิดหน้านั้นด้วยตนเอง"
    items = tuple(replace(it, evidence=(), reason=reason) if it.code == "O8" else it for it in report.items)
    row = next(row for row in view_of(replace(report, items=items)).to_do if row.finding.code == "O8")
    assert (row.address, row.first_step) == ("https://a.go.th/ita", reason)


def test_a_failed_run_has_nothing_to_do_and_no_score(
    report: GapReport, cut_short: Callable[[GapReport, str], GapReport]
) -> None:
    view = view_of(cut_short(report, "failed"))
    assert (view.to_do, view.has_score) == ((), False)


def test_a_partial_run_keeps_both(report: GapReport, cut_short: Callable[[GapReport, str], GapReport]) -> None:
    view = view_of(cut_short(report, "partial"))
    assert (len(view.to_do), view.has_score) == (8, True)


def test_what_a_run_did_not_reach_is_nothing_for_the_agency_to_do(
    report: GapReport, cut_short: Callable[[GapReport, str], GapReport]
) -> None:
    ended = cut_short(report, "partial")
    first, *others = ended.items
    unseen = replace(first, status=ItemStatus.REVIEW, evidence=(), gaps=(), reason=ended.run.reason)
    codes = [row.finding.code for row in view_of(replace(ended, items=(unseen, *others))).to_do]
    assert first.code not in codes
    told = replace(unseen, reason="โปรดเปิดดูหน้า ITA")
    assert first.code in [row.finding.code for row in view_of(replace(ended, items=(told, *others))).to_do]


def test_an_item_of_a_sub_indicator_without_a_score_is_still_shown(report: GapReport) -> None:
    stray = replace(report.items[0], code="X1", sub_indicator="99")
    view = view_of(replace(report, items=(*report.items, stray)))
    assert view.chapters[-1].indicator is None
    assert [row.finding.code for row in view.chapters[-1].groups[0].rows] == ["X1"]
    assert view.uncounted == ("O26", "X1")


def test_what_only_we_could_not_open_is_not_among_the_broken(report: GapReport) -> None:
    view = view_of(report)
    assert {link.verification for link in view.unseen} == {Verification.BLOCKED}
    assert {link.verification for link in view.broken} == {
        Verification.NOT_FOUND,
        Verification.INVALID_URL,
        Verification.LOGIN_REQUIRED,
    }
    assert len(view.broken) + len(view.unseen) + len(view.opening) == len(report.links)


def test_every_status_is_counted(report: GapReport) -> None:
    counts = view_of(report).counts
    assert {status.value: counts[status] for status in ItemStatus} == {
        "missing": 2,
        "unreachable": 1,
        "outdated": 1,
        "incomplete": 2,
        "review": 2,
        "pass": 18,
    }


def _piece(report: GapReport, **changes: object) -> Evidence:
    return replace(report.items[1].evidence[0], **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "link_text", "labels"),
    [
        pytest.param(
            ("https://a.go.th/", "https://a.go.th/ita?y=2569", "https://a.go.th/x.pdf"),
            "O1 โครงสร้าง",
            ["หน้าแรก", "/ita?y=2569", "O1 โครงสร้าง"],
            id="two clicks",
        ),
        pytest.param(
            ("https://a.go.th/", "https://b.go.th/แผน"),
            " ",
            ["หน้าแรก", "https://b.go.th/แผน"],
            id="another site, no words",
        ),
        pytest.param(("https://a.go.th/",), "", ["/"], id="the home page itself"),
        pytest.param(
            ("https://a.go.th/", "http://[broken"), "", ["หน้าแรก", "http://[broken"], id="an address that is none"
        ),
        pytest.param((), "O1", [], id="no path"),
    ],
)
def test_crumbs(report: GapReport, path: tuple[str, ...], link_text: str, labels: list[str]) -> None:
    assert [crumb.label for crumb in crumbs(_piece(report, path=path, link_text=link_text))] == labels


def test_a_phrase_found_in_two_places_is_told_once(report: GapReport) -> None:
    matched = (Match("แผน", "link"), Match("แผน", "title"), Match("แผน", "link"), Match("O5", "elsewhere"))
    assert matched_words(_piece(report, matched=matched)) == (("แผน", "ข้อความของลิงก์ ชื่อเรื่อง"), ("O5", "elsewhere"))


def test_an_item_that_no_mean_contains_is_not_counted_in_the_summary(report: GapReport) -> None:
    view = view_of(report)
    uncounted = [finding.status for finding in report.items if finding.code in view.uncounted]
    assert uncounted
    assert all(view.counts[status] - view.scored[status] == uncounted.count(status) for status in ItemStatus)
