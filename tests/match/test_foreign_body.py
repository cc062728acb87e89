"""Documents that another body of whatever kind calls its own, and documents that only speak of one."""

from __future__ import annotations

import pytest

from oit_checker.match.foreign_body import foreign_body
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.page import Page, PageKind, Passage

URL = "https://www.example.go.th/f.pdf"
OWN = "เทศบาลตำบลทุ่งแก้ว"


def named(title: str, *lines: str, own: str | None = OWN, kinds: tuple[DocumentKind, ...] = ()) -> str | None:
    page = Page(URL, PageKind.PDF, title, tuple(Passage(line, page_no=1) for line in lines))
    warning = foreign_body(page, own, kinds)
    return warning.quote if warning is not None else None


@pytest.mark.parametrize(
    ("title", "lines", "own"),
    [
        pytest.param("สถิติเรื่องร้องเรียน ปี 2568 สถานีตำรวจภูธรดอนสัก", (), OWN, id="police"),
        pytest.param("รายงานผลของโรงเรียนวัดดอนสัก", (), OWN, id="school"),
        pytest.param("รายงานผลของมหาวิทยาลัยดอนสัก", (), OWN, id="university"),
        pytest.param("แผนของบริษัท ดอนสักการโยธา จำกัด", (), OWN, id="company"),
        pytest.param("แผน ปี 2569", ("เนื้อหา", "(ลงชื่อ) นายกองค์การบริหารส่วนตำบลดอนสัก"), OWN, id="who signs"),
        pytest.param("บันทึกกิจกรรม", ("นายก อบต. ดอนสัก ประชุมพนักงาน 36 คน",), OWN, id="what another head does"),
        pytest.param("แผน ปี 2569", ("จัดทำโดย งานแผน อบต.ดอนสัก",), OWN, id="who made it"),
        pytest.param("Plan of Don Sak Subdistrict Municipality 2026", (), OWN, id="in English"),
        pytest.param("รายงานผล ปีงบประมาณ 2568", ("สำนักงานขนส่งจังหวัดดอนสัก",), OWN, id="the office of a field"),
        pytest.param("แผน ปี 2569 สำนักงานสรรพากรพื้นที่ดอนสัก", (), OWN, id="the office of an area"),
        pytest.param("คู่มือบริการ", ("คู่มือบริการเทศบาลเมืองดอนสักบริการที่ 1",), "มหาวิทยาลัยทุ่งแก้ว", id="run on below"),
        pytest.param(
            "คู่มืองาน ปี 2569",
            ("คู่มืองาน ปี 2569 งานทะเบียน สำนักวิชาการ โรงพยาบาลดอนสัก 1. รับคำขอ",),
            "สถานีตำรวจภูธรทุ่งแก้ว",
            id="run on, behind its units",
        ),
        pytest.param("รายงาน ปี 2568 เทศบาลเมืองดอนสัก", (), "สถานีตำรวจภูธรทุ่งแก้ว", id="a police station's site"),
        pytest.param("แผน", ("(ลงชื่อ) นายกเทศมนตรีตำบลดอนสัก",), "กรมทุ่งแก้ว", id="a local body on a department's site"),
    ],
)
def test_another_body_is_named(title: str, lines: tuple[str, ...], own: str) -> None:
    assert "ดอนสัก" in (named(title, *lines, own=own) or "") or "Don Sak" in (named(title, *lines, own=own) or "")


@pytest.mark.parametrize(
    ("title", "lines", "own"),
    [
        pytest.param("รายงานผลของโรงเรียนวัดดอนสัก", ("เสนอเทศบาลตำบลทุ่งแก้ว",), OWN, id="the own name stands too"),
        pytest.param("รายงานผลของโรงเรียนวัดดอนสัก", ("เทศบาลตำบลทุงแกว",), OWN, id="spelled without its marks"),
        pytest.param("โครงการถนนสายโรงเรียนวัดดอนสัก", (), OWN, id="what it is about"),
        pytest.param("คู่มือบริการ", ("คู่มือบริการ การรับโอนจากเทศบาลเมืองดอนสัก",), OWN, id="run on, and not below"),
        pytest.param("คู่มือบริการ", ("คู่มือบริการ งานทะเบียน ร่วมกับโรงเรียนวัดดอนสัก",), OWN, id="run on, who came along"),
        pytest.param("แผน ปี 2569", ("สำนักงานสาธารณสุขจังหวัดดอนสัก",), OWN, id="an office above health posts"),
        pytest.param("แผน ปี 2569", ("สำนักงานท้องถิ่นจังหวัดดอนสัก",), OWN, id="an office above local bodies"),
        pytest.param("แผน ปี 2569", ("สำนักงานขนส่งจังหวัดดอนสัก",), "กรมทุ่งแก้ว", id="a department with offices"),
        pytest.param("แผน ปี 2569", ("สำนักงานขนส่งจังหวัดทุ่งแก้ว",), OWN, id="an office of the same place"),
        pytest.param("รายงานผลการอบรมร่วมกับสถานีตำรวจภูธรดอนสัก", (), OWN, id="who came along"),
        pytest.param("แผนของโรงเรียนเทศบาล 3 ดอนสัก", (), OWN, id="a school of its own"),
        pytest.param("แผนของโรงพยาบาลส่งเสริมสุขภาพตำบลดอนสัก", (), OWN, id="a health post of its own"),
        pytest.param("ประกาศของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาดอนสัก", (), "โรงเรียนวัดทุ่งแก้ว", id="a parent"),
        pytest.param("แผน ปี 2569 โรงเรียนทุกแห่งในสังกัด", (), OWN, id="in general"),
        pytest.param("หลักเกณฑ์ขององค์การบริหารส่วนตำบลหมวด 2 การสอบ", (), OWN, id="a chapter glued to it"),
        pytest.param("บันทึกกิจกรรม", ("นายก อบต. ประชุมพนักงาน 36 คน",), OWN, id="what the own head does"),
        pytest.param("แผนของโรงเรียนวัดดอนสัก", (), None, id="nobody knows the own name"),
        pytest.param("ระเบียบของกรมดอนสัก ปี 2569", (), OWN, id="a department may be a parent"),
        pytest.param("แผนของโรงเรียนวัดดอนสัก", (), "กรมทุ่งแก้ว", id="a department with bodies of all kinds"),
    ],
)
def test_what_is_left_in_peace(title: str, lines: tuple[str, ...], own: str | None) -> None:
    assert named(title, *lines, own=own) is None


def test_laws_come_from_above() -> None:
    assert named("ระเบียบของมหาวิทยาลัยดอนสัก", kinds=(DocumentKind.LAW,)) is None
