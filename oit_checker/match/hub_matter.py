"""What a list itself tells under an item, outside links, apart from what only names the item or is the list's form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from oit_checker.documents.inner_text import shows_words
from oit_checker.match.hub_lines import HEADING, Line
from oit_checker.match.hub_openers import Groups, Opener, coded
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_words import LIST_NUMBER, SURE, bare, likeness, trim_title
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic

_TELLS_SOMETHING = 80  # letters outside links and headings
_TELLS_A_LITTLE = 30  # an address with a telephone number, without its digits
_WORDS_OF_THE_LIST = 3  # items under which the same words stand: a status, an office, a heading of columns
_THAI = regex("[ก-ฮ]")
_ONLY_ANNOUNCED = regex(
    r"(?<![ก-๙])เช่น\s|อยู่\s*(?:ใน)?\s*ระหว่าง|กำลัง\s*(?:จัดทำ|ดำเนินการ|ปรับปรุง|รวบรวม)|ยังไม่(?:มี|ถึง|ได้)|เร็ว\s*ๆ\s*นี้|coming\s+soon",
    re.IGNORECASE,
)
_REQUIREMENT = regex(
    r"^[\s–•*-]*(?:[0-9๐-๙]{1,2}[.)]\s*)*(?:แสดง|เป็นแผน|เป็นรายงาน|เป็นข้อมูล|มีข้อมูล)|อย่างน้อย\s*ประกอบด้วย|องค์ประกอบ(?:ด้าน)?ข้อมูล"
)


class Matter:
    """Tells matter from the words of a list."""

    def __init__(self, groups: Groups, titles: Titles) -> None:
        self._groups = groups
        self._titles = titles

    def of_list(self, under: Sequence[tuple[Opener, Sequence[Line]]]) -> list[tuple[str, ...]]:
        """What the lines under each item of one list tell; words that stand under three items tell nothing of one."""
        telling = [[line for line in lines if self._tells(line, opener)] for opener, lines in under]
        said = {(opener.key, line.own) for (opener, _), lines in zip(under, telling, strict=True) for line in lines}
        repeated = Counter(text for _, text in said)
        own = [[line for line in lines if repeated[line.own] < _WORDS_OF_THE_LIST] for lines in telling]
        return [_matter_of(lines) for lines in own]

    def _tells(self, line: Line, opener: Opener) -> bool:
        if line is opener.line or not shows_words(line.own) or self._groups.is_group(line.text):
            return False
        is_figure = not any(sign.isalpha() for sign in line.own)
        return (is_figure or not is_generic(line.own)) and not self._names(line, opener)

    def _names(self, line: Line, opener: Opener) -> bool:
        """Whether a line is the code or the title of an item once more, or the rest of a title broken over lines."""
        code = coded(line.own)
        said = line.own[code.end :] if code is not None else LIST_NUMBER.sub("", line.own, 1)
        title, own = bare(trim_title(said)), bare(opener.title)
        if not title:
            return code is not None
        return likeness(title, own) >= SURE or self._titles.has_both(own, title)


def tells_something(section: Sequence[Line]) -> bool:
    """Whether a section has matter of its own; the handbook's requirements, copied under an item, are none."""
    return _letters(section) >= _TELLS_SOMETHING and not _is_requirement(section)


def _matter_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """The text of the lines under an item.

    Nothing where it is next to nothing, has no word of Thai (the title in English),
    or is the handbook's words or a short promise (อยู่ระหว่างจัดทำ) or example (เช่น …).
    """
    telling = [line for line in lines if _THAI.search(line.own) and not _ONLY_ANNOUNCED.search(line.own)]
    if _letters(telling) < _TELLS_A_LITTLE or _is_requirement(lines):
        return ()
    return tuple(line.text for line in lines)


def _letters(lines: Sequence[Line]) -> int:
    return sum(sign.isalpha() for line in lines if line.rank < HEADING for sign in line.own)


def _is_requirement(lines: Sequence[Line]) -> bool:
    return any(_REQUIREMENT.search(line.own) for line in lines if line.rank < HEADING)
