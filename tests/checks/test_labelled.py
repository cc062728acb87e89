"""Short labels: columns, lines with a colon, numbered lines and the heads of a PDF's tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Link, PageKind, Table

Ask = Callable[..., ComponentResult]
UNIT: dict[str, Any] = {"labels": ["ผู้ทำ", "ส่วนงาน"], "cells": ["กอง", "ฝ่าย"]}


def table(*rows: tuple[str, ...]) -> dict[str, Any]:
    return {"tables": (Table(rows[0], rows[1:]),)}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("ลำดับ", "งาน", "ผู้ทำ"), ("1", "ตรวจ", "กองช่าง")), id="a column"),
        pytest.param((("งาน", "ผู้ทำ (หลัก)", "เวลา"), ("ตรวจ", "ฝ่ายขาย", "1")), id="brackets in the head"),
        pytest.param((("งาน", "ผู้สั่ง/ผู้ทำ", "เวลา"), ("ตรวจ", "ฝ่ายขาย", "1")), id="one half of a head"),
        pytest.param((("เรื่อง", "ขอใช้เสียง"), ("ส่วนงาน", "กองคลัง")), id="two columns, label and answer"),
    ],
)
def test_a_filled_column_shows_it(ask: Ask, rows: tuple[tuple[str, ...], ...]) -> None:
    assert ask("labelled", page=table(*rows), **UNIT).status == "found"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("ลำดับ", "งาน", "ผู้ทำ"), ("1", "ตรวจ", ""), ("2", "ส่ง", "")), id="nobody has filled it in"),
        pytest.param((("ลำดับ", "งาน", "ผู้ทำ"), ("1", "ตรวจ", "รอการแต่งตั้งกอง")), id="still to come"),
        pytest.param((("ลำดับ", "งาน", "ผู้ทำ"), ("1", "ตรวจ", "นายหนึ่ง")), id="not what is asked for"),
        pytest.param((("ลำดับ", "งาน", "ผู้ทำบัญชีเดิม"), ("1", "ตรวจ", "กองช่าง")), id="a longer word"),
    ],
)
def test_another_column_does_not(ask: Ask, rows: tuple[tuple[str, ...], ...]) -> None:
    assert ask("labelled", page=table(*rows), **UNIT).status == "not_found"


def test_other_heads_are_asked_for(ask: Ask) -> None:
    rows = table(("งาน", "ผู้ทำ", "เวลา"), ("ตรวจ", "กองช่าง", "1"))
    assert ask("labelled", page=rows, **UNIT, beside=[["เวลา"]]).status == "found"
    assert ask("labelled", page=rows, **UNIT, beside=[["ราคา"]]).status == "not_found"


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
def test_a_label_and_its_colon(ask: Ask, kind: PageKind) -> None:
    def status(*lines: str, **params: Any) -> str:
        return ask("labelled", *lines, kind=kind, **{**UNIT, **params}).status

    assert status("- ผู้ทำ: กองช่าง") == "found"
    assert status("๑. ส่วนงานหลัก : กองช่าง") == "found"
    assert status("ผู้ทำ:", "กองช่าง") == "found"
    assert status("ผู้ทำ:", "เวลา:", "กองช่าง") == "not_found"
    assert status("ผู้ทำ: …………") == "not_found"
    assert status("ผู้ทำ: ระบุกอง") == "not_found"
    assert status("รายชื่อผู้ทำ: กองช่าง") == "not_found"
    assert status("ขอเชิญ ผู้ทำ: กองช่าง", not_after=["ขอเชิญ"]) == "not_found"
    assert status("ผู้ทำ กองช่าง") == "not_found"


def test_a_numbered_thing(ask: Ask) -> None:
    risk = {"labels": ["ภัย"], "numbered": True}
    assert ask("labelled", "ภัยที่ 2 ยักยอกน้ำมันรถ", **risk).status == "found"
    assert ask("labelled", "ภัย ๒. ยักยอกน้ำมันรถ", **risk).status == "found"
    assert ask("labelled", "ภัยที่ 2 ..........", **risk).status == "not_found"
    assert ask("labelled", "ภัยที่ 2", **risk).status == "not_found"
    assert ask("labelled", "อุบัติภัยที่ 2 จุดนี้", **risk).status == "not_found"


def test_figures(ask: Ask) -> None:
    done = {"labels": ["จบ"], "figures": True}
    assert ask("labelled", "ได้รับ 5 จบ 4 ค้าง 1", **done).status == "found"
    assert ask("labelled", page=table(("ได้รับ", "จบ", "ค้าง"), ("5", "-", "5")), **done).status == "found"
    assert ask("labelled", "เรื่องจบลงด้วยดี", **done).status == "not_found"
    assert ask("labelled", page=table(("ได้รับ", "จบ", "ค้าง"), ("5", "", "5")), **done).status == "not_found"


def test_the_head_of_a_table_in_a_pdf(ask: Ask) -> None:
    def status(*lines: str, **params: Any) -> str:
        return ask("labelled", *lines, kind=PageKind.PDF, **{**UNIT, "beside": [["ขั้น"], ["เวลา"]], **params}).status

    assert status("ขั้น เรื่อง ผู้ทำ เวลา", "1 ตรวจ กองช่าง 2 วัน") == "found"
    assert status("ขั้น เรื่อง ผู้ทำ เวลา") == "not_found"
    assert status("ขั้น เรื่อง ผู้ทำ เวลา", "1 ตรวจ 2 วัน") == "not_found"
    assert status("ผู้ทำ", "1 ตรวจ กองช่าง 2 วัน") == "not_found"
    assert status("ขั้น เรื่อง ผู้ทำ เวลา", "หมายเหตุ", cells=[]) == "not_found"


def test_what_it_must_begin_with(ask: Ask) -> None:
    asked: dict[str, Any] = {"labels": ["แผน"], "cells": ["การใช้เงิน"], "first": True}
    assert ask("labelled", page=table(("แผน", "ใคร", "เวลา"), ("2) การใช้เงิน", "ก", "1")), **asked).status == "found"
    rows = table(("แผน", "ใคร", "เวลา"), ("คู่มือการใช้เงิน", "ก", "1"))
    assert ask("labelled", page=rows, **asked).status == "not_found"


def test_how_often(ask: Ask) -> None:
    rows = table(("งาน", "ผู้ทำ", "เวลา"), ("ตรวจ", "กองช่าง", "1"), ("ส่ง", "", "1"))
    assert ask("labelled", page=rows, **UNIT, min_rows=2).status == "not_found"


def test_a_link_announces_and_shows_nothing(ask: Ask) -> None:
    link = Link(url="https://www.example.go.th/x", href="x", text="ผู้ทำ: กองช่าง")
    assert ask("labelled", "ผู้ทำ: กองช่าง", page={"links": (link,)}, **UNIT).status == "not_found"


def test_what_follows_a_colon_must_be_what_is_asked_for(ask: Ask) -> None:
    named: dict[str, Any] = {"labels": ["แนวทางขอรับบริการ"], "not_cells": ["เทศบาล"]}
    assert ask("labelled", "แนวทางขอรับบริการ: ขอถังขยะ", **named).status == "found"
    assert ask("labelled", "แนวทางขอรับบริการ: เทศบาลตำบลตัวอย่าง", **named).status == "not_found"
    assert ask("labelled", "แนวทางขอรับบริการ", "ขั้นตอน", **named).status == "not_found"
