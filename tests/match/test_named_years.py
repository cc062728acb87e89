"""How the years of a link, of its tab and of its page speak for or against an item."""

from __future__ import annotations

import pytest

from oit_checker.match.named_years import (
    RIGHT_YEAR,
    WRONG_YEAR,
    named_years,
    without_many_of_other_years,
    without_older_lists,
    year_bonus,
)
from oit_checker.model.checklist import EvidenceYear, Item
from oit_checker.model.page import Link
from oit_checker.model.year import FiscalYear

YEAR = FiscalYear(2569)
LIST_PAGE = "การประเมินคุณธรรมและความโปร่งใส (ITA)"


def item(evidence_year: EvidenceYear) -> Item:
    parts = [{"id": "x", "label_th": "ผล", "required": True, "basis": "inferred", "keywords": ["ผล"]}]
    return Item.model_validate(
        {
            "code": "O7",
            "title_th": "รายงานผล",
            "title_en": "report",
            "title_confidence": "one-source",
            "components_confidence": "carried-over",
            "sub_indicator": "9.2",
            "topics": ["annual_report"],
            "evidence_year": evidence_year,
            "keywords": {"strong": ["รายงานผล"]},
            "components": parts,
            "sources": ["s"],
        }
    )


def link(text: str, block: str | None = None, url: str = "https://www.example.go.th/f/a.pdf") -> Link:
    return Link(url, url, text, heading=None, row=None, year_block=block)


@pytest.mark.parametrize(
    ("seen", "page", "bonus"),
    [
        pytest.param(
            link("เปิดอ่าน", "ปี 2569"), LIST_PAGE, RIGHT_YEAR, id="the assessed year's tab lists last year's report"
        ),
        pytest.param(link("เปิดอ่าน", "ปี 2568"), LIST_PAGE, WRONG_YEAR, id="another assessment's tab"),
        pytest.param(link("ผลงาน 2568", "ปี 2569"), LIST_PAGE, RIGHT_YEAR, id="right by its own words"),
        pytest.param(link("ผลงาน 2567", "ปี 2569"), LIST_PAGE, WRONG_YEAR, id="wrong by its own words"),
        pytest.param(link("ผลงาน 2568", "ปี 2568"), LIST_PAGE, RIGHT_YEAR, id="its own words come before the tab"),
        pytest.param(link("เปิดอ่าน"), f"{LIST_PAGE} 2569", RIGHT_YEAR, id="the year of the whole page"),
        pytest.param(link("เปิดอ่าน", "ปี 2568"), "ผลงานของเรา", RIGHT_YEAR, id="no list: a year of documents"),
        pytest.param(link("เปิดอ่าน", "ปี 2569"), "ผลงานของเรา", 0.0, id="no list: the year may be either"),
        pytest.param(link("เปิดอ่าน", "ปี 2567"), "ผลงานของเรา", WRONG_YEAR, id="no list: an old year"),
        pytest.param(
            link("เปิดอ่าน", "ผลงานเด่นของหน่วยงานและเครือข่าย พ.ศ. 2568"),
            f"{LIST_PAGE} 2569",
            RIGHT_YEAR,
            id="heading of a document",
        ),
        pytest.param(
            link("เปิดอ่าน", url="https://www.example.go.th/2567/a.pdf"), "ผลงาน", WRONG_YEAR, id="only a folder says it"
        ),
        pytest.param(
            link("เปิดอ่าน", "ปี 2569", "https://www.example.go.th/2567/a.pdf"),
            LIST_PAGE,
            RIGHT_YEAR,
            id="tab before folder",
        ),
    ],
)
def test_bonus_of_last_years_report(seen: Link, page: str, bonus: float) -> None:
    assert year_bonus(named_years(seen, page), item(EvidenceYear.PREVIOUS), YEAR) == bonus


def test_where_any_year_will_do_no_year_speaks() -> None:
    assert year_bonus(named_years(link("เปิดอ่าน", "ปี 2560"), LIST_PAGE), item(EvidenceYear.ANY), YEAR) == 0.0


def test_what_tabs_of_other_assessments_offer_is_left_out_where_this_years_tab_offers_something() -> None:
    links = [link("เปิดอ่าน", "ปี 2569"), link("เปิดอ่าน", "ปี 2567"), link("ผลงาน 2568", "ปี 2567")]
    years = [named_years(one, LIST_PAGE) for one in links]
    assert without_older_lists(years, item(EvidenceYear.PREVIOUS), YEAR) == [True, False, True]
    assert without_older_lists(years[1:], item(EvidenceYear.PREVIOUS), YEAR) == [True, True]


@pytest.mark.parametrize(
    ("text", "row", "bonus"),
    [
        pytest.param("ผลงาน ปี 2566", "ผลงาน ปี 2566 เผยแพร่ 5 ม.ค. 2568", WRONG_YEAR, id="put up later"),
        pytest.param("ผลงาน", "ผลงาน เผยแพร่ 5 ม.ค. 2568", RIGHT_YEAR, id="nothing but the day"),
        pytest.param("ผลงาน", "ปี 2568 ผลงาน เผยแพร่ 5 ม.ค. 2567", RIGHT_YEAR, id="a year in the row"),
        pytest.param("ผลงาน ณ วันที่ 5 ม.ค. 2568", "ข่าว 5 ม.ค. 2567", RIGHT_YEAR, id="a day in its own words"),
    ],
)
def test_the_day_of_posting_does_not_date_what_names_its_year(text: str, row: str, bonus: float) -> None:
    seen = Link("https://www.example.go.th/a", "/a", text, row=row)
    assert year_bonus(named_years(seen), item(EvidenceYear.PREVIOUS), YEAR) == bonus


def test_the_title_of_what_a_link_leads_to_is_heard_where_the_link_names_no_year() -> None:
    asked = item(EvidenceYear.PREVIOUS)
    assert year_bonus(named_years(link("ผลงาน"), own_title="ผลงาน ปี 2566"), asked, YEAR) == WRONG_YEAR
    assert year_bonus(named_years(link("ผลงาน ปี 2568"), own_title="ผลงาน ปี 2566"), asked, YEAR) == RIGHT_YEAR


def test_of_links_of_other_years_the_two_newest_are_kept_beside_all_others() -> None:
    asked = item(EvidenceYear.PREVIOUS)
    texts = ["ผลงาน 2565", "ผลงาน 2567", "ผลงาน", "ผลงาน 2568", "ผลงาน 2566", "แผน 2566-2570"]
    years = [named_years(link(text)) for text in texts]
    assert without_many_of_other_years(years, asked, YEAR) == [False, True, True, True, True, True]
    assert without_many_of_other_years(years, item(EvidenceYear.ANY), YEAR) == [True] * len(years)
