"""A column of results is what stands in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

WORDS = ("ผลการดำเนินการ", "แล้วเสร็จ", "ผู้เข้าร่วม", "สถานะ")


@pytest.mark.parametrize("field", ["tables", "laid_out"])
@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("ผล", ("ติดป้ายครบทุกอาคาร", "ตรวจเดือนละครั้ง"), "found", id="a line for each"),
        pytest.param("ผลการปฏิบัติ", ("96", "88"), "found", id="figures"),
        pytest.param("ผล", ("", ""), "not_found", id="empty"),
        pytest.param("ผล", ("-", "–"), "not_found", id="dashes"),
        pytest.param("ผล", ("ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ"), "not_found", id="nothing done"),
        pytest.param("ผล", ("ติดป้ายครบทุกอาคาร", ""), "not_found", id="one of two, and no words of results"),
        pytest.param("ผลที่คาดว่าจะได้รับ", ("คนรู้มากขึ้น", "คนร่วมมือ"), "not_found", id="expected"),
        pytest.param("ผลกระทบ", ("เสียชื่อเสียง", "เสียเงินของรัฐ"), "not_found", id="what a risk would do"),
        pytest.param("ผลการเบิกจ่าย", ("12,000 บาท", "3,000 บาท"), "not_found", id="money"),
    ],
)
def test_a_column_of_results(head: str, cells: tuple[str, str], expected: str, field: str, ask: Ask) -> None:
    found = Table(("กิจกรรม", head), (("ติดป้าย", cells[0]), ("ตรวจพัสดุ", cells[1])), page_no=1)
    kind = PageKind.PDF if field == "laid_out" else PageKind.DOCX
    assert ask("result_column", keywords=WORDS, page={field: (found,)}, kind=kind).status == expected


def test_deeds_told_elsewhere_leave_an_empty_column_to_a_person(ask: Ask) -> None:
    page = {"tables": (Table(("กิจกรรม", "ผล"), (("ติดป้าย", "-"), ("ตรวจพัสดุ", "-"))),)}
    seen = ask("result_column", "ติดป้ายแล้วเสร็จ มีผู้เข้าร่วม 40 คน", keywords=WORDS, page=page, kind=PageKind.DOCX)
    assert seen.status == "unreadable"
    assert "ผล" in (seen.note or "")


def test_without_such_a_column_the_words_are_asked(ask: Ask) -> None:
    assert ask("result_column", "ติดป้ายแล้วเสร็จ มีผู้เข้าร่วม 40 คน", keywords=WORDS).status == "found"
    assert ask("result_column", "ติดป้ายแล้วเสร็จ", keywords=WORDS).status == "not_found"
