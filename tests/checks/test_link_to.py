"""Doors for the public and doors for staff; questions that were answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import Link

Ask = Callable[..., ComponentResult]
SERVICE = {"pages_only": True, "words": ["เข้าสู่ระบบ", "ยื่นคำขอ"], "hosts": ["/login"], "form": True}


@pytest.mark.parametrize(
    ("address", "text", "row", "expected"),
    [
        ("https://eservice.example.go.th/login", "เข้าสู่ระบบ", None, "found"),
        ("https://eoffice.example.go.th/login", "เปิด", None, "not_found"),
        ("https://process.gprocurement.go.th/login", "เข้าสู่ระบบ", None, "not_found"),
        ("https://x.example.go.th/login", "เข้าสู่ระบบ (สำหรับเจ้าหน้าที่)", None, "not_found"),
        ("https://x.example.go.th/login", "เข้าสู่ระบบ", "งานสารบรรณ เข้าสู่ระบบ", "not_found"),
        ("https://x.example.go.th/login", "เข้าสู่ระบบ", "ลงเวลาบุคลากร เข้าสู่ระบบ", "not_found"),
        ("https://x.example.go.th/login", "เข้าสู่ระบบ", "สำหรับประชาชนทั่วไป", "found"),
    ],
)
def test_a_door_for_staff_is_no_service(ask: Ask, address: str, text: str, row: str | None, expected: str) -> None:
    seen = ask("link_to", page={"links": (Link(address, address, text, row=row),)}, **SERVICE)
    assert seen.status == expected
    assert ("ระบบสำหรับเจ้าหน้าที่" in (seen.note or "")) is (expected == "not_found")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ลงทะเบียนใช้งาน ระบบจองห้องประชุม",), "found"),
        (("ระบบสารบรรณ (สำหรับเจ้าหน้าที่) ลงทะเบียนใช้งาน",), "not_found"),
        (("ระบบสารบรรณ (สำหรับเจ้าหน้าที่)", "ลงทะเบียนใช้งาน"), "found"),
    ],
)
def test_what_the_words_say_of_a_door(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    assert ask("link_to", *lines, keywords=("ลงทะเบียนใช้งาน",), **SERVICE).status == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ถาม: เปิดวันเสาร์ไหมคะ", "ตอบโดยเจ้าหน้าที่: เปิดค่ะ"), "found"),
        (("คุณสมศรี: ขอถังขยะได้หรือไม่", "จัดส่งแล้ว (แอดมิน)"), "found"),
        (("คำถามที่พบบ่อย", "ถาม: เปิดกี่โมง", "ตอบ: 8.30 น."), "not_found"),
        (("ตอบโดยเจ้าหน้าที่",), "not_found"),
    ],
)
def test_an_answered_question(ask: Ask, lines: tuple[str, ...], expected: str) -> None:
    assert ask("link_to", *lines, answered=True).status == expected


def test_portraits_hide_no_number(ask: Ask) -> None:
    named = ("นายตัวอย่าง หนึ่ง", "นางสาวตัวอย่าง สอง")
    flags = {"in_pictures": True, "beside_names": True}
    assert ask("any_contact", *named, page={"pictures": 2}, flags=flags).status == "not_found"
    assert ask("any_contact", *named, page={"pictures": 9}, flags=flags).status == "unreadable"
    assert ask("any_contact", "คณะผู้บริหาร", page={"pictures": 2}, flags=flags).status == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("E-Service ดาวน์โหลดแบบฟอร์มต่าง ๆ", "not_found", id="forms to print"),
        pytest.param("ยื่นคำขอทั่วไป (E-Service)", "found", id="a system"),
    ],
)
def test_forms_to_print_are_no_service(ask: Ask, text: str, expected: str) -> None:
    link = Link("https://www.example.go.th/forms", "/forms", text)
    assert ask("link_to", page={"links": (link,)}, **SERVICE).status == expected


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param(
            (Link("https://x.example.go.th/eoffice", "/eoffice", "เข้าสู่ระบบ"),), "unreadable", id="staff alone"
        ),
        pytest.param(
            (
                Link("https://x.example.go.th/eoffice", "/eoffice", "เข้าสู่ระบบ"),
                Link("https://x.example.go.th/water", "/water", "ขอติดตั้งประปา"),
            ),
            "found",
            id="another door beside it",
        ),
    ],
)
def test_words_beside_no_other_door_than_one_for_staff(ask: Ask, links: tuple[Link, ...], expected: str) -> None:
    seen = ask("link_to", "ลงทะเบียนใช้งาน", keywords=("ลงทะเบียนใช้งาน",), page={"links": links}, **SERVICE)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("lines", "fields", "expected"),
    [
        pytest.param(("ระบบสารบรรณอิเล็กทรอนิกส์ สำหรับเจ้าหน้าที่", "เข้าสู่ระบบ"), 0, "unreadable", id="a login of staff"),
        pytest.param(("ระบบสารบรรณอิเล็กทรอนิกส์ สำหรับเจ้าหน้าที่",), 3, "not_found", id="a form of staff"),
        pytest.param(("ระบบจองห้องประชุม สำหรับประชาชน", "เข้าสู่ระบบ"), 0, "found", id="a login of the public"),
        pytest.param(("ยื่นคำขอใช้น้ำ", "สำหรับเจ้าหน้าที่"), 3, "found", id="the staff's door below a form"),
        pytest.param(("ประปาออนไลน์",), 3, "found", id="a form that says of nobody that it is for him"),
    ],
)
def test_a_page_that_speaks_to_staff_alone(ask: Ask, lines: tuple[str, ...], fields: int, expected: str) -> None:
    assert ask("link_to", *lines, keywords=("เข้าสู่ระบบ",), page={"fields": fields}, **SERVICE).status == expected


CHANNEL = {
    "pages_only": True,
    "words": ["แจ้งเบาะแส"],
    "form": True,
    "not_hosts": ["nacc.go.th"],
    "shared_hosts": ["damrongdhama.moi.go.th"],
    "doors": True,
}


@pytest.mark.parametrize(
    ("lines", "links", "expected"),
    [
        pytest.param(
            ("แจ้งเบาะแสการทุจริตได้ที่ สำนักงาน ป.ป.ช.",),
            [("https://www.nacc.go.th/", "สำนักงาน ป.ป.ช.")],
            "not_found",
            id="another body",
        ),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต ตู้ ปณ. 99 กรุงเทพฯ 10900 หรือโทร 0 2555 7099",), [], "not_found", id="post and telephone"
        ),
        pytest.param(("แจ้งเบาะแสการทุจริตได้ที่ สายด่วน 1205",), [], "not_found", id="a hotline"),
        pytest.param(
            ("แจ้งเบาะแสการทุจริตได้ที่ศูนย์ดำรงธรรม",),
            [("https://www.damrongdhama.moi.go.th/", "ศูนย์ดำรงธรรม 1567")],
            "unreadable",
            id="a system in which a province has its place",
        ),
        pytest.param(("แจ้งเบาะแสการทุจริต",), [], "unreadable", id="words alone"),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต โทร 0 2555 7099", "ชื่อผู้ร้องเรียน"), [], "unreadable", id="a form whose fields are not seen"
        ),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต โทร 0 2555 7099",),
            [("https://www.example.go.th/news/5", "ข่าวกิจกรรม")],
            "unreadable",
            id="a link that says something else",
        ),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต โทร 0 2555 7099 หรือ fraud@example.go.th",), [], "found", id="an address of its own"
        ),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต อีเมล fraud@nacc.go.th สายด่วน 1205",), [], "not_found", id="an address of another body"
        ),
        pytest.param(("แจ้งเบาะแสการทุจริต LINE ID : @example หรือตู้ ปณ. 9",), [], "found", id="a chat"),
        pytest.param(("แจ้งเบาะแสการทุจริต ผ่าน Hotline 1205",), [], "unreadable", id="a hotline is no chat"),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต โทร 0 2555 7099",),
            [("https://www.example.go.th/complaint/add", "คลิกที่นี่")],
            "found",
            id="a link to complain by",
        ),
        pytest.param(
            ("แจ้งเบาะแสการทุจริต ช่องทางออนไลน์ www.example.go.th/complaint ตู้ ปณ. 9",),
            [],
            "found",
            id="an address as words",
        ),
    ],
)
def test_words_of_a_channel_need_a_door_of_its_own(
    ask: Ask, lines: tuple[str, ...], links: list[tuple[str, str]], expected: str
) -> None:
    page = {"links": tuple(Link(url, url, text) for url, text in links)}
    named = ("แจ้งเบาะแสการทุจริต", "ช่องทางออนไลน์", "ชื่อผู้ร้องเรียน")
    seen = ask("link_to", *lines, keywords=named, page=page, **CHANNEL)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        pytest.param("พบเห็นการทุจริตของบุคลากร ส่งรายละเอียดมาที่ fraud@example.go.th", True, id="sent there"),
        pytest.param("พบเห็นการทุจริต ส่งรายละเอียดมาที่ fraud@nacc.go.th", False, id="to another body"),
        pytest.param("ศูนย์ต่อต้านการทุจริต ติดต่อ center@example.go.th", False, id="who is asked, and nothing sent"),
        pytest.param("ไม่ทนต่อการทุจริต ¶ ส่งบทความลงวารสารมาที่ journal@example.go.th", False, id="something else sent"),
    ],
)
def test_a_mailbox_for_it_is_a_channel_without_its_name(ask: Ask, line: str, is_found: bool) -> None:
    seen = ask("link_to", *line.split(" ¶ "), keywords=("แจ้งเบาะแสการทุจริต",), also=["ทุจริต"], **CHANNEL)
    assert (seen.status == "found") is is_found


def test_a_picture_may_be_a_code_to_scan(ask: Ask) -> None:
    asked = {"keywords": ("แจ้งเบาะแสการทุจริต",), **CHANNEL}
    assert ask("link_to", "แจ้งเบาะแสการทุจริต โทร 0 2555 7099", page={"pictures": 1}, **asked).status == "unreadable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("แจ้งเบาะแสการทุจริต", "unreadable"), ("สถิติเรื่องร้องเรียนการทุจริต", "not_found"), ("ข่าว", "not_found")],
)
def test_the_menu_may_lead_to_the_channel(ask: Ask, text: str, expected: str) -> None:
    menu = Link("https://www.example.go.th/c", "/c", text, in_menu=True)
    asked = {"keywords": ("แจ้งเบาะแสการทุจริต",), **CHANNEL}
    seen = ask("link_to", "แจ้งเบาะแสการทุจริต โทร 0 2555 7099", page={"links": (menu,)}, **asked)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("lines", "links", "expected"),
    [
        pytest.param(("ดาวน์โหลดแบบคำขอ พิมพ์แล้วนำมายื่นที่สำนักงาน", "กดปุ่มส่งคำขอ แล้วรอเจ้าหน้าที่"), (), "unreadable", id="paper"),
        pytest.param(("พิมพ์แบบคำขอ กรอกแล้วนำมายื่น", "ส่งคำขอ"), ("แบบ.pdf",), "unreadable", id="paper to load"),
        pytest.param(("ดาวน์โหลดแบบคำขอ หรือใช้ระบบ", "ส่งคำขอ"), ("start",), "found", id="a door besides"),
        pytest.param(("กดปุ่มส่งคำขอ แล้วรอเจ้าหน้าที่",), (), "found", id="no word of paper"),
    ],
)
def test_a_form_to_print_with_a_line_of_how_to_is_no_service(
    ask: Ask, lines: tuple[str, ...], links: tuple[str, ...], expected: str
) -> None:
    leads = tuple(Link(f"https://www.example.go.th/{name}", name, "เปิด") for name in links)
    seen = ask("link_to", *lines, page={"links": leads}, keywords=("ส่งคำขอ",), **SERVICE)
    assert seen.status == expected


@pytest.mark.parametrize(
    ("lines", "links", "expected"),
    [
        pytest.param(
            ("คำถามที่พบบ่อย", "ถาม-ตอบ", "ค่าแรงเท่าไร?", "เจ้าหน้าที่: วันละ 345 บาท"), (), "unreadable", id="frequent"
        ),
        pytest.param(("ถาม-ตอบ", "ค่าแรงเท่าไรคะ", "เจ้าหน้าที่: วันละ 345 บาท"), (), "found", id="a visitor was answered"),
        pytest.param(("คำถามที่พบบ่อย", "ถาม-ตอบ"), ("board",), "found", id="a board besides"),
        pytest.param(("คำถามที่พบบ่อย", "LINE Official: @example"), (), "found", id="a chat is told"),
    ],
)
def test_a_list_of_frequent_questions_is_no_channel(
    ask: Ask, lines: tuple[str, ...], links: tuple[str, ...], expected: str
) -> None:
    leads = tuple(Link(f"https://www.example.go.th/{name}", name, "เปิด") for name in links)
    seen = ask(
        "link_to", *lines, page={"links": leads}, keywords=("ถาม-ตอบ", "LINE Official"), form=True, answered=True
    )
    assert seen.status == expected


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("https://www.example.go.th/login-guide", "คู่มือ", "not_found"),
        ("https://www.example.go.th/login/how", "วิธีการยื่นคำขอ", "not_found"),
        ("https://www.example.go.th/login/stat", "สถิติการยื่นคำขอ", "not_found"),
        ("https://www.example.go.th/p", "เข้าสู่ระบบ", "not_found"),
        ("https://www.example.go.th/p#top", "เข้าสู่ระบบ", "not_found"),
        ("https://www.example.go.th/p#/", "เข้าสู่ระบบ", "not_found"),
        ("https://www.example.go.th/p#/login", "เข้าสู่ระบบ", "found"),
        ("https://www.example.go.th/p#!/login", "เข้าสู่ระบบ", "found"),
        ("https://www.example.go.th/login", "รายงานผลการยื่นคำขอ", "not_found"),
        ("https://www.example.go.th/login", "รายงานผลการให้บริการออนไลน์", "not_found"),
        ("https://www.example.go.th/login", "รายงานปัญหาและอุปสรรค", "not_found"),
        ("https://www.example.go.th/login", "คู่มือรายงานตัวออนไลน์", "not_found"),
        ("https://www.example.go.th/login", "ขั้นตอนการยื่นคำขอออนไลน์", "not_found"),
        ("https://www.example.go.th/login", "ขั้นตอนและยื่นคำขอออนไลน์", "found"),
        ("https://www.example.go.th/login", "รายงานตัวออนไลน์", "found"),
        ("https://www.example.go.th/login", "รายงานเหตุฉุกเฉินออนไลน์", "found"),
        ("https://www.example.go.th/login", "รายงานปัญหา", "found"),
        ("https://www.example.go.th/login", "รายงานไฟดับ (e-Service)", "found"),
        ("https://www.example.go.th/q", "เข้าสู่ระบบ (มีคู่มือ)", "found"),
        ("https://www.example.go.th/p?form=1", "ยื่นคำขอ", "found"),
    ],
)
def test_a_guide_or_a_way_back_is_no_service(ask: Ask, address: str, text: str, expected: str) -> None:
    assert ask("link_to", page={"links": (Link(address, address, text),)}, **SERVICE).status == expected


def test_the_service_beside_its_guide_is_found(ask: Ask) -> None:
    links = (Link("https://e.example.go.th/login-guide", "", "คู่มือ"), Link("https://e.example.go.th/login", "", "เปิด"))
    assert ask("link_to", page={"links": links}, **SERVICE).snippet == "เปิด (https://e.example.go.th/login)"
