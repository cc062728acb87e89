"""Words that name a thing only to say that it is not there yet.

A document that writes "ผู้รับผิดชอบ: ยังไม่ได้แต่งตั้ง" or "มาตรการ ............" holds the word and shows nothing. What is
answered is no denial: "ไม่มี", 0, and the state of a project (ยังไม่ได้ดำเนินการ, อยู่ระหว่างดำเนินการ); undone.py asks whether
a report has any other state to tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from oit_checker.checks.blanks import BLANK
from oit_checker.thai.text import fold, toneless

_REACH = 120  # folded letters after a denial in which the things denied are listed
_REACH_OF_LIST = 600  # the same where it goes on "โดยเอกสารจะประกอบด้วย …"
_LOOK_AHEAD = 160
_NEXT_NUMBER = 400  # folded letters within which the next number of a list stands


def is_state(phrase: str) -> bool:
    """Whether a phrase that is asked for tells such a state itself (ยังไม่ดำเนินการ)."""
    return "ยังไม่" in phrase or "อยู่ระหว่าง" in phrase


def _any(*words: str) -> str:
    return "(?:" + "|".join(re.escape(fold(word)) for word in words) + ")"


_DO = _any(
    "จัดทำ", "กำหนด", "แต่งตั้ง", "มอบหมาย", "ระบุ", "วิเคราะห์", "รายงาน", "สรุป", "ประเมิน", "รวบรวม", "จัดเก็บ",
    "จัดเตรียม", "พิจารณา",
)  # fmt: skip
_NOT_DONE = (
    rf"(?:ยังไม่ได้(?:มี)?(?:การ)?{_DO}|ยังไม่{_DO}|ยังไม่มี(?:{_any('ข้อมูล')}|(?:การ)?{_DO}|ผลการ)"
    rf"|{_any('อยู่')}(?:ใน)?(?:{_any('ระหว่าง')}|{_any('ขั้นตอน')})(?:การ)?{_DO}"
    rf"|จะ(?:ได้)?(?:{_DO}|{_any('แจ้ง', 'เผยแพร่')})[^¦|:]{{0,80}}?{_any('ภายหลัง', 'ในภายหน้า')})"
)
_TURN = _any("แต่", "จึง", "ดังนั้น", "อย่างไรก็ตาม", "เพื่อ", "ควร", "เห็นควร", "ทั้งนี้")
_WILL_HOLD = _any("จะประกอบด้วย", "จะมีข้อมูล", "จะแสดง")
# Between a thing and what is said of it; after these words it is said of something else.
_OTHERWISE = _any("ว่า", "ที่", "ซึ่ง", "แต่", "จึง", "เนื่องจาก", "หน่วยงาน", "บุคลากร", "เจ้าหน้าที่", "ประชาชน")
_LABEL = rf"(?:(?!{_OTHERWISE})[^¦|:;]){{0,24}}[-|]?|[^¦|:;]{{0,60}}:\|?"
# "ปัญหา อุปสรรค และข้อเสนอแนะ ............": the blank is that of all of them.
_WITH_THE_OTHERS = rf"(?:(?:และ|/|,)?{_any('ปัญหา', 'อุปสรรค', 'ข้อเสนอแนะ', 'แนวทางแก้ไข')}){{0,3}}"
_TO_WRITE_ON = rf"{_WITH_THE_OTHERS}[:\-]?{BLANK}"
_WILL = "จะ"
_ASKED = rf"ต้อง(?:{_any('แสดง')}[^¦]{{0,80}}?{_any('ดังนี้', 'ดังต่อไปนี้', 'ประกอบด้วย')}|{_any('ประกอบด้วย')})"


class Denials:
    """Where a folded text names things only to deny them; `is_hollow` is asked of every place of a phrase."""

    def __init__(self, folded: str, *, by_ocr: bool = False) -> None:
        self._folded = folded
        patterns = _patterns(by_ocr)
        self._after = patterns["after"]
        spans = sorted((*_denied(folded, patterns), *_asked_for(folded, patterns)))
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def is_hollow(self, start: int, end: int) -> bool:
        """Whether what stands at start..end is denied there, only asked for, or a label beside dots to write on."""
        number = bisect_right(self._starts, start) - 1
        if number >= 0 and start < self._ends[number]:
            return True
        return self._after.match(self._folded, end, end + _LOOK_AHEAD) is not None


@lru_cache(maxsize=2)
def _patterns(by_ocr: bool) -> dict[str, re.Pattern[str]]:
    sources = {
        "denial": _NOT_DONE,
        "after": rf"(?:(?:{_LABEL})(?:{_any('ขณะนี้')})?{_NOT_DONE}|{_TO_WRITE_ON})",
        "end": rf"[¦|:;•0-9]|{_TURN}",
        "list": rf"[^¦]{{0,60}}?{_WILL_HOLD}",
        "asked": _ASKED,
    }
    return {name: re.compile(toneless(source) if by_ocr else source) for name, source in sources.items()}


def _denied(folded: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Each denial with what it denies after it."""
    for denial in patterns["denial"].finditer(folded):
        reach = denial.end() + _REACH
        end = patterns["end"].search(folded, denial.end(), reach)
        if patterns["list"].match(folded, denial.end()):
            reach = denial.end() + _REACH_OF_LIST
            cut = folded.find("¦", denial.end(), reach)
            yield denial.start(), cut if cut >= 0 else reach
        else:
            yield denial.start(), end.start() if end is not None else reach


def _asked_for(folded: str, patterns: dict[str, re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """A list of what a document shall show, "เอกสารนี้ต้องแสดงข้อมูลดังนี้ (1) … (2) …", up to the words of its last number."""
    for asked in patterns["asked"].finditer(folded):
        at, number = asked.end(), 1
        while (place := re.compile(rf"(?<!\d)\(?{number}[.)]").search(folded, at, at + _NEXT_NUMBER)) is not None:
            at, number = place.end(), number + 1
        if number > 2:
            cut = folded.find("¦", at, at + _REACH)
            begins = asked.start() - (len(_WILL) if folded.endswith(_WILL, 0, asked.start()) else 0)
            yield begins, cut if cut >= 0 else min(at + 40, len(folded))
