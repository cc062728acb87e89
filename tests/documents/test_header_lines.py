"""Heads of tables in lines of text, and the prose that is none."""

from __future__ import annotations

import pytest

from oit_checker.documents.header_lines import Head, columns_of, heads_of, table_of, without_names


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("ลำดับที่ โครงการ/กิจกรรม งบประมาณ (บาท) ระยะเวลาดำเนินการ ผู้รับผิดชอบ", 5),
        ("แผนงาน/โครงการ/กิจกรรม วัตถุประสงค์ กิจกรรม ผลการดำเนินงาน หมายเหตุ", 5),
        ("ที่ มาตรการ ขั้นตอน/วิธีการดำเนินการ ช่วงระยะเวลาดำเนินการ ผู้รับผิดชอบ", 5),
        ("งานที่จัดซื้อหรือจัดจ้าง วงเงินที่จะซื้อหรือจ้าง ราคากลาง วิธีซื้อหรือจ้าง", 4),
        ("โครงการ ไตรมาส 1 ไตรมาส 2 ไตรมาส 3 ไตรมาส 4", 5),
    ],
)
def test_a_head(line: str, columns: int) -> None:
    assert len(columns_of(line)) == columns


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("กำหนดโครงการ งบประมาณ และผู้รับผิดชอบให้ชัดเจนเพื่อให้การดำเนินงานบรรลุผลตามแผนของหน่วยงาน", id="prose"),
        pytest.param("เงินงบประมาณ จำนวน ๕ โครงการ จำนวนเงิน ๔๗๔,๓๗๖ บาท", id="a line of figures"),
        pytest.param("โครงการ โครงการ โครงการ", id="one name, thrice"),
        pytest.param("โครงการ งบประมาณ", id="two columns"),
        pytest.param("ผู้รับผิดชอบ : สำนักปลัด", id="a label"),
        pytest.param("", id="an empty line"),
    ],
)
def test_no_head(line: str) -> None:
    assert columns_of(line) == ()


def test_a_head_over_two_lines_is_one() -> None:
    lines = ["แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2569", "โครงการ งบประมาณ", "ระยะเวลา ผู้รับผิดชอบ", "อบรมบุคลากร 5,000"]
    heads = list(heads_of(lines))
    assert heads == [Head(("โครงการ", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ"), 1, 2)]


def test_a_heading_called_as_a_column_below_it_is_no_line_of_the_head() -> None:
    lines = ["กิจกรรมหลัก", "ลำดับ กิจกรรม ระยะเวลา ผู้รับผิดชอบ", "1 ตรวจรับคำขอ นิติกร"]
    assert list(heads_of(lines)) == [Head(("ลำดับ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"), 1, 1)]


def test_an_empty_column_has_no_heading_and_is_told_apart() -> None:
    table = table_of(Head(("โครงการ", "งบประมาณ", "ผลการดำเนินการ"), 0, 0), 3, ["ผลการดำเนินการ"])
    assert (table.header, table.empty, table.page_no) == (("โครงการ", "งบประมาณ", ""), ("ผลการดำเนินการ",), 3)
    assert without_names("โครงการ งบประมาณ  ผลการ ดำเนินการ", ["งบประมาณ"]).split() == ["โครงการ", "ผลการ", "ดำเนินการ"]
