"""Columns whose head names the unit of a time, so that its cells are bare numbers: รอกี่นาที over 5, 10, 60.

A head that dates something (วันที่), counts days of leave or months of a report, tells how much there is in a day
(จำนวนผู้ใช้บริการต่อวัน) or how long a contract runs (ระยะเวลาส่งมอบ), names no time that a step takes.
"""

from __future__ import annotations

from collections.abc import Iterator

from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_OF_A_UNIT = regex(r"(?:นาที|ชั่วโมง|ชม\.|วัน(?:ทำการ)?)\)?$")
_OF_A_TIME = regex(r"เวลา|ใช้|รอ|นาน|กี่|ภายใน|^\(?(?:จำนวน)?\s?(?:นาที|ชั่วโมง|ชม\.|วัน(?:ทำการ)?)\)?$")
_OF_OTHERS = regex(
    r"(?<!เว)ลา(?!ง)|รายงาน|อบรม|เข้าร่วม|มาสาย|ขาด|เปิด|ย้อนหลัง|(?:ต่อ|/)\s?วัน|(?<!ไม่)เกิน|จ้าง|ส่งมอบ|สัญญา"
    r"|^(?:จำนวน)?\s?(?:ผู้|คน|ค่า|ปริมาณ)(?!.*รอ)"
)
_NUMBER = regex(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?")


def timed_columns(table: Table) -> Iterator[int]:
    """The columns of a table whose head names a unit of time, and whose filled cells all are numbers."""
    for place, head in enumerate(map(squeeze, table.header)):
        if not (_OF_A_UNIT.search(head) and _OF_A_TIME.search(head)) or _OF_OTHERS.search(head):
            continue
        cells = [arabic_digits(row[place].strip()) for row in table.rows if place < len(row) and row[place].strip()]
        if cells and all(map(_NUMBER.fullmatch, cells)):
            yield place
