"""Evidence that opens and shows little: text that waits for content, unfilled forms, empty tables, links to nothing.

What is found is told with its words and left to a person. Only a document that holds nothing but such text is
certain: then its title is no proof of anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oit_checker.checks.blanks import blanks_in
from oit_checker.documents.inner_text import tidy
from oit_checker.documents.link_forms import leads_nowhere
from oit_checker.documents.unseen import UNSEEN
from oit_checker.match.kinds import WITH_FORMS
from oit_checker.match.title_lines import title_lines
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import EvidenceWarning, WarningKind
from oit_checker.model.page import Page, PageKind, Table
from oit_checker.patterns import regex
from oit_checker.thai.text import fold, quote

MOST_LETTERS = 600
TITLE_LETTERS = 200  # a document of no more than so many letters beside its promises is a title and nothing else
SHORT_DOCUMENT = 1500  # letters; in a longer one "อยู่ระหว่างจัดทำ" is the state of a project in a table
LEAST_HEADER_CELLS = 3
LEAST_BLANKS = 4  # places to write on that make a form
MOSTLY = 0.8  # of them left blank, where nobody has filled the form in
_UNFINISHED = (
    r"(?:(?:กำลัง)?\s*อยู่\s*(?:ใน)?\s*(?:ระหว่าง|ขั้นตอน)(?:การ)?\s*(?:จัดทำ|ปรับปรุง|รวบรวม|จัดเตรียม|เตรียม|นำเข้า)"
    r"|(?<!เ)ปิด\s*(?:เพื่อ\s*)?ปรับปรุง\s*(?:ระบบ|เว็บไซต์|หน้า(?:เว็บ)?)"
    r"|กำลัง\s*(?:จัดทำ|ปรับปรุง|รวบรวม|จัดเตรียม)|(?:พบกัน)?เร็ว\s*ๆ\s*นี้|coming\s+soon|under\s+construction)"
)
_THING = (
    r"(?:ข้อมูล|เอกสาร|เนื้อหา|รายงาน|แผน|คู่มือ|หน้า(?:เว็บ)?(?:นี้)?|เว็บไซต์|ขออภัย|ขณะนี้|"
    r"และ|ปรับปรุง|ครับ|ค่ะ|นี้|ดังกล่าว|ระบบ|ชั่วคราว|ในความไม่สะดวก|[\W\d])*+"
)
_PROMISE = regex(
    rf"{_THING}(?:{_UNFINISHED}|รอ\s*(?:ข้อมูล|เอกสาร)|ยังไม่มี(?:ข้อมูล|เอกสาร)|to\s+be\s+announced){_THING}", re.IGNORECASE
)
_IN_A_LINE = regex(_UNFINISHED, re.IGNORECASE)
_OF_THE_DOCUMENT = regex(r"ข้อมูล|เอกสาร|เนื้อหา|หน้า(?:เว็บ|นี้)|เว็บไซต์|coming|under", re.IGNORECASE)
_SAMPLE_TEXT = regex(
    r"lorem\s+ipsum|dolor\s+sit\s+amet|consectetur\s+adipiscing|dummy\s+pdf\s+file|ไม่ใช่ข้อมูลจริง", re.IGNORECASE
)
_OF_SAMPLES = ("lorem", "dolor", "tetur", "dummy", "ไม่ใช่ข้อมูลจริง")  # one of them in lower case in each of these
# An office's number with signs for digits. A mobile number so written is masked for its owner's sake, and rightly.
_SAMPLE_NUMBER = regex(r"(?<![\w-])0-?[23457]\d?[-\s.]?(?:x{3,4}[-\s.]?x{3,4}|0{3,4}[-\s.]0{4})(?!\w)", re.IGNORECASE)
_UNFILLED = regex(
    r"[\[<{(]\s*(?:ระบุ|ใส่|กรอก)?\s*ชื่อ(?:หน่วยงาน|ส่วนราชการ|องค์กร)[^\])>}]{0,40}[\])>}]"
    r"|(?:พ\.ศ\.|ปี(?:งบประมาณ)?)\s*(?:25|๒๕)(?:[xX]{2}|_{2,}|\.{2,}|…)"
)
_SAMPLE_NAME = regex(r"(?:dummy|sample|lorem|untitled|test|ทดสอบ)[-_ ()\d]*\.\w{2,5}", re.IGNORECASE)
_ATTACHMENT = regex(r"ไฟล์แนบ|แนบไฟล์|เอกสารแนบ|ดาวน์?โหลด|download|เปิดไฟล์|ดูเอกสาร", re.IGNORECASE)
_DOTS = regex(r"[.…_]{4,}|(?:\. ){4,}")
_NO_DATA = regex(r"[\W\d_]*")
_TABLE_FILES = frozenset((PageKind.XLSX, PageKind.XLS, PageKind.CSV))


def warnings_of(page: Page, name: str) -> tuple[EvidenceWarning, ...]:
    """What makes the page or document doubtful; name is that of its file. Empty for what cannot be read."""
    if page.unreadable is not None:
        return ()
    if is_only_placeholder(page):
        text = " ".join(_texts(page))
        promise = _IN_A_LINE.search(text) or _SAMPLE_TEXT.search(text)
        told = quote(text, *promise.span(), around=30) if promise is not None else None
        message = "เอกสารนี้มีแต่ข้อความรอเนื้อหา ยังไม่มีข้อมูลให้ประชาชนดู โปรดนำฉบับที่มีเนื้อหาแล้วขึ้นแทน"
        return (EvidenceWarning(WarningKind.ONLY_PLACEHOLDER, message, told),)
    found = (
        _placeholder(page),
        _unfilled(page),
        _blank_form(page),
        _sample_name(name),
        _empty_table(page),
        _dead_link(page),
        _macros(page),
        _unseen(page),
    )
    return tuple(warning for warning in found if warning is not None)


def left_blank(item: Item, warnings: Sequence[EvidenceWarning]) -> str | None:
    """Why a document may disclose nothing: a form that nobody has filled in, where no manual or form is asked for."""
    if not item.document_kinds or not WITH_FORMS.isdisjoint(item.document_kinds):
        return None
    blank = next((warning for warning in warnings if warning.kind is WarningKind.BLANK_FORM), None)
    return f"เป็นแบบฟอร์มที่ยังไม่ได้กรอก “{blank.quote}”" if blank is not None else None


def is_only_placeholder(page: Page) -> bool:
    """Whether a document that was read whole holds a title, text that waits for content, and nothing else.

    A web page is left to substance.py, which knows what of it belongs to the site.
    """
    if page.kind is PageKind.HTML or page.unreadable is not None or not page.passages or page.cut:
        return False
    # The table heads of a PDF are lines of its text, with nothing told of what stands under them.
    has_tables = any(table.rows or page.kind is not PageKind.PDF for table in page.tables)
    if has_tables or page.partly_unreadable or page.pictures or page.fields:
        return False
    if sum(len(passage.text) for passage in page.passages) > MOST_LETTERS:
        return False
    text = " ".join(_texts(page))  # a PDF runs its lines together: the promise stands in one passage with the title
    rest = _SAMPLE_TEXT.sub("", _IN_A_LINE.sub("", text))
    return len(rest) < len(text) and sum(map(str.isalnum, rest)) <= TITLE_LETTERS


def is_sample(text: str) -> bool:
    """Whether text that stands for content yet to come is in it: lorem ipsum, a telephone number of noughts."""
    return _sample_in(text) is not None


def _sample_in(text: str) -> re.Match[str] | None:
    """The first sample text, else the first sample number; searched for only where letters of it stand together."""
    lowered = text.lower()
    found = _SAMPLE_TEXT.search(text) if any(map(lowered.__contains__, _OF_SAMPLES)) else None
    if found is None and ("000" in text or "xxx" in lowered):
        found = _SAMPLE_NUMBER.search(text)
    return found


def without_samples(page: Page) -> Page:
    """The page without its sample text."""
    passages = tuple(replace(passage, text=_cleared(passage.text)) for passage in page.passages)
    tables = tuple(
        replace(
            table,
            header=tuple(map(_cleared, table.header)),
            rows=tuple(tuple(map(_cleared, row)) for row in table.rows),
        )
        for table in page.tables
    )
    return replace(page, passages=passages, tables=tables)


def _cleared(text: str) -> str:
    return _SAMPLE_NUMBER.sub(" ", _SAMPLE_TEXT.sub(" ", text))


def _texts(page: Page) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tidy(passage.text) for passage in page.passages))


def _placeholder(page: Page) -> EvidenceWarning | None:
    texts = _texts(page)
    is_short = sum(map(len, texts)) < SHORT_DOCUMENT
    for text in texts:
        sample = _sample_in(text)
        if sample is not None:
            message = "มีข้อความตัวอย่างที่ยังไม่ได้แทนด้วยข้อมูลจริง โปรดแก้ไขก่อนใช้เป็นหลักฐาน"
            return EvidenceWarning(WarningKind.PLACEHOLDER, message, quote(text, *sample.span()))
        if _PROMISE.fullmatch(text) and (is_short or _OF_THE_DOCUMENT.search(text)):
            message = "มีข้อความว่ายังจัดทำหรือปรับปรุงไม่เสร็จ โปรดตรวจว่าเนื้อหาครบแล้วหรือไม่"
            return EvidenceWarning(WarningKind.PLACEHOLDER, message, text)
    return None


def _unfilled(page: Page) -> EvidenceWarning | None:
    """A form's blanks in the title: "(ชื่อหน่วยงาน)", "พ.ศ. 25XX"."""
    for line in title_lines(page):
        blank = _UNFILLED.search(line)
        if blank is not None:
            message = "ชื่อเอกสารยังมีช่องว่างของแบบฟอร์มที่ไม่ได้กรอก โปรดกรอกให้ครบ"
            return EvidenceWarning(WarningKind.PLACEHOLDER, message, quote(line, *blank.span()))
    return None


