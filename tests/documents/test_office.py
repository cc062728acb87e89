import io
import struct
import zipfile
from collections.abc import Sequence

import docx
import pytest
import xlsxwriter

from oit_checker.documents import office
from oit_checker.documents.office import read_csv, read_docx, read_legacy, read_sheets
from oit_checker.model.page import PageKind, Passage, Table, Unreadable

URL = "https://www.example.go.th/plan"


def word(*blocks: str | list[list[str]], bold: Sequence[int] = (), title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for place, block in enumerate(blocks):
        if isinstance(block, str):
            document.add_paragraph().add_run(block).bold = place in bold
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(**sheets: list[list[object]]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def test_a_word_file_is_read_in_its_order() -> None:
    body = word("แผนปฏิบัติการ", "ส านักงานจัดท าแผน", [["ที่", "โครงการ"], ["1", "อบรม"]], "ท้าย", bold=[0])
    page = read_docx(body, url=URL)
    assert page.passages == (
        Passage("แผนปฏิบัติการ", is_heading=True),
        Passage("สำนักงานจัดทำแผน", heading="แผนปฏิบัติการ"),
        Passage("ท้าย", heading="แผนปฏิบัติการ"),
    )
    assert page.tables == (Table(("ที่", "โครงการ"), (("1", "อบรม"),), heading="แผนปฏิบัติการ"),)
    assert (page.kind, page.title, page.unreadable) == (PageKind.DOCX, "แผนปฏิบัติการ", None)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(
            word("ประกาศสำนักงาน", "เรื่อง แผนอัตรากำลัง", bold=[0]), "ประกาศสำนักงาน เรื่อง แผนอัตรากำลัง", id="subject"
        ),
        pytest.param(word("คู่มือประชาชน", "สารบัญ", bold=[0]), "คู่มือประชาชน", id="heading"),
        pytest.param(
            word("รายงานผลการมีส่วนร่วม", "เรื่อง ประชาคมหมู่บ้าน", "ปรับแผน", bold=[0]), "รายงานผลการมีส่วนร่วม", id="a field"
        ),
        pytest.param(word(title="แผนพัฒนา"), "แผนพัฒนา", id="metadata where there is no text"),
    ],
)
def test_title_of_a_word_file(body: bytes, title: str) -> None:
    assert read_docx(body, url=URL).title == title


def test_a_box_of_one_cell_is_a_passage() -> None:
    page = read_docx(word([["หมายเหตุ"]]), url=URL)
    assert ([found.text for found in page.passages], page.tables) == (["หมายเหตุ"], ())


def test_sheets_keep_their_names_and_captions() -> None:
    rows: list[list[object]] = [
        ["แผนการจัดซื้อจัดจ้าง ปี 2569"],
        [],
        ["ที่", "รายการ", "งบ"],
        [1, "คอมพิวเตอร์", 25000.5],
        [2, "รถ", 100.0],
    ]
    page = read_sheets(workbook(แผน=rows, ว่าง=[]), url=URL, kind=PageKind.XLSX)
    assert page.passages == (Passage("แผนการจัดซื้อจัดจ้าง ปี 2569", sheet="แผน", is_heading=True),)
    assert page.tables == (
        Table(
            ("ที่", "รายการ", "งบ"),
            (("1", "คอมพิวเตอร์", "25000.5"), ("2", "รถ", "100")),
            sheet="แผน",
            heading="แผนการจัดซื้อจัดจ้าง ปี 2569",
        ),
    )
    assert page.title == "แผนการจัดซื้อจัดจ้าง ปี 2569"


HEAD: list[object] = ["ที่", "รายการ", "วงเงิน", "วิธี"]


@pytest.mark.parametrize(
    ("rows", "captions", "header"),
    [
        pytest.param(
            [["แบบ สขร.1", "", "", "หน้า 1/2"], ["สรุปผลจัดซื้อ"], HEAD, [1, "ดินสอ", 10, "เจาะจง"]],
            ["แบบ สขร.1 หน้า 1/2", "สรุปผลจัดซื้อ"],
            ("ที่", "รายการ", "วงเงิน", "วิธี"),
            id="a form's name and the page in the corners",
        ),
        pytest.param(
            [["แผนจัดซื้อ"], ["ประจำปีงบประมาณ พ.ศ.", 2569], HEAD, [1, "ดินสอ", 10, "เจาะจง"]],
            ["แผนจัดซื้อ", "ประจำปีงบประมาณ พ.ศ. 2569"],
            ("ที่", "รายการ", "วงเงิน", "วิธี"),
            id="the year in the cell beside",
        ),
        pytest.param(
            [["สถิติ"], ["ปี", "เรื่อง"], [2567, 4], [2568, 5], [2569, 1], HEAD],
            ["สถิติ"],
            ("ปี", "เรื่อง", "", ""),
            id="a table of two columns above another one",
        ),
        pytest.param([["สถิติ"], ["ปี", "เรื่อง"], [2568, 5]], ["สถิติ"], ("ปี", "เรื่อง"), id="a table of two columns"),
    ],
)
def test_the_lines_above_a_table_are_its_captions(
    rows: list[list[object]], captions: list[str], header: tuple[str, ...]
) -> None:
    page = read_sheets(workbook(Sheet1=rows), url=URL, kind=PageKind.XLSX)
    assert [passage.text for passage in page.passages] == captions
    assert page.tables[0].header == header


