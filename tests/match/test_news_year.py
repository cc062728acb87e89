"""A page of news is of the year of its entries; years inside headlines are what they are about."""

import pytest

from oit_checker.match.news_year import year_of_entries
from oit_checker.match.years import YearFound
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear

ENTRY = "5 กุมภาพันธ์ 2569 มอบรางวัลนักวิจัยรุ่นเยาว์ ประจำปี 2566"
DATED = Component(
    id="O4.dated", label_th="ข่าวของปี", required=True, basis=Basis.CONFIRMED, check="news", **{"with": {"dated": True}}
)
OTHER = Component(id="O4.items", label_th="ข่าว", required=True, basis=Basis.CONFIRMED, check="news")
OLD = YearFound(2566, "text", "ประจำปี 2566")


def _page(*headings: str, kind: PageKind = PageKind.HTML) -> Page:
    return Page("https://www.example.go.th/n", kind, None, tuple(Passage(text, is_heading=True) for text in headings))


def _year(found: YearFound, page: Page, *, shown: Component = DATED) -> YearFound:
    results = [ComponentResult(shown.id, shown.label_th, True, ComponentStatus.FOUND, ENTRY)]
    return year_of_entries(found, (OTHER, DATED), results, page, FiscalYear(2569))


def test_an_entry_of_the_year_decides() -> None:
    assert _year(OLD, _page("ข่าวเด่น")) == YearFound(2569, "text", ENTRY)
    titled = YearFound(2566, "title", "ประจำปี 2566")
    assert _year(titled, _page("มอบรางวัลนักวิจัยรุ่นเยาว์ ประจำปี 2566")).be == 2569


@pytest.mark.parametrize(("year", "be"), [pytest.param(2566, 2566, id="old"), pytest.param(2568, 2569, id="last")])
def test_a_title_that_calls_all_the_news_older_is_believed(year: int, be: int) -> None:
    titled = YearFound(year, "title", f"ปี {year}")
    assert _year(titled, _page(f"ข่าวปี {year}")).be == be


def test_without_a_dated_entry_nothing_changes() -> None:
    assert _year(OLD, _page("ข่าวเด่น"), shown=OTHER) is OLD
    assert _year(OLD, _page("ข่าวเด่น", kind=PageKind.PDF)) is OLD
