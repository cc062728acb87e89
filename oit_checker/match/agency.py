"""Whose site it is, and of which kind: some items ask more of a municipality or a province.

A name is a text that begins with a word for a body (กรม, เทศบาล, โรงพยาบาล): of the title, else of the first links (a
logo's), the headings, or who claims the copyright. A heading that only names a service is no agency, and an unknown
name is better than a wrong one: documents are held against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.model.site import Agency, AgencyKind
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

# The words by which a site calls itself; the first kind whose word stands in its name is taken.
_KINDS: tuple[tuple[AgencyKind, tuple[str, ...]], ...] = (
    (
        AgencyKind.LOCAL_GOVERNMENT,
        ("เทศบาล", "องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด", "อบต.", "อบจ.", "เมืองพัทยา", "กรุงเทพมหานคร"),
    ),
    (AgencyKind.UNIVERSITY, ("มหาวิทยาลัย", "University")),
    (AgencyKind.PUBLIC_ORGANIZATION, ("(องค์การมหาชน)",)),
    (AgencyKind.PROVINCE, ("สำนักงานจังหวัด", "เว็บไซต์จังหวัด", "ศาลากลางจังหวัด")),
    (AgencyKind.STATE_ENTERPRISE, ("รัฐวิสาหกิจ", "แห่งประเทศไทย", "การประปา", "การไฟฟ้า", "ธนาคาร")),
)
# องค์การ… of the nation (องค์การคลังสินค้า) is a state enterprise; those of a place and public organisations came before.
_NATIONAL_BODY = regex(r"^องค์การ(?!บริหาร|นักศึกษา|นิสิต|ปกครอง|มหาชน|ระหว่าง|สหประชา|อนามัยโลก)[ก-๙]{3,}")
# Words that a body's name begins with; the second group heads many a part of a site too (ศูนย์ดำรงธรรม).
_BODY = regex(
    r"(?:กรม(?!ธรรม์)|กระทรวง|สำนักงาน|สำนักข่าวกรอง|เทศบาล|องค์การ|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.|โรงพยาบาล|รพ\.|มหาวิทยาลัย|คณะ(?!กรรม|ทำงาน|ผู้|อนุ)"
    r"|จังหวัด|อำเภอ|ที่ว่าการอำเภอ|ที่ทำการปกครอง|สถาบัน|วิทยาลัย|การ(?:ไฟฟ้า|ประปา|รถไฟ|ท่าเรือ|เคหะ|ทางพิเศษ|ท่องเที่ยวแห่ง|กีฬาแห่ง|ยางแห่ง|นิคม)"
    r"|ธนาคาร|บริษัท|ราชวิทยาลัย|ศาล(?!า)|เมืองพัทยา|กรุงเทพมหานคร|สพป\.|สพม\.|สสจ\.|สสอ\.)[^\d]"
)
_PART_OR_BODY = regex(r"(?:กองทัพ|กองบัญชาการ|กองทุน|ศูนย์|โรงเรียน|สภา|มูลนิธิ|หน่วย|ราชบัณฑิตย|สำนัก|กอง)[^\d]")
_DECORATION = regex(r"^[^ก-๙A-Za-z(]+|[^ก-๙A-Za-z0-9).ฯ]+$")
_COPYRIGHT = regex(r"(?:ลิขสิทธิ์|©|copyright)[^ก-๙]*(?:\d{4}\s*)?(?:โดย|ของ|by)?\s*([ก-๙][^|©]{4,80})", re.IGNORECASE)
_ADDRESS = regex(r"\s(?:เลขที่|ถนน|ถ\.|หมู่|ม\.|ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.|แขวง|เขต|โทร|\d)")
_LONGEST = 100  # letters of a name; a longer text is a sentence
_FIRST_LINKS, _FIRST_HEADINGS = 4, 10
_PROVINCE_NAME = regex(r"^จังหวัด[ก-๙]{2,20}$")
_GREETING = regex(r"^(ยินดีต้อนรับ\S*|หน้าแรก|หน้าหลัก|home|welcome(\s+to)?|เว็บไซต์|สู่เว็บไซต์)\s*[:|\-–—]?\s*", re.IGNORECASE)
_LEAST_NAME = 4
_CUT = regex(r"\s+[|\-–—:»]\s+|\s*\|\s*")


def describe_agency(
    url: str,
    hosts: Sequence[str],
    home_title: str | None,
    home_headings: Sequence[str],
    given: AgencyKind | None,
    *,
    links: Sequence[str] = (),
    footer: Sequence[str] = (),
) -> Agency:
    """Name the agency from its home page's title, headings, first links and footer; guess its kind unless given."""
    name = agency_name(home_title, home_headings, links, footer)
    if given is not None:
        return Agency(name, url, tuple(hosts), given, "given")
    for text in (name, home_title, *home_headings[:6]):
        guess = _guess(text) if text else None
        if guess is not None:
            return Agency(name, url, tuple(hosts), guess[0], guess[1])
    return Agency(name, url, tuple(hosts))


