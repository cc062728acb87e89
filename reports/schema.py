"""Writes gap_report.schema.json from the types: `python -m reports.schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from oit_checker.model.report import GapReport
from reports.to_json import SCHEMA_FILE

TITLE = "oit-checker gap report (รายงานช่องว่าง)"


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of a gap report, with a newline at its end.

    Unknown keys are allowed: a field may be added without a new schema_version,
    and an older reader must not stumble over it.
    """
    schema: dict[str, Any] = TypeAdapter(GapReport).json_schema(mode="validation")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLE}
    return (
        json.dumps({**head, **{k: v for k, v in schema.items() if k not in head}}, ensure_ascii=False, indent=2) + "\n"
    )


def main() -> None:
    Path(__file__).with_name(SCHEMA_FILE).write_text(schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
