"""What each row of a table must be told of: the time of a step, the spending of a project, the measure for a risk.

The component names the words of such heads (each_row). That one row is told is no proof of the others: a person looks,
and is shown the rows. One table in which every row is told shows the component, whatever other tables lack; a time
that is told of all steps together is told. A column that nobody has filled in makes words elsewhere a doubt as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.checks.places import place_of_table
from oit_checker.checks.untold_rows import named_rows, sums_are_told, untold
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_IN_ALL = regex(
    fold(
        "รวม(?:ระยะ)?เวลา|(?:ใช้|ระยะ)เวลา(?:ดำเนินการ|ให้บริการ|ในการ[^|¦]{0,20})?(?:รวม|ทั้งหมด|ทั้งสิ้น)|รวมทั้ง(?:หมด|สิ้น)ไม่เกิน"
    )
)
_OF_HOURS = regex(fold("เวลา(?:เปิด|ทำการ|ราชการ|ให้บริการ|นัด)"))  # when a counter is open, not how long a step takes
_LEAST_ROWS = 2
_SHOWN = 3


def unless_untold(seen: Observation, component: Component, matter: Matter) -> Observation:
    """What was found; a doubt that names the rows, where the column of it says nothing of some."""
    if seen.status is not ComponentStatus.FOUND or not component.each_row:
        return seen
    lacking: list[tuple[Table, str, list[str], int]] = []
    for table, places in _columns(component, matter):
        rows = named_rows(table, places)
        names = untold(table, places) if len(rows) >= _LEAST_ROWS else []
        if len(rows) >= _LEAST_ROWS and (not names or _is_told_of_all(component, matter, table, places)):
            return seen
        if names:
            lacking.append((table, table.header[places[0]], names, len(rows)))
    if not lacking:
        return seen
    table, head, names, count = min(lacking, key=lambda one: len(one[2]) / one[3])
    note = f"คอลัมน์ “{head}” ว่างอยู่ {len(names)} จาก {count} รายการ เช่น {_quoted(names)} โปรดเปิดดู และระบุให้ครบทุกรายการ"
    return replace(seen, status=ComponentStatus.UNREADABLE, place=place_of_table(table), note=note)


def _columns(component: Component, matter: Matter) -> Iterator[tuple[Table, list[int]]]:
    """Each table that has columns of it, and their places."""
    words = matter.folded_words(component.each_row)
    for table in matter.tables:
        heads = [matter.fold(head) for head in table.header]
        places = [at for at, head in enumerate(heads) if head.startswith(words) and not _OF_HOURS.match(head)]
        if places and len(table.header) > len(places):
            yield table, places


def _is_told_of_all(component: Component, matter: Matter, table: Table, places: list[int]) -> bool:
    """Whether the time of all steps together is told, in the row of sums or in words."""
    if component.check != "duration":
        return False
    return sums_are_told(table, places) or next(matter.spans(_IN_ALL), None) is not None


def _quoted(names: list[str]) -> str:
    return " ".join(f"“{name}”" for name in names[:_SHOWN])
