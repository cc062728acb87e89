"""A page to sign in at that tells the public what is behind it: its services by name, and how anybody registers.

A form with a menu around it tells nothing, a system's name alone neither; and what is for the agency's own people is
never the public's, whatever it names.
"""

from __future__ import annotations

from oit_checker.model.page import Fetched
from oit_checker.patterns import regex
from oit_checker.thai.text import fold
from oit_checker.verify.look import Look
from oit_checker.verify.walls import is_for_staff, names_staff

_LEAST = 2  # services named in sentences: one is as often the name of the system
_LONGEST_BUTTON = 60  # folded letters of the words on a link or button
# What people ask of an agency; what its own staff ask of it (leave, cars, meeting rooms) is not among it.
_SERVICE = regex(
    fold(
        r"ยื่น(?:คำขอ|คำร้อง|แบบ|เอกสาร|เรื่อง)|ขอ(?:ใบ(?:รับรอง|อนุญาต|แทน)|อนุญาต|หนังสือรับรอง|รับบริการ|รับรอง|เลขที่บ้าน|ใช้(?:น้ำ|ไฟ|สถานที่)|คัด|จดทะเบียน|ต่ออายุ)"
        r"|ต่อ(?:อายุ|ใบอนุญาต)|จองคิว|นัดหมาย|จดทะเบียน|แจ้ง(?:เกิด|ตาย|ย้าย|เหตุ)|ชำระ(?:ภาษี|ค่า|เงิน)|ติดตาม(?:สถานะ|คำขอ|คำร้อง|ผล|เรื่อง)|ตรวจสอบ(?:สถานะ|ผล|สิทธิ)"
        r"|ดาวน์โหลดใบ|รับใบอนุญาต|ส่งตัวอย่าง|ลงทะเบียนรับ"
    )
)
_REGISTERS = regex(
    fold(
        r"(?:ลงทะเบียน(?:ผู้ใช้|ใช้|สมาชิก|ประชาชน|บัญชี|ใหม่|เข้าใช้|$)|สมัคร(?:สมาชิก|ใช้|บัญชี)|สร้างบัญชี|(?<![a-z])register|sign-?up|createaccount)"
    )
)
_NOT_OPEN = regex(fold(r"ติดต่อ|ปิด|ยกเลิก|ไม่เปิด|ยังไม่|หนังสือ|อบรม|ครุภัณฑ์"))
_INSIDE = regex(
    fold(
        r"เจ้าหน้าที่|บุคลากร|พนักงาน(?!เจ้าหน้าที่)|ข้าราชการ|(?:ใบ|วัน|การ)ลา(?=[^ก-๎]|$|ป่วย|กิจ|พัก|ออนไลน์)|ลาออนไลน์|ไปราชการ|เงินเดือน|จอง(?:รถ|ห้องประชุม)|สวัสดิการ|ครุภัณฑ์|ผู้ดูแลระบบ"
    )
)


def tells_services(fetched: Fetched, look: Look) -> bool:
    """Whether the page names services in its own sentences and offers everybody an account."""
    if fetched.http_status != 200 or is_for_staff(fetched, look) or names_staff(look):
        return False
    headings = {fold(text) for text in (look.title or "", *look.headings)}
    told = fold(look.plain)
    if _INSIDE.search(told) or _INSIDE.search(fold(look.title or "")):
        return False
    for heading in filter(None, headings):
        told = told.replace(heading, "¦")
    services = {found[0] for found in _SERVICE.finditer(told)}
    return len(services) >= _LEAST and any(_offers_account(fold(text)) for text in look.texts)


def _offers_account(folded: str) -> bool:
    is_short = len(folded) <= _LONGEST_BUTTON
    return is_short and _REGISTERS.search(folded) is not None and _NOT_OPEN.search(folded.replace("ยังไม่มี", "")) is None
