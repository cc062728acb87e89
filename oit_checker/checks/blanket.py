"""A sentence that claims of a whole plan, or of all its measures at once, that they were carried out.

"ได้ดำเนินการตามแผนครบทุกมาตรการแล้ว" names no measure and tells no result: nobody can check it. What
follows ดังนี้ or โดย, and a count of people or things right behind it, do tell; so the sentence ends before these.
"""

from __future__ import annotations

from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_BEFORE = 140  # folded letters before a word in which such a sentence begins
_BEHIND = 60  # folded letters after a word in which it ends
_THINGS = "(?:มาตรการ|โครงการ|กิจกรรม|แผนงาน|แผน|ความเสี่ยง|ประเด็น|ข้อ|ขั้นตอน|ประการ|ตัวชี้วัด)"
_DO = "(?:ดำเนินการ|ดำเนินงาน|ปฏิบัติการ|ปฏิบัติงาน|ปฏิบัติ|ขับเคลื่อน|บริหารจัดการ|จัดการ|ทำ)"
_ALL = (
    rf"(?:(?:ครบ|ทั้ง|ครบทั้ง)?(?:ทุก|ทั้งหมด|ทั้ง\d*){_THINGS}|ครบ(?:ถ้วน)?ทั้ง\d+{_THINGS}|{_THINGS}(?:ทั้งหมด|ทุก(?:ข้อ|{_THINGS})))"
)
_ENDS = (
    rf"(?:{_ALL}|ครบถ้วน|ครบ|เรียบร้อย|แล้วเสร็จ|เสร็จสิ้น|เสร็จ|แล้ว|ทั้งสิ้น|ทั้งหมด|เป็นอย่างดี|สำเร็จ|ตามกำหนด"
    r"|บรรลุ(?:ตาม)?(?:วัตถุประสงค์|เป้าหมาย)?|ร้อยละ100|100%)"
)
# What is told in between makes the sentence one about something: a count, or what was done in particular.
_SO_FAR = r"(?:(?!โดย|ได้แก่|ดังนี้|ดังต่อไปนี้|คือ|เช่น|ด้วยการ|[¦|•:]|\d+(?:ครั้ง|คน|ราย|เรื่อง|แห่ง|รุ่น|หน่วย|ฉบับ|บาท|,)).){0,110}?"
_NOT_TOLD = r"(?!(?:จำนวน|รวม)?\d|คิดเป็น|ดังนี้|ดังต่อไปนี้|ได้แก่|โดย|คือ|เช่น|[:(]|มีผู้|มีคน|ผู้เข้า)"
_LABEL = r"(?:ผล[ก-๎]{0,25}?[:¦]?)?"  # the label over such a sentence, or the first words of it, tells no more than it
_BLANKET = regex(
    fold(
        rf"{_LABEL}(?:ได้)?{_DO}(?:การ)?(?:ให้เป็นไป|เป็นไป|ครบ(?:ถ้วน)?)?ตาม(?:แผน|มาตรการ|โครงการ|นโยบาย){_SO_FAR}{_ENDS}++{_NOT_TOLD}"
        rf"|{_LABEL}(?:ได้)?{_DO}{_ALL}(?:ตามแผน)?{_ENDS}*+{_NOT_TOLD}"
        rf"|{_LABEL}{_ALL}(?:ตามแผน)?{_SO_FAR}{_ENDS}++{_NOT_TOLD}"
    )
)
# "กิจกรรมอบรม – ดำเนินการตามแผนแล้ว" tells of what stands before; "ผลการดำเนินงาน : " names no measure.
_LED_BY_ITS_OWN = regex(fold(r"[|-]$|^(?!.*(?:ผล|สรุป)).{6,}:$"))
_NAME = 40  # folded letters


def is_of_all_at_once(folded: str, start: int, end: int) -> bool:
    """Whether a word stands in a sentence that only claims that all of a plan was carried out."""
    first = max(0, start - _BEFORE)
    around = folded[first : end + _BEHIND]
    spans = (seen.span() for seen in _BLANKET.finditer(around))
    return any(
        begin <= start - first < end and not _LED_BY_ITS_OWN.search(around[max(0, begin - _NAME) : begin])
        for begin, end in spans
    )
