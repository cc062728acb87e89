"""A page that was read from a file → a judged document: the one place where this is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oit_checker.model.check import CheckedDocument, ItemNamed, TextQuality
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Evidence
from oit_checker.model.labels import UNREADABLE
from oit_checker.model.page import Page, PageKind, Unreadable

_TABLE_KINDS = frozenset((PageKind.XLSX, PageKind.XLS, PageKind.CSV))
_TABLE_ENDINGS = frozenset(("csv", "xlsx", "xls", "ods", "json", "xml"))
_SCANNED = frozenset((Unreadable.NO_TEXT_LAYER, Unreadable.IMAGE_ONLY))
_NO_DOCUMENT = frozenset((Unreadable.CORRUPT, Unreadable.EMPTY, Unreadable.ENCRYPTED))
_TIE = "หากเป็นหลักฐานของข้อใด ให้ระบุเรื่องตามชื่อข้อไว้ที่ชื่อเอกสาร หรือตรวจโดยระบุข้อ เช่น --item O25"
_CHOOSE = "เลือกเอกสารที่ตรงกับข้อนี้ หรือแก้ชื่อเรื่องในเอกสารหากเนื้อหาเป็นของข้อนี้"
_MENDING: dict[Unreadable, str] = {
    Unreadable.NO_TEXT_LAYER: (
        "ส่งออกเป็น PDF จาก Word หรือ Excel โดยตรง หากต้องใช้ฉบับลงนาม ให้ทำ OCR ภาษาไทย หรือเผยแพร่ฉบับที่ค้นข้อความได้คู่กัน"
    ),
    Unreadable.IMAGE_ONLY: "เผยแพร่เป็นเอกสารที่ค้นข้อความได้ หรือพิมพ์ข้อความในภาพไว้ในหน้าเว็บที่แสดงภาพ",
    Unreadable.GARBAGE_TEXT: "ส่งออกเป็น PDF ใหม่จากต้นฉบับ โดยฝังแบบอักษร (embed fonts) แล้วลองคัดลอกข้อความออกมาอ่านดู",
    Unreadable.ENCRYPTED: "ยกเลิกรหัสผ่านก่อนเผยแพร่ ประชาชนและผู้ประเมินเปิดไฟล์ที่มีรหัสผ่านไม่ได้",
    Unreadable.CORRUPT: "เปิดต้นฉบับแล้วบันทึกหรือส่งออกเป็นไฟล์ใหม่ ไฟล์นี้เสีย",
    Unreadable.VIEWER_ONLY: "ดาวน์โหลดไฟล์ต้นฉบับจากบริการภายนอกมาตรวจ",
    Unreadable.MANY_FILES: "ตรวจไฟล์ในโฟลเดอร์ทีละไฟล์",
    Unreadable.BLANK: "ใช้ไฟล์ฉบับเต็ม ไฟล์นี้มีแต่ภาพของหน้าว่าง",
    Unreadable.EMPTY: "ใช้ไฟล์ฉบับเต็ม ไฟล์นี้ไม่มีเนื้อหา",
    Unreadable.TOO_SLOW: "โปรดเปิดตรวจด้วยตนเอง และควรแยกหรือลดขนาดไฟล์เพื่อให้ประชาชนเปิดได้สะดวก",
    Unreadable.TOO_BIG: "โปรดเปิดตรวจด้วยตนเอง และควรแยกหรือลดขนาดไฟล์เพื่อให้ประชาชนเปิดได้สะดวก",
    Unreadable.READER_FAILED: "โปรดเปิดตรวจด้วยตนเอง หรือบันทึกเป็นไฟล์ใหม่จากต้นฉบับแล้วตรวจอีกครั้ง",
    Unreadable.NEEDS_EXTRA: "เปิดใน Word หรือ Excel แล้วบันทึกเป็น DOCX, XLSX หรือ PDF แล้วตรวจอีกครั้ง",
    Unreadable.NEEDS_SCRIPT: "บันทึกหน้าเว็บหลังแสดงผลครบแล้ว หรือตรวจด้วยตนเอง",
    Unreadable.UNKNOWN_FORMAT: ("ไฟล์อาจเสีย หรือไม่ใช่ชนิดตามชื่อไฟล์ เปิดต้นฉบับแล้วบันทึกเป็น PDF, DOCX หรือ XLSX แล้วตรวจอีกครั้ง"),
    Unreadable.ARCHIVE: "แตกไฟล์บีบอัดแล้วตรวจเอกสารข้างในทีละไฟล์ และควรเผยแพร่เป็นเอกสารที่เปิดได้ทันที",
}


@dataclass(frozen=True, slots=True)
class Loose:
    """A document as it was read: its name as given, the archive that holds it, its bytes' number and digest."""

    name: str
    archive: str | None
    page: Page
    file_bytes: int
    sha256: str


