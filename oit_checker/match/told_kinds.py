"""Documents whose own title says that they tell what is to be shown, how to write it, or that something took place.

The handbook of the assessment, its questions and an agency's list of what to prepare name all that the items ask for
and are evidence of none. A manual of how to write a report, a sample of one and a news item stand beside the report:
they may hold what it holds, so that a person decides.
"""

from __future__ import annotations

from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import DocumentKind, Item
from oit_checker.model.page import Page, PageKind
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, squeeze

_FIRST_LINES = 3
_QUOTED = 100
_BEFORE = r"^[^ก-๎a-z]*(?:เอกสาร|ภาคผนวก|เล่ม|ไฟล์|ร่าง|สำเนา)?[^ก-๎a-z]*"
_ASSESSMENT = r"(?:(?<![a-z])(?:ita|oit)(?![a-z])|ประเมินคุณธรรมและความโปร่งใส|เปิดเผยข้อมูลสาธารณะ)"
# What was done with the results of an assessment is an item of its own.
_RESULTS = "ผลการประเมิน|ผลการดำเนิน|ผลการวิเคราะห์|ไปสู่|ยกระดับ|วิเคราะห์|รายงานผล"
_GUIDE = regex(
    fold(
        rf"{_BEFORE}(?:คู่มือ|แบบตรวจ|รายการตรวจ|รายการที่ต้อง|สิ่งที่ต้อง|เช็ก?ค?ลิสต์|checklist|เกณฑ์การประเมิน|คำอธิบาย)"
        rf"[^¦]{{0,80}}?{_ASSESSMENT}|^[^ก-๎a-z]*(?:ita|oit)[^¦a-z]{{0,12}}?(?:checklist|รายการตรวจ|คู่มือ)"
    )
)
_QUESTIONS = regex(fold(rf"{_BEFORE}แบบวัด[^¦]{{0,40}}?{_ASSESSMENT}"))
_MADE_OF_IT = regex(fold(_RESULTS))
_HOW_TO = regex(
    fold(
        rf"{_BEFORE}(?:(?:คู่มือ|แนวทาง|วิธี|ขั้นตอน|หลักเกณฑ์|คำแนะนำ|คำอธิบาย)(?:และ[ก-๎]{{2,12}}?)?(?:ใน)?(?:การ)?(?:จัดทำ|เขียน|กรอก|รายงาน|ประเมิน|ทำแผน|ติดตาม)"
        r"|(?:ตัวอย่าง|แบบฟอร์ม|แม่แบบ|template)(?:การ)?)"
    )
)
_MANUAL = regex(fold(rf"{_BEFORE}(?:คู่มือ|manual)"))
_NEWS = regex(fold(r"^[^ก-๎a-z]*(?:(?:จดหมาย|ภาพ|สรุป)?ข่าว(?!สาร)|pressrelease)"))
_TOLD = {DocumentKind.PLAN: "แผน", DocumentKind.REPORT: "รายงาน", DocumentKind.STATISTICS: "สถิติ"}
_ALSO = frozenset((DocumentKind.MANUAL, DocumentKind.NEWS))


def guide_of_assessment(page: Page) -> str | None:
    """The title of a handbook or list of things to prepare for the assessment; None of anything else."""
    for line in title_lines(page)[:_FIRST_LINES]:
        folded = fold(line)
        if _GUIDE.match(folded) and not _MADE_OF_IT.search(folded):
            return squeeze(line[:_QUOTED])
    return None


def _questions(item: Item, page: Page) -> str | None:
    """The title of the questions of the assessment, where the document does not say that it answers this one."""
    lines = title_lines(page)
    title = next(iter(lines), "")
    if page.kind is PageKind.HTML or not _QUESTIONS.match(fold(title)):
        return None
    told = fold(" ".join(lines))
    return (
        None if any(fold(name) in told for name in (item.title_th, *item.keywords.strong)) else squeeze(title[:_QUOTED])
    )


def doubt_of_title(item: Item, page: Page) -> str | None:
    """Why a document may not be what is asked for, by its own title; None where nothing speaks against it.

    A web page is called news by many a site, whatever it shows.
    """
    guide = guide_of_assessment(page) or _questions(item, page)
    if guide is not None:
        return f"“{guide}” เป็นคู่มือ แบบวัด หรือรายการตรวจของการประเมิน ซึ่งบอกว่าต้องแสดงอะไร จึงอาจไม่มีข้อมูลที่ต้องแสดง"
    asked = [told for kind, told in _TOLD.items() if kind in item.document_kinds]
    if page.kind is PageKind.HTML or not asked or not _ALSO.isdisjoint(item.document_kinds):
        return None
    title = next(iter(title_lines(page)), "")
    folded = fold(title)
    what = None
    if _HOW_TO.match(folded):
        what = "คำแนะนำหรือตัวอย่าง"
    elif _MANUAL.match(folded):
        what = "คู่มือ"
    elif _NEWS.match(folded):
        what = "ข่าว"
    if what is None:
        return None
    return f"ชื่อเอกสาร “{squeeze(title[:_QUOTED])}” บอกว่าเป็น{what} แต่ข้อนี้ต้องเป็น{'หรือ'.join(asked)}"
