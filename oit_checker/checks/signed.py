"""A declaration of the top executive: the component's keywords, and nothing that says that it is not signed by one.

min_count  as for `keywords`

Dots where the day or the signer's name is to stand (ประกาศ ณ วันที่ ........, ข้าพเจ้า ........) say that it is not signed
yet, and so do spaces: no figure between วันที่ and the month or the year, nothing in the brackets below. The day of a
scan is written by hand, and no text holds it. The head of a division, a group or a section signs for that alone, a
deputy (รองอธิบดี) is not the top executive, and of a local body or a district only the mayor (นายก) or the head of the
district is: not its clerk (ปลัด) or the head of its council. They all may sign in place of the top executive
(รักษาราชการแทน).

FOUND       ประกาศเจตนารมณ์ … ประกาศ ณ วันที่ 5 มกราคม 2569 (นายสมมุติ ใจดี) อธิบดี
NOT FOUND   a text that can be read and holds too few of the words
UNREADABLE  a scanned page: there is no text to look at; ประกาศ ณ วันที่ ........; ประกาศ ณ วันที่      ธันวาคม 2568;
            … (นายสมมุติ ใจดี) ผู้อำนวยการกองคลัง; … (นายสมมุติ ใจดี) ปลัดเทศบาล
"""

from __future__ import annotations

import re

from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.months import MONTH_IN_CAPITALS
from oit_checker.thai.text import squeeze

_ON = r"(?:(?:ประกาศ|ให้ไว้)\s*(?:ณ\s*)?|ณ\s*)วันที่\s*"
# The day of a paper that is cited (ตามหนังสือ … ลงวันที่, ตามประกาศ ณ วันที่) is not that of the declaration.
_DECLARED_ON = r"(?<!ตาม)(?<!อ้างถึง)(?:ประกาศ|ให้ไว้)\s*(?:ณ\s*)?วันที่"
_NO_MONTH = r"[\s.…_]*เดือน[\s.…_]*พ\.?\s?ศ"
_DATED = regex(rf"{_DECLARED_ON}[\s.…_]*\d{{1,2}}(?!\d)(?!{_NO_MONTH})")
_UNDATED = regex(_ON + r"[.…_]{3,}")
_NO_DAY = regex(rf"{_DECLARED_ON}\s*(?:\d{{1,2}}{_NO_MONTH}|เดือน|พ\.?\s?ศ\.|{MONTH_IN_CAPITALS})")
_UNNAMED = regex(r"\(\s*[.…_]{4,}[\s.…_]*\)|ข้าพเจ้า\s*[.…_]{4,}")
# What begins as a title and goes on otherwise is none: นายกเทศมนตรี, ร้อยละ 80, พันธกิจ, พลเมือง, พ.ศ. 2569.
_OFFICE = r"ก(?:เทศ|องค์การ|อบ[จต]\.|สภา|สมาคม|รัฐมนตรี|เมือง|เหล่า)"
_RANK = r"(?:จัตวา|เอก|โท|ตรี|ตำรวจ|จ่า|เรือ|อากาศ)"
_TITLES = (
    rf"(?:นาย(?!{_OFFICE})|นาง|น\.ส\.|ดร\.|ผศ\.|รศ\.|ศ\.|(?:ผู้ช่วย|รอง)?ศาสตราจารย์|ว่าที่|(?:พล|พัน|ร้อย|จ่า|สิบ|เรือ|นาวา){_RANK}"
    r"|พล\.|พ\.[อทต]\.|ร\.[อทต]\.|[จส]\.[สอทต]\.|ด\.ต\.|หม่อม|ม\.(?:ล|ร\.ว|จ)\.|แพทย์หญิง|นพ\.|พญ\.)"
)
_NAMED = regex(rf"\(\s*{_TITLES}[^()]{{2,60}}\)\s*(?P<post>[^()]{{0,120}})")
# ปลัดกระทรวง and ปลัดจังหวัด head offices of their own.
_OF_A_LOCAL_BODY = r"\s*(?:องค์การบริหารส่วน|อบ[จต]\.?|เทศบาล|เมืองพัทยา)"
_BELOW_TOP = regex(
    r"(?:ผู้อำนวยการ|หัวหน้า|ผอ\.?)\s*(?:กอง(?!ทุน|ทัพ|บิน|บังคับการ)|ฝ่าย|กลุ่ม|งาน|แผนก|ส่วน(?!ราชการ)|สำนักปลัด)"
    rf"|(?:ปลัด|ประธานสภา){_OF_A_LOCAL_BODY}|(?:ปลัด|ท้องถิ่น)อำเภอ|(?:รอง|ผู้ช่วย|เลขานุการ|ที่ปรึกษา)\s*(?:นายก|ปลัด)"
    r"|(?:รอง|ผู้ช่วย)\s*(?:อธิบดี|อธิการบดี|คณบดี|เลขาธิการ|ผู้(?:ว่าการ|ว่าราชการ|อำนวยการ|จัดการ|กำกับ|บัญชาการ|บังคับการ|ตรวจการ)"
    r"|กรรมการผู้จัดการ|หัวหน้า|ประธาน|นายแพทย์สาธารณสุข|สาธารณสุข|เจ้ากรม|แม่ทัพ)"
)
_NO_NAME = regex(rf"{_DECLARED_ON}(?:(?!{_TITLES})[^()]){{0,120}}(?P<blank>\(\s*\))(?!.{{0,200}}(?:{_TITLES}|\(\s*\)))")
_SIGNED_WITHIN = 250  # letters after the day of a declaration in which its signer stands
_IN_PLACE = regex(r"รักษาการ|รักษาราชการ|แทน|(?:ปฏิบัติ|ทำ)หน้าที่")


