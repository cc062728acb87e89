"""Checklist files → `Checklist`, whole and checked, or refused with the way out."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from oit_checker.checklist.reading import fill_years, read_yaml, refuse_dates
from oit_checker.errors import ChecklistError
from oit_checker.model.checklist import Checklist

_SHIPPED = files("checklists")
_NACC = re.compile(r"nacc-([0-9]{4})\Z")


def available() -> list[str]:
    """Return the ids of the checklists that ship with the tool, in order."""
    names = (entry.name.removesuffix(".yaml") for entry in _SHIPPED.iterdir() if entry.name.endswith(".yaml"))
    return sorted(name for name in names if _NACC.match(name))


def load_checklist(id_or_path: str | Path) -> Checklist:
    """Return the checklist with this id, or the one in this file; raises ChecklistError for what cannot be used."""
    if str(id_or_path) in available():
        return _shipped(str(id_or_path))
    path = Path(id_or_path)
    return _build(read_yaml(path.read_text(encoding="utf-8"), str(path)), str(path))


@lru_cache(maxsize=8)
def _shipped(name: str) -> Checklist:
    path = f"checklists/{name}.yaml"
    return _build(read_yaml((_SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"), path), path)


def checklist_for_year(year: int) -> Checklist:
    """Return NACC's checklist for a Buddhist-era fiscal year; raises ChecklistError where none ships."""
    return load_checklist(f"nacc-{year}")


def _build(raw: dict[str, Any], path: str) -> Checklist:
    refuse_dates(raw, path)
    be = raw.get("fiscal_year")
    if isinstance(be, int):
        raw = fill_years(raw, be, path)
    for item in raw.get("items", ()):
        for component in item.get("components", ()):
            component["id"] = f"{item['code']}.{component['id']}"
    try:
        return Checklist.model_validate(raw)
    except ValidationError as error:
        raise ChecklistError(str(error), path=path) from error


def all_phrases(checklist: Checklist) -> tuple[str, ...]:
    """Return every phrase that a page may be searched for: titles, keywords and components' words, each once."""
    found: dict[str, None] = {}
    for item in checklist.items:
        titles = (item.title_th, item.title_as_published)
        found.update(dict.fromkeys(title for title in titles if title))
        words = item.keywords
        found.update(dict.fromkeys((*words.strong, *words.weak, *words.negative)))
        for component in item.components:
            found.update(dict.fromkeys(component.keywords))
    return tuple(found)
