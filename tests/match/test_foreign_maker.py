"""Documents whose title and maker name the same other body, and those that rightly come from one."""

from __future__ import annotations

from itertools import product

import pytest

from oit_checker.match.foreign_body import foreign_body
from oit_checker.match.foreign_maker import foreign_maker
from oit_checker.match.other_agency import other_agency
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning
from oit_checker.model.page import Page, PageKind, Passage

URL = "https://www.example.go.th/f.docx"
REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568"
OTHERS = (
    "กรมพัฒนาแหล่งน้ำชุมชน",
    "สำนักงานคณะกรรมการกำกับพลังงานชุมชน",
    "เทศบาลตำบลหนองหิน",
    "โรงพยาบาลบ้านนา",
    "มหาวิทยาลัยบูรพาวิทย์",
    "จังหวัดศรีสะเกษ",
    "สถาบันวิจัยสมุนไพร (องค์การมหาชน)",
    "สำนักงานพัฒนาเทคโนโลยีการเกษตร (องค์การมหาชน)",
)
OWN = (
    "กรมส่งเสริมไม้ชุมชน",
    "สำนักงานคณะกรรมการส่งเสริมไม้เศรษฐกิจ",
    "เทศบาลเมืองโคกตะเคียน",
    "โรงพยาบาลคลองสาม (องค์การมหาชน)",
    "มหาวิทยาลัยคลองใหญ่",
    "จังหวัดนครเขต",
    "สถาบันพัฒนาดินแห่งชาติ (องค์การมหาชน)",
    "สำนักงานมาตรฐานการศึกษาชุมชน",
)
# A university's hospital is a part of it.
KIN = {("โรงพยาบาลคลองสาม (องค์การมหาชน)", "มหาวิทยาลัยบูรพาวิทย์"), ("มหาวิทยาลัยคลองใหญ่", "โรงพยาบาลบ้านนา")}


def document(title: str, *lines: str, kind: PageKind = PageKind.DOCX) -> Page:
    return Page(URL, kind, title, tuple(Passage(line) for line in (title, *lines)))


def warned(page: Page, own: str | None, kinds: tuple[DocumentKind, ...] = ()) -> EvidenceWarning | None:
    return foreign_maker(page, own, kinds)


@pytest.mark.parametrize(("own", "other"), [pair for pair in product(OWN, OTHERS) if pair not in KIN])
def test_title_and_maker_name_another_body_whatever_the_kinds(own: str, other: str) -> None:
    page = document(REPORT, other, "อบรมวินัย ผู้เข้าอบรม 120 คน", f"จัดทำโดย {other}")
    assert any(sign(page, own, ()) is not None for sign in (other_agency, foreign_body, foreign_maker))


@pytest.mark.parametrize("own", [*OWN, "สำนักงานเทศบาลตำบลทุ่งแก้ว", "การไฟฟ้าทุ่งแก้ว"])
def test_the_own_report_is_left_in_peace(own: str) -> None:
    assert warned(document(REPORT, own, f"จัดทำโดย กองแผนงาน {own}"), own) is None
    assert warned(document(REPORT, "กองแผนงาน", "จัดทำโดย กองแผนงาน"), own) is None


MADE = ("กรมพัฒนาแหล่งน้ำชุมชน", "เนื้อหา", "จัดทำโดย ศูนย์ปฏิบัติการต่อต้านการทุจริต กรมพัฒนาแหล่งน้ำชุมชน")


@pytest.mark.parametrize(
    ("title", "lines", "own"),
    [
        pytest.param(REPORT, MADE, "เทศบาลตำบลทุ่งแก้ว", id="made by a unit of it"),
        pytest.param(REPORT, (*MADE[:2], "(ลงชื่อ) อธิบดีกรมพัฒนาแหล่งน้ำชุมชน"), "จังหวัดทุ่งแก้ว", id="signed by its head"),
        pytest.param(f"{REPORT} กรมพัฒนาแหล่งน้ำชุมชน", MADE[1:], "โรงพยาบาลทุ่งแก้ว", id="behind its year"),
    ],
)
def test_who_signs_or_made_it(title: str, lines: tuple[str, ...], own: str) -> None:
    warning = warned(document(title, *lines), own)
    assert warning is not None
    assert "กรมพัฒนาแหล่งน้ำ" in (warning.quote or "")


@pytest.mark.parametrize(
    ("title", "lines", "own"),
    [
        pytest.param(REPORT, MADE[:2], "เทศบาลตำบลทุ่งแก้ว", id="the title alone"),
        pytest.param(REPORT, MADE[1:], "เทศบาลตำบลทุ่งแก้ว", id="the maker alone"),
        pytest.param(REPORT, (*MADE, "ส่ง อบต.ทุ่งแก้ว"), "องค์การบริหารส่วนตำบลทุ่งแก้ว", id="the own name stands"),
        pytest.param("แผนพัฒนาแหล่งน้ำ พ.ศ. 2566-2570", MADE, "เทศบาลตำบลทุ่งแก้ว", id="a plan from above"),
        pytest.param("ประมวลจริยธรรมข้าราชการ", MADE, "โรงพยาบาลทุ่งแก้ว", id="a code from above"),
        pytest.param("แบบฟอร์มรายงานผล", MADE, "เทศบาลตำบลทุ่งแก้ว", id="a model"),
        pytest.param(REPORT, MADE, None, id="nobody knows the own name"),
        pytest.param(REPORT, MADE, "ยินดีต้อนรับ", id="a heading that is no name"),
        pytest.param(
            REPORT,
            ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษาดอนสัก", "จัดทำโดย สพป.ดอนสัก"),
            "โรงเรียนวัดทุ่งแก้ว",
            id="the parent of a school",
        ),
        pytest.param(REPORT, ("โรงเรียนวัดดอนสัก", "จัดทำโดย โรงเรียนวัดดอนสัก"), "อบจ.ทุ่งแก้ว", id="a school of its own"),
        pytest.param(
            REPORT,
            ("มหาวิทยาลัยทุ่งแก้ว", "จัดทำโดย มหาวิทยาลัยทุ่งแก้ว"),
            "กองคลัง มหาวิทยาลัยทุ่งแก้ว",
            id="the university of a unit",
        ),
        pytest.param(
            REPORT,
            ("สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริต", "จัดทำโดย สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริต"),
            "เทศบาลตำบลทุ่งแก้ว",
            id="who watches over all",
        ),
        pytest.param(REPORT, ("กระทรวงมหาดไทย", "จัดทำโดย กระทรวงมหาดไทย"), "เทศบาลตำบลทุ่งแก้ว", id="a ministry"),
        pytest.param(REPORT, ("กรมส่งเสริมไม้ชุมชล", "จัดทำโดย กรมส่งเสริมไม้ชุมชล"), "กรมส่งเสริมไม้ชุมชน", id="misspelt"),
    ],
)
def test_what_is_left_in_peace(title: str, lines: tuple[str, ...], own: str | None) -> None:
    assert warned(document(title, *lines), own) is None


def test_a_web_page_and_a_law_are_no_others() -> None:
    own = "เทศบาลตำบลทุ่งแก้ว"
    assert warned(document(REPORT, *MADE, kind=PageKind.HTML), own) is None
    assert warned(document(REPORT, *MADE), own, (DocumentKind.LAW,)) is None
