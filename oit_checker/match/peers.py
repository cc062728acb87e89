"""Bodies that do one another's work: how each kind is called, and which an agency is, whatever stands before its form.

An office is called by its body too: สำนักงานเทศบาลตำบลหนองบัว is the municipality, สำนักงานจังหวัดดอนทราย and the
office of a field in it (สำนักงานเกษตรจังหวัดดอนทราย) are of that province and of no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from oit_checker.patterns import regex

# What follows a form where it is meant in general: องค์การบริหารส่วนตำบลทุกแห่ง, พระราชบัญญัติเทศบาลตำบล พ.ศ. …
_GENERAL = (
    r"ใน|หมวด|ส่วนที่|บทที่|และ|หรือ|ทุก|ที่(?!ดิน)|ต่าง|ของ|ให้|ได้|มี|เป็น|โดย|ตาม|เพื่อ|ต้อง|ซึ่ง|ขนาด|ระดับ|พ\.ศ|เรื่อง|ว่าด้วย|ประจำ|ดังกล่าว|ตัวอย่าง"
    r"|แห่ง(?!ประเทศ)|นี้|ทั้ง|กับ|ปี|ฯ|\W|\d|$"
    # A sentence that goes on, and no place: รายงาน…จังหวัดรายไตรมาส, ณ ห้องประชุม อบต. ผู้เข้าอบรม 42 คน.
    r"|ราย(?:ไตรมาส|เดือน|ปี|วัน|สัปดาห์|ครึ่ง|ชื่อ|ได้|จ่าย|การ|งาน|ละเอียด|บุคคล|ตำบล|อำเภอ)|ผู้|คน(?![ก-๎])|เข้า|จำนวน|ครั้ง|ภาย(?:ใน|ใต้)"
    r"|ระหว่าง(?!ประเทศ)|เมื่อ|ณ(?![ก-๎])|จาก|อยู่|แล้ว|ด้วย|เวลา|วันที่|เดือน|ไตรมาส|ระยะ|งบประมาณ|โทร(?![ก-๎])|หมู่ที่|เลขที่|ด้าน|ทั่ว"
)
# What a body or its head does: "นายก อบต. ประชุมพนักงาน" speaks of the own one. Verbs with which no place or department
# begins (ตรวจ, ร่วมจิต, รับร่อ, จัดหางาน are names), each as far as it takes to tell.
VERBS = (
    r"ประชุม|จัด(?!หา|การน้ำ)|มอบ|เปิด|ลง(?:พื้นที่|นาม|มือ|ตรวจ)|นำ(?:ทีม|คณะ|พนักงาน|บุคลากร|เจ้าหน้าที่|โดย)|กล่าว|เชิญ|แถลง|ชี้แจง|ถ่ายทอด|บรรยาย|อบรม|ปฐมนิเทศ"
    r"|ดำเนิน(?:การ|งาน|โครงการ)|พร้อม(?:ด้วย|คณะ|ทั้ง|กับ|ผู้)|ร่วม(?:กับ|กัน|กิจกรรม|ประชุม|พิธี|งาน|รณรงค์|ลง|เป็น|ประกาศ)|เข้า(?:ร่วม|รับ|พบ|อบรม)"
    r"|รับ(?:ฟัง|มอบ|เรื่อง|รางวัล|การ|ทราบ)|ขอ(?:เชิญ|ประกาศ|แจ้ง|ความ|ให้)|แจ้ง(?:ว่า|ให้|ผล|เรื่อง|เวียน)|ตรวจ(?:เยี่ยม|ราชการ|สอบ|ติดตาม)"
    r"|ออก(?:ตรวจ|ประกาศ|คำสั่ง|หน่วย)|สั่งการ|อนุมัติ|เห็นชอบ|เน้นย้ำ|กำชับ|ประกอบพิธี|รณรงค์|ปฏิบัติ(?:งาน|หน้าที่)"
    # What it lays down for its staff and the public.
    r"|ใช้|กำหนด|ปรับ(?:ปรุง|เปลี่ยน|ลด|อัตรา)|ถือ(?:ว่า|ตาม|เป็น|เอา|ปฏิบัติ)|ยก(?:ย่อง|เลิก|เว้น|ระดับ)|ยึด(?:มั่น|ถือ|หลัก)|มุ่ง(?:มั่น|เน้น|หวัง)"
    r"|คัดเลือก|แต่งตั้ง|สรรหา|บรรจุ(?:แต่งตั้ง|ข้าราชการ|บุคคล|ผู้)|พิจารณา|ประเมิน(?:ผล|บุคล|ข้าราชการ)|เลื่อน(?:เงิน|ขั้น|ระดับ|ตำแหน่ง)"
    r"|ลงโทษ|ว่าจ้าง|วาง(?:แผน|ระบบ|หลัก|แนว)|เผยแพร่|สามารถ|ไม่(?:มี|ได้|รับ|ใช้|ให้|อนุญาต)|จะ(?:ต้อง|ได้|มี|ดำเนิน|จัด|ใช้|พิจารณา|ให้|แจ้ง|ไม่|นำ)"
)
# A name ends with its line: the next one, with which a title runs on, begins with what the paper is or lays down.
_NEXT_LINE = (
    r"|การ(?!ะ)|แผน|รายงาน|คู่มือ|ประกาศ|คำสั่ง|มาตรการ|มาตรฐาน|นโยบาย|แนวทาง|แนวปฏิบัติ|โครงการ|โครงสร้าง|หลักเกณฑ์|ประมวล|ข้อ|ตาราง|สรุป|สถิติ"
    r"|วิสัยทัศน์|พันธกิจ|ยุทธศาสตร์|กฎหมาย|สำหรับ"
)
_GENERAL_OF_PLACES = _NEXT_LINE + r"|จังหวัด|อำเภอ|สังกัด|รัฐ|เอกชน|ส่งเสริม|ชุมชน|ทั่วไป|ศูนย์|สมาชิก|สภา|นายก|พนักงาน"


LEAST_PLACE = 3
# A name that many bodies bear behind their forms; only with its form it is one's own.
_OF_THE_NATION = regex(r"(?:แห่ง)?ประเทศไทย|แห่งชาติ|ส่วนภูมิภาค|นครหลวง")


@dataclass(frozen=True, slots=True)
class Peers:
    """Forms of bodies that do one another's work: in full and in short, before the name of a place or a field.

    general: what follows a form that names no single body; others: words of a title that rightly names another one;
    is_joined: the name follows without a space; may_end: a name may also end in the form (จุฬาลงกรณ์มหาวิทยาลัย).
    """

    forms: tuple[str, ...]
    general: re.Pattern[str]
    others: re.Pattern[str]
    is_joined: bool = False
    may_end: bool = False

    def named(self, name: str) -> str | None:
        """The name that follows one of the forms at the beginning of an agency's name; None for another kind."""
        form = next((form for form in self.forms if name.startswith(form)), None)
        if form is None:
            form = next((form for form in self.forms if self.may_end and name.endswith(form)), None)
            place = name.removesuffix(form) if form is not None else ""
        else:
            place = name.removeprefix(form).strip().split(" ")[0]
            place = name.split(" ")[0] if _OF_THE_NATION.fullmatch(place) else place
        return place if len(place) >= LEAST_PLACE else None


