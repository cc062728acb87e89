"""Documents that hang their reader or eat its memory: the reader is ended, the audit goes on, and says so."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from oit_checker.config import ReadLimits
from oit_checker.documents.reading import Reader, ReadJob, ScanAsk
from oit_checker.documents.scan_text import ScanText
from oit_checker.documents.tesseract import Engine
from oit_checker.model.labels import UNREADABLE
from oit_checker.model.page import OcrLack, PageKind, Unreadable

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)


def package(parts: dict[str, str], main: str, kind: str) -> bytes:
    """An Office file of these parts; main is the one that is opened first, of that content type."""
    relations = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kinds = f'{default}<Override PartName="/{main}" ContentType="{kind}"/>'
    whole = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        **parts,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in whole.items():
            archive.writestr(name, f'<?xml version="1.0"?>{text}')
    return out.getvalue()


def docx(body: str, before: str = "") -> bytes:
    text = f'{before}<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'
    return package({"word/document.xml": text}, "word/document.xml", f"{DOCX}.document.main+xml")


def xlsx(rows: str, before: str = "") -> bytes:
    sheet = f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    parts = {
        "xl/workbook.xml": f'{before}<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{sheet}</Relationships>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{_SHEETS}"><sheetData>{rows}</sheetData></worksheet>',
    }
    return package(parts, "xl/workbook.xml", f"{XLSX}.sheet.main+xml")


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (about, len(data), data)


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>"


def forms_in_forms() -> bytes:
    about = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</XObject<</A %d 0 R>>>>"
    return pdf(CATALOGUE, PAGES, PAGE, stream(b"/A Do"), *(stream(b"/A Do " * 10, about % (6 + n)) for n in range(30)))


def packed_page() -> bytes:
    drawn = zlib.compress(b"0 0 m 1 1 l S\n" * 20_000_000, 1)
    return pdf(CATALOGUE, PAGES, PAGE, stream(drawn, b"/Filter/FlateDecode"), b"<<>>")


def deep_tree() -> bytes:
    nodes = (b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(3, 5000))
    return pdf(CATALOGUE, PAGES, *nodes)


def table_of_ten_thousand_rows() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    return docx("<w:tbl>" + ("<w:tr>" + cell * 50 + "</w:tr>") * 3000 + "</w:tbl>")


def picture_bomb(coding: bytes, data: bytes, side: int = 65_000) -> bytes:
    """A page with one picture of four billion pixels, by its own account."""
    drawn = stream(b"q 99 0 0 99 0 0 cm /A Do Q")
    about = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/%s"
    return pdf(CATALOGUE, PAGES, PAGE, drawn, stream(data, about % (side, side, coding)))


def jbig2() -> bytes:
    """Page information and one generic region, both of 65,000 pixels a side, and nothing behind it."""
    side = (65_000).to_bytes(4, "big")
    page = b"\0\0\0\0\x30\0\x01\0\0\0\x13" + side * 2 + b"\0" * 11
    region = b"\0\0\0\x01\x26\0\x01\0\0\0\x1a" + side * 2 + b"\0" * 18
    return picture_bomb(b"JBIG2Decode", page + region)


def jpx() -> bytes:
    """The head of a JPEG 2000 picture of 65,000 pixels a side in one tile."""
    side, nothing = (65_000).to_bytes(4, "big"), b"\0" * 4
    size = b"\0\0" + side * 2 + nothing * 2 + side * 2 + nothing * 2 + b"\0\x01\x07\x01\x01"
    return picture_bomb(b"JPXDecode", b"\xff\x4f\xff\x51\0\x29" + size + b"\xff\xd9")


def flate() -> bytes:
    """A white picture: 530 MB of pixels, packed into half a megabyte."""
    return picture_bomb(b"FlateDecode", zlib.compress(b"\xff" * 528_000_000, 1))


SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>&a11;</title><text>&a11; แผน</text></svg>'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>แผน</title></head><body><p>&a11; แผน</p></body></html>'
NAMED = LAUGHS.replace("<!DOCTYPE x", "<!DOCTYPE html")

HAZARDS = {
    "jbig2.pdf": jbig2,
    "jpx.pdf": jpx,
    "laughs.svg": lambda: f'<?xml version="1.0"?>{LAUGHS}{SVG}'.encode(),
    "laughs.xhtml": lambda: f'<?xml version="1.0"?>{NAMED}{XHTML}'.encode(),
    "deep.json": lambda: b"[" * 3_000_000 + b"]" * 3_000_000,
    "deep-objects.json": lambda: b'{"a":' * 1_000_000,
    "quotes.csv": lambda: b'""' * 4_000_000,
    "nested.csv": lambda: b'"' + b'""a,"",\n' * 500_000,
    "forms.pdf": forms_in_forms,
    "packed.pdf": packed_page,
    "deep.pdf": deep_tree,
    "circle.pdf": lambda: pdf(CATALOGUE, b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"),
    "noise.pdf": lambda: b"%PDF-1.7\n" + b"<<[" * 100_000,
    "rows.docx": table_of_ten_thousand_rows,
    "laughs.docx": lambda: docx("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", LAUGHS),
    "laughs.xlsx": lambda: xlsx('<row r="1"><c r="A1" t="str"><v>&a11;</v></c></row>', LAUGHS),
    "rows.xlsx": lambda: xlsx("".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(1, 200_001))),
    "corner.xlsx": lambda: xlsx('<row r="1048576"><c r="XFD1048576" t="str"><v>z</v></c></row>'),
    "open.csv": lambda: b'"a,' * 1_000_000,
    "wide.csv": lambda: b"a," * 2_000_000,
}


def test_each_is_ended_and_told_in_words() -> None:
    jobs = [ReadJob(f"http://x.go.th/{name}", make()) for name, make in HAZARDS.items()]
    with Reader(ReadLimits(seconds_per_file=4.0, memory_mb=512)) as reader:
        pages = reader.read_all(jobs)
        after = reader.read_all([ReadJob("http://x.go.th/plan.txt", "แผนปฏิบัติราชการ".encode())])
    assert list(pages) == [job.url for job in jobs]
    for url, page in pages.items():
        assert page.unreadable is None or UNREADABLE[page.unreadable], url
        assert sum(len(passage.text) for passage in page.passages) < 10_000_000, url
    assert after["http://x.go.th/plan.txt"].passages


@pytest.mark.parametrize("name", ["laughs.docx", "laughs.xlsx", "laughs.svg", "laughs.xhtml"])
def test_entities_are_not_unrolled(name: str) -> None:
    with Reader(ReadLimits(seconds_per_file=10.0)) as reader:
        page = reader.read_all([ReadJob(name, HAZARDS[name]())])[name]
    assert "haha" not in "".join(passage.text for passage in page.passages)


def test_a_long_answer_of_a_reader_is_refused() -> None:
    cell = f'<c r="A1" t="str"><v>{"ก" * 30_000}</v></c>'
    rows = "".join(f'<row r="{n}">{cell.replace("A1", f"A{n}")}</row>' for n in range(1, 400))
    with Reader(ReadLimits(seconds_per_file=30.0)) as reader:
        page = reader.read_all([ReadJob("long.xlsx", xlsx(rows))])["long.xlsx"]
    assert page.unreadable is Unreadable.TOO_BIG


@pytest.mark.parametrize("make", [jbig2, jpx, flate])
def test_a_picture_too_large_to_draw_is_not_called_blank(make: Callable[[], bytes]) -> None:
    """The page would come out white; that is what we could not read, not what the agency published."""
    ask = ScanAsk(ReadJob("scan.pdf", make()), PageKind.PDF, 1)
    with Reader(ReadLimits(ocr_seconds_per_page=5.0, memory_mb=512)) as reader:
        assert reader.read_scan(ask, Engine("/nowhere/tesseract", "tha")) == ScanText(lack=OcrLack.FAILED)


def test_a_picture_of_any_page_is_drawn() -> None:
    """The same page with a picture of a usual size is white indeed."""
    body = picture_bomb(b"FlateDecode", zlib.compress(b"\xff" * (1000 * 125)), side=1000)
    with Reader(ReadLimits()) as reader:
        read = reader.read_scan(ScanAsk(ReadJob("scan.pdf", body), PageKind.PDF, 1), Engine("/nowhere", "tha"))
    assert read.is_blank
