from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import GapReport
from reports.notices import NO_LIST, notices_of

REASON = "หน้า ITA แสดงเนื้อหาด้วยสคริปต์"


def _unseen(report: GapReport, *codes: str) -> GapReport:
    items = tuple(
        replace(it, status=ItemStatus.REVIEW, evidence=(), reason=REASON) if it.code in codes else it
        for it in report.items
    )
    return replace(report, items=items)


def test_a_cause_of_many_is_told_with_its_items(report: GapReport) -> None:
    (notice,) = notices_of(_unseen(report, "O1", "O2", "O3", "O4"))
    assert (notice.text, notice.codes) == (REASON, ("O1", "O2", "O3", "O4"))


def test_a_cause_of_few_is_told_at_its_items_only(report: GapReport) -> None:
    assert notices_of(_unseen(report, "O1", "O2")) == ()


def test_a_cause_that_the_run_tells_is_not_told_again(report: GapReport) -> None:
    ended = replace(report, run=replace(report.run, outcome="partial", reason=REASON))
    assert notices_of(_unseen(ended, "O1", "O2", "O3", "O4")) == ()


def test_a_failed_run_has_its_one_cause(report: GapReport, cut_short: Callable[[GapReport, str], GapReport]) -> None:
    assert notices_of(cut_short(_unseen(report, "O1", "O2", "O3", "O4"), "failed")) == ()


def test_a_note_of_the_run_about_scripts_is_told_on_top(report: GapReport) -> None:
    noted = replace(report, run=replace(report.run, notes=("หน้า /ita ใช้สคริปต์", "ข้ามปฏิทิน")))
    assert [notice.text for notice in notices_of(noted)] == ["หน้า /ita ใช้สคริปต์"]


def test_scans_that_were_not_read_are_told_on_top(report: GapReport) -> None:
    notes = ("อ่านจากภาพด้วย OCR 3 หน้า จากหลักฐาน 1 ไฟล์", "ยังไม่ได้อ่านภาพ 4 หน้า ในหลักฐาน 2 ไฟล์ เพราะเครื่องที่ตรวจยังไม่มีโปรแกรม")
    noted = replace(report, run=replace(report.run, notes=notes))
    assert [notice.text for notice in notices_of(noted)] == [notes[1]]


def test_a_site_without_a_list_is_told_so(report: GapReport) -> None:
    assert [notice.text for notice in notices_of(replace(report, hubs=()))] == [NO_LIST]


def test_a_list_that_may_be_hidden_is_not_called_missing(report: GapReport) -> None:
    hidden = replace(_unseen(report, "O1"), hubs=())
    assert notices_of(hidden) == ()
