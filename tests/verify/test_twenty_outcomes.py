"""Every outcome of the contract, met on loopback the way an officer would meet it: one link, one look, one sentence."""

from __future__ import annotations

import hashlib
import io
import re
import socket
import ssl
import time
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
import trustme
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from oit_checker.config import Politeness
from oit_checker.fetch.http import HttpFetcher
from oit_checker.model.evidence import Verification
from oit_checker.urls import is_document
from oit_checker.verify.check import Checked, check_links

V = Verification
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n" + b"x" * 2000 + b"\nstartxref\n9\n%%EOF\n"
MENU = '<nav><a href="/">หน้าแรก</a><a href="/ita">ITA</a></nav>'


def page(main: str, title: str = "เทศบาลตำบลตัวอย่าง") -> str:
    return f"<html><head><title>{title}</title></head><body>{MENU}<main>{main}</main></body></html>"


def docx(cut: int = 0) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>" * 50)
    return raw.getvalue()[: len(raw.getvalue()) - cut]


PLAN = page("<h1>แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2569</h1><p>โครงการและกิจกรรมของหน่วยงาน</p>")
NOT_THERE = page("<h1>ขออภัย ไม่พบหน้าที่ท่านต้องการ</h1>")
LOGIN = page(
    '<form method="post"><input name="user"><input type="password" name="pass"><button>เข้าสู่ระบบ</button></form>',
    "เข้าสู่ระบบ",
)
CLOUDFLARE = "<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script></html>"
HTML = {"content_type": "text/html; charset=utf-8"}
AS_PDF = {"content_type": "application/pdf"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def promising(length: int, body: bytes) -> Response:
    response = Response(body, **AS_PDF)
    response.automatically_set_content_length = False
    response.headers["Content-Length"] = str(length)
    return response


def answers() -> dict[str, Response]:
    def to(path: str, status: int = 302) -> Response:
        return Response(status=status, headers={"Location": path})

    return {
        "/": Response(page("<h1>ยินดีต้อนรับ</h1><p>ข่าวสารและกิจกรรมของเทศบาล</p>"), **HTML),
        "/plan": Response(PLAN, **HTML),
        "/plan.pdf": Response(PDF, **AS_PDF),
        "/plan.docx": Response(docx(), content_type="application/octet-stream"),
        "/moved": to("/plan"),
        "/old.pdf": to("/plan.pdf"),
        "/slash": to("/slash/", 301),
        "/slash/": Response(PLAN, **HTML),
        "/gone": Response("gone", 410, **HTML),
        "/says-so": Response(NOT_THERE, **HTML),
        "/says-so.pdf": Response(NOT_THERE, **HTML),
        "/home-instead.pdf": to("/"),
        "/broken": Response("oops", 500, **HTML),
        "/php": Response(
            "<br /><b>Fatal error: Uncaught Error: Call to undefined function</b> in /var/www/a.php", **HTML
        ),
        "/loop1": to("/loop2"),
        "/loop2": to("/loop1"),
        "/basic": Response("who?", 401, headers={"WWW-Authenticate": "Basic"}),
        "/members": to("/login?next=/members"),
        "/login?next=/members": Response(LOGIN, **HTML),
        "/door": Response(LOGIN, **HTML),
        "/forbidden": Response("<h1>Forbidden</h1>", 403, **HTML),
        "/too-often": Response("slow down", 429, headers={"Retry-After": "0"}),
        "/wall": Response(CLOUDFLARE, 403, **HTML),
        "/wall200": Response(
            "<html><title>Request Rejected</title>The requested URL was rejected. "
            "Please consult with your administrator. Your support ID is: 123</html>",
            **HTML,
        ),
        "/captcha": Response('<title>Please verify you are human</title><div class="g-recaptcha"></div>', **HTML),
        "/zero.pdf": Response(b"", **AS_PDF),
        "/blank": Response("<html><head></head><body> </body></html>", **HTML),
        "/garbage.pdf": Response(b"\x00\x01garbage" * 300, **AS_PDF),
        "/cut.pdf": Response(PDF[:900], **AS_PDF),
        "/cut.docx": Response(docx(cut=40), content_type="application/octet-stream"),
        "/broken.xlsx": Response(b"PK\x03\x04" + b"?" * 900 + b"PK\x05\x06" + b"\0" * 18, content_type=XLSX),
        "/short.pdf": promising(99_999, PDF),
        "/page.pdf": Response(page("<h1>ยินดีต้อนรับสู่ระบบคลังเอกสาร</h1><p>กรุณาเลือกรายการ</p>", "คลังเอกสาร"), **HTML),
        "/viewer.pdf": Response(page('<iframe src="/pdfjs/web/viewer.html?file=plan.pdf"></iframe>'), **HTML),
        "/robots.txt": Response("User-agent: *\nDisallow: /private", content_type="text/plain"),
        "/private": Response(PLAN, **HTML),
    }


@pytest.fixture
def site(httpserver: HTTPServer) -> HTTPServer:
    known = answers()

    def answer(request: Request) -> Response:
        way = request.full_path.rstrip("?")
        if way == "/hang":
            time.sleep(1.5)
        return known.get(way) or Response(page("<h1>404</h1>"), 404, **HTML)

    httpserver.expect_request(re.compile(".*")).respond_with_handler(answer)
    return httpserver


class Bodies(dict[str, bytes]):
    def keep_body(self, body: bytes) -> str:
        sha = hashlib.sha256(body).hexdigest()
        self[sha] = body
        return sha


async def resolve(host: str) -> list[str]:
    if host.endswith("no-such-agency.go.th"):
        raise socket.gaierror(-2, "Name or service not known")
    return ["127.0.0.1"] if host in {"localhost", "www.example.go.th"} else [host]


def check(url: str, **more: Any) -> Checked:
    bodies = Bodies()
    politeness = Politeness(rate=0, at_once=4, timeout_s=0.7)
    web = HttpFetcher(bodies, politeness, site_hosts=["127.0.0.1"], resolve=resolve, **more)
    return check_links({url: is_document(url)}, fetcher=web, body=bodies.__getitem__)[url]


@pytest.mark.parametrize(
    ("path", "outcome", "words"),
    [
        ("/", V.OK, ""),
        ("/plan", V.OK, ""),
        ("/plan.pdf", V.OK, ""),
        ("/plan.docx", V.OK, ""),
        ("/viewer.pdf", V.OK, ""),
        ("/slash", V.OK, ""),
        ("/moved", V.REDIRECTED, "/plan"),
        ("/old.pdf", V.REDIRECTED, "/plan.pdf"),
        ("/nowhere", V.NOT_FOUND, "404"),
        ("/gone", V.GONE, "410"),
        ("/says-so", V.SOFT_404, "ไม่พบหน้าที่ท่านต้องการ"),
        ("/says-so.pdf", V.SOFT_404, "ไม่พบหน้าที่ท่านต้องการ"),
        ("/home-instead.pdf", V.SOFT_404, "ถูกส่งไปหน้าแรกแทนเอกสาร"),
        ("/broken", V.SERVER_ERROR, "500"),
        ("/php", V.SERVER_ERROR, "Fatal error"),
        ("/hang", V.TIMEOUT, "หมดเวลา"),
        ("/loop1", V.REDIRECT_LOOP, "วน"),
        ("/basic", V.LOGIN_REQUIRED, "401"),
        ("/members", V.LOGIN_REQUIRED, "เข้าสู่ระบบ"),
        ("/door", V.LOGIN_REQUIRED, "เข้าสู่ระบบ"),
        ("/forbidden", V.FORBIDDEN, "403"),
        ("/too-often", V.RATE_LIMITED, "429"),
        ("/wall", V.BLOCKED, "Cloudflare"),
        ("/wall200", V.BLOCKED, "F5"),
        ("/captcha", V.BLOCKED, "CAPTCHA"),
        ("/zero.pdf", V.EMPTY, "0"),
        ("/blank", V.EMPTY, "ว่าง"),
        ("/garbage.pdf", V.CORRUPT, "PDF"),
        ("/cut.pdf", V.CORRUPT, "ส่วนท้าย"),
        ("/cut.docx", V.CORRUPT, "สารบัญ"),
        ("/broken.xlsx", V.CORRUPT, "ไฟล์เสีย"),
        ("/short.pdf", V.CORRUPT, "99,999"),
        ("/page.pdf", V.WRONG_TYPE, "คลังเอกสาร"),
        ("/private", V.NOT_CHECKED, "robots.txt"),
    ],
)
def test_outcome(site: HTTPServer, path: str, outcome: Verification, words: str) -> None:
    seen = check(site.url_for(path))
    assert seen.verdict.verification is outcome, seen
    assert words in seen.verdict.message


@pytest.mark.parametrize(
    ("url", "outcome", "words"),
    [
        ("http://no-such-agency.go.th/", V.DNS_ERROR, "DNS"),
        ("http://127.0.0.1:{free}/", V.CONNECTION_ERROR, "เชื่อมต่อ"),
        ("https://", V.INVALID_URL, "ไม่ถูกต้อง"),
        ("http://", V.INVALID_URL, "ไม่ถูกต้อง"),
        ("http://a b.go.th/", V.INVALID_URL, "ไม่ถูกต้อง"),
        ("http://192.168.1.10/ita.pdf", V.INVALID_URL, "เครือข่ายภายใน"),
    ],
)
def test_outcome_without_a_server(url: str, outcome: Verification, words: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = url.format(free=free.getsockname()[1])
    seen = check(url)
    assert seen.verdict.verification is outcome
    assert words in seen.verdict.message


@pytest.fixture
def secure_site() -> Iterator[HTTPServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("www.example.go.th").configure_cert(context)
    with HTTPServer(ssl_context=context) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for(secure_site: HTTPServer) -> None:
    seen = check(f"https://www.example.go.th:{secure_site.port}/")
    assert seen.verdict.verification is V.TLS_ERROR
    assert "ใบรับรอง" in seen.verdict.message


def test_every_outcome_has_a_case() -> None:
    rows = [row for test in (test_outcome, test_outcome_without_a_server) for row in test.pytestmark[0].args[1]]
    assert {row[1] for row in rows} | {V.TLS_ERROR} == set(Verification)
