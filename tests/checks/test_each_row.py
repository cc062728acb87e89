"""A column that is filled in one row of several tells nothing of the other rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

STEPS = ("รับฎีกา", "ตรวจยอดเงิน", "เสนออนุมัติ", "โอนเงิน")
TIMES = {"each_row": ["ระยะเวลา", "เวลา"]}
SPENT = {"each_row": ["เบิกจ่าย"]}
MEASURES = {"each_row": ["มาตรการ"]}
SOME = ("1 วัน", "", "", "")


def timed(times: Sequence[str], names: Sequence[str] = STEPS) -> Table:
    rows = tuple((str(at), name, time) for at, (name, time) in enumerate(zip(names, times, strict=True), 1))
    return Table(("ที่", "ขั้นตอน", "ระยะเวลา"), rows)


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        pytest.param(timed(SOME), "", "unreadable", id="the time of one step of four"),
        pytest.param(timed(("1 วัน", "2 วัน", "1 วัน", "")), "", "unreadable", id="the last step lacks it"),
        pytest.param(timed(("",) * 4), "แจ้งผลภายใน 15 วัน", "unreadable", id="an empty column, and words elsewhere"),
        pytest.param(
            Table(("ขั้นตอน", "เวลา"), (("ยื่นคำขอ", "10 นาที"), ("ตรวจเยี่ยม", ""), ("ออกใบ", ""))),
            "",
            "unreadable",
            id="two columns",
        ),
        pytest.param(timed(("1 วัน", "2 วัน", "1 วัน", "3 วัน")), "", "found", id="each step has its time"),
        pytest.param(timed(("1 วัน", "-", "1 วัน", "-")), "", "found", id="a dash is an answer"),
        pytest.param(timed(("1 วัน",) * 4), "", "found", id="a merged cell says the same in its rows"),
        pytest.param(
            timed(("", "", "", "9 วัน"), ("รับฎีกา", "ตรวจยอดเงิน", "โอนเงิน", "รวม")),
            "",
            "found",
            id="the time of all steps",
        ),
        pytest.param(timed(SOME), "รวมระยะเวลาทั้งสิ้น 9 วัน", "found", id="the time of all steps in words"),
        pytest.param(
            Table(("ขั้นตอน", "เวลา"), (("งานสารบรรณ", ""), ("รับเรื่อง", "1 วัน"), ("งานคลัง", ""), ("โอนเงิน", "2 วัน"))),
            "",
            "found",
            id="sub-headings over rows",
        ),
        pytest.param(
            Table(("ที่", "ขั้นตอน", "เวลา"), (("1", "รับฎีกา", "1 วัน"), ("", "", ""), ("(1)", "(2)", "(3)"))),
            "",
            "found",
            id="no names",
        ),
        pytest.param(
            Table(("ช่องทาง", "เวลาให้บริการ"), (("เคาน์เตอร์", "08.30 - 16.30 น."), ("เว็บไซต์", ""))),
            "ใช้เวลา 3 วันทำการ",
            "found",
            id="opening hours",
        ),
        pytest.param(
            Table(
                ("ขั้นตอน", "รายละเอียด", "เวลา"),
                (
                    ("ยื่นคำขอ", "กรอกแบบ", "10 นาที"),
                    ("", "แนบสำเนา", ""),
                    ("", "ตรวจเอกสาร", ""),
                    ("พิจารณา", "เสนอ", "3 วัน"),
                    ("", "ลงนาม", ""),
                ),
            ),
            "",
            "found",
            id="a step in several rows",
        ),
    ],
)
def test_the_time_of_each_step(table: Table, text: str, expected: str, ask: Ask) -> None:
    page = {"tables": (table,)}
    result = ask("duration", text, keywords=("ระยะเวลา",), page=page, flags=TIMES)
    assert result.status.value == expected
    if expected == "unreadable":
        assert "รายการ เช่น “" in (result.note or "")


def test_one_table_that_is_told_whole_is_enough_and_the_row_is_quoted(ask: Ask) -> None:
    whole = timed(("1 วัน",) * 4)
    page = {"tables": (timed(SOME), whole)}
    assert ask("duration", "", keywords=("ระยะเวลา",), page=page, flags=TIMES).status.value == "found"
    note = ask("duration", "", keywords=("ระยะเวลา",), page={"tables": (timed(SOME),)}, flags=TIMES).note or ""
    assert "ว่างอยู่ 3 จาก 4 รายการ" in note
    assert "“ตรวจยอดเงิน”" in note


PROJECTS = ("โครงการ", "งบประมาณ", "สถานะ", "เบิกจ่าย")


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        pytest.param(("ปรับปรุงศูนย์", "900,000", "ทำแล้ว 55 ศูนย์", ""), None, "unreadable", id="one project lacks it"),
        pytest.param(
            ("ปรับปรุงศูนย์", "900,000", "ทำแล้ว", ""), ("รวม", "999,000", "", "40,000"), "unreadable", id="a sum is none"
        ),
        pytest.param(("ปรับปรุงศูนย์", "900,000", "ยังไม่ถึงกำหนด", ""), None, "found", id="not begun, told beside it"),
        pytest.param(("ปรับปรุงศูนย์", "900,000", "ทำแล้ว", "0.00"), None, "found", id="nought is an answer"),
        pytest.param(("ปรับปรุงศูนย์", "ไม่ใช้งบประมาณ", "ทำแล้ว", ""), None, "found", id="no budget to spend"),
        pytest.param(("แผนงานการศึกษา", "", "", ""), ("ซื้อนม", "50", "ทำแล้ว", "10.50"), "found", id="a sub-heading"),
    ],
)
def test_what_each_project_spent(
    second: tuple[str, ...], third: tuple[str, ...] | None, expected: str, ask: Ask
) -> None:
    first = ("อบรมผู้สูงวัย", "99,000", "อบรมแล้ว 42 รุ่น", "40,000")
    table = Table(PROJECTS, (first, second, *((third,) if third else ())))
    result = ask("amounts", "", keywords=("เบิกจ่าย",), page={"tables": (table,)}, flags=SPENT, min_count=1, own=True)
    assert result.status.value == expected


@pytest.mark.parametrize(
    ("level", "measure", "expected"),
    [
        pytest.param("สูง", "", "unreadable", id="a high risk without a measure"),
        pytest.param("ต่ำ", "", "found", id="a low risk needs none"),
        pytest.param("สูง", "ยอมรับความเสี่ยง", "found", id="accepted"),
    ],
)
def test_the_measure_for_each_risk(level: str, measure: str, expected: str, ask: Ask) -> None:
    rows = (("เรียกรับเงิน", "สูง", "ติดประกาศค่าธรรมเนียม"), ("เบิกค่าจ้างเท็จ", level, measure))
    page = {"tables": (Table(("ความเสี่ยง", "ระดับ", "มาตรการป้องกัน"), rows),)}
    result = ask("keywords", "", kind=PageKind.DOCX, keywords=("มาตรการ",), page=page, flags=MEASURES)
    assert result.status.value == expected
