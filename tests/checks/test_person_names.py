"""Titles, professions and ranks of every kind of agency; posts are no persons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult


@pytest.mark.parametrize(
    "name",
    [
        "นายแพทย์กิตติศักดิ์ วิริยะ",
        "แพทย์หญิง อรทัย สุจริต",
        "ทันตแพทย์หญิงวิภา ตั้งตรง",
        "ว่าที่ ร.ต.ปรีชา มั่นคง",
        "ว่าที่ร้อยตรีหญิงรัตนา ใจงาม",
        "ผศ.ดร.กนก แสงทอง",
        "รองศาสตราจารย์ นายแพทย์ชูชัย ดีงาม",
        "พ.ต.อ.หญิง ศิริพร รักดี",
        "จ.ส.อ.ประเสริฐ ศรีสุข",
        "พันเอกพิเศษ ธนา กล้าหาญ",
        "ม.ล. ชาตรี ณ บางช้าง",
        "นายกมล ใจซื่อ",
        "Mr. Kamol Jaisue",
    ],
)
def test_a_name(ask: Callable[..., ComponentResult], name: str) -> None:
    assert ask("person_names", name, min_count=1).status == "found"


@pytest.mark.parametrize(
    "line",
    [
        "นายกเทศมนตรี ตำบลตัวอย่าง",
        "นายแพทย์สาธารณสุขจังหวัด กลุ่มงานบริหาร",
        "ทันตแพทย์ชำนาญการ กลุ่มงานทันตกรรม",
        "พลังงานจังหวัด ตัวอย่าง กลุ่มงาน",
        "พ.ร.บ.ข้อมูลข่าวสาร ของราชการ",
        "นายช่างโยธา กองช่าง",
        "อ.เมือง จ.ตัวอย่าง",
    ],
)
def test_a_post_is_no_person(ask: Callable[..., ComponentResult], line: str) -> None:
    assert ask("person_names", line, min_count=1).status == "not_found"


def test_a_post_in_the_title_of_a_page_that_names_nobody_is_only_promised(ask: Callable[..., ComponentResult]) -> None:
    words = {"keywords": ("หัวหน้าส่วนราชการ",), "flags": {"beside_names": True}}
    titled = {"title": "หัวหน้าส่วนราชการ"}
    assert ask("keywords", "อยู่ระหว่างปรับปรุงข้อมูล", page=titled, **words).status == "not_found"
    assert ask("keywords", "นายสมหมาย ใจกล้า ปลัดเทศบาล", page=titled, **words).status == "found"
