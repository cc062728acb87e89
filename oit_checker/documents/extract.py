"""Bytes of any kind to a Page; the bytes themselves say what they are, whatever the server calls them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from oit_checker.config import PAGE_BYTES
from oit_checker.documents.archive import BROKEN_ZIP, ArchiveLimits, Member, unpacked
from oit_checker.documents.html import read_html
from oit_checker.documents.office import read_csv, read_docx, read_legacy, read_sheets
from oit_checker.documents.plain_text import read_text
from oit_checker.documents.tree import Parsed
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.patterns import regex
from oit_checker.urls import extension, file_name

_HEAD_BYTES = 2048
_SOMETHING = regex(rb"[^\x00\t\r\n ]")
_LONGEST_MIME = 100
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_PARCELS = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MSCF")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = regex(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|table|div)\b", re.IGNORECASE)
_BEGINS_WITH_MARKUP = regex(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|[a-z?])", re.IGNORECASE)
_CHARSET = regex(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_OF_ZIP = (
    ("word/", PageKind.DOCX, ""),
    ("xl/", PageKind.XLSX, ""),
    ("ppt/", PageKind.OTHER, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_OF_OLE = (
    ("WordDocument", PageKind.DOC, "application/msword"),
    ("PowerPoint Document", PageKind.OTHER, "application/vnd.ms-powerpoint"),
    ("Workbook", PageKind.XLS, ""),
    ("Book", PageKind.XLS, ""),
)
_OF_TYPE = {
    "text/html": PageKind.HTML,
    "application/xhtml+xml": PageKind.HTML,
    "text/csv": PageKind.CSV,
    "text/tab-separated-values": PageKind.CSV,
    "text/plain": PageKind.TEXT,
    "application/json": PageKind.TEXT,
}
_OF_EXTENSION = {
    **dict.fromkeys(("html", "htm", "php", "asp", "aspx", "jsp"), PageKind.HTML),
    **dict.fromkeys(("csv", "tsv"), PageKind.CSV),
    **dict.fromkeys(("txt", "md", "json", "log"), PageKind.TEXT),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "tif", "tiff", "bmp"), PageKind.IMAGE),
    "pdf": PageKind.PDF,
    "docx": PageKind.DOCX,
    "xlsx": PageKind.XLSX,
    "doc": PageKind.DOC,
    "rtf": PageKind.DOC,
    "odt": PageKind.DOC,
    "xls": PageKind.XLS,
}
_TEXTUAL = frozenset((PageKind.HTML, PageKind.CSV, PageKind.TEXT))


class Sniffed(NamedTuple):
    """What bytes are; by_magic: they say so themselves. legacy is the media type for the reader of old formats."""

    kind: PageKind
    by_magic: bool
    legacy: str = ""
    trouble: Unreadable | None = None


def extract(
    body: bytes,
    *,
    url: str,
    media_type: str | None,
    max_pages: int = 400,
    archive: ArchiveLimits | None = None,
    parsed: Parsed | None = None,
) -> Page:
    """Read a page or document of any kind. Never raises for bad content: `unreadable` says what is wrong with it.

    An error page of HTML that is served under the name of a .pdf is of kind HTML. max_pages is for PDF files. A zip is
    ARCHIVE; its documents are read into `inner` where archive gives the limits for it. parsed is as for `read_html`.
    """
    sniffed = sniff(body, url=url, media_type=media_type)
    if sniffed.trouble:
        scans = (1,) if sniffed.trouble is Unreadable.IMAGE_ONLY else ()
        return Page(url, sniffed.kind, None, unreadable=sniffed.trouble, scans=scans)
    try:
        if sniffed.kind is PageKind.ARCHIVE:
            return _read_archive(body, url=url, max_pages=max_pages, limits=archive)
        return _read(body, sniffed, url=url, declared=_charset(media_type), max_pages=max_pages, parsed=parsed)
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError):
        # Browsers show any markup: where a web page cannot be read, that is our fault.
        is_ours = sniffed.kind is PageKind.HTML
        return Page(url, sniffed.kind, None, unreadable=Unreadable.READER_FAILED if is_ours else Unreadable.CORRUPT)


def sniff(body: bytes, *, url: str, media_type: str | None) -> Sniffed:
    """What the bytes are: by their first signs, else by the media type, else by the extension of the address."""
    named = _OF_EXTENSION.get(extension(url), PageKind.OTHER)
    if _SOMETHING.search(body) is None or file_name(url).startswith("~$"):
        return Sniffed(named, False, trouble=Unreadable.EMPTY)
    return _by_magic(body) or _by_name(body, named, media_type)


def _by_magic(body: bytes) -> Sniffed | None:
    head = _plain_head(body)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):  # the second: a parcel of nothing
        return _of_zip(body)
    if b"%PDF-" in head[:1024]:  # after zip files: one may hold a PDF as it is
        return Sniffed(PageKind.PDF, True)
    if head.startswith(_OLE):
        return _of_ole(body)
    if head.startswith(b"{\\rtf"):
        return Sniffed(PageKind.DOC, True, legacy="application/rtf")
    if head.startswith(_IMAGES) or head[4:12] in {b"ftypheic", b"ftypavif", b"ftypmif1"}:
        return Sniffed(PageKind.IMAGE, True, trouble=Unreadable.IMAGE_ONLY)
    if head.startswith(_PARCELS):
        return Sniffed(PageKind.ARCHIVE, True, trouble=Unreadable.ARCHIVE)
    if _MARKUP.search(head) and _BEGINS_WITH_MARKUP.match(head):
        return Sniffed(PageKind.HTML, True)
    return None


def _plain_head(body: bytes) -> bytes:
    head = body[:_HEAD_BYTES]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace").encode()
    return head


def _by_name(body: bytes, named: PageKind, media_type: str | None) -> Sniffed:
    stated = _OF_TYPE.get((media_type or "").partition(";")[0].strip().lower())
    kind = stated or named
    if stated is PageKind.TEXT and named in {PageKind.CSV, PageKind.HTML}:
        kind = named
    if kind in _TEXTUAL:
        return Sniffed(kind, False)
    if kind is not PageKind.OTHER:
        return Sniffed(kind, False, trouble=Unreadable.CORRUPT)
    if _MARKUP.search(body[:_HEAD_BYTES]):
        return Sniffed(PageKind.HTML, False)
    looks_like_text = b"\x00" not in _plain_head(body)
    return Sniffed(PageKind.TEXT, False) if looks_like_text else Sniffed(kind, False, trouble=Unreadable.UNKNOWN_FORMAT)


def _of_zip(body: bytes) -> Sniffed:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as parcel:
            names = parcel.namelist()
            mime = _start_of(parcel, "mimetype") if "mimetype" in names else ""
    except BROKEN_ZIP:
        return Sniffed(PageKind.OTHER, True, trouble=Unreadable.CORRUPT)
    if "opendocument.spreadsheet" in mime:
        return Sniffed(PageKind.XLS, True)
    if "opendocument" in mime:
        return Sniffed(PageKind.DOC, True, legacy=mime.strip())
    for folder, kind, legacy in _OF_ZIP:
        if any(name.startswith(folder) and name.endswith((".xml", ".bin")) for name in names):
            return Sniffed(kind, True, legacy)
    return Sniffed(PageKind.ARCHIVE, True, trouble=None if names else Unreadable.EMPTY)


def _start_of(parcel: zipfile.ZipFile, name: str) -> str:
    """The first words of a part, which may unpack to gigabytes."""
    with parcel.open(name) as part:
        return part.read(_LONGEST_MIME).decode("ascii", "replace")


def _of_ole(body: bytes) -> Sniffed:
    """An OLE file names its streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in body:
        return Sniffed(PageKind.OTHER, True, trouble=Unreadable.ENCRYPTED)
    for stream, kind, legacy in _OF_OLE:
        if stream.encode("utf-16-le") in body:
            return Sniffed(kind, True, legacy)
    return Sniffed(PageKind.OTHER, True, trouble=Unreadable.UNKNOWN_FORMAT)


