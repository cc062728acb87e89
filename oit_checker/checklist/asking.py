"""Which item an officer means: by its code in any spelling, or by words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.checklist.loading import available, load_checklist
from oit_checker.checks import CHECKS
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import Checklist, Item
from oit_checker.patterns import regex
from oit_checker.thai.text import fold
from oit_checker.thai.words import similar

_CODE = regex(r"(?:ข้อ(?:ที่)?)?(?P<prefix>moit|oit|eb|o|m|e|โอ|0)?[-_.]?(?P<number>\d{1,2})")
_PREFIXES = {None: "O", "โอ": "O", "0": "O", "oit": "O", "m": "MOIT", "e": "EB"}
_NEAR = 0.5
_MOST_NEAR = 3
_HOW_TO_ASK = "ระบุรหัสข้อ เช่น O25 หรือคำในชื่อข้อ เช่น จัดซื้อจัดจ้าง"


def code_of(typed: str) -> str | None:
    """The code that was typed: 25, o25, O๒๕, โอ 25, ข้อ 25; None where it is no code.

    >>> code_of("โอ ๒๕"), code_of("จัดซื้อจัดจ้าง")
    ('O25', None)
    """
    found = _CODE.fullmatch(re.sub(r"\s+", "", fold(typed)))
    if found is None:
        return None
    prefix = found["prefix"]
    return f"{_PREFIXES.get(prefix) or (prefix or '').upper()}{int(found['number'])}"


def items_for(checklist: Checklist, typed: str) -> tuple[Item, ...]:
    """The items that were asked for: one by its code, or all whose title or clear words hold what was typed.

    Raises ChecklistError where there is none; it tells which other year has such a code, or what comes near.
    """
    code = code_of(typed)
    if code is not None:
        item = checklist.item(code)
        if item is not None:
            return (item,)
        raise ChecklistError(
            f"แบบวัด {checklist.id} ไม่มีข้อ {code}", remedy="\n".join(_elsewhere(checklist, code)) or _span(checklist)
        )
    wanted = fold(typed)
    named = tuple(item for item in checklist.items if wanted and any(wanted in fold(words) for words in _names(item)))
    if named:
        return named
    if not wanted:
        raise ChecklistError("ยังไม่ได้ระบุข้อที่ต้องการดู", remedy=f"{_HOW_TO_ASK}\nตัวอย่าง: oit-checker explain O25")
    raise ChecklistError(f"ไม่มีข้อหรือวิธีตรวจชื่อ “{typed}”", remedy=_near(checklist, typed))


def _names(item: Item) -> tuple[str, ...]:
    return tuple(name for name in (item.title_th, item.title_as_published, *item.keywords.strong) if name)


def _span(checklist: Checklist) -> str:
    return f"มีข้อ {checklist.items[0].code} ถึง {checklist.items[-1].code} เลือกปีอื่นได้ด้วย --year"


def _elsewhere(checklist: Checklist, code: str) -> Iterator[str]:
    """The code in the lists of other years, and the item of the same topic in this one: years number differently."""
    for name in available():
        other = load_checklist(name)
        item = other.item(code) if other.id != checklist.id else None
        if item is None:
            continue
        yield f"{code} ของปี {other.fiscal_year} คือ “{item.title_th}” ดูได้ด้วย --year {other.fiscal_year}"
        same = [known for known in checklist.items if set(known.topics) & set(item.topics)]
        for known in same:
            yield f"เรื่องเดียวกันในปี {checklist.fiscal_year} คือ {known.code} “{known.title_th}”"
    yield _span(checklist)


def _near(checklist: Checklist, typed: str) -> str:
    likeness = {item.code: max(similar(typed, name) for name in _names(item)) for item in checklist.items}
    best = sorted(checklist.items, key=lambda item: -likeness[item.code])[:_MOST_NEAR]
    near = [f"{item.code} {item.title_th}" for item in best if likeness[item.code] >= _NEAR]
    checks = [name for name in CHECKS if similar(typed, name) >= _NEAR]
    meant = f"ใกล้เคียง: {' · '.join((*near, *checks))}\n" if near or checks else ""
    return f"{meant}{_HOW_TO_ASK}"
