"""Names of what an item must show are not the things: lists, sentences, headings alone, copies kept in an office."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.checks.results import unless_named
from oit_checker.judge.status import component_year, required_components
from oit_checker.match.bare_names import BareNames
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page, Table
from oit_checker.model.site import AgencyKind
from oit_checker.thai.phrases import PhraseIndex
from tests.items.test_items import CHECKLIST, TODAY, page_of
from tests.items.test_wordings import index

NAMES = BareNames(CHECKLIST)


@cache
def phrases() -> PhraseIndex:
    return index()


def doubted(code: str, page: Page, *, is_part: bool = False) -> set[str]:
    """The required components of which only the names stand on the page: they are left to a person."""
    item = CHECKLIST.item(code)
    assert item is not None
    named = set()
    for component in required_components(item, AgencyKind.LOCAL_GOVERNMENT):
        wanted = component_year(component, item, CHECKLIST.year)
        shown = look(component, Matter(page, phrases(), TODAY), wanted=wanted)
        told = NAMES.told(item, component, shown, page, is_part=is_part)
        again = (
            shown
            if told is None
            else unless_named(shown, look(component, Matter(told, phrases(), TODAY), wanted=wanted))
        )
        if shown.status is not ComponentStatus.NOT_FOUND and again.status is ComponentStatus.UNREADABLE:
            assert again.note is not None
            assert "โปรดเปิดดู" in again.note
            named.add(component.id.partition(".")[2])
    return named


def document(text: str, kind: str = "html", **fields: Any) -> Page:
    return page_of({"kind": kind, "title": "เอกสารเผยแพร่", "text": text, **fields})


def with_table(heading: str, rows: tuple[tuple[str, ...], ...]) -> Page:
    page = document(f"# จริยธรรม\n# {heading}\n# ประมวลจริยธรรม\nพนักงานพึงซื่อสัตย์สุจริตและรับผิดชอบต่อหน้าที่")
    return replace(page, tables=(Table(("ควรทำ", "ไม่ควรทำ"), rows, heading=heading),))


ONLY_NAMED = [
    pytest.param("O15", document("# จริยธรรม\nกิจกรรมส่งเสริมจริยธรรมในปี 2569"), {"training"}, id="an activity's heading"),
    pytest.param("O15", with_table("สิ่งที่ควรทำและไม่ควรทำ", ()), {"dos_donts"}, id="a heading over the head of a table"),
    pytest.param(
        "O14", document("# ผลด้านบุคคล\nผลการดำเนินงาน\nงบประมาณที่ใช้จ่าย\nปัญหา อุปสรรค\nข้อเสนอแนะ"), {"results"}, id="a list"
    ),
    pytest.param(
        "O5",
        document("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) ประกอบด้วยประเด็นยุทธศาสตร์ เป้าหมาย และตัวชี้วัด"),
        {"strategies", "goals", "indicators"},
        id="contents",
    ),
    pytest.param(
        "O8",
        document("คู่มือปฏิบัติงานพัสดุ บอกขั้นตอน ระยะเวลา 5 วัน และระเบียบที่ใช้ เล่มจริงเก็บไว้ที่ตู้เอกสารกองคลัง"),
        {"task", "steps", "law", "duration"},
        id="kept in an office",
    ),
    pytest.param(
        "O21",
        document("ให้ทุกกองจัดทำเหตุการณ์ความเสี่ยง ระดับความเสี่ยง และมาตรการควบคุมความเสี่ยง ส่งให้งานตรวจสอบ"),
        {"events", "level", "measures"},
        id="told to staff",
    ),
    pytest.param(
        "O16",
        document(
            "# ช่องทางการร้องเรียน\n# ขั้นตอนการดำเนินการ\n# ส่วนงานที่รับผิดชอบ\n# ระยะเวลาดำเนินการ\n# ผู้ดูแลหน้า\nนางสาวตัวอย่าง สาม"
        ),
        {"unit"},  # the first heading may head the others
        id="headings with nothing below",
    ),
    pytest.param(
        "O21",
        document("| ข้อ | ต้องมี |\n| 1 | เหตุการณ์ความเสี่ยง |\n| 2 | ระดับความเสี่ยง |\n| 3 | มาตรการควบคุมความเสี่ยง |", "docx"),
        {"events", "level", "measures"},
        id="a table of names",
    ),
]


@pytest.mark.parametrize(("code", "page", "components"), ONLY_NAMED)
def test_names_alone_leave_it_to_a_person(code: str, page: Page, components: set[str]) -> None:
    assert components <= doubted(code, page)


TOLD = [
    pytest.param(
        "O15",
        with_table("สิ่งที่ควรทำและไม่ควรทำ", (("มาทำงานตรงเวลา", "รับของขวัญ"), ("พูดจาสุภาพ", "ใช้รถหลวง"))),
        id="a heading over rows of what to do",
    ),
    pytest.param(
        "O15",
        document("# จริยธรรม\n# กิจกรรมส่งเสริมจริยธรรมในปี 2569\nวันที่ 18 กุมภาพันธ์ 2569 อบรมพนักงาน 62 คน ณ ห้องประชุม"),
        id="an activity below its heading",
    ),
    pytest.param(
        "O16",
        document(
            "# ช่องทางการร้องเรียน\nมาที่ที่ทำการ หรือเขียนจดหมายถึงปลัด\n# ขั้นตอนการดำเนินการ\n"
            "ธุรการรับเรื่อง นิติกรตรวจสอบ แล้วเสนอนายกสั่งการ\n"
            "# ส่วนงานที่รับผิดชอบ\nสำนักปลัด งานนิติการ\n# ระยะเวลาดำเนินการ\nไม่เกิน 20 วันนับแต่วันที่ได้รับเรื่อง"
        ),
        id="a paragraph below each heading",
    ),
    pytest.param(
        "O21",
        document(
            "| เหตุการณ์ความเสี่ยง | ระดับความเสี่ยง | มาตรการควบคุมความเสี่ยง |\n| เรียกเงินค่าคำขอ | สูง | ตั้งกล้องที่เคาน์เตอร์ |",
            "docx",
        ),
        id="a head with rows",
    ),
    pytest.param(
        "O21",
        document("เหตุการณ์ความเสี่ยง ระดับความเสี่ยง มาตรการควบคุมความเสี่ยง\n1 เรียกเงินค่าคำขอ 12 ตั้งกล้องที่เคาน์เตอร์", "pdf"),
        id="lines of a table in a PDF",
    ),
    pytest.param(
        "O14",
        document(
            "ปี 2568 ได้ดำเนินการอบรมพนักงาน 3 ครั้ง ผู้เข้าร่วม 41 คน ใช้จ่ายงบประมาณ 62,000 บาท ปัญหา อุปสรรค คือวิทยากรไม่ว่าง "
            "ข้อเสนอแนะ คือให้จองล่วงหน้า",
            "docx",
        ),
        id="plain prose",
    ),
    pytest.param(
        "O5",
        document(
            "เป้าหมาย\nคนในตำบลมีน้ำสะอาดใช้ครบ 9 หมู่\nตัวชี้วัด\nร้อยละของครัวเรือนที่มีประปา\nประเด็นยุทธศาสตร์\nน้ำเพื่อทุกบ้าน", "docx"
        ),
        id="lines that head a line each",
    ),
    pytest.param(
        "O14",
        document("โครงการ\nผลการดำเนินงาน\nงบประมาณที่ใช้จ่าย\nอุปสรรค\nอบรมช่าง\nแล้วเสร็จ 12 คน\n8,000\nฝนตก"),
        id="cells of a table that is none",
    ),
    pytest.param(
        "O13",
        document(
            "หลักเกณฑ์การให้คุณให้โทษและสร้างขวัญกำลังใจ\nการเลื่อนขั้นเงินเดือน การยกย่องผู้ปฏิบัติงานดีเด่น และการดำเนินการทางวินัย", "docx"
        ),
        id="the words of one thing below its name",
    ),
    pytest.param(
        "O5",
        document("# แผนของตำบล\n# ประเด็นยุทธศาสตร์\n# น้ำสะอาดทุกหมู่บ้าน\nวางท่อใหม่ปีละ 2 หมู่บ้าน"),
        id="a heading below a heading",
    ),
    pytest.param("O9", document("# ค่าธรรมเนียม\nไม่เสียค่าธรรมเนียม"), id="there is none"),
    pytest.param(
        "O5",
        document(
            "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570) มีประเด็นยุทธศาสตร์ 3 ประเด็น เป้าหมาย 12 หมู่บ้าน ตัวชี้วัด 20 ตัว สอบถามได้ที่กองแผน "
            "โดยปีแรกสร้างถนนสายบ้านบน ปีที่สองขุดสระสองแห่ง ปีที่สามตั้งศูนย์เด็กเล็กและซ่อมสะพานข้ามห้วยทั้งสามแห่งที่ชำรุดมานาน"
        ),
        id="where to ask, beside the matter",
    ),
    pytest.param(
        "O14",
        document("อบรมเสร็จสิ้น 3 รุ่น มีผู้เข้าร่วม 52 คน ใช้จ่าย 14,000 บาท อุปสรรค ห้องเล็ก ข้อเสนอแนะ ย้ายห้อง ตามเอกสารแนบ"),
        id="figures, and more in an annex",
    ),
    pytest.param(
        "O16",
        document("ขั้นตอน: ให้เจ้าหน้าที่ผู้รับเรื่องลงเลขรับ แล้วเสนอปลัดภายใน 3 วัน ส่วนงานที่รับผิดชอบ คือนิติกร ระยะเวลาทั้งหมด 20 วัน"),
        id="what staff does with a complaint",
    ),
]


@pytest.mark.parametrize(("code", "page"), TOLD)
def test_what_is_told_is_not_doubted(code: str, page: Page) -> None:
    assert doubted(code, page) == set()


CHECKLIST_LINES = """
    # O14 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล
    {o14}
    # O16 แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ
    ขั้นตอนการจัดการ
    # O18 ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ
    จำนวนเรื่อง
    # O21 การประเมินความเสี่ยงการทุจริตในหน่วยงานภาครัฐ
    มาตรการควบคุมความเสี่ยง กองคลังตรวจใบเสร็จทุกวัน อุปสรรค ข้อเสนอแนะ แล้วเสร็จ ผู้เข้าร่วม 40 คน
