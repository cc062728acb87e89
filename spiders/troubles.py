"""What kept us out, told from an exception or an answer, and the Thai sentence that says so to the officer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from oit_checker.model.page import Failure
from oit_checker.patterns import regex
from oit_checker.urls import host_of

_BY_NAME = {
    "ForbiddenAddressError": Failure.FORBIDDEN_ADDRESS,
    "CannotResolveHostError": Failure.DNS,
    "DNSLookupError": Failure.DNS,
    "DownloadTimeoutError": Failure.TIMEOUT,
    "TCPTimedOutError": Failure.TIMEOUT,
    "TimeoutError": Failure.TIMEOUT,
    "UnsupportedURLSchemeError": Failure.INVALID_URL,
    "InvalidURL": Failure.INVALID_URL,
}
_TLS = regex(r"SSL|TLS|OpenSSL|certificate", re.IGNORECASE)
_WALLS = (
    *(b"cf-browser-verification", b"challenge-platform", b"cf_chl_", b"attention required! | cloudflare"),
    *(b"_incapsula_resource", b"incapsula incident", b"sucuri.net", b"ddos-guard", b"px-captcha", b"datadome"),
    *(b"the requested url was rejected", b"please enable javascript and cookies to continue"),
    *(b"pardon our interruption", b"checking your browser", b"fortiweb", b"fortiguard"),
    *(b"web application firewall", b"bot detection", b"are you a robot"),
)
"""Marks of bot walls in small letters. Looked for one by one: as one pattern they would be tried at every letter."""
_WAITING_ROOM = regex(rb"<title>\s*just a moment")
_SCRIPTED_MOVE = regex(
    rb"(?:window\.|document\.|self\.|top\.)?location(?:\.href)?\s*(?:=|\.replace\()\s*[\"']([^\"']{1,500})[\"']"
)
_SMALL = 6000

_FAILED = {
    Failure.DNS: "ไม่พบชื่อเว็บไซต์ {host} ในระบบ DNS โปรดตรวจการสะกดที่อยู่ และตรวจว่าเครื่องนี้ต่ออินเทอร์เน็ตอยู่ "
    "หากถูกต้องแล้ว โปรดแจ้งผู้ดูแลเว็บไซต์ให้ตรวจการจดชื่อโดเมน",
    Failure.CONNECT: "เชื่อมต่อกับ {host} ไม่ได้ โปรดแจ้งผู้ดูแลเว็บไซต์ให้ตรวจว่าเครื่องแม่ข่ายเปิดให้บริการอยู่",
    Failure.TLS: "เปิดการเชื่อมต่อแบบปลอดภัย (HTTPS) กับ {host} ไม่ได้ โปรดแจ้งผู้ดูแลเว็บไซต์ให้ตรวจใบรับรองและการตั้งค่า TLS",
    Failure.TIMEOUT: "{host} ไม่ตอบกลับภายใน {seconds:g} วินาที โปรดตรวจใหม่ภายหลัง หรือแจ้งผู้ดูแลเว็บไซต์",
    Failure.REDIRECT_LOOP: "หน้าแรกของ {host} ส่งต่อวนไม่รู้จบ โปรดแจ้งผู้ดูแลเว็บไซต์ให้แก้การส่งต่อ",
    Failure.INVALID_URL: "หน้าแรกของ {host} ส่งต่อไปยังที่อยู่ที่ไม่ถูกต้อง โปรดแจ้งผู้ดูแลเว็บไซต์ให้แก้การส่งต่อ",
    Failure.FORBIDDEN_ADDRESS: "หน้าแรกของ {host} ส่งต่อไปยังที่อยู่ภายในที่ประชาชนเข้าไม่ถึง โปรดแจ้งผู้ดูแลเว็บไซต์ให้แก้การส่งต่อ",
}
ROBOTS = (
    "robots.txt ของ {host} ห้ามโปรแกรมตรวจเข้าอ่านเว็บไซต์ จึงไม่ได้ตรวจ "
    "ขอให้ผู้ดูแลเว็บไซต์อนุญาต User-agent: oit-checker ใน robots.txt แล้วตรวจใหม่"
)
ROBOTS_UNREACHABLE = (
    "อ่าน robots.txt ของ {host} ไม่ได้ (เครื่องแม่ข่ายขัดข้อง) จึงต้องถือว่าห้ามเข้าอ่านตามมาตรฐานของ robots.txt "
    "ขอให้ผู้ดูแลเว็บไซต์แก้ให้ robots.txt เปิดได้ หรือตอบ 404 แล้วตรวจใหม่"
)
CRAWL_DELAY = "robots.txt ของ {host} ขอให้เว้น {asked:g} วินาทีระหว่างการเรียกแต่ละครั้ง โปรแกรมเว้น {seconds:g} วินาที"
WALLED = (
    "{host} มีระบบป้องกันที่ปฏิเสธโปรแกรมตรวจ จึงไม่ได้ตรวจ ทั้งนี้ประชาชนอาจเปิดได้ตามปกติ "
    "ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker แล้วตรวจใหม่"
)
REFUSED = "หน้าแรกของ {host} ไม่อนุญาตให้เข้าถึง (HTTP {status}) จึงไม่ได้ตรวจ ขอให้ผู้ดูแลเว็บไซต์อนุญาตโปรแกรมที่ระบุตัวว่า oit-checker"
ANSWERED = "หน้าแรกของ {host} ตอบกลับว่าขัดข้อง (HTTP {status}) จึงไม่ได้ตรวจ โปรดแจ้งผู้ดูแลเว็บไซต์ หรือตรวจใหม่ภายหลัง"
NOT_HTML = "หน้าแรกของ {host} ไม่ใช่หน้าเว็บ ({media_type}) จึงไม่ได้ตรวจ โปรดระบุที่อยู่หน้าแรกของเว็บไซต์"

EMPTY = (
    "หน้าแรกของ {host} ว่างเปล่า ไม่มีข้อความหรือลิงก์ จึงไม่ได้ตรวจ "
    "โปรดแจ้งผู้ดูแลเว็บไซต์ให้ตรวจว่าหน้าแรกแสดงเนื้อหา หรือระบุที่อยู่หน้าแรกที่ประชาชนใช้"
)
CLOSED = (
    "หน้าแรกของ {host} มีเพียงข้อความว่า “{said}” และไม่มีลิงก์ต่อ จึงไม่ได้ตรวจ และยังไม่ถือว่าหน่วยงานไม่เปิดเผยข้อมูล "
    "โปรดตรวจใหม่เมื่อเว็บไซต์เปิดตามปกติ หรือระบุที่อยู่หน้าแรกที่ประชาชนใช้"
)
SIGN_IN_ONLY = (
    "หน้าแรกของ {host} มีเพียงแบบฟอร์มเข้าสู่ระบบ จึงไม่ได้ตรวจ ข้อมูลที่ต้องเปิดเผยต้องอ่านได้โดยไม่ต้องเข้าสู่ระบบ "
    "โปรดแจ้งผู้ดูแลเว็บไซต์ หรือระบุที่อยู่หน้าแรกที่ประชาชนใช้"
)


def failure_of(fault: BaseException | None) -> Failure:
    """The kind of a transport's exception, looked up by name along its causes, so that no transport is imported."""
    seen = fault
    while seen is not None:
        for kind in type(seen).__mro__:
            if kind.__name__ in _BY_NAME:
                return _BY_NAME[kind.__name__]
        if _TLS.search(repr(seen)):
            return Failure.TLS
        seen = seen.__cause__ or seen.__context__
    return Failure.CONNECT


