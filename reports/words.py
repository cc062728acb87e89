"""Thai sentences that every form of the report says in the same words."""

from __future__ import annotations

from oit_checker.model.evidence import ItemStatus
from oit_checker.model.report import GapReport

ESTIMATE = "คะแนนนี้เป็นประมาณการเพื่อเตรียมตัวก่อนการประเมิน ผู้ประเมินเป็นผู้ตัดสินคะแนนจริง"

NO_SCORE = "ไม่มีคะแนนโดยประมาณ เพราะรอบนี้ตรวจเว็บไซต์ไม่ได้"

OUTCOME_MEANS: dict[str, str] = {
    "completed": "เก็บข้อมูลเว็บไซต์ได้ครบตามขอบเขตที่กำหนด",
    "partial": (
        "สิ่งที่พบแล้วใช้ได้ตามที่รายงาน ส่วนข้อที่ยังไม่พบอาจมีอยู่ในส่วนที่ยังไม่ได้ตรวจ "
        "จึงให้เป็น “ต้องให้เจ้าหน้าที่ตรวจ” เว้นแต่อ่านรายการ ITA ของปีนั้นได้ครบแล้วไม่มีข้อนั้น"
    ),
    "failed": "รายงานนี้ใช้สรุปว่าหน่วยงานไม่เปิดเผยข้อมูลไม่ได้ ทุกข้อจึงเป็น “ต้องให้เจ้าหน้าที่ตรวจ” โปรดตรวจใหม่อีกครั้ง",
}

CHECKLIST_SURENESS: dict[str, str] = {
    "draft": (
        "รายการตรวจเป็นฉบับร่าง รวบรวมจากแหล่งข้อมูลสาธารณะ ยังไม่ได้เทียบกับคู่มือฉบับเต็มของปีนี้ ชื่อข้อหรือองค์ประกอบบางรายการอาจต่างจากคู่มือ"
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

STATUS_ACTION: dict[ItemStatus, str] = {
    ItemStatus.MISSING: "เผยแพร่ข้อมูลของข้อนี้บนเว็บไซต์หลัก แล้วใส่ลิงก์ในรายการ ITA",
    ItemStatus.UNREACHABLE: "แก้ลิงก์ให้บุคคลทั่วไปเปิดได้",
    ItemStatus.OUTDATED: "เผยแพร่ข้อมูลของปีที่กำหนด แล้วเปลี่ยนลิงก์ในรายการ ITA",
    ItemStatus.INCOMPLETE: "เพิ่มองค์ประกอบข้อมูลที่ขาด",
    ItemStatus.REVIEW: "เปิดหลักฐานดูด้วยตนเองว่าตรงปีและครบองค์ประกอบ",
    ItemStatus.PASS: "ไม่ต้องแก้ไข",
}

LIMITS_OF_READING: tuple[str, ...] = (
    "โปรแกรมดูเฉพาะสิ่งที่บุคคลทั่วไปเปิดดูได้จากเว็บไซต์หลัก ณ เวลาที่ตรวจ",
    "คะแนนรายข้อเป็น 0 หรือ 100 เท่านั้น คะแนนตัวชี้วัดย่อยเป็นค่าเฉลี่ยของข้อ คะแนนตัวชี้วัดเป็นค่าเฉลี่ยของตัวชี้วัดย่อย "
    "และคะแนน OIT เป็นค่าเฉลี่ยของตัวชี้วัด ข้อในตัวชี้วัดย่อยที่มีน้อยข้อจึงมีน้ำหนักมากกว่า",
    "ข้อที่ยังไม่ชัดเจนไม่นับเป็นผ่านและไม่ถือว่าเป็นความผิดของหน่วยงาน โปรดเปิดดูด้วยตนเอง",
    "ลิงก์ที่มีแต่โปรแกรมถูกกันไว้ (เช่น ระบบกันบอต robots.txt หรือขอบเขตของรอบตรวจ) ไม่นับเป็นลิงก์เสีย",
    "โปรแกรมหาคำและตาราง ไม่ได้ประเมินคุณภาพหรือความถูกต้องของเนื้อหา และอ่านข้อความในภาพสแกนไม่ได้",
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


def sureness(confidence: float) -> str:
    if confidence >= 0.85:
        return "สูง"
    return "ปานกลาง" if confidence >= 0.6 else "ต่ำ"


def agency_name(report: GapReport) -> str:
    """The agency's name, or its host where the site does not say it."""
    return report.agency.name or next(iter(report.agency.hosts), report.agency.url)


def levels_sentences(report: GapReport) -> tuple[str, ...]:
    """What the OIT score alone says about the rating levels, doubt told apart."""
    score = report.score
    lost = [level for level in score.levels_ruled_out if level not in score.levels_open_if_reviewed]
    said = []
    if lost:
        said.append(f"คะแนน OIT เพียงตัวเดียวทำให้ไม่ถึงระดับ {_quoted(lost)} แม้คะแนน IIT และ EIT จะได้เต็ม")
    if score.levels_open_if_reviewed:
        said.append(f"ระดับ {_quoted(score.levels_open_if_reviewed)} ยังถึงได้ หากข้อที่ต้องให้เจ้าหน้าที่ตรวจผ่านทั้งหมด")
    return tuple(said)


def _quoted(names: list[str] | tuple[str, ...]) -> str:
    return " และ ".join(f"“{name}”" for name in names)
