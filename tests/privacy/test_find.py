"""What is somebody's own, and what is an office's, a firm's or a form's. Numbers and persons are made up."""

from __future__ import annotations

import pytest

from oit_checker.model.page import Page, PageKind, Passage, Table
from oit_checker.model.personal_data import PersonalData, PersonalDataKind
from oit_checker.privacy import personal_data_in_link, personal_data_of

ONE, OTHER, THIRD = "1999000000017", "3109990000127", "1999000000157"
MAY_BE_TIME = "1700000000126"
MASKED = "1-xxxx-xxxxx-01-7"
CITIZEN, ACCOUNT = PersonalDataKind.CITIZEN_NUMBER, PersonalDataKind.BANK_ACCOUNT
MOBILE, HOME = PersonalDataKind.MOBILE_NUMBER, PersonalDataKind.HOME_ADDRESS
FILE = "ชื่อไฟล์หรือที่อยู่ของไฟล์"
URL = "https://www.example.go.th/files/plan.pdf"


def pdf(*lines: str, title: str | None = None) -> Page:
    return Page(URL, PageKind.PDF, title, tuple(Passage(line, page_no=1) for line in lines))


def sheet(header: tuple[str, ...], *rows: tuple[str, ...], title: str | None = None) -> Page:
    return Page(URL, PageKind.XLSX, title, tables=(Table(header, rows, sheet="ก.ย. 68", heading=title),))


