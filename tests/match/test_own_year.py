"""Parts of a document that are of another year than its title."""

from __future__ import annotations

import pytest

from oit_checker.match.own_year import parts_of_year
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear

FIRST = Passage("รายงานผลการงดรับของกำนัล ปีงบประมาณ พ.ศ. 2568", page_no=1, is_heading=True)
KINDS = (DocumentKind.REPORT, DocumentKind.ANNOUNCEMENT)


def own(*lines: str, events: bool, heading: bool = False) -> Page | None:
    passages = (FIRST, *(Passage(line, page_no=2, is_heading=heading and not n) for n, line in enumerate(lines)))
    page = Page("https://www.example.go.th/a.pdf", PageKind.PDF, FIRST.text, passages)
    return parts_of_year(page, FiscalYear(2569), KINDS, events=events)


@pytest.mark.parametrize(
    ("lines", "events"),
    [
        pytest.param(("ภาพการชี้แจงบุคลากร เมื่อ 14 พฤศจิกายน 2568 ณ ห้องประชุม",), True, id="an activity with its date"),
        pytest.param(("กิจกรรมปี 2569", "หัวหน้าหน่วยได้ประชุมชี้แจง"), True, id="an activity under its year"),
        pytest.param(("ประกาศเจตนารมณ์ ประจำปีงบประมาณ พ.ศ. 2569", "ข้าพเจ้าขอประกาศ"), False, id="a paper of its own"),
    ],
)
def test_a_later_part_has_the_year_of_its_heading_or_date(lines: tuple[str, ...], events: bool) -> None:
    part = own(*lines, events=events)
    assert part is not None
    assert all(passage.page_no == 2 for passage in part.passages)


@pytest.mark.parametrize(
    ("lines", "events"),
    [
        pytest.param(("ได้จัดอบรมแล้ว (นายก้อง ใจดี) ปลัด 10 ตุลาคม 2568",), True, id="the day of the signature"),
        pytest.param(("ได้จัดอบรมแล้ว " * 20 + "วันที่ 10 ตุลาคม 2568",), True, id="a date far below"),
        pytest.param(("อบรม 3 มีนาคม 2568 และ 14 พฤศจิกายน 2568",), True, id="of two years"),
        pytest.param(("ได้จัดประชุมชี้แจงบุคลากร",), True, id="of no year of its own"),
        pytest.param(("โครงการที่จะทำในปีงบประมาณ พ.ศ. 2569", "อบรม 3 รุ่น"), False, id="what is no paper of its own"),
        pytest.param(("รายงานข้อเสนอสำหรับปีงบประมาณ พ.ศ. 2569", "อบรม"), False, id="what is proposed for the year"),
        pytest.param(("ภาพการชี้แจงบุคลากร เมื่อ 14 พฤศจิกายน 2568",), False, id="a date dates no plan"),
    ],
)
def test_other_parts_have_the_year_of_the_document(lines: tuple[str, ...], events: bool) -> None:
    assert own(*lines, events=events) is None


def test_the_first_part_has_the_year_of_the_title() -> None:
    page = Page("https://www.example.go.th/a.pdf", PageKind.PDF, None, (Passage("ปี 2569 ประชุม", page_no=1),))
    assert parts_of_year(page, FiscalYear(2569), KINDS, events=True) is None


def test_of_a_web_page_each_heading_is_a_part_and_only_events_are_dated_by_it() -> None:
    passages = (
        Passage("ชวนกันงดรับ", is_heading=True),
        Passage("14 พฤศจิกายน 2568 ผู้อำนวยการนำบุคลากรรณรงค์", "ชวนกันงดรับ"),
        Passage("รายงานผล ปีงบประมาณ 2568", is_heading=True),
        Passage("ไม่มีผู้รับ", "รายงานผล ปีงบประมาณ 2568"),
    )
    page = Page("https://www.example.go.th/gift", PageKind.HTML, "งดรับของกำนัล", passages)
    part = parts_of_year(page, FiscalYear(2569), KINDS, events=True)
    assert part is not None
    assert part.passages == passages[:2]
    assert parts_of_year(page, FiscalYear(2569), KINDS, events=False) is None


def test_where_any_kind_will_do_a_part_has_to_name_one() -> None:
    named, bare = (Passage(text, page_no=2) for text in ("ประกาศ ปีงบประมาณ พ.ศ. 2569", "ปีงบประมาณ พ.ศ. 2569"))
    pages = [Page("https://www.example.go.th/a.pdf", PageKind.PDF, FIRST.text, (FIRST, one)) for one in (named, bare)]
    found = [parts_of_year(page, FiscalYear(2569), (), events=False) is not None for page in pages]
    assert found == [True, False]
