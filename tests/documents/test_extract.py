import io
import zipfile
from collections.abc import Callable

import pytest

from oit_checker.documents import extract as extracting
from oit_checker.documents.extract import extract, sniff
from oit_checker.model.page import PageKind, Unreadable

SITE = "https://www.example.go.th/"
HTML = "<!DOCTYPE html><html><body><p>ไม่พบหน้าที่ท่านต้องการ</p></body></html>".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parcel(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        if mimetype:
            packed.writestr("mimetype", mimetype)
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "media_type", "body", "kind", "trouble"),
    [
        pytest.param("a.pdf", "application/pdf", HTML, PageKind.HTML, None, id="an error page under a document's name"),
        pytest.param("a.php", "text/html", b"%PDF-1.4 ...", PageKind.PDF, None, id="a PDF under a page's name"),
        pytest.param("a.doc", "application/msword", b"{\\rtf1 a}", PageKind.DOC, None, id="RTF under .doc"),
        pytest.param("get?id=1", None, parcel("word/document.xml"), PageKind.DOCX, None, id="docx without a name"),
        pytest.param("a.zip", None, parcel("xl/workbook.xml"), PageKind.XLSX, None, id="xlsx under .zip"),
        pytest.param(
            "a.ods",
            None,
            parcel(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            PageKind.XLS,
            None,
            id="ods",
        ),
        pytest.param(
            "a.odt", None, parcel(mimetype="application/vnd.oasis.opendocument.text"), PageKind.DOC, None, id="odt"
        ),
        pytest.param("a.doc", None, OLE + "WordDocument".encode("utf-16-le"), PageKind.DOC, None, id="old Word"),
        pytest.param("a.xls", None, OLE + "Workbook".encode("utf-16-le"), PageKind.XLS, None, id="old Excel"),
        pytest.param(
            "a.xlsx",
            None,
            OLE + "EncryptedPackage".encode("utf-16-le"),
            PageKind.OTHER,
            Unreadable.ENCRYPTED,
            id="locked Excel",
        ),
        pytest.param("a.zip", None, parcel("plan.pdf"), PageKind.ARCHIVE, None, id="a parcel of files"),
        pytest.param("a.zip", None, parcel("word/plan.pdf"), PageKind.ARCHIVE, None, id="files in a folder word"),
        pytest.param("a.zip", None, parcel(), PageKind.ARCHIVE, Unreadable.EMPTY, id="a parcel of nothing"),
        pytest.param("a.rar", None, b"Rar!\x1a\x07", PageKind.ARCHIVE, Unreadable.ARCHIVE, id="rar"),
        pytest.param(
            "a.pdf", None, b"\xff\xd8\xff\xe0 jpeg", PageKind.IMAGE, Unreadable.IMAGE_ONLY, id="a picture under .pdf"
        ),
        pytest.param("a.pdf", "application/pdf", b"", PageKind.PDF, Unreadable.EMPTY, id="no bytes"),
        pytest.param("a.pdf", "application/pdf", b"\x00" * 500, PageKind.PDF, Unreadable.EMPTY, id="nothing but zeros"),
        pytest.param(
            "~$plan.docx", None, b"\x05admin" + b" " * 150, PageKind.DOCX, Unreadable.EMPTY, id="a lock file of Word"
        ),
        pytest.param(
            "a.pdf", "application/pdf", b"Warning: fopen failed", PageKind.PDF, Unreadable.CORRUPT, id="no PDF inside"
        ),
        pytest.param("a.csv", "text/plain", b"a,b\n1,2", PageKind.CSV, None, id="csv sent as text"),
        pytest.param("a", "text/plain; charset=utf-8", b"plan", PageKind.TEXT, None, id="text"),
        pytest.param("a", None, HTML.decode().encode("utf-16"), PageKind.HTML, None, id="a page in utf-16"),
        pytest.param(
            "a",
            "application/octet-stream",
            b"\x00\x01\x02binary",
            PageKind.OTHER,
            Unreadable.UNKNOWN_FORMAT,
            id="unknown",
        ),
    ],
)
def test_what_bytes_are(
    name: str, media_type: str | None, body: bytes, kind: PageKind, trouble: Unreadable | None
) -> None:
    sniffed = sniff(body, url=SITE + name, media_type=media_type)
    assert (sniffed.kind, sniffed.trouble) == (kind, trouble)


@pytest.mark.parametrize(
    "start", [b"%PDF-1.7", b"PK\x03\x04", OLE, b"{\\rtf", b"<html>", b"\xff\xfe<\x00", b"GIF89a", b"a\tb"]
)
def test_no_bytes_raise(start: bytes) -> None:
    for name in ("a.pdf", "a.docx", "a.xls", "a.csv", "a"):
        page = extract(start + bytes(range(256)) * 4, url=SITE + name, media_type=None)
        assert page.url == SITE + name


def test_a_pdf_is_read_up_to_the_limit(pdf: Callable[..., bytes]) -> None:
    page = extract(pdf(("แผน",), ("ปี",)), url=SITE + "a.pdf", media_type="application/pdf", max_pages=1)
    assert ([found.text for found in page.passages], page.cut) == (["แผน"], True)


def test_the_charset_of_the_media_type_is_used() -> None:
    body = "<html><p>ประกาศ</p></html>".encode("cp874")
    page = extract(body, url=SITE, media_type="text/html; charset=TIS-620")
    assert [found.text for found in page.passages] == ["ประกาศ"]


def test_a_web_page_that_cannot_be_read_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError

    monkeypatch.setattr(extracting, "read_html", fail)
    page = extract(b"<html><body>x</body></html>", url="https://www.example.go.th/a", media_type="text/html")
    assert page.unreadable is Unreadable.READER_FAILED
