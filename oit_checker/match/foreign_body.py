"""A document that another body of whatever kind calls its own: a police station's, a school's, a signing neighbour's.

`other_agency` looks at bodies that do one another's work, in the title. Here any body counts that cannot be a parent or
a unit of the agency, where the title ends in its name or its head signs, and the agency's own name stands nowhere.
What a document is about, and who came along, is no owner: a name in the middle of a title counts only after "ของ" or
a year, right below the title, also where a PDF runs the two together, and behind the units of the body; at the end it
counts only behind the words of a signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oit_checker.match.all_texts import all_texts
from oit_checker.match.other_agency import may_be_anothers
from oit_checker.match.peers import LEAST_PLACE, VERBS, without_office
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page, PageKind
from oit_checker.patterns import regex
from oit_checker.thai.text import quote, squeeze

_END = 500  # letters at the end of a document in which it is signed
_WITHIN = 240  # letters of a line in which a title says whose it is
_NAME = (
    r"\s?(?!ใน|หมวด|ส่วนที่|บทที่|ซึ่ง|ระดับ|ว่าด้วย|ดังกล่าว|ต้อง|แห่ง|และ|หรือ|ทุก|ต่าง|ของ|ที่|มี|ให้|เป็น|ได้|โดย|ตาม|เพื่อ|นี้|ทั้ง|กับ|ขนาด|เรื่อง|ประจำ|สังกัด|ตัวอย่าง|รัฐ|เอกชน|ชุมชน"
    rf"|ส่งเสริม(?!สุข)|ทั่วไป|ศูนย์|พ\.ศ|{VERBS})[ก-ฮเ-ไ][ก-๎]{{2,}}"
)


@dataclass(frozen=True, slots=True)
class _Body:
    """A kind of body: how it is called, who signs for it, and the kinds that may stand above or below it."""

    forms: str
    heads: str
    kin: frozenset[str] = frozenset()


_BODIES: dict[str, _Body] = {
    "local": _Body(
        r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|ท[ตมน]\.|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบ[ตจ]\.)",
        r"(?:นายก(?:เทศมนตรี(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|\s?อบ[ตจ]\.)|ปลัด(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)))",
        frozenset(("health_post",)),
    ),
    "police": _Body(r"(?:สถานีตำรวจ(?:ภูธร|นครบาล|น้ำ)?|สภ\.|สน\.)", r"ผู้กำกับการ\s?(?:สถานีตำรวจ(?:ภูธร|นครบาล)?|สภ\.|สน\.)"),
    "school": _Body(
        r"โรงเรียน(?!เทศบาล|ผู้สูงอายุ|อบ[ตจ])",
        r"ผู้อำนวยการ\s?โรงเรียน(?!เทศบาล|อบ[ตจ])",
        frozenset(("district", "university", "local")),
    ),
    "college": _Body(
        r"วิทยาลัย(?:เทคนิค|การอาชีพ|อาชีวศึกษา|สารพัดช่าง|เกษตร)",
        r"ผู้อำนวยการ\s?วิทยาลัย(?:เทคนิค|การอาชีพ|อาชีวศึกษา)",
        frozenset(("university",)),
    ),
    "district": _Body(
        r"(?:สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)|สพ[ปม]\.)",
        r"ผู้อำนวยการ\s?(?:สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)|สพ[ปม]\.)",
        frozenset(("school",)),
    ),
    "health_post": _Body(
        r"(?:โรงพยาบาลส่งเสริมสุขภาพตำบล|รพ\.สต\.)",
        r"ผู้อำนวยการ\s?(?:โรงพยาบาลส่งเสริมสุขภาพตำบล|รพ\.สต\.)",
        frozenset(("local", "hospital")),
    ),
    "hospital": _Body(
        r"(?:โรงพยาบาล(?!ส่งเสริมสุขภาพ)|รพ\.(?!\s?สต))",
        r"ผู้อำนวยการ\s?โรงพยาบาล(?!ส่งเสริม)",
        frozenset(("university", "health_post", "local")),
    ),
    "university": _Body(r"มหาวิทยาลัย", r"อธิการบดี\s?มหาวิทยาลัย", frozenset(("school", "college", "hospital"))),
    # Below a department may stand bodies of every kind, but no local body.
    "department": _Body(
        r"กรม(?!ธรรม์|การปกครอง|ส่งเสริมการปกครอง|การพัฒนาชุมชน)",
        r"(?!)",
        frozenset(("police", "school", "college", "district", "health_post", "hospital", "university", "company")),
    ),
    "company": _Body(r"บริษัท", r"กรรมการผู้จัดการ\s?บริษัท"),
}
# The office of a field in a province or an area: never an own kind here, as each province has many of them. Those that
# stand above schools, hospitals and local bodies, or watch over all, write for them too.
_OFFICE = _Body(
    r"สำนักงาน(?!สาธารณสุข|ท้องถิ่น|ส่งเสริมการปกครอง|ศึกษาธิการ|อาชีวศึกษา|คณะกรรมการ|เขตพื้นที่|จังหวัด|อำเภอ|ปลัด|ป\.?ป|อัยการ|ตรวจเงิน|การตรวจเงิน|คลัง|ป้องกัน)"
    r"[ก-๎]{3,30}?(?:จังหวัด|พื้นที่|อำเภอ|สาขา)",
    r"(?!)",
)
_HAVE_OFFICES = frozenset(("department", "district", "company"))
_ENGLISH = regex(
    r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)* (?:Sub-?[Dd]istrict |Provincial |Tambon )?Administrative Organi[sz]ation"
    r"|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)* (?:Sub-?[Dd]istrict |Town |City )Municipality"
)
_OTHERS = regex(
    r"ตัวอย่าง|ต้นแบบ|แบบฟอร์ม|ราชกิจจานุเบกษา|บันทึกข้อตกลง|ความร่วมมือ|กระทรวง|กรมส่งเสริม|คณะกรรมการ|สำนักงาน\s?ป\.?ป\.?[ชท]|สัญญา|จัดซื้อ|จัดจ้าง|ผู้ชนะ"
)
_NO_CONSONANT = regex(r"[^ก-ฮ]+")
# A title says whose it is at the beginning of a line, or after "ของ" or its year.
OWNED = r"(?:^|ของ\s?|\d{4}\s+|[๐-๙]{4}\s+|[)\]]\s*|[|:]\s*)"
# The units of a body that stand before its name: งานทะเบียน สำนักวิชาการ มหาวิทยาลัย…
_UNITS = r"(?:(?:งาน|ฝ่าย|กลุ่ม|กอง|สำนัก(?!งาน)|ส่วน|แผนก|คณะ|ศูนย์)[ก-๎]+\s+){0,3}"
_LETTERS = regex(r"\s+")
_BY = r"(?:จัดทำโดย|รายงานโดย|ผู้จัดทำ|หน่วยงาน\s?:|ส่วนราชการ\s?:?)\s?(?:[ก-๎]{2,24}\s)?"


def foreign_body(page: Page, own_name: str | None, kinds: Sequence[DocumentKind]) -> EvidenceWarning | None:
    """A warning that quotes whose the document says it is; None without a clear sign, or where nobody knows the own."""
    if not may_be_anothers(page, kinds):
        return None
    name = squeeze(own_name or "")
    own = next(((kind, place) for kind, body in _BODIES.items() if (place := _place(name, body)) is not None), None)
    if own is None:
        return None
    kind, place = own
    named = _in_title(page, kind, place) or _in_signature(page, kind, place)
    if named is None or stands(page, place):
        return None
    message = f"เอกสารเป็นของหน่วยงานอื่นตามชื่อเอกสารหรือผู้ลงนาม และไม่พบชื่อ “{name}” ในเอกสาร โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
    return EvidenceWarning(WarningKind.OTHER_AGENCY, message, named)


def _place(name: str, body: _Body) -> str | None:
    """The proper name behind the form with which an agency's name begins, or with which that of its office goes on."""
    name = name if re.match(body.forms, name) else without_office(name)
    form = re.match(body.forms, name)
    place = name[form.end() :].strip().split(" ")[0] if form is not None else ""
    return place if len(place) >= LEAST_PLACE else None


