"""A report of the first quarter shows no progress of the first half year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Link, PageKind, Table

Ask = Callable[..., ComponentResult]

TITLE = "แผนงานและความก้าวหน้าการใช้งบประมาณ ปีงบประมาณ 2569"
ROWS = (("ปรับปรุงห้องฉุกเฉิน", "ต.ค. 68 - มี.ค. 69", "ลงนามสัญญาแล้ว"), ("คัดกรองเบาหวาน", "ไตรมาส 2", "คัดกรอง 640 ราย"))


@pytest.mark.parametrize(
    ("title", "line", "head", "expected"),
    [
        pytest.param("ไตรมาส 1 (ต.ค.-ธ.ค. 68)", "", "ความก้าวหน้า", "unreadable", id="the first quarter"),
        pytest.param("ไตรมาสที่ ๑", "", "ความก้าวหน้า", "unreadable", id="in Thai digits"),
        pytest.param("รอบ 3 เดือน", "", "ความก้าวหน้า", "unreadable", id="three months"),
        pytest.param("", "ข้อมูล ณ วันที่ 31 ธันวาคม 2568", "ความก้าวหน้า", "unreadable", id="as of December"),
        pytest.param("", "", "สถานะ ณ 31 ธ.ค. 68", "unreadable", id="in the head of the column"),
        pytest.param("", "", "ความก้าวหน้า", "found", id="no period is told"),
        pytest.param("รอบ 6 เดือน", "", "ความก้าวหน้า", "found", id="the first half year"),
        pytest.param("ไตรมาส 2", "", "ความก้าวหน้า", "found", id="the second quarter"),
        pytest.param("ไตรมาส 1-2", "", "ความก้าวหน้า", "found", id="both quarters"),
        pytest.param("ไตรมาส 1 และ 2", "", "ความก้าวหน้า", "found", id="both in words"),
        pytest.param("ไตรมาส 1", "ผลการดำเนินงาน ไตรมาส 2 แล้วเสร็จตามแผน", "ความก้าวหน้า", "found", id="told below"),
        pytest.param("ไตรมาส 1", "", "สถานะ ณ 31 มี.ค. 69", "found", id="as of March in the head"),
        pytest.param("", "ประกาศ ณ วันที่ 5 ตุลาคม 2568", "ความก้าวหน้า", "found", id="the day of the plan"),
        pytest.param("(ต.ค. 68 - มี.ค. 69)", "", "ความก้าวหน้า", "found", id="the months of the half year"),
    ],
)
def test_how_far_a_report_reaches(title: str, line: str, head: str, expected: str, ask: Ask) -> None:
    page = {"title": f"{TITLE} {title}".strip(), "tables": (Table(("โครงการ", "ระยะเวลา", head), ROWS),)}
    params = {"columns": ["ความก้าวหน้า", "สถานะ"], "states": ["แล้วเสร็จ"]}
    flags = {"of_half_year": True}
    lines = [line] if line else []
    assert ask("progress", *lines, page=page, kind=PageKind.DOCX, flags=flags, **params).status == expected


def test_only_what_is_asked_of_the_half_year_is_doubted(ask: Ask) -> None:
    page = {"title": f"{TITLE} ไตรมาส 1", "tables": (Table(("โครงการ", "ระยะเวลา", "สถานะ"), ROWS),)}
    assert ask("progress", page=page, kind=PageKind.DOCX, columns=["สถานะ"], states=[]).status == "found"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("รายงานความก้าวหน้า ณ สิ้นไตรมาสที่ 1 (31 ธ.ค. 2568)",), "unreadable", id="the first quarter"),
        pytest.param(("รายงานความก้าวหน้า ณ สิ้นไตรมาสที่ 2 (31 มี.ค. 2569)",), "found", id="the second"),
        pytest.param(("รายงานผล ไตรมาส 1",), "found", id="a link to another report"),
        pytest.param((*("หน่วยงานดำเนินโครงการตามแผน",) * 8, "รายงานผลไตรมาส 1 เสนอแล้ว"), "found", id="far below"),
    ],
)
def test_the_first_paragraphs_of_a_web_page_say_how_far_it_reaches(
    lines: tuple[str, ...], expected: str, ask: Ask
) -> None:
    links = (Link("https://www.example.go.th/q1", "/q1", "รายงานผล ไตรมาส 1"),)
    page = {"title": TITLE, "tables": (Table(("โครงการ", "ระยะเวลา", "สถานะ"), ROWS),), "links": links}
    seen = ask("progress", *lines, page=page, flags={"of_half_year": True}, columns=["สถานะ"], states=[])
    assert seen.status == expected
