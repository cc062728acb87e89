"""What OCR may decide, and what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import (
    Piece,
    Situation,
    could_tell_more,
    evidence_notes,
    in_turn,
    judge,
    likeliest_first,
    piece_status,
    run_notes,
)
from oit_checker.model.checklist import Basis, Component, EvidenceYear, Item, Keywords
from oit_checker.model.evidence import (
    Candidate,
    ComponentResult,
    ComponentStatus,
    Evidence,
    Finding,
    ItemStatus,
    NearMiss,
    Verification,
)
from oit_checker.model.labels import BY_OCR, DAMAGED_TEXT
from oit_checker.model.page import OcrLack, OcrReading, Page, PageKind, Unreadable
from oit_checker.model.site import AgencyKind
from oit_checker.model.year import FiscalYear

YEAR = FiscalYear(2569)
CENTRAL = AgencyKind.CENTRAL
URL = "https://www.example.go.th/plan.pdf"
FOUND, UNREADABLE = ComponentStatus.FOUND, ComponentStatus.UNREADABLE


def item(basis: Basis = Basis.CONFIRMED) -> Item:
    components = tuple(
        Component.model_validate(
            {"id": name, "label_th": name, "required": True, "basis": basis, "keywords": ("คำค้น",)}
        )
        for name in ("projects", "budget", "period")
    )
    return Item(
        code="O23",
        title_th="แผนปฏิบัติการป้องกันการทุจริต",
        title_en="plan",
        title_confidence="confirmed",
        topics=("ac_plan",),
        sub_indicator="10.2",
        evidence_year=EvidenceYear.CURRENT,
        components_confidence="carried-over",
        components=components,
        keywords=Keywords(strong=("แผนปฏิบัติการป้องกันการทุจริต",)),
        sources=("s",),
    )


def scan(seen: str, *, asked: Item | None = None, year: int | None = 2569, **more: object) -> Piece:
    """A scanned piece; seen tells of each component: o read by OCR, t in text, . not found by either."""
    asked = asked or item()
    components = tuple(
        ComponentResult(c.id, c.label_th, True, UNREADABLE if mark == "." else FOUND, by_ocr=mark == "o")
        for c, mark in zip(asked.components, seen, strict=True)
    )
    unreadable = None if "t" in seen else Unreadable.NO_TEXT_LAYER
    evidence = Evidence(
        url=URL,
        final_url=URL,
        found_on="https://www.example.go.th/ita",
        link_text="แผน",
        path=(URL,),
        media_type="application/pdf",
        http_status=200,
        verification=Verification.OK,
        fiscal_year=year,
        fiscal_year_basis="link" if year else "none",
        machine_readable=False,
        open_data_stars=1,
        status=ItemStatus.REVIEW,
        confidence=0.9,
        matched=(),
        components=components,
        ocr_pages=(1,) if "o" in seen else (),
    )
    status = piece_status(evidence, asked, YEAR, CENTRAL, unreadable)
    return replace(Piece(replace(evidence, status=status), True, unreadable=unreadable), **more)


def finding(piece: Piece, asked: Item | None = None) -> Finding:
    situation = Situation("completed")
    return judge(asked or item(), (piece,), situation, year=YEAR, kind=CENTRAL, hosts=("www.example.go.th",))


@pytest.mark.parametrize(
    ("basis", "seen", "year", "expected"),
    [
        pytest.param(Basis.CONFIRMED, "ooo", 2569, ItemStatus.PASS, id="all found, the year told elsewhere"),
        pytest.param(Basis.CONFIRMED, "tto", 2569, ItemStatus.PASS, id="the rest found in a scanned page"),
        pytest.param(Basis.CONFIRMED, "oo.", 2569, ItemStatus.REVIEW, id="what OCR does not find is not missing"),
        pytest.param(Basis.CONFIRMED, "ooo", None, ItemStatus.REVIEW, id="no year"),
        pytest.param(Basis.CONFIRMED, "ooo", 2568, ItemStatus.OUTDATED, id="the link names last year"),
        pytest.param(Basis.INFERRED, "tt.", 2569, ItemStatus.REVIEW, id="unconfirmed: the main part in text"),
        pytest.param(
            Basis.INFERRED, "oo.", 2569, ItemStatus.REVIEW, id="unconfirmed: the main part by OCR is not enough"
        ),
        pytest.param(Basis.INFERRED, "to.", 2569, ItemStatus.REVIEW, id="unconfirmed: nor with a lesser part in text"),
        pytest.param(Basis.INFERRED, "ooo", 2569, ItemStatus.PASS, id="unconfirmed: all by OCR"),
    ],
)
def test_a_pass_by_ocr_needs_everything_and_a_year(
    basis: Basis, seen: str, year: int | None, expected: ItemStatus
) -> None:
    asked = item(basis)
    assert finding(scan(seen, asked=asked, year=year), asked).status is expected


@pytest.mark.parametrize(
    ("seen", "year", "words"),
    [
        pytest.param("...", 2569, "ภาพสแกน", id="not read"),
        pytest.param("oo.", 2569, "อ่านจากภาพด้วย OCR แล้วยังไม่พบ", id="read, and something open"),
        pytest.param("ooo", None, "อ่านปีจากภาพให้แน่ใจไม่ได้", id="read, and no year"),
    ],
)
def test_a_review_says_what_ocr_could_not_tell(seen: str, year: int | None, words: str) -> None:
    made = finding(scan(seen, year=year))
    assert made.status is ItemStatus.REVIEW
    assert words in (made.reason or "")


def test_a_passed_scan_is_advised_to_be_published_as_text() -> None:
    (gap,) = finding(scan("ooo")).gaps
    assert gap.advisory
    assert "OCR" in gap.message
    assert "ค้นหาข้อความได้" in gap.advice


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        pytest.param(scan("..."), True, id="a scan of the right year"),
        pytest.param(scan("...", year=None), True, id="of an unknown year"),
        pytest.param(scan("...", year=2568), False, id="of another year"),
        pytest.param(scan("ttt"), False, id="text says it all"),
        pytest.param(scan("...", only_lists=True), False, id="a cover"),
        pytest.param(scan("...", rejected=NearMiss(URL, URL, "wrong_kind", "-")), False, id="another document"),
    ],
)
def test_only_scans_that_may_decide_are_worth_reading(piece: Piece, expected: bool) -> None:
    assert could_tell_more(piece, item(), YEAR, CENTRAL) is expected


def test_the_likeliest_scan_is_read_first() -> None:
    offered = Candidate("O23", URL, URL, "แผน", (URL,), (), 3.0)
    listed, undated = scan("..."), scan("...", year=None)
    elsewhere = replace(listed, listed=False)
    pairs = [(elsewhere, offered), (undated, offered), (listed, replace(offered, weight=1.0)), (listed, offered)]
    assert sorted(pairs, key=lambda pair: likeliest_first(*pair)) == [pairs[3], pairs[2], pairs[1], pairs[0]]


def test_the_next_scan_of_an_item_waits_for_what_the_first_one_tells() -> None:
    offered = Candidate("O23", URL, URL, "แผน", (URL,), (), 3.0)
    ours, other = item(), item().model_copy(update={"code": "O24"})
    waiting = [(ours, replace(offered, url="a")), (ours, replace(offered, url="b")), (other, replace(offered, url="c"))]
    settled: set[str] = set()
    turns = []
    for urls in in_turn(waiting, lambda asked, _: asked.code not in settled):
        turns.append(urls)
        settled.add("O24")
    assert turns == [("a", "c"), ("b",)]
    assert list(in_turn(waiting, lambda *_: False)) == []


def document(kind: PageKind = PageKind.PDF, **read: object) -> Page:
    return Page(URL, kind, None, unreadable=Unreadable.NO_TEXT_LAYER, ocr=OcrReading(**read))


def test_the_notes_of_a_document_name_its_pages() -> None:
    seen = document(pages=(1, 2, 3, 7), blank=(4,), left=(8, 9), lack=OcrLack.PAGES_PER_FILE)
    read, blank, left = evidence_notes(seen)
    assert "หน้า 1–3, 7 " in read
    assert "หน้า 4 " in blank
    assert "หน้า 8–9: เกินจำนวนหน้า" in left
    assert evidence_notes(Page(URL, PageKind.PDF, None)) == ()
    assert "หน้า 1" not in evidence_notes(document(PageKind.IMAGE, pages=(1,)))[0]


def test_the_notes_of_a_run_count_and_say_what_helps() -> None:
    pages = [
        None,
        Page(URL, PageKind.PDF, None),
        document(pages=(1, 2)),
        document(pages=(1,), left=(2, 3, 4), lack=OcrLack.PAGES_PER_RUN),
        document(left=(1, 2), lack=OcrLack.NOT_INSTALLED),
    ]
    read, missing, limit = run_notes(pages)
    assert "3 หน้า จากหลักฐาน 2 ไฟล์" in read
    assert "2 หน้า ในหลักฐาน 1 ไฟล์" in missing
    assert "tesseract-ocr-tha" in missing
    assert "3 หน้า ในหลักฐาน 1 ไฟล์" in limit
    assert "--max-ocr-pages" in limit
    assert run_notes([None, Page(URL, PageKind.HTML, None)]) == ()


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        pytest.param((DAMAGED_TEXT, DAMAGED_TEXT), DAMAGED_TEXT, id="a font that lies is no picture"),
        pytest.param((DAMAGED_TEXT, ""), "หลักฐานบางหน้าเป็นภาพ", id="some of it is one"),
    ],
)
def test_why_something_is_open_is_told_as_it_is(notes: tuple[str, str], expected: str) -> None:
    piece = scan("t..")
    first, *rest = piece.evidence.components
    open_ = (replace(one, note=f"{note} {BY_OCR} แล้วยังไม่พบ") for one, note in zip(rest, notes, strict=True))
    told = replace(piece, evidence=replace(piece.evidence, components=(first, *open_), ocr_pages=(1,)))
    assert (finding(told).reason or "").startswith(expected)
