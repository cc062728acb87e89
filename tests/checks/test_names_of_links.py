"""The name beside a button promises: it shows no component, and says where the button leads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Passage

Ask = Callable[..., ComponentResult]


def beside(text: str, *, is_name: bool) -> dict[str, object]:
    return {"passages": (Passage(text, names_link=is_name), Passage("ข้อความอื่นของหน้า"))}


@pytest.mark.parametrize(("is_name", "status"), [(True, "not_found"), (False, "found")])
def test_a_name_shows_nothing(ask: Ask, is_name: bool, status: str) -> None:
    seen = ask("keywords", keywords=("ผลการตรวจสอบภายใน",), page=beside("ผลการตรวจสอบภายในปีก่อน", is_name=is_name))
    assert seen.status == status


def test_a_name_counts_where_lists_are_the_thing_itself(ask: Ask) -> None:
    page = beside("ข่าวการจัดงานลอยกระทง", is_name=True)
    assert ask("keywords", keywords=("ข่าวการจัดงาน",), page=page, flags={"in_lists": True}).status == "found"


def test_a_button_is_told_by_its_name_where_a_link_is_asked_for(ask: Ask) -> None:
    page = beside("จองสนามกีฬาออนไลน์", is_name=True)
    assert ask("link_to", keywords=("จองสนามกีฬาออนไลน์",), page=page).status == "found"


def test_units_named_beside_buttons_are_named_all_the_same(ask: Ask) -> None:
    passages = (Passage("กองคลัง", names_link=True), Passage("กองช่าง", names_link=True))
    assert ask("units", page={"passages": passages}, min_count=2).status == "found"
