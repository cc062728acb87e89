"""Four digits that look like a year and are part of another number: a telephone, money, a section of a law."""

from __future__ import annotations

import re

from oit_checker.patterns import regex

FOUR_BE = r"2[456]\d\d"
FOUR_CE = r"(?:19[5-9]\d|20[0-5]\d)"
SARA_AM = r"(?:ำ|ํา| ?า)"

_NUMBERED = r" *+\d{1,6}(?:[-.]\d{1,3}(?!\d))*+ *+[:-] *+"
EDITION = (
    rf"(?:(?<![A-Za-z])(?i:ISO|IEC)(?:[/ ]*+(?i:ISO|IEC|IEEE|TS|TR))*+{_NUMBERED}(?P<year>{FOUR_CE})"
    rf"|ม(?:อก|ผช|กษ|ตช)\.?{_NUMBERED}(?P<be>{FOUR_BE}|{FOUR_CE}))(?!\d)"
)
"""A standard with the year of its edition: ISO/IEC 17025:2017, มอก. 17025-2561."""
EDITION_SIGNS = ("ISO", "IEC", "iso", "iec", "มอก", "มผช", "มกษ", "มตช")

_NUMBER_WORD = regex(
    rf"(?:มาตรา|ข้อ|เลขที่|หมายเลข|โทร(?:ศัพท์|สาร)?\.?|เบอร์|หน้า|รหัส\S{{0,10}}|ห้อง|เลข|จ{SARA_AM}นวน|ราคา|วงเงิน|เป็นเงิน|ที่|สายด่วน"
    r"|[Nn]o\.?|[Ee]xt\.?)[ :]*$"
)
COUNTS_YEARS = regex(r"(?:\d|อายุ) ?$")  # before ปี: 5 ปี 60 คน, อายุ ปี 60
PHONE_BEFORE = regex(r"(?:^|[^\d])(?:0\d{0,3}|\d{3})[ \-]$")
_PHONE_AFTER = regex(rf"[ \-](?!{FOUR_BE}|{FOUR_CE})\d{{3,4}}(?!\d)")
_WORD_BEFORE = regex(r"(?:^|[^A-Za-z0-9])[A-Za-z]{2,12}$")


def is_other_number(before: str, after: str) -> bool:
    """Whether four digits are part of another number: money, telephone, decimal, book number, section of a law."""
    if re.search(r"\d(?:[.,]?| ?/ *)$", before) or re.match(r"\d|[.,/]\d|[A-Za-z]", after):
        return True
    if re.search("[A-Za-z]$", before) and not _WORD_BEFORE.search(before):
        return True
    return bool(_NUMBER_WORD.search(before) or PHONE_BEFORE.search(before) or _PHONE_AFTER.match(after))
