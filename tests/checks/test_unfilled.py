"""An empty column headed for a component is not made good by words elsewhere, nor by its neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Passage, Table

Ask = Callable[..., ComponentResult]

HEAD = ("งานที่จัดซื้อ", "วงเงินที่จะซื้อ", "ราคากลาง", "ผู้ได้รับการคัดเลือกและราคาที่ตกลง", "เหตุผลที่คัดเลือก")
WINNER = {"each_of": [["ผู้ได้รับ"], ["ราคาที่ตกลง"], ["เหตุผล"]]}
WINNERS = ("ผู้ได้รับการคัดเลือก", "ราคาที่ตกลง", "เหตุผลที่คัดเลือก")
AMOUNT = {"each_of": [["วงเงิน"], ["ราคากลาง"]]}


def bought(*lacking: int) -> Table:
    rows = (("กระดาษ", "900", "900", "ร้านเอ 900", "ราคาต่ำสุด"), ("หมึก", "800", "800", "ร้านบี 800", "ราคาต่ำสุด"))
    return Table(HEAD, tuple(tuple("" if at in lacking else cell for at, cell in enumerate(row)) for row in rows))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param((bought(3),), "not_found", id="who won is empty, why is not"),
        pytest.param((bought(4),), "not_found", id="why is empty, who won is not"),
        pytest.param((bought(),), "found", id="all of it is told"),
        pytest.param((bought(2),), "found", id="another column is empty"),
        pytest.param((bought(4), bought()), "found", id="told in the table of another month"),
        pytest.param(
            (Table(HEAD[:4], (("กระดาษ", "900", "900", "ร้านเอ 900"),)),),
            "found",
            id="a form without a column of reasons",
        ),
    ],
)
def test_each_of_the_things_that_a_component_names(tables: tuple[Table, ...], expected: str, ask: Ask) -> None:
    result = ask("keywords", "สรุปผลการจัดซื้อจัดจ้าง", keywords=WINNERS, page={"tables": tables}, flags=WINNER)
    assert result.status.value == expected


def test_an_empty_reference_price_is_a_lack_beside_a_full_limit(ask: Ask) -> None:
    words = ("วงเงิน", "ราคากลาง")
    lacking = ask("keywords", "", keywords=words, page={"tables": (bought(2),)}, flags=AMOUNT)
    assert lacking.status.value == "not_found"
    assert "ราคากลาง" in (lacking.note or "")
    assert ask("keywords", "", keywords=words, page={"tables": (bought(4),)}, flags=AMOUNT).status.value == "found"


STRATEGY = ("ยุทธศาสตร์", "เป้าประสงค์", "ตัวชี้วัด")
GOALS = (("ถนนดี", "ร้อยละ 85"), ("น้ำไหล", "ร้อยละ 90"))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("", ""), "unreadable", id="nobody has filled in the strategies"),
        pytest.param(("การพัฒนาถนน", ""), "found", id="one is named, as where cells are merged"),
    ],
)
def test_a_column_headed_by_the_beginning_of_a_word(names: tuple[str, str], expected: str, ask: Ask) -> None:
    rows = tuple((name, *goal) for name, goal in zip(names, GOALS, strict=True))
    page = {"tables": (Table(STRATEGY, rows),)}
    seen = ask("keywords", "ส่วนที่ 2 ยุทธศาสตร์การพัฒนา", keywords=("ยุทธศาสตร์การ", "กลยุทธ์"), page=page)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        pytest.param(("", ""), "unreadable", id="numbers and times alone"),
        pytest.param(("รับคำร้อง", "แจ้งผล"), "found", id="what is done"),
        pytest.param(("รับคำร้อง", ""), "found", id="a part of it"),
    ],
)
def test_a_table_right_under_the_heading_tells_it(acts: tuple[str, str], expected: str, ask: Ask) -> None:
    heading = "ขั้นตอนของเจ้าหน้าที่"
    rows = (("1", acts[0], "30 วัน"), ("2", acts[1], "ภายในเดือนกุมภาพันธ์ ใช้เวลา 15 วัน"))
    tables = (Table(("ลำดับ", "สิ่งที่ต้องทำ", "เวลา"), rows, heading=heading),)
    passages = (Passage(heading, is_heading=True), Passage("ระเบียบว่าด้วยการรับเงินและการเก็บรักษาเงินของหน่วยงาน"))
    seen = ask("steps", keywords=("ขั้นตอน",), page={"tables": tables, "passages": passages}, kind=PageKind.DOCX)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param("หมายเหตุ", "found", id="nothing to remark"),
        pytest.param("ข้อมูลเพิ่มเติม", "found", id="nothing to add"),
        pytest.param("เรื่องที่ร้องเรียน", "unreadable", id="what it was about"),
    ],
)
def test_a_table_of_numbers_under_the_heading_needs_no_remarks(last: str, expected: str, ask: Ask) -> None:
    heading = "สถิติเรื่องร้องเรียน"
    tables = (Table(("เดือน", "จำนวน", last), (("ตุลาคม", "3", ""), ("พฤศจิกายน", "0", "")), heading=heading),)
    page = {"tables": tables, "passages": (Passage(heading, is_heading=True),)}
    seen = ask("keywords", keywords=("สถิติเรื่องร้องเรียน",), page=page, kind=PageKind.DOCX)
    assert seen.status == expected


PLAN = ("มาตรการ", "ขั้นตอนการทำ", "ผู้รับผิดชอบ")
BLANK = Table(("วันที่", "ขั้นตอน", "ลงชื่อ"), (("", "", ""), ("", "", "")))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param(
            (Table(PLAN, (("ประชุมชี้แจง", "", "กองคลัง"), ("ทำแบบยืม", "", "พัสดุ"))),), "unreadable", id="words elsewhere"
        ),
        pytest.param((Table(PLAN, (("ประชุมชี้แจง", "จัดประชุม", "กองคลัง"),)),), "found", id="filled in"),
        pytest.param((BLANK,), "found", id="a form to fill in"),
        pytest.param(
            (
                Table(PLAN, (("ประชุมชี้แจง", "", "กองคลัง"),)),
                Table(("ที่", "ขั้นตอน"), (("1", "จัดประชุม"),)),
            ),
            "found",
            id="told in another table",
        ),
        pytest.param(
            (Table(("มาตรการ", "หมายเหตุ", "ผู้รับผิดชอบ"), (("ประชุม", "", "คลัง"),)),), "found", id="remarks are empty"
        ),
    ],
)
def test_words_elsewhere_do_not_fill_an_empty_column(tables: tuple[Table, ...], expected: str, ask: Ask) -> None:
    result = ask("keywords", "ขั้นตอนการยืมไม่ชัดเจน", keywords=("ขั้นตอน",), page={"tables": tables})
    assert result.status.value == expected


def test_the_phones_of_a_directory_may_be_empty_where_the_agency_has_one(ask: Ask) -> None:
    table = Table(("ชื่อ", "ตำแหน่ง", "โทรศัพท์"), (("นายเอ ใจดี", "นักวิชาการ", ""), ("นางบี ดี", "นิติกร", "")))
    result = ask("phone", "โทรศัพท์ 0 2123 8888", keywords=("โทรศัพท์",), page={"tables": (table,)})
    assert result.status.value == "found"
