"""One file for several items: each is judged on its own part, with the year of that part."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.bundle import Parts, part_for
from oit_checker.match.claims import Claims
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear

CLAIMS = Claims(load_checklist("nacc-2569"))
PLAN = "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569"
REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568"
OLD_REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567"
RISK = "การประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. 2569"
LAST = FiscalYear(2568)


def pdf(*pages: str, title: str | None = None) -> Page:
    passages = tuple(Passage(text, page_no=number) for number, text in enumerate(pages, 1))
    heads = tuple(Table((f"หัวตาราง {number}",), (), page_no=number) for number in range(1, len(pages) + 1))
    return Page("u", PageKind.PDF, title or pages[0], passages, heads, page_count=len(pages))


BUNDLE = pdf("เอกสารรวมเล่มของเทศบาล ปี 2569", f"{PLAN} โครงการ", "ตารางแผน", f"{REPORT} ผลมีดังนี้", "ตารางผล")


@pytest.mark.parametrize(
    ("code", "wanted", "pages"),
    [("O23", FiscalYear(2569), [2, 3]), ("O24", LAST, [4, 5])],
)
def test_an_item_has_the_pages_under_its_own_title(code: str, wanted: FiscalYear, pages: list[int]) -> None:
    part = part_for(code, BUNDLE, CLAIMS, wanted)
    assert part is not None
    assert [passage.page_no for passage in part.passages] == pages
    assert [table.page_no for table in part.tables] == pages


def test_the_heading_of_the_part_gives_the_year() -> None:
    part = part_for("O24", BUNDLE, CLAIMS, LAST)
    assert part is not None
    assert part.title == REPORT
    candidate = Candidate("O24", "u", "u", "เปิด", ("u",), (), 1.0)
    assert year_of(part, candidate, LAST).be == 2568
    assert year_of(BUNDLE, candidate, LAST).be == 2569


def test_of_two_reports_in_one_file_that_of_the_wanted_year_is_taken() -> None:
    both = pdf("รวมเอกสาร", OLD_REPORT, "ผลปีก่อน", REPORT, "ผล", PLAN)
    part = part_for("O24", both, CLAIMS, LAST)
    assert part is not None
    assert [passage.page_no for passage in part.passages] == [4, 5]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(pdf(REPORT, "ผล", f"{PLAN} ภาคผนวก", "โครงการ"), id="its own title comes first"),
        pytest.param(pdf("เอกสารเผยแพร่", "ผล", f"{REPORT} (ต่อ)"), id="no other paper in it"),
        pytest.param(pdf("เอกสารเผยแพร่", "ในปีก่อนหน่วยงานได้จัดทำ " + "ก" * 80 + REPORT, PLAN), id="named in passing"),
        pytest.param(Page("u", PageKind.PDF, None), id="no text"),
    ],
)
def test_one_paper_is_left_whole(page: Page) -> None:
    assert part_for("O24", page, CLAIMS, LAST) is None
    assert Parts(CLAIMS).of("O24", page, LAST) == (page, page)


def test_a_web_page_is_judged_whole_and_dated_by_the_heading_of_the_item() -> None:
    headed = [Passage(RISK, is_heading=True), Passage("ตาราง"), Passage(REPORT, is_heading=True), Passage("ผล")]
    page = Page("u", PageKind.HTML, "การป้องกันการทุจริต", tuple(headed))
    judged, dated = Parts(CLAIMS).of("O24", page, LAST)
    assert judged is page
    assert dated.title == REPORT


def test_a_part_knows_its_file() -> None:
    parts = Parts(CLAIMS)
    judged, _ = parts.of("O24", BUNDLE, LAST)
    assert judged is not BUNDLE
    assert parts.whole_of(judged) is BUNDLE
    assert parts.whole_of(BUNDLE) is BUNDLE
