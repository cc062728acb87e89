"""A sheet that stacks its months repeats the header: the repetition fills no column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

HEAD = ("ที่", "งานที่จ้าง", "วงเงิน", "ผู้เสนอราคา")


@pytest.mark.parametrize(
    ("bidder", "expected"),
    [pytest.param("", "not_found", id="empty in every month"), pytest.param("ร้านสมบูรณ์", "found", id="filled in one")],
)
def test_a_repeated_header_fills_no_column(ask: Callable[..., ComponentResult], bidder: str, expected: str) -> None:
    rows = (
        ("1", "ซ่อมถนน", "40,000", ""),
        ("เดือนพฤศจิกายน 2568", "", "", ""),
        HEAD,
        ("1", "ซื้อหมึก", "9,000", bidder),
    )
    seen = ask("keywords", keywords=("ผู้เสนอราคา",), kind=PageKind.XLSX, page={"tables": (Table(HEAD, rows),)})
    assert seen.status == expected
