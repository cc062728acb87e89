"""What may be the steps of a procedure, and is left to a person: acts in prose, or timed lines that begin otherwise.

"เมื่อได้รับเรื่องจะออกเลขรับ จากนั้นตรวจสอบ… แล้วเสนอ… และแจ้งผู้ร้อง" tells acts one after another, where a word says that they
follow (จากนั้น, ต่อมา). "ก. ก่อนเรือเข้า นายท่าตรวจโป๊ะ 15 นาที": numbered or lettered lines each take a time, and one tells an
act farther on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation
from oit_checker.model.evidence import ComponentStatus
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_FOLLOWING = ("จากนั้น", "ต่อมา", "แล้วจึง", "ลำดับต่อไป")
_CLOSE = 500  # letters within which acts in prose are one procedure
_QUOTED = 160


def doubtful_steps(matter: Matter, min_steps: int, act: str, timed: re.Pattern[str]) -> Observation | None:
    """Where acts may be told, as a doubt; act is the source of a pattern of one, timed matches a line with its time."""
    for quoted in (_in_prose(matter, min_steps, act), _in_timed_lines(matter, min_steps, act, timed)):
        if quoted is not None:
            note = f"เล่าการดำเนินการต่อกัน: “{quoted}” แต่ไม่ได้แยกเป็นขั้นตอน โปรดเปิดดู และแยกเป็นขั้น 1 2 3 หากเป็นขั้นตอนของงานนี้"
            return Observation(ComponentStatus.UNREADABLE, quoted, "ในเนื้อหา", note)
    return None


def _in_prose(matter: Matter, min_steps: int, act: str) -> str | None:
    """Acts of one text that follow one another in words."""
    if not matter.holds(_FOLLOWING):
        return None
    joined = _joined(act)
    for chunk in matter.chunks:
        if chunk.is_claim or not any(word in chunk.text for word in _FOLLOWING):
            continue
        acts = list(joined.finditer(chunk.text))
        for first in range(len(acts) - min_steps + 1):
            run = acts[first : first + min_steps]
            said = chunk.text[run[0].start() : run[-1].end()]
            if len(said) <= _CLOSE and any(word in said for word in _FOLLOWING):
                return squeeze(said)[:_QUOTED]
    return None


def _in_timed_lines(matter: Matter, min_steps: int, act: str, timed: re.Pattern[str]) -> str | None:
    """Numbered lines with a time each, of which one tells an act behind its first words."""
    farther_on = _farther_on(act)
    for _, group in groupby(matter.page.passages, key=lambda line: (line.page_no, line.heading)):
        lines = [text for line in group if (text := arabic_digits(line.text.strip()))]
        rows = {seen["row"]: line for line in lines if (seen := timed.match(line)) is not None}
        if len(rows) >= min_steps and any(map(farther_on.search, rows.values())):
            return " · ".join(squeeze(line)[:60] for line in [*rows.values()][:min_steps])
    return None


@lru_cache(maxsize=4)
def _joined(act: str) -> re.Pattern[str]:
    after = r"(?:จากนั้น|ต่อมา|แล้ว|ลำดับต่อไป|และ|ก่อน|เมื่อ[^\s|]{2,30}\s)\s?(?:จึง|ให้|จะ)?\s?"
    return re.compile(after + act, re.IGNORECASE)


@lru_cache(maxsize=4)
def _farther_on(act: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[ก-๎])\s{act}", re.IGNORECASE)
