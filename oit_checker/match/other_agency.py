"""A document whose title page names another body of the agency's own kind: a neighbour's plan offered as one's own.

Documents rightly name others: ministries give orders, provinces send letters, an association makes models, and parents
and own units report too. So only peers are looked at (a municipality or sub-district beside a municipality, one
department beside another), only on the title page, and not where the agency's own name stands anywhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import fold, quote, squeeze

# What follows a form where it is meant in general: องค์การบริหารส่วนตำบลทุกแห่ง, พระราชบัญญัติเทศบาลตำบล พ.ศ. …
_GENERAL = (
    r"ใน|หมวด|ส่วนที่|บทที่|และ|หรือ|ทุก|ที่(?!ดิน)|ต่าง|ของ|ให้|ได้|มี|เป็น|โดย|ตาม|เพื่อ|ต้อง|ซึ่ง|ขนาด|ระดับ|พ\.ศ|เรื่อง|ว่าด้วย|ประจำ|ดังกล่าว|ตัวอย่าง"
    r"|แห่ง(?!ประเทศ)|นี้|ทั้ง|กับ|ปี|ฯ|\W|\d|$"
)
# What a body or its head does: "นายก อบต. ประชุมพนักงาน" speaks of the own one. Verbs with which no place or department
# begins (ตรวจ, ร่วมจิต, รับร่อ, จัดหางาน are names), each as far as it takes to tell.
VERBS = (
    r"ประชุม|จัด(?!หา|การน้ำ)|มอบ|เปิด|ลง(?:พื้นที่|นาม|มือ|ตรวจ)|นำ(?:ทีม|คณะ|พนักงาน|บุคลากร|เจ้าหน้าที่|โดย)|กล่าว|เชิญ|แถลง|ชี้แจง|ถ่ายทอด|บรรยาย|อบรม|ปฐมนิเทศ"
    r"|ดำเนิน(?:การ|งาน|โครงการ)|พร้อม(?:ด้วย|คณะ|ทั้ง|กับ|ผู้)|ร่วม(?:กับ|กัน|กิจกรรม|ประชุม|พิธี|งาน|รณรงค์|ลง|เป็น|ประกาศ)|เข้า(?:ร่วม|รับ|พบ|อบรม)"
    r"|รับ(?:ฟัง|มอบ|เรื่อง|รางวัล|การ|ทราบ)|ขอ(?:เชิญ|ประกาศ|แจ้ง|ความ|ให้)|แจ้ง(?:ว่า|ให้|ผล|เรื่อง|เวียน)|ตรวจ(?:เยี่ยม|ราชการ|สอบ|ติดตาม)"
    r"|ออก(?:ตรวจ|ประกาศ|คำสั่ง|หน่วย)|สั่งการ|อนุมัติ|เห็นชอบ|เน้นย้ำ|กำชับ|ประกอบพิธี|รณรงค์|ปฏิบัติ(?:งาน|หน้าที่)"
)
# A name ends with its line: the next one, with which a title runs on, begins with what the paper is or lays down.
_NEXT_LINE = (
    r"|การ(?!ะ)|แผน|รายงาน|คู่มือ|ประกาศ|คำสั่ง|มาตรการ|มาตรฐาน|นโยบาย|แนวทาง|แนวปฏิบัติ|โครงการ|โครงสร้าง|หลักเกณฑ์|ประมวล|ข้อ|ตาราง|สรุป|สถิติ"
    r"|วิสัยทัศน์|พันธกิจ|ยุทธศาสตร์|กฎหมาย|สำหรับ"
)
_GENERAL_OF_PLACES = _NEXT_LINE + r"|จังหวัด|อำเภอ|สังกัด|รัฐ|เอกชน|ส่งเสริม|ชุมชน|ทั่วไป|ศูนย์|สมาชิก|สภา|นายก|พนักงาน"


@dataclass(frozen=True, slots=True)
class _Peers:
    """Forms of bodies that do one another's work: in full and in short, before the name of a place or a field.

    general: what follows a form that names no single body; others: words of a title that rightly names another one;
    is_joined: the name follows without a space.
    """

    forms: tuple[str, ...]
    general: re.Pattern[str]
    others: re.Pattern[str]
    is_joined: bool = False

    def named(self, name: str) -> str | None:
        """The name that follows one of the forms at the beginning of an agency's name; None for another kind."""
        form = next((form for form in self.forms if name.startswith(form)), None)
        place = name.removeprefix(form).strip().split(" ")[0] if form is not None else ""
        return place if len(place) >= _LEAST_PLACE else None


