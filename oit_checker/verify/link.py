"""From an answer to one of the contract's twenty outcomes.

Asked in this order; the first that applies decides:
 1 the way leads to a sign-in service                                login_required
 2 no answer: name, certificate, time, loop, robots.txt, our limits  dns_error, tls_error, timeout, redirect_loop, …
 3 a status other than 2xx: a wall against programs                  blocked, rate_limited
                            else what it says                        not_found, gone, forbidden, login_required, …
 4 2xx without content                                               empty
 5 2xx with a page: a wall, a door, a broken program, a blank page   blocked, login_required, server_error, empty
                    a page where a document was promised             soft_404, wrong_type
                    a page that says it is not there                 soft_404
 6 2xx with a file: whole or not                                     corrupt
 7 it opens: here, or materially elsewhere                           ok, redirected

Statuses without an outcome of their own: 400, 414 and 421 refuse the address itself (invalid_url); 402, 405, 406 and
451 refuse the reader (forbidden); 408 is a time-out; 409 and the rest of 4xx, and a redirect without a target, are a
server in disorder (server_error).
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.patterns import regex
from oit_checker.urls import canonical, host_of, is_document, is_private_address
from oit_checker.verify import Verdict, cloud
from oit_checker.verify.broken import words_of_failure
from oit_checker.verify.files import fault_in, is_html, kind_of
from oit_checker.verify.homes import is_home
from oit_checker.verify.look import Look, look_at
from oit_checker.verify.promise import promises_document
from oit_checker.verify.services import tells_services
from oit_checker.verify.soft404 import MOST_PLAIN_BESIDE_TITLE, MissingPage, is_answer_to_missing, says_not_found
from oit_checker.verify.walls import bot_wall, closed_door, is_for_staff, is_social, sign_in_address
from oit_checker.verify.words import WALL, failure_sentence, quoted, remark, status_words

__all__ = ["Verdict", "classify", "look_of"]

_V = Verification
_BY_STATUS: dict[int, tuple[Verification, str]] = {
    401: (_V.LOGIN_REQUIRED, "เว็บไซต์ให้ใส่ชื่อผู้ใช้และรหัสผ่านก่อน"),
    407: (_V.LOGIN_REQUIRED, "เว็บไซต์ให้ใส่ชื่อผู้ใช้และรหัสผ่านก่อน"),
    403: (_V.FORBIDDEN, "เว็บไซต์ไม่อนุญาตให้เข้าถึง"),
    404: (_V.NOT_FOUND, "เปิดแล้วไม่พบหน้า"),
    410: (_V.GONE, "เว็บไซต์แจ้งว่าลบหน้านี้ไปแล้ว"),
    408: (_V.TIMEOUT, "เว็บไซต์แจ้งว่ารอนานเกินไป"),
    429: (_V.RATE_LIMITED, "เว็บไซต์จำกัดจำนวนครั้งที่เรียก โปรดเปิดลิงก์ด้วยตนเอง"),
    **dict.fromkeys((400, 414, 421), (_V.INVALID_URL, "เว็บไซต์แจ้งว่าที่อยู่นี้ไม่ถูกต้อง")),
    **dict.fromkeys((402, 405, 406, 451), (_V.FORBIDDEN, "เว็บไซต์ไม่ยอมให้เปิด")),
    **dict.fromkeys((418, 511, 999), (_V.BLOCKED, "เว็บไซต์ปฏิเสธโปรแกรมตรวจ โปรดเปิดลิงก์ด้วยตนเอง")),
}
_SOCIAL_REFUSALS = frozenset({400, 401, 403, 405, 429, 999})
_CHARSET = regex(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MOST_OF_FAILURE = 4096  # bytes in which a program tells its failure, whatever kind of file it says that they are
_SOMETHING = regex(rb"\S")
_VIEWER = regex(r"viewer|pdf|docs\.google|view\.officeapps|blob:|embed|flip|preview", re.IGNORECASE)
_VIEWING_HOSTS = (
    "google.com",
    "sharepoint.com",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
    "canva.com",
    "scribd.com",
)


def classify(
    fetched: Fetched,
    body: bytes | None,
    *,
    expects_document: bool,
    missing_page: MissingPage | None,
    has_box: bool = False,
    look: Look | None = None,
) -> Verdict:
    """What a member of the public meets at `fetched.url`.

    body is what fetched.body_sha256 names, None where there is none. expects_document: the address or the link says
    that it is a file. missing_page is what the host answers to an address of this kind that cannot exist. What known
    services outside the website say of themselves goes before the general rules (verify/cloud). has_box: the host shows
    a box to sign in on every page, which closes none of them. look is what was seen of a page, where it was looked at.
    """
    if look is None and body is not None and is_html(body, fetched.media_type):
        look = look_of(fetched, body)
    return cloud.in_fairness(fetched, _classify(fetched, body, look, expects_document, missing_page, has_box))


def _classify(
    fetched: Fetched,
    body: bytes | None,
    look: Look | None,
    expects_document: bool,
    missing_page: MissingPage | None,
    has_box: bool,
) -> Verdict:
    door = sign_in_address(fetched)
    if door is not None:
        return _at_door(fetched, door)
    if fetched.failure is not Failure.NONE or fetched.http_status is None:
        return _without_answer(fetched)
    own_words = _of_service(fetched, body or b"", look)
    if own_words is not None:
        return own_words
    if not 200 <= fetched.http_status < 300:
        return _by_status(fetched, fetched.http_status, body or b"", look)
    if fetched.body_bytes == 0 or (body is not None and _SOMETHING.search(body) is None):
        return Verdict(_V.EMPTY, f"เปิดได้แต่ไม่มีเนื้อหา ({fetched.body_bytes} ไบต์)")
    if body is None:
        return _opens(fetched)
    if look is not None:
        return _of_page(fetched, body, look, expects_document, missing_page, has_box)
    if (
        len(body) <= _MOST_OF_FAILURE
        and kind_of(body) is None
        and (failure := words_of_failure(look_of(fetched, body)))
    ):
        return _failed(failure)
    fault = fault_in(fetched, body)
    return Verdict(_V.CORRUPT, fault) if fault else _opens(fetched)


def _of_service(fetched: Fetched, body: bytes, look: Look | None) -> Verdict | None:
    """What a known service outside the website says in its own pages."""
    if cloud.recognise(fetched.url) is None and cloud.recognise(fetched.final_url) is None:
        return None
    return cloud.judge(fetched, body, look)


def look_of(fetched: Fetched, body: bytes) -> Look:
    charset = _CHARSET.search(fetched.content_type or "")
    return look_at(body, charset[1] if charset else None)


def _at_door(fetched: Fetched, door: str) -> Verdict:
    if is_social(fetched.url):
        return Verdict(_V.BLOCKED, WALL.format(who=host_of(fetched.url)))
    return Verdict(_V.LOGIN_REQUIRED, f"ต้องเข้าสู่ระบบก่อน (ถูกส่งไปที่ {door})")


def _without_answer(fetched: Fetched) -> Verdict:
    outcome, sentence = failure_sentence(fetched)
    if outcome is _V.INVALID_URL and _is_by_name(fetched):
        return Verdict(_V.NOT_CHECKED, "ชื่อเว็บไซต์นี้ชี้ไปที่เครื่องภายในเมื่อดูจากเครื่องที่ตรวจ โปรดเปิดลิงก์ด้วยตนเอง")
    return Verdict(outcome, sentence)


def _is_by_name(fetched: Fetched) -> bool:
    """A public-looking name that leads inside may do so only in our own network: we cannot know."""
    refused = fetched.failure is Failure.FORBIDDEN_ADDRESS
    host = host_of(fetched.final_url)
    return refused and bool(host) and "address" in (fetched.note or "") and not is_private_address(host)


def _by_status(fetched: Fetched, status: int, body: bytes, look: Look | None) -> Verdict:
    wall = bot_wall(fetched, body, look) if status not in {401, 404, 410} else None
    if wall is not None:
        return Verdict(_V.BLOCKED, WALL.format(who=f"{wall} {status}"))
    if status in _SOCIAL_REFUSALS and is_social(fetched.final_url):
        return Verdict(_V.BLOCKED, WALL.format(who=f"{host_of(fetched.final_url)} {status}"))
    outcome, sentence = _BY_STATUS.get(status, (_V.SERVER_ERROR, "เว็บไซต์ขัดข้อง"))
    return Verdict(outcome, f"{sentence} ({status_words(status)})", staff_only=outcome is _V.LOGIN_REQUIRED)


def _of_page(
    fetched: Fetched, body: bytes, look: Look, expects_document: bool, missing: MissingPage | None, has_box: bool
) -> Verdict:
    wall = bot_wall(fetched, body, look)
    if wall is not None:
        return Verdict(_V.BLOCKED, WALL.format(who=wall))
    door = closed_door(fetched, look, has_box=has_box)
    if door is not None:
        if is_social(fetched.final_url):
            return Verdict(_V.BLOCKED, WALL.format(who=host_of(fetched.final_url)))
        sentence = f"ต้องเข้าสู่ระบบหรือขอสิทธิ์ก่อน หน้าแสดงว่า {quoted(door)}"
        told = tells_services(fetched, look)
        return Verdict(_V.LOGIN_REQUIRED, sentence, staff_only=is_for_staff(fetched, look), tells_services=told)
    if look.is_blank:
        return Verdict(_V.EMPTY, "เปิดได้แต่เป็นหน้าว่าง ไม่มีข้อความ รูป หรือลิงก์")
    failure = words_of_failure(look)
    if failure is not None:
        return _failed(failure)
    not_there = _not_there(fetched, look, missing)
    if not_there is not None:
        return Verdict(_V.SOFT_404, not_there)
    if (expects_document and is_document(fetched.url)) or promises_document(fetched):
        return _page_for_document(fetched, look)
    return _opens(fetched)


def _failed(words: str) -> Verdict:
    return Verdict(_V.SERVER_ERROR, f"หน้าแสดงข้อผิดพลาดของโปรแกรม {quoted(words)}")


def _not_there(fetched: Fetched, look: Look, missing: MissingPage | None) -> str | None:
    may_say = look.says_at_most(MOST_PLAIN_BESIDE_TITLE) and not is_home(fetched.url)
    said = says_not_found(look.title, look.plain, look.headings) if may_say else None
    if said is not None:
        return f"หน้าแจ้งว่า {quoted(said)} แม้ตอบรหัส 200"
    if is_answer_to_missing(fetched, look, missing):
        return "ได้หน้าเดียวกับที่เว็บไซต์แสดงเมื่อเปิดที่อยู่ซึ่งไม่มีจริง"
    return None


def _page_for_document(fetched: Fetched, look: Look) -> Verdict:
    if _is_viewer(fetched, look):
        return _opens(fetched)
    if canonical(fetched.final_url) != canonical(fetched.url) and is_home(fetched.final_url):
        return Verdict(_V.SOFT_404, "ถูกส่งไปหน้าแรกแทนเอกสาร")
    shown = look.title or " ".join(look.texts[:5])
    return Verdict(_V.WRONG_TYPE, f"ได้หน้าเว็บ {quoted(shown)} แทนเอกสาร")


def _is_viewer(fetched: Fetched, look: Look) -> bool:
    """A page that shows the document inside itself."""
    host = host_of(fetched.final_url)
    if any(host == known or host.endswith(f".{known}") for known in _VIEWING_HOSTS):
        return True
    return any(_VIEWER.search(frame) for frame in look.frames)


def _opens(fetched: Fetched) -> Verdict:
    note = remark(fetched)
    if _went_elsewhere(fetched):
        return Verdict(_V.REDIRECTED, f"เปิดได้ โดยถูกส่งต่อไปที่ {fetched.final_url[:120]}", note)
    return Verdict(_V.OK, "เปิดได้", note)


def _went_elsewhere(fetched: Fetched) -> bool:
    """Whether another page was reached: another host or path, or the query dropped; https and www are no move."""
    asked, came = _place(fetched.url), _place(fetched.final_url)
    if asked[:2] != came[:2]:
        return True
    return bool(asked[2]) and not came[2]


def _place(url: str) -> tuple[str, str, str]:
    parts = urlsplit(canonical(url))
    path = parts.path.partition(";")[0].rstrip("/").lower()
    name = path.rpartition("/")[2]
    if name.rpartition(".")[0] in {"index", "default"}:
        path = path.removesuffix(f"/{name}")
    host = (parts.hostname or "").removeprefix("www.")
    port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    return host + port, path, parts.query
