"""How an address of a test site may behave, besides answering with its file.

Each behaviour takes what was asked and the keys of its entry in site.toml; BEHAVIOURS names them all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

_HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it is sent; drop: the connection is closed without a word. {port} in a header is our own."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: target is the decoded path with its query, before how often it was asked already."""

    target: str
    before: int
    stored: Callable[[str], Answer | None]

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    def number(self, key: str, default: int) -> int:
        return int(parse_qs(urlsplit(self.target).query).get(key, [str(default)])[0])

    def file(self, path: str | None = None) -> Answer:
        return self.stored(path or self.path) or not_found(self)


class Behaviour(Protocol):
    def __call__(self, asked: Asked, /, **keys: object) -> Answer: ...


def page(title: str, body: str, status: int = 200, **headers: str) -> Answer:
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    text = f'<!DOCTYPE html><html lang="th">{head}<body>{body}</body></html>'
    return Answer(status, text.encode(), _HTML | headers)


def file(asked: Asked, to: str | None = None, type: str | None = None) -> Answer:
    """The stored file (of another address), with another Content-Type; type = "" sends none."""
    answer = asked.file(to)
    if type is None:
        return answer
    return replace(answer, headers={"Content-Type": type} if type else {})


def recoded(asked: Asked, to: str | None = None, codec: str = "cp874", type: str = "text/html") -> Answer:
    """The stored page in another encoding, its meta declaration left as it stands."""
    answer = asked.file(to)
    return replace(answer, body=answer.body.decode().encode(codec, "xmlcharrefreplace"), headers={"Content-Type": type})


def status(_: Asked, status: int, text: str = "Error", **headers: str) -> Answer:
    return page(text, f"<h1>{status} {text}</h1>", status, **headers)


def not_found(_: Asked) -> Answer:
    return page("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>", 404)


def soft_404(_: Asked) -> Answer:
    return page("ไม่พบหน้าที่คุณต้องการ", '<h1>ไม่พบหน้าที่คุณต้องการ</h1><p>ขออภัย ไม่พบหน้าที่ท่านเรียก</p><a href="/">กลับหน้าแรก</a>')


def soft_404_english(_: Asked) -> Answer:
    return page(
        "Page not found",
        '<h1>Oops! Page not found</h1><p>The page you are looking for does not exist.</p><a href="/">Home</a>',
    )


def redirect(_: Asked, to: str, status: int = 302) -> Answer:
    """{port} in `to` becomes the server's own port."""
    return Answer(status, b"", {"Location": to})


def login(_: Asked) -> Answer:
    form = (
        '<form method="post" action="/login"><label>ชื่อผู้ใช้ <input name="user"></label>'
        '<label>รหัสผ่าน <input type="password" name="password"></label><button>เข้าสู่ระบบ</button></form>'
    )
    return page("เข้าสู่ระบบ", f"<h1>กรุณาเข้าสู่ระบบ</h1>{form}")


def bot_wall(_: Asked) -> Answer:
    body = (
        '<div id="challenge-error-text">Enable JavaScript and cookies to continue</div>'
        '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=0000000000000000"></script>'
        "<p>Checking if the site connection is secure. Performance &amp; security by Cloudflare</p>"
    )
    return page("Just a moment...", body, 403, Server="cloudflare", **{"cf-mitigated": "challenge", "CF-RAY": "0-BKK"})


def slow(asked: Asked, seconds: float, to: str | None = None) -> Answer:
    """The stored file, late; never later than three seconds."""
    return replace(asked.file(to), delay_s=seconds)


def drop(_: Asked) -> Answer:
    return Answer(drop=True)


def empty(_: Asked, type: str = "application/pdf") -> Answer:
    return Answer(headers={"Content-Type": type})


def corrupt_pdf(_: Asked) -> Answer:
    return Answer(body=b"%PDF-1.4\n1 0 obj <<" + bytes(range(256)) * 4, headers={"Content-Type": "application/pdf"})


