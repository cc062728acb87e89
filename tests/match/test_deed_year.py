"""A deed lies in the year of the date in its own sentence, whatever year its document is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.match.deed_year import _without_dated_elsewhere, dated_by_itself
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

WANTED = FiscalYear(2569)
TRAINING = Component.model_validate(
    {
        "id": "O15.training",
        "label_th": "การอบรม",
        "required": True,
        "basis": Basis.CONFIRMED,
        "keywords": ("จัดอบรม",),
        "with": {"done": True},
    }
)
TITLE = "รายงานการขับเคลื่อนจริยธรรม ประจำปีงบประมาณ พ.ศ. 2569"


def told(page: Page, component: Component = TRAINING, be: int | None = 2569) -> ComponentResult:
    def ask(part: Page) -> ComponentResult:
        return look(component, Matter(part, PhraseIndex(["จัดอบรม"]), date(2026, 4, 30)), wanted=WANTED)

    return dated_by_itself(component, ask(page), page, WANTED, be, (), ask)


def paper(*lines: str) -> Page:
    passages = tuple(Passage(line) for line in (TITLE, *lines))
    return Page("https://www.example.go.th/a.docx", PageKind.DOCX, TITLE, passages)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("จัดอบรมพนักงาน เมื่อวันที่ 24 กรกฎาคม 2567 จำนวน 30 คน",), id="of two years before"),
        pytest.param(("จัดอบรมพนักงาน ในเดือนกรกฎาคม 2568",), id="a month of last year"),
        pytest.param(("จัดอบรม 24 ก.ค. 67", "จัดอบรม 3 ก.พ. 68"), id="each of another year"),
        pytest.param(("ตามที่ได้จัดอบรมเมื่อวันที่ 24 กรกฎาคม 2567 จำนวน 30 คน",), id="told under ตามที่"),
        pytest.param(("จัดอบรมตามที่แจ้งเมื่อวันที่ 24 กรกฎาคม 2567",), id="nothing done after it"),
        pytest.param(("จัดอบรมตามกำหนดเมื่อวันที่ 24 กรกฎาคม 2567",), id="done as it was set"),
        pytest.param(("จัดอบรม 24 ก.ค. 67", "รายงาน ณ วันที่ 5 พฤศจิกายน 2568"), id="beside a date of the paper"),
    ],
)
def test_a_deed_of_another_year_does_not_count(lines: tuple[str, ...]) -> None:
    seen = told(paper(*lines))
    assert seen.status is ComponentStatus.NOT_FOUND
    assert "ปีอื่น" in (seen.note or "")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("จัดอบรมพนักงาน เมื่อวันที่ 14 มกราคม 2569 จำนวน 30 คน",), id="of the year"),
        pytest.param(("จัดอบรมพนักงาน จำนวน 30 คน",), id="without a date: that of the document"),
        pytest.param(("จัดอบรม 24 ก.ค. 67", "จัดอบรม 14 ม.ค. 69"), id="one of the year among others"),
        pytest.param(("จัดอบรมตามคำสั่ง ลงวันที่ 24 กรกฎาคม 2567 จำนวน 30 คน",), id="the date of an order"),
        pytest.param(("จัดอบรม 30 คน ต่อยอดจากรุ่นแรกเมื่อ 24 กรกฎาคม 2567",), id="what it goes on from"),
        pytest.param(("ตามที่ ก.ม.จ. กำหนดเมื่อวันที่ 3 พฤษภาคม 2564 ได้จัดอบรม 40 คน",), id="a rule was made"),
        pytest.param(("ประมวลจริยธรรมใช้บังคับเมื่อวันที่ 3 พฤษภาคม 2564 จึงจัดอบรม",), id="a rule came into force"),
        pytest.param(("ตามที่มีแนวทางเมื่อวันที่ 3 พฤษภาคม 2564 ได้จัดอบรม",), id="what gave rise to it"),
        pytest.param(("ศูนย์ก่อตั้งเมื่อวันที่ 3 พฤษภาคม 2564 จัดอบรม 40 คน",), id="who did it was founded"),
        pytest.param(("จัดอบรมปี 2569 จากที่เรียนรู้เมื่อ 24 กรกฎาคม 2567",), id="the year in the same sentence"),
    ],
)
def test_a_deed_of_the_year_or_without_a_date_counts(lines: tuple[str, ...]) -> None:
    assert told(paper(*lines)).status is ComponentStatus.FOUND


def test_a_row_of_a_table_is_dated_as_a_sentence_is() -> None:
    row = ("1", "จัดอบรมจริยธรรม", "24 ก.ค. 2567")
    table = Table(("ที่", "กิจกรรม", "วันที่"), (row,))
    page = replace(paper(), tables=(table,))
    assert told(page).status is ComponentStatus.NOT_FOUND
    of_year = replace(table, rows=(row, ("2", "จัดอบรมจริยธรรม", "14 ม.ค. 2569")))
    assert told(replace(page, tables=(of_year,))).status is ComponentStatus.FOUND


def test_a_title_that_ran_on_into_the_sentence_does_not_show_it() -> None:
    page = paper(deed := "จัดอบรมพนักงาน เมื่อวันที่ 24 กรกฎาคม 2567")
    assert told(replace(page, title=f"{TITLE} {deed}")).status is ComponentStatus.NOT_FOUND


def test_of_sentences_within_one_another_the_longest_leaves_the_title_first() -> None:
    short = "จัดอบรม เมื่อวันที่ 24 กรกฎาคม 2567"
    nested = [short, *(f"{short} {'ก' * count}" for count in range(1, 9))]
    page = _without_dated_elsewhere(replace(paper(*nested), title=nested[-1]), WANTED)
    assert page.title is None
    kept = _without_dated_elsewhere(replace(paper(*nested), title=f"{TITLE} {nested[4]}"), WANTED)
    assert kept.title == TITLE


def test_only_deeds_are_dated_so() -> None:
    standing = TRAINING.model_copy(update={"with_": {}})
    page = paper("จัดอบรม เมื่อวันที่ 24 กรกฎาคม 2567")
    assert told(page, standing).status is ComponentStatus.FOUND
    assert told(page, be=2568).status is ComponentStatus.FOUND, "the year of the document is told of all of it"


DRIVE = "จัดอบรมจริยธรรม ประจำปีงบประมาณ พ.ศ. 2569"
LAST_YEAR = "วันที่ 12 กุมภาพันธ์ 2568 สำนักงานจัดอบรมพนักงาน 30 คน"


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        pytest.param(DRIVE, (LAST_YEAR,), "unreadable", id="only the title is of the year"),
        pytest.param(DRIVE, (LAST_YEAR, DRIVE), "unreadable", id="the title again"),
        pytest.param(DRIVE, ("วันที่ 12 กุมภาพันธ์ 2569 จัดอบรมพนักงาน",), "found", id="of the year"),
        pytest.param(DRIVE, (LAST_YEAR, "ปีนี้จัดอบรมแล้ว 40 คน"), "found", id="told below as well"),
        pytest.param("จัดอบรม 12 กุมภาพันธ์ 2569", ("ครั้งแรกเมื่อ 12 มกราคม 2568 จัดอบรม",), "found", id="a day in the title"),
        pytest.param(DRIVE, ("ตามประกาศ ลงวันที่ 3 พฤษภาคม 2564",), "found", id="the day of a paper"),
    ],
)
def test_a_title_of_this_year_over_a_deed_of_last_year(title: str, lines: tuple[str, ...], expected: str) -> None:
    passages = (Passage(title, is_heading=True), *map(Passage, lines))
    seen = told(Page("https://www.example.go.th/a", PageKind.HTML, title, passages))
    assert seen.status == expected