def kinds_in(page: Page) -> list[PersonalDataKind]:
    return [found.kind for found in personal_data_of(page).told]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param(f"เลขประจำตัวประชาชน {ONE}", CITIZEN, id="named"),
        pytest.param("เลขบัตรประชาชน ๑-๙๙๙๐-๐๐๐๐๐-๐๑-๗", CITIZEN, id="thai digits"),
        pytest.param("เลขประจําตัวประชาชน 1 9990 00000 01 7", CITIZEN, id="spaces, and a split sara am"),
        pytest.param("เลขประจาตัวประชาชน 1 9 9 9 0 0 0 0 0 0 0 1 7", CITIZEN, id="boxes of a form, the ring of ำ lost"),
        pytest.param(
            "เลขบัตร ปชช. 3 - 1 0 9 9 - 9 0 0 0 0 - 1 2 - 7", CITIZEN, id="boxes with dashes between the groups"
        ),
        pytest.param(f"1. นางสาวตัวละคร หนึ่ง {ONE} ผ่านการอบรม", CITIZEN, id="beside a name"),
        pytest.param("เลขที่หนังสือ นค 0012\n1. ตัวละคร หนึ่ง 1-9990-00000-01-7", CITIZEN, id="a letter's number above"),
        pytest.param("ผู้เข้าอบรม 1-9990-00000-01-7", CITIZEN, id="its own five groups"),
        pytest.param("นายสมชาย ใจดี ธ.กรุงไทย เลขที่บัญชี 123-4-56789-0", ACCOUNT, id="a person's account"),
        pytest.param("โอนเข้าเลขที่บัญชี 1234567890 ชื่อบัญชี นางสาวสมหญิง ใจดี", ACCOUNT, id="an account in a person's name"),
        pytest.param("เลขบัญชี ๑๒๓-๔-๕๖๗๘๙-๐ ชื่อบัญชี: นายสมชาย ใจดี", ACCOUNT, id="an account in thai digits"),
        pytest.param("นายสมชาย ใจดี โทรศัพท์มือถือส่วนตัว 081-234-5678", MOBILE, id="called one's own"),
        pytest.param("ผู้ร้องเรียน นายสมชาย ใจดี โทร. 08 1234 5678", MOBILE, id="a complainant"),
        pytest.param("นายสมชาย ใจดี อายุ ๔๕ ปี อยู่บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบลตัวอย่าง", HOME, id="where a person lives"),
        pytest.param("ข้าพเจ้า นายสมชาย ใจดี\nอยู่บ้านเลขที่ ๑๒ ซอย ๓ ตำบลตัวอย่าง", HOME, id="the name on the line before"),
        pytest.param("เลขประจำตัวประชาชน 3-1099-\n90000-12-7", CITIZEN, id="broken over two lines"),
        pytest.param("ผู้สมัคร นางสมหญิง ใจดี บ้านเลขที่ 9 ถนนตัวอย่าง", HOME, id="an applicant's house"),
    ],
)
def test_what_is_warned_of(line: str, kind: PersonalDataKind) -> None:
    assert kinds_in(pdf("รายละเอียดแนบท้าย", *line.split("\n"))) == [kind]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("เลขประจำตัวผู้เสียภาษี 0-9940-00158-37-8",), id="the agency's tax number"),
        pytest.param((f"ร้านตัวอย่าง โดยนายสมชาย ใจดี เลขประจำตัวผู้เสียภาษี {ONE}",), id="a shopkeeper's tax number"),
        pytest.param(
            ("เลขประจำตัวผู้เสียภาษี/เลขประจำตัวประชาชน", f"นายสมชาย ใจดี {ONE}"), id="the head of the form of procurement"
        ),
        pytest.param(("เลขประจำตัวผู้เสียภาษี", *["รายการ"] * 90, f"12 {ONE} จ้างเหมา"), id="the head far above"),
        pytest.param((f"เลขที่โครงการ {ONE}",), id="another long number"),
        pytest.param(("เลขประจำตัวประชาชน ตัวอย่าง 1-9990-00000-01-7",), id="an example of a form"),
        pytest.param(("เลขประจำตัวประชาชน 1999000000018",), id="a wrong check digit"),
        pytest.param(("ร้อยละ 1 9990 00000 01 7",), id="figures of a row"),
        pytest.param(("เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี เทศบาลตำบลตัวอย่าง", "ลงชื่อ นายสมชาย ใจดี"), id="the agency's account"),
        pytest.param(("บริจาคได้ที่ เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี เงินบำรุงโรงพยาบาล",), id="an account for gifts"),
        pytest.param(("นายสมชาย ใจดี ผู้จัดการบริษัท ตัวอย่าง เลขที่บัญชี 123-4-56789-0",), id="a firm's account"),
        pytest.param(("บัญชีรายชื่อ นายสมชาย ใจดี เลขที่หนังสือ 1234567890",), id="a list is called บัญชี too"),
        pytest.param(("นายสมชาย ใจดี ปลัดเทศบาล โทร. 081-234-5678",), id="an official's mobile"),
        pytest.param(("สอบถามรายละเอียด นายสมชาย ใจดี 081-234-5678",), id="whom to ask"),
        pytest.param(("ผู้ร้องเรียนติดต่อนิติกร นายสมชาย ใจดี 081-234-5678",), id="whom complainants ask"),
        pytest.param(("สำนักงานเทศบาล เลขที่ 99 หมู่ที่ 1 ตำบลตัวอย่าง โทร. 0 2123 4567",), id="the agency's address"),
        pytest.param(("ก่อสร้างถนน คสล. จากบ้านเลขที่ 12 หมู่ที่ 3 บ้านนายสมชาย ใจดี",), id="works from house to house"),
        pytest.param((f"เลขประจำตัวผู้เสียภาษี {ONE}", "บัตรประชาชน"), id="a tax number before another line"),
        pytest.param(("สำเนาบัตรประชาชน", f"เลขประจำตัวผู้เสียภาษี {ONE}"), id="the line's own name before that above"),
        pytest.param((f"{ONE} (เลขประจำตัวผู้เสียภาษี)",), id="named after it"),
        pytest.param(("เจ้าหน้าที่คุ้มครองข้อมูลส่วนบุคคล โทร. 081-234-5678",), id="the officer for data protection"),
        pytest.param(("นโยบายความเป็นส่วนตัว", "โทร. 081-234-5678"), id="a privacy policy"),
        pytest.param(("ช่องทางร้องเรียน", "ผู้ร้องเรียนแจ้งได้ที่ นายสมชาย ใจดี 081-234-5678"), id="whom to tell"),
        pytest.param(("สัญญาจ้างเลขที่ 1/2569", "กับ นายสมชาย ใจดี อยู่บ้านเลขที่ 12 หมู่ 3"), id="a party to a contract"),
        pytest.param(("ผู้บริหารท้องถิ่น ปลัด", "นายสมชาย ใจดี ที่อยู่เลขที่ 12 หมู่ 3"), id="an official's address"),
        pytest.param(("ค่าใช้จ่าย นายสมชาย ใจดี เลขที่เอกสาร 5104030205",), id="a number of book-keeping"),
        pytest.param(("บ้านเลขที่ 12 หมู่ที่ 3 ตำบลตัวอย่าง",), id="a house of nobody"),
    ],
)
def test_what_is_no_alarm(lines: tuple[str, ...]) -> None:
    assert kinds_in(pdf(*lines)) == []


