"""Who of the persons that a page names can be reached: each with a number, address or chat of their own.

A person is told where a line or cell begins with a name; what follows up to the next name is theirs (or what stands
before it, where cards end with the name). A table gives each its row; where a row holds several names, its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_checker.checks.matter import Matter
from oit_checker.checks.numbers import reaches
from oit_checker.checks.observation import Observation, absent
from oit_checker.checks.person_names import NAME
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

_LONGEST_LINE = 160  # letters; a longer one that begins with a name is a sentence of the news
_A_PAIR = 2
_LEAD = regex(r"[\s\d.)(•\-–:]*(?:ชื่อ[^\s:]{0,12}[\s:]*|(?:โดย\s*)?)")
_POST_LEAD = regex(r"(?:ตำแหน่ง|รอง|ผู้|อธิ|เลขา|นายก|ปลัด|ผอ\.|คณบดี|หัวหน้า|ประธาน)[^\d]{0,60}")
_NEWS = regex(r"เป็นประธาน|ลงพื้นที่|มอบหมาย|พร้อม(?:ด้วย|คณะ)|ร่วม(?:กิจกรรม|ประชุม|พิธี|งาน|กับ)|ตรวจเยี่ยม|ให้การต้อนรับ")
_EXECUTIVE = regex(
    r"รอง(?!ศาสตรา)|นายก(?!สมาคม|สโมสร)|ปลัด|อธิบดี|อธิการ|เลขาธิการ|คณบดี|ผู้ว่า|นายอำเภอ|ผู้บังคับการ|ผู้กำกับ|ผู้บัญชาการ|เจ้ากรม|ผู้จัดการ"
    r"|ผู้อำนวยการ(?!\s?(?:กอง|กลุ่ม|ส่วน|ฝ่าย|ศูนย์|สำนัก))|Director|Governor|Rector|Deputy|Mayor"
)
_NO_EXECUTIVE = regex(r"(?:เลขานุการ|ที่ปรึกษา|สมาชิก|ประธานสภา|รองประธานสภา|เลขา)(?!ธิการ)")
_POST = regex(rf"ตำแหน่ง|ผู้อำนวยการ|หัวหน้า|{_EXECUTIVE.pattern}|{_NO_EXECUTIVE.pattern}")
_EXTENSION = regex(r"(?:ต่อ|ภายใน|\bext\.?)\s*[:.]?\s*\d{2,6}", re.IGNORECASE)
_CHAT = regex(r"(?<![a-z])(?:line|facebook|fb)(?![a-z])|(?<!ออน)ไลน์|เฟ[ซส]บุ๊?[กค]", re.IGNORECASE)
_BARE = regex(r"\s*(?:✉|ส่ง)?\s*(?:อี-?เมล|e-?mail)\s*", re.IGNORECASE)  # a link that writes, whose words say no address
_WAY = regex(r"โทร|ต่อ$|เบอร์|ภายใน|phone|^tel|มือถือ|ติดต่อ|mail|เมล|line|ไลน์|facebook", re.IGNORECASE)
_FOR_ALL = regex(r"หน้าห้อง|ติดต่อผ่าน|ผ่านทาง|กลาง|ทุกท่าน|ติดต่อ(?:คณะ)?ผู้บริหาร|ประชาสัมพันธ์")


@dataclass(frozen=True, slots=True)
class Person:
    """One naming of a person: how it stands there (as which heading, in a table), and whether a way is told with it.

    may_be_anothers: that way may be the office's, which stands below the last card or above the first.
    """

    name: str
    shown: str
    kind: str
    is_executive: bool
    is_reached: bool
    may_be_anothers: bool = False


def unless_unreached(seen: Observation, matter: Matter) -> Observation:
    """What a way to reach somebody is worth, where several persons are named and not each of them has one."""
    people = _people(matter)
    reached = tuple({person.name for person in people if person.is_reached})
    left = [person for person in people if person.is_executive and not _is_one_of(person.name, reached)]
    if matter.by_ocr or not left or len({person.name for person in people}) < 2:
        return seen
    names = " · ".join({person.name: person.shown for person in left}.values())
    kinds = {person.kind for person in people if person.is_reached and not person.may_be_anothers}
    is_clear = matter.page.kind is not PageKind.PDF and all(person.kind in kinds for person in left)
    if is_clear and not _serves_all(matter):
        return absent(f"ไม่พบช่องทางติดต่อของ: {names}")
    note = f"มีช่องทางติดต่อ แต่ไม่แน่ชัดว่าเป็นของทุกคน โปรดเปิดดูว่ามีของ: {names}"
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, note)


def executives(matter: Matter) -> tuple[str, ...]:
    """The executives whom a page names in words, each once."""
    named: list[str] = []
    for person in _people(matter):
        if person.is_executive and not _is_one_of(person.name, named):
            named.append(person.name)
    return tuple(named)


def _people(matter: Matter) -> list[Person]:
    shown = matter.in_plain_sight or matter
    return [*_in_lines(shown), *(person for table in shown.tables for person in _in_table(table))]


def _is_one_of(name: str, others: Sequence[str]) -> bool:
    """Whether a name is among others, to which the post may run on: อรุณี ชัยมงคลรองอธิบดี."""
    return name.startswith(tuple(others)) or any(other.startswith(name) for other in others)


def _serves_all(matter: Matter) -> bool:
    """Whether one number is said to serve all of them."""
    return any(_FOR_ALL.search(line.text) and _tells_a_way(line.text) for line in matter.lines)


def _in_lines(matter: Matter) -> Iterator[Person]:
    lines = matter.lines
    ranks = {passage.text: f"h{passage.rank}{passage.is_heading}" for passage in matter.page.passages}
    starts = [(number, name) for number, line in enumerate(lines) if (name := _name_of(line.text)) is not None]
    if not starts:
        return
    ends = [*(number for number, _ in starts[1:]), len(lines)]
    texts = [[line.text for line in lines[start:end]] for (start, _), end in zip(starts, ends, strict=True)]
    befores = [0, *(number + 1 for number, _ in starts)]
    leads = [[line.text for line in lines[at : start + 1]] for at, (start, _) in zip(befores, starts, strict=False)]
    after, before = ([_is_reached(theirs) for theirs in of] for of in (texts, leads))
    is_above = all(before) and len(starts) > _A_PAIR
    is_unclear = all(before) and not is_above  # the first number may be of the office, or of the first of the two
    for at, (number, name) in enumerate(starts):
        above = [line.text for line in lines[:number]][-1:]
        around = texts[at] if any(map(_POST.search, texts[at])) else above
        may_be_anothers = is_unclear or (not is_above and at == len(starts) - 1)
        reached = (before if is_above else after)[at]
        yield Person(*name, ranks.get(lines[number].text, ""), _is_executive(around), reached, may_be_anothers)


def _in_table(table: Table) -> Iterator[Person]:
    rows = [row for row in (table.header, *table.rows) if any(row)]
    named = [[(at, name) for at, cell in enumerate(row) if (name := _name_of(cell)) is not None] for row in rows]
    ways = [at for at, head in enumerate(table.header) if _WAY.search(head.strip())]
    for number, names in enumerate(named):
        end = next((later for later in range(number + 1, len(rows)) if named[later]), len(rows))
        for at, name in names:
            if len(names) > 1:
                texts = [row[at] for row in rows[number:end] if at < len(row)]
            else:
                texts = [cell for row in rows[number:end] for cell in row]
            told = any(at < len(rows[number]) and re.search(r"[^\W_]", rows[number][at]) for at in ways)
            yield Person(*name, "table", _is_executive(texts), _is_reached(texts) or (told and len(names) == 1))


def _name_of(text: str) -> tuple[str, str] | None:
    """The name, bare and as written, of a person with which, or with whose post, a line or a cell begins."""
    if len(text) > _LONGEST_LINE or _NEWS.search(text):
        return None
    seen = NAME.search(text)
    if seen is None:
        return None
    lead = text[: seen.start()]
    is_start = _LEAD.fullmatch(lead) or _POST_LEAD.fullmatch(lead.strip())
    return ("".join((seen["name"] or seen["latin"]).split()), seen[0]) if is_start else None


def _is_executive(texts: Sequence[str]) -> bool:
    posts = [text for text in texts if _NO_EXECUTIVE.search(text) is None]
    return any(_EXECUTIVE.search(text) for text in posts)


def _is_reached(texts: Sequence[str]) -> bool:
    return any(_tells_a_way(text) or _BARE.fullmatch(text) for text in texts)


def _tells_a_way(text: str) -> bool:
    return reaches(text) or _EXTENSION.search(arabic_digits(text)) is not None or _CHAT.search(text) is not None
