"""Open data among the evidence, address by address, and the words around it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from oit_checker.model.evidence import Evidence
from oit_checker.model.report import GapReport
from reports.words import document_name

HEADING = "ข้อมูลเปิด"

LEAD = (
    "ผู้ประเมินแนะนำให้เผยแพร่ข้อมูลในรูปแบบที่โปรแกรมนำไปใช้ต่อได้ และขึ้นทะเบียนในบัญชีข้อมูลภาครัฐ (Government Data Catalog) "
    "ส่วนนี้เป็นข้อแนะนำ ไม่มีผลต่อคะแนนและสถานะของข้อ"
)

ADVICE = "ข้อมูลที่เป็นตาราง (เช่น งบประมาณ จัดซื้อจัดจ้าง สถิติ) ควรมีไฟล์ CSV, JSON, XML หรือ Excel วางคู่กับไฟล์ PDF ในรายการเดียวกัน"

NO_CATALOG = "ไม่พบลิงก์ไปยังบัญชีข้อมูลภาครัฐในหน้าที่ตรวจ หากมีชุดข้อมูลใน data.go.th หรือบัญชีข้อมูลของหน่วยงานแล้ว ควรทำลิงก์จากเว็บไซต์หลัก"

STARS: tuple[str, ...] = (
    "ไม่ทราบรูปแบบ",
    "เปิดดูได้ (PDF รูปภาพ Word หน้าเว็บ)",
    "เป็นตารางที่โปรแกรมอ่านได้ (Excel)",
    "เป็นรูปแบบเปิด (CSV JSON XML ODS)",
    "ระบุสิ่งต่าง ๆ ด้วยที่อยู่เว็บ (RDF)",
    "เชื่อมโยงกับข้อมูลอื่น (Linked Data)",
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A piece of evidence that opens, and the items that it serves."""

    piece: Evidence
    name: str
    codes: tuple[str, ...]

    @property
    def twin(self) -> str:
        """What is said of the data beside it, in Thai; the address stands elsewhere."""
        if self.piece.machine_readable:
            return "เป็นไฟล์ข้อมูลอยู่แล้ว"
        return "พบไฟล์ข้อมูลคู่กัน" if self.piece.machine_readable_twin else "ไม่พบไฟล์ข้อมูลคู่กัน"


def opened(report: GapReport) -> tuple[Opened, ...]:
    """Evidence that opens, each address once, in the order of the items."""
    codes: dict[str, list[str]] = {}
    pieces: dict[str, Evidence] = {}
    for finding in report.items:
        for piece in finding.evidence:
            if piece.verification.opens:
                pieces.setdefault(piece.url, piece)
                codes.setdefault(piece.url, []).append(finding.code)
    return tuple(Opened(piece, document_name(piece), tuple(dict.fromkeys(codes[url]))) for url, piece in pieces.items())


def star_counts(report: GapReport) -> tuple[tuple[int, str, int], ...]:
    """Stars, what they mean, and how many pieces have them; only those that occur."""
    return tuple((n, STARS[n], count) for n, count in enumerate(report.open_data.by_stars) if count and n < len(STARS))
