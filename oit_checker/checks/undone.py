"""Reports in which the only result is that nothing has been done yet.

"ยังไม่ได้ดำเนินการ" is a true answer in a row beside rows of what was done. Where every result says so, the report has a
place for results and none to show: whether that is enough is for a person to say. So it is where a year is over, and
every result says that the work is still going on, or that the figures are being gathered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, toneless

_ACT = fold("ดำเนิน") + "(?:งาน|การ)"
_LABEL = (
    rf"(?:ผล(?:การ)?(?:{_ACT}|ปฏิบัติ(?:งาน|การ|ราชการ))(?:จริง)?|สถานะ(?:การ)?(?:{_ACT})?|{fold('ความก้าวหน้า')}"
    rf"(?:ของ(?:โครงการ|กิจกรรม|มาตรการ))?)"
)
_UNDONE = (
    rf"(?:ยังไม่(?:ได้|มี)?(?:การ)?(?:{fold('เริ่ม')})?(?:{_ACT}|โครงการ|กิจกรรม)"
    rf"|ยังไม่(?:ได้)?{fold('เริ่ม')}|ไม่(?:ได้|มีการ){_ACT}|{fold('เลื่อน')}(?:{fold('ออกไป')}|ไป|{fold('กำหนด')}|การจัด|การ?{fold('ดำเนิน')})|{fold('ยกเลิก')}(?:โครงการ|กิจกรรม|การ)"
    rf"|(?:^|(?<=[|¦:])){fold('ยกเลิก')}|{fold('งดจัด')}|{fold('ไม่ได้จัด')})"
)
_ENDED = rf"(?<!{fold('ไม่')})(?<!{fold('แล้ว')})(?:{fold('แล้ว')}|เสร็จ)"
UNDER_WAY = (
    fold(
        r"(?:(?:ยัง)?อยู่(?:ใน)?(?:ระหว่าง|ขั้นตอน)|กำลัง(?:อยู่)?(?:ใน)?(?:ระหว่าง)?|ระหว่าง)(?:การ)?"
        r"(?:ดำเนิน|รวบรวม|จัดทำ|จัดเก็บ|จัดเตรียม|ประมวล|ประเมิน|สรุป|ติดตาม|ตรวจสอบ|ปรับปรุง|พิจารณา|รายงาน)"
    )
    + rf"(?![^¦|]*(?:\d|{_ENDED}))"
)
"""That work is going on, or its results are being gathered, and neither a figure nor what is done behind it."""
_GOING_ON = rf"|(?:{fold('อยู่ระหว่าง')}(?:การ)?|{fold('กำลัง')}){_ACT}"
_SOURCES = {
    "label": _LABEL,
    "undone": _UNDONE,
    "said_undone": rf"{_LABEL}[:\-|]{{0,2}}({_UNDONE})",
    # Beside a colon, or as the second of a row's two cells; in a longer row a label heads a column.
    "answered": (
        rf"{_LABEL}:\|?(?!{_UNDONE})[^¦|:\-.…_0%]"
        rf"|(?:^|¦)[^¦|]{{0,20}}{_LABEL}[^¦|]{{0,20}}\|(?!{_UNDONE})[^¦|:\-.…_0%][^¦|]*(?=¦|\Z)"
    ),
    "done": (
        rf"{_ACT}(?:{fold('เรียบร้อย')})?{fold('แล้ว')}|(?<!ไม่)ได้{_ACT}|จัด[^¦|]{{2,40}}?{fold('แล้ว')}"
        rf"|เสร็จสิ้น|เสร็จ{fold('เรียบร้อย')}|เบิกจ่าย{fold('แล้ว')}"
        rf"|(?<!กาหนด)(?<!จะ)(?<!ให้)(?<!คาดว่า){fold('แล้วเสร็จ')}(?!ภายใน|ตาม|ใน)"
        rf"|{fold('ผู้เข้า')}(?:{fold('ร่วม')}|อบรม|รับการ)[^¦|]{{0,20}}[1-9]"
    ),
}
_OF_RESULTS = regex(rf"ผล(?:การ)?{_ACT}")
_NOTHING = regex(r"[\W\d_]*")


@lru_cache(maxsize=512)  # asked of the same few components on every page
def asks_for_results(phrases: tuple[str, ...]) -> bool:
    """Whether a component's keywords ask for the results of what was to be done."""
    return any(_OF_RESULTS.match(fold(phrase)) for phrase in phrases)


def only_undone(
    folded: str, tables: Iterable[Table], *, by_ocr: bool = False, is_over: bool = False
) -> tuple[int, int] | None:
    """The span of `folded` that says that nothing was done, where no result says anything else; None otherwise.

    A result is what stands beside its label (ผลการดำเนินงาน: …) or in a column of results. Of a year that is over,
    what is still under way is none.
    """
    patterns = _patterns(by_ocr, is_over)
    undone = patterns["undone"].search(folded)
    if undone is None or patterns["done"].search(folded) or patterns["answered"].search(folded):
        return None
    cells = [cell for table in tables for cell in _results(table, patterns["label"])]
    if any(not patterns["undone"].match(cell) for cell in cells):
        return None
    beside = patterns["said_undone"].search(folded)
    if beside is not None:
        return beside.span(1)
    return undone.span() if cells else None


@lru_cache(maxsize=4)
def _patterns(by_ocr: bool, is_over: bool) -> dict[str, re.Pattern[str]]:
    undone = rf"(?:{_UNDONE}|{UNDER_WAY})" if is_over else _UNDONE
    sources = {name: source.replace(_UNDONE, undone) for name, source in _SOURCES.items()}
    sources["done"] += "" if is_over else _GOING_ON
    return {name: re.compile(toneless(source) if by_ocr else source) for name, source in sources.items()}


def _results(table: Table, label: re.Pattern[str]) -> Iterator[str]:
    """What is written in the columns of results, folded; numbers and dashes say nothing of what was done."""
    for place, head in enumerate(table.header):
        if not label.search(fold(head)):
            continue
        cells = (fold(row[place]) for row in table.rows if place < len(row))
        yield from (cell for cell in cells if not _NOTHING.fullmatch(cell))
