"""The handbook's own wording in an agency's page or document: what shall be shown, which shows nothing.

Agencies copy องค์ประกอบด้านข้อมูล of the handbook under each item: "o แสดงแผน… มีข้อมูลรายละเอียด อย่างน้อย
ประกอบด้วย (1) โครงการ (2) งบประมาณ". It holds every word that the evidence must hold. Documents quote it in a sentence
of their introduction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oit_checker.model.page import Passage
from oit_checker.patterns import regex
from oit_checker.thai.text import fold

_BULLET = r"^(?:[o•●○▪*>-]|\(?\d{1,2}[.)])?"
# แสดงความยินดี and แสดงเจตจำนง are news and deeds; the handbook's แสดง names a thing to be shown.
_SHALL_SHOW = regex(_BULLET + "(?:ให้)?แสดง(?!ความ|เจต|ออก|ว่า|ตน|ตัว)")
_OF_THE_YEAR = regex(_BULLET + "(?:ต้อง)?เป็น(?:ข้อมูล|แผน|รายงาน|การดำเนินการ)[^¦]{0,60}?(?:ของปี|ปัจจุบัน|ย้อนหลัง)")
_MARKS = tuple(
    map(fold, ("องค์ประกอบด้านข้อมูล", "องค์ประกอบข้อมูล", "มีข้อมูลรายละเอียด", "มีรายละเอียดอย่างน้อย", "อย่างน้อยประกอบด้วย"))
)
_LISTED = regex(r"^(?:[o•●○▪*>-]|\(?\d{1,2}[.)]|\(?[กขคงจ][.)])")
_ANSWERED = regex(r"\d{4}|@|https?:")  # a number, an address: the agency answers in the line of the question
_NUMBER = r"\(?[0-9๐-๙]{1,2}[.)]"
# "แสดง… อย่างน้อยประกอบด้วย (๑) มาตรการ (๒) … (๕) ผู้รับผิดชอบ": the list is the handbook's, up to its last word.
_QUOTED = regex(
    rf"แสดง[^¦]{{3,240}}?อย่างน้อย\s*(?:ต้อง\s*)?ประกอบด้วย\s*(?:{_NUMBER}\s*[^()¦]{{2,200}}?\s*(?={_NUMBER})){{1,12}}+{_NUMBER}\s*\S+"
)
LISTED_LETTERS = 120  # a longer line is told, not asked


def is_requirement(text: str) -> bool:
    """Whether a passage of a web page repeats what the handbook asks for."""
    return _asks(fold(text))


def _asks(folded: str) -> bool:
    if "แสดง" in folded and _SHALL_SHOW.match(folded):
        return True
    return ("เป็น" in folded and _OF_THE_YEAR.match(folded) is not None) or _is_marked(folded)


def without_requirement(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that are left when the handbook's wording, and the short lists right under it, are taken out."""
    in_list = False
    for passage in passages:
        folded = fold(passage.text)
        listed = in_list and not passage.is_heading and _is_listed(folded)
        if passage.is_heading and not _is_marked(folded):
            in_list = False
        elif _asks(folded):
            in_list = in_list or _is_marked(folded)
            continue
        elif listed:
            continue
        else:
            in_list = False
        yield passage


def without_quotation(text: str) -> str:
    """A document's text without the sentences in which it quotes what the handbook asks for."""
    return _QUOTED.sub(" ", text) if "อย่างน้อย" in text else text


def _is_listed(folded: str) -> bool:
    return len(folded) <= LISTED_LETTERS and bool(_LISTED.match(folded)) and not _ANSWERED.search(folded)


def _is_marked(folded: str) -> bool:
    return any(map(folded.__contains__, _MARKS))
