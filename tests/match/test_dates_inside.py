"""Last year's report or deed under this year's title, and what rightly names another year."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.dates_inside import dated_inside
from oit_checker.model.page import Link, Page, PageKind, Passage, Table
from oit_checker.model.year import FiscalYear

CHECKLIST = load_checklist("nacc-2569")
OLD = "ผลงานสำคัญในปีงบประมาณ พ.ศ. 2567 (1 ต.ค. 2566 – 30 ก.ย. 2567)"


def doubt(code: str, title: str, *lines: str, kind: PageKind = PageKind.HTML) -> str | None:
    item = CHECKLIST.item(code)
    assert item is not None
    wanted = item.evidence_year.seen_from(CHECKLIST.year)
    assert wanted is not None
    passages = (Passage(title, is_heading=True), *map(Passage, lines))
    links = (Link("https://www.example.go.th/67", "/67", "ผลงาน 1 ตุลาคม 2566 - 30 กันยายน 2567"),)
    return dated_inside(item, Page("https://www.example.go.th/p", kind, title, passages, links=links), wanted)


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.DOCX])
@pytest.mark.parametrize(
    ("lines", "is_doubted"),
    [
        pytest.param((OLD, "อบรม 40 คน"), True, id="a whole year before"),
        pytest.param(("ผลระหว่างเดือนตุลาคม 2566 ถึงกันยายน 2567",), True, id="in months"),
        pytest.param(("ข้อมูล ณ วันที่ 30 กันยายน 2567",), True, id="as of the last day of the year before"),
        pytest.param(("ผลงานสำคัญในปีงบประมาณ พ.ศ. 2568 (1 ต.ค. 2567 – 30 ก.ย. 2568)",), False, id="of the year"),
        pytest.param((OLD, "ผลงานปีงบประมาณ พ.ศ. 2568 อบรม 40 คน"), False, id="of both years"),
        pytest.param(("เทียบกับ 1 ต.ค. 2566 – 30 ก.ย. 2567 เพิ่มขึ้น",), False, id="a comparison"),
        pytest.param(("ตามมติเมื่อวันที่ 3 กันยายน 2567 อบรม 40 คน",), False, id="the day of a decision"),
        pytest.param(("ผลงาน 1 ตุลาคม 2566 - 30 กันยายน 2567",), False, id="a link to another report"),
        pytest.param((*(f"โครงการที่ {n}" for n in range(8)), OLD), False, id="far below"),
    ],
)
def test_a_report_of_another_whole_year(lines: tuple[str, ...], is_doubted: bool, kind: PageKind) -> None:
    assert (doubt("O7", "รายงานผลการดำเนินงาน ประจำปี 2568", *lines, kind=kind) is not None) is is_doubted


@pytest.mark.parametrize(
    ("title", "lines", "is_doubted"),
    [
        pytest.param("เวทีรับฟังความเห็น 2569", ("วัน เวลา สถานที่: ๒๔ เมษายน ๒๕๖๘ ห้องประชุม",), True, id="last year's"),
        pytest.param("เวทีรับฟังความเห็น 2569", ("จัดเวทีเมื่อวันที่ 24 เมษายน 2568",), True, id="in a sentence"),
        pytest.param(
            "เวที 2569", ("จัดเวทีเมื่อวันที่ 24 เมษายน 2568", "โพสต์เมื่อ 5 พ.ค. 2569"), True, id="put on the web this year"
        ),
        pytest.param("เวทีรับฟังความเห็น 2569", ("วัน เวลา สถานที่: 24 เมษายน 2569 ห้องประชุม",), False, id="of the year"),
        pytest.param("เวที 2569", ("ครั้งที่ 1 จัดเมื่อ 24 ก.ย. 2568", "ครั้งที่ 2 จัดเมื่อ 3 ต.ค. 2568"), False, id="the later one"),
        pytest.param("เวที 24 เมษายน 2569", ("ต่อจากที่ประชุมเมื่อ 3 พ.ค. 2568",), False, id="a day in the title"),
        pytest.param("เวที 2569", ("ตามหนังสือ ลงวันที่ 3 พ.ค. 2568 ได้จัดประชุม",), False, id="the day of a letter"),
        pytest.param("เวที 2569", ("พ.ร.บ. ประกาศเมื่อวันที่ 3 พ.ค. 2562 ให้จัดรับฟัง",), False, id="the day of a law"),
        pytest.param("เวที 2569", ("ประชาชน 40 คน เห็นชอบ",), False, id="no day"),
    ],
)
def test_deeds_before_the_year(title: str, lines: tuple[str, ...], is_doubted: bool) -> None:
    assert (doubt("O19", title, *lines) is not None) is is_doubted


@pytest.mark.parametrize("code", ["O5", "O6", "O13", "O21", "O23"])
def test_a_plan_is_approved_before_its_year(code: str) -> None:
    lines = ("ประชุมพิจารณาแผนเมื่อวันที่ 3 กันยายน 2568", "จัดประชาคมเมื่อวันที่ 5 สิงหาคม 2568")
    assert doubt(code, "แผนปฏิบัติการ ประจำปี 2569", *lines) is None


def test_last_years_report_due_this_year_is_of_the_year_asked() -> None:
    assert FiscalYear(2568) == CHECKLIST.year.previous
    assert doubt("O24", "รายงานผล ประจำปี 2568", "ข้อมูล ณ วันที่ 30 กันยายน 2568") is None


MONTHS = ("ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "กันยายน")


@pytest.mark.parametrize(
    ("years", "is_doubted"),
    [
        pytest.param((2566, 2566, 2566, 2567, 2567, 2567), True, id="the year before"),
        pytest.param((2567, 2567, 2567, 2568, 2568, 2568), False, id="the year itself"),
        pytest.param((2566, 2566, 2566, 2567, 2567, 2568), False, id="one of them reaches into it"),
        pytest.param((None,) * 6, False, id="months without years"),
    ],
)
@pytest.mark.parametrize("is_numbered", [False, True])
def test_the_months_of_a_table_are_of_the_year_of_its_title(
    years: tuple[int | None, ...], is_doubted: bool, is_numbered: bool
) -> None:
    names = [f"{month} {year or ''}".strip() for month, year in zip(MONTHS, years, strict=True)]
    rows = tuple((*((str(at),) if is_numbered else ()), name, "0", "0") for at, name in enumerate(names, 1))
    head = (*(("ที่",) if is_numbered else ()), "เดือน", "รับเรื่อง", "เสร็จแล้ว")
    page = Page("https://www.example.go.th/p", PageKind.HTML, "สถิติ 2568", (), tables=(Table(head, rows),))
    item = CHECKLIST.item("O18")
    assert item is not None
    assert (dated_inside(item, page, FiscalYear(2568)) is not None) is is_doubted


@pytest.mark.parametrize(
    ("names", "is_doubted"),
    [
        pytest.param(("ต.ค. 66", "พ.ย. 66", "ธ.ค. 66", "ม.ค. 67"), True, id="four months"),
        pytest.param(("ต.ค. 66", "ต.ค. 66", "พ.ย. 66", "พ.ย. 66"), False, id="two months, each in two rows"),
        pytest.param(
            ("ต.ค. 66", "พ.ย. 66", "ธ.ค. 66", "ม.ค. 67", "ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม"),
            False,
            id="as many months that are of the title's year",
        ),
        pytest.param(("ต.ค. 66", "พ.ย. 66", "ธ.ค. 66", "ม.ค. 67", "กุมภาพันธ์"), True, id="one month without its year"),
    ],
)
def test_distinct_months_tell_the_year_of_a_table(names: tuple[str, ...], is_doubted: bool) -> None:
    table = Table(("เดือน", "รับเรื่อง"), tuple((name, "0") for name in names))
    page = Page("https://www.example.go.th/p", PageKind.PDF, "สถิติ 2568", (), tables=(table,), laid_out=(table,))
    item = CHECKLIST.item("O18")
    assert item is not None
    assert (dated_inside(item, page, FiscalYear(2568)) is not None) is is_doubted
