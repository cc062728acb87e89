"""The thing itself, told by its name: a document whose title, or one of whose first lines, begins with it.

The agency's name may stand before it, on a line of its own: titles are told without their line ends. So may the form in
which the agency issued it: ข้อบังคับเทศบาลตัวอย่าง ว่าด้วย…, ประกาศกรมตัวอย่าง เรื่อง….

begins    words with which the name begins (ประมวลจริยธรรม)
not_then  words that make it another thing where they follow at once (การขับเคลื่อน); a year or a number alone says nothing
clauses   how many numbered clauses the document must have (default 3): ข้อ 5 …, 1. …
says      words of what such a document says (ซื่อสัตย์, พึง); so many of them as clauses are asked for do as well
not_told  words of passages about it, which say nothing of it themselves (แต่งตั้ง, ดาวน์โหลด)

A web page is no such document, but a heading of it, by that name, over what it says is.
With in_lists, a link by that name shows it, if the name goes on (… ของการไฟฟ้า).

FOUND       ประมวลจริยธรรมของการไฟฟ้าตัวอย่าง / ข้อ 1 … ข้อ 2 … ข้อ 3 …
            ข้อบังคับมหาวิทยาลัยตัวอย่าง ว่าด้วยประมวลจริยธรรมผู้ปฏิบัติงาน / ข้อ 1 … ข้อ 2 … ข้อ 3 …
            # ประมวลจริยธรรมของนักวิจัย / นักวิจัยพึงซื่อสัตย์ ไม่รับของกำนัล …   (a heading and the text under it)
NOT FOUND   คำสั่งแต่งตั้งคณะทำงานตามประมวลจริยธรรม · ประกาศผลการอบรม เรื่อง ประมวลจริยธรรม · ประมวลจริยธรรม, and no clause
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.labels import IN_LINK
from oit_checker.model.page import PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import fold, squeeze

FIRST_LINES = 4  # in which a document's name stands
_GOES_ON = 4  # Thai letters that a link's name must have after the words
_CLAUSE = regex(r"ข้อ\s?(?P<clause>\d{1,2})(?!\d)|(?:^|(?<=\s))\(?(?P<listed>\d{1,2})[.)](?!\d)")
# An agency's name, as the letterhead over a title; a sentence about the thing (กรมตัวอย่าง เผยแพร่ ประมวล…) is none.
_LETTERHEAD = regex(
    r"(?:กระทรวง|กรม(?!ธรรม)|สำนัก|เทศบาล|องค์การ|องค์กร|มหาวิทยาลัย|วิทยาลัย|สถาบัน|โรงพยาบาล|โรงเรียน|การ(?:ไฟฟ้า|ประปา|ยาง|เคหะ|ท่า|รถไฟ|ทาง)"
    r"|จังหวัด|อำเภอ|เมืองพัทยา|ธนาคาร|บริษัท|ศูนย์|คณะ(?!กรรมการ|ทำงาน)|อบต\.|อบจ\.|ศาล|กองทัพ|กองบัญชาการ)[ก-๎]*"
    r"(?:\s(?:\([ก-๎.]{2,12}\)|(?:จังหวัด|อำเภอ|จ\.|อ\.|สำนัก|กรม|กระทรวง|ตำบล|วิทยาเขต)\s?[ก-๎]+|จำกัด|\(มหาชน\)|\(องค์การมหาชน\))){0,3}\s"
)
_TELLS = regex("คำสั่ง|แต่งตั้ง|รายงาน|ประกาศ|โครงการ|กิจกรรม|อบรม|เผยแพร่|ขับเคลื่อน|จัด|แจ้ง|ตาม|ทบทวน|ให้|ส่งเสริม|ลงนาม")
# The form in which an agency issues the thing, before its name.
_ISSUED = regex(
    r"(?:(?:ข้อบังคับ|ระเบียบ|ประกาศ)"
    r"(?:(?!ผล|อบรม|แต่งตั้ง|รายงาน|กิจกรรม|โครงการ|เผยแพร่|ขับเคลื่อน|แก้ไข|ยกเลิก|ร่าง).){0,80}?(?:ว่าด้วย|เรื่อง)\s*)+"
)
_NO_WORDS = regex(r"พ\.?ศ\.?|ฉบับที่?|[^ก-๎]")


def titled(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    begins: list[str],
    not_then: Sequence[str] = (),
    clauses: int = 3,
    says: Sequence[str] = (),
    not_told: Sequence[str] = (),
) -> Observation:
    """Look at a document's title and its clauses, at the headings of a page, then at the links."""
    if not matter.holds(begins):
        return absent()
    page = matter.page
    if page.kind is not PageKind.HTML:
        names = [page.title or "", *(line.text for line in matter.lines[:FIRST_LINES])]
        names = [*names, *map(_without_letterhead, names)]
        names += map(_without_form, names[:])
        name = next((name for name in names if _rest(name, begins, not_then, matter) is not None), None)
        if name is not None and max(_clauses(matter), _said(page.passages, matter, says, not_told)) >= clauses:
            return found(squeeze(name)[:160], "ชื่อเอกสาร")
    for heading in (passage.text for passage in page.passages if says and passage.is_heading):
        below = [passage for passage in page.passages if passage.heading == heading]
        if _rest(heading, begins, not_then, matter) is not None and _said(below, matter, says, not_told) >= clauses:
            return found(squeeze(heading)[:160], "หัวข้อ")
    for link in page.links if component.in_lists else ():
        rest = _rest(_without_form(link.text or ""), begins, not_then, matter)
        if rest is not None and not link.in_menu and len(_NO_WORDS.sub("", rest)) >= _GOES_ON:
            return found(link.text, IN_LINK)
    return absent()


def _without_letterhead(name: str) -> str:
    """A title without the agency's name before it."""
    name = squeeze(name)
    owner = _LETTERHEAD.match(name)
    return name[owner.end() :] if owner is not None and not _TELLS.search(owner[0]) else name


def _without_form(name: str) -> str:
    """A title without the form in which the thing was issued before it."""
    name = squeeze(name)
    form = _ISSUED.match(name)
    return name[form.end() :] if form is not None else name


def _rest(name: str, begins: Sequence[str], not_then: Sequence[str], matter: Matter) -> str | None:
    """What follows the words in a name that begins with them; None for another name."""
    folded = matter.fold(name)
    word = next((word for word in map(matter.fold, begins) if folded.startswith(word)), None)
    rest = folded[len(word) :] if word is not None else ""
    return None if word is None or rest.startswith(tuple(map(fold, not_then))) else rest


def _said(passages: Sequence[Passage], matter: Matter, words: Sequence[str], not_told: Sequence[str]) -> int:
    """How many of the words stand in the passages, those left out that only tell of the thing."""
    texts = [matter.fold(one.text) for one in passages if words and not (one.is_heading or one.names_link)]
    around = matter.folded_words(not_told)
    own = [text for text in texts if not any(word in text for word in around)]
    return sum(any(word in text for text in own) for word in matter.folded_words(words))


def _clauses(matter: Matter) -> int:
    """How many different numbers clauses have."""
    texts = (arabic_digits(chunk.text) for chunk in matter.chunks if not chunk.is_claim)
    return len({seen["clause"] or seen["listed"] for text in texts for seen in _CLAUSE.finditer(text)})
