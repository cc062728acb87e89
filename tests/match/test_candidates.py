"""Where a link's own words say nothing, its heading, its card or its page speak for it."""

from __future__ import annotations

import random

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.best import KEEP_PAGES, KEEP_PER_ITEM
from oit_checker.match.candidates import Searcher, SiteMap, says_nothing
from oit_checker.match.claims import Claims
from oit_checker.match.offer import Offer
from oit_checker.model.page import Link

HOME, PAGE = "https://www.example.go.th/", "https://www.example.go.th/p"
CHECKLIST = load_checklist("nacc-2569")


@pytest.mark.parametrize("text", ["แผน", "เอกสารประกอบ", "หลักเกณฑ์", "ประจำปี ๒๕๖๘", "ผลปี 2568", "รายงาน (ฉบับเต็ม)"])
def test_a_kind_and_a_year_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["แผนพัฒนาบุคลากร", "คู่มือเจ้าหน้าที่", "ผลการมีส่วนร่วม", "ข่าว"])
def test_a_subject_says_something(text: str) -> None:
    assert not says_nothing(text)


def found(code: str, *links: Link, title: str = "เอกสารเผยแพร่", titles: dict[str, str] | None = None) -> list[str]:
    offers: dict[str, list[Offer]] = {}
    for link in links:
        offers.setdefault(link.url, []).append(Offer(link, PAGE))
    known = {PAGE: title, **(titles or {})}
    site = SiteMap(HOME, ("www.example.go.th",), offers, known, lambda url: (HOME, url))
    return [one.url for one in Searcher(site, Claims(CHECKLIST), CHECKLIST.year).search(CHECKLIST.items)[code]]


def link(name: str, text: str, heading: str | None = None) -> Link:
    return Link(PAGE + "/" + name, name, text, heading)


def test_the_heading_speaks_for_a_bare_kind() -> None:
    assert found("O7", link("1", "รายงาน ปี 2568", "รายงานผลการดำเนินงานประจำปี")) == [PAGE + "/1"]


def test_the_page_speaks_for_a_bare_year() -> None:
    assert found("O7", link("1", "ประจำปี 2568"), title="รายงานผลการดำเนินงานประจำปี") == [PAGE + "/1"]


def test_a_text_under_many_headings_is_told_by_them() -> None:
    headings = ("รายงานผลการดำเนินงานประจำปี", "แผนปฏิบัติการป้องกันการทุจริต", "การประเมินความเสี่ยงการทุจริต")
    links = [link(str(number), "อ่านที่นี่เลย", heading) for number, heading in enumerate(headings)]
    assert found("O7", *links) == [PAGE + "/0"]
    assert found("O7", *links[:1]) == []


@pytest.mark.parametrize("seed", range(12))
def test_links_that_cannot_be_kept_change_nothing_unread(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    titles = [
        title for item in CHECKLIST.items for title in (item.title_th, *item.keywords.strong, *item.keywords.weak)
    ]
    titles = chance.sample(titles, 6)
    blocks = [None, "ปี 2569", "ITA 2569", "ITA 2567", "OIT 2568"]
    pages = {f"{PAGE}{number}": chance.choice(["เอกสารเผยแพร่", "ITA 2568"]) for number in range(4)}
    offers: dict[str, list[Offer]] = {}
    for number in range(80):
        year, block = chance.choice(["", " 2567", " 2568", " 2569"]), chance.choice(blocks)
        told = Link(f"{PAGE}/{number // 2}.pdf", "", chance.choice(titles) + year, year_block=block)
        offers.setdefault(told.url, []).append(Offer(told, chance.choice(list(pages))))
    ways = {url: (HOME, *[PAGE] * chance.randrange(3), url) for url in pages}
    site = SiteMap(HOME, ("www.example.go.th",), offers, pages, ways.__getitem__)
    searcher = Searcher(site, Claims(CHECKLIST), CHECKLIST.year)
    quickly = searcher.search(CHECKLIST.items)
    assert searcher.search(CHECKLIST.items) == quickly
    monkeypatch.setattr(Searcher, "_may_be_kept", lambda *_: True)
    assert searcher.search(CHECKLIST.items) == quickly
    assert any(quickly.values())


def test_what_the_list_of_the_year_pushes_out_hides_nothing_lighter() -> None:
    title, elsewhere = "รายงานผลการดำเนินงานประจำปี", "https://files.example.com/1"
    older = [Link(f"{PAGE}/{number}", "", title, year_block="ITA 2567") for number in range(7)]
    of_year = Link(f"{PAGE}/o7", "", title, year_block="ITA 2569")
    offers = {one.url: [Offer(one, PAGE)] for one in (*older, of_year)}
    offers[elsewhere] = [Offer(Link(elsewhere, "", "ประจำปี 2568"), PAGE + "2")]
    titles = {PAGE + "2": title}
    site = SiteMap(HOME, ("www.example.go.th",), offers, titles, lambda url: (HOME, url))
    best = Searcher(site, Claims(CHECKLIST), CHECKLIST.year).search(CHECKLIST.items)["O7"]
    assert [one.url for one in best] == [of_year.url, elsewhere]


REPORT = "รายงานผลการดำเนินงานประจำปี"


def test_of_many_web_pages_few_are_opened_and_of_documents_more() -> None:
    pages = [link(f"n{number}", REPORT) for number in range(KEEP_PER_ITEM)]
    crawled = {page.url: "ข่าว" for page in pages}
    assert found("O7", *pages, titles=crawled) == [page.url for page in pages[:KEEP_PAGES]]
    assert len(found("O7", *(link(f"{number}.pdf", REPORT) for number in range(9)))) == KEEP_PER_ITEM


def test_of_reports_of_other_years_the_two_newest_are_opened() -> None:
    years = [link(f"{year}.pdf", f"{REPORT} {year}") for year in (2563, 2567, 2565, 2566)]
    assert sorted(found("O7", *years)) == [PAGE + "/2566.pdf", PAGE + "/2567.pdf"]
    span = link("span.pdf", f"{REPORT} พ.ศ. 2566 - 2570")  # covers the year that is asked for
    assert PAGE + "/span.pdf" in found("O7", *years, span)


def test_the_title_of_the_page_behind_a_link_tells_its_year() -> None:
    links = [link(name, REPORT) for name in ("a", "b", "c", "d", "e")]
    titles = {one.url: f"{REPORT} 2565" for one in links[:4]} | {links[4].url: f"{REPORT} 2568"}
    assert found("O7", *links, titles=titles)[0] == links[4].url
    assert len(found("O7", *links, titles=titles)) == 3


def test_a_map_is_offered_for_the_place_alone() -> None:
    address = "https://www.google.com/maps/embed?pb=1"
    assert found("O2", Link(address, address, "ข้อมูลผู้บริหาร")) == []
    assert found("O3", Link(address, address, "ข้อมูลการติดต่อ")) == [address]
    assert found("O2", link("embed", "ข้อมูลผู้บริหาร")) == [PAGE + "/embed"]