# Models, and what is agreed on with others.
MODELS = regex(r"ตัวอย่าง|ต้นแบบ|แบบฟอร์ม|เอกสารประกอบ|มาตรฐานกลาง|คณะกรรมการกลาง|ราชกิจจานุเบกษา|บันทึกข้อตกลง|ความร่วมมือ")
# And what comes from above: to a province its neighbour is none that may give it orders.
_FROM_PLACES = r"|(?:ประกาศ|คำสั่ง|หนังสือ)(?:สำนักงาน)?(?:จังหวัด|อำเภอ)"
_FROM_THE_NATION = (
    r"|กระทรวง|กรมส่งเสริม|สำนักงานส่งเสริม"
    # The committees that rule the staff of local bodies; a plan made after their notice (ตามประกาศ…) is one's own.
    r"|(?:^|(?<!ตาม)(?<!ที่)(?:ประกาศ|มติ|หนังสือ|คำสั่ง)\s?)(?:คณะกรรมการ(?:กลาง)?(?:พนักงาน(?:ส่วนตำบล|เทศบาล|ส่วนท้องถิ่น)"
    r"|ข้าราชการองค์การบริหารส่วนจังหวัด|มาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น)|ก\.\s?(?:อบต|จ|ท|ถ)\.)"
)

_ABOVE = _FROM_THE_NATION + _FROM_PLACES