@pytest.mark.parametrize("how", ["hide", "very_hidden"])
def test_hidden_sheets_are_named_and_not_read(how: str) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("ปก").write(0, 0, "สถิติของสำนักงาน")
    hidden = book.add_worksheet("ข้อมูลเก่า")
    hidden.write_row(0, 0, ["เรื่อง", "จำนวน"])
    hidden.write_row(1, 0, ["ก", 4])
    getattr(hidden, how)()
    book.close()
    page = read_sheets(out.getvalue(), url="https://www.example.go.th/a.xlsx", kind=PageKind.XLSX)
    assert [passage.text for passage in page.passages] == ["สถิติของสำนักงาน"]
    assert page.tables == ()
    assert page.metadata == {"hidden_sheets": "ข้อมูลเก่า"}


def test_a_workbook_without_a_filled_cell_is_empty() -> None:
    assert read_sheets(workbook(Sheet1=[]), url=URL, kind=PageKind.XLSX).unreadable is Unreadable.EMPTY


def test_rows_after_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_MOST_ROWS", 3)
    page = read_sheets(workbook(S=[["ก", "ข"]] * 9), url=URL, kind=PageKind.XLSX)
    assert (page.cut, len(page.tables[0].rows)) == (True, 2)


@pytest.mark.parametrize("body", [b"PK\x03\x04 no parcel", b"", word("ก")[:300]], ids=["no parcel", "nothing", "cut"])
def test_broken_parcels_are_corrupt(body: bytes) -> None:
    assert read_docx(body, url=URL).unreadable is Unreadable.CORRUPT


def test_a_parcel_that_would_fill_the_memory_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr("word/document.xml", b"0" * 20_000_000)
    assert read_docx(out.getvalue(), url=URL).unreadable is Unreadable.TOO_BIG
    assert read_sheets(out.getvalue(), url=URL, kind=PageKind.XLSX).unreadable is Unreadable.TOO_BIG


def test_a_parcel_that_lies_about_its_size_is_refused_by_what_it_states() -> None:
    body = word("ก")
    place = body.index(b"PK\x01\x02") + 24
    lying = body[:place] + struct.pack("<I", 0x7FFFFFFF) + body[place + 4 :]
    assert read_docx(lying, url=URL).unreadable is Unreadable.TOO_BIG


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        pytest.param("ที่,รายการ\n1,ก\n".encode("utf-8-sig"), None, id="commas, byte order mark"),
        pytest.param("ที่;รายการ\n1;ก\n".encode(), None, id="semicolons"),
        pytest.param("ที่\tรายการ\n1\tก\n".encode("cp874"), "windows-874", id="tabs, windows-874"),
    ],
)
def test_separated_values(body: bytes, declared: str | None) -> None:
    assert read_csv(body, url=URL, declared=declared).tables == (Table(("ที่", "รายการ"), (("1", "ก"),)),)


def test_old_formats_need_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    page = read_legacy(b"{\\rtf1 plan}", url=URL, media_type="application/rtf", kind=PageKind.DOC)
    assert page.unreadable is Unreadable.NEEDS_EXTRA


def test_old_formats_are_read_with_the_extra() -> None:
    pytest.importorskip("kreuzberg")
    body = rb"{\rtf1\ansi Annual plan 2569\par Chapter one of the plan\par}"
    page = read_legacy(body, url=URL, media_type="application/rtf", kind=PageKind.DOC)
    assert "Annual plan 2569" in [found.text for found in page.passages]


def with_macros(body: bytes) -> bytes:
    """The same Word file as .docm: another word in the list of parts, and a program beside the text."""
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace(plain, b"application/vnd.ms-word.document.macroEnabled.main+xml"))
        new.writestr("word/vbaProject.bin", b"program")
    return out.getvalue()


def test_a_word_file_with_macros_is_read_and_said_to_have_them() -> None:
    page = read_docx(with_macros(word("แผนปฏิบัติการ", bold=[0])), url=URL)
    assert (page.unreadable, page.title, page.metadata["macros"]) == (None, "แผนปฏิบัติการ", "vbaProject.bin")
    assert "macros" not in read_docx(word("แผนปฏิบัติการ"), url=URL).metadata


def test_a_spreadsheet_that_calls_itself_a_word_file_is_not_read_as_one() -> None:
    assert read_docx(workbook(แผน=[["ก", "ข"]]), url=URL).unreadable is Unreadable.CORRUPT


def test_a_million_empty_rows_and_links_to_other_books_cost_nothing() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet("แผน")
    sheet.write_row(0, 0, ["โครงการ", "งบประมาณ"])
    sheet.write_row(1, 0, ["อบรม", 5000])
    sheet.write_formula(2, 0, "='https://elsewhere.example.com/[other.xlsx]Sheet1'!A1", None, "จากไฟล์อื่น")
    painted = book.add_format({"bold": True})
    for row in range(3, 200_000):
        sheet.set_row(row, None, painted)
    sheet.write_blank(1_048_575, 16_383, None, painted)
    book.close()
    page = read_sheets(out.getvalue(), url=URL, kind=PageKind.XLSX)
    assert page.unreadable is None
    assert page.tables[0].rows[:2] == (("อบรม", "5000"), ("จากไฟล์อื่น", ""))


def test_a_table_with_the_line_ends_of_old_machines_is_read() -> None:
    page = read_csv("ชื่อ,ราคา\rก,1\rข,2\r".encode(), url="a.csv")
    assert page.tables[0].rows == (("ก", "1"), ("ข", "2"))


def test_a_cell_longer_than_we_read_is_our_limit() -> None:
    assert read_csv(b'"' + b"a," * 100_000, url="a.csv").unreadable is Unreadable.TOO_BIG


def test_of_a_huge_table_the_beginning_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MOST_TEXT_BYTES", 1000)
    page = read_csv(("ชื่อ,ราคา\n" + "ก,1\n" * 1000).encode(), url="a.csv")
    assert page.cut
    assert 100 < len(page.tables[0].rows) < 200
    assert set(page.tables[0].rows) == {("ก", "1")}
