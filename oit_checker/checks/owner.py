"""Whose work it is: a unit's own name beside รับผิดชอบ, whichever stands first, or the component's keywords.

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
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex

_UNIT = (
    r"(?:สำนัก(?!พิมพ์|ข่าว)|กอง(?!ทุน|ทัพ|ขยะ)|กลุ่มงาน|ฝ่าย(?!การเมือง)|ศูนย์(?!กลาง)|(?<![ก-๎])(?:กลุ่ม|แผนก|งาน|ส่วน(?!งาน|ราชการ)))"
    r"(?!ที่|ใด|อื่น|ต่าง|ๆ|ผู้|และ|เจ้าของ)"
)
_NAME = rf"{_UNIT}(?:(?!แจ้ง|เสนอ|ส่ง|ให้|จะ|ไม่|ที่|ซึ่ง|ต้อง|รับผิดชอบ|เป็น|ผู้)[ก-๎]){{2,24}}"
_OWNER = regex(
    rf"{_NAME}\s?(?:เป็น\s?)?(?:ผู้)?(?:รับผิดชอบ|ดูแลรับผิดชอบ)(?!\s?(?:แจ้ง|หรือไม่))|รับผิดชอบ(?:โดย|ได้แก่|คือ|:|\s)\s?(?:คือ\s)?{_NAME}"
)
_SIGN = "รับผิดชอบ"


def owner(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the keywords, then for a unit's name beside the word."""
    seen = keywords(component, matter, wanted)
    if seen.status is ComponentStatus.FOUND or not matter.holds((_SIGN,)):
        return seen
    for chunk in matter.chunks:
        if not chunk.is_claim and _SIGN in chunk.text and (named := _OWNER.search(chunk.text)) is not None:
            place = matter.quote(chunk, *named.span())
            return found(place.snippet, place.place)
    return seen
