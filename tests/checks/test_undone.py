"""A report whose only result is that nothing was done is left to a person; a row of it among others is a row."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

FOUND, NOT_FOUND, UNREADABLE = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE
TITLE = "รายงานผลการดำเนินงานประจำปี 2568"
WORDS = ("ผลการดำเนินงาน", "ผลการดำเนินการ", "ยังไม่ดำเนินการ", "เบิกจ่าย")


def asked(
    *lines: str, tables: tuple[Table, ...] = (), words: tuple[str, ...] = WORDS[:3], be: int = 2568
) -> ComponentResult:
    wanted = Component.model_validate(
        {"id": "O7.x", "label_th": "ผล", "required": True, "basis": Basis.CONFIRMED, "keywords": words}
    )
    passages = tuple(Passage(line) for line in (TITLE, *lines))
    page = Page("https://www.example.go.th/p", PageKind.DOCX, None, passages, tables=tables)
    return look(wanted, Matter(page, PhraseIndex(WORDS), date(2026, 4, 30)), wanted=FiscalYear(be))


def results(*cells: str) -> tuple[Table, ...]:
    rows = tuple((f"โครงการ {number}", cell) for number, cell in enumerate(cells))
    return (Table(("โครงการ", "ผลการดำเนินการ"), rows),)


@pytest.mark.parametrize(
    "line",
    [
        "ผลการดำเนินงาน: ยังไม่ได้ดำเนินการ",
        "ผลการดําเนินงาน ยังไม่ดําเนินการ",
        "ผลการดำเนินงาน : ยังไม่เริ่มดำเนินการ",
        "ผลการดำเนินการ - ไม่ได้ดำเนินการ เนื่องจากไม่ได้รับงบประมาณ",
    ],
)
def test_nothing_done_is_no_result(line: str) -> None:
    seen = asked("โครงการอบรมคุณธรรม งบประมาณ 5,000 บาท", line)
    assert seen.status is UNREADABLE
    assert "ยังไม่ได้ดำเนินการ" in (seen.note or "")
    assert "ดำเนินการ" in (seen.snippet or "").replace("ดําเนิน", "ดำเนิน")


@pytest.mark.parametrize("cells", [("ยังไม่ได้ดำเนินการ",), ("ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ", "-", "")])
def test_a_column_in_which_nothing_was_done_shows_no_result(cells: tuple[str, ...]) -> None:
    assert asked(tables=results(*cells)).status is UNREADABLE


def test_the_names_of_columns_beside_one_another_are_no_answer() -> None:
    head = ("โครงการ", "งบประมาณ", "ผลการดำเนินการ", "ผู้รับผิดชอบ")
    tables = (Table(head, (("อบรม", "5,000", "ยังไม่ได้ดำเนินการ", "กองคลัง"),)),)
    assert asked(tables=tables).status is UNREADABLE
    filled = (Table(head, (("อบรม", "5,000", "มีคู่มือ 1 เล่ม", "กองคลัง"), ("ประชุม", "-", "ยังไม่ได้ดำเนินการ", "-"))),)
    assert asked(tables=filled).status is FOUND


def test_a_row_of_two_cells_is_a_label_and_its_answer() -> None:
    undone = ("ผลการดำเนินการ", "ยังไม่ได้ดำเนินการ")
    assert asked(tables=(Table((), (("โครงการ", "อบรม"), undone)),)).status is UNREADABLE
    rows = (("โครงการ", "อบรม"), undone, ("ผลการดำเนินการ", "มีคู่มือ 1 เล่ม"))
    assert asked(tables=(Table((), rows),)).status is FOUND


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        pytest.param(("ผลการดำเนินงาน: จัดทำคู่มือ 1 เล่ม",), (), id="another label answered"),
        pytest.param(("โครงการอบรม ดำเนินการแล้ว มีผู้เข้าร่วม 40 คน",), (), id="told in a sentence"),
        pytest.param((), ("ยังไม่ได้ดำเนินการ", "จัดทำคู่มือ 1 เล่ม"), id="another row answered"),
    ],
)
def test_a_row_of_nothing_done_among_others_is_a_row(lines: tuple[str, ...], cells: tuple[str, ...]) -> None:
    tables = results(*cells) if cells else ()
    assert asked("ผลการดำเนินงาน: ยังไม่ได้ดำเนินการ" if lines else "โครงการ", *lines, tables=tables).status is FOUND


@pytest.mark.parametrize(
    ("lines", "cells", "expected"),
    [
        pytest.param(("ผลการดำเนินงาน: อยู่ระหว่างดำเนินการ",), (), UNREADABLE, id="in a line"),
        pytest.param(("ผลการดำเนินงาน: กำลังรวบรวมข้อมูล",), (), UNREADABLE, id="figures being gathered"),
        pytest.param((), ("อยู่ระหว่างดำเนินการ", "อยู่ในระหว่างการจัดทำ"), UNREADABLE, id="in all cells"),
        pytest.param((), ("อยู่ระหว่างดำเนินการ", "ยังไม่ได้ดำเนินการ"), UNREADABLE, id="or not begun"),
        pytest.param((), ("อยู่ระหว่างดำเนินการ", "มีคู่มือ 1 เล่ม"), FOUND, id="one row has a result"),
        pytest.param(
            ("ผลการดำเนินงาน: อยู่ระหว่างดำเนินการ", "ผลการดำเนินงาน: อบรม 40 คน"), (), FOUND, id="one line has a result"
        ),
    ],
)
def test_of_a_year_that_is_over_what_is_under_way_is_no_result(
    lines: tuple[str, ...], cells: tuple[str, ...], expected: ComponentStatus
) -> None:
    tables = results(*cells) if cells else ()
    assert asked("โครงการ", *lines, tables=tables).status is expected
    assert asked("โครงการ", *lines, tables=tables, be=2569).status is FOUND  # in the running year it is begun


def test_words_of_something_else_undone_raise_no_doubt() -> None:
    assert asked("หน่วยงานที่ยังไม่ได้ดำเนินการให้ติดต่อสำนักปลัด", "อบรมเจ้าหน้าที่ 40 คน").status is FOUND


def test_only_what_asks_for_results_is_doubted() -> None:
    undone = "ผลการดำเนินงาน: ยังไม่ได้ดำเนินการ"
    assert asked("เบิกจ่าย 0 บาท", undone, words=("เบิกจ่าย",)).status is FOUND
