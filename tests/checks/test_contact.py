"""A fax reaches a machine: its number is no telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Table


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("โทรสาร 0 2345 6780", "not_found"),
        ("แฟกซ์: ๐-๒๓๔๕-๖๗๘๐ ต่อ 12", "not_found"),
        ("Fax. 02-345-6780, 02-345-6781", "not_found"),
        ("Fax 02-345-6780 Tel 02-345-6789", "found"),
        ("โทรศัพท์ 0 2345 6789 โทรสาร 0 2345 6780", "found"),
        ("โทร/โทรสาร 0 2345 6789", "found"),
        ("สายด่วน 1567", "found"),
        ("สายด่วน ๑๕๖๗", "found"),
        ("เปิดทำการเวลา 08.30-16.30 น.", "not_found"),
        ("เปิดทำการเวลา 08.30-16.30 น. โทร 0 2345 6789", "found"),
    ],
)
def test_phone(ask: Callable[..., ComponentResult], line: str, expected: str) -> None:
    assert ask("phone", line).status == expected


@pytest.mark.parametrize(
    ("lines", "note"),
    [
        pytest.param(("นายก้อง ใจดี", "หัวหน้าฝ่าย", "เบอร์โทร :"), "มีช่อง “เบอร์โทร” แต่ไม่ได้กรอก", id="a label and nothing"),
        pytest.param(("นายก้อง ใจดี", "มือถือ : ......"), "มีช่อง “มือถือ” แต่ไม่ได้กรอก", id="dots to write on"),
        pytest.param(("นายก้อง ใจดี", "ช่องทางติดต่อสอบถามเจ้าหน้าที่"), None, id="words without a place to fill in"),
    ],
)
def test_what_was_left_blank_is_told(
    ask: Callable[..., ComponentResult], lines: tuple[str, ...], note: str | None
) -> None:
    seen = ask("any_contact", *lines)
    assert (seen.status, seen.note) == ("not_found", note)


def test_a_blank_column_of_numbers_is_told(ask: Callable[..., ComponentResult]) -> None:
    head = ("ชื่อ", "ตำแหน่ง", "โทรศัพท์")
    blank = ask("any_contact", page={"tables": (Table(head, (("นายก้อง ใจดี", "หัวหน้าฝ่าย", ""),)),)})
    assert (blank.status, blank.note) == ("not_found", "มีคอลัมน์ “โทรศัพท์” แต่ไม่มีข้อมูลในคอลัมน์")
    filled = (("นายก้อง ใจดี", "หัวหน้าฝ่าย", "0 2345 6789"),)
    assert ask("any_contact", page={"tables": (Table(head, filled),)}).status == "found"
