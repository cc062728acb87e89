"""What became better or worse since the last run (ตั้งแต่รอบก่อน), in words that every form of the report shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.model.labels import ITEM_STATUS
from oit_checker.model.report import Changes, GapReport, ItemChange
from reports.thai_date import thai_moment

HEADING = "ตั้งแต่รอบก่อน"
SAME = "สถานะของทุกข้อคงเดิม"
EARLIER = "สถานะรอบก่อน"
"""The column that tells the status of an item in the last run, where it was another."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The items that moved one way."""

    label: str
    items: tuple[ItemChange, ...]


def turns(changes: Changes) -> tuple[Turn, ...]:
    """What became worse first, as an officer acts on that; only the ways in which something moved."""
    found = (
        Turn("ถดถอย", changes.worse),
        Turn("ดีขึ้น", changes.better),
        Turn("เทียบไม่ได้ (มีรอบที่โปรแกรมมองไม่เห็น)", changes.unclear),
    )
    return tuple(turn for turn in found if turn.items)


def since(changes: Changes) -> str:
    """With which run this one is compared."""
    when = thai_moment(changes.since)
    return f"เทียบกับรายงานก่อนในโฟลเดอร์เดียวกัน ซึ่งตรวจเมื่อ {when} (คะแนน OIT โดยประมาณ {changes.oit:.2f})"


def moved(item: ItemChange) -> str:
    """ผ่าน → ต้องให้เจ้าหน้าที่ตรวจ."""
    return f"{ITEM_STATUS[item.before]} → {ITEM_STATUS[item.after]}"


def change_rows(report: GapReport) -> tuple[tuple[str, str], ...]:
    """A label and what is told under it; nothing where there is no run to compare with."""
    changes = report.changes
    if changes is None:
        return ()
    told = [(f"{turn.label} {len(turn.items)} ข้อ", _all(turn.items)) for turn in turns(changes)]
    return ((HEADING, since(changes) if told else f"{since(changes)} {SAME}"), *told)


def before(report: GapReport) -> dict[str, str]:
    """The status of an item in the last run, by its code, where it was another."""
    changes = report.changes
    if changes is None:
        return {}
    return {it.code: ITEM_STATUS[it.before] for it in (*changes.better, *changes.worse, *changes.unclear)}


def _all(items: tuple[ItemChange, ...]) -> str:
    return " · ".join(f"{item.code} {moved(item)}" for item in items)
