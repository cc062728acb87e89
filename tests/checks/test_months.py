"""Months of สขร.1: which are told, and which must be there by the day of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.checks.months import months_due
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus, lacking_parts
from oit_checker.model.page import Link, Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

FOUND, NOT_FOUND = ComponentStatus.FOUND, ComponentStatus.NOT_FOUND
YEAR = FiscalYear(2569)
SIX = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค."]
HEAD = ("ลำดับ", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงิน")
ROW = ("1", "ซื้อวัสดุสำนักงาน", "15,000")


def seen(page: Page, today: date = date(2026, 4, 30), **params: object) -> ComponentResult:
    component = Component.model_validate(
        {
            "id": "O11.x",
            "label_th": "เดือน",
            "required": True,
            "basis": Basis.CONFIRMED,
            "check": "months",
            "with": params,
        }
    )
    return look(component, Matter(page, PhraseIndex(["สขร"]), today), wanted=YEAR)


def sheets(names: Sequence[str], rows: Sequence[tuple[str, ...]] = (ROW,), url: str = "a.xlsx") -> Page:
    tables = tuple(Table(HEAD, tuple(rows), sheet=name) for name in names)
    return Page(f"https://x.go.th/{url}", PageKind.XLSX, "สขร.1 ปีงบประมาณ พ.ศ. 2569", tables=tables)


def lines(*texts: str, kind: PageKind = PageKind.PDF) -> Page:
    passages = tuple(Passage(text, page_no=number) for number, text in enumerate(texts, start=1))
    return Page("https://x.go.th/a.pdf", kind, "แบบ สขร.1", passages)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(date(2025, 10, 31), (), id="no month has ended"),
        pytest.param(date(2025, 11, 1), (10,), id="October has"),
        pytest.param(date(2026, 2, 28), (10, 11, 12, 1), id="February ends today"),
        pytest.param(date(2026, 3, 1), (10, 11, 12, 1, 2), id="February has ended"),
        pytest.param(date(2026, 9, 30), (10, 11, 12, 1, 2, 3), id="no more than asked"),
    ],
)
def test_months_due(today: date, expected: tuple[int, ...]) -> None:
    assert months_due(YEAR, today, 6) == expected


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(sheets(["ต.ค.68", "พ.ย.68", "ธ.ค.68", "ม.ค.69", "ก.พ.69", "มี.ค.69"]), id="sheets"),
        pytest.param(sheets(["ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม"]), id="sheets without year"),
        pytest.param(lines(*(f"ประจำเดือน {month}" for month in (*SIX, "พ.ศ. ๒๕๖๙"))), id="pages of a PDF"),
        pytest.param(lines("ไตรมาสที่ 1 (ต.ค. - ธ.ค. 2568)", "ไตรมาสที่ 2 (ม.ค. - มี.ค. ๒๕๖๙)"), id="quarters"),
    ],
)
def test_the_first_months_are_told(page: Page) -> None:
    result = seen(page, first_months=6)
    assert result.status is FOUND
    assert result.due == result.parts == tuple(SIX)
    assert result.snippet
    assert result.place


@pytest.mark.parametrize("said", ["ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", "เดือนนี้ไม่มีการจัดซื้อจัดจ้าง", "เดือนตุลาคม 2568 ไม่มีการจัดซื้อ"])
def test_a_month_without_purchases_counts_once_it_is_said(said: str) -> None:
    result = seen(sheets(["ต.ค.68"], rows=[(said, "", "")]), first_months=6)
    assert result.parts == ("ต.ค.",)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(sheets(["ต.ค.68"], rows=[]), id="a sheet with a head only"),
        pytest.param(sheets(["ต.ค.68"], rows=[("1", "", "")]), id="a sheet with a number only"),
        pytest.param(lines("ประจำเดือนตุลาคม 2568 อยู่ระหว่างจัดทำ"), id="still to come"),
        pytest.param(lines("ประจำเดือนตุลาคม 2567"), id="last year's"),
        pytest.param(lines("ปีงบประมาณ พ.ศ. 2569 ใบสั่งซื้อลงวันที่ 7 ต.ค. 2568"), id="the day of a contract"),
        pytest.param(lines("รายงานตุลาคม 2568 - มีนาคม 2569"), id="half a year in the title"),
        pytest.param(
            Page(
                "https://x.go.th/",
                PageKind.HTML,
                "ปีงบประมาณ พ.ศ. 2569",
                (Passage("สขร.1 ต.ค.68"),),
                links=(Link("https://x.go.th/a.pdf", "a.pdf", "สขร.1 ต.ค.68"),),
            ),
            id="a link only announces",
        ),
    ],
)
def test_what_tells_no_month(page: Page) -> None:
    result = seen(page, first_months=6)
    assert (result.status, result.parts) == (NOT_FOUND, ())


def test_the_lacking_months_are_named() -> None:
    result = seen(lines("ประจำเดือนตุลาคม 2568", "ประจำเดือนธันวาคม 2568"), first_months=6, today=date(2026, 1, 15))
    assert result.status is NOT_FOUND
    assert result.note == "พบ 2 เดือน: ต.ค. · ธ.ค. ยังไม่พบ: พ.ย."


def test_a_file_tells_its_month_by_its_name() -> None:
    page = sheets(["Sheet1"], url="สขร1_เดือน_ต.ค.68.xlsx")
    assert seen(page, first_months=6).parts == ("ต.ค.",)


def test_before_any_month_has_ended_none_is_due() -> None:
    assert seen(lines("ประจำเดือนตุลาคม 2568"), first_months=6, today=date(2025, 10, 20)).status is FOUND


def test_monthly_files_are_whole_together() -> None:
    files = [seen(lines(f"ประจำเดือน {month} ปีงบประมาณ พ.ศ. 2569"), first_months=6) for month in SIX]
    assert {one.status for one in files} == {NOT_FOUND}
    assert lacking_parts(files) == ()
    assert lacking_parts(files[1:]) == ("ต.ค.",)
    assert lacking_parts([]) is None


@pytest.mark.parametrize(
    "text",
    [
        "สรุปผลการจัดซื้อจัดจ้าง ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2569",
        "ปีงบประมาณ พ.ศ. 2569 ลงวันที่ 7 ต.ค. 2568",
        "ตุลาคม 2568 - มีนาคม 2569",
    ],
)
def test_one_month_is_enough_where_one_is_asked(text: str) -> None:
    assert seen(lines(text)).status is FOUND


def test_a_gantt_chart_in_colours_shows_its_months() -> None:
    table = Table(("โครงการ", "ต.ค.", "พ.ย.", "ธ.ค."), (("อบรม", "", "", ""),))
    page = Page("https://x.go.th/a.xlsx", PageKind.XLSX, "แผน", tables=(table,))
    component = Component.model_validate(
        {"id": "O6.x", "label_th": "เวลา", "required": True, "basis": Basis.CONFIRMED, "check": "period"}
    )
    assert look(component, Matter(page, PhraseIndex(["สขร"]), date(2026, 4, 30)), wanted=YEAR).status is FOUND


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(("ในรอบเดือนสิงหาคม พ.ศ. 2568", "ลงวันที่ 5 ตุลาคม 2568"), NOT_FOUND, id="signed in the next year"),
        pytest.param(("ในรอบเดือนตุลาคม พ.ศ. 2568", "ลงวันที่ 5 พฤศจิกายน 2568"), FOUND, id="called and signed in it"),
    ],
)
def test_the_month_that_is_called_goes_before_the_day_of_signing(
    texts: tuple[str, ...], expected: ComponentStatus
) -> None:
    assert seen(lines(*texts)).status is expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(("สรุปผลการจัดซื้อจัดจ้าง ประจำปีงบประมาณ 2569",), FOUND, id="a year is whole unless told"),
        pytest.param(("ประจำปีงบประมาณ 2569", "ข้อมูล 1 ตุลาคม 2568 ถึง 31 มีนาคม 2569"), NOT_FOUND, id="half of it"),
        pytest.param(("ประจำปีงบประมาณ 2569 รอบ 6 เดือนแรก",), NOT_FOUND, id="the first half"),
        pytest.param(("ปีงบประมาณ 2569 (๑ เมษายน ๒๕๖๙ - ๓๐ กันยายน ๒๕๖๙)",), NOT_FOUND, id="the second half"),
        pytest.param(("ปีงบประมาณ 2569 ระหว่าง 1 ต่ลาคม 2568 ถึง 31 พฤษภาคม 2569",), NOT_FOUND, id="eight months, damaged"),
        pytest.param(
            ("ประจำปีงบประมาณ 2569 จ้างเหมาดูแลสวน", "สัญญา 1 มกราคม 2569 - 30 มิถุนายน 2569"),
            FOUND,
            id="the term of a contract is none of the year's",
        ),
        pytest.param(("ประจำปีงบประมาณ 2569", "1 ต.ค. 2568 - 30 ก.ย. 2569"), FOUND, id="from end to end"),
        pytest.param(("ประจำปีงบประมาณ 2567",), NOT_FOUND, id="another year"),
    ],
)
def test_a_whole_year(texts: tuple[str, ...], expected: ComponentStatus) -> None:
    assert seen(lines(*texts), full_year=True).status is expected


def test_the_range_in_a_files_name_is_told_by_its_sheets() -> None:
    names = [f"{name} {68 if at < 3 else 69}" for at, name in enumerate(SIX[:5])]
    found = seen(sheets(names, url="https://www.example.go.th/skr_oct68-mar69_มี.ค.69.xlsx"), first_months=6)
    assert found.status is NOT_FOUND
    assert "มี.ค." not in found.parts


def test_a_files_name_tells_its_month_where_the_text_names_none() -> None:
    url = "https://www.example.go.th/สขร.1_มี.ค.69.pdf"
    page = Page(url, PageKind.PDF, None, (Passage("สรุปผลการจัดซื้อจัดจ้าง 1 ซื้อวัสดุสำนักงาน 15,000 บาท", page_no=1),))
    assert "มี.ค." in (seen(page, min_months=1).note or "")
    empty = Page(url, PageKind.PDF, None, (Passage("ยังไม่มีข้อมูล", page_no=1),))
    assert "มี.ค." not in (seen(empty, min_months=1).note or "")
