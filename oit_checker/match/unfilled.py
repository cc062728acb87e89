"""A template that nobody has filled in: a sample by its title, "(ระบุผู้รับผิดชอบ)", "xx,xxx", "-" in every cell.

"-" says that there is none, and that is an answer about money, numbers and remarks. It is none about what is done,
when, by whom, or what was bought from whom: rows and columns of nothing but "-" there are a form. A table that says in
words that there was nothing (ไม่มี, ไม่ได้จัดซื้อ) answers in those words. A few such rows in a filled document are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oit_checker.empty_columns import own_rows
from oit_checker.match.kinds import WITH_FORMS
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind, Item
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.named_months import named_months
from oit_checker.thai.text import fold, quote, squeeze

LEAST_WRITTEN_IN = 2  # columns that people write in, from which a row of dashes is a row of a form
LEAST_ROWS = 2  # of a column that holds nothing but dashes; one row may have none
LEAST_IN_TEXT = 3  # places to fill in, in a text whose tables are not known
LETTERS_PER_PLACE = 200  # a longer text has a form in it, and is none
_SAMPLE_TITLE = regex(
    r"[\s\W\d]*(?:\(\s*)?(?:ตัวอย่าง(?!ที่ดี|การปฏิบัติที่ดี|ความสำเร็จ|บุคคล)|แม่แบบ|เทมเพลต|template\b)", re.IGNORECASE
)
_FORM_TITLE = regex(r"[\s\W\d]*แบบฟอร์ม")
_BODY = (
    r"(?:องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\.|อบจ\.|เทศบาล(?:ตำบล|เมือง|นคร)|ท[ตมน]\.|โรงเรียน|โรงพยาบาล|รพ\.(?:สต\.)?|มหาวิทยาลัย|วิทยาลัย|สำนักงาน|"
    r"จังหวัด|อำเภอ|กรม|กอง|ชื่อหน่วยงาน|หน่วยงาน|ส่วนราชการ)"
)
_NAMELESS = regex(rf"{_BODY}\s?:?\s*(?:\.{{3,}}|…+[.…]*|_{{3,}}|(?:\. ){{3,}}|[xX]{{3,}}(?!\w))\s*(?![ก-๎])")
_TO_NAME = r"\(\s*(?:โปรด|กรุณา|ให้)?\s*(?:ระบุ|ใส่|กรอก|เติม)[^()]{0,60}\)"
_SIGNS = r"(?:[xX]{1,3}(?:,[xX]{3})+(?:\.[xX0]{2})?|0{2,3}(?:,0{3})+(?:\.0{2})?)"
_PLACE = regex(rf"(?<!อื่น)(?<!อื่นๆ)(?<!อื่น ๆ)(?:(?<!\w|[,.]){_SIGNS}(?!\w|[,.]\w)|{_TO_NAME})")
_OTHERS = regex(r"อื่น\s*ๆ?\s*$")
_WHOLE_CELL = regex(r"[xX]{2,}|[.…_]{3,}")
_HIDDEN = regex(r"เลข(?:ที่)?(?:ประจำตัว|บัตร|ผู้เสียภาษี|บัญชี)|โทร|บัตรประชาชน")
_DASH = regex(r"[-–—\s]*[-–—][-–—\s]*")
_DASH_OR_NONE = regex(r"[-–—\s.…_]*")
_NUMBER = regex(r"[\d๐-๙.)(\s]*")
_WRITTEN_IN = regex(
    r"โครงการ|กิจกรรม|มาตรการ|เวลา|กำหนด(?:การ|เวลา|ส่ง)|วันที่?เริ่ม|สิ้นสุด|รับผิดชอบ|เจ้าของ|ผู้ดำเนิน|ขั้นตอน|ความเสี่ยง|เหตุการณ์"
    r"|งานที่(?:จัด|จะ|ซื้อ|จ้าง)|รายการ(?:ที่|จัด|พัสดุ)|วิธี(?:การ)?(?:จัด|ซื้อ|จ้าง)|สัญญา|คัดเลือก|เสนอราคา|ผู้รับจ้าง|ผู้ขาย|คู่สัญญา"
)
_KEY = regex(r"โครงการ|กิจกรรม|เวลา|รับผิดชอบ|เจ้าของ|งานที่(?:จัด|จะ|ซื้อ|จ้าง)|สัญญา|ขั้นตอน|ผู้เสนอ|คัดเลือก|ผู้รับจ้าง|ผู้ขาย|คู่สัญญา")
_NO_KEY = regex(r"ผล|งบ|บาท|เงิน|จำนวน|ร้อยละ|ปัญหา|อุปสรรค|หมายเหตุ|สถานะ|ก้าวหน้า|แล้วเสร็จ|ล่าช้า|ลดลง|เปลี่ยน|แก้ไข|ขยาย|เพิ่มเติม")
_IN_WORDS = regex(r"ไม่มี|ไม่ได้|ไม่พบ|ไม่ใช้|ยกเลิก|มิได้|ยังไม่")


@dataclass(frozen=True, slots=True)
class Unfilled:
    """What of a page is a form that was left blank, each with its words; None or empty where nothing is.

    title: it calls itself a sample. form_title: it calls itself a form. places: most of what should be filled in is
    not. months: a month of which a table says nothing. columns: headings over nothing but dashes.
    """

    title: str | None = None
    form_title: str | None = None
    places: str | None = None
    months: str | None = None
    columns: tuple[str, ...] = ()


def unfilled(page: Page) -> Unfilled:
    """Look at the title of a document and at the tables of any page."""
    if page.unreadable is not None:
        return Unfilled()
    tables = [table for table in (*page.tables, *page.laid_out) if table.rows and len(table.header) > 1]
    is_document = page.kind is not PageKind.HTML
    first = next(iter(title_lines(page)), "") if is_document else ""
    return Unfilled(
        title=_titled(_SAMPLE_TITLE, first) or (_nameless(page) if is_document else None),
        form_title=_titled(_FORM_TITLE, first),
        places=_in_rows(tables) or _in_text(page),
        months=_blank_month(tables),
        columns=tuple(dict.fromkeys(_dashed_columns(tables))),
    )


def doubt_of_template(item: Item, seen: Unfilled) -> str | None:
    """Why a page may disclose nothing of an item: it is a form or a sample, with the words that show it."""
    kinds = set(item.document_kinds)
    gives_forms = bool(kinds & WITH_FORMS) and DocumentKind.PLAN not in kinds
    checks = {component.check for component in item.components}
    if seen.title is not None:
        return f"เอกสารนี้เป็นตัวอย่างหรือแม่แบบ ยังไม่ใช่ของหน่วยงาน “{seen.title}”"
    if "months" in checks and seen.months is not None:
        return f"ตารางของเดือนนี้มีแต่เครื่องหมาย “-” และไม่มีคำว่าไม่มีการจัดซื้อจัดจ้าง “{seen.months}”"
    if (kinds or "period" in checks) and not gives_forms:
        if seen.form_title is not None:
            return f"ชื่อเอกสารบอกว่าเป็นแบบฟอร์ม จึงอาจยังไม่ใช่ฉบับที่กรอกข้อมูลแล้ว “{seen.form_title}”"
        if seen.places is not None:
            return f"เอกสารนี้เป็นแบบที่ส่วนใหญ่ยังไม่ได้กรอก “{seen.places}”"
    column = _asked(item, seen.columns)
    return f"คอลัมน์ “{column}” มีแต่เครื่องหมาย “-” ทุกแถว จึงยังไม่บอกข้อมูลนี้" if column is not None else None


def _asked(item: Item, columns: Sequence[str]) -> str | None:
    """The first of the columns that holds what the item asks for."""
    asked = (component for component in item.components if component.required)
    words = (
        [fold(word) for component in asked for word in (*component.keywords, *component.each_row)] if columns else []
    )
    return next((head for head in columns if any(word in fold(head) for word in words)), None)


def _titled(pattern: re.Pattern[str], line: str) -> str | None:
    return quote(line, 0, min(len(line), 80), around=0) if pattern.match(line) else None


def _nameless(page: Page) -> str | None:
    """A body in the title whose name was left out: อบต. ............"""
    for line in title_lines(page):
        if (seen := _NAMELESS.search(line)) is not None:
            return quote(line, *seen.span(), around=20)
    return None


def _in_rows(tables: Sequence[Table]) -> str | None:
    """The first row that nobody has filled in, where no fewer are than the filled ones."""
    blank: list[str] = []
    total = 0
    for table in tables:
        written = [at for at, head in enumerate(table.header) if _WRITTEN_IN.search(head)]
        for row in _rows(table):
            total += 1
            if _is_blank(row, table.header, written):
                blank.append(" | ".join(squeeze(cell) for cell in row if cell))
    return quote(blank[0], 0, min(len(blank[0]), 100), around=0) if blank and len(blank) * 2 >= total else None


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    """The rows that hold data: no headings, none below one that says there was nothing, none but a number."""
    said = False
    for row in own_rows(table):
        filled = [cell for cell in row if cell.strip()]
        if len(set(filled)) == 1:
            said = _IN_WORDS.search(filled[0]) is not None
        elif filled and not said and not all(_NUMBER.fullmatch(cell) for cell in filled):
            yield row


def _is_blank(row: tuple[str, ...], header: tuple[str, ...], written: Sequence[int]) -> bool:
    if any(_is_place(cell, header[at] if at < len(header) else "") for at, cell in enumerate(row)):
        return True
    beside = [cell for at, cell in enumerate(row) if at > 0]
    if len(written) < LEAST_WRITTEN_IN or any(_IN_WORDS.search(cell) for cell in row):
        return False
    has_dashes = sum(_DASH.fullmatch(row[at]) is not None for at in written if at < len(row)) >= LEAST_WRITTEN_IN
    return has_dashes and all(_DASH_OR_NONE.fullmatch(cell) for cell in beside)


def _is_place(cell: str, head: str) -> bool:
    """Whether a cell is a place to fill in; what hides a person's number is none."""
    cell = cell.strip()
    if _WHOLE_CELL.fullmatch(cell):
        return cell[0] in "xX" and not _HIDDEN.search(head)
    seen = _PLACE.search(cell)
    return seen is not None and not _OTHERS.search(cell[: seen.start()])


