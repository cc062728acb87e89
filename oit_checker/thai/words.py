"""Words and likeness; the only module that knows the segmenter and the fuzzy matcher."""

from __future__ import annotations

from oit_checker.patterns import regex
from oit_checker.thai.codes import leading_code
from oit_checker.thai.text import fold

# The first word of a Thai title says what a document is: its plan and its report may share all the rest.
_KINDS = (
    ("plan", regex("แผน")),
    ("report", regex("(?:รา)?รายงาน|สรุปผล")),
    ("manual", regex("คู่มือ")),
    ("statistics", regex("(?:ข้อมูล)?(?:เชิง)?สถิติ")),
)
_OTHER_KIND = 0.7
_YEAR = regex(r"(?:ประจาปี|ปี)?(?:งบประมาณ)?(?:พ\.?ศ\.*)?(?<!\d)(?:2[456]\d\d|(?<=ปี)[5-7]\d|(?<=งบ)[5-7]\d)(?!\d)")
_NO_LETTER = regex(r"[^0-9a-zก-๛]+")


def words(text: str) -> list[str]:
    """The words of `text` in order, white space left out (nlpO3's engine; the dictionary loads at the first call)."""
    from pythainlp.tokenize import word_tokenize  # its dictionary costs a tenth of a second that most runs never need

    return [word for word in word_tokenize(text, engine="nlpo3") if word.strip()]


def similar(a: str, b: str) -> float:
    """How much two titles are alike, 0..1, in spite of slips of the keyboard.

    Item codes at the head, years, spaces and punctuation do not count, and ฎ is
    taken for ฏ. A plan and a report, manual or statistics are never close.
    """
    from rapidfuzz import fuzz  # late: an audit compares no titles so

    first, second = _title(a), _title(b)
    if not first or not second:
        return 0.0
    likeness = fuzz.ratio(first, second) / 100
    kinds = _kind(first), _kind(second)
    return likeness * _OTHER_KIND if None not in kinds and kinds[0] != kinds[1] else likeness


def _title(text: str) -> str:
    code = leading_code(text)
    folded = fold(text[code.end :] if code else text)
    return _NO_LETTER.sub("", _YEAR.sub("", folded)).replace("ฎ", "ฏ")


def _kind(title: str) -> str | None:
    return next((kind for kind, head in _KINDS if head.match(title)), None)
