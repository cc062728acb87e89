"""Labels and values side by side: no row of them is a head."""

from __future__ import annotations

import pytest

from oit_checker.checks.pairs import are_pairs
from oit_checker.model.page import PageKind, Table

from .conftest import Ask

FORM = (("เรื่องที่เปิดให้ร่วม", "ประชาคมซ่อมถนน"), ("วัน/สถานที่", "19 พ.ย. 2568"), ("ผู้มีส่วนร่วม", "ประชาชน 112 คน"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(FORM, True, id="a form"),
        pytest.param((*FORM, ("อบต.เอาไปทำต่อ", "บรรจุในแผน")), True, id="a label that we do not know among them"),
        pytest.param((("หัวข้อ", "รายละเอียด"), *FORM), False, id="a head above"),
        pytest.param((("ตัวชี้วัด", "ระดับ"), ("ตัวชี้วัดที่ 1", "85"), ("ตัวชี้วัดที่ 2", "90")), False, id="one kind"),
        pytest.param((("โครงการ", "งบประมาณ"), ("อบรม", "5,000"), ("ดูงาน", "9,000")), False, id="a list"),
        pytest.param(tuple((*row, "") for row in FORM), False, id="three columns"),
        pytest.param(FORM[:2], False, id="too few"),
    ],
)
def test_are_pairs(rows: tuple[tuple[str, ...], ...], expected: bool) -> None:
    assert are_pairs(rows) is expected


def test_a_row_of_labels_and_values_is_quoted_itself(ask: Ask) -> None:
    page = {"tables": (Table(FORM[0], FORM[1:]),)}
    seen = ask("keywords", keywords=("เรื่องที่เปิดให้",), kind=PageKind.DOCX, page=page)
    assert seen.snippet == "เรื่องที่เปิดให้ร่วม | ประชาคมซ่อมถนน"


def test_under_a_head_the_first_filled_cell_is_quoted(ask: Ask) -> None:
    page = {"tables": (Table(("เรื่องที่เปิดให้ร่วม", "งบประมาณ"), (("ซ่อมถนน", "5,000"),)),)}
    assert ask("keywords", keywords=("เรื่องที่เปิดให้",), page=page).snippet == "เรื่องที่เปิดให้ร่วม: ซ่อมถนน"
