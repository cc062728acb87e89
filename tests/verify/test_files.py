from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import pytest

from oit_checker.model.page import Fetched
from oit_checker.verify.files import fault_in, is_html

NOW = datetime(2026, 3, 2, tzinfo=UTC)
WHOLE = b"%PDF-1.7\n1 0 obj<<>>endobj\n" + b"x" * 3000 + b"startxref\n9\n%%EOF"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return raw.getvalue()


def office(part: str, *, flip: bool = False) -> bytes:
    """A packed Office file; flip destroys what is inside its part and leaves its list whole."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, "<w/>" * 500)
    body = bytearray(raw.getvalue())
    start = 30 + len(part)
    if flip:
        body[start : start + 8] = b"\xff" * 8
    return bytes(body)


GARBAGE_ZIP = b"PK\x03\x04" + b"\x07garbage" * 200 + b"PK\x05\x06"


def answered(name: str, body: bytes, **more: Any) -> Fetched:
    url = f"https://x.go.th/{name}"
    return Fetched(url, url, 200, more.pop("media_type", None), NOW, body_bytes=len(body), **more)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        pytest.param("a.pdf", WHOLE, id="pdf"),
        pytest.param("a.pdf", b"\r\n\r\n" + WHOLE, id="pdf after blank lines"),
        pytest.param("a.pdf", WHOLE + b"\0" * 5000, id="pdf with a long tail"),
        pytest.param("a.xlsx", zipped(), id="xlsx"),
        pytest.param("a.docx", office("word/document.xml"), id="docx"),
        pytest.param("a.doc", OLE, id="doc"),
        pytest.param("a.doc", b"{\\rtf1 x}", id="rtf named doc"),
        pytest.param("a.xls", "ชื่อ\tงบ".encode("cp874"), id="text named xls"),
        pytest.param("a.pdf", zipped(), id="another good file under a wrong name"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0", id="jpg"),
        pytest.param("a.csv", b"a,b", id="csv"),
        pytest.param("download", b"whatever", id="nothing promised"),
    ],
)
def test_whole(name: str, body: bytes) -> None:
    assert fault_in(answered(name, body), body) is None


@pytest.mark.parametrize(
    ("name", "body", "more"),
    [
        pytest.param("a.pdf", WHOLE[:2000], {}, id="pdf without its end"),
        pytest.param("a.pdf", b"%PDF-1.4 broken", {}, id="pdf of a few bytes"),
        pytest.param("a.pdf", b"\0\1\2" * 999, {}, id="no pdf"),
        pytest.param("view", b"\0\1\2" * 999, {"media_type": "application/pdf"}, id="no pdf, by its type"),
        pytest.param("a.docx", zipped()[:-22], {}, id="docx without its end"),
        pytest.param("a.docx", b"\0" * 999, {}, id="no docx"),
        pytest.param("a.xlsx", GARBAGE_ZIP + b"\0" * 18, {}, id="xlsx of garbage with an empty list"),
        pytest.param("a.xlsx", GARBAGE_ZIP + b"\1" * 18, {}, id="xlsx of garbage with a wrong list"),
        pytest.param("a.xlsx", GARBAGE_ZIP, {}, id="xlsx that breaks off in its list"),
        pytest.param("a.docx", office("word/document.xml", flip=True), {}, id="docx with a broken text"),
        pytest.param("a.zip", zipped().replace(b"PK\x01\x02", b"PK__"), {}, id="zip with a broken list"),
        pytest.param("a.pdf", WHOLE, {"declared_bytes": 99_999}, id="fewer bytes than promised"),
        pytest.param("a.zip", zipped(), {"note": "cut short: reset"}, id="broken off without a promise"),
    ],
)
def test_corrupt(name: str, body: bytes, more: dict[str, Any]) -> None:
    assert fault_in(answered(name, body, **more), body)


def test_what_we_cut_ourselves_is_not_corrupt() -> None:
    body = WHOLE[:2000]
    assert fault_in(answered("a.pdf", body, truncated=True, declared_bytes=len(WHOLE)), body) is None


@pytest.mark.parametrize(
    ("body", "media_type", "expected"),
    [
        (b"<html>", "text/html", True),
        ("ไม่พบ".encode(), "text/html", True),
        (WHOLE, "text/html", False),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", "application/pdf", True),
        pytest.param(b"<html><table>", "application/vnd.ms-excel", False, id="a table that Excel opens"),
        (b"<?xml version='1.0'?><html>", None, True),
        (b"<?xml version='1.0'?><rss>", "application/xml", False),
        (b"plain", "text/plain", False),
        (b"", None, False),
    ],
)
def test_is_html(body: bytes, media_type: str | None, expected: bool) -> None:
    assert is_html(body, media_type) is expected
