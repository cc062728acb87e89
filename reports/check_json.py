"""check.json: what `check` says of documents on disk; every other form of it is made from this one document."""

from __future__ import annotations

import json
from functools import cache

from pydantic import TypeAdapter

from oit_checker.model.check import CheckReport

SCHEMA_FILE = "check.schema.json"


def dump(report: CheckReport) -> bytes:
    """The report as UTF-8 JSON, keys in the order of the dataclass fields; a lone surrogate becomes a question mark."""
    document = _adapter().dump_python(report, mode="json")
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


@cache
def _adapter() -> TypeAdapter[CheckReport]:
    return TypeAdapter(CheckReport)
