"""The test sites keep their promises: documents can be made, truths name what is there, odd answers are odd."""

from __future__ import annotations

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import documents
import pdf_writer
import pypdfium2
import pytest
import yaml
from behaviours import BEHAVIOURS, Answer
from serving import Site, serve

SITES = Path(__file__).parent

ALL_SITES = sorted(path.parent.name for path in SITES.glob("*/site.toml"))
STATUSES = {"missing", "unreachable", "outdated", "incomplete", "review", "pass"}


def ask(url: str, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request(method, path, headers=headers)
    return connection.getresponse()


@pytest.mark.parametrize("name", ALL_SITES)
def test_every_document_can_be_made(name: str) -> None:
    site = Site(SITES / name)
    empty = [path for path in site.plan["documents"] if len(site.document(path)) < 40]
    assert empty == []


@pytest.mark.parametrize("name", ALL_SITES)
def test_every_route_names_a_behaviour(name: str) -> None:
    assert {route["do"] for route in Site(SITES / name).plan.get("routes", [])} <= BEHAVIOURS.keys()


@pytest.mark.parametrize("name", ALL_SITES)
def test_truth_speaks_of_every_item_and_of_addresses_that_are_there(name: str) -> None:
    site = Site(SITES / name)
    truth = yaml.safe_load((SITES / name / "truth.yaml").read_text("utf-8"))
    assert list(truth["items"]) == [f"O{number}" for number in range(1, 26)]
    assert truth["agency"] == site.plan["agency"]
    for code, item in truth["items"].items():
        statuses = [item["status"]] if isinstance(item["status"], str) else item["status"]
        assert set(statuses) <= STATUSES, code
        if "pass" in statuses:
            assert [path for path in item["evidence"] if site.answer(f"/{path}").status == 404] == [], code


@pytest.mark.parametrize("name", ALL_SITES)
def test_a_site_is_small(name: str) -> None:
    assert sum(path.stat().st_size for path in (SITES / name).rglob("*") if path.is_file()) < 150_000


def test_pdf_text_layer_is_exact() -> None:
    words = "# รายงานผลการดำเนินงาน “น้ำ” ๒๕๖๘ – ที่ กุ้ง\n| ลำดับ | งบประมาณ (บาท) |"
    text = pypdfium2.PdfDocument(documents.to_pdf(words))[0].get_textpage().get_text_range()
    assert text.split("\r\n") == ["รายงานผลการดำเนินงาน “น้ำ” ๒๕๖๘ – ที่ กุ้ง", "ลำดับ งบประมาณ (บาท)"]


def test_scan_has_a_picture_and_no_text() -> None:
    page = pypdfium2.PdfDocument(pdf_writer.scan())[0]
    assert page.get_textpage().get_text_range() == ""
    assert [thing.type for thing in page.get_objects()] == [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]


def test_documents_are_the_same_every_time() -> None:
    source = "# หัวเรื่อง\n| ก | ข |\n| 1 | 2 |"
    assert documents.to_docx(source) == documents.to_docx(source)
    assert documents.to_xlsx(source) == documents.to_xlsx(source)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        pytest.param("/", 200, "องค์การตัวอย่าง", id="home"),
        pytest.param("/no/such/page", 404, "Not Found", id="unknown"),
        pytest.param("/site.toml", 404, "Not Found", id="the plan itself"),
        pytest.param("/..%2f..%2f..%2fpyproject.toml", 404, "Not Found", id="out of the folder"),
        pytest.param("/page/strategy", 200, "ไม่พบหน้าที่คุณต้องการ", id="soft 404"),
        pytest.param("/wall/service-manual.html", 403, "Just a moment", id="bot wall"),
        pytest.param("/files/o12-2568.pdf", 200, "<html", id="page under a document's name"),
    ],
)
def test_what_a_site_answers(path: str, status: int, words: str) -> None:
    with serve(SITES / "broken") as (url, _):
        answer = ask(url, path)
        assert (answer.status, words in answer.read().decode()) == (status, True)


def test_flaky_address_recovers_and_the_log_keeps_both() -> None:
    with serve(SITES / "broken") as (url, site):
        assert [ask(url, "/flaky/o21-2569.pdf").status for _ in range(2)] == [503, 200]
        assert [request.status for request in site.asked] == [503, 200]


def test_etag_saves_the_second_answer() -> None:
    with serve(SITES / "clean_hub") as (url, _):
        etag = ask(url, "/o1.html").headers["ETag"]
        assert ask(url, "/o1.html", **{"If-None-Match": etag}).status == 304


def test_old_pages_are_windows_874_whatever_they_say() -> None:
    with serve(SITES / "windows874") as (url, _):
        home, news = ask(url, "/"), ask(url, "/news.html")
        assert home.headers["Content-Type"] == "text/html; charset=tis-620"
        assert "สำนักตัวอย่างเก่า" in home.read().decode("cp874")
        assert (news.headers["Content-Type"], "ข่าวประชาสัมพันธ์" in news.read().decode("cp874")) == (
            "text/html; charset=utf-8",
            True,
        )


def test_traps_never_end() -> None:
    site = Site(SITES / "traps")
    pages: list[Answer] = [site.answer(path) for path in ("/calendar?m=7", "/album/more/more/", "/gallery")]
    assert b"m=8" in pages[0].body
    assert b"/album/more/more/more/" in pages[1].body
    assert b"PHPSESSID" in pages[2].body
