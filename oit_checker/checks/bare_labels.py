"""Labels with nothing said behind them: "ปัญหาและอุปสรรค" and then dots, the next label, a signature, or the end.

A form leaves its labels where nobody has answered. Only words that ask for something to be told are labels here (ปัญหา,
ข้อเสนอแนะ, ผลที่ได้, ค่าธรรมเนียม): the lines of a list name things one after another, and say what they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.places import TITLES
from oit_checker.empty_columns import is_blank
from oit_checker.model.page import Page, PageKind
from oit_checker.thai.text import fold

_ASKING = (
    "ปัญหา", "อุปสรรค", "ข้อจำกัด", "ข้อขัดข้อง", "ข้อเสนอแนะ", "ข้อคิดเห็น", "แนวทาง", "การแก้ไข", "แก้ไข",
    "การปรับปรุง", "ปรับปรุง", "การพัฒนา", "ผลที่ได้", "ผลที่ได้รับ", "ผลลัพธ์", "ผลผลิต", "ผลการดำเนินงาน",
    "ผลการดำเนินการ", "ผลการปฏิบัติงาน", "ผลการมีส่วนร่วม", "ผลจากการมีส่วนร่วม", "การนำผลไปใช้", "การนำผลไป",
    "นำไปใช้", "ใช้ประโยชน์", "ค่าธรรมเนียม", "ค่าบริการ", "เอกสารที่ใช้", "เอกสารประกอบ", "เอกสารหลักฐาน",
    "ประกอบ", "ผู้รับผิดชอบ", "งบประมาณ", "งบประมาณที่ใช้", "ระยะเวลา", "วัตถุประสงค์", "เป้าหมาย",
    "ตัวชี้วัด", "บทวิเคราะห์", "ขั้นตอน",
)  # fmt: skip
_AND = r"(?:และ|หรือ|[/,])?"
_DEED = r"(?:ใน|ของ|จาก|ต่อ)?(?:การ)?(?:ดำเนินงาน|ดำเนินการ|ปฏิบัติงาน|โครงการ|กิจกรรม|แผน)"
_TAIL = rf"(?:{_DEED}|ที่พบ|ที่เกิดขึ้น|เพิ่มเติม|อื่นๆ|ในภาพรวม|ต่อไป)*"
_WORDS = "|".join(re.escape(fold(word)) for word in sorted(_ASKING, key=len, reverse=True))
_NUMBER = (
    rf"(?:{'|'.join(map(fold, ('บทที่', 'ส่วนที่', 'ตอนที่', 'ข้อที่', 'ข้อ')))})?\(?(?P<parts>\d{{1,2}}(?:\.\d{{1,2}})*)[.)]?"
)
_LABEL = re.compile(rf"(?:{_NUMBER}|[-•])?(?:{_WORDS})(?:{_AND}(?:{_WORDS}))*{fold(_TAIL)}:?")
_NUMBERED = re.compile(_NUMBER)
_SIGNED = re.compile(
    rf"\(?(?:{fold('ลงชื่อ')}|{fold('ผู้รายงาน')}|{fold('ผู้จัดทำ')}|{fold('ผู้รับรอง')})|\((?:{fold('นาย')}|{fold('นาง')}|\.{{4}})"
)
_HEADING_LETTERS = 80


class BareLabels:
    """The chunks of one page, asked whether one of them is a label with nothing behind it."""

    def __init__(self, page: Page, chunks: Sequence[Chunk], folded: str) -> None:
        self._chunks = chunks
        self._texts = folded.split("¦")
        self._is_told_apart = page.kind is PageKind.DOCX  # its blocks are known in their order, tables too
        titled = 0 if page.kind is PageKind.HTML or not page.title else 1
        self._before_tables = {table.after + titled for table in page.tables if table.after is not None and table.rows}
        self._known: dict[int, bool] = {}

    def is_bare(self, number: int) -> bool:
        if number not in self._known:
            self._known[number] = self._is_bare(number)
        return self._known[number]

    def _is_bare(self, number: int) -> bool:
        chunk = self._chunks[number]
        if chunk.is_claim or chunk.place in TITLES:
            return False
        return self._is_bare_row(number) if chunk.is_row else self._is_bare_line(number)

    def _is_bare_row(self, number: int) -> bool:
        """Whether a row says nothing but one label; not where its text may stand in the row below."""
        row = self._texts[number].split("|")
        told = _told(row)
        is_head = number == 0 or self._chunks[number - 1].part != self._chunks[number].part
        if is_head or len(row) < 2 or len(told) != 1 or not _LABEL.fullmatch(told[0]):
            return False
        if number + 1 == len(self._chunks) or self._chunks[number + 1].part != self._chunks[number].part:
            return True
        after = self._texts[number + 1].split("|")
        said = _told(after)
        if self._is_told_apart:  # a cell over all columns stands in each of them
            return bool(_NUMBERED.fullmatch(row[0])) or not (is_blank(after[0]) or _NUMBERED.fullmatch(after[0]))
        return not said or _LABEL.fullmatch(said[0]) is not None

    def _is_bare_line(self, number: int) -> bool:
        label = self._texts[number]
        if not _LABEL.fullmatch(label):
            return False
        following = range(number + 1, len(self._texts))
        if not self._is_told_apart:
            return number + 1 in following and _is_to_write_on(self._texts[number + 1])
        for other in following:
            if other in self._before_tables:
                return False
            text = self._texts[other]
            if self._chunks[other].is_row or _ends(label, text):
                return True
            if not _is_to_write_on(text):
                return False
        return len(self._texts) not in self._before_tables


def _told(row: Sequence[str]) -> list[str]:
    """The folded cells of a row that say something; its number says nothing."""
    cells = [cell for cell in row if not is_blank(cell)]
    return cells[1:] if cells and _NUMBERED.fullmatch(cells[0]) else cells


def _is_to_write_on(text: str) -> bool:
    """Whether a line is dots to write on; a dash alone is an answer."""
    line = text.strip(":-")
    return bool(line) and is_blank(line)


def _ends(label: str, text: str) -> bool:
    """Whether what is said under a label ends before a line: at a signature, or a label or heading numbered alike."""
    if _SIGNED.match(text):
        return True
    own, other = _NUMBERED.match(label), _NUMBERED.match(text)
    if own is not None and other is not None:
        return len(text) <= _HEADING_LETTERS and _is_next(own, other)
    return own is None and other is None and _LABEL.fullmatch(text) is not None


def _is_next(number: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a heading is numbered as the next of the same rank; a list under the first one begins anew."""
    above, own = number["parts"].split("."), other["parts"].split(".")
    return above[:-1] == own[:-1] and int(own[-1]) == int(above[-1]) + 1
