"""Minutes as a disclosure: of a meeting with people from outside, they tell who took part and what came of it.

A meeting of the agency with itself is none; where the minutes name nobody from outside, a person decides.
"""

from __future__ import annotations

from oit_checker.model.page import Page
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_PEOPLE = (
    "ประชาชน|ชุมชน|ชาวบ้าน|ราษฎร|หมู่บ้าน|ท้องที่|ผู้ปกครอง|ผู้ประกอบการ|เกษตรกร|เครือข่าย|ภาค(?:เอกชน|ประชา|ประชาชน|ี|ธุรกิจ)"
    "|สมาคม|มูลนิธิ|ชมรม|กลุ่มอาชีพ|ผู้ใช้น้ำ|นักเรียน|นักศึกษา|ศิษย์เก่า|สื่อมวลชน|ผู้รับบริการ|ผู้ใช้บริการ|ผู้ป่วย|วัด|โรงงาน|บริษัท"
)
# A word of people alone may be what the agency serves (ให้บริการประชาชน): they came, or are counted, or are of the body.
_OUTSIDERS = regex(
    fold(
        rf"(?:ผู้แทน|ตัวแทน|ผู้นำ|ร่วมกับ|กับ|พร้อมด้วย|ได้แก่|ประกอบด้วย)(?:กลุ่ม|ภาค|องค์กร|สถาน)?(?:{_PEOPLE})"
        rf"|(?:{_PEOPLE})(?:ใน(?:พื้นที่|เขต|ตำบล)|ทั่วไป)?(?:เข้า)?(?:ร่วม(?:ประชุม|ให้|แสดง|เสนอ)|จำนวน|\d+(?:คน|ราย|แห่ง))"
        r"|ประชาคม|ภาคประชาสังคม|ภาคเอกชน|บุคคลภายนอก|ผู้มีส่วนได้ส่วนเสีย|ผู้มีส่วนได้เสีย|กำนัน|ผู้ใหญ่บ้าน|กรรมการสถานศึกษา|กต\.ตร|อาสาสมัคร"
        r"|กรรมการชุมชน|ปราชญ์|ผู้ทรงคุณวุฒิภายนอก"
    )
)


def without_outsiders(page: Page) -> str | None:
    """Why minutes may be no opening up to the public: nobody from outside is named in them; None where somebody is."""
    texts = (*(p.text for p in page.passages), *(cell for table in page.tables for row in table.rows for cell in row))
    if page.unreadable is not None or _OUTSIDERS.search(fold(" ".join(texts))) is not None:
        return None
    return "เป็นรายงานการประชุม และไม่พบว่ามีบุคคลภายนอกหน่วยงานเข้าร่วม จึงยังยืนยันไม่ได้ว่าเป็นการเปิดโอกาสให้มีส่วนร่วม"
