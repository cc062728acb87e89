"""What a document's own title tells of it: a handbook, how to write a report, a news item."""

from __future__ import annotations

import pytest

from oit_checker.match.told_kinds import doubt_of_title, guide_of_assessment
from oit_checker.model.page import Page, PageKind, Passage
from tests.items.test_items import CHECKLIST


def page(title: str, kind: PageKind = PageKind.PDF) -> Page:
    return Page("https://www.example.go.th/x", kind, title, (Passage(title, page_no=1),))


@pytest.mark.parametrize(
    ("title", "is_guide"),
    [
        ("คู่มือการประเมินคุณธรรมและความโปร่งใสของหน่วยงานภาครัฐ ปี 2569", True),
        ("คู่มือ OIT สำหรับผู้ประสานงาน", True),
        ("รายการตรวจสอบข้อมูลก่อนส่ง ITA 2569", True),
        ("สิ่งที่ต้องเตรียมสำหรับ ITA ปี 2569", True),
        ("OIT checklist 2569", True),
        ("คู่มือการปฏิบัติงานด้านการเงิน", False),
        ("คู่มือการใช้งานระบบ Digital", False),
        ("คู่มือการวิเคราะห์ผลการประเมิน ITA", False),
        ("รายงานผลตามคู่มือการประเมิน ITA", False),
        ("การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร", False),
    ],
)
def test_a_guide_of_the_assessment(title: str, is_guide: bool) -> None:
    assert (guide_of_assessment(page(title)) is not None) is is_guide


@pytest.mark.parametrize(
    ("code", "title", "told"),
    [
        ("O24", "แนวทางการเขียนรายงานผลป้องกันการทุจริต", "คำแนะนำ"),
        ("O24", "ตัวอย่าง รายงานผลการดำเนินการป้องกันการทุจริต", "ตัวอย่าง"),
        ("O23", "คู่มือแผนป้องกันการทุจริต", "คู่มือ"),
        ("O24", "ข่าวกิจกรรม อบต.จัดอบรมสร้างสำนึกสุจริต", "ข่าว"),
        ("O18", "จดหมายข่าวฉบับที่ 4 สถิติเรื่องร้องเรียน", "ข่าว"),
        ("O18", "แบบวัด OIT 2569", "แบบวัด"),
        ("O24", "รายงานผลการดำเนินการป้องกันการทุจริต", None),
        ("O24", "รายงานผลตามแนวทางการป้องกันการทุจริต", None),
        ("O5", "แนวทางการพัฒนาท้องถิ่น พ.ศ. 2566 - 2570", None),
        ("O7", "สรุปผลงานศูนย์ข้อมูลข่าวสาร", None),
        ("O8", "คู่มือแนวทางการจัดทำบัญชี", None),
        ("O18", "แบบวัด OIT 2569 ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", None),
    ],
)
def test_a_title_that_tells_of_another_kind(code: str, title: str, told: str | None) -> None:
    item = CHECKLIST.item(code)
    assert item is not None
    doubt = doubt_of_title(item, page(title))
    assert (doubt is None) if told is None else (doubt is not None and told in doubt and title[:10] in doubt)


def test_a_web_page_may_be_called_news_whatever_it_shows() -> None:
    item = CHECKLIST.item("O24")
    assert item is not None
    assert doubt_of_title(item, page("ข่าวประชาสัมพันธ์ รายงานผล", PageKind.HTML)) is None