"""


@pytest.mark.parametrize(
    ("own", "is_doubted"),
    [
        ("ผลการดำเนินการ\nปัญหา อุปสรรค ข้อเสนอแนะ", True),
        ("อบรมแล้วเสร็จ 2 รุ่น ผู้เข้าร่วม 33 คน ใช้จ่าย 9,000 บาท\nปัญหา: สถานที่แคบ", False),
    ],
)
def test_of_a_page_through_a_checklist_only_the_own_part_counts(own: str, is_doubted: bool) -> None:
    page = document(CHECKLIST_LINES.format(o14=own))
    assert ("results" in doubted("O14", page)) is is_doubted


def test_the_title_of_the_next_item_tells_nothing_of_the_list_before_it() -> None:
    lines = ("# O14 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล", "ผลการดำเนินการ", "งบประมาณที่ใช้จ่าย", "ข้อเสนอแนะ")
    after = ("# O15 ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม", "ประมวลฉบับแรก", "ทีมงาน 4 คน", "อบรม 12 คน", "ภาพถ่าย")
    part = document("\n".join((*lines, *after)), "docx", title="O14 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล")
    assert "results" in doubted("O14", part, is_part=True)


def test_a_pdf_that_runs_a_checklist_together_is_cut_at_its_codes() -> None:
    text = " ".join(
        line.strip().removeprefix("# ") for line in CHECKLIST_LINES.format(o14="ผลการดำเนินการ").splitlines()
    )
    assert {"results"} <= doubted("O14", document(text, "pdf"))


@pytest.mark.parametrize("code", ["O1", "O2", "O3", "O4"])
def test_names_of_units_people_and_news_are_the_matter_itself(code: str) -> None:
    item = CHECKLIST.item(code)
    assert item is not None
    assert NAMES.of(item, document("สำนักปลัด\nกองคลัง\nกองช่าง\nโครงสร้างองค์กร\nข่าวประชาสัมพันธ์")) is None


def test_a_page_with_nothing_to_leave_out_is_asked_once() -> None:
    item = CHECKLIST.item("O8")
    assert item is not None
    assert NAMES.of(item, document("1. รับเรื่อง 2. ตรวจเอกสาร 3. ส่งคืนภายใน 3 วัน")) is None


def criteria(appraised: str, rewarded: str) -> Page:
    """A list of headings with one line each, as a browser shows <dt> and <dd>."""
    lines = (
        "# หลักเกณฑ์การบริหารทรัพยากรบุคคลที่ใช้",
        "# การสรรหา คัดเลือก บรรจุ แต่งตั้ง",
        "ใช้บัญชีสอบแข่งขันของ ก.พ.",
        "# การประเมินผลการปฏิบัติราชการ",
        appraised,
        "# การให้รางวัลและการลงโทษ",
        rewarded,
    )
    return document("\n".join(lines))


@pytest.mark.parametrize(
    ("appraised", "rewarded", "is_told"),
    [
        pytest.param("ปีละ 2 รอบ", "เลื่อนเงินเดือนตามผลประเมิน และดำเนินการทางวินัย", True, id="a clause says how"),
        pytest.param("ปีละ 2 รอบ", "การลงโทษ วินัย", False, id="names alone"),
        pytest.param(
            "การประเมินผลการปฏิบัติราชการ", "เลื่อนเงินเดือนตามผลประเมิน และดำเนินการทางวินัย", False, id="few others tell"
        ),
    ],
)
def test_a_line_alone_under_its_heading_tells_it_where_others_do(appraised: str, rewarded: str, is_told: bool) -> None:
    item, page = CHECKLIST.item("O13"), criteria(appraised, rewarded)
    assert item is not None
    left = NAMES.of(item, page) or page
    assert (rewarded in [passage.text for passage in left.passages]) is is_told
