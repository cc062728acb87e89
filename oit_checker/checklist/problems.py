"""What is well-formed in a checklist and still cannot be meant, each with the place and the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from oit_checker.checklist.parameters import wrong_parameters
from oit_checker.checklist.places import Loc, place_of
from oit_checker.checklist.shape import NO_SOURCES
from oit_checker.checks import CHECKS
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import Checklist, Component, Item, Keywords, Way
from oit_checker.model.year import FIRST_BE, FiscalYear
from oit_checker.thai.text import fold

SHORTEST_STRONG = 5
"""Folded characters: a shorter word stands in too many others to speak for an item alone."""


@dataclass(frozen=True, slots=True)
class _Problem:
    loc: Loc
    problem: str
    remedy: str


def refuse_contradictions(checklist: Checklist, path: str) -> None:
    """Raise ChecklistError for the first thing that is well-formed and still cannot be meant."""
    found = next(_contradictions(checklist), None)
    if found is not None:
        raw = {"items": [{"code": item.code} for item in checklist.items]}
        raise ChecklistError(found.problem, path=path, where=place_of(found.loc, raw), remedy=found.remedy)


def _contradictions(checklist: Checklist) -> Iterator[_Problem]:
    yield from _years(checklist)
    yield from _groups(checklist)
    yield from _twice([item.code for item in checklist.items], ("items",), "code")
    for number, item in enumerate(checklist.items):
        here = ("items", number)
        yield from _item(item, here, checklist)
        yield from _words(item.keywords, (*here, "keywords"))
        yield from _combinations(item.keywords, (*here, "keywords"))
        yield from _twice([part.id for part in item.components], (*here, "components"), "id")
        for at, component in enumerate(item.components):
            yield from _component(component, (*here, "components", at), checklist)


def _years(checklist: Checklist) -> Iterator[_Problem]:
    try:
        FiscalYear(checklist.fiscal_year)
    except ValueError as error:
        yield _Problem(("fiscal_year",), f"{checklist.fiscal_year} ไม่ใช่ปีพุทธศักราช ({error})", "ระบุปี พ.ศ. เช่น 2569")
    days = []
    for name in ("fiscal_year_start", "fiscal_year_end"):
        written: str = getattr(checklist, name)
        try:
            days.append(date.fromisoformat(written))
        except ValueError:
            yield _Problem((name,), f"{written!r} ไม่ใช่วันที่", 'เขียนปี เดือน วัน: "2025-10-01"')
            continue
        if days[-1].year >= FIRST_BE:
            remedy = f'เขียนเป็น ค.ศ.: "{days[-1].year - 543}{written[4:]}"'
            yield _Problem((name,), f"{written} เป็นวันที่ พ.ศ.", remedy)
    if len(days) == 2 and days[0] >= days[1]:
        yield _Problem(("fiscal_year_end",), "วันสิ้นปีอยู่ก่อนวันเริ่มปี", "ตรวจทั้งสองวัน")


def _groups(checklist: Checklist) -> Iterator[_Problem]:
    known = {sub.code for sub in checklist.sub_indicators}
    for number, indicator in enumerate(checklist.indicators):
        for at, code in enumerate(indicator.sub_indicators):
            if code not in known:
                yield _unknown(("indicators", number, "sub_indicators", at), "ตัวชี้วัดย่อย", code, known)


def _item(item: Item, here: Loc, checklist: Checklist) -> Iterator[_Problem]:
    if not item.sources:
        yield _Problem(here, *NO_SOURCES)
    yield from _sources(item.sources, (*here, "sources"), checklist)
    ids = {part.id for part in item.components}
    for number, part in enumerate(item.components):
        if part.in_same is not None and part.in_same not in ids - {part.id}:
            yield _unknown(
                (*here, "components", number, "in_same"), "องค์ประกอบของข้อเดียวกัน", part.in_same, ids - {part.id}
            )
    known = {sub.code for sub in checklist.sub_indicators}
    if item.sub_indicator not in known:
        yield _unknown((*here, "sub_indicator"), "ตัวชี้วัดย่อย", item.sub_indicator, known)


def _sources(named: Iterable[str], here: Loc, checklist: Checklist) -> Iterator[_Problem]:
    for number, source in enumerate(named):
        if source not in checklist.source_registry:
            more = "หรือเพิ่มไว้ใน source_registry"
            yield _unknown((*here, number), "แหล่งที่มา", source, checklist.source_registry, more)


def _words(keywords: Keywords, here: Loc) -> Iterator[_Problem]:
    negative = set(keywords.negative)
    for number, phrase in enumerate(keywords.strong):
        if phrase in negative:
            remedy = "ตัดออกจากที่หนึ่ง"
            yield _Problem((*here, "strong", number), f"{phrase!r} อยู่ทั้งใน strong และ negative", remedy)
        if len(fold(phrase)) < SHORTEST_STRONG:
            remedy = "ย้ายไปเป็นคำประกอบ (weak) หรือระบุคำเต็ม"
            yield _Problem((*here, "strong", number), f"{phrase!r} สั้นเกินกว่าจะชี้ข้อได้ด้วยคำเดียว", remedy)


def _combinations(keywords: Keywords, here: Loc) -> Iterator[_Problem]:
    for number, combination in enumerate(keywords.combined):
        if len(combination.words) == 1 and not combination.whole:
            remedy = "เพิ่มกลุ่มคำที่สอง หรือ `whole: true` หากคำนี้ชี้ข้อได้ด้วยตัวเอง ให้ย้ายไปเป็น strong"
            yield _Problem((*here, "combined", number), "มีกลุ่มคำเพียงกลุ่มเดียว ยังไม่เป็นคำผสม", remedy)


def _component(component: Component, here: Loc, checklist: Checklist) -> Iterator[_Problem]:
    if "." in component.id:
        remedy = f"เขียนเพียง {component.id.rpartition('.')[2]} โปรแกรมเติมรหัสข้อให้เอง"
        yield _Problem((*here, "id"), f"{component.id!r} มีรหัสข้อซ้ำ", remedy)
    yield from _way(component, here)
    for number, way in enumerate(component.or_):
        yield from _way(way, (*here, "or", number))
    yield from _sources(component.sources, (*here, "sources"), checklist)


def _way(way: Component | Way, here: Loc) -> Iterator[_Problem]:
    """What is wrong with a check, its parameters and its words."""
    if way.check not in CHECKS:
        yield _unknown((*here, "check"), "วิธีตรวจ", way.check, CHECKS)
        return
    for name, problem, remedy in wrong_parameters(way.check, way.with_):
        yield _Problem((*here, "with", *([name] if name else [])), problem, remedy)
    if way.check == "keywords" and not way.keywords:
        yield _Problem(here, "ยังไม่ได้ระบุคำที่ใช้หา (keywords)", "ระบุคำที่แสดงองค์ประกอบนี้ หรือใช้วิธีตรวจอื่น")


def _twice(names: list[str], here: Loc, field: str) -> Iterator[_Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            second = [number for number, one in enumerate(names) if one == name][1]
            yield _Problem((*here, second, field), f"{name} มีซ้ำ {count} ครั้ง", f"ใช้ {field} ไม่ให้ซ้ำกัน")


def _unknown(loc: Loc, what: str, name: str, known: Iterable[str], more: str = "") -> _Problem:
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    remedy = f"หมายถึง {near[0]} ใช่หรือไม่" if near else f"ที่มี: {', '.join(names)}"
    return _Problem(loc, f"ไม่มี{what} {name!r}", f"{remedy} {more}".strip())