def _blank_form(page: Page) -> EvidenceWarning | None:
    """A short document whose dots to write on were left blank, nearly all of them; a long one may have a form in it."""
    if page.kind is PageKind.HTML:
        return None
    texts = _texts(page)
    blanks = [(text, *blanks_in(fold(text))) for text in texts]
    left, every = sum(blank for _, blank, _ in blanks), sum(total for _, _, total in blanks)
    is_short = sum(map(str.isalnum, "".join(texts))) < SHORT_DOCUMENT
    if left < LEAST_BLANKS or left < MOSTLY * every or not is_short:
        return None
    text = next(text for text, blank, _ in blanks if blank)
    dots = _DOTS.search(text)
    message = f"เอกสารนี้เป็นแบบฟอร์มที่ยังไม่ได้กรอก (มีช่องว่างให้กรอก {left} แห่ง) โปรดเผยแพร่ฉบับที่กรอกข้อมูลแล้ว"
    return EvidenceWarning(WarningKind.BLANK_FORM, message, quote(text, *dots.span(), around=40) if dots else None)


def _sample_name(name: str) -> EvidenceWarning | None:
    if not _SAMPLE_NAME.fullmatch(name):
        return None
    message = "ชื่อไฟล์เป็นชื่อของไฟล์ตัวอย่างหรือไฟล์ทดสอบ โปรดตรวจว่านำไฟล์ที่ถูกต้องขึ้นเผยแพร่"
    return EvidenceWarning(WarningKind.PLACEHOLDER, message, name)


