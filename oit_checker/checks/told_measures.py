"""Lines that name a measure and, behind a dash or a colon, tell what was done of it: หมุนเวียนผู้ตรวจ — หมุนเวียนแล้ว 2 ครั้ง.

What was done is told by a word of it (แล้ว, ครบ, ไม่พบ) with a count of people or things. What is planned for a year, or
still to come, tells nothing. As in a column of results, every line of the list must tell it; behind a colon, which has
other uses, two at least. Behind "ผลคือ" the result stands in any words, and each measure that is numbered must have one.
"""

from __future__ import annotations

import re
from itertools import groupby

from oit_checker.checks.chunks import Line
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, found
from oit_checker.checks.places import TITLES
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_LINE = regex(
    r"^[\W\d๐-๙]*(?P<name>[ก-๎][^|:—–]{5,120}?)"
    r"(?:(?P<said>\s(?:ผลคือ|ผลปรากฏว่า|ผลที่ได้คือ|ปรากฏผลว่า)\s?:?)|(?P<dash>\s[—–-]+\s|[—–])|(?P<colon>\s*:\s*))"
    r"(?P<told>[^|]{6,300})$"
)
_NUMBERED = regex(r"^\W*(?:มาตรการ|โครงการ|กิจกรรม|แผนงาน)ที่\s*[\d๐-๙]")
_LABEL = regex(fold("ผล|สรุป|วันที่|เรื่อง|ผู้|ปัญหา|อุปสรรค|ข้อเสนอ|งบ|หมายเหตุ|เป้าหมาย|ตัวชี้วัด|ระยะเวลา"))
_DONE = regex(fold(r"(?<!ไม่)ได้(?:ดำเนิน|จัด|อบรม|ทำ|ตรวจ)|แล้ว|เสร็จ|ครบ(?!กำหนด)|ไม่พบ|มีผู้|ผู้เข้า|สำเร็จ"))
_COUNT = regex(
    fold(r"[1-9][\d,]*\s*(?:ครั้ง|คน|ราย|เรื่อง|แห่ง|รุ่น|หน่วยงาน|ฉบับ|คัน|จุด|เขต|เดือน|โครงการ|รายการ|สัญญา|คณะ|ชุมชน|หมู่บ้าน|ชุด)")
)
_TO_COME = regex(
    fold(
        r"(?<!ไว้)จะ|กำหนด|คาดว่า|เป้าหมาย|วางแผน|เลื่อน|ยกเลิก|ยังไม่|ไม่ได้|อยู่ระหว่าง|ปีละ|เดือนละ|ต่อ(?:ปี|เดือน)|อย่างน้อย|ภายใน|ให้ครบ|ต้อง|ควร|ไม่น้อยกว่า"
    )
)
_LEAST = {"said": 2, "dash": 1, "colon": 2}


def told_measures(matter: Matter) -> Observation | None:
    """The first measure of a list of which each line tells what was done; None where there is no such list."""
    lines = [(line, seen) for line in matter.lines if line.place not in TITLES and (seen := _LINE.match(line.text))]
    for sign, same in groupby(lines, key=_sign):
        listed = [pair for pair in same if sign == "dash" or not _LABEL.match(fold(pair[1]["name"]))]
        if len(listed) < _LEAST[sign] or not all(_tells(*pair) for pair in listed):
            continue
        if sign != "said" or all(any(line is one for one, _ in listed) for line in _numbered(matter)):
            return found(listed[0][0].text, listed[0][0].place)
    return None


def _sign(pair: tuple[Line, re.Match[str]]) -> str:
    """By what a line sets apart what was done."""
    return next(sign for sign in _LEAST if pair[1][sign] is not None)


def _numbered(matter: Matter) -> list[Line]:
    """The lines that number a measure: each has to tell what came of it."""
    return [line for line in matter.lines if _NUMBERED.match(line.text)]


def _tells(line: Line, seen: re.Match[str]) -> bool:
    told = fold(seen["told"])
    is_done = seen["said"] is not None or (_DONE.search(told) is not None and _COUNT.search(told) is not None)
    return is_done and not line.is_heading and not _LABEL.match(fold(seen["name"])) and not _TO_COME.search(told)
