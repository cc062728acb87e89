"""What a page says itself comes before what its site says on every page."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from oit_checker.appraise import Appraiser
from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.match.claims import Claims
from oit_checker.match.furniture import furniture_of
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.model.page import Fetched, Page, PageKind, Passage, Table
from oit_checker.model.site import AgencyKind
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.verify import Verdict
from oit_checker.verify.check import Checked

URL = "https://www.example.go.th/contact"
HOTLINE = "สายด่วนนายก โทร. 044-999-101"
OWN = Table(("โทร.", "0-4499-9100 ต่อ 11"), (("อีเมล", "saraban@example.go.th"),))


def contact(*tables: Table, url: str = URL) -> Page:
    lines = (Passage(HOTLINE), Passage("ยินดีต้อนรับสู่เทศบาลตัวอย่าง หน้าติดต่อเรา " + url))
    return Page(url, PageKind.HTML, "ติดต่อเรา", lines, tables=tables)


@pytest.mark.parametrize(
    ("tables", "quoted"),
    [
        pytest.param((OWN,), "0-4499-9100", id="its own table"),
        pytest.param((), "044-999-101", id="the side column, where it has nothing of its own"),
    ],
)
def test_the_pages_own_telephone_is_quoted(tables: tuple[Table, ...], quoted: str) -> None:
    checklist = load_checklist("nacc-2569")
    claims, index = Claims(checklist), PhraseIndex(all_phrases(checklist), checklist.not_in)
    furniture = furniture_of([contact(url=f"{URL}/{number}") for number in range(4)])
    item = checklist.item("O3")
    assert item is not None
    appraiser = Appraiser(checklist, claims, index, AgencyKind.LOCAL_GOVERNMENT, date(2026, 3, 2), furniture)
    fetched = Fetched(URL, URL, 200, "text/html", datetime(2026, 3, 2, tzinfo=UTC))
    checked = Checked(fetched, Verdict(Verification.OK, "เปิดได้"))
    candidate = Candidate("O3", URL, "https://www.example.go.th/", "ติดต่อเรา", (URL,), (), 1.0)
    piece = appraiser.appraise(item, candidate, checked, contact(*tables))
    phone = next(one for one in piece.evidence.components if one.id == "O3.phone")
    assert quoted in (phone.snippet or "")
