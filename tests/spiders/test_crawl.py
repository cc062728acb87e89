"""A whole crawl of tiny sites: what is asked for, what is kept, and what is said about the rest."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oit_checker.config import Politeness
from oit_checker.errors import SnapshotError, UsageError
from oit_checker.model.page import Failure
from oit_checker.snapshot import Snapshot

Crawl = Callable[..., Snapshot]


def urls(snapshot: Snapshot, site: Any) -> list[str]:
    return [
        record.fetched.final_url.removeprefix(site.url) for record in snapshot.pages() if record.fetched.body_sha256
    ]


def wait_for_requests(site: Any, enough: int) -> None:
    deadline = time.monotonic() + 30
    while site.asked.total() < enough and time.monotonic() < deadline:
        time.sleep(0.05)


def test_a_whole_site_is_completed(site: Any, crawled: Crawl) -> None:
    site.html("/", '<title>อบต.ทดสอบ</title><a href="/a">หน้า ก</a><a href="https://www.facebook.com/x">เฟซบุ๊ก</a>')
    site.html("/a", '<title>ก</title><a href="/แผน.pdf">แผนปฏิบัติราชการ</a>')
    snapshot = crawled(site.url, phrases=["แผนปฏิบัติราชการ"])
    manifest = snapshot.manifest
    assert (manifest.outcome, manifest.reason, manifest.pages) == ("completed", None, 2)
    assert manifest.off_site == (("www.facebook.com", 1),)
    page = snapshot.page(f"{site.url}/a")
    assert page is not None
    assert snapshot.hits(page) == ("แผนปฏิบัติราชการ",)
    assert page.parent == f"{site.url}/"
    assert [link.text for link in page.links] == ["แผนปฏิบัติราชการ"]
    assert snapshot.path_to(f"{site.url}/a") == (f"{site.url}/", f"{site.url}/a")
    assert snapshot.body(page.fetched.body_sha256 or "") == site.pages["/a"][2]
    assert site.asked["/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"] == 0
    assert site.asked["/robots.txt"] == 1


def test_what_speaks_of_ita_comes_first(site: Any, crawled: Crawl) -> None:
    news = "".join(f'<a href="/news/{n}">ข่าวกิจกรรม {n}</a>' for n in range(20))
    site.html("/", f'{news}<a href="/menu/7">โครงสร้างหน่วยงาน</a><a href="/x/9">การประเมิน ITA ปี 2569</a>')
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path[1:2] in "nmx" else None
    crawled(
        site.url, phrases=["โครงสร้าง"], boost=["โครงสร้างหน่วยงาน"], year=2569, politeness=Politeness(rate=200, at_once=1)
    )
    pages = [path for path in site.order if path.count("/") == 2]
    assert pages[:2] == ["/x/9", "/menu/7"]
    assert len(pages) == 22


def test_raw_and_percent_encoded_thai_are_one_page(site: Any, crawled: Crawl) -> None:
    encoded = "/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"
    site.links(
        "/", "/ข่าว", encoded, encoded.lower(), f"{site.url}{encoded}?PHPSESSID=abc", "/b?y=1&x=2", "/b?x=2&y=1#top"
    )
    site.html(encoded, "ข่าว")
    site.html("/b?y=1&x=2", "ข")
    snapshot = crawled(site.url)
    assert sum(count for path, count in site.asked.items() if "%E0" in path.upper()) == 1
    assert site.asked["/b?x=2&y=1"] == 0
    assert snapshot.manifest.pages == 3


@pytest.mark.parametrize(
    ("encoding", "content_type", "meta"),
    [
        pytest.param("cp874", "text/html; charset=windows-874", "", id="declared by HTTP"),
        pytest.param("cp874", "text/html", '<meta charset="tis-620">', id="declared by meta"),
        pytest.param("cp874", "text/html; charset=utf-8", "", id="declared wrongly as UTF-8"),
        pytest.param("utf-8", "text/html; charset=windows-874", "", id="UTF-8 declared wrongly"),
    ],
)
def test_old_and_wrong_encodings(site: Any, crawled: Crawl, encoding: str, content_type: str, meta: str) -> None:
    words = "ยินดีต้อนรับสู่เว็บไซต์องค์การบริหารส่วนตำบล " * 5
    body = f'{meta}<title>องค์การบริหารส่วนตำบล</title><p>{words}</p><a href="/x">การเปิดเผยข้อมูลสาธารณะ</a>'
    site.html("/", body, encoding=encoding, content_type=content_type)
    home = next(crawled(site.url, phrases=["องค์การบริหารส่วนตำบล"]).pages())
    assert home.title == "องค์การบริหารส่วนตำบล"
    assert home.links[0].text == "การเปิดเผยข้อมูลสาธารณะ"
    assert home.hits


def test_redirects_are_followed_once(site: Any, crawled: Crawl) -> None:
    site.links("/", "/old1", "/old2", "/new", "/out", "/loop")
    site.move("/old1", "/new")
    site.move("/old2", "/new", 302)
    site.move("/out", "https://www.example.org/x")
    site.move("/loop", "/loop2")
    site.move("/loop2", "/loop")
    site.html("/new", "ใหม่")
    snapshot = crawled(site.url)
    assert site.asked["/new"] == 1
    by_url = {record.fetched.url.removeprefix(site.url): record.fetched for record in snapshot.pages()}
    assert by_url["/out"].final_url == "https://www.example.org/x"
    assert by_url["/out"].http_status == 301
    assert by_url["/loop"].failure is Failure.REDIRECT_LOOP
    assert snapshot.page(f"{site.url}/old1") is not None


def test_a_cookie_is_given_where_a_site_redirects_until_it_sees_it(site: Any, crawled: Crawl) -> None:
    def home(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if "sid=1" in headers.get("Cookie", ""):
            return 200, {"Content-Type": "text/html"}, "เนื้อหา".encode()
        return 302, {"Location": "/", "Set-Cookie": "sid=1; path=/"}, b""

    site.pages["/"] = home
    assert crawled(site.url).manifest.outcome == "completed"


def test_robots_txt_is_obeyed_and_said(site: Any, crawled: Crawl) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /secret/\n")
    site.links("/", "/secret/a", "/open", "/to-secret")
    site.html("/open", "เปิด")
    site.move("/to-secret", "/secret/b")
    snapshot = crawled(site.url)
    assert not any(path.startswith("/secret") for path in site.asked)
    assert {skip.url for skip in snapshot.manifest.skips if skip.why == "robots"} == {
        f"{site.url}/secret/a",
        f"{site.url}/secret/b",
    }
    assert any("robots.txt" in note for note in snapshot.manifest.notes)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param((200, {}, b"User-agent: *\nDisallow: /\n"), "อนุญาต", id="forbids all"),
        pytest.param((503, {}, b""), "มาตรฐานของ robots.txt", id="server error"),
    ],
)
def test_a_site_closed_by_robots_txt_fails_with_advice(
    site: Any, crawled: Crawl, answer: tuple[int, dict[str, str], bytes], words: str
) -> None:
    site.html("/", "หน้าแรก")
    site.pages["/robots.txt"] = answer
    manifest = crawled(site.url).manifest
    assert (manifest.outcome, manifest.failure, manifest.pages) == ("failed", Failure.ROBOTS, 0)
    assert words in (manifest.reason or "")
    assert site.asked["/"] == 0


def test_traps_do_not_eat_the_budget(site: Any, crawled: Crawl) -> None:
    site.links(
        "/", "/calendar?m=1", "/a?print=1", "/list?id=2", "/list?id=2&sort=asc", "/login", "/wp-admin/x", "/d/d/d/d"
    )

    def anything(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path.startswith("/calendar"):
            month = int(path.rpartition("=")[2])
            body = f'<a href="/calendar?m={month + 1}">ถัดไป</a><a href="/calendar?m={month - 1}">ก่อน</a>'
            return 200, {"Content-Type": "text/html"}, body.encode()
        return None

    site.otherwise = anything
    site.html("/list?id=2", "รายการ")
    snapshot = crawled(site.url)
    assert sum(path.startswith("/calendar") for path in site.asked) <= 3
    assert set(site.asked) - {"/", "/robots.txt", "/sitemap.xml", "/list?id=2"} == {
        path for path in site.asked if path.startswith("/calendar")
    }
    assert snapshot.manifest.outcome == "completed"
    assert snapshot.manifest.skipped["trap"] >= 5


def test_page_limit_ends_partial_with_numbers(site: Any, crawled: Crawl) -> None:
    site.links("/", *(f"/p{n}" for n in range(30)))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path.startswith("/p") else None
    manifest = crawled(site.url, max_pages=10).manifest
    assert (manifest.outcome, manifest.pages) == ("partial", 10)
    assert "10 หน้า" in (manifest.reason or "")
    assert manifest.skipped["limit"] == 21


def test_depth_limit_is_noted(site: Any, crawled: Crawl) -> None:
    site.links("/", "/1")
    for n in range(1, 6):
        site.links(f"/{n}", f"/{n + 1}")
    manifest = crawled(site.url, max_depth=3).manifest
    assert (manifest.outcome, manifest.pages) == ("completed", 4)
    assert any("3 คลิก" in note for note in manifest.notes)


@pytest.mark.parametrize(
    ("depth", "links", "outcome"),
    [
        pytest.param(0, ["/1"], "partial", id="nothing but the home page"),
        pytest.param(1, ["/1", "/1/1"], "completed", id="one page of many"),
        pytest.param(1, ["/1", *(f"/1/{n}" for n in range(20))], "partial", id="much below a shallow limit"),
        pytest.param(4, ["/1", "/2", "/3", "/4", *(f"/5/{n}" for n in range(20))], "completed", id="an archive's tail"),
        pytest.param(4, ["/1", "/2", "/3", "/4", "/ITA-2569"], "partial", id="what speaks of the checklist"),
    ],
)
def test_what_the_depth_limit_leaves_out_is_told(
    site: Any, crawled: Crawl, depth: int, links: list[str], outcome: str
) -> None:
    chain, last = ["/", *links[:depth]], links[depth:]
    for here, there in zip(chain, [*chain[1:], None], strict=True):
        site.links(here, *([there] if there else last), *(f"/side/{n}" for n in range(9) if depth and here == "/"))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path[:5] == "/side" else None
    manifest = crawled(site.url, max_depth=depth).manifest
    assert manifest.outcome == outcome
    assert [f"{depth} คลิก" in told for told in (manifest.reason or "", "".join(manifest.notes))] == [
        outcome == "partial",
        outcome == "completed",
    ]


def test_time_limit_ends_partial(site: Any, crawled: Crawl) -> None:
    site.links("/", *(f"/p{n}" for n in range(400)))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path.startswith("/p") else None
    manifest = crawled(site.url, max_minutes=0.03, politeness=Politeness(rate=10)).manifest
    assert manifest.outcome == "partial"
    assert "นาที" in (manifest.reason or "")
    assert manifest.pages < 100


def test_documents_are_recorded_not_downloaded(site: Any, crawled: Crawl) -> None:
    site.links("/", "/download?id=12", "/files/a.docx", "/attached")
    pdf = b"%PDF-1.4 " + b"x" * 3_000_000
    site.pages["/download?id=12"] = (200, {"Content-Type": "application/pdf"}, pdf)
    site.pages["/attached"] = (
        200,
        {"Content-Type": "text/html", "Content-Disposition": "attachment; filename=a.xls"},
        b"<b>",
    )
    snapshot = crawled(site.url)
    record = snapshot.page(f"{site.url}/download?id=12")
    assert record is not None
    assert (record.fetched.media_type, record.fetched.body_sha256) == ("application/pdf", None)
    assert record.fetched.declared_bytes == len(pdf)
    assert site.asked["/files/a.docx"] == 0
    assert snapshot.manifest.pages == 1
    assert snapshot.manifest.bytes_downloaded < 1_000_000


def test_of_a_page_over_the_cap_the_head_is_kept(site: Any, crawled: Crawl) -> None:
    site.html("/", '<a href="/next">ต่อไป</a>' + "ก" * 200_000)
    site.html("/next", "ถัดไป")
    snapshot = crawled(site.url, max_page_bytes=50_000)
    home = next(snapshot.pages())
    assert home.fetched.truncated
    assert home.fetched.body_bytes == 50_000
    assert snapshot.manifest.pages == 2


def test_a_packed_page_is_unpacked_as_far_as_the_cap(site: Any, crawled: Crawl) -> None:
    bomb = gzip.compress(b'<a href="/next">x</a>' + b" " * 30_000_000)
    site.pages["/"] = (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, bomb)
    site.html("/next", "ถัดไป")
    snapshot = crawled(site.url, max_page_bytes=100_000)
    assert next(snapshot.pages()).fetched.body_bytes == 100_000
    assert snapshot.manifest.pages == 2


def test_the_same_page_under_another_address_is_not_followed_again(site: Any, crawled: Crawl) -> None:
    site.links("/", "/a/1", "/b/1")
    site.links("/a/1", "more")
    site.links("/b/1", "more")
    snapshot = crawled(site.url)
    assert snapshot.manifest.pages == 3
    assert sum(record.same_as is not None for record in snapshot.pages()) == 1


def test_sitemap_pages_are_found(site: Any, crawled: Crawl) -> None:
    site.html("/", "หน้าแรก")
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"Sitemap: /map.xml\n")
    index = f"<sitemapindex><sitemap><loc>{site.url}/map1.xml.gz</loc></sitemap></sitemapindex>"
    pages = f"<urlset><url><loc>{site.url}/hidden</loc></url><url><loc>https://elsewhere.go.th/</loc></url></urlset>"
    site.pages["/map.xml"] = (200, {"Content-Type": "application/xml"}, index.encode())
    site.pages["/map1.xml.gz"] = (200, {"Content-Type": "application/gzip"}, gzip.compress(pages.encode()))
    site.html("/hidden", "หน้าที่ไม่มีลิงก์")
    snapshot = crawled(site.url)
    assert "/hidden" in urls(snapshot, site)
    assert snapshot.path_to(f"{site.url}/hidden") == (f"{site.url}/", f"{site.url}/hidden")


def test_errors_are_asked_again_and_recorded(site: Any, crawled: Crawl) -> None:
    site.links("/", "/broken", "/shaky", "/gone")
    site.html("/broken", "ขัดข้อง", status=500)
    tries: list[int] = []

    def shaky(_: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        tries.append(1)
        return (200 if len(tries) > 1 else 503), {"Content-Type": "text/html", "Retry-After": "1"}, "มาแล้ว".encode()

    site.pages["/shaky"] = shaky
    snapshot = crawled(site.url)
    assert site.asked["/broken"] == 3
    assert site.asked["/gone"] == 1
    by_url = {record.fetched.url.removeprefix(site.url): record.fetched for record in snapshot.pages()}
    assert by_url["/broken"].http_status == 500
    assert (by_url["/shaky"].http_status, by_url["/shaky"].attempts) == (200, 2)
    assert by_url["/gone"].http_status == 404


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        pytest.param(403, "Forbidden", "403", id="forbidden"),
        pytest.param(503, "<title>Just a moment...</title>", "ปฏิเสธโปรแกรมตรวจ", id="bot wall"),
        pytest.param(200, '<iframe src="/_Incapsula_Resource?x=1">', "ปฏิเสธโปรแกรมตรวจ", id="wall that says 200"),
        pytest.param(404, "ไม่พบ", "404", id="not found"),
    ],
)
def test_a_home_page_that_is_refused_fails_with_a_reason(
    site: Any, crawled: Crawl, status: int, body: str, words: str
) -> None:
    site.html("/", body, status=status)
    manifest = crawled(site.url).manifest
    assert manifest.outcome == "failed"
    assert words in (manifest.reason or "")


def test_a_closed_door_fails_with_a_reason(crawled: Crawl) -> None:
    manifest = crawled("http://127.0.0.1:9/").manifest
    assert (manifest.outcome, manifest.failure) == ("failed", Failure.CONNECT)
    assert "127.0.0.1:9" in (manifest.reason or "")


def test_http_is_tried_where_https_is_not_spoken(site: Any, crawled: Crawl) -> None:
    site.html("/", "หน้าแรก")
    manifest = crawled(site.url.removeprefix("http://")).manifest
    assert manifest.outcome == "completed"
    assert manifest.home == f"{site.url}/"
    assert any("http://" in note for note in manifest.notes)


def test_a_home_page_that_moved_to_another_host_is_followed(site: Any, crawled: Crawl) -> None:
    port = site.url.rpartition(":")[2]
    site.html("/", f'<meta http-equiv="refresh" content="0;url=http://localhost:{port}/main">')
    site.html("/main", '<a href="/a">ก</a>')
    site.html("/a", "ก")
    manifest = crawled(site.url).manifest
    assert manifest.home == f"http://localhost:{port}/main"
    assert f"localhost:{port}" in manifest.hosts
    assert manifest.pages == 3


def test_further_hosts_are_crawled_and_others_are_not(site: Any, crawled: Crawl) -> None:
    port = site.url.rpartition(":")[2]
    site.links("/", f"http://localhost:{port}/sub", f"http://127.0.0.2:{port}/other")
    site.html("/sub", "เว็บย่อย")
    snapshot = crawled(site.url, hosts=[f"localhost:{port}"])
    assert site.asked["/sub"] == 1
    assert site.asked["/other"] == 0
    assert snapshot.manifest.off_site == ((f"127.0.0.2:{port}", 1),)


def test_a_home_page_of_script_only_is_partial(site: Any, crawled: Crawl) -> None:
    site.html("/", '<div id="root"></div><script src="/app.js"></script>')
    manifest = crawled(site.url).manifest
    assert manifest.outcome == "partial"
    assert "สคริปต์" in (manifest.reason or "")


def test_a_site_that_starts_to_refuse_is_left_alone(site: Any, crawled: Crawl) -> None:
    site.links("/", *(f"/p{n}" for n in range(100)))
    site.otherwise = lambda path: (403, {"Content-Type": "text/html"}, b"no") if path.startswith("/p") else None
    manifest = crawled(site.url, politeness=Politeness(rate=200, at_once=1)).manifest
    assert manifest.outcome == "partial"
    assert "ปฏิเสธ" in (manifest.reason or "")
    assert sum(path.startswith("/p") for path in site.asked) < 30


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        pytest.param((401, {}, b""), "HTTP 401", id="401"),
        pytest.param((403, {"Cf-Mitigated": "challenge"}, b"no"), "HTTP 403", id="challenge"),
        pytest.param((429, {}, b"slow"), "HTTP 429", id="429"),
        pytest.param((500, {}, b"sorry"), "HTTP 500", id="500"),
        pytest.param((200, {}, b"<title>Just a moment...</title>"), "ระบบป้องกัน", id="wall that says 200"),
    ],
)
def test_a_site_that_opens_little_but_its_home_page_is_partial(
    site: Any, crawled: Crawl, answer: tuple[int, dict[str, str], bytes], kind: str
) -> None:
    status, headers, body = answer
    site.links("/", "/open", "/p1", "/p2")
    site.html("/open", "เปิด")
    site.otherwise = lambda path: (status, {"Content-Type": "text/html", **headers}, body) if path[1] == "p" else None
    snapshot = crawled(site.url)
    manifest = snapshot.manifest
    assert (manifest.outcome, manifest.pages, manifest.refused) == ("partial", 2, 2)
    assert "2 จาก 3 หน้า" in (manifest.reason or "")
    assert kind in (manifest.reason or "")
    kept = [record.fetched for record in snapshot.pages() if "/p" in record.fetched.url]
    assert [(one.http_status, one.body_sha256) for one in kept] == [(status, None)] * 2


def test_a_few_refused_pages_are_a_note(site: Any, crawled: Crawl) -> None:
    site.links("/", "/a", "/b", "/c", "/closed")
    for path in "abc":
        site.html(f"/{path}", path)
    site.html("/closed", "ไม่อนุญาต", status=403)
    manifest = crawled(site.url).manifest
    assert (manifest.outcome, manifest.refused) == ("completed", 1)
    assert any("1 จาก 4 หน้า" in note for note in manifest.notes)


@pytest.mark.parametrize(
    ("robots", "where", "outcome"),
    [
        pytest.param("", "/gone", "partial", id="all links are dead"),
        pytest.param("", "/members", "partial", id="all links lead to a sign-in page"),
        pytest.param("User-agent: *\nDisallow: /gone", "/gone", "partial", id="all links are forbidden"),
        pytest.param("", "/file", "completed", id="the link is a document"),
        pytest.param("", "/plan.pdf", "completed", id="the link is named like a document"),
    ],
)
def test_a_site_of_which_only_the_home_page_was_had(
    site: Any, crawled: Crawl, robots: str, where: str, outcome: str
) -> None:
    site.pages["/robots.txt"] = (200, {"Content-Type": "text/plain"}, robots.encode())
    site.html("/", f'<p>ยินดีต้อนรับ</p><a href="{where}">ข้อมูล</a>')
    site.move("/members", "/login", 302)
    site.pages["/file"] = (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4")
    manifest = crawled(site.url).manifest
    assert (manifest.outcome, manifest.pages) == (outcome, 1)
    assert ("เพียงหน้าแรก" in (manifest.reason or "")) is (outcome == "partial")


_SIGN_IN = (
    '<h1>ระบบสารสนเทศ</h1><form><input name="user"><input type="password" name="pass"><button>เข้าสู่ระบบ</button></form>'
    '<a href="/forgot">ลืมรหัสผ่าน</a><a href="/register">สมัครสมาชิก</a><a href="https://maker.example/">ผู้พัฒนา</a>'
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("", "ว่างเปล่า", id="zero bytes"),
        pytest.param(" \n ", "ว่างเปล่า", id="white space"),
        pytest.param("<html><head><title>x</title></head><body></body></html>", "ว่างเปล่า", id="blank page"),
        pytest.param(_SIGN_IN, "เข้าสู่ระบบ", id="sign-in form"),
        pytest.param('<meta http-equiv="refresh" content="0;url=/login">', "เข้าสู่ระบบ", id="refresh to a sign-in form"),
        pytest.param('<script>location.href="/login"</script>', "เข้าสู่ระบบ", id="script to a sign-in form"),
    ],
)
def test_a_home_page_that_shows_nothing_fails_with_advice(site: Any, crawled: Crawl, body: str, words: str) -> None:
    site.html("/", body)
    site.html("/login", _SIGN_IN)
    manifest = crawled(site.url).manifest
    assert manifest.outcome == "failed"
    assert words in (manifest.reason or "")
    assert "โปรดแจ้งผู้ดูแลเว็บไซต์" in (manifest.reason or "")


def test_a_home_page_that_redirects_to_a_sign_in_form_fails(site: Any, crawled: Crawl) -> None:
    site.move("/", "/login", 302)
    site.html("/login", _SIGN_IN)
    assert crawled(site.url).manifest.outcome == "failed"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param('<a href="/about">เกี่ยวกับหน่วยงาน</a>', id="a page"),
        pytest.param('<a href="/plan.pdf">แผนปฏิบัติราชการ</a>', id="a document"),
        pytest.param("<p>" + "ประวัติความเป็นมาของหน่วยงาน " * 40 + "</p>", id="words"),
    ],
)
def test_a_sign_in_form_beside_content_is_a_home_page(site: Any, crawled: Crawl, more: str) -> None:
    site.html("/", _SIGN_IN + more)
    site.html("/about", "เกี่ยวกับ")
    site.html("/forgot", "ลืม")
    assert crawled(site.url).manifest.outcome == "completed"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<h1>เว็บไซต์ปิดปรับปรุงชั่วคราว</h1><p>ขออภัยในความไม่สะดวก</p>", id="repair"),
        pytest.param('<title>x</title>This domain is parked <a href="https://seller.example/">Buy it</a>', id="parked"),
        pytest.param('Site under construction <a href="/">Home</a>', id="leads to itself"),
    ],
)
def test_a_closed_site_is_not_called_empty_of_evidence(site: Any, crawled: Crawl, body: str) -> None:
    site.html("/", body)
    manifest = crawled(site.url).manifest
    assert manifest.outcome == "failed"
    assert "ไม่มีลิงก์ต่อ" in (manifest.reason or "")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<p>หน้านี้อยู่ระหว่างปรับปรุง</p><a href="/about">เกี่ยวกับเรา</a>', id="leads on"),
        pytest.param("<p>อยู่ระหว่างปรับปรุงถนน</p><p>" + "ประวัติของหน่วยงาน " * 60 + "</p>", id="has words of its own"),
        pytest.param("<p>ยินดีต้อนรับสู่เทศบาล</p>", id="says nothing of it"),
    ],
)
def test_a_site_that_speaks_of_repairs_is_read(site: Any, crawled: Crawl, body: str) -> None:
    site.html("/", body)
    site.html("/about", "เกี่ยวกับ")
    assert crawled(site.url).manifest.outcome == "completed"


def test_each_crawl_has_a_name_and_times_of_bangkok(site: Any, tmp_path: Path) -> None:
    from spiders.crawl import crawl

    site.html("/", "หน้าแรก")
    told = [crawl(site.url, into=tmp_path / name, politeness=Politeness(rate=0)).manifest for name in "ab"]
    assert told[0].run_id != told[1].run_id
    assert all(re.fullmatch(r"\d{8}T\d{6}Z-[0-9a-f]{12}", manifest.run_id) for manifest in told)
    for moment in (told[0].started_at, told[0].finished_at):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", moment.isoformat())
    named = crawl(site.url, into=tmp_path / "c", politeness=Politeness(rate=0), run_id="x1")
    assert named.manifest.run_id == "x1"


def test_the_rate_is_kept(site: Any, crawled: Crawl) -> None:
    site.links("/", *(f"/p{n}" for n in range(12)))
    times: list[float] = []

    def anything(path: str) -> tuple[int, dict[str, str], bytes] | None:
        times.append(time.monotonic())
        return (200, {"Content-Type": "text/html"}, path.encode()) if path.startswith("/p") else None

    site.otherwise = anything
    crawled(site.url, politeness=Politeness(rate=10, at_once=2))
    assert len(times) >= 12
    assert (times[-1] - times[0]) / (len(times) - 1) > 0.09


def test_progress_is_told(site: Any, crawled: Crawl) -> None:
    site.links("/", "/a", "/b.pdf")
    site.html("/a", "ก")
    told: list[tuple[int, int]] = []
    crawled(site.url, progress=lambda step: told.append((step.pages, step.documents)))
    assert told[-1] == (2, 1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "SIGTERM"])
def test_ctrl_c_ends_with_a_snapshot_that_can_be_judged(site: Any, tmp_path: Path, number: int) -> None:
    site.links("/", *(f"/p{n}" for n in range(500)))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path.startswith("/p") else None
    script = (
        "import sys; from pathlib import Path; from oit_checker.config import *; from spiders.crawl import crawl\n"
        f"s = crawl({site.url!r}, into=Path({str(tmp_path / 'x')!r}), politeness=Politeness(rate=20))\n"
        "print(s.manifest.outcome)"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    wait_for_requests(site, 10)
    os.kill(parent.pid, number)
    told, _ = parent.communicate(timeout=30)
    assert told.decode().strip() == "partial"
    snapshot = Snapshot.open(tmp_path / "x")
    assert snapshot.manifest.reason == "ผู้ใช้หยุดการตรวจ"
    assert 0 < len(list(snapshot.pages())) < 500


def test_a_killed_child_leaves_what_it_had(site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from spiders import crawl as room

    site.links("/", *(f"/p{n}" for n in range(500)))
    site.otherwise = lambda path: (200, {"Content-Type": "text/html"}, path.encode()) if path.startswith("/p") else None
    started = subprocess.Popen
    children: list[subprocess.Popen[bytes]] = []

    def remember(*args: object, **kwargs: object) -> subprocess.Popen[bytes]:
        children.append(started(*args, **kwargs))  # type: ignore[call-overload]
        return children[-1]

    monkeypatch.setattr(room.subprocess, "Popen", remember)

    def kill_soon() -> None:
        wait_for_requests(site, 10)
        children[0].kill()

    threading.Thread(target=kill_soon, daemon=True).start()
    snapshot = room.crawl(site.url, into=tmp_path / "x", politeness=Politeness(rate=20))
    assert snapshot.manifest.outcome == "partial"
    assert snapshot.manifest.pages == len([record for record in snapshot.pages() if record.fetched.body_sha256])


def test_a_foreign_folder_is_refused(site: Any, tmp_path: Path, crawled: Crawl) -> None:
    (tmp_path / "snapshot").mkdir()
    (tmp_path / "snapshot" / "thesis.docx").touch()
    with pytest.raises(SnapshotError, match="no snapshot"):
        crawled(site.url)


def test_nonsense_is_no_address(crawled: Crawl) -> None:
    with pytest.raises(UsageError, match="ไม่ใช่ที่อยู่เว็บไซต์"):
        crawled("not an address")


@pytest.mark.parametrize("where", ["http://169.254.169.254/latest", "http://10.255.255.1/"])
def test_a_home_page_that_leads_inside_another_network_is_not_followed(site: Any, crawled: Crawl, where: str) -> None:
    site.move("/", where)
    manifest = crawled(site.url).manifest
    assert (manifest.outcome, manifest.failure) == ("failed", Failure.FORBIDDEN_ADDRESS)
    assert all(host.startswith("127.0.0.1") for host in manifest.hosts)


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a page read in a process beside the crawl")
def test_a_crawl_reads_the_same_on_one_core_as_on_two(site: Any, crawled: Crawl) -> None:
    menu = "".join(f'<a href="/p/{n}">แผนงานที่ {n}</a>' for n in range(30))
    site.html("/", f"<title>อบต.ทดสอบ</title>{menu}")
    for n in range(30):
        site.html(f"/p/{n}", f'<title>หน้า {n}</title>{menu}<p>แผนปฏิบัติราชการ {n}</p><a href="/f/{n}.pdf">ไฟล์ {n}</a>')

    def read() -> tuple[dict[str, Any], set[Any]]:
        snapshot = crawled(site.url, fresh=True, phrases=["แผนปฏิบัติราชการ"])
        pages = {page.fetched.url: (page.title, snapshot.hits(page)) for page in snapshot.pages()}
        return pages, {(link.url, link.text, link.row) for page in snapshot.pages() for link in page.links}

    cores = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(cores)})
        alone = read()
    finally:
        os.sched_setaffinity(0, cores)
    assert read() == alone
    assert (len(alone[0]), len(alone[1])) == (31, 60)
