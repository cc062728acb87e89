"""Each executive whom a page names needs a way to be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Passage, Table, Unsure

Ask = Callable[..., ComponentResult]
FLAGS = {"in_pictures": True, "beside_names": True}
TOP = ("ดร.ปรีชา วงศ์ไพบูลย์", "อธิบดี")
DEPUTY = ("นางสาวรัตนา ภู่ทอง", "รองอธิบดี (วิชาการ)")
OTHER = ("นายธนกร อินทร์แก้ว", "รองอธิบดี (บริหาร)")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((*TOP, "โทร 02 555 7001", *DEPUTY, *OTHER), "not_found", id="only the first"),
        pytest.param(
            (*TOP, "โทร 02 555 7001", *DEPUTY, "โทร 02 555 7002", *OTHER, "โทร 02 555 7003"), "found", id="each"
        ),
        pytest.param(
            (*TOP, "preecha@example.go.th", *DEPUTY, "โทร 02 555 7002"), "found", id="an address of e-mail is one"
        ),
        pytest.param(
            ("โทร 02 555 7001", *TOP, "โทร 02 555 7002", *DEPUTY, "โทร 02 555 7003", *OTHER),
            "found",
            id="the number above the name",
        ),
        pytest.param(("โทร 02 555 7001", *TOP, "โทร 02 555 7002", *DEPUTY), "unreadable", id="a pair, above or below"),
        pytest.param(
            ("โทรศัพท์กลาง 0 2555 7000", *TOP, "ต่อ 101", *DEPUTY, "ต่อ 102", *OTHER, "ต่อ 103"),
            "found",
            id="a switchboard with extensions",
        ),
        pytest.param(
            (*TOP, "เบอร์ภายใน 1001", *DEPUTY, "โทร. ภายใน ๑๐๐๒", *OTHER, "ext. 1003"), "found", id="extensions alone"
        ),
        pytest.param((*TOP, "เบอร์ภายใน 1001", *DEPUTY, *OTHER), "not_found", id="an extension of one"),
        pytest.param(
            (*TOP, "โทร 02 555 7001", "ติดต่อผ่านหน้าห้อง โทร 02 555 7000", *DEPUTY, *OTHER),
            "unreadable",
            id="a number for all",
        ),
        pytest.param((*TOP, *DEPUTY, *OTHER, "โทร 02 555 7000"), "unreadable", id="a number at the end"),
        pytest.param(("ติดต่อ 02 555 7000", *TOP, *DEPUTY), "unreadable", id="a number at the beginning"),
        pytest.param(
            (*TOP, "โทร 02 555 7001", *DEPUTY, "โทร 02 555 7002", "นายสมชาย ใจดี", "ที่ปรึกษา"), "found", id="no executive"
        ),
        pytest.param(
            (*TOP, "โทร 02 555 7001", *DEPUTY, "โทร 02 555 7002", "นายสมชาย ใจดี ผู้ว่าราชการจังหวัด เป็นประธานเปิดงาน"),
            "found",
            id="news",
        ),
        pytest.param(
            (*TOP, *DEPUTY, *OTHER, *TOP, "โทร 02 555 7001", *DEPUTY, "โทร 02 555 7002", *OTHER, "โทร 02 555 7003"),
            "found",
            id="a list of names, then the cards",
        ),
    ],
)
def test_each_executive_is_reached(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    seen = ask("any_contact", "ผู้บริหารกรม", *lines, page={"pictures": 3}, flags=FLAGS)
    assert seen.status == expected
    assert "รัตนา ภู่ทอง" in (seen.note or "") or expected == "found"


def test_what_is_said_of_a_portrait_names_the_person_of_the_card(ask: Ask) -> None:
    cards = ("ดร.ปรีชา วงศ์ไพบูลย์อธิบดี 02 555 7001", "นางสาวรัตนา ภู่ทองรองอธิบดี 02 555 7002")
    alts = (Passage(TOP[0], unsure=Unsure.ALT), Passage(DEPUTY[0], unsure=Unsure.ALT))
    passages = (*alts, *map(Passage, cards))
    assert ask("any_contact", page={"pictures": 2, "passages": passages}, flags=FLAGS).status == "found"


HEAD = ("ชื่อ", "ตำแหน่ง", "โทรศัพท์")


def test_other_numbers_are_no_extensions(ask: Ask) -> None:
    lines = (*TOP, "วาระสิ้นสุดภายใน 2569", *DEPUTY, "ติดต่อ 1002 ครั้ง")
    assert ask("any_contact", *lines, page={"pictures": 3}, flags=FLAGS).status == "not_found"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            Table(HEAD, ((*TOP, "02 555 7001"), (*DEPUTY, ""), (*OTHER, ""))), "not_found", id="one row filled"
        ),
        pytest.param(Table(HEAD, ((*TOP, "02 555 7001"), (*DEPUTY, "-"))), "not_found", id="a dash is none"),
        pytest.param(Table(HEAD, ((*TOP, "02 555 7001"), (*DEPUTY, "02 555 7002"))), "found", id="each row"),
        pytest.param(
            Table(("ชื่อ", "ตำแหน่ง", "ต่อ"), ((*TOP, "02 555 7000 ต่อ 1"), (*DEPUTY, "2"))),
            "found",
            id="extensions in a column",
        ),
        pytest.param(
            Table((), ((TOP[0], DEPUTY[0]), (TOP[1], DEPUTY[1]), ("02 555 7001", "02 555 7002"))),
            "found",
            id="side by side",
        ),
        pytest.param(
            Table((), ((TOP[0], DEPUTY[0]), (TOP[1], DEPUTY[1]), ("02 555 7001", ""))),
            "not_found",
            id="one of two columns",
        ),
    ],
)
def test_each_row_or_column_of_a_table_has_its_own(ask: Ask, table: Table, expected: str) -> None:
    assert ask("any_contact", page={"tables": (table,)}, flags=FLAGS).status == expected


def test_lines_of_a_pdf_are_for_a_person(ask: Ask) -> None:
    lines = (*TOP, "โทร 02 555 7001", *DEPUTY, *OTHER)
    assert ask("any_contact", *lines, kind=PageKind.PDF, flags=FLAGS).status == "unreadable"
