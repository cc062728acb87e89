"""Years that stand in a title or text and are those of another thing: of results, or of a paper that is cited."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.match.title_lines import title_lines
from oit_checker.model.page import Page
from oit_checker.patterns import regex
from oit_checker.thai.dates import YearMention, year_mentions
from oit_checker.thai.text import follows

CITED_CHARS = 220  # within which a paper that is cited has told its own year
_CITED = regex(r"ตาม(?:ความใน)?\s*(?:ประกาศ|คำสั่ง|ระเบียบ|หนังสือ|มติ|ข้อบังคับ)")
_OWNER = regex("ของ")
_OWNER_CHARS = 120  # within which a name of an agency ends
_AND = regex(r"\s*(?:,|และ|กับ|-|–|ถึง)\s*(?:ปี)?\s*")
_MADE_OF_IT = regex(r"ไปสู่|(?:ไป|มา)(?:ใช้|พัฒนา|ปรับปรุง|กำหนด|แก้)|เพื่อ|มาตรการ|แผน|แนวทาง|ยกระดับ|ปรับปรุง|พัฒนาองค์กร|ขับเคลื่อน")


def own_years(text: str, not_after: Sequence[str]) -> list[YearMention]:
    """The years a text names as its own; one that follows soon after words of `not_after` is another thing's.

    So is the พ.ศ. of an announcement that a paper goes by: แบบฟอร์ม… ตามประกาศ… เรื่อง แนวทาง… พ.ศ. 2561.
    """
    others = _years_of_others(text, not_after)
    mentions = [mention for mention in year_mentions(text) if mention not in others]
    cited = _CITED.search(text)
    if cited is None:
        return mentions
    near = range(cited.end(), cited.end() + CITED_CHARS)
    return [mention for mention in mentions if mention.form != "year" or mention.start not in near]


def is_of_another_thing(text: str, mention: YearMention, not_after: Sequence[str]) -> bool:
    """Whether a year in `text` belongs to words of `not_after`: right after them, or after them and whose they are.

    ผลการประเมิน ITA ปี 2568 and ผลการประเมิน ITA ของเทศบาลตำบล… ประจำปี 2568 do; in ผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ปี 2569
    what is made of the results lies between.
    """
    if follows(text, mention.start, not_after):
        return True
    owners = _OWNER.finditer(text, max(0, mention.start - _OWNER_CHARS), mention.start) if not_after else ()
    for owner in owners:
        between = text[owner.start() : mention.start]
        if follows(text, owner.start(), not_after):
            return not (_MADE_OF_IT.search(between) or year_mentions(between))
    return False


def _years_of_others(text: str, not_after: Sequence[str]) -> list[YearMention]:
    """The years of a title or link that belong to words of `not_after`, to the end of an enumeration.

    เอาผล ITA ปี 68 มาพัฒนา รพ. ปีงบ 69: the results have told their year, and what is made of them has its own; what
    follows it may tell the year of the results again (ปี 69 ผลการประเมินปี 68 ได้ 88 คะแนน).
    """
    others: list[YearMention] = []
    for mention in year_mentions(text) if not_after else ():
        goes_on = bool(others) and _AND.fullmatch(text, others[-1].end, mention.start) is not None
        is_later = bool(others) and _MADE_OF_IT.search(text, others[-1].end, mention.start) is not None
        is_later = is_later and mention.be not in {other.be for other in others}
        if goes_on or (not is_later and is_of_another_thing(text, mention, not_after)):
            others.append(mention)
    return others


def result_year(page: Page, not_after: Sequence[str]) -> int:
    """The latest year in the title that is that of the other thing; 0 where there is none."""
    others = (mention for line in title_lines(page) for mention in _years_of_others(line, not_after))
    return max((mention.last_be or mention.be for mention in others), default=0)
