"""The words of labels that ask for something to be told, and what ends that which is told behind one."""

from __future__ import annotations

import re

from oit_checker.empty_columns import is_blank
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_ASKING = (
    "ปัญหา", "อุปสรรค", "ข้อจำกัด", "ข้อขัดข้อง", "ข้อเสนอแนะ", "ข้อคิดเห็น", "แนวทาง", "การแก้ไข", "แก้ไข",
    "การปรับปรุง", "ปรับปรุง", "การพัฒนา", "ผลที่ได้", "ผลที่ได้รับ", "ผลลัพธ์", "ผลผลิต", "ผลการดำเนินงาน",
    "ผลการดำเนินการ", "ผลการปฏิบัติงาน", "ผลการมีส่วนร่วม", "ผลจากการมีส่วนร่วม", "การนำผลไปใช้", "การนำผลไป",
    "นำไปใช้", "ใช้ประโยชน์", "ค่าธรรมเนียม", "ค่าบริการ", "เอกสารที่ใช้", "เอกสารประกอบ", "เอกสารหลักฐาน",
    "ประกอบ", "ผู้รับผิดชอบ", "งบประมาณ", "งบประมาณที่ใช้", "ระยะเวลา", "วัตถุประสงค์", "เป้าหมาย",
    "ตัวชี้วัด", "บทวิเคราะห์", "ขั้นตอน", "กฎหมาย", "ข้อกฎหมาย", "ระเบียบ", "กฎระเบียบ", "ฐานอำนาจ", "เอกสารอ้างอิง",
)  # fmt: skip
# Those that a space sets apart from what is said: ระเบียบ and ผลผลิต begin what is told as well.
_FIELDS = (
    "ปัญหา", "อุปสรรค", "ข้อเสนอแนะ", "ค่าธรรมเนียม", "ค่าบริการ", "เอกสารที่ใช้", "เอกสารประกอบ", "เอกสารหลักฐาน", "ผู้รับผิดชอบ",
    "งบประมาณ", "ระยะเวลา", "วัตถุประสงค์", "เป้าหมาย", "ตัวชี้วัด", "ขั้นตอน", "เป้าประสงค์", "ประเด็นยุทธศาสตร์", "กลยุทธ์",
    "ยุทธศาสตร์", "ช่องทาง", "สถานที่", "หน่วยงานที่รับผิดชอบ", "ส่วนงานที่รับผิดชอบ", "ประเด็น", "ผู้มีส่วนร่วม", "เอกสารแนบ",
)  # fmt: skip
# Fields of a form by the colon behind them; without one they may be what is told.
_WITH_COLON = (
    "ผู้มีส่วนร่วม", "ผู้เข้าร่วม", "ผลสรุป", "สรุปผล", "ผลที่เกิดขึ้น", "หน่วยงานรับผิดชอบ", "หน่วยงานผู้รับผิดชอบ", "หน่วยงานเจ้าของเรื่อง",
    "ส่วนงานรับผิดชอบ", "กองที่รับผิดชอบ", "วิธีร้องเรียน", "วิธีการร้องเรียน", "ขั้นตอนและวิธีการ", "ระยะเวลาดำเนินการ", "การนำผลไปปรับปรุง",
    "การนำผลไปใช้", "วิธีใช้งาน", "วิธีการใช้งาน", "คู่มือการใช้งาน", "หลักเกณฑ์", "เงื่อนไข",
)  # fmt: skip
_AND = r"(?:และ|หรือ|[/,])?"
_DEED = r"(?:ใน|ของ|จาก|ต่อ)?(?:การ)?(?:ดำเนินงาน|ดำเนินการ|ปฏิบัติงาน|โครงการ|กิจกรรม|แผน|ให้บริการ|ขอรับบริการ)"
_TAIL = rf"(?:{_DEED}|ที่พบ|ที่เกิดขึ้น|เพิ่มเติม|อื่นๆ|ในภาพรวม|ต่อไป|ที่เกี่ยวข้อง)*"
# What came of it, and what was done with it, in an agency's own words: "สิ่งที่ได้จากเวที", "การนำความเห็นไปใช้".
_OF_WORK = "(?:ประโยชน์|ใน|และ|พัฒนา|ปรับปรุง|การ|ดำเนินงาน|ดำเนินการ|ปฏิบัติงาน|งาน|หน่วยงาน|องค์กร|ให้บริการ|บริการ)*"
_OF_RESULTS = fold(r"(?:ผล|สิ่ง)ที่ได้(?:รับ)?(?:จาก[^¦|:\d]{2,30})?") + (
    fold(rf"|การนำ(?:ผล|ความ|ข้อ|สิ่ง)[^¦|:\d]{{0,30}}?ไป(?:ใช้|ปรับปรุง|พัฒนา){_OF_WORK}")
)
_WORDS = "|".join((*(re.escape(fold(word)) for word in sorted(_ASKING, key=len, reverse=True)), _OF_RESULTS))
_NUMBER = (
    rf"(?:{'|'.join(map(fold, ('บทที่', 'ส่วนที่', 'ตอนที่', 'ข้อที่', 'ข้อ')))})?\(?(?P<parts>\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?"
)
LABEL = regex(rf"(?:{_NUMBER}|[-•])?(?:{_WORDS})(?:{fold(_TAIL)}{_AND}(?:{_WORDS}))*{fold(_TAIL)}:?")
_FIELD = "|".join(map(re.escape, map(fold, sorted(_FIELDS, key=len, reverse=True))))
_BEFORE_SPACE = regex(rf"(?:{_FIELD})(?:{fold(_TAIL)}{_AND}(?:{_FIELD}))*{fold(_TAIL)}:?")
NUMBERED = regex(_NUMBER)
_FORM = "|".join(map(re.escape, map(fold, sorted((*_FIELDS, *_WITH_COLON), key=len, reverse=True))))
_OF_A_FORM = regex(rf"(?:{_NUMBER}|[-•])?(?:{_FORM})(?:{fold(_TAIL)}{_AND}(?:{_FORM}))*{fold(_TAIL)}")
SIGNED = regex(
    rf"\(?(?:{fold('ลงชื่อ')}|{fold('ผู้รายงาน')}|{fold('ผู้จัดทำ')}|{fold('จัดทำโดย')}|{fold('ผู้รับรอง')})|\((?:{fold('นาย')}|{fold('นาง')}|\.{{4}})"
)
_HEADING_LETTERS = 80
_MOST_WORDS = 4  # words of a label with spaces between them: ปัญหา อุปสรรค และ ข้อเสนอแนะ

