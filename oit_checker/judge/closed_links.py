"""The gaps of links that the public cannot follow: broken ones, doors, locked files, ways back to the home page."""

from __future__ import annotations

from urllib.parse import unquote

from oit_checker.judge.elsewhere import mending_advice
from oit_checker.model.checklist import Item
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Evidence, Gap, GapKind, Verification
from oit_checker.model.labels import NEEDS_PASSWORD, VERIFICATION
from oit_checker.urls import host_of, is_private_address

SHOW_FIRST = "แสดงบริการและวิธีใช้ก่อนหน้าเข้าสู่ระบบ และตรวจว่าประชาชนทั่วไปลงทะเบียนใช้ได้"
_BRING_OUT = "นำไฟล์หรือหน้านี้ขึ้นเว็บไซต์หลัก แล้วแก้ลิงก์ให้ชี้ไปยังที่อยู่ที่บุคคลทั่วไปเปิดได้"
_NOT_PUBLIC = {Verification.LOGIN_REQUIRED, Verification.FORBIDDEN}
_MENDING: dict[Verification, str] = {
    Verification.NOT_FOUND: "แก้ลิงก์ให้ตรงกับไฟล์หรือหน้าที่มีอยู่จริง หรือนำไฟล์ขึ้นใหม่ตามที่อยู่เดิม",
    Verification.GONE: "นำไฟล์ขึ้นใหม่ แล้วแก้ลิงก์ให้ชี้ไปยังที่อยู่ใหม่",
    Verification.SOFT_404: "แก้ลิงก์ให้ชี้ไปยังหน้าหรือไฟล์จริง",
    Verification.SERVER_ERROR: "ให้ผู้ดูแลเว็บไซต์ตรวจสาเหตุที่เครื่องแม่ข่ายขัดข้อง แล้วเปิดลิงก์อีกครั้ง",
    Verification.TIMEOUT: "ให้ผู้ดูแลเว็บไซต์ตรวจว่าหน้าหรือไฟล์นี้ตอบช้าเพราะเหตุใด ผู้ประเมินอาจเปิดไม่ได้เช่นกัน",
    Verification.DNS_ERROR: "ตรวจชื่อเว็บไซต์ในลิงก์ว่าพิมพ์ถูกและยังใช้งานอยู่",
    Verification.TLS_ERROR: "ต่ออายุหรือแก้ไขใบรับรองความปลอดภัย (HTTPS) ของเว็บไซต์นี้",
    Verification.CONNECTION_ERROR: "ให้ผู้ดูแลเว็บไซต์ตรวจว่าเครื่องแม่ข่ายเปิดให้บริการอยู่หรือไม่",
    Verification.REDIRECT_LOOP: "ให้ผู้ดูแลเว็บไซต์แก้การส่งต่อที่วนกลับมาที่เดิม",
    Verification.LOGIN_REQUIRED: "เปิดสิทธิ์ให้บุคคลทั่วไปเปิดดูได้โดยไม่ต้องเข้าสู่ระบบ หรือย้ายไฟล์มาไว้บนเว็บไซต์หลัก",
    Verification.FORBIDDEN: "เปิดสิทธิ์ให้บุคคลทั่วไปเปิดดูได้",
    Verification.EMPTY: "นำไฟล์ฉบับเต็มขึ้นใหม่ ไฟล์ที่เผยแพร่อยู่ว่างเปล่า",
    Verification.CORRUPT: "นำไฟล์ที่เปิดอ่านได้ขึ้นแทน ไฟล์ที่เผยแพร่อยู่เสีย",
    Verification.WRONG_TYPE: "แก้ลิงก์ให้ได้ไฟล์เอกสารจริง ขณะนี้ได้หน้าเว็บแทนเอกสาร",
    Verification.INVALID_URL: "แก้ที่อยู่ลิงก์ให้ถูกต้องและเปิดได้จากภายนอกหน่วยงาน",
}


def broken_gap(evidence: Evidence, advisory: bool, service: CloudService | None, item: Item) -> Gap:
    if _is_inside(evidence):
        message = f"ลิงก์ “{named(evidence)}” เปิดได้เฉพาะเครือข่ายภายในของหน่วยงาน บุคคลทั่วไปเปิดไม่ได้"
        return Gap(GapKind.NOT_PUBLIC, evidence.url, None, message, _BRING_OUT, advisory, quote=found_at(evidence))
    kind = GapKind.NOT_PUBLIC if evidence.verification in _NOT_PUBLIC else GapKind.BROKEN_LINK
    message = f"ลิงก์ “{named(evidence)}” เปิดไม่ได้: {VERIFICATION[evidence.verification]}"
    advice = mending_advice(service, evidence.verification) or _MENDING.get(
        evidence.verification, "ตรวจและแก้ลิงก์ให้เปิดได้"
    )
    if service is None and item.login_is_front and evidence.verification is Verification.LOGIN_REQUIRED:
        advice = f"แก้ลิงก์ให้ชี้ไปยังบริการที่บุคคลภายนอกใช้ได้ {SHOW_FIRST}"
    return Gap(kind, evidence.url, None, message, advice, advisory, quote=found_at(evidence))


def _is_inside(evidence: Evidence) -> bool:
    """Whether the address is right as it is, and leads into a network that the public cannot reach."""
    hosts = [host for url in (evidence.url, evidence.final_url) if (host := host_of(url))]
    return evidence.verification is Verification.INVALID_URL and any(map(is_private_address, hosts))


def locked_gap(evidence: Evidence, advisory: bool) -> Gap:
    message = f"เปิดอ่าน “{named(evidence)}” ไม่ได้: {NEEDS_PASSWORD}"
    advice = "ยกเลิกรหัสผ่านของไฟล์ แล้วนำฉบับที่เปิดอ่านได้ทันทีขึ้นแทน"
    return Gap(GapKind.NOT_PUBLIC, evidence.url, None, message, advice, advisory, quote=found_at(evidence))


def home_gap(evidence: Evidence) -> Gap:
    message = f"ลิงก์ “{named(evidence)}” พากลับไปหน้าแรกของเว็บไซต์ ไฟล์หรือหน้าหลักฐานน่าจะถูกย้ายหรือลบ"
    advice = "ตรวจว่าหลักฐานยังอยู่บนเว็บไซต์ แล้วแก้ลิงก์ให้ชี้ไปยังหลักฐานของข้อนี้โดยตรง"
    return Gap(GapKind.BROKEN_LINK, evidence.url, None, message, advice, advisory=True, quote=found_at(evidence))


def short(address: str, most: int = 60) -> str:
    return address if len(address) <= most else f"{address[: most - 1]}…"


def named(evidence: Evidence) -> str:
    name = evidence.link_text.strip() or unquote(evidence.url.rstrip("/").rsplit("/", 1)[-1]) or evidence.url
    return name if len(name) <= 90 else f"{name[:89]}…"


def found_at(evidence: Evidence) -> str | None:
    return f"{evidence.link_text} ({evidence.found_on})" if evidence.link_text else evidence.found_on or None
