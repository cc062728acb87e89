"""Tables of results without lines: rows are told where places leave no doubt, and a blank cell is never hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.model.page import Page

HIGH = 20  # points from line to line
Lines = Sequence[Sequence[str]]
Read = Callable[..., Page]

TWO = (("มาตรการตามแผน", "ผลที่ได้ทำจริง"), ("หมุนเวียนผู้ตรวจ", "หมุนเวียน 2 ครั้ง"), ("ตรวจรถ", "สุ่มตรวจ 60 ครั้ง"))
THREE = (("โครงการ", "ผลการดำเนินงาน", "งบประมาณที่ใช้"), ("สร้างเครือข่าย", "6 เขต", "45,000"), ("อบรม", "96 คน", "9,000"))
COUNTED = (
    ("ที่", "โครงการ", "ผลการดำเนินงาน"),
    ("1", "สร้างเครือข่ายเกษตรกร", "ตั้งแล้ว"),
    ("", "เฝ้าระวังการทุจริต", "6 เขต"),
    ("2", "อบรม", "96 คน"),
)


def drawing(lines: Lines, *, top: int = 700, more: Sequence[tuple[str, float, float]] = ()) -> bytes:
    """A page with the texts of each line at the places of its columns."""
    places = [(text, 54 + 140 * at, top - HIGH * row) for row, line in enumerate(lines) for at, text in enumerate(line)]
    out = [
        f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
        for text, x, y in (*places, *more)
        if text
    ]
    return "\n".join(out).encode()


@pytest.fixture
def read(pdf: Callable[..., bytes]) -> Read:
    return lambda *pages: read_pdf(pdf(*pages), url="https://www.example.go.th/a.pdf")


def rows(page: Page) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in page.laid_out]


@pytest.mark.parametrize("lines", [TWO, THREE], ids=["two columns", "three columns"])
def test_lines_that_fill_all_columns_are_rows(lines: Lines, read: Read) -> None:
    page = read(drawing(lines, more=[("จึงเรียนมาเพื่อโปรดทราบ", 54, 400)]))
    assert [table.header for table in page.laid_out] == [tuple(lines[0])]
    assert rows(page) == [tuple(lines[1:])]


def test_counted_rows_begin_at_their_number(read: Read) -> None:
    assert rows(read(drawing(COUNTED))) == [
        (("1", "สร้างเครือข่ายเกษตรกร เฝ้าระวังการทุจริต", "ตั้งแล้ว 6 เขต"), ("2", "อบรม", "96 คน"))
    ]


def test_a_blank_cell_of_a_counted_row_stays_blank(read: Read) -> None:
    lines = (COUNTED[0], ("1", "สร้างเครือข่าย", ""), ("2", "อบรม", ""))
    assert rows(read(drawing(lines))) == [(("1", "สร้างเครือข่าย", ""), ("2", "อบรม", ""))]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((TWO[0], TWO[1], ("ตรวจรถ", "")), id="a row without a result, or a name that goes on"),
        pytest.param((TWO[0], ("หมุนเวียน", ""), ("ตรวจรถ", "")), id="nothing in the column"),
        pytest.param((TWO[0], TWO[1], ("", "สุ่มตรวจ")), id="a result that goes on, or is of another row"),
        pytest.param(
            (COUNTED[0], ("1", "สร้าง", ""), ("", "", "ตั้งแล้ว"), COUNTED[3]), id="a result below the line of its number"
        ),
        pytest.param((*TWO, ("ขอรับรองว่าข้อมูลข้างต้นเป็นความจริงทุกประการและครบถ้วน",)), id="text across the columns"),
        pytest.param((("โครงการ", "ผู้รับผิดชอบ"), ("อบรม", "กองคลัง"), ("ประชุม", "กองช่าง")), id="no results"),
        pytest.param(TWO[:2], id="one row"),
    ],
)
def test_where_there_is_a_doubt_no_rows_are_told(lines: Lines, read: Read) -> None:
    assert rows(read(drawing(lines))) == []


def test_a_line_of_sums_ends_the_rows(read: Read) -> None:
    assert rows(read(drawing((*THREE, ("รวม", "", "54,000"))))) == [tuple(THREE[1:])]


def test_a_table_that_may_go_on_over_the_page_is_not_told(read: Read) -> None:
    assert rows(read(drawing(THREE), drawing((("ตรวจรถ", ""),)))) == []
    ended = drawing(THREE, more=[("จึงเรียนมาเพื่อโปรดทราบ", 54, 400)])
    assert rows(read(ended, drawing((("ภาพกิจกรรม",),)))) == [tuple(THREE[1:])]


def test_a_number_in_a_lower_font_stands_in_the_line_of_its_row(read: Read) -> None:
    told = [("1", "สร้างเครือข่าย", "6 เขต"), ("2", "อบรม", "96 คน")]
    placed = [
        (text, 54.0 + 140 * at, 680.0 - HIGH * number - 4 * (at == 0))
        for number, row in enumerate(told)
        for at, text in enumerate(row)
    ]
    assert rows(read(drawing(COUNTED[:1], more=placed))) == [tuple(told)]


def test_what_comes_again_after_a_gap_may_be_of_the_next_row(read: Read) -> None:
    lines = (*COUNTED[:2], ("", "เฝ้าระวัง", ""), ("", "การทุจริต", "6 เขต"), COUNTED[3])
    assert rows(read(drawing(lines))) == []
