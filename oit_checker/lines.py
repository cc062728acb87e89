"""Dataclasses as lines of JSON that leave out what holds its default; read back by pydantic, written without it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from typing import Any


def line_of(value: Any) -> bytes:
    """A dataclass as one line of UTF-8."""
    return json.dumps(told(value), default=told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def told(value: Any) -> Any:
    """A dataclass as a dict without the fields that hold their default, a time in ISO form."""
    if isinstance(value, datetime):
        return value.isoformat()
    held_fields = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        held = getattr(value, name)
        if held != default:
            held_fields[name] = held
    return held_fields


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((one.name, one.default if one.default_factory is MISSING else {}) for one in fields(kind))


@cache
def reader_of(kind: type) -> Callable[[bytes], Any]:
    """What reads a line back; raises ValueError for anything else."""
    # Late: the crawling child only writes, and pydantic takes a quarter of its start.
    from pydantic import TypeAdapter

    return TypeAdapter(kind).validate_json
