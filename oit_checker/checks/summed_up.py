"""A summary: the component's keywords, and a count or a sum of money below the title.

min_count  as for `keywords`

A title says what a report is to sum up (รายงานสรุปผลการจัดซื้อจัดจ้าง), and so do the heads of its table; only a figure does.
Years, days, and numbers of rows, chapters and laws are none, nor what stands above the words
that name the summary, as menus do. That nothing was bought is told in words (ไม่มีการจัดซื้อ).

FOUND       รายงานสรุปผลการจัดซื้อจัดจ้าง / เฉพาะเจาะจง 1,204 สัญญา รวมทั้งสิ้น 497,687,150 บาท
NOT FOUND   รายงานสรุปผลการจัดซื้อจัดจ้าง / | วิธีการ | จำนวน | วงเงิน | / | เฉพาะเจาะจง | | |
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

import re
from dataclasses import replace

from oit_checker.checks.chunks import Chunk
from oit_checker.checks.keywords import keywords
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.observation import Observation, absent
from oit_checker.checks.places import TITLES, place_of_table
from oit_checker.empty_columns import own_rows
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.digits import arabic_digits
from oit_checker.thai.text import squeeze

_UNITS = "บาท|ล้าน|แสน|หมื่น|พัน|สัญญา|รายการ|โครงการ|ครั้ง|เรื่อง|ฉบับ|กิจกรรม|%|เปอร์เซ็นต์|(?:งาน|ราย|ใบ)(?![ก-๎])"
_LEADS = (
    "ร้อยละ|จำนวน|รวม|ทั้งสิ้น|ทั้งหมด|คิดเป็น|เป็นเงิน|วงเงิน|มูลค่า|ราคา|งบประมาณ|เจาะจง|คัดเลือก|เชิญชวน|ทั่วไป|bidding|market|กรณีพิเศษ"
)
# Patterns begin with a digit and look back from there, which is quick on long pages.
_FIGURE = regex(
    r"\d(?<![\d.,/]\d)(?:\d{0,2}(?:,\d{3})+|\d*\.\d{2}(?![\d.])(?!\s*น\.)"
    rf"|\d*(?:\.\d+)?\s*(?:{_UNITS}))"
    rf"|(?:{_LEADS})\)?\s*[:|]?\s*\d[\d,]*(?![\d/.])(?<!25\d\d)"
    r"|(?<![\d.,/])(?!25\d\d\s)\d+\s+\d[\d,]*(?:\.\d+)?(?:\s|$)"  # two figures side by side: a row of a table in a PDF
)
_NONE = regex(r"(?:ไม่มี|ไม่ได้|มิได้)(?:มี|การ|ดำเนินการ)*(?:จัดซื้อ|จัดจ้าง|จัดหา)")
_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?\s*(?:%|บาท|สัญญา|รายการ|โครงการ|งาน|ครั้ง)?")
_OF_ROWS = regex(r"\s*(?:ลำดับ|ที่$|ข้อ|ปี|เดือน|วัน|รหัส|เลข|no\.?)", re.IGNORECASE)
_DIGIT = regex(r"[\d๐-๙]|ไม่มี|ไม่ได้|มิได้")


def summed_up(component: Component, matter: Matter, wanted: FiscalYear | None, /, min_count: int = 1) -> Observation:
    """Look for the keywords, then for a figure; it is quoted where only the title held the keywords."""
    seen = keywords(component, matter, wanted, min_count=min_count)
    if seen.status is not ComponentStatus.FOUND:
        return seen
    figure = _in_tables(matter) or _in_text(component, matter)
    if figure is None:
        return absent("มีแต่ชื่อรายงานหรือหัวตาราง ไม่พบจำนวนหรือวงเงินใดในรายงาน โปรดเพิ่มตัวเลขที่สรุป หากไม่มีให้ระบุว่า “ไม่มี” หรือ 0")
    return replace(seen, snippet=figure.snippet, place=figure.place) if seen.place in TITLES else seen


def _in_tables(matter: Matter) -> Place | None:
    """The first number in a cell that is neither the number of its row nor a year."""
    for table in matter.tables:
        for row in own_rows(table):
            for head, cell in zip(table.header[1:], row[1:], strict=False):
                said = arabic_digits(cell.strip())
                if _NUMBER.fullmatch(said) and not _OF_ROWS.match(head):
                    return Place(cell, squeeze(f"{head}: {cell}"), place_of_table(table))
    return None


def _in_text(component: Component, matter: Matter) -> Place | None:
    for chunk in _below_title(component, matter):
        if _DIGIT.search(chunk.text) is None:
            continue
        figure = _FIGURE.search(arabic_digits(chunk.text)) or _NONE.search(chunk.text)
        if figure is not None:
            return matter.quote(chunk, *figure.span())
    return None


def _below_title(component: Component, matter: Matter) -> list[Chunk]:
    """What is told from where the summary is first named: a menu above it ("1 งานพัสดุ") tells nothing of it."""
    told = [chunk for chunk in matter.chunks if not chunk.is_claim and chunk.place not in TITLES]
    words = matter.folded_words(component.keywords)
    named = (at for at, chunk in enumerate(told) if any(map(matter.fold(chunk.text).__contains__, words)))
    return told[next(named, 0) :]