def test_a_column_is_named_by_its_head() -> None:
    people = sheet(("ที่", "ชื่อ - สกุล", "เลขบัตรประจำตัวประชาชน"), ("1", "สมชาย ใจดี", ONE), ("2", "สมหญิง ใจดี", OTHER))
    assert personal_data_of(people).told == (
        PersonalData(CITIZEN, "แผ่นงาน ก.ย. 68", MASKED, f"เลขบัตรประจำตัวประชาชน {MASKED}", 2, None, "ก.ย. 68"),
    )
    named_by_row = sheet(("รายการ", "ข้อมูล"), ("ชื่อ", "สมชาย ใจดี"), ("เลขประจำตัวประชาชน", ONE))
    assert [found.kind for found in personal_data_of(named_by_row).told] == [CITIZEN]
    beside = sheet(("เลขที่สัญญา", "เลขประจำตัวประชาชน"), ("สัญญาเลขที่สัญญา 1/2569", ONE))
    assert [found.kind for found in personal_data_of(beside).told] == [CITIZEN]
    firms = sheet(("เลขประจำตัวผู้เสียภาษี", "เลขประจำตัวประชาชนผู้ประสานงาน"), (ONE, "-"))
    assert personal_data_of(firms).told == ()


def test_a_list_of_private_persons_tells_of_accounts_mobiles_and_homes() -> None:
    page = sheet(
        ("ชื่อ - สกุล", "ที่อยู่", "โทรศัพท์", "เลขที่บัญชี"),
        ("นายสมชาย ใจดี", "บ้านเลขที่ 12 หมู่ 3", "081-234-5678", "123-4-56789-0"),
        ("นางสมหญิง ใจดี", "บ้านเลขที่ 14 หมู่ 3", "089-234-5678", "123-4-56780-1"),
        title="บัญชีรายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ",
    )
    assert [(found.kind, found.count) for found in personal_data_of(page).told] == [
        (ACCOUNT, 2),
        (MOBILE, 2),
        (HOME, 2),
    ]


def test_each_page_is_told_once_with_how_many_stand_there() -> None:
    lines = [(ONE, 1), (ONE, 1), (OTHER, 1), (THIRD, 3)]
    page = Page(URL, PageKind.PDF, None, tuple(Passage(f"เลขบัตรประชาชน {n}", page_no=p) for n, p in lines))
    assert [(found.place, found.page_no, found.count) for found in personal_data_of(page).told] == [
        ("หน้า 1", 1, 2),
        ("หน้า 3", 3, 1),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(f"ที่ 12 นายสมชาย ใจดี เลขประจำตัวประชาชน {ONE}", MASKED, id="citizen number"),
        pytest.param("นายสมชาย ใจดี เลขที่บัญชี 123-4-56789-0", "xxx-x-xxxx9-0", id="account"),
        pytest.param("ผู้ร้องเรียน นายสมชาย ใจดี โทร. 081-234-5678", "xxx-xxx-xx78", id="mobile"),
        pytest.param("นายสมชาย ใจดี อยู่บ้านเลขที่ 12/3 หมู่ที่ 4 ตำบลตัวอย่าง", "อยู่บ้านเลขที่ xx/x หมู่", id="home"),
    ],
)
def test_what_is_told_repeats_neither_number_nor_name(line: str, told: str) -> None:
    (found,) = personal_data_of(pdf(line)).told
    assert found.masked == told
    assert told in found.context
    assert "นายส…" in found.context
    assert not any(secret in found.context for secret in (ONE, "สมชาย", "ใจดี", "56789", "234", "12/3"))


@pytest.mark.parametrize(
    ("url", "link_text", "places"),
    [
        pytest.param(f"https://x.go.th/f/{OTHER}.pdf", "ไฟล์", [FILE], id="a file named so"),
        pytest.param(f"https://x.go.th/f/{MAY_BE_TIME}.pdf", "ไฟล์", [], id="which may be a time stamp"),
        pytest.param(f"https://x.go.th/f/{MAY_BE_TIME}.pdf", "โครงการอบรม", [], id="whatever the link's words tell"),
        pytest.param(f"https://x.go.th/f/{MAY_BE_TIME}.pdf", "สำเนาบัตรประชาชน", [FILE], id="unless they name it"),
        pytest.param(f"https://x.go.th/f/นายสมชาย_{MAY_BE_TIME}.pdf", "", [FILE], id="or the file has a person's name"),
        pytest.param("https://x.go.th/f/1.pdf", MAY_BE_TIME, ["ข้อความของลิงก์"], id="no time in the link's words"),
        pytest.param(f"https://x.go.th/f/%E0%B8%AD%E0%B8%9A%E0%B8%A3%E0%B8%A1{ONE}.pdf", "", [FILE], id="thai name"),
        pytest.param("https://x.go.th/f/1.pdf", f"นายสมชาย ใจดี {ONE}", ["ข้อความของลิงก์"], id="in the link's words"),
        pytest.param(f"https://x.go.th/f/{OTHER}ab12.jpg", "", [], id="a part of a hash"),
    ],
)
def test_the_address_and_the_link_are_looked_at_too(url: str, link_text: str, places: list[str]) -> None:
    found = personal_data_in_link(url, link_text)
    assert [one.place for one in found] == places
    assert not any(number in f"{one.masked}{one.context}" for one in found for number in (ONE, OTHER))
