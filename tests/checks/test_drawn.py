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


CHART, UNITS = "ผังโครงสร้างองค์กร", ("ฝ่ายหลักสูตร", "ฝ่ายเครือข่าย", "ฝ่ายอำนวยการ")


def heading(text: str, rank: int, *above: str) -> Passage:
    return Passage(text, is_heading=True, rank=rank, above=above)


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        pytest.param(
            (
                heading(CHART, 2, "ก"),
                heading("หน่วยงานภายใน", 2, "ก"),
                *(heading(u, 5, "ก", "หน่วยงานภายใน") for u in UNITS),
            ),
            "unreadable",
            id="its heading stands empty before the cards of the units",
        ),
        pytest.param(
            (heading(CHART, 2, "ก"), *(Passage(u, CHART, above=("ก", CHART)) for u in UNITS), heading("ภารกิจ", 2, "ก")),
            "found",
            id="boxes under it",
        ),
        pytest.param(
            (heading(CHART, 2, "ก"), *(heading(u, 3, "ก", CHART) for u in UNITS)),
            "found",
            id="each box is a heading under it",
        ),
        pytest.param(
            (heading(CHART, 4, "ก"), *(heading(u, 4, "ก") for u in UNITS)),
            "found",
            id="each box is a heading beside it",
        ),
        pytest.param(
            (
                heading(CHART, 1),
                heading("หน่วยงานภายใน", 2, CHART),
                *(Passage(u, "หน่วยงานภายใน", above=(CHART,)) for u in UNITS),
            ),
            "found",
            id="it heads the whole page",
        ),
        pytest.param(
            (
                *(heading(CHART, 2, "ก"), heading("ภารกิจ", 2, "ก"), Passage("ข", "ภารกิจ", above=("ก", "ภารกิจ"))),
                *(heading("ทำเนียบ", 2, "ก"), *(Passage(u, "ทำเนียบ", above=("ก", "ทำเนียบ")) for u in UNITS)),
            ),
            "unreadable",
            id="nor do those of a section farther down",
        ),
        pytest.param(
            (
                *(heading(CHART, 2, "ก"), heading("ภารกิจ", 2, "ก"), heading(CHART, 2, "ก")),
                *(Passage(u, CHART, above=("ก", CHART)) for u in UNITS),
            ),
            "found",
            id="it is named anew above its boxes",
        ),
    ],
)
def test_the_units_of_another_section_are_no_chart(ask: Ask, passages: tuple[Passage, ...], expected: str) -> None:
    assert ask("drawn", page={"passages": passages}, keywords=("โครงสร้างองค์กร",)).status == expected
