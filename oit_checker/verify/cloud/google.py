"""Google Drive, Docs, Sheets, Slides, Drawings, Forms and Sites.

What the rules rest on, and how sure we are: the spellings of addresses and the export addresses are documented by
Google or written by its own Share button (sure). An anonymous visitor of a private file is sent to
accounts.google.com (sure; told by the general rules), while a bare 403 is no proof. The page that asks for one more
click before a big file, and the one that says that too many people came, carry the classes `uc-warning-caption` and
`uc-error-caption` in every language (sure: download tools have relied on them for years); their English words are
sure as well. Thai wordings are our translations, so each rule also holds without them. The list that
`embeddedfolderview` gives is not documented by Google, and widely read (fairly sure).
"""

from __future__ import annotations

import re

from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Verification
from oit_checker.patterns import regex
from oit_checker.thai.text import fold
from oit_checker.urls import host_of
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.parts import Address, Answer, Kind, Provider, Shared
from oit_checker.verify.words import WALL, quoted

_V = Verification
_ID = regex(r"[A-Za-z0-9_-]{10,}\Z")
_DRIVE, _DOCS, _CONTENT = "drive.google.com", "docs.google.com", "drive.usercontent.google.com"
_FOLDER_WORDS = frozenset({"folders", "folder", "folderview", "embeddedfolderview"})
_EXPORTS = {
    "document": "document/d/{id}/export?format=docx",
    "spreadsheets": "spreadsheets/d/{id}/export?format=xlsx",
    "presentation": "presentation/d/{id}/export/pdf",
    "drawings": "drawings/d/{id}/export/pdf",
}
_CAPTION = regex(rb"class=[\"']uc-(?:error|warning)-caption[\"']|id=[\"']uc-(?:error|warning)-caption[\"']")
_ONE_MORE_CLICK = regex(rb"id=[\"'](?:download-form|uc-download-link)[\"']|class=[\"']uc-warning-caption[\"']")
_QUOTA = ("Quota exceeded", "Too many users have viewed or downloaded this file", "เกินโควต้า", "มีผู้ใช้จำนวนมากเกินไป")
_NOTICES: tuple[tuple[tuple[str, ...], Verification, str], ...] = (
    (
        ("violation of our Terms of Service", "ละเมิดข้อกำหนดในการให้บริการ"),
        _V.FORBIDDEN,
        "Google ระงับการเข้าถึงไฟล์นี้",
    ),
    (("in the owner's trash", "file is in trash", "อยู่ในถังขยะ"), _V.GONE, "เจ้าของย้ายไฟล์นี้ไปถังขยะแล้ว"),
    (("the file you have requested does not exist", "ไฟล์ที่คุณขอไม่มีอยู่"), _V.SOFT_404, "Google ไม่พบไฟล์นี้"),
)
_SIGN_IN_TITLES = ("Sign in - Google Accounts", "ลงชื่อเข้าใช้ - บัญชี Google", "Google Drive: Sign-in")
_NEED_ACCESS = ("You need access", "You need permission", "Request access", "ต้องมีสิทธิ์เข้าถึง", "ขอสิทธิ์เข้าถึง")
_AUTOMATED = ("automated queries", "unusual traffic")
_CLOSED_FORM = ("no longer accepting responses", "ไม่รับคำตอบอีกต่อไป", "ปิดรับคำตอบแล้ว")


def recognise(address: Address) -> Shared | None:
    """What an address of Google's shares; the resource key that old files need is handed on."""
    if address.on("sites.google.com"):
        return Shared(CloudService.GOOGLE_SITES, Kind.PAGE)
    if address.host == "lh3.googleusercontent.com" and address.segments[:1] == ("d",):
        return _file(address, (address.after("d") or "").partition("=")[0] or None)  # "=w1000" asks for a size
    if address.host not in {_DRIVE, _DOCS, _CONTENT}:
        return None
    found = _id(address)
    if address.host == _DOCS and not _is_of_drive(address):
        return _of_docs(address, found)
    if found is not None and _FOLDER_WORDS.intersection(address.segments):
        at = address.at(_DRIVE, f"embeddedfolderview?id={found}{_key(address)}")
        return Shared(CloudService.GOOGLE_DRIVE, Kind.FOLDER, found, (at,))
    return _file(address, found)


def judge(answer: Answer) -> Verdict | None:
    """What Google's own pages say; a 404, a sign-in page elsewhere and a CAPTCHA are told by the general rules."""
    host = host_of(answer.fetched.final_url).partition(":")[0]
    if answer.look is None or not (host == "google.com" or host.endswith((".google.com", ".googleusercontent.com"))):
        return None
    title = answer.look.title or ""
    if any(fold(sign_in) == fold(title) for sign_in in _SIGN_IN_TITLES):
        return Verdict(_V.LOGIN_REQUIRED, f"ต้องเข้าสู่ระบบก่อน Google แสดงหน้า {quoted(title)}")
    if host == "sites.google.com" and answer.opens:  # its words are the agency's own
        return None
    for sentences, outcome, lead in _NOTICES:
        if (said := answer.says(*sentences)) is not None and (outcome is not _V.SOFT_404 or answer.opens):
            return Verdict(outcome, f"{lead} หน้าแสดงว่า {quoted(said)}")
    if answer.fetched.http_status == 403 and _CAPTION.search(answer.body) is None:
        return _of_refusal(answer)
    if (said := answer.says(*_CLOSED_FORM)) is not None and "forms" in answer.fetched.final_url:
        return Verdict(_V.OK, "เปิดได้", f"แบบฟอร์มแจ้งว่า {quoted(said)} ประชาชนจึงส่งคำตอบไม่ได้แล้ว")
    return _of_download_page(answer)