def error_as_pdf(_: Asked) -> Answer:
    """A web page under a document's name and media type."""
    answer = page("Error", "<h1>ระบบขัดข้อง</h1><p>ไม่สามารถเปิดไฟล์ที่ท่านต้องการได้</p>")
    return replace(answer, headers={"Content-Type": "application/pdf"})


def flaky(asked: Asked, to: str, status: int = 503, times: int = 1) -> Answer:
    """Fails the first few times, then answers."""
    return asked.file(to) if asked.before >= times else page("Service Unavailable", "<h1>503</h1>", status)


def calendar(asked: Asked, days: int = 28) -> Answer:
    """A month of days and a way to the next month, for ever."""
    month = asked.number("m", 0)
    first = date(2026, 1, 1) + timedelta(days=31 * month)
    cells = [f'<a href="/calendar?m={month}&d={day}">{day}</a>' for day in range(1, days + 1)]
    ways = f'<a href="/calendar?m={month + 1}">เดือนถัดไป</a> <a href="/calendar?m={month - 1}">เดือนก่อน</a>'
    return page("ปฏิทินกิจกรรม", f"<h1>ปฏิทินกิจกรรม {first:%m/%Y}</h1>{ways}<p>{' '.join(cells)}</p>")


def session(asked: Asked, links: int = 12) -> Answer:
    """A gallery whose links carry a new session id each time it is asked."""
    body = "".join(
        f'<a href="/gallery?album={n}&PHPSESSID={asked.before * 1000 + n:032x}">อัลบั้ม {n}</a> ' for n in range(links)
    )
    return page("ภาพกิจกรรม", f"<h1>ภาพกิจกรรม</h1>{body}")


def sort_orders(asked: Asked) -> Answer:
    """One list in every order and page size, each with a print view."""
    keys = [(by, way, size) for by in ("date", "title", "hits") for way in ("asc", "desc") for size in (5, 10, 20, 50)]
    body = "".join(
        f'<a href="/board?sort={by}&order={way}&limit={size}">{by} {way} {size}</a> ' for by, way, size in keys
    )
    prints = "".join(f'<a href="/board?id={n}&print=1&tmpl=component">พิมพ์</a> ' for n in range(1, 9))
    return page("กระดานข่าว", f"<h1>กระดานข่าว</h1>{body}{prints}")


def growing(asked: Asked) -> Answer:
    """A relative link that makes the path longer at every step."""
    return page(
        "แฟ้มภาพ",
        f'<h1>แฟ้มภาพ</h1><a href="{asked.path.rstrip("/")}/more/">ถัดไป</a> <a href="more/index.php/more/">รูป</a>',
    )


def huge(_: Asked, megabytes: int = 9) -> Answer:
    """A page over any sensible byte limit; its only link of use comes before the bulk."""
    filler = "<p>" + "ก" * 1000 + "</p>\n"
    return page("รายงานรวม", "<h1>รายงานรวม</h1>" + filler * (megabytes * 1024 * 1024 // len(filler.encode())))


def robots(_: Asked, text: str) -> Answer:
    return Answer(body=text.encode(), headers={"Content-Type": "text/plain"})


BEHAVIOURS: dict[str, Behaviour] = {
    "file": file,
    "recoded": recoded,
    "status": status,
    "not_found": not_found,
    "soft_404": soft_404,
    "soft_404_english": soft_404_english,
    "redirect": redirect,
    "login": login,
    "bot_wall": bot_wall,
    "slow": slow,
    "drop": drop,
    "empty": empty,
    "corrupt_pdf": corrupt_pdf,
    "error_as_pdf": error_as_pdf,
    "flaky": flaky,
    "calendar": calendar,
    "session": session,
    "sort_orders": sort_orders,
    "growing": growing,
    "huge": huge,
    "robots": robots,
}
