"""gap_report.json: the one document that every other form is made from.

Keys stand in the contract's order, which is the order of the dataclass fields.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from oit_checker.errors import ReportError
from oit_checker.model.report import SCHEMA_VERSION, GapReport

SCHEMA_FILE = "gap_report.schema.json"
_UNFIT = "ค่าในไฟล์ไม่เป็นไปตามรูปแบบของรายงาน ({why})"
_LONGEST_CAUSE = 200
_MAKE_AGAIN = "ระบุไฟล์ gap_report.json ที่ oit-checker เขียนไว้ หรือตรวจเว็บไซต์ใหม่ด้วย oit-checker audit"


def dump(report: GapReport) -> bytes:
    """The report as UTF-8 JSON; a lone surrogate of a site's text becomes a question mark."""
    try:
        return _adapter().dump_json(report, indent=2) + b"\n"
    except (PydanticSerializationError, UnicodeEncodeError):  # a lone surrogate, which only json lets pass
        document = _adapter().dump_python(report, mode="json")
        return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def load(body: bytes | str, *, path: str = "") -> GapReport:
    """The report that `dump` wrote. path is only said in messages.

    Raises ReportError for anything else: no JSON, no gap report, a newer version.
    """
    document = _document(body, path)
    try:
        return _adapter().validate_python(document)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise ReportError(_UNFIT.format(why=first["msg"]), path=path, where=where, remedy=_MAKE_AGAIN) from error


def validate(body: bytes | str, *, path: str = "") -> None:
    """Hold a document against the shipped JSON Schema. Raises ReportError at the first place that differs."""
    from jsonschema import Draft202012Validator

    schema = json.loads(files("reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    error = next(iter(checker.iter_errors(_document(body, path))), None)
    if error is not None:
        where = ".".join(str(step) for step in error.absolute_path)
        raise ReportError(_UNFIT.format(why=_short(error.message)), path=path, where=where, remedy=_MAKE_AGAIN)


def _short(message: str) -> str:
    """What a validator says, without the whole of a long value that it quotes."""
    return message if len(message) <= _LONGEST_CAUSE else f"{message[:_LONGEST_CAUSE]}…"


@cache
def _adapter() -> TypeAdapter[GapReport]:
    return TypeAdapter(GapReport)


def _document(body: bytes | str, path: str) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError as error:
        raise ReportError(f"ไฟล์นี้ไม่ใช่ JSON ({error})", path=path, remedy=_MAKE_AGAIN) from error
    version = document.get("schema_version") if isinstance(document, dict) else None
    if not isinstance(version, int):
        raise ReportError("ไฟล์นี้ไม่ใช่รายงานของ oit-checker (no schema_version)", path=path, remedy=_MAKE_AGAIN)
    if version != SCHEMA_VERSION:
        raise ReportError(
            f"รายงานนี้เป็น schema_version {version} แต่โปรแกรมรุ่นนี้อ่าน schema_version {SCHEMA_VERSION}",
            path=path,
            remedy="ใช้ oit-checker รุ่นที่เขียนรายงานนี้ หรือปรับโปรแกรมเป็นรุ่นล่าสุด" if version > SCHEMA_VERSION else _MAKE_AGAIN,
        )
    return dict(document)
