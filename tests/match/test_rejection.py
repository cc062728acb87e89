"""How a link is called in the report, and what a guide is to an online service."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.claims import Claims
from oit_checker.match.kind_signs import KindFound
from oit_checker.match.rejection import Rejection, named_link, of_guide, unless_a_part
from oit_checker.match.substance import Substances
from oit_checker.model.checklist import DocumentKind, Item
from oit_checker.model.evidence import Candidate, ComponentResult, ComponentStatus, NearMiss
from oit_checker.model.page import Page, PageKind, Passage

CHECKLIST = load_checklist("nacc-2569")
URL = "https://www.example.go.th/f?id=3"
GUIDE = KindFound((DocumentKind.MANUAL,))


def link(text: str, heading: str | None = None, row: str | None = None) -> Candidate:
    return Candidate("O10", URL, "https://www.example.go.th/", text, (URL,), (), 3.0, heading, row)


@pytest.mark.parametrize(
    ("candidate", "name"),
    [
        pytest.param(link("เปิดอ่าน", "หมวดที่ 2", "4. งานกู้ชีพตำบล เปิดอ่าน"), "งานกู้ชีพตำบล › เปิดอ่าน", id="its own card"),
        pytest.param(link("เปิดอ่าน", "งานกู้ชีพตำบล", "12 เปิดอ่าน"), "งานกู้ชีพตำบล › เปิดอ่าน", id="a number alone"),
        pytest.param(link("เปิดอ่าน", "งานกู้ชีพตำบล", "รายงาน เปิดอ่าน"), "งานกู้ชีพตำบล › เปิดอ่าน", id="a kind alone"),
        pytest.param(link("เปิดอ่าน", "งานกู้ชีพตำบล", "ยาว " * 60), "งานกู้ชีพตำบล › เปิดอ่าน", id="a whole list"),
        pytest.param(link("งานกู้ชีพ", "หมวดที่ 2", "4. อื่น งานกู้ชีพ"), "งานกู้ชีพ", id="words of its own"),
        pytest.param(
            link("เปิด", None, "ผลการเปิดโอกาสให้มีส่วนร่วม เปิด"),
            "ผลการเปิดโอกาสให้มีส่วนร่วม › เปิด",
            id="letters in another word",
        ),
        pytest.param(
            link("ดู", None, "ผลการดูงานต่างประเทศ ดู ดู"), "ผลการดูงานต่างประเทศ › ดู", id="two links of the same word"
        ),
        pytest.param(link("เปิด", None, "ผลการเปิดเผยข้อมูลเปิด"), "ผลการเปิดเผยข้อมูล › เปิด", id="joined to the title"),
    ],
)
def test_a_link_is_called_by_its_own_card_before_the_title_above(candidate: Candidate, name: str) -> None:
    assert named_link(candidate) == name


def item(code: str) -> Item:
    found = CHECKLIST.item(code)
    assert found is not None
    return found


@pytest.mark.parametrize(("code", "kind", "is_rejected"), [
    ("O10", DocumentKind.MANUAL, False),
    ("O10", DocumentKind.STATISTICS, True),
    ("O17", DocumentKind.MANUAL, True),
])  # fmt: skip
def test_a_guide_serves_where_a_component_asks_for_one(code: str, kind: DocumentKind, is_rejected: bool) -> None:
    page = Page(URL, PageKind.PDF, "เอกสารแนบท้าย", (Passage("เลือกวัน แล้วกดยืนยัน", page_no=1),))
    near = Rejection(CHECKLIST, Claims(CHECKLIST), Substances()).of(
        item(code), link("เอกสาร"), page, KindFound((kind,))
    )
    assert (near is not None and near.reason == "wrong_kind") is is_rejected


def seen(code: str, of_kind: KindFound, kind: PageKind = PageKind.PDF) -> list[ComponentStatus]:
    asked = item(code).components
    found = tuple(ComponentResult(c.id, c.label_th, c.required, ComponentStatus.FOUND, "ยื่นคำขอ") for c in asked)
    return [one.status for one in of_guide(item(code), of_kind, found, kind)]


def test_a_guide_names_the_system_and_is_none() -> None:
    found, lacks = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND
    assert seen("O10", GUIDE) == [lacks, found, lacks]
    assert seen("O10", KindFound()) == [found, found, found]
    assert set(seen("O9", GUIDE)) == {found}


@pytest.mark.parametrize(
    ("kind", "label", "status", "is_kept"),
    [
        pytest.param(
            DocumentKind.STATISTICS, "สถิติการใช้บริการออนไลน์", ComponentStatus.FOUND, True, id="figures it asks for"
        ),
        pytest.param(DocumentKind.STATISTICS, "สถิติการใช้บริการออนไลน์", ComponentStatus.NOT_FOUND, False, id="others"),
        pytest.param(DocumentKind.STATISTICS, "ระบบ", ComponentStatus.FOUND, False, id="figures are no system"),
        pytest.param(DocumentKind.PLAN, "สถิติการใช้บริการออนไลน์", ComponentStatus.FOUND, False, id="a plan is neither"),
    ],
)
def test_what_an_item_asks_for_beside_its_channel_is_no_wrong_kind(
    kind: DocumentKind, label: str, status: ComponentStatus, is_kept: bool
) -> None:
    near = NearMiss(URL, "https://www.example.go.th/", "wrong_kind", "เป็นสถิติ")
    results = (ComponentResult("O10.x", label, False, status),)
    assert (unless_a_part(near, KindFound((kind,)), results) is None) is is_kept


def test_figures_of_a_system_show_no_system() -> None:
    found, lacks = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND
    figures = KindFound((DocumentKind.STATISTICS,))
    assert seen("O10", figures) == [lacks, lacks, found]
    assert seen("O10", figures, PageKind.HTML) == [found, found, found]
