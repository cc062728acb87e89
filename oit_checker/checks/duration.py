"""How long something takes: the component's keywords (ระยะเวลา), or a number of minutes, hours, days or months.

Takes no parameters. Opening hours (ตลอด 24 ชั่วโมง), reporting periods (รอบ 6 เดือน), dates (วันที่ 5 เดือนมีนาคม), the days
after which a law comes into force, the age of a paper (รูปถ่ายไม่เกิน 6 เดือน) and what waits too long (รอพิจารณาเกิน 30 วัน)
are no durations.

A heading alone (ระยะเวลา, and no number in the text but those that count its rows, or that number or count another
thing: ชั้น 2, สำเนา 1 ฉบับ, โทร 0 2555) is left to a person.

FOUND       แจ้งผลภายใน 90 วัน · 10 นาที · ๑ วันทำการ · สามวันทำการ
NOT FOUND   เปิดให้บริการในวันทำการ ตลอด 24 ชั่วโมง
UNREADABLE  a scanned page: there is no text to look at; ระยะเวลาดำเนินการ, and no number but 1 รับเรื่อง 2 ตรวจสอบ; … ชั้น 2
"""

from __future__ import annotations

import re

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.checks.timed_columns import timed_columns
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.named_months import named_months
from oit_checker.thai.text import fold

_NUMBER = r"(?:(?<![\d.,/])\d{1,3}(?:\s?-\s?\d{1,3})?|หนึ่ง|สอง|สาม|ห้า|เจ็ด|สิบห้า|สามสิบ|เก้าสิบ)"
_LASTING = regex(rf"{_NUMBER}\s?(?:นาที|ชั่วโมง|ชม\.|วันทำการ|วัน(?!ที|อาทิตย์|จันทร์)|สัปดาห์|เดือน)")
# วันที: OCR loses the tone mark of วันที่.
_NO_DURATION = regex(
    r"(?:ตลอด|รอบ|รอบระยะเวลา|วันที่?|ทุก|อายุ|ครั้งที่|ระดับ|(?:สัปดาห์|อาทิตย์|เดือน|ปี)ละ|(?:รอ|ค้าง)[ก-๎]{0,10}(?<!ไม่)เกิน)\s*$"
)
_IN_FORCE = regex(
    r"(?:ใช้บังคับ|บังคับใช้|มีผลบังคับ)\s?(?:ได้|ตั้งแต่|นับแต่)?\s?(?:เมื่อ)?\s?(?:ครบ|พ้น)?\s?(?:กำหนด)?(?:ระยะ)?(?:เวลา)?\s?$"
)
_GAZETTED = regex(r"\s?นับ(?:แต่|จาก|ตั้งแต่|ถัดจาก)[^|]{0,20}ประกาศใน\s?ราชกิจจา")
_OPEN = regex(r"(?:เปิด(?:ทำการ|ให้บริการ|บริการ)?|(?<!การ)(?<!เวลา)ให้บริการ|สายด่วน(?:\s?\d{3,5})?)\s*$")
_ALL_DAY = regex(r"24\s?(?:ชั่วโมง|ชม\.)")
_AGE_OF_A_PAPER = regex(r"(?:รูปถ่าย|ถ่าย(?:ไว้|มา)|ออก(?:ให้|ไว้)|ย้อนหลัง)[^|]{0,24}$")
_SOME_NUMBER = regex(r"(?<![\d.,/:])(\d{1,2})(?![\d.,/:)])|ทันที|ครึ่ง(?:ชั่วโมง|วัน)|(?:วัน|เดือน|ชั่วโมง)เดียว|วันทำการ")
_TIME = fold("เวลา")
_NUMBERS_ANOTHER = regex(
    r"(?:(?:ชั้น|ห้อง|อาคาร|หมู่|ซอย|ข้อ|มาตรา|วรรค|หน้า|โทร(?:ศัพท์)?\.?|(?<!ติด)ต่อ|อายุ)\s?(?:ที่)?|(?:เลข|ฉบับ|บท)ที่)\s?$"
)
_COUNTS_ANOTHER = regex(r"\s?(?:บาท|ฉบับ|ชุด|ใบ|แผ่น|คน|ราย|รูป|นิ้ว|แห่ง)")
_OPENING_DAYS = regex(r"(?:ทุก|(?<!ภาย)ใน)\s?$")
_LEAD = 14  # letters before a number in which it is told what is counted
_CLAUSE = 40  # letters before a number in which it is told what takes so long


