"""Officers' abbreviations, compared as the words that they stand for: งปม. is งบประมาณ, whatever a checklist calls it.

Only such as stand for one thing, wherever they stand: กก. may be กิโลกรัม or กรรมการ, and stays what it is.
"""

from __future__ import annotations

import re

from oit_checker.patterns import regex
from oit_checker.thai.paged import paged, tidy

_WORDS = {"งปม": "งบประมาณ", "ตชว": "ตัวชี้วัด", "ผอ": "ผู้อำนวยการ", "ปง": "ปฏิบัติงาน", "ผวจ": "ผู้ว่าราชการจังหวัด"}
_FULL = {paged(short): tidy(paged(word)) for short, word in _WORDS.items()}
_BUDGET, _INDICATOR, _DIRECTOR, _WORK, _GOVERNOR = (paged(mark) for mark in ("งปม", "ตชว", "ผอ.", "ปง.", "ผวจ."))

# ปปง. is the office against money laundering, กปง. a division, อ.ปง a district; before เผอ no word ends.
_PATTERN = (
    r"(?:งปม|ตชว|ผวจ|(?<![เแโใไ])ผอ|(?<![เแโใไป.])(?<!\A[ก-ฮ])(?<![^ก-๎][ก-ฮ])ปง)\."
    r"|(?<![ก-๎])(?:งปม|ตชว)(?![ก-๎])"  # a head of a column does without the dot
)
ABBREVIATION = regex(paged(_PATTERN))


def is_abbreviated(page: bytes) -> bool:
    """Whether an abbreviation may stand in a tidy page; written out, as this runs for every text that is compared."""
    return _BUDGET in page or _DIRECTOR in page or _WORK in page or _INDICATOR in page or _GOVERNOR in page


def word_of(found: re.Match[bytes]) -> bytes:
    """The word of an abbreviation, on the page."""
    return _FULL[found[0].rstrip(b".")]


def in_full(page: bytes) -> bytes:
    """A tidy page with every abbreviation as its word."""
    return ABBREVIATION.sub(word_of, page) if is_abbreviated(page) else page
