"""Links that show a component are tried where the crawl has seen them fail."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from oit_checker.doors_to_try import failing_doors
from oit_checker.judge import Piece
from oit_checker.model.evidence import NearMiss
from oit_checker.model.labels import IN_LINK
from oit_checker.snapshot import Snapshot
from tests.judge.test_finding import component, item, piece

DOOR = "https://www.example.go.th/board"
ASKED = item(component("inquiry"))
CLOSED, OPEN = "<p>อยู่ระหว่างปรับปรุงระบบ</p>".encode(), "<p>ตั้งกระทู้ถาม</p>".encode()

UPDATED = "<p>ตั้งกระทู้ถาม</p><p>ปรับปรุงข้อมูลล่าสุด 5 ม.ค. 2569</p>".encode()


class Crawl:
    """What a crawl saw at one address."""

    def __init__(self, status: int | None, body: bytes = b"") -> None:
        self._fetched = SimpleNamespace(
            http_status=status,
            body_sha256="a" if body else None,
            media_type="text/html",
            final_url=DOOR,
            charset="utf-8",
        )
        self._body = body

    def page(self, url: str) -> object:
        return SimpleNamespace(fetched=self._fetched) if url == DOOR else None

    def body(self, sha256: str) -> bytes:
        return self._body


def shown(snippet: str = f"เว็บบอร์ด ({DOOR})", place: str = IN_LINK) -> Piece:
    page = piece(asked=ASKED)
    results = tuple(replace(one, snippet=snippet, place=place) for one in page.evidence.components)
    return replace(page, evidence=replace(page.evidence, components=results))


def tried(page: Piece, crawl: Crawl, known: tuple[str, ...] = ()) -> list[str]:
    pieces = {ASKED.code: {page.evidence.url: page}}
    ((_, doors),) = failing_doors([ASKED], pieces, {ASKED.code: known}, cast(Snapshot, crawl))
    return [door.url for door in doors]


@pytest.mark.parametrize(
    ("page", "crawl", "is_tried"),
    [
        pytest.param(shown(), Crawl(404), True, id="dead"),
        pytest.param(shown(DOOR), Crawl(500), True, id="a link without words"),
        pytest.param(shown(), Crawl(200, CLOSED), True, id="a page that speaks of works"),
        pytest.param(shown(), Crawl(200, OPEN), False, id="open"),
        pytest.param(shown(), Crawl(200, UPDATED), False, id="a page that tells when it was last changed"),
        pytest.param(shown(), Crawl(None), False, id="no answer"),
        pytest.param(shown("เว็บบอร์ด (https://m.me/agency)"), Crawl(404), False, id="not crawled"),
        pytest.param(shown(place="ในเนื้อหา"), Crawl(404), False, id="words, and no link"),
        pytest.param(
            replace(shown(), rejected=NearMiss(DOOR, DOOR, "other_item", "")), Crawl(404), False, id="no evidence"
        ),
    ],
)
def test_doors_that_failed_are_tried(page: Piece, crawl: Crawl, is_tried: bool) -> None:
    assert tried(page, crawl) == ([DOOR] if is_tried else [])


def test_what_is_known_is_not_tried_again() -> None:
    assert tried(shown(), Crawl(404), (DOOR,)) == []
