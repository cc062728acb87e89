"""A document whose title page names another body of the agency's own form: a neighbour's plan offered as one's own.

Documents rightly name others: ministries give orders, provinces send letters, an association makes models. So only
bodies of the same form as the agency's (เทศบาลตำบล beside เทศบาลตำบล) are looked at, only on the title page, and not
where the agency's own place is named anywhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import fold, quote, squeeze

# Forms whose name is followed by a place, and their short forms in titles.
_FORMS: tuple[tuple[str, ...], ...] = (
    ("เทศบาลตำบล", "ทต."),
    ("เทศบาลเมือง", "ทม."),
    ("เทศบาลนคร", "ทน."),
    ("องค์การบริหารส่วนตำบล", "อบต."),
    ("องค์การบริหารส่วนจังหวัด", "อบจ."),
    ("มหาวิทยาลัยราชภัฏ",),
    ("มหาวิทยาลัยเทคโนโลยีราชมงคล",),
    ("โรงพยาบาล", "รพ."),
    ("วิทยาลัยเทคนิค",),
    ("วิทยาลัยการอาชีพ",),
    ("วิทยาลัยอาชีวศึกษา",),
)
_LEAST_PLACE = 3
# What follows a form where it is meant in general: องค์การบริหารส่วนตำบลทุกแห่ง, พระราชบัญญัติเทศบาลตำบล พ.ศ. …
_IN_GENERAL = re.compile(
    r"(?:ใน|และ|หรือ|ทุก|ที่|ต่าง|ของ|ให้|ได้|มี|เป็น|โดย|ตาม|เพื่อ|ต้อง|ซึ่ง|ขนาด|ระดับ|พ\.ศ|เรื่อง|ว่าด้วย|ประจำ|ดังกล่าว|ตัวอย่าง"
    r"|จังหวัด|อำเภอ|แห่ง|นี้|ทั้ง|กับ|สังกัด|รัฐ|เอกชน|ส่งเสริม|ชุมชน|ทั่วไป|ศูนย์|สมาชิก|สภา|นายก|พนักงาน|ปี|\W|\d|$)"
)
_FROM_ABOVE = frozenset((DocumentKind.LAW, DocumentKind.NEWS))
# Models, and what comes from above or is agreed on with others.
_NAMES_OTHERS = re.compile(
    r"ตัวอย่าง|ต้นแบบ|แบบฟอร์ม|เอกสารประกอบ|มาตรฐานกลาง|กระทรวง|กรมส่งเสริม|สำนักงานส่งเสริม|คณะกรรมการกลาง|ราชกิจจานุเบกษา"
    r"|(?:ประกาศ|คำสั่ง|หนังสือ)(?:สำนักงาน)?(?:จังหวัด|อำเภอ)|บันทึกข้อตกลง|ความร่วมมือ"
)


def other_agency(page: Page, own_name: str | None, kinds: Sequence[DocumentKind]) -> EvidenceWarning | None:
    """A warning that quotes the other body's name; None without a clear sign, or where the agency's own is unknown.

    A web page is the agency's by its address.
    """
    form, place = _form_and_place(squeeze(own_name or ""))
    if not form or page.kind is PageKind.HTML or page.unreadable is not None or _FROM_ABOVE.intersection(kinds):
        return None
    lines = title_lines(page)
    if any(_NAMES_OTHERS.search(line) for line in lines):
        return None
    named = next((found for line in lines if (found := _named(line, form, place)) is not None), None)
    if named is None or _names(page, place):
        return None
    message = f"ชื่อเอกสารเป็นของหน่วยงานอื่น และไม่พบชื่อ “{squeeze(own_name or '')}” ในเอกสาร โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
    return EvidenceWarning(WarningKind.OTHER_AGENCY, message, named)


def _form_and_place(name: str) -> tuple[tuple[str, ...], str]:
    for form in _FORMS:
        written = next((spelling for spelling in form if name.startswith(spelling)), None)
        if written is not None:
            place = name.removeprefix(written).strip().split(" ")[0]
            return (form, place) if len(place) >= _LEAST_PLACE else ((), "")
    return (), ""


def _named(line: str, form: Sequence[str], place: str) -> str | None:
    """The words by which a line names a body of that form at another place."""
    for spelling in form:
        for found in re.finditer(re.escape(spelling) + r"\s?(?=[ก-ฮเ-ไ])", line):
            rest = line[found.end() :]
            if not _IN_GENERAL.match(rest) and not fold(rest).startswith(fold(place)):
                return quote(line, found.start(), min(found.end() + 20, len(line)), around=10)
    return None


def _names(page: Page, place: str) -> bool:
    folded = fold(place)
    texts = [passage.text for passage in page.passages]
    texts += [cell for table in page.tables for row in (table.header, *table.rows) for cell in row]
    return any(folded in fold(text) for text in (page.title or "", *texts))
