"""A heading names the thing and a text or list under it tells it; else the component's keywords.

headings       words of which one stands in the heading
not_headings   words of headings that name more than this thing: the item's own title on a page
               (โครงสร้าง หน้าที่และอำนาจ) says nothing of what stands under it
min_letters    how much must stand under the heading (default 60 letters)
lists          a list of three or more there tells it, however short, unless it names units, persons, laws or addresses
min_count      how many keywords must stand there where no heading helps (default 1)
holding        words of which one must stand under the heading; then the next such heading ends what stands under it
min_sections   under how many headings it must be told (default 1)

A sentence that only names the law in which it is told, with a link to that law, tells nothing.

FOUND       อำนาจหน้าที่ของเทศบาล / (1) รักษาความสะอาดของถนน (2) …
NOT FOUND   โครงสร้าง หน้าที่และอำนาจ / กองคลัง กองช่าง
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.names_a_law import only_names_a_law
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.page import PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

HEADING_LETTERS = 70  # a longer line is no heading, unless it is marked as one
_PART = regex(rf"^(?:{fold('ส่วนที่')}|{fold('ตอนที่')}|{fold('บทที่')}|{fold('หมวด')}|{fold('ข้อ')})?[\s\d.)]*")
_LEAST_LISTED = 3
_SHORTEST = 10  # folded letters of a duty
_NO_DUTY = regex(
    fold(
        r"^(?:กอง|สำนัก|ฝ่าย|งาน|ส่วน|ศูนย์|กลุ่ม|หน่วย|แผนก|คณะ|ภาค|โรงเรียน|โรงพยาบาล|นาย|นาง|ดร\.|ผู้อำนวยการ|หัวหน้า|รอง|โทร|อีเมล|ที่อยู่|เลขที่|พระราช|พ\.ร\.บ|กฎ|ระเบียบ|ประกาศ|คำสั่ง|ดาวน์โหลด|เอกสาร)|[\d@]"
    )
)
_NOT_YET = tuple(map(fold, ("อยู่ระหว่าง", "กำลังปรับปรุง", "กำลังจัดทำ", "รอข้อมูล", "ไม่มีข้อมูล", "coming soon")))


def told_under(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    headings: Sequence[str] = (),
    not_headings: Sequence[str] = (),
    min_letters: int = 60,
    lists: bool = False,
    min_count: int = 1,
    holding: Sequence[str] = (),
    min_sections: int = 1,
) -> Observation:
    """Look under the headings, then for the keywords."""
    place = best_place(component, matter, min_count)
    if place is not None and _is_told_beside_laws(component, matter, min_count):
        return found(place.snippet, place.place)
    passages = matter.page.passages
    named = list(_named(passages, headings, not_headings)) if matter.holds(headings) else []
    held = [fold(word) for word in holding]
    sections, law = 0, None
    for number, after in pairwise([*named, len(passages)]):
        lines = list(_under(passages[number + 1 : after if held else len(passages)], matter))
        under = " ".join(lines)
        told = fold(under)
        is_long = len(told) >= min_letters or (lists and _is_list(lines))
        is_told = is_long and not any(word in told for word in _NOT_YET)
        if not is_told or (held and not any(word in told for word in held)):
            continue
        if not held and only_names_a_law(under):
            law = squeeze(under)
            continue
        sections += 1
        if sections >= min_sections:
            return found(f"{squeeze(passages[number].text)}: {squeeze(under)[:100]}…", "ใต้หัวข้อ")
    return absent(f"ใต้หัวข้อมีเพียงชื่อกฎหมาย ไม่มีคำอธิบาย: “{law[:100]}”" if law is not None else None)


def _is_list(lines: Sequence[str]) -> bool:
    """Whether lines under a heading list at once what is told there, and not units, persons or ways to reach them."""
    first = [_PART.sub("", fold(line)) for line in lines[:_LEAST_LISTED]]
    return len(first) == _LEAST_LISTED and not any(len(line) < _SHORTEST or _NO_DUTY.search(line) for line in first)


def _is_told_beside_laws(component: Component, matter: Matter, min_count: int) -> bool:
    """Whether the keywords stand elsewhere than in lines that only name a law: มีหน้าที่และอำนาจตามที่กฎหมายกำหนด."""
    passages = matter.page.passages
    telling = tuple(one for one in passages if one.is_heading or not only_names_a_law(one.text))
    if len(telling) == len(passages):
        return True
    return best_place(component, matter.of(replace(matter.page, passages=telling)), min_count) is not None


def _named(passages: Sequence[Passage], headings: Sequence[str], not_headings: Sequence[str]) -> Iterator[int]:
    """The places of the passages that are, or begin with, one of the headings."""
    names, others = tuple(map(fold, headings)), tuple(map(fold, not_headings))
    for place, passage in enumerate(passages):
        folded = fold(passage.text)
        if any(word in folded for word in others):
            continue
        if passage.is_heading:
            is_named = any(word in folded for word in names)
        else:
            is_named = len(folded) <= HEADING_LETTERS and _PART.sub("", folded).startswith(names)
        if is_named:
            yield place


def _under(following: Sequence[Passage], matter: Matter) -> Iterator[str]:
    """What stands under a heading: to the next one on a web page, to the end of the page of a PDF."""
    announced = {chunk.text for chunk in matter.chunks if chunk.is_claim}
    page_no = following[0].page_no if following else None
    for passage in takewhile(lambda one: not one.is_heading and one.page_no == page_no, following):
        if matter.page.kind is not PageKind.HTML or squeeze(passage.text) not in announced:
            yield passage.text
