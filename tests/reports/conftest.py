"""A made report of an agency that does not exist: all statuses, long Thai addresses, and a hostile page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from urllib.parse import quote

import pytest

from oit_checker.model.evidence import (
    ComponentResult,
    ComponentStatus,
    Evidence,
    Finding,
    Gap,
    GapKind,
    ItemStatus,
    LinkCheck,
    Match,
    NearMiss,
    Verification,
)
from oit_checker.model.report import (
    ChecklistRef,
    GapReport,
    Generator,
    HubInfo,
    IndicatorScore,
    Limits,
    RunInfo,
    Score,
    SubIndicatorScore,
)
from oit_checker.model.site import Agency, AgencyKind

SITE = "https://www.huaisai.example.go.th"
HUB = f"{SITE}/ita-2569"
LONG_NAME = "รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริตของหน่วยงาน-ประจำปีงบประมาณ-พ.ศ.-2568"
BANGKOK = timezone(timedelta(hours=7))

ITEMS: tuple[tuple[str, str, int | None, str], ...] = (
    ("O1", "9.1", None, "โครงสร้าง หน้าที่และอำนาจ"),
    ("O2", "9.1", None, "ข้อมูลผู้บริหาร"),
    ("O3", "9.1", None, "ข้อมูลการติดต่อและช่องทางการสอบถาม"),
    ("O4", "9.1", 2569, "ข่าวประชาสัมพันธ์"),
    ("O5", "9.2", 2569, "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน"),
    ("O6", "9.2", 2569, "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี"),
    ("O7", "9.2", 2568, "รายงานผลการดำเนินงานประจำปี"),
    ("O8", "9.2", None, "คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่"),
    ("O9", "9.2", None, "คู่มือหรือแนวทางการขอรับบริการสำหรับผู้รับบริการหรือผู้มาติดต่อ"),
    ("O10", "9.2", None, "ระบบการให้บริการผ่านช่องทางออนไลน์ (E-Service)"),
    ("O11", "9.3", 2569, "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุรายเดือน"),
    ("O12", "9.3", 2568, "รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุของหน่วยงาน"),
    ("O13", "9.4", 2569, "หลักเกณฑ์และแผนการบริหารและพัฒนาทรัพยากรบุคคล"),
    ("O14", "9.4", 2568, "รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล"),
    ("O15", "9.4", 2569, "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม"),
    ("O16", "9.5", None, "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
    ("O17", "9.5", None, "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
    ("O18", "9.5", 2568, "ข้อมูลสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
    ("O19", "9.5", 2569, "ผลการเปิดโอกาสให้มีส่วนร่วมในการดำเนินงาน"),
    (
        "O20",
        "10.1",
        2569,
        "การขับเคลื่อนนโยบาย No Gift Policy จากการปฏิบัติหน้าที่และการเสริมสร้างความรู้เกี่ยวกับ"
        "หลักเกณฑ์การรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยาของเจ้าพนักงานของรัฐ",
    ),
    ("O21", "10.1", 2569, "การประเมินความเสี่ยงการทุจริตในหน่วยงานภาครัฐ"),
    ("O22", "10.1", 2568, "รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริตของหน่วยงาน"),
    ("O23", "10.2", 2569, "แผนปฏิบัติการป้องกันการทุจริต"),
    ("O24", "10.2", 2568, "รายงานผลการดำเนินการป้องกันการทุจริต"),
    ("O25", "10.2", 2569, "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"),
    ("O26", "10.2", 2568, "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"),
)
STATUSES = {
    "O1": ItemStatus.INCOMPLETE,
    "O8": ItemStatus.REVIEW,
    "O11": ItemStatus.MISSING,
    "O14": ItemStatus.OUTDATED,
    "O19": ItemStatus.REVIEW,
    "O22": ItemStatus.UNREACHABLE,
    "O25": ItemStatus.INCOMPLETE,
    "O26": ItemStatus.MISSING,
}
HOSTILE_TEXT = "<script>alert('x')</script> =cmd|'/c calc'!A1 \u202eกลับ\u202c\x07"


def evidence(code: str, title: str, status: ItemStatus, year: int | None, **changes: object) -> Evidence:
    """One piece of evidence of a made site, whole and right unless `changes` says otherwise."""
    url = f"{SITE}/files/{code.lower()}.pdf"
    piece = Evidence(
        url=url,
        final_url=url,
        found_on=HUB,
        link_text=f"{code} {title}",
        path=(f"{SITE}/", HUB, url),
        media_type="application/pdf",
        http_status=200,
        verification=Verification.OK,
        fiscal_year=year,
        fiscal_year_basis="title" if year else "none",
        machine_readable=False,
        open_data_stars=1,
        status=status,
        confidence=0.93,
        matched=(Match(title, "link"), Match(title, "title")),
        components=(
            ComponentResult(f"{code}.a", "หัวข้อหลักของข้อนี้", True, ComponentStatus.FOUND, f"…{title} ของเทศบาล…", "หน้า 1"),
            ComponentResult(f"{code}.b", "ผู้รับผิดชอบ", True, ComponentStatus.FOUND, "…ผู้รับผิดชอบ สำนักปลัด…", "หน้า 3"),
        ),
        fiscal_year_quote=f"ประจำปีงบประมาณ พ.ศ. {year}" if year else None,
        document_title=title,
    )
    return replace(piece, **changes)  # type: ignore[arg-type]


def _o1(title: str) -> tuple[tuple[Evidence, ...], tuple[Gap, ...]]:
    url = f"{SITE}/structure"
    piece = evidence(
        "O1",
        title,
        ItemStatus.INCOMPLETE,
        None,
        url=url,
        final_url=f"{SITE}/th/structure/",
        path=(f"{SITE}/", HUB, url),
        verification=Verification.REDIRECTED,
        media_type="text/html",
        components=(
            ComponentResult(
                "O1.chart",
                "แผนผังการแบ่งส่วนงานของหน่วยงาน",
                True,
                ComponentStatus.FOUND,
                "แผนผังโครงสร้างเทศบาล",
                "หัวข้อ “โครงสร้าง”",
            ),
            ComponentResult("O1.duty", "คำอธิบายหน้าที่และอำนาจ", True, ComponentStatus.NOT_FOUND),
            ComponentResult("O1.law", "ลิงก์ไปยังกฎหมายจัดตั้ง", False, ComponentStatus.NOT_FOUND),
            ComponentResult("O1.sub", "ส่วนงานย่อย", True, ComponentStatus.UNREADABLE, basis="inferred"),
        ),
        document_kind="page",
        notes=("หน้านี้มีรูปภาพ 3 รูปที่โปรแกรมอ่านไม่ได้",),
    )
    gaps = (
        Gap(
            GapKind.COMPONENT_MISSING,
            url,
            "O1.duty",
            "ไม่พบคำอธิบายหน้าที่และอำนาจของหน่วยงาน",
            "เพิ่มหัวข้อหน้าที่และอำนาจของหน่วยงานในหน้านี้",
        ),
        Gap(
            GapKind.COMPONENT_MISSING,
            url,
            "O1.sub",
            "ควรแสดงส่วนงานย่อย",
            "พิมพ์รายชื่อส่วนงานเป็นข้อความ ไม่ใช้รูปภาพอย่างเดียว",
            advisory=True,
            quote="โครงสร้างส่วนราชการเทศบาลตำบลห้วยทราย",
        ),
    )
    return (piece,), gaps


def _o22(title: str) -> tuple[tuple[Evidence, ...], tuple[Gap, ...]]:
    url = f"{SITE}/wp-content/uploads/2568/10/{quote(LONG_NAME)}.pdf"
    piece = evidence(
        "O22",
        title,
        ItemStatus.UNREACHABLE,
        None,
        url=url,
        final_url=url,
        path=(f"{SITE}/", HUB, url),
        verification=Verification.NOT_FOUND,
        http_status=404,
        media_type="text/html",
        components=(),
        document_title=None,
    )
    gap = Gap(
        GapKind.BROKEN_LINK, url, None, "ลิงก์เปิดไม่ได้ เว็บไซต์ตอบว่าไม่พบหน้า (404)", "อัปโหลดไฟล์ใหม่ หรือแก้ลิงก์ให้ตรงกับชื่อไฟล์"
    )
    return (piece,), (gap,)


def _o25(title: str) -> tuple[tuple[Evidence, ...], tuple[Gap, ...]]:
    url = "javascript:alert(document.domain)"
    hostile = evidence(
        "O25",
        title,
        ItemStatus.INCOMPLETE,
        2569,
        url=url,
        final_url=url,
        link_text=HOSTILE_TEXT,
        document_title='"><img src=x onerror=alert(1)>',
        path=(f"{SITE}/", url),
        components=(
            ComponentResult(
                "O25.a", "บทวิเคราะห์ผล ITA ปีก่อน ครบ 10 ตัวชี้วัด", True, ComponentStatus.FOUND, HOSTILE_TEXT, "หน้า 2"
            ),
            ComponentResult("O25.b", "ตารางมาตรการ พร้อมขั้นตอน ระยะเวลา และผู้รับผิดชอบ", True, ComponentStatus.NOT_FOUND),
        ),
    )
    gaps = (
        Gap(
            GapKind.COMPONENT_MISSING,
            url,
            "O25.b",
            "ไม่พบคอลัมน์ “ผู้รับผิดชอบ” ในตารางมาตรการ",
            "เพิ่มผู้รับผิดชอบของแต่ละมาตรการในตารางหน้า 3",
        ),
        Gap(GapKind.COMPONENT_MISSING, url, "O25.b", "ไม่พบระยะเวลา", "เพิ่มระยะเวลาของแต่ละมาตรการ"),
    )
    return (hostile,), gaps


def _finding(code: str, sub: str, required: int | None, title: str) -> Finding:
    status = STATUSES.get(code, ItemStatus.PASS)
    pieces: tuple[Evidence, ...] = ()
    gaps: tuple[Gap, ...] = ()
    near: tuple[NearMiss, ...] = ()
    reason = None
    if code in {"O1", "O22", "O25"}:
        pieces, gaps = {"O1": _o1, "O22": _o22, "O25": _o25}[code](title)
    elif status is ItemStatus.MISSING:
        gaps = (Gap(GapKind.MISSING, None, None, f"ไม่พบ{title}บนเว็บไซต์", f"เผยแพร่{title} แล้วใส่ลิงก์ในรายการ ITA"),)
        near = (
            NearMiss(
                f"{SITE}/news/2567/{quote('ประกาศราคากลาง')}%20%28ฉบับแก้ไข%29.pdf",
                f"{SITE}/news",
                "wrong_year",
                "สรุปผลของปีงบประมาณ พ.ศ. 2567",
            ),
            NearMiss(f"{SITE}/egp", f"{SITE}/", "wrong_kind", "เป็นประกาศเชิญชวน ไม่ใช่สรุปผลรายเดือน"),
        )
    elif status is ItemStatus.OUTDATED:
        pieces = (evidence(code, title, status, 2566, fiscal_year_basis="url", fiscal_year_quote="report_2566.pdf"),)
        gaps = (
            Gap(
                GapKind.WRONG_YEAR,
                pieces[0].url,
                None,
                "เป็นรายงานของปี 2566 แต่ข้อนี้กำหนดปี 2568",
                "เผยแพร่รายงานผลของปีงบประมาณ พ.ศ. 2568",
            ),
        )
    elif status is ItemStatus.REVIEW:
        scanned = tuple(
            ComponentResult(f"{code}.{n}", label, True, ComponentStatus.UNREADABLE)
            for n, label in enumerate(("ชื่อคู่มือ", "ขั้นตอน"))
        )
        pieces = (evidence(code, title, status, None, components=scanned, machine_readable=False, confidence=0.4),)
        reason = "เอกสารเป็นภาพสแกน ไม่มีชั้นข้อความ โปรแกรมจึงอ่านองค์ประกอบไม่ได้"
    else:
        pieces = (
            evidence(
                code, title, status, required, machine_readable=code == "O18", open_data_stars=3 if code == "O18" else 1
            ),
        )
    return Finding(
        code=code,
        title=title,
        sub_indicator=sub,
        required_fiscal_year=required,
        status=status,
        score=100 if status is ItemStatus.PASS else 0,
        confidence=0.4 if status is ItemStatus.REVIEW else 0.93,
        evidence=pieces,
        near_misses=near,
        gaps=gaps,
        provisional=code == "O26",
        reason=reason,
    )


def _links(findings: tuple[Finding, ...]) -> tuple[LinkCheck, ...]:
    offered = tuple(
        LinkCheck(
            piece.url,
            piece.found_on,
            piece.link_text,
            (finding.code,),
            piece.verification,
            piece.http_status,
            piece.final_url,
            1,
            "เปิดได้",
        )
        for finding in findings
        for piece in finding.evidence
        if piece.verification.opens
    )
    broken = next(piece for finding in findings if finding.code == "O22" for piece in finding.evidence)
    return (
        *offered,
        LinkCheck(
            broken.url, HUB, broken.link_text, ("O22",), Verification.NOT_FOUND, 404, broken.url, 2, "404 Not Found"
        ),
        LinkCheck(
            "http://localhost/ita.pdf",
            HUB,
            "",
            (),
            Verification.INVALID_URL,
            None,
            "http://localhost/ita.pdf",
            0,
            "ชี้ไปที่เครื่องของผู้จัดทำเว็บไซต์เอง",
        ),
        LinkCheck(
            "https://drive.example.com/file/d/1a2b3c/view",
            HUB,
            "เปิดข้อมูล",
            ("O19",),
            Verification.LOGIN_REQUIRED,
            200,
            "https://accounts.example.com/login",
            2,
            "ต้องเข้าสู่ระบบ จึงเปิดดูไม่ได้",
        ),
        LinkCheck(
            f"{SITE}/guarded",
            HUB,
            HOSTILE_TEXT,
            ("O8",),
            Verification.BLOCKED,
            403,
            f"{SITE}/guarded",
            2,
            "เว็บไซต์ปฏิเสธโปรแกรมตรวจ",
        ),
    )


def _subs(findings: tuple[Finding, ...]) -> tuple[SubIndicatorScore, ...]:
    named = {
        "9.1": ("ข้อมูลพื้นฐาน", 75.0, 2.5),
        "9.2": ("การบริหารงานและการใช้จ่ายงบประมาณ", 83.33, 1.67),
        "9.3": ("การจัดซื้อจัดจ้าง", 50.0, 5.0),
        "9.4": ("การบริหารและพัฒนาทรัพยากรบุคคล", 66.67, 3.33),
        "9.5": ("การส่งเสริมความโปร่งใส", 75.0, 2.5),
        "10.1": ("การดำเนินการเพื่อป้องกันการทุจริตในประเด็นสินบน", 66.67, 8.33),
        "10.2": ("การส่งเสริมคุณธรรมและความโปร่งใส", 66.67, 8.33),
    }
    counted = [finding for finding in findings if not finding.provisional]
    return tuple(
        SubIndicatorScore(
            code=code,
            name=name,
            score=marks,
            items=len(own := [finding for finding in counted if finding.sub_indicator == code]),
            passed=sum(finding.status is ItemStatus.PASS for finding in own),
            gaps=sum(finding.status is not ItemStatus.PASS for finding in own),
            item_codes=tuple(finding.code for finding in own),
            points_per_item=points,
        )
        for code, (name, marks, points) in named.items()
    )


def sample_report() -> GapReport:
    findings = tuple(_finding(*item) for item in ITEMS)
    return GapReport(
        schema_version=1,
        generator=Generator("oit-checker", "0.1.0"),
        agency=Agency(
            "เทศบาลตำบลห้วยทราย", f"{SITE}/", ("www.huaisai.example.go.th",), AgencyKind.LOCAL_GOVERNMENT, "เทศบาลตำบล"
        ),
        checklist=ChecklistRef(
            "nacc-2569", 2569, "nacc", "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. 2569", "draft"
        ),
        run=RunInfo(
            id="01JCZ7Q4T2",
            started_at=datetime(2026, 11, 20, 1, 0, tzinfo=BANGKOK),
            finished_at=datetime(2026, 11, 20, 1, 8, 32, tzinfo=BANGKOK),
            outcome="completed",
            reason=None,
            pages_crawled=1412,
            documents_read=57,
            urls_verified=603,
            pages_rendered=0,
            bytes_downloaded=184_223_311,
            seconds=512.4,
            limits=Limits(2000, 6, 30),
            notes=("รายการ ITA ของปี 2569 อ่านได้ครบ",),
        ),
        score=Score(
            oit=68.34,
            oit_if_reviewed=72.51,
            indicators=(IndicatorScore("9", "การเปิดเผยข้อมูล", 70.0), IndicatorScore("10", "การป้องกันการทุจริต", 66.67)),
            levels_ruled_out=("ผ่านดีเยี่ยม", "ผ่านดี"),
        ),
        sub_indicators=_subs(findings),
        items=findings,
        links=_links(findings),
        hubs=(HubInfo(HUB, 2569, "nacc", 26, ("ข้อ O11 ไม่มีลิงก์", "รหัส O22 พิมพ์ซ้ำสองครั้ง")),),
    )


@pytest.fixture
def report() -> GapReport:
    """The made report: 25 counted items and a provisional one, a completed run."""
    return sample_report()


@pytest.fixture
def cut_short() -> Callable[[GapReport, str], GapReport]:
    """The same report of a run that ended `partial` or `failed`."""

    def ended(report: GapReport, outcome: str) -> GapReport:
        reason = "ครบเวลา 30 นาทีก่อนเปิดอ่านครบทุกหน้า" if outcome == "partial" else "เชื่อมต่อเว็บไซต์ไม่ได้"
        return replace(report, run=replace(report.run, outcome=outcome, reason=reason))  # type: ignore[arg-type]

    return ended
