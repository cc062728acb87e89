"""What to advise where evidence is kept outside the website: each service's own settings, in its own words."""

from __future__ import annotations

from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Verification

_BRING_HOME = "ควรนำไฟล์ฉบับเต็มมาเผยแพร่บนเว็บไซต์หลักด้วย"
_S = CloudService
_GOOGLE = "กด “แชร์” แล้วเปลี่ยนสิทธิ์การเข้าถึงทั่วไปจาก “จำกัด” เป็น “ทุกคนที่มีลิงก์” (ผู้มีสิทธิ์อ่าน)"
_SHARING: dict[CloudService, str] = {
    _S.GOOGLE_DRIVE: f"ใน Google Drive {_GOOGLE}",
    _S.GOOGLE_DOCS: f"ใน Google เอกสาร {_GOOGLE}",
    _S.GOOGLE_FORMS: "ในการตั้งค่าแบบฟอร์ม ยกเลิกการจำกัดเฉพาะผู้ใช้ในองค์กรและการบังคับให้ลงชื่อเข้าใช้ Google",
    _S.GOOGLE_SITES: "ใน Google Sites ตั้งผู้ที่ดูเว็บไซต์ที่เผยแพร่ได้เป็น “สาธารณะ”",
    _S.ONEDRIVE: "ใน OneDrive/SharePoint กด “แชร์” แล้วตั้งลิงก์เป็น “ทุกคนที่มีลิงก์” (Anyone) ดูได้อย่างเดียวและไม่มีวันหมดอายุ",
    _S.DROPBOX: "ใน Dropbox สร้างลิงก์แชร์ที่ “ทุกคนที่มีลิงก์” ดูได้ โดยไม่มีรหัสผ่านและไม่มีวันหมดอายุ",
}
_SHOWN_IN_BROWSER = frozenset({_S.FACEBOOK, _S.YOUTUBE, _S.CANVA, _S.FLIPBOOK})


def mending_advice(service: CloudService | None, seen: Verification) -> str | None:
    """How to open what the public cannot open at `service`; None where we know no better than in general."""
    if service is None:
        return None
    if seen is Verification.EMPTY and service is _S.GOOGLE_DRIVE:
        return "ตรวจว่ามีไฟล์ในโฟลเดอร์และแชร์ให้บุคคลทั่วไปแล้ว หรือนำไฟล์ฉบับเต็มมาไว้บนเว็บไซต์หลัก"
    how = _SHARING.get(service) if seen in {Verification.LOGIN_REQUIRED, Verification.FORBIDDEN} else None
    return f"{how} จากนั้นลองเปิดในหน้าต่างไม่ระบุตัวตน หรือย้ายไฟล์มาไว้บนเว็บไซต์หลัก" if how is not None else None


def looking_advice(service: CloudService | None, *, look: str) -> str:
    """What to do, step by step, with a link that only we were kept from; look is the general request to open it."""
    if service is None:
        return f"{look}ในหน้าต่างไม่ระบุตัวตน"
    steps = f"{look}ในหน้าต่างไม่ระบุตัวตน (เช่น Ctrl+Shift+N) โดยไม่เข้าสู่ระบบ หากเปิดได้ ให้ดูว่าองค์ประกอบครบและตรงปี"
    if service in _SHARING:
        steps = f"{steps} หากระบบขอให้เข้าสู่ระบบหรือขอสิทธิ์ {_SHARING[service]}"
    return f"{steps} และ{viewer_advice(service)}"


def viewer_advice(service: CloudService | None) -> str:
    """What to do with evidence that only a browser shows; follows "…และ"."""
    if service is _S.CANVA:
        return "ควรดาวน์โหลดงานจาก Canva เป็น PDF แล้วนำมาเผยแพร่บนเว็บไซต์หลัก"
    if service is _S.FLIPBOOK:
        return "ควรนำไฟล์ PDF ต้นฉบับของหนังสือมาเผยแพร่บนเว็บไซต์หลัก"
    if service in {_S.FACEBOOK, _S.YOUTUBE}:
        return "ควรเผยแพร่ข้อความหรือไฟล์เดียวกันบนเว็บไซต์หลัก"
    return _BRING_HOME


def off_site_advice(service: CloudService | None) -> str:
    """How to bring evidence home; a short link is first replaced by what it stands for."""
    if service is _S.SHORT_LINK:
        return "ควรใช้ที่อยู่จริงของไฟล์แทนลิงก์ย่อ และนำไฟล์มาไว้บนเว็บไซต์หลัก"
    if service in _SHOWN_IN_BROWSER:
        advice = viewer_advice(service)
        return f"{advice} หรือยืนยันว่าบุคคลทั่วไปเปิดได้โดยไม่ต้องเข้าสู่ระบบตลอดช่วงการประเมิน"
    return "ควรนำไฟล์มาไว้บนเว็บไซต์หลัก หรือยืนยันว่าบุคคลทั่วไปเปิดได้ตลอดช่วงการประเมิน"
