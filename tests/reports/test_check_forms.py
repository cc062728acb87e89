"""A check of documents on the terminal, in HTML and in JSON: whole, escaped, and no wider than the window."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files

import jsonschema
import pytest
from rich.cells import cell_len
from rich.console import Console

from oit_checker.model.check import (
    CheckedDocument,
    CheckReport,
    InputFault,
    ItemNamed,
    TextQuality,
)
from oit_checker.model.evidence import EvidenceWarning, Finding, Gap, GapKind, ItemStatus, WarningKind
from oit_checker.model.page import PageKind
from oit_checker.model.personal_data import PersonalData, PersonalDataKind
from oit_checker.model.report import ChecklistRef, GapReport, Generator
from oit_checker.model.site import AgencyKind
from reports.check_html import check_to_html
from reports.check_json import SCHEMA_FILE, dump
from reports.check_terminal import print_check
from reports.check_words import FILE_KIND
from reports.schema import CHECK_TITLE, schema_text

HOSTILE = "<script>alert('x')</script> \u202eกลับ\u202c\x07"


def document(name: str = "o25.pdf", **changes: object) -> CheckedDocument:
    whole = CheckedDocument(
        name=name,
        archive=None,
        file_bytes=20_480,
        file_kind="pdf",
        page_count=12,
        document_title="การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร",
        document_kind="plan",
        fiscal_year=2569,
        fiscal_year_basis="title",
        fiscal_year_quote="ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        text_quality=TextQuality.PARTLY,
        unreadable_pages=(3,),
        unreadable=None,
        answers=(ItemNamed("O25", "การนำผลการประเมิน ITA", "title", "การนำผลการประเมิน", status=ItemStatus.INCOMPLETE),),
        nearest=(),
        machine_readable=False,
        machine_readable_twin=None,
        twin_advised=True,
        warnings=(EvidenceWarning(WarningKind.PLACEHOLDER, "มีข้อความตัวอย่าง", "043-xxx-xxxx"),),
        advice=("หน้า 3 ค้นหาข้อความไม่ได้",),
        personal_data=(
            PersonalData(PersonalDataKind.BANK_ACCOUNT, "หน้า 7", "xxx-x-xxxxx-x", "โอนเข้าบัญชี xxx-x-xxxxx-x"),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


@pytest.fixture
def checked(report: GapReport) -> CheckReport:
    finding = next(finding for finding in report.items if finding.code == "O25")
    return CheckReport(
        schema_version=1,
        generator=Generator("oit-checker", "0.1.0"),
        checklist=ChecklistRef("nacc-2569", 2569, "nacc", "แบบวัด", "provisional"),
        checked_at=datetime(2026, 3, 2, tzinfo=UTC),
        agency_name=None,
        agency_kind=AgencyKind.CENTRAL,
        asked_item=None,
        outcome="lacking",
        documents=(
            document(),
            document("trip.docx", answers=(), nearest=(ItemNamed("O7", "รายงาน", "title", None, "คนละเรื่อง"),)),
        ),
        items=(finding,),
        faults=(InputFault("/nowhere", "ไม่พบไฟล์หรือโฟลเดอร์นี้", "ตรวจชื่อไฟล์"),),
        skipped=("setup.exe",),
        not_judged=("ยังไม่ได้ตรวจสิ่งที่เห็นได้จากเว็บไซต์เท่านั้น",),
    )


def printed(checked: CheckReport, width: int = 90) -> str:
    out = io.StringIO()
    print_check(checked, Console(file=out, width=width, force_terminal=False))
    return out.getvalue()


def shown(checked: CheckReport) -> str:
    return check_to_html(checked).decode()


@pytest.mark.parametrize("form", [printed, shown], ids=["terminal", "html"])
def test_every_document_item_and_fault_is_told(form: Callable[[CheckReport], str], checked: CheckReport) -> None:
    text = " ".join(form(checked).split())
    for told in (
        "o25.pdf",
        "PDF 12 หน้า",
        "ปีงบประมาณ พ.ศ. 2569 (จากชื่อเรื่อง)",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๙",
        "ค้นหาข้อความได้บางหน้า",
        "องค์ประกอบข้อมูลไม่ครบ",
        "ไม่พบว่าตอบข้อใดของรายการตรวจ",
        "คนละเรื่อง",
        "043-xxx-xxxx",
        "หน้า 3 ค้นหาข้อความไม่ได้",
        "(หน้า 7) “โอนเข้าบัญชี xxx-x-xxxxx-x” ลบหรือปิดเลขที่บัญชีธนาคารของบุคคล ก่อนเผยแพร่",
        "ไม่พบไฟล์หรือโฟลเดอร์นี้",
        "ยังไม่ได้ตรวจสิ่งที่เห็นได้จากเว็บไซต์เท่านั้น",
        "setup.exe",
        checked.items[0].gaps[0].message,
        checked.items[0].gaps[0].advice,
    ):
        assert told in text


@pytest.mark.parametrize("width", [60, 90, 140])
def test_lines_fit_the_window(checked: CheckReport, width: int) -> None:
    assert all(cell_len(line) <= width for line in printed(checked, width).splitlines())


def test_what_a_document_wrote_stays_text(checked: CheckReport) -> None:
    hostile = replace(checked, documents=(document(HOSTILE, document_title=HOSTILE, notes=(HOSTILE,)),))
    page = shown(hostile)
    assert "<script" not in page
    assert "\u202e" not in page
    assert "\x07" not in printed(hostile)


def test_the_page_asks_for_nothing_and_links_to_nothing(checked: CheckReport) -> None:
    page = shown(checked)
    assert "default-src 'none'" in page
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]+\"", page.partition("</style>")[2]) == []
    assert shown(checked) == page


def test_a_whole_item_shows_no_lack(checked: CheckReport) -> None:
    advice = Gap(GapKind.COMPONENT_MISSING, None, None, "ควรมีแผนผัง", "เพิ่มแผนผัง", advisory=True)
    whole = replace(checked.items[0], status=ItemStatus.PASS, gaps=(advice,))
    assert "ยังขาด" not in printed(replace(checked, items=(whole,)))


def test_json_is_as_the_schema_says(checked: CheckReport) -> None:
    schema = json.loads(files("reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8"))
    body = json.loads(dump(checked))
    jsonschema.validate(body, schema)
    assert list(body)[:2] == ["schema_version", "generator"]
    with pytest.raises(jsonschema.ValidationError, match="perfect"):
        jsonschema.validate({**body, "outcome": "perfect"}, schema)


def test_the_shipped_schema_is_that_of_the_types() -> None:
    shipped = files("reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    assert shipped == schema_text(CheckReport, CHECK_TITLE)


def test_every_kind_of_file_has_a_thai_name() -> None:
    assert set(FILE_KIND) == {kind.value for kind in PageKind}


def test_an_empty_check_is_a_page_too(checked: CheckReport) -> None:
    nothing: tuple[Finding, ...] = ()
    assert "</html>" in shown(replace(checked, documents=(), items=nothing, outcome="bad_input"))
