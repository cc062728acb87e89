"""A document in another item's row of the agency's list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.gathered import Gathered
from oit_checker.judge import Piece
from oit_checker.match.claims import Claims
from oit_checker.match.rejection import named_link
from oit_checker.misplaced import as_misplaced, misplaced
from oit_checker.model.evidence import Candidate, Evidence, ItemStatus, NearMiss, Verification
from oit_checker.model.page import Page, PageKind, Passage

CLAIMS = Claims(load_checklist("nacc-2569"))
HUB, URL = "https://www.example.go.th/ita", "https://www.example.go.th/f/9.pdf"
PLAN = "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569"


def offered(text: str = "ดูเอกสาร", **more: str) -> Candidate:
    return Candidate("O22", URL, HUB, text, (URL,), (), 10.0, from_hub=True, **more)  # type: ignore[arg-type]


def piece(reason: str | None = "wrong_kind", status: ItemStatus = ItemStatus.PASS) -> Piece:
    evidence = Evidence(
        URL,
        URL,
        HUB,
        "เอกสาร",
        (URL,),
        "application/pdf",
        200,
        Verification.OK,
        2569,
        "title",
        False,
        1,
        status,
        0.9,
        (),
        (),
    )
    return Piece(evidence, True, rejected=NearMiss(URL, HUB, reason, "เป็นแผน") if reason else None)


def found(title: str, one: Piece, own: dict[str, Piece] | None = None) -> list[tuple[str, str]]:
    page = Page(URL, PageKind.PDF, title, (Passage(title, page_no=1, is_heading=True),))
    pieces, gathered = {"O22": {URL: one}, "O23": own or {}}, Gathered(pages={URL: page})
    return [(code, row) for code, row, _ in misplaced(pieces, {"O22": {URL: offered()}, "O23": {}}, gathered, CLAIMS)]


def test_a_document_is_offered_to_the_item_that_its_title_names() -> None:
    assert found(PLAN, piece()) == [("O23", "O22")]


@pytest.mark.parametrize(
    ("title", "one", "own"),
    [
        pytest.param("ภาพบรรยากาศงานวันเด็ก", piece(), None, id="it names no item"),
        pytest.param(PLAN, piece(None), None, id="it counts where it stands"),
        pytest.param(PLAN, piece("weak_match"), None, id="it was rejected for holding nothing"),
        pytest.param(PLAN, replace(piece(), listed=False), None, id="the list does not have it"),
        pytest.param(PLAN, piece(), {"https://x": piece(None)}, id="its item has evidence of its own in the list"),
    ],
)
def test_other_documents_stay_where_they_are(title: str, one: Piece, own: dict[str, Piece] | None) -> None:
    assert found(title, one, own) == []


def test_by_itself_it_makes_no_item_pass() -> None:
    told = as_misplaced(replace(piece(), rejected=None), "O22")
    assert told.evidence.status is ItemStatus.REVIEW
    assert "O22" in (told.doubt or "")


@pytest.mark.parametrize(
    ("candidate", "name"),
    [
        pytest.param(
            offered("ดาวน์โหลด", heading="12 ก.พ. 2569 | เปิดอ่าน 41 ครั้ง", row="คู่มือรับเรื่อง 2569 | ดาวน์โหลด"),
            "คู่มือรับเรื่อง 2569 › ดาวน์โหลด",
            id="the other cells of its row, under a counter",
        ),
        pytest.param(offered("ดาวน์โหลด", heading="คู่มือ", row="ไฟล์ ดาวน์โหลด"), "คู่มือ › ดาวน์โหลด", id="the heading"),
        pytest.param(offered("คู่มือรับเรื่อง", heading="เอกสาร", row="ก ข"), "คู่มือรับเรื่อง", id="its own words"),
    ],
)
def test_a_link_that_says_nothing_is_called_by_what_stands_beside_it(candidate: Candidate, name: str) -> None:
    assert named_link(candidate) == name
