"""The tables of a PDF that are told by their places are asked as those of other documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

PLAN = (("อบรมคุณธรรม", "ตุลาคม 2568"), ("ประกวดคลิป", "มีนาคม 2569"))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("กำหนดแล้วเสร็จ", "found", id="a column of time"),
        pytest.param("เอกสารแนบ", "not_found", id="months under another head"),
    ],
)
def test_the_months_under_a_head_of_time(head: str, expected: str, ask: Ask) -> None:
    table = Table(("โครงการ", head), PLAN, page_no=1)
    result = ask("period", "แผน", keywords=("ระยะเวลา",), kind=PageKind.PDF, page={"laid_out": (table,)})
    assert result.status.value == expected


def test_the_first_column_names_what_the_others_rate(ask: Ask) -> None:
    beside = [["โอกาส"], ["ผลกระทบ"]]
    table = Table(("เรื่อง", "โอกาส", "ผลกระทบ"), (("เรียกรับเงินเพื่อเร่งคำขอ", "2", "5"),), page_no=1)
    page = {"laid_out": (table,)}
    result = ask("first_column", "ตาราง", keywords=("จุดเสี่ยง",), kind=PageKind.PDF, page=page, beside=beside)
    assert result.status.value == "found"
    page = {"laid_out": (Table(table.header, (("", "", ""),), page_no=1),)}
    result = ask("first_column", "ตาราง", keywords=("จุดเสี่ยง",), kind=PageKind.PDF, page=page, beside=beside)
    assert result.status.value == "not_found"


def test_figures_of_a_table_that_are_all_nought(ask: Ask) -> None:
    page = {"laid_out": (Table(("เดือน", "เรื่อง"), (("ต.ค.", "0"), ("พ.ย.", "0")), page_no=1),)}
    assert ask("counts", "สถิติ", keywords=("กรณี",), kind=PageKind.PDF, page=page).status.value == "found"
    page = {"laid_out": (Table(("เดือน", "เรื่อง"), (("ต.ค.", ""), ("พ.ย.", "")), page_no=1),)}
    assert ask("counts", "สถิติ", keywords=("กรณี",), kind=PageKind.PDF, page=page).status.value == "not_found"


def test_the_columns_of_a_table(ask: Ask) -> None:
    columns = [["มาตรการ"], ["ผู้รับผิดชอบ"]]
    rows = (("ติดประกาศ", "กองคลัง"),)
    page = {"laid_out": (Table(("มาตรการ", "ผู้รับผิดชอบ"), rows, page_no=1),)}
    assert ask("table_columns", "แผน", kind=PageKind.PDF, page=page, columns=columns).status.value == "found"
    page = {"laid_out": (Table(("มาตรการ", "ผู้รับผิดชอบ"), (("ติดประกาศ", ""),), page_no=1),)}
    assert ask("table_columns", "แผน", kind=PageKind.PDF, page=page, columns=columns).status.value == "not_found"
