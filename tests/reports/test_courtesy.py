from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from openpyxl import load_workbook
from rich.console import Console

from oit_checker.config import Politeness
from oit_checker.model.report import Busiest, Courtesy, GapReport, SlowedHost
from reports import render
from reports.courtesy import HEADING, MOST_SLOWED, courtesy_line, courtesy_rows
from reports.terminal import print_summary
from reports.to_json import dump, load, validate

START = datetime.fromisoformat("2026-11-20T01:00:00+07:00")
COURTESY = Courtesy(
    user_agent="oit-checker/0.1.0 (+checks public disclosure for the agency itself; contact: ita@example.go.th)",
    crawl_requests=1500,
    verification_requests=640,
    bytes_downloaded=184_223_311,
    first_request_at=START,
    last_request_at=START + timedelta(minutes=8),
    crawl_busiest=Busiest("www.huaisai.example.go.th", 19, 20.0),
    verification_busiest=Busiest("203.0.114.7", 20, 20.0, 2, 2),
    not_modified=1200,
    slowed=(
        SlowedHost("files.example.com", "crawl_delay", 10.0),
        SlowedHost("files.example.com", "busy", 0.0),
        SlowedHost("old.example.go.th", "retry_after", 30.0),
    ),
    crawl_skipped={"robots": 3, "trap": 12, "off_site": 0},
    verification_skipped={"budget": 7},
)


def courteous(report: GapReport, courtesy: Courtesy | None = COURTESY) -> GapReport:
    return replace(report, run=replace(report.run, courtesy=courtesy))


TOLD = {
    "แจ้งตัวตนว่า": (
        "โปรแกรม oit-checker ตรวจการเปิดเผยข้อมูลสาธารณะเพื่อหน่วยงานเอง ติดต่อผู้ตรวจได้ที่ ita@example.go.th "
        f"(ข้อความที่ส่ง “{COURTESY.user_agent}”)"
    ),
    "คำขอที่ส่ง": "สำรวจเว็บไซต์ 1,500 ครั้ง ตรวจลิงก์ 640 ครั้ง",
    "ช่วงเวลา": "20 พฤศจิกายน 2569 เวลา 01.00 น. ถึง 20 พฤศจิกายน 2569 เวลา 01.08 น.",
    "ถี่ที่สุดเมื่อสำรวจ": "19 ครั้งใน 10 วินาที ที่ www.huaisai.example.go.th (กำหนดไม่เกิน 20 ครั้ง) นับตามเวลาที่ได้รับคำตอบ",
    "ถี่ที่สุดเมื่อตรวจลิงก์": "20 ครั้งใน 10 วินาที ที่ 203.0.114.7 (กำหนดไม่เกิน 20 ครั้ง)",
    "เปิดพร้อมกันสูงสุด": "2 คำขอต่อเครื่องแม่ข่าย (กำหนดไม่เกิน 2 คำขอ)",
    "ไม่เปลี่ยนจากรอบก่อน": "หน้าและไฟล์ 1,200 รายการ",
    "เครื่องแม่ข่ายที่ขอให้ช้าลง": (
        "files.example.com: robots.txt ขอให้เว้นระหว่างคำขอ (Crawl-delay) จึงเว้น 10 วินาที\n"
        "files.example.com: แจ้งว่ารับคำขอไม่ทัน (429 หรือ 503) จึงลดความถี่\n"
        "old.example.go.th: ขอให้รอ 30 วินาที (Retry-After)"
    ),
    "ไม่ได้เปิดเมื่อสำรวจ": "robots.txt ไม่อนุญาต 3 ที่อยู่ · หน้าซ้ำที่ไม่ใช่เนื้อหา 12 ที่อยู่",
    "ไม่ได้เปิดเมื่อตรวจลิงก์": "ครบขอบเขตหรือหมดเวลาของรอบตรวจ 7 ที่อยู่",
}


def test_rows() -> None:
    assert dict(courtesy_rows(COURTESY)) == TOLD


def test_what_is_not_known_has_no_row() -> None:
    assert set(dict(courtesy_rows(Courtesy("x")))) == {"แจ้งตัวตนว่า", "คำขอที่ส่ง"}
    assert courtesy_rows(None) == ()


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        pytest.param("", "ไม่ได้ระบุผู้ติดต่อ", id="nobody named"),
        pytest.param("ita@example.go.th", "ติดต่อผู้ตรวจได้ที่ ita@example.go.th", id="somebody named"),
    ],
)
def test_who_asked_reads_so_in_thai_and_is_quoted_as_it_was_sent(contact: str, said: str) -> None:
    agent = Politeness(contact=contact).agent
    told = dict(courtesy_rows(Courtesy(agent)))["แจ้งตัวตนว่า"]
    assert told.startswith("โปรแกรม oit-checker")
    assert said in told
    assert told.endswith(f"“{agent}”)")


def test_many_hosts_are_cut_and_counted() -> None:
    hosts = tuple(SlowedHost(f"{n}.example.com", "busy", 0.0) for n in range(MOST_SLOWED + 3))
    lines = dict(courtesy_rows(replace(COURTESY, slowed=hosts)))["เครื่องแม่ข่ายที่ขอให้ช้าลง"].splitlines()
    assert len(lines) == MOST_SLOWED + 1
    assert lines[-1] == "และอีก 3 รายการ"


def test_every_form_shows_the_section(report: GapReport) -> None:
    page = render(courteous(report), "html").decode()
    book = load_workbook(io.BytesIO(render(courteous(report), "xlsx")))
    cells = {cell for row in book["สรุป"].iter_rows(values_only=True) for cell in row}
    assert HEADING in page
    for label, told in TOLD.items():
        assert label in page
        assert all(line in page for line in told.splitlines())
        assert {label, told} <= cells


def test_an_older_report_has_no_such_section(report: GapReport) -> None:
    assert HEADING not in render(courteous(report, None), "html").decode()
    plain = dump(courteous(report)).decode()
    old = plain.replace('"courtesy": {', '"something_unknown": {')
    assert load(old).run.courtesy is None


def test_json_holds_it_as_the_schema_says(report: GapReport) -> None:
    body = dump(courteous(report))
    validate(body)
    assert load(body).run.courtesy == COURTESY


@pytest.mark.parametrize(
    ("courtesy", "told"),
    [
        pytest.param(
            COURTESY,
            "ส่งคำขอ 2,140 ครั้ง หน้าและไฟล์ไม่เปลี่ยนจากรอบก่อน 1,200 รายการ"
            " ถี่ที่สุด 20 ครั้งใน 10 วินาที (กำหนดไม่เกิน 20 ครั้ง) ลดความถี่ตามที่ขอ 2 แห่ง",
            id="with a rate",
        ),
        pytest.param(
            Courtesy("x", 3, 4, verification_busiest=Busiest("h", 4, None)),
            "ส่งคำขอ 7 ครั้ง ถี่ที่สุด 4 ครั้งใน 10 วินาที",
            id="without a rate",
        ),
        pytest.param(Courtesy("x", 1), "ส่งคำขอ 1 ครั้ง", id="nothing was answered"),
        pytest.param(None, "", id="an older report"),
    ],
)
def test_one_line_on_the_terminal(report: GapReport, courtesy: Courtesy | None, told: str) -> None:
    assert courtesy_line(courtesy) == told
    out = io.StringIO()
    print_summary(courteous(report, courtesy), Console(file=out, width=200, force_terminal=False))
    assert told in out.getvalue()
