"""A service is not shown by a link to a page that is gone, or that says that it is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.doors_found_shut import through_open_doors
from oit_checker.judge import Piece
from oit_checker.model.evidence import ComponentStatus, Evidence, ItemStatus, Verification
from oit_checker.model.page import Fetched, Link, Page, PageKind, Passage
from oit_checker.snapshot import PageRecord, Snapshot
from oit_checker.thai.phrases import PhraseIndex

CHECKLIST = load_checklist("nacc-2569")
ITEM = next(item for item in CHECKLIST.items if item.code == "O10")
SYSTEM = ITEM.components[0]
URL, DOOR, OTHER = (f"https://www.example.go.th/{name}" for name in ("e", "book", "pay"))
FORM = "<form><input name=a><input name=b><textarea name=c></textarea><button>ส่ง</button></form>"


def _snapshot(folder: Path, body: str, status: int = 200) -> Snapshot:
    snapshot = Snapshot.create(folder)
    told = f"<html><body><h1>จองคิว</h1>{body}</body></html>".encode()
    answer = Fetched(DOOR, DOOR, status, "text/html", datetime(2026, 4, 30, tzinfo=UTC))
    sha256 = snapshot.keep_body(told) if status == 200 else None
    snapshot.add_page(PageRecord(replace(answer, body_sha256=sha256, charset="utf-8"), 2, URL))
    return snapshot


def _appraised(page: Page | None) -> Piece:
    assert page is not None
    matter = Matter(page, PhraseIndex(SYSTEM.keywords), date(2026, 4, 30))
    shown = look(SYSTEM, matter, wanted=None)
    status = ItemStatus.PASS if shown.status is ComponentStatus.FOUND else ItemStatus.INCOMPLETE
    seen = (Verification.OK, None, None, False, 1, status, 0.9, (), (shown,))
    return Piece(Evidence(URL, URL, URL, "บริการ", (URL,), "text/html", 200, *seen))  # type: ignore[arg-type]


def _piece(snapshot: Snapshot, *others: Link) -> Piece:
    links = (Link(DOOR, "/book", "เข้าสู่ระบบจองคิว"), *others)
    shown = (Passage("เข้าสู่ระบบจองคิว", names_link=True),)
    return through_open_doors(ITEM, Page(URL, PageKind.HTML, "บริการ", shown, links=links), snapshot, _appraised)


@pytest.mark.parametrize(
    ("body", "status", "expected", "said"),
    [
        ("", 404, "unreadable", "เปิดไม่ได้"),
        ("<p>ระบบปิดปรับปรุงไม่มีกำหนด</p>", 200, "unreadable", "ระบบปิดปรับปรุงไม่มีกำหนด"),
        (f"<p>จองได้ทุกวัน</p>{FORM}", 200, "found", ""),
        (f"<p>ปิดปรับปรุงระบบคืนวันเสาร์</p>{FORM}", 200, "found", ""),
        ("", 403, "found", ""),
    ],
)
def test_what_the_crawl_found_behind_the_door(tmp_path: Path, body: str, status: int, expected: str, said: str) -> None:
    piece = _piece(_snapshot(tmp_path / "s", body, status))
    assert piece.evidence.components[0].status == expected
    assert said in (piece.evidence.components[0].note or "")
    assert piece.evidence.status is (ItemStatus.PASS if expected == "found" else ItemStatus.REVIEW)


def test_another_door_of_the_page_shows_the_service(tmp_path: Path) -> None:
    piece = _piece(_snapshot(tmp_path / "s", "", 404), Link(OTHER, "/pay", "ชำระภาษี"))
    assert piece.evidence.components[0].snippet == f"ชำระภาษี ({OTHER})"


def test_a_page_is_looked_at_once_where_no_link_of_it_leads_to_the_shut_door(tmp_path: Path) -> None:
    """The address was told in other letters than those of the link."""
    looks = list[Page | None]()

    def appraise(page: Page | None) -> Piece:
        looks.append(page)
        return _appraised(Page(URL, PageKind.HTML, "บริการ", links=(Link(DOOR, "/book", "เข้าสู่ระบบจองคิว"),)))

    page = Page(URL, PageKind.HTML, "บริการ", links=(Link(f"{DOOR}#top", "/book#top", "เข้าสู่ระบบจองคิว"),))
    through_open_doors(ITEM, page, _snapshot(tmp_path / "s", "", 404), appraise)
    assert looks == [page]
