"""A label on a line of its own tells nothing where the next line of a document is a label too."""

from __future__ import annotations

import pytest

from oit_checker.documents.paragraphs import passages_of
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Passage, Table

from .conftest import Ask

GOALS = "เป้าหมาย ผลผลิตน้ำผึ้งเพิ่มขึ้น"
WAYS = "กลยุทธ์ พัฒนาพันธุ์"
LAW = "กฎหมายที่เกี่ยวข้อง"
FOUND, UNCLEAR = ComponentStatus.FOUND, ComponentStatus.UNREADABLE


def asked(ask: Ask, word: str, *lines: str, page_no: int = 1, **page: object) -> ComponentStatus:
    """What the keywords show in lines of a PDF, which runs them together."""
    passages = tuple(passages_of(lines, page_no=page_no))
    return ask("keywords", keywords=(word,), kind=PageKind.PDF, page={"passages": passages, **page}).status


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        pytest.param("ตัวชี้วัด", (GOALS, "ตัวชี้วัด", WAYS), id="between labels that say something"),
        pytest.param("ตัวชี้วัด", (GOALS, "ตัวชี้วัด", WAYS, "มาตรฐาน", GOALS, "ตัวชี้วัด", WAYS), id="twice"),
        pytest.param(LAW, ("คู่มือ", "รับคำขอ", LAW, "ผู้จัดทำ", "กองมาตรฐาน"), id="who made it"),
        pytest.param(LAW, ("คู่มือ", "รับคำขอ", LAW), id="the end"),
        pytest.param("ข้อเสนอแนะ", ("รายงาน", "ปัญหา อุปสรรค", "ข้อเสนอแนะ", "จัดทำโดย กองแผนงาน"), id="made by"),
        pytest.param(
            "ขั้นตอน",
            ("ช่องทางการให้บริการ ชั้น 2", "ขั้นตอนการให้บริการ และระยะเวลา", "เอกสารที่ใช้ บัตรประชาชน", "ค่าธรรมเนียม ไม่มี"),
            id="two in one line",
        ),
        pytest.param(
            "การนำผลไปปรับปรุง", ("ผู้มีส่วนร่วม : 85 ราย", "ผลจากการมีส่วนร่วม :", "การนำผลไปปรับปรุงการดำเนินงาน :"), id="colons"
        ),
        pytest.param("ค่าธรรมเนียม", ("คู่มือ", "ค่าธรรมเนียม :", "เอกสารที่ใช้ : บัตรประชาชน"), id="a colon, then another label"),
        pytest.param("ปัญหา", ("ปัญหา อุปสรรค", "ข้อเสนอแนะ", "ระยะเวลา", "(นายก้อง ดีใจ)"), id="a signature below all"),
    ],
)
def test_a_label_alone_on_its_line_is_left_to_a_person(ask: Ask, word: str, lines: tuple[str, ...]) -> None:
    assert asked(ask, word, *lines) is UNCLEAR


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        pytest.param("ตัวชี้วัด", (GOALS, "ตัวชี้วัด", "ร้อยละของฟาร์มที่ได้มาตรฐาน", WAYS), id="told below"),
        pytest.param("ตัวชี้วัด", ("แผนพัฒนา", "ตัวชี้วัด", "ผลผลิตต่อไร่ เพิ่มขึ้น"), id="a word of a label begins what is told"),
        pytest.param("ตัวชี้วัด", ("โครงการ", "เป้าหมาย", "ตัวชี้วัด", "งบประมาณ", "อบรม", "30 คน"), id="heads of a table"),
        pytest.param("ตัวชี้วัด", (GOALS, "ตัวชี้วัด ร้อยละ 80", WAYS), id="told in its line"),
        pytest.param(LAW, ("คู่มือ", LAW, "พ.ร.บ. มาตรฐานสินค้าเกษตร พ.ศ. 2551", "ผู้จัดทำ กองคลัง"), id="a law below"),
        pytest.param(LAW, ("ขั้นตอน 3 ขั้น", LAW, "ระเบียบ กทม. ว่าด้วยฟาร์ม", "ผู้จัดทำ กองคลัง"), id="a rule below"),
        pytest.param("ค่าธรรมเนียม", ("คู่มือ", "ค่าธรรมเนียม :", "ไม่มี"), id="none"),
        pytest.param("ปัญหา", ("4. ปัญหา", "4.1 ด้านบุคลากร", "ข้อเสนอแนะ"), id="a heading below it"),
    ],
)
def test_what_is_told_counts(ask: Ask, word: str, lines: tuple[str, ...]) -> None:
    assert asked(ask, word, *lines) is FOUND


