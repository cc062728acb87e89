"""Labels of columns whose head has several lines."""

from __future__ import annotations

import pytest

from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table

from .conftest import Ask

HEAD = (("งาน", "การดำเนินงาน", "การดำเนินงาน"), ("งาน", "ระยะเวลา", "ผู้ทำ"))
JOINED = ("งาน", "การดำเนินงาน ระยะเวลา", "การดำเนินงาน ผู้ทำ")


@pytest.mark.parametrize(
    ("cell", "expected"), [("กองคลัง", ComponentStatus.FOUND), ("", ComponentStatus.NOT_FOUND)], ids=["filled", "blank"]
)
def test_a_line_of_the_head_labels_its_column(ask: Ask, cell: str, expected: ComponentStatus) -> None:
    table = Table(JOINED, (("อบรม", "ต.ค. 68", cell),), head=HEAD)
    assert ask("labelled", labels=["ผู้ทำ"], page={"tables": (table,)}).status is expected
