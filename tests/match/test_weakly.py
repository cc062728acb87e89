"""Which links are opened before an item is called missing."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.best import KEEP_PER_ITEM
from oit_checker.match.candidates import SiteMap
from oit_checker.match.claims import Claims
from oit_checker.match.hub_types import Hub, HubBlock, HubEntry
from oit_checker.match.offer import Offer
from oit_checker.match.weakly import unclaimed_entries, weak_links
from oit_checker.model.checklist import Checklist
from oit_checker.model.page import Link

HOME = "https://www.example.go.th/"


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


def site(*links: Link) -> SiteMap:
    offers: dict[str, list[Offer]] = {}
    for link in links:
        offers.setdefault(link.url, []).append(Offer(link, HOME))
    return SiteMap(HOME, ("www.example.go.th",), offers, {}, lambda url: (HOME,) if url == HOME else (HOME, url))


def link(name: str, text: str) -> Link:
    return Link(HOME + name, name, text)


def offered(checklist: Checklist, code: str, *links: Link) -> list[str]:
    items = [item for item in checklist.items if item.code == code]
    found = weak_links(site(*links), Claims(checklist), items, checklist)[code]
    assert all(candidate.is_weak for candidate in found)
    return [candidate.url.removeprefix(HOME) for candidate in found]


def test_a_short_title_with_a_weak_word_is_opened_the_right_year_first(checklist: Checklist) -> None:
    links = (
        link("a.pdf", "งานจัดซื้อจัดจ้างทั้งปี 2566"),
        link("b.pdf", "งานจัดซื้อจัดจ้างทั้งปี 2568"),
        link("c.pdf", "ภาพถ่ายประกวดร้องเพลง"),
    )
    assert offered(checklist, "O12", *links) == ["b.pdf", "a.pdf"]


def test_a_link_of_another_kind_or_plainly_of_another_item_is_not(checklist: Checklist) -> None:
    assert offered(checklist, "O12", link("a.pdf", "แผนจัดซื้อจัดจ้างของกองช่าง")) == []
    assert offered(checklist, "O7", link("b.pdf", "รายงานผลการประเมินความเสี่ยงการทุจริต")) == []


def test_no_more_than_a_few_are_opened_for_an_item(checklist: Checklist) -> None:
    links = [link(f"{number}.pdf", f"งานจัดซื้อจัดจ้างครั้งที่ {number}") for number in range(40)]
    assert len(offered(checklist, "O12", *links)) == KEEP_PER_ITEM


def test_a_line_of_this_years_list_whose_words_tell_nothing_is_kept_under_its_number(checklist: Checklist) -> None:
    entries = (
        HubEntry("O12", "O12", "เล่มสีฟ้า", (link("12.pdf", "เปิด"),)),
        HubEntry("O1", "O1", "โครงสร้าง", (link("1.pdf", "เปิด"),)),
    )
    hub = Hub(HOME + "ita", "ITA", (HubBlock(2569, "ITA 2569", "unknown", "O", entries),))
    (found,) = unclaimed_entries([hub], checklist, site())
    assert (found.code, found.url, found.from_hub, found.is_weak) == ("O12", HOME + "12.pdf", True, True)
    older = Hub(HOME + "ita", "ITA", (HubBlock(2568, "ITA 2568", "unknown", "O", entries),))
    assert unclaimed_entries([older], checklist, site()) == []
