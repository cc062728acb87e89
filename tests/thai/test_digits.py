"""Thai digits."""

from __future__ import annotations

import pytest

from oit_checker.thai.digits import arabic_digits


@pytest.mark.parametrize(
    ("written", "arabic"),
    [("๒๕๖๙", "2569"), ("O๒๕ กับ 7", "O25 กับ 7"), ("๐๑๒๓๔๕๖๗๘๙", "0123456789"), ("", "")],
    ids=["year", "mixed", "all-ten", "empty"],
)
def test_thai_digits_become_arabic_and_nothing_else_changes(written: str, arabic: str) -> None:
    assert arabic_digits(written) == arabic
    assert len(arabic) == len(written)
