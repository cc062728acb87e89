"""Tables of two columns that say a label on the left and its value on the right, from the first row on."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.patterns import regex

Row = tuple[str, ...]

_LONGEST_LABEL = 60
_LEAST_KINDS = 3  # labels that begin differently; ตัวชี้วัดที่ 1, ตัวชี้วัดที่ 2 are the rows of a list
_NUMBERING = regex(r"^[\d๐-๙.()\s•-]+")
_LABELS = (
    "ชื่อ", "ผู้", "วัน", "เวลา", "ระยะเวลา", "สถานที่", "เรื่อง", "ประเด็น", "หัวข้อ", "โครงการ", "กิจกรรม", "งานบริการ",
    "ผล", "การนำ", "งบประมาณ", "วงเงิน", "ค่าธรรมเนียม", "เอกสาร", "หลักฐาน", "ขั้นตอน", "ขั้นที่", "ช่องทาง", "ยื่น",
    "วัตถุประสงค์", "เป้าหมาย", "กลุ่มเป้าหมาย", "ตัวชี้วัด", "หลักการ", "ที่มา", "ปัญหา", "อุปสรรค", "ข้อเสนอ", "แนวทาง",
    "วิธี", "หน่วยงาน", "สังกัด", "ตำแหน่ง", "โทร", "อีเมล", "ที่อยู่", "ที่ตั้ง", "หมายเหตุ", "จำนวน", "กฎหมาย", "เงื่อนไข",
)  # fmt: skip
_HEADS = ("รายละเอียด", "คำอธิบาย", "ข้อมูล", "เนื้อหา", "คำตอบ", "สถานะ", "ลิงก์", "ไฟล์", "คะแนน", "ร้อยละ", "บาท", "ปี")


def are_pairs(rows: Sequence[Row]) -> bool:
    """Whether two in three left cells at least are labels, of different things, and the first right cell is no head."""
    if len(rows) < _LEAST_KINDS or any(len(row) != 2 for row in rows):
        return False
    left = [row[0] for row in rows]
    kinds = [kind for cell in left if (kind := _label_of(cell)) is not None]
    first = rows[0][1]
    is_value = first != "" and _label_of(first) is None and not first.startswith(_HEADS)
    is_told_apart = len(set(left)) == len(left) and len(set(kinds)) >= _LEAST_KINDS
    return is_value and is_told_apart and len(kinds) * 3 >= len(left) * 2


def _label_of(cell: str) -> str | None:
    """The word that a label begins with; None for what is none."""
    text = _NUMBERING.sub("", cell)
    if len(text) > _LONGEST_LABEL:
        return None
    return max((word for word in _LABELS if text.startswith(word)), key=len, default=None)
