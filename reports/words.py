"""Thai sentences that every form of the report says in the same words."""

from __future__ import annotations

from oit_checker.model.evidence import Evidence, Finding, ItemStatus
from oit_checker.model.labels import AGENCY_KIND
from oit_checker.model.report import GapReport
from oit_checker.model.site import Agency
from oit_checker.urls import file_name, host_of
from reports.plain import readable_url

TITLE = "รายงานผลการตรวจความพร้อมการเปิดเผยข้อมูลสาธารณะ (OIT)"

ESTIMATE = "คะแนนนี้เป็นประมาณการเพื่อเตรียมตัวก่อนการประเมิน ผู้ประเมินเป็นผู้ตัดสินคะแนนจริง"

FIRST = "ควรดำเนินการก่อน"

NO_SCORE = "ไม่มีคะแนนโดยประมาณ เพราะรอบนี้ตรวจเว็บไซต์ไม่ได้"

OUTCOME_MEANS: dict[str, str] = {
    "completed": "เก็บข้อมูลเว็บไซต์ได้ครบตามขอบเขตที่กำหนด",
    "partial": (
        "สิ่งที่พบแล้วใช้ได้ตามที่รายงาน ส่วนข้อที่ยังไม่พบอาจมีอยู่ในส่วนที่ยังไม่ได้ตรวจ "
        "จึงให้เป็น “ต้องให้เจ้าหน้าที่ตรวจ” เว้นแต่อ่านรายการ ITA ของปีนั้นได้ครบแล้วไม่มีข้อนั้น "
        "หากต้องการผลของทุกข้อ โปรดตรวจต่อด้วยคำสั่งเดิมโดยเติม --resume หรือตรวจใหม่ให้ครบ"
    ),
    "failed": "รายงานนี้ใช้สรุปว่าหน่วยงานไม่เปิดเผยข้อมูลไม่ได้ ทุกข้อจึงเป็น “ต้องให้เจ้าหน้าที่ตรวจ” เมื่อแก้เหตุข้างต้นแล้วให้ตรวจใหม่",
}

CHECKLIST_SURENESS: dict[str, str] = {
    "draft": (
        "รายการตรวจเป็นฉบับร่าง รวบรวมจากแหล่งข้อมูลสาธารณะ ยังไม่ได้เทียบกับคู่มือฉบับเต็มของปีนี้ "
        "ชื่อข้อหรือองค์ประกอบข้อมูลบางรายการอาจต่างจากคู่มือ"
    ),
    "provisional": "รายการตรวจเป็นฉบับชั่วคราว อาจเปลี่ยนเมื่อมีคู่มือฉบับเต็มของปีนี้",
    "confirmed": "รายการตรวจเทียบกับคู่มือของปีนี้แล้ว",
}

STATUS_MEANS: dict[ItemStatus, str] = {
    ItemStatus.MISSING: "ไม่พบบนเว็บไซต์หลัก หรือจากลิงก์ของเว็บไซต์หลัก",
    ItemStatus.UNREACHABLE: "มีลิงก์ให้ แต่บุคคลทั่วไปเปิดไม่ได้เลยสักลิงก์",
    ItemStatus.OUTDATED: "เปิดได้ แต่เป็นข้อมูลคนละปีกับที่กำหนด",
    ItemStatus.INCOMPLETE: "เปิดได้ ตรงปี แต่ขาดองค์ประกอบข้อมูลอย่างน้อยหนึ่งรายการ",
    ItemStatus.REVIEW: "เปิดได้หรืออาจมีอยู่ แต่โปรแกรมตัดสินไม่ได้ (เช่น ภาพสแกน) โปรดเปิดดูด้วยตนเอง",
    ItemStatus.PASS: "เปิดได้ ตรงปี และพบองค์ประกอบข้อมูลครบ",
}

LOOK = "โปรดเปิดหลักฐานดูด้วยตนเองว่าตรงปีและมีองค์ประกอบข้อมูลครบหรือไม่"