def _read(
    body: bytes, sniffed: Sniffed, *, url: str, declared: str | None, max_pages: int, parsed: Parsed | None
) -> Page:
    match sniffed.kind:
        case PageKind.HTML:
            page = read_html(body[:PAGE_BYTES], url=url, declared=declared, parsed=parsed)
            return replace(page, cut=True) if len(body) > PAGE_BYTES else page
        case PageKind.PDF:
            from oit_checker.documents.pdf import read_pdf  # late: whoever reads web pages alone never needs it

            return read_pdf(body, url=url, max_pages=max_pages)
        case PageKind.DOCX:
            return read_docx(body, url=url)
        case PageKind.XLSX | PageKind.XLS:
            return read_sheets(body, url=url, kind=sniffed.kind)
        case PageKind.CSV:
            return read_csv(body, url=url, declared=declared)
        case PageKind.TEXT:
            return read_text(body, url=url, declared=declared)
        case _ if sniffed.legacy:
            return read_legacy(body, url=url, media_type=sniffed.legacy, kind=sniffed.kind)
        case _:
            return Page(url, sniffed.kind, None, unreadable=Unreadable.UNKNOWN_FORMAT)


def _read_archive(body: bytes, *, url: str, max_pages: int, limits: ArchiveLimits | None) -> Page:
    if limits is None:
        return Page(url, PageKind.ARCHIVE, None, unreadable=Unreadable.ARCHIVE)
    found = unpacked(body, limits)
    inner = tuple(_read_member(member, url=url, max_pages=max_pages) for member in found.members)
    return Page(url, PageKind.ARCHIVE, None, unreadable=Unreadable.ARCHIVE, cut=found.left_out > 0, inner=inner)


def _read_member(member: Member, *, url: str, max_pages: int) -> Page:
    """A member is sniffed by its own name; an archive in it stays closed."""
    name = quote(member.name)
    page = extract(member.body, url=f"file:///{name}", media_type=None, max_pages=max_pages)
    return replace(page, url=f"{url}#{name}", unreadable=member.trouble or page.unreadable)


def _charset(media_type: str | None) -> str | None:
    found = _CHARSET.search(media_type or "")
    return found[1] if found else None
