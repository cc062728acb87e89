"""What loads, and how what does not is refused: place, problem and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from oit_checker.checklist import all_phrases, available, checklist_for_year, load_checklist
from oit_checker.errors import ChecklistError


def test_an_own_file_loads_with_whole_ids_and_years(small: str, written: Callable[[str], Path]) -> None:
    checklist = load_checklist(written(small))
    item = checklist.items[0]
    assert [component.id for component in item.components] == ["O1.projects", "O1.period"]
    assert checklist.title_th == "แบบวัดเล็ก ประจำปีงบประมาณ พ.ศ. 2569"
    assert checklist.notes == ("ผลของปี 2568",)
    assert item.keywords.strong == ("แผนปฏิบัติการป้องกันการทุจริต ปี 2569",)
    assert {"โครงการ", "รายงานผล", item.title_th, *item.keywords.strong} == set(all_phrases(checklist))


def test_an_own_file_knows_the_lists_of_other_years(small: str, written: Callable[[str], Path]) -> None:
    others = {other.id: other for other in load_checklist(written(small)).other_lists}
    assert {"nacc-2569", "nacc-2568", "nacc-2566", "moit-2569"} <= set(others)
    assert others["nacc-2568"].titles["O20"] == ("การเปิดโอกาสให้เกิดการมีส่วนร่วม", "participation")


def test_a_shipped_checklist_does_not_list_itself_among_the_others() -> None:
    assert "nacc-2569" not in {other.id for other in load_checklist("nacc-2569").other_lists}


@pytest.mark.parametrize("name", available())
def test_shipped_checklists_load(name: str) -> None:
    checklist = load_checklist(name)
    assert checklist.id == name
    assert checklist_for_year(checklist.fiscal_year) is checklist


@pytest.mark.parametrize("text", ["", "- a list", "words"], ids=["empty", "a list", "words"])
def test_a_file_that_is_no_checklist_is_refused(text: str, written: Callable[[str], Path]) -> None:
    with pytest.raises(ChecklistError, match="ไม่ใช่รายการตรวจ"):
        load_checklist(written(text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "thai.yaml"
    place.write_bytes("title_th: แบบวัด".encode("cp874"))
    with pytest.raises(ChecklistError, match="UTF-8"):
        load_checklist(place)


def test_an_unknown_checklist_names_those_that_exist() -> None:
    with pytest.raises(ChecklistError) as refused:
        load_checklist("nacc-2999")
    assert "nacc-2568, nacc-2569" in refused.value.remedy


def test_a_year_without_a_checklist_tells_how_to_make_one() -> None:
    with pytest.raises(ChecklistError) as refused:
        checklist_for_year(2570)
    assert "oit-checker checklist roll 2569 2570" in refused.value.remedy
