"""Lines that list kinds of matters: one kind among many is not what a document is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from oit_checker.checks.matter import Matter
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

# "ประเภทเรื่อง: ไฟฟ้า ถนน น้ำประปา การทุจริตของเจ้าหน้าที่ อื่น ๆ": the words before the list say of what it is one.
_HEAD = regex(
    r"^(?P<head>[^:]{0,40}?(?:ประเภท|ชนิด|หมวด|กลุ่ม|ขอบเขต|ลักษณะ|ด้าน|เรื่องที่(?:รับ|ร้อง|แจ้ง))[^:]{0,30}:"
    r"|[^:]{0,80}?(?:ได้แก่|เช่น|อาทิ|ประกอบด้วย))(?P<list>.+)$"
)
_BETWEEN = regex(r"[,;/•]|\s+|\(?\d{1,2}[.)]")
_NO_ENTRY = frozenset(("", "และ", "หรือ", "-", "อื่น", "ๆ", "อื่นๆ", "ฯลฯ", "เป็นต้น"))
_LEAST = 4
_LONGEST = 300  # letters of such a line; a longer passage tells more than a list


def without_listed_kinds(matter: Matter, words: Sequence[str]) -> Matter:
    """The matter without lines that list kinds of which few are named by the words; the same where there is none."""
    passages = matter.page.passages
    kept = tuple(one for one in passages if one.is_heading or not _is_list_of_kinds(one.text, matter, words))
    return matter if len(kept) == len(passages) else matter.of(replace(matter.page, passages=kept))


def _is_list_of_kinds(text: str, matter: Matter, words: Sequence[str]) -> bool:
    seen = _HEAD.match(squeeze(text))
    if seen is None or len(text) > _LONGEST or _names(seen["head"], matter, words):
        return False
    entries = [entry for entry in _BETWEEN.split(seen["list"]) if entry not in _NO_ENTRY]
    named = sum(_names(entry, matter, words) for entry in entries)
    return len(entries) >= _LEAST and 0 < named <= len(entries) // 3


def _names(text: str, matter: Matter, words: Sequence[str]) -> bool:
    folded = matter.fold(text)
    return any(word in folded for word in words)
