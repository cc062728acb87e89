"""What a document says of itself that keeps it from being the evidence: half a year, a draft, another year inside."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.checks.matter import Matter
from oit_checker.match.cover_year import seen_inside
from oit_checker.match.drafts import draft_words
from oit_checker.match.kind_signs import kind_of
from oit_checker.match.part_year import part_by_link, part_in_text, part_of_year
from oit_checker.match.rejection import doubt_of
from oit_checker.match.title_lines import title_lines
from oit_checker.match.years import YearFound
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

CHECKLIST = load_checklist("nacc-2569")
COVER = "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569"


def item(code: str) -> Item:
    found = CHECKLIST.item(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("รายงานผลการป้องกันการทุจริต รอบ 6 เดือน", "รอบ 6 เดือน", id="six months"),
        pytest.param("รายงานผล รอบหกเดือนแรก", "รอบหกเดือน", id="in words"),
        pytest.param("รายงานผล 6 เดือนหลัง ปี 2568", "6 เดือนหลัง", id="the second half"),
        pytest.param("รายงานผล (ตุลาคม ๒๕๖๗ – มีนาคม ๒๕๖๘)", "ตุลาคม 2567 – มีนาคม", id="months from to"),
        pytest.param("รายงานผล 1 ต.ค. 67 - 31 มี.ค. 68", "ต.ค. 67 - 31 มี.ค.", id="short months"),
        pytest.param("รายงานผล ไตรมาสที่ 2", "ไตรมาสที่ 2", id="a quarter"),
        pytest.param("รายงานผล รอบ 12 เดือน (ตุลาคม 2567 - กันยายน 2568)", None, id="the whole year"),
        pytest.param("รายงานผล รอบ 6 เดือน และรอบ 12 เดือน", None, id="both"),
        pytest.param("จัดอบรมสอดแทรกในการประชุมประจำเดือนของสำนักปลัด", None, id="a meeting of every month"),
        pytest.param("จ้างเหมาบริการรายเดือน 9 ราย", None, id="monthly wages"),
        pytest.param("2 เผยแพร่ข้อมูลจัดซื้อจัดจ้างรายเดือน", None, id="what is published monthly"),
        pytest.param("รายงานประจำเดือน ธันวาคม 2567", "ประจำเดือน", id="of a month"),
        pytest.param("รายงานผลการดำเนินการป้องกันการทุจริต ปี 2568", None, id="nothing said"),
    ],
)
def test_part_of_year(title: str, expected: str | None) -> None:
    assert part_of_year(item("O24"), [title]) == expected


def test_halves_in_the_columns_of_a_whole_year_are_no_part() -> None:
    lines = ["สถิติเรื่องร้องเรียน ปี 2568", "ตุลาคม 2567 - มีนาคม 2568 เมษายน - กันยายน 2568"]
    assert part_of_year(item("O18"), lines) is None


def test_half_a_year_will_do_where_this_year_is_asked() -> None:
    assert part_of_year(item("O6"), ["รายงานความก้าวหน้า รอบ 6 เดือน"]) is None


def test_a_link_that_says_half_a_year_is_a_doubt_only_while_the_document_is_silent() -> None:
    title, link = "รายงานผลการดำเนินการป้องกันการทุจริต ปี 2568", "รายงานผล รอบ 6 เดือน"
    doubt = part_by_link(item("O24"), [title], link)
    assert doubt is not None
    assert "รอบ 6 เดือน" in doubt
    assert part_by_link(item("O24"), [f"{title} รอบ 12 เดือน"], link) is None


def test_the_name_of_a_file_in_an_archive_is_called_so() -> None:
    title = "รายงานผลการดำเนินการป้องกันการทุจริต ปี 2568"
    doubt = part_by_link(item("O24"), [title], "ดาวน์โหลดเอกสารทั้งหมด", "รายงานไตรมาส 2.pdf")
    assert doubt is not None
    assert doubt.startswith("ชื่อไฟล์ในไฟล์บีบอัดระบุ “ไตรมาส 2”")


def paper(*texts: str, kind: PageKind = PageKind.PDF, title: str | None = None) -> Page:
    return Page("u", kind, title, tuple(Passage(text, page_no=1) for text in texts))


HALF = "ข้อมูลระหว่างวันที่ ๑ ตุลาคม ๒๕๖๗ ถึงวันที่ ๓๑ มีนาคม ๒๕๖๘"


@pytest.mark.parametrize(
    ("page", "quoted"),
    [
        pytest.param(paper("สรุปผลจัดซื้อจัดจ้าง ปี 2568", HALF), "1 ตุลาคม 2567 ถึงวันที่ 31 มีนาคม 2568", id="from to"),
        pytest.param(
            paper("ผลการดำเนินงานตั้งแต่เดือน ต.ค. 67 - มิ.ย. 68"), "ต.ค. 67 - มิ.ย. 68", id="three quarters, in short"
        ),
        pytest.param(paper("รายงาน", HALF, kind=PageKind.HTML), "1 ตุลาคม 2567", id="on a web page"),
        pytest.param(paper("ข้อมูล ณ วันที่ 31 มีนาคม 2568"), "ข้อมูล ณ วันที่ 31 มีนาคม 2568", id="up to a day of the year"),
        pytest.param(
            paper("ผลเบิกจ่าย", kind=PageKind.HTML, title="รายงานผล รอบ 6 เดือน"), "รอบ 6 เดือน", id="title of a web page"
        ),
        pytest.param(paper(HALF, "และช่วง 1 เมษายน - 30 กันยายน 2568"), None, id="both halves"),
        pytest.param(paper(HALF, "ผลถึงเดือน ก.ค. - ก.ย. 2568"), None, id="the last quarter too"),
        pytest.param(paper("รอบ 12 เดือน", HALF), None, id="the whole year"),
        pytest.param(paper("ข้อมูล ณ วันที่ 30 กันยายน 2568"), None, id="the last day of the year"),
        pytest.param(paper("ข้อมูล ณ วันที่ 15 ตุลาคม 2568"), None, id="a day after the year"),
        pytest.param(paper("ระยะเวลาโครงการ ตั้งแต่ 1 ตุลาคม 2567 - 31 มีนาคม 2568"), None, id="the time of a project"),
        pytest.param(paper("เลื่อนเงินเดือน รอบ 1 ตุลาคม 2567 - 31 มีนาคม 2568"), None, id="a round of pay rises"),
        pytest.param(paper("อบรมวันที่ 5 ตุลาคม 2567"), None, id="a day in the year"),
    ],
)
def test_the_period_that_a_text_says_it_covers(page: Page, quoted: str | None) -> None:
    doubt = part_in_text(item("O12"), page, FiscalYear(2568))
    assert (doubt is None) if quoted is None else (doubt is not None and f"“{quoted}" in doubt)


def test_a_half_will_do_for_what_is_of_this_year() -> None:
    assert part_in_text(item("O6"), paper(HALF), FiscalYear(2569)) is None


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [
        ("(ร่าง) แผนปฏิบัติการป้องกันการทุจริต", True),
        ("ร่างแผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", True),
        ("- ร่าง -", True),
        ("แผนพัฒนาบุคลากร (ฉบับร่าง)", True),
        ("ร่าง_แผนพัฒนา_2569.pdf", True),
        ("action plan 2026 DRAFT.pdf", True),
        ("ร่างกายแข็งแรง", False),
        ("ร่างขอบเขตของงาน (TOR)", False),
        ("การรับฟังความคิดเห็นต่อร่างข้อบัญญัติ", False),
        ("คณะกรรมการยกร่างแผนปฏิบัติการ", False),
        ("Draftsman", False),
    ],
)
def test_draft_words(text: str, is_draft: bool) -> None:
    assert (draft_words([text]) is not None) is is_draft


HEARING = "สรุปผลการเปิดโอกาสให้เกษตรกรมีส่วนร่วม ปีงบประมาณ พ.ศ. 2569"


@pytest.mark.parametrize(
    ("lines", "is_draft"),
    [
        pytest.param([HEARING, "เรื่อง (ร่าง) หลักเกณฑ์การขึ้นทะเบียน"], False, id="asked about, in a line of its own"),
        pytest.param([f"{HEARING} เรื่อง (ร่าง) หลักเกณฑ์การขึ้นทะเบียน"], False, id="asked about, run on"),
        pytest.param(
            [HEARING, "ประเด็น : หลักเกณฑ์การขึ้นทะเบียน (ฉบับร่าง)"], False, id="a draft behind the label of what was asked"
        ),
        pytest.param([f"{HEARING} ต่อ (ร่าง) ข้อบัญญัติ"], False, id="opinions on a draft"),
        pytest.param([f"(ร่าง) {HEARING}", "เรื่อง (ร่าง) หลักเกณฑ์"], True, id="the report itself is a draft"),
        pytest.param([f"{HEARING} (ฉบับร่าง)"], True, id="a draft at the end of the report's own title"),
        pytest.param([HEARING, "(ร่าง) รายงานผล"], True, id="no word that one asked about it"),
        pytest.param(["ประกาศ", "เรื่อง (ร่าง) มาตรการป้องกันการทุจริต"], True, id="a notice of a draft"),
        pytest.param(["ประกาศ เรื่อง (ร่าง) แนวทางการมีส่วนร่วมของประชาชน"], True, id="a draft about participation"),
        pytest.param(["แผนส่งเสริมการมีส่วนร่วม เรื่อง (ร่าง) แผนย่อย"], True, id="a plan"),
    ],
)
def test_a_draft_that_was_asked_about_makes_no_draft_of_the_report(lines: list[str], is_draft: bool) -> None:
    assert (draft_words(lines) is not None) is is_draft


def inside(*pages: str, kind: PageKind = PageKind.PDF) -> YearFound:
    passages = [Passage(text, page_no=number) for number, text in enumerate((COVER, *pages), start=1)]
    matter = Matter(Page("https://www.example.go.th/a.pdf", kind, COVER, tuple(passages)), PhraseIndex(["แผน"]), TODAY)
    found = YearFound(2569, "title", "ปีงบประมาณ พ.ศ. 2569")
    return seen_inside(found, matter, lambda: matter.years)


TODAY = date(2026, 4, 30)
LAST_YEAR = "โครงการอบรม ปีงบประมาณ พ.ศ. 2568"


def test_last_years_plan_in_this_years_cover_has_no_sure_year() -> None:
    found = inside(*[LAST_YEAR] * 5)
    assert found.be is None
    assert found.doubt is not None
    assert "2569" in found.doubt
    assert "2568" in found.doubt


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([LAST_YEAR] * 4, id="named too seldom"),
        pytest.param([*[LAST_YEAR] * 9, "ดำเนินการในปี ๒๕๖๙"], id="the cover's year stands inside"),
        pytest.param([*[LAST_YEAR] * 9, "พ.ย. 68"], id="a month of the cover's year stands inside"),
        pytest.param(["โครงการอบรม"] * 9, id="no year inside"),
        pytest.param(["แผนแม่บท พ.ศ. 2570"] * 9, id="a later year inside"),
        pytest.param([], id="nothing but a cover"),
    ],
)
def test_the_covers_year_stands(pages: list[str]) -> None:
    assert inside(*pages).be == 2569


def test_what_is_listed_below_the_title_is_no_title() -> None:
    listed = (Passage("รายงานผล", page_no=1), Passage("1. อบรมวินัย", page_no=1), Passage("- รายเดือน", page_no=1))
    numbered = (Passage("รายงานผล", page_no=1), Passage("- 1 -", page_no=1), Passage("รอบ 6 เดือน", page_no=1))
    seen = [title_lines(Page("file:///r.pdf", PageKind.PDF, None, passages)) for passages in (listed, numbered)]
    assert seen == [("รายงานผล",), ("รายงานผล", "- 1 -", "รอบ 6 เดือน")]


def test_of_a_page_run_together_only_the_beginning_is_title() -> None:
    run = "รายงานผลการดำเนินการป้องกันการทุจริต ปี 2568 " + "จัดอบรม " * 40 + "จ้างครูรายเดือน"
    passages = (Passage(run, page_no=1), Passage("๔๖ คน จ้างครูรายเดือน", page_no=1))
    lines = title_lines(Page("file:///r.pdf", PageKind.PDF, None, passages))
    assert part_of_year(item("O24"), lines) is None
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("code", "title", "is_doubted"),
    [
        ("O20", "(ร่าง) ประกาศ เรื่อง นโยบายไม่รับของขวัญ No Gift Policy ปีงบประมาณ พ.ศ. 2569", True),
        ("O20", "ประกาศ เรื่อง นโยบายไม่รับของขวัญ No Gift Policy ปีงบประมาณ พ.ศ. 2569", False),
        ("O23", "(ร่าง) แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569", True),
    ],
)
def test_a_draft_is_doubted_whatever_kinds_an_item_takes(code: str, title: str, is_doubted: bool) -> None:
    page = Page("https://x.go.th/a.pdf", PageKind.PDF, title, (Passage(title, page_no=1),))
    candidate = Candidate(code, page.url, "https://x.go.th/", "เปิดดู", (page.url,), (), 1.0)
    asked = item(code)
    found = kind_of(page, candidate, asked.document_kinds)
    assert ("ฉบับร่าง" in (doubt_of(asked, candidate, page, found) or "")) is is_doubted
