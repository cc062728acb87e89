"""Whether a home page shows the public anything: some have no words, some only a sign-in form, some are closed."""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml.html import HtmlElement

from oit_checker.documents.tree import parse_html
from oit_checker.documents.weblinks import visible_text
from oit_checker.model.page import Link
from oit_checker.patterns import regex
from oit_checker.snapshot import PageRecord
from oit_checker.thai.text import quote
from oit_checker.urls import host_of, is_document, is_media, page_key
from spiders import troubles
from spiders.answers import Answer
from spiders.traps import trap

_FEW_LETTERS = 600
_AROUND = 40
_CLOSED = regex(
    r"(?<!เ)ปิด\s*(?:เพื่อ\s*)?ปรับปรุง|(?:กำลัง|อยู่\s*(?:ใน)?\s*ระหว่าง)(?:การ)?\s*(?:ปรับปรุง|พัฒนา|จัดทำ|ก่อสร้าง|บำรุงรักษา|ย้าย|ปิด)|(?<!เ)ปิด(?:ให้)?บริการชั่วคราว"
    r"|(?:โดเมน|เว็บไซต์)[^.]{0,40}(?:หมดอายุ|ถูกระงับ|จอดไว้)|parked|domain\s+(?:is\s+)?(?:for\s+sale|expired)|account\s+(?:has\s+been\s+)?suspended"
    r"|under\s+(?:construction|maintenance)|scheduled\s+maintenance|coming\s+soon|เร็ว\s*ๆ\s*นี้|welcome\s+to\s+nginx|apache2?\s.{0,20}default\s+page|it\s+works!",
    re.IGNORECASE,
)
_OF_SIGNING_IN = regex(
    r"log\s*-?in|sign\s*-?(?:in|up)|regist|password|forgot|thaid|เข้าสู่ระบบ|ล็อกอิน|ลงชื่อเข้า|ลงทะเบียน|สมัคร|รหัสผ่าน|คู่มือการใช้",
    re.IGNORECASE,
)


def why_shows_nothing(record: PageRecord, answer: Answer, hosts: Collection[str]) -> str | None:
    """The Thai sentence, with a place for `host`, for a home page without content; None where it has some.

    A page without words that runs a script may fill itself in a browser: that is not judged here. A short page that
    leads nowhere and says that the site is closed, under repair or parked is no site that discloses nothing.
    """
    if any(_leads_on(link, record, hosts) for link in record.links):
        return None
    root = parse_html(answer.body, answer.charset)
    words = visible_text(root).strip()
    if _asks_for_a_password(root) and len(words) < _FEW_LETTERS:
        return troubles.SIGN_IN_ONLY
    closed = _CLOSED.search(words) if len(words) < _FEW_LETTERS else None
    if closed is not None:
        said = quote(words, *closed.span(), around=_AROUND).replace("{", "(").replace("}", ")")
        return troubles.CLOSED.replace("{said}", said)
    if words or record.links or b"<script" in answer.body.lower():
        return None
    return troubles.EMPTY


def _leads_on(link: Link, record: PageRecord, hosts: Collection[str]) -> bool:
    """Whether a link leads to something of the site besides signing in and the page itself."""
    if is_media(link.url) or page_key(link.url) == page_key(record.fetched.final_url):
        return False
    if trap(link.url) is not None or _OF_SIGNING_IN.search(f"{link.text} {link.url}"):
        return False
    return host_of(link.url) in hosts or is_document(link.url)


def _asks_for_a_password(root: HtmlElement) -> bool:
    return any((field.get("type") or "").strip().lower() == "password" for field in root.iter("input"))