_LEAST_PLACE = 3
# Models, and what is agreed on with others.
_MODELS = r"ตัวอย่าง|ต้นแบบ|แบบฟอร์ม|เอกสารประกอบ|มาตรฐานกลาง|คณะกรรมการกลาง|ราชกิจจานุเบกษา|บันทึกข้อตกลง|ความร่วมมือ"
# And what comes from above.
_ABOVE = (
    r"|กระทรวง|กรมส่งเสริม|สำนักงานส่งเสริม|(?:ประกาศ|คำสั่ง|หนังสือ)(?:สำนักงาน)?(?:จังหวัด|อำเภอ)"
    # The committees that rule the staff of local bodies; a plan made after their notice (ตามประกาศ…) is one's own.
    r"|(?:^|(?<!ตาม)(?<!ที่)(?:ประกาศ|มติ|หนังสือ|คำสั่ง)\s?)(?:คณะกรรมการ(?:กลาง)?(?:พนักงาน(?:ส่วนตำบล|เทศบาล|ส่วนท้องถิ่น)"
    r"|ข้าราชการองค์การบริหารส่วนจังหวัด|มาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น)|ก\.\s?(?:อบต|จ|ท|ถ)\.)"
)


def _peers(*forms: str, general: str = "", above: str = _ABOVE, is_joined: bool = False) -> _Peers:
    return _Peers(forms, re.compile(f"(?:{_GENERAL}|{VERBS}{general})"), re.compile(_MODELS + above), is_joined)


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
    _peers("มหาวิทยาลัย", general=_GENERAL_OF_PLACES),
    _peers("วิทยาลัยเทคนิค", "วิทยาลัยการอาชีพ", "วิทยาลัยอาชีวศึกษา", general=_GENERAL_OF_PLACES),
    # A ministry's name stands on its departments' reports; a committee and the treasury's systems are no department.
    _peers("กรม", general="|ธรรม์|การ(?:จังหวัด|อำเภอ|เมือง)|ขึ้น|เจ้า|บัญชีกลาง|สรรพากร", above="", is_joined=True),
    _peers("จังหวัด", general="|อำเภอ|เคลื่อนที่|ทหารบก|อื่น|ใด|ชาย", is_joined=True),
    _peers("ที่ทำการปกครองอำเภอ", "ที่ว่าการอำเภอ", "อำเภอ", general="|จังหวัด|อื่น|ใด", is_joined=True),
    _peers(
        *("การไฟฟ้า", "การประปา", "การรถไฟ", "การท่าเรือ", "การเคหะ", "องค์การ"),
        general="|หมู่บ้าน|ชุมชน|บริหาร|มหาชน|อนามัยโลก|สหประชาชาติ|ระหว่าง|แรงงาน|การค้า|นักศึกษา|ปกครอง|ภาค|อิสระ",
        above="",
        is_joined=True,
    ),
)
_FACULTY = _peers("คณะ", general="|กรรม|ทำงาน|อนุกรรม|ผู้|รัฐมนตรี|บุคคล|บุคลากร|อาจารย์|สงฆ์|กรม|ที่ปรึกษา|ย่อย", is_joined=True)
_FROM_ABOVE = frozenset((DocumentKind.LAW, DocumentKind.NEWS))
# Before a body's name: it is cited, asked or written to, and is not the title's own.
_CITED = re.compile(
    r"(?:ให้|เข้า(?:สู่)?(?:หน้า)?เว็บไซต์|หนังสือ|ระเบียบ|ประกาศ|ตาม|ระบบ|โดย|จาก|ต่อ|ถึง|เสนอ|แจ้ง|ร่วมกับ|และ|กับ|เขต|ใน|ที่|สังกัด|อธิบดี|ผู้ว่าราชการ|กลุ่ม|นุ)\s?$"
)
# What lays down rules for all bodies of a form: "ข้อ 258 ให้ อบต. พัฒนาผู้ได้รับ…"
_CLAUSE = re.compile(r"(?:^|\s)ข้อ\s?[0-9๐-๙]{1,3}\s")
_ALIKE = 0.8  # of the letters of a name that a font has damaged, where it is the own one
_LOST = re.compile("[\u0100-\u024f\ue000-\uf8ff\ufffd]")  # signs that stand where a font has lost letters
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e32\u0e33]|[^\u0e01-\u0e5b0-9a-z]")
_WITHIN = 200  # letters of a line in which it says whose it is; a PDF may run its text on behind


