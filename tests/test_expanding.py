"""What an item's own page leads to, besides files: parts of it, and pages to which the menu leads as well."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.expanding import Expander
from oit_checker.gathered import Gathered
from oit_checker.judge import Piece
from oit_checker.match.candidates import SiteMap
from oit_checker.match.claims import Claims
from oit_checker.match.expand import FURTHER_PAGES
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, ComponentResult, ComponentStatus, Evidence, ItemStatus, Verification
from oit_checker.model.page import Link, Page, PageKind, Passage

CHECKLIST = load_checklist("nacc-2569")
HOME = "https://www.example.go.th/"
HUB, OWN, ELSEWHERE, NODE = f"{HOME}ita", f"{HOME}ita/own", f"{HOME}news", f"{HOME}node/7"


def item_of(code: str) -> Item:
    item = CHECKLIST.item(code)
    assert item is not None
    return item


def piece(item: Item, url: str, *, is_cover: bool, is_whole: bool = False) -> Piece:
    status = ComponentStatus.FOUND if is_whole else ComponentStatus.NOT_FOUND
    seen = tuple(ComponentResult(one.id, one.label_th, one.required, status) for one in item.components)
    evidence = Evidence(
        *(url, url, HUB, "", (url,), "text/html", 200, Verification.OK, 2569, "title", False, 1, ItemStatus.REVIEW),
        *(0.5, (), seen),
    )
    return Piece(evidence, True, only_lists=is_cover)


def opened(
    code: str, *links: Link, title: str = "", on: str = HUB, is_cover: bool = True, is_whole: bool = False
) -> list[str]:
    """What is found behind links on the item's page, where the menu leads to NODE too."""
    item, page = item_of(code), Page(OWN, PageKind.HTML, "หน้าของข้อ", links=links)
    titles = {NODE: title} if title else {}
    site = SiteMap(HOME, ("www.example.go.th",), {}, titles, lambda url: (url,), menu={NODE, HUB})
    expander = Expander(site, Claims(CHECKLIST), CHECKLIST.year, {HUB}, site.hosts)
    known = {OWN: Candidate(code, OWN, on, "", (OWN,), (), 10.0, from_hub=on == HUB)}
    pieces = {OWN: piece(item, OWN, is_cover=is_cover, is_whole=is_whole)}
    return [one.url for one in expander.expanded(item, known, pieces, Gathered(pages={OWN: page}))]


def link(text: str, *, url: str = NODE, in_menu: bool = False) -> Link:
    return Link(url, url, text, in_menu=in_menu)


STRUCTURE = "โครงสร้างมหาวิทยาลัย"
REPORT = "รายงานผลการดำเนินงานประจำปี"


@pytest.mark.parametrize(
    ("one", "more", "expected"),
    [
        pytest.param(link(STRUCTURE), {"is_cover": False}, True, id="meant as evidence"),
        pytest.param(link(STRUCTURE, in_menu=True), {"is_cover": False}, False, id="the menu itself"),
        pytest.param(link(STRUCTURE), {"is_cover": False, "is_whole": True}, False, id="the page shows all"),
        pytest.param(link(STRUCTURE), {"is_cover": False, "on": ELSEWHERE}, False, id="no page that the list names"),
        pytest.param(link(STRUCTURE, url=HUB), {"is_cover": False}, False, id="the way back to the list"),
        pytest.param(link("ติดต่อเรา"), {"is_cover": False}, False, id="it names another matter"),
    ],
)
def test_a_page_of_the_menu_is_evidence_where_the_items_own_page_links_it(
    one: Link, more: dict[str, bool | str], expected: bool
) -> None:
    assert bool(opened("O1", one, **more)) is expected  # type: ignore[arg-type]


MONTHLY = "สรุปผลการจัดซื้อจัดจ้าง เดือนตุลาคม 2568"


@pytest.mark.parametrize(
    ("text", "title", "is_cover", "expected"),
    [
        pytest.param("ตุลาคม 2568", "", True, True, id="a month"),
        pytest.param("ต.ค. 68", "", True, True, id="in short"),
        pytest.param("ประจำเดือน ตุลาคม พ.ศ. 2568", "", True, True, id="with its words"),
        pytest.param("ตุลาคม 2568", "", False, False, id="on a page that shows something itself"),
        pytest.param("ปฏิทินกิจกรรม ตุลาคม 2568", "", True, False, id="a month of something else"),
        pytest.param("ชุดที่ 7", MONTHLY, True, True, id="what it leads to is titled so"),
        pytest.param("ตุลาคม 2568", "แผนปฏิบัติการป้องกันการทุจริต", True, False, id="it is titled otherwise"),
    ],
)
def test_a_part_of_what_the_items_own_page_lists_is_opened(
    text: str, title: str, is_cover: bool, expected: bool
) -> None:
    assert bool(opened("O11", link(text), title=title, is_cover=is_cover)) is expected


