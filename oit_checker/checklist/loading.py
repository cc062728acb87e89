"""Checklist files → `Checklist`: parsed, years filled in, checked, component ids made whole, other lists added."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from oit_checker.checklist.other_lists import OTHER_LISTS, list_of, lists_of
from oit_checker.checklist.plain import SHIPPED, read_plain, shipped
from oit_checker.checklist.problems import refuse_contradictions
from oit_checker.checklist.shape import refuse_shape
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import Checklist, OtherList


def available() -> list[str]:
    """Return the ids of the checklists that ship with the tool, in order."""
    names = (entry.name for entry in SHIPPED.iterdir())
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and name != OTHER_LISTS)


def load_checklist(id_or_path: str | Path) -> Checklist:
    """Return a shipped checklist by its id, or one of your own by its path.

    Component ids come out whole (O1.chart), {year} and {previous} as figures,
    and with the lists of the other years and instruments. Shipped ones are
    read once a process. Raises ChecklistError, with place and remedy, for a
    file that is absent or cannot be used.
    """
    name = str(id_or_path)
    return _shipped(name) if name in available() else build(*text_of(id_or_path))


def checklist_for_year(year: int) -> Checklist:
    """Return the NACC's checklist for a Buddhist-era fiscal year; raises ChecklistError where none ships."""
    name = f"nacc-{year}"
    if name in available():
        return load_checklist(name)
    known = [int(shipped.removeprefix("nacc-")) for shipped in available() if shipped.startswith("nacc-")]
    nearest = min(known, key=lambda one: (abs(one - year), -one))
    raise ChecklistError(
        f"ไม่มีรายการตรวจของปี {year}",
        remedy=(
            f"มีเฉพาะของปี {' และ '.join(map(str, known))} โปรดระบุ เช่น --year {max(known)}\n"
            f"หากต้องการทำรายการของปี {year} ให้คัดลอกจากปีที่ใกล้ที่สุดด้วย\n"
            f"    oit-checker checklist roll {nearest} {year} --output nacc-{year}.yaml\n"
            f"แก้ตามคู่มือปี {year} แล้วระบุ --checklist nacc-{year}.yaml"
        ),
    )


def all_phrases(checklist: Checklist) -> tuple[str, ...]:
    """Return every phrase that a page may be searched for: titles, keywords and components' words, each once."""
    found: dict[str, None] = {}
    for item in checklist.items:
        found.update(dict.fromkeys(title for title in (item.title_th, item.title_as_published) if title))
        found.update(dict.fromkeys((*item.keywords.strong, *item.keywords.weak, *item.keywords.negative)))
        for component in item.components:
            for keywords in (component.keywords, *(way.keywords for way in component.or_)):
                found.update(dict.fromkeys(keywords))
    return tuple(found)


def build(text: str, path: str) -> Checklist:
    """Return the checklist that a YAML text holds; path is how errors name it. Raises ChecklistError."""
    return _built(read_plain(text, path), path)


def _built(raw: dict[str, Any], path: str) -> Checklist:
    try:
        checklist = Checklist.model_validate(raw)
    except ValidationError as error:
        raise refuse_shape(error, raw, path) from error
    refuse_contradictions(checklist, path)
    return _whole(checklist)


def text_of(id_or_path: str | Path) -> tuple[str, str]:
    """Return the YAML text of a shipped checklist or an own file, and how errors name it; raises ChecklistError."""
    name = str(id_or_path)
    if name in available():
        return (SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"), f"checklists/{name}.yaml"
    path = Path(id_or_path)
    if not path.is_file():
        raise ChecklistError(
            f"ไม่มีรายการตรวจชื่อ {path}",
            remedy=f"โปรดระบุชื่อที่มีอยู่ คือ {', '.join(available())} หรือที่อยู่ของไฟล์ YAML",
        )
    try:
        return path.read_text(encoding="utf-8"), str(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ChecklistError(
            f"อ่านไฟล์เป็นข้อความ UTF-8 ไม่ได้ ({error})",
            path=str(path),
            remedy="บันทึกไฟล์ใหม่ในโปรแกรมแก้ไขข้อความโดยเลือกรหัส UTF-8 และตรวจว่ามีสิทธิ์เปิดอ่าน",
        ) from error


@lru_cache(maxsize=8)
def _shipped(name: str) -> Checklist:
    return _built(shipped(f"{name}.yaml"), f"checklists/{name}.yaml")


def _whole(checklist: Checklist) -> Checklist:
    items = []
    for item in checklist.items:
        ids = [{"id": part.id, "in_same": part.in_same} for part in item.components]
        whole = [{name: id and f"{item.code}.{id}" for name, id in one.items()} for one in ids]
        components = tuple(part.model_copy(update=new) for part, new in zip(item.components, whole, strict=True))
        items.append(item.model_copy(update={"components": components}))
    own = {checklist.id, *(other.id for other in checklist.other_lists)}
    siblings = (_list_of_shipped(name) for name in available() if name not in own)
    others = (*checklist.other_lists, *siblings, *(other for other in _named_lists() if other.id not in own))
    return checklist.model_copy(update={"items": tuple(items), "other_lists": others})


@cache
def _named_lists() -> tuple[OtherList, ...]:
    return lists_of(shipped(OTHER_LISTS), f"checklists/{OTHER_LISTS}")


@lru_cache(maxsize=8)
def _list_of_shipped(name: str) -> OtherList:
    return list_of(shipped(f"{name}.yaml"), f"checklists/{name}.yaml")