def judged(
    loose: Loose,
    evidence: Evidence,
    answers: Sequence[tuple[ItemNamed, Item]],
    nearest: Sequence[ItemNamed],
    twin: str | None,
) -> CheckedDocument:
    """Put together what is known of one document. evidence is what it is worth for its first item."""
    page = loose.page
    quality = text_quality(page)
    twin_advised = twin is None and bool(answers) and _wants_table(page, [item for _, item in answers])
    named = tuple(told for told, _ in answers)
    return CheckedDocument(
        name=loose.name,
        archive=loose.archive,
        file_bytes=loose.file_bytes,
        file_kind=page.kind.value,
        page_count=page.page_count,
        document_title=evidence.document_title,
        document_kind=evidence.document_kind,
        fiscal_year=evidence.fiscal_year,
        fiscal_year_basis=evidence.fiscal_year_basis,
        fiscal_year_quote=evidence.fiscal_year_quote,
        text_quality=quality,
        unreadable_pages=page.partly_unreadable,
        unreadable=page.unreadable.value if page.unreadable is not None else None,
        answers=named,
        nearest=tuple(nearest),
        machine_readable=page.kind in _TABLE_KINDS,
        machine_readable_twin=twin,
        twin_advised=twin_advised,
        warnings=evidence.warnings,
        notes=evidence.notes,
        advice=tuple(_advice(page, quality, named, twin_advised, any(it.named_by == "asked" for it in nearest))),
        personal_data=evidence.personal_data,
        ocr_pages=evidence.ocr_pages,
    )


def text_quality(page: Page) -> TextQuality:
    """How much of the document's text can be used."""
    if page.unreadable is None:
        return TextQuality.PARTLY if page.partly_unreadable else TextQuality.GOOD
    if page.unreadable in _SCANNED:
        return TextQuality.SCANNED
    return TextQuality.DAMAGED if page.unreadable is Unreadable.GARBAGE_TEXT else TextQuality.NONE


def twin_of(loose: Loose, others: Sequence[Loose]) -> str | None:
    """The name of a table file that bears the same name beside this one; None for a table file itself."""
    if loose.page.kind in _TABLE_KINDS:
        return None
    stem, _, _ = loose.name.rpartition(".")
    names = (other.name.rpartition(".") for other in others if other is not loose)
    return next((f"{own}.{end}" for own, _, end in names if own == stem and end.lower() in _TABLE_ENDINGS), None)


def _wants_table(page: Page, items: Sequence[Item]) -> bool:
    """Whether the same data as a table file would help: it is asked for, or the item is made of a table."""
    if page.kind in _TABLE_KINDS or page.kind in {PageKind.HTML, PageKind.ARCHIVE}:
        return False
    checks = {component.check for item in items for component in item.components}
    return bool(checks & {"machine_readable", "table_columns", "months"})


def _advice(
    page: Page, quality: TextQuality, answers: Sequence[ItemNamed], twin_advised: bool, is_asked: bool
) -> list[str]:
    said = []
    if page.unreadable is not None:
        said.append(f"{UNREADABLE[page.unreadable]}: {_MENDING[page.unreadable]}")
    elif quality is TextQuality.PARTLY:
        pages = ", ".join(map(str, page.partly_unreadable[:10]))
        said.append(f"หน้า {pages} ค้นหาข้อความไม่ได้: ใช้หน้าที่ส่งออกจากต้นฉบับแทนภาพสแกน หรือทำ OCR ภาษาไทย")
    if not answers and page.unreadable not in _NO_DOCUMENT:
        said.append(_TIE if not is_asked else _CHOOSE)
    if twin_advised:
        said.append("ควรเผยแพร่ข้อมูลชุดเดียวกันเป็นไฟล์ตาราง (XLSX หรือ CSV) คู่กัน เพื่อให้นำไปใช้ต่อได้")
    return said
