"""What a page of an item leads to: documents, and on a cover every named button, whatever its address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.claims import Claims
from oit_checker.match.expand import FURTHER_COVERS, OPENED, listed_documents, worth_opening
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Link, Page, PageKind

CHECKLIST = load_checklist("nacc-2569")
CLAIMS = Claims(CHECKLIST)
PAGE = "https://www.example.go.th/p"
COVER = Candidate("O8", PAGE, PAGE, "คู่มือการปฏิบัติงาน", (PAGE,), (), 10.0, from_hub=True)


def followed(
    *links: Link, is_cover: bool = True, lacks: bool = True, titles: dict[str, str] | None = None
) -> list[str]:
    item = CHECKLIST.item("O8")
    assert item is not None
    page = Page(PAGE, PageKind.HTML, "เอกสาร", links=links)
    lacking = item.components if lacks else ()
    listed = listed_documents(
        page, COVER, item, CLAIMS, CHECKLIST.year, (), is_cover=is_cover, lacking=lacking, titles=titles
    )
    found = [one.candidate for one in listed]
    assert all(one.from_hub and one.found_on == PAGE for one in found)
    return [one.url for one in found]


def button(name: str, text: str, row: str | None) -> Link:
    return Link(f"{PAGE}/{name}", name, text, row=row)


def test_a_named_button_of_a_cover_is_followed_whatever_its_address() -> None:
    named = button("show?no=7", "เปิดอ่าน", "1 งานทะเบียนพัสดุ เปิดอ่าน")
    assert followed(named) == [named.url]
    assert followed(named, is_cover=False) == []


def test_what_leads_around_or_has_no_name_is_not_followed() -> None:
    assert (
        followed(button("list", "« กลับ", "« กลับ หน้ารวม"), button("x", "คลิก", None), button("y", "โหลด", "2 โหลด")) == []
    )


def test_a_button_that_names_another_item_is_not_followed() -> None:
    assert followed(button("show?no=8", "เปิดอ่าน", "2 แผนปฏิบัติการป้องกันการทุจริต เปิดอ่าน")) == []


def test_a_button_is_worth_what_its_name_says() -> None:
    plain, own = button("a.pdf", "โหลด", "แบบสำรวจ โหลด"), button("b.pdf", "โหลด", "คู่มือการปฏิบัติงานพัสดุ โหลด")
    assert followed(plain, own) == [own.url, plain.url]


def test_covers_are_opened_to_the_last_and_other_pages_while_they_are_the_best() -> None:
    posts = [replace(COVER, url=f"{PAGE}/{number}", weight=9.0 - number / 10) for number in range(40)]
    assert worth_opening(reversed(posts), lambda one: False) == tuple(posts[:OPENED])
    assert worth_opening(posts, lambda one: True) == tuple(posts[: OPENED + FURTHER_COVERS])
    weak = [replace(one, is_weak=True) for one in posts]
    assert worth_opening(weak, lambda one: True) == tuple(weak[:OPENED])


def test_a_link_that_names_a_thing_the_item_lacks_is_opened_on_its_page() -> None:
    told = button("visit", "วิธีการปฏิบัติงานของกองคลัง", None)
    assert followed(told, button("trip", "ภาพงานกีฬาสี", None), is_cover=False) == [told.url]
    assert followed(told, is_cover=False, lacks=False) == []
    assert followed(button("risk", "วิธีการปฏิบัติงานตามแผนปฏิบัติการป้องกันการทุจริต", None), is_cover=False) == []


SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


@pytest.mark.parametrize(
    "text", [*(f"{month} 2569" for month in SHORT), "มี.ค.69", "เดือน เม.ย. 2569", "มิ . ย . 2569", "มีค 2569"]
)
def test_the_page_of_a_month_is_opened_on_a_cover(text: str) -> None:
    month = Link(f"{PAGE}/show?no=7", text, text)
    assert followed(month, titles={}) == [month.url]
    assert followed(month, titles={}, is_cover=False) == []


@pytest.mark.parametrize("text", ["มี.ค. 2569 ภาพกิจกรรม", "มี 2569 รายการ", "ส.ส. 2569", "ติดต่อเรา"])
def test_a_link_that_says_more_than_a_month_is_none(text: str) -> None:
    assert followed(Link(f"{PAGE}/show?no=7", text, text), titles={}) == []


def test_a_page_of_this_years_list_that_only_leads_on_offers_all_it_leads_to() -> None:
    item = CHECKLIST.item("O20")
    assert item is not None
    cards = ("Activity กิจกรรมและความรู้", "แผนปฏิบัติการป้องกันการทุจริต", "ย้อนกลับ")
    links = [Link(f"{PAGE}/{number}", str(number), text) for number, text in enumerate(cards)]
    page = Page(PAGE, PageKind.HTML, "No Gift Policy", links=tuple(links))
    cover = replace(COVER, code="O20")
    own = {one.url for one in links}

    def offered(own_pages: set[str]) -> list[str]:
        listed = listed_documents(page, cover, item, CLAIMS, CHECKLIST.year, (), titles={}, own_pages=own_pages)
        return [one.candidate.url for one in listed]

    assert offered(own) == [f"{PAGE}/0"]
    assert offered(set()) == []
