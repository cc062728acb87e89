"""Which sums of money are a plan's: none that was spent, none that only draws a limit (สัญญาที่มีวงเงินเกิน 500,000 บาท)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oit_checker.empty_columns import own_rows
from oit_checker.model.page import Table
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

_NEAR = 40  # letters before a sum in which it is told what it is
_LED = 24  # letters before a word for money in which it is told to be spent
_AFTER = 16
_SPENDING = regex(
    "|".join(
        map(
            fold,
            (
                "เบิก(?!(?:จ่าย)?จาก)",
                "คงเหลือ",
                "ผูกพัน",
                "(?:ใช้|จ่าย)(?:เงิน|งบ|งบประมาณ)?(?:ไป|แล้ว|จริง|สะสม)",
                "ผล(?:การ)?(?:ใช้|จ่าย)",
            ),
        )
    )
)
_PLANNING = regex("|".join(map(fold, ("แผน", "ตั้งไว้", "ได้รับ", "จัดสรร", "อนุมัติ", "ประมาณการ", "ที่ขอ"))))
_OF_MONEY = regex("|".join(map(fold, ("งบ", "เงิน", "บาท", "แผน"))))
_PARTS = regex("[/,]|และ")
_LEADS_TO_SPENT = regex(
    fold("(?:เบิก(?:จ่าย)?|(?:ใช้|จ่าย)จริง|ผูกพัน|คงเหลือ|ผล(?:การ)?(?:ใช้|จ่าย)+)(?:แล้ว|ไป|สะสม|รวม|จริง)*") + r"\(?$"
)
_USING = regex(fold("(?<!แผน)(?<!แผนการ)(?<!แผนงานและการ)การใช้(?:จ่าย)?") + "$")
_LIMITS = ("เกินกว่า", "เกิน", "ตั้งแต่", "ต่ำกว่า", "น้อยกว่า", "มากกว่า", "ไม่ถึง", "มูลค่า", "ราคา")
_LIMITED = regex(r"\s*(?:ขึ้นไป|(?:ต่อ|/)(?!\s*ปี)|ลงมา)")
_A_BUDGET = regex(r"งบ|ค่าใช้จ่าย|ใช้เงิน|เป็นเงิน")
_OF_OTHERS = regex(r"(?:ที่มี|สัญญา|จัดซื้อ|จัดจ้าง|จัดซื้อจัดจ้าง|งานจ้าง|โครงการที่)\s*$")
# All that the agency has for the year (งบประมาณรายจ่ายของหน่วยงานปี 2569 รวม 12,000,000 บาท) is no plan's, unless words
# up to the sum name one; nor is it where a project is paid from it (ใช้งบประมาณรายจ่ายประจำปีของเทศบาล 20,000 บาท).
_OF_AGENCY = 100  # letters before a sum in which it is told whose it is
_AGENCY = "(?:หน่วยงาน|กรม|สำนัก|เทศบาล|อบต|อบจ|องค์|โรงพยาบาล|รพ|มหาวิทยาลัย|จังหวัด|อำเภอ|สถานี|โรงเรียน|วิทยาลัย|สถาบัน)"
_YEARLY = r"(?:รายจ่าย|ประจำปี|ทั้งหมด|ทั้งสิ้น|รวม)+(?:\s|พ\.ศ\.|งบประมาณ|ปี|\d)*(?:ของ)?\s?"
_TOTAL = r"(?:รวม|จำนวน|ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เป็น|วงเงิน|งบประมาณ|(?:ปี|พ\.ศ\.)\s*\d{4}|[:\s])+$"
_OTHERWISE = "".join(f"(?<!{before}งบประมาณ)" for before in ("แผนการใช้จ่าย", "ใช้", "จาก", "ตาม", "ใน", ":", ": "))
# It begins with a word that is searched for at once, and looks back from there.
_ALL_OF_IT = regex(rf"งบประมาณ{_OTHERWISE}{_YEARLY}{_AGENCY}(?P<between>[^|]{{0,60}}?){_TOTAL}")
_OF_A_PLAN = regex("แผน|โครงการ|กิจกรรม|มาตรการ|รายการ|ลำดับ")
_NUMBER = regex(r"\d(?<![\d.,]\d)[\d,]*(?:\.\d+)?(?:\s*(?:พัน|หมื่น|แสน|ล้าน)?\s*บาท)?")


def names_spending(head: str) -> bool:
    """Whether a head of money is of nothing but what was spent; half of งบประมาณ/ผลการเบิกจ่าย is a plan's."""
    parts = [fold(part) for part in _PARTS.split(head)]
    named = [part for part in parts if _OF_MONEY.search(part) or _SPENDING.search(part)]
    return bool(named) and all(_SPENDING.search(part) and not _PLANNING.search(part) for part in named)


def spent_cells(tables: Iterable[Table]) -> Iterator[str]:
    """What stands in the columns of what was spent."""
    for table in tables:
        places = [place for place, head in enumerate(table.header) if names_spending(head)]
        yield from (squeeze(row[place]) for row in own_rows(table) for place in places if place < len(row))


def is_planned(text: str, start: int, end: int) -> bool:
    """Whether a sum in a text may be a plan's."""
    if is_of_agency(text, start):
        return False
    before = text[max(0, start - _NEAR) : start].split("บาท")[-1]
    folded = fold(before)
    if _SPENDING.search(folded):
        return _PLANNING.search(folded) is not None
    is_limit = before.rstrip().endswith(_LIMITS) or _LIMITED.match(text[end : end + _AFTER]) is not None
    return not is_limit or _A_BUDGET.search(before) is not None


def is_of_agency(text: str, start: int) -> bool:
    """Whether what stands before a sum says that it is all that the agency has for the year."""
    seen = _ALL_OF_IT.search(text[max(0, start - _OF_AGENCY) : start].split("บาท")[-1])
    return seen is not None and not _OF_A_PLAN.search(seen["between"])


def is_word_of_a_plan(text: str, start: int, end: int) -> bool:
    """Whether a word for money speaks of a plan's: not in เบิกจ่ายงบประมาณ, nor in สัญญาที่มีวงเงิน."""
    before = text[max(0, start - _LED) : start]
    folded = fold(before)
    is_of_others = text[start:end] == "วงเงิน" and _OF_OTHERS.search(before) is not None
    return not (_LEADS_TO_SPENT.search(folded) or _USING.search(folded) or is_of_others)


def without_others(text: str) -> str:
    """A text without the sums in it that are no plan's."""
    return _NUMBER.sub(lambda seen: seen[0] if is_planned(text, *seen.span()) else " ", text)
