"""Telephone numbers and e-mail addresses in a text; a number after โทรสาร or Fax reaches a machine."""

from __future__ import annotations

import re

from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits

# 0 2123 4567, 02-123-4567, 0-2123-4567, 081 234 5678, 0812345678; also four-digit hotlines after their name.
PHONE = regex(
    r"(?<![\d/.-])\(?0[\s-]?[2-9](?:[\s().-]{0,3}\d){6,8}(?![\d/])|(?:สายด่วน|Call\s?Center|โทร\S{0,4})[\s:.]*1\d{3}(?!\d)",
    re.IGNORECASE,
)
_HOURS = regex(r"\d{1,2}[.:]\d{2}\s*(?:น\.)?\s*(?:-|–|ถึง)\s*\d{1,2}[.:]\d{2}")
_LEAD = 40  # letters before a number in which it is told whose it is
_FAX = regex(
    r"(?:โทร\s?สาร|แฟ[กค]ซ์|facsimile|\bfax)[^\dก-๎a-z]*(?:\(?(?:0|1)[\d\s().,/-]*(?:ต่อ\s*\d+)?[,\s]*)?$", re.IGNORECASE
)
_BOTH = regex(
    r"(?:โทรศัพท์|โทร|tel(?:ephone)?|phone)[.\s]*(?:/|และ|,|&|-|หรือ)\s*(?:โทร\s?สาร|แฟ[กค]ซ์|fax)", re.IGNORECASE
)
# Before the @ stand at most 64 letters (RFC 5321, 4.5.3.1.1); without that bound a long word costs its length squared.
EMAIL = regex(r"[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\s?\.\s?[\w-]+)+", re.IGNORECASE)


def is_no_telephone(text: str, start: int, end: int) -> bool:
    """Whether digits reach a fax machine, or are the hours in which an office is open (08.30-16.30)."""
    return _HOURS.match(text, start) is not None or _is_fax(text, start, end)


def _is_fax(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _LEAD) : start]
    if _BOTH.search(before):
        return False
    return _FAX.search(before) is not None or re.match(r"โทร\s?สาร", text[start:end]) is not None


def reaches(text: str) -> bool:
    """Whether a text holds a telephone number or an e-mail address."""
    digits = arabic_digits(text)
    numbers = PHONE.finditer(digits) if "0" in digits or "1" in digits else ()
    return any(not is_no_telephone(digits, *one.span()) for one in numbers) or EMAIL.search(digits) is not None