def test_a_page_with_a_table_and_one_that_goes_on_say_nothing(ask: Ask) -> None:
    lines = (GOALS, "ตัวชี้วัด", WAYS)
    assert asked(ask, "ตัวชี้วัด", *lines, tables=(Table(("ก", "ข", "ค"), (), page_no=1),)) is FOUND
    overleaf = (*passages_of(["คู่มือ", LAW], page_no=1), Passage("พ.ร.บ. มาตรฐานสินค้าเกษตร", page_no=2))
    assert asked(ask, LAW, passages=overleaf) is FOUND


def test_a_label_that_is_told_elsewhere_counts(ask: Ask) -> None:
    assert asked(ask, "ตัวชี้วัด", GOALS, "ตัวชี้วัด", WAYS, "ตัวชี้วัด ร้อยละ 80") is FOUND


def test_in_a_word_document(ask: Ask) -> None:
    lines = (GOALS, "ตัวชี้วัด", WAYS)
    assert ask("keywords", *lines, keywords=("ตัวชี้วัด",), kind=PageKind.DOCX).status is UNCLEAR
    told = (GOALS, "ตัวชี้วัด", "ผลผลิต 5 กก. ต่อรัง", WAYS)
    assert ask("keywords", *told, keywords=("ตัวชี้วัด",), kind=PageKind.DOCX).status is FOUND


def _heading(text: str, *above: str) -> Passage:
    return Passage(text, heading=above[-1], is_heading=True, rank=len(above) + 1, above=above)


@pytest.mark.parametrize(
    ("following", "tables", "expected"),
    [
        pytest.param(_heading("ผู้จัดทำ", "คู่มือ"), (), UNCLEAR, id="the next heading"),
        pytest.param(_heading("พ.ร.บ.", "คู่มือ", LAW), (), FOUND, id="a heading below it"),
        pytest.param(Passage("พ.ร.บ. มาตรฐานสินค้าเกษตร", heading=LAW), (), FOUND, id="text"),
        pytest.param(
            _heading("ผู้จัดทำ", "คู่มือ"),
            (Table(("ที่", "ชื่อ"), (("1", "พ.ร.บ."),), heading=LAW),),
            FOUND,
            id="a table",
        ),
    ],
)
def test_headings_of_a_web_page(
    ask: Ask, following: Passage, tables: tuple[Table, ...], expected: ComponentStatus
) -> None:
    passages = (_heading(LAW, "คู่มือ"), following, Passage("กองมาตรฐานฟาร์ม"))
    assert ask("keywords", keywords=(LAW,), page={"passages": passages, "tables": tables}).status is expected


def test_labels_with_colons_on_a_web_page(ask: Ask) -> None:
    def fee(*lines: str, tables: tuple[Table, ...] = ()) -> ComponentStatus:
        return ask("keywords", *lines, keywords=("ค่าธรรมเนียม",), page={"tables": tables}).status

    assert fee("ค่าธรรมเนียม :", "เอกสารที่ใช้ :") is UNCLEAR
    assert fee("ค่าธรรมเนียม :", "เอกสารที่ใช้ : บัตรประชาชน") is UNCLEAR
    assert fee("ค่าธรรมเนียม :", "10 บาท", "เอกสารที่ใช้ : บัตรประชาชน") is FOUND
    assert fee("ค่าธรรมเนียม :", "เอกสารที่ใช้ :", tables=(Table(("คำขอ", "บาท"), (("ถังขยะ", "10"),)),)) is FOUND


def test_lines_of_a_passage_are_known() -> None:
    (passage,) = passages_of(["ประกาศองค์การ", "บริหารส่วนตำบล", "ปี 2569"], page_no=1)
    assert [passage.text[at:] for at in passage.breaks] == ["บริหารส่วนตำบลปี 2569", "ปี 2569"]
