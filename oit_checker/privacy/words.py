"""The words that make a number or an address somebody's own, and those that say it is an office's or a firm's."""

from __future__ import annotations

import re

from oit_checker.patterns import regex

_AM = "(?:ำ|ํา|า)"  # PDF files lose the ring of ำ

CITIZEN = regex(
    rf"(?:หมาย)?(?:เลข(?:ที่)?(?:บัตร)?)?ประจ{_AM}ตัว\s*(?:ของ)?\s*ประชาชน|เลข(?:ที่)?ประจ{_AM}ตัว\s*13\s*หลัก|บัตร\s*(?:ประจ{_AM}ตัว\s*)?(?:ประชาชน|ปชช)"
    rf"|เลข\s*(?:ที่\s*)?บัตร|เลข\s*13\s*หลัก|เลข(?:ที่)?\s*ปชช|citizen\s*id|id\s*card|national\s*id|บัตรข้าราชการ",
    re.IGNORECASE,
)
"""Names of the citizen number."""

_TAX = (
    r"ผู้เสีย\s*ภาษี|ภาษีอากร|นิติบุคคล|ทะเบียน\s*(?:การค้า|พาณิชย์|บริษัท|ผู้ประกอบการ)|tax\s*(?:id|payer|no)|(?<![a-z])tin(?![a-z])"
)
TAX_NUMBER = regex(_TAX, re.IGNORECASE)
"""Names of the tax number, which the forms of procurement ask for, also of persons."""

OTHER_NUMBER = regex(
    rf"{_TAX}|เลขที่\s*โครงการ|โครงการ\s*เลขที่|e-?gp(?![a-z])|คุมสัญญา|รหัส\s*(?:งบประมาณ|กิจกรรม|สินค้า|สินทรัพย์|ครุภัณฑ์|พัสดุ|บัญชี|โครงการ)"
    r"|เลขที่\s*(?:เอกสาร|หนังสือ|ใบสั่ง|ใบเสร็จ|สัญญา)|(?:หมาย)?เลข\s*(?:เครื่อง|ครุภัณฑ์|พัสดุ|มิเตอร์|ผู้ใช้ไฟ|ผู้ใช้น้ำ)|บาร์โค้ด|barcode|isbn|(?<![a-z])ean(?![a-z])",
    re.IGNORECASE,
)
"""Names of all other long numbers."""

EXAMPLE = regex(r"ตัวอย่าง|สมมติ|สมมุติ|example|sample", re.IGNORECASE)

_TITLE = (
    r"(?<![ก-๎])(?:นางสาว|น\.\s?ส\.|นาง(?!รอง\s|แล\s|บวช\s|ลือ\s|เลิ้ง)|ด\.\s?ช\.|ด\.\s?ญ\.|เด็กชาย|เด็กหญิง"
    r"|นาย(?!ก\s|กฯ|กเทศ|กองค์|กอบ|กสมา|กสภา|กรัฐ|กเมือง|กเหล่า|อำเภอ|ทะเบียน|จ้าง|หน้า|ทหาร|แพทย์|ตรวจ|ท้าย|ด่าน|ช่าง))"
)
PERSON = regex(
    rf"(?P<title>{_TITLE})\s*(?P<first>[ก-ฮเ-ไ])[ก-๎]{{1,24}}(?:\s+[ก-ฮเ-ไ][ก-๎]{{1,29}})?"
    r"|(?P<latin>\b(?:Mr|Mrs|Ms|Miss)\b\.?)\s*(?P<initial>[A-Z])[A-Za-z]+(?:\s+[A-Z][A-Za-z]+)?"
)
"""A title and a person's name."""

PRIVATE_PERSON = regex(
    r"ผู้ร้อง(?:เรียน|ทุกข์)?|ผู้แจ้ง(?:เบาะแส)?|ผู้(?:เข้า|สมัคร|ร่วม)\S{0,8}(?:อบรม|ร่วม|สอบ|ประชุม|กิจกรรม|โครงการ)|ผู้สมัคร|ผู้มีสิทธิ|ผู้รับ(?:เบี้ย|เงิน|การสงเคราะห์|ทุน|บริการ)"
    r"|ผู้ขอรับ|ผู้ยื่น(?:คำขอ|คำร้อง)|ผู้สูงอายุ|(?:ผู้|คน)พิการ|ผู้ป่วย|ผู้ปกครอง|ผู้ตอบแบบ|คู่สมรส|ผู้ถูกกล่าวหา|ผู้กู้|ผู้ค้ำประกัน|ผู้เช่า|นักเรียน|นักศึกษา"
)
"""Persons who deal with the agency as private persons."""

OFFICE = regex(
    r"สำนัก|ที่ทำการ|เทศบาล|องค์การ|อบต|อบจ|โรงพยาบาล|รพ\.|โรงเรียน|กรม|มหาวิทยาลัย|วิทยาลัย|สถาบัน|ศูนย์|กองทุน|มูลนิธิ|สมาคม|สหกรณ์|วัด(?![ก-๎])"
    r"|บริษัท|บจก|หจก|ห้าง|ร้าน|เงินบำรุง|เงินรายได้|เงินอุดหนุน|ค่าธรรมเนียม|บริจาค|ผู้รับจ้าง|ผู้ขาย|ผู้เสนอราคา|คู่สัญญา"
)
"""Agencies, firms and their money."""

OFFICIAL = regex(
    r"นายก|ปลัด|ผู้อำนวยการ|ผอ\.|หัวหน้า|รอง|เลขานุการ|นิติกร|เจ้าหน้าที่|เจ้าพนักงาน|นักวิชาการ|นักวิเคราะห์|นักทรัพยากร|นายช่าง|ครู|พยาบาล|แพทย์|ผู้ใหญ่บ้าน|กำนัน|สมาชิกสภา"
    r"|ผู้ประสาน|ประสานงาน|ติดต่อ|สอบถาม|ได้ที่|ช่องทาง|สายด่วน|รับเรื่อง|รับแจ้ง|อาจารย์|วิทยากร|ผู้รับผิดชอบ|ผู้จัดทำ|ผู้ดูแล|กรรมการ|อสม|พนักงาน|ลูกจ้าง"
)
"""Public officials and the points at which an agency is reached: their numbers are meant to be known."""

CONTRACT = regex(r"สัญญา(?:จ้าง|ซื้อ|เลขที่)|ใบสั่ง(?:จ้าง|ซื้อ)|ข้อตกลง(?:จ้าง|ซื้อ)|ผู้รับจ้าง|ผู้ขาย|คู่สัญญา")
"""Contracts name the parties by their addresses."""

WORKS = regex(
    r"ก่อสร้าง|ซ่อมแซม|ปรับปรุง|วางท่อ|ขุดลอก|ลาดยาง|ลูกรัง|คสล|คอนกรีต|รางระบาย|ไฟฟ้าสาธารณะ|สายทาง|ถนนสาย|จากบ้าน|ถึงบ้าน|หน้าบ้าน|ข้างบ้าน|บริเวณบ้าน"
)
"""Public works are named by the houses at which they begin and end."""

OWN = regex(r"(?:โทร|มือถือ|เบอร์|หมายเลข)[^\n\d]{0,20}ส่วนตัว")
"""A telephone that is called somebody's own; privacy (ความเป็นส่วนตัว) is another matter."""


def without_names(text: str) -> str:
    """Names of persons cut to their first letter: นายส…"""
    return PERSON.sub(lambda m: f"{m['title'] or m['latin']}{m['first'] or m['initial']}…", text)
