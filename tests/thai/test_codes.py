"""Item codes in every spelling of real pages, and the look-alikes that are none."""

from __future__ import annotations

import pytest

from oit_checker.thai import codes
from oit_checker.thai.codes import codes_in_name, item_codes, leading_code, zero_code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("O1 โครงสร้างและอำนาจหน้าที่", ["O1"]),
        ("O2\xa0ข้อมูลผู้บริหาร", ["O2"]),
        ("O1โครงสร้าง", ["O1"]),
        ("OIT 1", ["O1"]),
        ("OIT-1", ["O1"]),
        ("OIT08", ["O8"]),
        ("o8", ["O8"]),
        ("o1 –", ["O1"]),
        ("O-8", ["O8"]),
        ("O_25", ["O25"]),
        ("O 8 ถาม-ตอบ", ["O8"]),
        ("O08", ["O8"]),
        ("O๒๕", ["O25"]),
        ("O๐๘", ["O8"]),
        ("๐8 และ ๐25", ["O8", "O25"]),
        ("(อ้างอิงจาก ๐20)", ["O20"]),
        ("ข้อ O25", ["O25"]),
        ("(O25)", ["O25"]),
        ("O31 : ประกาศ", ["O31"]),
        ("O8.1 คู่มือ", ["O8"]),
        ("O8-1", ["O8"]),
        ("o8_01", ["O8"]),
        ("O1, O2 และ O3", ["O1", "O2", "O3"]),
        ("O11 - 12 เดือน", ["O11"]),
        ("O1/2569", ["O1"]),
        ("O12-2569", ["O12"]),
        ("MOIT1", ["MOIT1"]),
        ("MOIT 10 ", ["MOIT10"]),
        ("MOIT5 | 2. แบบสรุป", ["MOIT5"]),
        ("moit 5.2.1 สขร 1 เดือน ก.ค.67", ["MOIT5"]),
        ("EB1 1.6 ประกาศ", ["EB1"]),
        ("EB 20", ["EB20"]),
        ("EEB 13", ["EB13"]),
        ("นโยบายo20", ["O20"]),
        ("O43", ["O43"]),
    ],
)
def test_codes_are_read(text: str, codes: list[str]) -> None:
    found = item_codes(text)
    assert [code.code for code in found] == codes
    assert all(text[code.start : code.end] == code.printed for code in found)


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน (O1 - O6)",
        "(o1-o6)",
        "O1–O5",
        "(O1-6)",
        "O1 - 6)",
        "O1 ถึง O6",
        "ข้อ O18 ถึงข้อ O25",
        "MOIT1 - MOIT22",
        "CO2",
        "H2O 5 ลิตร",
        "O0",
        "O44",
        "O 365",
        "O1,000 บาท",
        "O2-281-8100",
        "O8/09/2569",
        "๐1/๐2/2569",
        "O8.30 น.",
        "OIT 2569",
        "OIT2566",
        "P.O. 12",
        "Web1 Photo2 Logo 3 feb 2",
        "video-o2o",
        "o 12 เดือน",
        "01 โครงสร้าง",
        "๐๒๕",
        "1.1 ข้อ 1 1)",
        "30/11/2568",
        "",
    ],
)
def test_look_alikes_are_not_read(text: str) -> None:
    assert item_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("O1 โครงสร้าง", "O1"),
        ("  • O1 – โครงสร้าง", "O1"),
        ("1. O1 โครงสร้าง", "O1"),
        ("ข้อ O25 การนำผล", "O25"),
        ("(O9) แผน", "O9"),
        ("ITA 2568 : O12 แผน", "O12"),
        ("OIT 1", "O1"),
        ("o8_01_คู่มือ", "O8"),
        ("๐25 การนำผลการประเมิน", "O25"),
        ("MOIT5 แบบสรุป", "MOIT5"),
        ("โครงสร้าง O1", None),
        ("O1 - O6 ข้อมูลพื้นฐาน", None),
        ("(O1 - O6)", None),
        ("รายงานตาม O1", None),
        ("", None),
    ],
)
def test_the_code_at_the_head(text: str, code: str | None) -> None:
    found = leading_code(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("01 โครงสร้าง", "O1"),
        ("09 Social Network", "O9"),
        ("010 แผนดำเนินงานประจำปี", "O10"),
        ("010 - แผนดำเนินงานประจำปี", "O10"),
        ("04 - แผนยุทธศาสตร์", "O4"),
        ("024รายงานผล", "O24"),
        ("๐๒๕ การนำผล", "O25"),
        ("ข้อ 012 สถิติ", "O12"),
        ("043", "O43"),
        ("01. พรบ.การจัดซื้อจัดจ้าง", None),
        ("01) ระเบียบ", None),
        ("08/09/2569", None),
        ("08.30 น.", None),
        ("08:30", None),
        ("02-281-8100", None),
        ("02 281 8100", None),
        ("043-xxx-xxxx", None),
        ("02 มกราคม 2569", None),
        ("044 เกินไป", None),
        ("001 ศูนย์สองตัว", None),
        ("1 โครงสร้าง", None),
        ("2569", None),
        ("โทร 010", None),
    ],
)
def test_a_zero_for_the_letter_at_the_head(text: str, code: str | None) -> None:
    found = zero_code(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("/ITA/2568/010", ["O10"]),
        ("/ITA/2568/01", ["O1"]),
        ("o10-โครงการ.pdf", ["O10"]),
        ("o-21.pdf", ["O21"]),
        ("o_19-รายงาน.pdf", ["O19"]),
        ("o8_01_คู่มือ.pdf", ["O8"]),
        ("O8_04-.pdf", ["O8"]),
        ("680303_ITA-O20-รายงาน.pdf", ["O20"]),
        ("การมีส่วนร่วมo20_รายงาน.pdf", ["O20"]),
        ("ITA_68_o12-ปี-68.xlsx", ["O12"]),
        ("รายงานขับเคลื่อน-016.pdf", ["O16"]),
        ("%E0%B8%82%E0%B9%89%E0%B8%AD-O12.pdf", ["O12"]),
        ("ITA-2568-OIT-O12-report-annual-plan.pdf", ["O12"]),
        ("moit2-1.1-68.pdf", ["MOIT2"]),
        ("/upload/ITA/EB1/1.7.pdf", ["EB1"]),
        ("EB1/01.pdf", ["EB1"]),
        ("o1-o6.pdf", []),
        ("photo1.jpg", []),
        ("043-812345.pdf", []),
        ("01.pdf", []),
        ("https://o1.go.th/x", []),
        ("https://drive.google.com/file/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms-O2_x/view", []),
    ],
)
def test_codes_in_file_names_and_addresses(name: str, codes: list[str]) -> None:
    assert [code.code for code in codes_in_name(name)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "O1",
        "  • 1. ข้อ O2 แผน",
        "รหัส ๐25",
        "ตัวชี้วัดที่ eb 3",
        "OIT 2569 - O4",
        "moit5",
        "- ı O3",
        "2) ITA 2569 O7",
        "_o8_01",
        "แผนงาน O1",
        "ก",
        "",
        "…",
        "ดาวน์โหลด o 2",
        "ค1 O2",
    ],
)
def test_a_text_that_cannot_begin_with_a_code_is_told_by_its_first_letter(text: str) -> None:
    found = item_codes(text)
    begins = bool(found) and codes._HEAD.fullmatch(text[: found[0].start]) is not None
    assert leading_code(text) == (found[0] if begins else None)
