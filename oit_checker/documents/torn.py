"""Blanks inside a word or a short date, which the page does not show: "ประจ ำปี", "ก ารแจ้งเกิด", "ต . ค. 68".

Word writes ำ as a blank and า ("ส านักงาน"), and where a writer places each sign by itself, pdfium supposes a blank or
a new line beside it: after the first letter of a word, around the dot of a short month.
"""

from __future__ import annotations

import re

from oit_checker.patterns import regex
from oit_checker.thai.months import SHORT_NAMES

_SPLIT_SARA_AM = regex("([ก-ฮ][่-๋]?) +า(?![ะ-ู็-์])")
# Words with a plain า, where ำ would make none: only กำราบ and จำกัด begin like two of them. Nor does ำ stand after เ.
_SPLIT_SARA_AA = regex("ก +า *ร(?!าบ)|ง +าน|ร +าย(?:งาน|การ)|จ +าก(?!ั)|(?<=เ)[ก-ฮ][่-๋]? +า")
# A sign that cannot begin a word belongs to the letter before it.
_LOOSE_SIGN = regex("(?<=[ก-๎]) +(?=[ำัิ-ฺ็-๎])")
_DOTTED = (*SHORT_NAMES, "พ.ศ.", "ค.ศ.")


def _torn(short: str) -> str:
    """A pattern of an abbreviation of which a dot is torn off; ก.ค.ศ. is a commission, no month."""
    first, second = short.rstrip(".").split(".")
    return rf"{first}(?:\s+\.\s*{second}\s*\.|\.\s*{second}\s+\.)"


_TORN = regex(rf"(?:(?<![ก-๎])|(?<=เดือน)|(?<=ปี))(?:{'|'.join(map(_torn, _DOTTED))})(?!\s*ศ\s*\.)")
_LOOSE_DOT = regex(r"\s\.")


def rejoined(text: str) -> str:
    """The text without such blanks; other white space stays."""
    text = _LOOSE_SIGN.sub("", text)
    if " า" in text:
        text = _SPLIT_SARA_AM.sub(r"\1ำ", _SPLIT_SARA_AA.sub(_closed, text))
    return _TORN.sub(_closed, text) if _LOOSE_DOT.search(text) else text


def _closed(found: re.Match[str]) -> str:
    return "".join(found[0].split())
