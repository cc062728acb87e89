"""Citizen numbers in a report, masked: in quotes, titles, link texts and addresses alike.

One place for all of them: `masked_report` and `masked_check`, which every report
passes before anyone sees it. Other personal data is hidden in the quotes of the piece in
which it was found; a telephone number may elsewhere be what an item asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any

from oit_checker.model.check import CheckReport
from oit_checker.model.evidence import Evidence
from oit_checker.model.report import GapReport
from oit_checker.patterns import regex
from oit_checker.privacy.citizen_numbers import numbers_to_hide
from oit_checker.privacy.hiding import without_secrets

_MASKED = regex(r"(?:(?<!\d)|(?<=%[0-9A-Fa-f][0-9A-Fa-f]))\d-xxxx-xxxxx-\d\d-\d(?!\d)")
_NO_ADDRESS = "ที่อยู่ของไฟล์มีเลข 13 หลักตามรูปแบบเลขประจำตัวประชาชน รายงานจึงปิดเลขนั้นไว้และไม่ทำลิงก์ตรง เปิดไฟล์ได้จากหน้าที่มีลิงก์นี้"


def mask(text: str) -> str:
    """The text with every citizen number, and what is set or named like one, as `1-xxxx-xxxxx-12-3`; idempotent."""
    out, done = [], 0
    for number in numbers_to_hide(text):
        out += [text[done : number.start], number.masked]
        done = number.end
    return "".join((*out, text[done:])) if out else text


def is_masked(text: str) -> bool:
    """Whether a number was masked in it; an address with one leads nowhere and is no link."""
    return "-xxxx-xxxxx-" in text and _MASKED.search(text) is not None


def without_personal_data(piece: Evidence, secrets: Collection[str]) -> Evidence:
    """The piece with what was found in it hidden in its own quotes too; its addresses stay, as it is known by them."""
    if not secrets:
        return piece
    found: Evidence = _changed(piece, lambda text: without_secrets(text, secrets))
    return replace(found, url=piece.url, final_url=piece.final_url, found_on=piece.found_on, path=piece.path)


def masked_report(report: GapReport) -> GapReport:
    """The report without a single citizen number.

    An address that holds one stays readable and is no link any more; the
    evidence then says that the file is opened from the page it was found on.
    """
    masked: GapReport = _changed(report, mask)
    items = tuple(
        replace(finding, evidence=tuple(map(_with_note, before.evidence, finding.evidence)))
        for before, finding in zip(report.items, masked.items, strict=True)
    )
    return replace(masked, items=items)


def masked_check(report: CheckReport) -> CheckReport:
    """The check of documents without a single citizen number, in names of files too."""
    masked: CheckReport = _changed(report, mask)
    return masked


def _with_note(before: Evidence, piece: Evidence) -> Evidence:
    """Say of an address that was masked where its file is opened."""
    hidden = (before.url, before.final_url) != (piece.url, piece.final_url)
    return replace(piece, notes=(*piece.notes, _NO_ADDRESS)) if hidden else piece


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every text in it changed, however deep; what needs no change stays the very same."""
    if isinstance(value, str):
        new = change(value)
        return value if new == value else new
    if isinstance(value, tuple):
        parts = tuple([_changed(one, change) for one in value])
        return value if all(map(is_, parts, value)) else parts
    names = _names_of(type(value))  # type: ignore[arg-type]  # a class is hashable, whatever mypy says of it
    return _changed_fields(value, names, change) if names else value


def _changed_fields(value: Any, names: tuple[str, ...], change: Callable[[str], str]) -> Any:
    changed = {}
    for name in names:
        held = getattr(value, name)
        new = _changed(held, change)
        if new is not held:
            changed[name] = new
    return replace(value, **changed) if changed else value


@cache  # the types of a report are some forty
def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
