"""A page under the title of statistics that says "ไม่พบข้อมูล" and nothing else: none came in, or nothing was put there.

Only a person can tell which. So it is neither an answer nor a lack.
"""

from __future__ import annotations

import re
from dataclasses import replace

from oit_checker.model.checklist import DocumentKind, Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.page import Page, PageKind
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_MOST_LETTERS = 120  # of a small site's menu and footer beside them
_DENIAL = regex(
    r"[\W\d]*(?:ไม่พบ|ไม่มี)\s*(?:ข้อมูล|รายการ|รายละเอียด)?[\W\d]*(?:no\s+data(?:\s+found)?\W*)?|\W*no\s+data(?:\s+found)?\W*",
    re.IGNORECASE,
)


def bare_denial(item: Item, page: Page) -> str | None:
    """The words of a web page that says nothing but them, where the item asks for statistics; None otherwise."""
    if (
        DocumentKind.STATISTICS not in item.document_kinds
        or page.kind is not PageKind.HTML
        or page.unreadable is not None
    ):
        return None
    if page.tables and any(cell.strip() for table in page.tables for row in table.rows for cell in row):
        return None
    below = zip(page.passages, page.passages[1:], strict=False)
    said = next((text for head, text in below if head.is_heading and _DENIAL.fullmatch(squeeze(text.text))), None)
    beside = sum(len(passage.text) for passage in page.passages if not passage.is_heading and passage is not said)
    return squeeze(said.text) if said is not None and beside <= _MOST_LETTERS else None


def left_open(result: ComponentResult, words: str) -> ComponentResult:
    """The component as a person has to decide it, where it was not found."""
    if result.status is not ComponentStatus.NOT_FOUND:
        return result
    note = (
        f"หน้านี้มีเพียงคำว่า “{words}” ซึ่งอาจหมายถึงไม่มีเรื่อง หรือยังไม่ได้ลงข้อมูล หากไม่มีเรื่อง ควรระบุว่า “0 เรื่อง” หรือ “ไม่มีเรื่องร้องเรียน”"
    )
    return replace(result, status=ComponentStatus.UNREADABLE, snippet=words, place="ในเนื้อหา", note=note)
