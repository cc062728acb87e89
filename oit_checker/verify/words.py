"""The Thai sentences of verification: calm, checkable, never more than was seen."""

from __future__ import annotations

from oit_checker.fetch import NO_ROOM, NO_SPOOL
from oit_checker.fetch.allowance import TOO_MANY
from oit_checker.fetch.body import FOREIGN_CODING
from oit_checker.fetch.pace import LEFT_ALONE
from oit_checker.fetch.polite import NO_TIME_FOR_SLOW
from oit_checker.fetch.robots import UNREACHABLE
from oit_checker.fetch.tls import MENDED, TlsTrouble
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched

_TLS = {
    TlsTrouble.EXPIRED: "ใบรับรองความปลอดภัยหมดอายุ เบราว์เซอร์จะเตือนก่อนเปิด",
    TlsTrouble.NOT_YET_VALID: "ใบรับรองความปลอดภัยยังไม่ถึงวันเริ่มใช้ เบราว์เซอร์จะเตือนก่อนเปิด",
    TlsTrouble.SELF_SIGNED: "ใบรับรองความปลอดภัยออกเอง ไม่มีผู้รับรอง เบราว์เซอร์จะเตือนก่อนเปิด",
    TlsTrouble.WRONG_HOST: "ใบรับรองความปลอดภัยเป็นของชื่อเว็บไซต์อื่น เบราว์เซอร์จะเตือนก่อนเปิด",
    TlsTrouble.UNKNOWN_ISSUER: "ไม่รู้จักผู้ออกใบรับรองความปลอดภัย เบราว์เซอร์จะเตือนก่อนเปิด",
    TlsTrouble.OTHER: "เชื่อมต่อแบบปลอดภัย (https) ไม่สำเร็จ",
}
_REASONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    410: "Gone",
    429: "Too Many Requests",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_MOST_QUOTED = 80
WALL = "เว็บไซต์ปฏิเสธโปรแกรมตรวจ ({who}) โปรดเปิดลิงก์ด้วยตนเอง"
ROBOTS_UNREACHABLE = "ไม่ได้ตรวจ เพราะเครื่องแม่ข่ายขัดข้องเมื่อขอ robots.txt จึงต้องถือว่าไม่อนุญาต โปรดเปิดลิงก์ด้วยตนเอง"
_OUR_LIMITS = {
    FOREIGN_CODING: "เว็บไซต์ส่งหน้านี้ในรูปแบบบีบอัดที่โปรแกรมไม่รองรับ โปรดเปิดลิงก์ด้วยตนเอง",
    NO_ROOM: "ไม่ได้เก็บไฟล์ของลิงก์นี้ เพราะข้อมูลของรอบตรวจเต็มพื้นที่ที่กำหนด (max_snapshot_mb) โปรดเปิดลิงก์ด้วยตนเอง",
    NO_SPOOL: "ไม่ได้เก็บไฟล์ของลิงก์นี้ เพราะดิสก์ของเครื่องที่ตรวจไม่มีที่ว่างพอสำหรับพักไฟล์ โปรดเปิดลิงก์ด้วยตนเอง",
    TOO_MANY: "ไม่ได้ตรวจ เพราะตรวจลิงก์ของเว็บไซต์ภายนอกแห่งนี้ครบจำนวนที่กำหนดต่อรอบแล้ว โปรดเปิดลิงก์ด้วยตนเอง",
    LEFT_ALONE: "ไม่ได้ตรวจ เพราะเครื่องแม่ข่ายแจ้งซ้ำว่าเรียกบ่อยเกินไปหรือขอให้หยุดเรียกเป็นเวลานาน จึงหยุดเรียก โปรดเปิดลิงก์ด้วยตนเอง",
    NO_TIME_FOR_SLOW: "ไม่ได้ตรวจ เพราะเครื่องแม่ข่ายขอให้เรียกช้าลง จึงตรวจไม่ทันในเวลาของรอบตรวจ โปรดเปิดลิงก์ด้วยตนเอง",
}
NO_TIME = "หมดเวลาของรอบตรวจก่อนได้ตรวจลิงก์นี้ โปรดเปิดลิงก์ด้วยตนเอง"