def _in_text(page: Page) -> str | None:
    """Places to fill in all over a short text, as a PDF gives a table without rules."""
    count, first, letters = 0, None, 0
    for text in (passage.text for passage in page.passages):
        letters += len(text)
        if "(" not in text and ",000" not in text and ",x" not in text.lower():
            continue
        for seen in _PLACE.finditer(text):
            if not _OTHERS.search(text[: seen.start()]):
                count += 1
                first = first or quote(text, *seen.span(), around=20)
    return first if count >= LEAST_IN_TEXT and count * LETTERS_PER_PLACE >= letters else None


def _blank_month(tables: Sequence[Table]) -> str | None:
    """A month under which every row is dashes, and no word says that nothing was bought."""
    for table in tables:
        written = [at for at, head in enumerate(table.header) if _WRITTEN_IN.search(head)]
        month, rows, said = table.heading or table.sheet or "", list[tuple[str, ...]](), False
        for row in (*own_rows(table), ()):
            name = _month_of(row)
            if row and name is None:
                said = said or any(_IN_WORDS.search(cell) for cell in row)
                rows += [row] if sum(map(bool, row)) > 1 else []
                continue
            if rows and not said and all(_is_blank(one, table.header, written) for one in rows):
                return squeeze(f"{month} {' | '.join(cell for cell in rows[0] if cell)}")[:100]
            month, rows, said = name or "", [], bool(name and _IN_WORDS.search(name))
    return None


def _month_of(row: Sequence[str]) -> str | None:
    """The month that a row is the heading of; None for a row of data."""
    said = {cell.strip() for cell in row if cell.strip()}
    only = next(iter(said)) if len(said) == 1 else None
    return only if only is not None and named_months(only) else None


def _dashed_columns(tables: Sequence[Table]) -> Iterator[str]:
    """Heads of columns of what is done, when or by whom, that hold nothing but dashes, in whichever table."""
    told: dict[str, bool] = {}
    for table in tables:
        rows = [row for row in _rows(table) if not any(_IN_WORDS.search(cell) for cell in row)]
        for at, head in enumerate(table.header):
            if not _KEY.search(head) or _NO_KEY.search(head):
                continue
            cells = [row[at].strip() for row in rows if at < len(row)]
            is_dashed = len(cells) >= LEAST_ROWS and all(_DASH.fullmatch(cell) for cell in cells)
            told[squeeze(head)] = told.get(squeeze(head), True) and is_dashed
    yield from (head for head, is_dashed in told.items() if is_dashed)
