"""Where in a checklist file something stands, as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Loc = Sequence[str | int]


def place_of(loc: Loc, raw: object) -> str:
    """Name the place of a key path in the file: ("items", 24, "components", 2, "check") is
    "ข้อ O25: components[2].check"; an item without a code is "items[24]".
    """
    if len(loc) >= 2 and loc[0] == "items" and isinstance(loc[1], int):
        head, rest = _item_name(raw, loc[1]), loc[2:]
        return f"{head}: {_dotted(rest)}" if rest else head
    return _dotted(loc)


def _item_name(raw: object, number: int) -> str:
    items = raw.get("items") if isinstance(raw, Mapping) else None
    entry: Any = items[number] if isinstance(items, Sequence) and number < len(items) else None
    code = entry.get("code") if isinstance(entry, Mapping) else None
    return f"ข้อ {code}" if isinstance(code, str) else f"items[{number}]"


def _dotted(loc: Loc) -> str:
    path = ""
    for step in loc:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return path
