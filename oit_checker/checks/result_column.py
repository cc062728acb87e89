"""What became of each project: a column of results that is filled in, or the component's keywords.

min_count   how many different keywords must stand there where no such column is (default 2)

A column of results has a head such as ผล, ผลการดำเนินการ or ผลลัพธ์; what is expected (ผลที่คาดว่าจะได้รับ), what a risk
would do (ผลกระทบ) and what was spent are none. Where a table has none, สิ่งที่ทำแล้ว tells what was done, and so does
สิ่งที่ดำเนินการ with a cell that says so. Where all that such columns hold is nothing, dashes, or that nothing was done yet,
words elsewhere do not make up for it: they leave it to a person. So does the document's own title (รายงานผล…), and a
table of what is planned: neither tells a result. Nor does the sum that was spent, or the share of it (คิดเป็นร้อยละ 94).
Of a year that is over, a column whose cells all say that work is going on (อยู่ระหว่างดำเนินการ) tells no result either.
A sentence that claims that all of the plan was carried out, and names nothing that was done, is left to a person.

A list of measures tells them where each line says, behind a dash, what was done, with a count.

People tell of results in words that nobody has listed. So they lack for sure only where a column of results is blank,
or where the columns of all tables are those of a plan; anything else is left to a person.

FOUND       | โครงการ | ผล | / | อบรม | จัดแล้ว 2 รุ่น |
NOT FOUND   | โครงการ | ผล | / | อบรม | - | · | โครงการ | เป้าหมาย | งบประมาณ | / | อบรม | 40 คน | 9,000 |
UNREADABLE  a scanned page; an empty column of results in a document that tells of results elsewhere; a title alone;
            text that holds none of the words; a column in which everything was put off, called off, not begun or,
            in a year that is over, is still under way
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from oit_checker.checks.around import any_of
from oit_checker.checks.blanket import is_of_all_at_once
from oit_checker.checks.deeds import deed_of
from oit_checker.checks.keywords import best_place, keywords
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import TITLES, place_of_table
from oit_checker.checks.spending import holds_only_spending, tells_of_spending
from oit_checker.checks.told_measures import told_measures
from oit_checker.checks.undone import UNDER_WAY
from oit_checker.checks.untitled import untitled
from oit_checker.empty_columns import filled_header, own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

_OTHER = "|".join(
    map(fold, ("คาด", "เป้าหมาย", "กระทบ", "ประโยชน์", "เบิก", "จ่าย", "งบประมาณ", "วิเคราะห์", "ประเมิน", "คะแนน", "คูณ"))
)
_DO = f"(?:{fold('ทำ')}|จัด|{fold('ปฏิบัติ')}|{fold('ดำเนิน')}(?:การ|งาน)?)"
_OF_RESULTS = regex(
    rf"(?:{fold('สรุป')})?(?:ผล(?!ิต|ัก)|{fold('การดำเนินการที่ผ่านมา')}|{fold('ความสำเร็จที่เกิด')}"
    rf"|{fold('เกิดผล')}|{fold('เกิดอะไร')}|{fold('(?:สิ่งที่)?เกิดขึ้นจริง')}|{fold('(?:สิ่งที่|งานที่)?ทำได้')}|{fold('ได้ผล(?!ิต)')})(?!.*(?:{_OTHER}))"
)
_COUNTED_DEED = regex(fold(r"(?<!ยัง)(?:แล้ว|เสร็จ|ครบ(?!กำหนด|ถ้วน))[^\d]{0,12}\d|ไม่พบ"))
_OF_DEEDS_DONE = regex(rf"(?:(?:สิ่ง|งาน)ที่ได้{_DO}|(?:สิ่งที่|งานที่|การ)(?:ได้)?{_DO}(?:ไป)?(?:แล้ว|จริง))(?!.*(?:{_OTHER}))")
_OF_WHAT_IS_DONE = regex(rf"(?:สิ่ง|งาน)ที่{_DO}$")
_UNDONE = regex(
    fold(
        r"(?:ยังไม่|ไม่ได้(?:ดำเนิน|จัด|ทำ|เริ่ม)|ไม่มีการดำเนิน|ไม่สามารถ(?:ดำเนิน|จัด)|รอ(?:การ)?ดำเนิน|อยู่ระหว่างเตรียม"
        # จะเห็นได้ว่า… tells what came of it
        r"|(?:(?:มี|วาง|อยู่ใน)แผน|เตรียม(?:การ|ที่)?|กำลัง|คาด|(?:มี)?กำหนด|ตั้งใจ)?(?:ที่|ว่า)?จะ(?!เห็น)"
        r"|(?:ขอ|ได้|ถูก)?(?:เลื่อน(?!ระดับ|ขั้น|ตำแหน่ง|เงิน)|ยกเลิก|งดจัด|ชะลอ|ระงับ))"
    )
)
_UNDER_WAY = regex(UNDER_WAY)
_NOTHING = regex(r"[\W_]*|ไม่มี(?:ข้อมูล)?|✓")
_DEED = regex("แล้ว|เสร็จ|ได้ดำเนิน|บรรลุ|ผู้เข้า|ไม่พบ|ลดลง|คิดเป็น|จำนวนผู้")  # words of results, and no heads of columns
_OF_PROBLEMS = regex("อุปสรรค|ข้อเสนอแนะ")  # what went wrong and what to do next tell no result
# That something was done or made, in whatever words; where none of them stands below the title, nothing was told.
_DONE = regex(
    fold(
        r"(?<!ไม่)ได้(?:ดำเนิน|จัด|อบรม|ซ่อม|ก่อสร้าง|ทำ|ผล)|แล้ว|เสร็จ|บรรลุ|สำเร็จ|ผู้เข้า|ผู้ผ่าน|ผู้ได้รับ|มีคน|คนมา|ลดลง|เพิ่มขึ้น|ทำได้|ผลงาน|จากเป้า|เกินเป้า|สูงกว่าเป้า"
    )
)
_WAS_DONE = regex(fold(r"(?<!ไม่)ได้(?:ดำเนิน|จัด|อบรม|ทำ)|แล้ว|เสร็จ|ครบ(?!กำหนด|ถ้วน)|บรรลุ|ผู้เข้า|มีคน|มีผู้|ไม่พบ|ลดลง"))
_FIGURE = regex(r"\d*[1-9][\d.,]*%?")
_THINGS = "โครงการ|กิจกรรม|มาตรการ|แผนงาน|ความเสี่ยง|เหตุการณ์|หลักสูตร"
_OF_THINGS = regex(fold(_THINGS))
_OF_A_PLAN = regex(
    fold(
        rf"(?:{_THINGS}|ลำดับ|ที่$|รหัส|ชื่อ|รายการ|ประเด็น|เป้า|กลุ่มเป้า|ค่าเป้า|งบ|วงเงิน|ระยะ|เวลา|ช่วง|ห้วง|กำหนด|ไตรมาส|เดือน|วันที่|ผู้รับผิดชอบ|หน่วย|ส่วน|กอง"
        r"|วัตถุประสงค์|ตัวชี้วัด|ขั้นตอน|วิธี|แนวทาง|หมายเหตุ|โอกาส|ผลกระทบ|ผลที่คาด|ระดับ|คะแนน|สถานที่|กระบวนงาน|จำนวน|ยุทธศาสตร์|กลยุทธ์)"
    )
)
_OF_MONEY = regex(fold("เบิก|จ่าย|งบประมาณ"))
_LEAST_TEXT = 40  # letters of a text or a row that may tell a result
_QUOTED = 100
_OF_DEEDS = regex(fold("แล้ว|ได้ดำเนิน|ที่ดำเนิน|ที่จัด|ที่ทำ|ผู้เข้า|ผลการ|จริง"))
_MOST_SHORT = 2  # letters of a cell that tell nothing; figures tell


@dataclass(frozen=True, slots=True)
class _Column:
    head: str
    table: Table
    cells: tuple[str, ...]
    tells: bool = True

    @property
    def told(self) -> tuple[str, ...]:
        """The cells that tell what became of a row."""
        return tuple(cell for cell in self.cells if _tells(cell)) if self.tells else ()


def result_column(
    component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 2
) -> Observation:
    """Look for a column of results with something in each row, then for the keywords."""
    columns = [_if_over(column, matter, wanted) for column in _columns(matter)]
    full = next((column for column in columns if column.told and len(column.told) == len(column.cells)), None)
    if full is not None:
        return found(f"{full.head}: {full.told[0]}", place_of_table(full.table))
    if not columns or any(column.told for column in columns):
        seen = keywords(component, matter, wanted, min_count=min_count)
        if seen.status is ComponentStatus.FOUND:
            return seen if columns else _unless_title(component, matter, seen)
        deed = deed_of(matter, wanted)
        if deed is not None:
            return found(deed.snippet, deed.place)
        return (told_measures(matter) if not columns else None) or _unless_plan(component, matter, wanted)
    column = columns[0]
    said = next(filter(None, column.cells), None)
    note = f"มีคอลัมน์ “{column.head}” แต่ไม่มีผลของรายการใดในคอลัมน์" + (f" มีเพียง “{said}”" if said else "")
    seen = _deeds(component, matter, wanted)
    if seen.status is ComponentStatus.FOUND:
        return replace(seen, status=ComponentStatus.UNREADABLE, note=f"{note} โปรดเปิดดูว่าแสดงผลไว้ที่อื่นในเอกสารหรือไม่")
    undone = next((cell for cell in column.cells if _UNDONE.match(fold(cell)) or _UNDER_WAY.match(fold(cell))), None)
    if undone is not None:
        said = (
            f"ผลที่แสดงมีเพียงว่ายังไม่ได้ดำเนินการ ยังไม่แล้วเสร็จ เลื่อน หรือยกเลิก: “{undone}” "
            "โปรดเปิดดู และเพิ่มผลของรายการที่ดำเนินการแล้ว หากมี"
        )
        return Observation(ComponentStatus.UNREADABLE, undone, place_of_table(column.table), said)
    return absent(f"{note} โปรดเพิ่มผลของแต่ละรายการ")


def _if_over(column: _Column, matter: Matter, wanted: FiscalYear | None) -> _Column:
    """The column; of a year that is over, what is still under way tells nothing where it is all that is told."""
    if wanted is None or not wanted.is_over(matter.today):
        return column
    is_open = not all(_UNDER_WAY.match(fold(cell)) for cell in column.told)
    return column if is_open else replace(column, tells=False)


def _deeds(component: Component, matter: Matter, wanted: FiscalYear | None) -> Observation:
    deeds = tuple(word for word in component.keywords if _DEED.search(word))
    return keywords(component.model_copy(update={"keywords": deeds}), matter, wanted)


def _unless_plan(component: Component, matter: Matter, wanted: FiscalYear | None) -> Observation:
    """A doubt, where the results may be told in other words; a lack where all that is shown is a plan."""
    heads = [[head for head in filled_header(table) if head] for table in matter.tables]
    is_plan = any(len(head) > 1 and any(map(_OF_THINGS.search, map(fold, head))) for head in heads)
    if not is_plan or not all(_is_of_plan(fold(name)) for head in heads for name in head):
        return _may_be_told(matter)
    seen = _deeds(component, matter, wanted)
    longest = max(heads, key=lambda head: len(head))  # the table that says most
    note = f"ตารางมีเพียงคอลัมน์ของแผน ({' · '.join(longest)}) ไม่มีคอลัมน์ผล"
    if seen.status is ComponentStatus.FOUND:
        return replace(seen, status=ComponentStatus.UNREADABLE, note=f"{note} โปรดเปิดดูว่าแสดงผลไว้ที่อื่นในเอกสารหรือไม่")
    return absent(f"{note} โปรดเพิ่มผลของแต่ละรายการ")


def _is_of_plan(head: str) -> bool:
    return (_OF_A_PLAN.match(head) is not None and _OF_DEEDS.search(head) is None) or _OF_MONEY.search(head) is not None


def _may_be_told(matter: Matter) -> Observation:
    """A doubt where a table or a text tells of things to be done, in whatever words; titles and links do not."""
    heads = ((" | ".join(filter(None, table.header)), place_of_table(table)) for table in matter.tables)
    texts = ((chunk.text, chunk.place) for chunk in matter.chunks if not (chunk.is_claim or chunk.place in TITLES))
    long = ((text, place) for text, place in texts if len(text) >= _LEAST_TEXT)
    shown = next(((text, place) for text, place in (*heads, *long) if _OF_THINGS.search(fold(text))), None)
    if shown is None:
        return absent()
    note = "ไม่พบถ้อยคำหรือคอลัมน์ที่บอกผล แต่อาจแสดงผลด้วยถ้อยคำอื่น โปรดเปิดดู และเพิ่มผลของแต่ละรายการหากยังไม่มี"
    return Observation(ComponentStatus.UNREADABLE, squeeze(shown[0])[:_QUOTED], shown[1], note)


def _unless_title(component: Component, matter: Matter, seen: Observation) -> Observation:
    """What the keywords show, quoted from below the title; a doubt where no word of results stands there."""
    below = matter.of(untitled(matter.page))
    words = tuple(word for word in component.keywords if not _OF_PROBLEMS.search(word))
    asked = component.model_copy(update={"keywords": words})
    place = best_place(asked, below, unless=any_of(tells_of_spending, is_of_all_at_once))
    deed = next(below.spans(_DONE, unless=is_of_all_at_once), None) if place is None else None
    place = below.place_at(*deed) if deed is not None else place
    if place is not None:
        return found(place.snippet, place.place)
    claim = next(below.spans(_DONE), None)
    return _untold(seen, below) if claim is None else _claimed(below.place_at(*claim))


def _claimed(claim: Place) -> Observation:
    """A doubt, where all that is told of results is that the whole plan was carried out."""
    said = f"“{claim.snippet}” กล่าวรวมว่าดำเนินการตามแผนแล้ว แต่ไม่พบผลของแต่ละรายการ โปรดเปิดดู และเพิ่มผลของแต่ละรายการหากยังไม่มี"
    return Observation(ComponentStatus.UNREADABLE, claim.snippet, claim.place, said)


def _untold(seen: Observation, below: Matter) -> Observation:
    """Where no word of results stands below the title: a lack where there is nothing but money, else a doubt."""
    if not (below.tables or below.page.pictures) and holds_only_spending(below.lines):
        return absent("มีเพียงการใช้จ่ายงบประมาณ ปัญหา หรือข้อเสนอแนะ โปรดเพิ่มผลของแต่ละรายการ")
    what = "เป็นเพียงชื่อเอกสาร หัวข้อ หรือหัวตาราง"
    folded = fold(seen.snippet or "")
    if _OF_PROBLEMS.search(seen.snippet or "") or tells_of_spending(folded, 0, len(folded)):
        what = "บอกการใช้จ่าย ปัญหา หรือข้อเสนอแนะ"
    said = f"“{seen.snippet}” {what} ไม่พบผลของแต่ละรายการ โปรดเปิดดู และเพิ่มผลหากยังไม่มี"
    return Observation(ComponentStatus.UNREADABLE, seen.snippet, seen.place, said)


def _columns(matter: Matter) -> Iterator[_Column]:
    """The columns of results, with a cell for each row that holds anything else."""
    for table in matter.tables:
        rows = [row for row in own_rows(table) if len({cell for cell in row if cell}) > 1 or sum(map(bool, row)) == 1]
        all_cells = [
            tuple(row[place] if place < len(row) else "" for row in rows) for place in range(len(table.header))
        ]
        columns = [_Column(head, table, cells) for head, cells in zip(table.header, all_cells, strict=True) if cells]
        results = [column for column in columns if _OF_RESULTS.match(fold(column.head))]
        yield from results or filter(_tells_deeds, columns)


def _tells_deeds(column: _Column) -> bool:
    """Whether a column without a word of results tells what was done.

    สิ่งที่ดำเนินการ does where a cell says that it was; a head that no plan has where each cell does, with a count.
    """
    head = fold(column.head)
    was_done = _OF_WHAT_IS_DONE.match(head) and any(_WAS_DONE.search(fold(cell)) for cell in column.cells)
    is_told = not _is_of_plan(head) and all(_COUNTED_DEED.search(fold(cell)) and _tells(cell) for cell in column.cells)
    return bool(was_done) or is_told or _OF_DEEDS_DONE.match(head) is not None


def _tells(cell: str) -> bool:
    folded = fold(cell)
    if _FIGURE.fullmatch(folded):
        return True
    return len(folded) > _MOST_SHORT and not _NOTHING.fullmatch(cell.strip()) and not _UNDONE.match(folded)
