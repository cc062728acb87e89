"""Sums of money: amounts beside or below the component's keywords (งบประมาณ, วงเงิน), or words that none was spent.

min_count   how many amounts must stand there, each counted where it stands (default 2); a column that says of each row
            what it costs is enough
own         only amounts beside or below a keyword, or another name of what was spent, count, not just any with บาท:
            what was spent is not what was planned
spent       the same for a report, whose only column of money (งบประมาณ) is that of what was spent: amounts called
            planned (ที่ตั้งไว้, ได้รับจัดสรร) do not count, nor does any other column of a table that has one of what was
            spent, be it filled or not
planned     the sums are a plan's: what was spent (เบิกจ่ายสะสม) is no budget, nor is a limit (วงเงินเกิน 500,000 บาท), nor
            all that the agency has for the year (งบประมาณรายจ่ายของหน่วยงาน)

A heading of money is no money. Amounts are numbers with บาท, numbers beside a keyword, and whatever numbers stand in a
table below a heading that holds one; "-" and ไม่มี there say that there is none. In a PDF whose columns cannot be told
figures that look like sums, 40,000 or 40.00, count below such a heading; with `own` there must be two side by side, or
it is left to a person.

FOUND       โครงการที่ 1 ใช้เงิน 40,000 บาท โครงการที่ 2 ใช้เงิน 40,000 บาท
NOT FOUND   | โครงการ | งบประมาณ | / | อบรม | | · จำนวน 2 รุ่น รุ่นละ 40 คน · | โครงการ | เบิกจ่าย (บาท) |   (planned)
UNREADABLE  a scanned page; a column of money with words, dashes or gaps; figures that may be of another column; with
            `own`, sums beside the budget under a head that nobody knows
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.checks.planned_sums import (
    is_of_agency,
    is_planned,
    is_word_of_a_plan,
    names_spending,
    spent_cells,
    without_others,
)
from oit_checker.checks.spending_heads import (
    is_bare_budget,
    is_of_spending,
    speaks_of_spending,
    sums_under_unknown_heads,
)
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import fold

_UNIT = "(?:พัน|หมื่น|แสน|ล้าน)?"
# Patterns begin with a digit and look back from there: to look back first, at every letter of a page, is slow.
_BAHT = regex(rf"\d(?<![\d.,]\d)[\d,]*(?:\.\d+)?\s*(?:\(?{_UNIT}\s*บาท|\.-)")
# In a column of money: a sum with what may stand about it, or words that there is none.
_CELL = regex(rf"[^\d]{{0,12}}\d[\d,]*(?:\.\d+)?\s*(?:%|\.-|{_UNIT}\s*บาท)?(?:\s*\(.*\))?|ไม่(?:มี|ใช้|ได้ใช้|ต้องใช้|เสีย).*")
_BROKEN = regex(r"(?<=[\d.,])\s+(?=[\d.,])")  # a sum that goes on in the next line of a narrow cell
_DASH = regex(r"[-–—]+")
# In text: thousands or satang, with no unit of anything else after them.
_OTHERS = "%|คน|ราย|ครั้ง|แห่ง|เรื่อง|กม|ไร่|ตร|เมตร|ครัวเรือน|ฉบับ|ชิ้น|หลัง|คะแนน|ตัว|ชุด|อัน|เล่ม|โครงการ|กิจกรรม|รุ่น|วัน"
_SUM = rf"\d(?<![\d.,/]\d)(?:\d{{0,2}}(?:,\d{{3}})+(?:\.\d+)?|\d*\.\d{{2}})(?![\d,/])(?!\s*(?:{_OTHERS}))"
_SUMS = regex(_SUM)
_SIDE_BY_SIDE = regex(rf"{_SUM}(?:\s*บาท)?\s+{_SUM}")
_MILLIONS = regex(r"ลบ\.|ล้าน")
_OF_MILLIONS = regex(rf"{_SUM}|(?<![\d.,/])\d+\.\d(?![\d,/])(?!\s*(?:{_OTHERS}))")  # 12.5 under "(ลบ.)"
_SECOND_ROW = regex(r"(?<![\d.,/])2(?!\d)[.)]?\s*[ก-ฮเ-ไ]")
_YEAR = r"(?:2[45]|20)\d\d(?!\d)"
_PLAIN = rf"(?!{_YEAR})\d{{4,10}}(?![\d,/])(?!\s*(?:{_OTHERS}))"
# What may stand between a word for money and its figure; the name of the next row's project may not.
_LEADS = (
    "แล้ว|จริง|สะสม|ทั้งสิ้น|ทั้งหมด|ทั้งปี|จำนวน|เป็นเงิน|เป็น|คิด|ไป|รวม|เงิน|งบประมาณ|ที่ได้รับ|ได้รับ|จัดสรร|ตั้งไว้|ที่ใช้|จ่าย|บาท|ประมาณ|ร้อยละ"
)
_BESIDE = regex(
    rf"(?:[\s:()=|-]|{_LEADS}){{0,12}}?(?:{_SUM}|{_PLAIN}|(?<=ร้อยละ )\d|(?<=ร้อยละ)\d|\d[\d.,]*\s*{_UNIT}\s*บาท)"
)
_NONE = regex(r"(?:ที่ใช้|ใช้ไป|\(บาท\)|\s)*[:|]\s*(?:-\s*)?ไม่(?:มี|ใช้|ได้ใช้|ต้องใช้|เสีย)")
_PLAN = "(?:" + "|".join(map(fold, ("ตั้งไว้", "ได้รับ", "จัดสรร", "แผน", "อนุมัติ", "ประมาณการ", "ที่ขอ", "คาดว่า", "จะใช้"))) + ")"
_PLANNED = regex(f"{_PLAN}|{fold('วงเงินงบ')}")
_PLANNED_SUM = regex(f"(?:งบ|{fold('งบประมาณ')}|เงิน)(?:ที่|ตาม)?{_PLAN}|{fold('วงเงินงบ')}")
_LEADS_PLAN = regex(fold("แผน(?:การ)?(?:ใช้|เบิก|จ่าย)*$"))
_SPENT = regex("|".join(map(fold, ("(?<!จะ)ใช้", "(?<!ราย)จ่าย", "เบิก", "คงเหลือ", "ผูกพัน"))))
_SPENT_ALONE = regex(fold(r"(?:ผล)?(?:การ)?(?:ที่)?(?:ใช้|เบิก|จ่าย)+(?:จริง|ไป|แล้ว|สะสม)*(?:\(.*\))?"))  # a head without งบ
_TO_SPEND = regex(fold("แผน(?:การ)?(?:ใช้|เบิก|จ่าย)+"))
_DENIES = regex("(?:ไม่|มิได้)")
_DIGITS = regex(r"\d{2},?\d{3}")
_MONEY = regex(fold("^งบ") + "|" + fold("บาท") + "|" + fold("ลบ.").replace(".", r"\.") + "|^" + fold("จำนวนเงิน"))
_FIRST_DIGIT = regex(r"\d")
_THE_YEAR = "ปีงบประมาณ"
_BELOW = 8000  # letters below a heading in which its figures stand; a paper may name money on each of its lines
_HEAD_ROWS = 3  # within which a table names its columns
_AHEAD = 80  # characters after a keyword in which its figure stands


@dataclass(frozen=True, slots=True)
class _Column:
    """A column under a heading of money: the cells that tell of it, whether all rows do, what else stands there."""

    head: str
    table: Table
    told: tuple[str, ...]
    is_whole: bool
    dash: str | None
    words: str | None


def amounts(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    min_count: int = 2,
    own: bool = False,
    spent: bool = False,
    planned: bool = False,
) -> Observation:
    """Look for amounts in the text and in columns of money; the first is quoted."""
    least = max(min_count, 1)
    columns = known = list(_columns(component, matter, own=own, spent=spent))
    allotted: list[_Column] = []
    if spent:
        columns = known = _of_spending(columns)
        allotted = [] if speaks_of_spending(matter.page) else [one for one in columns if is_bare_budget(one.head)]
        columns = [column for column in columns if column not in allotted]
    elif planned:
        columns = [column for column in known if not names_spending(column.head)]
    whole = next((column for column in columns if column.is_whole and column.told), None)
    in_text = [*_beside(component, matter, spent=spent, planned=planned)]
    in_text += [] if own or spent else _in_text(matter, planned=planned)
    in_columns = [(column, cell) for column in columns for cell in (*column.told, *filter(None, (column.dash,)))]
    if len(in_text) >= least:
        return found(in_text[0].snippet, in_text[0].place)
    if whole is not None or (len(in_columns) >= least and any(column.told for column in columns)):
        column = whole or next(column for column in columns if column.told)
        return found(f"{column.head}: {column.told[0]}", place_of_table(column.table))
    if (bare := next((column for column in allotted if column.told), None)) is not None:
        return _may_be_allotted(bare)
    seen = _in_lines(component, matter, known, least, own=own, spent=spent, planned=planned)
    if seen is None and own and not columns:
        seen = sums_under_unknown_heads(matter.tables)
    return seen if seen is not None else _of_columns(columns, least, own=own)


def _may_be_allotted(column: _Column) -> Observation:
    snippet, place = f"{column.head}: {column.told[0]}", place_of_table(column.table)
    note = f"คอลัมน์ “{column.head}” อาจเป็นงบประมาณที่ได้รับ ไม่ใช่ที่ใช้จ่ายจริง โปรดเปิดดู และเพิ่มผลการใช้จ่ายของแต่ละรายการ"
    return Observation(ComponentStatus.UNREADABLE, snippet, place, note)


def _in_text(matter: Matter, *, planned: bool) -> Iterator[Place]:
    others = set(spent_cells(matter.tables)) if planned else set()
    for chunk in matter.chunks:
        for seen in () if chunk.is_claim else _BAHT.finditer(text := arabic_digits(chunk.text)):
            cell = f"{text[: seen.start()].rpartition('|')[2]}{text[seen.start() :].partition('|')[0]}".strip()
            if not planned or (cell not in others and is_planned(text, *seen.span())):
                yield matter.quote(chunk, *seen.span())


def _of_spending(columns: Sequence[_Column]) -> list[_Column]:
    """The columns that tell what was spent: of each table those that are called so, else those not called planned."""
    by_name = [column for column in columns if _is_spent(column.head)]
    others = (column for column in columns if not any(column.table is named.table for named in by_name))
    return [*by_name, *(column for column in others if not _PLANNED.search(fold(column.head)))]


def _is_spent(text: str) -> bool:
    """Whether words call a sum spent: ใช้ไป, เบิกจ่าย; แผนการใช้จ่าย and รายจ่าย do not."""
    return _SPENT.search(_TO_SPEND.sub(fold("แผน"), fold(text))) is not None


def _names_a_plan(text: str, start: int) -> bool:
    """Whether the word at `start` begins the name of a planned sum (งบประมาณที่ตั้งไว้), or ends it (แผนการใช้จ่าย)."""
    is_led = _LEADS_PLAN.search(fold(text[max(0, start - _AHEAD) : start])) is not None
    return is_led or _PLANNED_SUM.match(fold(text[start : start + _AHEAD])) is not None


def _beside(component: Component, matter: Matter, *, spent: bool, planned: bool) -> Iterator[Place]:
    """Each place where a keyword says that there was no money, or has a figure after it in its clause."""
    ends: dict[Chunk, int] = {}
    for word in sorted(component.keywords, key=len, reverse=True):
        for chunk, start, end in matter.stands(word):
            if _DENIES.match(word):
                yield matter.quote(chunk, start, end)
            elif "บาท" not in word and not arabic_digits(chunk.text[max(0, start - 3) : start]).strip().endswith("ปี"):
                after = arabic_digits(chunk.text[end : end + _AHEAD])
                seen = _BESIDE.match(after) or _NONE.match(after)
                said = chunk.text[start : end + seen.end()] if seen is not None else ""
                if seen is None or (spent and _PLANNED.search(fold(said)) and not _is_spent(said)):
                    continue
                if planned and (names_spending(said) or not is_word_of_a_plan(chunk.text, start, end)):
                    continue
                sum_at = _FIRST_DIGIT.search(chunk.text, end)
                if planned and sum_at is not None and is_of_agency(chunk.text, sum_at.start()):
                    continue
                if ends.get(chunk) != end + seen.end():
                    ends[chunk] = end + seen.end()
                    yield matter.quote(chunk, start, end + seen.end())


def _columns(component: Component, matter: Matter, *, own: bool, spent: bool) -> Iterator[_Column]:
    words = [matter.fold(word) for word in component.keywords]
    for table in matter.tables:
        for place in range(len(table.header)):
            cells = [row[place] if place < len(row) else "" for row in (table.header, *own_rows(table))]
            named = [
                number
                for number, cell in enumerate(cells[: _HEAD_ROWS + 1])
                if _is_of_money(cell, words, own=own)
                or (spent and _SPENT_ALONE.fullmatch(fold(cell)))
                or (own and is_of_spending(cell, table))
            ]
            if named and not _DIGITS.search(cells[named[0]]):
                yield _column(table, cells[named[0]], cells[named[0] + 1 :], own_rows(table)[named[0] :])


def _column(table: Table, head: str, cells: Sequence[str], rows: Sequence[Sequence[str]]) -> _Column:
    said = [_BROKEN.sub("", arabic_digits(cell.strip())) for cell in cells]
    told = tuple(cell for cell, plain in zip(cells, said, strict=True) if _CELL.fullmatch(plain))
    dash = next((cell for cell, plain in zip(cells, said, strict=True) if _DASH.fullmatch(plain)), None)
    other = (cell for cell, plain in zip(cells, said, strict=True) if plain and not _CELL.fullmatch(plain))
    words = next((cell for cell in other if not _DASH.fullmatch(cell.strip()) and len(fold(cell)) > 1), None)
    asked = [plain for plain, row in zip(said, rows, strict=True) if sum(map(bool, row)) > 1 and len(set(row)) > 1]
    is_whole = bool(asked) and all(_CELL.fullmatch(plain) or _DASH.fullmatch(plain) for plain in asked)
    return _Column(head, table, told, is_whole, dash, words)


def _is_of_money(head: str, words: Sequence[str], *, own: bool) -> bool:
    folded = fold(head).replace(fold(_THE_YEAR), "")
    return any(word in folded for word in words) or (not own and _MONEY.search(folded) is not None)


def _in_lines(
    component: Component,
    matter: Matter,
    columns: Sequence[_Column],
    least: int,
    *,
    own: bool,
    spent: bool,
    planned: bool,
) -> Observation | None:
    """Figures below a heading where nothing tells which column they stand in; None where there are none."""
    known = {column.table.page_no for column in columns}
    if columns and None in known:
        return None
    pages = {f"หน้า {number}" for number in known}
    for word in component.keywords:
        for chunk, start, end in matter.stands(word):
            if chunk.place in pages or _THE_YEAR in chunk.text[max(0, start - 2) : start + len(_THE_YEAR)]:
                continue
            if (spent and _names_a_plan(chunk.text, start)) or (
                planned and not is_word_of_a_plan(chunk.text, start, end)
            ):
                continue
            below = arabic_digits(matter.text_from(chunk, start)[:_BELOW])
            below = without_others(below) if planned else below
            sums = (_OF_MILLIONS if _MILLIONS.search(below, 0, _AHEAD) else _SUMS).findall(below)
            enough = least if _SECOND_ROW.search(below) else 1  # a plan of one project has one sum
            place = matter.quote(chunk, start, min(len(chunk.text), start + _AHEAD))
            around = fold(chunk.text[max(0, start - _AHEAD) : start + _AHEAD])
            may_be_planned = own or (spent and _PLANNED_SUM.search(around) is not None)
            if len(sums) >= enough and (not may_be_planned or _SIDE_BY_SIDE.search(below)):
                return found(place.snippet, place.place)
            if sums and may_be_planned:
                note = f"มีหัวข้อ “{word}” และมีตัวเลขอยู่ใต้หัวข้อ แต่บอกไม่ได้ว่าเป็นตัวเลขของหัวข้อใด โปรดเปิดดู"
                return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)
    return None


def _of_columns(columns: Sequence[_Column], least: int, *, own: bool) -> Observation:
    """What a column without a sum says: words or a few dashes leave it to a person, emptiness is a lack."""
    for column in columns:
        said = column.words or column.dash
        if said is None and not column.told:
            continue
        place = place_of_table(column.table)
        if column.is_whole and column.dash and least == 1 and not own:
            return found(f"{column.head}: {column.dash}", place)
        note = f"คอลัมน์ “{column.head}” ไม่มีจำนวนเงินครบทุกรายการ โปรดเปิดดู และระบุของแต่ละรายการ หากไม่มีให้ระบุว่า “ไม่มี” หรือ 0"
        return Observation(ComponentStatus.UNREADABLE, f"{column.head}: {said or column.told[0]}", place, note)
    return absent()
