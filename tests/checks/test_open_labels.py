"""A label with a colon, or a heading, that waits for its answer is left to a person, whatever its words."""

from __future__ import annotations

import pytest

from oit_checker.documents.paragraphs import passages_of
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Link, PageKind, Passage, Table

from .conftest import Ask

FOUND, UNCLEAR = ComponentStatus.FOUND, ComponentStatus.UNREADABLE
TOPIC = "เรื่องที่เปิดให้ร่วม: ซ่อมถนน"


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DOCX, PageKind.PDF])
@pytest.mark.parametrize(
    ("word", "lines", "expected"),
    [
        pytest.param("ผู้มีส่วนร่วม", (TOPIC, "ผู้มีส่วนร่วม:", "ผลสรุป: ซ่อมก่อนฝน"), UNCLEAR, id="between two fields"),
        pytest.param("วิธีร้องเรียน", ("แนวปฏิบัติ", "วิธีร้องเรียน:", "หน่วยงานรับผิดชอบ: นิติการ"), UNCLEAR, id="the unit next"),
        pytest.param("ผู้ดูแลเรื่อง", (TOPIC, "ผู้ดูแลเรื่อง:", "ระยะเวลา: 15 วัน"), UNCLEAR, id="in nobody's list"),
        pytest.param("ผู้ดูแลเรื่อง", ("คู่มือ", "ผู้ดูแลเรื่อง:", "อยู่ระหว่างจัดทำ"), UNCLEAR, id="promised"),
        pytest.param("ผู้มีส่วนร่วม", (TOPIC, "ผู้มีส่วนร่วม:", "ชาวบ้าน 40 คน", "ผลสรุป: ดี"), FOUND, id="told below"),
        pytest.param("ผู้มีส่วนร่วม", (TOPIC, "ผู้มีส่วนร่วม:", "ภาคประชาชน: 20 คน"), FOUND, id="told part by part"),
        pytest.param("วิธีร้องเรียน", (TOPIC, "วิธีร้องเรียน:", "ช่องทาง: โทร 02 111 1111"), FOUND, id="the ways of a way"),
        pytest.param("ช่องทางติดต่อ", (TOPIC, "ช่องทางติดต่อ:", "สถานที่: กองช่าง"), FOUND, id="where to"),
        pytest.param(
            "โครงการซ่อมถนน", (TOPIC, "โครงการซ่อมถนน:", "งบประมาณ: 50,000 บาท"), FOUND, id="the head of a block"
        ),
        pytest.param("ผู้ดูแลเรื่อง", (TOPIC, "ผู้ดูแลเรื่องมีดังนี้:", "ขั้นตอน: รับเรื่อง"), FOUND, id="a list is to follow"),
        pytest.param("ผู้มีส่วนร่วม", (TOPIC, "ผู้มีส่วนร่วม: ชาวบ้าน", "ผลสรุป: ดี"), FOUND, id="told behind it"),
    ],
)
def test_a_label_with_a_colon(
    ask: Ask, word: str, lines: tuple[str, ...], expected: ComponentStatus, kind: PageKind
) -> None:
    page = {"passages": tuple(passages_of(lines, page_no=1))} if kind is PageKind.PDF else {}
    assert ask("keywords", *lines, keywords=(word,), kind=kind, page=page).status is expected


def test_a_label_with_a_colon_at_the_end_or_before_a_table(ask: Ask) -> None:
    def unit(*lines: str, **page: object) -> ComponentStatus:
        return ask("keywords", *lines, keywords=("หน่วยงานรับผิดชอบ",), kind=PageKind.DOCX, page=page).status

    assert unit("แนวปฏิบัติ", "หน่วยงานรับผิดชอบ:") is UNCLEAR
    assert unit("แนวปฏิบัติ", "หน่วยงานรับผิดชอบ:", tables=(Table(("ที่", "กอง"), (("1", "คลัง"),), after=2),)) is FOUND


HOW = "วิธีใช้งานระบบ"


def _heading(text: str) -> Passage:
    return Passage(text, heading="ระบบจองคิว", is_heading=True, rank=3, above=("ระบบจองคิว",))