STATUS_ACTION: dict[ItemStatus, str] = {
    ItemStatus.MISSING: "เผยแพร่ข้อมูลของข้อนี้บนเว็บไซต์หลัก แล้วใส่ลิงก์ในรายการ ITA",
    ItemStatus.UNREACHABLE: "แก้ลิงก์ให้บุคคลทั่วไปเปิดได้",
    ItemStatus.OUTDATED: "เผยแพร่ข้อมูลของปีที่กำหนด แล้วเปลี่ยนลิงก์ในรายการ ITA",
    ItemStatus.INCOMPLETE: "เพิ่มองค์ประกอบข้อมูลที่ยังไม่มี",
    ItemStatus.REVIEW: LOOK,
    ItemStatus.PASS: "ไม่ต้องแก้ไข",
}

LIMITS_OF_READING: tuple[str, ...] = (
    "โปรแกรมดูเฉพาะสิ่งที่บุคคลทั่วไปเปิดดูได้จากเว็บไซต์หลัก ณ เวลาที่ตรวจ",
    "คะแนนรายข้อเป็น 0 หรือ 100 เท่านั้น คะแนนตัวชี้วัดย่อยเป็นค่าเฉลี่ยของข้อ คะแนนตัวชี้วัดเป็นค่าเฉลี่ยของตัวชี้วัดย่อย "
    "และคะแนน OIT เป็นค่าเฉลี่ยของตัวชี้วัด ข้อในตัวชี้วัดย่อยที่มีน้อยข้อจึงมีน้ำหนักมากกว่า",
    "ข้อที่ยังไม่ชัดเจนไม่นับเป็นผ่านและไม่ถือว่าเป็นความผิดของหน่วยงาน โปรดเปิดดูด้วยตนเอง",
    "ลิงก์ที่มีแต่โปรแกรมถูกกันไว้ (เช่น ระบบป้องกันโปรแกรมอัตโนมัติ ไฟล์ robots.txt หรือขอบเขตของรอบการตรวจ) ไม่นับเป็นลิงก์เสีย",
    "โปรแกรมหาคำและตาราง ไม่ได้ประเมินคุณภาพหรือความถูกต้องของเนื้อหา",
    "ข้อความที่อ่านจากภาพสแกนด้วย OCR ใช้ยืนยันได้เฉพาะว่าพบองค์ประกอบ "
    "ไม่ใช้ยืนยันปี ชนิดเอกสาร หรือยืนยันว่าไม่มี ลายมือและภาพที่ไม่ชัดโปรแกรมอ่านไม่ได้",
)

LEVELS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
"""The rating levels (ระดับผลการประเมิน), best first; a report names only those that are lost."""

CONFIRMED = frozenset({"confirmed", "quoted", "title"})
"""Grounds of a component that the year's own sources state."""

_EMPTY_NAMES = frozenset(
    {"", "ดาวน์โหลด", "ดาวโหลด", "ดาวน์โหลดไฟล์", "ดาวน์โหลดเอกสาร", "คลิก", "คลิกที่นี่", "ที่นี่", "เปิด", "เปิดดู", "เปิดไฟล์"}
    | {"ดู", "ดูข้อมูล", "เปิดข้อมูล", "ดูรายละเอียด", "รายละเอียด", "อ่านต่อ", "อ่านเพิ่มเติม", "เพิ่มเติม", "ไฟล์แนบ", "เอกสารแนบ"}
    | {"ลิงก์", "download", "click", "click here", "view", "open", "link", "pdf", "file", "more", "read more", "here"}
)

_MEDIA: tuple[tuple[str, str], ...] = (
    ("text/html", "หน้าเว็บ"),
    ("application/xhtml", "หน้าเว็บ"),
    ("application/pdf", "PDF"),
    ("wordprocessingml", "Word"),
    ("msword", "Word"),
    ("spreadsheetml", "Excel"),
    ("ms-excel", "Excel"),
    ("presentation", "PowerPoint"),
    ("powerpoint", "PowerPoint"),
    ("text/csv", "CSV"),
    ("image/", "รูปภาพ"),
)