def signed(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1) -> Observation:
    """Look for the keywords, then at the day and at the signer."""
    seen = keywords(component, matter, wanted, min_count=min_count)
    if seen.status is not ComponentStatus.FOUND:
        return seen
    text = arabic_digits(squeeze(" ".join(line.text for line in matter.lines)))
    blank = _blank(text, may_be_pictured=matter.by_ocr or bool(matter.page.scans))
    if blank is not None:
        return _doubt(seen, f"ประกาศยังไม่ลงวันที่หรือยังไม่มีชื่อผู้ลงนาม: “{blank}” โปรดเปิดดู และเผยแพร่ฉบับที่ลงนามแล้ว")
    post = _lower_post(_signature(text))
    return _doubt(seen, f"ผู้ลงนามเป็น “{post}” ซึ่งอาจไม่ใช่ผู้บริหารสูงสุดของหน่วยงาน โปรดเปิดดู") if post is not None else seen


def _blank(text: str, *, may_be_pictured: bool) -> str | None:
    """The first place of the signature that nobody has filled in, if no other of its kind is filled.

    may_be_pictured: the text is that of a scan, in which what is written by hand leaves a gap.
    """
    left_open = () if may_be_pictured else (_NO_DAY, _NO_NAME)
    undated = not _DATED.search(text) and _first(text, _UNDATED, *left_open[:1])
    unnamed = not _NAMED.search(text) and _first(text, _UNNAMED, *left_open[1:])
    return undated or unnamed or None


def _first(text: str, *patterns: re.Pattern[str]) -> str | None:
    """The words of the first pattern that stands in a text."""
    seen = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    return seen[0][-40:] if seen is not None else None


def _signature(text: str) -> str:
    """What follows the day of the declaration; all of a text without a day, if it holds no report that others sign."""
    days = [seen.start() for seen in _DATED.finditer(text)]
    if days:
        return text[days[-1] : days[-1] + _SIGNED_WITHIN]
    return text if "รายงาน" not in text else ""


def _lower_post(text: str) -> str | None:
    """The post of the signer, where all who sign stand below its top executive."""
    posts = [seen["post"].strip() for seen in _NAMED.finditer(text)]
    told = [_BELOW_TOP.match(post) for post in posts]
    if not posts or not all(told) or any(map(_IN_PLACE.search, posts)):
        return None
    return posts[0].split()[0][:60]


def _doubt(seen: Observation, note: str) -> Observation:
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, note)
