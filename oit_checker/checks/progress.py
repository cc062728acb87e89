"""What has become of each project so far: a column of progress that is filled in, or words that tell a state.

columns     words that head such a column (ความก้าวหน้า, สถานะ); one of fewer than five letters must be all of it (ผล)
states      those of the keywords that tell a state by themselves (แล้วเสร็จ, อยู่ระหว่างดำเนินการ)
min_count   how many different keywords must stand where no such column is known, one of them a state (default 2);
            titles, headings and dates (ความก้าวหน้า, รอบ 6 เดือน, ข้อมูล ณ วันที่) tell of no project

A column counts where half of the rows or more are told: in words, a figure or a tick, and not that it is still to come.
Where no head says so, a column of a table of projects does in which every cell tells what was done (ติดตั้งแล้ว 12 ตัว).

FOUND       | งาน | สถานะ | / | ทำฝาย | เสร็จร้อยละ 40 | · ความก้าวหน้า: ทำฝายแล้วเสร็จ
NOT FOUND   | งาน | ผลการดำเนินงาน | / | ทำฝาย | | · แผนและความก้าวหน้า รอบ 6 เดือน, and a plan
UNREADABLE  a scanned page; a blank column of the kind that people colour (สถานะ); a column with fewer rows told; a
            blank column in a document that tells a state elsewhere
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_checker.checks.around import is_to_come
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.empty_columns import is_blank, is_written_in, own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import EMPTY_COLUMN
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

_SHORT = 5  # letters below which a word of `columns` must be the whole head
_OTHERS = ("คาด", "กระทบ", "ประโยชน์", "เบิก", "จ่าย", "งบประมาณ", "กำหนด", "ให้แล้วเสร็จ", "ปีก่อน", "ที่ผ่านมา", "ปีที่แล้ว")
_OF_SOMETHING_ELSE = regex("|".join(map(fold, _OTHERS)))
_NO_STATE = regex(rf"[-–—.…_\s]*|(?:จะ(?!{fold('ต้อง')})|รอ|{fold('ยังไม่ถึง')}|{fold('ให้ระบุ')}|{fold('โปรดระบุ')}).*")


_OF_PROJECTS = regex(r"โครงการ|กิจกรรม|แผนงาน|รายการ")
_OF_NO_PROGRESS = regex(
    _OF_SOMETHING_ELSE.pattern + "|" + "|".join(map(fold, ("เป้า", "ตัวชี้วัด", "วัตถุประสงค์", "วิธี", "ขั้นตอน", "งบ", "เงิน")))
)
# "อบรมแล้ว 6 รุ่น", "เทพื้นชั้น 2 แล้ว", "เสร็จร้อยละ 40"; neither "เบิกแล้ว 9,000" nor "ให้แล้วเสร็จภายในมีนาคม".
_DEED = regex(
    r"แล้ว(?!\s?เสร็จ(?:ใน|ภายใน|ตาม|เดือน|ก่อน))|เสร็จ(?!ใน|ภายใน|ตาม|เดือน|ก่อน)|กำลัง(?!พล|คน|ใจ|การผลิต)[ก-๎]{3}|อยู่ระหว่าง"
)
_NO_DEED = regex(r"^\s*(?:เบิก|จ่าย|ใช้|จะ|ให้|ต้อง|ยังไม่)|เมื่อ[^|]{0,30}แล้ว")
_LEAST_TOLD = 2


@dataclass(frozen=True, slots=True)
class _Progress:
    """The columns of progress of one table: their heads, and of each of its rows what stands in them."""

    heads: tuple[str, ...]
    table: Table
    rows: tuple[tuple[str, ...], ...]

    @property
    def told(self) -> list[str]:
        """Of each row that is told what tells it."""
        cells = (next((cell for cell in row if not _NO_STATE.fullmatch(fold(cell))), None) for row in self.rows)
        return [cell for cell in cells if cell is not None]


def progress(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    columns: list[str],
    states: list[str],
    min_count: int = 2,
) -> Observation:
    """Look at the columns of progress, then for the keywords."""
    tables = list(_tables(matter, matter.folded_words(columns))) or list(_told_tables(matter))
    best = max(tables, key=lambda table: len(table.told) / len(table.rows), default=None)
    if best is not None and 2 * len(best.told) >= len(best.rows):
        return found(f"{squeeze(best.heads[0])}: {squeeze(best.told[0])[:100]}", place_of_table(best.table))
    state = best_place(component.model_copy(update={"keywords": tuple(states)}), matter, unless=is_to_come)
    if best is None:
        enough = state is not None and best_place(component, matter, min_count) is not None
        return found(state.snippet, state.place) if state is not None and enough else absent()
    note = _note(best)
    if best.told or state is not None or not all(map(is_written_in, best.heads)):
        snippet = state.snippet if state is not None else f"{best.heads[0]}: {next(iter(best.told), '')}"
        return Observation(ComponentStatus.UNREADABLE, snippet, place_of_table(best.table), f"{note} โปรดเปิดดู")
    return absent(note)


def _note(table: _Progress) -> str:
    head, told = table.heads[0], table.told
    if told:
        return f"คอลัมน์ “{head}” มีข้อมูลเพียง {len(told)} จาก {len(table.rows)} รายการ"
    said = next((cell for row in table.rows for cell in row if not is_blank(cell)), None)
    if said is not None:
        return f"คอลัมน์ “{head}” ไม่มีความก้าวหน้าของรายการใด มีเพียง “{said}”"
    blank = f"มีคอลัมน์ “{head}” {EMPTY_COLUMN}"
    return blank if is_written_in(head) else f"{blank} อาจแสดงเป็นสีหรือเครื่องหมาย"


def _tables(matter: Matter, words: Sequence[str]) -> Iterator[_Progress]:
    """The tables with columns of progress; rows that say one thing are headings, except where there are two columns."""
    for table in matter.tables:
        places = [place for place, head in enumerate(table.header) if _is_of_progress(matter.fold(head), words)]
        least = 1 if len(table.header) == 2 else 2
        rows = [row for row in own_rows(table) if len({cell for cell in row if cell}) >= least]
        if places and rows:
            cells = tuple(tuple(row[place] for place in places if place < len(row)) for row in rows)
            yield _Progress(tuple(table.header[place] for place in places), table, cells)


def _told_tables(matter: Matter) -> Iterator[_Progress]:
    """The tables of projects with a column, whatever its head, in which every cell tells what was done."""
    for table in matter.tables:
        if not any(_OF_PROJECTS.search(head) for head in table.header):
            continue
        for place, head in enumerate(table.header):
            cells = [row[place] if place < len(row) else "" for row in own_rows(table)]
            is_other = _OF_PROJECTS.search(head) or _OF_NO_PROGRESS.search(fold(head))
            if len(cells) >= _LEAST_TOLD and not is_other and all(map(_tells_a_deed, cells)):
                yield _Progress((head,), table, tuple((cell,) for cell in cells))


def _tells_a_deed(cell: str) -> bool:
    return _DEED.search(cell) is not None and _NO_DEED.search(cell) is None


def _is_of_progress(head: str, words: Sequence[str]) -> bool:
    return not _OF_SOMETHING_ELSE.search(head) and any(
        word == head if len(word) < _SHORT else word in head for word in words
    )
