"""Dots and lines to write on that nobody has written on: "ชื่อ ............ ตำแหน่ง ............".

A PDF runs its lines together, so dots that were left blank are told by what follows them: the next label of a form, the
next number of a list, a bracket, or the end. What follows and is no label was written on them (......สำนักปลัด......).
"""

from __future__ import annotations

import re

from oit_checker.patterns import regex
from oit_checker.thai.text import fold, toneless

_LABELS = (
    "ลงชื่อ", "ชื่อ", "นามสกุล", "ตำแหน่ง", "อายุ", "สังกัด", "โทร", "เบอร์", "อีเมล", "เลขที่", "บ้านเลขที่", "หมู่ที่", "ตำบล", "อำเภอ",
    "จังหวัด", "ถนน", "ซอย", "รหัสไปรษณีย์", "วันที่", "พ.ศ.", "ผู้รับผิดชอบ", "ผู้จัดทำ", "ผู้รายงาน", "ผู้รับรอง", "ผู้ตรวจสอบ", "ผู้อนุมัติ",
    "ผู้เสนอ", "งบประมาณ", "ระยะเวลา", "ขั้นตอน", "ผลการดำเนิน", "ผลลัพธ์", "ตัวชี้วัด", "เป้าหมาย", "วัตถุประสงค์", "ปัญหา", "อุปสรรค",
    "ข้อเสนอแนะ", "หมายเหตุ", "สถานที่", "มาตรการ", "แนวทาง",
)  # fmt: skip
_NEXT = "|".join(re.escape(fold(label)) for label in _LABELS)
BLANK = rf"[.…_]{{4,}}(?=¦|\Z|[()]|\d{{1,2}}[.)](?!\d)|(?:{_NEXT}))"
"""A pattern for folded text: dots or a line to write on, left blank."""

_LEFT = {False: regex(rf"[:\-]?{BLANK}"), True: regex(toneless(rf"[:\-]?{BLANK}"))}
_BLANK = regex(BLANK)
_TO_WRITE_ON = regex(r"[.…_]{4,}")


def is_left_blank(folded: str, end: int, *, by_ocr: bool = False) -> bool:
    """Whether the label that ends at `end` of a folded text stands before dots that were left blank."""
    return _LEFT[by_ocr].match(folded, end) is not None


def blanks_in(folded: str) -> tuple[int, int]:
    """How many dots or lines to write on were left blank in a folded text, and how many there are in all."""
    return len(_BLANK.findall(folded)), len(_TO_WRITE_ON.findall(folded))
