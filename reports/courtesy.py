"""How the websites were treated (มารยาทในการตรวจ), in lines that every form of the report shows alike. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from oit_checker.config import NOBODY_NAMED
from oit_checker.model.report import Busiest, Courtesy, SlowedHost
from oit_checker.patterns import regex
from reports.plain import readable_url
from reports.thai_date import thai_moment

HEADING = "มารยาทในการตรวจเว็บไซต์"

SKIPPED: dict[str, str] = {
    "robots": "robots.txt ไม่อนุญาต",
    "limit": "เกินขอบเขตที่กำหนด",
    "trap": "หน้าซ้ำที่ไม่ใช่เนื้อหา",
    "off_site": "อยู่นอกเว็บไซต์หลัก",
    "too_long": "ที่อยู่ยาวเกินกำหนด",
    "document": "เป็นเอกสาร (เปิดเฉพาะที่อาจเป็นหลักฐาน)",
    "budget": "ครบขอบเขตหรือหมดเวลาของรอบตรวจ",
}
MOST_SLOWED = 10
"""Hosts that are named; the report in JSON has all."""

_CONTACT = regex(r"contact: (.+)\)\Z")
_BY_ANSWERS = " นับตามเวลาที่ได้รับคำตอบ"


def courtesy_rows(courtesy: Courtesy | None) -> tuple[tuple[str, str], ...]:
    """A label and what was recorded under it; nothing where an older report has no such section."""
    if courtesy is None:
        return ()
    rows = [
        ("แจ้งตัวตนว่า", _who(courtesy.user_agent)),
        ("คำขอที่ส่ง", f"สำรวจเว็บไซต์ {courtesy.crawl_requests:,} ครั้ง ตรวจลิงก์ {courtesy.verification_requests:,} ครั้ง"),
        ("ช่วงเวลา", _window(courtesy)),
        ("ถี่ที่สุดเมื่อสำรวจ", _busiest(courtesy.crawl_busiest, _BY_ANSWERS)),
        ("ถี่ที่สุดเมื่อตรวจลิงก์", _busiest(courtesy.verification_busiest, "")),
        ("เปิดพร้อมกันสูงสุด", _at_once(courtesy.verification_busiest)),
        ("ไม่เปลี่ยนจากรอบก่อน", f"หน้าและไฟล์ {courtesy.not_modified:,} รายการ" if courtesy.not_modified else ""),
        ("เครื่องแม่ข่ายที่ขอให้ช้าลง", _slowed(courtesy.slowed)),
        ("ไม่ได้เปิดเมื่อสำรวจ", _skipped(courtesy.crawl_skipped)),
        ("ไม่ได้เปิดเมื่อตรวจลิงก์", _skipped(courtesy.verification_skipped)),
    ]
    return tuple((label, told) for label, told in rows if told)


def courtesy_line(courtesy: Courtesy | None) -> str:
    """The same in one line: how much was asked, and how densely; empty where there is no such section."""
    if courtesy is None:
        return ""
    asked = f"ส่งคำขอ {courtesy.crawl_requests + courtesy.verification_requests:,} ครั้ง"
    busiest = max(
        filter(None, (courtesy.crawl_busiest, courtesy.verification_busiest)), key=lambda it: it.requests, default=None
    )
    if courtesy.not_modified:
        asked = f"{asked} หน้าและไฟล์ไม่เปลี่ยนจากรอบก่อน {courtesy.not_modified:,} รายการ"
    if busiest is None:
        return asked
    slowed = f" ลดความถี่ตามที่ขอ {len({it.host for it in courtesy.slowed}):,} แห่ง" if courtesy.slowed else ""
    return f"{asked} ถี่ที่สุด {busiest.requests:,} ครั้งใน 10 วินาที{_allowed(busiest)}{slowed}"


def _who(user_agent: str) -> str:
    """What was told to every website: in Thai, and then word for word."""
    contact = _CONTACT.search(user_agent)
    named = contact[1] if contact is not None and contact[1] != NOBODY_NAMED else ""
    asked = f"ติดต่อผู้ตรวจได้ที่ {named}" if named else "ไม่ได้ระบุผู้ติดต่อ"
    return f"โปรแกรม oit-checker ตรวจการเปิดเผยข้อมูลสาธารณะเพื่อหน่วยงานเอง {asked} (ข้อความที่ส่ง “{user_agent}”)"


def _window(courtesy: Courtesy) -> str:
    if courtesy.first_request_at is None or courtesy.last_request_at is None:
        return ""
    return f"{thai_moment(courtesy.first_request_at)} ถึง {thai_moment(courtesy.last_request_at)}"


def _busiest(busiest: Busiest | None, how: str) -> str:
    if busiest is None:
        return ""
    return f"{busiest.requests:,} ครั้งใน 10 วินาที ที่ {readable_url(busiest.host)}{_allowed(busiest)}{how}"


def _allowed(busiest: Busiest) -> str:
    return f" (กำหนดไม่เกิน {busiest.allowed:g} ครั้ง)" if busiest.allowed is not None else ""


def _at_once(busiest: Busiest | None) -> str:
    if busiest is None or busiest.at_once is None:
        return ""
    allowed = f" (กำหนดไม่เกิน {busiest.allowed_at_once:,} คำขอ)" if busiest.allowed_at_once is not None else ""
    return f"{busiest.at_once:,} คำขอต่อเครื่องแม่ข่าย{allowed}"


def _slowed(hosts: tuple[SlowedHost, ...]) -> str:
    lines = [f"{readable_url(it.host)}: {_why(it)}" for it in hosts[:MOST_SLOWED]]
    more = [f"และอีก {len(hosts) - MOST_SLOWED:,} รายการ"] if len(hosts) > MOST_SLOWED else []
    return "\n".join([*lines, *more])


def _why(slowed: SlowedHost) -> str:
    if slowed.why == "crawl_delay":
        return f"robots.txt ขอให้เว้นระหว่างคำขอ (Crawl-delay) จึงเว้น {slowed.pause_s:g} วินาที"
    if slowed.why == "retry_after":
        asked = f"ขอให้รอ {slowed.pause_s:g} วินาที" if slowed.pause_s else "ขอให้รอ"
        return f"{asked} (Retry-After)"
    return "แจ้งว่ารับคำขอไม่ทัน (429 หรือ 503) จึงลดความถี่"


def _skipped(counts: Mapping[str, int]) -> str:
    told: Iterable[str] = (f"{SKIPPED.get(rule, rule)} {count:,} ที่อยู่" for rule, count in counts.items() if count)
    return " · ".join(told)
