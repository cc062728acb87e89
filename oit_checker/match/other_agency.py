"""A document whose title page names another body of the agency's own kind: a neighbour's plan offered as one's own.

Documents rightly name others: ministries give orders, provinces send letters, an association makes models, and parents
and own units report too. So only peers are looked at (a municipality or sub-district beside a municipality, one
department beside another), only on the title page, and not where the agency's own name stands anywhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from oit_checker.match.all_texts import all_texts
from oit_checker.match.peers import MODELS, FieldOffice, Peers, field_office, own_peers
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page, PageKind
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, quote, squeeze

_FROM_ABOVE = frozenset((DocumentKind.LAW, DocumentKind.NEWS))
# Before a body's name: it is cited, asked or written to, and is not the title's own.
_CITED = regex(
    r"(?:ให้|เข้า(?:สู่)?(?:หน้า)?เว็บไซต์|หนังสือ|ระเบียบ|ประกาศ|ตาม|ระบบ|โดย|จาก|ต่อ|ถึง|เสนอ|แจ้ง|ร่วมกับ|และ|กับ|เขต|ใน|ที่|สังกัด|อธิบดี|ผู้ว่าราชการ|กลุ่ม|เลขานุการ|นุ)\s?$"
)
# A title that begins with what a body issues is that body's, though elsewhere in a title the same words cite it.
_ISSUED = regex(r"\s*(?:ประกาศ|คำสั่ง)\s?$")
# The name of a statute or regulation, with who made it: nobody's title but its own.
_STATUTE = regex(
    r"(?:พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|พ\.ร\.[บกฎ]\.|กฎกระทรวง|(?<=\S)\s?(?:ระเบียบ|ข้อบังคับ|กฎ|หลักเกณฑ์))"
    r"[^|:]{0,100}?(?:ว่าด้วย|พ\.ศ\.)"
)
# Behind it a document lists what it rests on: no part of its title, though a PDF may run it on.
_RESTS_ON = regex(
    r"(?<=\S)\s?(?:(?:เอกสาร)?อ้างอิง|(?:กฎหมาย|ระเบียบ|ข้อบังคับ)(?:และ(?:กฎหมาย|ระเบียบ|ข้อบังคับ))?ที่(?:ใช้|เกี่ยวข้อง|อ้างอิง))\s?:"
)
# Those who belong to a body call it by one word of its name: ชาวกรมผึ้ง.
_MEMBERS = regex(r"(?:ชาว|คน|ครอบครัว|พี่น้อง|พวกเรา)\s?$")
_WORD = regex("[ก-๎]+")
# A public organisation, with what stands joined to its name; the words before it may cite it.
_PUBLIC = regex(r"(?P<name>[ก-๎]{4,}(?: [ก-๎]+)?)\s?\(องค์การมหาชน\)")
_CITING = regex(r"(?:ตาม|โดย|จาก|ถึง|เสนอ|และ|กับ|สังกัด|ระเบียบ|ข้อบังคับ|.*(?:ร่วมกับ|ระหว่าง))")
# What lays down rules for all bodies of a form: "ข้อ 258 ให้ อบต. พัฒนาผู้ได้รับ…"
_CLAUSE = regex(r"(?:^|\s)ข้อ\s?[0-9๐-๙]{1,3}\s")
_ALIKE = 0.8  # of the letters of a name that a font has damaged, where it is the own one
_LOST = regex("[\u0100-\u024f\ue000-\uf8ff\ufffd]")  # signs that stand where a font has lost letters
_MARKS = regex("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e32\u0e33]|[^\u0e01-\u0e5b0-9a-z]")
_WITHIN = 200  # letters of a line in which it says whose it is; a PDF may run its text on behind


def may_be_anothers(page: Page, kinds: Sequence[DocumentKind]) -> bool:
    """Whether a document's own words can say that it is another body's.

    A web page is the agency's by its address; laws and news are made by others, and published here all the same.
    """
    return page.kind is not PageKind.HTML and page.unreadable is None and _FROM_ABOVE.isdisjoint(kinds)


def other_agency(page: Page, own_name: str | None, kinds: Sequence[DocumentKind]) -> EvidenceWarning | None:
    """A warning that quotes the other body's name; None without a clear sign, or where the agency's own is unknown."""
    if not may_be_anothers(page, kinds):
        return None
    name, lines = squeeze(own_name or ""), tuple(map(_own_words, title_lines(page)))
    damaged = bool(page.damaged)
    signs = [(place, _first_named(lines, peers, place, is_damaged=damaged)) for peers, place in own_peers(name)]
    if (organization := _PUBLIC.match(name)) is not None:
        signs.append((organization["name"], _first_public(lines, organization["name"])))
    if (office := field_office(name)) is not None and not damaged:
        signs.append((office.called, _first_neighbour(lines, office)))
    named = next((named for place, named in signs if named is not None and not _names(page, place)), None)
    if named is None:
        return None
    message = f"ชื่อเอกสารเป็นของหน่วยงานอื่น และไม่พบชื่อ “{name}” ในเอกสาร โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
    return EvidenceWarning(WarningKind.OTHER_AGENCY, message, named)


def _first_named(lines: Sequence[str], peers: Peers, place: str, *, is_damaged: bool) -> str | None:
    if any(peers.others.search(line[:_WITHIN]) for line in lines):
        return None
    return next(filter(None, (_named(line, peers, place, is_damaged=is_damaged) for line in lines)), None)


def _first_public(lines: Sequence[str], own: str) -> str | None:
    """The words by which a line names another public organisation: its law lets its name end in the form."""
    for line in lines:
        for found in _PUBLIC.finditer(line[:_WITHIN]):
            if fold(own) not in fold(found["name"]) and _CITING.match(found["name"]) is None:
                return quote(line, *found.span(), around=10)
    return None


def _first_neighbour(lines: Sequence[str], own: FieldOffice) -> str | None:
    """The words by which a line names the office of another field in the same place."""
    if any(MODELS.search(line[:_WITHIN]) for line in lines):
        return None
    for line in lines:
        for found in own.others.finditer(line[:_WITHIN]):
            if found["called"] != own.called and not _is_cited(line[: found.start()]):
                return quote(line, *found.span(), around=10)
    return None


def _own_words(line: str) -> str:
    """A line as far as its first numbered clause or the list of what it rests on, without the names of statutes."""
    ends = [found.start() for pattern in (_CLAUSE, _RESTS_ON) if (found := pattern.search(line)) is not None]
    return _STATUTE.sub(" ", line[: min(ends, default=len(line))])


def _begins_with(text: str, name: str, *, is_damaged: bool) -> bool:
    """Whether a text begins with a name: by its letters without vowel marks, where the font of the page is damaged."""
    if fold(text).startswith(fold(name)):
        return True
    asked, begins = _letters(name), text[: 2 * len(name)]
    if _LOST.search(begins) is None:
        return is_damaged and _letters(text).startswith(asked)
    read = _letters(begins)[: len(asked)]
    return SequenceMatcher(None, asked, read, autojunk=False).ratio() >= _ALIKE


def _letters(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _named(line: str, peers: Peers, place: str, *, is_damaged: bool) -> str | None:
    """The words by which a line names another of the peers as its own body."""
    name = "(?=[ก-ฮเ-ไ])" if peers.is_joined else r"\s?(?=[ก-ฮเ-ไ])"
    for form in peers.forms:
        for found in re.finditer(re.escape(form) + name, line[:_WITHIN]):
            rest = line[found.end() :]
            named = (rest, line[found.start() :])  # the own name may be one with its form
            if peers.general.match(rest) or any(_begins_with(own, place, is_damaged=is_damaged) for own in named):
                continue
            before = line[: found.start()]
            if not _is_cited(before) and not _is_nickname(before, rest, place):
                return quote(line, found.start(), min(found.end() + 20, len(line)), around=10)
    return None


def _is_nickname(before: str, rest: str, place: str) -> bool:
    """Whether members speak of the own body by a piece of its name.

    Without a word for members it may be another body: กรมที่ดิน is not กรมพัฒนาที่ดิน.
    """
    called = _WORD.match(rest)
    return called is not None and fold(called[0]) in fold(place) and _MEMBERS.search(before) is not None


def _is_cited(before: str) -> bool:
    return _CITED.search(before) is not None and _ISSUED.match(before) is None


def _names(page: Page, place: str) -> bool:
    folded = fold(place)
    return any(folded in fold(text) for text in all_texts(page))
