"""What is rated, apart from the legend that explains the scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
LEVEL: dict[str, Any] = {
    "keywords": ("ระดับความเสี่ยง", "โอกาสเกิด", "ผลกระทบ", "ปานกลาง"),
    "scale": ["ความหมาย", "เกณฑ์"],
    "things": ["เหตุการณ์", "มาตรการ"],
}
EVENTS = Table(("เหตุการณ์", "มาตรการ"), (("เรียกรับเงิน", "จับสลาก"),))
SCALE = Table(("ระดับความเสี่ยง", "ความหมาย"), (("ปานกลาง", "เกิดปีละครั้ง"),))
RATED = Table(("เหตุการณ์ตามเกณฑ์", "ระดับความเสี่ยง"), (("เรียกรับเงิน", "สูง"),))


@pytest.mark.parametrize(
    ("line", "tables", "expected"),
    [
        pytest.param("หมายเหตุ ระดับความเสี่ยงแบ่งเป็น สูง ปานกลาง ต่ำ", (EVENTS,), "not_found", id="a legend"),
        pytest.param("ระดับความเสี่ยงแบ่งเป็น 3 ระดับ", (EVENTS,), "not_found", id="a legend without the word"),
        pytest.param("ระดับความเสี่ยง มี 3 ระดับ", (EVENTS, SCALE), "not_found", id="a table of the scale"),
        pytest.param("เกณฑ์การประเมินผลกระทบ", (EVENTS, SCALE), "not_found", id="criteria"),
        pytest.param("เกณฑ์การให้คะแนนโอกาสและผลกระทบ", (), "not_found", id="criteria of two"),
        pytest.param("ตามเกณฑ์ พบว่าการเรียกรับเงินมีระดับความเสี่ยงสูง", (), "found", id="found by criteria"),
        pytest.param("เกณฑ์ข้อ 3 พบว่าการเรียกรับเงินมีระดับความเสี่ยงสูง", (), "found", id="criteria, and what was found"),
        pytest.param("เกณฑ์ของเราถือว่าการเรียกรับเงินมีผลกระทบสูง", (), "unreadable", id="a sentence on criteria"),
        pytest.param("พิจารณาตามเกณฑ์ระดับความเสี่ยง", (), "unreadable", id="by criteria of a level"),
        pytest.param("เรียกรับเงิน ระดับความเสี่ยง สูง", (EVENTS, SCALE), "found", id="rated in the text"),
        pytest.param("หมายเหตุ ระดับความเสี่ยงแบ่งเป็น สูง ปานกลาง ต่ำ", (RATED, SCALE), "found", id="rated in a table"),
    ],
)
def test_a_legend_rates_nothing(ask: Ask, line: str, tables: tuple[Table, ...], expected: str) -> None:
    assert ask("rated", line, kind=PageKind.DOCX, page={"tables": tables}, **LEVEL).status == expected


BRIBE = "เรียกรับเงินจากผู้ขออนุญาต"
OFTEN = "โอกาสเกิด (ความถี่)"


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param(("ลำดับ", "ความเสี่ยง", OFTEN, "ระดับความเสี่ยง"), ("1", BRIBE, "4", "สูงมาก"), "found", id="how often"),
        pytest.param(
            ("ที่", "ขั้นตอน/ความเสี่ยง", "เกณฑ์โอกาส", "ระดับความเสี่ยง"), ("1", BRIBE, "4", "20"), "found", id="a score"
        ),
        pytest.param(("ที่", "คำอธิบายเหตุการณ์", "ระดับความเสี่ยง"), ("1", BRIBE, "สูง"), "found", id="events explained"),
        pytest.param(("ที่", "งาน", "ระดับความเสี่ยงตามเกณฑ์"), ("1", BRIBE, "สูง"), "found", id="by criteria"),
        pytest.param(("ระดับ", OFTEN), ("5", "เกิดทุกเดือน"), "not_found", id="levels of how often"),
        pytest.param(
            ("ระดับความเสี่ยง", "ความหมาย", "มาตรการ"), ("สูง", "รับไม่ได้", "แก้ไขทันที"), "not_found", id="what to do"
        ),
        pytest.param(("ความเสี่ยง", "ผลกระทบ", "ความหมาย"), ("สูงมาก", "5", "ชื่อเสียง"), "not_found", id="levels of risk"),
        pytest.param(("ระดับความเสี่ยงเหตุการณ์", "ความหมาย"), ("ที่ต้องแก้", "ทันที"), "not_found", id="a rating's own head"),
    ],
)
def test_the_table_of_a_scale_names_no_risk(
    ask: Ask, header: tuple[str, ...], row: tuple[str, ...], expected: str
) -> None:
    tables = (Table(header, (row,)),)
    assert ask("rated", "การประเมิน", kind=PageKind.DOCX, page={"tables": tables}, **LEVEL).status == expected


def test_a_label_in_a_table_that_explains_it(ask: Ask) -> None:
    def status(*header: str, first: str = "ระดับ 3") -> str:
        table = Table(header, ((first, "ปานกลาง", "เกิดปีละครั้ง"),))
        asked: dict[str, Any] = {"labels": ["ระดับ"], "beside": [["ความเสี่ยง"]], "not_tables": ["ความหมาย"]}
        return ask("labelled", kind=PageKind.DOCX, page={"tables": (table,)}, **asked).status

    assert status("ความเสี่ยง", "ระดับ", "ความหมาย") == "not_found"
    assert status("ความเสี่ยง", "ระดับ", "ความหมาย", first=BRIBE) == "found"
    assert status("ความเสี่ยง", "ระดับ", "มาตรการ") == "found"
    assert status("พฤติการณ์เสี่ยงตามความหมายของความเสี่ยง", "ระดับ", "มาตรการ", first=BRIBE) == "found"
