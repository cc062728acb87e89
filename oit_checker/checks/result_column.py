"""What became of each project: a column of results that is filled in, or the component's keywords.

min_count   how many different keywords must stand there where no such column is (default 2)

A column of results has a head such as ผล, ผลการดำเนินการ or ผลลัพธ์; what is expected (ผลที่คาดว่าจะได้รับ), what a risk
would do (ผลกระทบ) and what was spent are none. Where all that such columns hold is nothing, dashes, or that nothing
was done yet, words elsewhere do not make up for it: they leave it to a person.

FOUND       | โครงการ | ผล | / | อบรม | จัดแล้ว 2 รุ่น |
NOT FOUND   | โครงการ | ผล | / | อบรม | - |
UNREADABLE  a scanned page; an empty column of results in a document that tells of results elsewhere
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from oit_checker.checks.empty_columns import own_rows
from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.text import fold

_OTHER = "|".join(
    map(fold, ("คาด", "เป้าหมาย", "กระทบ", "ประโยชน์", "เบิก", "จ่าย", "งบประมาณ", "วิเคราะห์", "ประเมิน", "คะแนน", "คูณ"))
)
_OF_RESULTS = re.compile(
    rf"(?:{fold('สรุป')})?(?:ผล(?!ิต|ัก)|{fold('สิ่งที่ได้ดำเนิน')}|{fold('การดำเนินการที่ผ่านมา')}|{fold('ความสำเร็จที่เกิด')})"
    rf"(?!.*(?:{_OTHER}))"
)
_UNDONE = re.compile(
    f"(?:{fold('ยังไม่')}|{fold('ไม่ได้ดำเนิน')}|{fold('ไม่มีการดำเนิน')}|{fold('รอ')}(?:การ)?{fold('ดำเนิน')}|{fold('จะดำเนิน')}|{fold('อยู่ระหว่างเตรียม')})"
)
_NOTHING = re.compile(r"[\W_]*|ไม่มี(?:ข้อมูล)?|✓")
_DEED = re.compile("แล้ว|เสร็จ|ได้ดำเนิน|บรรลุ|ผู้เข้า|ไม่พบ|ลดลง|คิดเป็น|จำนวนผู้")  # words of results, and no heads of columns
_FIGURE = re.compile(r"\d*[1-9][\d.,]*%?")
_MOST_SHORT = 2  # letters of a cell that tell nothing; figures tell


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    table: Table
    cells: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """The cells that tell what became of a row."""
        return tuple(cell for cell in self.cells if _tells(cell))


def result_column(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2
) -> Observation:
    """Look for a column of results with something in each row, then for the keywords."""
    columns = list(_columns(matter))
    full = next((column for column in columns if column.told and len(column.told) == len(column.cells)), None)
    if full is not None:
        return found(f"{full.head}: {full.told[0]}", place_of_table(full.table))
    if not columns or any(column.told for column in columns):
        return keywords(component, matter, wanted, min_count=min_count)
    column = columns[0]
    said = next(filter(None, column.cells), None)
    note = f"มีคอลัมน์ “{column.head}” แต่ไม่มีผลของรายการใดในคอลัมน์" + (f" มีเพียง “{said}”" if said else "")
    deeds = tuple(word for word in component.keywords if _DEED.search(word))
    seen = keywords(component.model_copy(update={"keywords": deeds}), matter, wanted)
    if seen.status is ComponentStatus.FOUND:
        return replace(seen, status=ComponentStatus.UNREADABLE, note=f"{note} โปรดเปิดดูว่าแสดงผลไว้ที่อื่นในเอกสารหรือไม่")
    return absent(f"{note} โปรดเพิ่มผลของแต่ละรายการ")


def _columns(matter: Matter) -> Iterator[_Column]:
    """The columns of results, with a cell for each row that holds anything else."""
    for table in matter.tables:
        rows = [row for row in own_rows(table) if len({cell for cell in row if cell}) > 1 or sum(map(bool, row)) == 1]
        for place, head in enumerate(table.header):
            if _OF_RESULTS.match(fold(head)):
                cells = tuple(row[place] if place < len(row) else "" for row in rows)
                if cells:
                    yield _Column(head, table, cells)


def _tells(cell: str) -> bool:
    folded = fold(cell)
    if _FIGURE.fullmatch(folded):
        return True
    return len(folded) > _MOST_SHORT and not _NOTHING.fullmatch(cell.strip()) and not _UNDONE.match(folded)
