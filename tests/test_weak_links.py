"""What a weakly named link is worth once it was opened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.judge import Piece
from oit_checker.match.claims import Claims
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Evidence, ItemStatus, Match, Verification
from oit_checker.model.page import Page, PageKind, Passage, Unreadable
from oit_checker.weak_links import weighed, without_idle_covers

URL = "https://www.example.go.th/blue.pdf"
CHECKLIST = load_checklist("nacc-2569")
ITEM = next(item for item in CHECKLIST.items if item.code == "O12")
CLAIMS = Claims(CHECKLIST)
YEAR = CHECKLIST.year
F, N = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND


def piece(
    *seen: ComponentStatus, verification: Verification = Verification.OK, only_lists: bool = False, year: int = 2568
) -> Piece:
    components = tuple(ComponentResult(f"O12.{n}", "ส่วน", True, status) for n, status in enumerate(seen))
    evidence = Evidence(
        url=URL,
        final_url=URL,
        found_on="https://www.example.go.th/",
        link_text="งานจัดซื้อ 68",
        path=(URL,),
        media_type="application/pdf",
        http_status=200,
        verification=verification,
        fiscal_year=year,
        fiscal_year_basis="link",
        machine_readable=False,
        open_data_stars=1,
        status=ItemStatus.PASS,
        confidence=0.9,
        matched=(Match("จัดซื้อ", "link"),),
        components=components,
    )
    return Piece(evidence, only_lists=only_lists, unreadable=None)


def page(title: str) -> Page:
    return Page(URL, PageKind.PDF, title, (Passage(title, page_no=1),))


def test_the_documents_own_title_tells() -> None:
    whole = piece(F, F)
    assert weighed(ITEM, whole, page(ITEM.title_th), CLAIMS, YEAR) == whole


def test_what_shows_most_under_no_title_is_for_a_person_with_the_link_quoted() -> None:
    told = weighed(ITEM, piece(F, F, N), page("เอกสารของกองคลัง"), CLAIMS, YEAR)
    assert told.rejected is None
    assert told.doubt is not None
    assert "งานจัดซื้อ 68" in told.doubt
    assert told.evidence.status is ItemStatus.REVIEW


def test_what_does_not_open_is_told_as_a_link_that_may_be_meant() -> None:
    told = weighed(ITEM, piece(verification=Verification.GONE), None, CLAIMS, YEAR)
    assert told.rejected is None
    assert told.doubt is not None


@pytest.mark.parametrize("words", ["ระบบติดตามงานจัดซื้อของสมาคมผู้ผลิตเครื่องเขียน", "ขั้นตอนเรียกดูหน้าประกาศ"])
def test_a_dead_link_that_only_mentions_the_matter_is_no_lost_evidence(words: str) -> None:
    dead = piece(verification=Verification.GONE)
    dead = replace(dead, evidence=replace(dead.evidence, link_text=words))
    told = weighed(ITEM, dead, None, CLAIMS, YEAR)
    assert told.rejected is not None
    assert told.rejected.reason == "does_not_open"
    assert weighed(ITEM, replace(dead, listed=True), None, CLAIMS, YEAR).rejected is None


def test_what_cannot_be_read_is_for_a_person() -> None:
    scan = Piece(piece(N).evidence, unreadable=Unreadable.NO_TEXT_LAYER)
    assert weighed(ITEM, scan, Page(URL, PageKind.PDF, None), CLAIMS, YEAR).doubt is not None
    assert weighed(ITEM, piece(verification=Verification.BLOCKED), None, CLAIMS, YEAR).doubt is not None


@pytest.mark.parametrize(
    ("seen", "title", "reason"),
    [
        pytest.param(piece(N, N, F), "เอกสารของกองคลัง", "weak_match", id="shows little"),
        pytest.param(piece(F, F), "รายงานการประเมินความเสี่ยงการทุจริต ประจำปี 2569", "other_item", id="another item's"),
        pytest.param(piece(verification=Verification.NOT_FOUND, year=2560), "", "does_not_open", id="dead and old"),
    ],
)
def test_what_is_set_aside(seen: Piece, title: str, reason: str) -> None:
    told = weighed(ITEM, seen, page(title), CLAIMS, YEAR)
    assert told.rejected is not None
    assert told.rejected.reason == reason


def test_a_cover_counts_only_with_a_file_that_may_be_evidence() -> None:
    cover, file = piece(only_lists=True), piece(F)
    (alone,) = without_idle_covers([cover], [URL])
    assert alone.rejected is not None
    assert without_idle_covers([cover, file], [URL]) == [cover, file]
