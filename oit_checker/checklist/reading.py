"""The YAML text of a checklist → plain lists and dicts, with nothing misread in silence.

YAML itself would keep the last of two equal keys and make a date of
2569-03-02, five centuries ahead; both are refused here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from oit_checker.checklist.places import Loc, place_of
from oit_checker.errors import ChecklistError
from oit_checker.patterns import regex

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: the same result, ten times slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_PLACEHOLDER = regex(r"\{([^{}]*)\}")


class _StrictLoader(_Loader):
    """Refuses a key that stands twice in one mapping, and says where a value stands that is none (2025-02-30)."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, TypeError, OverflowError, AttributeError) as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.constructor.ConstructorError(None, None, "ชื่อช่องเป็นรายการหรือกลุ่มค่า ซึ่งใช้ไม่ได้", key.start_mark)
        if key.value in seen:
            problem = f"ช่อง {key.value!r} มีซ้ำสองครั้งในที่เดียวกัน"
            raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
        seen.add(key.value)
    loader.flatten_mapping(node)
    return dict(loader.construct_pairs(node, deep=True))


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(text: str, path: str) -> dict[str, Any]:
    """Return the mapping that `text` holds; raises ChecklistError with the line for text that is no YAML mapping."""
    try:
        raw = yaml.load(text, Loader=_StrictLoader)  # noqa: S506 -- a safe loader, only stricter
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"บรรทัด {mark.line + 1} ตัวที่ {mark.column + 1}" if mark is not None else ""
        problem = getattr(error, "problem", None) or str(error)
        raise ChecklistError(
            f"ไฟล์ไม่เป็นไปตามรูปแบบ YAML ({problem})",
            path=path,
            where=line,
            remedy="ตรวจบรรทัดนี้และบรรทัดก่อนหน้า: การย่อหน้า เครื่องหมายคำพูด และการเว้นวรรคหลังเครื่องหมาย :",
        ) from error
    if not isinstance(raw, dict):
        raise ChecklistError(
            "ไฟล์นี้ไม่ใช่รายการตรวจ",
            path=path,
            remedy=(
                "รายการตรวจขึ้นต้นด้วย `schema: oit-checklist/1` คัดลอกฉบับที่มากับโปรแกรมมาเริ่มได้ด้วย oit-checker checklist roll"
            ),
        )
    return raw


def refuse_dates(raw: Mapping[str, Any], path: str) -> None:
    """Raise ChecklistError for the first value that YAML has read as a date."""
    for loc, value in _leaves(raw):
        if isinstance(value, date):
            raise ChecklistError(
                f"{value.isoformat()} ไม่มีเครื่องหมายคำพูด YAML จึงอ่านเป็นวันที่ ค.ศ.",
                path=path,
                where=place_of(loc, raw),
                remedy=f'ใส่เครื่องหมายคำพูด: "{value.isoformat()}"',
            )


def fill_years(raw: dict[str, Any], be: int, path: str) -> dict[str, Any]:
    """Return a copy in which {year} and {previous} stand as figures; any other placeholder is refused."""
    years = {"year": str(be), "previous": str(be - 1)}
    for loc, value in _leaves(raw):
        unknown = [name for name in _PLACEHOLDER.findall(value) if name not in years] if isinstance(value, str) else []
        if unknown:
            raise ChecklistError(
                f"ไม่รู้จัก {{{unknown[0]}}}",
                path=path,
                where=place_of(loc, raw),
                remedy="ใช้ได้เฉพาะ {year} (ปีงบประมาณที่ประเมิน) และ {previous} (ปีก่อนหน้า)",
            )
    filled: dict[str, Any] = _filled(raw, years)
    return filled


def _filled(value: Any, years: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return _PLACEHOLDER.sub(lambda found: years[found[1]], value) if "{" in value else value
    if isinstance(value, dict):
        return {key: _filled(entry, years) for key, entry in value.items()}
    if isinstance(value, list):
        return [_filled(entry, years) for entry in value]
    return value


def _leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _leaves(entry, (*loc, str(key)))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _leaves(entry, (*loc, number))
    else:
        yield loc, value
