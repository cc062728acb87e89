"""Whether a document is about what the item asks: the whole agency, several years, and complaints of corruption."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.subject import doubt_of_subject, other_subject
from oit_checker.model.checklist import Item
from oit_checker.model.page import Page, PageKind, Passage, Table

CHECKLIST = load_checklist("nacc-2569")
OWN = "เทศบาลเมืองท่าฉลอม"


def item(topic: str) -> Item:
    return next(one for one in CHECKLIST.items if topic in one.topics)


def document(title: str, *texts: str) -> Page:
    return Page("https://x.go.th/a.pdf", PageKind.PDF, title, tuple(Passage(text, page_no=2) for text in texts))


@pytest.mark.parametrize(
    ("title", "texts", "refused", "doubted"),
    [
        pytest.param("แผนปฏิบัติงาน ประจำปี 2569", ["โครงการ"], True, True, id="a plan of one year"),
        pytest.param("แผนปฏิบัติงาน ประจำปี 2569", ["วิสัยทัศน์ พ.ศ. 2566-2570"], False, True, id="a span in the text"),
        pytest.param("แผนยุทธศาสตร์ ปี 2569", ["โครงการ"], False, True, id="one year, not called yearly"),
        pytest.param("แผนยุทธศาสตร์ พ.ศ. 2566-2570", ["โครงการ"], False, False, id="a span"),
        pytest.param("แผนพัฒนา ระยะ 3 ปี ประจำปี 2569", ["โครงการ"], False, False, id="so many years"),
        pytest.param("แผนยุทธศาสตร์", ["โครงการ"], False, False, id="no year is told elsewhere"),
        pytest.param("แผนพัฒนาการศึกษา พ.ศ. 2566-2570", ["โครงการ"], False, True, id="a plan of one field"),
    ],
)
def test_a_plan_of_several_years_of_the_whole_agency(
    title: str, texts: list[str], refused: bool, doubted: bool
) -> None:
    page = document(title, *texts)
    assert (other_subject(item("strategy"), page) is not None) is refused
    assert (doubt_of_subject(item("strategy"), page, OWN) is not None) is doubted


def test_a_field_that_is_the_agencys_own_is_no_part_of_it() -> None:
    page = document("แผนแม่บทผู้สูงอายุ พ.ศ. 2566-2570", "โครงการ")
    assert doubt_of_subject(item("strategy"), page, "กรมกิจการผู้สูงอายุ") is None
    assert "ผู้สูงอายุ" in (doubt_of_subject(item("strategy"), page, OWN) or "")
    schools = document("แผนพัฒนาการศึกษา พ.ศ. 2566-2570", "ยุทธศาสตร์ที่ 1")
    assert doubt_of_subject(item("strategy"), schools, "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง") is None
    assert doubt_of_subject(item("strategy"), schools, OWN) is not None


@pytest.mark.parametrize(
    ("title", "doubted"),
    [
        ("รายงานผลการดำเนินงานกองทุนสวัสดิการชุมชน ปีงบประมาณ 2568", True),
        ("รายงานประจำปี 2568 ศูนย์พัฒนาเด็กเล็กวัดท่าฉลอม", True),
        ("รายงานผลการดำเนินงานประจำปี 2568 เทศบาลเมืองท่าฉลอม", False),
    ],
)
def test_an_annual_report_of_a_part(title: str, doubted: bool) -> None:
    assert (doubt_of_subject(item("annual_report"), document(title, "ผล"), OWN) is not None) is doubted


@pytest.mark.parametrize("topic", ["complaint_guide", "complaint_stats"])
def test_what_never_says_corruption_is_no_evidence_on_it(topic: str) -> None:
    silent = document("คู่มือรับเรื่องร้องเรียนการให้บริการ", "รับเรื่อง", "ภายใน 7 วัน")
    assert "ทุจริต" in (other_subject(item(topic), silent) or "")
    broken = document("คู่มือรับเรื่องร้องเรียน", "การทุจ", "ริต")
    assert other_subject(item(topic), broken) is None
    told = Page("https://x.go.th/a.xlsx", PageKind.XLSX, "เรื่องร้องเรียน", (), (Table(("เรื่อง",), (("ทุจริต",),)),))
    assert other_subject(item(topic), told) is None
    assert doubt_of_subject(item(topic), told, OWN) is None


SILENT = document("คู่มือรับเรื่องร้องเรียน", "รับเรื่อง")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(replace(SILENT, partly_unreadable=(2,)), id="a page that cannot be read"),
        pytest.param(replace(SILENT, cut=True), id="cut at our limit"),
        pytest.param(replace(SILENT, scans=(1,)), id="a scan in it"),
        pytest.param(replace(SILENT, kind=PageKind.HTML), id="a web page"),
    ],
)
def test_what_was_not_read_whole_leaves_a_doubt(page: Page) -> None:
    assert other_subject(item("complaint_guide"), page) is None
    assert doubt_of_subject(item("complaint_guide"), page, OWN) is not None
