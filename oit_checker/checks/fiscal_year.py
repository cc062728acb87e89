"""The text names the fiscal year that the component must be of, or a span of years that covers it.

Years of laws that the text cites do not count. Where any year will do, any year counts. A plan of several years has
something for the asked one: a table with columns of years that leaves that one blank covers the others only.

FOUND       แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๙   (2569 is asked)
NOT FOUND   a text that can be read and names 2568 only · | โครงการ | ปี 2568 | ปี 2569 | / | อบรม | 30,000 | |
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.year_columns import blank_year
from oit_checker.model.checklist import Component
from oit_checker.model.year import FiscalYear


def fiscal_year(component: Component, matter: Matter, wanted: FiscalYear | None, /) -> Observation:
    """Look for the first mention of the year, then whether its columns are filled."""
    place = matter.names_year(wanted)
    blank = blank_year(matter, wanted) if place is not None and wanted is not None else None
    if blank is not None:
        return absent(f"คอลัมน์ “{blank.snippet}” ({blank.place}) ว่างทุกแถว แต่ปีอื่นมีข้อมูล")
    return found(place.snippet, place.place) if place is not None else absent()
