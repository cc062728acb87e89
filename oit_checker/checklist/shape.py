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

NO_SOURCES = ("no sources are given", "Name at least one key of source_registry, or add the source there.")
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
        remedy += f" ({len(details) - 1} more such faults in this file.)"
    return ChecklistError(problem, path=path, where=place_of(loc, raw), remedy=remedy)


def _told(detail: ErrorDetails) -> tuple[Loc, str, str]:
    loc = detail["loc"]
    name, given = str(loc[-1]), detail["input"]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        if name == "sources":
            return loc[:-1], *NO_SOURCES
        return loc[:-1], f"{name} is missing", f"Add `{name}:` here; a shipped checklist shows what it looks like."
    if kind == "extra_forbidden":
        return loc[:-1], f"unknown key {name!r}", _known_keys(loc, name)
    if kind in {"enum", "literal_error"}:
        return loc, f"{given!r} is not known here", f"Write one of {context['expected']}."
    if kind == "string_type":
        return loc, f"this must be text, and is {_said(given)}", f'Put it in quotes: "{given}".'
    if kind in {"too_short", "string_too_short"}:
        return loc, "this is empty", "Give at least one."
    if kind == "string_pattern_mismatch":
        return (
            loc,
            f"{given!r} has not the form asked for",
            f"It must match {context['pattern']}, like O25 or nacc-2569.",
        )
    return loc, f"{_said(given)} cannot be used: {detail['msg'].lower()}", "A shipped checklist shows what stands here."


def _said(given: object) -> str:
    if isinstance(given, list | dict):
        return "a list" if isinstance(given, list) else "a mapping"
    return "nothing" if given is None else repr(given)


def _known_keys(loc: Loc, name: str) -> str:
    level = next((step for step in reversed(loc[:-1]) if isinstance(step, str)), None)
    model = _MODELS.get(level, Checklist) if level is not None else Checklist
    known = [field.alias or key for key, field in model.model_fields.items()]
    near = get_close_matches(name, known, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known keys here: {', '.join(known)}."
