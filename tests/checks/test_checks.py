"""Each kind of check: what it finds, what it does not, and what it cannot read."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.checks import CHECKS, look
from oit_checker.checks.matter import Matter
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Link, OcrReading, Page, PageKind, Passage, Table, Unreadable, Unsure
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

FOUND, NOT_FOUND, UNREADABLE = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND, ComponentStatus.UNREADABLE
WORDS = ("ผู้รับผิดชอบ", "นาย", "นาง", "กอง", "เบิกจ่าย", "ผลการใช้จ่าย")
HEAD = ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ")
COLUMNS = [["มาตรการ", "โครงการ"], ["ขั้นตอน"], ["ผู้รับผิดชอบ"]]
NEEDED: dict[str, dict[str, Any]] = {  # parameters that a check cannot do without
    "table_columns": {"columns": COLUMNS},
    "totals": {"count": ["กอง"], "money": ["เบิกจ่าย"]},
    "clause": {"groups": [["นำ"], ["ไปใช้"]]},
    "results_of_year": {"things": ["ผล"]},
    "each_told": {"things": [["ผล"], ["แผน"]], "min_count": 2},
    "each_judged": {"things": [["ผล"], ["แผน"]], "min_count": 2, "judging": ["ควร"]},
    "labelled": {"labels": ["ผล"]},
    "progress": {"columns": ["ผล"], "states": ["กอง"]},
    "spanning": {"words": ["แผน"]},
    "titled": {"begins": ["แผน"]},
    "clauses_under": {"headings": ["ก"], "holding": ["แผน"]},
    "named_after": {"begins": ["แผน"]},
    "named_over": {"beside": [["แผน"]]},
}


def component(
    check: str = "keywords", keywords: tuple[str, ...] = (), in_pictures: bool = False, **params: Any
) -> Component:
    return Component.model_validate(
        {
            "id": "O1.x",
            "label_th": "สิ่งที่ขอ",
            "required": True,
            "basis": Basis.CONFIRMED,
            "keywords": keywords,
            "check": check,
            "with": params,
            "in_pictures": in_pictures,
        }
    )


def page(*texts: str, kind: PageKind = PageKind.HTML, **more: Any) -> Page:
    return Page("https://www.example.go.th/p", kind, None, tuple(Passage(text, page_no=None) for text in texts), **more)


def asked(wanted: Component, seen: Page, year: int | None = 2569) -> ComponentResult:
    matter = Matter(seen, PhraseIndex([*WORDS, *wanted.keywords]), date(2026, 4, 30))
    return look(wanted, matter, wanted=FiscalYear(year) if year else None)


def section(heading: str, text: str) -> Page:
    passages = (Passage(heading, is_heading=True), Passage(text, heading))
    return Page("https://www.example.go.th/p", PageKind.HTML, None, passages)


LONG = "วิจัยและพัฒนาองค์ความรู้ด้านเมล็ดพันธุ์ และให้บริการตรวจวิเคราะห์คุณภาพแก่เกษตรกรทั่วประเทศ"
DUTIES = component("told_under", headings=["อำนาจหน้าที่", "หน้าที่และอำนาจ"], not_headings=["โครงสร้าง"])
ACT = "พระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537"
TELLING = "พัฒนาตำบลทั้งในด้านเศรษฐกิจ สังคม และวัฒนธรรม"
HAS = "อบต. มีหน้าที่และอำนาจตามที่กฎหมายกำหนด"
POWERS = component("told_under", ("มีหน้าที่และอำนาจ", "ตามที่กฎหมายกำหนด"), min_count=2)
CHART = component("drawn", ("โครงสร้างองค์กร",))
CALLED = "โครงสร้างองค์กร"
UNITS = "โรงพยาบาลมีกลุ่มงานเภสัชกรรม กลุ่มงานบริหารทั่วไป และงานตรวจสอบภายใน"
CRITERIA = component(keywords=("การสรรหา",), after=["หลักเกณฑ์"])
DONE = component(keywords=("จัดอบรม",), not_beside=["มีหน้าที่ดังนี้"])


@pytest.mark.parametrize(
    ("wanted", "seen", "expected"),
    [
        pytest.param(component(keywords=("ผู้รับผิดชอบ",)), page("มีผู้รับผิดชอบโครงการ"), FOUND, id="keyword"),
        pytest.param(component(keywords=("งบประมาณ",)), page("งบ ประมาณ ๕๐๐ บาท"), FOUND, id="keyword with spaces"),
        pytest.param(component(keywords=("ผู้รับผิดชอบ",)), page("มีโครงการ"), NOT_FOUND, id="no keyword"),
        pytest.param(component(keywords=("กอง",)), page("กอง คลัง"), NOT_FOUND, id="a short word is no proof alone"),
        pytest.param(component(keywords=("นาย", "นาง")), page("นาย ก", "นาง ข"), FOUND, id="two short words"),
        pytest.param(
            component(keywords=("เบิกจ่าย", "ผลการใช้จ่าย"), min_count=2), page("เบิกจ่าย"), NOT_FOUND, id="one of two"
        ),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page(tables=(Table(("มาตรการ", "ขั้นตอน", "ผู้ รับผิดชอบ"), ()),)),
            FOUND,
            id="all columns in the header",
        ),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page(tables=(Table(("ที่", ""), (("โครงการ", "ขั้นตอน", "ผู้รับผิดชอบ"),)),)),
            FOUND,
            id="header in the second row",
        ),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page(tables=(Table(("มาตรการ", "ขั้นตอน"), ()),)),
            NOT_FOUND,
            id="a column lacks",
        ),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page("ที่ มาตรการ ขั้นตอน", "ระยะเวลา ผู้รับผิดชอบ", kind=PageKind.PDF),
            FOUND,
            id="header words near each other in a PDF",
        ),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page("มาตรการ", "ก" * 900, "ขั้นตอน ผู้รับผิดชอบ", kind=PageKind.PDF),
            NOT_FOUND,
            id="header words far apart in a PDF",
        ),
        *(
            pytest.param(
                wanted, page(tables=(Table(head, rows),), kind=kind), expected, id=f"{name}, {kind}, {wanted.check}"
            )
            for wanted in (
                component(keywords=("ผู้รับผิดชอบ",)),
                component("table_columns", columns=COLUMNS),
                component("period", keywords=("ผู้รับผิดชอบ",)),
            )
            for kind in (PageKind.HTML, PageKind.DOCX, PageKind.XLSX)
            for name, head, rows, expected in (
                ("an empty column", HEAD, (("อบรม", "เชิญวิทยากร", ""), ("ประชุม", "นัดหมาย", "......")), NOT_FOUND),
                ("a nil", HEAD, (("อบรม", "เชิญวิทยากร", "-"),), FOUND),
                ("a column filled once", HEAD, (("อบรม", "", ""), ("ประชุม", "นัดหมาย", "กองคลัง")), FOUND),
                ("a merged heading", (*HEAD, ""), (("อบรม", "เชิญวิทยากร", "", "กองคลัง"),), FOUND),
                ("headings between rows", HEAD, (("หมวด 1", "หมวด 1", "หมวด 1"), ("อบรม", "เชิญ", "")), NOT_FOUND),
                ("a heading of drawn columns", ("มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ ต.ค."), (("ก", "ข", ""),), FOUND),
                ("a second row of headings", HEAD, (("", "", "หลัก"), ("อบรม", "เชิญวิทยากร", "กองคลัง")), FOUND),
            )
        ),
        pytest.param(component("fiscal_year"), page("ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"), FOUND, id="year"),
        pytest.param(component("fiscal_year"), page("แผนพัฒนา พ.ศ. 2566 - 2570"), FOUND, id="span covers the year"),
        pytest.param(component("fiscal_year"), page("ประจำปีงบประมาณ พ.ศ. 2568"), NOT_FOUND, id="another year"),
        pytest.param(component("dated_in_year"), page("เผยแพร่เมื่อ 15 มกราคม 2569"), FOUND, id="date in the year"),
        pytest.param(component("dated_in_year"), page("เผยแพร่เมื่อ 15 พ.ย. 2568"), FOUND, id="autumn belongs to it"),
        pytest.param(component("dated_in_year"), page("เผยแพร่เมื่อ 15 มกราคม 2567"), NOT_FOUND, id="old date"),
        pytest.param(component("months"), page("แบบ สขร.1 ประจำเดือนตุลาคม 2568"), FOUND, id="month of the year"),
        pytest.param(component("months"), page("แบบ สขร.1 ประจำเดือนตุลาคม 2567"), NOT_FOUND, id="last year's month"),
        pytest.param(
            component("months", full_year=True), page("1 ตุลาคม 2568 – 30 กันยายน 2569"), FOUND, id="the whole year"
        ),
        pytest.param(component("phone"), page("โทรศัพท์ 0 2123 4567"), FOUND, id="phone"),
        pytest.param(component("phone"), page("โทร. ๐๘๑-๒๓๔-๕๖๗๘"), FOUND, id="phone in Thai digits"),
        pytest.param(component("phone"), page("งบประมาณ 0.25 บาท ปี 2569"), NOT_FOUND, id="numbers that are no phone"),
        pytest.param(component("email"), page("saraban@example.go.th"), FOUND, id="e-mail"),
        pytest.param(component("email"), page("ติดต่อเรา"), NOT_FOUND, id="no e-mail"),
        pytest.param(component("address"), page("ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10110"), FOUND, id="postal address"),
        pytest.param(
            component("address"), page("99 หมู่ 4 ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง"), FOUND, id="without a code"
        ),
        pytest.param(component("address"), page("อาคาร 2 ชั้น 3"), NOT_FOUND, id="no address"),
        pytest.param(component("address"), page("ติดต่อเรา อบต.ตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง"), NOT_FOUND, id="a name"),
        pytest.param(component("any_contact"), page("โทร 0 2123 4567"), FOUND, id="some contact"),
        pytest.param(component("any_contact", keywords=("สายตรงผู้บริหาร",)), page("ก"), NOT_FOUND, id="no contact"),
        pytest.param(component("person_names"), page("นายตัวอย่าง หนึ่ง", "นางสาวตัวอย่าง สองคน"), FOUND, id="two names"),
        pytest.param(
            component("person_names"), page("นายกเทศมนตรี นายอำเภอ นายทะเบียน"), NOT_FOUND, id="offices are no names"
        ),
        pytest.param(component("pictures"), page("ก", pictures=3), FOUND, id="pictures"),
        pytest.param(component("pictures"), page("ก"), NOT_FOUND, id="no pictures"),
        pytest.param(
            component("link_to", hosts=["google.com/maps"]),
            page(links=(Link("https://www.google.com/maps/embed?pb=1", "x", "", element="iframe"),)),
            FOUND,
            id="map in a frame",
        ),
        pytest.param(
            component("link_to", words=["กระดานถามตอบ"]),
            page(links=(Link("https://x.go.th/", "x", "กระดานถามตอบ", in_menu=True),)),
            NOT_FOUND,
            id="a menu is no evidence",
        ),
        *(
            pytest.param(
                component("link_to", words=["เข้าสู่ระบบ", "LINE"], hosts=["line.me/", "/login", "mail."]),
                page(links=(Link(address, address, "เข้าสู่ระบบ"),)),
                expected,
                id=address,
            )
            for address, expected in (
                ("https://www.example.go.th/wp-login.php", NOT_FOUND),
                ("https://www.example.go.th/wp-admin/", NOT_FOUND),
                ("https://www.example.go.th/administrator/index.php", NOT_FOUND),
                ("https://www.example.go.th/admin", NOT_FOUND),
                ("https://webmail.example.go.th/", NOT_FOUND),
                ("https://mail.example.go.th/owa/", NOT_FOUND),
                ("https://intranet.example.go.th/login", NOT_FOUND),
                ("https://social-plugins.line.me/lineit/share?url=x", NOT_FOUND),
                ("https://eservice.example.go.th/login", FOUND),
                ("https://www.example.go.th/administration/queue", FOUND),
            )
        ),
        pytest.param(component("link_to", form=True), page("ส่งคำถามถึงเรา", fields=4), FOUND, id="a form on the page"),
        pytest.param(
            component("machine_readable"),
            page(links=(Link("https://www.example.go.th/a.xlsx", "a.xlsx", "ตาราง"),)),
            FOUND,
            id="link to a table file",
        ),
        pytest.param(component("machine_readable"), page("ก"), NOT_FOUND, id="no table file"),
        pytest.param(component("units"), page("สำนักงานเกษตรจังหวัด สำนักงานพาณิชย์จังหวัด"), FOUND, id="two offices"),
        pytest.param(component("units"), page("แบ่งเป็นกองคลังกองช่าง"), FOUND, id="units without spaces"),
        pytest.param(component("units"), page("กองคลัง", "กองคลัง", "กองทุน"), NOT_FOUND, id="one unit named twice"),
        pytest.param(component("duration"), page("แจ้งผลภายใน ๙๐ วัน"), FOUND, id="days"),
        pytest.param(component("duration"), page("ใช้เวลา 5-10 นาที"), FOUND, id="minutes from to"),
        pytest.param(component("duration"), page("รอบ 6 เดือน ตลอด 24 ชั่วโมง"), NOT_FOUND, id="no duration"),
        pytest.param(component("duration"), page("วันที่ 5 เดือนมีนาคม"), NOT_FOUND, id="a date is no duration"),
        pytest.param(component("period"), page("ต.ค. | พ.ย. | ธ.ค."), FOUND, id="a row of months"),
        pytest.param(component("period"), page("มกราคม 2569 – มีนาคม 2569"), FOUND, id="from month to month"),
        pytest.param(component("period"), page("ต . ค. 68 - มี .ค . 69"), FOUND, id="blanks beside the dots of months"),
        pytest.param(component("period"), page("ณ วันที่ 31 มีนาคม 2569"), NOT_FOUND, id="a date is no period"),
        pytest.param(component("period"), page("รอบ 6 เดือน (ต.ค. - มี.ค.)"), NOT_FOUND, id="the half year reported on"),
        pytest.param(component("steps"), page("1. ยื่นคำขอ 2) เจ้าหน้าที่ตรวจสอบ 3. แจ้งผล"), FOUND, id="steps in a line"),
        pytest.param(component("steps"), page("ยื่นคำขอ", "ตรวจสอบเอกสาร", "แจ้งผล"), FOUND, id="steps line by line"),
        pytest.param(component("steps"), page("ยื่นคำขอ", "ไม่เสียค่าใช้จ่าย", "แจ้งผล"), NOT_FOUND, id="two acts apart"),
        pytest.param(component("steps"), page("1. สำเนาบัตร 2. รูปถ่าย 3. ใบแทน"), NOT_FOUND, id="a list of papers"),
        pytest.param(DUTIES, section("อำนาจหน้าที่ของกรม", LONG), FOUND, id="a text under the heading"),
        pytest.param(DUTIES, section("โครงสร้าง หน้าที่และอำนาจ", LONG), NOT_FOUND, id="the item's own title"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", f"อยู่ระหว่างปรับปรุงข้อมูล {LONG}"), NOT_FOUND, id="yet to come"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", "กองคลัง"), NOT_FOUND, id="next to nothing under the heading"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", f"เป็นไปตาม{ACT} ดาวน์โหลดฉบับเต็ม"), NOT_FOUND, id="the law alone"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", f"ตาม{ACT} และ{ACT} มาตรา 66"), NOT_FOUND, id="two laws"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", f"{TELLING} ตาม{ACT}"), FOUND, id="duties, and the law they rest on"),
        pytest.param(DUTIES, section("อำนาจหน้าที่", f"ตาม{ACT} มาตรา 66 {TELLING}"), FOUND, id="a law, and then duties"),
        pytest.param(CHART, page(CALLED, *UNITS.split(), "งานพัสดุ"), FOUND, id="boxes or a list of units"),
        pytest.param(CHART, page(CALLED, UNITS, pictures=1), FOUND, id="a picture of the chart"),
        pytest.param(CHART, page(CALLED, UNITS, tables=(Table(("กอง",), (("กองคลัง",),)),)), FOUND, id="a table"),
        pytest.param(CHART, page(CALLED, UNITS, kind=PageKind.PDF), FOUND, id="shapes of a document cannot be seen"),
        pytest.param(CHART, page(UNITS), NOT_FOUND, id="no chart is named"),
        pytest.param(POWERS, page(HAS, "ตามที่กฎหมายกำหนด"), NOT_FOUND, id="what the law says, in general"),
        pytest.param(POWERS, page(f"{HAS} {TELLING}"), FOUND, id="what the law says, and duties"),
        pytest.param(CRITERIA, page("หลักเกณฑ์การสรรหา"), FOUND, id="led by its word"),
        pytest.param(CRITERIA, page("ด้านการสรรหา"), NOT_FOUND, id="not led by its word"),
        pytest.param(CRITERIA, page("หลักเกณฑ์", "ก" * 300, "การสรรหา"), NOT_FOUND, id="led from too far"),
        pytest.param(CRITERIA, section("หลักเกณฑ์", "ก" * 300 + " การสรรหา"), FOUND, id="led by its heading"),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            page("มาตรการ ........ ขั้นตอน ........ ผู้รับผิดชอบ ........", kind=PageKind.PDF),
            NOT_FOUND,
            id="labels of a form left blank",
        ),
        pytest.param(DONE, page("จัดอบรมแล้ว"), FOUND, id="done"),
        pytest.param(DONE, page("มีหน้าที่ดังนี้", "จัดอบรม"), NOT_FOUND, id="laid on a team"),
        pytest.param(
            DONE,
            page(tables=(Table(("ก", "จัดอบรม"), ()), Table(("มีหน้าที่ดังนี้",), ()))),
            FOUND,
            id="a duty in another table",
        ),
    ],
)
def test_check(wanted: Component, seen: Page, expected: ComponentStatus) -> None:
    result = asked(wanted, seen)
    assert result.status is expected
    assert (result.snippet is not None and result.place is not None) == (expected is FOUND)


@pytest.mark.parametrize("name", sorted(CHECKS.keys() - {"machine_readable"}))
def test_a_scan_is_unreadable_for_every_check_of_text(name: str) -> None:
    result = asked(component(name, **NEEDED.get(name, {})), page(unreadable=Unreadable.NO_TEXT_LAYER))
    assert result.status is UNREADABLE
    assert result.note


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(page("ก", partly_unreadable=(2,)), id="some pages are scans"),
        pytest.param(page("ก", cut=True), id="read only in part"),
    ],
)
def test_what_may_stand_in_the_unread_part_is_not_missing(seen: Page) -> None:
    assert asked(component(keywords=("ผู้รับผิดชอบ",)), seen).status is UNREADABLE


@pytest.mark.parametrize("why", [Unreadable.NO_TEXT_LAYER, Unreadable.IMAGE_ONLY])
def test_a_scan_is_no_table_file_for_sure(why: Unreadable) -> None:
    ocr = OcrReading((Passage("ตารางผล", page_no=1, by_ocr=True),), pages=(1,))
    told = asked(component("machine_readable"), page(kind=PageKind.PDF, unreadable=why, ocr=ocr))
    assert (told.status, told.note) == (NOT_FOUND, None)


def test_a_file_that_did_not_open_may_be_a_table_file() -> None:
    assert asked(component("machine_readable"), page(unreadable=Unreadable.TOO_SLOW)).status is UNREADABLE


@pytest.mark.parametrize(
    ("captions", "pictures", "expected"),
    [
        pytest.param(("แผนผังโครงสร้างกรม",), 1, NOT_FOUND, id="its caption names the chart"),
        pytest.param(("แผนผังโครงสร้าง และอำนาจหน้าที่",), 1, FOUND, id="its caption names both"),
        pytest.param(("แผนผังโครงสร้างกรม",), 2, UNREADABLE, id="another without a caption"),
        pytest.param(("หน้าแผนผังของกรม",), 1, UNREADABLE, id="the title of the page for a caption"),
        pytest.param(("อาคารสำนักงานกรม",), 1, UNREADABLE, id="a caption of neither"),
        pytest.param((), 1, UNREADABLE, id="no caption"),
    ],
)
def test_a_picture_of_another_thing_hides_nothing(captions: tuple[str, ...], pictures: int, expected: str) -> None:
    powers = component(keywords=("อำนาจหน้าที่",), in_pictures=True)
    powers = powers.model_copy(update={"pictured_apart": ("แผนผัง",)})
    shown = (Passage("กองคลัง"), *(Passage(text, unsure=Unsure.ALT) for text in captions))
    seen = Page("https://www.example.go.th/p", PageKind.HTML, "หน้าแผนผังของกรม", shown, pictures=pictures)
    assert asked(powers, seen).status is expected


def test_what_may_be_a_picture_is_not_missing() -> None:
    chart = component(keywords=("แผนผังโครงสร้าง",), in_pictures=True)
    assert asked(chart, page("โครงสร้าง", pictures=1)).status is UNREADABLE
    assert asked(chart, page("โครงสร้าง")).status is NOT_FOUND


def test_a_phrase_split_over_two_lines_of_a_pdf_is_found_and_quoted() -> None:
    seen = Page("u", PageKind.PDF, None, (Passage("มีผู้รับผิด", page_no=3), Passage("ชอบโครงการ", page_no=3)))
    result = asked(component(keywords=("ผู้รับผิดชอบ",)), seen)
    assert result.place == "หน้า 3"
    assert "ผู้รับผิด" in (result.snippet or "")


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_every_check_has_its_manual_page(name: str) -> None:
    check = CHECKS[name]
    manual = inspect.getdoc(inspect.getmodule(check)) or ""
    assert all(word in manual for word in ("FOUND ", "NOT FOUND", "UNREADABLE"))
    named = [p.name for p in inspect.signature(check).parameters.values() if p.kind is not p.POSITIONAL_ONLY]
    assert all(parameter in manual for parameter in named)


_TEXT = st.text(alphabet="กขค งบประมาณ2569/.-๐๑ ต.ค.นายABC@¦\x00\u0e4d\u0e32", max_size=40)


@settings(deadline=None)
@given(
    texts=st.lists(_TEXT, max_size=4),
    rows=st.lists(st.tuples(_TEXT, _TEXT), max_size=3),
    kind=st.sampled_from(PageKind),
)
def test_no_check_ever_raises(texts: list[str], rows: list[tuple[str, str]], kind: PageKind) -> None:
    seen = page(*texts, kind=kind, tables=(Table((), tuple(rows)),))
    for name in CHECKS:
        assert asked(component(name, ("ผู้รับผิดชอบ",), **NEEDED.get(name, {})), seen).status in ComponentStatus


def test_a_table_of_contents_shows_nothing() -> None:
    contents = Page(
        "u", PageKind.PDF, None, (Passage("สารบัญ ผู้รับผิดชอบ .......... 7 งบประมาณ ........... 9", page_no=1),)
    )
    assert asked(component(keywords=("ผู้รับผิดชอบ",)), contents).status is NOT_FOUND


def test_a_column_that_nobody_filled_in_is_told() -> None:
    seen = asked(component(keywords=("ผู้รับผิดชอบ",)), page(tables=(Table(HEAD, (("อบรม", "เชิญวิทยากร", ""),)),)))
    assert seen.note is not None
    assert "มีคอลัมน์ “ผู้รับผิดชอบ”" in seen.note
    assert asked(component(keywords=("งบประมาณ",)), page(tables=(Table(HEAD, (("ก", "ข", ""),)),))).note is None


def scan(*lines: str, typed: tuple[Passage, ...] = ()) -> Page:
    """A PDF whose first page OCR read; typed are passages of its other pages."""
    ocr = OcrReading(tuple(Passage(line, page_no=1, by_ocr=True) for line in lines), pages=(1,))
    if typed:
        return Page("u", PageKind.PDF, None, typed, partly_unreadable=(1,), scans=(1,), ocr=ocr)
    return Page("u", PageKind.PDF, "ผู้รับผิดชอบ", unreadable=Unreadable.NO_TEXT_LAYER, scans=(1,), ocr=ocr)


@pytest.mark.parametrize(
    ("wanted", "lines", "expected"),
    [
        pytest.param(component(keywords=("ผู้รับผิดชอบ",)), ("ผูรับผิดชอบ สำนักปลัด",), FOUND, id="tones lost"),
        pytest.param(component(keywords=("ผู้รับผิดชอบ",)), ("งบประมาณ",), UNREADABLE, id="a lack is no proof"),
        pytest.param(component(keywords=("ผู้รับผิดชอบ",)), (), UNREADABLE, id="nothing read; a title proves nothing"),
        pytest.param(
            component("table_columns", columns=COLUMNS),
            ("มาตรการ ขันตอน", "ผูรับผิดชอบ"),
            FOUND,
            id="columns over two lines",
        ),
        pytest.param(component("fiscal_year"), ("ประจำปีงบประมาณ พ.ศ. 2569",), UNREADABLE, id="no year from OCR"),
        pytest.param(component("dated_in_year"), ("เมื่อวันที่ 15 มกราคม 2569",), UNREADABLE, id="no date from OCR"),
        pytest.param(component("months"), ("ประจำเดือนตุลาคม 2568",), UNREADABLE, id="no month of a year from OCR"),
        pytest.param(component("duration"), ("ประกาศ ณ วันที 15 เดือน มกราคม",), UNREADABLE, id="a date is no duration"),
        pytest.param(component("duration"), ("แจงผลภายใน 15 วัน",), FOUND, id="a duration"),
    ],
)
def test_ocr_finds_and_never_misses(wanted: Component, lines: tuple[str, ...], expected: ComponentStatus) -> None:
    result = asked(wanted, scan(*lines))
    assert result.status is expected
    assert result.by_ocr is (expected is FOUND)
    assert ("OCR" in (result.place or "")) is (expected is FOUND)
    assert expected is FOUND or result.note


def test_what_stands_in_text_is_not_told_as_read_by_ocr() -> None:
    typed = Passage("ผู้รับผิดชอบ กองคลัง", page_no=2)
    result = asked(component(keywords=("ผู้รับผิดชอบ",)), scan("ผู้รับผิดชอบ สำนักปลัด", typed=(typed,)))
    assert (result.status, result.place, result.by_ocr) == (FOUND, "หน้า 2", False)


def test_what_ocr_read_cannot_take_back_what_stands_in_text() -> None:
    typed = Passage("จัดอบรมเจ้าหน้าที่แล้ว", page_no=2)
    result = asked(DONE, scan("มีหน้าที่ดังนี้", typed=(typed,)))
    assert (result.status, result.by_ocr) == (FOUND, False)


@pytest.mark.parametrize(
    ("text", "damaged", "expected"),
    [
        pytest.param("ผูรับผิดชอบ กองคลัง", (1,), FOUND, id="the same without tone marks"),
        pytest.param("ผรับผิดชอบ กองคลัง", (1,), UNREADABLE, id="a lost vowel may be the font's fault"),
        pytest.param("ผูรับผิดชอบ กองคลัง", (), NOT_FOUND, id="a sound page is compared with its tone marks"),
    ],
)
def test_a_font_that_lies_about_marks_proves_no_lack(
    text: str, damaged: tuple[int, ...], expected: ComponentStatus
) -> None:
    seen = Page("u", PageKind.PDF, "แผน", (Passage(text, page_no=1),), damaged=damaged)
    result = asked(component(keywords=("ผู้รับผิดชอบ",)), seen)
    assert (result.status, result.by_ocr) == (expected, False)
    assert bool(result.note) is (expected is UNREADABLE)


def test_a_quote_from_a_scan_is_what_ocr_read() -> None:
    result = asked(component(keywords=("ผู้รับผิดชอบ",)), scan("มีผูรับผิดชอบ คือ กองคลัง"))
    assert (result.snippet, result.place) == ("มีผูรับผิดชอบ คือ กองคลัง", "หน้า 1 (อ่านจากภาพด้วย OCR)")


SERVICE = component("link_to", ("ระบบบริการออนไลน์",), pages_only=True, form=True, words=["ยื่นคำขอ"])
APPLY = Link("https://x.go.th/form", "x", "ยื่นคำขอ")


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (page("ติดต่อสำนักปลัด"), UNREADABLE),
        (page("ปิดปรับปรุงระบบ ขออภัยในความไม่สะดวก"), UNREADABLE),
        (page("งดให้บริการชั่วคราว", links=(APPLY,)), UNREADABLE),
        (page("เลือกบริการ", links=(APPLY,)), FOUND),
        (page("เลือกบริการ " * 60, "ปิดปรับปรุงระบบคืนวันที่ 5", links=(APPLY,)), FOUND),
        (page("เลือกบริการ", fields=4), FOUND),
        (page("เปิดให้บริการตลอด 24 ชั่วโมง", links=(APPLY,)), FOUND),
        (page("เข้าระบบบริการออนไลน์ด้วยหมายเลขโทรศัพท์"), FOUND),
    ],
)
def test_the_name_of_a_page_or_a_closed_one_is_no_service(seen: Page, expected: ComponentStatus) -> None:
    told = asked(SERVICE, replace(seen, title="ระบบบริการออนไลน์"))
    assert told.status is expected
    assert (told.note is not None) is (expected is UNREADABLE)


def test_a_heading_alone_is_no_service() -> None:
    seen = section("ระบบบริการออนไลน์", "ติดต่อสำนักปลัด")
    assert asked(SERVICE, seen).status is UNREADABLE
    assert asked(SERVICE, page("ติดต่อสำนักปลัด")).status is NOT_FOUND


@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ระยะเวลา ตุลาคม 2566 - กันยายน 2567",), UNREADABLE),
        (("ระยะเวลา ต.ค. 2566 – ก.ย. 2567", "มาตรการของปี 2569"), UNREADABLE),
        (("ระยะเวลา ปี 2567",), UNREADABLE),
        (("มกราคม 2566 - มีนาคม 2566",), UNREADABLE),
        (("ระยะเวลา", "ตุลาคม 2566 - กันยายน 2567"), UNREADABLE),
        (("ระยะเวลา ตุลาคม 2568 - มีนาคม 2569",), FOUND),
        (("ระยะเวลา ตุลาคม 2568 - ธันวาคม 2568",), FOUND),
        (("ตุลาคม 2566 - กันยายน 2567", "ระยะเวลา มกราคม - มีนาคม 2569"), FOUND),
        (("ระยะเวลา 15 วัน ตาม พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540",), FOUND),
        (("ระยะเวลา ไตรมาส 2",), FOUND),
    ],
)
def test_a_period_that_is_long_over_is_for_a_person(
    lines: tuple[str, ...], expected: ComponentStatus, kind: PageKind
) -> None:
    wanted = component("period", ("ระยะเวลา",))
    assert asked(wanted, page(*lines, kind=kind)).status is expected
    assert asked(wanted, page(*lines, kind=kind), year=None).status is FOUND


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ระยะเวลา 1 ลงรับ 2 เสนอ 3 ลงนาม", UNREADABLE, id="numbers that count the rows"),
        pytest.param("ระยะเวลา 1 ลงรับ 5 2 เสนอ 10", FOUND, id="figures beside them"),
        pytest.param("ระยะเวลา 1 ลงรับ 1 2 เสนอ 1", FOUND, id="one for each"),
        pytest.param("1 ระยะเวลาลงรับ", UNREADABLE, id="the number of a heading"),
    ],
)
def test_an_ordinal_is_no_duration(text: str, expected: ComponentStatus) -> None:
    assert asked(component("duration", ("ระยะเวลา",)), page(text)).status is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("สรุปผลรอบเดือนธันวาคม 2568", NOT_FOUND, id="it tells its month, and so was read"),
        pytest.param("สรุปผลการจัดซื้อ", UNREADABLE, id="it tells none"),
    ],
)
def test_a_font_that_lies_hides_no_other_months_from_a_paper_that_tells_its_own(
    text: str, expected: ComponentStatus
) -> None:
    seen = Page("u", PageKind.PDF, "แบบ สขร. 1", (Passage(text, page_no=1),), damaged=(1,))
    assert asked(component("months", first_months=6), seen).status is expected
