"""Tables of a PDF between lines, read cell by cell, whatever their heads say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pypdfium2
import pytest

from oit_checker.documents.pdf import read_pdf
from oit_checker.documents.pdf_grid import grids_of
from oit_checker.documents.pdf_guard import DOUBLE
from oit_checker.documents.pdf_places import Placed
from oit_checker.documents.pdf_tables import TableReader, without_parts
from oit_checker.model.page import Page

HEAD = ("เรื่องที่ทำ", "เงินที่ให้ไว้", "ทำไปถึงไหน")
EDGES = (40, 180, 320, 460)
HIGH = 24
Rows = Sequence[tuple[str, ...]]


def text_at(text: str, x: float, y: float) -> str:
    return f"BT /F 9 Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def table(rows: Rows, *, lines: str = "boxes", top: int = 700, more: Sequence[str] = ()) -> bytes:
    """A page with a table; lines are a box around each cell, one path of all lines, or only lines down."""
    out = [*more]
    for number, row in enumerate(rows):
        y = top - HIGH * number
        out += [text_at(cell, EDGES[at] + 5, y + 8) for at, cell in enumerate(row) if cell]
        if lines == "boxes":
            out += [f"{left} {y} {right - left} {HIGH} re S" for left, right in pairwise(EDGES)]
    bottom = top - HIGH * (len(rows) - 1)
    down = [f"{x} {bottom} m {x} {top + HIGH} l" for x in EDGES]
    across = [f"{EDGES[0]} {bottom + HIGH * n} m {EDGES[-1]} {bottom + HIGH * n} l" for n in range(len(rows) + 1)]
    if lines == "path":
        out.append(" ".join([*down, *across, "S"]))
    elif lines == "down":
        out += [f"{line} S" for line in down]
    return "\n".join(out).encode()


@pytest.fixture
def read(pdf: Callable[..., bytes]) -> Callable[..., Page]:
    return lambda *pages: read_pdf(pdf(*pages), url="https://www.example.go.th/a.pdf")


def words(page: Page) -> str:
    return " ".join(passage.text for passage in page.passages)


@pytest.mark.parametrize("lines", ["boxes", "path", "down"])
def test_each_cell_is_read_where_it_stands(lines: str, read: Callable[..., Page]) -> None:
    page = read(table((HEAD, ("ทำฝาย", "", "เสร็จ"), ("ปลูกป่า", "", "กำลังทำ")), lines=lines))
    (found,) = page.laid_out
    assert found.header == HEAD
    assert found.rows == (("ทำฝาย", "", "เสร็จ"), ("ปลูกป่า", "", "กำลังทำ"))
    assert "เงินที่ให้ไว้" not in words(page)
    assert "ทำไปถึงไหน" in words(page)


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        pytest.param((("ทำฝาย", "", "เสร็จ"), ("ปลูกป่า", "๙,๐๐๐", "")), (), id="one cell is filled"),
        pytest.param((("ทำฝาย", "-", "เสร็จ"), ("ปลูกป่า", "-", "")), (), id="dashes"),
        pytest.param((("ทำฝาย", "", "เสร็จ"),), ("200 682 m 205 680 l 215 692 l S",), id="a tick"),
        pytest.param((("ทำฝาย", "", "เสร็จ"),), ("q 20 0 0 12 200 680 cm /I Do Q",), id="a picture"),
    ],
)
def test_what_stands_in_a_cell_keeps_the_name_of_its_column(
    rows: Rows, more: Sequence[str], read: Callable[..., Page]
) -> None:
    assert "เงินที่ให้ไว้" in words(read(table((HEAD, *rows), more=more)))


def test_a_head_without_rows_is_no_table(read: Callable[..., Page]) -> None:
    page = read(table((HEAD, ("", "", ""))))
    assert "เงินที่ให้ไว้" in words(page)


@pytest.mark.parametrize("is_headed", [True, False])
def test_a_table_goes_on_over_the_page(is_headed: bool, read: Callable[..., Page]) -> None:
    first = table((HEAD, ("ทำฝาย", "", "เสร็จ")))
    rest = (("ปลูกป่า", "5,000", ""), ("ลอกคลอง", "", "เสร็จ"))
    page = read(first, table((HEAD, *rest) if is_headed else rest))
    (found,) = page.laid_out
    assert found.rows == (("ทำฝาย", "", "เสร็จ"), *rest)
    assert "เงินที่ให้ไว้" in words(page)


def test_a_name_over_two_columns_stands_before_theirs(read: Callable[..., Page]) -> None:
    drawn = [
        "40 660 140 48 re S",
        "180 684 280 24 re S",
        "180 660 140 24 re S",
        "320 660 140 24 re S",
        *(f"{x} 636 140 24 re S" for x in (40, 180, 320)),
        text_at("เรื่อง", 45, 680),
        text_at("ยอด", 185, 692),
        text_at("ตั้งไว้", 185, 668),
        text_at("ใช้ไป", 325, 668),
        text_at("ทำฝาย", 45, 644),
        text_at("700", 185, 644),
    ]
    page = read("\n".join(drawn).encode())
    (found,) = page.laid_out
    assert found.header == ("เรื่อง", "ยอด ตั้งไว้", "ยอด ใช้ไป")
    assert found.rows == (("ทำฝาย", "700", ""),)
    assert "ใช้ไป" not in words(page)
    assert "ยอด" in words(page)


def test_only_the_name_in_the_head_is_taken_out() -> None:
    lines = ["แผนใช้เงิน ปี 2569", "งาน ใช้เงิน", "ผู้ทำ", "ใช้เงินตามระเบียบ"]
    cut = without_parts(lines, (("งาน",), ("ใช้เงิน",), ("ผู้ทำ",)), {"ใช้เงิน"})
    assert [line.split() for line in cut] == [["แผนใช้เงิน", "ปี", "2569"], ["งาน"], ["ผู้ทำ"], ["ใช้เงินตามระเบียบ"]]


def test_a_table_beyond_the_limit_is_not_told(pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TableReader.__init__, "__defaults__", (6,))
    body = pdf(table((HEAD, *(("ทำฝาย", "", "เสร็จ"),) * 3)))
    page = read_pdf(body, url="https://www.example.go.th/a.pdf")
    assert page.laid_out == ()
    assert "เงินที่ให้ไว้" in words(page)


def test_lines_that_frame_text_are_no_table(read: Callable[..., Page]) -> None:
    frame = ["40 600 400 100 re S", text_at("ประกาศ เรื่อง วันหยุด", 60, 660), text_at("ตามระเบียบ", 60, 640)]
    assert read("\n".join(frame).encode()).laid_out == ()


def test_what_pdfium_repeats_stands_once_in_its_cell(pdf: Callable[..., bytes]) -> None:
    document = pypdfium2.PdfDocument(pdf(table((HEAD, ("ปลูกปลูกป่า", "900", "เสร็จ")))))
    page = document[0]
    text_page = page.get_textpage()
    raw = text_page.get_text_range()
    marked = raw.replace("ปลูกปลูกป่า", f"ปลูก{DOUBLE * 4}ป่า")
    read = [[sorted(grid.texts.values()) for grid in grids_of(Placed(page, text_page, text))] for text in (raw, marked)]
    assert read == [[sorted([*HEAD, word, "900", "เสร็จ"])] for word in ("ปลูกปลูกป่า", "ปลูกป่า")]
