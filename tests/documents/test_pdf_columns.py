"""Empty columns of a PDF's tables: told by where things stand, and only where that leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.model.page import Page

NAMES = ("โครงการ", "งบประมาณ", "ผลการดำเนินการ", "ผู้รับผิดชอบ")
EDGES = (50, 150, 250, 350, 450)
ROWS = (("อบรม", "5,000", "", "กองคลัง"), ("ประชุม", "800", "", "สำนักปลัด"))
HIGH = 20  # points from row to row
Rows = Sequence[tuple[str, ...]]


def text_at(text: str, x: float, y: float) -> str:
    return f"BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def drawing(
    rows: Rows, *, top: int = 700, lines: str = "slim", head: Sequence[str] = NAMES, more: Sequence[str] = ()
) -> bytes:
    """A page with one table; lines are slim boxes, boxes around cells, strokes, or none."""
    cells = [*([tuple(head)] if head else []), *rows]
    out = [*more]
    for number, row in enumerate(cells):
        y = top - HIGH * number
        out += [text_at(cell, EDGES[at] + 4, y + 6) for at, cell in enumerate(row) if cell]
        if lines == "slim":
            out += [f"{x} {y} 0.5 {HIGH} re f" for x in EDGES]
        elif lines == "cells":
            out += [f"{x} {y} 100 {HIGH} re S" for x in EDGES[:-1]]
        elif lines == "strokes":
            out += [f"0.5 w {x} {y} m {x} {y + HIGH} l S" for x in EDGES]
    return "\n".join(out).encode()


@pytest.fixture
def read(pdf: Callable[..., bytes]) -> Callable[..., Page]:
    return lambda *pages: read_pdf(pdf(*pages), url="https://www.example.go.th/a.pdf")


def empty(page: Page) -> list[tuple[str, ...]]:
    return [table.empty for table in page.tables]


@pytest.mark.parametrize("lines", ["slim", "cells", "strokes"])
def test_a_column_between_lines_without_a_word_is_empty(lines: str, read: Callable[..., Page]) -> None:
    page = read(drawing(ROWS, lines=lines))
    assert empty(page) == [("ผลการดำเนินการ",)]
    assert page.tables[0].header == ("โครงการ", "งบประมาณ", "", "ผู้รับผิดชอบ")
    text = " ".join(passage.text for passage in page.passages)
    assert "ผลการดำเนินการ" not in text
    assert "ผู้รับผิดชอบ" in text


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        pytest.param((*ROWS, ("ตรวจ", "", "เสร็จ", "กองช่าง")), (), id="one row is filled"),
        pytest.param((*ROWS, ("ตรวจ", "", "-", "กองช่าง")), (), id="a dash is an answer"),
        pytest.param(ROWS, (text_at("เสร็จ", 325, 666),), id="at the right edge, away from the name"),
        pytest.param(ROWS, ("255 684 m 262 690 l 270 700 l S",), id="a tick is drawn"),
        pytest.param(ROWS, ("q 20 0 0 15 260 662 cm /I Do Q",), id="a picture"),
        pytest.param(ROWS, (text_at("เสร็จ", 260, 600),), id="below the end of the lines"),
    ],
)
def test_what_stands_in_a_column_fills_it(rows: Rows, more: Sequence[str], read: Callable[..., Page]) -> None:
    assert empty(read(drawing(rows, more=more))) == [()]


def test_what_stands_below_a_closed_table_is_no_row_of_it(read: Callable[..., Page]) -> None:
    signed = text_at("กองคลังลงนาม", 254, 600)
    closed = "50 660 400 0.5 re f"
    assert empty(read(drawing(ROWS, more=(signed, closed)))) == [("ผลการดำเนินการ",)]
    assert empty(read(drawing(ROWS, more=(signed, "50 660 150 0.5 re f")))) == [()]
    assert empty(read(drawing(ROWS, lines="cells", more=(signed,)))) == [("ผลการดำเนินการ",)]


def test_a_blank_and_a_line_of_words_across_do_not_fill_a_column(read: Callable[..., Page]) -> None:
    across = text_at("ยุทธศาสตร์ที่ 1 การพัฒนาระบบงานและการบริหารจัดการที่ดีของเทศบาล", 100, 666)
    assert empty(read(drawing(ROWS, more=(text_at(" ", 254, 686), across)))) == [("ผลการดำเนินการ",)]


def test_columns_that_people_colour_are_left_alone(read: Callable[..., Page]) -> None:
    head = ("โครงการ", "งบประมาณ", "ไตรมาส 1", "ผู้รับผิดชอบ")
    assert empty(read(drawing(ROWS, head=head))) == [()]


@pytest.mark.parametrize(
    ("times", "lines", "expected"),
    [
        pytest.param(("", ""), "cells", ("ระยะเวลา",), id="one column of time is written in, and nobody did"),
        pytest.param(("3 วัน", ""), "cells", (), id="one row tells it"),
        pytest.param(("", ""), "none", (), id="without lines nothing tells the cells"),
    ],
)
def test_a_head_in_the_lines_is_no_second_witness_against_its_cells(
    times: tuple[str, str], lines: str, expected: tuple[str, ...], read: Callable[..., Page]
) -> None:
    head = ("กิจกรรม", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ")
    rows = [(name, "5,000", time, "กองคลัง") for name, time in zip(("อบรม", "ประชุม"), times, strict=True)]
    heading = text_at("กิจกรรมหลัก", 60, 728)  # begins as one of the columns below it does
    assert empty(read(drawing(rows, head=head, lines=lines, more=(heading,)))) == [expected]


def test_a_head_without_rows_tells_nothing(read: Callable[..., Page]) -> None:
    assert empty(read(drawing(()))) == [()]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((("โครงการ ก", "5,000", "", "กองคลัง"),) * 2, [("ผลการดำเนินการ",)], id="all under one name"),
        pytest.param((("โครงการ ก", "5,000", "", "กองคลัง"),), [()], id="one row is too few"),
        pytest.param(
            (*(("โครงการ ก", "5,000", "", "กองคลัง"),) * 2, ("โครงการปรับปรุงซ่อมแซมอาคาร", "", "", "")),
            [()],
            id="text under two names",
        ),
    ],
)
def test_without_lines_all_text_must_stand_under_one_name(
    rows: Rows, expected: list[tuple[str, ...]], read: Callable[..., Page]
) -> None:
    assert empty(read(drawing(rows, lines="none"))) == expected


@pytest.mark.parametrize(
    ("next_page", "expected"),
    [
        pytest.param(drawing(ROWS, head=()), ("ผลการดำเนินการ",), id="empty there too"),
        pytest.param(drawing([("ตรวจ", "1", "เสร็จ", "กองช่าง")], head=()), (), id="filled on the next page"),
        pytest.param(drawing([("ตรวจ", "1", "เสร็จ", "กองช่าง")], head=(), lines="none"), ("ผลการดำเนินการ",), id="ended"),
    ],
)
def test_a_table_that_goes_on_is_looked_at_to_its_end(
    next_page: bytes, expected: tuple[str, ...], read: Callable[..., Page]
) -> None:
    assert empty(read(drawing(ROWS), next_page)) == [expected]


def test_text_below_a_wider_gap_is_no_more_of_a_table_without_lines(read: Callable[..., Page]) -> None:
    below = text_at("ลงนามโดยหัวหน้าสำนักปลัดเทศบาลตำบลบ้านสวนผู้จัดทำเอกสารฉบับนี้", 54, 560)
    page = read(drawing((("โครงการ ก", "5,000", "", "กองคลัง"),) * 3, lines="none", more=(below,)))
    assert empty(page) == [("ผลการดำเนินการ",)]


def test_rows_that_lack_a_cell_nobody_knows_which_make_the_head_unclear(read: Callable[..., Page]) -> None:
    shifted = (
        ("โครงการปรับปรุงซ่อมแซมอาคารสำนักงาน", "", "5,000", "กองคลัง"),
        ("โครงการขุดลอกคลองส่งน้ำสายหลักตำบล", "", "9,200", "กองช่าง"),
    )
    assert read(drawing(shifted, lines="none")).unclear_heads == ((1, " ".join(NAMES)),)
    assert read(drawing((*shifted, ("จัดงานวันเด็ก", "800", "เสร็จ", "สำนักปลัด")), lines="none")).unclear_heads == ()
    assert read(drawing(shifted, lines="strokes")).unclear_heads == ()


def wrapped(under: str = "") -> bytes:
    """A table whose last name goes on in a second line of its cell, high enough for two; under stands in its rows."""
    rows = [("อบรม", "5,000", "กองคลัง", under), ("ประชุม", "800", "สำนักปลัด", "")]
    high, top, names = 40, 640, ("โครงการ", "งบประมาณ", "ผู้รับผิดชอบ", "ผลการดำเนินการ")
    tall = [f"{x} {top + HIGH} 100 {high} re S" for x in EDGES[:-1]]
    head = [text_at(name, x + 4, top + HIGH + 24) for name, x in zip(names, EDGES, strict=False)]
    return drawing(rows, head=(), top=top, lines="cells", more=(*tall, *head, text_at("ของโครงการ", 354, 670)))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param((wrapped(),), ("ผลการดำเนินการ",), id="nothing but the rest of its name"),
        pytest.param((wrapped("เสร็จ"),), (), id="one row tells it"),
        pytest.param((drawing(ROWS, lines="cells"),) * 2, ("ผลการดำเนินการ",), id="the head once more on the next page"),
        pytest.param(
            (drawing(ROWS, lines="cells"), drawing([("ตรวจ", "1", "เสร็จ", "กองช่าง")], lines="cells")),
            (),
            id="filled below the head once more",
        ),
    ],
)
def test_what_stands_in_the_cell_of_a_name_is_no_row(
    pages: Sequence[bytes], expected: tuple[str, ...], read: Callable[..., Page]
) -> None:
    assert set(empty(read(*pages))) == {expected}


def test_text_below_the_lines_leaves_it_to_a_person_whether_blank_cells_are_told_there(
    read: Callable[..., Page],
) -> None:
    page = read(drawing(ROWS, more=(text_at("เสร็จ", 260, 600),)))
    assert page.unclear_heads == ((1, "ผลการดำเนินการ"),)
    assert read(drawing((*ROWS, ("ตรวจ", "", "เสร็จ", "กองช่าง")))).unclear_heads == ()
