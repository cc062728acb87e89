"""Last year's report or deed under this year's title: what the page itself is dated outranks how it is called.

Three kinds speak against a title. A report of a year that has ended says in its first paragraphs that it tells of
another whole year (1 ต.ค. 2566 – 30 ก.ย. 2567, ณ วันที่ 30 กันยายน 2567); the rows of its table are months of another year;
and the only days of the deeds that a report of this year tells lie before the year began. A plan is not asked: it is
rightly approved, and looks back, before its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from oit_checker.match.deed_year import days_of_deeds, texts_of
from oit_checker.model.checklist import EvidenceYear, Item
from oit_checker.model.page import Page
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import DATES_NOTHING, YearMention, year_mentions
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.named_months import NamedMonth, named_months
from oit_checker.thai.text import squeeze

_FIRST_PARAGRAPHS = 6
_NAMING = 2  # columns in which the rows of a table have their names: a number, and a month
_LEAST_MONTHS = 4  # a quarter of another year may stand for comparison
_LONGEST_MONTH = 24  # letters
_LEAD = 40  # letters before a span in which it is told what of
_WHOLE_YEAR = regex(r"(?:ระหว่าง|ตั้งแต่|เดือน|วันที่|0?1|\s)*(?:ตุลาคม|ต\.?\s?ค\.?).*(?:[-–—~]|ถึง).*(?:กันยายน|ก\.?\s?ย\.?)")
_LAST_DAY = regex(r"30\s*(?:กันยายน|ก\.?\s?ย\.?)")
_AS_OF = regex(r"(?:ข้อมูล|ผล|สิ้นสุด|สะสม|รายงาน)[^|]{0,20}ณ\s*(?:วันที่\s*)?$")
_TIME = regex(
    r"เมื่อ(?:วัน)?|ระหว่างวัน|(?:วัน|เวลา|ห้วง|ช่วง)[^|]{0,20}:|^\s*(?:ใน)?วัน|(?:จัด|ดำเนินการ|อบรม|ประชุม|เวที)[^|]{0,30}$"
)
_ACT = regex("จัด|ประชุม|ประชาคม|รับฟัง|เวที|อบรม|สัมมนา|กิจกรรม|ผู้เข้าร่วม|สถานที่|ลงพื้นที่|สำรวจ|หารือ")
_POSTED = regex(r"โพสต์|อัปเดต|ล่าสุด|ลงข่าว|ลงประกาศ|posted|updated", re.IGNORECASE)
_LOOKS_BACK = regex(r"เทียบ|ที่ผ่านมา|ย้อนหลัง|ปีก่อน|ปีที่แล้ว|ต่อเนื่อง|สืบเนื่อง|ตามแผน|เดิม|อ้างอิง|จากผล|ฐานข้อมูล")


def dated_inside(item: Item, page: Page, wanted: FiscalYear) -> str | None:
    """Why a page that is called one of `wanted` may be one of another year, with the words of its own that say so."""
    if item.evidence_year is EvidenceYear.PREVIOUS:
        words = _of_another_year(page, wanted) or _months_of_another_year(page, wanted)
        return f"ชื่อระบุปี พ.ศ. {wanted.be} แต่เนื้อหาบอกว่าเป็นของปีอื่น “{words}”" if words else None
    words = _only_deeds_before(page, wanted) if _tells_deeds(item) else None
    return f"ชื่อระบุปี พ.ศ. {wanted.be} แต่วันที่ของกิจกรรมอยู่ก่อนปีงบประมาณนั้น “{words}”" if words else None


def _tells_deeds(item: Item) -> bool:
    """Whether the whole evidence tells of deeds of this year: some part of it must be done, and none may be older."""
    is_of_year = all(component.evidence_year in {None, EvidenceYear.CURRENT} for component in item.components)
    is_done = any(component.with_.get("done") for component in item.components)
    return item.evidence_year is EvidenceYear.CURRENT and is_of_year and is_done


def _only_deeds_before(page: Page, wanted: FiscalYear) -> str | None:
    """The first day of a deed, where all of them lie before the year; a day in the title counts as well."""
    named = (page.title or "", *(passage.text for passage in page.passages if passage.is_heading))
    told = (text for text in (*texts_of(page), *named) if not _POSTED.search(text))
    days = [(text, day) for text in told for day in days_of_deeds(text)]
    if any((day.last_be or day.be) >= wanted.be for _, day in days):
        return None
    return next((squeeze(text)[:100] for text, day in days if _is_of_a_deed(text, day)), None)


def _is_of_a_deed(text: str, day: YearMention) -> bool:
    """Whether a date is told as that of a deed: behind a word of time, in words about something done."""
    lead = text[max(0, day.start - _LEAD) : day.start]
    return _TIME.search(lead) is not None and _ACT.search(text) is not None


def _of_another_year(page: Page, wanted: FiscalYear) -> str | None:
    """The words by which the first paragraphs say that they tell of another whole year; the wanted is named nowhere."""
    own = list(_own_texts(page))
    if any(mention.be <= wanted.be <= (mention.last_be or mention.be) for text in own for mention in _years(text)):
        return None
    for text in own[:_FIRST_PARAGRAPHS]:
        for mention in _years(text):
            if mention.be < wanted.be and _is_whole_year(text, mention):
                return squeeze(text[max(0, mention.start - _LEAD) : mention.end])
    return None


def _months_of_another_year(page: Page, wanted: FiscalYear) -> str | None:
    """The months that name the rows of tables, where all that say their year are of another one, and most say it."""
    rows = [row for table in (*page.tables, *page.laid_out) for row in table.rows]
    named = {(month.number, month.be): cell for row in rows for cell in row[:_NAMING] for month in _month_of(cell)}
    dated = [squeeze(cell) for (_, be), cell in named.items() if be is not None]
    is_mostly_dated = 2 * len(dated) > len(named)
    if len(dated) < _LEAST_MONTHS or not is_mostly_dated or any(be == wanted.be for _, be in named):
        return None
    return f"{dated[0]} … {dated[-1]}"


def _month_of(cell: str) -> list[NamedMonth]:
    """The month that a cell is, with its year or without, if it says nothing else."""
    if len(cell) > _LONGEST_MONTH or not cell.strip():
        return []
    return [month for month in named_months(cell) if month.is_called]


def _own_texts(page: Page) -> Iterator[str]:
    """What the page tells below its title; links name other pages."""
    links = {link.text for link in page.links}
    title = squeeze(page.title or "")
    yield from (text for text in texts_of(page) if text not in links and squeeze(text) not in title)


def _years(text: str) -> list[YearMention]:
    return [mention for mention in year_mentions(text) if mention.form not in DATES_NOTHING]


def _is_whole_year(text: str, mention: YearMention) -> bool:
    lead, quoted = text[max(0, mention.start - _LEAD) : mention.start], arabic_digits(mention.quote)
    if mention.form not in {"date", "month"} or _LOOKS_BACK.search(lead):
        return False
    is_last_day = _LAST_DAY.match(quoted) is not None and _AS_OF.search(lead) is not None
    return is_last_day or _WHOLE_YEAR.match(quoted) is not None
