"""Words that say of what stands beside them that it is something else: how far that reaches, and where doubt begins."""

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
CRITERIA = "หลักเกณฑ์การสรรหาบุคคลให้เป็นไปตามประกาศคณะกรรมการกลาง"
MUCH = "ผู้สมัครต้องมีคุณสมบัติทั่วไปและไม่มีลักษณะต้องห้ามตามกฎหมาย และยื่นใบสมัครด้วยตนเองในวันและเวลาราชการ " * 5
PLAN_HEAD = ("โครงการ", "ไตรมาส 1", "ไตรมาส 2", "ผู้รับผิดชอบ")


def asked(*lines: str, kind: PageKind = PageKind.PDF, tables: tuple[Table, ...] = ()) -> ComponentResult:
    wanted = Component.model_validate(
        {
            "id": "O13.recruit",
            "label_th": "หลักเกณฑ์สรรหา",
            "required": True,
            "basis": Basis.CONFIRMED,
            "keywords": ("การสรรหา",),
            "with": {"not_beside": ["ไตรมาส"]},
        }
    )
    passages = tuple(Passage(line, page_no=1 if kind is PageKind.PDF else None) for line in lines)
    page = Page("https://www.example.go.th/p", kind, None, passages, tables=tables)
    return look(wanted, Matter(page, PhraseIndex(["การสรรหา"]), date(2026, 4, 30)), wanted=FiscalYear(2569))


@pytest.mark.parametrize("kind", [PageKind.PDF, PageKind.DOCX])
def test_words_of_another_thing_far_away_on_the_same_page_leave_it_to_a_person(kind: PageKind) -> None:
    seen = asked(CRITERIA, MUCH, "รายงานผลรายไตรมาส", kind=kind)
    assert seen.status is UNREADABLE
    assert "การสรรหา" in (seen.snippet or "")
    assert "เอกสารอีกประเภทหนึ่ง" in (seen.note or "")


@pytest.mark.parametrize("kind", [PageKind.PDF, PageKind.DOCX])
def test_close_by_they_say_what_it_is(kind: PageKind) -> None:
    assert asked("ไตรมาส 1 จัดทำ" + CRITERIA, MUCH, kind=kind).status is NOT_FOUND


def test_under_the_head_of_a_plan_all_rows_of_the_page_are_planned() -> None:
    head = Table(PLAN_HEAD, (), page_no=1)
    assert asked(" ".join(PLAN_HEAD), MUCH, CRITERIA, tables=(head,)).status is NOT_FOUND
    assert asked(CRITERIA, MUCH, " ".join(PLAN_HEAD), tables=(head,)).status is UNREADABLE


def test_in_a_table_every_row_is_beside_the_head() -> None:
    rows = ((MUCH, "", "", ""), (CRITERIA, "", "x", "สำนักปลัด"))
    assert asked("แผน", kind=PageKind.DOCX, tables=(Table(PLAN_HEAD, rows),)).status is NOT_FOUND


def test_a_place_of_its_own_is_enough() -> None:
    assert asked(CRITERIA).status is FOUND
