"""An item is known by its code in any spelling, and by words of its title."""

from __future__ import annotations

import pytest

from oit_checker.checklist import code_of, items_for, load_checklist
from oit_checker.errors import ChecklistError

CHECKLIST = load_checklist("nacc-2569")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("O25", "O25"),
        ("25", "O25"),
        ("o25", "O25"),
        ("O๒๕", "O25"),
        ("๒๕", "O25"),
        ("โอ 25", "O25"),
        ("โอ๒๕", "O25"),
        ("ข้อ 25", "O25"),
        ("ข้อที่ O-25", "O25"),
        ("OIT 1", "O1"),
        ("O01", "O1"),
        ("๐25", "O25"),
        ("moit5", "MOIT5"),
        ("EB 13", "EB13"),
        ("จัดซื้อจัดจ้าง", None),
        ("table_columns", None),
        ("2569", None),
        ("", None),
    ],
)
def test_a_code_in_any_spelling(typed: str, code: str | None) -> None:
    assert code_of(typed) == code


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        pytest.param("25", ["O25"], id="one by its number"),
        pytest.param("จัดซื้อจัดจ้าง", ["O11", "O12"], id="all that have the words"),
        pytest.param("การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร", ["O25"], id="the whole title"),
        pytest.param("การนําผลการประเมิน", ["O25"], id="sara am split in two"),
    ],
)
def test_what_was_asked_for(typed: str, codes: list[str]) -> None:
    assert [item.code for item in items_for(CHECKLIST, typed)] == codes


def test_a_code_of_another_year_is_told_apart() -> None:
    with pytest.raises(ChecklistError, match="ไม่มีข้อ O28") as refused:
        items_for(CHECKLIST, "O28")
    assert "--year 2568" in refused.value.remedy
    assert "เรื่องเดียวกันในปี 2569 คือ O26" in refused.value.remedy


@pytest.mark.parametrize(
    ("typed", "near"), [("จัดชื้อจัดจาง", "O12"), ("colums", "table_columns"), ("โครงสร้าง หน้าทีอำนาจ", "O1 ")]
)
def test_a_slip_is_answered_with_what_comes_near(typed: str, near: str) -> None:
    with pytest.raises(ChecklistError, match="ไม่มีข้อหรือวิธีตรวจ") as refused:
        items_for(CHECKLIST, typed)
    assert near in refused.value.remedy.splitlines()[0]