def _peers(
    *forms: str, general: str = "", above: str = _ABOVE, is_joined: bool = False, may_end: bool = False
) -> Peers:
    follows = regex(f"(?:{_GENERAL}|{VERBS}{general})")
    return Peers(forms, follows, regex(MODELS.pattern + above), is_joined, may_end)


# Committees that watch over all agencies, are cited by all, and make manuals and rules for them.
OVER_ALL = (
    "กลาง|ป้องกัน|กฤษฎีกา|ข้าราชการ|ข้อมูลข่าวสาร|พัฒนา(?:ระบบ|การเศรษฐกิจ)|สิทธิมนุษยชน|การ(?:เลือกตั้ง|กระจายอำนาจ)|คุ้มครองข้อมูล"
)
_PROVINCE = _peers("จังหวัด", general="|อำเภอ|เคลื่อนที่|ทหารบก|อื่น|ใด|ชาย", above=_FROM_THE_NATION, is_joined=True)
_DISTRICT = _peers("ที่ทำการปกครองอำเภอ", "ที่ว่าการอำเภอ", "อำเภอ", general="|จังหวัด|อื่น|ใด", is_joined=True)
# Longer forms first: สพป. and สพม. are one another's neighbours, a hospital and its health office are not.
_KINDS = (
    _peers(
        *("เทศบาลตำบล", "ทต.", "เทศบาลเมือง", "ทม.", "เทศบาลนคร", "ทน."),
        *("องค์การบริหารส่วนตำบล", "อบต.", "องค์การบริหารส่วนจังหวัด", "อบจ."),
        general=_GENERAL_OF_PLACES,
    ),
    _peers(
        *("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา", "สพป.", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา", "สพม."),
        general=_GENERAL_OF_PLACES,
    ),
    _peers("โรงพยาบาลส่งเสริมสุขภาพตำบล", "รพ.สต.", general=_GENERAL_OF_PLACES),
    _peers("โรงพยาบาล", "รพ.", general=_GENERAL_OF_PLACES + "|สต\\."),
    _peers("สำนักงานสาธารณสุขจังหวัด", "สสจ.", general=_GENERAL_OF_PLACES),
    _peers("สำนักงานสาธารณสุขอำเภอ", "สสอ.", general=_GENERAL_OF_PLACES),
    _peers("มหาวิทยาลัยราชภัฏ", general=_GENERAL_OF_PLACES),
    _peers("มหาวิทยาลัยเทคโนโลยีราชมงคล", general=_GENERAL_OF_PLACES),
    _peers("มหาวิทยาลัย", general=_GENERAL_OF_PLACES, may_end=True),
    _peers("วิทยาลัยเทคนิค", "วิทยาลัยการอาชีพ", "วิทยาลัยอาชีวศึกษา", general=_GENERAL_OF_PLACES),
    # A ministry's name stands on its departments' reports; a committee and the treasury's systems are no department.
    _peers("กรม", general="|ธรรม์|การ(?:จังหวัด|อำเภอ|เมือง)|ขึ้น|เจ้า|บัญชีกลาง|สรรพากร", above="", is_joined=True),
    _PROVINCE,
    _DISTRICT,
    # Each ministry has one.
    _peers("สำนักงานปลัดกระทรวง", above="", is_joined=True),
    _peers(
        "สำนักงานคณะกรรมการ",
        general=f"|{OVER_ALL}",
        above="",
        is_joined=True,
    ),
    _peers(
        *("สถาบัน", "มหาวิทยาลัย"),
        general="|การ(?:เงิน|ศึกษา|เมือง|แพทย์)|ครอบครัว|อุดม|อาชีว|พระ|ชาติ|ศาสนา|หลัก|ทาง|เกษตรกร|สังกัด|รัฐ|เอกชน",
        above="",
        is_joined=True,
    ),
    _peers(
        "ธนาคาร", general="|แห่งประเทศไทย|พาณิชย์|กรุง|โลก|กลาง|ขยะ|เลือด|อาหาร|เวลา|น้ำ|ที่ดิน|หมู่บ้าน", above="", is_joined=True
    ),
    _peers(
        *("การไฟฟ้า", "การประปา", "การรถไฟ", "การท่าเรือ", "การเคหะ", "องค์การ"),
        *("การยางแห่ง", "การท่องเที่ยวแห่ง", "การกีฬาแห่ง", "การทางพิเศษแห่ง", "การนิคมอุตสาหกรรมแห่ง"),
        general="|หมู่บ้าน|ชุมชน|บริหาร|มหาชน|อนามัยโลก|สหประชาชาติ|ระหว่าง|แรงงาน|การค้า|นักศึกษา|ปกครอง|ภาค|อิสระ",
        above="",
        is_joined=True,
    ),
)
_FACULTY = _peers("คณะ", general="|กรรม|ทำงาน|อนุกรรม|ผู้|รัฐมนตรี|บุคคล|บุคลากร|อาจารย์|สงฆ์|กรม|ที่ปรึกษา|ย่อย", is_joined=True)
_OFFICE = regex(r"(?:สำนักงาน|ที่ทำการ)\s?")
_FIELD_OFFICE = regex(r"(?:สำนักงาน|ที่ทำการ)[ก-๎]{3,40}?(?P<of>จังหวัด|อำเภอ)")
_UNIVERSITY = "มหาวิทยาลัย"


@dataclass(frozen=True, slots=True)
class FieldOffice:
    """The office of one field in a province or district: called is แรงงานจังหวัด, place the name of the province."""

    called: str
    place: str
    others: re.Pattern[str]
    """What names an office of any field in the same place; its group is how that one is called."""


def field_office(name: str) -> FieldOffice | None:
    """The office that an agency is by its name; None for another kind.

    >>> field_office("สำนักงานแรงงานจังหวัดดอนทราย").called
    'แรงงานจังหวัด'
    """
    office = _FIELD_OFFICE.match(name)
    place = re.match(r"\s?([ก-ฮเ-ไ][ก-๎]+)", name[office.end() :]) if office is not None else None
    if office is None or place is None:
        return None
    others = rf"(?:สำนักงาน|ที่ทำการ)\s?(?P<called>[ก-๎]{{3,40}}?{office['of']})\s?{place[1]}(?![ก-๎])"
    return FieldOffice(_OFFICE.sub("", office[0]), place[1], re.compile(others))


def without_office(name: str) -> str:
    """An agency's name without the word for the office in which it sits."""
    office = _OFFICE.match(name)
    return name[office.end() :] if office is not None else name


def own_peers(name: str) -> list[tuple[Peers, str]]:
    """The kinds of peers that an agency has, and its own name among them; a faculty has its university's too."""
    for called in (name, without_office(name)):
        found = [(peers, place) for peers in _KINDS if (place := peers.named(called)) is not None]
        if found:
            return found[:1]
    if (faculty := _FACULTY.named(name)) is not None:
        return [*own_peers(_university_in(name)), (_FACULTY, faculty)]
    office = _FIELD_OFFICE.match(name)
    kind = None if office is None else _PROVINCE if office["of"] == "จังหวัด" else _DISTRICT
    place = kind.named(name[office.start("of") :]) if kind is not None and office is not None else None
    return [(kind, place)] if kind is not None and place is not None else []


def _university_in(name: str) -> str:
    """The university that a faculty's name goes on with, or whose name ends it."""
    named = name[name.find(_UNIVERSITY) :] if _UNIVERSITY in name else ""
    last = name.split(" ")[-1]
    return last if named == _UNIVERSITY and last != name else named
