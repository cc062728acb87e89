"""A document without its own title and without tables of what is planned, where results are looked for.

"รายงานผลการดำเนินงานประจำปี" promises results; only what stands below it can tell them. A table of targets, money set
aside and times, with no column for what came of it, is a plan whatever the title says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from oit_checker.model.page import Page, Passage, Table
from oit_checker.patterns import regex
from oit_checker.thai.folded import fold_mapped
from oit_checker.thai.text import fold

_TOP = 8  # passages at the head of a document among which its title runs on
_BESIDE = 40  # folded letters that may stand beside the title in a line that repeats it
_SAME = 20  # folded letters of the title with which a passage begins that repeats it
_SHORT = 60  # folded letters of a line that may be a heading
_OF_TITLE = regex(fold(r"^[^ก-๎a-z]*(?:แบบ)?(?:รายงาน|สรุป(?:ผล|รายงาน)|ผลการ)"))
_PLANNED = tuple(
    regex(fold(words))
    for words in (
        "เป้าหมาย|ตัวชี้วัด|ค่าเป้า",
        "งบประมาณ|วงเงิน|ค่าใช้จ่าย",
        "ระยะเวลา|ช่วงเวลา|กำหนด|ไตรมาส|เวลาดำเนิน|เวลาที่",
        "ผู้รับผิดชอบ|หน่วยงานรับผิดชอบ|หน่วยงานที่รับผิดชอบ",
        "วัตถุประสงค์|ที่คาดว่า|ประโยชน์",
    )
)
_LEAST_PLANNED = 2
_OF_WHAT_CAME = regex(
    fold(
        r"ผล(?!ผลิต|ที่คาด|ประโยชน์|กระทบ|ลัพธ์ที่คาด)|ใช้จ่าย(?!ที่ตั้ง)|เบิกจ่าย|จ่ายจริง|ที่ใช้|ใช้ไป|ใช้จริง|คงเหลือ|ร้อยละ|สถานะ|แล้วเสร็จ|ก้าวหน้า|ผู้เข้า|ดำเนินการ(?:จริง|แล้ว)|ทำแล้ว|เกิดขึ้น"
        r"|สำเร็จ|บรรลุ|actual|result|status"
    )
)
_DONE = regex(fold("แล้ว|เสร็จสิ้น|ได้ดำเนิน|บรรลุ|ผู้เข้าร่วม"))


def untitled(page: Page) -> Page:
    """The page without title, without lines that repeat it, and, where all tables are plans, without these."""
    passages = tuple(
        _without_head(passage, fold(page.title or ""))
        for number, passage in enumerate(page.passages)
        if not _is_title(number, passage, page)
    )
    below = replace(page, title=None, passages=passages)
    tables = [table for table in (*page.tables, *page.laid_out) if table.header]
    return _without_plans(below, tables) if tables and all(map(is_plan, tables)) else below


def _without_head(passage: Passage, title: str) -> Passage:
    """A passage that runs on from the title, as a PDF's does, without the title."""
    folded = fold(passage.text)
    same = len([*takewhile(lambda pair: pair[0] == pair[1], zip(folded, title, strict=False))])
    if same < _SAME:
        return passage
    return replace(passage, text=passage.text[fold_mapped(passage.text).index(same) :])


def is_plan(table: Table) -> bool:
    """Whether a table tells what is to be done, with no column or cell for what was."""
    head = fold(" ".join(table.header))
    planned = sum(words.search(head) is not None for words in _PLANNED)
    if planned < _LEAST_PLANNED or _OF_WHAT_CAME.search(head):
        return False
    return not any(_DONE.search(fold(cell)) for row in table.rows for cell in row)


def _without_plans(page: Page, tables: list[Table]) -> Page:
    """Without the tables, their cells in the text of a PDF, and headings, which may head nothing else."""
    rows = [row for table in tables for row in (table.header, *table.rows)]
    cells = sorted({folded for row in rows for cell in row if len(folded := fold(cell)) > 2}, key=len, reverse=True)
    of_cells = re.compile("|".join(map(re.escape, cells)))
    kept = tuple(_without_cells(passage, of_cells) for passage in page.passages if not _may_head(passage))
    return replace(page, passages=kept, tables=(), laid_out=())


def _may_head(passage: Passage) -> bool:
    folded = fold(passage.text)
    is_short = len(folded) <= _SHORT and not any(map(str.isdigit, folded))
    return passage.is_heading or (is_short and _OF_TITLE.match(folded) is not None)


def _without_cells(passage: Passage, cells: re.Pattern[str]) -> Passage:
    """What a passage says beside the cells of tables that it repeats."""
    mapped = fold_mapped(passage.text)
    at, kept = 0, list[str]()
    for found in cells.finditer(mapped.text):
        start, end = mapped.span(*found.span())
        kept.append(passage.text[at:start])
        at = end
    return replace(passage, text=" | ".join((*kept, passage.text[at:])))


def _is_title(number: int, passage: Passage, page: Page) -> bool:
    folded, title = fold(passage.text), fold(page.title or "")
    if not folded:
        return False
    if title and (folded in title or (title in folded and len(folded) <= len(title) + _BESIDE)):
        return True
    is_top = number < _TOP and passage.page_no in (None, 1)
    return (
        is_top
        and len(folded) <= len(title) + _BESIDE
        and _OF_TITLE.match(folded) is not None
        and not _DONE.search(folded)
    )
