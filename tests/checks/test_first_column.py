"""A column of dashes names no event, whatever its head."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

HEAD = ("ที่", "กระบวนงาน", "เหตุการณ์ที่อาจเกิดการทุจริต", "โอกาส", "ผลกระทบ")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (("-", "-"), "unreadable"),
        (("–", " - "), "unreadable"),
        (("เรียกรับเงินเพื่อเร่งคำขอ", "-"), "found"),
        (("เรียกรับเงินเพื่อเร่งคำขอ", "นำรถไปใช้ส่วนตัว"), "found"),
    ],
)
@pytest.mark.parametrize("is_laid_out", [False, True])
def test_a_column_of_dashes(
    ask: Callable[..., ComponentResult], events: tuple[str, ...], expected: str, is_laid_out: bool
) -> None:
    rows = tuple((str(at), "จัดซื้อ", event, "2", "3") for at, event in enumerate(events, 1))
    tables = (Table(HEAD, rows, page_no=1),)
    page = {"laid_out" if is_laid_out else "tables": tables}
    seen = ask(
        "first_column", " ".join(HEAD), keywords=("เหตุการณ์ที่อาจเกิด",), kind=PageKind.PDF, page=page, beside=[["โอกาส"]]
    )
    assert seen.status == expected
