"""Names of persons: a title, profession or rank (also several: ผศ.ดร., ว่าที่ ร.ต.) and a name.

min_count   how many different names must stand there (default 2)

FOUND       นายตัวอย่าง หนึ่ง นายกเทศมนตรี · แพทย์หญิงตัวอย่าง สอง · ว่าที่ ร.ต.ตัวอย่าง สาม
NOT FOUND   a text that can be read and names offices only: นายกเทศมนตรี นายอำเภอ
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex

# นายก, นายอำเภอ, นายช่างโยธา are posts; นายกมล and นายแพทย์สมชาย are persons.
_GRADE = r"(?:สาธารณสุข|ชำนาญ|เชี่ยวชาญ|ปฏิบัติ|ทรงคุณวุฒิ|ผู้|ประจำ|ใหญ่)"
_NO_PERSON = (
    r"(?:ก(?:\s|\.|ฯ|เทศ|องค์|เมือง|รัฐ|สภา|สมาคม|เหล่า|พุทธ|อบ|สโมสร)|อำเภอ|ทะเบียน|จ้าง|หน้า|ทหาร|ตำรวจ|ช่าง|ตรวจ|ท่า|สถานี|ด่าน|"
    rf"(?:สัตว)?แพทย์\s*{_GRADE})"
)
_PROFESSION = rf"(?:นายแพทย์|แพทย์หญิง|(?:นาย)?สัตวแพทย์(?:หญิง)?|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?)(?!\s*{_GRADE})"
_ACADEMIC = r"(?:ผู้ช่วย|รอง)?ศาสตราจารย์(?:พิเศษ|เกียรติคุณ)?|ดอกเตอร์|(?:ผศ|รศ|ศ|ดร)\.|(?<![ก-๎])อาจารย์"
_SHORT_PROFESSION = r"(?:นพ|พญ|ทพญ?|ภญ|ภก|ภกญ|สพญ|นสพ)\.|น\.สพ\.|สพ\.ญ\."
_RANK = (
    r"พล(?:ตำรวจ|เรือ|อากาศ)?(?:เอก|โท|ตรี)|พัน(?:ตำรวจ)?(?:เอก|โท|ตรี)(?:พิเศษ)?|ร้อย(?:ตำรวจ)?(?:เอก|โท|ตรี)|"
    r"(?:นาวา|เรือ)(?:อากาศ)?(?:เอก|โท|ตรี)|(?:จ่าสิบ|สิบ|จ่า)(?:ตำรวจ)?(?:เอก|โท|ตรี)|จ่าสิบตำรวจ|พันจ่า(?:อากาศ)?(?:เอก|โท|ตรี)|ดาบตำรวจ|"
    r"(?:พล|[พรนจสด])\.\s?(?:[อตรจส]\.\s?){0,2}[อทต]\."
)
_NOBLE = r"ม\.\s?(?:ร\.\s?ว|ล)\.|หม่อมราชวงศ์|หม่อมหลวง|หม่อมเจ้า|คุณหญิง|ท่านผู้หญิง"
_WORD = rf"(?:นางสาว|นาง|{_PROFESSION}|นาย(?!{_NO_PERSON}))"
_ABBREVIATED = rf"(?:น\.\s?ส\.|{_ACADEMIC}|{_SHORT_PROFESSION}|(?:ว่าที่\s*)?(?:{_RANK})(?:\s*หญิง)?|{_NOBLE})"
_TITLES = rf"(?:{_WORD}|(?<![ก-๎.]){_ABBREVIATED})(?:\s*(?:{_WORD}|{_ABBREVIATED}))*"
_THAI_NAME = rf"{_TITLES}\s*(?P<name>[ก-ฮเ-ไ][ก-๎]{{1,24}}\s+(?:ณ\s+)?[ก-ฮเ-ไ][ก-๎]{{1,29}})"
NAME = regex(rf"{_THAI_NAME}|(?:Mr|Mrs|Ms|Miss|Dr|Prof)\b\.?\s*(?P<latin>[A-Z][A-Za-z]+\s+[A-Z][A-Za-z]+)")


def person_names(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2) -> Observation:
    """Count the different names; the first is quoted."""
    names = _named(matter)
    if len(names) < max(min_count, 1):
        return absent(f"พบชื่อบุคคล {len(names)} คน" if names else None)
    first = next(iter(names.values()))
    return found(first.snippet, first.place, f"พบชื่อบุคคล {len(names)} คน")


def shows_portraits(matter: Matter) -> bool:
    """Whether the pictures of a page are those of the persons it names in words, and so hide no words themselves.

    One picture more for each name is a logo or an arrow; where there are more, some may be charts and posters.
    """
    names = len(_named(matter))
    return names > 1 and matter.page.pictures <= 2 * names


def names_anybody(matter: Matter) -> bool:
    """Whether a person is named anywhere."""
    return any(NAME.search(chunk.text) for chunk in matter.chunks)


def _named(matter: Matter) -> dict[str, Place]:
    names: dict[str, Place] = {}
    for chunk in matter.chunks:
        for seen in NAME.finditer(chunk.text):
            names.setdefault(seen["name"] or seen["latin"], matter.quote(chunk, seen.start(), seen.end()))
    return names
