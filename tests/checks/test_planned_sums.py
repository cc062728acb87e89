"""The sums of a plan: what was spent is no budget, and a limit is no sum; the quarter of a report is no timetable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.checks.results import only_in_same
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
BUDGET = ("งบประมาณ", "วงเงิน", "บาท", "(บาท)", "ไม่ใช้งบประมาณ")
TIMES = ("ไตรมาส", "ระยะเวลา")


def table(head: str, *cells: str) -> dict[str, Any]:
    return {"tables": (Table(("งาน", "ความก้าวหน้า", head), tuple(("ทำฝาย", "60%", cell) for cell in cells)),)}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("เบิกจ่ายสะสม (บาท)", "not_found"),
        ("ผลการเบิกจ่ายงบประมาณ", "not_found"),
        ("งบประมาณคงเหลือ", "not_found"),
        ("งบประมาณ (บาท)", "found"),
        ("งบประมาณที่ได้รับจัดสรร", "found"),
        ("แผนการเบิกจ่ายงบประมาณ", "found"),
        ("งบประมาณ/ผลการเบิกจ่าย", "found"),
        ("งบประมาณที่ใช้ (บาท)", "found"),
    ],
)
@pytest.mark.parametrize("cell", ["4,400,000", "4,400,000 บาท"])
def test_a_column_of_what_was_spent_is_no_budget(ask: Ask, head: str, expected: str, cell: str) -> None:
    page = {"title": "รายงานผลการใช้จ่ายงบประมาณ", **table(head, cell, "220,000 บาท")}
    assert ask("amounts", keywords=BUDGET, page=page, kind=PageKind.DOCX, planned=True).status == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ทำฝาย งบประมาณ 500,000 บาท เบิกจ่ายแล้ว 300,000 บาท", "found"),
        ("ทำฝาย เบิกจ่ายแล้ว 300,000 บาท", "not_found"),
        ("เบิกจ่ายงบประมาณ 300,000 บาท", "not_found"),
        ("เผยแพร่สัญญาที่มีวงเงินเกิน 500,000 บาท", "not_found"),
        ("เผยแพร่สัญญาที่มีวงเงิน 500,000 บาทขึ้นไป", "not_found"),
        ("ทุนอบรมปีละไม่เกิน 10,000 บาทต่อคน", "not_found"),
        ("ทำฝาย ใช้งบประมาณไม่เกิน 40,000 บาท", "found"),
        ("ทำฝาย วงเงิน 40,000 บาท", "found"),
        ("อบรมคุณธรรม 40,000 บาท/ปี", "found"),
        ("ทำฝาย เบิกจ่ายจากข้อบัญญัติ จำนวน 40,000 บาท", "found"),
        ("อบรม 12,000 บาท ตลอดปี", "found"),
        ("งบประมาณรายจ่ายของหน่วยงานปี 2569 รวม 12,000,000 บาท", "not_found"),
        ("งบประมาณรายจ่ายประจำปี 2569 ของเทศบาลตำบลบ้านตัวอย่าง จำนวนทั้งสิ้น 12,000,000 บาท", "not_found"),
        ("งบประมาณรายจ่ายของเทศบาลตามแผนปฏิบัติการนี้ รวม 120,000 บาท", "found"),
        ("ทำฝาย ใช้งบประมาณรายจ่ายประจำปีของเทศบาล จำนวน 20,000 บาท", "found"),
        ("งบประมาณรายจ่ายของหน่วยงานปี 2569 รวม 12,000,000 บาท ทำฝาย 40,000 บาท", "found"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
def test_which_sum_of_a_text_is_a_plans(ask: Ask, line: str, expected: str, kind: PageKind) -> None:
    assert ask("amounts", line, keywords=BUDGET, kind=kind, min_count=1, planned=True).status == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("รายงานความก้าวหน้าและการเบิกจ่าย ไตรมาสที่ 2 ปีงบประมาณ 2569 (ม.ค. - มี.ค. 2569)", "not_found"),
        ("ผลการดำเนินงาน ณ สิ้นไตรมาส 2", "not_found"),
        ("รายงานความก้าวหน้า ที่ โครงการ งบประมาณ ระยะเวลา ทำฝาย ไตรมาสที่ 2", "found"),
        ("รายงานความก้าวหน้า รอบ 6 เดือน ทำฝาย ไตรมาส 1-2", "found"),
        ("อบรมพนักงาน ไตรมาสที่ 2", "found"),
        ("แผนดำเนินงาน ไตรมาสที่ 2 (ม.ค. - มี.ค. 2569)", "found"),
    ],
)
def test_the_quarter_of_a_report_is_no_timetable(ask: Ask, line: str, expected: str) -> None:
    assert ask("period", line, keywords=TIMES, kind=PageKind.PDF).status == expected


def result(id: str, status: ComponentStatus) -> ComponentResult:
    return ComponentResult(id=id, label=id, required=True, status=status, snippet="ไม่เกิน 10,000 บาท")


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (ComponentStatus.FOUND, ComponentStatus.FOUND),
        (ComponentStatus.UNREADABLE, ComponentStatus.FOUND),
        (ComponentStatus.NOT_FOUND, ComponentStatus.NOT_FOUND),
    ],
)
def test_what_is_asked_of_a_plan_stands_in_the_plan(plan: ComponentStatus, expected: ComponentStatus) -> None:
    written = {"label_th": "งบประมาณในแผน", "required": True, "basis": Basis.CONFIRMED}
    asked = [
        Component.model_validate({"id": "O1.plan", **written}),
        Component.model_validate({"id": "O1.budget", "in_same": "O1.plan", **written}),
    ]
    seen = only_in_same(asked, [result("O1.plan", plan), result("O1.budget", ComponentStatus.FOUND)])
    assert [one.status for one in seen] == [plan, expected]
