"""A way to reach an agency or a person: telephone, e-mail, postal address, or any of these.

A number after โทรสาร or Fax reaches a machine, and is no telephone; โทรศัพท์/โทรสาร names both.
phone, email, address and any_contact take no parameters; the component's own
keywords (LINE, สายตรงผู้บริหาร) count for any_contact as well. Where it is asked of persons, each executive whom the
page names needs one beside the name, unless it is not clear whose it is; an extension (เบอร์ภายใน 1001) reaches one.

FOUND       โทรศัพท์ 0 2123 4567 · saraban@example.go.th · ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10110
NOT FOUND   a text that can be read and holds no number, e-mail or address · โทรสาร 0 2123 4568 · a name with a district
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.numbers import EMAIL, PHONE, is_no_telephone
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.reached import unless_unreached
from oit_checker.model.checklist import Component
from oit_checker.model.labels import EMPTY_COLUMN, EMPTY_FIELD
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

_DISTRICT = r"(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.|กรุงเทพ)"
# Two levels of district alone are how agencies are named (อบต.ตัวอย่าง อำเภอเมือง): before them an address has more.
_STREET = r"(?:\d|หมู่|ถนน|ถ\.|ซอย|อาคาร|ศาลากลาง|ที่ว่าการ|ที่อยู่|ที่ตั้ง|ตั้งอยู่)"
_ADDRESS = regex(
    rf"{_DISTRICT}.{{0,80}}?(?<!\d)[1-9]\d{{4}}(?!\d)|{_STREET}.{{0,60}}?{_DISTRICT}\s?[ก-ฮเ-ไ].{{1,40}}?{_DISTRICT}",
    re.DOTALL,
)


# A label of a form that nobody has filled in: โทรศัพท์ :
_LEFT_BLANK = regex(
    r"((?:หมายเลข|เบอร์)?\s*(?:โทรศัพท์|โทร|มือถือ|ติดต่อ|อีเมล์?|e-?mail|line(?:\s*id)?)(?:มือถือ|ติดต่อ|เคลื่อนที่)?\.?)\s*:[\s.…_]*",
    re.IGNORECASE,
)


# An extension of the central number, by its name; "ภายใน 2569" is a year.
_EXTENSION = regex(
    r"(?:(?:เบอร์|หมายเลข|โทรศัพท์|โทร\.?|สาย)\s?(?:โทร\.?\s?|ต่อ\s?)?(?:ภายใน|ต่อ)|\bext\.?)\s*[:.]?\s*\d{3,5}(?!\d)",
    re.IGNORECASE,
)


def phone(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a Thai telephone number that is not a fax."""
    return _search(PHONE, matter, ("0", "1"), unless=is_no_telephone) or absent()


def email(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for an e-mail address, in text or as a mailto link."""
    seen = _search(EMAIL, matter, ("@", "[", "("))
    if seen is None:
        mail = next((link.href for link in matter.page.links if link.href.lower().startswith("mailto:")), None)
        seen = found(mail, "ลิงก์อีเมล") if mail else None
    return seen or absent()


def address(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a postal address: a district and a postal code, or two levels of district behind a place in them."""
    return _search(_ADDRESS, matter) or absent()


def any_contact(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for a telephone number or an e-mail address, else for the component's keywords."""
    for check in (phone, email):
        seen = check(component, matter, wanted)
        if seen.snippet:
            return unless_unreached(seen, matter) if component.beside_names else seen
    inside = _search(_EXTENSION, matter, ("ภายใน", "ต่อ", "ext", "Ext", "EXT")) if component.beside_names else None
    if inside is not None:
        return unless_unreached(inside, matter)
    place = best_place(component, matter)
    return found(place.snippet, place.place) if place is not None else absent(_left_blank(matter))


def _left_blank(matter: Matter) -> str | None:
    """What to say where a way is asked for, by its label or in a column, and nobody has filled it in."""
    labels = (seen[1] for line in matter.lines if (seen := _LEFT_BLANK.fullmatch(line.text.strip())))
    if (label := next(labels, None)) is not None:
        return f"มีช่อง “{label}” {EMPTY_FIELD}"
    heads = (head for head in matter.empty_headings if _LEFT_BLANK.fullmatch(f"{head.strip()}:"))
    head = next(heads, None)
    return f"มีคอลัมน์ “{head}” {EMPTY_COLUMN}" if head is not None else None


def _search(
    pattern: re.Pattern[str],
    matter: Matter,
    signs: Sequence[str] = ("",),
    unless: Callable[[str, int, int], bool] | None = None,
) -> Observation | None:
    """The first place of a pattern; a text without any of its signs cannot match, and is not searched."""
    for chunk in matter.chunks:
        text = arabic_digits(chunk.text)
        if not any(map(text.__contains__, signs)):
            continue
        spans = (one for one in pattern.finditer(text) if unless is None or not unless(text, *one.span()))
        if (seen := next(spans, None)) is not None:
            place = matter.quote(chunk, seen.start(), seen.end())
            return found(place.snippet, place.place)
    return None
