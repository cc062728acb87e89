"""A page to sign in at that tells the public what is behind it, and doors that tell nothing or are for the staff."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.model.page import Fetched
from oit_checker.verify import Checked
from oit_checker.verify.front import is_front, with_open_front
from oit_checker.verify.link import classify

URL = "https://www.example.go.th/service/"
SERVICES = "<p>ยื่นคำขอตรวจน้ำ ขอใบรับรองห้องปฏิบัติการ และติดตามสถานะคำขอ</p>"
FORM = "<form><input name=u><input type=password name=p><button>เข้าใช้งาน</button></form>"
REGISTER = "<a href=/register>ลงทะเบียนผู้ใช้ใหม่</a>"
MENU = "<a href=/>หน้าหลัก</a><a href=/a>ยื่นคำขอออนไลน์</a><a href=/b>ติดตามสถานะ</a>"


def item(code: str) -> Item:
    found = load_checklist("nacc-2569").item(code)
    assert found is not None
    return found


def seen(body: str, title: str = "ระบบบริการ", code: str = "O10", url: str = URL, link: str = "เข้าระบบ") -> Checked:
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>".encode()
    fetched = Fetched(url, url, 200, "text/html", datetime(2026, 3, 2, tzinfo=UTC), body_bytes=len(page))
    checked = Checked(fetched, classify(fetched, page, expects_document=False, missing_page=None))
    candidate = Candidate(code, url, "https://www.example.go.th/ita", link, (url,), (), 3.0)
    return with_open_front(item(code), candidate, checked)


def test_a_front_that_names_its_services_and_lets_anybody_register_has_opened() -> None:
    assert seen(SERVICES + FORM + REGISTER).verdict.verification is Verification.OK
    assert seen(SERVICES + FORM + "<p>ยังไม่มีบัญชี? <a href=/r>สมัครสมาชิก</a></p>").verdict.verification is Verification.OK


@pytest.mark.parametrize(
    ("body", "title"),
    [
        pytest.param(FORM, "เข้าสู่ระบบ", id="a form alone"),
        pytest.param(MENU + FORM + REGISTER, "ระบบบริการ", id="services in the menu alone"),
        pytest.param(
            "<h2>ยื่นคำขอและติดตามสถานะ</h2>" + FORM + REGISTER, "ยื่นคำขอและติดตามสถานะ", id="a system's name alone"
        ),
        pytest.param(SERVICES + FORM, "ระบบบริการ", id="nobody can register"),
        pytest.param(SERVICES + FORM + "<p>ติดต่อเจ้าหน้าที่เพื่อลงทะเบียนผู้ใช้</p>", "ระบบบริการ", id="the staff registers"),
        pytest.param(SERVICES + FORM + "<p>ปิดลงทะเบียนใหม่</p>", "ระบบบริการ", id="no longer registers"),
        pytest.param(SERVICES + FORM + REGISTER, "ระบบงานภายใน", id="an intranet"),
        pytest.param("<p>สำหรับเจ้าหน้าที่</p>" + SERVICES + FORM + REGISTER, "ระบบบริการ", id="for staff"),
        pytest.param("<p>ยื่นใบลา ยื่นคำขอไปราชการ ติดตามสถานะ</p>" + FORM + REGISTER, "ระบบบริการ", id="the staff's leave"),
        pytest.param("<p>ยื่นคำขอ ติดตามสถานะ</p>" + FORM + REGISTER, "ระบบบุคลากร", id="the staff's system"),
    ],
)
def test_any_other_door_stays_closed(body: str, title: str) -> None:
    assert seen(body, title).verdict.verification is Verification.LOGIN_REQUIRED


def test_an_editors_door_and_a_link_for_the_staff_stay_closed() -> None:
    body = SERVICES + FORM + REGISTER
    assert seen(body, url="https://www.example.go.th/wp-login.php").verdict.verification is Verification.LOGIN_REQUIRED
    assert seen(body, link="ระบบสำหรับเจ้าหน้าที่").verdict.verification is Verification.LOGIN_REQUIRED


def test_to_an_item_that_asks_for_no_service_it_is_a_door() -> None:
    checked = seen(SERVICES + FORM + REGISTER, code="O11")
    assert checked.verdict.verification is Verification.LOGIN_REQUIRED
    candidate = Candidate("O11", URL, URL, "แผน", (URL,), (), 3.0)
    assert not is_front(item("O11"), candidate, checked)
