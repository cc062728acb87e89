"""Columns of what was spent under a head in the agency's own words: ใช้งบไป (บาท), เงินที่จ่ายจริง.

A word of spending with one of money over sums is spending, in whatever order: surely where it says that it is done (ไป,
แล้ว, จริง), else where a budget stands beside it, as งบที่ใช้ alone may be the budget itself. Sums under a head that
nobody knows, none above its budget, may be what was spent: they are left to a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oit_checker.checks.observation import Observation
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Page, Table
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import fold

_YEAR = fold("ปีงบประมาณ")
_SPENDING = regex(fold("ใช้|(?<!ราย)จ่าย|เบิก"))
_MONEY = regex(fold("งบ|เงิน|บาท"))
_PLANNED = regex(fold("แผน|จะ|เป้า|คาด|ตั้ง|ประมาณการ|ได้รับ|จัดสรร|ขอ|อนุมัติ|รายจ่าย|ค่าใช้จ่าย|ไม่ใช้|แหล่ง|วิธี|จ่ายขาด|ร้อยละ"))
_IS_DONE = regex(fold("(?:ใช้|จ่าย|เบิก)+(?:งบประมาณ|งบ|เงิน)?(?:ไป|แล้ว|จริง|สะสม)"))
_BUDGET = regex(fold("^งบ|วงเงิน|ได้รับ|จัดสรร"))
# What sums beside a budget are for sure: parts of it by time, source or kind, or counts of something else.
_KNOWN = regex(
    fold(
        "งบ|เงิน|รวม|แผน|เป้า|ไตรมาส|เดือน|ปี|จำนวน|คน|ราย|หน่วย|ราคา|แหล่ง|ที่$|ลำดับ|รหัส|เลข|รับ|ตั้ง|จัดสรร|อุดหนุน|ครั้ง|วัน|โอน|ผล|ระยะ"
    )
    + r"|\d|[ก-ฮ]\.[ก-ฮ]\."
)
_SUM = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LEAST_SUMS = 2
_BARE = regex(
    fold(r"(?:งบประมาณ|งบ|วงเงิน)(?:ทั้งหมด|รวม|ดำเนินการ|โครงการ)*(?:\(?(?:หน่วย:?)?(?:ล้าน|พัน)?บาท\)?|\(?ลบ\.\)?)?")
)
_OF_SPENDING = regex(fold("ใช้จ่าย|เบิกจ่าย|ผลการใช้"))
_BEGINNING = 160  # letters of a passage in which a paper says what it tells


def is_of_spending(head: str, table: Table) -> bool:
    """Whether a head says in the agency's own words that sums below it were spent."""
    folded = fold(head).replace(_YEAR, "")
    if not _SPENDING.search(folded) or _PLANNED.search(folded):
        return False
    if _IS_DONE.search(folded):
        return True
    return _MONEY.search(folded) is not None and any(
        other != head and _is_budget(other) and _holds_sums(table, place) for place, other in enumerate(table.header)
    )


def is_bare_budget(head: str) -> bool:
    """Whether a head names money and nothing of its being spent or set aside: งบประมาณ (บาท)."""
    return _BARE.fullmatch(fold(head)) is not None


def speaks_of_spending(page: Page) -> bool:
    """Whether title, headings or the beginning of a paper say that it tells what was spent."""
    headings = (passage.text for passage in page.passages if passage.is_heading)
    begins = (passage.text[:_BEGINNING] for passage in page.passages[:2])
    tables = (table.heading for table in (*page.tables, *page.laid_out))
    said = fold(" | ".join(filter(None, (page.title, *headings, *begins, *tables))))
    return _OF_SPENDING.search(said) is not None


def sums_under_unknown_heads(tables: Iterable[Table]) -> Observation | None:
    """A doubt, where sums stand beside a budget under a head of which nobody knows what it means."""
    for table in tables:
        budget = next((place for place, head in enumerate(table.header) if _is_budget(head)), None)
        for place, head in enumerate(table.header):
            if budget is None or not head or place == budget or _KNOWN.search(fold(head)):
                continue
            sums = list(_sums(table, place, budget))
            if len(sums) >= _LEAST_SUMS and all(own <= whole for own, whole in sums):
                said = f"คอลัมน์ “{head}” มีจำนวนเงินข้างงบประมาณ แต่ชื่อคอลัมน์ไม่บอกว่าเป็นผลการใช้จ่าย โปรดเปิดดู และระบุให้ชัดหากใช่"
                return Observation(ComponentStatus.UNREADABLE, head, place_of_table(table), said)
    return None


def _is_budget(head: str) -> bool:
    folded = fold(head).replace(_YEAR, "")
    return _BUDGET.search(folded) is not None and not _SPENDING.search(folded)


def _holds_sums(table: Table, place: int) -> bool:
    """Whether a column holds sums of money, and not what pays for them (งบประมาณ: เงินรายได้)."""
    cells = (row[place] for row in own_rows(table) if place < len(row))
    return any(_SUM.fullmatch(arabic_digits(cell).strip()) for cell in cells)


def _sums(table: Table, place: int, budget: int) -> Iterator[tuple[float, float]]:
    """The sums of a column, each with that of the budget in its row."""
    for row in own_rows(table):
        if max(place, budget) < len(row):
            pair = [_SUM.fullmatch(arabic_digits(row[at]).strip()) for at in (place, budget)]
            if pair[0] is not None and pair[1] is not None:
                yield float(pair[0][0].replace(",", "")), float(pair[1][0].replace(",", ""))
