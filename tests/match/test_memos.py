"""A covering memo counts for what follows it, and for nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.match.kind_signs import kind_of
from oit_checker.match.memos import memo_of
from oit_checker.model.checklist import DocumentKind as Kind
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage, Table

ADDRESS = "https://www.example.go.th/files/memo.pdf"
HEAD = "บันทึกข้อความ ส่วนราชการ สำนักปลัด วันที่ 3 ตุลาคม 2568 เรื่อง รายงานผลการดำเนินการป้องกันการทุจริต เรียน นายกเทศมนตรี"
SENDS = "บัดนี้ ได้จัดทำรายงานเรียบร้อยแล้ว รายละเอียดตามเอกสารที่แนบมาพร้อมนี้ จึงเรียนมาเพื่อโปรดทราบ"
FIGURES = "ดำเนินการแล้ว 3 โครงการ ผู้เข้าร่วม 120 คน ใช้งบประมาณ 40,000 บาท"
REPORT = "รายงานผลการดำเนินการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568"


def pdf(*pages: str, unread: tuple[int, ...] = ()) -> Page:
    passages = tuple(Passage(text, page_no=number) for number, text in enumerate(pages, start=1) if text)
    return Page(ADDRESS, PageKind.PDF, None, passages, partly_unreadable=unread)


def with_table(page: Page, *rows: tuple[str, ...]) -> Page:
    return replace(page, laid_out=(Table(("วิธี", "ที่ใด"), rows, page_no=1),))


def kinds(page: Page) -> tuple[tuple[Kind, ...], str | None]:
    found = kind_of(page, Candidate("O24", ADDRESS, "", "รายงานผล", (), (), 1.0), (Kind.REPORT,))
    return found.kinds, found.doubt


def test_a_memo_that_only_sends_is_no_report() -> None:
    page = pdf(f"{HEAD} {SENDS}")
    assert kinds(page) == ((Kind.MEMO,), None)
    memo = memo_of(page)
    assert memo is not None
    assert memo.sends is not None
    assert "ที่แนบมา" in memo.sends


@pytest.mark.parametrize("heading", [REPORT, f"เทศบาลตำบลบ้านตัวอย่าง {REPORT}"])
def test_a_memo_counts_for_the_report_that_follows_it(heading: str) -> None:
    page = pdf(f"{HEAD} {SENDS}", heading)
    assert kinds(page) == ((Kind.REPORT,), None)
    memo = memo_of(page)
    assert memo is not None
    assert memo.follows == (((Kind.REPORT,), f"หน้า 2: {heading}"),)


def test_of_several_papers_behind_a_memo_the_one_that_is_due_counts() -> None:
    assert kinds(pdf(f"{HEAD} {SENDS}", "คำสั่งเทศบาล เรื่อง แต่งตั้งคณะทำงาน", REPORT)) == ((Kind.REPORT,), None)


def test_a_word_document_goes_on_below_the_closing() -> None:
    passages = tuple(Passage(text) for text in (HEAD, SENDS, REPORT, "โครงการอบรม"))
    assert kinds(Page(ADDRESS, PageKind.DOCX, None, passages)) == ((Kind.REPORT,), None)
    assert kinds(Page(ADDRESS, PageKind.DOCX, None, passages[:2])) == ((Kind.MEMO,), None)


def test_memos_behind_a_memo_are_memos() -> None:
    assert kinds(pdf(f"{HEAD} {SENDS}", f"{HEAD} {SENDS} " * 3)) == ((Kind.MEMO,), None)


@pytest.mark.parametrize(
    ("page", "quoted"),
    [
        pytest.param(pdf(f"{HEAD} {SENDS} {FIGURES}"), "แจ้งผลไว้ในตัวบันทึก", id="it tells figures itself"),
        pytest.param(pdf(f"{HEAD} {SENDS}", unread=(2, 3)), "หน้า 2, 3", id="what follows cannot be read"),
        pytest.param(pdf(f"{HEAD} {SENDS}", "โครงการอบรม " * 30), "ส่วนที่ตามมา", id="what follows names no kind"),
        pytest.param(pdf(f"{HEAD} จึงเรียนมาเพื่อโปรดทราบ"), "บันทึกข้อความ", id="it sends nothing"),
    ],
)
def test_a_memo_that_may_be_the_report_stays_in_doubt(page: Page, quoted: str) -> None:
    _, doubt = kinds(page)
    assert doubt is not None
    assert quoted in doubt


def test_a_letter_with_enclosures_is_a_covering_letter() -> None:
    letter = "ที่ ตอ 0017/123 ศาลากลางจังหวัด เรื่อง ขอส่งเอกสาร เรียน นายอำเภอ สิ่งที่ส่งมาด้วย เอกสาร 1 ชุด ขอแสดงความนับถือ"
    assert kinds(pdf(letter)) == ((Kind.MEMO,), None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{REPORT} ผู้บริหารได้ลงนามในบันทึกข้อความและเอกสารแนบแล้ว", id="a report that mentions memos"),
        pytest.param("ประกาศเทศบาล เรื่อง แผนพัฒนาบุคลากร เรียน ท่านผู้เกี่ยวข้อง สิ่งที่ส่งมาด้วย แผน", id="an announcement"),
    ],
)
def test_other_documents_are_no_memos(text: str) -> None:
    assert memo_of(pdf(text)) is None


TOLD = "บันทึกข้อความ ส่วนราชการ ฝ่ายพัสดุ วันที่ 6 ตุลาคม 2568 เรื่อง สรุปผลการจัดหา ปี 2568 เรียน ผู้อำนวยการ"
ROWS = "วิธีคัดเลือก 4 ครั้ง วิธีเฉพาะเจาะจง 61 ครั้ง " * 8


@pytest.mark.parametrize(
    ("page", "may_be"),
    [
        pytest.param(pdf(f"{TOLD} จัดหาแล้ว 65 ครั้ง เป็นเงิน 900,000 บาท"), True, id="it tells the figures itself"),
        pytest.param(pdf(f"{TOLD} {SENDS}", ROWS), True, id="a table without a name follows"),
        pytest.param(pdf(f"{TOLD} จัดหาแล้ว 65 ครั้ง {SENDS}"), False, id="what it sends does not follow"),
        pytest.param(pdf(f"{TOLD} จึงเรียนมาเพื่อโปรดทราบ"), False, id="it tells nothing"),
        pytest.param(with_table(pdf(TOLD), ("ซื้อ", "ตลาดนัด")), True, id="a filled table of its own"),
        pytest.param(with_table(pdf(TOLD), ("ซื้อ", "")), False, id="a table that nobody has filled"),
        pytest.param(
            with_table(pdf(f"{TOLD} {SENDS}"), ("ซื้อ", "ตลาดนัด")), False, id="a table, and what it sends is not there"
        ),
        pytest.param(pdf(f"{TOLD} {SENDS}", ROWS, unread=(3,)), False, id="a page that follows cannot be read"),
        pytest.param(
            pdf(f"{TOLD.replace('สรุปผล', 'ขออนุมัติเผยแพร่สรุปผล')} จัดหาแล้ว 65 ครั้ง"), False, id="it asks for approval"
        ),
        pytest.param(pdf(f"{TOLD.replace('สรุปผล', 'ขอส่งสรุปผล')} จัดหาแล้ว 65 ครั้ง"), False, id="it sends"),
        pytest.param(pdf(f"{TOLD.replace('สรุปผล', 'แผน')} จัดหาแล้ว 65 ครั้ง"), False, id="it is about something else"),
    ],
)
def test_a_memo_may_be_the_report_that_it_is_about(page: Page, may_be: bool) -> None:
    found = kind_of(page, Candidate("O12", ADDRESS, "", "สรุปผล", (), (), 1.0), (Kind.REPORT,))
    assert found.may_be_whole is may_be


@pytest.mark.parametrize(
    ("page_two", "follows"),
    [
        pytest.param("คำสั่ง/ความเห็น ทราบ ให้เผยแพร่บนเว็บไซต์", False, id="what the superior wrote on it"),
        pytest.param("ความเห็นผู้บังคับบัญชา เห็นชอบ", False, id="and in other words"),
        pytest.param("คำสั่งเทศบาลตำบลตัวอย่าง เรื่อง แต่งตั้งคณะทำงาน", True, id="an order"),
    ],
)
def test_the_word_of_a_superior_is_no_paper_behind_a_memo(page_two: str, follows: bool) -> None:
    memo = memo_of(pdf(f"{HEAD} {FIGURES}", page_two))
    assert memo is not None
    assert bool(memo.follows) is follows
