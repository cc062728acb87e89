"""What is rated, apart from the legend that explains the scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]
LEVEL: dict[str, Any] = {
    "keywords": ("ระดับความเสี่ยง", "ผลกระทบ", "ปานกลาง"),
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
        pytest.param("เรียกรับเงิน ระดับความเสี่ยง สูง", (EVENTS, SCALE), "found", id="rated in the text"),
        pytest.param("หมายเหตุ ระดับความเสี่ยงแบ่งเป็น สูง ปานกลาง ต่ำ", (RATED, SCALE), "found", id="rated in a table"),
    ],
)
def test_a_legend_rates_nothing(ask: Ask, line: str, tables: tuple[Table, ...], expected: str) -> None:
    assert ask("rated", line, kind=PageKind.DOCX, page={"tables": tables}, **LEVEL).status == expected


def test_a_label_in_a_table_that_explains_it(ask: Ask) -> None:
    def status(*header: str) -> str:
        table = Table(header, (("ระดับ 3", "ปานกลาง", "เกิดปีละครั้ง"),))
        asked: dict[str, Any] = {"labels": ["ระดับ"], "beside": [["ความเสี่ยง"]], "not_tables": ["ความหมาย"]}
        return ask("labelled", kind=PageKind.DOCX, page={"tables": (table,)}, **asked).status

    assert status("ความเสี่ยง", "ระดับ", "ความหมาย") == "not_found"
    assert status("ความเสี่ยง", "ระดับ", "มาตรการ") == "found"
