"""A summary in figures: how many and how much with their sum, or how many of each kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Table

Ask = Callable[..., ComponentResult]
Rows = tuple[tuple[str, ...], ...]

FOUND, NOT_FOUND = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND
BY_MONTH = ("เดือน", "จำนวนสัญญา", "เงินตามสัญญา (บาท)")
BY_METHOD = ("วิธี", "จำนวน", "วงเงิน")
LIST = ("ลำดับ", "รายการ", "วงเงิน (บาท)", "เลขที่สัญญา")
ASKED = {
    "count": ["จำนวน", "สัญญา", "รายการ"],
    "money": ["บาท", "วงเงิน", "เงิน"],
    "kinds": ["วิธีเฉพาะเจาะจง", "วิธีคัดเลือก", "e-bidding"],
    "units": ["สัญญา", "รายการ"],
}


@pytest.mark.parametrize(
    ("head", "rows", "expected"),
    [
        pytest.param(BY_MONTH, (("ตุลาคม 2567", "18", "900,000"), ("รวมทั้งปี", "๒๘๒", "14,166,000.00")), FOUND, id="sums"),
        pytest.param(BY_MONTH, (("ตุลาคม 2567", "18", "900,000"),), NOT_FOUND, id="no sums"),
        pytest.param(BY_MONTH, (("ตุลาคม 2567", "18", "900,000"), ("รวมทั้งปี", "", "")), NOT_FOUND, id="sums left blank"),
        pytest.param(BY_METHOD, (("วิธีเฉพาะเจาะจง", "270", "9,000"), ("วิธีคัดเลือก", "4", "50")), FOUND, id="by method"),
        pytest.param(BY_METHOD, (("วิธีเฉพาะเจาะจง", "270", "9,000"),), NOT_FOUND, id="one method"),
        pytest.param(
            LIST,
            (("1", "ซื้อกระดาษ", "9,000", "12/2568"), ("", "รวม", "9,000", "")),
            NOT_FOUND,
            id="a list sums up money alone",
        ),
        pytest.param(
            LIST,
            (("1", "วิธีเฉพาะเจาะจง", "9,000", "1/68"), ("2", "วิธีคัดเลือก", "800", "2/68")),
            NOT_FOUND,
            id="numbers of rows",
        ),
        pytest.param(
            ("งาน", "จำนวนเงิน", "ราคา (บาท)"), (("ซื้อ", "5", "5"), ("รวม", "500", "500")), NOT_FOUND, id="money twice"
        ),
    ],
)
def test_a_table_is_a_summary_by_its_sums_or_by_counts_of_kinds(
    head: tuple[str, ...], rows: Rows, expected: ComponentStatus, ask: Ask
) -> None:
    assert ask("totals", page={"tables": (Table(head, rows),)}, **ASKED).status is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("วิธีเฉพาะเจาะจง 270 สัญญา วิธีคัดเลือก จำนวน 4 สัญญา", FOUND, id="counts of two"),
        pytest.param("วิธีเฉพาะเจาะจง 270 สัญญา", NOT_FOUND, id="of one"),
        pytest.param("วิธีเฉพาะเจาะจง 9,000.00 วิธีคัดเลือก 800.00", NOT_FOUND, id="money of purchases"),
        pytest.param("วิธีเฉพาะเจาะจง วิธีคัดเลือก", NOT_FOUND, id="methods without figures"),
    ],
)
def test_counts_of_kinds_in_a_sentence(line: str, expected: ComponentStatus, ask: Ask) -> None:
    assert ask("totals", line, **ASKED).status is expected
