"""A fax reaches a machine: its number is no telephone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult


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
    ],
)
def test_phone(ask: Callable[..., ComponentResult], line: str, expected: str) -> None:
    assert ask("phone", line).status == expected
