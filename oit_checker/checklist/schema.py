"""The JSON Schema of a checklist file, for editors: generated from the model, never written by hand.

    python -m oit_checker.checklist.schema > checklists/checklist.schema.json

A YAML editor offers and checks keys when a file begins with
`# yaml-language-server: $schema=checklist.schema.json`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from oit_checker.checks import CHECKS
from oit_checker.model.checklist import Checklist


def checklist_schema() -> dict[str, Any]:
    """Return the schema; the names of the checks are those that exist now."""
    schema = Checklist.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "An OIT checklist of oit-checker"
    for name in ("Component", "Way"):
        schema["$defs"][name]["properties"]["check"]["enum"] = sorted(CHECKS)
    return schema


def schema_text() -> str:
    """The schema as the shipped file holds it."""
    return json.dumps(checklist_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