def duration(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a length of time, then for the keywords."""
    for chunk in matter.chunks:
        text = arabic_digits(chunk.text)
        for seen in () if chunk.is_claim else _LASTING.finditer(text):
            if not _is_of_another(seen):
                place = matter.quote(chunk, seen.start(), seen.end())
                return found(place.snippet, place.place)
    if (counted := _counted(matter)) is not None:
        return counted
    named = best_place(component, matter)
    if named is None:
        return absent()
    if _tells_a_number(matter):
        return found(named.snippet, named.place)
    if (told := _in_column(matter)) is not None:
        return told
    note = f"มีแต่หัวข้อ “{named.snippet}” ไม่พบว่าใช้เวลาเท่าใด โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, named.snippet, named.place, note)


def _is_of_another(seen: re.Match[str]) -> bool:
    """Whether a length of time is none of a step: opening hours, a period, a law's coming into force, a paper's age."""
    before = seen.string[max(0, seen.start() - _CLAUSE) : seen.start()]
    if _NO_DURATION.search(before[-_LEAD:]) or _IN_FORCE.search(before) or _GAZETTED.match(seen.string, seen.end()):
        return True
    if _ALL_DAY.match(seen[0]):
        return _OPEN.search(before) is not None
    return "เดือน" in seen[0] and _AGE_OF_A_PAPER.search(before) is not None


def _counted(matter: Matter) -> Observation | None:
    """The first number below a head that names the unit: รอกี่นาที over 5."""
    for table in matter.tables:
        for place in timed_columns(table):
            told = next(row[place] for row in table.rows if place < len(row) and row[place].strip())
            return found(f"{table.header[place]}: {told}", place_of_table(table))
    return None


def _in_column(matter: Matter) -> Observation | None:
    """The first cell of a column of times that is told by months and dates: ระยะเวลา over ต.ค. – พ.ย., ภายใน ก.พ."""
    for table in matter.tables:
        for place in (at for at, head in enumerate(table.header) if _TIME in fold(head)):
            cells = [row[place] for row in table.rows if place < len(row)]
            told = [cell for cell in cells if named_months(cell)]
            if told and 2 * len(told) >= len(cells):
                return found(f"{table.header[place]}: {told[0]}", place_of_table(table))
    return None


def _tells_a_number(matter: Matter) -> bool:
    """Whether a figure of one or two digits, or a word for a short time, stands anywhere in what is shown."""
    texts = (arabic_digits(chunk.text) for chunk in matter.chunks if not chunk.is_claim)
    return any(_counts_something(text) for text in texts)


def _counts_something(text: str) -> bool:
    """Whether a text holds a number that is no ordinal: one that leads it, or the next of 1, 2, 3 … in it."""
    following = 1
    for seen in _SOME_NUMBER.finditer(text):
        if _tells_another(seen):
            continue
        if not seen[1] or (seen.start() > 0 and int(seen[1]) != following):
            return True
        following = int(seen[1]) + 1
    return False


def _tells_another(seen: re.Match[str]) -> bool:
    """Whether a number or word is none of a time: a floor, a telephone, a sum, copies of a paper, days of opening."""
    before = seen.string[max(0, seen.start() - _LEAD) : seen.start()]
    if seen[1] is None:
        return seen[0] == "วันทำการ" and _OPENING_DAYS.search(before) is not None
    lasting = _LASTING.match(seen.string, seen.start())
    if lasting is not None:
        return _is_of_another(lasting)
    is_led = seen[1].startswith("0") or _NUMBERS_ANOTHER.search(before) is not None
    return is_led or _COUNTS_ANOTHER.match(seen.string, seen.end()) is not None
