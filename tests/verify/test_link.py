"""From an answer to an outcome: what cannot be served on loopback, and the finer distinctions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from oit_checker.fetch.tls import MENDED, TlsTrouble
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.verify.link import classify

V = Verification
NOW = datetime(2026, 3, 2, tzinfo=UTC)
PAGE = "<title>แผน</title><h1>แผนปฏิบัติราชการ 2569</h1><p>" + "โครงการ " * 80


def answered(url: str, status: int | None = 200, **more: Any) -> Fetched:
    more.setdefault("final_url", url)
    more.setdefault("media_type", "text/html")
    more.setdefault("body_bytes", 99)
    return Fetched(url=url, http_status=status, fetched_at=NOW, **more)


def verdict(fetched: Fetched, body: str | bytes | None = PAGE, *, document: bool = False) -> Verification:
    raw = body.encode() if isinstance(body, str) else body
    return classify(fetched, raw, expects_document=document, missing_page=None).verification


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, V.INVALID_URL),
        (401, V.LOGIN_REQUIRED),
        (403, V.FORBIDDEN),
        (404, V.NOT_FOUND),
        (405, V.FORBIDDEN),
        (408, V.TIMEOUT),
        (410, V.GONE),
        (418, V.BLOCKED),
        (429, V.RATE_LIMITED),
        (451, V.FORBIDDEN),
        (500, V.SERVER_ERROR),
        (503, V.SERVER_ERROR),
        (522, V.SERVER_ERROR),
        (999, V.BLOCKED),
        (204, V.EMPTY),
        (304, V.SERVER_ERROR),
    ],
)
def test_status(status: int, expected: Verification) -> None:
    assert verdict(answered("https://x.go.th/a", status, body_bytes=0), None) is expected


@pytest.mark.parametrize(
    ("url", "final", "expected"),
    [
        ("http://x.go.th/a", "https://x.go.th/a", V.OK),
        ("https://x.go.th/a", "https://www.x.go.th/a/", V.OK),
        ("https://x.go.th/", "https://x.go.th/index.php", V.OK),
        ("https://x.go.th/a?id=1", "https://x.go.th/a?id=1&lang=th", V.OK),
        ("https://x.go.th/a", "https://x.go.th/a;jsessionid=4F", V.OK),
        ("https://x.go.th/%E0%B9%81", "https://x.go.th/แ", V.OK),
        ("https://x.go.th/a", "https://x.go.th/b", V.REDIRECTED),
        ("https://x.go.th/a", "https://y.go.th/a", V.REDIRECTED),
        ("https://x.go.th/a?id=1", "https://x.go.th/a", V.REDIRECTED),
        ("https://bit.ly/3abc", "https://x.go.th/plan", V.REDIRECTED),
    ],
)
def test_elsewhere_is_another_host_or_path(url: str, final: str, expected: Verification) -> None:
    assert verdict(answered(url, final_url=final)) is expected


@pytest.mark.parametrize(
    ("fetched", "body", "expected"),
    [
        pytest.param(
            answered("https://drive.google.com/file/d/1/view", final_url="https://accounts.google.com/v3/signin"),
            PAGE,
            V.LOGIN_REQUIRED,
            id="drive file that is not shared",
        ),
        pytest.param(
            answered(
                "https://drive.google.com/file/d/1/view",
                None,
                failure=Failure.ROBOTS,
                final_url="https://accounts.google.com/ServiceLogin",
            ),
            None,
            V.LOGIN_REQUIRED,
            id="the sign-in page's robots.txt does not hide the door",
        ),
        pytest.param(
            answered("https://x.go.th/a", None, failure=Failure.ROBOTS, note="robots.txt unreachable: 503"),
            None,
            V.NOT_CHECKED,
            id="a host that cannot say what it forbids",
        ),
        pytest.param(
            answered("https://drive.google.com/file/d/1/view"),
            "<title>Google ไดรฟ์</title><h1>คุณต้องมีสิทธิ์เข้าถึง</h1>",
            V.LOGIN_REQUIRED,
            id="drive asks for permission",
        ),
        pytest.param(
            answered("https://drive.google.com/file/d/1/view"),
            "<title>Google Drive - Page Not Found</title><p>Sorry, the file you have requested does not exist.",
            V.SOFT_404,
            id="drive file that was deleted",
        ),
        pytest.param(
            answered("https://x.go.th/howto"),
            "<title>คู่มือ</title><h1>วิธีขอสิทธิ์เข้าถึงระบบ</h1><p>" + "ขั้นตอน " * 90,
            V.OK,
            id="a page that explains permissions",
        ),
        pytest.param(
            answered("https://www.facebook.com/agency", 400),
            "<title>Error</title>",
            V.BLOCKED,
            id="facebook refuses programs",
        ),
        pytest.param(
            answered("https://www.facebook.com/agency", final_url="https://www.facebook.com/login/"),
            '<title>Facebook</title><form><input name="email"><input type="password"></form>',
            V.BLOCKED,
            id="facebook shows programs a login",
        ),
        pytest.param(
            answered("https://x.go.th/a"),
            PAGE + '<form><input type="password"></form>' + "<p>เนื้อหา " * 90,
            V.OK,
            id="a login box beside content",
        ),
        pytest.param(
            answered("https://x.go.th/a", headers={"cf-mitigated": "challenge"}),
            PAGE,
            V.BLOCKED,
            id="cloudflare's header",
        ),
        pytest.param(
            answered("https://x.go.th/a"),
            PAGE + '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
            V.OK,
            id="cloudflare's beacon on a good page",
        ),
        pytest.param(
            answered("https://x.go.th/a", 403),
            "<title>Access Denied</title><p>Reference #18.2 https://errors.edgesuite.net/18.2",
            V.BLOCKED,
            id="akamai",
        ),
        pytest.param(
            answered("https://x.go.th/a", 403), "<h1>403 Forbidden</h1>nginx", V.FORBIDDEN, id="a plain refusal"
        ),
        pytest.param(
            answered("https://x.go.th/contact"),
            PAGE + '<div class="g-recaptcha"></div>',
            V.OK,
            id="a contact form with a captcha",
        ),
        pytest.param(
            answered("https://x.go.th/spa"),
            '<div id="app"></div><script src="/app.js"></script>',
            V.OK,
            id="filled by script",
        ),
        pytest.param(answered("https://x.go.th/a"), '<img src="/o12.jpg">', V.OK, id="picture only"),
        pytest.param(
            answered("https://x.go.th/a"), "<title>x</title><!-- nothing -->", V.EMPTY, id="a title and nothing else"
        ),
        pytest.param(answered("https://x.go.th/a"), "   \n ", V.EMPTY, id="white space"),
        pytest.param(
            answered("https://x.go.th/a"), "Fatal error: Allowed memory size exhausted", V.SERVER_ERROR, id="php"
        ),
    ],
)
def test_page(fetched: Fetched, body: str | None, expected: Verification) -> None:
    assert verdict(fetched, body) is expected


@pytest.mark.parametrize(
    ("fetched", "expected", "words"),
    [
        (
            answered("https://x.go.th", None, failure=Failure.TLS, note=f"{TlsTrouble.EXPIRED}: x"),
            V.TLS_ERROR,
            "หมดอายุ",
        ),
        (
            answered("https://x.go.th", None, failure=Failure.TLS, note=f"{TlsTrouble.WRONG_HOST}: x"),
            V.TLS_ERROR,
            "ชื่อเว็บไซต์อื่น",
        ),
        (answered("https://x.go.th", None, failure=Failure.TLS, note=f"{TlsTrouble.OTHER}: x"), V.TLS_ERROR, "https"),
        (
            answered("http://localhost/a", None, failure=Failure.FORBIDDEN_ADDRESS, note="leads to a loopback address"),
            V.INVALID_URL,
            "เครือข่ายภายใน",
        ),
        (
            answered(
                "http://x.go.th/a",
                302,
                final_url="file:///c:/a.pdf",
                redirects=("file:///c:/a.pdf",),
                failure=Failure.FORBIDDEN_ADDRESS,
                note="redirects to file:",
            ),
            V.INVALID_URL,
            "ส่งต่อ",
        ),
        (
            answered("http://in.x.go.th/a", None, failure=Failure.FORBIDDEN_ADDRESS, note="leads to a private address"),
            V.NOT_CHECKED,
            "เครื่องที่ตรวจ",
        ),
        (answered("https://x.go.th", None, failure=Failure.BUDGET), V.NOT_CHECKED, "หมดเวลา"),
        (answered("https://x.go.th", None, failure=Failure.NOT_RECORDED), V.NOT_CHECKED, "บันทึก"),
    ],
)
def test_without_an_answer(fetched: Fetched, expected: Verification, words: str) -> None:
    found = classify(fetched, None, expects_document=False, missing_page=None)
    assert found.verification is expected
    assert words in found.message


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_has_a_sentence(failure: Failure) -> None:
    found = classify(
        answered("https://x.go.th/", None, failure=failure), None, expects_document=False, missing_page=None
    )
    assert not found.verification.opens
    assert found.message


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param({"note": MENDED}, "intermediate", id="incomplete chain"),
        pytest.param({"truncated": True, "body_bytes": 4 * 1024 * 1024}, "4.0 MB", id="over our cap"),
    ],
)
def test_a_remark_does_not_change_the_outcome(more: dict[str, Any], words: str) -> None:
    found = classify(answered("https://x.go.th/a", **more), PAGE.encode(), expects_document=False, missing_page=None)
    assert found.verification is V.OK
    assert words in (found.note or "")


@pytest.mark.parametrize(
    ("url", "body", "expected"),
    [
        pytest.param("https://x.go.th/a.pdf", PAGE, V.WRONG_TYPE, id="a page in place of a pdf"),
        pytest.param("https://x.go.th/download.php?file=a.pdf", PAGE, V.WRONG_TYPE, id="a page in place of a download"),
        pytest.param("https://x.go.th/download/12", PAGE, V.OK, id="the address promises nothing"),
        pytest.param("https://x.go.th/a.pdf", PAGE + '<embed src="a.pdf">', V.OK, id="a page that shows the pdf"),
        pytest.param("https://docs.google.com/a.pdf", PAGE, V.OK, id="a viewing service"),
    ],
)
def test_a_page_where_a_document_was_promised(url: str, body: str, expected: Verification) -> None:
    assert verdict(answered(url), body, document=True) is expected


DOOR = '<form><input name="u"><input type="password" name="p"></form>'


@pytest.mark.parametrize(
    ("url", "body", "is_for_staff"),
    [
        ("https://e.x.go.th/sign-in", f"<title>เข้าสู่ระบบ</title>{DOOR}", False),
        (
            "https://e.x.go.th/sign-in",
            f"<title>เข้าสู่ระบบ</title><p>ยังไม่มีบัญชี ลงทะเบียน</p><p>เฉพาะเจ้าหน้าที่</p>{DOOR}",
            False,
        ),
        ("https://e.x.go.th/sign-in", f"<title>เข้าสู่ระบบ</title><p>สำหรับบุคลากรเท่านั้น</p>{DOOR}", True),
        ("https://www.x.go.th/administrator/", f"<title>Sign in</title>{DOOR}", True),
    ],
)
def test_a_door_says_whether_it_is_for_the_agencys_own_people(url: str, body: str, is_for_staff: bool) -> None:
    seen = classify(answered(url), body.encode(), expects_document=False, missing_page=None)
    assert seen.verification is V.LOGIN_REQUIRED
    assert seen.staff_only is is_for_staff


def test_a_password_asked_before_anything_is_shown_is_no_front_of_a_service() -> None:
    seen = classify(
        answered("https://e.x.go.th/", 401), b"<title>401</title>", expects_document=False, missing_page=None
    )
    assert seen.staff_only


BOX = '<form><input name="u"><input type="password"><button>เข้าสู่ระบบ</button></form>'


@pytest.mark.parametrize(
    ("url", "title", "has_box", "expected"),
    [
        pytest.param("https://x.go.th/contact", "ติดต่อเรา", True, V.OK, id="a short page with the box of its site"),
        pytest.param("https://x.go.th/contact", "ติดต่อเรา", False, V.LOGIN_REQUIRED, id="a page that is a box alone"),
        pytest.param("https://x.go.th/member", "เข้าสู่ระบบสมาชิก", True, V.LOGIN_REQUIRED, id="called a door"),
        pytest.param("https://x.go.th/login.php", "เทศบาลตัวอย่าง", True, V.LOGIN_REQUIRED, id="at the address of one"),
    ],
)
def test_a_box_on_every_page_closes_none(url: str, title: str, has_box: bool, expected: Verification) -> None:
    body = f"<title>{title}</title><h1>{title}</h1><p>โทร 0 2123 4567</p>{BOX}"
    seen = classify(answered(url), body.encode(), expects_document=False, missing_page=None, has_box=has_box)
    assert seen.verification is expected
