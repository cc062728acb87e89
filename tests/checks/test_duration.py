"""How long a step or a service takes, told apart from times and numbers of other things."""

from __future__ import annotations

import pytest

from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Table

from .conftest import Ask

TIME = ("ระยะเวลา", "วันนับแต่")
FOUND, UNCLEAR, ABSENT = ComponentStatus.FOUND, ComponentStatus.UNREADABLE, ComponentStatus.NOT_FOUND


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("พ.ร.บ.มาตรฐานสินค้าเกษตร มีผลใช้บังคับเมื่อพ้น 180 วัน", ABSENT, id="a law comes into force"),
        pytest.param("ให้ใช้บังคับเมื่อพ้นกำหนด 90 วันนับแต่วันประกาศ", UNCLEAR, id="the same, with a word of time"),
        pytest.param("เมื่อพ้น 60 วันนับแต่วันประกาศในราชกิจจานุเบกษา", UNCLEAR, id="of the gazette"),
        pytest.param("เปิดให้บริการ 24 ชั่วโมง", ABSENT, id="open all day"),
        pytest.param("สายด่วน 1669 24 ชั่วโมง", ABSENT, id="a hot line"),
        pytest.param("รูปถ่ายขนาด 1 นิ้ว ถ่ายไว้ไม่เกิน 6 เดือน", ABSENT, id="the age of a photograph"),
        pytest.param("รายการเดินบัญชีย้อนหลัง 3 เดือน", ABSENT, id="a statement"),
        pytest.param("เปิดทำการสัปดาห์ละ 5 วัน", ABSENT, id="days a week"),
        pytest.param("ต้องแจ้งผลภายใน 15 วัน ตาม พ.ร.บ. ที่ใช้บังคับ", FOUND, id="a time that a law sets"),
        pytest.param("อุทธรณ์ภายใน 15 วันนับแต่วันประกาศผล", FOUND, id="from the day of a result"),
        pytest.param("ระยะเวลาให้บริการ 24 ชั่วโมง", FOUND, id="it takes a day"),
        pytest.param("พ.ร.บ. ใช้บังคับเมื่อพ้น 180 วัน รับคำขอ 10 นาที", FOUND, id="a step beside a law"),
        pytest.param("ออกใบอนุญาตภายใน 3 เดือน", FOUND, id="months"),
    ],
)
def test_a_length_of_time(ask: Ask, text: str, expected: ComponentStatus, kind: PageKind) -> None:
    assert ask("duration", "คู่มือการขออนุญาต", text, keywords=TIME, kind=kind).status is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("กองมาตรฐานฟาร์ม ชั้น 2 อาคาร 1", UNCLEAR, id="a floor"),
        pytest.param("เปิด 08.30 – 16.30 น. ทุกวันทำการ", UNCLEAR, id="hours"),
        pytest.param("เปิด 08:30-16:30 น. ในวันทำการ", UNCLEAR, id="hours with colons"),
        pytest.param("โทร 0 2555 7000 ต่อ 12", UNCLEAR, id="a telephone"),
        pytest.param("สำเนาบัตรประชาชน 1 ฉบับ รูปถ่าย 2 ใบ ฉบับละ 10 บาท", UNCLEAR, id="papers and a fee"),
        pytest.param("เลขที่ 9 หมู่ 5 ตามมาตรา 7 ข้อ 3", UNCLEAR, id="an address and a law"),
        pytest.param("รับคำขอ 10 ตรวจ 15", FOUND, id="figures of a column"),
        pytest.param("ภายในวันทำการ", FOUND, id="within the day"),
        pytest.param("ชั้น 2 รับเรื่องทันที", FOUND, id="at once"),
    ],
)
def test_a_heading_of_time_with_numbers_of_other_things(ask: Ask, text: str, expected: ComponentStatus) -> None:
    lines = ("ขั้นตอนและระยะเวลาการให้บริการ", "ผู้ยื่นพบเจ้าหน้าที่", text)
    assert ask("duration", *lines, keywords=TIME, kind=PageKind.PDF).status is expected


def test_the_cells_of_a_column_of_minutes_tell_it(ask: Ask) -> None:
    rows = (("ยื่นคำขอ ชั้น 2", "5"), ("รับบัตร", "10"))
    tables = (Table(("ขั้นตอน", "ระยะเวลา (นาที)"), rows),)
    assert ask("duration", keywords=TIME, kind=PageKind.DOCX, page={"tables": tables}).status is FOUND


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("รอกี่นาที", ("5", "10"), FOUND, id="how many minutes"),
        pytest.param("ใช้เวลากี่วัน", ("๑", "3 - 5"), FOUND, id="how many days"),
        pytest.param("(นาที)", ("5", ""), FOUND, id="a unit alone"),
        pytest.param("วันที่", ("5", "10"), ABSENT, id="a date"),
        pytest.param("จำนวนวันลา (วัน)", ("5", "10"), ABSENT, id="days of leave"),
        pytest.param("ใช้เวลา (นาที)", ("5", "10"), FOUND, id="how long it takes"),
        pytest.param("ระยะเวลา (วันทำการ)", ("5", "10"), FOUND, id="in working days"),
        pytest.param("ใช้เวลาไม่เกิน (วัน)", ("5", "10"), FOUND, id="no longer than"),
        pytest.param("ผู้ป่วยรอกี่นาที", ("5", "10"), FOUND, id="how long people wait"),
        pytest.param("จำนวนผู้ใช้บริการต่อวัน", ("5", "10"), ABSENT, id="people in a day"),
        pytest.param("ผู้ใช้น้ำต่อวัน", ("5", "10"), ABSENT, id="who uses water in a day"),
        pytest.param("ค่าใช้จ่าย/วัน", ("5", "10"), ABSENT, id="costs of a day"),
        pytest.param("ปริมาณขยะใช้รถเก็บ/วัน", ("5", "10"), ABSENT, id="an amount in a day"),
        pytest.param("รอพิจารณาเกิน 30 วัน", ("5", "10"), ABSENT, id="cases that wait too long"),
        pytest.param("ระยะเวลาจ้าง (วัน)", ("5", "10"), ABSENT, id="how long somebody is hired"),
        pytest.param("ระยะเวลาส่งมอบ (วัน)", ("5", "10"), ABSENT, id="when goods are handed over"),
        pytest.param("รอกี่นาที", ("", ""), ABSENT, id="nothing filled in"),
        pytest.param("รอกี่นาที", ("แล้วแต่แพทย์", "5"), ABSENT, id="not all of them numbers"),
    ],
)
def test_bare_numbers_below_a_head_of_a_unit(
    ask: Ask, head: str, cells: tuple[str, str], expected: ComponentStatus
) -> None:
    tables = (Table(("ทำอะไร", head), tuple(zip(("ทำบัตร", "รับยา"), cells, strict=True))),)
    assert ask("duration", kind=PageKind.DOCX, page={"tables": tables}).status is expected
