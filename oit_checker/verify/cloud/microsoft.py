"""OneDrive and SharePoint.

How sure: the forms of sharing links (`/:b:/g/…`, `1drv.ms/b/…`, `onedrive.live.com/?…resid=…`), that SharePoint hands
out a file that is open to anyone at the same address with `download=1`, and the sign-in hosts are well known (sure).
OneDrive of persons moves between two systems, and its old download address does not always answer: then the file
opens and is not read (fairly sure). The sentences are those of the English pages; the Thai pages are not known to
us, so what they say is told by their address and status.
"""

from __future__ import annotations

from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Verification
from oit_checker.verify import Verdict
from oit_checker.verify.cloud.parts import Address, Answer, Kind, Provider, Shared, address_of
from oit_checker.verify.words import quoted

_V = Verification
_HOSTS = ("1drv.ms", "onedrive.live.com", "sharepoint.com")
_ONE_FILE = frozenset({"redir", "view.aspx", "embed", "edit.aspx", "download", "download.aspx"})
_VERIFY_PERSON = ("Request Verification Code", "verify your identity", "Enter Verification Code")
_REMOVED = ("this link has been removed", "link has expired", "sharing link has been disabled")
_NOT_THERE = ("This item might not exist or is no longer available", "item might not exist")


def recognise(address: Address) -> Shared | None:
    """A letter in the path tells what is shared: b, w, x, p, t, u, i are files, f a folder, v a video, o a notebook."""
    if not address.on(*_HOSTS):
        return None
    if address.host == "onedrive.live.com":
        return _of_live(address)
    first = address.segments[0] if address.segments else ""
    letter = first.strip(":")
    if address.host != "1drv.ms" and not (first.startswith(":") and first.endswith(":")):
        return Shared(CloudService.ONEDRIVE, Kind.OTHER)
    if len(address.segments) < 2 or len(letter) != 1:
        return Shared(CloudService.ONEDRIVE, Kind.OTHER)
    way = "/".join(address.segments)
    read_at = (address.at(address.host, f"{way}?download=1"),) if letter in "bwxptui" else ()
    kind = Kind.FOLDER if letter == "f" else Kind.FILE
    return Shared(CloudService.ONEDRIVE, kind, f"{address.host}/{way}", read_at)


def judge(answer: Answer) -> Verdict | None:
    address = address_of(answer.fetched.final_url)
    if answer.look is None or address is None or not address.on(*_HOSTS):
        return None
    path = "/".join(address.segments).lower()
    said = answer.says(*_VERIFY_PERSON)
    if said is not None or "guestaccess.aspx" in path:
        shown = said or answer.look.title
        return Verdict(_V.LOGIN_REQUIRED, f"แชร์ให้เฉพาะผู้ที่ระบุชื่อ ต้องยืนยันตัวตนก่อน หน้าแสดงว่า {quoted(shown)}")
    if "accessdenied.aspx" in path:
        return Verdict(_V.LOGIN_REQUIRED, f"ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อน หน้าแสดงว่า {quoted(answer.look.title)}")
    if (said := answer.says(*_REMOVED)) is not None:
        return Verdict(_V.GONE, f"ลิงก์แชร์ถูกยกเลิกหรือหมดอายุ หน้าแสดงว่า {quoted(said)}")
    if answer.opens and (said := answer.says(*_NOT_THERE)) is not None:
        return Verdict(_V.SOFT_404, f"ไม่พบไฟล์นี้แล้ว หน้าแสดงว่า {quoted(said)}")
    return None


MICROSOFT = Provider(recognise, judge)


def _of_live(address: Address) -> Shared:
    found = address.fields.get("resid") or address.fields.get("id")
    first = address.segments[0].lower() if address.segments else ""
    if found is None:
        return Shared(CloudService.ONEDRIVE, Kind.OTHER)
    is_file = first in _ONE_FILE or address.fields.get("o", "").lower() == "oneup"
    if not is_file:
        return Shared(CloudService.ONEDRIVE, Kind.OTHER, found)
    key = address.fields.get("authkey", "")
    way = f"download?resid={_escaped(found)}" + (f"&authkey={_escaped(key)}" if key else "")
    return Shared(CloudService.ONEDRIVE, Kind.FILE, found, (address.at(address.host, way),))


def _escaped(value: str) -> str:
    return value.replace("%", "%25").replace("&", "%26").replace("!", "%21").replace("+", "%2B").replace("#", "%23")
