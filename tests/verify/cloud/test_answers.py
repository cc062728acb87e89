"""What the services answer, written from their public pages, and what follows from it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched
from oit_checker.verify import Verdict
from oit_checker.verify.link import classify

V = Verification
NOW = datetime(2026, 3, 2, tzinfo=UTC)
ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs"
FILE = f"https://drive.google.com/file/d/{ID}/view"
DOC = f"https://docs.google.com/document/d/{ID}/edit"
FORM = "https://docs.google.com/forms/d/e/1FAIpQLSabcdef/viewform"
TENANT = "https://agency-my.sharepoint.com/:b:/g/personal/x/EaBc"
DROP = "https://www.dropbox.com/scl/fi/abc/plan.pdf?rlkey=k&dl=0"
YOUTUBE = "https://www.youtube.com/watch?v=k4iOBAmYDOA"
CANVA = "https://www.canva.com/design/DAF1/abc/view"
FACEBOOK = "https://www.facebook.com/agency/posts/1"
SHORT = "https://bit.ly/3aBc"
SIGN_IN = "https://accounts.google.com/v3/signin/identifier?continue=x"

VIEWER = "<title>แผน 2569.pdf - Google Drive</title><body><script>_docs_flag_initialData={}</script><p>แผน 2569.pdf"
QUOTA = (
    "<html><head><title>Google Drive - Quota exceeded</title><style>.uc-error-caption{color:#222}</style></head>"
    '<body><div id="uc-text"><p class="uc-error-caption">Sorry, you can&#39;t view or download this file at this time.'
    '</p><p class="uc-error-subcaption">Too many users have viewed or downloaded this file recently.</p></div>'
)
SCAN = (
    "<html><head><title>Google Drive - Virus scan warning</title></head><body><div id='uc-text'>"
    '<p class="uc-warning-caption">Google Drive can\'t scan this file for viruses.</p>'
    '<form id="download-form" action="https://drive.usercontent.google.com/download" method="get">'
    '<input type="submit" id="uc-download-link" value="Download anyway"><input type="hidden" name="confirm" value="t">'
)
OTHER_ERROR = '<title>Google ไดรฟ์</title><p class="uc-error-caption">ขออภัย ขณะนี้ดูไฟล์ไม่ได้</p>'
LOGIN_SHELL = (
    "<title>Log in to Facebook</title><form><input name='email'><input type='password' name='pass'>"
    "<button>Log In</button></form>"
)
NEEDS_JS = "<title>Canva</title><noscript>JavaScript must be enabled</noscript><div id='root'></div><script></script>"


def fetched(url: str, status: int | None = 200, to: str | None = None, **more: object) -> Fetched:
    hops = (to,) if to else ()
    return Fetched(url, to or url, status, "text/html", NOW, redirects=hops, **more)  # type: ignore[arg-type]


def judged(answer: Fetched, body: str = "") -> Verdict:
    raw = body.encode()
    counted = Fetched(
        answer.url,
        answer.final_url,
        answer.http_status,
        answer.media_type,
        NOW,
        failure=answer.failure,
        body_bytes=len(raw),
        redirects=answer.redirects,
    )
    return classify(counted, raw or None, expects_document=False, missing_page=None)


@pytest.mark.parametrize(
    ("answer", "body", "outcome", "words"),
    [
        pytest.param(fetched(FILE), VIEWER, V.OK, "เปิดได้", id="drive: viewer"),
        pytest.param(fetched(FILE, to=SIGN_IN), "<p>x", V.LOGIN_REQUIRED, "accounts.google.com", id="drive: private"),
        pytest.param(
            fetched(FILE),
            "<title>Sign in - Google Accounts</title><p>Use your Google Account",
            V.LOGIN_REQUIRED,
            "Sign in - Google Accounts",
            id="drive: sign-in page without redirect",
        ),
        pytest.param(
            fetched(FILE),
            "<title>ลงชื่อเข้าใช้ - บัญชี Google</title><p>ใช้บัญชี Google ของคุณ",
            V.LOGIN_REQUIRED,
            "ลงชื่อเข้าใช้",
            id="drive: sign-in page in Thai",
        ),
        pytest.param(
            fetched(FILE, 403),
            "<title>Error</title><p>You need access</p><p>Request access",
            V.LOGIN_REQUIRED,
            "You need access",
            id="drive: request access, refused",
        ),
        pytest.param(
            fetched(FILE, 403),
            "<h1>403</h1><p>That’s an error.",
            V.NOT_CHECKED,
            "403",
            id="drive: refused without a word",
        ),
        pytest.param(
            fetched(FILE, 403),
            "<h1>We're sorry...</h1><p>your computer or network may be sending automated queries.",
            V.BLOCKED,
            "automated queries",
            id="drive: taken for a robot",
        ),
        pytest.param(
            fetched(FILE),
            "<title>Google Drive</title><h1>คุณต้องมีสิทธิ์เข้าถึง</h1><p>ขอสิทธิ์เข้าถึง",
            V.LOGIN_REQUIRED,
            "คุณต้องมีสิทธิ์เข้าถึง",
            id="drive: request access",
        ),
        pytest.param(fetched(FILE, 404), "<title>Error 404</title>", V.NOT_FOUND, "404", id="drive: no such id"),
        pytest.param(
            fetched(FILE),
            "<p>Sorry, the file you have requested does not exist.</p>",
            V.SOFT_404,
            "file you have requested does not exist",
            id="drive: no such file, said politely",
        ),
        pytest.param(
            fetched(FILE), "<p>This file is in the owner’s trash.", V.GONE, "in the owner's trash", id="drive: trash"
        ),
        pytest.param(
            fetched(FILE),
            "<p>We're sorry. You can't access this item because it is in violation of our Terms of Service.",
            V.FORBIDDEN,
            "Terms of Service",
            id="drive: taken down",
        ),
        pytest.param(fetched(FILE), QUOTA, V.RATE_LIMITED, "Quota exceeded", id="drive: quota"),
        pytest.param(fetched(FILE, 403), QUOTA, V.RATE_LIMITED, "Quota exceeded", id="drive: quota with 403"),
        pytest.param(fetched(FILE), SCAN, V.OK, "เปิดได้", id="drive: one more click"),
        pytest.param(fetched(FILE), OTHER_ERROR, V.NOT_CHECKED, "ขณะนี้ดูไฟล์ไม่ได้", id="drive: an error we do not know"),
        pytest.param(
            fetched(FILE, 429, to="https://www.google.com/sorry/index?continue=x"),
            "<p>unusual traffic",
            V.BLOCKED,
            "Google",
            id="drive: captcha",
        ),
        pytest.param(fetched(FILE, 503), "<p>busy", V.NOT_CHECKED, "503", id="drive: out of order"),
        pytest.param(fetched(FILE, None, failure=Failure.DNS), "", V.NOT_CHECKED, "ติดต่อ", id="drive: our network"),
        pytest.param(fetched(FILE, None, failure=Failure.TIMEOUT), "", V.NOT_CHECKED, "ติดต่อ", id="drive: no answer"),
        pytest.param(fetched(FILE, None, failure=Failure.ROBOTS), "", V.NOT_CHECKED, "ข้อบกพร่อง", id="drive robots"),
        pytest.param(fetched(DOC, to=SIGN_IN), "<p>x", V.LOGIN_REQUIRED, "accounts.google.com", id="docs: private"),
        pytest.param(fetched(FORM), "<title>แบบสอบถาม</title><p>ชื่อ-สกุล</p>", V.OK, "เปิดได้", id="forms: open"),
        pytest.param(
            fetched("https://sites.google.com/view/a"),
            "<title>ITA</title><p>แบบฟอร์มอยู่ในถังขยะ",
            V.OK,
            "เปิดได้",
            id="sites: the agency's own words",
        ),
        pytest.param(
            fetched(TENANT, to="https://login.microsoftonline.com/x"),
            "<p>x",
            V.LOGIN_REQUIRED,
            "login.microsoftonline.com",
            id="sharepoint: sign-in",
        ),
        pytest.param(
            fetched(TENANT, to="https://agency-my.sharepoint.com/personal/x/_layouts/15/guestaccess.aspx?share=E"),
            "<title>Verify your identity</title><p>Request Verification Code",
            V.LOGIN_REQUIRED,
            "Verification Code",
            id="sharepoint: named guests only",
        ),
        pytest.param(
            fetched(TENANT, to="https://agency-my.sharepoint.com/_layouts/15/AccessDenied.aspx?Source=x"),
            "<title>Access required</title><p>ขอการเข้าถึง",
            V.LOGIN_REQUIRED,
            "Access required",
            id="sharepoint: access denied",
        ),
        pytest.param(
            fetched(TENANT, 404), "<p>Sorry, this link has been removed.", V.GONE, "removed", id="sharepoint: removed"
        ),
        pytest.param(
            fetched(TENANT),
            "<p>This item might not exist or is no longer available",
            V.SOFT_404,
            "might not exist",
            id="sharepoint: no item",
        ),
        pytest.param(
            fetched(TENANT, None, failure=Failure.DNS), "", V.DNS_ERROR, "DNS", id="sharepoint: no such organisation"
        ),
        pytest.param(
            fetched("https://1drv.ms/b/s!Aa", None, failure=Failure.CONNECT),
            "",
            V.NOT_CHECKED,
            "1drv.ms",
            id="onedrive: our network",
        ),
        pytest.param(
            fetched(DROP, 429),
            "<h1>Error (429)</h1><p>This account's links are generating too much traffic and have "
            "been temporarily disabled!",
            V.RATE_LIMITED,
            "too much traffic",
            id="dropbox: traffic",
        ),
        pytest.param(
            fetched(DROP, to="https://www.dropbox.com/login?cont=x"),
            "<title>Login - Dropbox",
            V.LOGIN_REQUIRED,
            "Dropbox",
            id="dropbox: sign-in",
        ),
        pytest.param(
            fetched(DROP),
            "<p>The file you're looking for has been deleted or moved.",
            V.GONE,
            "deleted or moved",
            id="dropbox: deleted",
        ),
        pytest.param(fetched(FACEBOOK), LOGIN_SHELL, V.BLOCKED, "facebook.com", id="facebook: login shell"),
        pytest.param(
            fetched(FACEBOOK, to="https://www.facebook.com/login/?next=x"),
            LOGIN_SHELL,
            V.BLOCKED,
            "facebook.com",
            id="facebook: sent to the login",
        ),
        pytest.param(fetched(FACEBOOK, 404), "<p>x", V.NOT_CHECKED, "facebook.com", id="facebook: 404 for programs"),
        pytest.param(
            fetched(FACEBOOK),
            "<title>Facebook</title><h1>Page Not Found</h1>",
            V.NOT_CHECKED,
            "facebook.com",
            id="facebook: not there for programs",
        ),
        pytest.param(fetched(FACEBOOK, 400), "<p>x", V.BLOCKED, "400", id="facebook: refused"),
        pytest.param(fetched(YOUTUBE, 410), "<p>x", V.NOT_CHECKED, "youtube.com", id="youtube: gone for programs"),
        pytest.param(fetched(CANVA), NEEDS_JS, V.OK, "เปิดได้", id="canva: shell"),
        pytest.param(fetched(CANVA, 403), "<p>x", V.NOT_CHECKED, "canva.com", id="canva: refused"),
        pytest.param(
            fetched("https://online.anyflip.com/abcd/efgh", 404),
            "<p>x",
            V.NOT_CHECKED,
            "anyflip.com",
            id="flipbook: 404",
        ),
        pytest.param(fetched(SHORT, to=FILE), VIEWER, V.REDIRECTED, FILE, id="short link: to a file"),
        pytest.param(
            fetched(SHORT, 404, to="https://www.example.go.th/old.pdf"),
            "<p>x",
            V.NOT_FOUND,
            "ลิงก์ย่อส่งต่อไปที่ https://www.example.go.th/old.pdf",
            id="short link: to nothing",
        ),
        pytest.param(fetched(SHORT, 404), "<p>x", V.NOT_FOUND, "404", id="short link: no such link"),
        pytest.param(
            fetched(SHORT),
            "<title>Ads</title><p>Wait 5 seconds",
            V.NOT_CHECKED,
            "หน้าคั่น",
            id="short link: a page between",
        ),
        pytest.param(
            fetched(SHORT, None, to="https://dead.go.th/a", failure=Failure.DNS),
            "",
            V.DNS_ERROR,
            "dead.go.th",
            id="short link: to a dead site",
        ),
        pytest.param(
            fetched("https://m.me/example", None, failure=Failure.DNS),
            "",
            V.NOT_CHECKED,
            "m.me",
            id="chat: our network",
        ),
        pytest.param(
            fetched("https://maps.google.com/maps?q=1,2", None, failure=Failure.TIMEOUT),
            "",
            V.NOT_CHECKED,
            "maps.google.com",
            id="map: our network",
        ),
        pytest.param(
            fetched("https://map.google.com/maps?q=1,2", None, failure=Failure.DNS),
            "",
            V.DNS_ERROR,
            "DNS",
            id="a name that is nearly the map's is mistyped",
        ),
        pytest.param(fetched("https://m.me/example", 404), "<p>x", V.NOT_FOUND, "404", id="chat: no such account"),
        pytest.param(
            fetched(SHORT, None, failure=Failure.DNS), "", V.NOT_CHECKED, "bit.ly", id="short link: our network"
        ),
    ],
)
def test_answer(answer: Fetched, body: str, outcome: Verification, words: str) -> None:
    verdict = judged(answer, body)
    assert verdict.verification is outcome, verdict
    assert words in verdict.message


@pytest.mark.parametrize(
    ("answer", "body", "words"),
    [
        (fetched(FILE), SCAN, "กดยืนยันอีกครั้ง"),
        (
            fetched(FORM),
            "<title>แบบสอบถาม</title><p>The form แบบสอบถาม is no longer accepting responses.",
            "ส่งคำตอบไม่ได้",
        ),
        (fetched(SHORT, to="https://www.example.go.th/plan"), "<h1>แผน</h1>", "https://www.example.go.th/plan"),
    ],
    ids=["one more click", "closed form", "short link"],
)
def test_what_an_officer_should_know_though_it_opens(answer: Fetched, body: str, words: str) -> None:
    verdict = judged(answer, body)
    assert verdict.verification.opens
    assert words in (verdict.note or "")


def test_a_long_document_that_speaks_of_a_quota_is_no_notice() -> None:
    text = "<h1>คู่มือ</h1><p>" + "ขั้นตอนการขอใช้บริการของหน่วยงาน " * 100 + "this link has been removed"
    assert judged(fetched(TENANT), text).verification is V.OK
