"""What a matter is about, told by เรื่อง beside a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]
ASKED = {"after": ["ประชุม", "รับฟัง"], "not_then": ["ขออนุมัติ", "สรุป", "ร้องเรียน"]}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("ชุมชนร่วมประชุมเรื่องการปรับปรุงตลาดริมน้ำ",), "found", id="after the deed"),
        pytest.param(("เรื่อง ประชุมปรับปรุงตลาดริมน้ำ",), "found", id="the deed in its name"),
        pytest.param(("เรื่อง ปรับปรุงตลาดริมน้ำ", "ประชุมกับผู้ค้า 40 คน"), "found", id="the deed below"),
        pytest.param(("บันทึกการรับฟังผู้ค้า", "เรื่อง ปรับปรุงตลาดริมน้ำ"), "found", id="the deed above"),
        pytest.param(("เรื่อง ๑ ปรับเวลาเดินรถรับส่งผู้ป่วย", "มติ"), "found", id="one of several"),
        pytest.param(("เรื่อง วันหยุดราชการเป็นกรณีพิเศษ", "เรียน หัวหน้าส่วนราชการ"), "not_found", id="an official letter"),
        pytest.param(
            ("เรื่อง ปรับปรุงตลาดริมน้ำ", "เรียน ปลัดเทศบาล", "ตามที่ทราบแล้ว", "ได้ประชุมแล้ว"), "not_found", id="far from the deed"
        ),
        pytest.param(("เรื่อง ขออนุมัติเบิกค่าอาหารว่าง", "การประชุมสภา"), "not_found", id="a request for money"),
        pytest.param(("เรื่อง สรุปการรับฟังของหน่วยงาน",), "not_found", id="the report's own title"),
        pytest.param(("ศูนย์รับเรื่องร้องเรียน",), "not_found", id="complaints"),
        pytest.param(("ประชุมเรื่อง ตลาด",), "not_found", id="too short a name"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF, PageKind.DOCX])
def test_topic(ask: Ask, lines: tuple[str, ...], expected: str, kind: PageKind) -> None:
    assert ask("topic", *lines, kind=kind, **ASKED).status == expected
