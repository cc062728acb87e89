"""Things each told of, a document told by its name, plans of several years, and what only may be the thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Link, PageKind, Passage, Table

Ask = Callable[..., ComponentResult]
FOUR: dict[str, Any] = {"things": [["ความสะอาด", "ด้านที่ 1"], ["ความเร็ว"], ["มารยาท"], ["ราคา"]], "min_count": 3}


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(("ความสะอาด 91.2 ความเร็ว 80 มารยาท 77.1 ราคา 60",), "found", id="scores"),
        pytest.param(
            ("ความสะอาด", "ห้องน้ำสะอาดทุกชั้น", "ความเร็ว", "รอคิวนานเกินครึ่งวัน", "มารยาท", "พูดจาสุภาพกับทุกคน", "ราคา 60"),
            "found",
            id="words",
        ),
        pytest.param(("ความสะอาด 91.2 ความเร็ว 80 มารยาท 77.1",), "unreadable", id="all but one"),
        pytest.param(("ความสะอาด 91.2 ความเร็ว 80 มารยาท 77.1 และราคา",), "unreadable", id="one only named"),
        pytest.param(("ความสะอาด ความเร็ว มารยาท ราคา", "91.20 80.00 77.10 60.00"), "found", id="scores below"),
        pytest.param(("วัด 4 ด้าน คือ (1) ความสะอาด (2) ความเร็ว (3) มารยาท และ (4) ราคา",), "unreadable", id="names only"),
        pytest.param(("ด้านที่ 1 ความสะอาด", "ความเร็ว", "มารยาท"), "unreadable", id="two names of one thing"),
        pytest.param(("ความสะอาด 91.2 ราคา 60",), "not_found", id="too few"),
        pytest.param(("ด้านที่ 1 91.2 ความสะอาด 90.0 ราคา 60",), "not_found", id="one thing twice"),
    ],
)
def test_each_is_told_of(ask: Ask, lines: tuple[str, ...], status: str) -> None:
    assert ask("each_told", *lines, kind=PageKind.PDF, **FOUR).status == status


INDICATORS: dict[str, Any] = {"things": [["การใช้งบประมาณ"], ["การป้องกันการทุจริต"]], "min_count": 1}


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(
            ("6 คุณภาพ 88.1 บริการเลือกปฏิบัติ", "การใช้งบประมาณ 90.0", "การป้องกันการทุจริต 95.0"), "found", id="a cell"
        ),
        pytest.param(("ไม่มีวิธีปฏิบัติ การใช้งบประมาณ 90.0 การป้องกันการทุจริต 95.0",), "found", id="a word before it"),
        pytest.param(("การใช้งบประมาณ 90.0 แผนปฏิบัติการป้องกันการทุจริต 95.0",), "unreadable", id="a plan"),
        pytest.param(("การใช้งบประมาณ 90.0 อบรมเชิงปฏิบัติการป้องกันการทุจริต 95.0",), "unreadable", id="a workshop"),
    ],
)
def test_a_name_behind_practice_is_a_name_unless_both_are_one_word(
    ask: Ask, lines: tuple[str, ...], status: str
) -> None:
    assert ask("each_told", *lines, kind=PageKind.PDF, **INDICATORS).status == status


def test_what_lacks_is_named(ask: Ask) -> None:
    assert (
        ask("each_told", "ความเร็ว 91.2 ราคา 60", kind=PageKind.PDF, **FOUR).note
        == "พบ 2 จาก 4 ยังไม่พบ: ความสะอาด · มารยาท"
    )
    assert ask("each_told", "แบบสอบถาม", kind=PageKind.PDF, **FOUR).note is None
    almost = ask("each_told", "ความสะอาด 91.2 ความเร็ว 80 มารยาท 77.1", kind=PageKind.PDF, **FOUR).note
    assert almost is not None
    assert almost.startswith("พบ 3 จาก 4 ยังไม่พบ: ราคา")


@pytest.mark.parametrize(
    ("more", "lines", "status"),
    [
        pytest.param((), (), "not_found", id="a table of all but one, named nowhere"),
        pytest.param((), ("ราคา อยู่ระหว่างวิเคราะห์",), "unreadable", id="named elsewhere"),
        pytest.param((("ค่าบริการ", "60.0"),), (), "unreadable", id="a row that may be the last by another name"),
        pytest.param((("ราคา", "60.0"),), (), "found", id="all"),
    ],
)
def test_a_table_that_ends_before_the_last_lacks_it_for_sure(
    ask: Ask, more: tuple[tuple[str, str], ...], lines: tuple[str, ...], status: str
) -> None:
    table = Table(("ด้าน", "คะแนน"), (("ความสะอาด", "91.2"), ("ความเร็ว", "80.0"), ("มารยาท", "77.1"), *more))
    assert ask("each_told", *lines, kind=PageKind.DOCX, page={"tables": (table,)}, **FOUR).status == status


def test_what_will_be_done_about_a_thing_tells_nothing_of_it(ask: Ask) -> None:
    scores = Table(("ด้าน", "คะแนน"), (("ความสะอาด", "91.2"), ("ความเร็ว", "80.0"), ("มารยาท", "77.1")))
    price = (("ลดราคา", "ราคา", "ขออนุมัติแล้วติดประกาศ", "กองคลัง"),)
    heads: dict[str, Any] = {"not_under": [["มาตรการ"], ["ผู้รับผิดชอบ"]], "but_under": ["คะแนน"], **FOUR}

    def status(*header: str) -> str:
        tables = (scores, Table(header, price))
        return ask("each_told", kind=PageKind.DOCX, page={"tables": tables}, **heads).status

    assert status("มาตรการ", "ด้านที่สอดคล้อง", "ขั้นตอน", "ผู้รับผิดชอบ") == "unreadable"
    assert status("มาตรการ", "ด้าน", "ผลคะแนนและสิ่งที่พบ", "ผู้รับผิดชอบ") == "found"
    assert status("สิ่งที่พบ", "ด้าน", "รายละเอียด", "ผู้ให้ข้อมูล") == "found"


CODE: dict[str, Any] = {"begins": ["ข้อตกลงร่วม"], "not_then": ["และการอบรม", "ประจำปี"]}
CLAUSES = ("ข้อ ๑ ตรงเวลา ข้อ ๒ สุภาพ ข้อ ๓ ไม่รับของ",)


def test_a_document_by_its_name(ask: Ask) -> None:
    def status(title: str, *lines: str, kind: PageKind = PageKind.PDF) -> str:
        return ask("titled", *lines, kind=kind, page={"title": title}, **CODE).status

    assert status("ข้อตกลงร่วมของคนขับรถ", *CLAUSES) == "found"
    assert status("", "ข้อตกลงร่วม พ.ศ. 2560", *CLAUSES) == "found"
    assert status("ข้อตกลงร่วมของคนขับรถ", "จะจัดทำต่อไป") == "not_found"
    assert status("ข้อตกลงร่วมและการอบรม", *CLAUSES) == "not_found"
    assert status("คำสั่งตามข้อตกลงร่วม", *CLAUSES) == "not_found"
    assert status("ข้อตกลงร่วมของคนขับรถ", *CLAUSES, kind=PageKind.HTML) == "not_found"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("องค์การตลาดตัวอย่าง ข้อตกลงร่วมของคนขับรถ", "found", id="a letterhead"),
        pytest.param("องค์การตลาดตัวอย่าง (อตย.) ข้อตกลงร่วม พ.ศ. 2565", "found", id="with its short name"),
        pytest.param("เทศบาลตำบลบ้านสวน อำเภอเมือง จังหวัดตัวอย่าง ข้อตกลงร่วม", "found", id="with its place"),
        pytest.param("กรมตัวอย่าง คำสั่งแต่งตั้งคณะทำงาน ข้อตกลงร่วม", "not_found", id="an order of the agency"),
        pytest.param("กรมตัวอย่างเผยแพร่ ข้อตกลงร่วม", "not_found", id="a sentence about it"),
        pytest.param("กรมตัวอย่าง เผยแพร่ข้อตกลงร่วม", "not_found", id="a deed of the agency"),
        pytest.param("องค์การตลาดตัวอย่าง ข้อตกลงร่วมและการอบรม", "not_found", id="another thing"),
        pytest.param("คณะกรรมการตลาด ข้อตกลงร่วม", "not_found", id="a committee is no agency"),
        pytest.param("ข้อบังคับเทศบาลบ้านสวน ว่าด้วยข้อตกลงร่วมของคนขับรถ", "found", id="issued as a rule"),
        pytest.param("ประกาศกรมตัวอย่าง ที่ 3/2565 เรื่อง ข้อตกลงร่วม", "found", id="issued by announcement"),
        pytest.param("ประกาศกรมตัวอย่าง เรื่อง ข้อบังคับว่าด้วยข้อตกลงร่วม", "found", id="a rule announced"),
        pytest.param("ประกาศผลการอบรมเรื่อง ข้อตกลงร่วม", "not_found", id="what is announced is another thing"),
        pytest.param("ระเบียบว่าด้วยการลาและข้อตกลงร่วม", "not_found", id="a rule of another thing"),
    ],
)
def test_the_agencys_name_may_stand_over_the_title(ask: Ask, title: str, expected: str) -> None:
    assert ask("titled", *CLAUSES, kind=PageKind.PDF, page={"title": title}, **CODE).status == expected


SAID: dict[str, Any] = {**CODE, "says": ["ตรงเวลา", "สุภาพ", "ไม่รับ", "งด"], "not_told": ["แต่งตั้ง"]}


@pytest.mark.parametrize(
    ("heading", "text", "status"),
    [
        pytest.param("ข้อตกลงร่วมของคนขับรถ", "คนขับต้องตรงเวลา พูดสุภาพ และไม่รับของกำนัล", "found", id="what it says"),
        pytest.param("ข้อตกลงร่วม", "ตรงเวลา สุภาพ งดสูบบุหรี่", "found", id="the name alone, and what it says"),
        pytest.param("ข้อตกลงร่วมของคนขับรถ", "ทุกคนสุภาพ ดูรายละเอียดในเอกสาร", "not_found", id="too little of it"),
        pytest.param("ข้อตกลงร่วมของคนขับรถ", "แต่งตั้งคณะทำงานเพื่อให้ตรงเวลา สุภาพ ไม่รับของ", "not_found", id="told about it"),
        pytest.param("ข้อตกลงร่วมและการอบรม", "ตรงเวลา สุภาพ ไม่รับของ", "not_found", id="another thing's heading"),
        pytest.param("อบรมตามข้อตกลงร่วม", "ตรงเวลา สุภาพ ไม่รับของ", "not_found", id="a heading that begins otherwise"),
    ],
)
def test_a_heading_over_what_it_says(ask: Ask, heading: str, text: str, status: str) -> None:
    passages = (Passage(heading, is_heading=True), Passage(text, heading=heading))
    assert ask("titled", page={"passages": passages}, **SAID).status == status


def test_a_document_without_numbers_by_what_it_says(ask: Ask) -> None:
    def status(text: str) -> str:
        return ask("titled", text, kind=PageKind.PDF, page={"title": "ข้อตกลงร่วมของคนขับรถ"}, **SAID).status

    assert status("คนขับต้องตรงเวลา พูดสุภาพ และไม่รับของกำนัล") == "found"
    assert status("ขอเชิญชวนทุกคนตรงเวลา") == "not_found"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ข้อตกลงร่วมของคนขับรถ", "found"),
        ("ข้อบังคับบริษัทว่าด้วยข้อตกลงร่วมของคนขับรถ", "found"),
        ("ประกาศเรื่องการอบรม", "not_found"),
        ("ข้อตกลงร่วม (PDF)", "not_found"),
        ("ข้อตกลงร่วม พ.ศ. 2560", "not_found"),
    ],
)
def test_a_link_by_the_name(ask: Ask, text: str, status: str) -> None:
    link = Link(url="https://www.example.go.th/x.pdf", href="x.pdf", text=text)
    assert ask("titled", text, page={"links": (link,)}, flags={"in_lists": True}, **CODE).status == status


def test_words_with_several_years(ask: Ask) -> None:
    def status(line: str) -> str:
        return ask("spanning", line, kind=PageKind.PDF, words=["แผนงานหลัก"]).status

    assert status("แผนงานหลักของการประปาตัวอย่าง (พ.ศ. ๒๕๖๖ - ๒๕๗๐)") == "found"
    assert status("แผนงานหลัก ประจำปี พ.ศ. 2569") == "not_found"
    assert status("งบประมาณ พ.ศ. 2566 - 2570") == "not_found"


def test_a_second_way_shows_it(ask: Ask) -> None:
    ways = {"or": [{"check": "labelled", "with": {"labels": ["ผู้ทำ"]}}]}
    assert ask("keywords", "ผู้ทำ: กองช่าง", keywords=("เจ้าของงาน",), flags=ways).status == "found"
    assert ask("keywords", "ผู้ทำ", keywords=("เจ้าของงาน",), flags=ways).status == "not_found"


def test_an_unsure_way_leaves_it_to_a_person(ask: Ask) -> None:
    ways = {"or": [{"check": "amounts", "with": {"min_count": 1}, "unsure": True}]}
    seen = ask("keywords", "จ่าย 30 บาท", keywords=("ค่าธรรมเนียม",), flags=ways)
    assert seen.status == "unreadable"
    assert seen.note is not None
    assert "30 บาท" in seen.note
    assert ask("keywords", "ค่าธรรมเนียม 30 บาท", keywords=("ค่าธรรมเนียม",), flags=ways).status == "found"
    assert ask("keywords", "ไม่ระบุ", keywords=("ค่าธรรมเนียม",), flags=ways).status == "not_found"


def test_under_each_of_several_headings(ask: Ask) -> None:
    asked: dict[str, Any] = {"headings": ["ด้านที่"], "holding": ["วิธีแก้"], "min_sections": 2, "min_letters": 5}
    both = ("ด้านที่ 1 ความเร็ว", "วิธีแก้ เพิ่มคน", "ด้านที่ 2 ราคา", "วิธีแก้ ติดป้ายราคา")
    once = ("ด้านที่ 1 ความเร็ว", "คะแนนสูง", "ด้านที่ 2 ราคา", "วิธีแก้ ติดป้ายราคา")
    assert ask("told_under", *both, **asked).status == "found"
    assert ask("told_under", *once, **asked).status == "not_found"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("วิจัยและพัฒนาพันธุ์ผึ้ง", "ขึ้นทะเบียนผู้เลี้ยง", "รับรองฟาร์มผึ้ง"), "found", id="duties"),
        pytest.param(("วิจัยและพัฒนาพันธุ์ผึ้ง", "รับรองฟาร์มผึ้ง"), "not_found", id="two"),
        pytest.param(("กองแผนงานและวิจัย", "กองคลังและพัสดุ", "กองมาตรฐาน"), "not_found", id="units"),
        pytest.param(("เลขที่ 1 ถนนตัวอย่าง", "โทร 02 555 7000", "pr@example.go.th"), "not_found", id="an address"),
        pytest.param(("พระราชบัญญัติเทศบาล", "กฎกระทรวงแบ่งส่วน", "ระเบียบของกระทรวง"), "not_found", id="laws"),
    ],
)
def test_a_short_list_under_its_heading_tells_it(lines: tuple[str, ...], expected: str, ask: Ask) -> None:
    passages = (Passage("หน้าที่และอำนาจของกรม", is_heading=True), *map(Passage, lines))
    asked = {"headings": ["หน้าที่และอำนาจ"], "lists": True, "page": {"passages": passages}}
    assert ask("told_under", keywords=("มีหน้าที่และอำนาจ",), **asked).status == expected


def test_what_was_read_is_told_where_pictures_may_hold_the_rest(ask: Ask) -> None:
    page = {"pictures": 3}
    seen = ask("person_names", "นายปรีชา วงศ์ไพบูลย์ อธิบดี", page=page, flags={"in_pictures": True})
    assert seen.status == "unreadable"
    assert (seen.note or "").startswith("พบชื่อบุคคล 1 คน")
