"""What an officer reads of an item or of a check."""

from __future__ import annotations

import re

import pytest

from oit_checker.checklist import available, explain_check, explain_item, load_checklist
from oit_checker.checklist.hows import HOWS
from oit_checker.checks import CHECKS
from oit_checker.errors import ChecklistError

CHECKLIST = load_checklist("nacc-2569")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param(
            "O25",
            [
                "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร",
                "10.2",
                "ปีงบประมาณ พ.ศ. 2569",
                "คำต่อคำ",
                "[O25.owner]",
                "[pmsec-69]",
                "ประกาศผลการประเมิน ITA",
            ],
            id="quoted from the manual",
        ),
        pytest.param("O7", ["ปีงบประมาณ พ.ศ. 2568", "ขาดแล้วต้องให้เจ้าหน้าที่ตรวจ"], id="last year's report, one source"),
        pytest.param("O13", ["ขาดแล้วข้อนี้ไม่ครบ", "คู่มืออาจกำหนดให้มี"], id="confirmed parts and inferred ones"),
        pytest.param(
            "O1",
            ["ปีใดก็ได้", "เฉพาะองค์กรปกครองส่วนท้องถิ่น", "มักแสดงเป็นภาพ", "โครงสร้างราคา"],
            id="parts for one kind of agency",
        ),
        pytest.param("O5", ["แผนหลายปีที่คลุมปีนี้ใช้ได้"], id="a plan of several years"),
        pytest.param("O11", ["months (first_months=6)", "ตรวจว่ามีครบทุกเดือน"], id="a check with parameters"),
        pytest.param("O20", ["ปีงบประมาณ พ.ศ. 2568", "ปีใดก็ได้"], id="parts of several years"),
        pytest.param(
            "O23", ["คำหลักตามด้วยเรื่อง: แผน … ป้องกัน/ต่อต้าน/ปราบปราม … ทุจริต", "ไม่มีคำว่า"], id="head noun and topic"
        ),
        pytest.param("O12", ["เป็นคำแนะนำ"], id="what is optional"),
        pytest.param("O26", ["ข้อชั่วคราว"], id="provisional"),
    ],
)
def test_an_item_is_told(code: str, told: list[str]) -> None:
    page = explain_item(CHECKLIST, code, verbose=True)
    for part in told:
        assert part in page


@pytest.mark.parametrize("name", available())
def test_an_officer_reads_thai_and_no_names_of_the_file(name: str) -> None:
    checklist = load_checklist(name)
    checks = re.compile(rf"\b(?:{'|'.join(CHECKS)})\b")
    for item in checklist.items:
        told = explain_item(checklist, item.code).partition("\n\nแหล่งที่มา")[0]
        assert item.title_en not in told
        assert f"[{item.code}." not in told
        assert "=" not in told
        assert not checks.search(told.replace("address", ""))
        assert all(part.label_th in told for part in item.components)


def test_every_check_is_named_in_thai() -> None:
    assert set(CHECKS) <= set(HOWS)


def test_where_the_rest_stands_is_told() -> None:
    brief, whole = (explain_item(CHECKLIST, "O25", verbose=verbose) for verbose in (False, True))
    assert "oit-checker explain O25 --verbose" in brief
    assert "--verbose" not in whole
    assert len(brief.splitlines()) < len(whole.splitlines())


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_answered_with_how_to_ask(typed: str) -> None:
    with pytest.raises(ChecklistError, match="ยังไม่ได้ระบุข้อ") as refused:
        explain_item(CHECKLIST, typed)
    assert "oit-checker explain O25" in refused.value.remedy


def test_words_that_name_nothing_are_not_answered_with_names_of_checks() -> None:
    with pytest.raises(ChecklistError) as refused:
        explain_item(CHECKLIST, "xyz")
    assert "table_columns" not in refused.value.remedy
    assert "O25" in refused.value.remedy


@pytest.mark.parametrize("name", available())
def test_every_item_names_its_sources(name: str) -> None:
    checklist = load_checklist(name)
    for item in checklist.items:
        page = explain_item(checklist, item.code)
        for source in item.sources:
            assert f"[{source}] {checklist.source_registry[source]}" in page


def test_an_unknown_item_is_refused() -> None:
    with pytest.raises(ChecklistError, match="ไม่มีข้อ O99") as refused:
        explain_item(CHECKLIST, "O99")
    assert "O1 ถึง O26" in refused.value.remedy


def test_words_that_name_several_items_list_them() -> None:
    told = explain_item(CHECKLIST, "จัดซื้อจัดจ้าง")
    assert {"O11", "O12"} <= set(told.split())
    assert "องค์ประกอบ" not in told


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_is_told_by_its_page(name: str) -> None:
    page = explain_check(name)
    assert page.startswith(name)
    for word in ("FOUND", "NOT FOUND", "UNREADABLE"):
        assert word in page


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(ChecklistError) as refused:
        explain_check("columns")
    assert "table_columns" in refused.value.remedy
