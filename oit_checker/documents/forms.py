"""Forms in which a visitor can write to the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, word_set
from oit_checker.patterns import regex

_LEAST = 3
_LEAST_OF_A_SERVICE = 2  # "เลขประจำตัว / วันที่ / จองคิว": the button says what is sent
_WRITTEN_AT_LENGTH = word_set(
    "textarea file"
)  # a question, a complaint, a document: what a search or a login has no room for
_FOR_MACHINES = regex(r"captcha|honeypot", re.IGNORECASE)
_TICKED_OR_PRESSED = word_set("hidden submit button image search reset radio checkbox password")
_PRESSED = word_set("submit button image")
_NAMED_OTHERWISE = regex(r"search|filter|log-?in|sign-?in|vote|poll|newsletter|subscribe", re.IGNORECASE)
_NAMED_COMMENTS = regex(r"wp-comments-post|comment-?form", re.IGNORECASE)
# A blog's comment form whose button asks for a question or a complaint is used as one.
_ASKS = regex(r"คำถาม|สอบถาม|ตั้งกระทู้|ร้องเรียน|ร้องทุกข์|แจ้งเรื่อง|แจ้งเบาะแส|คำร้อง|คำขอ")
_SERVES = regex(r"จอง|นัดหมาย|ยื่น|ขอรับ|ขอใช้|ลงทะเบียน|ส่งคำ(?:ขอ|ร้อง)|แจ้งเรื่อง|แจ้งเบาะแส")
_SENDS_OTHERWISE = regex(
    r"ค้นหา|สืบค้น|กรองข้อมูล|เข้าสู่ระบบ|ลงชื่อเข้าใช้|สมัครสมาชิก|โหวต|search|filter|log\s?in|sign\s?(?:in|up)|vote", re.IGNORECASE
)


def form_fields(root: HtmlElement) -> int:
    """Fields to write or choose in, of the largest form that sends words to the agency; 0 where no form does.

    Such a form has three fields (two where its button names a service), or room to write at length or to hand in a
    file: "ชื่อ / ข้อความ / ส่งคำถาม" is one.
    Searches, logins, polls and the comments under a blog's article are none.
    """
    return max((_fields(form) for form in root.iter("form") if not _is_for_something_else(form)), default=0)


def _fields(form: HtmlElement) -> int:
    fields = (element for element in form.iter("input", "textarea", "select") if not _is_for_machines(element))
    kinds = [_kind(element) for element in fields]
    written = sum(kind not in _TICKED_OR_PRESSED for kind in kinds)
    written -= "password" in kinds  # the name that goes with it
    least = _LEAST_OF_A_SERVICE if any(map(_SERVES.search, _buttons(form))) else _LEAST
    return written if written >= least or not _WRITTEN_AT_LENGTH.isdisjoint(kinds) else 0


def _is_for_machines(element: HtmlElement) -> bool:
    return any(_FOR_MACHINES.search(element.get(key) or "") for key in ("id", "class", "name"))


def _kind(element: HtmlElement) -> str:
    return (element.get("type") or "text").lower() if element.tag == "input" else str(element.tag)


def _is_for_something_else(form: HtmlElement) -> bool:
    named = " ".join(form.get(key) or "" for key in ("id", "class", "name", "action", "role"))
    said = [text for text in _buttons(form) if text]
    if _NAMED_COMMENTS.search(named) and not any(map(_ASKS.search, said)):
        return True
    return bool(_NAMED_OTHERWISE.search(named)) or (bool(said) and all(map(_SENDS_OTHERWISE.search, said)))


def _buttons(form: HtmlElement) -> Iterator[str]:
    for element in form.iter("button", "input"):
        if element.tag == "button" and (element.get("type") or "submit").lower() == "submit":
            yield inner_text(element)
        elif element.tag == "input" and _kind(element) in _PRESSED:
            yield element.get("value") or element.get("alt") or ""
