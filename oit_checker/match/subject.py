"""What a document is about, by its own words: which items its title names, and whether it is of the whole agency.

A phrase of an item is not enough where the title goes on: รายงานผลการดำเนินงานกองทุน… is the fund's report, and
แผนพัฒนาการศึกษา a plan of one field (`not_of`). A plan of one year is no plan of several (`spans_years`), and what
never says ทุจริต is no guide to complaints about it (`must_name`).
"""

from __future__ import annotations

from collections.abc import Iterator

from oit_checker.documents.inner_text import cut
from oit_checker.match.claims import Claim, Claims
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import Item
from oit_checker.model.page import Page, PageKind
from oit_checker.patterns import regex
from oit_checker.thai.dates import year_mentions
from oit_checker.thai.text import fold, squeeze

_QUOTED = 100
_TITLE = 90  # folded letters of a title that say whose it is; a PDF may run its text on behind
_OF_A_PLAN = regex(fold("^(?:แผนพัฒนา|แผนปฏิบัติการ|แผน)"))  # แผนพัฒนาการศึกษา is the plan of an office of education
_YEARLY = regex(fold("ประจำปี|รายปี"))
_SEVERAL = regex(fold(r"(?:ระยะ(?:เวลา)?|ห้วง)?(?:\d{1,2}|สอง|สาม|สี่|ห้า|สิบ|ยี่สิบ)ปี|ระยะ(?:กลาง|ปานกลาง|ยาว)"))


def subjects_of(page: Page, claims: Claims) -> tuple[Claim, ...]:
    """The items that the title lines of a document plainly name, most plainly first; empty where they name none."""
    of_title = claims.of(" \n ".join(title_lines(page)))
    named = [claim for claim in of_title.values() if claim.strong and not claim.negative]
    return tuple(sorted(named, key=lambda claim: -claim.weight))


def other_subject(item: Item, page: Page) -> str | None:
    """A Thai sentence that says why a document is about something else than the item; None where it may be the item's.

    Only a document whose whole text was read can lack a word.
    """
    if page.kind is PageKind.HTML or page.unreadable is not None:
        return None
    if _is_read_whole(page) and not _names_one(item, page):
        return f"เอกสารไม่กล่าวถึง {_either(item)} เลย แต่ข้อนี้ต้องเป็นเรื่องดังกล่าว"
    year = _only_year(item, page)
    if year is not None and _YEARLY.search(fold(year)) and not _tells_span(page):
        return f"ชื่อเอกสารเป็นแผนของปีเดียว (“{year}”) แต่ข้อนี้ต้องเป็นแผนที่คลุมตั้งแต่สองปีขึ้นไป"
    return None


def doubt_of_subject(item: Item, page: Page, own_name: str | None) -> str | None:
    """A Thai sentence that says why a person has to look whether this is about the item; None without a doubt."""
    if page.unreadable is not None:
        return None
    if not _names_one(item, page):
        return f"ไม่พบคำว่า {_either(item)} ในข้อความที่อ่านได้ โปรดตรวจว่าเป็นเรื่องดังกล่าวหรือไม่"
    if page.kind is PageKind.HTML:
        return None
    part = _part(item, page, own_name)
    if part is not None:
        return f"ชื่อเอกสารระบุ “{part}” โปรดตรวจว่าเป็นของทั้งหน่วยงาน มิใช่เฉพาะส่วนหรือเฉพาะด้าน"
    year = _only_year(item, page)
    return f"ชื่อเอกสารระบุปีเดียว (“{year}”) โปรดตรวจว่าเป็นแผนที่คลุมตั้งแต่สองปีขึ้นไป" if year is not None else None


def _either(item: Item) -> str:
    return " หรือ ".join(f"“{word}”" for word in item.must_name[:2])


def _names_one(item: Item, page: Page) -> bool:
    """Whether one of the words that the item cannot do without stands anywhere in what was read."""
    if not item.must_name:
        return True
    words = [fold(word) for word in item.must_name]
    return any(word in folded for folded in map(fold, _texts(page)) for word in words)


def _is_read_whole(page: Page) -> bool:
    return not (page.partly_unreadable or page.cut or page.scans or page.pictures) and page.ocr is None


def _texts(page: Page) -> Iterator[str]:
    yield page.title or ""
    yield " ".join(passage.text for passage in page.passages)  # a word may be broken over two lines
    yield from (cell for table in page.tables for row in (table.header, *table.rows) for cell in row)
    yield from (passage.text for passage in (page.ocr.passages if page.ocr is not None else ()))


def _part(item: Item, page: Page, own_name: str | None) -> str | None:
    """The title that names a part of the agency or a field of its work, and not the agency by the same word."""
    title, own = next(iter(title_lines(page)), ""), fold(own_name or "")
    folded = fold(title)[:_TITLE]
    words = (fold(word) for word in item.not_of)
    is_part = any(word in folded and _OF_A_PLAN.sub("", word) not in own for word in words)
    return cut(squeeze(title), _QUOTED) if is_part else None


def _only_year(item: Item, page: Page) -> str | None:
    """The title of a plan that names one year and no span, where a plan of several is due."""
    if not item.spans_years:
        return None
    title = next(iter(title_lines(page)), "")
    lines = title_lines(page)[:3]
    years = {(mention.be, mention.last_be or mention.be) for line in lines for mention in year_mentions(line)}
    if len(years) != 1 or any(first != last for first, last in years) or any(_SEVERAL.search(fold(x)) for x in lines):
        return None
    return cut(squeeze(title), _QUOTED)


def _tells_span(page: Page) -> bool:
    """Whether the text names a span of years."""
    return any(
        mention.last_be is not None and mention.last_be > mention.be
        for passage in page.passages
        for mention in year_mentions(passage.text)
    )
