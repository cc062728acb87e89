"""Heads of columns in everyday words: a question word with its verb asks what a usual head names.

ทำอย่างไร (how), ใครทำ (who; also whoever รับผิดชอบ), and a name with เท่าไร (how much): ราคาเท่าไร is ราคา. A question about
something else is none of them: วัดผลอย่างไร, ใครได้ประโยชน์, พื้นที่รับผิดชอบ.
"""

from __future__ import annotations

from functools import lru_cache

from oit_checker.patterns import regex
from oit_checker.thai.text import fold, toneless


def _any(*words: str) -> str:
    return "(?:" + "|".join(toneless(fold(word)) for word in words) + ")"


HOW, WHO = "ทำอย่างไร", "ใครทำ"
"""Labels of a checklist that stand for every question of their kind."""

_DO = ("ทำ", "ดำเนินการ", "ดำเนินงาน", "ปฏิบัติ", "แก้ไข", "แก้", "ปรับปรุง", "พัฒนา")
_HOW = regex(f"{_any('จะ', 'ต้อง', 'ควร')}*{_any(*_DO)}?{_any('อย่างไร', 'ยังไง', 'เช่นไร')}{_any('บ้าง')}?")
_WHO = regex(
    f"{_any('ใคร')}{_any('จะ', 'ต้อง', 'เป็น', 'คือ')}*{_any('ผู้', 'คน')}?"
    f"{_any('ทำ', 'รับผิดชอบ', 'ดำเนินการ', 'ดำเนินงาน', 'ปฏิบัติ', 'ดูแล', 'เจ้าภาพ', 'เจ้าของเรื่อง')}{_any('หลัก', 'บ้าง')}*"
)
_SOMEBODY = ("ใคร", "ผู้", "คน", "บุคคล", "เจ้าหน้าที่", "เจ้าของ")
_UNIT = ("หน่วย", "ส่วนงาน", "ส่วนราชการ", "กอง", "สำนัก", "ฝ่าย", "กลุ่ม", "แผนก", "ศูนย์")
_IN_CHARGE = regex(f"(?:{_any(*_SOMEBODY, *_UNIT)}[ก-๎]*)?{_any('รับผิดชอบ')}[ก-๎]*")
_NOT_IN_CHARGE = regex(_any("ความ", "ไม่", "เป้าหมาย", "พื้นที่") + _any("ที่", "ต้อง", "ได้") + "*" + _any("รับผิดชอบ"))
_HOW_MUCH = regex(f"{_any('ต้อง')}?{_any('เสีย', 'จ่าย', 'ชำระ', 'มี')}?(?P<named>.+?){_any('เท่าไร', 'เท่าไหร่', 'กี่บาท')}")
_LONGEST = 30  # folded letters; a longer head is a sentence


@lru_cache(maxsize=4096)
def asked(head: str) -> str | None:
    """The label, folded and without tone marks, that a folded head without signs asks for; None for any other head."""
    head = toneless(head)
    if len(head) > _LONGEST:
        return None
    if _HOW.fullmatch(head):
        return toneless(fold(HOW))
    if _WHO.fullmatch(head) or _is_in_charge(head):
        return toneless(fold(WHO))
    much = _HOW_MUCH.fullmatch(head)
    return much["named"] if much is not None else None


def _is_in_charge(head: str) -> bool:
    return _IN_CHARGE.fullmatch(head) is not None and _NOT_IN_CHARGE.search(head) is None