def agency_name(
    title: str | None, headings: Sequence[str], links: Sequence[str] = (), footer: Sequence[str] = ()
) -> str | None:
    """The agency's name as its home page gives it, without greetings and decoration; None if it has none."""
    of_title = _parts(title)
    of_links = [part for text in links[:_FIRST_LINKS] for part in _parts(text)]
    of_headings = [part for text in headings[:_FIRST_HEADINGS] for part in _parts(text)]
    of_footer = [part for text in footer for part in _parts(_named_in_footer(text))]
    for begins, parts in (
        (_BODY, of_title),
        (_PART_OR_BODY, of_title),
        (_BODY, of_links),
        (_BODY, of_headings),
        (_BODY, of_footer),
    ):
        named = next((part for part in parts if begins.match(part) and len(part) <= _LONGEST), None)
        if named is not None:
            return named
    return next(iter(of_title), None)


def _named_in_footer(text: str) -> str | None:
    """Who claims the copyright, or whose address a line gives, without the address."""
    claimed = _COPYRIGHT.search(text)
    named = claimed[1] if claimed is not None else text
    address = _ADDRESS.search(named)
    return named[: address.start()] if address is not None else claimed and named


def _parts(text: str | None) -> list[str]:
    """The parts of a text that may be a name: at least four letters, with Thai or of the text's only one."""
    found = []
    for part in _CUT.split(squeeze(text or "")):
        name = _DECORATION.sub("", part)
        while (shorter := _DECORATION.sub("", _GREETING.sub("", name))) != name:
            name = shorter
        if len(name) >= _LEAST_NAME:
            found.append(name)
    return [name for name in found if re.search(r"[ก-ฮ]", name)] or found


# A local agency's kind in full and in the short forms that stand in its titles.
_SHORT_FORMS = {
    "องค์การบริหารส่วนตำบล": ("องค์การบริหารส่วนตำบล", "อบต.", "อบต"),
    "องค์การบริหารส่วนจังหวัด": ("องค์การบริหารส่วนจังหวัด", "อบจ.", "อบจ"),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต.", "เทศบาล"),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม.", "เทศบาล"),
    "เทศบาลนคร": ("เทศบาลนคร", "ทน.", "เทศบาล"),
    "อบต.": ("องค์การบริหารส่วนตำบล", "อบต.", "อบต"),
    "อบจ.": ("องค์การบริหารส่วนจังหวัด", "อบจ.", "อบจ"),
    "โรงพยาบาล": ("โรงพยาบาล", "รพ."),
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา": ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษา", "สพป."),
    "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา": ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา", "สพม."),
}


def own_names(name: str | None) -> tuple[str, ...]:
    """The spellings under which an agency names itself in titles, ของ before them included.

    >>> own_names("อบต.ตัวอย่าง")[:2]
    ('ขององค์การบริหารส่วนตำบลตัวอย่าง', 'องค์การบริหารส่วนตำบลตัวอย่าง')
    """
    if not name:
        return ()
    kind = next((kind for kind in _SHORT_FORMS if name.startswith(kind)), None)
    place = name.removeprefix(kind).strip().split(" ")[0] if kind else ""
    names = [f"{form}{place}" for form in _SHORT_FORMS[kind]] if kind and place else [name]
    return tuple(spelling for full in names for spelling in (f"ของ{full}", full))


def _guess(text: str) -> tuple[AgencyKind, str] | None:
    folded = fold(text)
    for kind, words in _KINDS:
        word = next((word for word in words if fold(word) in folded), None)
        if word is not None:
            return kind, squeeze(text)
    if _NATIONAL_BODY.match(squeeze(text)):
        return AgencyKind.STATE_ENTERPRISE, squeeze(text)
    return (AgencyKind.PROVINCE, squeeze(text)) if _PROVINCE_NAME.match(squeeze(text)) else None
