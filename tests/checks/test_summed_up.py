"""A summary holds a figure; its title and the heads of its table are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Table

Ask = Callable[..., ComponentResult]

TITLE = "รายงานสรุปผลการจัดซื้อจัดจ้าง จำนวนและวงเงิน ประจำปีงบประมาณ พ.ศ. 2568"
SPAN = "ระหว่างวันที่ 1 ตุลาคม 2567 - 30 กันยายน 2568"
WORDS = ("ผลการจัดซื้อจัดจ้าง", "จำนวน", "รวมทั้งสิ้น")
HEAD = ("วิธีการ", "จำนวน (สัญญา)", "วงเงิน (บาท)")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("เฉพาะเจาะจง 1,204 สัญญา", "found", id="a count"),
        pytest.param("วงเงินตามสัญญา ๔๙๗,๖๘๗,๑๕๐ บาท", "found", id="money in Thai digits"),
        pytest.param("วิธีเฉพาะเจาะจง 12 450000", "found", id="a row of a PDF"),
        pytest.param("วิธีคัดเลือก 6", "found", id="a number behind a kind"),
        pytest.param("ประหยัดได้ร้อยละ 7", "found", id="a share"),
        pytest.param("ในปีงบประมาณนี้ไม่มีการจัดซื้อจัดจ้าง", "found", id="that nothing was bought"),
        pytest.param("ประกาศเชิญชวนทั่วไป คัดเลือก เฉพาะเจาะจง", "not_found", id="names of kinds"),
        pytest.param(
            "1. วิธีเฉพาะเจาะจง 2. วิธีคัดเลือก ตามมาตรา 55 แห่ง พ.ร.บ. พ.ศ. 2560", "not_found", id="numbers of a law"
        ),
        pytest.param("ข้อมูล ณ วันที่ 5/10/2568 เวลา 9.30 น.", "not_found", id="a day and an hour"),
    ],
)
def test_a_summary_in_text(line: str, expected: str, ask: Ask) -> None:
    page = {"title": TITLE}
    seen = ask("summed_up", TITLE, SPAN, line, keywords=WORDS, page=page, kind=PageKind.PDF, min_count=2)
    assert seen.status == expected
    assert seen.place != "ชื่อเอกสาร"  # what is shown as proof is no title


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("ข่าว 24 รายการ", TITLE), "not_found", id="a figure above the title"),
        pytest.param((TITLE, "รวมจัดซื้อ 24 รายการ"), "found", id="below it"),
        pytest.param((TITLE, "1 งานพัสดุ", "2 รายงาน", "3 ใบอนุญาต"), "not_found", id="a menu with numbers"),
        pytest.param((TITLE, "จ้างเหมา 12 งาน"), "found", id="works that were counted"),
        pytest.param((TITLE, "ผู้ขาย 12 ราย จากใบสั่งซื้อ 30 ใบ"), "found", id="sellers that were counted"),
    ],
)
def test_a_figure_is_told_below_the_title_of_the_summary(lines: tuple[str, ...], expected: str, ask: Ask) -> None:
    assert ask("summed_up", *lines, keywords=WORDS, min_count=2).status == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(("1204", "94911750"), "found", id="filled"),
        pytest.param(("6", ""), "found", id="one figure"),
        pytest.param(("0", "0"), "found", id="nought"),
        pytest.param(("", ""), "not_found", id="empty"),
        pytest.param(("-", "-"), "not_found", id="dashes"),
        pytest.param(("อยู่ระหว่างสรุป", "อยู่ระหว่างสรุป"), "not_found", id="to come"),
    ],
)
def test_a_summary_in_a_table(cells: tuple[str, str], expected: str, ask: Ask) -> None:
    tables = (Table(("ที่", *HEAD), (("1", "เฉพาะเจาะจง", *cells), ("2", "คัดเลือก", *cells))),)
    page = {"title": TITLE, "tables": tables}
    assert ask("summed_up", TITLE, SPAN, keywords=WORDS, page=page, kind=PageKind.DOCX, min_count=2).status == expected
