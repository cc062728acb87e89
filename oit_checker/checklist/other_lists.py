"""Lists of other years and instruments, by whose titles a hub that is numbered otherwise is recognised."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from oit_checker.checklist.shape import refuse_shape
from oit_checker.model.checklist import OtherList

OTHER_LISTS = "other-lists.yaml"


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_id: Literal["oit-other-lists/1"] = Field(alias="schema")
    lists: tuple[OtherList, ...]


def lists_of(raw: dict[str, Any], path: str) -> tuple[OtherList, ...]:
    """Return the lists that such a file holds; raises ChecklistError for what cannot be used."""
    try:
        return _File.model_validate(raw).lists
    except ValidationError as error:
        raise refuse_shape(error, raw, path) from error


def list_of(raw: dict[str, Any], path: str) -> OtherList:
    """The items of a checklist as such a list; raw is the checklist as `read_plain` reads it."""
    titles = {item["code"]: [item["title_th"], item["topics"][0]] for item in raw["items"]}
    prefix = next(iter(titles)).rstrip("0123456789")
    listed = {"id": raw["id"], "name_th": raw["title_th"], "code_prefix": prefix, "titles": titles, "source": path}
    return OtherList.model_validate(listed)
