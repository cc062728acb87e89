"""Labels that wait for an answer, whatever their words: a colon with nothing behind it, or a promise (อยู่ระหว่างจัดทำ).

"หน่วยงานรับผิดชอบ:" tells nothing where the next line is another field of the same form ("ขั้นตอน: …"). What people list
under a label has labels of its own (ผู้มีส่วนร่วม: / ภาคประชาชน: 20 คน; ช่องทาง: / โทร: 02 …), so only words known to be
those of a field of its own speak against it, and none of those that may tell the label's matter part by part.
"""

from __future__ import annotations

import re

from oit_checker.checks.label_words import is_asking
from oit_checker.patterns import regex

_LONGEST = 60  # letters of a line that is nothing but a label
_COLON = regex(r"[^:：]{2,60}[^\d\s:：]\s*[:：]")
_ANSWERED = regex(r"[^:：]{2,60}[^\d\s:：]\s*[:：](?!//)\s*[^\s.…_:：]")
# A label that opens a block of fields, or promises a list.
_OPENS_A_BLOCK = regex(
    r"[\s\d.()•-]*(?:โครงการ|กิจกรรม|มาตรการ|แผน|เรื่อง|ชื่อ|งาน|บริการ|รายละเอียด|ข้อมูล|ช่องทาง|ติดต่อ|สรุป|ยุทธศาสตร์|ประเด็น|เป้าประสงค์|กลยุทธ์)"
    r"|.*(?:ดังนี้|ต่อไปนี้|ได้แก่|ประกอบด้วย|คือ)\s*[:：]"
)
_OF_A_WAY = regex(r"[\s\d.()•-]*(?:วิธี|การ|แนวทาง|กระบวนการ|ขั้นตอน)")
_PARTS_OF_A_WAY = regex(r"[\s\d.()•-]*(?:ช่องทาง|สถานที่|ขั้นตอน|เอกสาร|ระยะเวลา|เวลา|วัน|วิธี)")
_OF_WHAT = r"(?:(?:ขณะนี้|ข้อมูล|เอกสาร|เนื้อหา|คู่มือ|รายงาน|แผน|ส่วนนี้|หน่วยงาน|รายละเอียด|ผล)\s*)*"
_UNDER_WAY = r"(?:(?:กำลัง)?\s*อยู่\s*(?:ใน)?\s*(?:ระหว่าง|ขั้นตอน)|กำลัง)(?:การ)?\s*"
_PROMISE = regex(
    rf"[(\s*-]*{_OF_WHAT}(?:{_UNDER_WAY}(?:ดำเนินการ\s*)?(?:การ)?(?:จัดทำ|ปรับปรุง|รวบรวม|จัดเตรียม|เตรียม|สรุป|ประมวล|วิเคราะห์|พิจารณา)"
    r"\s*(?:ข้อมูล|เอกสาร|เนื้อหา|คู่มือ|รายงาน|แผน|ผล|ความเห็น|ความคิดเห็น)*"
    r"|จะ(?:ได้)?\s*(?:มีการ|ดำเนินการ)?(?:แจ้ง|เผยแพร่|รายงาน|สรุป|เพิ่ม|ประกาศ|จัดทำ|ดำเนินการ|นำ|ปรับปรุง)[ก-๙ ]{0,30}?"
    r"(?:ภายหลัง|ต่อไป|ถัดไป|เร็ว\s?ๆ\s?นี้|เมื่อแล้วเสร็จ|ภายหน้า)"
    r"|รอ(?:การ|ผล)?(?:สรุป|ประมวล|พิจารณา|ข้อมูล)[ก-๙ ]{0,16}|coming soon)[\s).*…-]*",
    re.IGNORECASE,
)
# What is only under way tells how a project stands, and nothing of what came of it or was done with it.
_STATE = regex(rf"[(\s*-]*{_OF_WHAT}{_UNDER_WAY}ดำเนินการ[\s).*…-]*")
_TELLS_STATE = regex(r"สถานะ|ความก้าวหน้า|ความคืบหน้า|ผลการดำเนิน|ผลดำเนิน|ผลการปฏิบัติ|การดำเนินการ$|การดำเนินงาน$")
# A dash tells that there is none where there may be none: problems, fees, papers to bring.
_DASH = regex(r"[\s–—-]+")
_MAY_BE_NONE = regex(r"ปัญหา|อุปสรรค|ข้อ|ค่า|เอกสาร|หลักฐาน|ร้องเรียน|ร้องทุกข์|รอง|หมายเหตุ|งบ|เงิน|สถิติ|จำนวน|อื่น")

_OF_USE = regex(r"[\s\d.()•-]*(?:วิธี|คู่มือ|ขั้นตอน)(?:การ)?\s*(?:ใช้|เข้าใช้)[^:]{0,40}")


def asks_how_to_use(heading: str) -> bool:
    """Whether a heading names instructions and gives none: วิธีใช้งานระบบ."""
    return _OF_USE.fullmatch(heading) is not None


def is_left_open(before: str, label: str, after: str) -> bool:
    """Whether a label that ends in a colon was left without an answer, between two fields of the same form.

    >>> is_left_open("เรื่อง: ถนน", "ผู้มีส่วนร่วม:", "ผลสรุป: ซ่อมถนน"), is_left_open("", "ผู้มีส่วนร่วม:", "ชาวบ้าน: 20 คน")
    (True, False)
    """
    if not awaits(label) or _OPENS_A_BLOCK.match(label) or not is_asking(after):
        return False
    if _OF_A_WAY.match(label) and _PARTS_OF_A_WAY.match(after):
        return False
    return is_asking(label) or _ANSWERED.match(before) is not None


def awaits(line: str) -> bool:
    """Whether a line is no more than a label with a colon at its end."""
    return len(line) <= _LONGEST and _COLON.fullmatch(line.strip()) is not None


def is_promise(text: str) -> bool:
    """Whether a line says only that what belongs here is still being made.

    >>> is_promise("อยู่ระหว่างจัดทำ"), is_promise("อยู่ระหว่างจัดทำร่างขอบเขตของงาน (TOR)")
    (True, False)
    """
    return _PROMISE.fullmatch(text) is not None


def is_promised(label: str, after: str, *, is_heading: bool) -> bool:
    """Whether a promise stands under a heading or a label, or a dash under a heading: what these name is not there."""
    is_label = is_heading or awaits(label) or is_asking(f"{label}:")
    if is_label and _STATE.fullmatch(after):
        return _TELLS_STATE.search(label) is None
    if is_heading and _DASH.fullmatch(after):
        return _MAY_BE_NONE.search(label) is None
    return is_label and is_promise(after)
