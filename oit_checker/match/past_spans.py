"""Last year's plan under this year's title: all the times that it sets for its work were over before its year began.

A plan is made before its year, and rightly looks back: at how it came about, at the year before, at laws and orders.
So only the times for the work itself are looked at: the column of time of a table, and what stands after words
such as ระยะเวลา or ดำเนินการ. One of them that reaches into the year is enough to believe the title; so is a table in
which most rows say no year at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.checks.matter import Matter
from oit_checker.empty_columns import own_rows
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import EvidenceYear, Item
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import YearMention, year_mentions
from oit_checker.thai.text import squeeze

_HEAD_OF_TIME = regex(
    r"เวลา|กำหนด(?:การ)?|(?:วัน|เดือน|ช่วง)?(?:เริ่ม|สิ้นสุด)|แล้วเสร็จ|เดือน|timeline|schedule|period", re.IGNORECASE
)
# How a plan itself comes about, before its year.
_MAKING = regex(
    r"(?:จัดทำ|ยกร่าง|ทบทวน|อนุมัติ|เห็นชอบ|ประกาศใช้|เสนอ|เผยแพร่|ถ่ายทอด|พิจารณา|ร่าง)[^|]{0,30}?แผน|เสนอ(?:ผู้บริหาร|นายก)|ร่างแผน|ประกาศใช้|เห็นชอบ"
)
_LOOKS_BACK = regex(
    r"ผล(?!ิต|ัก)|ที่ผ่านมา|ย้อนหลัง|วิเคราะห์|ข้อมูล|สถิติ|รอบ|รายงาน|จาก|พบว่า|ได้ดำเนิน|ลงวันที่|ณ\s*วันที่|คำสั่ง|ประกาศ|หนังสือ|อ้างถึง|เดิม|ปีก่อน"
)
_OF_THE_WORK = regex(r"เวลา|กำหนด(?:การ)?\s*:|ดำเนินการ|ปฏิบัติ(?:งาน|การ)?\s*$|จัดกิจกรรม")
_FROM_TO = regex(r"-|–|—|~|ถึง")
_LEAD = 60  # letters before a span in which it is told what of
_TIMES = frozenset(("month", "date", "quarter", "fiscal", "year", "short"))
_SPANS = frozenset(("month", "date"))


def asks_for_times_to_come(item: Item) -> bool:
    """Whether the evidence is of the year itself, and no part of it tells of another."""
    years = {component.evidence_year for component in item.components}
    return item.evidence_year is EvidenceYear.CURRENT and not item.spans_years and EvidenceYear.PREVIOUS not in years


def is_of_several_years(page: Page, quote: str | None) -> bool:
    """Whether the title, or what says of which year it is, names several years: work of the first is over then."""
    texts = (*title_lines(page), quote or "")
    return any(mention.last_be is not None for text in texts for mention in year_mentions(text))


def past_times(matter: Matter, wanted: FiscalYear) -> str | None:
    """The first of the times for the work, quoted, where all that name a year ended before `wanted` began."""
    if any(_reaches(mention, wanted) and _is_span(mention) for _, mention in _mentions(matter)):
        return None
    told, silent = list[tuple[str, int]](), 0
    for cell in _cells(matter):
        last = [mention.last_be or mention.be for mention in year_mentions(cell) if mention.form in _TIMES]
        if last:
            told.append((cell, max(last)))
        else:
            silent += 1
    if silent > len(told):
        return None
    told += [(mention.quote, mention.last_be or mention.be) for mention in _in_prose(matter)]
    if not told or any(be >= wanted.be for _, be in told):
        return None
    return squeeze(told[0][0])


def _cells(matter: Matter) -> Iterator[str]:
    """What stands in the columns of time, of rows that do not tell how the plan itself came about."""
    for table in matter.tables:
        for place in _columns_of_time(table):
            for row in own_rows(table):
                others = " ".join(cell for at, cell in enumerate(row) if at != place)
                if place < len(row) and row[place].strip(" -.") and not _MAKING.search(others):
                    yield row[place]


def _columns_of_time(table: Table) -> list[int]:
    heads = enumerate(table.header)
    return [at for at, head in heads if _HEAD_OF_TIME.search(head) and not _LOOKS_BACK.search(head)]


def _in_prose(matter: Matter) -> Iterator[YearMention]:
    """Spans of months after words that say that they are those of the work."""
    for text, mention in _mentions(matter):
        if not _is_span(mention):
            continue
        lead = text[max(0, mention.start - _LEAD) : mention.start]
        above = text[: mention.start] if matter.page.kind is PageKind.PDF and not matter.tables else lead
        if _OF_THE_WORK.search(above) and not _LOOKS_BACK.search(lead) and not _MAKING.search(lead):
            yield mention


def _mentions(matter: Matter) -> Iterator[tuple[str, YearMention]]:
    return ((chunk.text, mention) for chunk, mention in matter.years)


def _is_span(mention: YearMention) -> bool:
    return mention.form in _SPANS and _FROM_TO.search(mention.quote) is not None


def _reaches(mention: YearMention, wanted: FiscalYear) -> bool:
    return (mention.last_be or mention.be) >= wanted.be
