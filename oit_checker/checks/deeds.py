"""A deed told in plain words: when it was done, how many came or were reached, and what was spent.

All three stand in one sentence or line, after a word of doing (จัดเมื่อวันที่ 9 ก.พ. 68 มีคนมา 40 คน จ่ายไป 8,000 บาท).
What will be done, is planned or was put off is no deed.
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter, Place
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import thai_dates

_DONE = regex(
    r"(?:จัด|ทำ|อบรม|ประชุม|ดำเนินการ|ลงพื้นที่|ตรวจ|เผยแพร่|รณรงค์)[^|]{0,30}?(?:เมื่อ|แล้ว|วันที่|ระหว่าง)|ได้(?:จัด|ทำ|ดำเนินการ)"
)
_PEOPLE = regex(
    r"(?:มี|มา|เข้าร่วม|ร่วม|อบรม|รวม|จำนวน)[^|\d๐-๙]{0,24}[\d๐-๙][\d๐-๙,]*\s*(?:คน|ราย|ครั้ง|รุ่น|แห่ง|ครัวเรือน|เรื่อง)"
)
_SPENT = regex(r"(?:จ่าย|ใช้|เบิก)[^|\d๐-๙]{0,20}[\d๐-๙][\d๐-๙,.]*\s*(?:บาท|\.-)|ไม่(?:ได้)?ใช้(?:เงิน|งบ)")
_NOT_YET = regex(r"(?<!ไว้)จะ|กำหนดจัด|คาดว่า|เป้าหมาย|ตั้ง(?:งบ|ไว้)|วางแผน|เลื่อน|ยกเลิก|ไม่ได้(?:จัด|ดำเนิน|ทำ)|ยังไม่|ตัวอย่าง")
# "จากที่ตั้งไว้ 120,000 บาท", "จากเป้าหมาย 40 คน": what was done is told beside what was planned.
_COMPARED = regex(
    r"(?:จาก|กว่า|เทียบกับ)\s?(?:(?:ที่|งบ(?:ประมาณ)?|วงเงิน|แผน|เป้าหมาย|เป้า)\s?){0,3}ตั้งไว้|(?:จาก|กว่า|เทียบ)\s?เป้าหมาย(?!ที่จะ)"
)
_SENTENCES = regex(r"\n| \| |(?<=[ก-๎) ])\s*(?=(?:[\d๐-๙]{1,2}[.)]|[•●–])\s*[ก-๎])")


def deed_of(matter: Matter, wanted: FiscalYear | None) -> Place | None:
    """The first sentence that tells a deed with its day, in the wanted year, its people and its money."""
    for chunk in matter.chunks:
        if chunk.is_claim or _PEOPLE.search(chunk.text) is None or _SPENT.search(chunk.text) is None:
            continue
        at = 0
        for sentence in _SENTENCES.split(chunk.text):
            start = chunk.text.find(sentence, at)
            at = start + len(sentence)
            if _tells(sentence, wanted):
                return matter.quote(chunk, start, min(at, start + 160))
    return None


def _tells(sentence: str, wanted: FiscalYear | None) -> bool:
    if not (_DONE.search(sentence) and _PEOPLE.search(sentence) and _SPENT.search(sentence)):
        return False
    dated = any(wanted is None or date.day in wanted for date in thai_dates(sentence))
    return dated and _NOT_YET.search(_COMPARED.sub(" ", sentence)) is None
