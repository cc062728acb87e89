"""What tells only of money spent: no result, though it holds words of results (เบิกจ่าย 121.90 ล้านบาท คิดเป็นร้อยละ 94.94).

A result belongs to a project or an activity; the share of a budget that was spent is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from oit_checker.checks.chunks import Line
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_REACH = 60  # folded letters before a share in which it is told what it is the share of
_SPENDING = regex(fold("เบิก|จ่าย"))
_SHARE = regex("^(?:" + "|".join(map(fold, ("ร้อยละ", "คิดเป็น"))) + ")$")
_OF_MONEY = "|".join(map(fold, ("เบิก", "จ่าย", "บาท", "ใช้ไป", "จัดสรร", "ผูกพัน", "คงเหลือ", "งบประมาณ", "วงเงิน")))
_FILLERS = "|".join(
    map(
        fold,
        ("ล้าน", "แล้ว", "คิด", "เป็น", "รวม", "สะสม", "จำนวน", "ทั้งสิ้น", "ทั้งหมด", "ได้", "ไป", "หรือ", "เงิน", "จริง", "สูงถึง"),
    )
)
_LED = regex(rf"(?:{_OF_MONEY})(?:[\d.,():=|-]|{_OF_MONEY}|{_FILLERS})*$")
_OF_BUDGET = regex(
    f"(?:{fold('ร้อยละ')})?[\\d.,]*(?:{fold('ของ')}|{fold('การ')})*(?:{fold('งบ')}|{fold('เบิก')}|{fold('จ่าย')}|{fold('ใช้จ่าย')})"
)

_LINES_OF_PROBLEMS = 2  # lines below such a heading that surely belong to it
_NUMBERED = regex(r"^[\d.)(•●–-]*")
_PROBLEMS = regex(
    "(?:" + "|".join(map(fold, ("ปัญหา", "อุปสรรค", "ข้อเสนอแนะ", "ข้อจำกัด", "แนวทางแก้ไข", "และ", "[/,:]"))) + ")+"
)
_THINGS = regex("|".join(map(fold, ("โครงการ", "กิจกรรม", "ผลงาน", "ภารกิจ"))))
_MONEY = regex(f"{_OF_MONEY}|{fold('งบ')}|{fold('เงิน')}|{fold('รายรับ')}")
# A figure of anything else than money: แจกกล้าไม้ 500 กล้า ใช้งบ 3,000 บาท.
_COUNT = regex(
    rf"\d(?!{_OF_MONEY}|{_FILLERS}|{fold('พัน')}|{fold('หมื่น')}|{fold('แสน')}|{fold('ของ')}|{fold('และ')})[ก-ฮเ-ไ]"
)
_A_SUM = regex(r"\d,\d{3}|\d\.\d\d|\d(?:ล้าน|บาท)")
_A_YEAR = regex(rf"(?:{fold('ประจำ')})?{fold('ปี')}.{{0,80}}|[\d.,%]*")


def tells_of_spending(folded: str, start: int, end: int) -> bool:
    """Whether a phrase speaks of money spent: itself, or as the share of it."""
    phrase = folded[start:end]
    if _SPENDING.search(phrase):
        return True
    if not _SHARE.match(phrase):
        return False
    is_led = _LED.search(folded[max(0, start - _REACH) : start]) is not None
    return is_led or _OF_BUDGET.match(folded, end) is not None


def holds_only_spending(lines: Iterable[Line]) -> bool:
    """Whether money is told and no line may tell a result.

    Each is a heading, of money, or one of the first below ปัญหา or ข้อเสนอแนะ. A list of what is to be told has no sum.
    """
    of_problems, has_sum = 0, False
    for line in lines:
        said = _NUMBERED.sub("", line.folded)
        if _PROBLEMS.fullmatch(said):
            of_problems = _LINES_OF_PROBLEMS
        elif _THINGS.search(said) or (_COUNT.search(said) and not (of_problems or _A_YEAR.fullmatch(said))):
            return False
        elif line.is_heading or _A_YEAR.fullmatch(said) or _MONEY.search(said):
            of_problems = 0
            has_sum = has_sum or _A_SUM.search(said) is not None
        elif of_problems:
            of_problems -= 1
        else:
            return False
    return has_sum
