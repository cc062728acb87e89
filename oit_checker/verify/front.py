"""The sign-in in front of a service: what an online service shows to everybody."""

from __future__ import annotations

import re

from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.verify.check import Checked
from oit_checker.verify.cloud import service_of

_STAFF_LINK = re.compile(
    r"ภายใน(?!เวลา|\s*\d)|เจ้าหน้าที่|บุคลากร|ผู้ดูแล|หลังบ้าน|สารบรรณ|intranet|back\s?office", re.IGNORECASE
)


def is_front(item: Item, candidate: Candidate, checked: Checked) -> bool:
    """Whether a door that asks who one is may be the front of the service that is asked for; a shared file is none."""
    is_door = checked.verdict.verification is Verification.LOGIN_REQUIRED and not checked.verdict.staff_only
    staff = _STAFF_LINK.search(candidate.link_text)
    return item.login_is_front and is_door and staff is None and service_of(candidate.url, candidate.url) is None
