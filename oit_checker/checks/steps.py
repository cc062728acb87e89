"""Steps of a procedure: the component's keywords (ขั้นตอน), or lines that tell one act after another.

min_steps   how many acts make a procedure (default 3)

An act is a line, or a number in a line, that begins with what somebody does:
ยื่น, รับ, ตรวจสอบ, เสนอ, แจ้ง. Who does it may stand before it.

FOUND       1. ส่งหนังสือถึงอธิบดี 2. เจ้าหน้าที่ตรวจสอบ 3. แจ้งผลทางโทรศัพท์
NOT FOUND   1. สำเนาบัตรประชาชน 2. หนังสือมอบอำนาจ 3. รูปถ่าย
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from itertools import groupby

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.page import Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_WHO = (
    r"(?:ผู้ร้อง(?:เรียน)?|ผู้รับบริการ|ผู้ขอ(?:รับบริการ)?|ผู้ยื่นคำขอ|ประชาชน|เจ้าหน้าที่(?:ผู้รับผิดชอบ)?|"
    r"พนักงาน(?:เจ้าหน้าที่)?|ผู้บริหาร|ผู้มีอำนาจ|หน่วยงาน|คณะกรรมการ)?"
)
_DOES = (
    r"(?:ยื่น|ส่ง|รับ(?!ผิดชอบ|รอง)|ตรวจ|เสนอ|แจ้ง|บันทึก|กรอก|พิจารณา|ลง(?:ทะเบียน|รับ|นาม)|ดำเนินการ|รวบรวม|สอบสวน|สอบข้อเท็จจริง|"
    r"วิเคราะห์|รายงานผล|อนุมัติ|อนุญาต|ออก(?:ใบ|เลข|หนังสือ)|ชำระ|จัดทำ|จัดส่ง|นำ(?:ส่ง|เรียน)|เรียกเก็บ|นัด|ติดต่อ|ติดตาม|ประสาน|สั่งการ|มอบหมาย|คัดกรอง|พิมพ์|คืน)"
)
_ACT_LINE = re.compile(rf"(?:\(?\d{{1,2}}[.)]|[-•]|ขั้นที่\s?\d+)?\s*{_WHO}\s*{_DOES}")
_NUMBERED_ACT = re.compile(rf"(?:^|\s)\(?(\d{{1,2}})[.)]\s*{_WHO}\s*{_DOES}")


def steps(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_steps: int = 3) -> Observation:
    """Look for the keywords, then for acts that follow one another."""
    place = best_place(component, matter)
    if place is not None:
        return found(place.snippet, place.place)
    for chunk in matter.chunks:
        acts = list(_NUMBERED_ACT.finditer(arabic_digits(chunk.text)))
        if not chunk.is_claim and len({act[1] for act in acts}) >= min_steps:
            seen = matter.quote(chunk, acts[0].start(), acts[-1].end())
            return found(seen.snippet, seen.place)
    return _lines_of_acts(matter, min_steps) or absent()


def _lines_of_acts(matter: Matter, min_steps: int) -> Observation | None:
    shown = {chunk.text for chunk in matter.chunks if not chunk.is_claim}
    lines = [line for line in matter.page.passages if line.page_no is not None or squeeze(line.text) in shown]
    for is_act, group in groupby(lines, key=_is_act):
        run = list(group)
        if is_act and len(run) >= min_steps:
            return found(" · ".join(squeeze(line.text)[:60] for line in run[:min_steps]), "ในเนื้อหา")
    return None


def _is_act(line: Passage) -> bool:
    return not line.is_heading and _ACT_LINE.match(arabic_digits(line.text.strip())) is not None
