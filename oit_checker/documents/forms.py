"""Forms in which a visitor can write to the agency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from oit_checker.documents.inner_text import inner_text, word_set

_LEAST = 3
_TICKED_OR_PRESSED = word_set("hidden submit button image search reset radio checkbox password")
_PRESSED = word_set("submit button image")
_NAMED_OTHERWISE = re.compile(r"search|filter|log-?in|sign-?in|wp-comments-post|comment-?form|vote|poll", re.IGNORECASE)
_SENDS_OTHERWISE = re.compile(
    r"ค้นหา|สืบค้น|กรองข้อมูล|เข้าสู่ระบบ|ลงชื่อเข้าใช้|สมัครสมาชิก|โหวต|search|filter|log\s?in|sign\s?(?:in|up)|vote", re.IGNORECASE
)


def form_fields(root: HtmlElement) -> int:
    """Fields to write or choose in, of the largest form that sends words to the agency; 0 if that has fewer than three.

    Searches, logins, polls and the comments under a blog's article are no such forms.
    """
    largest = max((_fields(form) for form in root.iter("form") if not _is_for_something_else(form)), default=0)
    return largest if largest >= _LEAST else 0


def _fields(form: HtmlElement) -> int:
    kinds = [_kind(element) for element in form.iter("input", "textarea", "select")]
    written = sum(kind not in _TICKED_OR_PRESSED for kind in kinds)
    return written - 1 if "password" in kinds else written  # the name that goes with it


def _kind(element: HtmlElement) -> str:
    return (element.get("type") or "text").lower() if element.tag == "input" else str(element.tag)


def _is_for_something_else(form: HtmlElement) -> bool:
    named = " ".join(form.get(key) or "" for key in ("id", "class", "name", "action", "role"))
    said = [text for text in _buttons(form) if text]
    return bool(_NAMED_OTHERWISE.search(named)) or (bool(said) and all(map(_SENDS_OTHERWISE.search, said)))


def _buttons(form: HtmlElement) -> Iterator[str]:
    for element in form.iter("button", "input"):
        if element.tag == "button" and (element.get("type") or "submit").lower() == "submit":
            yield inner_text(element)
        elif element.tag == "input" and _kind(element) in _PRESSED:
            yield element.get("value") or element.get("alt") or ""
