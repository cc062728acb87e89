"""Dropbox.

How sure: the forms of links, `dl=1` for the file itself, and that links which draw too many readers are answered with
429 are documented by Dropbox (sure). The sentences are those of its English pages (fairly sure).
"""

from __future__ import annotations

from urllib.parse import quote

from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Verification
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.parts import Address, Answer, Kind, Provider, Shared, address_of
from oit_checker.verify.words import quoted

_V = Verification
_HOSTS = ("dropbox.com", "dropboxusercontent.com", "db.tt")
_TOO_MUCH = ("generating too much traffic", "temporarily disabled")
_SIGN_IN = ("Sign in to Dropbox to view", "Log in to Dropbox to view", "You don't have access", "You need access to")
_REMOVED = (
    "has been deleted or moved",
    "item was deleted",
    "link has expired",
    "link was removed",
    "link was disabled",
)


def recognise(address: Address) -> Shared | None:
    """`/s/…` and `/scl/fi/…` are files, `/sh/…` and `/scl/fo/…` folders, unless a file in them is named."""
    if not address.on(*_HOSTS):
        return None
    ways = address.segments
    place = ways[:2] if ways[:1] == ("scl",) else ways[:1]
    if place not in {("s",), ("sh",), ("scl", "fi"), ("scl", "fo")} or len(ways) <= len(place):
        return Shared(CloudService.DROPBOX, Kind.OTHER)
    named = f"{'/'.join(ways)}"
    if place in {("sh",), ("scl", "fo")} and "." not in ways[-1]:
        return Shared(CloudService.DROPBOX, Kind.FOLDER, named)
    key = address.fields.get("rlkey", "")
    way = f"{named}?" + (f"rlkey={quote(key)}&" if key else "") + "dl=1"
    return Shared(CloudService.DROPBOX, Kind.FILE, named, (address.at(address.host, way),))


def judge(answer: Answer) -> Verdict | None:
    address = address_of(answer.fetched.final_url)
    if answer.look is None or address is None or not address.on(*_HOSTS):
        return None
    if (said := answer.says(*_TOO_MUCH)) is not None:
        return Verdict(
            _V.RATE_LIMITED, f"Dropbox จำกัดจำนวนครั้งที่เปิดลิงก์นี้ชั่วคราว หน้าแสดงว่า {quoted(said)} โปรดเปิดลิงก์ด้วยตนเอง"
        )
    if address.segments[:1] == ("login",):
        return Verdict(_V.LOGIN_REQUIRED, "ต้องเข้าสู่ระบบก่อน (ถูกส่งไปหน้าเข้าสู่ระบบของ Dropbox)")
    if (said := answer.says(*_SIGN_IN)) is not None:
        return Verdict(_V.LOGIN_REQUIRED, f"ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อน หน้าแสดงว่า {quoted(said)}")
    if (said := answer.says(*_REMOVED)) is not None:
        return Verdict(_V.GONE, f"ไฟล์หรือลิงก์ถูกลบแล้ว หน้าแสดงว่า {quoted(said)}")
    return None


DROPBOX = Provider(recognise, judge)