def _strangers(kind: str) -> list[_Body]:
    """Bodies that are no kin; departments may be parents of any."""
    bodies = [body for other, body in _BODIES.items() if other not in {*_BODIES[kind].kin, "department"}]
    return bodies if kind in _HAVE_OFFICES else [*bodies, _OFFICE]


def _in_title(page: Page, kind: str, place: str) -> str | None:
    lines = [line[:_WITHIN] for line in title_lines(page)]
    if any(_OTHERS.search(line) for line in lines):
        return None
    below = _below_title(page)
    for line in (*lines, *below):
        for body in _strangers(kind):
            for seen in re.finditer(rf"{OWNED}{_UNITS if line in below else ''}(?P<body>{body.forms}{_NAME})", line):
                if not _is_same(place, seen["body"]):
                    return quote(line, *seen.span("body"), around=10)
        if kind == "local" and (foreign := _ENGLISH.search(line)) is not None:
            return quote(line, *foreign.span(), around=10)
    return None


def _below_title(page: Page) -> list[str]:
    """What stands right below the title, where a PDF runs it on in one passage."""
    first = next(iter(page.passages), None)
    if page.kind is not PageKind.PDF or first is None or not page.title:
        return []
    begins = _LETTERS.sub("", page.title)
    ran_on = first.text[: len(page.title) + _WITHIN]
    kept = [at for at, char in enumerate(ran_on) if not char.isspace()]
    if not begins or len(kept) <= len(begins) or _LETTERS.sub("", ran_on)[: len(begins)] != begins:
        return []
    return [ran_on[kept[len(begins)] :]]


def _in_signature(page: Page, kind: str, place: str) -> str | None:
    end = ""
    for passage in reversed(page.passages):
        end = f"{passage.text} | {end}"
        if len(end) >= _END:
            break
    end = end[-_END:]
    for body in _strangers(kind):
        for seen in re.finditer(rf"(?:{_BY}{body.forms}|{body.heads}){_NAME}", end):
            if not _is_same(place, seen[0]):
                return quote(end, *seen.span(), around=10)
    return None


def stands(page: Page, *names: str) -> bool:
    """Whether one of the names, the agency's own, stands anywhere in the document."""
    own = {skeleton(name) for name in names}
    return any(one in said for said in map(skeleton, all_texts(page)) for one in own)


def _is_same(place: str, named: str) -> bool:
    return skeleton(place) in skeleton(named)


def skeleton(text: str) -> str:
    """The consonants alone: the text layer of many a PDF writes wrong signs above and below them."""
    return _NO_CONSONANT.sub("", text)
