"""Heads of several rows in Word files, workbooks and web pages: the second line names columns, and fills in none."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
import pytest
import xlsxwriter

from oit_checker.documents.html import read_html
from oit_checker.documents.office import read_csv, read_docx, read_sheets
from oit_checker.empty_columns import empty_columns
from oit_checker.model.page import PageKind, Table

HEAD = [["ที่", "งาน", "ผู้เสนอราคา", "", "เหตุผล"], ["", "", "ชื่อ", "ราคาที่เสนอ", ""]]
MERGED = ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3), (0, 4, 1, 4))
BLANK = ["1", "น้ำมันเชื้อเพลิง", "", "", ""]
FULL = ["1", "น้ำมันเชื้อเพลิง", "ปั๊มในตำบล", "12,000", "ใกล้"]
NAMES = ("ที่", "งาน", "ผู้เสนอราคา ชื่อ", "ผู้เสนอราคา ราคาที่เสนอ", "เหตุผล")

Merged = Sequence[tuple[int, int, int, int]]
Read = Callable[..., Table]


def word(rows: list[list[str]], merged: Merged = ()) -> Table:
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    out = io.BytesIO()
    document.save(out)
    return read_docx(out.getvalue(), url="u").tables[0]


def workbook(rows: list[list[str]], merged: Merged = (), above: int = 0) -> Table:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("แผน")
    for number in range(above):
        sheet.write(number, 0, "สรุปผลการจัดซื้อจัดจ้าง ประจำเดือน มีนาคม 2569")
    for number, row in enumerate(rows, above):
        sheet.write_row(number, 0, row)
    for top, left, bottom, right in merged:
        sheet.merge_range(top + above, left, bottom + above, right, rows[top][left])
    book.close()
    return read_sheets(out.getvalue(), url="u", kind=PageKind.XLSX).tables[0]


def web(rows: list[list[str]], merged: Merged = (), tag: str = "td") -> Table:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merged}
    inside = {
        (at, place)
        for top, left, bottom, right in merged
        for at in range(top, bottom + 1)
        for place in range(left, right + 1)
    } - spans.keys()
    lines = [""] * len(rows)
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            deep, wide = spans.get((at, place), (1, 1))
            if (at, place) not in inside:
                lines[at] += f"<{tag} rowspan={deep} colspan={wide}>{text}</{tag}>"
    table = f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    return read_html(f"<html><body>{table}</body></html>".encode(), url="https://www.example.go.th/").tables[0]


READERS = pytest.mark.parametrize("read", [word, workbook, web])


@READERS
def test_names_are_joined_downwards_and_what_nobody_filled_in_is_told(read: Read) -> None:
    table = read([*HEAD, BLANK], MERGED)
    assert table.header == NAMES
    assert table.rows == (tuple(BLANK),)
    assert [name for _, name in empty_columns(table)] == list(NAMES[2:])


@READERS
def test_a_filled_table_under_such_a_head_lacks_nothing(read: Read) -> None:
    assert not list(empty_columns(read([*HEAD, FULL], MERGED)))


@pytest.mark.parametrize("read", [word, workbook])
def test_without_merged_cells_names_under_a_wide_cell_belong_to_the_head(read: Read) -> None:
    assert read([*HEAD, FULL]).header == NAMES


def test_the_same_in_separated_values() -> None:
    text = "\n".join(",".join(row) for row in ([*HEAD, BLANK]))
    assert read_csv(text.encode(), url="u").tables[0].header == NAMES


def test_captions_stand_above_the_head_of_a_sheet() -> None:
    assert workbook([*HEAD, FULL], MERGED, above=2).header == NAMES


def test_a_cell_over_all_columns_of_a_word_table_is_its_caption() -> None:
    rows = [["สรุปผลการจัดซื้อจัดจ้าง มีนาคม 2569", "", "", "", ""], *HEAD, BLANK]
    table = word(rows, ((0, 0, 0, 4), *((top + 1, left, bottom + 1, right) for top, left, bottom, right in MERGED)))
    assert table.header == NAMES
    assert table.heading == rows[0][0]
    assert [name for _, name in empty_columns(table)] == list(NAMES[2:])


def test_a_cell_over_all_columns_above_a_single_row_stays_with_it() -> None:
    table = word([["ด้านการเงิน", "", ""], ["1", "เบิกจ่าย", "กองคลัง"]], ((0, 0, 0, 2),))
    assert table.header == ("ด้านการเงิน",) * 3


def test_a_head_that_begins_with_two_cells_is_no_caption() -> None:
    head = [["เดือน", "จำนวนเรื่อง", "", ""], ["", "ทั้งหมด", "แล้วเสร็จ", "อยู่ระหว่าง"]]
    table = workbook([*head, ["ต.ค. 68", "", "", ""]], ((0, 0, 1, 0), (0, 1, 0, 3)), above=1)
    assert table.header == ("เดือน", "จำนวนเรื่อง ทั้งหมด", "จำนวนเรื่อง แล้วเสร็จ", "จำนวนเรื่อง อยู่ระหว่าง")
    assert len(list(empty_columns(table))) == 3


def test_a_head_of_three_lines() -> None:
    rows = [
        ["ที่", "ระยะเวลา", "", "งบ"],
        ["", "ปี 2569", "", ""],
        ["", "เริ่ม", "สิ้นสุด", ""],
        ["1", "ต.ค. 68", "ก.ย. 69", "500"],
    ]
    merged = ((0, 0, 2, 0), (0, 1, 0, 2), (1, 1, 1, 2), (0, 3, 2, 3))
    assert word(rows, merged).header == ("ที่", "ระยะเวลา ปี 2569 เริ่ม", "ระยะเวลา ปี 2569 สิ้นสุด", "งบ")


@READERS
@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        pytest.param(
            [["กองคลัง", "จัดเก็บภาษี", "5,000"], ["", "แผนที่ภาษี", "7,000"], ["กองช่าง", "ซ่อมถนน", "9,000"]],
            ((0, 0, 1, 0),),
            id="a division over its rows",
        ),
        pytest.param(
            [["โครงการ", "ชื่อ", "อบรม"], ["", "สถานที่", "ศาลา"], ["ผล", "ดี", "มาก"]],
            ((0, 0, 1, 0),),
            id="a form of labels and values",
        ),
        pytest.param(
            [["1", "อบรม", "ครั้งที่ 1", "ครั้งที่ 2"], ["", "", "ผ่าน", "ผ่าน"], ["2", "ดูงาน", "ผ่าน", "ผ่าน"]],
            ((0, 0, 1, 0), (0, 1, 1, 1)),
            id="a first row that is numbered",
        ),
    ],
)
def test_rows_that_share_a_cell_are_no_head(read: Read, rows: list[list[str]], merged: Merged) -> None:
    assert not read(rows, merged).head


def test_amounts_below_a_wide_cell_are_no_names() -> None:
    rows = [["โครงการ", "งบประมาณ", ""], ["", "90,000", "60,000"], ["รวม", "90,000", "60,000"]]
    assert not word(rows, ((0, 0, 1, 0), (0, 1, 0, 2))).head


def test_weeks_of_a_timetable_are_coloured_and_dates_are_written() -> None:
    head = [["งาน", "ระยะเวลา", ""], ["", "1", "2"]]
    merged = ((0, 0, 1, 0), (0, 1, 0, 2))
    assert not list(empty_columns(word([*head, ["อบรม", "", ""]], merged)))
    head[1] = ["", "เริ่ม", "สิ้นสุด"]
    assert len(list(empty_columns(word([*head, ["อบรม", "", ""]], merged)))) == 2


def test_the_lines_of_a_head_that_is_repeated_are_no_rows() -> None:
    table = workbook([*HEAD, BLANK, *HEAD, BLANK], MERGED)
    assert [name for _, name in empty_columns(table)] == list(NAMES[2:])