@pytest.mark.parametrize(
    ("after", "page", "expected"),
    [
        pytest.param(Passage("อยู่ระหว่างจัดทำ", heading=HOW), {}, UNCLEAR, id="a promise"),
        pytest.param(Passage("ขณะนี้กำลังปรับปรุงข้อมูล", heading=HOW), {}, UNCLEAR, id="in other words"),
        pytest.param(_heading("สถิติ"), {}, UNCLEAR, id="the next heading"),
        pytest.param(Passage("1. เลือกบริการ", heading=HOW), {}, FOUND, id="told"),
        pytest.param(Passage("อยู่ระหว่างจัดทำร่างแผนพัฒนาตำบล", heading=HOW), {}, FOUND, id="the state of something else"),
        pytest.param(_heading("สถิติ"), {"pictures": 2}, FOUND, id="drawn"),
        pytest.param(
            _heading("สถิติ"),
            {"links": (Link("https://www.example.go.th/h.pdf", "/h.pdf", "คู่มือ", heading=HOW),)},
            FOUND,
            id="a link to it",
        ),
    ],
)
def test_what_stands_under_a_heading(
    ask: Ask, after: Passage, page: dict[str, object], expected: ComponentStatus
) -> None:
    passages = (_heading(HOW), after, Passage("ผู้ใช้ 40 ราย"))
    assert ask("keywords", keywords=(HOW,), page={"passages": passages, **page}).status is expected


@pytest.mark.parametrize("page", [{}, {"title": "แนวปฏิบัติ วิธีร้องเรียน: หน่วยงานรับผิดชอบ: นิติการ"}])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("แนวปฏิบัติ วิธีร้องเรียน: หน่วยงานรับผิดชอบ: นิติการ", UNCLEAR, id="another field right behind it"),
        pytest.param("แนวปฏิบัติ วิธีร้องเรียน: ส่งจดหมาย หน่วยงานรับผิดชอบ: นิติการ", FOUND, id="told between"),
        pytest.param("แนวปฏิบัติ วิธีร้องเรียน: ช่องทาง: โทร 02 111 1111", FOUND, id="a part of itself"),
    ],
)
def test_fields_that_a_page_runs_together(
    ask: Ask, text: str, expected: ComponentStatus, page: dict[str, object]
) -> None:
    assert ask("keywords", text, keywords=("วิธีร้องเรียน",), kind=PageKind.PDF, page=page).status is expected


def _under(ask: Ask, heading: str, text: str, word: str) -> ComponentStatus:
    passages = (
        Passage("รายงานการมีส่วนร่วม", is_heading=True, rank=1),
        Passage(heading, is_heading=True, rank=2, above=("รายงานการมีส่วนร่วม",)),
        Passage(text, heading=heading, above=("รายงานการมีส่วนร่วม", heading)),
    )
    return ask("keywords", keywords=(word,), kind=PageKind.DOCX, page={"passages": passages}).status


@pytest.mark.parametrize(
    "text",
    [
        "อยู่ระหว่างสรุปผล",
        "อยู่ระหว่างดำเนินการ",
        "จะแจ้งให้ทราบภายหลัง",
        "เนื้อหาจะเพิ่มในภายหลัง",
        "จะสรุปและเผยแพร่ต่อไป",
        "รอสรุปผล",
        "-",
    ],
)
def test_what_is_put_off_under_a_heading_tells_nothing(ask: Ask, text: str) -> None:
    assert _under(ask, "สิ่งที่ได้จากเวที", text, "สิ่งที่ได้จาก") is UNCLEAR


@pytest.mark.parametrize(
    ("heading", "text", "word"),
    [
        pytest.param("สิ่งที่ได้จากเวที", "ที่ประชุมขอให้ซ่อมฝายก่อน", "สิ่งที่ได้จาก", id="told"),
        pytest.param("สิ่งที่ได้จากเวที", "จะแจ้งให้กรมชลประทานขุดลอกคลองตามที่ประชุมเสนอ", "สิ่งที่ได้จาก", id="what will be done"),
        pytest.param("ความก้าวหน้าของงาน", "อยู่ระหว่างดำเนินการ", "ความก้าวหน้า", id="how it stands"),
        pytest.param("ปัญหาและอุปสรรค", "-", "อุปสรรค", id="there may be none"),
        pytest.param("ค่าธรรมเนียม", "-", "ค่าธรรมเนียม", id="no fee"),
    ],
)
def test_what_answers_a_heading_counts(ask: Ask, heading: str, text: str, word: str) -> None:
    assert _under(ask, heading, text, word) is FOUND
