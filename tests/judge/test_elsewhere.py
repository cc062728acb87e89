"""Advice for evidence kept outside the website: what is closed is opened where it lies, and brought home."""

from __future__ import annotations

import pytest

from oit_checker.judge.elsewhere import looking_advice, mending_advice, off_site_advice, viewer_advice
from oit_checker.model.cloud import CloudService
from oit_checker.model.evidence import Verification
from oit_checker.model.labels import CLOUD_SERVICE

S, V = CloudService, Verification


@pytest.mark.parametrize("service", list(CloudService))
def test_every_service_has_a_name_and_leads_home(service: CloudService) -> None:
    assert CLOUD_SERVICE[service]
    assert "เว็บไซต์หลัก" in off_site_advice(service)
    assert "เว็บไซต์หลัก" in viewer_advice(service)


@pytest.mark.parametrize(
    ("service", "seen", "words"),
    [
        (S.GOOGLE_DRIVE, V.LOGIN_REQUIRED, "ทุกคนที่มีลิงก์"),
        (S.GOOGLE_DOCS, V.FORBIDDEN, "ผู้มีสิทธิ์อ่าน"),
        (S.GOOGLE_FORMS, V.LOGIN_REQUIRED, "ลงชื่อเข้าใช้ Google"),
        (S.ONEDRIVE, V.LOGIN_REQUIRED, "Anyone"),
        (S.DROPBOX, V.LOGIN_REQUIRED, "ไม่มีรหัสผ่าน"),
        (S.GOOGLE_DRIVE, V.EMPTY, "โฟลเดอร์"),
    ],
)
def test_mending_names_the_services_own_setting(service: CloudService, seen: Verification, words: str) -> None:
    assert words in (mending_advice(service, seen) or "")


@pytest.mark.parametrize(
    ("service", "seen"),
    [(None, V.LOGIN_REQUIRED), (S.GOOGLE_DRIVE, V.NOT_FOUND), (S.DROPBOX, V.EMPTY), (S.SHORT_LINK, V.LOGIN_REQUIRED)],
)
def test_elsewhere_the_general_advice_will_do(service: CloudService | None, seen: Verification) -> None:
    assert mending_advice(service, seen) is None


def test_what_only_we_could_not_open_is_looked_at_step_by_step() -> None:
    told = looking_advice(S.GOOGLE_DRIVE, look="โปรดเปิดลิงก์ด้วยตนเอง")
    assert told.startswith("โปรดเปิดลิงก์ด้วยตนเองในหน้าต่างไม่ระบุตัวตน")
    for step in ("โดยไม่เข้าสู่ระบบ", "องค์ประกอบครบและตรงปี", "หากระบบขอให้เข้าสู่ระบบ", "ทุกคนที่มีลิงก์", "เว็บไซต์หลัก"):
        assert step in told
    assert "ทุกคนที่มีลิงก์" not in looking_advice(S.FACEBOOK, look="โปรดเปิด")
    assert looking_advice(None, look="โปรดเปิด") == "โปรดเปิดในหน้าต่างไม่ระบุตัวตน"
