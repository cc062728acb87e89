"""What pydantic says of a checklist's shape → an error an analyst can act on."""

from __future__ import annotations

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from oit_checker.checklist.places import Loc, place_of
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import (
    Checklist,
    Combination,
    Component,
    Indicator,
    Item,
    Keywords,
    Level,
    OtherList,
    Scoring,
    SubIndicator,
    Way,
)

NO_SOURCES = ("ยังไม่ได้ระบุแหล่งที่มา", "ระบุชื่อใน source_registry อย่างน้อยหนึ่งชื่อ หรือเพิ่มแหล่งไว้ที่นั่น")
_MODELS: dict[str, type[BaseModel]] = {
    "items": Item,
    "components": Component,
    "or": Way,
    "keywords": Keywords,
    "combined": Combination,
    "scoring": Scoring,
    "levels": Level,
    "indicators": Indicator,
    "sub_indicators": SubIndicator,
    "other_lists": OtherList,
    "lists": OtherList,
}


def refuse_shape(error: ValidationError, raw: object, path: str) -> ChecklistError:
    """Tell the first of pydantic's complaints in our own words; the others are counted."""
    details = error.errors(include_url=False)
    loc, problem, remedy = _told(details[0])
    if len(details) > 1:
        remedy += f" (ยังมีที่ผิดลักษณะนี้อีก {len(details) - 1} แห่งในไฟล์)"
    return ChecklistError(problem, path=path, where=place_of(loc, raw), remedy=remedy)


def _told(detail: ErrorDetails) -> tuple[Loc, str, str]:
    loc = detail["loc"]
    name, given = str(loc[-1]), detail["input"]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        if name == "sources":
            return loc[:-1], *NO_SOURCES
        return loc[:-1], f"ขาดช่อง {name}", f"เพิ่ม `{name}:` ที่นี่ ดูตัวอย่างได้จากฉบับที่มากับโปรแกรม"
    if kind == "extra_forbidden":
        return loc[:-1], f"ไม่รู้จักช่อง {name!r}", _known_keys(loc, name)
    if kind in {"enum", "literal_error"}:
        return loc, f"ใช้ {given!r} ที่นี่ไม่ได้", f"เลือกได้เฉพาะ {context['expected']}".replace(" or ", " หรือ ")
    if kind == "string_type":
        return loc, f"ต้องเป็นข้อความ แต่เป็น{_said(given)}", f'ใส่เครื่องหมายคำพูด: "{given}"'
    if kind in {"too_short", "string_too_short"}:
        return loc, "ว่างเปล่า", "ระบุอย่างน้อยหนึ่งรายการ"
    if kind == "string_pattern_mismatch":
        return (
            loc,
            f"{given!r} ไม่อยู่ในรูปที่กำหนด",
            f"ต้องเป็นตาม {context['pattern']} เช่น O25 หรือ nacc-2569",
        )
    return loc, f"ใช้{_said(given)}ที่นี่ไม่ได้ ({detail['msg'].lower()})", "ดูว่าช่องนี้ใส่อะไรได้จากฉบับที่มากับโปรแกรม"


def _said(given: object) -> str:
    if isinstance(given, list | dict):
        return "รายการ" if isinstance(given, list) else "กลุ่มของช่อง"
    return "ค่าว่าง" if given is None else f" {given!r} "


def _known_keys(loc: Loc, name: str) -> str:
    level = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), None)
    model = _MODELS.get(level, Checklist) if level is not None else Checklist
    known = [field.alias or key for key, field in model.model_fields.items()]
    near = get_close_matches(name, known, n=1)
    return f"หมายถึง {near[0]} ใช่หรือไม่" if near else f"ช่องที่ใช้ได้ที่นี่: {', '.join(known)}"