def quoted(words: str | None) -> str:
    """Words of the page in quotation marks, cut where they are long."""
    text = " ".join((words or "").split())
    short = text if len(text) <= _MOST_QUOTED else text[: _MOST_QUOTED - 1].rstrip() + "…"
    return f"“{short}”"


def status_words(status: int) -> str:
    reason = _REASONS.get(status)
    return f"รหัส {status} {reason}" if reason else f"รหัส {status}"


def failure_sentence(fetched: Fetched) -> tuple[Verification, str]:
    """What an answer that never came means, and how it is told."""
    failure, note = fetched.failure, fetched.note or ""
    if failure is Failure.TLS:
        return Verification.TLS_ERROR, next(
            (said for lead, said in _TLS.items() if note.startswith(lead)), _TLS[TlsTrouble.OTHER]
        )
    if failure is Failure.FORBIDDEN_ADDRESS:
        return Verification.INVALID_URL, _forbidden_address(fetched)
    if failure is Failure.ROBOTS and note.startswith(UNREACHABLE):
        return Verification.NOT_CHECKED, ROBOTS_UNREACHABLE
    if failure is Failure.BUDGET:
        return Verification.NOT_CHECKED, next(
            (said for lead, said in _OUR_LIMITS.items() if note.startswith(lead)), NO_TIME
        )
    return _FAILURES[failure]


_NO_CONNECTION = "เชื่อมต่อกับเว็บไซต์ไม่ได้ เครื่องแม่ข่ายปฏิเสธหรือตัดการเชื่อมต่อ"
_FAILURES: dict[Failure, tuple[Verification, str]] = {
    Failure.DNS: (Verification.DNS_ERROR, "ไม่พบชื่อเว็บไซต์นี้ในระบบชื่อโดเมน (DNS)"),
    Failure.CONNECT: (Verification.CONNECTION_ERROR, _NO_CONNECTION),
    Failure.NONE: (Verification.CONNECTION_ERROR, _NO_CONNECTION),
    Failure.TIMEOUT: (Verification.TIMEOUT, "รอจนหมดเวลาแล้วเว็บไซต์ไม่ตอบ"),
    Failure.REDIRECT_LOOP: (Verification.REDIRECT_LOOP, "เว็บไซต์ส่งต่อวนไปมาไม่ถึงหน้าจริง"),
    Failure.INVALID_URL: (Verification.INVALID_URL, "ที่อยู่ลิงก์เขียนไม่ถูกต้อง เปิดไม่ได้"),
    Failure.ROBOTS: (Verification.NOT_CHECKED, "ไม่ได้ตรวจ เพราะ robots.txt ของเว็บไซต์ไม่อนุญาต โปรดเปิดลิงก์ด้วยตนเอง"),
    Failure.NOT_RECORDED: (Verification.NOT_CHECKED, "ไม่มีคำตอบของลิงก์นี้ในข้อมูลที่บันทึกไว้"),
}


def _forbidden_address(fetched: Fetched) -> str:
    if fetched.redirects:
        return f"ถูกส่งต่อไปยังที่อยู่ซึ่งเปิดได้เฉพาะเครือข่ายภายใน บุคคลทั่วไปเปิดไม่ได้ ({fetched.final_url[:_MOST_QUOTED]})"
    return "ที่อยู่นี้เปิดได้เฉพาะเครือข่ายภายใน บุคคลทั่วไปเปิดไม่ได้"


def remark(fetched: Fetched) -> str | None:
    """What the officer should know though the address opens."""
    note = fetched.note or ""
    if MENDED in note:
        return "เครื่องแม่ข่ายส่งใบรับรองไม่ครบสาย เบราว์เซอร์ส่วนใหญ่เปิดได้ แต่ควรติดตั้งใบรับรองกลาง (intermediate) ให้ครบ"
    if fetched.truncated:
        return f"อ่านเพียงส่วนต้น {fetched.body_bytes / 1_048_576:.1f} MB ตามขีดจำกัดของรอบตรวจ"
    return None
