"""Citizen numbers in a report, masked: in quotes, titles, link texts and addresses alike.

One place for all of them: `masked_report`, which every report passes before
anyone sees it. Only citizen numbers are masked there; a telephone number may
be the very thing that an item asks for.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from oit_checker.model.evidence import Evidence
from oit_checker.model.report import GapReport
from oit_checker.privacy.citizen_numbers import citizen_numbers

_MASKED = re.compile(r"(?<!\d)\d-xxxx-xxxxx-\d\d-\d(?!\d)")
_NO_ADDRESS = "ที่อยู่ของไฟล์มีเลข 13 หลักตามรูปแบบเลขประจำตัวประชาชน รายงานจึงปิดเลขนั้นไว้และไม่ทำลิงก์ตรง เปิดไฟล์ได้จากหน้าที่มีลิงก์นี้"
_Kind = TypeVar("_Kind")


def mask(text: str) -> str:
    """The text with every citizen number as `1-xxxx-xxxxx-12-3`; idempotent."""
    out, done = [], 0
    for number in citizen_numbers(text):
        out += [text[done : number.start], number.masked]
        done = number.end
    return "".join((*out, text[done:])) if out else text


def is_masked(text: str) -> bool:
    """Whether a number was masked in it; an address with one leads nowhere and is no link."""
    return _MASKED.search(text) is not None


def masked_report(report: GapReport) -> GapReport:
    """The report without a single citizen number.

    An address that holds one stays readable and is no link any more; the
    evidence then says that the file is opened from the page it was found on.
    """
    return _masked(report)


def _masked(value: _Kind) -> _Kind:
    known: Any = value
    if isinstance(known, str):
        plain = str(known)
        masked = mask(plain)
        known = known if masked == plain else masked
    elif isinstance(known, tuple):
        known = tuple(_masked(one) for one in known)
    elif isinstance(known, Evidence):
        known = _masked_evidence(known)
    elif is_dataclass(known) and not isinstance(known, type):
        known = _masked_fields(known)
    return known  # type: ignore[no-any-return]


def _masked_evidence(piece: Evidence) -> Evidence:
    masked: Evidence = _masked_fields(piece)
    hidden = masked.url != piece.url or masked.final_url != piece.final_url
    return replace(masked, notes=(*masked.notes, _NO_ADDRESS)) if hidden else masked


def _masked_fields(value: Any) -> Any:
    changed = {}
    for one in fields(value):
        held = getattr(value, one.name)
        masked = _masked(held)
        if masked != held:
            changed[one.name] = masked
    return replace(value, **changed) if changed else value
