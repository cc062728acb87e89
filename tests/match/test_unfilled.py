"""Templates that nobody has filled in, and filled documents that look a little like them."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.unfilled import doubt_of_template, unfilled
from oit_checker.model.checklist import Item
from oit_checker.model.page import Page, PageKind, Passage, Table

URL = "https://www.example.go.th/files/plan.docx"
PLAN = ("กิจกรรม", "งบ (บาท)", "ช่วงเวลา", "ผู้รับผิดชอบ")
BOUGHT = ("ที่", "งานที่จัดซื้อจัดจ้าง", "วงเงิน", "วิธีจัดซื้อ", "ผู้เสนอราคา", "เลขที่สัญญา")
DASHES = ("1", "-", "-", "-", "-", "-")
Rows = tuple[tuple[str, ...], ...]


def item(code: str) -> Item:
    found = load_checklist("nacc-2569").item(code)
    assert found is not None
    return found


def doubt(
    code: str, *lines: str, head: tuple[str, ...] = PLAN, rows: Rows = (), kind: PageKind = PageKind.DOCX
) -> str | None:
    tables = (Table(head, rows),) if rows else ()
    page = Page(URL, kind, lines[0] if lines else None, tuple(map(Passage, lines)), tables)
    return doubt_of_template(item(code), unfilled(page))


@pytest.mark.parametrize(
    ("title", "is_template"),
    [
        ("ตัวอย่างแผนป้องกันการทุจริต", True),
        ("(แม่แบบ) แผนป้องกันการทุจริต", True),
        ("แบบฟอร์มแผนป้องกันการทุจริต", True),
        ("แผนป้องกันการทุจริต ทต. …………", True),
        ("แผนป้องกันการทุจริต โรงเรียน ........ ", True),
        ("แผนป้องกันการทุจริต เทศบาลตำบลตัวอย่าง", False),
        ("แผนป้องกันการทุจริต ภาคผนวก แบบฟอร์มรายงาน", False),
        ("ตัวอย่างที่ดีของการป้องกันการทุจริต", False),
        ("แผนป้องกันการทุจริต อบต.ทุ่งแก้ว ........ หน้า 1", False),
    ],
)
def test_titles(title: str, is_template: bool) -> None:
    assert (doubt("O23", title) is not None) is is_template


def test_a_manual_may_be_a_form_and_nothing_may_be_a_sample() -> None:
    assert doubt("O9", "แบบฟอร์มคำร้องทั่วไป") is None
    assert doubt("O9", "ตัวอย่างคู่มือสำหรับประชาชน") is not None


@pytest.mark.parametrize(
    ("rows", "quoted"),
    [
        pytest.param((("งานที่ 1", "-", "-", "-"), ("งานที่ 2", "-", "-", "-")), "งานที่ 1", id="dashes"),
        pytest.param((("(โปรดระบุกิจกรรม)", "1,000", "ม.ค. 69", "ก"),), "(โปรดระบุกิจกรรม)", id="to be named"),
        pytest.param((("อบรม", "xx,xxx", "ม.ค. 69", "กองช่าง"),), "xx,xxx", id="signs for digits"),
        pytest.param((("อบรม", "00,000", "ม.ค. 69", "กองช่าง"),), "00,000", id="noughts"),
        pytest.param((("อบรม", "9,000", "ม.ค. 69", "xxxx"),), "xxxx", id="a name of x"),
        pytest.param((("อบรม", "-", "ม.ค. 69", "กองช่าง"),), None, id="no money"),
        pytest.param((("อบรม", "500,000", "ม.ค. 69", "กองช่าง"),), None, id="a round sum"),
        pytest.param((("อื่น ๆ (ระบุ) ปลูกป่า", "9,000", "ม.ค. 69", "กองช่าง"),), None, id="others, named"),
        pytest.param((("ไม่มีกิจกรรมในปีนี้", "-", "-", "-"),), None, id="said in words"),
        pytest.param((("ก", "9", "ม.ค.", "ข"), ("ค", "9", "ม.ค.", "ง"), ("จ", "-", "-", "-")), None, id="one of three"),
    ],
)
def test_rows(rows: Rows, quoted: str | None) -> None:
    told = doubt("O23", "แผน", rows=rows)
    assert (told is None) if quoted is None else (told is not None and quoted in told)


def test_a_column_of_dashes_where_somebody_should_be_named() -> None:
    rows = (("ก", "9", "ม.ค. 69", "-"), ("ข", "7", "ก.พ. 69", "-"))
    assert "ผู้รับผิดชอบ" in (doubt("O25", "แผน", rows=rows) or "")
    assert doubt("O25", "แผน", rows=(*rows, ("ค", "5", "มี.ค. 69", "กองคลัง"))) is None
    assert doubt("O25", "แผน", rows=rows, head=("กิจกรรม", "งบ (บาท)", "ช่วงเวลา", "หมายเหตุ")) is None


SERVICE = ("ขั้นตอน", "ระยะเวลา", "เอกสารที่ใช้", "ค่าธรรมเนียม")
WINNERS = ("ที่", "งานที่จัดซื้อ", "วงเงิน", "วิธี", "ผู้เสนอราคา", "ผู้ได้รับการคัดเลือก")


@pytest.mark.parametrize(
    ("code", "head", "rows", "column"),
    [
        pytest.param("O9", SERVICE, (("ยื่น", "-", "คำขอ", "-"), ("รับ", "-", "-", "-")), "ระยะเวลา", id="a service"),
        pytest.param("O16", SERVICE, (("ยื่น", "-", "-", "-"), ("ตรวจ", "-", "-", "-")), "ระยะเวลา", id="complaints"),
        pytest.param("O9", SERVICE, (("ยื่น", "5 นาที", "-", "-"), ("รับ", "-", "-", "-")), None, id="one time is told"),
        pytest.param(
            "O9", SERVICE[:1] + SERVICE[2:], (("ยื่น", "-", "-"), ("รับ", "-", "-")), None, id="no papers, no fee"
        ),
        pytest.param(
            "O11",
            WINNERS,
            (("1", "กระดาษ", "900", "เจาะจง", "-", "ร้าน ก"), ("2", "หมึก", "800", "เจาะจง", "-", "ร้าน ข")),
            "ผู้เสนอราคา",
            id="who made an offer",
        ),
        pytest.param("O11", WINNERS, (("1", "กระดาษ", "900", "เจาะจง", "-", "ร้าน ก"),), None, id="a single purchase"),
    ],
)
def test_manuals_and_purchases_have_no_column_of_dashes(
    code: str, head: tuple[str, ...], rows: Rows, column: str | None
) -> None:
    told = doubt(code, "คู่มือ", head=head, rows=rows)
    assert (told is None) if column is None else (told is not None and column in told)


def test_numbers_of_people_may_be_hidden() -> None:
    rows = (("จ้างเหมา", "9,000", "ม.ค. 69", "xxxxxxxxxxxxx"),)
    assert doubt("O23", "แผน", rows=rows, head=("กิจกรรม", "งบ", "ช่วงเวลา", "เลขประจำตัวผู้เสียภาษี")) is None


def test_statistics_may_be_dashes() -> None:
    rows = tuple((month, "-", "-", "-") for month in ("ต.ค. 67", "พ.ย. 67", "ธ.ค. 67"))
    assert doubt("O18", "สถิติ", rows=rows, head=("เดือน", "เรื่องที่รับ", "แล้วเสร็จ", "คงค้าง")) is None


@pytest.mark.parametrize(
    ("rows", "month"),
    [
        pytest.param((("เดือนมกราคม 2569",) * 6, DASHES), "มกราคม", id="a month of dashes"),
        pytest.param((("เดือนมกราคม 2569",) * 6, ("1", "ไม่มีการจัดซื้อจัดจ้าง", "-", "-", "-", "-")), None, id="said"),
        pytest.param((("เดือนมกราคม 2569 (ไม่มีการจัดซื้อ)",) * 6, DASHES), None, id="said in the heading"),
        pytest.param(
            (("เดือนมกราคม 2569",) * 6, ("1", "ซื้อกระดาษ", "900", "เฉพาะเจาะจง", "ร้านก", "3/69")), None, id="filled"
        ),
    ],
)
def test_a_month_without_a_purchase_says_so(rows: Rows, month: str | None) -> None:
    told = doubt("O11", "สรุปผล", head=BOUGHT, rows=rows, kind=PageKind.HTML)
    assert (told is None) if month is None else (told is not None and month in told)


def test_a_text_full_of_places_to_fill_in() -> None:
    line = "กิจกรรม (ระบุชื่อ) เวลา (ระบุเดือน) โดย (ระบุหน่วยงาน)"
    assert doubt("O23", "แผน", line) is not None
    assert doubt("O23", "แผน", "กิจกรรม (ระบุชื่อ) เวลามกราคม 2569 โดยกองคลัง") is None
    assert doubt("O23", "แผน", line, "แผนนี้มีกิจกรรมอบรมซึ่งกองคลังเป็นเจ้าของและได้ทำทุกเดือน " * 40) is None
