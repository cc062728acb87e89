"""What pictures are said to show, and how many persons they are for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Passage, Unsure

Ask = Callable[..., ComponentResult]
PERSONS = ("ดร.ปรีชา วงศ์ไพบูลย์", "อธิบดี", "นางสาวรัตนา ภู่ทอง", "รองอธิบดี", "นายสมชาย ใจดี", "เลขานุการกรม")


@pytest.mark.parametrize(
    ("pictures", "alts", "expected"),
    [
        pytest.param(3, (), "found", id="one for each"),
        pytest.param(2, (), "found", id="one for each executive"),
        pytest.param(1, (), "unreadable", id="one for two"),
        pytest.param(1, ("แบนเนอร์",), "not_found", id="a banner"),
        pytest.param(3, ("อาคารสำนักงาน", PERSONS[0]), "found", id="portraits and a building"),
        pytest.param(2, ("อาคารสำนักงาน", PERSONS[0]), "unreadable", id="one portrait and a building"),
        pytest.param(2, (f"แบนเนอร์ {PERSONS[0]}",), "found", id="a person on a banner"),
    ],
)
def test_portraits_of_each_executive(ask: Ask, pictures: int, alts: tuple[str, ...], expected: str) -> None:
    said = tuple(Passage(alt, unsure=Unsure.ALT) for alt in alts)
    page = {"pictures": pictures, "passages": (*map(Passage, PERSONS), *said)}
    assert ask("pictures", page=page, portraits=True).status == expected
