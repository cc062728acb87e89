"""A document whose title and whose maker name the same other body, of whatever kind that is.

`other_agency` and `foreign_body` hold kinds of bodies against one another and take one sign for enough. Where two
agree, a line of the title and who made or signed the paper, no kinship of kinds speaks against it: it is that body's.
Only what such a body rightly makes for others is left: its laws, codes and plans from above, the papers of those who
watch over all agencies, and those of an agency's own parent or unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from oit_checker.match.foreign_body import OWNED, skeleton, stands
from oit_checker.match.other_agency import may_be_anothers
from oit_checker.match.peers import LEAST_PLACE, OVER_ALL, own_peers, without_office
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page
from oit_checker.patterns import regex
from oit_checker.thai.text import quote, squeeze

_END = 500  # letters at the end of a document in which it is signed
_AFTER = 90  # letters after the word for a maker in which it is named
_ALIKE = 0.8  # of the consonants of two names that are one, spelled in two ways


@dataclass(frozen=True, slots=True)
class _Kind:
    """Bodies of a form; own: agencies whose parent or unit such a body may be, by how their names begin."""

    form: str
    own: str = r"(?!)"
    is_above: bool = False


_SCHOOLS = r"โรงเรียน|วิทยาลัย|สำนักงานเขตพื้นที่|สพ[ปม]\."
_CARE = r"โรงพยาบาล|รพ\.|สำนักงานสาธารณสุข|สส[จอ]\."
_LOCAL = r"เทศบาล|ท[ตมน]\.|องค์การบริหารส่วน|อบ[ตจ]\."
_OF_ALL = rf"คณะกรรมการ(?:{OVER_ALL}|มาตรฐาน)"
_KINDS = (
    _Kind(r"กรม(?!ธรรม์|การ(?:จังหวัด|อำเภอ|เมือง|ปกครอง|พัฒนาชุมชน)|ส่งเสริมการปกครอง|ขึ้น|เจ้า|บัญชีกลาง|สรรพากร)", is_above=True),
    _Kind(rf"สำนักงาน(?!{_OF_ALL})(?=คณะกรรมการ[ก-ฮเ-ไ])", is_above=True),
    _Kind(r"จังหวัด(?!อื่น|ใด|ชาย|ทหาร|เคลื่อนที่)", r"สำนักงานจังหวัด|อำเภอ|ที่(?:ทำ|ว่า)การ", is_above=True),
    _Kind(r"เทศบาล(?:ตำบล|เมือง|นคร)|ท[ตมน]\.|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบ[ตจ]\.", r"โรงเรียน|โรงพยาบาลส่งเสริม|รพ\.สต"),
    _Kind(r"โรงพยาบาล|รพ\.", rf"{_CARE}|มหาวิทยาลัย|คณะแพทย|{_LOCAL}"),
    _Kind(r"โรงเรียน(?!ผู้สูงอายุ)", rf"{_SCHOOLS}|มหาวิทยาลัย|{_LOCAL}"),
    _Kind(r"สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)|สพ[ปม]\.", _SCHOOLS),
    _Kind(r"วิทยาลัย(?:เทคนิค|การอาชีพ|อาชีวศึกษา|สารพัดช่าง|เกษตร)", r"สถาบันการอาชีว|มหาวิทยาลัย"),
    _Kind(r"มหาวิทยาลัย", r"คณะ(?!กรรม)|สถาบัน|วิทยาลัย|โรงเรียน|โรงพยาบาล|สำนัก(?!งาน)"),
    _Kind(r"สถานีตำรวจ(?:ภูธร|นครบาล|น้ำ)", r"ตำรวจ|กองบัญชาการ|กองบังคับการ"),
)
_NAME = (
    r"\s?(?!ใน|หมวด|และ|หรือ|ทุก|ต่าง|ของ|ที่|มี|ให้|เป็น|ได้|โดย|ตาม|เพื่อ|นี้|ทั้ง|กับ|เรื่อง|ประจำ|สังกัด|ตัวอย่าง|พ\.ศ)"
    r"(?P<name>[ก-ฮเ-ไ][ก-๎]{2,})"
)
_PUBLIC = regex(r"^(?P<name>[ก-๎]{6,}(?: [ก-๎]+)?)\s?\(องค์การมหาชน\)")
_MAKER = regex(
    r"จัดทำโดย|รายงานโดย|ผู้จัดทำ|ผู้รายงาน|(?:หน่วยงาน|ส่วนราชการ)\s?:|ลงชื่อ|อธิบดี(?!ศาล)|เลขาธิการ|ผู้ว่าราชการ|ผู้กำกับการ|ผู้อำนวยการ|นายก(?=เทศ|องค์|\s?อบ)|อธิการบดี"
)
_OTHERS = regex(r"ตัวอย่าง|ต้นแบบ|แบบฟอร์ม|ราชกิจจานุเบกษา|บันทึกข้อตกลง|ความร่วมมือ|สัญญา|จัดซื้อ|จัดจ้าง|ผู้ชนะ")
# What a body above makes for those below: its plans reach over them, its rules and codes bind them.
_FROM_ABOVE = regex(r"แผน(?!ที่)|ยุทธศาสตร์|นโยบาย|ประมวล|จริยธรรม|กฎหมาย|พระราช|ระเบียบ|ข้อบังคับ|ข้อกำหนด|หลักเกณฑ์|ประกาศ")
# How the name of an agency begins; a site's own heading may be none, and is then no name to miss in a document.
_AGENCY = regex(
    rf"(?:กรม|กระทรวง|สำนักงาน|จังหวัด|อำเภอ|ที่(?:ทำ|ว่า)การ|มหาวิทยาลัย|คณะ|สถาบัน|องค์การ|ธนาคาร|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่าเรือ|เคหะ|ทาง|ท่อง|กีฬา|ยาง|นิคม)|สถานีตำรวจ|สภ\.|{_LOCAL}|{_CARE}|{_SCHOOLS})[ก-ฮเ-ไ]|.*\(องค์การมหาชน\)"
)


def foreign_maker(page: Page, own_name: str | None, kinds: Sequence[DocumentKind]) -> EvidenceWarning | None:
    """A warning that quotes the body which title and maker name; None where one is silent, or the own name stands."""
    name = squeeze(own_name or "")
    if not may_be_anothers(page, kinds) or _AGENCY.match(name) is None:
        return None
    lines = title_lines(page)
    if any(_OTHERS.search(line) for line in lines):
        return None
    makers = _skeletons_of_makers(page, lines)
    for body, place, said in _bodies(lines, name):
        is_made = any(skeleton(place) in maker for maker in makers)
        if is_made and not _is_own(name, body) and not stands(page, *_own_names(name)):
            message = (
                f"ชื่อเอกสารและผู้จัดทำหรือผู้ลงนามเป็นของหน่วยงานอื่น และไม่พบชื่อ “{name}” ในเอกสาร โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
            )
            return EvidenceWarning(WarningKind.OTHER_AGENCY, message, said)
    return None


def _bodies(lines: Sequence[str], own: str) -> Iterator[tuple[str, str, str]]:
    """Each body that a line of the title calls its own, its proper name, and the words; none that made it for all."""
    is_for_others = any(_FROM_ABOVE.search(line) for line in lines)
    for line in lines:
        if (public := _PUBLIC.match(line)) is not None:
            yield public[0], public["name"], quote(line, *public.span(), around=10)
        for kind in _KINDS:
            is_kin = any(re.match(kind.own, called) for called in (own, without_office(own)))
            if is_kin or (kind.is_above and is_for_others):
                continue
            for seen in re.finditer(rf"{OWNED}(?P<body>(?:{kind.form}){_NAME})", line):
                yield seen["body"], seen["name"], quote(line, *seen.span("body"), around=10)


def _skeletons_of_makers(page: Page, lines: Sequence[str]) -> list[str]:
    """What stands behind the words for a maker on the title page or at the end; a title's line is no maker's."""
    end = " | ".join(passage.text for passage in page.passages[-8:])[-_END:]
    return [skeleton(text[at.end() :][:_AFTER]) for text in (*lines, end) for at in _MAKER.finditer(text)]


def _is_own(name: str, body: str) -> bool:
    """Whether a body is the agency, or the one to which its name says it belongs."""
    own, other = skeleton(name), skeleton(body)
    return other in own or SequenceMatcher(None, own, other, autojunk=False).ratio() >= _ALIKE


def _own_names(name: str) -> list[str]:
    """What is the agency's own in its name."""
    return [place for _, place in own_peers(name)] or [_proper(name)]


def _proper(name: str) -> str:
    """A name without its office, legal form and what follows: as much of it as a document repeats."""
    proper = without_office(name).split("(")[0].strip().split(" ")[0]
    return proper if len(proper) >= LEAST_PLACE else name