def is_wall(status: int, headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer is a bot wall or challenge: told by its marks, and not on a long page that was served."""
    if headers.get("cf-mitigated") == "challenge":
        return True
    return (status >= 400 or len(body) < _SMALL) and _has_mark_of_a_wall(body[: 4 * _SMALL].lower())


def _has_mark_of_a_wall(small: bytes) -> bool:
    return any(mark in small for mark in _WALLS) or _WAITING_ROOM.search(small) is not None


def scripted_move(body: bytes) -> str | None:
    """Where a small page sends the visitor by script; None where it does not."""
    found = _SCRIPTED_MOVE.search(body) if len(body) < _SMALL else None
    return found[1].decode("utf-8", "replace") if found is not None else None


def shown_host(url: str, typed: str) -> str:
    """The host of an address as the officer knows it: as it was typed, with or without www, and in Thai letters."""
    host, known = host_of(url), host_of(typed)
    name = known if host.removeprefix("www.") == known.removeprefix("www.") else host
    try:
        return name.encode("ascii").decode("idna")
    except ValueError:
        return name


def why_failed(failure: Failure, host: str, seconds: float) -> str:
    """The Thai sentence for a home page that could not be had."""
    return _FAILED.get(failure, _FAILED[Failure.CONNECT]).format(host=host, seconds=seconds)


def why_answered(status: int, host: str) -> str:
    """The Thai sentence for a home page that answered with an error."""
    return (REFUSED if status in {401, 403, 407, 429, 451} else ANSWERED).format(host=host, status=status)
