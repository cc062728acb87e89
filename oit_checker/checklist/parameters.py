"""A component's `with:` against the signature of its check, so that a slip is found at loading."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from oit_checker.checks import CHECKS


@cache
def parameters_of(check: str) -> Mapping[str, inspect.Parameter]:
    """The parameters that `with:` may give to a check, by name; check is one of CHECKS."""
    named = inspect.signature(CHECKS[check]).parameters
    return {name: one for name, one in named.items() if one.kind is not inspect.Parameter.POSITIONAL_ONLY}


def wrong_parameters(check: str, given: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (parameter or "", problem, remedy) for each parameter that the check does not take as given."""
    known = parameters_of(check)
    for name, value in given.items():
        if name not in known:
            near = get_close_matches(name, known, n=1)
            listed = f"ที่มี: {', '.join(known)}" if known else f"{check} ไม่มีตัวเลือกย่อย"
            yield name, f"วิธีตรวจ {check} ไม่มีตัวเลือกย่อย {name!r}", f"หมายถึง {near[0]} ใช่หรือไม่" if near else listed
        elif not _fits(check, name, value):
            yield name, f"ใส่ {value!r} ใน {name} ไม่ได้", f"ดูว่าใส่อะไรได้ด้วย `oit-checker explain {check}`"
    for name, one in known.items():
        if one.default is inspect.Parameter.empty and name not in given:
            yield "", f"วิธีตรวจ {check} ต้องมี {name}", f"ดูว่าใส่อะไรได้ด้วย `oit-checker explain {check}`"


def _fits(check: str, name: str, value: object) -> bool:
    try:
        _adapter(_types_of(check)[name]).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@cache
def _types_of(check: str) -> Mapping[str, Any]:
    return get_type_hints(CHECKS[check])


@cache  # by its type: most parameters of most checks are words or lists of words
def _adapter(asked: Any) -> TypeAdapter[Any]:
    return TypeAdapter(asked)
