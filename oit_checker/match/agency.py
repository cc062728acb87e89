"""Whose site it is, and of which kind: some items ask more of a municipality or a province."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.model.site import Agency, AgencyKind
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
_PROVINCE_NAME = re.compile(r"^จังหวัด[ก-๙]{2,20}$")
_GREETING = re.compile(
    r"^(ยินดีต้อนรับ\S*|หน้าแรก|หน้าหลัก|home|welcome(\s+to)?|เว็บไซต์|สู่เว็บไซต์)\s*[:|\-–—]?\s*", re.IGNORECASE
)
_CUT = re.compile(r"\s+[|\-–—:»]\s+|\s*\|\s*")


def describe_agency(
    url: str, hosts: Sequence[str], home_title: str | None, home_headings: Sequence[str], given: AgencyKind | None
) -> Agency:
    """Name the agency from its home page's title and headings, and guess its kind unless it is given."""
    name = agency_name(home_title, home_headings)
    if given is not None:
        return Agency(name, url, tuple(hosts), given, "given")
    for text in (name, home_title, *home_headings[:6]):
        guess = _guess(text) if text else None
        if guess is not None:
            return Agency(name, url, tuple(hosts), guess[0], guess[1])
    return Agency(name, url, tuple(hosts))


def agency_name(title: str | None, headings: Sequence[str]) -> str | None:
    """The agency's name as its home page gives it: the title without greetings and menu words."""
    for text in (title, *headings[:3]):
        for part in _CUT.split(squeeze(text or "")):
            name = part
            while (shorter := _GREETING.sub("", name).strip()) != name:
                name = shorter
            if len(name) >= 4 and re.search(r"[ก-ฮ]", name):
                return name
    return squeeze(title) if title else None


# A local agency's kind in full and in the short forms that stand in its titles.
_SHORT_FORMS = {
    "องค์การบริหารส่วนตำบล": ("องค์การบริหารส่วนตำบล", "อบต.", "อบต"),
    "องค์การบริหารส่วนจังหวัด": ("องค์การบริหารส่วนจังหวัด", "อบจ.", "อบจ"),
    "เทศบาลตำบล": ("เทศบาลตำบล", "ทต.", "เทศบาล"),
    "เทศบาลเมือง": ("เทศบาลเมือง", "ทม.", "เทศบาล"),
    "เทศบาลนคร": ("เทศบาลนคร", "ทน.", "เทศบาล"),
    "อบต.": ("องค์การบริหารส่วนตำบล", "อบต.", "อบต"),
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
    return (AgencyKind.PROVINCE, squeeze(text)) if _PROVINCE_NAME.match(squeeze(text)) else None
