"""The order of marks, told at a glance, is that which the pattern of disorder tells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.thai.paged import DISORDER, is_in_order, paged


@given(st.text(alphabet="ก่๋ิ็าเแ ", max_size=8))
@settings(max_examples=400, deadline=None)
def test_what_is_in_order_has_nothing_to_put_in_order(text: str) -> None:
    assert is_in_order(paged(text)) == (DISORDER.search(paged(text)) is None)