def test_twelve_months_are_opened_though_a_search_keeps_six() -> None:
    item = item_of("O11")
    links = tuple(Link(f"{HOME}node/{n}", f"node/{n}", f"เดือนที่ {n} ปี 2568") for n in range(12))
    page = Page(OWN, PageKind.HTML, "หน้าของข้อ", links=links)
    titles = {one.url: f"สรุปผลการจัดซื้อจัดจ้าง {one.text}" for one in links}
    site = SiteMap(HOME, ("www.example.go.th",), {}, titles, lambda url: (url,))
    known = {OWN: Candidate("O11", OWN, HUB, "", (OWN,), (), 10.0, from_hub=True)}
    expander = Expander(site, Claims(CHECKLIST), CHECKLIST.year, {HUB}, site.hosts)
    found = expander.expanded(item, known, {OWN: piece(item, OWN, is_cover=True)}, Gathered(pages={OWN: page}))
    assert len(found) == len(links)


def test_of_other_years_a_page_of_this_years_list_is_opened_whole_and_any_other_page_in_part() -> None:
    years = [link(f"{REPORT} {year}", url=f"{HOME}f/{year}.pdf") for year in range(2561, 2568)]
    assert len(opened("O7", *years, is_cover=False)) == len(years)
    assert opened("O7", *years, on=ELSEWHERE, is_cover=False) == [f"{HOME}f/2566.pdf", f"{HOME}f/2567.pdf"]


def test_web_pages_that_words_lead_to_are_few_and_files_are_not() -> None:
    pages = [link(f"{STRUCTURE} หน้า {number}", url=f"{HOME}page/{number}") for number in range(8)]
    files = [link(f"{STRUCTURE} ไฟล์ {number}", url=f"{HOME}f/{number}.pdf") for number in range(8)]
    found = opened("O1", *pages, *files, on=ELSEWHERE, is_cover=False)
    assert len([url for url in found if "/page/" in url]) == FURTHER_PAGES
    assert [url for url in found if url.endswith(".pdf")] == [one.url for one in files]
    assert len(opened("O1", *pages, is_cover=False)) == len(pages)  # on the page that this year's list names


@pytest.mark.parametrize(
    ("code", "url", "more", "expected"),
    [
        pytest.param("O20", f"{HOME}card", {}, True, id="a card of this item"),
        pytest.param("O20", f"{HOME}card", {"on": ELSEWHERE}, False, id="no page that the list names"),
        pytest.param("O20", NODE, {}, False, id="a part of the site to which the menu leads"),
        pytest.param("O20", "https://www.another.go.th/card", {}, False, id="another's site"),
        pytest.param("O10", f"{HOME}card", {}, False, id="of systems the page that names them is the evidence"),
    ],
)
def test_a_page_that_only_leads_on_is_followed_whatever_its_cards_are_called(
    code: str, url: str, more: dict[str, str], expected: bool
) -> None:
    assert opened(code, link("Activity ความรู้สำหรับบุคลากร", url=url), is_cover=False, **more) == [url] * expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [f"{HOME}card"], id="the list's own page only leads on"),
        pytest.param("หน่วยงานจัดกิจกรรมส่งเสริมจริยธรรมหลายครั้งตลอดปี " * 3, [], id="it has a matter of its own"),
    ],
)
def test_a_page_to_which_the_lists_own_page_leads_is_named_by_the_list_as_well(text: str, expected: list[str]) -> None:
    item, middle = item_of("O15"), f"{HOME}ita/2569/o15"
    cards = (link("เล่าเรื่องวันของคนดี", url=f"{HOME}card"),)
    pages = {
        middle: Page(middle, PageKind.HTML, "O15", passages=(Passage(text),), links=(link("จริยธรรม", url=OWN),)),
        OWN: Page(OWN, PageKind.HTML, "จริยธรรมมหาวิทยาลัย", links=cards),
    }
    known = {
        middle: Candidate("O15", middle, HUB, "", (middle,), (), 10.0, from_hub=True),
        OWN: Candidate("O15", OWN, middle, "", (middle, OWN), (), 5.0, from_hub=True),
    }
    site = SiteMap(HOME, ("www.example.go.th",), {}, {}, lambda url: (url,))
    expander = Expander(site, Claims(CHECKLIST), CHECKLIST.year, {HUB}, site.hosts)
    pieces = {url: piece(item, url, is_cover=False) for url in pages}
    assert [one.url for one in expander.expanded(item, known, pieces, Gathered(pages=pages))] == expected
