"""What stands in the workbook's tables: headings, widths and values in reading order. Pure.

A text is the site's or ours, a float is marks, an int a count, and an
ItemStatus is told in words and colour by whoever writes the cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oit_checker.model import labels
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Evidence, Finding, ItemStatus
from reports.changes import EARLIER, before
from reports.opened import opened
from reports.parts import parts_of, wears_status
from reports.personal import HEADING, told_of, warned
from reports.plain import readable_url
from reports.view import Row, View, crumbs
from reports.words import LOOK, document_name, media, required_year, sureness

Cell = str | int | float | ItemStatus


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: column headings with their widths in characters, rows of values, and what is said where none are."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[Cell]]
    empty: str = "ไม่มีรายการ"


def sheets(view: View) -> tuple[Sheet, ...]:
    """All tables, in the order of their tabs."""
    return items_sheet(view), to_do_sheet(view), evidence_sheet(view), links_sheet(view), *more_sheets(view)


def items_sheet(view: View) -> Sheet:
    columns = (
        ("ข้อ", 7),
        ("ชื่อข้อ", 46),
        ("ตัวชี้วัดย่อย", 12),
        ("ปีที่กำหนด", 20),
        ("สถานะ", 24),
        ("คะแนน", 8),
        ("คะแนน OIT ที่จะเพิ่ม", 11),
        ("เหตุผล", 44),
        ("สิ่งที่ยังขาด", 52),
        ("คำแนะนำ", 52),
        ("ข้อแนะนำเพิ่มเติม", 44),
        ("ที่อยู่", 60),
        ("ความมั่นใจ", 11),
        (HEADING, 44),
        (EARLIER, 24),
    )
    earlier = before(view.report)
    rows = (row for group in view.groups for row in group.rows)
    return Sheet("รายข้อ", columns, ((*_item(row), earlier.get(row.finding.code, "")) for row in rows))


def _item(row: Row) -> tuple[Cell, ...]:
    finding = row.finding
    return (
        finding.code,
        finding.title,
        finding.sub_indicator,
        required_year(finding.required_fiscal_year),
        finding.status,
        float(finding.score) if row.counted else "ยังไม่นับ",
        float(row.points) if row.counted else "ยังไม่นับ",
        finding.reason or "",
        "\n".join(lack.message for lack in row.binding),
        "\n".join(dict.fromkeys(lack.advice for lack in row.binding if lack.advice)),
        "\n".join(f"{lack.message} {lack.advice}".strip() for lack in row.advisory),
        _addresses([*(piece.url for piece in finding.evidence), *(url for lack in row.binding for url in lack.urls)]),
        sureness(finding),
        "\n".join(told_of(finding)),
    )


def to_do_sheet(view: View) -> Sheet:
    columns = (
        ("ลำดับ", 7),
        ("ข้อ", 7),
        ("ชื่อข้อ", 46),
        ("คะแนน OIT ที่จะเพิ่ม", 11),
        ("สถานะ", 24),
        ("เรื่อง", 52),
        ("คำแนะนำ", 52),
        ("ที่อยู่", 60),
    )
    return Sheet("สิ่งที่ต้องทำ", columns, (line for n, row in enumerate(view.to_do, start=1) for line in _steps(n, row)))


def _steps(number: int, row: Row) -> list[tuple[Cell, ...]]:
    points: Cell = float(row.points) if row.counted else "ยังไม่นับ"
    head: tuple[Cell, ...] = (number, row.finding.code, row.finding.title, points, row.finding.status)
    if row.finding.status is ItemStatus.REVIEW or not row.to_mend:
        look = LOOK if row.finding.evidence or not row.finding.reason else ""
        return [(*head, row.finding.reason or "", look, readable_url(row.address))]
    return [(*head, lack.message, lack.advice, _addresses(lack.urls)) for lack in row.to_mend]


def _addresses(urls: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(readable_url(url) for url in urls))


def evidence_sheet(view: View) -> Sheet:
    columns = (
        ("ข้อ", 7),
        ("สถานะ", 24),
        ("ข้อความของลิงก์", 40),
        ("ที่อยู่", 60),
        ("ชื่อเรื่อง", 40),
        ("ชนิด", 12),
        ("การเปิดลิงก์", 28),
        ("ปีของข้อมูล", 11),
        ("ปีมาจาก", 24),
        ("คำที่ระบุปี", 30),
        ("องค์ประกอบที่พบ", 52),
        ("ไม่พบ", 40),
        ("อ่านไม่ได้", 40),
        ("เส้นทางจากหน้าแรก", 52),
        ("ข้อควรตรวจ", 52),
    )
    pieces = ((row.finding, piece) for group in view.groups for row in group.rows for piece in row.finding.evidence)
    return Sheet("หลักฐาน", columns, (_piece(finding, piece) for finding, piece in pieces))


def _piece(finding: Finding, piece: Evidence) -> tuple[Cell, ...]:
    return (
        finding.code,
        piece.status if wears_status(finding, piece) else "ใช้เป็นหลักฐานได้",
        document_name(piece),
        readable_url(piece.url),
        piece.document_title or "",
        media(piece.media_type) if piece.verification.opens else "",
        labels.VERIFICATION[piece.verification],
        piece.fiscal_year or "",
        labels.YEAR_BASIS[piece.fiscal_year_basis],
        piece.fiscal_year_quote or "",
        *("\n".join(_parts(_own(finding, piece), status)) for status in ComponentStatus),
        " › ".join(crumb.label for crumb in crumbs(piece)),
        "\n".join(f"{labels.WARNING[it.kind]}: {it.message} {it.quote or ''}".strip() for it in piece.warnings),
    )


def _own(finding: Finding, piece: Evidence) -> tuple[ComponentResult, ...]:
    """What a piece contributes; what another piece of a whole item shows is not missing in this one."""
    if wears_status(finding, piece):
        return piece.components
    shown = {part.told.id for part in parts_of(finding) if part.shown}
    return tuple(c for c in piece.components if c.status is ComponentStatus.FOUND or c.id not in shown)


def _parts(components: Iterable[ComponentResult], status: ComponentStatus) -> list[str]:
    return [
        f"{part.label}: “{part.snippet}” {part.place or ''}".strip() if part.snippet else part.label
        for part in components
        if part.status is status
    ]


def links_sheet(view: View) -> Sheet:
    columns = (
        ("ผล", 34),
        ("ข้อความของลิงก์", 40),
        ("ที่อยู่", 70),
        ("พบที่หน้า", 60),
        ("ข้อ", 14),
        ("HTTP", 8),
        ("ไปถึง", 60),
        ("รายละเอียด", 40),
        ("จำนวนครั้งที่ลอง", 10),
    )
    return Sheet(
        "ลิงก์",
        columns,
        (
            (
                labels.VERIFICATION[link.verification],
                link.link_text,
                readable_url(link.url),
                readable_url(link.found_on),
                " ".join(link.items),
                link.http_status or "",
                readable_url(link.final_url) if link.final_url != link.url else "",
                link.message,
                link.attempts,
            )
            for link in (*view.broken, *view.unseen, *view.opening)
        ),
    )


def more_sheets(view: View) -> tuple[Sheet, ...]:
    """What changes no status: personal data to be masked, and open data."""
    return personal_sheet(view), open_data_sheet(view)


def personal_sheet(view: View) -> Sheet:
    columns = (
        ("ชนิดข้อมูล", 26),
        ("เอกสาร", 40),
        ("ที่อยู่", 60),
        ("พบลิงก์ที่หน้า", 60),
        ("ตำแหน่ง", 28),
        ("จำนวน", 8),
        ("ตัวอย่างที่ปิดเลขแล้ว", 44),
        ("คำแนะนำ", 60),
        ("ข้อ", 14),
    )
    return Sheet(
        "ข้อมูลส่วนบุคคล",
        columns,
        (
            (
                line.kind,
                line.name,
                readable_url(line.url),
                readable_url(line.found_on),
                ", ".join(line.places),
                line.count,
                line.context,
                line.advice,
                " ".join(line.codes),
            )
            for line in warned(view.report)
        ),
        empty="ไม่พบ" if view.report.run.outcome != "failed" else "ยังไม่ได้ดู เพราะรอบนี้ตรวจเว็บไซต์ไม่ได้",
    )


def open_data_sheet(view: View) -> Sheet:
    columns = (
        ("ระดับ (เต็ม 5)", 8),
        ("หลักฐาน", 40),
        ("ที่อยู่", 60),
        ("ชนิด", 12),
        ("ไฟล์ข้อมูล", 24),
        ("ที่อยู่ของไฟล์ข้อมูล", 60),
        ("ข้อ", 14),
    )
    return Sheet(
        "ข้อมูลเปิด",
        columns,
        (
            (
                line.piece.open_data_stars,
                line.name,
                readable_url(line.piece.url),
                media(line.piece.media_type),
                line.twin,
                readable_url(line.piece.machine_readable_twin or ""),
                " ".join(line.codes),
            )
            for line in opened(view.report)
        ),
    )
