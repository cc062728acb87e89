"""What a document is about: its title, its headings, or what it says of its matter again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Passage

Ask = Callable[..., ComponentResult]
CORRUPTION: dict[str, Any] = {"keywords": ("ทุจริต", "ประพฤติมิชอบ"), "matters": ["ร้องเรียน", "ร้องทุกข์", "เบาะแส"]}
FILLER = ("1. รับเรื่องและลงทะเบียน", "2. เสนอผู้บริหารพิจารณา", "3. ตรวจสอบข้อเท็จจริง", "4. แจ้งผล")


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        pytest.param("คู่มือการจัดการเรื่องร้องเรียนการทุจริต", FILLER, "found", id="the title"),
        pytest.param(None, ("คู่มือการจัดการเรื่องร้องเรียน", "การทุจริตและประพฤติมิชอบ", *FILLER), "found", id="two lines of it"),
        pytest.param(
            "คู่มือรับเรื่องร้องทุกข์", (*FILLER, "กรณีทุจริตให้ส่ง ป.ป.ช."), "unreadable", id="corruption is sent elsewhere"
        ),
        pytest.param(
            "คู่มือรับเรื่องร้องทุกข์",
            ("เรื่องร้องเรียนการทุจริตให้ส่งต่อสำนักงาน ป.ป.ช.", *FILLER),
            "unreadable",
            id="the same, in its first lines",
        ),
        pytest.param(
            "คู่มือรับเรื่องร้องทุกข์",
            (*FILLER, "เรื่องร้องเรียนการทุจริต ไม่รับดำเนินการ ให้ยื่นต่อสำนักงาน ป.ป.ช.", "ทุจริต ให้ร้องเรียนต่อ ป.ป.ช. เท่านั้น"),
            "unreadable",
            id="sent elsewhere twice",
        ),
        pytest.param("คู่มือรับเรื่องร้องทุกข์", (*FILLER, "เรื่องร้องเรียนการทุจริต"), "unreadable", id="one mention"),
        pytest.param(
            "แนวปฏิบัติการจัดการเรื่องร้องเรียน",
            (*FILLER, "เรื่องร้องเรียนการทุจริต หมายถึง การแสวงหาประโยชน์", "ผู้พบเห็นการทุจริตแจ้งเบาะแสได้ที่กองกลาง"),
            "found",
            id="its matter throughout",
        ),
        pytest.param("คู่มือรับเรื่องร้องทุกข์", FILLER, "not_found", id="not a word of it"),
        pytest.param(
            "คู่มือจัดการเรื่องร้องทุกข์",
            ("ประเภทเรื่อง: ไฟฟ้า ถนน น้ำประปา การทุจริตของเจ้าหน้าที่ อื่น ๆ", "ช่องทางการร้องเรียน: โทรศัพท์", *FILLER),
            "unreadable",
            id="one kind among many",
        ),
        pytest.param(
            "คู่มือจัดการเรื่องร้องทุกข์",
            ("เรื่องร้องเรียน เช่น ไฟดับ, ถนนชำรุด, น้ำไม่ไหล, เหตุรำคาญ, ทุจริต", "ร้องเรียนด้วยตนเอง", *FILLER),
            "unreadable",
            id="the same, told as examples",
        ),
        pytest.param(
            "คู่มือจัดการเรื่องร้องเรียน",
            ("ประเภทเรื่องร้องเรียนทุจริต: เรียกรับเงิน ยักยอก เบียดบังทรัพย์ ใช้ตำแหน่ง", *FILLER),
            "found",
            id="kinds of the very matter",
        ),
        pytest.param(
            "คู่มือจัดการเรื่องร้องเรียน",
            ("ประเภทเรื่องร้องเรียน: ทุจริตต่อหน้าที่ ประพฤติมิชอบ ทุจริตจัดซื้อ ผิดวินัย", *FILLER),
            "found",
            id="most kinds are of it",
        ),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
def test_what_a_document_is_about(
    ask: Ask, title: str | None, lines: tuple[str, ...], expected: str, kind: PageKind
) -> None:
    assert ask("about", *lines, kind=kind, page={"title": title}, **CORRUPTION).status == expected


def test_a_heading_of_a_page(ask: Ask) -> None:
    passages = (Passage("ช่องทางแจ้งเบาะแสกรณีทุจริต", is_heading=True), *map(Passage, FILLER))
    assert ask("about", page={"passages": passages}, **CORRUPTION).status == "found"


def test_a_heading_that_sends_the_matter_elsewhere_is_none_of_it(ask: Ask) -> None:
    passages = (Passage("กรณีร้องเรียนการทุจริตให้ส่ง ป.ป.ช.", is_heading=True), *map(Passage, FILLER))
    assert ask("about", page={"passages": passages}, **CORRUPTION).status == "unreadable"
