"""What an order lays on people ends with its date; the paragraphs after it are their own."""

from __future__ import annotations

import pytest

from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind

from .conftest import Ask

ORDER = "คำสั่งที่ 12/2568 แต่งตั้งคณะทำงาน มีหน้าที่ดังนี้ ส่งเสริมจริยธรรม สั่ง ณ วันที่ 4 พฤศจิกายน 2568"
GUIDE = "ข้อพึงละเว้น รับของจากผู้มาติดต่อ"
NEXT = "คำสั่งที่ 13/2568 คณะทำงานมีหน้าที่ดังนี้ ประชุม สั่ง ณ วันที่ 5 พฤศจิกายน 2568"


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        pytest.param((ORDER, GUIDE), True, id="after the order"),
        pytest.param((ORDER, GUIDE, NEXT), True, id="between two orders"),
        pytest.param((GUIDE, ORDER), False, id="before the order's date"),
        pytest.param((f"{ORDER} {GUIDE}",), False, id="in the paragraph of the order"),
        pytest.param((ORDER, "บัญชีรายชื่อแนบท้ายคำสั่ง", GUIDE), False, id="in what is appended to the order"),
        pytest.param((ORDER, "คณะทำงานมีหน้าที่ดังนี้", GUIDE), False, id="in a further order"),
        pytest.param((ORDER, "คำสั่งที่ 14/2568", GUIDE, "สั่ง ณ วันที่ 6 พฤศจิกายน 2568"), False, id="before its date"),
    ],
)
def test_paragraphs_beside_an_order(ask: Ask, lines: tuple[str, ...], is_found: bool) -> None:
    words = {"keywords": ("ข้อพึงละเว้น",), "not_beside": ["สั่ง ณ วันที่", "มีหน้าที่ดังนี้"]}
    found = ask("keywords", *lines, kind=PageKind.DOCX, **words)
    assert (found.status is ComponentStatus.FOUND) is is_found
