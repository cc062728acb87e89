"""What a document is about, told by its title or a heading, or said of its matter again and again.

matters  words of which one stands beside a keyword (ร้องเรียน beside ทุจริต)

A sentence that only sends such a matter elsewhere (กรณีทุจริตให้ส่ง ป.ป.ช.) does not make the document one about it,
nor does one entry of a list of kinds (ประเภทเรื่อง: ไฟฟ้า ถนน การทุจริตของเจ้าหน้าที่ อื่น ๆ).

FOUND       คู่มือการจัดการเรื่องร้องเรียนการทุจริต
NOT FOUND   a text that can be read and holds no keyword
UNREADABLE  a scanned page: there is no text to look at; คู่มือรับเรื่องร้องทุกข์ … กรณีทุจริตให้ส่ง ป.ป.ช.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from oit_checker.checks.chunks import CUT
from oit_checker.checks.clause import any_word
from oit_checker.checks.kinds_listed import without_listed_kinds
from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import IN_TITLE_OF_DOCUMENT, IN_TITLE_OF_PAGE
from oit_checker.checks.titled import FIRST_LINES
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.page import PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze, toneless

_WITHIN = 30  # folded letters between a keyword and a word of its matter
_AGAIN = 2  # how often they stand together in a text whose title and headings do not say it
_AHEAD = 50  # folded letters after a mention in which it is told where such a matter is to go
_TO_SEND = ("ส่งเรื่อง", "ส่งต่อ", "ส่งไป", "ให้ส่ง", "แจ้งไป", "ติดต่อ", "ยื่นต่อ", "ร้องเรียนต่อ")
_SENDS = (
    "(?:ให้)?(?:" + "|".join(map(fold, _TO_SEND)) + ")[^¦|]{0,20}"
    "(?:ป\\.?ป\\.?[ชท]|สตง|" + fold("คณะกรรมการป้องกัน") + "|" + fold("สำนักงานป้องกัน") + ")"
)
_ELSEWHERE = {by_ocr: regex(toneless(_SENDS) if by_ocr else _SENDS) for by_ocr in (False, True)}


def about(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    matters: Sequence[str] = (),
) -> Observation:
    """Look at the title and the headings, then at what the text says."""
    words = matter.folded_words(component.keywords)
    beside = matter.folded_words(matters)
    for text, place in _heads(matter):
        folded = matter.fold(text)
        is_named = any(word in folded for word in words) and any(word in folded for word in beside)
        if is_named and not _ELSEWHERE[matter.by_ocr].search(folded):
            return found(squeeze(text)[:160], place)
    together = _together(component, matter, matters)
    told = without_listed_kinds(matter, words)
    if (first := _first_lines(told)) and any(True for _ in _own(together.finditer(told.fold(first)), told)):
        return found(squeeze(first)[:160], told.lines[0].place)
    spans = list(_mentions(together, told))
    if len(spans) >= _AGAIN:
        place_of_first = told.place_at(*spans[0])
        return found(place_of_first.snippet, place_of_first.place)
    named = next((seen for word in component.keywords if (seen := matter.first(word)) is not None), None)
    if named is None:
        return absent()
    note = f"กล่าวถึงเพียงบางแห่ง: “{named.snippet}” ชื่อเอกสารและหัวข้อไม่ได้เป็นเรื่องนี้ โปรดเปิดดู"
    return Observation(ComponentStatus.UNREADABLE, named.snippet, named.place, note)


def _heads(matter: Matter) -> Iterator[tuple[str, str]]:
    """The title and the headings."""
    if matter.page.title:
        is_page = matter.page.kind is PageKind.HTML
        yield matter.page.title, IN_TITLE_OF_PAGE if is_page else IN_TITLE_OF_DOCUMENT
    yield from ((line.text, line.place) for line in matter.lines if line.is_heading)


def _first_lines(matter: Matter) -> str:
    """The lines with which a document begins, as its title may fill several."""
    is_page = matter.page.kind is PageKind.HTML
    return "" if is_page else " ".join(line.text for line in matter.lines[:FIRST_LINES])


def _together(component: Component, matter: Matter, matters: Sequence[str]) -> re.Pattern[str]:
    """A pattern of a keyword and a word of its matter that stand together, and of what is said after them."""
    keys, beside = any_word(matter, component.keywords), any_word(matter, matters)
    between = f"[^¦|;]{{0,{_WITHIN}}}?"
    return re.compile(
        f"(?:(?:{beside}){between}(?:{keys})|(?:{keys}){between}(?:{beside}))(?=(?P<then>[^¦]{{0,{_AHEAD}}}))"
    )


def _own(seen: Iterable[re.Match[str]], matter: Matter) -> Iterator[re.Match[str]]:
    """The mentions that do not send the matter elsewhere."""
    yield from (one for one in seen if not _ELSEWHERE[matter.by_ocr].search(one[0] + one["then"]))


def _mentions(together: re.Pattern[str], matter: Matter) -> Iterator[tuple[int, int]]:
    for start, end in matter.spans(together):
        said = matter.at(start, end + _AHEAD).split(CUT)[0]
        if not _ELSEWHERE[matter.by_ocr].search(said):
            yield start, end
