"""A checklist carried to another year loads, says how little is sure, and keeps its comments."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from oit_checker.checklist import load_checklist, roll
from oit_checker.errors import ChecklistError, UsageError
from oit_checker.model.checklist import Basis


@pytest.fixture(params=["nacc-2569", "nacc-2568"])
def from_id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_rolled_checklist_loads_for_its_year(from_id: str, tmp_path: Path) -> None:
    place = tmp_path / "rolled.yaml"
    place.write_text(roll(from_id, 2570), encoding="utf-8")
    old, rolled = load_checklist(from_id), load_checklist(place)
    assert (rolled.id, rolled.fiscal_year, rolled.status) == ("nacc-2570", 2570, "provisional")
    assert (rolled.fiscal_year_start, rolled.fiscal_year_end) == ("2026-10-01", "2027-09-30")
    assert "2570" in rolled.title_th
    assert str(old.fiscal_year) not in rolled.title_th + rolled.title_en
    assert [item.title_th for item in rolled.items] == [item.title_th for item in old.items]
    assert old.id in rolled.notes[0]


def test_nothing_of_a_rolled_checklist_claims_to_be_of_its_year(tmp_path: Path) -> None:
    place = tmp_path / "rolled.yaml"
    place.write_text(roll("nacc-2569", 2570), encoding="utf-8")
    for item in load_checklist(place).items:
        assert item.title_confidence == "inferred"
        assert item.components_confidence == "carried-over"
        assert all(component.basis is not Basis.QUOTED for component in item.components)


def test_what_sources_confirm_in_any_year_stays_confirmed(tmp_path: Path) -> None:
    place = tmp_path / "rolled.yaml"
    place.write_text(roll("nacc-2569", 2570), encoding="utf-8")
    chart = load_checklist(place).items[0].components[0]
    assert (chart.id, chart.basis) == ("O1.chart", Basis.CONFIRMED)


def test_comments_and_layout_stay() -> None:
    text = (files("checklists") / "nacc-2569.yaml").read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    rolled = roll("nacc-2569", 2570).splitlines()
    assert [line for line in comments if line not in rolled] == []


def test_an_own_file_can_be_rolled_and_other_lists_in_it_are_left_alone(tmp_path: Path) -> None:
    place, again = tmp_path / "own.yaml", tmp_path / "again.yaml"
    theirs = "  - id: theirs\n    name_th: รายการ\n    code_prefix: O\n    titles: {}\n    source: a page\n"
    other = f"other_lists:\n{theirs}\nitems:"
    place.write_text(roll("nacc-2569", 2570).replace("\nitems:", f"\n{other}", 1), encoding="utf-8")
    again.write_text(roll(str(place), 2571), encoding="utf-8")
    rolled = load_checklist(again)
    assert (rolled.id, rolled.other_lists[0].id) == ("nacc-2571", "theirs")


@pytest.mark.parametrize(
    ("from_id", "to_year", "error"),
    [
        pytest.param("nacc-2569", 2569, UsageError, id="to its own year"),
        pytest.param("nacc-2569", 2026, UsageError, id="to a Christian year"),
        pytest.param("nacc-2999", 2570, ChecklistError, id="from a checklist that is not there"),
    ],
)
def test_what_cannot_be_rolled_is_refused(from_id: str, to_year: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        roll(from_id, to_year)


def test_a_layout_that_cannot_be_edited_line_by_line_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "odd.yaml"
    text = roll("nacc-2569", 2570)
    odd = "    ? title_confidence\n    : confirmed\n"
    place.write_text(text.replace("    title_confidence: inferred\n", odd, 1), encoding="utf-8")
    with pytest.raises(ChecklistError, match="คัดลอกไปเป็นปีอื่น"):
        roll(str(place), 2571)
