"""The shipped schema is the model's, and the shipped checklists keep it."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
import yaml

from oit_checker.checklist import available
from oit_checker.checklist.schema import checklist_schema, schema_text

SHIPPED = files("checklists")


def test_the_shipped_schema_is_generated_from_the_model() -> None:
    written = (SHIPPED / "checklist.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run: python -m oit_checker.checklist.schema > checklists/checklist.schema.json"


@pytest.mark.parametrize("name", available())
def test_shipped_checklists_keep_the_schema(name: str) -> None:
    raw = yaml.safe_load((SHIPPED / f"{name}.yaml").read_text(encoding="utf-8"))
    jsonschema.validate(raw, checklist_schema())


def test_the_schema_refuses_a_misspelt_key() -> None:
    raw = json.loads(json.dumps(yaml.safe_load((SHIPPED / "nacc-2569.yaml").read_text(encoding="utf-8"))))
    raw["items"][0]["components"][0]["keyword"] = ["x"]
    with pytest.raises(jsonschema.ValidationError, match="keyword"):
        jsonschema.validate(raw, checklist_schema())
