"""Whether a file is what it says it is, told from its bytes; reading it is a later matter.

A file is called corrupt only where no reader could open it whole: bytes are missing, or the marks with which its
format begins and ends are.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from oit_checker.model.page import Fetched
from oit_checker.urls import extension
from oit_checker.verify.promise import saved_as

_HTML_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<script",
    b"<meta",
    b"<title",
    b"<div",
    b"<table",
    b"<br",
    b"<b>",
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"\x1f\x8b", "gzip"),
)
_WANTED = {
    **dict.fromkeys(("docx", "xlsx", "pptx", "ppsx", "docm", "xlsm", "odt", "ods", "odp", "zip", "epub"), "zip"),
    **dict.fromkeys(("doc", "xls", "ppt", "pps"), "ole"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff"), "image"),
    "pdf": "pdf",
    "rar": "rar",
    "7z": "7z",
}
_WANTED_TYPE = {"application/pdf": "pdf", "application/zip": "zip"}
_OFFICE_TYPES = frozenset({"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"})
"""Served so, HTML is no page: Word and Excel open it as the file that old systems mean it to be."""
_HEAD, _TAIL = 1024, 65_600
_SMALLEST_PDF = 1024
_ZIP_END, _ZIP_END_LENGTH, _ELSEWHERE = b"PK\x05\x06", 22, 0xFFFFFFFF
_MOST_LISTED = 4 * 1024 * 1024
"""Bytes of a zip's list that we unroll; a longer one costs more memory than an answer here is worth."""
_PART_READ = 64 * 1024
_MAIN_PARTS = frozenset(
    {"[Content_Types].xml", "xl/workbook.xml", "word/document.xml", "ppt/presentation.xml", "content.xml"}
)


def is_html(body: bytes, media_type: str | None) -> bool:
    """Whether a browser would show it as a page: its type says so, or there is no type and it begins like one."""
    if media_type in {"text/html", "application/xhtml+xml"}:
        return kind_of(body) is None
    if media_type in _OFFICE_TYPES or kind_of(body) is not None:
        return False
    start = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    if start.startswith(b"<?xml"):
        start = start.partition(b"?>")[2].lstrip()
    return start.startswith(_HTML_STARTS) or (start.startswith(b"<!--") and b"<html" in body[:4096].lower())


def kind_of(body: bytes) -> str | None:
    """The format told by the first bytes; None where they tell none."""
    if b"%PDF-" in body[:_HEAD]:
        return "pdf"
    return next((kind for magic, kind in _MAGIC if body.startswith(magic)), None)


def fault_in(fetched: Fetched, body: bytes) -> str | None:
    """Why no reader could open this file, as a Thai sentence; None where nothing speaks against it."""
    kind = kind_of(body)
    wanted = _WANTED.get(extension(fetched.url)) or _promised(fetched)
    if wanted is not None and kind is None and not _may_be_text(wanted, body):
        return f"ไฟล์ไม่ใช่ {_name(fetched, wanted)} ตามที่ระบุ (ไม่มีรหัสขึ้นต้นของไฟล์ชนิดนี้)"
    if fetched.truncated:
        return None
    declared = fetched.declared_bytes
    if declared is not None and len(body) < declared:
        return f"ไฟล์ส่งมาไม่ครบ ({len(body):,} จาก {declared:,} ไบต์)"
    if (fetched.note or "").startswith(("cut short", "content-encoding")):
        return f"ไฟล์ส่งมาไม่ครบ (ได้ {len(body):,} ไบต์แล้วขาดการเชื่อมต่อ)"
    if kind == "pdf" and _pdf_was_cut(body):
        return "ไฟล์ PDF ไม่สมบูรณ์ (ไม่มีส่วนท้ายของไฟล์)"
    return _fault_in_zip(body) if kind == "zip" else None


def _promised(fetched: Fetched) -> str | None:
    """The kind of document that the headers promise; browsers show a picture under whatever name."""
    named = _WANTED.get(saved_as(fetched))
    return named if named not in {None, "image"} else _WANTED_TYPE.get(fetched.media_type or "")


def _fault_in_zip(body: bytes) -> str | None:
    """Office files of today are zips too: the list at the end must be readable, and what it says of the main parts."""
    end = body.rfind(_ZIP_END, max(0, len(body) - _TAIL))
    if end < 0:
        return "ไฟล์ไม่สมบูรณ์ (ไม่มีสารบัญท้ายไฟล์)"
    if _is_long_list(body, end):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            if not archive.namelist():
                return "ไฟล์เสีย (สารบัญในไฟล์ว่างเปล่า ไม่มีสิ่งใดให้เปิด)"
            for name in sorted(_MAIN_PARTS.intersection(archive.namelist())):
                with archive.open(name) as part:
                    part.read(_PART_READ)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error):
        return "ไฟล์เสีย (สารบัญหรือเนื้อหาในไฟล์เสียหาย เปิดไม่ได้)"
    except (NotImplementedError, RuntimeError, ValueError, OSError):  # packed or locked in a way only we cannot open
        return None
    return None


def _is_long_list(body: bytes, end: int) -> bool:
    """Whether the record at `end` tells of a list that costs too much to unroll, or that gives its size elsewhere."""
    if len(body) - end < _ZIP_END_LENGTH:
        return False
    listed: int = struct.unpack_from("<L", body, end + 12)[0]
    return listed == _ELSEWHERE or _MOST_LISTED < listed <= len(body)


def _pdf_was_cut(body: bytes) -> bool:
    """No end, though it has objects or is too small to be whole; what else may be odd in it is left to the reader."""
    if b"startxref" in body[-_TAIL:] or b"%%EOF" in body[-_TAIL:]:
        return False
    return len(body) < _SMALLEST_PDF or b" obj" in body


def _may_be_text(wanted: str, body: bytes) -> bool:
    """Old systems write HTML, XML or tab-separated text and name it .xls or .doc; Office opens that."""
    return wanted == "ole" and b"\x00" not in body[:_HEAD]


def _name(fetched: Fetched, wanted: str) -> str:
    return (extension(fetched.url) or wanted).upper()
