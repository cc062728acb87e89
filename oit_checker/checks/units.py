"""Names of an agency's own units, each counted once: สำนักปลัด กองคลัง กลุ่มงานอำนวยการ.

min_count   how many different units must be named (default 2)

The agency's own name, as it stands in the page's title, is no unit of it. The
component's keywords (ตรวจสอบภายใน) count as units.

FOUND       สำนักงานจังหวัด ที่ทำการปกครองจังหวัด สำนักงานเกษตรจังหวัด
NOT FOUND   กองทุนหมู่บ้าน ส่วนราชการ ฝ่ายการเมือง
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

# These begin a name wherever they stand; งาน, ส่วน and the like only at the beginning of a word.
_PLAIN = r"สำนัก(?!พิมพ์|ข่าว)|กอง(?!ทุน|ทัพ|ค์|ขยะ|เชียร์)|ศูนย์(?!กลาง|รวม)|กลุ่มงาน|ที่ทำการ|หน่วยตรวจสอบ"
_VAGUE = (
    r"ฝ่าย(?!การเมือง|ประจำ|ข้าราชการ|เดียว)|กลุ่ม(?!เป้าหมาย|อาชีพ|ออม|ผู้|คน|เกษตร|แม่|สตรี|ที่)|แผนก|สายงาน|สถาบัน|"
    r"คณะ(?!กรรมการ|ทำงาน|ผู้|บุคคล|รัฐมนตรี|อนุกรรม|กรรมาธิการ|ที่|ครู|เจ้าหน้าที่|สงฆ์|และ|ของ|นี้|รักษา)|"
    r"ส่วน(?!ราชการ|ร่วม|งาน|ใหญ่|หนึ่ง|ตัว|ท้องถิ่น|ตำบล|จังหวัด|ได้|ที่|รวม|บุคคล)|งาน(?!ที่|ด้าน|นี้|ของ|ใน|และ|วัน)"
)
_NAME = regex(rf"(?:(?:{_PLAIN})|(?<![ก-๎])(?:{_VAGUE}))[ก-๎]{{2,}}?(?={_PLAIN}|[^ก-๎]|$)")


def units(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2) -> Observation:
    """Count the different units that are named; the first is quoted."""
    named = _named(matter)
    for keyword in component.keywords:
        if (place := matter.first(keyword)) is not None:
            named.setdefault(fold(keyword), place)
    apart = [name for name in named if not any(name != other and name in other for other in named)]
    if len(apart) < min_count:
        return absent(f"พบชื่อส่วนงาน {len(apart)} แห่ง" if apart else None)
    first = named[apart[0]]
    return found(first.snippet, first.place, f"พบชื่อส่วนงาน {len(apart)} แห่ง")


def _named(matter: Matter) -> dict[str, Place]:
    title = fold(matter.page.title or "")
    named: dict[str, Place] = {}
    for chunk in matter.chunks:
        for seen in () if chunk.is_claim and not chunk.is_name else _NAME.finditer(chunk.text):
            name = fold(seen[0])
            if name not in title:
                named.setdefault(name, matter.quote(chunk, seen.start(), seen.end()))
    return named