def may_be_anothers(page: Page, kinds: Sequence[DocumentKind]) -> bool:
    """Whether a document's own words can say that it is another body's.

    A web page is the agency's by its address; laws and news are made by others, and published here all the same.
    """
    return page.kind is not PageKind.HTML and page.unreadable is None and _FROM_ABOVE.isdisjoint(kinds)


def other_agency(page: Page, own_name: str | None, kinds: Sequence[DocumentKind]) -> EvidenceWarning | None:
    """A warning that quotes the other body's name; None without a clear sign, or where the agency's own is unknown."""
    if not may_be_anothers(page, kinds):
        return None
    name, lines = squeeze(own_name or ""), tuple(map(_without_clauses, title_lines(page)))
    for peers, place in _own(name):
        if any(peers.others.search(line[:_WITHIN]) for line in lines):
            continue
        named = next(
            (
                found
                for line in lines
                if (found := _named(line, peers, place, is_damaged=bool(page.damaged))) is not None
            ),
            None,
        )
        if named is not None and not _names(page, place):
            message = f"ชื่อเอกสารเป็นของหน่วยงานอื่น และไม่พบชื่อ “{name}” ในเอกสาร โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
            return EvidenceWarning(WarningKind.OTHER_AGENCY, message, named)
    return None


def _own(name: str) -> list[tuple[_Peers, str]]:
    """The kinds of peers that an agency has, and its own name among them; a faculty has its university's too."""
    found = [(peers, place) for peers in _KINDS if (place := peers.named(name)) is not None][:1]
    faculty = _FACULTY.named(name)
    if faculty is None:
        return found
    university = name[name.find("มหาวิทยาลัย") :] if "มหาวิทยาลัย" in name else ""
    return [*_own(university), (_FACULTY, faculty)]


def _without_clauses(line: str) -> str:
    """A line as far as its first numbered clause."""
    clause = _CLAUSE.search(line)
    return line[: clause.start()] if clause is not None else line


def _begins_with(text: str, name: str, *, is_damaged: bool) -> bool:
    """Whether a text begins with a name: by its letters without vowel marks, where the font of the page is damaged."""
    if fold(text).startswith(fold(name)):
        return True
    asked, begins = _letters(name), text[: 2 * len(name)]
    if _LOST.search(begins) is None:
        return is_damaged and _letters(text).startswith(asked)
    read = _letters(begins)[: len(asked)]
    return SequenceMatcher(None, asked, read, autojunk=False).ratio() >= _ALIKE


def _letters(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _named(line: str, peers: _Peers, place: str, *, is_damaged: bool) -> str | None:
    """The words by which a line names another of the peers as its own body."""
    name = "(?=[ก-ฮเ-ไ])" if peers.is_joined else r"\s?(?=[ก-ฮเ-ไ])"
    for form in peers.forms:
        for found in re.finditer(re.escape(form) + name, line[:_WITHIN]):
            rest = line[found.end() :]
            if peers.general.match(rest) or _begins_with(rest, place, is_damaged=is_damaged):
                continue
            if not _CITED.search(line[: found.start()]):
                return quote(line, found.start(), min(found.end() + 20, len(line)), around=10)
    return None


def _names(page: Page, place: str) -> bool:
    folded = fold(place)
    texts = [passage.text for passage in page.passages]
    texts += [cell for table in page.tables for row in (table.header, *table.rows) for cell in row]
    return any(folded in fold(text) for text in (page.title or "", *texts))
