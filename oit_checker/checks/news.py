"""News of the agency's work: the component's keywords (ข่าวประชาสัมพันธ์), or entries with a headline and a date.

dated      the entries must be dated in the asked fiscal year (else three dated headlines under a heading with ข่าว do)
min_count  how many such entries must stand there (default 1)
not_about  words of notices that are no news: tenders, prices, vacancies

When a website was brought up to date, what a calendar shows and the day of some figures (ข้อมูล ณ วันที่) date no news.
Where nothing but such notices, or such days, lies in the year, a person must look.

FOUND       15 มกราคม 2569 อธิบดีลงพื้นที่ตรวจเยี่ยมชุมชน        (fiscal year 2569 is asked)
NOT FOUND   12 สิงหาคม 2568 เปิดตลาดนัด · ปรับปรุงเว็บไซต์เมื่อ 3 มีนาคม 2569
UNREADABLE  a scanned page: there is no text to look at · 15 มกราคม 2569 ประกาศประกวดราคา, and nothing else
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oit_checker.checks.keywords import best_place
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import thai_dates
from oit_checker.thai.text import fold

HEADLINES = 3  # dated headlines that make a list of news
_HEADLINE = 8  # letters without spaces from which a text beside a date says what happened
_NEWS = regex(r"(?<!ข้อมูล)ข่าว(?!สารของราชการ)|กิจกรรม|ประชาสัมพันธ์")
_OF_THE_SITE = regex(
    r"(?:ปรับปรุง|แก้ไข|อัป?เดต|อัพเดท|update)\S*\s*(?:เว็บไซต์|ข้อมูล|ล่าสุด|เมื่อ|:)|last\s*(?:update|modified)|ปฏิทิน|ข้อมูล\s*ณ"
    r"|สงวนลิขสิทธิ์|copyright|©|ผู้เข้าชม|วันนี้(?:คือ|วัน)|ประกาศ\s*ณ\s*วันที่|สั่ง\s*ณ\s*วันที่",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    in_year: bool
    is_news: bool
    """Neither a notice nor a day of the website itself."""
    is_notice: bool


def news(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    dated: bool = False,
    min_count: int = 1,
    not_about: Sequence[str] = (),
) -> Observation:
    """Look for entries of the asked year, or for the keywords and then for dated headlines."""
    if not dated and (place := best_place(component, matter)) is not None:
        return found(place.snippet, place.place)
    entries = [] if matter.by_ocr else list(_entries(matter, wanted, [fold(word) for word in not_about]))
    if not dated:
        told = [entry for entry in entries if entry.is_news]
        if len(told) >= HEADLINES and _is_of_news(matter):
            return found(told[0].place.snippet, told[0].place.place, f"พบหัวข้อข่าวที่ลงวันที่ {len(told)} รายการ")
        return absent()
    right = [entry for entry in entries if entry.in_year]
    told = [entry for entry in right if entry.is_news]
    if len(told) >= max(min_count, 1):
        return found(told[0].place.snippet, told[0].place.place)
    return _of_other_things(right, has_older=any(entry.is_news and not entry.in_year for entry in entries))


def _of_other_things(right: Sequence[_Entry], *, has_older: bool) -> Observation:
    """What to say where no news is dated in the year: of notices, and of days of the website itself."""
    notice = next((entry.place for entry in right if entry.is_notice), None)
    if notice is not None:
        note = f"รายการที่ลงวันที่ในปีงบประมาณนี้เป็นประกาศจัดซื้อจัดจ้างหรือรับสมัครงาน: “{notice.snippet}” โปรดเปิดดูว่ามีข่าวตามภารกิจหรือไม่"
        return Observation(ComponentStatus.UNREADABLE, notice.snippet, notice.place, note)
    if not right:
        return absent()
    day = right[0].place
    note = f"วันที่ในปีงบประมาณนี้ที่พบไม่ใช่วันที่ของข่าว: “{day.snippet}”"
    if has_older:
        return absent(f"{note} ข่าวที่แสดงเป็นของปีก่อน")
    return Observation(ComponentStatus.UNREADABLE, day.snippet, day.place, f"{note} โปรดเปิดดูว่าข่าวลงวันที่เมื่อใด")


def _entries(matter: Matter, wanted: FiscalYear | None, not_about: Sequence[str]) -> Iterator[_Entry]:
    """Each date with the words beside it: of its own line, else of the line above, else of the one below."""
    chunks = matter.chunks
    texts = [chunk.text for chunk in chunks]
    months = [(id(chunk), year) for chunk, year in matter.years if year.form == "month"]
    by_chunk = {of: [year for _, year in years] for of, years in groupby(months, key=lambda dated: dated[0])}
    for number, chunk in enumerate(chunks):
        dates = [(date.start, date.end, wanted is None or date.day in wanted) for date in thai_dates(chunk.text)]
        if not chunk.is_claim:  # a link to last month's accounts is no news
            named = by_chunk.get(id(chunk), ())
            dates += [(year.start, year.end, wanted is None or year.be == wanted.be) for year in named]
        for start, end, in_year in dates:
            beside = _beside(texts, number, start, end)
            is_notice = any(map(fold(beside).__contains__, not_about))
            is_news = not is_notice and not _OF_THE_SITE.search(chunk.text)
            yield _Entry(matter.quote(chunk, start, end), in_year, is_news, is_notice)


def _beside(texts: Sequence[str], number: int, start: int, end: int) -> str:
    own = texts[number][:start] + texts[number][end:]
    if len(fold(own)) >= _HEADLINE:
        return own
    near = (texts[at] for at in (number - 1, number + 1) if 0 <= at < len(texts))
    return next((text for text in near if len(fold(text)) >= _HEADLINE and not list(thai_dates(text))), own)


def _is_of_news(matter: Matter) -> bool:
    headings = (passage.text for passage in matter.page.passages if passage.is_heading)
    return any(_NEWS.search(text) for text in (matter.page.title or "", *headings))