def required_year(fiscal_year: int | None) -> str:
    return "ปีใดก็ได้" if fiscal_year is None else f"ปีงบประมาณ พ.ศ. {fiscal_year}"


def media(media_type: str | None) -> str:
    """The kind of file in a word that officers use; an unknown type as it is."""
    asked = (media_type or "").lower()
    return next((word for part, word in _MEDIA if part in asked), asked)


def sureness(finding: Finding) -> str:
    """How sure the program is; never สูง where the sources confirm nothing of what the item must show."""
    if finding.confidence < 0.6:
        return "ต่ำ"
    bases = {part.basis for piece in finding.evidence for part in piece.components if part.required}
    unconfirmed = finding.provisional or (bases and not bases & CONFIRMED)
    return "สูง" if finding.confidence >= 0.85 and not unconfirmed else "ปานกลาง"


def says_little(link_text: str) -> bool:
    """Whether a link's words name no document: empty, “ดาวน์โหลด”, “คลิกที่นี่”."""
    return link_text.strip(" \t\n\xa0.:»>()[]-").casefold() in _EMPTY_NAMES


def document_name(piece: Evidence) -> str:
    """The link's words; with the file's name where they name no document."""
    text = piece.link_text.strip()
    if not says_little(text):
        return text
    file = file_name(piece.final_url or piece.url) or piece.document_title or readable_url(piece.url)
    return f"{text} ({file})" if text else piece.document_title or file


def agency_kind(agency: Agency) -> str:
    """The kind of agency and what it rests on; without a basis it is no fact."""
    if not agency.kind_basis:
        return "ประเภทหน่วยงาน: ไม่ได้ระบุ ใช้เกณฑ์ทั่วไป"
    basis = "ตามที่ผู้ตรวจระบุ" if agency.kind_basis == "given" else f"จากคำว่า “{agency.kind_basis}”"
    if agency.kind_basis == agency.name:
        basis = "จากชื่อหน่วยงาน"
    return f"{AGENCY_KIND[agency.kind]} ({basis})"


def list_kind(instrument: str) -> str:
    """Whose numbering a list follows: nacc-2569 is OIT ปี 2569."""
    family, _, year = instrument.partition("-")
    if family == "nacc":
        return f"รายการ OIT ปี {year}" if year else "รายการ OIT"
    return "ไม่ทราบแบบ" if instrument in {"", "unknown"} else f"รายการ {instrument.upper().replace('-', ' ')}"


def agency_name(report: GapReport) -> str:
    """The agency's name, or its host where the site does not say it."""
    host = host_of(report.agency.url) or next(iter(report.agency.hosts), "")
    return report.agency.name or readable_url(f"//{host}")[2:] or report.agency.url


def levels_sentences(report: GapReport) -> tuple[str, ...]:
    """What the OIT score alone says about the rating levels, doubt told apart; a projection says it better."""
    score = report.score
    if score.projection or not score.levels_ruled_out:
        return ()
    said = [f"จากคะแนน OIT นี้ ผลการประเมิน{_at_best(score.levels_ruled_out[-1])} แม้คะแนน IIT และ EIT จะเต็ม 100"]
    if score.levels_open_if_reviewed:
        said.append(f"หากข้อที่ต้องให้เจ้าหน้าที่ตรวจผ่านทั้งหมด ยังมีโอกาสได้ถึงระดับ “{score.levels_open_if_reviewed[0]}”")
    return tuple(said)


def _at_best(lost: str) -> str:
    below = LEVELS[LEVELS.index(lost) + 1 :] if lost in LEVELS else ()
    return f"จะได้ไม่เกินระดับ “{below[0]}”" if below else f"จะไม่ถึงระดับ “{lost}”"
