"""A picture that is said to show another thing is no chart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Passage, Unsure

Ask = Callable[..., ComponentResult]


@pytest.mark.parametrize(
    ("pictures", "alts", "expected"),
    [
        pytest.param(1, (), "found", id="a picture that says nothing"),
        pytest.param(1, ("แผนผังโครงสร้างกรม",), "found", id="a chart"),
        pytest.param(1, ("แผนผังโครงสร้างและอาคารที่ทำการ",), "found", id="a chart and a building in one"),
        pytest.param(1, ("อาคารที่ทำการกรม",), "unreadable", id="a building"),
        pytest.param(1, ("นางสาวรัตนา ภู่ทอง",), "unreadable", id="a person"),
        pytest.param(2, ("อาคารที่ทำการกรม",), "found", id="a building, and a picture that says nothing"),
    ],
)
def test_a_picture_of_another_thing_is_no_chart(ask: Ask, pictures: int, alts: tuple[str, ...], expected: str) -> None:
    told = (Passage("โครงสร้างองค์กร", is_heading=True), Passage("กรมแบ่งส่วนราชการเป็นกองแผนงาน และกองวิจัย"))
    page = {"pictures": pictures, "passages": (*told, *(Passage(alt, unsure=Unsure.ALT) for alt in alts))}
    assert ask("drawn", page=page, keywords=("โครงสร้างองค์กร",)).status == expected
