"""check.json: what `check` says of documents on disk; every other form of it is made from this one document."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from oit_checker.errors import ReportError
from oit_checker.model.check import CheckReport

SCHEMA_FILE = "check.schema.json"


def dump(report: CheckReport) -> bytes:
    """The report as UTF-8 JSON, keys in the order of the dataclass fields; a lone surrogate becomes a question mark."""
    document = _adapter().dump_python(report, mode="json")
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def validate(body: bytes | str, *, path: str = "") -> None:
    """Hold a document against the shipped JSON Schema. Raises ReportError at the first place that differs."""
    from jsonschema import Draft202012Validator

    schema = json.loads(files("reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    error = next(iter(checker.iter_errors(json.loads(body))), None)
    if error is not None:
        where = ".".join(str(step) for step in error.absolute_path)
        remedy = "Check the documents again, or name a check.json that oit-checker wrote."
        raise ReportError(error.message, path=path, where=where, remedy=remedy)


@cache
def _adapter() -> TypeAdapter[CheckReport]:
    return TypeAdapter(CheckReport)
