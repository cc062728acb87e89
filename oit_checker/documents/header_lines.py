"""Heads of tables in the lines of a PDF: a text layer gives lines and no tables, but a head is made of nothing else.

Only the head is told; what stands in the cells below it cannot be told from lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from oit_checker.documents.inner_text import tidy
from oit_checker.model.page import Table
from oit_checker.patterns import regex

MOST_HEADS = 40
"""So many heads of one document are told; a table that goes on repeats its head on every page."""
LEAST_COLUMNS = 3
LEAST_SHARE = 0.6  # of a line's letters that must belong to names of columns; prose names them in passing
_LONGEST_LINE = 200
_MOST_NUMBERS = 4  # those of the quarters
_NUMBER = regex(r"[0-9๐-๙]+")
_AMOUNT = regex(r"[0-9๐-๙][0-9๐-๙.,]{2,}")  # a head counts nothing
_SIGNS = regex(r"[^\u0e00-\u0e7fA-Za-z]")
# Longer names first: งบประมาณที่ใช้ is one column.
_COLUMN = regex(
    r"ลำดับ(?:\s?ที่)?|(?<![ก-๎])ที่(?![ก-๎])|ชื่อ(?:แผนงาน|โครงการ|กิจกรรม|งาน)"
    r"|(?:แผนงาน|โครงการ|กิจกรรม|มาตรการ)(?:\s?/\s?(?:แผนงาน|โครงการ|กิจกรรม|มาตรการ))*|รายการ(?:ที่จัดซื้อ(?:จัดจ้าง)?)?|วัตถุประสงค์|ตัวชี้วัด(?:ความสำเร็จ)?|(?:ค่า)?เป้าหมาย|กลุ่มเป้าหมาย"
    r"|ผลการดำเนิน(?:งาน|การ)|ผลดำเนิน(?:งาน|การ)|ผลการ(?:เบิกจ่าย|ใช้จ่าย|ปฏิบัติงาน)(?:งบประมาณ)?|ผลที่(?:ได้รับ|คาดว่าจะได้รับ)|ผลลัพธ์|ผลผลิต"
    r"|งบประมาณ(?:ที่(?:ได้รับ|ใช้|ตั้งไว้|ใช้จ่าย))?(?:จัดสรร)?(?:\s?\(บาท\))?|เบิกจ่าย(?:แล้ว|จริง)?(?:\s?\(บาท\))?|ใช้จ่าย(?:จริง)?(?:\s?\(บาท\))?|คงเหลือ(?:\s?\(บาท\))?"
    r"|(?:ช่วง)?(?:ระยะ)?เวลา(?:ในการ)?(?:ดำเนิน(?:การ|งาน))?|กำหนดเวลา|ไตรมาส(?:\s?ที่)?(?:\s?[1-4๑-๔])?|(?:ผู้|หน่วยงาน|ส่วนงาน|กอง)(?:ที่)?รับผิดชอบ|หน่วยงานหลัก"
    r"|(?:ขั้นตอน|วิธีการ)(?:\s?/\s?วิธีการ)?(?:ดำเนิน(?:การ|งาน))?|ปัญหา(?:\s?/?\s?(?:และ)?อุปสรรค)?|อุปสรรค|ข้อเสนอแนะ|หมายเหตุ|ร้อยละ|จำนวน(?:เงิน|ผู้เข้าร่วม)?"
    r"|งานที่(?:จัด)?ซื้อหรือ(?:จัด)?จ้าง|วงเงิน(?:ที่จะซื้อหรือจ้าง|งบประมาณ)?(?:\s?\(บาท\))?|ราคากลาง(?:\s?\(บาท\))?|วิธี(?:ซื้อหรือจ้าง|จัดซื้อจัดจ้าง)"
    r"|(?:รายชื่อ)?ผู้เสนอราคา(?:และราคาที่เสนอ)?|ราคาที่เสนอ|ผู้(?:ที่)?ได้รับ(?:การ)?คัดเลือก(?:และราคาที่ตกลง(?:ซื้อหรือจ้าง)?)?|เหตุผลที่คัดเลือก(?:โดยสรุป)?|เลขที่และวันที่\S*"
)


class Head(NamedTuple):
    """The head of a table: the names of its columns, and the first and last of its lines, counted from 0."""

    names: tuple[str, ...]
    first: int
    last: int


def heads_of(lines: Sequence[str]) -> Iterator[Head]:
    """Each line, or two lines in a row, that name three columns or more and little else."""
    texts = [tidy(line) for line in lines]
    after_pair = False
    for number, (text, following) in enumerate(pairwise([*texts, ""])):
        if after_pair:
            after_pair = False
            continue
        columns = columns_of(text)
        is_pair = bool(_COLUMN.match(text) and _COLUMN.match(following))
        together = columns_of(f"{text} {following}") if is_pair else ()
        if not columns and len(set(together)) < len(together) and columns_of(following):
            continue  # a heading that is called as one of the columns below it
        after_pair = len(together) > len(columns)
        if columns or together:
            yield Head(together, number, number + 1) if after_pair else Head(columns, number, number)


def table_of(head: Head, page_no: int, empty: Collection[str]) -> Table:
    """A table without rows; the columns that nobody has filled in have no heading, and are told apart."""
    header = tuple("" if name in empty else name for name in head.names)
    return Table(header, (), page_no=page_no, empty=tuple(empty))


def without_names(line: str, names: Iterable[str]) -> str:
    """The line of a head without the names of columns that nobody has filled in: they show nothing."""
    for name in names:
        line = re.sub(r"\s*".join(map(re.escape, name.split())), " ", line, count=1)
    return line


def columns_of(line: str) -> tuple[str, ...]:
    """The names of columns that a line is made of; empty for any other line."""
    if not 0 < len(line) <= _LONGEST_LINE or _AMOUNT.search(line) or len(_NUMBER.findall(line)) > _MOST_NUMBERS:
        return ()
    names = tuple(tidy(found[0]) for found in _COLUMN.finditer(line))
    if len(set(names)) < LEAST_COLUMNS:
        return ()
    own, every = sum(len(_SIGNS.sub("", name)) for name in names), len(_SIGNS.sub("", line))
    return names if every and own >= LEAST_SHARE * every else ()