GOOGLE = Provider(recognise, judge)


def _of_refusal(answer: Answer) -> Verdict:
    """Private files lead to a sign-in page; a bare 403 is also what Google gives programs, so it proves nothing."""
    if (said := answer.says(*_NEED_ACCESS)) is not None:
        return Verdict(_V.LOGIN_REQUIRED, f"ต้องขอสิทธิ์จากเจ้าของก่อน หน้าแสดงว่า {quoted(said)}")
    if (said := answer.says(*_AUTOMATED)) is not None:
        return Verdict(_V.BLOCKED, WALL.format(who=f"Google: {said}"))
    return Verdict(_V.NOT_CHECKED, "Google ไม่ให้โปรแกรมเปิดโดยไม่บอกเหตุ (รหัส 403) โปรดเปิดลิงก์ด้วยตนเอง")


def _of_download_page(answer: Answer) -> Verdict | None:
    if answer.look is None or _CAPTION.search(answer.body) is None:
        return None
    shown = " ".join(answer.look.texts[:2])
    if _ONE_MORE_CLICK.search(answer.body) is not None:
        return Verdict(_V.OK, "เปิดได้", "Google สแกนไวรัสไฟล์ขนาดใหญ่ไม่ได้ ผู้อ่านต้องกดยืนยันอีกครั้งก่อนดาวน์โหลด")
    if (said := answer.says(*_QUOTA)) is not None:
        return Verdict(
            _V.RATE_LIMITED, f"Google จำกัดจำนวนครั้งที่เปิดไฟล์นี้ชั่วคราว หน้าแสดงว่า {quoted(said)} โปรดเปิดลิงก์ด้วยตนเอง"
        )
    return Verdict(_V.NOT_CHECKED, f"Google ไม่ส่งไฟล์ให้โปรแกรมในขณะนี้ หน้าแสดงว่า {quoted(shown)} โปรดเปิดลิงก์ด้วยตนเอง")


def _id(address: Address) -> str | None:
    named = address.after("d") or address.after("folders", "folder") or address.fields.get("id") or ""
    return named if _ID.match(named) else None


def _is_of_drive(address: Address) -> bool:
    """docs.google.com/file/d/…, /open?id=…, /uc?id=…, /folder/d/…: Drive under its old name."""
    return bool({"file", "open", "uc", "leaf", "fileview", *_FOLDER_WORDS}.intersection(address.segments))


def _file(address: Address, found: str | None) -> Shared:
    if found is None:
        return Shared(CloudService.GOOGLE_DRIVE, Kind.OTHER)
    return Shared(CloudService.GOOGLE_DRIVE, Kind.FILE, found, _downloads(address, found))


def _downloads(address: Address, found: str) -> tuple[str, ...]:
    """Where a file's bytes are: Drive's own address, and that to which it leads, which has a robots.txt of its own."""
    key = _key(address)
    return (
        address.at(_DRIVE, f"uc?export=download&id={found}{key}"),
        address.at(_CONTENT, f"download?id={found}&export=download{key}"),
    )


def _of_docs(address: Address, found: str | None) -> Shared:
    if "forms" in address.segments:
        return Shared(CloudService.GOOGLE_FORMS, Kind.PAGE, address.after("e") or found)
    published = address.after("e")
    if published is not None and address.after("d") == "e":
        return _published(address, published)
    form = next((name for name in _EXPORTS if name in address.segments), None)
    if found is None or form is None:
        return Shared(CloudService.GOOGLE_DOCS, Kind.OTHER)
    read_at: tuple[str, ...] = (address.at(_DOCS, _EXPORTS[form].format(id=found) + _key(address)),)
    if address.fields.get("sd") == "true" or "rtpof" in address.fields:
        read_at += _downloads(address, found)  # an Office file that is only shown by the editor
    return Shared(CloudService.GOOGLE_DOCS, Kind.FILE, found, read_at)


def _published(address: Address, found: str) -> Shared:
    """What was "published to the web": a sheet is better read as a file, a document's page holds all its words."""
    if "spreadsheets" in address.segments:
        at = address.at(_DOCS, f"spreadsheets/d/e/{found}/pub?output=xlsx")
        return Shared(CloudService.GOOGLE_DOCS, Kind.FILE, found, (at,))
    kind = Kind.PAGE if "document" in address.segments else Kind.SHOW
    return Shared(CloudService.GOOGLE_DOCS, kind, found)


def _key(address: Address) -> str:
    key = address.fields.get("resourcekey", "")
    return f"&resourcekey={key}" if re.fullmatch(r"[A-Za-z0-9_-]+", key) else ""
