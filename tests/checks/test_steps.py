"""Procedures as agencies write them down, and lists that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind, Passage, Table


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF])
@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("ขั้นที่ 1 ลงทะเบียนรับเรื่องขั้นที่ 2 กองนิติการตรวจสอบขั้นที่ 3 แจ้งผู้ร้อง",), id="named, run together"),
        pytest.param(("๔.๑ ผู้ปฏิบัติงานตรวจหลักฐาน", "๔.๒ เสนอหัวหน้างาน", "๔.๓ จัดส่งเอกสาร"), id="two levels"),
        pytest.param(("รับหนังสือเข้า 10 นาที เสนอแฟ้มผู้บริหาร 1 ชั่วโมง จัดส่งหน่วยงานปลายทาง 1 วัน",), id="each with its time"),
        pytest.param(("1 ยื่นใบสมัครที่งานทะเบียน", "2 ชำระเงิน", "3 รับใบเสร็จ"), id="bare numbers"),
        pytest.param(("Step 1 เข้าเว็บไซต์", "Step 2 กรอกข้อมูล", "Step 3 กดยืนยัน"), id="steps of a system"),
        pytest.param(("1. รับแฟ้ม", "แบบ พ.1", "2. หัวหน้างานพิจารณา", "ตามระเบียบ", "3. คืนแฟ้ม"), id="with remarks between"),
        pytest.param(("ก. รับแฟ้ม", "ข. หัวหน้างานพิจารณา", "ค. คืนแฟ้ม"), id="lettered"),
        pytest.param(("1. งานคลังตรวจใบสำคัญ 2. ผอ.กองคลังอนุมัติ 3. โอนเงินเข้าบัญชี",), id="units act"),
    ],
)
def test_a_procedure(ask: Callable[..., ComponentResult], lines: tuple[str, ...], kind: PageKind) -> None:
    assert ask("steps", *lines, kind=kind).status == "found"


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(("ธุรการรับแฟ้มใน 1 วัน", "ผอ. พิจารณา ภายใน 3 วัน", "ตอบผู้ยื่นใน 7 วัน"), "found", id="acts"),
        pytest.param(("งานทะเบียนบ้าน 10 นาที", "งานบัตรคนไทย 15 นาที", "งานสมรสใหม่ 20 นาที"), "not_found", id="services"),
        pytest.param(("ตรวจเอกสารต้นเรื่อง 10 นาที", "ค่าธรรมเนียมฉบับละสิบบาท"), "not_found", id="one alone"),
    ],
)
def test_lines_that_each_tell_their_time_are_steps_where_one_is_an_act(
    ask: Callable[..., ComponentResult], lines: tuple[str, ...], status: str
) -> None:
    assert ask("steps", *lines, kind=PageKind.HTML).status == status


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF, PageKind.DOCX])
@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(
            ("ก. ก่อนเรือเข้า นายท่าดูโป๊ะ 15 นาที", "ข. เรือเข้า พนักงานให้สัญญาณ 3 นาที", "ค. เรือออก บันทึกผู้โดยสาร 2 นาที"),
            "unreadable",
            id="timed lines that begin with when",
        ),
        pytest.param(
            ("เมื่อได้รับเรื่องจะออกเลขรับ จากนั้นตรวจสอบว่าครบถ้วน แล้วเสนอผู้บริหารสั่งการ และแจ้งผู้ร้องภายใน 7 วัน",),
            "unreadable",
            id="prose",
        ),
        pytest.param(("ก. หนังสือรับรอง 3 วัน", "ข. ใบแทนใบอนุญาต 5 วัน", "ค. สำเนาทะเบียน 1 วัน"), "not_found", id="services"),
        pytest.param(("ก. สำเนาบัตรประชาชน", "ข. หนังสือมอบอำนาจ", "ค. รูปถ่าย"), "not_found", id="papers"),
        pytest.param(("นายกฯ กล่าวเปิดงาน จากนั้นชมนิทรรศการ แล้วถ่ายภาพ และพบประชาชน",), "not_found", id="a day's news"),
        pytest.param(("ผู้มาติดต่อตรวจเอกสาร และยื่นคำขอ และชำระเงิน",), "not_found", id="acts in no order"),
    ],
)
def test_what_may_be_a_procedure(
    ask: Callable[..., ComponentResult], lines: tuple[str, ...], status: str, kind: PageKind
) -> None:
    assert ask("steps", *lines, kind=kind).status == status


def test_numbered_headings_are_steps(ask: Callable[..., ComponentResult]) -> None:
    lines = ("5.1 รับคำขอ", "5.2 บันทึกข้อมูล", "5.3 แจ้งผล")
    passages = tuple(Passage(line, page_no=1, is_heading=True) for line in lines)
    assert ask("steps", kind=PageKind.PDF, page={"passages": passages}).status == "found"


def table(*rows: tuple[str, ...]) -> dict[str, tuple[Table, ...]]:
    return {"tables": (Table(("งาน", "สิ่งที่ต้องทำ", "เวลา"), rows),)}


def test_rows_with_times_are_steps(ask: Callable[..., ComponentResult]) -> None:
    rows = (("รับ", "ดูความครบถ้วน", "๕ นาที"), ("ทำ", "ทำความเห็น", "ไม่เกิน 2 วันทำการ"), ("ส่ง", "คืนเรื่อง", "ทันที"))
    assert ask("steps", page=table(*rows)).status == "found"
    assert ask("steps", page=table(*rows[:2])).status == "not_found"
    assert ask("steps", page=table(*((*row[:2], "") for row in rows))).status == "not_found"


def test_acts_with_bare_numbers_below_a_unit_are_steps(ask: Callable[..., ComponentResult]) -> None:
    head = ("ทำอะไร", "ที่ไหน", "รอกี่นาที")
    acts = (
        ("ทำบัตร", "ห้องบัตร", "5"),
        ("คัดกรอง", "จุดคัดกรอง", "10"),
        ("พบแพทย์", "ห้องตรวจ", "60"),
        ("รับยา", "ห้องยา", "30"),
    )
    services = (("หนังสือรับรอง", "ชั้น 1", "15"), ("ใบแทนใบอนุญาต", "ชั้น 1", "30"), ("ใช้ห้องประชุม", "ชั้น 2", "45"))
    assert ask("steps", page={"tables": (Table(head, acts),)}).status == "found"
    assert ask("steps", page={"tables": (Table(head, services),)}).status == "not_found"


NAMED = (("ขั้นที่ ๑", "ผู้ขอยื่นหนังสือ (15 นาที)"), ("ขั้นที่ ๒.", "เสนอผู้มีอำนาจ"), ("ขั้นที่ ๓", "แจ้งผลให้ทราบ"))


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DOCX, PageKind.XLSX])
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((("ยื่นที่", "สำนักปลัด"), *NAMED, ("ค่าธรรมเนียม", "ไม่เก็บ")), "found", id="rows of a form"),
        pytest.param(NAMED, "found", id="the first of them where a head stands"),
        pytest.param((*NAMED[:2], ("ขั้นที่ ๓", "")), "not_found", id="the last one blank"),
        pytest.param((*NAMED[:2], NAMED[1]), "not_found", id="two steps"),
        pytest.param(tuple((step, f"{pay},000 บาท") for pay, (step, _) in enumerate(NAMED)), "not_found", id="a scale"),
    ],
)
def test_rows_named_as_steps(
    ask: Callable[..., ComponentResult], kind: PageKind, rows: tuple[tuple[str, str], ...], expected: str
) -> None:
    page = {"tables": (Table(rows[0], rows[1:]),)}
    assert ask("steps", keywords=("ขั้นตอน",), kind=kind, page=page).status == expected


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("1. สำเนาทะเบียนบ้าน 2. หนังสือรับรอง 3. รูปถ่าย",), id="papers"),
        pytest.param(("1.50 บาท 2.75 บาท 3.00 บาท",), id="prices"),
        pytest.param(("อายุ 15 วัน อายุ 30 วัน อายุ 60 วัน",), id="times without acts"),
        pytest.param(("3.1 งบประมาณ", "3.2 บุคลากร", "3.3 อาคารสถานที่"), id="a table of contents"),
    ],
)
def test_no_procedure(ask: Callable[..., ComponentResult], lines: tuple[str, ...]) -> None:
    assert ask("steps", *lines).status == "not_found"


SURVEY = ("สำรวจที่ดิน", "ประกาศบัญชี", "แจ้งการประเมิน")
LEAVE = ("ลาป่วย", "ลากิจส่วนตัว", "ลาพักผ่อนประจำปี")


@pytest.mark.parametrize(
    ("acts", "expected"),
    [pytest.param(SURVEY, "found", id="work"), pytest.param(LEAVE, "not_found", id="days of leave")],
)
def test_rows_of_a_pdf_that_take_their_time_are_steps_where_all_are_acts(
    ask: Callable[..., ComponentResult], acts: tuple[str, ...], expected: str
) -> None:
    rows = tuple((str(number), act, f"{number}0 วัน", "พนักงาน") for number, act in enumerate(acts, 1))
    laid_out = Table(("ที่", "สิ่งที่ต้องทำ", "ใช้เวลา", "ผู้ทำ"), rows, page_no=1)
    assert ask("steps", "มีข้อความ", kind=PageKind.PDF, page={"laid_out": (laid_out,)}).status == expected


@pytest.mark.parametrize("name", ["วิธีปฏิบัติของเจ้าหน้าที่", "4. วิธีการปฏิบัติ"])
def test_under_its_name_whatever_takes_a_time_is_a_step(ask: Callable[..., ComponentResult], name: str) -> None:
    lines = ("1. เดินสำรวจแนวเขต ใช้เวลา 60 วัน", "2. ขึ้นทะเบียนที่ดิน ใช้เวลา 30 วัน", "3. เรียกผู้ถือครองมาพบ 15 วัน")
    assert ask("steps", name, *lines, kind=PageKind.DOCX).status == "found"
    assert ask("steps", "สิทธิของพนักงาน", *lines, kind=PageKind.DOCX).status == "not_found"
    assert ask("steps", name, "1. สุภาพ", "2. ตรงเวลา", "3. ซื่อสัตย์", kind=PageKind.DOCX).status == "not_found"


BIRTH = (("1", "ยื่นเอกสาร", "5 นาที"), ("2", "ตรวจสอบและออกสูติบัตร", "20 นาที"))


@pytest.mark.parametrize("place", ["tables", "laid_out"])
@pytest.mark.parametrize(
    ("detail", "rows", "expected"),
    [
        pytest.param("รายละเอียด", BIRTH, "found", id="two acts"),
        pytest.param("รายละเอียด", BIRTH[:1], "not_found", id="one act"),
        pytest.param("รายละเอียดงานบริการ", BIRTH, "not_found", id="two services"),
        pytest.param("รายละเอียด", (BIRTH[0], ("2", "งานทะเบียน", "20 นาที")), "not_found", id="a unit"),
        pytest.param("รายละเอียด", (*BIRTH, ("3", "ค่าธรรมเนียม", "ไม่มี")), "not_found", id="other rows as well"),
    ],
)
def test_two_acts_in_a_table_of_order_detail_and_time_are_a_procedure(
    ask: Callable[..., ComponentResult], place: str, detail: str, rows: tuple[tuple[str, ...], ...], expected: str
) -> None:
    page = {place: (Table(("ลำดับ", detail, "เวลาให้บริการ"), rows),)}
    kind = PageKind.HTML if place == "tables" else PageKind.PDF
    assert ask("steps", "มีข้อความ", page=page, kind=kind).status == expected


@pytest.mark.parametrize(
    ("below", "beyond_title", "status"),
    [
        pytest.param(("กฎหมายที่เกี่ยวข้อง : พ.ร.บ.ยา",), True, "unreadable", id="nothing but laws below"),
        pytest.param(("กฎหมายที่เกี่ยวข้อง : พ.ร.บ.ยา",), False, "found", id="where the title may tell"),
        pytest.param(("ขั้นตอนมีดังนี้",), True, "found", id="said below as well"),
        pytest.param(("1. รับใบสั่งยา", "2. จัดเตรียมยา", "3. ส่งมอบยา"), True, "found", id="acts below"),
    ],
)
def test_the_title_of_a_manual_tells_no_step(
    ask: Callable[..., ComponentResult], below: tuple[str, ...], beyond_title: bool, status: str
) -> None:
    title = "วิธีปฏิบัติงาน เรื่อง การจ่ายยา"
    page, words = {"title": title}, ("วิธีปฏิบัติงาน", "ขั้นตอน")
    told = ask("steps", title, *below, keywords=words, page=page, kind=PageKind.DOCX, beyond_title=beyond_title)
    assert told.status == status


@pytest.mark.parametrize(
    ("line", "status"),
    [
        pytest.param("ขั้นตอน: ดูป้ายหน้าสำนักงาน รวมใช้เวลา 15 นาที", "unreadable", id="a signboard"),
        pytest.param("ขั้นตอนการขอรับบริการ: โปรดสอบถามเจ้าหน้าที่ที่เคาน์เตอร์", "unreadable", id="a counter"),
        pytest.param("ขั้นตอน: ยื่นคำขอ แล้วรอรับหนังสือที่เคาน์เตอร์", "found", id="what is done"),
        pytest.param("ขั้นตอน: ดูแลผู้ป่วยตามลำดับคิว", "found", id="a word that begins so"),
    ],
)
def test_a_label_that_points_elsewhere_tells_no_step(
    ask: Callable[..., ComponentResult], line: str, status: str
) -> None:
    more = "เปิดให้บริการทุกวันทำการ ณ สำนักงานปลัด ไม่มีค่าธรรมเนียมสำหรับผู้มาขอรับบริการ"
    assert ask("steps", line, more, keywords=("ขั้นตอน",)).status == status


def test_services_one_after_another_are_no_steps(ask: Callable[..., ComponentResult]) -> None:
    def seen(*header: str) -> str:
        rows = (
            ("ขออนุญาตเรี่ยไร", "15 วัน", "ไม่เสียค่าใช้จ่าย", "บัตรประชาชน"),
            ("ขอหนังสือรับรอง", "3 วัน", "ไม่เสียค่าใช้จ่าย", "บัตรประชาชน"),
            ("ขอใช้ห้องประชุม", "1 วัน", "500 บาท", "หนังสือขอใช้"),
        )
        return ask("steps", keywords=("ขั้นตอน",), page={"tables": (Table(header, rows),)}).status

    assert seen("งานบริการ", "ใช้เวลา", "ค่าธรรมเนียม", "หลักฐาน") == "not_found"
    assert seen("สิ่งที่ต้องทำ", "ใช้เวลา", "ค่าธรรมเนียม", "หลักฐาน") == "found"
