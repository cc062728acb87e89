"""A component carries the year of the heading over it, or of the date beside it; the file's only where it has none.

A report of last year is often bound with what was done this year (กิจกรรม … ปี 2569, วันที่ 29 ธันวาคม 2568). Such a part
stands on a page or under a heading of its own, after the file's title, and names the wanted year and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from oit_checker.match.kinds import begins_with_kind
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import YearMention, year_mentions
from oit_checker.thai.text import fold, squeeze

_HEAD = 120  # letters with which a part says what it is
_KIND_WITHIN = 20  # folded letters before the word that says of what kind it is
_FULL = frozenset(("fiscal", "year", "short", "month", "date", "quarter", "span"))
_NAMED = frozenset(("fiscal", "year", "short"))
_SIGNED = regex(r"[)\uff09]|ลงชื่อ|ลงนาม|ตำแหน่ง|ผู้รายงาน|ผู้จัดทำ|ผู้อนุมัติ|ณ\s*วันที่|พิมพ์เมื่อ|ข้อมูล")
_BEFORE = 70  # letters before a date in which a signature stands
_AHEAD = tuple(map(fold, ("แนวโน้ม", "ข้อเสนอ", "เป้าหมาย", "คาดการณ์", "แผนงานปีต่อ", "ปีถัดไป", "ปีต่อไป", "ในอนาคต")))


def parts_of_year(page: Page, wanted: FiscalYear, kinds: Sequence[DocumentKind], *, events: bool) -> Page | None:
    """The later parts of a document that are of the wanted year, as a page of their own; None where there are none.

    events: what is looked for is something that was done, which the date over it dates. Anything else (a plan, a
    declaration) needs a heading that names its kind and its year: what a report says of the next year is no plan of it.
    Of a web page the parts are its sections, and what they show has to stand under the heading: a heading alone (over a
    link to a paper, over a promise) shows nothing. kinds are those asked for, none where any will do.
    """
    if page.unreadable is not None:
        return None
    is_web = page.kind is PageKind.HTML
    parts = list(_parts(page.passages))
    parts = parts if is_web else parts[1:]  # a web page has its title apart
    own = [
        part
        for part in parts
        if _is_of(part, wanted) and (_opens_with_its_year(part) if events else _is_headed(part, wanted, kinds, is_web))
    ]
    if not own:
        return None
    told = _under_headings if is_web and not events else _whole
    return told(page, tuple(passage for part in own for passage in part))


def _whole(page: Page, passages: tuple[Passage, ...]) -> Page:
    """The page with these passages alone, and the tables that stand among them."""
    pages, headings = {p.page_no for p in passages}, {p.text for p in passages if p.is_heading}
    tables = tuple(
        table
        for table in page.tables
        if (table.page_no in pages if table.page_no is not None else table.heading in headings)
    )
    return replace(page, title=passages[0].text[:_HEAD], passages=passages, tables=tables, ocr=None, scans=())


def _under_headings(page: Page, passages: tuple[Passage, ...]) -> Page:
    """The same without the headings and what only names a link: what the sections of a web page tell themselves."""
    names = {squeeze(link.text) for link in page.links}
    told = tuple(p for p in passages if not (p.is_heading or p.names_link or squeeze(p.text) in names))
    return replace(_whole(page, passages), title=None, passages=told, links=())


def _parts(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The pages of a document, cut where a heading on them names a year of its own; without pages, its headings."""
    for _, grouped in groupby(passages, key=lambda passage: (passage.page_no, passage.sheet)):
        part: list[Passage] = []
        for passage in grouped:
            begins = passage.is_heading and (passage.page_no is None or _years(passage.text))
            if part and begins and not all(one.is_heading for one in part):
                yield part
                part = []
            part.append(passage)
        if part:
            yield part


def _is_of(part: Sequence[Passage], wanted: FiscalYear) -> bool:
    """Whether the part names the wanted year, and no other."""
    named = False
    for passage in part:
        for mention in _years(passage.text):
            if (mention.last_be or mention.be) != wanted.be:
                return False
            named = True
    return named


def _years(text: str) -> list[YearMention]:
    return [mention for mention in year_mentions(text) if mention.form in _FULL]


def _opens_with_its_year(part: Sequence[Passage]) -> bool:
    """Whether the part begins with its year or its date; the day on which a report was signed dates no activity."""
    head = " ".join(passage.text for passage in part)[:_HEAD]
    return any(not _SIGNED.search(head[max(0, m.start - _BEFORE) : m.start]) for m in _years(head))


def _is_headed(
    part: Sequence[Passage], wanted: FiscalYear, kinds: Sequence[DocumentKind], is_web: bool = False
) -> bool:
    """Whether the part's heading names its kind and year; in a section of a web page the first sentence may name it."""
    head = part[0].text[:_HEAD]
    dated = " ".join(passage.text for passage in part)[: len(head) + _HEAD] if is_web else head
    if not any(mention.be == wanted.be and mention.form in _NAMED for mention in year_mentions(dated)):
        return False
    named = begins_with_kind(head, _KIND_WITHIN)
    is_asked = bool(set(named) & set(kinds)) if kinds else bool(named)
    return is_asked and not any(word in fold(head) for word in _AHEAD)
