"""Whose work it is: a unit's own name beside รับผิดชอบ, whichever stands first, or the component's keywords.

A column whose every cell names a unit, beside what is to be done, tells it as well, whatever its head says (มอบให้),
unless that speaks of others (กลุ่มเป้าหมาย, แหล่งงบประมาณ) or of a place (พื้นที่ดำเนินการ).

Takes no parameters. The name has to name a unit (สำนักปลัด, กองคลัง, งานธุรการ); "กองที่รับผิดชอบ" names none, and neither does
a unit that is only asked to say who is responsible.

FOUND       กองช่างเป็นผู้รับผิดชอบ · รับผิดชอบโดยงานธุรการ
NOT FOUND   ให้ผู้ที่รับผิดชอบดำเนินการ · กองคลังแจ้งผู้รับผิดชอบ
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, found
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_UNIT = (
    r"(?:สำนัก(?!พิมพ์|ข่าว)|กอง(?!ทุน|ทัพ|ขยะ)|กลุ่มงาน|ฝ่าย(?!การเมือง)|ศูนย์(?!กลาง)|(?<![ก-๎])(?:กลุ่ม|แผนก|งาน|ส่วน(?!งาน|ราชการ)))"
    r"(?!ที่|ใด|อื่น|ต่าง|ๆ|ผู้|และ|เจ้าของ)"
)
_NAME = rf"{_UNIT}(?:(?!แจ้ง|เสนอ|ส่ง|ให้|จะ|ไม่|ที่|ซึ่ง|ต้อง|รับผิดชอบ|เป็น|ผู้)[ก-๎]){{2,24}}"
_OWNER = regex(
    rf"{_NAME}\s?(?:เป็น\s?)?(?:ผู้)?(?:รับผิดชอบ|ดูแลรับผิดชอบ)(?!\s?(?:แจ้ง|หรือไม่))|รับผิดชอบ(?:โดย|ได้แก่|คือ|:|\s)\s?(?:คือ\s)?{_NAME}"
)
_SIGN = "รับผิดชอบ"
_A_UNIT = (
    r"(?:(?:หัวหน้า|ผู้อำนวยการ|ผอ\.)\s?)?(?:สำนัก(?:งาน)?(?!พิมพ์|ข่าว)|กอง(?!ทุน|ทัพ|ขยะ)|กลุ่ม(?:งาน)?(?!เป้า|ผู้|เด็ก|สตรี|อาชีพ|เกษตร)|ฝ่าย"
    r"|ศูนย์(?!กลาง)|แผนก|หน่วย(?:งาน)?(?=ตรวจสอบ|พัสดุ|ราชการ)|ทุก(?:กอง|ฝ่าย|หน่วย|สำนัก|กลุ่ม))[ก-๎. ]{0,40}"
)
_UNITS = regex(rf"{_A_UNIT}(?:\s?[/,]\s?(?:และ)?{_A_UNIT})*")
_OF_OTHERS = regex(
    r"เป้า|ผู้เข้า|ผู้รับ|ผู้ร่วม|สถานที่|งบ|เงิน|ที่มา|ประเมิน|ร้อง|คะแนน|ตัวชี้วัด|วิเคราะห์|พบ|ปัญหา|เสี่ยง|ตรวจสอบ|รายงาน|เสนอ"
    r"|พื้นที่|รับตรวจ|ส่งถึง|บริเวณ|ที่ตั้ง|แจ้ง|เรียน"
)
_DEEDS = regex(r"มาตรการ|โครงการ|กิจกรรม|ขั้นตอน|สิ่งที่(?:จะ|ต้อง)?(?:ทำ|ดำเนินการ)")
_LEAST_ROWS = 2


def owner(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the keywords, then for a unit's name beside the word."""
    seen = keywords(component, matter, wanted)
    if seen.status is ComponentStatus.FOUND:
        return seen
    if (in_column := _column_of_units(matter)) is not None:
        return in_column
    if not matter.holds((_SIGN,)):
        return seen
    for chunk in matter.chunks:
        if not chunk.is_claim and _SIGN in chunk.text and (named := _OWNER.search(chunk.text)) is not None:
            place = matter.quote(chunk, *named.span())
            return found(place.snippet, place.place)
    return seen


def _column_of_units(matter: Matter) -> Observation | None:
    """The first cell of a column that names a unit for each of the things to be done."""
    for table in matter.tables:
        heads = [squeeze(head) for head in table.header]
        if not any(map(_DEEDS.search, heads)):
            continue
        for place, head in enumerate(heads):
            if _DEEDS.search(head) or _OF_OTHERS.search(head):
                continue
            cells = [squeeze(row[place]) if place < len(row) else "" for row in own_rows(table)]
            if len(cells) >= _LEAST_ROWS and all(map(_UNITS.fullmatch, cells)):
                return found(f"{head}: {cells[0]}", place_of_table(table))
    return None