def _empty_table(page: Page) -> EvidenceWarning | None:
    """Every table has a header and no data; one filled table is enough to be none."""
    tables = [table for table in page.tables if sum(map(bool, table.header)) >= LEAST_HEADER_CELLS]
    if not tables or len(tables) < len(page.tables) or any(_has_data(table, page.kind) for table in tables):
        return None
    message = "ตารางในเอกสารมีแต่หัวตาราง ยังไม่มีข้อมูล โปรดตรวจว่าเป็นฉบับที่กรอกแล้ว"
    header = " | ".join(cell for cell in tables[0].header if cell)
    return EvidenceWarning(WarningKind.EMPTY_TABLE, message, quote(header, 0, min(len(header), 80)))


def _has_data(table: Table, kind: PageKind) -> bool:
    """Whether a cell below the header says more than a row's number or a dash; a web page's only row is layout."""
    if not table.rows:
        return kind not in {*_TABLE_FILES, PageKind.DOCX}
    cells = [cell for row in table.rows for cell in row[1:]]
    if any(not _NO_DATA.fullmatch(cell) or any(char.isdigit() for char in cell) for cell in cells):
        return True
    return sum(map(bool, cells)) * 2 > len(cells)  # a dash in every cell says that there was nothing to tell


def _dead_link(page: Page) -> EvidenceWarning | None:
    if page.kind is not PageKind.HTML:
        return None
    dead = [
        link
        for link in page.links
        if not link.url and not link.in_menu and leads_nowhere(link.href) and _ATTACHMENT.search(link.text)
    ]
    if not dead:
        return None
    message = f"มีลิงก์ไฟล์แนบที่ไม่ระบุปลายทาง {len(dead)} แห่ง โปรดลองกดว่าเปิดไฟล์ได้ และใส่ที่อยู่ของไฟล์จริง"
    return EvidenceWarning(WarningKind.LINK_TO_NOTHING, message, dead[0].text)


def _macros(page: Page) -> EvidenceWarning | None:
    if "macros" not in page.metadata:
        return None
    message = "ไฟล์มีมาโคร (โปรแกรมในเอกสาร) ผู้ใช้อาจเปิดไม่ได้หรือได้รับคำเตือน ควรเผยแพร่เป็น PDF, DOCX หรือ XLSX"
    return EvidenceWarning(WarningKind.MACROS, message)


def _unseen(page: Page) -> EvidenceWarning | None:
    remedy = "ประชาชนมองไม่เห็น จึงไม่นับเป็นหลักฐาน หากเป็นข้อมูลที่ต้องเปิดเผย โปรดแก้ให้มองเห็นแล้วเผยแพร่ใหม่"
    if sheets := page.metadata.get("hidden_sheets"):
        return EvidenceWarning(WarningKind.UNSEEN, f"ไฟล์มีแผ่นงานที่ซ่อนไว้ ({sheets}) {remedy}", sheets)
    if words := page.metadata.get(UNSEEN):
        said = "ไฟล์มีข้อความที่ซ่อนไว้ ขีดฆ่า เล็กมาก หรือสีเดียวกับพื้น"
        return EvidenceWarning(WarningKind.UNSEEN, f"{said} {remedy}", words)
    return None
