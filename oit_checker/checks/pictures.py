"""The page shows pictures (photographs, charts), icons and logos not counted.

min_count   how many pictures must be there (default 1)
portraits   one for each executive whom the page names: fewer are for a person to look at, and a picture that is said to
            show another thing (แบนเนอร์, อาคาร) is none

FOUND       a page of executives with five portraits
NOT FOUND   a page of text only
UNREADABLE  a scanned page: what its picture shows cannot be told; fewer portraits than executives
"""

from __future__ import annotations

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.pictured_apart import said_to_show_else
from oit_checker.checks.reached import executives
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear


def pictures(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1, portraits: bool = False
) -> Observation:
    """Count the content pictures."""
    count = matter.page.pictures
    if portraits and count:
        count = max(0, count - len(said_to_show_else(matter.page)))
    if count < max(min_count, 1):
        return absent("ภาพในหน้านี้เป็นภาพอื่น ไม่ใช่รูปถ่ายบุคคล" if matter.page.pictures else None)
    seen = found(f"ภาพ {count} ภาพ", "ในหน้า")
    named = len(executives(matter)) if portraits and count else 0
    if count >= named:
        return seen
    note = f"ระบุชื่อผู้บริหาร {named} คน แต่มีภาพ {count} ภาพ โปรดเปิดดูว่ามีรูปถ่ายครบทุกคนหรือไม่"
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, note)
