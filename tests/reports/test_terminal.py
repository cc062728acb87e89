from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from oit_checker.model.report import GapReport, Projection
from reports.terminal import print_summary
from reports.words import FIRST

Ended = Callable[[GapReport, str], GapReport]


def printed(report: GapReport, width: int = 80, files: tuple[Path, ...] = ()) -> str:
    out = io.StringIO()
    print_summary(report, Console(file=out, width=width, force_terminal=False), files)
    return out.getvalue()


def test_the_summary_tells_score_marks_steps_and_files(report: GapReport) -> None:
    text = printed(report, files=(Path("out/gap_report.html"),))
    for told in (
        "เทศบาลตำบลห้วยทราย  ปีงบประมาณ พ.ศ. 2569",
        "คะแนน OIT โดยประมาณ 68.34  (หากข้อที่รอตรวจผ่านทั้งหมด 72.51)",
        "9.1   ข้อมูลพื้นฐาน",
        "+8.33 O22 พบลิงก์แต่เปิดไม่ได้ อัปโหลดไฟล์ใหม่",
        "และอีก 3 ข้อในรายงาน",
        "(O26 ยังไม่นับ)",
        "out/gap_report.html",
    ):
        assert told in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_lines_fit_and_never_tear_a_thai_letter_from_its_marks(report: GapReport, width: int) -> None:
    long_name = replace(report, agency=replace(report.agency, name="สำนักงานส่งเสริมการปกครองท้องถิ่น" * 6))
    for line in printed(long_name, width).splitlines():
        assert cell_len(line) <= width
        first = line.lstrip()[:1]
        assert not first or unicodedata.category(first) != "Mn"


def test_columns_stand_straight_under_thai_marks(report: GapReport) -> None:
    lines = [line for line in printed(report).splitlines() if line.startswith((" 9.", " 10."))]
    ends = {cell_len(line[: found.end()]) for line in lines if (found := re.search(r"\d/\d", line))}
    assert len(lines) == 7
    assert len(ends) == 1


@pytest.mark.parametrize("width", [50, 80])
def test_a_row_keeps_its_whole_name_and_its_code_in_one_piece(report: GapReport, width: int) -> None:
    text = printed(report, width).partition(FIRST)[0]
    assert "…" not in text
    assert all(re.search(rf"^ {re.escape(sub.code)} ", text, re.MULTILINE) for sub in report.sub_indicators)


@pytest.mark.parametrize(
    ("outcome", "told"), [("partial", "ตรวจได้บางส่วน: ครบเวลา 30 นาที"), ("failed", "ตรวจไม่ได้: เชื่อมต่อเว็บไซต์ไม่ได้")]
)
def test_a_run_that_ended_early_says_why(report: GapReport, cut_short: Ended, outcome: str, told: str) -> None:
    assert told in printed(cut_short(report, outcome))


def test_a_failed_run_shows_no_score(report: GapReport, cut_short: Ended) -> None:
    text = printed(cut_short(report, "failed"))
    assert "68.34" not in text
    assert "75.00" not in text
    assert "ไม่มีคะแนนโดยประมาณ" in text


def test_a_projection_is_told(report: GapReport) -> None:
    projected = replace(report, score=replace(report.score, projection=Projection(91.07, 84.29, 79.95, "ต้องปรับปรุง")))
    assert "คะแนน ITA โดยประมาณ 79.95 ระดับ “ต้องปรับปรุง”" in printed(projected)


def test_what_a_site_wrote_cannot_dress_up_or_move_the_cursor(report: GapReport) -> None:
    wicked = replace(report, agency=replace(report.agency, name="[bold red]เทศบาล[/] \x1b[2J\x07\u202eกลับ"))
    text = printed(wicked)
    assert "[bold red]เทศบาล[/]" in text
    assert not set("\x1b\x07\u202e") & set(text)


def test_what_saw_nothing_has_no_table_of_marks(report: GapReport, cut_short: Ended) -> None:
    assert "ตัวชี้วัดย่อย" not in printed(cut_short(report, "failed"))
    assert "ตัวชี้วัดย่อย" in printed(cut_short(report, "partial"))