# A field right before another one in running text, as a PDF gives lines: "วิธีร้องเรียน: หน่วยงานรับผิดชอบ: นิติการ".
_FIELD_AT = rf"(?:{_FORM})(?:{fold(_TAIL)}{_AND}(?:{_FORM}))*{fold(_TAIL)}:"
_BEFORE_A_FIELD = regex(rf"(?P<label>{_FIELD_AT})(?={_FIELD_AT})")
_LISTED_UNDER = regex("|".join(map(fold, ("ช่องทาง", "สถานที่", "ขั้นตอน", "เอกสาร", "ระยะเวลา", "วิธี"))))
_LISTS = regex("|".join(map(fold, ("ช่องทาง", "วิธี", "ขั้นตอน", "แนวทาง", "ประเด็น", "เป้าประสงค์", "กลยุทธ์", "ยุทธศาสตร์"))))


def unanswered(folded: str) -> list[tuple[int, int]]:
    """Where a field of a form stands in a folded text with a colon and then the next field, and no part of itself."""
    found = (seen.span("label") for seen in _BEFORE_A_FIELD.finditer(folded))
    return [(at, end) for at, end in found if not (_LISTS.match(folded, at) and _LISTED_UNDER.match(folded, end))]


def is_answered(line: str) -> bool:
    """Whether a line is a label with what it asks behind it: "เป้าหมาย ฟาร์มได้มาตรฐาน", "ผู้จัดทำ: กองคลัง".

    >>> is_answered("ค่าธรรมเนียม ไม่มี"), is_answered("ปัญหา อุปสรรค"), is_answered("ผลผลิตเพิ่มขึ้น ร้อยละ 5")
    (True, False, False)
    """
    label, colon, told = line.partition(":")
    if colon and (LABEL.fullmatch(fold(label)) or _BEFORE_SPACE.fullmatch(fold(label))):
        return not is_blank(told)
    said = line.split()
    if LABEL.fullmatch(fold(line)) or len(said) < 2:
        return False
    labels = (fold("".join(said[:count])) for count in range(1, min(_MOST_WORDS + 1, len(said))))
    return any(map(_BEFORE_SPACE.fullmatch, labels)) and not is_blank(said[-1])


def is_asking(line: str) -> bool:
    """Whether a line begins with a field of a form and a colon, answered or not: "ขั้นตอน: (1) …", "ผู้มีส่วนร่วม:"."""
    label, colon, _ = line.partition(":")
    folded = fold(label)
    return bool(colon) and (LABEL.fullmatch(folded) is not None or _OF_A_FORM.fullmatch(folded) is not None)


def ends(label: str, text: str) -> bool:
    """Whether what is said under a label ends before a line: at a signature, or a label or heading numbered alike."""
    if SIGNED.match(text):
        return True
    own, other = NUMBERED.match(label), NUMBERED.match(text)
    if own is not None and other is not None:
        return len(text) <= _HEADING_LETTERS and _is_next(own, other)
    return own is None and other is None and LABEL.fullmatch(text) is not None


def _is_next(number: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a heading is numbered as the next of the same rank; a list under the first one begins anew."""
    above, own = number["parts"].split("."), other["parts"].split(".")
    return above[:-1] == own[:-1] and int(own[-1]) == int(above[-1]) + 1
