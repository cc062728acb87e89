"""The sign-in in front of a service: what an online service shows to everybody."""

from __future__ import annotations

import re
from dataclasses import replace

from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.patterns import regex
from oit_checker.verify import Checked
from oit_checker.verify.cloud import service_of

_STAFF_LINK = regex(r"ภายใน(?!เวลา|\s*\d)|เจ้าหน้าที่|บุคลากร|ผู้ดูแล|หลังบ้าน|สารบรรณ|intranet|back\s?office", re.IGNORECASE)


def is_front(item: Item, candidate: Candidate, checked: Checked) -> bool:
    """Whether a door that asks who one is may be the front of the service that is asked for; a shared file is none."""
    is_door = checked.verdict.verification is Verification.LOGIN_REQUIRED and not checked.verdict.staff_only
    staff = _STAFF_LINK.search(candidate.link_text)
    return item.login_is_front and is_door and staff is None and service_of(candidate.url, candidate.url) is None


def with_open_front(item: Item, candidate: Candidate, checked: Checked) -> Checked:
    """A front that tells its services and lets anybody register has opened: it shows the service before its door."""
    if not checked.verdict.tells_services or not is_front(item, candidate, checked):
        return checked
    message = "เปิดได้ หน้านี้แสดงบริการและให้ประชาชนลงทะเบียนใช้ได้ก่อนเข้าสู่ระบบ"
    return replace(checked, verdict=replace(checked.verdict, verification=Verification.OK, message=message))
