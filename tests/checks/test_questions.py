"""Heads of columns in everyday words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.checks.questions import asked
from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table
from oit_checker.thai.text import fold, toneless

Ask = Callable[..., ComponentResult]
OWNER: dict[str, Any] = {"labels": ["ใครทำ", "ใคร", "รับผิดชอบ"], "beside": [["มาตรการ"]]}


def table(*rows: tuple[str, ...]) -> dict[str, Any]:
    return {"tables": (Table(rows[0], rows[1:]),)}


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("ทำอย่างไร", "ทำอย่างไร"),
        ("จะดำเนินการอย่างไร", "ทำอย่างไร"),
        ("แก้ไขอย่างไร", "ทำอย่างไร"),
        ("ใครรับผิดชอบ", "ใครทำ"),
        ("ใครเป็นผู้ดำเนินการ", "ใครทำ"),
        ("กองที่รับผิดชอบ", "ใครทำ"),
        ("คนรับผิดชอบ", "ใครทำ"),
        ("เสียค่าธรรมเนียมเท่าไร", "ค่าธรรมเนียม"),
        ("วัดผลอย่างไร", None),
        ("ได้ผลอย่างไร", None),
        ("ใครได้ประโยชน์", None),
        ("ทำเพื่อใคร", None),
        ("พื้นที่รับผิดชอบ", None),
        ("หน้าที่ความรับผิดชอบ", None),
        ("จำนวนโครงการที่รับผิดชอบ", None),
        ("ผู้เข้าร่วม", None),
    ],
)
def test_a_question_asks_for_a_label(head: str, label: str | None) -> None:
    assert asked(fold(head)) == (None if label is None else toneless(fold(label)))


def test_a_filled_column_under_a_question_shows_it(ask: Ask) -> None:
    rows = table(("มาตรการ", "ทำอย่างไร", "ใครรับผิดชอบ"), ("ปิดป้าย", "สรุปแล้วติด", "กองคลัง"))
    assert ask("labelled", page=rows, **OWNER).snippet == "ใครรับผิดชอบ: กองคลัง"
    assert ask("labelled", page=rows, labels=["ทำอย่างไร"]).snippet == "ทำอย่างไร: สรุปแล้วติด"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("มาตรการ", "ใครรับผิดชอบ"), ("ปิดป้าย", "")), id="nobody has filled it in"),
        pytest.param((("มาตรการ", "ใครรับผิดชอบ"), ("ปิดป้าย", "………")), id="dots to write on"),
        pytest.param((("มาตรการ", "ใครได้ประโยชน์"), ("ปิดป้าย", "ประชาชน")), id="another question"),
        pytest.param((("มาตรการ", "พื้นที่รับผิดชอบ"), ("ปิดป้าย", "ตำบลตัวอย่าง")), id="an area"),
    ],
)
def test_an_empty_column_or_another_question_does_not(ask: Ask, rows: tuple[tuple[str, ...], ...]) -> None:
    assert ask("labelled", page=table(*rows), **OWNER).status == "not_found"


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_a_question_without_an_answer_names_nobody(ask: Ask, kind: PageKind) -> None:
    lines = ("มาตรการป้องกันการทุจริต", "ใครรับผิดชอบ?", "มาตรการนี้ใช้เมื่อใด?", "ตลอดปี")
    assert ask("labelled", *lines, kind=kind, **OWNER).status == "not_found"
    asked_only = table(("คำถาม", "คำตอบ"), ("มาตรการคืออะไร", "การป้องกัน"), ("ใครรับผิดชอบ?", ""))
    assert ask("labelled", page=asked_only, **OWNER).status == "not_found"


def test_participants_are_asked_for_by_another_question(ask: Ask) -> None:
    rows = table(("เวที", "ใครรับผิดชอบ"), ("ประชาคม", "กองช่าง"))
    assert ask("labelled", page=rows, labels=["ใคร", "ผู้ร่วม"]).status == "not_found"
