"""Words of links and around them: those that say nothing, those that name, those that tell."""

from __future__ import annotations

import pytest

from oit_checker.thai import link_words
from oit_checker.thai.link_words import is_around_matter, is_generic, is_way_around, tells_a_fact


@pytest.mark.parametrize(
    "text",
    [
        "View detail",
        "View detail ดูข้อมูล",
        "ดูข้อมูล",
        "See more",
        "โหลดไฟล์",
        "เปิดอ่าน",
        "กดที่นี่ (PDF)",
        "",
        "๑. คลิ๊ก",
        "ไฟล์แนบ PDF (1.8 MB)",
    ],
)
def test_says_nothing(text: str) -> None:
    assert is_generic(text)


@pytest.mark.parametrize("text", ["ดูข้อมูลผู้บริหาร", "ข้อมูลรายละเอียดโครงการ", "โหลดแผนจัดซื้อ", "อ่านคู่มือประชาชน"])
def test_says_something(text: str) -> None:
    assert not is_generic(text)


@pytest.mark.parametrize(
    "text",
    [
        "รับเรื่องไว้ 12 เรื่อง",
        "ใช้เงินไป 45,300 บาท",
        "เดือนนี้ไม่มีผู้ร้องทุกข์",
        "นางสาวกมลา ใจงาม หัวหน้าสำนัก",
        "นายกิตติ มั่นคง",
        "ติดต่อ 02-555-0199",
        "ข้อมูลอยู่ระหว่างรวบรวม",
        "ตอบกลับภายใน 3 วัน",
    ],
)
def test_tells_a_fact(text: str) -> None:
    assert tells_a_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 รายงานการประเมินตนเอง ปี 2568",
        "ประกาศ ฉบับที่ 4 เรื่อง งดของกำนัล",
        "คำสั่งที่ 31/2568 เรื่อง ตั้งคณะทำงาน",
        "2 เรื่องเล่าจากพื้นที่",
        "นโยบายของนายกเทศมนตรี",
        "สรุปผลรอบ 6 เดือน วันที่ 31 มีนาคม 2569",
    ],
)
def test_only_names(text: str) -> None:
    assert not tells_a_fact(text)


def test_a_way_around_the_site_is_told_from_a_way_to_something() -> None:
    assert is_way_around("« กลับหน้าหลัก")
    assert not is_way_around("กลับมาอบรมอีกครั้ง")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ก",
        "กข ค",
        "ประกาศเมื่อ 5 พฤศจิกายน 2568 เข้าชม 46 ครั้ง",
        "5 พ.ย. 68 | plan-2569.pdf | ขนาดไฟล์ 2 MB | โดย admin",
        "ไม่มีเรื่องร้องเรียน",
        "ก วันที่ ข เวลา ค",
        "ก วันที่ ข เวลา",
        "หน้าแรก หมวดหมู่ แผน",
    ],
)
def test_a_text_walked_by_letters_says_what_all_of_it_says(text: str) -> None:
    rest = link_words._AROUND_MATTER.sub(" ", text)
    assert is_around_matter(text) == (sum(map(str.isalpha, rest)) < 3)


def test_words_of_links_are_no_matter_of_their_own() -> None:
    assert not is_around_matter("แผนปฏิบัติการ เข้าชม 46 ครั้ง")
    assert is_around_matter("แผนปฏิบัติการ เข้าชม 46 ครั้ง", ["", "แผนปฏิบัติการ"])
