"""A table of things tells nothing of one whose row is empty, and no finding where the column of findings is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Table

Ask = Callable[..., ComponentResult]

THINGS = [["การใช้อำนาจ"], ["การใช้งบประมาณ"], ["การเปิดเผยข้อมูล", "ตัวชี้วัดที่ 9"]]
HEAD = ("ที่", "ตัวชี้วัด", "คะแนน", "ข้อค้นพบ")
FULL = (
    ("1", "การใช้อำนาจ", "91.20", "หัวหน้ามอบงานเป็นธรรมตามลำดับ"),
    ("2", "การใช้งบประมาณ", "85.10", "บางส่วนไม่รู้แผนการใช้จ่ายเงิน"),
    ("9", "การเปิดเผยข้อมูล", "95.00", "เปิดเผยข้อมูลเกือบครบทุกข้อแล้ว"),
)
BELOW = "ตอนที่ 2 มาตรการที่จะทำในปี 2569 เพื่อพัฒนาองค์กรตามผลการวิเคราะห์"


def cut(*cells: tuple[int, int], to: str = "") -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(to if (at, column) in cells else cell for column, cell in enumerate(row)) for at, row in enumerate(FULL)
    )


COLUMN = ((0, 3), (1, 3), (2, 3))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param((Table(HEAD, FULL),), "found", id="filled in"),
        pytest.param((Table(HEAD, cut((2, 2), (2, 3))),), "unreadable", id="neither score nor finding of one"),
        pytest.param((Table(HEAD, cut((2, 2), (2, 3), to="-")),), "unreadable", id="dashes for one"),
        pytest.param((Table(HEAD, cut((2, 3))),), "found", id="a score of one, and no finding"),
        pytest.param((Table(HEAD, cut(*COLUMN)),), "unreadable", id="an empty column of findings"),
        pytest.param((Table(HEAD[:3], tuple(row[:3] for row in FULL)),), "found", id="no such column"),
        pytest.param((Table(HEAD, cut((2, 2), (2, 3))), Table(HEAD, FULL)), "found", id="told in another table"),
        pytest.param(
            (Table(HEAD[:2], tuple(row[:2] for row in FULL)), Table(HEAD, FULL)), "found", id="beside a list of names"
        ),
        pytest.param(
            (Table((*HEAD, "ปัญหา"), tuple((*row, "ไม่มี") for row in cut(*COLUMN))),), "found", id="another column tells"
        ),
    ],
)
def test_each_row_of_a_table_of_things(tables: tuple[Table, ...], expected: str, ask: Ask) -> None:
    seen = ask(
        "each_told", BELOW, page={"tables": tables}, things=THINGS, min_count=2, analysed=["ข้อค้นพบ", "วิเคราะห์", "ปัญหา"]
    )
    assert seen.status == expected
    assert (expected == "found") == (seen.note is None)
