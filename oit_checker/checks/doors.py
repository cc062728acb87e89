"""Words of an online channel, weighed by the doors that stand beside them.

A heading that says แจ้งเบาะแสการทุจริต over a post box, a telephone or the doors of other bodies opens nothing on line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from oit_checker.checks.contact import phone
from oit_checker.checks.matter import Matter, Place
from oit_checker.checks.numbers import EMAIL
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus
from oit_checker.model.labels import IN_LINK
from oit_checker.model.page import Link
from oit_checker.patterns import regex
from oit_checker.thai.link_words import is_generic
from oit_checker.urls import is_document

SHARING = ("addtoany.com", "/sharer", "/share?", "lineit/share", "line.me/r/msg", "intent/tweet", "social-plugins")

_CHAT = regex(
    r"อี-?เมล|(?<![a-z])e-?mail|(?<![a-z])line(?![a-z])|(?<!ออน)ไลน์|facebook|เฟ[ซส]บุ๊?[กค]|messenger|qr[\s-]?code|คิวอาร์|แอปพลิเคชัน",
    re.IGNORECASE,
)
_COMPLAINT = regex(r"ร้องเรียน|แจ้ง|เบาะแส|ฟอร์ม|กรอก|ส่ง(?:เรื่อง|ข้อความ)|ถาม|แชท", re.IGNORECASE)
_COMPLAINT_ADDRESS = regex(r"compl|corrupt|whistle|report|form|appeal|petition|ร้องเรียน|/o17\b", re.IGNORECASE)
_IN_MENU = regex(r"เบาะแส|(?:ร้องเรียน|แจ้ง).{0,20}ทุจริต")
_ABOUT = regex(r"สถิติ|คู่มือ|แนวปฏิบัติ|รายงาน|มาตรการ|ขั้นตอน|ผล")
_CHAT_ADDRESS = regex(r"line\.me|lin\.ee|facebook\.com|fb\.com|m\.me/|messenger", re.IGNORECASE)
_ADDRESS = regex(r"(?:https?://|www\.)\S{4,}", re.IGNORECASE)
_SENT_TO = regex(r"(?:ส่ง|แจ้ง|ร้องเรียน)[^|@]{0,60}(?:ที่|ทาง|ถึง|มายัง|ผ่าน)[^|@]{0,40}$")
_POST = regex(r"ตู้\s*(?:ปณ|ป\.\s?ณ|ไปรษณีย์)[^¦]{0,20}|ทางไปรษณีย์")
_ON_LINE = regex(r"ออนไลน์|เว็บไซต์|ฟอร์ม|ระบบรับ|ชื่อผู้|รายละเอียด|ส่ง|ข้อมูลผู้")


def beside_doors(
    place: Place, component: Component, matter: Matter, others: Sequence[str], shared: Sequence[str]
) -> Observation:
    """What words of a channel are worth: found beside a door of the agency's own, absent where all are others'.

    others and shared are parts of addresses: of other bodies, and of systems in which an agency may have a place of its
    own. It is for a person to look where there may be a door that cannot be told: a link that says something else, a
    picture (QR code), or words of a form whose fields were not seen.
    """
    away = [link for link in matter.page.links if _is_content(link, matter)]
    own = [link for link in away if not _is_of(link.url, others)]
    if (door := _own_door(matter, [link for link in own if not _is_of(link.url, shared)], others)) is not None:
        return door
    says_on_line = any(_ON_LINE.search(word) and matter.body.first(word) for word in component.keywords)
    is_in_menu = any(_is_named_in_menu(link, matter, others) for link in matter.page.links)
    may_lead_on = bool(own) or is_in_menu or any(_ADDRESS.search(chunk.text) for chunk in matter.chunks)
    if says_on_line and may_lead_on:
        return found(place.snippet, place.place)
    other = next(_other_doors(component, matter, others), None)
    if other is not None and not (says_on_line or may_lead_on or matter.page.pictures):
        return absent(f"มีแต่ช่องทางของหน่วยงานอื่น ไปรษณีย์ หรือโทรศัพท์ (“{other}”) ไม่พบช่องทางออนไลน์ของหน่วยงานเอง")
    note = "มีถ้อยคำของช่องทาง แต่ไม่พบแบบฟอร์ม อีเมล แชท หรือลิงก์ของหน่วยงานเองที่ใช้แจ้งได้ โปรดเปิดดูว่ามีหรือไม่"
    return Observation(ComponentStatus.UNREADABLE, place.snippet, place.place, note)


def _is_of(address: str, hosts: Sequence[str]) -> bool:
    return any(host.lower() in address.lower() for host in hosts)


def _is_content(link: Link, matter: Matter) -> bool:
    """Whether a link of the page's own matter leads away from it, and not to the front page of its site."""
    address = link.url.rstrip("/").lower()
    is_home = address.count("/") == 2 and matter.page.url.lower().startswith(address)
    is_aside = link.in_menu or is_home or _is_of(link.url, SHARING)
    return bool(link.url) and not is_aside and link.url != matter.page.url


def _is_named_in_menu(link: Link, matter: Matter, others: Sequence[str]) -> bool:
    """Whether the site's menu leads elsewhere to a channel of the same name, which may be the one that is meant."""
    is_named = _IN_MENU.search(link.text) is not None and _ABOUT.search(link.text) is None
    return link.in_menu and is_named and link.url not in ("", matter.page.url) and not _is_of(link.url, others)


def _own_door(matter: Matter, own: Sequence[Link], others: Sequence[str]) -> Observation | None:
    """A link to complain by, an address of e-mail, or a chat."""
    for link in own:
        if _is_door(link):
            return found(f"{link.text} ({link.url})" if link.text else link.url, IN_LINK)
    for pattern in (EMAIL, _CHAT):
        for chunk in matter.body.chunks:
            seen = pattern.search(chunk.text)
            if seen is not None and not _is_of(seen[0] if pattern is EMAIL else chunk.text, others):
                place = matter.quote(chunk, *seen.span())
                return found(place.snippet, place.place)
    return None


def mailbox(matter: Matter, about: Sequence[str], others: Sequence[str]) -> Observation | None:
    """An e-mail address to which the same words ask to send what it is about: พบการทุจริต ส่งรายละเอียดมาที่ …@…."""
    for chunk in matter.body.chunks:
        seen = EMAIL.search(chunk.text)
        if seen is None or _is_of(seen[0], others) or not _SENT_TO.search(chunk.text[: seen.start()]):
            continue
        if any(word in chunk.text for word in about):
            place = matter.quote(chunk, *seen.span())
            return found(place.snippet, place.place)
    return None


def _is_door(link: Link) -> bool:
    if is_document(link.url):
        return False
    says = link.text != "" and not is_generic(link.text)
    named = _COMPLAINT.search(link.text) if says else _COMPLAINT_ADDRESS.search(link.url)
    return named is not None or _CHAT_ADDRESS.search(link.url) is not None


def _other_doors(component: Component, matter: Matter, others: Sequence[str]) -> Iterator[str]:
    """What there is in place of a channel on line of the agency's own: other bodies, the post, a telephone."""
    yield from (link.text or link.url for link in matter.page.links if not link.in_menu and _is_of(link.url, others))
    yield from (seen[0] for chunk in matter.body.chunks if (seen := _POST.search(chunk.text)) is not None)
    if (number := phone(component, matter.body, None).snippet) is not None:
        yield number
