"""A label and its value in a row of a table of more than two columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Table

Ask = Callable[..., ComponentResult]
FEE: dict[str, Any] = {"labels": ["ค่าธรรมเนียม"]}
HEAD, SERVICE = ("หัวข้อ", "รายละเอียด", ""), ("บริการ", "ตรวจน้ำ", "")
STEPS = (("ลำดับ", "ขั้นตอน", "เวลา"), ("1", "ยื่นคำขอ", "1 วัน"))


def table(*rows: tuple[str, ...]) -> dict[str, Any]:
    return {"tables": (Table(rows[0], rows[1:]),)}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((HEAD, SERVICE, ("ค่าธรรมเนียม", "1,200 บาท", ""), *STEPS), id="before the steps"),
        pytest.param((HEAD, SERVICE, *STEPS, ("ค่าธรรมเนียม", "", "1,200 บาท")), id="after them, a cell between"),
        pytest.param((HEAD, SERVICE, ("ค่าธรรมเนียม", "1,200 บาท", "1,200 บาท")), id="a merged cell"),
    ],
)
def test_a_row_of_two_cells_is_label_and_value(ask: Ask, rows: tuple[tuple[str, ...], ...]) -> None:
    assert ask("labelled", page=table(*rows), **FEE).snippet == "ค่าธรรมเนียม: 1,200 บาท"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((HEAD, SERVICE, ("ค่าธรรมเนียม", "", ""), *STEPS), id="nothing beside it"),
        pytest.param((HEAD, SERVICE, ("ค่าธรรมเนียม", "………", ""), *STEPS), id="dots to write on"),
        pytest.param((("งาน", "กอง", "เวลา"), ("ค่าธรรมเนียม", "กองคลัง", ""), ("ภาษี", "", "1")), id="a cell lacks"),
        pytest.param((("ที่", "รายการ", ""), ("ค่าธรรมเนียม", "กองคลัง", "1")), id="no rows of label and value"),
    ],
)
def test_a_row_of_a_table_with_columns_is_not(ask: Ask, rows: tuple[tuple[str, ...], ...]) -> None:
    assert ask("labelled", page=table(*rows), **FEE).status == "not_found"
