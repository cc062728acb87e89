"""How many of something there were: the component's keywords with a figure, or a statement that there were none.

nil     lists of words, as for `clause`: one of each, in one clause, says that there was nothing (ไม่มี … ร้องเรียน)
within  how far apart they may stand (default 30 letters without spaces)
unless_counted  words that name counts; where one of them is above nought, nobody need say that there was nothing

A word for a count beside which the text holds no figure, no dash and no ไม่มี is a form that nobody filled in; where
figures stand only elsewhere, as years of service or numbers of rooms may, a person decides. Where all
figures of a table are nought, each count is told: nothing came, so nothing is settled and nothing pending. Where a sum
is above nought, "0 เรื่อง" is the count of whatever it stands beside, and no word of its own.

FOUND       | รับเรื่อง | ค้าง | / | 2 | 1 |  · ปีนี้ไม่มีผู้ใดร้องเรียน
NOT FOUND   จำนวนเรื่องร้องเรียน …… เรื่อง
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.above_nought import above_nought
from oit_checker.checks.around import unless_led
from oit_checker.checks.chunks import Chunk
from oit_checker.checks.clause import in_one_clause
from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import place_of_table
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

_CELL = regex(r"-|–|ไม่มี.*|[\d,]+(?:\s*(?:เรื่อง|ราย|ครั้ง|กรณี))?(?:\s*\(.*\))?")
# Figures in prose and in the lines of a PDF: no years, days of months, houses, numbers of laws, forms, pages and lists.
_FIGURE = regex(
    r"(?<![\d./,:-])(?<!มาตรา )(?<!ข้อ )(?<!ที่ )(?<!ฉบับที่ )(?<!หน้า )(?<!ว )"
    r"(?<!หมู่ )(?<!หมู่ที่ )(?<!ชั้น )(?<!ห้อง )(?<!ตู้ )(?<!เบอร์ )\d{1,3}(?![\d./,:)])"
    r"(?!\s*(?:ม\.?ค|ก\.?พ|มี|เม|พ\.?ค|มิ|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค|มกรา|กุมภา|พฤษ|กรก|สิงหา|กันยา|ตุลา|ธันวา|วัน|ปี|เดือน))"
    r"|\d{1,3}(?:,\d{3})+|(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s*(?:เรื่อง|ราย|ครั้ง|กรณี)"
)
_ONLY_IF = ("กรณี", "หาก", "ถ้า")  # "กรณีไม่มีเรื่องร้องเรียนให้ระบุว่าไม่มี" says how to fill in a form
_BEFORE, _AFTER = 80, 800  # letters around a word within which its figure stands: below the head of a table in a PDF
_NEXT = 12  # passages of a web page after it: cells of a table that is none
_IF_NONE = regex(r"(?:กรณี|หาก|ถ้า)[^|]{0,12}?ไม่มี")
_NOUGHT_IN_WORDS = regex(r"(?:จำนวน\s*)?(?:0|ศูนย์)\s*(?:เรื่อง|ราย|ครั้ง|กรณี)")
_SUMS = ("รวม", "ทั้งหมด", "ทั้งสิ้น")
_NOUGHT = regex(r"0+|-|–|ไม่มี.*|0\s*(?:เรื่อง|ราย|ครั้ง|กรณี)")


def counts(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    nil: list[list[str]] | None = None,
    within: int = 30,
    unless_counted: Sequence[str] = (),
) -> Observation:
    """Look for a statement that there was nothing, then for the keywords with a figure."""
    unless = unless_led((), _ONLY_IF, by_ocr=matter.by_ocr)
    none = next(matter.spans(in_one_clause(matter, nil, within), unless=unless), None) if nil else None
    if none is not None:
        place = matter.place_at(*none)
        return found(place.snippet, place.place)
    if unless_counted and (counted := above_nought(matter, unless_counted)) is not None:
        return found(counted.snippet, counted.place, "มีเรื่องร้องเรียน จึงไม่ต้องระบุว่าไม่มี")
    component = _without_noughts(component, matter)
    named = best_place(component, matter, unless=unless)
    counted = _counted(component, matter) if named is not None else None
    if counted is not None:
        return found(counted.snippet, counted.place)
    all_nought = next((table for table in matter.tables if _is_all_nought(table)), None)
    if all_nought is not None:
        head = " | ".join(cell for cell in all_nought.header if cell)
        return found(f"{head}: 0 ทุกรายการ", place_of_table(all_nought))
    if named is not None and _has_figure(matter):
        return Observation(ComponentStatus.UNREADABLE, named.snippet, named.place, f"{_form_only(named)} โปรดเปิดดู")
    return absent(_form_only(named) if named is not None else None)


def _without_noughts(component: Component, matter: Matter) -> Component:
    """The component without the words that there was nothing, where a sum says that there was something."""
    words = tuple(word for word in component.keywords if not _NOUGHT_IN_WORDS.fullmatch(word))
    if len(words) == len(component.keywords) or above_nought(matter, _SUMS) is None:
        return component
    return component.model_copy(update={"keywords": words})


def _form_only(place: Place) -> str:
    return f"มีถ้อยคำ “{place.snippet}” แต่ไม่พบตัวเลข หากไม่มีเรื่องให้ระบุว่า “ไม่มี” หรือ 0"


def _counted(component: Component, matter: Matter) -> Place | None:
    """The first of the words that a figure stands beside: in its table, or shortly after it or before it."""
    for keyword in sorted(component.keywords, key=len, reverse=True):
        for chunk, start, end in matter.stands(keyword):
            if _is_counted(chunk, start, end, matter):
                return matter.quote(chunk, start, end)
    return None


def _is_counted(chunk: Chunk, start: int, end: int, matter: Matter) -> bool:
    if chunk.is_row:
        rows = (other.text.split(" | ") for other in matter.chunks if other.is_row and other.part == chunk.part)
        return any(_CELL.fullmatch(arabic_digits(cell.strip())) for row in rows for cell in row[1:])
    number = matter.chunks.index(chunk)
    after = (other.text for other in matter.chunks[number + 1 : number + 1 + _NEXT] if not other.is_claim)
    near = arabic_digits("\n".join((chunk.text[max(0, start - _BEFORE) : end + _AFTER], *after)))
    return "ไม่มี" in _IF_NONE.sub("", near) or _FIGURE.search(near) is not None


def _has_figure(matter: Matter) -> bool:
    tables = (*matter.page.tables, *matter.page.laid_out)
    cells = (cell.strip() for table in tables for row in (table.header, *table.rows) for cell in row[1:])
    if any(_CELL.fullmatch(arabic_digits(cell)) for cell in cells):
        return True
    shown = (chunk.text for chunk in matter.chunks if not chunk.is_claim and " | " not in chunk.text)
    return any("ไม่มี" in text or _FIGURE.search(arabic_digits(text)) for text in shown)


def _is_all_nought(table: Table) -> bool:
    """Whether a table has figures and all of them are nought; its first column names the rows."""
    cells = [arabic_digits(cell.strip()) for row in table.rows for cell in row[1:] if cell.strip()]
    figures = [cell for cell in cells if _CELL.fullmatch(cell)]
    return len(figures) > 1 and all(_NOUGHT.fullmatch(cell) for cell in figures)
