"""A deed (an activity, a training) lies in the year of the date in its own sentence, else in that of its document.

A report of the asked year may tell again what was done two years before; and a report of last year is often bound with
what was done since (`match.own_year`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import reduce

from oit_checker.match.own_year import parts_of_year
from oit_checker.model.checklist import Component, DocumentKind
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import DATES_NOTHING, YearMention, year_mentions

_DATED = frozenset(("date", "month"))
# Before a date they say that it is that of a paper, of a signature or of what went before, and not of the deed.
_OF_ANOTHER = regex(
    r"ลงวันที่|ณ\s*วันที่|ลงชื่อ|ลงนาม|ตำแหน่ง|ผู้รายงาน|ผู้จัดทำ|พิมพ์|เผยแพร่|ข้อมูล|คำสั่ง|หนังสือ|ประกาศ|มติ|แต่งตั้ง|มีผล|ตั้งแต่|นับแต่"
    r"|สืบเนื่อง|ต่อเนื่อง|ต่อยอด|จากการ|ที่ผ่านมา|ครั้งก่อน|ครั้งที่แล้ว|ปีก่อน|ปีที่แล้ว|เดิม|เทียบ"
)
# When a rule was made or came into force, or when who did it was founded, is not the day of the deed.
_OF_A_RULE = regex(r"(?<!ตาม)(?:กำหนด|บังคับใช้|ใช้บังคับ|บังคับ|ก่อตั้ง|สถาปนา|ตราขึ้น|เห็นชอบ|อนุมัติ)(?:ไว้|ขึ้น)?\s*เมื่อ")
_ACTS = r"จัด|อบรม|ฝึก|ดำเนินการ|สัมมนา|ประชุม|กิจกรรม|บรรยาย|ร่วม|ส่งเสริม|ปฐมนิเทศ|โครงการ|รณรงค์|วิทยากร|ให้ความรู้"
_DONE = regex(_ACTS)
_REASON = regex(rf"ตามที่(?!.*(?:{_ACTS}))")  # what gave rise to a deed; not ตามที่ได้จัดอบรมเมื่อวันที่ …
_LEAD = 40  # letters before a date in which such words stand

Ask = Callable[[Page], ComponentResult]
"""Looks for one component on a page that is a part of the document."""


def dated_by_itself(
    component: Component,
    result: ComponentResult,
    page: Page,
    wanted: FiscalYear | None,
    be: int | None,
    kinds: Sequence[DocumentKind],
    ask: Ask,
) -> ComponentResult:
    """The component in the light of the years that the parts of a document name; be is that of the document itself.

    In a document of another year it may stand in a part of the wanted one; in one of the wanted year, or of none, a
    deed that is dated in another does not count: what the title calls it is then left to a person.
    """
    if result.status is not ComponentStatus.FOUND or result.by_ocr or wanted is None:
        return result
    is_deed = bool(component.with_.get("done"))
    if be in {None, wanted.be}:
        return _in_its_year(result, page, wanted, ask) if is_deed else result
    part = parts_of_year(page, wanted, kinds, events=is_deed)
    shown = ask(part) if part is not None else result
    is_shown = part is not None and shown.status is ComponentStatus.FOUND
    return replace(shown, fiscal_year=wanted.be) if is_shown else result


def _in_its_year(result: ComponentResult, page: Page, wanted: FiscalYear, ask: Ask) -> ComponentResult:
    others = [quote for text in texts_of(page) if (quote := other_date(text, wanted)) is not None]
    if not others:
        return result
    kept = _without_dated_elsewhere(page, wanted)
    shown = ask(kept)
    note = f"พบแต่ที่ลงวันที่ในปีอื่น (“{others[0]}”) ซึ่งไม่อยู่ในปีงบประมาณ พ.ศ. {wanted.be}"
    if shown.status is ComponentStatus.NOT_FOUND:
        return replace(shown, note=note)
    if shown.status is ComponentStatus.FOUND and _only_titles_tell(kept, wanted, ask):
        return replace(shown, status=ComponentStatus.UNREADABLE, note=f"นอกจากชื่อและหัวข้อแล้ว {note} โปรดเปิดดู")
    return shown


def _only_titles_tell(page: Page, wanted: FiscalYear, ask: Ask) -> bool:
    """Whether nothing below the title and the headings tells the deed, and none of these has a day of the year."""
    names = {text for text in (page.title, *(p.text for p in page.passages if p.is_heading)) if text}
    if any(day.be == wanted.be for text in names for day in days_of_deeds(text)):
        return False
    below = replace(page, title=None, passages=tuple(p for p in page.passages if p.text not in names))
    return ask(below).status is ComponentStatus.NOT_FOUND


def other_date(text: str, wanted: FiscalYear) -> str | None:
    """The date of what a sentence tells, where it lies in another year and nothing in the sentence names the wanted."""
    mentions = [mention for mention in year_mentions(text) if mention.form not in DATES_NOTHING]
    if any(mention.be <= wanted.be <= (mention.last_be or mention.be) for mention in mentions):
        return None
    return next((day.quote for day in days_of_deeds(text)), None)


def days_of_deeds(text: str) -> list[YearMention]:
    """The dates that a text names, without those of papers, rules, signatures and what went before."""
    return [m for m in year_mentions(text) if m.form in _DATED and not _is_of_another(text, m)]


def _is_of_another(text: str, mention: YearMention) -> bool:
    span = max(0, mention.start - _LEAD), mention.end
    if _OF_ANOTHER.search(text, *span) or _OF_A_RULE.search(text, *span):
        return True
    return _REASON.search(text, *span) is not None and _DONE.search(text, mention.end) is not None


def _without_dated_elsewhere(page: Page, wanted: FiscalYear) -> Page:
    """The page without the sentences, and the rows of tables, that are dated in another year.

    A title that the reader ran together with such a sentence ends before it.
    """
    passages = tuple(p for p in page.passages if p.is_heading or other_date(p.text, wanted) is None)
    dropped = {passage.text for passage in page.passages}.difference(passage.text for passage in passages)
    longest_first = sorted(dropped, key=lambda text: (-len(text), text))  # one may stand inside another
    title = reduce(lambda text, sentence: text.replace(sentence, " "), longest_first, page.title or "").strip() or None
    tables = tuple(_rows_of_year(table, wanted) for table in page.tables)
    laid_out = tuple(_rows_of_year(table, wanted) for table in page.laid_out)
    return replace(page, title=title, passages=passages, tables=tables, laid_out=laid_out)


def _rows_of_year(table: Table, wanted: FiscalYear) -> Table:
    return replace(table, rows=tuple(row for row in table.rows if other_date(" | ".join(row), wanted) is None))


def texts_of(page: Page) -> Iterator[str]:
    """What stands below the title and the headings: each passage, and each row of a table."""
    yield from (passage.text for passage in page.passages if not passage.is_heading)
    yield from (" | ".join(row) for table in (*page.tables, *page.laid_out) for row in table.rows)
