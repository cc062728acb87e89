"""Options that several verbs share, with what an officer is told of each."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from oit_checker.cli.agency_kinds import MEANINGS, METAVAR, agency_kind
from oit_checker.cli.choosing import LATEST
from oit_checker.model.site import AgencyKind


class Form(StrEnum):
    """Forms of the report besides json."""

    HTML = "html"
    XLSX = "xlsx"
    CSV = "csv"


Output = Annotated[
    Path,
    typer.Option(
        "--output",
        metavar="DIR",
        help=(
            "โฟลเดอร์ที่จะเขียน gap_report.json และรายงานรูปแบบอื่น ใช้หนึ่งโฟลเดอร์ต่อหนึ่งเว็บไซต์ "
            "รอบที่ตรวจไม่ได้จะไม่ทับรายงานเดิมที่ใช้ได้ แต่เขียนเป็น gap_report.failed.json ไว้ข้างกัน"
        ),
    ),
]
Forms = Annotated[list[Form], typer.Option("--format", help="รูปแบบรายงานนอกจาก json ระบุซ้ำได้หลายครั้ง")]
ChecklistName = Annotated[
    str | None,
    typer.Option("--checklist", metavar="FILE|ID", help=f"ชื่อรายการตรวจ หรือไฟล์ YAML ของท่านเอง  [default: {LATEST}]"),
]
Year = Annotated[int | None, typer.Option("--year", help="ปีงบประมาณ (พ.ศ.) ที่ตรวจ เช่น 2569")]
Kind = Annotated[
    AgencyKind | None,
    typer.Option(
        "--agency-kind",
        parser=agency_kind,
        metavar=METAVAR,
        help=f"ประเภทหน่วยงาน หากไม่ระบุ โปรแกรมดูจากเว็บไซต์เอง ({MEANINGS})",
    ),
]
Provisional = Annotated[bool, typer.Option("--include-provisional", help="นับคะแนนข้อที่ยังไม่ยืนยัน (O26) ด้วย")]
Iit = Annotated[
    float | None, typer.Option("--iit", min=0, max=100, help="คะแนน IIT ให้คู่กับ --eit เพื่อประมาณคะแนน ITA รวม")
]
Eit = Annotated[
    float | None, typer.Option("--eit", min=0, max=100, help="คะแนน EIT ให้คู่กับ --iit เพื่อประมาณคะแนน ITA รวม")
]
FailUnder = Annotated[
    float | None,
    typer.Option("--fail-under", min=0, max=100, help="จบด้วยรหัส 1 หากคะแนน OIT โดยประมาณต่ำกว่าค่านี้"),
]
MaxOcrPages = Annotated[int, typer.Option("--max-ocr-pages", min=0, help="จำนวนหน้าสแกนที่อ่านด้วย OCR อย่างมาก 0 คือไม่อ่าน")]
Render = Annotated[
    Literal["auto", "never", "always"],
    typer.Option(
        "--render", help="เปิดหน้าที่แสดงเนื้อหาด้วยสคริปต์ในเบราว์เซอร์ auto เท่าที่จำเป็น never ไม่เปิด always ทุกหน้าที่อาจมีข้อมูล"
    ),
]
MaxRendered = Annotated[int, typer.Option("--max-rendered", min=0, help="จำนวนครั้งที่เปิดหน้าด้วยเบราว์เซอร์อย่างมาก 0 คือไม่เปิด")]
Quiet = Annotated[bool, typer.Option("--quiet", help="ไม่แสดงข้อความใดนอกจากข้อผิดพลาด")]
Verbose = Annotated[bool, typer.Option("--verbose", help="แสดงคำที่ใช้หา วิธีตรวจ และชื่อที่ใช้ในไฟล์รายการตรวจทั้งหมด")]
LogFormat = Annotated[
    Literal["text", "json"], typer.Option("--log-format", help="รูปแบบข้อความบอกความคืบหน้าที่เขียนไปยัง stderr")
]
